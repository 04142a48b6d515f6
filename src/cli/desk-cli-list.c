/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <string.h>

#include "desk-text-follow-up.h"
#include "desk-text-label.h"

#define LIMIT_MOST 1000 /* as many as a search gives */
#define PAGE 500        /* rows read at once */

DeskExit
desk_cli_search (DeskCli *cli, char **args)
{
  const DeskOutputColumn columns[] = {
    { "kind", desk_text_get (cli->text, N_("Kind")), DESK_OUTPUT_KIND, NULL },
    { "id", NULL, DESK_OUTPUT_ID, NULL },
    { "title", desk_text_get (cli->text, N_("Name")), DESK_OUTPUT_TEXT, NULL },
    { "unit", desk_text_get (cli->text, N_("Unit")), DESK_OUTPUT_TEXT, NULL },
    { "detail", desk_text_get (cli->text, N_("Details")), DESK_OUTPUT_TEXT, NULL },
  };
  g_autoptr (DeskOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  DeskSearchInput in = { .text = args[0] };
  DeskHits hits = { 0 };
  guint64 limit = 50;

  if (cli->options.limit != NULL
      && !desk_cli_read_number (cli->options.limit, "limit", 1, LIMIT_MOST, &limit, &error))
    return desk_cli_fail (cli, error);
  if (!desk_cli_open (cli, DESK_OPEN_READ, &error))
    return desk_cli_fail (cli, error);
  in.limit = (guint) limit;
  in.today = desk_service_today (cli->service);
  if (!desk_search (cli->service, cli->actor, &in, &hits, &error))
    {
      desk_hits_clear (&hits);
      return desk_cli_fail (cli, error);
    }
  output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < hits.hits->len; i++)
    {
      const DeskHit *hit = hits.hits->pdata[i];

      desk_output_add (output, NULL, hit->kind);
      desk_output_add (output, NULL, hit->id);
      desk_output_add (output, hit->title, 0);
      desk_output_add (output, hit->unit, 0);
      desk_output_add (output, hit->detail, 0);
    }
  desk_hits_clear (&hits);
  return desk_cli_finish (cli, output);
}

/* The list's own columns, with the id before them. */
static DeskOutputColumn *
make_columns (DeskCli *cli, DeskList list)
{
  static const DeskOutputType types[] = {
    [DESK_COLUMN_TEXT] = DESK_OUTPUT_TEXT, [DESK_COLUMN_KEY] = DESK_OUTPUT_TEXT,   [DESK_COLUMN_INT] = DESK_OUTPUT_INT,
    [DESK_COLUMN_DAY] = DESK_OUTPUT_DAY,   [DESK_COLUMN_TIME] = DESK_OUTPUT_TIME,  [DESK_COLUMN_ENUM] = DESK_OUTPUT_ENUM,
    [DESK_COLUMN_AREA] = DESK_OUTPUT_AREA, [DESK_COLUMN_FLAGS] = DESK_OUTPUT_FLAGS, [DESK_COLUMN_PHONE] = DESK_OUTPUT_TEXT,
    [DESK_COLUMN_LINK] = DESK_OUTPUT_TEXT,
    [DESK_COLUMN_KIND] = DESK_OUTPUT_KIND, [DESK_COLUMN_TOLD] = DESK_OUTPUT_TEXT,  [DESK_COLUMN_DUTY] = DESK_OUTPUT_TEXT,
    [DESK_COLUMN_OWES] = DESK_OUTPUT_TEXT,  [DESK_COLUMN_MONEY] = DESK_OUTPUT_MONEY,
    [DESK_COLUMN_SLICE] = DESK_OUTPUT_TEXT, [DESK_COLUMN_RATE] = DESK_OUTPUT_TEXT,
  };
  const DeskListSpec *spec = desk_list_spec (list);
  DeskOutputColumn *columns = g_new0 (DeskOutputColumn, spec->n_columns + 1);

  columns[0] = (DeskOutputColumn){ "id", NULL, DESK_OUTPUT_ID, NULL };
  for (guint i = 0; i < spec->n_columns; i++)
    columns[i + 1] = (DeskOutputColumn){ spec->columns[i].nick, desk_text_column (cli->text, list, i),
                                         types[spec->columns[i].type], spec->columns[i].values };
  return columns;
}

