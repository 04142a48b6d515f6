/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "desk-demo.h"
#include "desk-id.h"
#include "desk-rule.h"
#include "desk-store-default.h"

#define EARLIEST 20000101
#define LATEST 21001231

/* Prints what a new store holds. */
static DeskExit
print_store (DeskCli *cli)
{
  const DeskOutputColumn columns[] = {
    { "store", desk_text_get (cli->text, N_("Store")), DESK_OUTPUT_TEXT, NULL },
    { "community", desk_text_get (cli->text, N_("Community")), DESK_OUTPUT_TEXT, NULL },
    { "units", desk_text_get (cli->text, N_("Units")), DESK_OUTPUT_INT, NULL },
    { "people", desk_text_get (cli->text, N_("People")), DESK_OUTPUT_INT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  g_autoptr (GError) error = NULL;
  DeskGetInput in = { .kind = DESK_KIND_COMMUNITY, .day = desk_service_today (cli->service) };
  DeskCommunityPage page = { 0 };
  gboolean ok = desk_get_community (cli->service, cli->actor, &in, &page, &error);

  if (ok)
    {
      g_autofree char *store = g_filename_display_name (cli->store);

      desk_output_add (output, store, 0);
      desk_output_add (output, page.community != NULL ? page.community->name : NULL, 0);
      desk_output_add (output, NULL, page.n_units);
      desk_output_add (output, NULL, page.n_people);
    }
  desk_community_page_clear (&page);
  return ok ? desk_cli_finish (cli, output) : desk_cli_fail (cli, error);
}

/* The name is looked at before the file is made, so that a refusal leaves none. */
static gboolean
check_community (DeskCommunity *community, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_community (community, problems);
  if (problems->len == 0)
    return TRUE;
  desk_error_set_problems (error, DESK_ERROR_INVALID, problems);
  return FALSE;
}

/* Only the folder of the standard place is made; where somebody names a place, it is there or it is a mistake. */
static void
prepare_folder (DeskCli *cli)
{
  g_autofree char *standard = desk_store_default_path ();

  if (g_strcmp0 (standard, cli->store) == 0)
    desk_store_default_prepare (cli->store);
}

DeskExit
desk_cli_init (DeskCli *cli, char **args)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_COMMUNITY);
  g_autofree char *key = desk_id_new_key ();
  g_autoptr (GError) error = NULL;
  DeskRecordInput in = { .input = { key }, .record = record };
  DeskSaved saved = { 0 };
  gboolean ok;

  if (cli->options.community == NULL)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 needs %2: see frontdeskctl %1 --help."), "init",
                         "--community NAME", NULL);
  desk_text_set (&((DeskCommunity *) record)->name, cli->options.community);
  if (!check_community ((DeskCommunity *) record, &error))
    return desk_cli_fail (cli, error);
  prepare_folder (cli);
  ok = desk_cli_open (cli, DESK_OPEN_CREATE, &error)
       && desk_save_community (cli->service, cli->actor, &in, &saved, &error);
  desk_saved_clear (&saved);
  return ok ? print_store (cli) : desk_cli_fail (cli, error);
}

/* Ctrl+C while the demonstration is made: what is there of it is taken away. */
static volatile sig_atomic_t interrupted;

static void
interrupt (int number)
{
  interrupted = 1;
}

static void
show_progress (guint done, guint total, gpointer data)
{
  if (interrupted)
    g_cancellable_cancel (data);
  if (isatty (STDERR_FILENO))
    fprintf (stderr, done < total ? "\r%3u %%" : "\r      \r", done * 100 / MAX (total, 1));
}

static gboolean
read_demo (DeskCli *cli, DeskDemoScale *scale, guint64 *seed, DeskDay *today, GError **error)
{
  const char *typed = cli->options.scale;

  *scale = g_strcmp0 (typed, "city") == 0 ? DESK_DEMO_CITY : DESK_DEMO_DESK;
  if (typed == NULL || (*scale == DESK_DEMO_DESK && strcmp (typed, "desk") != 0))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "scale", typed ? typed : "", NULL);
      return FALSE;
    }
  if (!desk_cli_read_number (cli->options.seed, "seed", 0, G_MAXUINT64, seed, error))
    return FALSE;
  if (cli->options.today == NULL)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

      *today = desk_day_of_time (desk_clock_now (cli->clock), zone);
      return TRUE;
    }
  if (!desk_cli_read_day (cli->options.today, "today", today, error))
    return FALSE;
  if (*today >= EARLIEST && *today <= LATEST)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "today", cli->options.today, "2000-01-01",
                  "2100-12-31", NULL);
  return FALSE;
}

