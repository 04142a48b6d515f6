/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up.h"

#include "desk-right.h"
#include "desk-rule.h"

static const char *const topic_nicks[]
    = { "task", "call", "appointment", "message", "lease_end", "instruction", "request",
        "case_soon", "case_late", "escalated", "case_back", "complaint", "enquiry" };
static const char *const state_nicks[] = { "open", "done" };
static const char *const hand_nicks[] = { "waiting", "accepted", "returned" };
const DeskEnumSpec desk_enum_topic = { "topic", topic_nicks, DESK_N_TOPICS };
const DeskEnumSpec desk_enum_follow_up_state = { "follow_up_state", state_nicks, G_N_ELEMENTS (state_nicks) };
const DeskEnumSpec desk_enum_hand = { "hand", hand_nicks, G_N_ELEMENTS (hand_nicks) };

/* An owner, one: a person, or a role. */
static void
check_owner (const DeskFollowUp *follow_up, GPtrArray *problems)
{
  if ((follow_up->owner_id == 0) == (follow_up->owner_role == 0))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "owner_id", -1, NULL));
  desk_rule_range (follow_up->owner_role, 0, DESK_N_STAFF_ROLES, "owner_role", -1, problems);
}

/**
 * desk_rule_follow_up:
 * @follow_up: as it shall stand; its note is cleaned
 * @now: Unix seconds
 * @problems: filled
 *
 * What a follow-up must be like by itself. One that is new must say something, unless it hangs on a record.
 */
void
desk_rule_follow_up (DeskFollowUp *follow_up, gint64 now, GPtrArray *problems)
{
  desk_rule_choice (follow_up->topic, &desk_enum_topic, "topic", -1, problems);
  desk_rule_choice (follow_up->state, &desk_enum_follow_up_state, "state", -1, problems);
  desk_rule_text (&follow_up->note, "note", -1, follow_up->about_id != 0 ? 0 : 1, 500, TRUE, problems);
  desk_rule_text (&follow_up->hand_note, "hand_note", -1, 0, 200, FALSE, problems);
  if (follow_up->due_at == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "due_at", -1, NULL));
  else
    desk_rule_range (follow_up->due_at, now - G_GINT64_CONSTANT (3650) * 86400, now + G_GINT64_CONSTANT (36500) * 86400,
                     "due_at", -1, problems);
  if (follow_up->repeat_every != 0)
    desk_rule_range (follow_up->repeat_every, DESK_REPEAT_LEAST, DESK_REPEAT_MOST, "repeat_every", -1, problems);
  desk_rule_range (follow_up->urgent, 0, 1, "urgent", -1, problems);
  check_owner (follow_up, problems);
}

/* Returns: when what was told at @now is told again, 0 never: @repeat_every seconds apart from @due_at on. */
gint64
desk_follow_up_next_telling (gint64 due_at, gint64 repeat_every, gint64 now)
{
  if (repeat_every <= 0)
    return 0;
  if (now < due_at)
    return due_at + repeat_every;
  return due_at + ((now - due_at) / repeat_every + 1) * repeat_every;
}

/* Returns: when @follow_up is to be told next, 0 never. One that was told for its due time waits for its repeat
 * (@stored_tell_at, if it has one); any other due time is to be told for. */
gint64
desk_follow_up_tell_at (const DeskFollowUp *follow_up, gint64 stored_tell_at, gint64 now)
{
  if (follow_up->state != DESK_FOLLOW_UP_OPEN)
    return 0;
  if (follow_up->told_due != follow_up->due_at)
    return follow_up->due_at;
  if (follow_up->repeat_every == 0)
    return 0;
  if (stored_tell_at > 0 && (stored_tell_at - follow_up->due_at) % follow_up->repeat_every == 0)
    return stored_tell_at;
  return desk_follow_up_next_telling (follow_up->due_at, follow_up->repeat_every, now);
}

/* Late, today or later, in @zone. */
DeskDueGroup
desk_follow_up_group (gint64 due_at, gint64 now, GTimeZone *zone)
{
  if (due_at <= now)
    return DESK_DUE_LATE;
  return desk_day_of_time (due_at, zone) == desk_day_of_time (now, zone) ? DESK_DUE_TODAY : DESK_DUE_LATER;
}

/* Returns: Unix seconds until which @snooze puts something off; 0 for a number that is no snooze. */
gint64
desk_snooze_until (DeskSnooze snooze, gint64 now, GTimeZone *zone)
{
  DeskDay tomorrow;
  g_autoptr (GDateTime) when = NULL;

  switch (snooze)
    {
    case DESK_SNOOZE_SHORT:
      return now + 600;
    case DESK_SNOOZE_HOUR:
      return now + 3600;
    case DESK_SNOOZE_TOMORROW:
      tomorrow = desk_day_add (desk_day_of_time (now, zone), 1);
      when = g_date_time_new (zone, desk_day_year (tomorrow), desk_day_month (tomorrow), desk_day_of_month (tomorrow),
                              8, 30, 0);
      return g_date_time_to_unix (when);
    default:
      return 0;
    }
}

/* Returns: (transfer full) (nullable): a deep copy; NULL of NULL. */
DeskDueItem *
desk_due_item_copy (const DeskDueItem *item)
{
  DeskDueItem *copy;

  if (item == NULL)
    return NULL;
  copy = g_memdup2 (item, sizeof *item);
  copy->place = g_strdup (item->place);
  copy->note = g_strdup (item->note);
  return copy;
}

void
desk_due_item_free (gpointer item)
{
  DeskDueItem *self = item;

  if (self == NULL)
    return;
  g_free (self->place);
  g_free (self->note);
  g_free (self);
}
