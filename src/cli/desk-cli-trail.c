/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <string.h>

#include "desk-text-history.h"
#include "desk-text-label.h"

#define PAGE 500 /* rows read at once */

/* Reads KIND:ID; of a unit its label does as well. */
static gboolean
read_record (DeskCli *cli, const char *typed, DeskListInput *in, GError **error)
{
  const char *colon = strchr (typed, ':');
  g_autofree char *nick = colon != NULL ? g_strndup (typed, (gsize) (colon - typed)) : NULL;
  g_autofree char *found = NULL;
  guint64 id;

  in->about_kind = nick != NULL ? desk_kind_from_nick (nick) : DESK_KIND_NONE;
  if (in->about_kind == DESK_KIND_NONE || colon[1] == '\0')
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "record", typed, NULL);
      return FALSE;
    }
  if (g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXINT64, &id, NULL))
    in->about_id = (gint64) id;
  else if (in->about_kind != DESK_KIND_UNIT || !desk_cli_find_unit (cli, colon + 1, &in->about_id, &found, NULL)
           || in->about_id == 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "record", typed, NULL);
      return FALSE;
    }
  return TRUE;
}

/* Prints the rows of the next @n ids from @from on. */
static gboolean
print_page (DeskCli *cli, DeskOutput *output, const DeskIdList *all, guint from, guint n, GError **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);
  DeskRowsInput in = { .list = DESK_LIST_TRAIL, .ids = ids };
  DeskRows rows = { 0 };
  gboolean ok;

  g_array_append_vals (ids, &g_array_index (all->ids, gint32, from), n);
  ok = desk_get_rows (cli->service, cli->actor, &in, &rows, error);
  for (guint i = 0; ok && i < rows.rows->len; i++)
    {
      const DeskRow *row = rows.rows->pdata[i];
      const DeskCell *cells = row->cells;
      const char *who = desk_text_author (cli->text, cells[DESK_TRAIL_COLUMN_STAFF].text);
      const char *told = cells[DESK_TRAIL_COLUMN_WHAT].text;
      g_autofree char *act = g_strndup (told, strcspn (told, " "));
      g_autofree char *words = desk_text_told (cli->text, &cells[DESK_TRAIL_COLUMN_WHAT]);

      desk_output_add (output, NULL, row->id);
      desk_output_add (output, NULL, cells[DESK_TRAIL_COLUMN_AT].number);
      desk_output_add (output, desk_output_word (output, cells[DESK_TRAIL_COLUMN_STAFF].text, who), 0);
      desk_output_add (output, *act == '~' ? act + 1 : act, 0);
      desk_output_add (output, NULL, *act == '~');
      desk_output_add (output, NULL, cells[DESK_TRAIL_COLUMN_KIND].number);
      desk_output_add (output, NULL, cells[DESK_TRAIL_COLUMN_RECORD].number);
      desk_output_add (output, cells[DESK_TRAIL_COLUMN_ABOUT].text, 0);
      desk_output_add (output, words, 0);
    }
  desk_rows_clear (&rows);
  return ok;
}

static DeskExit
print_trail (DeskCli *cli, const DeskListInput *in)
{
  const DeskOutputColumn columns[] = {
    { "id", NULL, DESK_OUTPUT_ID, NULL },
    { "at", desk_text_column (cli->text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_AT), DESK_OUTPUT_TIME, NULL },
    { "staff", desk_text_column (cli->text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_STAFF), DESK_OUTPUT_TEXT, NULL },
    { "act", NULL, DESK_OUTPUT_CODE, NULL },
    { "undone", desk_text_get (cli->text, N_("Undone")), DESK_OUTPUT_BOOL, NULL },
    { "kind", desk_text_column (cli->text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_KIND), DESK_OUTPUT_KIND, NULL },
    { "record", NULL, DESK_OUTPUT_ID, NULL },
    { "about", desk_text_column (cli->text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_ABOUT), DESK_OUTPUT_TEXT, NULL },
    { "what", desk_text_column (cli->text, DESK_LIST_TRAIL, DESK_TRAIL_COLUMN_WHAT), DESK_OUTPUT_TEXT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  g_autoptr (GError) error = NULL;
  DeskIdList all = { 0 };
  gboolean ok = desk_list_ids (cli->service, cli->actor, in, &all, &error);

  for (guint from = 0; ok && from < all.ids->len && desk_output_goes_on (output); from += PAGE)
    ok = print_page (cli, output, &all, from, MIN (PAGE, all.ids->len - from), &error);
  desk_id_list_clear (&all);
  return ok ? desk_cli_finish (cli, output) : desk_cli_fail (cli, error);
}

/* Who did what, latest first. */
DeskExit
desk_cli_trail (DeskCli *cli, char **args)
{
  g_autoptr (GError) error = NULL;
  DeskListInput in = { .list = DESK_LIST_TRAIL, .descending = TRUE };

  if (cli->options.since != NULL && !desk_cli_read_day (cli->options.since, "since", &in.from_day, &error))
    return desk_cli_fail (cli, error);
  if (!desk_cli_open (cli, DESK_OPEN_READ, &error))
    return desk_cli_fail (cli, error);
  in.today = desk_service_today (cli->service);
  if (cli->options.record != NULL && !read_record (cli, cli->options.record, &in, &error))
    return desk_cli_fail (cli, error);
  return print_trail (cli, &in);
}
