/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-register.h"

#define MANY_LINES 2000

static void
line_free (gpointer data)
{
  DeskImportLine *line = data;

  g_clear_pointer (&line->problems, g_ptr_array_unref);
  g_clear_pointer (&line->changes, g_ptr_array_unref);
  g_clear_pointer (&line->notices, g_ptr_array_unref);
  desk_import_row_free (line->data);
  g_strfreev (line->cells);
  g_free (line);
}

/* Returns: (transfer full): an empty plan. */
DeskImportPlan *
desk_import_plan_new (DeskImport import, const char *path)
{
  DeskImportPlan *self = g_new0 (DeskImportPlan, 1);

  g_atomic_ref_count_init (&self->refs);
  self->import = import;
  self->path = g_strdup (path);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

/* Returns: (transfer full): @plan. */
DeskImportPlan *
desk_import_plan_ref (DeskImportPlan *plan)
{
  g_atomic_ref_count_inc (&plan->refs);
  return plan;
}

static gpointer
free_plan (gpointer data)
{
  DeskImportPlan *plan = data;

  g_free (plan->path);
  g_free (plan->sheet);
  g_strfreev (plan->sheets);
  g_free (plan->encoding);
  g_strfreev (plan->headings);
  g_strfreev (plan->samples);
  g_free (plan->fields);
  g_free (plan->guesses);
  g_free (plan->signature);
  g_ptr_array_unref (plan->lines);
  g_free (plan);
  return NULL;
}

/* Frees the plan with the last reference; one with many rows on a thread of its own, since the window lets go of it, too. */
void
desk_import_plan_unref (DeskImportPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->refs))
    return;
  if (plan->lines->len > MANY_LINES)
    g_thread_unref (g_thread_new ("desk-plan", free_plan, plan));
  else
    free_plan (plan);
}

/* Counts @line in (@sign 1) or out (-1): before and after anything of it changes. */
void
desk_import_plan_add_counts (DeskImportPlan *plan, const DeskImportLine *line, int sign)
{
  plan->counts[line->fate] += sign;
  plan->n_notices += line->notices != NULL ? sign : 0;
  if (!line->taken)
    return;
  plan->n_taken += sign;
  plan->n_new_units += line->new_unit ? sign : 0;
  plan->n_new_people += line->new_person ? sign : 0;
}

/* What kind of sheet it is. */
DeskImport
desk_import_plan_get_import (DeskImportPlan *plan)
{
  return plan->import;
}

/* Where the file lies. */
const char *
desk_import_plan_get_path (DeskImportPlan *plan)
{
  return plan->path;
}

/* The sheet of the workbook that was read; "" for a text. */
const char *
desk_import_plan_get_sheet (DeskImportPlan *plan)
{
  return plan->sheet;
}

/* All sheets of the workbook that are shown. */
const char *const *
desk_import_plan_get_sheets (DeskImportPlan *plan)
{
  return (const char *const *) plan->sheets;
}

/* The encoding a text was read in; "" for a workbook. */
const char *
desk_import_plan_get_encoding (DeskImportPlan *plan)
{
  return plan->encoding;
}

/* Is the encoding a guess, because nothing in the file says it for sure? */
gboolean
desk_import_plan_is_encoding_assumed (DeskImportPlan *plan)
{
  return plan->assumed;
}

/* Returns: (transfer none) (array zero-terminated=1): the encodings a text can be read in. */
const char *const *
desk_import_encodings (void)
{
  return desk_sheet_encodings ();
}

/* The separator of a text; 0 for a workbook. */
char
desk_import_plan_get_separator (DeskImportPlan *plan)
{
  return plan->separator;
}

/* The number of the row with the headings. */
guint
desk_import_plan_get_header_row (DeskImportPlan *plan)
{
  return plan->header_row;
}

/* How many columns the table has. */
guint
desk_import_plan_get_n_columns (DeskImportPlan *plan)
{
  return plan->n_columns;
}

/* What stands above column @column. */
const char *
desk_import_plan_get_heading (DeskImportPlan *plan, guint column)
{
  g_return_val_if_fail (column < plan->n_columns, "");
  return plan->headings[column];
}

/* The first text in column @column, "" for an empty one. */
const char *
desk_import_plan_get_sample (DeskImportPlan *plan, guint column)
{
  g_return_val_if_fail (column < plan->n_columns, "");
  return plan->samples[column];
}

/* What column @column is taken for; @guess: (out) (optional): how sure that is. */
DeskImportField
desk_import_plan_get_field (DeskImportPlan *plan, guint column, DeskGuess *guess)
{
  g_return_val_if_fail (column < plan->n_columns, DESK_IMPORT_FIELD_NONE);
  if (guess != NULL)
    *guess = plan->guesses[column];
  return plan->fields[column];
}

/* The field without which no row can be read, or NONE when all are there. */
DeskImportField
desk_import_plan_get_missing (DeskImportPlan *plan)
{
  DeskImportField missing;

  return desk_import_missing (plan->import, plan->fields, plan->n_columns, &missing) ? missing
                                                                                     : DESK_IMPORT_FIELD_NONE;
}

/* Does the mapping come from the last time a sheet with these headings was taken? */
gboolean
desk_import_plan_is_remembered (DeskImportPlan *plan)
{
  return plan->remembered;
}

