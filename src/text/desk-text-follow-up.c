/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-follow-up.h"

#include "desk-changes.h"
#include "desk-follow-rule.h"
#include "desk-text-case.h"
#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"

/**
 * desk_text_clock:
 * @text: language and zone
 * @face: what the clock shows
 * @now: Unix seconds
 *
 * Returns: (transfer full): 剩 5 时 12 分, 超 35 分, 等配件 2 天, 周六 09:00; "" where nothing runs (window.md, Clocks)
 */
char *
desk_text_clock (const DeskText *text, const DeskClockFace *face, gint64 now)
{
  g_autofree char *length = desk_text_minutes (text, face->minutes);
  g_autofree char *days = desk_text_number (face->work_days);

  switch (face->state)
    {
    case DESK_FACE_RUNNING:
    case DESK_FACE_SOON:
      if (face->work_days > 0)
        return desk_text_format_n (text, NN_ ("%1 working day left", "%1 working days left"), face->work_days, days,
                                   NULL);
      return desk_text_format (text, N_ ("%1 left"), length, NULL);
    case DESK_FACE_LATE:
      return desk_text_format (text, N_ ("%1 over"), length, NULL);
    case DESK_FACE_WAITING:
      return desk_text_format_c (text, NP_ ("waits for, since", "%1, %2"), face->reason != NULL ? face->reason : "",
                                 length, NULL);
    case DESK_FACE_OUTSIDE:
    case DESK_FACE_APPOINTMENT:
      return desk_text_time (text, face->due_at, now);
    case DESK_FACE_DONE:
      return g_strdup (desk_text_get (text, N_ ("Done on time")));
    case DESK_FACE_DONE_LATE:
      return desk_text_format (text, N_ ("Done %1 late"), length, NULL);
    case DESK_FACE_NONE:
    default:
      return g_strdup ("");
    }
}

/* Returns: (transfer none): what @rule looks for, as the title of its row: "Lease ends", "Over time for a while". */
const char *
desk_text_follow_rule (const DeskText *text, DeskFollowRule rule)
{
  static const char *const words[DESK_N_FOLLOW_RULES][2] = {
    [DESK_FOLLOW_RULE_LEASE_END] = { NP_ ("rule", "A lease ends") },
    [DESK_FOLLOW_RULE_INSTRUCTION] = { NP_ ("rule", "An instruction ends") },
    [DESK_FOLLOW_RULE_REQUEST] = { NP_ ("rule", "Something waits for approval") },
    [DESK_FOLLOW_RULE_CASE_SOON] = { NP_ ("rule", "A case is due soon") },
    [DESK_FOLLOW_RULE_CASE_LATE] = { NP_ ("rule", "A case is over time") },
    [DESK_FOLLOW_RULE_CASE_ESCALATED] = { NP_ ("rule", "A case is still over time: one step up") },
    [DESK_FOLLOW_RULE_CASE_TOP] = { NP_ ("rule", "A case is still over time: to the top") },
    [DESK_FOLLOW_RULE_CASE_BACK] = { NP_ ("rule", "What a case waits for is due") },
    [DESK_FOLLOW_RULE_APPOINTMENT] = { NP_ ("rule", "An appointment comes up") },
    [DESK_FOLLOW_RULE_COMPLAINT] = { NP_ ("rule", "A serious complaint comes in") },
    [DESK_FOLLOW_RULE_CALLBACK] = { NP_ ("rule", "A finished case is to be called about") },
    [DESK_FOLLOW_RULE_MEMO] = { NP_ ("rule", "A message nobody is reminded of") },
    [DESK_FOLLOW_RULE_ENQUIRY] = { NP_ ("rule", "A question is not answered") },
    [DESK_FOLLOW_RULE_ENQUIRY_END] = { NP_ ("rule", "A question is not settled") },
  };

  g_return_val_if_fail (rule > 0 && rule < DESK_N_FOLLOW_RULES, "");
  return desk_text_get_c (text, words[rule][0], words[rule][1]);
}

/* What a rule found, with the last day it holds. */
static char *
rule_words (const DeskText *text, const DeskFollowUp *follow_up)
{
  g_autofree char *last = desk_day_format (follow_up->rule_day != 0 ? desk_day_add (follow_up->rule_day, -1) : 0);

  switch (follow_up->rule)
    {
    case DESK_FOLLOW_RULE_LEASE_END:
      return desk_text_format (text, N_ ("The lease ends on %1: ask whether it goes on"), last, NULL);
    case DESK_FOLLOW_RULE_INSTRUCTION:
      return desk_text_format (text, N_ ("The instruction holds until %1: ask whether it still does"), last, NULL);
    case DESK_FOLLOW_RULE_REQUEST:
      return g_strdup (desk_text_get (text, N_ ("Something waits for approval")));
    default:
      return g_strdup ("");
    }
}

