/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "desk-export.h"
#include "desk-id.h"
#include "desk-import-plan.h"
#include "desk-setting.h"
#include "desk-text-import.h"

#define MAP_GROUP "columns"
#define MAP_BYTES (1024 * 1024)

/* Are both the same file, by whatever name? */
static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  if (strcmp (one, other) == 0)
    return TRUE;
  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* May a sheet be written there? The name says its format, and nothing that is needed is replaced. */
static DeskExit
check_out (DeskCli *cli, const char *out, const char *source)
{
  g_autofree char *lower = g_ascii_strdown (out, -1);
  g_autofree char *name = g_filename_display_name (out);

  if (!g_str_has_suffix (lower, ".csv") && !g_str_has_suffix (lower, ".xlsx"))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 is written as CSV or XLSX: let its name end in .csv or .xlsx."),
                         name, NULL);
  if (is_same_file (out, cli->store) || (source != NULL && is_same_file (out, source)))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 would be overwritten: give another name."), name, NULL);
  if (g_file_test (out, G_FILE_TEST_EXISTS) && !g_file_test (out, G_FILE_TEST_IS_REGULAR))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 is no file that can be written: give another name."), name, NULL);
  return DESK_EXIT_DONE;
}

static DeskExit
refuse_map (DeskCli *cli, const char *words)
{
  g_autofree char *name = g_filename_display_name (cli->options.map);

  return desk_cli_say (cli, DESK_EXIT_USAGE, words, name, NULL);
}

/* Reads the key file of --map: field nick → heading. @map: (out): NULL without the option. */
static DeskExit
read_map (DeskCli *cli, GHashTable **map)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = NULL;
  GStatBuf status;

  if (cli->options.map == NULL)
    return DESK_EXIT_DONE;
  if (g_stat (cli->options.map, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAP_BYTES
      || !g_key_file_load_from_file (file, cli->options.map, G_KEY_FILE_NONE, NULL))
    return refuse_map (cli, N_("The mapping %1 could not be read: it is a key file with the group [columns]."));
  keys = g_key_file_get_keys (file, MAP_GROUP, NULL, NULL);
  if (keys == NULL || *keys == NULL)
    return refuse_map (cli, N_("The mapping %1 names no columns: write our field = their heading under [columns]."));
  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *heading = g_key_file_get_string (file, MAP_GROUP, keys[i], NULL);

      if (heading == NULL || desk_import_field_from_nick (keys[i]) == DESK_IMPORT_FIELD_NONE)
        {
          g_free (heading);
          return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no field “%1” to map: see frontdeskctl(1)."), keys[i],
                               NULL);
        }
      g_hash_table_insert (table, g_strdup (keys[i]), heading);
    }
  *map = g_steal_pointer (&table);
  return DESK_EXIT_DONE;
}

static void
show_rows (guint done, gpointer data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%u", done);
}