DeskExit
desk_cli_demo (DeskCli *cli, char **args)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DeskDemoScale scale;
  guint64 seed;
  DeskDay today;

  if (cli->options.scale == NULL || cli->options.seed == NULL)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 needs %2: see frontdeskctl %1 --help."), "demo",
                         "--scale desk|city --seed N", NULL);
  if (!read_demo (cli, &scale, &seed, &today, &error))
    return desk_cli_fail (cli, error);
  prepare_folder (cli);
  signal (SIGINT, interrupt);
  signal (SIGTERM, interrupt);
  if (!desk_demo_make (cli->store, scale, seed, today, cancellable, show_progress, cancellable, &error)
      || !desk_cli_open (cli, DESK_OPEN_READ, &error))
    return desk_cli_fail (cli, error);
  return print_store (cli);
}

/* The same of what a deep check finds in the rows. */
static DeskExit
judge_rows (DeskCli *cli, const DeskVerifyReport *report)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, report->n_unlike > 0      ? report->n_unlike
                                                                  : report->n_changed > 0   ? report->n_changed
                                                                  : report->n_bad_files > 0 ? report->n_bad_files
                                                                                            : report->n_missing_keys);

  if (report->n_unlike > 0)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("%1 records are not what the trail says, the first is %2: somebody changed the store from outside."),
                         number, desk_kind_nick (report->unlike_kind), NULL);
  if (report->n_changed > 0)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("%1 records that nobody touched differ from the last backup: somebody changed the store from outside."),
                         number, NULL);
  if (report->n_bad_files > 0)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("The contents of %1 attached files are damaged or gone: the latest backup has them."),
                         number, NULL);
  if (report->n_bad_words > 0)
    {
      g_autofree char *texts = g_strdup_printf ("%" G_GINT64_FORMAT, report->n_bad_words);
      g_autofree char *first = g_strdup_printf ("%s %" G_GINT64_FORMAT, desk_kind_nick (report->words_kind), report->words_id);

      return desk_cli_say (cli, DESK_EXIT_NO, N_("%1 texts are not found as they stand, the first is %2: salvage makes a store with the search anew."),
                           texts, first, NULL);
    }
  if (report->counter != NULL)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("The numbers of %1 would be given twice: keep the store as it is and take the latest backup."),
                         report->counter, NULL);
  return desk_cli_say (cli, DESK_EXIT_NO, N_("%1 search keys are missing or too many: keep the store as it is and take the latest backup."),
                       number, NULL);
}

/* What was found wrong, in one sentence; the file's own fault comes first, because the rest may follow from it. */
static DeskExit
judge (DeskCli *cli, const DeskVerifyReport *report)
{
  g_autofree char *number = NULL;

  if (report->ok)
    return DESK_EXIT_DONE;
  if (report->detail != NULL)
    return desk_cli_say (cli, DESK_EXIT_DAMAGED,
                         N_("The store is damaged (%1): keep it as it is and take the latest backup."), report->detail,
                         NULL);
  if (report->broken_trail != 0)
    {
      number = g_strdup_printf ("%" G_GINT64_FORMAT, report->broken_trail);
      return desk_cli_say (cli, DESK_EXIT_NO,
                           N_("The trail does not hold from row %1 on: somebody changed the store from outside."),
                           number, NULL);
    }
  return judge_rows (cli, report);
}

static const char *const against_nicks[] = { "holds", "cut", "rewritten", "unknown" };

