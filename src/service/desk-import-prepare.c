/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk-service-private.h"
#include "desk-sheet-table.h"
#include "desk-tx.h"

/* The dry run: reads the sheet to its end, asks the store what each row speaks of, writes nothing. */

/* A sheet of rejected rows is the source's sheet: the column of reasons makes no other layout. */
static char *
sign (char *const *headings)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autofree char *normal = desk_import_heading_normalize (headings[i]);

      if (desk_import_is_reason_heading (headings[i]))
        continue;
      g_checksum_update (sum, (const guchar *) normal, -1);
      g_checksum_update (sum, (const guchar *) "|", 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
apply_layout (DeskImportPlan *plan, const char *const *nicks)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    n += !desk_import_is_reason_heading (plan->headings[i]);
  if (g_strv_length ((char **) nicks) != n)
    return FALSE;
  n = 0;
  for (guint i = 0; i < plan->n_columns; i++)
    {
      gboolean reason = desk_import_is_reason_heading (plan->headings[i]);

      plan->fields[i] = reason ? DESK_IMPORT_FIELD_NONE : desk_import_field_from_nick (nicks[n++]);
      plan->guesses[i] = DESK_GUESS_SURE;
    }
  return TRUE;
}

/* The mapping that was used for these headings before, if there is one. */
static gboolean
recall (DeskImportRun *run, GError **error)
{
  DeskImportPlan *plan = run->plan;
  DeskStmt *stmt;
  gboolean found;

  if (plan->staff_id == 0)
    return TRUE;
  stmt = desk_db_get (run->service->db, DESK_SQL_IMPORT_LAYOUT_FIND);
  desk_stmt_bind_int (stmt, "staff_id", plan->staff_id);
  desk_stmt_bind_int (stmt, "import", plan->import);
  desk_stmt_bind_text (stmt, "signature", plan->signature);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      g_auto (GStrv) nicks = g_strsplit (desk_stmt_text (stmt, 1), ",", -1);

      plan->remembered = apply_layout (plan, (const char *const *) nicks);
      desk_stmt_reset (stmt);
    }
  return TRUE;
}

/* Their heading of each field, out of a key file. */
static gboolean
apply_map (DeskImportPlan *plan, GHashTable *map, GError **error)
{
  GHashTableIter iter;
  gpointer nick, heading;

  for (guint i = 0; i < plan->n_columns; i++)
    plan->fields[i] = DESK_IMPORT_FIELD_NONE;
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &nick, &heading))
    {
      DeskImportField field = desk_import_field_from_nick (nick);
      g_autofree char *wanted = desk_import_heading_normalize (heading);
      gboolean found = FALSE;

      for (guint i = 0; i < plan->n_columns && !found; i++)
        {
          g_autofree char *have = desk_import_heading_normalize (plan->headings[i]);

          found = g_str_equal (have, wanted);
          if (found)
            {
              plan->fields[i] = field;
              plan->guesses[i] = DESK_GUESS_SURE;
            }
        }
      if (!found || !desk_import_takes (plan->import, field))
        {
          desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_IMPORT_NO_COLUMN, NULL, (const char *) nick,
                          (const char *) heading, NULL);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
map_columns (DeskImportRun *run, const DeskImportRequest *request, GError **error)
{
  DeskImportPlan *plan = run->plan;

  plan->fields = g_new (DeskImportField, plan->n_columns + 1);
  plan->guesses = g_new0 (DeskGuess, plan->n_columns + 1);
  plan->signature = sign (plan->headings);
  desk_import_guess_all (plan->import, (const char *const *) plan->headings, plan->n_columns, plan->fields, plan->guesses);
  for (guint i = 0; request->sure_only && i < plan->n_columns; i++)
    if (plan->guesses[i] != DESK_GUESS_SURE)
      plan->fields[i] = DESK_IMPORT_FIELD_NONE;
  if (request->map != NULL)
    return apply_map (plan, request->map, error);
  if (request->fields == NULL || request->n_fields != plan->n_columns)
    return recall (run, error);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (plan->fields[i] != request->fields[i])
        plan->guesses[i] = DESK_GUESS_SURE;
      plan->fields[i] = request->fields[i];
    }
  return TRUE;
}

/* The text of a cell. A CSV's text that a spreadsheet would run as a formula comes with an apostrophe before it. */
static char *
cell_text (const DeskImportPlan *plan, const DeskSheetCell *cell)
{
  const char *text = cell != NULL ? cell->text : "";
  const char *inner = text + strspn (text, "'");

  if (plan->separator != 0 && *text == '\'' && *inner != '\0' && strchr ("=+-@", *inner) != NULL)
    text++;
  return g_strdup (text);
}

