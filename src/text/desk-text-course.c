/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-course.h"

#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"

/* A move in the past. With words of its own it is followed by them; %1 is a name, a reason of the list, or a number. */
static const struct
{
  const char *context, *word;
} moved[DESK_N_MOVES] = {
  [DESK_MOVE_ASSIGN] = { NP_ ("moved", "Assigned to %1") },
  [DESK_MOVE_TAKE] = { NP_ ("moved", "Taken by %1") },
  [DESK_MOVE_ACCEPT] = { NP_ ("moved", "Accepted") },
  [DESK_MOVE_RETURN] = { NP_ ("moved", "Returned") },
  [DESK_MOVE_TRANSFER] = { NP_ ("moved", "Handed on to %1") },
  [DESK_MOVE_START] = { NP_ ("moved", "Work began") },
  [DESK_MOVE_WAIT] = { NP_ ("moved", "Waits: %1; the completion clock stands still") },
  [DESK_MOVE_RESUME] = { NP_ ("moved", "Goes on; the completion clock runs again") },
  [DESK_MOVE_FINISH] = { NP_ ("moved", "Done") },
  [DESK_MOVE_PASS] = { NP_ ("moved", "Inspected and passed") },
  [DESK_MOVE_FAIL] = { NP_ ("moved", "Inspected and failed; the completion clock runs on") },
  [DESK_MOVE_DRAW] = { NP_ ("moved", "To be called back") },
  [DESK_MOVE_ANSWER] = { NP_ ("moved", "Called back: %1") },
  [DESK_MOVE_CLOSE] = { NP_ ("moved", "Closed") },
  [DESK_MOVE_REOPEN] = { NP_ ("moved", "Reopened for %1") },
  [DESK_MOVE_CANCEL] = { NP_ ("moved", "Cancelled") },
  [DESK_MOVE_MERGE] = { NP_ ("moved", "Merged into %1") },
};

/* What waits for is said before a length: "Parts, 2 days"; in Chinese 等配件 2 天. */
static const struct
{
  const char *context, *word;
} waits[] = {
  { NP_ ("waits for", "Parts") },       { NP_ ("waits for", "Resident") }, { NP_ ("waits for", "Visit") },
  { NP_ ("waits for", "Third party") }, { NP_ ("waits for", "Quote") },
};

/* Returns: what a case waits for, short; "" for nothing. */
const char *
desk_text_wait (const DeskText *text, gint64 wait_reason)
{
  if (wait_reason < 1 || wait_reason > (gint64) G_N_ELEMENTS (waits))
    return "";
  return desk_text_get_c (text, waits[wait_reason - 1].context, waits[wait_reason - 1].word);
}

/* Returns: what a move is called. */
const char *
desk_text_move (const DeskText *text, DeskMove move)
{
  return desk_text_enum (text, &desk_enum_move, move);
}

/* What the person typed behind what the program says. */
static char *
with_words (const DeskText *text, char *fact, const char *typed)
{
  g_autofree char *first = fact;
  g_autofree char *words = NULL;

  if (desk_string_is_empty (typed))
    return g_steal_pointer (&first);
  words = desk_text_printable (typed, 0);
  return desk_text_format_c (text, NP_ ("course, fact and words", "%1: %2"), first, words, NULL);
}

static char *
move_words (const DeskText *text, const DeskCaseEvent *event, const char *assignee_name, const char *other_number)
{
  DeskMove move = event->move > 0 && event->move < DESK_N_MOVES ? (DeskMove) event->move : DESK_MOVE_CLOSE;
  const char *first = assignee_name != NULL ? assignee_name : "";
  g_autofree char *fact = NULL;
  g_autofree char *until = NULL;

  if (move == DESK_MOVE_WAIT)
    first = desk_text_enum (text, &desk_enum_wait_reason, event->wait_reason);
  else if (move == DESK_MOVE_ANSWER)
    first = desk_text_enum (text, &desk_enum_answer, event->answer);
  else if (move == DESK_MOVE_MERGE)
    first = other_number != NULL ? other_number : "";
  fact = desk_text_format_c (text, moved[move].context, moved[move].word, first, NULL);
  if (move == DESK_MOVE_WAIT && event->until != 0)
    {
      until = desk_text_time (text, event->until, event->at);
      return with_words (text, desk_text_format (text, N_ ("%1, back at %2"), fact, until, NULL), event->text);
    }
  return with_words (text, g_steal_pointer (&fact), event->text);
}

