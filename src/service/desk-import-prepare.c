/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-sheet-table.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

/* The dry run: reads the sheet to its end, asks the store what each row speaks of, writes nothing. */

typedef struct
{
  DeskService *service;
  DeskImportPlan *plan;
  DeskDay today;
  GHashTable *rows;   /* label key | name → row number: people seen in this file */
  GHashTable *units;  /* label key → GINT of the row that makes it */
  GHashTable *owners; /* label key → name of the first owner in this file */
} Run;

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
recall (Run *run, GError **error)
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
map_columns (Run *run, const DeskImportRequest *request, GError **error)
{
  DeskImportPlan *plan = run->plan;

  plan->fields = g_new (DeskImportField, plan->n_columns + 1);
  plan->guesses = g_new0 (DeskGuess, plan->n_columns + 1);
  plan->signature = sign (plan->headings);
  desk_import_guess_all (plan->import, (const char *const *) plan->headings, plan->n_columns, plan->fields, plan->guesses);
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

/* Texts of the row by column of the table. A number that a spreadsheet has rounded away is a fault of the row. */
static void
take_cells (DeskSheetTable *table, const DeskSheetRow *row, DeskImportPlan *plan, DeskImportLine *line, GPtrArray *problems)
{
  line->cells = g_new0 (char *, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const DeskSheetCell *cell = desk_sheet_row_cell (row, i);

      line->cells[i] = cell_text (plan, cell);
      if (*plan->samples[i] == '\0' && *line->cells[i] != '\0')
        {
          g_free (plan->samples[i]);
          plan->samples[i] = g_strdup (line->cells[i]);
        }
      if (plan->fields[i] != DESK_IMPORT_FIELD_NONE && cell != NULL && desk_sheet_cell_is_lossy (cell))
        g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_SHEET_NUMBER_LOST,
                                                     desk_import_field_nick (plan->fields[i]), -1, cell->text, NULL));
      else if (plan->fields[i] != DESK_IMPORT_FIELD_NONE && cell != NULL && cell->kind == DESK_SHEET_ERROR)
        g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER,
                                                     desk_import_field_nick (plan->fields[i]), -1, cell->text, NULL));
    }
}

static void
add_changes (DeskImportLine *line, gconstpointer before, gconstpointer after)
{
  g_autoptr (GPtrArray) diff = desk_changes_diff (before, after, (const guint8 *) "", 0);

  if (line->changes == NULL)
    line->changes = desk_changes_new ();
  while (diff->len > 0)
    g_ptr_array_add (line->changes, g_ptr_array_steal_index (diff, 0));
}

static gboolean
compare_unit (Run *run, DeskImportLine *line, gint64 unit_id, GError **error)
{
  g_autoptr (DeskRecord) before = desk_store_get (run->service->db, DESK_KIND_UNIT, unit_id, error);
  g_autoptr (DeskRecord) after = desk_record_copy (before);

  if (before == NULL)
    return FALSE;
  if (desk_import_merge_unit (line->data, (DeskUnit *) after))
    add_changes (line, before, after);
  return TRUE;
}

static gboolean
compare_occupancy (Run *run, DeskImportLine *line, gint64 occupancy_id, GError **error)
{
  g_autoptr (DeskRecord) before = desk_store_get (run->service->db, DESK_KIND_OCCUPANCY, occupancy_id, error);
  g_autoptr (DeskRecord) after = desk_record_copy (before);

  if (before == NULL)
    return FALSE;
  if (desk_import_merge_occupancy (line->data, (DeskOccupancy *) after))
    add_changes (line, before, after);
  return TRUE;
}

static gboolean
compare_person (Run *run, DeskImportLine *line, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;
  gboolean new_document;

  if (!desk_import_new_phones (run->service->db, line->data, person_id, &phones, error)
      || !desk_import_new_document (run->service->db, line->data, person_id, &new_document, error))
    return FALSE;
  if (line->changes == NULL && (phones->len > 0 || new_document))
    line->changes = desk_changes_new ();
  for (guint i = 0; i < phones->len; i++)
    desk_changes_add_text (line->changes, "phones", NULL, ((const DeskPhone *) phones->pdata[i])->number);
  if (new_document)
    desk_changes_add_text (line->changes, "documents", NULL, "");
  for (char **plate = line->data->plates; plate != NULL && *plate != NULL; plate++)
    {
      gboolean has;

      if (!desk_import_has_vehicle (run->service->db, *plate, &has, error))
        return FALSE;
      if (!has && line->changes == NULL)
        line->changes = desk_changes_new ();
      if (!has)
        desk_changes_add_text (line->changes, "plate", NULL, *plate);
    }
  return TRUE;
}

/* The same unit and person twice in one file: taken only when somebody says so. A second owner of a unit, where nobody
 * says who holds how much, owns it jointly. */
