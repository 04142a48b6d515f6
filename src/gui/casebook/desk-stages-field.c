/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stages-field.h"

#include <glib/gi18n.h>

#include "desk-complaint.h"
#include "desk-decimal.h"
#include "desk-notice.h"
#include "desk-string.h"
#include "desk-text-label.h"

/* One stage: nothing but the first widget where the clocks of the case measure it. */
typedef struct
{
  GtkWidget *has, *amount, *unit, *after; /* after: the opening, then the stages before it in their order */
} Row;

struct _DeskStagesField
{
  DeskField parent_instance;
  GtkWidget *grid;
  Row rows[DESK_N_STAGES]; /* by stage */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (DeskStagesField, desk_stages_field, DESK_TYPE_FIELD)

static gboolean
is_timed (int stage)
{
  return stage != DESK_STAGE_CONTACT && stage != DESK_STAGE_SOLVED;
}

static gboolean
has (DeskStagesField *self, int stage)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rows[stage].has));
}

static void
show_row (DeskStagesField *self, int stage)
{
  Row *row = &self->rows[stage];

  if (!is_timed (stage))
    return;
  gtk_widget_set_sensitive (row->amount, has (self, stage));
  gtk_widget_set_sensitive (row->unit, has (self, stage));
  gtk_widget_set_sensitive (row->after, has (self, stage));
}

static void
changed (DeskStagesField *self)
{
  for (int stage = 1; stage < DESK_N_STAGES; stage++)
    show_row (self, stage);
  if (!self->quiet)
    desk_field_changed (DESK_FIELD (self));
}

/* What stands there */

static void
show_plans (DeskStagesField *self, const char *value)
{
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = desk_stages_parse (value, plans);

  self->quiet = TRUE;
  for (int stage = 1; stage < DESK_N_STAGES; stage++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->rows[stage].has), FALSE);
  for (guint i = 0; i < n; i++)
    {
      Row *row = &self->rows[plans[i].stage];
      g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, plans[i].amount);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->has), TRUE);
      if (!is_timed ((int) plans[i].stage))
        continue;
      gtk_editable_set_text (GTK_EDITABLE (row->amount), amount);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->unit), plans[i].measure - DESK_STAGE_BY_HOURS);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->after), plans[i].after);
    }
  self->quiet = FALSE;
  changed (self);
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  show_plans (DESK_STAGES_FIELD (field), desk_record_get_text (record, spec));
}

/* Returns: whether it is a length that counts from something that is there. */
static gboolean
read_row (DeskStagesField *self, int stage, DeskStagePlan *plan, const char *name, GPtrArray *problems)
{
  Row *row = &self->rows[stage];
  g_autofree char *half = NULL;
  g_autofree char *amount = NULL;

  *plan = (DeskStagePlan){ .stage = (DeskStage) stage };
  if (!is_timed (stage))
    return TRUE;
  half = desk_string_half_width (gtk_editable_get_text (GTK_EDITABLE (row->amount)));
  amount = desk_string_clean (half);
  plan->measure = (DeskStageMeasure) (gtk_drop_down_get_selected (GTK_DROP_DOWN (row->unit)) + DESK_STAGE_BY_HOURS);
  plan->after = (DeskStage) gtk_drop_down_get_selected (GTK_DROP_DOWN (row->after));
  if (!desk_decimal_parse (amount, 0, &plan->amount) || plan->amount < 1 || plan->amount > 9999)
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, name, -1, amount, NULL));
      return FALSE;
    }
  if (plan->after != 0 && !has (self, (int) plan->after))
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_STAGE_ABSENT, name, -1,
                                                   desk_enum_nick (&desk_enum_stage, plan->after), NULL));
      return FALSE;
    }
  return TRUE;
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  DeskStagesField *self = DESK_STAGES_FIELD (field);
  DeskStagePlan plans[DESK_N_STAGES];
  g_autofree char *value = NULL;
  guint n = 0;

  for (int stage = 1; stage < DESK_N_STAGES; stage++)
    if (has (self, stage) && !read_row (self, stage, &plans[n++], spec->name, problems))
      return FALSE;
  value = desk_stages_format (plans, n);
  desk_record_set_text (record, spec, value);
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  return FALSE;
}

/* For the drafts: what each row says, whether it can be read or not. */
static char *
get_typed (DeskField *field)
{
  DeskStagesField *self = DESK_STAGES_FIELD (field);
  GString *typed = g_string_new (NULL);

  for (int stage = 1; stage < DESK_N_STAGES; stage++)
    {
      Row *row = &self->rows[stage];

      g_string_append_printf (typed, "%d", has (self, stage));
      if (is_timed (stage))
        g_string_append_printf (typed, "|%s|%u|%u", gtk_editable_get_text (GTK_EDITABLE (row->amount)),
                                gtk_drop_down_get_selected (GTK_DROP_DOWN (row->unit)),
                                gtk_drop_down_get_selected (GTK_DROP_DOWN (row->after)));
      g_string_append_c (typed, '\n');
    }
  return g_string_free (typed, FALSE);
}

