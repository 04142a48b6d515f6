/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-export-case.h"

#include "desk-import-private.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-sheet-writer.h"
#include "desk-store-record.h"
#include "desk-text-import.h"

/* All cases as a sheet. The headings are the names of the fields, so that it comes in again and programs can read it. */

enum
{
  COLUMN_NUMBER,
  COLUMN_EXTERNAL,
  COLUMN_KIND,
  COLUMN_CATEGORY,
  COLUMN_TITLE,
  COLUMN_UNIT,
  COLUMN_LOCATION,
  COLUMN_OPENED,
  COLUMN_DUE,
  COLUMN_CLOSED,
  COLUMN_STATUS,
  COLUMN_OVERDUE,
  COLUMN_QUEUE,
  COLUMN_RESULT,
  N_COLUMNS
};

static const DeskSheetColumn columns[N_COLUMNS] = {
  { "number", DESK_SHEET_COLUMN_TEXT, 0, 14 },      { "external_no", DESK_SHEET_COLUMN_TEXT, 0, 14 },
  { "kind", DESK_SHEET_COLUMN_TEXT, 0, 0 },         { "category", DESK_SHEET_COLUMN_TEXT, 0, 16 },
  { "title", DESK_SHEET_COLUMN_TEXT, 0, 30 },       { "unit", DESK_SHEET_COLUMN_TEXT, 0, 12 },
  { "location", DESK_SHEET_COLUMN_TEXT, 0, 20 },    { "opened", DESK_SHEET_COLUMN_TIME, 0, 18 },
  { "due", DESK_SHEET_COLUMN_TIME, 0, 18 },         { "closed", DESK_SHEET_COLUMN_TIME, 0, 18 },
  { "status", DESK_SHEET_COLUMN_TEXT, 0, 0 },       { "overdue", DESK_SHEET_COLUMN_TEXT, 0, 0 },
  { "queue", DESK_SHEET_COLUMN_TEXT, 0, 16 },       { "result", DESK_SHEET_COLUMN_TEXT, 0, 30 },
};

static void
put_time (DeskSheetWriter *writer, gint64 time)
{
  if (time == 0)
    desk_sheet_writer_blank (writer);
  else
    desk_sheet_writer_time (writer, time);
}

static gint64
due_of (const DeskCase *c)
{
  return c->finished_due != 0 ? c->finished_due : c->completion_due != 0 ? c->completion_due : c->promised_due;
}

static gboolean
put_case (DeskTx *tx, const DeskExportInput *in, DeskSheetWriter *writer, DeskStmt *stmt, GError **error)
{
  static const char *const marks[] = { "-", "no", "yes" };
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = desk_stmt_int (stmt, 2),
                 .state = desk_stmt_int (stmt, 7), .opened_at = desk_stmt_int (stmt, 8), .closed_at = desk_stmt_int (stmt, 9),
                 .done_at = desk_stmt_int (stmt, 10), .promised_due = desk_stmt_int (stmt, 11),
                 .completion_due = desk_stmt_int (stmt, 12), .finished_due = desk_stmt_int (stmt, 13) };

  desk_sheet_writer_text (writer, desk_stmt_text (stmt, 0));
  desk_sheet_writer_text (writer, desk_stmt_text (stmt, 1));
  desk_sheet_writer_text (writer, desk_enum_nick (&desk_enum_case_kind, c.kind));
  for (int i = 3; i <= 6; i++)
    desk_sheet_writer_text (writer, desk_stmt_text (stmt, i));
  put_time (writer, c.opened_at);
  put_time (writer, due_of (&c));
  put_time (writer, c.done_at != 0 ? c.done_at : c.closed_at);
  desk_sheet_writer_text (writer, desk_enum_nick (&desk_enum_case_state, c.state));
  desk_sheet_writer_text (writer, marks[desk_case_overdue (&c, tx->now) + 1]);
  desk_sheet_writer_text (writer, desk_stmt_text (stmt, 14));
  desk_sheet_writer_text (writer, desk_stmt_text (stmt, 15));
  return desk_sheet_writer_end_row (writer, error);
}

/* Writes every case there is to @in's path, the first first. */
gboolean
desk_export_cases (DeskTx *tx, const DeskExportInput *in, guint *n_rows, GError **error)
{
  g_autoptr (DeskSheetWriter) writer
      = desk_sheet_writer_new (in->path, desk_import_format_of_path (in->path), desk_text_import_kind (in->text, in->import),
                               columns, N_COLUMNS, tx->service->zone, error);
  DeskStmt *stmt;
  DeskStep step;

  if (writer == NULL)
    return FALSE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_EXPORT_CASES);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      if (!put_case (tx, in, writer, stmt, error))
        {
          desk_stmt_reset (stmt);
          return FALSE;
        }
      (*n_rows)++;
    }
  if (step != DESK_STEP_DONE || !desk_sheet_writer_complete (writer, error))
    return FALSE;
  tx->sheet = g_steal_pointer (&writer);
  return TRUE;
}
