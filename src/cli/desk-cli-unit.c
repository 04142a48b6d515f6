/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <string.h>

#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"

/* Opens the store and finds the unit; DESK_EXIT_DONE when both went well. */
static DeskExit
open_at_unit (DeskCli *cli, const char *label, gint64 *id, char **found)
{
  g_autoptr (GError) error = NULL;

  if (!desk_cli_open (cli, DESK_OPEN_READ, &error) || !desk_cli_find_unit (cli, label, id, found, &error))
    return desk_cli_fail (cli, error);
  if (*id == 0)
    return desk_cli_say (cli, DESK_EXIT_NO, N_("There is no unit “%1”."), label, NULL);
  return DESK_EXIT_DONE;
}

/* One line of what belongs to a unit. */
static void
add_part (DeskOutput *output, const DeskRecord *record, const char *title, const char *what, const char *detail,
          DeskDay from, DeskDay to)
{
  desk_output_add (output, NULL, record->kind);
  desk_output_add (output, NULL, record->id);
  desk_output_add (output, title, 0);
  desk_output_add (output, what, 0);
  desk_output_add (output, detail, 0);
  desk_output_add (output, NULL, from);
  desk_output_add (output, NULL, to);
}

/* A value of a list: its nick for programs, its word for people. */
static const char *
word (DeskCli *cli, DeskOutput *output, const DeskEnumSpec *spec, gint64 value)
{
  return desk_output_word (output, desk_enum_nick (spec, value), desk_text_enum (cli->text, spec, value));
}

static void
add_occupant (DeskCli *cli, DeskOutput *output, const DeskOccupant *occupant)
{
  const DeskOccupancy *row = occupant->occupancy;
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  g_autofree char *detail = NULL;

  if (row->relation != NULL && *row->relation != '\0')
    g_ptr_array_add (details, row->relation);
  for (guint i = 0; i < occupant->card->phones->len; i++)
    g_ptr_array_add (details, ((DeskNumber *) occupant->card->phones->pdata[i])->masked);
  g_ptr_array_add (details, NULL);
  detail = g_strjoinv (" ", (char **) details->pdata);
  add_part (output, &occupant->card->person->record, occupant->card->person->name,
            word (cli, output, &desk_enum_role, row->role), detail, row->from_day, row->to_day);
}

static void
add_things (DeskCli *cli, DeskOutput *output, const DeskUnitPage *page)
{
  for (guint i = 0; i < page->vehicles->len; i++)
    {
      const DeskVehicleCard *card = page->vehicles->pdata[i];

      add_part (output, &card->vehicle->record, card->vehicle->plate, card->person_name, card->vehicle->description,
                card->vehicle->from_day, card->vehicle->to_day);
    }
  for (guint i = 0; i < page->leases->len; i++)
    {
      const DeskLeaseCard *card = page->leases->pdata[i];

      add_part (output, &card->lease->record, card->space_label, card->person_name, card->unit_label,
                card->lease->from_day, card->lease->to_day);
    }
  for (guint i = 0; i < page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = page->care_flags->pdata[i];

      add_part (output, &flag->record, NULL, word (cli, output, &desk_enum_care, flag->kind), flag->note,
                flag->from_day, flag->to_day);
    }
  for (guint i = 0; i < page->instructions->len; i++)
    {
      const DeskInstruction *row = page->instructions->pdata[i];

      add_part (output, &row->record, NULL, word (cli, output, &desk_enum_instruction, row->kind), row->text,
                row->from_day, row->to_day);
    }
}

static DeskExit
print_unit (DeskCli *cli, const DeskUnitPage *page)
{
  const DeskOutputColumn columns[] = {
    { "kind", desk_text_get (cli->text, N_("Kind")), DESK_OUTPUT_KIND, NULL },
    { "id", NULL, DESK_OUTPUT_ID, NULL },
    { "title", desk_text_get (cli->text, N_("Name")), DESK_OUTPUT_TEXT, NULL },
    { "what", desk_text_get (cli->text, N_("What")), DESK_OUTPUT_TEXT, NULL },
    { "detail", desk_text_get (cli->text, N_("Details")), DESK_OUTPUT_TEXT, NULL },
    { "from_day", desk_text_get (cli->text, N_("From")), DESK_OUTPUT_DAY, NULL },
    { "to_day", desk_text_get (cli->text, N_("To")), DESK_OUTPUT_DAY, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  g_autofree char *area = page->unit->built_area != 0 ? desk_text_area (page->unit->built_area) : NULL;

  add_part (output, &page->unit->record, page->unit->label,
            word (cli, output, &desk_enum_state, page->unit->state), area, page->unit->state_since, 0);
  for (guint i = 0; i < page->occupants->len; i++)
    add_occupant (cli, output, page->occupants->pdata[i]);
  add_things (cli, output, page);
  return desk_cli_finish (cli, output);
}

DeskExit
desk_cli_show (DeskCli *cli, char **args)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  DeskGetInput in = { .kind = DESK_KIND_UNIT };
  DeskUnitPage page = { 0 };
  DeskExit code;

  if (strcmp (args[0], desk_kind_nick (DESK_KIND_UNIT)) != 0)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("“%1” cannot be shown: show unit LABEL."), args[0], NULL);
  code = open_at_unit (cli, args[1], &in.id, &found);
  if (code != DESK_EXIT_DONE)
    return code;
  in.day = desk_service_today (cli->service);
  if (desk_get_unit_page (cli->service, cli->actor, &in, &page, &error))
    code = print_unit (cli, &page);
  else
    code = desk_cli_fail (cli, error);
  desk_unit_page_clear (&page);
  return code;
}

