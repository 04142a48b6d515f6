/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-search-key.h"

G_BEGIN_DECLS

/* One way to read what was typed. */
typedef struct
{
  char *key;   /* a prefix of keys */
  guint whys;  /* DESK_SEARCH_BIT of the reasons it can be meant for */
} DeskSearchAlternative;

#define DESK_SEARCH_ALTERNATIVES 8

typedef struct
{
  DeskSearchAlternative alternatives[DESK_SEARCH_ALTERNATIVES];
  guint n; /* 0: nothing was typed that can be searched */
} DeskSearchQuery;

DeskSearchQuery *desk_search_query_normalize (const char *text);
void desk_search_query_free (DeskSearchQuery *query);
const char *desk_search_query_match (const DeskSearchQuery *query, DeskSearchWhy why, const char *key);
gboolean desk_search_query_fits (const DeskSearchQuery *query, GPtrArray *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSearchQuery, desk_search_query_free)

/* No match. */
#define DESK_SEARCH_RANK_NONE G_MAXINT

int desk_search_rank (DeskSearchWhy why, const char *key, const DeskSearchQuery *query);

G_END_DECLS
