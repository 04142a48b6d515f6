/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-service.h"

#include <string.h>

#include "desk-db-copy.h"
#include "desk-id.h"
#include "desk-service-private.h"
#include "desk-store-trail.h"

/* The chain against a head kept elsewhere. Hashes hang on all rows before them, so two chains that agree in one row agree
 * in all before it: the first row that differs is found by halving. */

/* @hash: (out): of row @id; @found: whether there is one. */
static gboolean
get_hash (DeskDb *db, gint64 id, guint8 hash[32], gboolean *found, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_HASH);
  gsize n = 0;

  memset (hash, 0, 32);
  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, found, error))
    return FALSE;
  if (*found)
    {
      const guint8 *bytes = desk_stmt_blob (stmt, 0, &n);

      if (n == 32)
        memcpy (hash, bytes, 32);
    }
  desk_stmt_reset (stmt);
  return TRUE;
}

static gboolean
agree (DeskDb *ours, DeskDb *kept, gint64 id, gboolean *same, GError **error)
{
  guint8 one[32], other[32];
  gboolean has_one, has_other;

  if (!get_hash (ours, id, one, &has_one, error) || !get_hash (kept, id, other, &has_other, error))
    return FALSE;
  *same = has_one && has_other && memcmp (one, other, 32) == 0;
  return TRUE;
}

/* @row: (out): the first in which they differ; row @high is one. */
static gboolean
find_first (DeskDb *ours, DeskDb *kept, gint64 high, gint64 *row, GError **error)
{
  gint64 low = 0; /* before the first row they agree */

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;
      gboolean same;

      if (!agree (ours, kept, middle, &same, error))
        return FALSE;
      if (same)
        low = middle;
      else
        high = middle;
    }
  *row = high;
  return TRUE;
}

static gboolean
compare (DeskDb *ours, DeskDb *kept, DeskAgainstReport *report, GError **error)
{
  guint8 hash[32];
  gint64 last, common;
  gboolean same = TRUE;

  if (!desk_store_get_trail_head (ours, &last, hash, error)
      || !desk_store_get_trail_head (kept, &report->kept, hash, error))
    return FALSE;
  common = MIN (last, report->kept);
  if (common > 0 && !agree (ours, kept, common, &same, error))
    return FALSE;
  if (!same)
    {
      report->answer = DESK_AGAINST_REWRITTEN;
      return find_first (ours, kept, common, &report->row, error);
    }
  if (last < report->kept)
    {
      report->answer = DESK_AGAINST_CUT;
      report->row = last + 1;
    }
  return TRUE;
}

static gboolean
against_file (DeskService *service, const char *path, DeskAgainstReport *report, GError **error)
{
  g_autoptr (DeskDb) kept = desk_db_open_copy (path, error);
  gboolean ok;

  if (kept == NULL || !desk_db_begin_read (service->db, error))
    return FALSE;
  ok = compare (service->db, kept, report, error);
  desk_db_end_read (service->db);
  return ok;
}

/* Returns: whether @text is a head: 64 hexadecimal digits. */
static gboolean
read_head (const char *text, guint8 hash[32])
{
  if (strlen (text) != 64)
    return FALSE;
  for (guint i = 0; i < 32; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]), low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      hash[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

static gboolean
against_head (DeskService *service, const guint8 hash[32], DeskAgainstReport *report, GError **error)
{
  static const guint8 none[32] = { 0 };
  DeskStmt *stmt = desk_db_get (service->db, DESK_SQL_TRAIL_BY_HASH);
  gboolean found;

  if (memcmp (hash, none, 32) == 0)
    return TRUE; /* kept before the first row */
  desk_stmt_bind_blob (stmt, "hash", hash, 32);
  if (!desk_store_read_int (stmt, &report->kept, &found, error))
    return FALSE;
  if (!found)
    report->answer = DESK_AGAINST_UNKNOWN;
  return TRUE;
}

/**
 * desk_service_verify_against:
 * @against: a head (64 hexadecimal digits, as verify prints it) or the path of a backup
 * @report: (out)
 *
 * Is all that was there when that was kept still there, as it was? Run desk_service_verify() besides: this compares, it
 * does not walk the chain.
 *
 * Returns: whether the question could be answered
 */
gboolean
desk_service_verify_against (DeskService *service, const char *against, DeskAgainstReport *report, GError **error)
{
  guint8 hash[32];

  *report = (DeskAgainstReport){ .answer = DESK_AGAINST_HOLDS };
  if (read_head (against, hash))
    return against_head (service, hash, report, error);
  return against_file (service, against, report, error);
}