/* How many data rows the table has. */
guint
desk_import_plan_get_n_lines (DeskImportPlan *plan)
{
  return plan->lines->len;
}

/* Returns: (transfer none): row @index of the table, counted from 0. */
const DeskImportLine *
desk_import_plan_get_line (DeskImportPlan *plan, guint index)
{
  g_return_val_if_fail (index < plan->lines->len, NULL);
  return plan->lines->pdata[index];
}

/* Ticks or unticks a row; one that is rejected stays out. */
void
desk_import_plan_set_taken (DeskImportPlan *plan, guint index, gboolean taken)
{
  DeskImportLine *line = plan->lines->pdata[index];

  desk_import_plan_add_counts (plan, line, -1);
  line->taken = taken && line->fate != DESK_FATE_REJECT && line->fate != DESK_FATE_SAME;
  desk_import_plan_add_counts (plan, line, 1);
}

/* How many rows have @fate. */
guint
desk_import_plan_count (DeskImportPlan *plan, DeskFate fate)
{
  return plan->counts[fate];
}

/* How many rows will be taken. */
guint
desk_import_plan_count_taken (DeskImportPlan *plan)
{
  return plan->n_taken;
}

/* How many rows are worth a look although nothing stands in their way. */
guint
desk_import_plan_count_notices (DeskImportPlan *plan)
{
  return plan->n_notices;
}

/* How many units and people the ticked rows will make; both (out). */
void
desk_import_plan_count_new (DeskImportPlan *plan, guint *n_units, guint *n_people)
{
  *n_units = plan->n_new_units;
  *n_people = plan->n_new_people;
}

/* The column in whose cell @problem stands, -1 where none is meant: the first one that is taken for its field. */
int
desk_import_plan_find_column (DeskImportPlan *plan, const DeskProblem *problem)
{
  static const struct
  {
    const char *name;
    DeskImportField fields[3];
  } others[] = {
    { "phones", { DESK_IMPORT_FIELD_PHONE, DESK_IMPORT_FIELD_PHONE2, DESK_IMPORT_FIELD_NONE } },
    { "documents", { DESK_IMPORT_FIELD_DOCUMENT, DESK_IMPORT_FIELD_NONE } },
    { "number", { DESK_IMPORT_FIELD_DOCUMENT, DESK_IMPORT_FIELD_NONE } },
    { "room", { DESK_IMPORT_FIELD_ROOM, DESK_IMPORT_FIELD_LABEL, DESK_IMPORT_FIELD_NONE } },
    { "label", { DESK_IMPORT_FIELD_LABEL, DESK_IMPORT_FIELD_ROOM, DESK_IMPORT_FIELD_NONE } },
    { "building", { DESK_IMPORT_FIELD_BUILDING, DESK_IMPORT_FIELD_LABEL, DESK_IMPORT_FIELD_NONE } },
    { "inner_area", { DESK_IMPORT_FIELD_INNER_AREA, DESK_IMPORT_FIELD_BUILT_AREA, DESK_IMPORT_FIELD_NONE } },
    { "to_day", { DESK_IMPORT_FIELD_TO_DAY, DESK_IMPORT_FIELD_FROM_DAY, DESK_IMPORT_FIELD_NONE } },
  };
  DeskImportField own[] = { desk_import_field_from_nick (problem->field), DESK_IMPORT_FIELD_NONE };
  const DeskImportField *fields = own;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (problem->field, others[i].name) == 0)
      fields = others[i].fields;
  for (; *fields != DESK_IMPORT_FIELD_NONE; fields++)
    for (guint i = 0; i < plan->n_columns; i++)
      if (plan->fields[i] == *fields)
        return (int) i;
  return -1;
}

/* How many rows TAKE_IMPORT has written so far. Any thread. */
guint
desk_import_plan_get_progress (DeskImportPlan *plan)
{
  return (guint) g_atomic_int_get (&plan->progress);
}

/* Returns: what the file was when it was read, for a request with mended cells. */
guint64
desk_import_plan_get_stamp (DeskImportPlan *plan)
{
  return plan->stamp;
}

/* Returns: (transfer full): the layout to remember by REMEMBER_LAYOUT. */
DeskRecord *
desk_import_plan_make_layout (DeskImportPlan *plan)
{
  DeskImportLayout *layout = desk_record_new (DESK_KIND_IMPORT_LAYOUT);
  GString *columns = g_string_new (NULL);

  gboolean first = TRUE;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (desk_import_is_reason_heading (plan->headings[i]))
        continue;
      g_string_append_printf (columns, "%s%s", first ? "" : ",", desk_import_field_nick (plan->fields[i]));
      first = FALSE;
    }
  layout->staff_id = plan->staff_id;
  layout->import = plan->import;
  layout->signature = g_strdup (plan->signature);
  layout->columns = g_string_free (columns, FALSE);
  return &layout->record;
}

/* @plan and @cancellable are kept; @cancellable may be NULL. */
DeskImportInput *
desk_import_input_new (const char *request_key, DeskImportPlan *plan, GCancellable *cancellable)
{
  DeskImportInput *self = g_new0 (DeskImportInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->plan = desk_import_plan_ref (plan);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

/* Frees @input. */
void
desk_import_input_free (gpointer input)
{
  DeskImportInput *self = input;

  g_free (self->input.request_key);
  desk_import_plan_unref (self->plan);
  g_clear_object (&self->cancellable);
  g_free (self);
}
