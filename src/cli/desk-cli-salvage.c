/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include "desk-salvage.h"

/* Prints what came out of each table. */
static DeskExit
print_report (DeskCli *cli, const DeskSalvageReport *report)
{
  const DeskOutputColumn columns[] = {
    { "table", desk_text_get (cli->text, N_("Table")), DESK_OUTPUT_TEXT, NULL },
    { "read", desk_text_get (cli->text, N_("Read")), DESK_OUTPUT_INT, NULL },
    { "remade", desk_text_get (cli->text, N_("From the trail")), DESK_OUTPUT_INT, NULL },
    { "unread", desk_text_get (cli->text, N_("Not read, at most")), DESK_OUTPUT_INT, NULL },
    { "unfit", desk_text_get (cli->text, N_("Rubbish")), DESK_OUTPUT_INT, NULL },
    { "orphans", desk_text_get (cli->text, N_("Left out")), DESK_OUTPUT_INT, NULL },
    { "numbers", desk_text_get (cli->text, N_("Numbers not read")), DESK_OUTPUT_TEXT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < report->tables->len && desk_output_goes_on (output); i++)
    {
      const DeskSalvageTable *table = report->tables->pdata[i];

      desk_output_add (output, table->table, 0);
      desk_output_add (output, NULL, table->n_read);
      desk_output_add (output, NULL, table->n_remade);
      desk_output_add (output, NULL, table->n_unread);
      desk_output_add (output, NULL, table->n_unfit);
      desk_output_add (output, NULL, table->n_orphans);
      desk_output_add (output, table->unread, 0);
    }
  return desk_cli_finish (cli, output);
}

DeskExit
desk_cli_salvage (DeskCli *cli, char **args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSalvageReport) report = desk_salvage_run (args[0], args[1], cli->clock, NULL, &error);
  g_autofree char *number = NULL, *path = NULL, *shown = NULL;
  DeskExit printed;

  if (report == NULL)
    return desk_cli_fail (cli, error);
  path = desk_salvage_report_path (args[1]);
  if (!desk_salvage_report_write (report, cli->text, args[0], desk_clock_now (cli->clock), path, &error))
    return desk_cli_fail (cli, error);
  printed = print_report (cli, report);
  if (report->n_lost == 0 && report->broken_trail == 0)
    return printed;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, report->n_lost);
  shown = g_filename_display_name (path);
  return desk_cli_say (cli, DESK_EXIT_NO,
                       N_("At most %1 rows could not be saved: the old file has them still, keep it. The report lies in %2."),
                       number, shown, NULL);
}
