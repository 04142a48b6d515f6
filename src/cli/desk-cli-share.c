/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <stdio.h>

#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-unit-label.h"

/* Characters of something foreign that a sentence repeats. */
#define ARG_LENGTH 120

/* A store of an older program is upgraded by whoever comes first, also by one that only wants to read. */
static gboolean
upgrade (DeskCli *cli, GError **error)
{
  DeskService *writer = desk_service_open (cli->store, DESK_OPEN_WRITE, cli->clock, error);

  if (writer == NULL)
    return FALSE;
  desk_service_close (writer);
  return TRUE;
}

/* Opens the store and finds on whose behalf the command runs. From here on times are the store's. */
gboolean
desk_cli_open (DeskCli *cli, DeskOpenMode mode, GError **error)
{
  g_autoptr (GError) older = NULL;

  cli->service = desk_service_open (cli->store, mode, cli->clock, &older);
  if (older != NULL && mode == DESK_OPEN_READ && desk_error_has_problem (older, DESK_PROBLEM_STORE_OLDER))
    {
      g_clear_error (&older);
      if (upgrade (cli, &older))
        cli->service = desk_service_open (cli->store, mode, cli->clock, &older);
    }
  if (cli->service == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&older));
      return FALSE;
    }
  desk_text_unref (cli->text);
  cli->text = desk_text_new (NULL, desk_service_zone (cli->service));
  return desk_cli_sign_in (cli, error);
}

/* The status for @error. What a value breaks is the user's to mend; what the store refuses is not. */
DeskExit
desk_cli_exit_of (const GError *error)
{
  if (error == NULL || error->domain != DESK_ERROR)
    return DESK_EXIT_FAILED;
  switch ((DeskErrorCode) error->code)
    {
    case DESK_ERROR_INVALID:
      return desk_error_has_problem (error, DESK_PROBLEM_STORE_EXISTS) ? DESK_EXIT_REFUSED : DESK_EXIT_USAGE;
    case DESK_ERROR_LIMIT:
      return DESK_EXIT_USAGE;
    case DESK_ERROR_NOT_FOUND:
      return desk_error_has_problem (error, DESK_PROBLEM_STORE_MISSING) ? DESK_EXIT_REFUSED : DESK_EXIT_NO;
    case DESK_ERROR_STALE:
    case DESK_ERROR_DUPLICATE:
    case DESK_ERROR_FORBIDDEN:
    case DESK_ERROR_LOCKED:
    case DESK_ERROR_CONSEQUENCE:
    case DESK_ERROR_NEWER_SCHEMA:
    case DESK_ERROR_BAD_PLACE:
    case DESK_ERROR_READ_ONLY:
      return DESK_EXIT_REFUSED;
    case DESK_ERROR_DAMAGED:
      return DESK_EXIT_DAMAGED;
    case DESK_ERROR_FULL:
    case DESK_ERROR_IO:
    case DESK_ERROR_CANCELLED:
    default:
      return DESK_EXIT_FAILED;
    }
}

static void
complain (const char *sentence)
{
  fprintf (stderr, "frontdeskctl: %s\n", sentence);
}

/* Says what @error is, on standard error, and returns its status. */
DeskExit
desk_cli_fail (DeskCli *cli, const GError *error)
{
  g_autofree char *sentence = desk_text_error (cli->text, error);

  complain (sentence);
  return desk_cli_exit_of (error);
}

/* Says @words, a marked text, with %1 … replaced by the strings up to NULL, and returns @code. */
DeskExit
desk_cli_say (DeskCli *cli, DeskExit code, const char *words, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sentence = NULL;
  const char *arg;
  va_list list;

  va_start (list, words);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (args, desk_text_printable (arg, ARG_LENGTH));
  va_end (list);
  g_ptr_array_add (args, NULL);
  sentence = desk_text_fill (desk_text_get (cli->text, words), (const char *const *) args->pdata);
  complain (sentence);
  return code;
}

/* Ends @output: nothing printed at all means that nothing was found. */
DeskExit
desk_cli_finish (DeskCli *cli, DeskOutput *output)
{
  int failed = desk_output_end (output);

  if (failed != 0)
    return desk_cli_say (cli, DESK_EXIT_FAILED, N_("What was found could not be printed: %1."), g_strerror (failed),
                         NULL);
  if (desk_output_n_rows (output) == 0)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("Nothing was found."), NULL);
  return DESK_EXIT_DONE;
}

/* Reads @typed, a whole number between @least and @most. INVALID names @field. */
gboolean
desk_cli_read_number (const char *typed, const char *field, guint64 least, guint64 most, guint64 *number,
                      GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *lowest = g_strdup_printf ("%" G_GUINT64_FORMAT, least);
  g_autofree char *highest = g_strdup_printf ("%" G_GUINT64_FORMAT, most);

  if (g_ascii_string_to_unsigned (typed, 10, least, most, number, &own))
    return TRUE;
  if (g_error_matches (own, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, field, typed, lowest, highest, NULL);
  else
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_NUMBER, field, typed, NULL);
  return FALSE;
}

/* Reads @typed, a day such as 2025-03-01. INVALID names @field. */
gboolean
desk_cli_read_day (const char *typed, const char *field, DeskDay *day, GError **error)
{
  if (desk_day_parse (typed, day) && *day != 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_DAY, field, typed, NULL);
  return FALSE;
}

/* Finds the unit that @label, in any spelling, names; 0 without one.
 * @found: (out) (transfer full): its label as it is written. */
gboolean
desk_cli_find_unit (DeskCli *cli, const char *label, gint64 *id, char **found, GError **error)
{
  DeskSearchInput in = { .text = (char *) label,
                         .limit = 50,
                         .kind = DESK_KIND_UNIT,
                         .today = desk_service_today (cli->service) };
  g_autofree char *wanted = desk_unit_label_read (label, DESK_LABEL_WHOLE, NULL);
  g_autofree char *bare = desk_unit_label_read (label, DESK_LABEL_BARE, NULL);
  DeskHits hits = { 0 };
  gboolean ok = desk_search (cli->service, cli->actor, &in, &hits, error);

  *id = 0;
  for (guint i = 0; ok && *id == 0 && i < hits.hits->len; i++)
    {
      const DeskHit *hit = hits.hits->pdata[i];
      g_autofree char *key = desk_unit_label_normalize (hit->title);

      if (g_strcmp0 (key, wanted) != 0 && g_strcmp0 (key, bare) != 0)
        continue;
      *id = hit->id;
      *found = g_strdup (hit->title);
    }
  desk_hits_clear (&hits);
  return ok;
}
