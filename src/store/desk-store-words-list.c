/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-words.h"

#include "desk-store-trail.h"

/* What the text filter of a list leaves. By the index and the indexes of units, people and categories; a term that is too
 * short for that is sought row by row in what the list can show. */

static gboolean
add_ids (DeskStmt *stmt, DeskIdSet *found, GError **error)
{
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    desk_id_set_add (found, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}

/* Adds what belongs to each of @of. */
static gboolean
add_belonging (DeskDb *db, DeskSql sql, const DeskIdSet *of, DeskIdSet *found, GError **error)
{
  for (gint64 id = desk_id_set_next (of, 0); id > 0; id = desk_id_set_next (of, id))
    {
      DeskStmt *stmt = desk_db_get (db, sql);

      desk_stmt_bind_int (stmt, "id", id);
      if (!add_ids (stmt, found, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the categories of cases that are called so. */
static DeskIdSet *
read_categories (DeskDb *db, const DeskWordsQuery *query, GError **error)
{
  g_autoptr (DeskIdSet) set = desk_id_set_new ();
  g_autofree char *like = desk_words_like (query->term);
  DeskStmt *stmt;

  if (query->kind == DESK_KIND_VISIT)
    return g_steal_pointer (&set);
  stmt = desk_db_get (db, DESK_SQL_CATEGORIES_CALLED);
  desk_stmt_bind_text (stmt, "like", like);
  return add_ids (stmt, set, error) ? g_steal_pointer (&set) : NULL;
}

static gboolean
by_index (DeskDb *db, const DeskWordsQuery *query, const DeskIdSet *categories, DeskIdSet *found, GError **error)
{
  gboolean cases = query->kind == DESK_KIND_SERVICE_CASE;
  g_autofree char *match = desk_words_match ((const char *const[]){ query->term, NULL });
  DeskStmt *stmt = desk_db_get (db, cases ? DESK_SQL_CASE_WORDS_FIND : DESK_SQL_VISIT_WORDS_FIND);

  desk_stmt_bind_text (stmt, "match", match);
  return add_ids (stmt, found, error)
         && add_belonging (db, cases ? DESK_SQL_CASES_AT_UNIT : DESK_SQL_VISITS_AT_UNIT, query->units, found, error)
         && add_belonging (db, cases ? DESK_SQL_CASES_BY_PERSON : DESK_SQL_VISITS_BY_PERSON, query->people, found, error)
         && (!cases || add_belonging (db, DESK_SQL_CASES_IN_CATEGORY, categories, found, error));
}

static DeskStmt *
open_sifting (DeskDb *db, const DeskWordsQuery *query)
{
  DeskStmt *stmt;

  if (query->kind == DESK_KIND_VISIT)
    {
      if (query->narrow || query->since == 0)
        return desk_db_get (db, query->narrow ? DESK_SQL_VISITS_SIFT_OPEN : DESK_SQL_VISITS_SIFT_ALL);
      stmt = desk_db_get (db, DESK_SQL_VISITS_SIFT);
      desk_stmt_bind_int (stmt, "since", query->since);
      return stmt;
    }
  stmt = desk_db_get (db, query->narrow ? DESK_SQL_CASES_SIFT_LIVE : DESK_SQL_CASES_SIFT_CLOSED);
  desk_stmt_bind_int (stmt, "kind", query->case_kind);
  return stmt;
}

static gboolean
by_sifting (DeskDb *db, const DeskWordsQuery *query, const DeskIdSet *categories, DeskIdSet *found, GError **error)
{
  g_autofree char *like = desk_words_like (query->term);
  DeskStmt *stmt = open_sifting (db, query);
  DeskStep step;

  desk_stmt_bind_text (stmt, "like", like);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (desk_stmt_int (stmt, 1) != 0 || desk_id_set_has (query->units, desk_stmt_int (stmt, 2))
        || desk_id_set_has (query->people, desk_stmt_int (stmt, 3)) || desk_id_set_has (categories, desk_stmt_int (stmt, 4)))
      desk_id_set_add (found, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}

/**
 * desk_store_words_list:
 * @query: one term, and what list it is for
 * @found: gets every id of the list that fits, and may get others of its kind
 */
gboolean
desk_store_words_list (DeskDb *db, const DeskWordsQuery *query, DeskIdSet *found, GError **error)
{
  g_autoptr (DeskIdSet) categories = read_categories (db, query, error);

  if (categories == NULL)
    return FALSE;
  if (desk_words_is_short (query->term))
    return by_sifting (db, query, categories, found, error);
  return by_index (db, query, categories, found, error);
}