/* What somebody has put into a cell instead; NULL: nothing. */
static const char *
find_mend (const DeskImportRequest *request, guint row, guint column)
{
  for (guint i = 0; i < request->n_mends; i++)
    if (request->mends[i].row == row && request->mends[i].column == column)
      return request->mends[i].text;
  return NULL;
}

/* What is wrong with a cell before anybody reads it: digits that a spreadsheet has rounded away, an error of its own. */
static void
check_cell (const DeskSheetCell *cell, DeskImportField field, GPtrArray *problems)
{
  const char *nick = desk_import_field_nick (field);

  if (desk_sheet_cell_is_lossy (cell))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_SHEET_NUMBER_LOST, nick, -1, cell->text, NULL));
  else if (cell->kind == DESK_SHEET_ERROR)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, nick, -1, cell->text, NULL));
}

/* Texts of the row by column of the table. */
static void
take_cells (DeskImportPlan *plan, const DeskImportRequest *request, const DeskSheetRow *row, DeskImportLine *line,
            GPtrArray *problems)
{
  line->cells = g_new0 (char *, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const DeskSheetCell *cell = desk_sheet_row_cell (row, i);
      const char *mend = find_mend (request, row->number, i);

      line->cells[i] = mend != NULL ? g_strdup (mend) : cell_text (plan, cell);
      if (*plan->samples[i] == '\0' && *line->cells[i] != '\0')
        {
          g_free (plan->samples[i]);
          plan->samples[i] = g_strdup (line->cells[i]);
        }
      if (mend == NULL && cell != NULL && plan->fields[i] != DESK_IMPORT_FIELD_NONE)
        check_cell (cell, plan->fields[i], problems);
    }
}

