/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <string.h>

#include "desk-id.h"
#include "desk-rule-case.h"

/* Which target a line is made into: repairs and complaints become cases, the rest stays in the log. */
static DeskTarget
target_of (gint64 kind)
{
  return kind == DESK_VISIT_REPAIR ? DESK_TARGET_REPAIR : kind == DESK_VISIT_COMPLAINT ? DESK_TARGET_COMPLAINT : DESK_TARGET_NONE;
}

static DeskVisitInput *
visit_of (const DeskQuickEntry *entry)
{
  g_autofree char *key = desk_id_new_key ();
  DeskCase service_case = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .category_id = entry->category_id,
                            .urgency = entry->urgency, .appointment_from = entry->when_from,
                            .appointment_to = entry->when_to };
  g_autofree char *about = g_strdup (entry->about);
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = entry->channel, .kind = entry->kind,
                      .unit_id = entry->unit_id, .person_id = entry->person_id,
                      .caller = entry->person_id == 0 ? entry->person_name : NULL, .phone = entry->phone };

  /* A unit that the register does not know is kept with the words. */
  if (entry->unit_id == 0 && entry->unit_label != NULL)
    {
      g_free (about);
      about = g_strjoin (" ", entry->unit_label, entry->about, NULL);
    }
  visit.about = about;
  return desk_visit_input_new (key, &visit, target_of (entry->kind), &service_case, NULL);
}