static void
set_typed (DeskField *field, const char *typed)
{
  DeskStagesField *self = DESK_STAGES_FIELD (field);
  g_auto (GStrv) lines = g_strsplit (typed, "\n", -1);

  self->quiet = TRUE;
  for (int stage = 1; stage < DESK_N_STAGES && lines[stage - 1] != NULL; stage++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[stage - 1], "|", -1);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->rows[stage].has), g_strcmp0 (parts[0], "1") == 0);
      if (!is_timed (stage) || g_strv_length (parts) != 4)
        continue;
      gtk_editable_set_text (GTK_EDITABLE (self->rows[stage].amount), parts[1]);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rows[stage].unit), (guint) g_ascii_strtoull (parts[2], NULL, 10));
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rows[stage].after), (guint) g_ascii_strtoull (parts[3], NULL, 10));
    }
  self->quiet = FALSE;
  changed (self);
}

static gboolean
focus_first (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_STAGES_FIELD (widget)->rows[DESK_STAGE_CONTACT].has);
}

static void
desk_stages_field_class_init (DeskStagesFieldClass *klass)
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
desk_stages_field_init (DeskStagesField *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  desk_field_set_input (DESK_FIELD (self), self->grid, GTK_WIDGET (self));
}

static void
add_times (DeskStagesField *self, DeskText *text, int stage, const char *name)
{
  const char *const units[] = { C_("stage counts", "hours"), C_("stage counts", "days"), C_("stage counts", "working minutes"),
                                C_("stage counts", "working days"), NULL };
  GtkStringList *after = gtk_string_list_new (NULL);
  Row *row = &self->rows[stage];
  g_autofree char *counts = desk_text_fill (_("%1: unit"), (const char *[]){ name, NULL });
  g_autofree char *from = desk_text_fill (_("%1: counted from"), (const char *[]){ name, NULL });

  gtk_string_list_append (after, C_("stage counts", "from the opening"));
  for (int before = 1; before < stage; before++)
    {
      g_autofree char *words = desk_text_fill (C_("stage counts", "from %1"),
                                               (const char *[]){ desk_text_enum (text, &desk_enum_stage, before), NULL });

      gtk_string_list_append (after, words);
    }
  row->amount = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (row->amount), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (row->amount), 5);
  gtk_entry_set_alignment (GTK_ENTRY (row->amount), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->amount), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  row->unit = gtk_drop_down_new_from_strings (units);
  row->after = gtk_drop_down_new (G_LIST_MODEL (after), NULL);
  desk_name_drop_down (row->unit, counts);
  desk_name_drop_down (row->after, from);
  g_signal_connect_swapped (row->amount, "changed", G_CALLBACK (changed), self);
  g_signal_connect_swapped (row->unit, "notify::selected", G_CALLBACK (changed), self);
  g_signal_connect_swapped (row->after, "notify::selected", G_CALLBACK (changed), self);
  gtk_grid_attach (GTK_GRID (self->grid), row->amount, 1, stage, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row->unit, 2, stage, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row->after, 3, stage, 1, 1);
}

static void
add_row (DeskStagesField *self, DeskText *text, int stage)
{
  const char *name = desk_text_enum (text, &desk_enum_stage, stage);
  GtkWidget *words;

  self->rows[stage].has = gtk_check_button_new_with_label (name);
  gtk_widget_set_sensitive (self->rows[stage].has, stage != DESK_STAGE_SOLVED); /* every complaint is solved in the end */
  gtk_grid_attach (GTK_GRID (self->grid), self->rows[stage].has, 0, stage, 1, 1);
  if (is_timed (stage))
    add_times (self, text, stage, name);
  else
    {
      words = gtk_label_new (C_("stage counts", "by the clocks of the case"));
      gtk_widget_add_css_class (words, "caption");
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_widget_set_size_request (words, -1, 34);
      gtk_grid_attach (GTK_GRID (self->grid), words, 1, stage, 3, 1);
    }
  g_signal_connect_swapped (self->rows[stage].has, "toggled", G_CALLBACK (changed), self);
}

/* Returns: (transfer floating). */
GtkWidget *
desk_stages_field_new (DeskText *text)
{
  DeskStagesField *self = g_object_new (DESK_TYPE_STAGES_FIELD, NULL);

  self->quiet = TRUE;
  for (int stage = 1; stage < DESK_N_STAGES; stage++)
    add_row (self, text, stage);
  self->quiet = FALSE;
  return GTK_WIDGET (self);
}
