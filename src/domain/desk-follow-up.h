/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
} DeskTopic;
#define DESK_N_TOPICS 7

extern const DeskEnumSpec desk_enum_topic;

/* One follow-up that is due: what the bell, a notification and Today are told. Immutable. */
typedef struct
{
  gint64 id;           /* of the follow-up */
  gint64 due_at;       /* the due time this is for; after a snooze or a repeat it is another telling */
  gint64 topic;        /* DeskTopic */
  gboolean urgent;
  DeskKind about_kind; /* the record that Open shows; NONE: the follow-up itself, in Today */
  gint64 about_id;
  gint64 unit_id;      /* 0 none */
  char *place;         /* label of the unit, "" none */
  char *note;          /* as it was typed: may name people */
} DeskDueItem;

DeskDueItem *desk_due_item_copy (const DeskDueItem *item);
void desk_due_item_free (gpointer item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDueItem, desk_due_item_free)

G_END_DECLS
