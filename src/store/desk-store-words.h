/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-id-set.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* From so many characters on a term is looked up; shorter ones are sought in the records themselves. */
#define DESK_WORDS_LEAST 3
#define DESK_WORDS_TERMS 8

/* What a list is narrowed to by one term: what is said, and what belongs to units, people and categories that are called so. */
typedef struct
{
  DeskKind kind;          /* VISIT or SERVICE_CASE */
  gint64 case_kind;       /* of cases: these alone */
  gboolean narrow;        /* of cases: those that are not closed; of entries: those that are open */
  gint64 since;           /* of entries */
  const char *term;       /* cleaned */
  const DeskIdSet *units; /* that the term names */
  const DeskIdSet *people;
} DeskWordsQuery;

char **desk_words_terms (const char *text);
gboolean desk_words_is_short (const char *term);

gboolean desk_store_words_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error);
gboolean desk_store_words_make (DeskDb *db, GError **error);
gboolean desk_store_words_tidy (DeskDb *db, GError **error);
gboolean desk_store_words_newest (DeskDb *db, DeskKind kind, const char *const *terms, guint bound, GArray *ids,
                                  GError **error);
gboolean desk_store_words_list (DeskDb *db, const DeskWordsQuery *query, DeskIdSet *found, GError **error);

/* Called for each record whose words the index does not hold as they are. */
typedef void (*DeskWordsFunc) (DeskKind kind, gint64 id, gpointer data);

gboolean desk_store_words_check (DeskDb *db, DeskWordsFunc func, gpointer data, GError **error);

/* Below the index: shared by the files of it. */
char *desk_words_like (const char *term);
char *desk_words_match (const char *const *terms);

G_END_DECLS