/* Prints what became of the rows. */
static DeskExit
print_result (DeskCli *cli, DeskImportPlan *plan, gint64 batch, guint taken)
{
  guint read = desk_import_plan_get_n_lines (plan);
  guint same = desk_import_plan_count (plan, DESK_FATE_SAME);
  const DeskOutputColumn columns[] = {
    { "batch", desk_text_get (cli->text, N_("Batch")),
      cli->format == DESK_OUTPUT_TABLE ? DESK_OUTPUT_INT : DESK_OUTPUT_ID, NULL },
    { "read", desk_text_get (cli->text, N_("Rows read")), DESK_OUTPUT_INT, NULL },
    { "taken", desk_text_get (cli->text, N_("Taken")), DESK_OUTPUT_INT, NULL },
    { "rejected", desk_text_get_c (cli->text, NP_("rows", "Rejected")), DESK_OUTPUT_INT, NULL },
    { "unchanged", desk_text_get_c (cli->text, NP_("rows", "Unchanged")), DESK_OUTPUT_INT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  g_autofree char *rejected = g_strdup_printf ("%u", read - taken - same);
  DeskExit code;

  desk_output_add (output, NULL, batch);
  desk_output_add (output, NULL, read);
  desk_output_add (output, NULL, taken);
  desk_output_add (output, NULL, read - taken - same);
  desk_output_add (output, NULL, same);
  code = desk_cli_finish (cli, output);
  if (code != DESK_EXIT_DONE || read == taken + same)
    return code;
  return desk_cli_say (cli, DESK_EXIT_NO,
                       cli->options.rejects != NULL
                           ? N_("Rows not taken: %1; mend them in %2 and bring that sheet in.")
                           : N_("Rows not taken: %1; --rejects OUT gives them back with the reasons."),
                       rejected, cli->options.rejects, NULL);
}

static gboolean
take (DeskCli *cli, DeskImportPlan *plan, gint64 *batch, guint *taken, GError **error)
{
  g_autofree char *key = desk_id_new_key ();
  DeskImportInput in = { .input = { key }, .plan = plan };
  DeskSaved saved = { 0 };
  gboolean ok;

  *taken = desk_import_plan_count_taken (plan);
  if (cli->options.dry_run || *taken == 0)
    return TRUE;
  ok = desk_take_import (cli->service, cli->actor, &in, &saved, error);
  *batch = saved.act_id;
  *taken = (guint) saved.count;
  desk_saved_clear (&saved);
  return ok;
}

static gboolean
write_rejects (DeskCli *cli, DeskImportPlan *plan, GError **error)
{
  return cli->options.rejects == NULL
         || desk_import_plan_write_rejects (plan, cli->options.rejects, cli->text, error);
}

static DeskExit
run_plan (DeskCli *cli, DeskImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  DeskImportField missing = desk_import_plan_get_missing (plan);
  gint64 batch = 0;
  guint taken, rejects;

  if (missing != DESK_IMPORT_FIELD_NONE)
    {
      g_autofree char *name = g_filename_display_name (desk_import_plan_get_path (plan));

      return desk_cli_say (cli, DESK_EXIT_USAGE, N_("No column of %1 gives the field “%2”: name it with --map."), name,
                           desk_import_field_nick (missing), NULL);
    }
  /* First, so that a sheet that cannot be written stops the import; again, if the store refused more rows. */
  if (!write_rejects (cli, plan, &error))
    return desk_cli_fail (cli, error);
  rejects = desk_import_plan_count_rejects (plan);
  if (!take (cli, plan, &batch, &taken, &error)
      || (desk_import_plan_count_rejects (plan) != rejects && !write_rejects (cli, plan, &error)))
    return desk_cli_fail (cli, error);
  return print_result (cli, plan, batch, taken);
}

static DeskExit
undo (DeskCli *cli, const char *typed)
{
  const DeskOutputColumn columns[] = {
    { "batch", desk_text_get (cli->text, N_("Batch")),
      cli->format == DESK_OUTPUT_TABLE ? DESK_OUTPUT_INT : DESK_OUTPUT_ID, NULL },
    { "undone", desk_text_get (cli->text, N_("Undone")), DESK_OUTPUT_BOOL, NULL },
  };
  g_autoptr (DeskOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = desk_id_new_key ();
  DeskUndoInput in = { .input = { key }, .import_only = TRUE };
  DeskSaved saved = { 0 };
  guint64 batch;
  gboolean ok;

  if (!desk_cli_read_number (typed, "batch", 1, G_MAXINT64, &batch, &error)
      || !desk_cli_open (cli, DESK_OPEN_WRITE, &error))
    return desk_cli_fail (cli, error);
  in.act_id = (gint64) batch;
  ok = desk_undo_act (cli->service, cli->actor, &in, &saved, &error);
  desk_saved_clear (&saved);
  if (!ok)
    return desk_cli_fail (cli, error);
  output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  desk_output_add (output, NULL, in.act_id);
  desk_output_add (output, NULL, TRUE);
  return desk_cli_finish (cli, output);
}

/* import units|people|register|cases|complaints FILE, import undo BATCH. */
DeskExit
desk_cli_import (DeskCli *cli, char **args)
{
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  DeskImportRequest request = { .path = args[1], .sheet = cli->options.sheet, .encoding = cli->options.encoding };
  int import = desk_import_from_nick (args[0]);
  DeskExit code;

  if (strcmp (args[0], "undo") == 0)
    return undo (cli, args[1]);
  if (import < 0)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no kind of sheet “%1”: take units, people, register, cases or complaints."),
                         args[0], NULL);
  code = cli->options.rejects != NULL ? check_out (cli, cli->options.rejects, args[1]) : DESK_EXIT_DONE;
  if (code == DESK_EXIT_DONE)
    code = read_map (cli, &map);
  if (code != DESK_EXIT_DONE)
    return code;
  if (!desk_cli_open (cli, cli->options.dry_run ? DESK_OPEN_READ : DESK_OPEN_WRITE, &error))
    return desk_cli_fail (cli, error);
  request.import = (DeskImport) import;
  request.sure_only = TRUE;
  request.map = map;
  request.staff_id = cli->actor->staff_id;
  plan = desk_import_plan_prepare (cli->service, &request, show_rows, NULL, NULL, &error);
  if (isatty (STDERR_FILENO))
    fputs ("\r       \r", stderr);
  return plan != NULL ? run_plan (cli, plan) : desk_cli_fail (cli, error);
}

/* export units|people|cases OUT. Sheets that leave speak the store's language, not the terminal's. */
DeskExit
desk_cli_export (DeskCli *cli, char **args)
{
  const DeskOutputColumn columns[] = {
    { "file", desk_text_get (cli->text, N_("File")), DESK_OUTPUT_TEXT, NULL },
    { "rows", desk_text_get (cli->text, N_("Rows")), DESK_OUTPUT_INT, NULL },
    { "masked", desk_text_get (cli->text, N_("Masked")), DESK_OUTPUT_BOOL, NULL },
  };
  g_autofree char *name = g_filename_display_name (args[1]);
  g_autofree char *language = NULL;
  g_autoptr (DeskText) paper = NULL;
  g_autoptr (DeskOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  int import = desk_import_from_nick (args[0]);
  DeskExit code = check_out (cli, args[1], NULL);
  gboolean masked;
  guint rows;

  if (import != DESK_IMPORT_UNITS && import != DESK_IMPORT_PEOPLE && import != DESK_IMPORT_CASES)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no list “%1”: take units, people or cases."), args[0], NULL);
  if (code != DESK_EXIT_DONE)
    return code;
  if (!desk_cli_open (cli, DESK_OPEN_WRITE, &error)
      || (language = desk_service_get_setting (cli->service, desk_setting_name (DESK_SETTING_LANGUAGE), &error)) == NULL)
    return desk_cli_fail (cli, error);
  paper = desk_text_new (language, desk_service_zone (cli->service));
  if (!desk_export_write (cli->service, cli->actor, (DeskImport) import, args[1], paper, &rows, &masked, &error))
    return desk_cli_fail (cli, error);
  output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  desk_output_add (output, name, 0);
  desk_output_add (output, NULL, rows);
  desk_output_add (output, NULL, masked);
  return desk_cli_finish (cli, output);
}