/* Returns: (transfer full): what is to be done, on one line: the note, or what the rule that made it found, or the topic. */
char *
desk_text_follow_up_what (const DeskText *text, const DeskFollowUp *follow_up)
{
  char *words;

  if (follow_up->note != NULL && *follow_up->note != '\0')
    return desk_text_printable (follow_up->note, 0);
  words = rule_words (text, follow_up);
  if (*words != '\0')
    return words;
  g_free (words);
  return g_strdup (desk_text_enum (text, &desk_enum_topic, follow_up->topic));
}

/* Returns: (transfer full): who owes it: the person, or the role. */
char *
desk_text_follow_up_owner (const DeskText *text, const DeskFollowUp *follow_up, const char *owner_name)
{
  if (follow_up->owner_role > 0)
    return g_strdup (desk_text_staff_role (text, (DeskStaffRole) (follow_up->owner_role - 1)));
  return g_strdup (desk_text_staff_name (text, owner_name));
}

/* Returns: (transfer full): what is to be done, of a cell that holds the note and the rule with its day. */
static char *
duty_words (const DeskText *text, const DeskCell *cell)
{
  const DeskFollowUp follow_up = { .note = cell->text,
                                   .rule = cell->number / DESK_DUTY_RULE,
                                   .rule_day = (DeskDay) (cell->number % DESK_DUTY_RULE) };

  return desk_text_follow_up_what (text, &follow_up);
}

/* Returns: (transfer full): what a row of figures is about. */
static char *
slice_words (const DeskText *text, const DeskCell *cell)
{
  if (cell->number == DESK_SLICE_CELL_ALL)
    return g_strdup (desk_text_get_c (text, NP_ ("figure", "All")));
  if (cell->text == NULL)
    return g_strdup (desk_text_get_c (text, NP_ ("figure", "None")));
  if (cell->number == DESK_SLICE_PERSON)
    return g_strdup (desk_text_staff_name (text, cell->text));
  if (cell->number == DESK_SLICE_BUILDING)
    return desk_text_fill (desk_text_get_c (text, NP_ ("figure", "Building %1")), (const char *[]){ cell->text, NULL });
  return g_strdup (cell->text);
}

/* Returns: (transfer none): which months. */
const char *
desk_text_span (const DeskText *text, DeskSpan span)
{
  static const char *const words[DESK_N_SPANS][2]
      = { { NP_ ("figure", "Last 12 months") }, { NP_ ("figure", "This month") }, { NP_ ("figure", "Last month") },
          { NP_ ("figure", "This year") },      { NP_ ("figure", "Last year") },  { NP_ ("figure", "All months") } };

  return desk_text_get_c (text, words[span][0], words[span][1]);
}

/* Returns: (transfer none): what a rate is called; -1: everything that was opened. */
const char *
desk_text_rate (const DeskText *text, int rate)
{
  static const char *const words[DESK_N_RATES][2]
      = { { NP_ ("figure", "Response") }, { NP_ ("figure", "Completion") }, { NP_ ("figure", "On time") },
          { NP_ ("figure", "Reopened") }, { NP_ ("figure", "Callback") },   { NP_ ("figure", "Satisfied") } };

  return rate < 0 || rate >= DESK_N_RATES ? desk_text_get_c (text, NP_ ("figure", "Opened"))
                                          : desk_text_get_c (text, words[rate][0], words[rate][1]);
}

/* Returns: (transfer full) (nullable): what stands in a cell for which the words are needed; NULL where its text or its
 * number is all. */
char *
desk_text_cell (const DeskText *text, const DeskColumnSpec *column, const DeskCell *cell)
{
  switch ((int) column->type)
    {
    case DESK_COLUMN_TOLD:
      return desk_text_told (text, cell);
    case DESK_COLUMN_LINK:
      return cell->number != 0 ? desk_text_link (text, cell) : NULL;
    case DESK_COLUMN_DUTY:
      return duty_words (text, cell);
    case DESK_COLUMN_SLICE:
      return slice_words (text, cell);
    case DESK_COLUMN_RATE:
      return desk_text_percent (cell->number);
    case DESK_COLUMN_OWES:
      return g_strdup (cell->number > 0 ? desk_text_staff_role (text, (DeskStaffRole) (cell->number - 1))
                                        : desk_text_staff_name (text, cell->text));
    case DESK_COLUMN_ROLES:
      return desk_text_staff_roles (text, cell->number);
    case DESK_COLUMN_TEXT:
    case DESK_COLUMN_KEY:
      /* A store's first person is called by what they are until somebody names them. */
      if (cell->text != NULL && desk_column_is_staff (column))
        return g_strdup (g_str_equal (column->nick, "actor") ? desk_text_author (text, cell->text)
                                                             : desk_text_staff_name (text, cell->text));
      return NULL;
    default:
      return NULL;
    }
}

