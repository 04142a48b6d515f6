/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-day.h"
#include "desk-id-set.h"
#include "desk-kind.h"
#include "desk-search-query.h"

G_BEGIN_DECLS

/* A record that a key led to: what is shown (a unit, a person, a vehicle) and the record the key is of (a person's
 * phone, say), with the best of the keys that were hit. */
typedef struct
{
  DeskKind kind;
  gint64 id;
  DeskKind key_kind;
  gint64 key_id;
  DeskSearchWhy why;
  int rank;
  guint range;   /* the reader's own: the range it was last met in */
  guint n_typed; /* so many bytes of the key were typed */
  char key[DESK_SEARCH_KEY_LENGTH * 4 + 1];
} DeskFound;

/* What a record is called in a list of hits. */
typedef struct
{
  char *title;
  char *unit; /* (nullable): label */
  gint64 unit_id;
  gint64 state;
  gint64 role;
  char *detail;
  gint64 at;    /* of a log entry */
  char *pinyin; /* (nullable): of a person, how it was said to be read */
} DeskFoundName;

void desk_found_free (gpointer found);
int desk_found_compare (gconstpointer a, gconstpointer b);
void desk_found_name_clear (DeskFoundName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFound, desk_found_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskFoundName, desk_found_name_clear)

/* What one term's keys lead to, kind by kind. */
typedef struct
{
  DeskIdSet *units;
  DeskIdSet *people;
  DeskIdSet *vehicles;
} DeskFoundSets;

void desk_found_sets_clear (DeskFoundSets *sets);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskFoundSets, desk_found_sets_clear)

GPtrArray *desk_store_search (DeskDb *db, const DeskSearchQuery *query, DeskKind only, guint bound, GError **error);
GPtrArray *desk_store_search_within (DeskDb *db, GPtrArray *queries, const DeskFoundSets *within, guint bound,
                                     GError **error);
gboolean desk_store_search_sets (DeskDb *db, const DeskSearchQuery *query, DeskKind only, DeskFoundSets *own,
                                 GError **error);
gboolean desk_store_search_related (DeskDb *db, const DeskFoundSets *own, DeskKind kind, DeskDay today,
                                    DeskIdSet *set, GError **error);
gboolean desk_store_search_narrow (DeskDb *db, const DeskFoundSets *own, DeskKind kind, DeskDay today, DeskIdSet *set,
                                   GError **error);
gboolean desk_store_search_name (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name,
                                 GError **error);

G_END_DECLS
