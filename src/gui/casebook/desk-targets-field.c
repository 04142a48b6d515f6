/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-targets-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-decimal.h"
#include "desk-figure.h"
#include "desk-string.h"
#include "desk-text-follow-up.h"

#define WHOLE 1000 /* 100 % in tenths */

struct _DeskTargetsField
{
  DeskField parent_instance;
  GtkWidget *grid;
  GtkWidget *entries[DESK_N_RATES];
};

G_DEFINE_FINAL_TYPE (DeskTargetsField, desk_targets_field, DESK_TYPE_FIELD)

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  DeskTargetsField *self = DESK_TARGETS_FIELD (field);
  gint64 targets[DESK_N_RATES] = { 0 };
  const char *value = desk_record_get_text (record, spec);

  if (value != NULL)
    desk_figure_targets_parse (value, targets);
  for (int rate = 0; rate < DESK_N_RATES; rate++)
    {
      g_autofree char *percent = desk_decimal_format (targets[rate] / 1000, 1);

      if (g_str_has_suffix (percent, ".0"))
        percent[strlen (percent) - 2] = '\0';
      gtk_editable_set_text (GTK_EDITABLE (self->entries[rate]), targets[rate] != 0 ? percent : "");
    }
}

/* Returns: what was typed as digits, without its percent sign. (transfer full) */
static char *
typed_number (DeskTargetsField *self, int rate)
{
  g_autofree char *half = desk_string_half_width (gtk_editable_get_text (GTK_EDITABLE (self->entries[rate])));

  g_strdelimit (half, "%", ' ');
  return desk_string_clean (half);
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskTargetsField *self = DESK_TARGETS_FIELD (field);
  g_autoptr (GString) value = g_string_new (NULL);

  for (int rate = 0; rate < DESK_N_RATES; rate++)
    {
      g_autofree char *typed = typed_number (self, rate);
      g_autofree char *written = NULL;
      gint64 tenths = 0;

      if (typed != NULL && *typed != '\0' && !desk_decimal_parse (typed, 1, &tenths))
        {
          g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, spec->name, -1, typed, NULL));
          return FALSE;
        }
      if (tenths < 0 || tenths > WHOLE)
        {
          g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_OUT_OF_RANGE, spec->name, -1, typed, "0", "100", NULL));
          return FALSE;
        }
      written = desk_decimal_format (tenths, 1);
      g_string_append_printf (value, "%s%s", rate > 0 ? "," : "", written);
    }
  desk_record_set_text (record, spec, value->str);
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  return FALSE;
}

/* For the drafts: a line each, whether it can be read or not. */
static char *
get_typed (DeskField *field)
{
  GString *typed = g_string_new (NULL);

  for (int rate = 0; rate < DESK_N_RATES; rate++)
    g_string_append_printf (typed, "%s\n", gtk_editable_get_text (GTK_EDITABLE (DESK_TARGETS_FIELD (field)->entries[rate])));
  return g_string_free (typed, FALSE);
}

static void
set_typed (DeskField *field, const char *typed)
{
  g_auto (GStrv) lines = g_strsplit (typed, "\n", -1);

  for (int rate = 0; rate < DESK_N_RATES && lines[rate] != NULL; rate++)
    gtk_editable_set_text (GTK_EDITABLE (DESK_TARGETS_FIELD (field)->entries[rate]), lines[rate]);
}

static gboolean
focus_first (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_TARGETS_FIELD (widget)->entries[0]);
}

static void
desk_targets_field_class_init (DeskTargetsFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = focus_first;
  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
}

static void
desk_targets_field_init (DeskTargetsField *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  desk_field_set_input (DESK_FIELD (self), self->grid, GTK_WIDGET (self));
}

static void
add_row (DeskTargetsField *self, DeskText *text, int rate)
{
  const char *name = desk_text_rate (text, rate);
  GtkWidget *label = gtk_label_new (name), *entry = gtk_entry_new ();
  GtkWidget *sense = gtk_label_new (rate == DESK_RATE_REOPENED ? _("percent at most") : _("percent at least"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (sense, "caption");
  gtk_label_set_xalign (GTK_LABEL (sense), 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, rate, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, rate, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), sense, 2, rate, 1, 1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (desk_field_changed), self);
  self->entries[rate] = entry;
}

/* Returns: (transfer floating). */
GtkWidget *
desk_targets_field_new (DeskText *text)
{
  DeskTargetsField *self = g_object_new (DESK_TYPE_TARGETS_FIELD, NULL);

  for (int rate = 0; rate < DESK_N_RATES; rate++)
    add_row (self, text, rate);
  return GTK_WIDGET (self);
}