DeskExit
desk_cli_responsible (DeskCli *cli, char **args)
{
  const DeskOutputColumn columns[] = {
    { "unit", desk_text_get (cli->text, N_("Unit")), DESK_OUTPUT_TEXT, NULL },
    { "on", desk_text_get (cli->text, N_("Day")), DESK_OUTPUT_DAY, NULL },
    { "name", desk_text_get (cli->text, N_("Responsible")), DESK_OUTPUT_TEXT, NULL },
    { "person_id", NULL, DESK_OUTPUT_ID, NULL },
    { "developer", desk_text_get (cli->text, N_("Developer")), DESK_OUTPUT_BOOL, NULL },
  };
  g_autoptr (DeskOutput) output = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  DeskGetInput in = { .kind = DESK_KIND_UNIT };
  DeskResponsible who = { 0 };
  DeskExit code;

  if (cli->options.on == NULL)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 needs %2: see frontdeskctl %1 --help."), "responsible",
                         "--on DAY", NULL);
  if (!desk_cli_read_day (cli->options.on, "on", &in.day, &error))
    return desk_cli_fail (cli, error);
  code = open_at_unit (cli, args[0], &in.id, &found);
  if (code != DESK_EXIT_DONE)
    return code;
  if (desk_find_responsible (cli->service, cli->actor, &in, &who, &error))
    {
      output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
      desk_output_add (output, found, 0);
      desk_output_add (output, NULL, in.day);
      desk_output_add (output, who.name, 0);
      desk_output_add (output, NULL, who.person_id);
      desk_output_add (output, NULL, who.developer);
      code = desk_cli_finish (cli, output);
    }
  else
    code = desk_cli_fail (cli, error);
  desk_responsible_clear (&who);
  return code;
}

static DeskExit
print_history (DeskCli *cli, const DeskHistories *lines)
{
  const DeskOutputColumn columns[] = {
    { "happened_at", desk_text_get (cli->text, N_("When")), DESK_OUTPUT_TIME, NULL },
    { "what", desk_text_get (cli->text, N_("What")), DESK_OUTPUT_TEXT, NULL },
    { "staff", desk_text_get (cli->text, N_("By")), DESK_OUTPUT_TEXT, NULL },
    { "use_case", NULL, DESK_OUTPUT_CODE, NULL },
    { "at", desk_text_get (cli->text, N_("Written")), DESK_OUTPUT_TIME, NULL },
    { "trail_id", NULL, DESK_OUTPUT_ID, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->history->len && desk_output_goes_on (output); i++)
    {
      const DeskHistory *line = lines->history->pdata[i];
      g_autofree char *what
          = desk_text_history_at (cli->text, line->kind, line->use_case, line->changes, line->subject, line->happened_at);

      desk_output_add (output, NULL, line->happened_at);
      desk_output_add (output, what, 0);
      desk_output_add (
          output,
          cli->format == DESK_OUTPUT_TABLE ? desk_text_author (cli->text, line->staff_name) : line->staff_name, 0);
      desk_output_add (output, line->use_case, 0);
      desk_output_add (output, NULL, line->at);
      desk_output_add (output, NULL, line->trail_id);
    }
  return desk_cli_finish (cli, output);
}

DeskExit
desk_cli_timeline (DeskCli *cli, char **args)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  DeskGetInput in = { .kind = DESK_KIND_UNIT };
  DeskHistories lines = { 0 };
  DeskExit code = open_at_unit (cli, args[0], &in.id, &found);

  if (code != DESK_EXIT_DONE)
    return code;
  in.day = desk_service_today (cli->service);
  if (desk_list_history (cli->service, cli->actor, &in, &lines, &error))
    code = print_history (cli, &lines);
  else
    code = desk_cli_fail (cli, error);
  desk_histories_clear (&lines);
  return code;
}
