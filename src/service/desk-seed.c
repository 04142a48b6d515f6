/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-seed.h"

#include "desk-phrase.h"
#include "desk-register-case.h"
#include "desk-starter.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"
#include "desk-worktime.h"

/* What a store begins with before anybody has opened a case: calendars, holidays, categories. */

typedef struct
{
  DeskDb *db;
  GHashTable *calendars; /* nick → id */
  GHashTable *groups;    /* case kind and name → id */
} Seed;

static gint64
id_of (GHashTable *table, const char *name)
{
  const gint64 *id = g_hash_table_lookup (table, name);

  return id != NULL ? *id : 0;
}

static void
keep (GHashTable *table, char *name, gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  g_hash_table_insert (table, name, copy);
}

/* A store whose calendars were lost to damage may still have the rest, which mentions them: what is made again has the
 * ids it had. */
static gboolean
is_empty (Seed *self, DeskSql sql, gboolean *empty, GError **error)
{
  g_autoptr (GArray) ids = desk_store_read_ids (desk_db_get (self->db, sql), error);

  *empty = ids != NULL && ids->len == 0;
  return ids != NULL;
}

static gboolean
seed_calendars (Seed *self, GError **error)
{
  guint n;
  const DeskStarterCalendar *calendars = desk_starter_calendars (&n);

  for (guint i = 0; i < n; i++)
    {
      DeskCalendar calendar = { .record = { .kind = DESK_KIND_CALENDAR, .id = i + 1 }, .nick = (char *) calendars[i].nick,
                                .name = (char *) calendars[i].name, .hours = (char *) calendars[i].hours,
                                .weekdays = calendars[i].weekdays, .holidays = calendars[i].holidays ? 1 : 0 };

      if (!desk_store_insert (self->db, &calendar, error))
        return FALSE;
      keep (self->calendars, g_strdup (calendars[i].nick), calendar.record.id);
    }
  return TRUE;
}

static gboolean
seed_days (Seed *self, GError **error)
{
  guint n;
  const DeskDayMark *marks = desk_day_marks_shipped (&n);

  for (guint i = 0; i < n; i++)
    {
      DeskCalendarDay day = { .record = { .kind = DESK_KIND_CALENDAR_DAY, .id = i + 1 }, .day = marks[i].day,
                              .work = marks[i].work ? 1 : 0 };

      if (!desk_store_insert (self->db, &day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
seed_category (Seed *self, const DeskStarterCategory *from, gint64 rank, GError **error)
{
  g_autofree char *parent = g_strdup_printf ("%d%s", from->kind, from->parent != NULL ? from->parent : "");
  DeskCategory category = { .record = { .kind = DESK_KIND_CATEGORY, .id = rank },
                            .parent_id = from->parent != NULL ? id_of (self->groups, parent) : 0,
                            .case_kind = from->kind,
                            .name = (char *) from->name,
                            .urgency = from->urgency,
                            .severity = from->severity,
                            .response_minutes = from->response_minutes,
                            .response_calendar_id = id_of (self->calendars, from->response_calendar),
                            .amount = from->amount,
                            .duration_unit = from->unit,
                            .calendar_id = id_of (self->calendars, from->calendar),
                            .callback_share = from->callback_share,
                            .callback_days = 3,
                            .warranty_part = from->warranty_part,
                            .price_from = from->price_from,
                            .price_to = from->price_to,
                            .words = (char *) from->words,
                            .script = (char *) from->script,
                            .rank = rank };

  if (!desk_store_insert (self->db, &category, error))
    return FALSE;
  if (from->parent == NULL)
    keep (self->groups, g_strdup_printf ("%d%s", from->kind, from->name), category.record.id);
  return TRUE;
}

static gboolean
seed_categories (Seed *self, GError **error)
{
  guint n;
  const DeskStarterCategory *categories = desk_starter_categories (&n);

  for (guint i = 0; i < n; i++)
    if (!seed_category (self, &categories[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/* Found by its name: a store from before there were phrases has categories of its own. */
static gboolean
seed_phrase (Seed *self, const DeskStarterPhrase *from, gint64 rank, GError **error)
{
  DeskPhrase phrase = { .record = { .kind = DESK_KIND_PHRASE, .id = rank }, .name = (char *) from->name,
                        .scope = from->scope, .words = (char *) from->words, .rank = rank };
  DeskStmt *stmt = desk_db_get (self->db, DESK_SQL_CATEGORY_NAMED);
  gboolean found;

  desk_stmt_bind_text (stmt, "name", from->category != NULL ? from->category : "");
  return desk_store_read_int (stmt, &phrase.category_id, &found, error) && desk_store_insert (self->db, &phrase, error);
}

/* Whoever took all of them away does not get them again. */
static gboolean
seed_phrases (Seed *self, GError **error)
{
  guint n;
  const DeskStarterPhrase *phrases = desk_starter_phrases (TRUE, &n);
  DeskStmt *stmt = desk_db_get (self->db, DESK_SQL_PHRASE_TOLD);
  gboolean none, told;
  gint64 id;

  if (!is_empty (self, DESK_SQL_PHRASE_IDS, &none, error))
    return FALSE;
  desk_stmt_bind_int (stmt, "kind", DESK_KIND_PHRASE);
  if (!desk_store_read_int (stmt, &id, &told, error))
    return FALSE;
  for (guint i = 0; none && !told && i < n; i++)
    if (!seed_phrase (self, &phrases[i], i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
seed (Seed *self, GError **error)
{
  gboolean no_days, no_categories;

  return seed_calendars (self, error) && is_empty (self, DESK_SQL_CALENDAR_DAY_IDS, &no_days, error)
         && (!no_days || seed_days (self, error)) && is_empty (self, DESK_SQL_CATEGORY_IDS, &no_categories, error)
         && (!no_categories || seed_categories (self, error));
}

/* Runs @part in a transaction: all of it or nothing. */
static gboolean
run (Seed *self, gboolean (*part) (Seed *self, GError **error), GError **error)
{
  if (!desk_db_begin (self->db, error))
    return FALSE;
  if (part (self, error))
    return desk_db_commit (self->db, error);
  desk_db_rollback (self->db);
  return FALSE;
}

/* Fills a store that has no calendar yet: a new one, or one from before there were cases; the same of phrases. Nobody did
 * it, so it leaves no trail. */
gboolean
desk_seed_cases (DeskDb *db, GError **error)
{
  Seed self = { .db = db };
  gboolean no_calendars, no_phrases, done = TRUE;

  if (!is_empty (&self, DESK_SQL_CALENDAR_IDS, &no_calendars, error)
      || !is_empty (&self, DESK_SQL_PHRASE_IDS, &no_phrases, error))
    return FALSE;
  if (no_calendars)
    {
      self.calendars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      done = run (&self, seed, error);
      g_hash_table_unref (self.calendars);
      g_hash_table_unref (self.groups);
    }
  return done && (!no_phrases || run (&self, seed_phrases, error));
}
