/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "desk-restore.h"
#include "desk-text-figure.h"

/* Passphrases */

/* Reads a line without its end. Returns: (transfer full) (nullable). */
static char *
read_line (void)
{
  GString *line = g_string_new (NULL);
  int c;

  while ((c = getc (stdin)) != EOF && c != '\n')
    g_string_append_c (line, (char) c);
  if (c == EOF && line->len == 0)
    {
      g_string_free (line, TRUE);
      return NULL;
    }
  return g_string_free (line, FALSE);
}

/* Asks on the terminal without showing what is typed. */
static char *
ask (DeskCli *cli, const char *words)
{
  struct termios before, silent;
  char *typed;

  fprintf (stderr, "%s ", desk_text_get (cli->text, words));
  if (tcgetattr (STDIN_FILENO, &before) != 0)
    return read_line ();
  silent = before;
  silent.c_lflag &= (tcflag_t) ~ECHO;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
  typed = read_line ();
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  fputc ('\n', stderr);
  return typed;
}

/* The passphrase from the terminal, @twice when it closes something, or the first line of what is piped in. */
static char *
read_passphrase (DeskCli *cli, gboolean twice, GError **error)
{
  g_autofree char *first = NULL, *second = NULL;
  gboolean terminal = isatty (STDIN_FILENO);

  if (terminal && twice)
    fprintf (stderr, "%s\n", desk_text_get (cli->text, N_("Write the passphrase down: without it nobody, not even the "
                                                          "makers of Frontdesk, can open the backup.")));
  first = terminal ? ask (cli, N_("Passphrase:")) : read_line ();
  second = terminal && twice ? ask (cli, N_("Once more:")) : NULL;
  if (first == NULL || (terminal && twice && g_strcmp0 (first, second) != 0))
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_WRONG, "passphrase", NULL);
  else
    return g_steal_pointer (&first);
  return NULL;
}

/* Lists */

static DeskExit
print_backups (DeskCli *cli, GPtrArray *list)
{
  const DeskOutputColumn columns[] = {
    { "at", desk_text_get (cli->text, N_("Taken")), DESK_OUTPUT_TIME, NULL },
    { "bytes", desk_text_get (cli->text, N_("Bytes")), DESK_OUTPUT_INT, NULL },
    { "encrypted", desk_text_get (cli->text, N_("Encrypted")), DESK_OUTPUT_BOOL, NULL },
    { "units", desk_text_get (cli->text, N_("Units")), DESK_OUTPUT_INT, NULL },
    { "people", desk_text_get (cli->text, N_("People")), DESK_OUTPUT_INT, NULL },
    { "acts", desk_text_get (cli->text, N_("Acts")), DESK_OUTPUT_INT, NULL },
    { "lost_acts", desk_text_get (cli->text, N_("Would be lost")), DESK_OUTPUT_INT, NULL },
    { "head", NULL, DESK_OUTPUT_CODE, NULL },
    { "path", desk_text_get (cli->text, N_("File")), DESK_OUTPUT_TEXT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len && desk_output_goes_on (output); i++)
    {
      const DeskBackupInfo *info = list->pdata[i];
      g_autofree char *path = g_filename_display_name (info->path);
      DeskBackupLoss loss = { 0 };

      if (cli->service != NULL)
        desk_backup_count_loss (cli->service, info, &loss, NULL);
      desk_output_add (output, NULL, info->at);
      desk_output_add (output, NULL, info->size);
      desk_output_add (output, NULL, info->sealed);
      desk_output_add (output, NULL, desk_backup_info_count (info, "unit"));
      desk_output_add (output, NULL, desk_backup_info_count (info, "person"));
      desk_output_add (output, NULL, desk_backup_info_count (info, "act"));
      desk_output_add (output, NULL, loss.n_acts);
      desk_output_add (output, info->head, 0);
      desk_output_add (output, path, 0);
    }
  return desk_cli_finish (cli, output);
}

static DeskExit
print_backup (DeskCli *cli, const DeskBackupInfo *info)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, (gpointer) info);
  return print_backups (cli, list);
}

