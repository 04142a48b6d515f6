/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up.h"
#include "desk-input.h"
#include "desk-result.h"

G_BEGIN_DECLS

/* What goes into the use cases of follow-ups and comes out of them. */

/* Does something with one follow-up. Which fields count depends on what. */
typedef struct
{
  DeskInput input;
  gint64 id;
  gint64 version;    /* that was read; 0: whatever it is by now (a notification's button) */
  DeskSnooze snooze; /* SNOOZE: a length, or */
  gint64 until;      /* SNOOZE: Unix seconds, when snooze is 0 */
  gint64 staff_id;   /* HAND_ON: to whom, or */
  gint64 role;       /* HAND_ON: 1 + DeskStaffRole, when staff_id is 0 */
  char *note;        /* HAND_ON: a word with it; RETURN: why */
} DeskFollowUpInput;

/* Whose follow-ups. */
typedef enum
{
  DESK_AUDIENCE_MINE,   /* the actor's own and those of their roles in their scope */
  DESK_AUDIENCE_FLOORS, /* about the buildings and entrances of their scope, whosever */
  DESK_AUDIENCE_ALL,
} DeskAudience;
#define DESK_N_AUDIENCES 3

typedef struct
{
  DeskInput input;
  DeskAudience audience;
  guint limit;         /* per group: late, today, later */
  DeskKind about_kind; /* UNIT or PERSON: the open ones of that record instead */
  gint64 about_id;
  gint64 reach_id;     /* an open one that is given, too, where it lies beyond the limit; 0 none */
} DeskFollowUpsInput;

/* @shown: follow-ups somebody was told of, to learn which of them are settled. */
typedef struct
{
  DeskInput input;
  GArray *shown;  /* gint64 */
  gint64 done_until; /* Unix seconds: until then the rules have looked, and cases have moved on by themselves */
} DeskDueInput;

/* One follow-up as a list shows it. */
typedef struct
{
  DeskFollowUp *follow_up;
  DeskDueGroup group;
  char *place;       /* label of the unit, "" none */
  char *person_name; /* "" none */
  char *phone;       /* the person's first, masked; "" none */
  char *owner_name;  /* "" when any of a role owes it */
  char *handed_name; /* who handed it on or returned it, "" nobody */
  gboolean mine;     /* the actor owes it */
  gboolean waiting;  /* for the actor to accept or return */
} DeskFollowUpCard;

typedef struct
{
  GPtrArray *cards;   /* DeskFollowUpCard: late, today, later, each the first due first */
  GPtrArray *waiting; /* DeskFollowUpCard: handed on to the actor, whatever the audience */
  gint64 counts[DESK_N_AUDIENCES][DESK_N_DUE_GROUPS]; /* of the whole */
  gboolean has_scope; /* the actor answers for a part of the community: "my floors" means something */
} DeskFollowUps;

/* What the one timer wants to know. */
typedef struct
{
  GPtrArray *items; /* DeskDueItem: the actor is to be told now, the first due first */
  gint64 asked_at;  /* Unix seconds by which they are due */
  gint64 next_at;   /* when something is to be told next, whosever; 0 never */
  gint64 work_at;   /* when the rules or cases that move on by themselves have something to do; 0 never */
  GArray *settled;  /* gint64: of those asked about, which are done, put off, handed on or gone */
  gint64 n_late;    /* of the actor's */
  gint64 n_today;   /* of the actor's, still to come today */
  gint64 n_waiting; /* handed on to the actor */
} DeskDue;

DeskFollowUpInput *desk_follow_up_input_new (const char *request_key, gint64 id, gint64 version);
DeskFollowUpsInput *desk_follow_ups_input_new (DeskAudience audience, guint limit);
DeskDueInput *desk_due_input_new (GArray *shown, gint64 done_until);
void desk_follow_up_input_free (gpointer input);
void desk_follow_ups_input_free (gpointer input);
void desk_due_input_free (gpointer input);

void desk_follow_up_card_free (gpointer card);
void desk_follow_ups_clear (gpointer result);
void desk_due_clear (gpointer result);

G_END_DECLS