/* "Quote ¥320.00: agreed". Older lines of the course do not say what it came to. */
static char *
quote_words (const DeskText *text, const DeskCaseEvent *event)
{
  g_autofree char *money = desk_text_money (event->money);

  if (event->quote_state == 0)
    return g_strdup (desk_text_enum (text, &desk_enum_case_event, event->kind));
  return desk_text_format_c (text, NP_ ("course, quote", "Quote %1: %2"), money,
                             desk_text_enum (text, &desk_enum_quote_state, event->quote_state), NULL);
}

/**
 * desk_text_course:
 * @assignee_name: (nullable): whom it was given to
 * @other_number: (nullable): of the other case of a merge
 *
 * Returns: (transfer full): one line of a case's course, told
 */
char *
desk_text_course (const DeskText *text, const DeskCaseEvent *event, const char *assignee_name, const char *other_number)
{
  g_autofree char *when = NULL;

  switch ((DeskCaseEventKind) event->kind)
    {
    case DESK_CASE_EVENT_OPENED:
      return with_words (text, g_strdup (desk_text_get_c (text, NP_ ("course", "Taken in"))), event->text);
    case DESK_CASE_EVENT_CONTACT:
      return with_words (text, g_strdup (desk_text_get_c (text, NP_ ("course", "Spoke with them"))), event->text);
    case DESK_CASE_EVENT_HURRY:
      if (other_number != NULL)
        return desk_text_format_c (text, NP_ ("course", "Asked again: %1 was merged into this one"), other_number, NULL);
      return with_words (text, g_strdup (desk_text_get_c (text, NP_ ("course", "Asked again"))), event->text);
    case DESK_CASE_EVENT_NOTE:
      return desk_text_printable (event->text, 0);
    case DESK_CASE_EVENT_APPOINTMENT:
      when = desk_text_time (text, event->until, event->at);
      return with_words (text, desk_text_format_c (text, NP_ ("course", "Appointment %1"), when, NULL), event->text);
    case DESK_CASE_EVENT_QUOTE:
      return with_words (text, quote_words (text, event), event->text);
    case DESK_CASE_EVENT_STAGE:
      when = desk_text_format_c (text, NP_ ("course", "%1 signed"), desk_text_enum (text, &desk_enum_stage, event->stage), NULL);
      return with_words (text, g_steal_pointer (&when), event->text);
    case DESK_CASE_EVENT_ESCALATED:
      when = desk_text_format_c (text, NP_ ("course", "Escalated: %1"),
                                 desk_text_enum (text, &desk_enum_severity, event->severity), NULL);
      return with_words (text, g_steal_pointer (&when), event->text);
    case DESK_CASE_EVENT_NOT_REACHED:
      when = desk_text_time (text, event->until, event->at);
      return with_words (text, desk_text_format_c (text, NP_ ("course", "Not reached, again %1"), when, NULL), event->text);
    case DESK_CASE_EVENT_MOVE:
    default:
      return move_words (text, event, assignee_name, other_number);
    }
}

/* Returns: (transfer full): how long a stage of a complaint took. */
char *
desk_text_stage_took (const DeskText *text, gint64 minutes)
{
  g_autofree char *length = desk_text_minutes (text, minutes);

  return desk_text_format_c (text, NP_ ("stage", "took %1"), length, NULL);
}

/* Returns: (transfer full): until when it is to be signed. */
char *
desk_text_stage_by (const DeskText *text, gint64 due, gint64 now)
{
  g_autofree char *time = desk_text_time (text, due, now);

  return desk_text_format_c (text, NP_ ("stage", "by %1"), time, NULL);
}

/* Returns: (transfer full): the clock of a case in words: 剩 5 时 12 分, 等配件 2 天. */
char *
desk_text_case_clock (const DeskText *text, const DeskCaseStand *stand, gint64 wait_reason, gint64 now)
{
  DeskClockFace face = desk_case_face (stand, now);

  face.reason = desk_text_wait (text, wait_reason);
  return desk_text_clock (text, &face, now);
}

