/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-follow-up.h"

#include "desk-store-trail.h"

static const struct
{
  DeskSql each;
  DeskSql count;
  DeskSql places; /* the same by building and entrance; ALL and OWNER are never sifted */
} feeds[] = {
  [DESK_FEED_OWNER] = { DESK_SQL_FOLLOW_UPS_OF_OWNER, DESK_SQL_COUNT_FOLLOW_UPS_OF_OWNER, DESK_N_SQL },
  [DESK_FEED_ROLE] = { DESK_SQL_FOLLOW_UPS_OF_ROLE, DESK_SQL_COUNT_FOLLOW_UPS_OF_ROLE, DESK_SQL_COUNT_PLACES_OF_ROLE },
  [DESK_FEED_BUILDING]
  = { DESK_SQL_FOLLOW_UPS_OF_BUILDING, DESK_SQL_COUNT_FOLLOW_UPS_OF_BUILDING, DESK_SQL_COUNT_PLACES_OF_BUILDING },
  [DESK_FEED_ALL] = { DESK_SQL_FOLLOW_UPS_OF_ALL, DESK_SQL_COUNT_FOLLOW_UPS_OF_ALL, DESK_N_SQL },
};

/**
 * desk_store_each_follow_up:
 * @feed: whose
 * @of: the person, role or building; nothing of ALL
 * @from: Unix seconds
 * @until: due before this
 * @func: called for each open one, the first due first, from an index alone; it may not use the connection
 */
gboolean
desk_store_each_follow_up (DeskDb *db, DeskFeed feed, gint64 of, gint64 from, gint64 until, DeskFollowUpFunc func,
                           gpointer data, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, feeds[feed].each);
  DeskStep step;

  if (feed != DESK_FEED_ALL)
    desk_stmt_bind_int (stmt, "of", of);
  desk_stmt_bind_int (stmt, "from", from);
  desk_stmt_bind_int (stmt, "until", until);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskFollowUpKey key = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2),
                              desk_stmt_int (stmt, 3) };

      if (!func (&key, data))
        {
          desk_stmt_reset (stmt);
          return TRUE;
        }
    }
  return step == DESK_STEP_DONE;
}

/**
 * desk_store_count_follow_ups:
 * @from: Unix seconds
 * @until: due before this
 * @covers: (nullable): counts only places it says yes to; of a role or a building
 * @n: counted on
 *
 * Counts along an index, without reading a row.
 */
gboolean
desk_store_count_follow_ups (DeskDb *db, DeskFeed feed, gint64 of, gint64 from, gint64 until,
                             DeskFollowUpPlaceFunc covers, gpointer data, gint64 *n, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, covers != NULL ? feeds[feed].places : feeds[feed].count);
  DeskStep step;

  if (feed != DESK_FEED_ALL)
    desk_stmt_bind_int (stmt, "of", of);
  desk_stmt_bind_int (stmt, "from", from);
  desk_stmt_bind_int (stmt, "until", until);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (covers == NULL || covers (desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), data))
      *n += desk_stmt_int (stmt, 2);
  return step == DESK_STEP_DONE;
}

static GArray *
read_claims (DeskStmt *stmt, GError **error)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (DeskFollowUpClaim));
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskFollowUpClaim claim = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2),
                                  desk_stmt_int (stmt, 3), desk_stmt_int (stmt, 4), desk_stmt_int (stmt, 5) };

      g_array_append_val (claims, claim);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&claims) : NULL;
}

/* Returns: (transfer full) (nullable) (element-type DeskFollowUpClaim): all that are to be told by @now, whosever. */
GArray *
desk_store_follow_ups_to_tell (DeskDb *db, gint64 now, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FOLLOW_UPS_TO_TELL);

  desk_stmt_bind_int (stmt, "now", now);
  return read_claims (stmt, error);
}

/* Returns: (transfer full) (nullable) (element-type DeskFollowUpClaim): all that wait for somebody to accept them. */
GArray *
desk_store_follow_ups_handed (DeskDb *db, GError **error)
{
  return read_claims (desk_db_get (db, DESK_SQL_FOLLOW_UPS_HANDED), error);
}

/* @at: (out): when something is to be told next after @now, 0 never. One entry of an index. */
gboolean
desk_store_next_telling (DeskDb *db, gint64 now, gint64 *at, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FOLLOW_UP_NEXT_TELLING);
  gboolean found;

  desk_stmt_bind_int (stmt, "now", now);
  if (!desk_store_read_int (stmt, at, &found, error))
    return FALSE;
  if (!found)
    *at = 0;
  return TRUE;
}

/* Somebody was told of follow-up @id for @due_at; @tell_at: when again, 0 never. One that is done or has another due
 * time by now stays as it is. No version counts it: nobody's work depends on it. */