static gboolean
read_lines (DeskImportRun *run, const DeskImportRequest *request, DeskSheetTable *table, DeskImportProgress progress, gpointer data, GCancellable *cancellable,
            GError **error)
{
  DeskSheetRow row;
  GError *local = NULL;

  while (desk_sheet_table_next (table, &row, cancellable, &local))
    {
      DeskImportLine *line = g_new0 (DeskImportLine, 1);
      g_autoptr (GPtrArray) problems = desk_problems_new ();

      g_ptr_array_add (run->plan->lines, line);
      line->row = row.number;
      take_cells (run->plan, request, &row, line, problems);
      if (!desk_import_judge (run, line, problems, error))
        return FALSE;
      if (progress != NULL && run->plan->lines->len % 256 == 0)
        progress (run->plan->lines->len, data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
describe (DeskImportPlan *plan, DeskSheetReader *reader, DeskSheetTable *table)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  DeskSheetEncodingReason reason;
  const char *encoding = desk_sheet_reader_get_encoding (reader, &reason);

  for (guint i = 0; i < desk_sheet_reader_get_n_sheets (reader); i++)
    if (!desk_sheet_reader_is_sheet_hidden (reader, i))
      g_ptr_array_add (sheets, g_strdup (desk_sheet_reader_get_sheet_name (reader, i)));
  g_ptr_array_add (sheets, NULL);
  plan->sheets = (char **) g_ptr_array_free (g_steal_pointer (&sheets), FALSE);
  plan->sheet = g_strdup (desk_sheet_reader_get_format (reader) == DESK_SHEET_CSV
                              ? ""
                              : desk_sheet_reader_get_sheet_name (reader, desk_sheet_reader_get_sheet (reader)));
  plan->encoding = g_strdup (encoding != NULL ? encoding : "");
  plan->assumed = reason == DESK_SHEET_ENCODING_ASSUMED || reason == DESK_SHEET_ENCODING_LETTERS
                  || reason == DESK_SHEET_ENCODING_ZEROS;
  plan->separator = desk_sheet_reader_get_separator (reader);
  plan->header_row = desk_sheet_table_get_header_row (table, NULL);
  plan->n_columns = desk_sheet_table_get_n_columns (table);
  plan->headings = g_new0 (char *, plan->n_columns + 1);
  plan->samples = g_new0 (char *, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      plan->headings[i] = g_strdup (desk_sheet_table_get_heading (table, i));
      plan->samples[i] = g_strdup ("");
    }
}

/* Size and time of the last change in one number, 0 where there is no file. */
static guint64
stamp_of (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return 0;
  return ((guint64) status.st_mtim.tv_sec * 1000000007u) ^ ((guint64) status.st_mtim.tv_nsec << 20) ^ (guint64) status.st_size;
}

/* Cells were mended by the numbers of their rows: in a file that was changed since they would stand somewhere else. */
static gboolean
check_stamp (const DeskImportRequest *request, guint64 stamp, GError **error)
{
  g_autofree char *name = NULL;

  if (request->n_mends == 0 || request->stamp == 0 || request->stamp == stamp)
    return TRUE;
  name = g_filename_display_name (request->path);
  desk_error_set (error, DESK_ERROR_STALE, DESK_PROBLEM_SHEET_CHANGED, NULL, name, NULL);
  return FALSE;
}

/**
 * desk_import_plan_prepare:
 * @service: a reading service of the calling thread
 * @request: what to read, and how
 * @progress: (nullable): called now and then with the rows read so far, on the calling thread
 * @error: what the sheet room says; STALE where cells were mended on another state of the file; INVALID where a key file names a heading that is not there; CANCELLED
 *
 * Returns: (transfer full) (nullable): the plan
 */
DeskImportPlan *
desk_import_plan_prepare (DeskService *service, const DeskImportRequest *request, DeskImportProgress progress,
                          gpointer data, GCancellable *cancellable, GError **error)
{
  DeskSheetOptions options = { request->sheet, request->encoding, request->separator };
  DeskSheetTableOptions table_options = { request->header_row, desk_import_knows_heading, NULL };
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (request->path, &options, cancellable, error);
  g_autoptr (DeskSheetTable) table = reader ? desk_sheet_table_new (reader, &table_options, cancellable, error) : NULL;
  g_autoptr (DeskImportPlan) plan = NULL;
  DeskImportRun run = { .service = service, .today = desk_service_today (service) };
  guint64 stamp = stamp_of (request->path);
  gboolean ok;

  if (table == NULL || !check_stamp (request, stamp, error))
    return NULL;
  plan = desk_import_plan_new (request->import, request->path);
  plan->staff_id = request->staff_id;
  plan->stamp = stamp;
  describe (plan, reader, table);
  if (plan->import >= DESK_N_IMPORTS)
    plan->import = desk_import_guess_kind ((const char *const *) plan->headings, plan->n_columns);
  run.plan = plan;
  desk_import_run_init (&run);
  ok = map_columns (&run, request, error) && read_lines (&run, request, table, progress, data, cancellable, error);
  desk_import_run_clear (&run);
  return ok ? g_steal_pointer (&plan) : NULL;
}

/* What is to be prepared, with copies of all that the request points at. */
struct _DeskPrepareInput
{
  DeskInput input;
  DeskImportRequest request;
  DeskProgress *progress;
};

/* @request is copied (but for a key file's map); @progress: (nullable): kept. */
DeskPrepareInput *
desk_prepare_input_new (const DeskImportRequest *request, DeskProgress *progress)
{
  DeskPrepareInput *self = g_new0 (DeskPrepareInput, 1);
  DeskImportMend *mends = g_new0 (DeskImportMend, request->n_mends);

  self->request = *request;
  self->request.map = NULL;
  self->request.path = g_strdup (request->path);
  self->request.sheet = g_strdup (request->sheet);
  self->request.encoding = g_strdup (request->encoding);
  self->request.fields = g_memdup2 (request->fields, request->n_fields * sizeof *request->fields);
  for (guint i = 0; i < request->n_mends; i++)
    mends[i] = (DeskImportMend){ request->mends[i].row, request->mends[i].column, g_strdup (request->mends[i].text) };
  self->request.mends = mends;
  self->progress = progress != NULL ? desk_progress_ref (progress) : NULL;
  return self;
}

/* Frees @input. */
void
desk_prepare_input_free (gpointer input)
{
  DeskPrepareInput *self = input;

  g_free ((char *) self->request.path);
  g_free ((char *) self->request.sheet);
  g_free ((char *) self->request.encoding);
  g_free ((DeskImportField *) self->request.fields);
  for (guint i = 0; i < self->request.n_mends; i++)
    g_free ((char *) self->request.mends[i].text);
  g_free ((DeskImportMend *) self->request.mends);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_free (self);
}

/* Lets go of the plan. */
void
desk_prepared_clear (gpointer result)
{
  DeskPrepared *self = result;

  g_clear_pointer (&self->plan, desk_import_plan_unref);
}

static void
show_progress (guint done, gpointer data)
{
  desk_progress_set (data, done, 0);
}

/* The dry run, on the thread of long reads. */
gboolean
desk_body_prepare_import (DeskTx *tx, const DeskPrepareInput *in, DeskPrepared *out, GError **error)
{
  DeskImportRequest request = in->request;

  request.staff_id = tx->actor->staff_id;
  out->plan = desk_import_plan_prepare (tx->service, &request, show_progress, in->progress,
                                        desk_progress_get_cancellable (in->progress), error);
  return out->plan != NULL;
}
