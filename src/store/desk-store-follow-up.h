/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-follow-rule.h"
#include "desk-follow-up.h"

G_BEGIN_DECLS

/* Whose open follow-ups. */
typedef enum
{
  DESK_FEED_OWNER,    /* of the person */
  DESK_FEED_ROLE,     /* of any of the role: 1 + DeskStaffRole */
  DESK_FEED_BUILDING, /* about the building, or its people's by scope */
  DESK_FEED_ALL,
} DeskFeed;

/* What stands in the indexes about one of them. */
typedef struct
{
  gint64 id;
  gint64 due_at;
  gint64 building_id;
  gint64 entrance_id;
} DeskFollowUpKey;

/* One that has to reach somebody. */
typedef struct
{
  gint64 id;
  gint64 owner_id;
  gint64 owner_role;
  gint64 building_id;
  gint64 entrance_id;
  gint64 at; /* when to tell, or when it is due */
} DeskFollowUpClaim;

/* Returns FALSE to stop. */
typedef gboolean (*DeskFollowUpFunc) (const DeskFollowUpKey *key, gpointer data);
typedef gboolean (*DeskFollowUpPlaceFunc) (gint64 building_id, gint64 entrance_id, gpointer data);

gboolean desk_store_each_follow_up (DeskDb *db, DeskFeed feed, gint64 of, gint64 from, gint64 until,
                                    DeskFollowUpFunc func, gpointer data, GError **error);
gboolean desk_store_count_follow_ups (DeskDb *db, DeskFeed feed, gint64 of, gint64 from, gint64 until,
                                      DeskFollowUpPlaceFunc covers, gpointer data, gint64 *n, GError **error);
GArray *desk_store_follow_ups_to_tell (DeskDb *db, gint64 now, GError **error);
GArray *desk_store_follow_ups_handed (DeskDb *db, GError **error);
gboolean desk_store_next_telling (DeskDb *db, gint64 now, gint64 *at, GError **error);
gboolean desk_store_set_told (DeskDb *db, gint64 id, gint64 due_at, gint64 tell_at, GError **error);

/* What a rule found. */
typedef struct
{
  gint64 record_id;
  DeskDay day;  /* of rules that go by days */
  gint64 at;    /* Unix seconds, of rules that go by a moment */
  gint64 unit_id;
  gint64 person_id;
  gint64 building_id; /* where there is no unit */
  gint64 owner_id;    /* who has it in hand, 0 nobody */
  gint64 urgent;
  char *note;
} DeskRuleFinding;

GArray *desk_store_find_by_rule (DeskDb *db, DeskFollowRule rule, gint64 after, gint64 until, gint64 limit,
                                 GError **error);
GArray *desk_store_find_stale (DeskDb *db, DeskFollowRule rule, gint64 limit, GError **error);
gboolean desk_store_next_by_rule (DeskDb *db, DeskFollowRule rule, gint64 after, gint64 *at, GError **error);
gboolean desk_store_next_resuming (DeskDb *db, gint64 after, gint64 *at, GError **error);
gboolean desk_store_roles_held (DeskDb *db, gint64 *roles, GError **error);

G_END_DECLS
