/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-page-private.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-page-rows.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

static void
change_clicked (GtkButton *button, DeskUnitPageView *self)
{
  DeskRecord *record = g_object_get_data (G_OBJECT (button), "desk-record");

  desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_EDIT, record->kind, record->id, record);
}

static void
add (DeskUnitPageView *self, gconstpointer record, const char *style, const char *icon, const char *fact, const char *advice,
     DeskDay to)
{
  g_autofree char *day = to != 0 ? desk_text_day (to) : NULL;
  g_autofree char *until = day != NULL ? desk_text_fill (_("until %1"), (const char *[]){ day, NULL }) : NULL;
  g_autofree char *words = advice != NULL && *advice != '\0' && until != NULL
                               ? g_strdup_printf ("%s · %s", advice, until)
                               : g_strdup (advice != NULL && *advice != '\0' ? advice : until);
  GtkWidget *notice = desk_notice_new (style, icon, fact, words);
  GtkWidget *button = desk_notice_add_button (notice, _("Change…"));

  g_object_set_data_full (G_OBJECT (button), "desk-record", desk_record_copy (record), desk_record_free);
  g_signal_connect (button, "clicked", G_CALLBACK (change_clicked), self);
  gtk_box_append (GTK_BOX (self->notices), notice);
}

/* What everybody must know before they knock: what is out there until it ends, care flags that say more than their word, instructions in force. */
void
desk_unit_notices_fill (DeskUnitPageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  DeskEngine *engine = desk_record_page_get_engine (DESK_RECORD_PAGE (self));
  DeskDay today = desk_engine_today (engine);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
  for (guint i = 0; i < self->page->outages->len; i++)
    gtk_box_append (GTK_BOX (self->notices),
                    desk_outage_notice_new (text, self->page->outages->pdata[i], desk_engine_now (engine), FALSE));
  for (guint i = 0; i < self->page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = self->page->care_flags->pdata[i];
      gboolean says_more = (flag->note != NULL && *flag->note != '\0') || flag->kind == DESK_CARE_CALL_FIRST;

      if (says_more && desk_days_contain (flag->from_day, flag->to_day, today))
        add (self, flag, "soon", "dialog-warning-symbolic", desk_text_enum (text, &desk_enum_care, flag->kind), flag->note,
             flag->to_day);
    }
  for (guint i = 0; i < self->page->instructions->len; i++)
    {
      const DeskInstruction *instruction = self->page->instructions->pdata[i];

      if (desk_days_contain (instruction->from_day, instruction->to_day, today))
        add (self, instruction, "info", "dialog-information-symbolic",
             desk_text_enum (text, &desk_enum_instruction, instruction->kind), instruction->text, instruction->to_day);
    }
  gtk_widget_set_visible (self->notices, gtk_widget_get_first_child (self->notices) != NULL);
}
