/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-export.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-decimal.h"
#include "desk-export-case.h"
#include "desk-id.h"
#include "desk-import-private.h"
#include "desk-mask.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-sheet-writer.h"
#include "desk-text-import.h"
#include "desk-text-label.h"
#include "desk-tx.h"

#define FIELD(code) DESK_IMPORT_FIELD_##code

static const DeskImportField unit_fields[]
    = { FIELD (BUILDING),  FIELD (ENTRANCE),   FIELD (ROOM),       FIELD (FLOOR), FIELD (FLOORS),
        FIELD (UNIT_KIND), FIELD (BUILT_AREA), FIELD (INNER_AREA), FIELD (STATE), FIELD (DELIVERED_ON), FIELD (UNIT_NOTE) };

static const DeskImportField person_fields[]
    = { FIELD (BUILDING), FIELD (ENTRANCE), FIELD (ROOM),     FIELD (NAME),   FIELD (PERSON_KIND), FIELD (PHONE), FIELD (DOCUMENT),
        FIELD (ROLE),     FIELD (RELATION), FIELD (SHARE),    FIELD (FROM_DAY), FIELD (TO_DAY),    FIELD (PLATE), FIELD (PERSON_NOTE) };

typedef struct
{
  DeskTx *tx;
  const DeskExportInput *in;
  DeskSheetWriter *writer;
  gboolean masked;
  guint n_rows;
} Export;

static DeskSheetColumn
column_of (const DeskText *text, DeskImportField field)
{
  DeskSheetColumn column = { .heading = desk_text_import_field (text, field) };

  switch ((int) field)
    {
    case FIELD (BUILT_AREA):
    case FIELD (INNER_AREA):
      column.type = DESK_SHEET_COLUMN_DECIMAL;
      column.digits = DESK_DIGITS_AREA;
      break;
    case FIELD (FLOOR):
    case FIELD (FLOORS):
      column.type = DESK_SHEET_COLUMN_INTEGER;
      break;
    case FIELD (DELIVERED_ON):
    case FIELD (FROM_DAY):
    case FIELD (TO_DAY):
      column.type = DESK_SHEET_COLUMN_DAY;
      column.width = 12;
      break;
    case FIELD (PHONE):
    case FIELD (DOCUMENT):
      column.width = 20;
      break;
    case FIELD (NAME):
    case FIELD (UNIT_NOTE):
    case FIELD (PERSON_NOTE):
      column.width = 16;
      break;
    default:
      break;
    }
  return column;
}

static void
put_word (Export *self, const DeskEnumSpec *spec, gint64 value)
{
  desk_sheet_writer_text (self->writer, value != 0 ? desk_text_enum (self->in->text, spec, value) : "");
}

static void
put_area (Export *self, gint64 area)
{
  if (area == 0)
    desk_sheet_writer_blank (self->writer);
  else
    desk_sheet_writer_decimal (self->writer, area);
}

static void
put_day (Export *self, gint64 day)
{
  if (day == 0)
    desk_sheet_writer_blank (self->writer);
  else
    desk_sheet_writer_day (self->writer, (DeskDay) day);
}

/* A share as 50% or 33.3333%. */
static void
put_share (Export *self, gint64 share)
{
  g_autofree char *number = desk_decimal_format (share, 4);
  g_autofree char *percent = NULL;

  for (gsize n = strlen (number); n > 0 && strchr ("0.", number[n - 1]) != NULL && strchr (number, '.') != NULL; n--)
    number[n - 1] = '\0';
  percent = share != 0 ? g_strconcat (number, "%", NULL) : g_strdup ("");
  desk_sheet_writer_text (self->writer, percent);
}

/* The texts of column 0 of @sql, which asks for person :person_id, one after the other with a slash between. */
static gboolean
put_list (Export *self, DeskSql sql, gint64 person_id, gint64 unit_id, char *(*mask) (const char *), GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (self->tx), sql);
  g_autoptr (GString) list = g_string_new (NULL);
  DeskStep step;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  if (sql == DESK_SQL_EXPORT_PLATES)
    desk_stmt_bind_int (stmt, "unit_id", unit_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      const char *whole = desk_stmt_text (stmt, 0);
      g_autofree char *shown = mask != NULL && self->masked ? mask (whole) : g_strdup (whole);

      g_string_append_printf (list, "%s%s", list->len > 0 ? "/" : "", shown);
    }
  desk_sheet_writer_text (self->writer, list->str);
  return step == DESK_STEP_DONE;
}

static gboolean
put_unit (Export *self, DeskStmt *stmt, GError **error)
{
  for (int i = 0; i < 3; i++)
    desk_sheet_writer_text (self->writer, desk_stmt_text (stmt, i));
  for (int i = 3; i < 5; i++)
    if (desk_stmt_int (stmt, i) == 0)
      desk_sheet_writer_blank (self->writer);
    else
      desk_sheet_writer_integer (self->writer, desk_stmt_int (stmt, i));
  put_word (self, &desk_enum_unit_kind, desk_stmt_int (stmt, 5));
  put_area (self, desk_stmt_int (stmt, 6));
  put_area (self, desk_stmt_int (stmt, 7));
  put_word (self, &desk_enum_state, desk_stmt_int (stmt, 8));
  put_day (self, desk_stmt_int (stmt, 9));
  desk_sheet_writer_text (self->writer, desk_stmt_text (stmt, 10));
  return TRUE;
}

