/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-service.h"

G_BEGIN_DECLS

/* Search by the book: every record's keys made anew from the tables, every one looked at. Slow, and with nothing in
 * common with the store's search but the definition of a key and of a match. */
typedef struct _SearchOracle SearchOracle;

typedef struct
{
  DeskKind kind;
  gint64 id;
  gint64 key_id; /* whose key it was: a person's phone */
  guint why;
  int rank;
  const char *key;
} OracleHit;

SearchOracle *search_oracle_new (const char *path, DeskDay today);
void search_oracle_free (SearchOracle *oracle);
GArray *search_oracle_find (SearchOracle *oracle, const char *text);
const char *search_oracle_random_text (SearchOracle *oracle, GRand *random);
gboolean search_oracle_random_home (SearchOracle *oracle, GRand *random, const char **unit, const char **person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SearchOracle, search_oracle_free)

G_END_DECLS