/* The same of what was kept elsewhere; said after what the chain says of itself. */
static DeskExit
judge_against (DeskCli *cli, const DeskAgainstReport *report)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, report->row);
  g_autofree char *kept = g_strdup_printf ("%" G_GINT64_FORMAT, report->kept);

  switch (report->answer)
    {
    case DESK_AGAINST_CUT:
      return desk_cli_say (cli, DESK_EXIT_NO, N_("The trail was cut: rows %1 to %2 of the backup are gone."), row, kept,
                           NULL);
    case DESK_AGAINST_REWRITTEN:
      return desk_cli_say (cli, DESK_EXIT_NO, N_("The trail was rewritten: from row %1 on it is another than in the backup."),
                           row, NULL);
    case DESK_AGAINST_UNKNOWN:
      return desk_cli_say (cli, DESK_EXIT_NO, N_("No row of the trail has this head: it was cut or rewritten since."), NULL);
    case DESK_AGAINST_HOLDS:
    default:
      return DESK_EXIT_DONE;
    }
}

DeskExit
desk_cli_verify (DeskCli *cli, char **args)
{
  g_autoptr (DeskOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  DeskVerifyReport report = { 0 };
  DeskAgainstReport against = { DESK_AGAINST_HOLDS, 0, 0 };
  gboolean compares = cli->options.against != NULL;
  DeskExit code, printed;

  if (!desk_cli_open (cli, DESK_OPEN_READ, &error)
      || !desk_service_verify (cli->service, cli->options.deep, &report, NULL, &error)
      || (compares && !desk_service_verify_against (cli->service, cli->options.against, &against, &error)))
    {
      desk_verify_report_clear (&report);
      return desk_cli_fail (cli, error);
    }
  {
    const DeskOutputColumn columns[] = {
      { "ok", desk_text_get (cli->text, N_("Whole")), DESK_OUTPUT_BOOL, NULL },
      { "trail", desk_text_get (cli->text, N_("Trail rows")), DESK_OUTPUT_INT, NULL },
      { "broken_trail", desk_text_get (cli->text, N_("Broken at")), DESK_OUTPUT_INT, NULL },
      { "missing_keys", desk_text_get (cli->text, N_("Wrong keys")), DESK_OUTPUT_INT, NULL },
      { "bad_words", desk_text_get (cli->text, N_("Wrong texts")), DESK_OUTPUT_INT, NULL },
      { "unlike", desk_text_get (cli->text, N_("Unlike the trail")), DESK_OUTPUT_INT, NULL },
      { "compared", desk_text_get (cli->text, N_("Compared")), DESK_OUTPUT_INT, NULL },
      { "changed", desk_text_get (cli->text, N_("Unlike the backup")), DESK_OUTPUT_INT, NULL },
      { "bad_files", desk_text_get (cli->text, N_("Bad files")), DESK_OUTPUT_INT, NULL },
      { "head", desk_text_get (cli->text, N_("Head")), DESK_OUTPUT_TEXT, NULL },
      { "compared_with", NULL, DESK_OUTPUT_CODE, NULL },
      { "detail", NULL, DESK_OUTPUT_CODE, NULL },
      { "against", NULL, DESK_OUTPUT_CODE, NULL },
      { "against_row", NULL, DESK_OUTPUT_ID, NULL },
    };

    output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns) - (compares ? 0 : 2));
    desk_output_add (output, NULL, report.ok && against.answer == DESK_AGAINST_HOLDS);
    desk_output_add (output, NULL, report.n_trail);
    desk_output_add (output, NULL, report.broken_trail);
    desk_output_add (output, NULL, report.n_missing_keys);
    desk_output_add (output, NULL, report.n_bad_words);
    desk_output_add (output, NULL, report.n_unlike);
    desk_output_add (output, NULL, report.n_compared);
    desk_output_add (output, NULL, report.n_changed);
    desk_output_add (output, NULL, report.n_bad_files);
    desk_output_add (output, report.head, 0);
    desk_output_add (output, report.compared_with, 0);
    desk_output_add (output, report.detail, 0);
    if (compares)
      {
        desk_output_add (output, against_nicks[against.answer], 0);
        desk_output_add (output, NULL, against.row);
      }
    printed = desk_cli_finish (cli, output);
  }
  code = judge (cli, &report);
  if (code == DESK_EXIT_DONE && compares)
    code = judge_against (cli, &against);
  desk_verify_report_clear (&report);
  return code != DESK_EXIT_DONE ? code : printed;
}