gboolean
desk_store_set_told (DeskDb *db, gint64 id, gint64 due_at, gint64 tell_at, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FOLLOW_UP_SET_TOLD);

  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "due_at", due_at);
  desk_stmt_bind_int (stmt, "tell_at", tell_at);
  return desk_stmt_run (stmt, error);
}

static const struct
{
  DeskSql find;
  DeskSql stale;
} rules[DESK_N_FOLLOW_RULES] = {
#define X(name, ...) [DESK_FOLLOW_RULE_##name] = { DESK_SQL_FOLLOW_RULE_##name, DESK_SQL_FOLLOW_RULE_##name##_STALE },
  DESK_FOLLOW_RULES (X)
#undef X
};

static void
finding_clear (gpointer data)
{
  g_free (((DeskRuleFinding *) data)->note);
}

/**
 * desk_store_find_by_rule:
 * @after: a day where the rule goes by days, else Unix seconds
 * @until: likewise
 * @limit: at most so many
 *
 * Returns: (transfer full) (nullable) (element-type DeskRuleFinding): what falls due after @after and until @until and has
 *   no follow-up of the rule yet
 */
GArray *
desk_store_find_by_rule (DeskDb *db, DeskFollowRule rule, gint64 after, gint64 until, gint64 limit, GError **error)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (DeskRuleFinding));
  DeskStmt *stmt = desk_db_get (db, rules[rule].find);
  DeskStep step;

  g_array_set_clear_func (findings, finding_clear);
  desk_stmt_bind_int (stmt, "after", after);
  desk_stmt_bind_int (stmt, "until", until);
  desk_stmt_bind_int (stmt, "limit", limit);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskRuleFinding finding = { .record_id = desk_stmt_int (stmt, 0), .day = (DeskDay) desk_stmt_int (stmt, 1),
                                  .at = desk_stmt_int (stmt, 2), .unit_id = desk_stmt_int (stmt, 3),
                                  .person_id = desk_stmt_int (stmt, 4), .building_id = desk_stmt_int (stmt, 5),
                                  .owner_id = desk_stmt_int (stmt, 6), .urgent = desk_stmt_int (stmt, 7),
                                  .note = g_strdup (desk_stmt_text (stmt, 8)) };

      g_array_append_val (findings, finding);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&findings) : NULL;
}

/* Returns: (transfer full) (nullable) (element-type gint64): open follow-ups of the rule whose record is gone or says
 * something else by now. */
GArray *
desk_store_find_stale (DeskDb *db, DeskFollowRule rule, gint64 limit, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, rules[rule].stale);

  desk_stmt_bind_int (stmt, "limit", limit);
  return desk_store_read_ids (stmt, error);
}

/* The first entry of an index after @after, 0 none. */
static gboolean
read_next (DeskDb *db, DeskSql sql, gint64 after, gint64 *at, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, sql);
  gboolean found;

  desk_stmt_bind_int (stmt, "after", after);
  if (!desk_store_read_int (stmt, at, &found, error))
    return FALSE;
  if (!found)
    *at = 0;
  return TRUE;
}

/* @at: (out): the next moment after @after that @rule goes by; 0 never, and of rules that find things before their moment. */
gboolean
desk_store_next_by_rule (DeskDb *db, DeskFollowRule rule, gint64 after, gint64 *at, GError **error)
{
  switch (desk_follow_rule_shape (rule))
    {
    case DESK_FOLLOW_REACHED:
      return read_next (db, DESK_SQL_FOLLOW_RULE_NEXT_WARNING, after, at, error);
    case DESK_FOLLOW_OVER:
      return read_next (db, DESK_SQL_FOLLOW_RULE_NEXT_DUE, after, at, error);
    case DESK_FOLLOW_DAY:
    case DESK_FOLLOW_ONCE:
    case DESK_FOLLOW_BEFORE:
    case DESK_FOLLOW_AFTER:
    case DESK_FOLLOW_WORKED:
    default:
      *at = 0;
      return TRUE;
    }
}

/* @at: (out): when a waiting case goes on by itself next after @after, 0 never. */
gboolean
desk_store_next_resuming (DeskDb *db, gint64 after, gint64 *at, GError **error)
{
  return read_next (db, DESK_SQL_CASE_NEXT_RESUMING, after, at, error);
}

/* @roles: (out): bits 1 << DeskStaffRole of the roles somebody who works here has. */
gboolean
desk_store_roles_held (DeskDb *db, gint64 *roles, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_STAFF_ROLES_HELD);
  DeskStep step;

  *roles = 0;
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    *roles |= desk_stmt_int (stmt, 0);
  return step == DESK_STEP_DONE;
}