/* "pipes 2 years, until 2026-05-31, over": the term of one side. */
static char *
term (const DeskText *text, const DeskWarranty *warranty, const char *part)
{
  g_autofree char *years = desk_text_number (warranty->seasons != 0 ? warranty->seasons : warranty->years);
  g_autofree char *length = warranty->seasons != 0
                                ? desk_text_format_n (text, NN_ ("%1 season", "%1 seasons"), warranty->seasons, years, NULL)
                                : desk_text_format_n (text, NN_ ("%1 year", "%1 years"), warranty->years, years, NULL);

  return desk_text_format_c (text, NP_ ("warranty, part and length", "%1 %2"), part, length, NULL);
}

/* Returns: (transfer full): the proposal with its reasoning; "" where the category belongs to no part of a building. */
char *
desk_text_warranty (const DeskText *text, const DeskWarranty *warranty)
{
  const char *part = desk_text_enum (text, &desk_enum_warranty_part, warranty->part);
  g_autofree char *length = NULL;
  g_autofree char *owner = desk_text_day (warranty->owner_until);
  g_autofree char *developer = desk_text_day (warranty->developer_until);

  if (warranty->verdict == DESK_WARRANTY_NO_PART)
    return g_strdup ("");
  length = term (text, warranty, part);
  switch (warranty->verdict)
    {
    case DESK_WARRANTY_COVERED:
      if (warranty->developer_until == 0)
        return desk_text_format (text, N_ ("%1, until %2: covered, no charge"), length, owner, NULL);
      return desk_text_format (text, N_ ("%1, the developer's until %2: covered, no charge"), length, developer, NULL);
    case DESK_WARRANTY_OWNER_ONLY:
      return desk_text_format (text, N_ ("%1, toward the owner until %2: no charge; the developer's ended"), length, owner, NULL);
    case DESK_WARRANTY_OVER:
      return desk_text_format (text, N_ ("%1, ended %2"), length,
                               warranty->owner_until > warranty->developer_until ? owner : developer, NULL);
    case DESK_WARRANTY_UNKNOWN:
    case DESK_WARRANTY_NO_PART:
    default:
      return desk_text_format (text, N_ ("%1; neither delivery nor acceptance is known"), length, NULL);
    }
}

/* Returns: (transfer full): an appointment: "today 15:00–16:00"; "" for none. */
char *
desk_text_window (const DeskText *text, gint64 from, gint64 to, gint64 now)
{
  GTimeZone *zone = desk_text_zone (text);
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GDateTime) first_here = NULL;
  g_autoptr (GDateTime) last_here = NULL;

  if (from == 0)
    return g_strdup ("");
  first = g_date_time_new_from_unix_utc (from);
  last = g_date_time_new_from_unix_utc (MAX (to, from));
  first_here = g_date_time_to_timezone (first, zone);
  last_here = g_date_time_to_timezone (last, zone);
  begin = g_date_time_format (first_here, "%H:%M");
  end = g_date_time_format (last_here, "%H:%M");
  day = desk_text_day_near (text, desk_day_of_time (from, zone), desk_day_of_time (now, zone));
  return desk_text_format_c (text, NP_ ("appointment, day, from, to", "%1 %2–%3"), day, begin, end, NULL);
}

/**
 * desk_text_move_refused:
 * @state: DeskCaseState it would start from
 *
 * Returns: (transfer full): why whoever asks cannot make the move: it does not start there, or who may
 */
char *
desk_text_move_refused (const DeskText *text, DeskMove move, gint64 state, const DeskMatrix *matrix)
{
  const DeskMoveSpec *spec = desk_move_find (move, (DeskCaseState) state);
  g_autofree char *who = NULL;
  gint64 roles = 0;
  gboolean assignee;

  if (spec == NULL)
    return desk_text_format (text, N_ ("Not from “%1”."), desk_text_enum (text, &desk_enum_case_state, state), NULL);
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (desk_matrix_level (matrix, spec->right, (gint64) 1 << role) >= DESK_LEVEL_OWN
        && ((spec->by & DESK_ALL_ROLES) == 0 || (spec->by & (1u << role)) != 0))
      roles |= (gint64) 1 << role;
  assignee = (spec->by & DESK_MOVER_ASSIGNEE) != 0;
  who = desk_text_staff_roles (text, roles);
  return desk_text_format (text, assignee ? N_ ("Only whoever has it, or %1, may do this.") : N_ ("Only %1 may do this."), who,
                           NULL);
}
