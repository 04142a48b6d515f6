/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rule-case.h"

#include <string.h>

#include "desk-quote.h"
#include "desk-rule.h"
#include "desk-string.h"
#include "desk-worktime.h"

#define NAME_LENGTH 60
#define PRICE_MAX G_GINT64_CONSTANT (100000000) /* a million yuan */

static void
add (GPtrArray *problems, DeskProblemCode code, const char *field)
{
  g_ptr_array_add (problems, desk_problem_new (code, field, -1, NULL));
}

/* A calendar that works at all: hours of a day (none: it never closes) on some day of the week. */
void
desk_rule_calendar (DeskCalendar *calendar, GPtrArray *problems)
{
  desk_rule_text (&calendar->name, "name", -1, 1, NAME_LENGTH, FALSE, problems);
  desk_rule_text (&calendar->nick, "nick", -1, 0, NAME_LENGTH, FALSE, problems);
  desk_rule_text (&calendar->hours, "hours", -1, 0, 200, FALSE, problems);
  if (calendar->hours != NULL && *calendar->hours != '\0')
    desk_worktime_check_hours (calendar->hours, "hours", problems);
  if ((calendar->weekdays & DESK_WEEKDAYS_ALL) == 0 || (calendar->weekdays & ~(gint64) DESK_WEEKDAYS_ALL) != 0)
    add (problems, DESK_PROBLEM_EMPTY, "weekdays");
}

/* A day with or without work. */
void
desk_rule_calendar_day (DeskCalendarDay *day, GPtrArray *problems)
{
  desk_rule_text (&day->note, "note", -1, 0, NAME_LENGTH, FALSE, problems);
  if (day->day == 0)
    add (problems, DESK_PROBLEM_EMPTY, "day");
  desk_rule_day (day->day, "day", problems);
}

/* A group has no parent; what stands in one is what cases are given. */
void
desk_rule_category (DeskCategory *category, GPtrArray *problems)
{
  desk_rule_text (&category->name, "name", -1, 1, NAME_LENGTH, FALSE, problems);
  desk_rule_text (&category->words, "words", -1, 0, 1000, FALSE, problems);
  desk_rule_text (&category->script, "script", -1, 0, 2000, TRUE, problems);
  desk_rule_choice (category->case_kind, &desk_enum_case_kind, "case_kind", -1, problems);
  desk_rule_choice (category->urgency, &desk_enum_urgency, "urgency", -1, problems);
  desk_rule_choice (category->duration_unit, &desk_enum_duration_unit, "duration_unit", -1, problems);
  if (category->case_kind == DESK_CASE_COMPLAINT)
    desk_rule_choice (category->severity, &desk_enum_severity, "severity", -1, problems);
  if (category->warranty_part != 0)
    desk_rule_choice (category->warranty_part, &desk_enum_warranty_part, "warranty_part", -1, problems);
  desk_rule_range (category->response_minutes, 0, 60 * 24 * 60, "response_minutes", -1, problems);
  desk_rule_range (category->amount, 0, 1000, "amount", -1, problems);
  desk_rule_range (category->callback_share, 0, 1000000, "callback_share", -1, problems);
  desk_rule_range (category->callback_days, 0, 60, "callback_days", -1, problems);
  desk_rule_range (category->price_from, 0, PRICE_MAX, "price_from", -1, problems);
  desk_rule_range (category->price_to, category->price_from, PRICE_MAX, "price_to", -1, problems);
  desk_rule_day (category->retired_on, "retired_on", problems);
}

/* A public place has a name. */
void
desk_rule_place (DeskPlace *place, GPtrArray *problems)
{
  desk_rule_text (&place->name, "name", -1, 1, 200, FALSE, problems);
}

/* A phone of somebody unknown: what was understood is kept, digits and + alone. */
static void
rule_phone (char **phone, GPtrArray *problems)
{
  g_autofree char *plain = NULL;

  if (*phone == NULL)
    return;
  if (strchr (*phone, '*') != NULL)
    {
      add (problems, DESK_PROBLEM_PHONE_MASKED, "phone");
      return;
    }
  desk_rule_text (phone, "phone", -1, 0, 40, FALSE, problems);
  plain = desk_string_half_width (*phone);
  desk_text_set (phone, plain);
}