static DeskExit
print_entry (DeskCli *cli, gint64 id)
{
  const DeskOutputColumn columns[] = {
    { "id", NULL, DESK_OUTPUT_ID, NULL },
    { "at", desk_text_get (cli->text, N_("Time")), DESK_OUTPUT_TIME, NULL },
    { "kind", desk_text_get (cli->text, N_("Kind")), DESK_OUTPUT_ENUM, &desk_enum_visit_kind },
    { "unit", desk_text_get (cli->text, N_("Unit")), DESK_OUTPUT_TEXT, NULL },
    { "caller", desk_text_get (cli->text, N_("Who")), DESK_OUTPUT_TEXT, NULL },
    { "about", desk_text_get (cli->text, N_("About")), DESK_OUTPUT_TEXT, NULL },
    { "number", desk_text_get (cli->text, N_("Number")), DESK_OUTPUT_TEXT, NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (DeskOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  DeskRowsInput in = { .list = DESK_LIST_VISITS, .ids = ids };
  DeskRows rows = { 0 };
  gint32 short_id = (gint32) id;

  g_array_append_val (ids, short_id);
  if (!desk_get_rows (cli->service, cli->actor, &in, &rows, &error))
    {
      desk_rows_clear (&rows);
      return desk_cli_fail (cli, error);
    }
  output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows.rows->len; i++)
    {
      const DeskCell *cells = ((DeskRow *) rows.rows->pdata[i])->cells;

      desk_output_add (output, NULL, id);
      desk_output_add (output, NULL, cells[DESK_VISIT_COLUMN_AT].number);
      desk_output_add (output, NULL, cells[DESK_VISIT_COLUMN_KIND].number);
      desk_output_add (output, cells[DESK_VISIT_COLUMN_UNIT].text, 0);
      desk_output_add (output, cells[DESK_VISIT_COLUMN_CALLER].text, 0);
      desk_output_add (output, cells[DESK_VISIT_COLUMN_ABOUT].text, 0);
      desk_output_add (output, cells[DESK_VISIT_COLUMN_BECAME].text, 0);
    }
  desk_rows_clear (&rows);
  return desk_cli_finish (cli, output);
}

/* log add TEXT: the quick line, as it would be saved in the window. */
DeskExit
desk_cli_log (DeskCli *cli, char **args)
{
  DeskLineInput in = { .line = args[1] };
  DeskLineResult line = { 0 };
  DeskSaved saved = { 0 };
  DeskVisitInput *visit;
  g_autoptr (GError) error = NULL;
  gboolean done;
  gint64 id;

  if (strcmp (args[0], "add") != 0)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no “log %1”: write “log add TEXT”."), args[0], NULL);
  if (!desk_cli_open (cli, DESK_OPEN_WRITE, &error))
    return desk_cli_fail (cli, error);
  if (!desk_read_line (cli->service, cli->actor, &in, &line, &error))
    {
      desk_line_result_clear (&line);
      return desk_cli_fail (cli, error);
    }
  visit = visit_of (line.entry);
  done = desk_log_visit (cli->service, cli->actor, visit, &saved, &error);
  desk_visit_input_free (visit);
  desk_line_result_clear (&line);
  id = saved.id;
  desk_saved_clear (&saved);
  return done ? print_entry (cli, id) : desk_cli_fail (cli, error);
}

static DeskExit
print_case (DeskCli *cli, const DeskCasePage *page)
{
  const DeskOutputColumn columns[] = {
    { "number", desk_text_get (cli->text, N_("Number")), DESK_OUTPUT_TEXT, NULL },
    { "external_no", desk_text_get (cli->text, N_("Their number")), DESK_OUTPUT_TEXT, NULL },
    { "kind", desk_text_get (cli->text, N_("Kind")), DESK_OUTPUT_ENUM, &desk_enum_case_kind },
    { "category", desk_text_get (cli->text, N_("Category")), DESK_OUTPUT_TEXT, NULL },
    { "unit", desk_text_get (cli->text, N_("Unit")), DESK_OUTPUT_TEXT, NULL },
    { "title", desk_text_get (cli->text, N_("About")), DESK_OUTPUT_TEXT, NULL },
    { "state", desk_text_get (cli->text, N_("State")), DESK_OUTPUT_ENUM, &desk_enum_case_state },
    { "assignee", desk_text_get (cli->text, N_("Responsible")), DESK_OUTPUT_TEXT, NULL },
    { "opened", desk_text_get (cli->text, N_("Opened")), DESK_OUTPUT_TIME, NULL },
    { "response_due", desk_text_get (cli->text, N_("Response due")), DESK_OUTPUT_TIME, NULL },
    { "completion_due", desk_text_get (cli->text, N_("Completion due")), DESK_OUTPUT_TIME, NULL },
    { "done", desk_text_get (cli->text, N_("Done")), DESK_OUTPUT_TIME, NULL },
    { "overdue", desk_text_get (cli->text, N_("Overdue")), DESK_OUTPUT_BOOL, NULL },
    { "result", desk_text_get (cli->text, N_("Result")), DESK_OUTPUT_TEXT, NULL },
  };
  const DeskCase *c = page->service_case;
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));

  desk_output_add (output, c->number, 0);
  desk_output_add (output, c->external_no, 0);
  desk_output_add (output, NULL, c->kind);
  desk_output_add (output, page->category, 0);
  desk_output_add (output, page->unit_label != NULL ? page->unit_label : page->place_name, 0);
  desk_output_add (output, c->title, 0);
  desk_output_add (output, NULL, c->state);
  desk_output_add (output, page->assignee_name, 0);
  desk_output_add (output, NULL, c->opened_at);
  desk_output_add (output, NULL, c->response_due);
  desk_output_add (output, NULL, c->finished_due != 0 ? c->finished_due : c->completion_due);
  desk_output_add (output, NULL, c->done_at);
  desk_output_add (output, NULL, desk_case_overdue (c, page->now) == 1);
  desk_output_add (output, c->result, 0);
  return desk_cli_finish (cli, output);
}

/* case show NUMBER: ours, or the one it came with. */
DeskExit
desk_cli_case (DeskCli *cli, char **args)
{
  DeskSearchInput find = { .text = args[1] };
  DeskGetInput get = { .kind = DESK_KIND_SERVICE_CASE };
  DeskSaved found = { 0 };
  DeskCasePage page = { 0 };
  g_autoptr (GError) error = NULL;
  DeskExit code;

  if (strcmp (args[0], "show") != 0)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no “case %1”: write “case show NUMBER”."), args[0], NULL);
  if (!desk_cli_open (cli, DESK_OPEN_READ, &error) || !desk_find_case (cli->service, cli->actor, &find, &found, &error))
    return desk_cli_fail (cli, error);
  get.id = found.id;
  desk_saved_clear (&found);
  if (desk_get_case_page (cli->service, cli->actor, &get, &page, &error))
    code = print_case (cli, &page);
  else
    code = desk_cli_fail (cli, error);
  desk_case_page_clear (&page);
  return code;
}
