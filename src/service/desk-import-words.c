/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-mask.h"
#include "desk-text-import.h"
#include "desk-text-problem.h"

/* What a row of the dry run reads like: its cells as they may be shown, and what becomes of it in words. */

static char *
notices_of (const DeskImportLine *line, const DeskText *text)
{
  return desk_text_problem_here (text, line->notices->pdata[0]);
}

static char *
doubt_of (const DeskImportLine *line, const DeskText *text)
{
  g_autofree char *row = g_strdup_printf ("%u", line->other_row);
  g_autoptr (DeskProblem) problem = desk_problem_new (DESK_PROBLEM_IMPORT_TWICE, NULL, -1, row, NULL);

  return desk_text_problem_here (text, problem);
}

/* Returns: (transfer full): what becomes of row @index and why, in a line. */
char *
desk_import_plan_get_words (DeskImportPlan *plan, guint index, const DeskText *text)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);

  if (line->fate == DESK_FATE_DOUBT)
    return doubt_of (line, text);
  if (line->fate == DESK_FATE_REJECT)
    return desk_import_plan_get_reason (plan, index, text);
  if (line->notices != NULL)
    return notices_of (line, text);
  if (line->fate == DESK_FATE_NEW)
    return desk_text_import_makes (text, desk_import_plan_get_import (plan), line->new_unit, line->new_person);
  if (line->fate == DESK_FATE_CHANGE)
    return desk_text_import_changes (text, line->changes);
  return g_strdup (desk_text_import_same (text));
}

/* Is @column one in whose cell something is wrong in row @index? */
gboolean
desk_import_plan_is_wrong (DeskImportPlan *plan, guint index, guint column)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);

  for (guint i = 0; line->problems != NULL && i < line->problems->len; i++)
    if (desk_import_plan_find_column (plan, line->problems->pdata[i]) == (int) column)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the cell as it may be shown: numbers of people are masked, unless they are what is wrong. */
char *
desk_import_plan_get_shown (DeskImportPlan *plan, guint index, guint column)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);
  const char *cell = line->cells[column];

  if (*cell == '\0' || desk_import_plan_is_wrong (plan, index, column))
    return g_strdup (cell);
  return desk_import_field_mask (plan->fields[column], cell);
}

/* Returns: (transfer full): @cell of a column taken for @field, with the numbers of people masked. */
char *
desk_import_field_mask (DeskImportField field, const char *cell)
{
  if (field == DESK_IMPORT_FIELD_PHONE || field == DESK_IMPORT_FIELD_PHONE2)
    return desk_mask_phone (cell);
  if (field == DESK_IMPORT_FIELD_DOCUMENT)
    return desk_mask_document (cell);
  return g_strdup (cell);
}

/**
 * desk_import_plan_get_suggestion:
 * @column: (out): whose cell it is
 *
 * Returns: (transfer none) (nullable): what surely was meant in a cell of row @index
 */
const char *
desk_import_plan_get_suggestion (DeskImportPlan *plan, guint index, guint *column)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);

  for (guint i = 0; line->problems != NULL && i < line->problems->len; i++)
    {
      const DeskProblem *problem = line->problems->pdata[i];
      int at = problem->code == DESK_PROBLEM_IMPORT_LOOKS_LIKE ? desk_import_plan_find_column (plan, problem) : -1;

      if (at < 0)
        continue;
      *column = (guint) at;
      return problem->args[1];
    }
  return NULL;
}