static void
compare_with_file (Run *run, DeskImportLine *line, const char *key)
{
  g_autofree char *name = line->data->person != NULL ? desk_import_same_name (line->data->person->name) : NULL;
  g_autofree char *both = g_strconcat (key != NULL ? key : "", "|", name != NULL ? name : "", NULL);
  gpointer other = g_hash_table_lookup (run->rows, both);
  DeskOccupancy *occupancy = line->data->occupancy;

  if (other != NULL && (key != NULL || line->data->phones->len > 0))
    {
      line->doubt = DESK_IMPORT_DOUBT_SAME_ROW;
      line->other_row = GPOINTER_TO_UINT (other);
      return;
    }
  if (occupancy != NULL && occupancy->role == DESK_ROLE_OWNER && occupancy->share == 0 && key != NULL)
    {
      if (g_hash_table_contains (run->owners, key))
        occupancy->role = DESK_ROLE_CO_OWNER;
      else
        g_hash_table_add (run->owners, g_strdup (key));
    }
  g_hash_table_insert (run->rows, g_steal_pointer (&both), GUINT_TO_POINTER (line->row));
}

static gboolean
compare_with_store (Run *run, DeskImportLine *line, const char *key, GPtrArray *problems, GError **error)
{
  g_auto (DeskImportFound) found = { 0 };

  if (!desk_import_find (run->service->db, line->data, run->today, &found, error))
    return FALSE;
  line->new_unit = key != NULL && found.unit_id == 0 && g_hash_table_add (run->units, g_strdup (key));
  line->new_person = line->data->person != NULL && found.person_id == 0;
  line->new_occupancy = line->data->occupancy != NULL && found.occupancy_id == 0;
  if (found.other_owner != NULL)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IMPORT_OTHER_OWNER, "name", -1, found.other_owner, NULL));
  if (run->plan->import == DESK_IMPORT_PEOPLE && key != NULL && found.unit_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IMPORT_NO_UNIT, "label", -1, key, NULL));
  return (found.unit_id == 0 || run->plan->import == DESK_IMPORT_PEOPLE || compare_unit (run, line, found.unit_id, error))
         && (found.occupancy_id == 0 || compare_occupancy (run, line, found.occupancy_id, error))
         && (found.person_id == 0 || compare_person (run, line, found.person_id, error));
}

static gboolean
judge (Run *run, DeskImportLine *line, GPtrArray *problems, GError **error)
{
  g_autofree char *key = NULL;

  line->data = desk_import_row_parse (run->plan->import, run->plan->fields, (const char *const *) line->cells,
                                      run->plan->n_columns, run->today, problems);
  key = desk_import_label_key (line->data);
  if (problems->len == 0)
    {
      compare_with_file (run, line, key);
      if (!compare_with_store (run, line, key, problems, error))
        return FALSE;
    }
  if (problems->len > 0)
    line->fate = DESK_FATE_REJECT;
  else if (line->doubt != DESK_IMPORT_DOUBT_NONE)
    line->fate = DESK_FATE_DOUBT;
  else if (line->new_unit || line->new_person || line->new_occupancy)
    line->fate = DESK_FATE_NEW;
  else
    line->fate = line->changes != NULL ? DESK_FATE_CHANGE : DESK_FATE_SAME;
  line->taken = line->fate == DESK_FATE_NEW || line->fate == DESK_FATE_CHANGE;
  if (problems->len > 0)
    line->problems = g_ptr_array_ref (problems);
  return TRUE;
}

static gboolean
read_lines (Run *run, DeskSheetTable *table, DeskImportProgress progress, gpointer data, GCancellable *cancellable,
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
      take_cells (table, &row, run->plan, line, problems);
      if (!judge (run, line, problems, error))
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
  const char *encoding = desk_sheet_reader_get_encoding (reader, NULL);

  for (guint i = 0; i < desk_sheet_reader_get_n_sheets (reader); i++)
    if (!desk_sheet_reader_is_sheet_hidden (reader, i))
      g_ptr_array_add (sheets, g_strdup (desk_sheet_reader_get_sheet_name (reader, i)));
  g_ptr_array_add (sheets, NULL);
  plan->sheets = (char **) g_ptr_array_free (g_steal_pointer (&sheets), FALSE);
  plan->sheet = g_strdup (desk_sheet_reader_get_format (reader) == DESK_SHEET_CSV
                              ? ""
                              : desk_sheet_reader_get_sheet_name (reader, desk_sheet_reader_get_sheet (reader)));
  plan->encoding = g_strdup (encoding != NULL ? encoding : "");
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

/**
 * desk_import_plan_prepare:
 * @service: a reading service of the calling thread
 * @request: what to read, and how
 * @progress: (nullable): called now and then with the rows read so far, on the calling thread
 * @error: what the sheet room says; INVALID where a key file names a heading that is not there; CANCELLED
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
  Run run = { .service = service, .today = desk_service_today (service) };
  gboolean ok;

  if (table == NULL)
    return NULL;
  plan = desk_import_plan_new (request->import, request->path);
  plan->staff_id = request->staff_id;
  describe (plan, reader, table);
  run.plan = plan;
  run.rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = map_columns (&run, request, error) && read_lines (&run, table, progress, data, cancellable, error);
  g_hash_table_unref (run.rows);
  g_hash_table_unref (run.units);
  g_hash_table_unref (run.owners);
  return ok ? g_steal_pointer (&plan) : NULL;
}