static gboolean
put_person (Export *self, DeskStmt *stmt, GError **error)
{
  gint64 id = desk_stmt_int (stmt, 11);
  gint64 unit_id = desk_stmt_int (stmt, 12);

  for (int i = 0; i < 4; i++)
    desk_sheet_writer_text (self->writer, desk_stmt_text (stmt, i));
  put_word (self, &desk_enum_person_kind, desk_stmt_int (stmt, 4));
  if (!put_list (self, DESK_SQL_EXPORT_PHONES, id, 0, desk_mask_phone, error)
      || !put_list (self, DESK_SQL_EXPORT_DOCUMENT, id, 0, desk_mask_document, error))
    return FALSE;
  put_word (self, &desk_enum_role, desk_stmt_int (stmt, 5));
  desk_sheet_writer_text (self->writer, desk_stmt_text (stmt, 6));
  put_share (self, desk_stmt_int (stmt, 7));
  put_day (self, desk_stmt_int (stmt, 8));
  put_day (self, desk_stmt_int (stmt, 9));
  if (!put_list (self, DESK_SQL_EXPORT_PLATES, id, unit_id, NULL, error))
    return FALSE;
  desk_sheet_writer_text (self->writer, desk_stmt_text (stmt, 10));
  return TRUE;
}

static gboolean
write_rows (Export *self, GError **error)
{
  gboolean units = self->in->import == DESK_IMPORT_UNITS;
  DeskStmt *stmt = desk_db_get (desk_tx_db (self->tx), units ? DESK_SQL_EXPORT_UNITS : DESK_SQL_EXPORT_PEOPLE);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      if (!(units ? put_unit : put_person) (self, stmt, error) || !desk_sheet_writer_end_row (self->writer, error))
        {
          desk_stmt_reset (stmt);
          return FALSE;
        }
      self->n_rows++;
    }
  return step == DESK_STEP_DONE;
}

/* Whole numbers that leave the house leave a row in the trail: which list, and how many rows. */
static gboolean
note (Export *self, const DeskRecord *community, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();

  if (self->masked)
    return TRUE;
  desk_changes_add_text (changes, "exported", NULL, desk_import_nick (self->in->import));
  desk_changes_add_int (changes, "rows", 0, self->n_rows);
  return desk_tx_note (self->tx, community, changes, error);
}

gboolean
desk_body_export_register (DeskTx *tx, const DeskExportInput *in, DeskSaved *out, GError **error)
{
  gboolean units = in->import == DESK_IMPORT_UNITS;
  const DeskImportField *fields = units ? unit_fields : person_fields;
  guint n = units ? G_N_ELEMENTS (unit_fields) : G_N_ELEMENTS (person_fields);
  DeskSheetColumn columns[DESK_N_IMPORT_FIELDS];
  g_autoptr (DeskSheetWriter) writer = NULL;
  g_autoptr (DeskRecord) community = NULL;
  Export self = { .tx = tx, .in = in };
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &id, &found, error))
    return FALSE;
  community = desk_tx_get (tx, DESK_KIND_COMMUNITY, id, error);
  if (community == NULL || !desk_tx_check_scope (tx, community, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_COMMUNITY, id);
  out->id = id;
  if (in->import == DESK_IMPORT_CASES)
    return desk_export_cases (tx, in, &out->count, error);
  self.masked = desk_right_level (DESK_RIGHT_PERSONAL_EXPORT, tx->actor->roles) < DESK_LEVEL_ALL;
  for (guint i = 0; i < n; i++)
    columns[i] = column_of (in->text, fields[i]);
  writer = self.writer = desk_sheet_writer_new (in->path, desk_import_format_of_path (in->path),
                                                desk_text_import_kind (in->text, in->import), columns, n,
                                                tx->service->zone, error);
  desk_tx_about (tx, DESK_KIND_COMMUNITY, id);
  if (writer == NULL || !write_rows (&self, error) || !note (&self, community, error)
      || !desk_sheet_writer_complete (writer, error))
    return FALSE;
  tx->sheet = g_steal_pointer (&writer);
  out->id = id;
  out->count = self.n_rows;
  return TRUE;
}

/**
 * desk_export_write:
 * @import: UNITS, PEOPLE or CASES
 * @path: the file to make or replace: a workbook where it ends in .xlsx, else a CSV
 * @text: the language of headings and words; papers speak the store's
 * @n_rows: (out): how many rows were written
 * @masked: (out): whether numbers are masked, because @actor may not export whole ones; whole ones are recorded
 * @error: FORBIDDEN, FULL, IO
 *
 * Writes all units, or everybody with every stay. Brought in again, the sheet changes nothing.
 */
gboolean
desk_export_write (DeskService *service, const DeskActor *actor, DeskImport import, const char *path,
                   const DeskText *text, guint *n_rows, gboolean *masked, GError **error)
{
  g_autofree char *key = desk_id_new_key ();
  DeskExportInput *in = desk_export_input_new (key, import, path, text);
  DeskSaved saved = { 0 };
  gboolean ok = desk_export_register (service, actor, in, &saved, error);

  *n_rows = (guint) saved.count;
  *masked = saved.act_id == 0;
  desk_saved_clear (&saved);
  desk_export_input_free (in);
  return ok;
}