/* Who, how, what about. Somebody unknown is kept with what is known; an entry that says nothing at all is none. */
void
desk_rule_visit (DeskVisit *visit, GPtrArray *problems)
{
  desk_rule_choice (visit->channel, &desk_enum_channel, "channel", -1, problems);
  desk_rule_choice (visit->kind, &desk_enum_visit_kind, "kind", -1, problems);
  desk_rule_text (&visit->caller, "caller", -1, 0, 100, FALSE, problems);
  rule_phone (&visit->phone, problems);
  desk_rule_text (&visit->about, "about", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  desk_rule_text (&visit->summary, "summary", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  if (visit->unit_id == 0 && visit->person_id == 0 && visit->place_id == 0 && desk_string_is_empty (visit->about)
      && desk_string_is_empty (visit->caller) && desk_string_is_empty (visit->phone))
    add (problems, DESK_PROBLEM_EMPTY, "about");
}

/* A message says something and is for somebody. */
void
desk_rule_memo (DeskMemo *memo, GPtrArray *problems)
{
  desk_rule_text (&memo->from_name, "from_name", -1, 0, 100, FALSE, problems);
  rule_phone (&memo->phone, problems);
  desk_rule_text (&memo->text, "text", -1, 1, DESK_DETAIL_LENGTH, TRUE, problems);
  desk_rule_text (&memo->answer, "answer", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  if (memo->to_id == 0)
    add (problems, DESK_PROBLEM_EMPTY, "to_id");
}

/* A text of a case's course. */
void
desk_rule_course (char **text, const char *field, GPtrArray *problems)
{
  desk_rule_text (text, field, -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
}

/* A case has a title; the rest is what is known. */
void
desk_rule_case (DeskCase *service_case, GPtrArray *problems)
{
  desk_rule_choice (service_case->kind, &desk_enum_case_kind, "kind", -1, problems);
  desk_rule_text (&service_case->title, "title", -1, 1, DESK_TITLE_LENGTH, FALSE, problems);
  desk_rule_text (&service_case->caller, "caller", -1, 0, 100, FALSE, problems);
  rule_phone (&service_case->phone, problems);
  desk_rule_course (&service_case->detail, "detail", problems);
  desk_rule_course (&service_case->result, "result", problems);
  desk_rule_text (&service_case->warranty_denied, "warranty_denied", -1, 0, 500, FALSE, problems);
  desk_rule_text (&service_case->queue, "queue", -1, 0, 200, FALSE, problems);
  desk_rule_text (&service_case->external_no, "external_no", -1, 0, 60, FALSE, problems);
  if (service_case->urgency != 0)
    desk_rule_choice (service_case->urgency, &desk_enum_urgency, "urgency", -1, problems);
  if (service_case->appointment_to != 0 && service_case->appointment_to <= service_case->appointment_from)
    add (problems, DESK_PROBLEM_UNTIL_PAST, "appointment_to");
}

/* A part or labour: quantity in thousandths, price in fen; the amount follows. */
void
desk_rule_cost_line (DeskCostLine *line, int row, GPtrArray *problems)
{
  desk_rule_text (&line->name, "name", row, 1, 100, FALSE, problems);
  desk_rule_choice (line->kind, &desk_enum_cost_kind, "kind", row, problems);
  desk_rule_range (line->quantity, 1, 100000000, "quantity", row, problems);
  desk_rule_range (line->price, 0, PRICE_MAX, "price", row, problems);
  line->amount = desk_cost_amount (line->quantity, line->price);
}

/* Returns: the DeskVisitState of an entry that was closed at @closed_at, 0 not yet, with its DeskHandingState. */
gint64
desk_visit_state (gint64 closed_at, gint64 handing)
{
  if (closed_at != 0)
    return DESK_VISIT_CLOSED;
  return handing == DESK_HANDING_OFFERED    ? DESK_VISIT_OFFERED
         : handing == DESK_HANDING_RETURNED ? DESK_VISIT_RETURNED
                                            : DESK_VISIT_OPEN;
}

/* Returns: (transfer full): "case.R202611": what is counted in a month. */
char *
desk_case_counter (DeskCaseKind kind, DeskDay day)
{
  return g_strdup_printf ("case.%c%06d", kind == DESK_CASE_COMPLAINT ? 'C' : 'R', (int) desk_day_period (day));
}

/* Returns: (transfer full): R202611-0042. */
char *
desk_case_number (DeskCaseKind kind, DeskDay day, gint64 count)
{
  return g_strdup_printf ("%c%06d-%04" G_GINT64_FORMAT, kind == DESK_CASE_COMPLAINT ? 'C' : 'R',
                          (int) desk_day_period (day), count);
}

/* Returns: (transfer full): what a case is called in a list: the first line or sentence of what was said. */
char *
desk_case_title (const char *about)
{
  g_autofree char *clean = desk_string_clean (about != NULL ? about : "");
  char *end = strchr (clean, '\n');
  g_autofree char *title = NULL;

  if (end != NULL)
    *end = '\0';
  if (g_utf8_strlen (clean, -1) <= 60)
    return g_steal_pointer (&clean);
  title = g_utf8_substring (clean, 0, 59);
  return g_strconcat (title, "…", NULL);
}

/**
 * desk_case_overdue:
 * @now: the clock of the run
 *
 * Returns: 1 overdue, 0 in time, -1 where nothing was due. One that is open is overdue when its due time has passed, one
 * that ended when it ended after it.
 */
int
desk_case_overdue (const DeskCase *service_case, gint64 now)
{
  gint64 due = service_case->finished_due != 0 ? service_case->finished_due : service_case->promised_due;

  if (due == 0)
    due = service_case->completion_due;
  if (due == 0 || service_case->state == DESK_CASE_CANCELLED)
    return -1;
  if (service_case->done_at != 0)
    return service_case->done_at > due;
  if (service_case->closed_at != 0)
    return service_case->closed_at > due;
  return now > due;
}