/* Returns: (transfer none): "Overdue", "Today", "Later". */
const char *
desk_text_due_group (const DeskText *text, DeskDueGroup group)
{
  static const char *const words[DESK_N_DUE_GROUPS][2]
      = { { NP_ ("due", "Overdue") }, { NP_ ("due", "Today") }, { NP_ ("due", "Later") } };

  return desk_text_get_c (text, words[group][0], words[group][1]);
}

/* Returns: (transfer none): "10 min", "1 h", "Tomorrow 08:30"; "" for none. */
const char *
desk_text_snooze (const DeskText *text, DeskSnooze snooze)
{
  switch (snooze)
    {
    case DESK_SNOOZE_SHORT:
      return desk_text_get_c (text, NP_ ("snooze", "10 min"));
    case DESK_SNOOZE_HOUR:
      return desk_text_get_c (text, NP_ ("snooze", "1 h"));
    case DESK_SNOOZE_TOMORROW:
      return desk_text_get_c (text, NP_ ("snooze", "Tomorrow 08:30"));
    default:
      return "";
    }
}

/* The text, or the number as a time, that a field was changed to. */
static char *
changed_to (const DeskText *text, GPtrArray *changes, const char *field)
{
  const DeskFieldChange *change = desk_changes_find (changes, field);

  if (change == NULL)
    return g_strdup ("");
  if (change->new_value.type == DESK_VALUE_TEXT)
    return desk_text_printable (change->new_value.text, 60);
  if (change->new_value.type == DESK_VALUE_INT)
    return desk_text_time_whole (text, change->new_value.number);
  return g_strdup ("");
}

static gint64
number_to (GPtrArray *changes, const char *field)
{
  const DeskFieldChange *change = desk_changes_find (changes, field);

  return change != NULL && change->new_value.type == DESK_VALUE_INT ? change->new_value.number : 0;
}

/* Of one that is made: what and when. */
static char *
made_words (const DeskText *text, GPtrArray *changes)
{
  g_autofree char *note = changed_to (text, changes, "note");
  g_autofree char *due = changed_to (text, changes, "due_at");
  const char *topic = desk_text_enum (text, &desk_enum_topic, number_to (changes, "topic"));

  if (*note == '\0')
    return desk_text_format (text, N_ ("Follow-up: %1, due %2"), topic, due, NULL);
  return desk_text_format (text, N_ ("Follow-up: %1, due %2"), note, due, NULL);
}

/**
 * desk_text_follow_up_history:
 * @use_case: nick of the use case
 * @changes: DeskFieldChange list of the trail's row
 *
 * Returns: (transfer full) (nullable): what happened to a follow-up, NULL where the fields say it best
 */
char *
desk_text_follow_up_history (const DeskText *text, const char *use_case, GPtrArray *changes)
{
  const DeskFieldChange *state = desk_changes_find (changes, "state");
  g_autofree char *due = changed_to (text, changes, "due_at");
  g_autofree char *note = changed_to (text, changes, "hand_note");

  if (state != NULL && state->old_value.type == DESK_VALUE_NULL)
    return made_words (text, changes);
  if (state != NULL && state->new_value.type == DESK_VALUE_NULL)
    return g_strdup (desk_text_get (text, N_ ("Follow-up taken back")));
  if (g_str_equal (use_case, "undo_act"))
    return g_strdup (desk_text_get (text, N_ ("Follow-up as it was before")));
  if (g_str_equal (use_case, "snooze_follow_up"))
    return desk_text_format (text, N_ ("Follow-up put off until %1"), due, NULL);
  if (g_str_equal (use_case, "return_follow_up"))
    return desk_text_format (text, N_ ("Follow-up returned: %1"), note, NULL);
  if (g_str_equal (use_case, "save_follow_up"))
    return NULL;
  return g_strdup (desk_text_act (text, use_case, FALSE));
}
