/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-record.h"

G_BEGIN_DECLS

/* What a follow-up is about in a word: what a person chooses, and what rules make. Stored: append, never renumber. */
typedef enum
{
  DESK_TOPIC_TASK = 1,    /* 待办: whatever was promised */
  DESK_TOPIC_CALL,        /* 回电 */
  DESK_TOPIC_APPOINTMENT, /* 上门预约 */
  DESK_TOPIC_MESSAGE,     /* 转告 */
  DESK_TOPIC_LEASE_END,   /* made by a rule: a parking lease runs out */
  DESK_TOPIC_INSTRUCTION, /* made by a rule: a standing instruction runs out */
  DESK_TOPIC_REQUEST,     /* made by a rule: an act waits for a second person */
  DESK_TOPIC_CASE_SOON,   /* made by rules, as the rest: a case's clock runs out soon */
  DESK_TOPIC_CASE_LATE,   /* it has run out */
  DESK_TOPIC_ESCALATED,   /* it has run out for so long that somebody above has to know */
  DESK_TOPIC_CASE_BACK,   /* what a case waited for should be here */
  DESK_TOPIC_COMPLAINT,   /* a serious or major complaint has come in */
  DESK_TOPIC_ENQUIRY,     /* a question nobody has answered */
} DeskTopic;
#define DESK_N_TOPICS 13
#define DESK_N_CHOSEN_TOPICS 4 /* the first of them: those a person chooses from */

typedef enum
{
  DESK_FOLLOW_UP_OPEN = 1,
  DESK_FOLLOW_UP_DONE,
} DeskFollowUpState;

/* Handed on: the new owner accepts or returns it. Until then it is theirs, marked. */
typedef enum
{
  DESK_HAND_WAITING = 1,
  DESK_HAND_ACCEPTED,
  DESK_HAND_RETURNED,
} DeskHand;

extern const DeskEnumSpec desk_enum_topic;
extern const DeskEnumSpec desk_enum_follow_up_state;
extern const DeskEnumSpec desk_enum_hand;

/* Something promised: it has a due time and an owner (domain.md, Follow-ups). */
typedef struct
{
  DeskRecord record;
  gint64 topic;        /* DeskTopic */
  gint64 about_kind;   /* DeskKind of the record it hangs on, 0 none */
  gint64 about_id;
  gint64 unit_id;      /* the unit and person it concerns: the record itself or what that names */
  gint64 person_id;
  gint64 due_at;       /* Unix seconds; a snooze moves it */
  gint64 owner_id;     /* the person who owes it; 0: any of the role, below */
  gint64 owner_role;   /* 1 + DeskStaffRole, 0: a person */
  gint64 building_id;  /* the unit's place; without a unit the scope of the role, 0 the whole community */
  gint64 entrance_id;
  char *note;
  gint64 repeat_every; /* seconds between reminders until it is done, 0: once */
  gint64 urgent;       /* 1: a reminder that stays until it is answered */
  gint64 state;        /* DeskFollowUpState */
  gint64 handed_by;    /* who handed it on or returned it last */
  gint64 hand;         /* DeskHand, 0: never handed on */
  char *hand_note;
  gint64 rule;         /* DeskFollowRule that made it, 0 a person */
  DeskDay rule_day;    /* of the record the rule looked at */
  gint64 rule_at;      /* or the moment: the same record has another follow-up for another one */
  gint64 done_at;
  gint64 done_by;
  gint64 told_due;     /* derived: the due time it was told for last */
  gint64 tell_at;      /* derived: when it is to be told next, 0 never: what the one timer looks for */
} DeskFollowUp;

/* Where a follow-up stands in Today. */
typedef enum
{
  DESK_DUE_LATE,
  DESK_DUE_TODAY,
  DESK_DUE_LATER,
} DeskDueGroup;
#define DESK_N_DUE_GROUPS 3

/* How long to put it off. */
typedef enum
{
  DESK_SNOOZE_SHORT = 1, /* 10 minutes */
  DESK_SNOOZE_HOUR,
  DESK_SNOOZE_TOMORROW, /* 08:30 */
} DeskSnooze;
#define DESK_N_SNOOZES 3

/* How often a reminder may come back. */
#define DESK_REPEAT_LEAST 300
#define DESK_REPEAT_MOST (30 * 86400)

/* One follow-up that is due: what the bell, a notification and Today are told. Immutable. */
typedef struct
{
  gint64 id;           /* of the follow-up */
  gint64 due_at;       /* the due time this is for; after a snooze or a repeat it is another telling */
  gint64 tell_at;      /* when it was to be told: the due time, or a repeat after it */
  gint64 topic;        /* DeskTopic */
  gboolean urgent;
  DeskKind about_kind; /* the record that Open shows; NONE: the follow-up itself, in Today */
  gint64 about_id;
  gint64 unit_id;      /* 0 none */
  char *place;         /* label of the unit, "" none */
  char *note;          /* as it was typed: may name people */
} DeskDueItem;

void desk_rule_follow_up (DeskFollowUp *follow_up, gint64 now, GPtrArray *problems);
gint64 desk_follow_up_next_telling (gint64 due_at, gint64 repeat_every, gint64 now);
gint64 desk_follow_up_tell_at (const DeskFollowUp *follow_up, gint64 stored_tell_at, gint64 now);
DeskDueGroup desk_follow_up_group (gint64 due_at, gint64 now, GTimeZone *zone);
gint64 desk_snooze_until (DeskSnooze snooze, gint64 now, GTimeZone *zone);

DeskDueItem *desk_due_item_copy (const DeskDueItem *item);
void desk_due_item_free (gpointer item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDueItem, desk_due_item_free)

G_END_DECLS