DeskExit
desk_cli_backups (DeskCli *cli, char **args)
{
  g_autoptr (DeskBackupPlan) plan = NULL;
  g_autoptr (GPtrArray) list = NULL, extra = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (!desk_cli_open (cli, DESK_OPEN_READ, &error) || (plan = desk_backup_plan_new (cli->service, &error)) == NULL
      || (id = desk_service_get_setting (cli->service, "store.id", &error)) == NULL)
    return desk_cli_fail (cli, error);
  list = desk_backup_list (plan->folder, id);
  extra = plan->extra != NULL ? desk_backup_list (plan->extra, id) : NULL;
  for (guint i = 0; extra != NULL && i < extra->len; i++)
    g_ptr_array_add (list, desk_backup_info_copy (extra->pdata[i]));
  return print_backups (cli, list);
}

/* The trail tells who took it along. The file is proved by then: a store too full for one more row takes nothing of it back. */
static void
note_backup (DeskCli *cli, const DeskBackupInfo *info)
{
  DeskBackupNoteInput in = { .at = info->at, .sealed = info->sealed };
  DeskSaved saved = { 0 };
  g_autoptr (GError) unnoted = NULL;

  if (!desk_note_backup (cli->service, cli->actor, &in, &saved, &unnoted))
    g_info ("%s", unnoted->message);
  desk_saved_clear (&saved);
}

DeskExit
desk_cli_backup (DeskCli *cli, char **args)
{
  g_autoptr (DeskBackupPlan) plan = NULL;
  g_autoptr (DeskBackupDone) done = NULL;
  g_autofree char *passphrase = NULL;
  g_autoptr (GError) error = NULL;

  if (!desk_cli_open (cli, DESK_OPEN_WRITE, &error)
      || !desk_service_allow (cli->service, cli->actor, DESK_RIGHT_BACKUP_MAKE, &error)
      || (cli->options.encrypt && (passphrase = read_passphrase (cli, TRUE, &error)) == NULL)
      || (plan = desk_backup_plan_new_file (args[0], passphrase, &error)) == NULL
      || (done = desk_backup_make (cli->service, plan, NULL, NULL, NULL, &error)) == NULL)
    return desk_cli_fail (cli, error);
  note_backup (cli, done->info);
  return print_backup (cli, done->info);
}

/* Restoring */

/* Opens the store that is there, to ask the gate and to say what would be lost. One that is missing or cannot be read
 * has nobody to ask, and is what a restore is for. */
static gboolean
ask_store (DeskCli *cli, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (desk_cli_open (cli, DESK_OPEN_READ, &local))
    return desk_service_allow (cli->service, cli->actor, DESK_RIGHT_BACKUP_RESTORE, error);
  g_clear_pointer (&cli->service, desk_service_close);
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND) || g_error_matches (local, DESK_ERROR, DESK_ERROR_DAMAGED)
      || g_error_matches (local, DESK_ERROR, DESK_ERROR_IO) || g_error_matches (local, DESK_ERROR, DESK_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
restore (DeskCli *cli, const DeskBackupInfo *info, GError **error)
{
  g_autofree char *passphrase = NULL;
  g_autoptr (DeskBackupInfo) ready = NULL;
  g_autoptr (DeskActor) actor = NULL;
  g_autoptr (GError) unnoted = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  if (info->sealed && (passphrase = read_passphrase (cli, FALSE, error)) == NULL)
    return FALSE;
  ready = desk_restore_prepare (cli->store, info->path, passphrase, cli->actor, cli->clock, NULL, error);
  if (ready == NULL)
    return FALSE;
  actor = g_steal_pointer (&cli->actor);
  g_clear_pointer (&cli->service, desk_service_close);
  if (desk_restore_swap (cli->store, desk_clock_now (cli->clock), zone, NULL, error))
    {
      if (!desk_restore_note (cli->store, ready->at, actor, cli->clock, &unnoted))
        g_info ("%s", unnoted->message);
      return TRUE;
    }
  desk_restore_drop (cli->store);
  return FALSE;
}

DeskExit
desk_cli_restore (DeskCli *cli, char **args)
{
  g_autoptr (DeskBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  if (!ask_store (cli, &error) || (info = desk_backup_info_read (args[0], &error)) == NULL)
    return desk_cli_fail (cli, error);
  if (cli->options.dry_run)
    return print_backup (cli, info);
  return restore (cli, info, &error) ? print_backup (cli, info) : desk_cli_fail (cli, error);
}
