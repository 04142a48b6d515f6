/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-sheet-writer.h"
#include "desk-text-import.h"
#include "desk-text-problem.h"

/* The rows that were not taken, as a sheet in the source's own columns with the reason behind them: mended there it is
 * brought again. */

#define REASONS_AT_MOST 5
#define REASON_WIDTH 60

static gboolean
goes_back (const DeskImportLine *line)
{
  return !line->taken && line->fate != DESK_FATE_SAME;
}

/* How many rows desk_import_plan_write_rejects() gives back: rejected ones and those nobody ticked. */
guint
desk_import_plan_count_rejects (DeskImportPlan *plan)
{
  return plan->lines->len - plan->n_taken - plan->counts[DESK_FATE_SAME];
}

/* Returns: (transfer full): why row @index is not taken, in sentences; "" for one that is, or that changes nothing. */
char *
desk_import_plan_get_reason (DeskImportPlan *plan, guint index, const DeskText *text)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);
  GString *reason = g_string_new (NULL);

  for (guint i = 0; line->problems != NULL && i < line->problems->len && i < REASONS_AT_MOST; i++)
    {
      g_autofree char *sentence = desk_text_problem (text, line->problems->pdata[i]);

      g_string_append_printf (reason, "%s%s", i > 0 ? " " : "", sentence);
    }
  if (reason->len == 0 && goes_back (line))
    {
      g_autofree char *row = g_strdup_printf ("%u", line->other_row);
      g_autoptr (DeskProblem) problem
          = desk_problem_new (line->doubt == DESK_IMPORT_DOUBT_SAME_ROW ? DESK_PROBLEM_IMPORT_TWICE
                                                                        : DESK_PROBLEM_IMPORT_LEFT_OUT,
                              NULL, -1, row, NULL);
      g_autofree char *sentence = desk_text_problem_here (text, problem);

      g_string_append (reason, sentence);
    }
  return g_string_free (reason, FALSE);
}

static gboolean
write_lines (DeskImportPlan *plan, DeskSheetWriter *writer, const DeskText *text, GError **error)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const DeskImportLine *line = plan->lines->pdata[i];
      g_autofree char *reason = NULL;

      if (!goes_back (line))
        continue;
      reason = desk_import_plan_get_reason (plan, i, text);
      for (guint c = 0; c < plan->n_columns; c++)
        if (!desk_import_is_reason_heading (plan->headings[c]))
          desk_sheet_writer_text (writer, line->cells[c]);
      desk_sheet_writer_text (writer, reason);
      if (!desk_sheet_writer_end_row (writer, error))
        return FALSE;
    }
  return desk_sheet_writer_finish (writer, error);
}

/* Returns: the format that the end of @path names: a workbook for .xlsx, else a text. */
DeskSheetFormat
desk_import_format_of_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx") ? DESK_SHEET_XLSX : DESK_SHEET_CSV;
}

/**
 * desk_import_plan_write_rejects:
 * @path: the file to make or replace: a workbook where it ends in .xlsx, else a CSV
 * @text: the language of the reasons
 * @error: FULL, IO
 *
 * Writes the rows that are not taken in the source's own columns, and why behind them. Every cell is text, so that
 * nothing is lost on the way; the column of reasons is not looked at when the sheet comes back.
 */
gboolean
desk_import_plan_write_rejects (DeskImportPlan *plan, const char *path, const DeskText *text, GError **error)
{
  g_autofree DeskSheetColumn *columns = g_new0 (DeskSheetColumn, plan->n_columns + 1);
  g_autoptr (DeskSheetWriter) writer = NULL;
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    if (!desk_import_is_reason_heading (plan->headings[i]))
      columns[n++] = (DeskSheetColumn){ plan->headings[i], DESK_SHEET_COLUMN_TEXT, 0, 0 };
  columns[n++]
      = (DeskSheetColumn){ desk_text_import_reason_heading (text), DESK_SHEET_COLUMN_TEXT, 0, REASON_WIDTH };
  writer = desk_sheet_writer_new (path, desk_import_format_of_path (path), desk_text_import_kind (text, plan->import),
                                  columns, n, desk_text_zone (text), error);
  return writer != NULL && write_lines (plan, writer, text, error);
}
