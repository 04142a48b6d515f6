/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-staff-choice.h"

#include <glib/gi18n.h>

#include "desk-text-label.h"

/* Fills @field with the colleagues of whoever is at the desk, who stands first where @with_me. */
void
desk_staff_choice_fill (DeskChoiceField *field, DeskEngine *engine, DeskText *text, const DeskStaffList *staff,
                        gboolean with_me)
{
  gint64 me = desk_engine_get_actor (engine)->staff_id;
  DeskDay today = desk_engine_today (engine);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (with_me)
    {
      g_array_append_val (values, me);
      g_ptr_array_add (labels, (gpointer) C_("owner", "Me"));
    }
  for (guint i = 0; i < staff->cards->len; i++)
    {
      const DeskStaff *colleague = ((const DeskStaffCard *) staff->cards->pdata[i])->staff;

      if (colleague->record.id == me || (colleague->left_on != 0 && colleague->left_on <= today))
        continue;
      g_array_append_val (values, colleague->record.id);
      g_ptr_array_add (labels, (gpointer) desk_text_staff_name (text, colleague->name));
    }
  desk_choice_field_set_choices (field, (const gint64 *) values->data, (const char *const *) labels->pdata, values->len);
}

/* Returns: (transfer floating): a field of colleagues. */
GtkWidget *
desk_staff_choice_new (DeskEngine *engine, DeskText *text, const DeskStaffList *staff)
{
  GtkWidget *field = desk_choice_field_new ();

  desk_staff_choice_fill (DESK_CHOICE_FIELD (field), engine, text, staff, FALSE);
  return field;
}
