/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <string.h>

static DeskExit
print_draw (DeskCli *cli, const DeskCallbacks *all)
{
  const DeskOutputColumn columns[] = {
    { "date", desk_text_get (cli->text, N_("Day")), DESK_OUTPUT_DAY, NULL },
    { "group", desk_text_get (cli->text, N_("Group")), DESK_OUTPUT_TEXT, NULL },
    { "category", desk_text_get (cli->text, N_("Category")), DESK_OUTPUT_TEXT, NULL },
    { "number", desk_text_get (cli->text, N_("Number")), DESK_OUTPUT_TEXT, NULL },
    { "rank", NULL, DESK_OUTPUT_CODE, NULL },
    { "taken", desk_text_get (cli->text, N_("Drawn")), DESK_OUTPUT_ENUM, &desk_enum_callback_taken },
    { "done", desk_text_get (cli->text, N_("Done")), DESK_OUTPUT_TIME, NULL },
    { "state", desk_text_get (cli->text, N_("State")), DESK_OUTPUT_ENUM, &desk_enum_case_state },
    { "answer", desk_text_get (cli->text, N_("Answer")), DESK_OUTPUT_ENUM, &desk_enum_answer },
    { "tries", desk_text_get (cli->text, N_("Not reached")), DESK_OUTPUT_INT, NULL },
    { "month_done", desk_text_get (cli->text, N_("Done this month")), DESK_OUTPUT_INT, NULL },
    { "month_drawn", desk_text_get (cli->text, N_("Drawn this month")), DESK_OUTPUT_INT, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < all->drawings->len; i++)
    {
      const DeskCallbackDrawing *drawing = all->drawings->pdata[i];

      for (guint k = 0; k < drawing->cards->len; k++)
        {
          const DeskCallbackCard *card = drawing->cards->pdata[k];

          desk_output_add (output, NULL, drawing->draw->day);
          desk_output_add (output, drawing->group, 0);
          desk_output_add (output, drawing->category, 0);
          desk_output_add (output, card->number, 0);
          desk_output_add (output, card->line->draw_key, 0);
          desk_output_add (output, NULL, card->line->taken);
          desk_output_add (output, NULL, card->line->done_at);
          desk_output_add (output, NULL, card->state);
          desk_output_add (output, NULL, card->answer);
          desk_output_add (output, NULL, card->tries);
          desk_output_add (output, NULL, drawing->draw->period_population);
          desk_output_add (output, NULL, drawing->draw->period_taken);
        }
    }
  return desk_cli_finish (cli, output);
}

/* Draws what is due, as the timer does; who signed in stays. */
static gboolean
draw_now (DeskCli *cli, GError **error)
{
  DeskAdvanceInput advance = { 0 };
  gint64 moved = 1;

  g_clear_pointer (&cli->service, desk_service_close);
  cli->service = desk_service_open (cli->store, DESK_OPEN_WRITE, cli->clock, error);
  while (cli->service != NULL && moved > 0)
    {
      DeskSaved saved = { 0 };
      gboolean done = desk_advance_cases (cli->service, cli->actor, &advance, &saved, error);

      moved = saved.count;
      desk_saved_clear (&saved);
      if (!done)
        return FALSE;
    }
  return cli->service != NULL;
}

/* callbacks draw [--date DAY]: the day's draw, which is made where it is due and was not made yet; once made it stays. */
DeskExit
desk_cli_callbacks (DeskCli *cli, char **args)
{
  g_autoptr (GError) error = NULL;
  DeskCallbacks all = { 0 };
  DeskGetInput in = { 0 };
  DeskExit code;
  gboolean read;

  if (strcmp (args[0], "draw") != 0)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no “callbacks %1”: write “callbacks draw”."), args[0], NULL);
  if (cli->options.date != NULL && !desk_cli_read_day (cli->options.date, "date", &in.day, &error))
    return desk_cli_fail (cli, error);
  read = desk_cli_open (cli, DESK_OPEN_READ, &error) && desk_get_callbacks (cli->service, cli->actor, &in, &all, &error);
  if (read && all.drawings->len == 0 && all.day <= desk_service_today (cli->service))
    {
      desk_callbacks_clear (&all);
      read = draw_now (cli, &error) && desk_get_callbacks (cli->service, cli->actor, &in, &all, &error);
    }
  code = read ? print_draw (cli, &all) : desk_cli_fail (cli, error);
  desk_callbacks_clear (&all);
  return code;
}