/* Prints the rows of the next @n ids from @from on. */
static gboolean
print_page (DeskCli *cli, DeskOutput *output, DeskList list, const DeskIdList *all, guint from, guint n, DeskDay today,
            GError **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);
  DeskRowsInput in = { .list = list, .ids = ids, .today = today };
  DeskRows rows = { 0 };
  gboolean ok;

  g_array_append_vals (ids, &g_array_index (all->ids, gint32, from), n);
  ok = desk_get_rows (cli->service, cli->actor, &in, &rows, error);
  for (guint i = 0; ok && i < rows.rows->len; i++)
    {
      const DeskRow *row = rows.rows->pdata[i];

      desk_output_add (output, NULL, row->id);
      for (guint c = 0; c < row->n_cells; c++)
        {
          const DeskColumnSpec *column = &desk_list_spec (list)->columns[c];
          gboolean worded = column->type == DESK_COLUMN_TOLD || column->type == DESK_COLUMN_DUTY || column->type == DESK_COLUMN_OWES
                            || column->type == DESK_COLUMN_SLICE || column->type == DESK_COLUMN_RATE;
          g_autofree char *words = worded ? desk_text_cell (cli->text, column, &row->cells[c]) : NULL;

          desk_output_add (output, words != NULL ? words : row->cells[c].text, row->cells[c].number);
        }
    }
  desk_rows_clear (&rows);
  return ok;
}

static DeskExit
print_list (DeskCli *cli, DeskList list, guint filter)
{
  g_autofree DeskOutputColumn *columns = make_columns (cli, list);
  g_autoptr (DeskOutput) output
      = desk_output_new (cli->format, cli->text, columns, desk_list_spec (list)->n_columns + 1);
  g_autoptr (GError) error = NULL;
  DeskListInput in = { .list = list, .filter = filter, .text = cli->options.text, .descending = list == DESK_LIST_VISITS };
  DeskIdList all = { 0 };
  gboolean ok;

  in.today = desk_service_today (cli->service);
  ok = desk_list_ids (cli->service, cli->actor, &in, &all, &error);
  for (guint from = 0; ok && from < all.ids->len && desk_output_goes_on (output); from += PAGE)
    ok = print_page (cli, output, list, &all, from, MIN (PAGE, all.ids->len - from), in.today, &error);
  desk_id_list_clear (&all);
  return ok ? desk_cli_finish (cli, output) : desk_cli_fail (cli, error);
}

DeskExit
desk_cli_list (DeskCli *cli, char **args)
{
  g_autoptr (GError) error = NULL;
  int filter = 0;
  guint list = 0;

  while (list < DESK_N_LISTS && strcmp (desk_list_spec (list)->nick, args[0]) != 0)
    list++;
  if (list == DESK_N_LISTS)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no list “%1”: take units, people, visits, repairs, complaints, trail or follow_ups."), args[0], NULL);
  if (cli->options.filter != NULL)
    filter = desk_list_filter (desk_list_spec (list), cli->options.filter);
  if (filter < 0)
    {
      const DeskListSpec *spec = desk_list_spec (list);
      g_autoptr (GPtrArray) nicks = g_ptr_array_new ();
      g_autofree char *known = NULL;

      for (guint i = 0; i < spec->n_filters; i++)
        g_ptr_array_add (nicks, (gpointer) spec->filters[i]);
      g_ptr_array_add (nicks, NULL);
      known = g_strjoinv (", ", (char **) nicks->pdata);
      return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no filter “%1”: take one of %2."), cli->options.filter,
                           known, NULL);
    }
  if (!desk_cli_open (cli, DESK_OPEN_READ, &error))
    return desk_cli_fail (cli, error);
  return print_list (cli, list, (guint) filter);
}
