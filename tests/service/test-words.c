/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "desk-case-move.h"
#include "desk-register-case.h"
#include "desk-sample.h"
#include "desk-search-key.h"

/* Search in what cases and log entries say: the same as a plain scan after any edits, never a word of an erased person, and
 * a check that says which record. DESK_SEED repeats a run of random edits. */

#define EDITS 260
#define QUERIES 400

typedef struct
{
  DeskFixture base;
  GRand *random;
  gint64 last_act;
} Words;

static void
set_up (Words *self, gconstpointer data)
{
  const char *seed = g_getenv ("DESK_SEED");

  desk_fixture_set_up (&self->base);
  self->random = g_rand_new_with_seed (seed != NULL ? (guint32) strtoul (seed, NULL, 10) : (guint32) g_test_rand_int ());
}

static void
tear_down (Words *self, gconstpointer data)
{
  g_rand_free (self->random);
  desk_fixture_tear_down (&self->base);
}

/* Runs a write and frees @in; what the rules refuse is no fault here. Returns: the id, 0. */
static gint64
run (Words *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error))
    {
      self->last_act = saved.act_id;
      id = saved.id;
    }
  else if (!g_error_matches (error, DESK_ERROR, DESK_ERROR_INVALID)
           && !g_error_matches (error, DESK_ERROR, DESK_ERROR_CONSEQUENCE)
           && !g_error_matches (error, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    g_error ("%s: %s", desk_use_case_nick (use_case), error->message);
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return id;
}

static int
pick (Words *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

/* A few pieces out of few characters, so that one is often found in another. */
static char *
some_text (Words *self, int most)
{
  static const char *const pieces[] = { "厨", "房", "漏", "水", "漏水", "电梯", "停", "W", "i", "Fi", "1", "50", "-", "%", "_",
                                        "~", "\"", "'", "*", "AND", " ", "，", "𠮷", "管道", "^", "(", ":" };
  GString *text = g_string_new (NULL);

  for (int i = pick (self, most) + 1; i > 0; i--)
    g_string_append (text, pieces[pick (self, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static gint64
random_id (Words *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce((SELECT id FROM %s ORDER BY (id * 7919 + %d) %% 1009 LIMIT 1), 0)",
                                          table, pick (self, 100000));

  return desk_fixture_count (&self->base, sql);
}

static gint64
open_case (Words *self, DeskCaseKind kind, const char *title, const char *detail, const char *caller)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = kind, .title = (char *) title,
                 .detail = (char *) detail, .caller = (char *) caller };

  c.category_id = kind == DESK_CASE_REPAIR && pick (self, 2) == 0 ? random_id (self, "category WHERE case_kind = 1 AND parent_id IS NOT NULL") : 0;
  return run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

static gint64
log_visit (Words *self, const char *about, const char *caller, const char *phone)
{
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_ENQUIRY,
                      .about = (char *) about, .caller = (char *) caller, .phone = (char *) phone };

  return run (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
}

static void
edit_case (Words *self)
{
  gint64 id = random_id (self, "service_case");
  g_autofree char *text = some_text (self, 6);
  g_autoptr (DeskRecord) record = NULL;

  if (id == 0)
    return;
  record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
  desk_text_set (pick (self, 2) == 0 ? &((DeskCase *) record)->title : &((DeskCase *) record)->detail, text);
  run (self, DESK_USE_CASE_EDIT_CASE, desk_case_input_new (NULL, (DeskCase *) record, NULL));
}

static void
edit (Words *self)
{
  g_autofree char *one = some_text (self, 6), *two = some_text (self, 12), *three = some_text (self, 2);
  DeskUndoInput *undo;

  switch (pick (self, 10))
    {
    case 0:
    case 1:
    case 2:
      open_case (self, pick (self, 3) == 0 ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR, one, two, three);
      break;
    case 3:
    case 4:
    case 5:
      log_visit (self, two, three, pick (self, 2) == 0 ? "13800001234" : "");
      break;
    case 6:
      edit_case (self);
      break;
    case 7:
      run (self, DESK_USE_CASE_STEP_VISIT,
           desk_visit_step_input_new (NULL, random_id (self, "visit"), 0, DESK_VISIT_STEP_CLOSE, 0, one));
      break;
    case 8:
      run (self, DESK_USE_CASE_CANCEL_CASE, desk_move_input_new (NULL, random_id (self, "service_case"), 0, DESK_MOVE_CANCEL, one));
      break;
    default:
      undo = g_new0 (DeskUndoInput, 1);
      undo->act_id = self->last_act;
      if (undo->act_id != 0)
        run (self, DESK_USE_CASE_UNDO_ACT, undo);
      else
        g_free (undo);
    }
}

/* What every record says, by the tables alone. */
static GHashTable *
read_texts (Words *self, const char *sql)
{
  GHashTable *texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      GPtrArray *fields = g_ptr_array_new ();

      for (int i = 1; i < sqlite3_column_count (stmt); i++)
        g_ptr_array_add (fields, g_ascii_strdown ((const char *) sqlite3_column_text (stmt, i), -1));
      g_ptr_array_add (fields, NULL);
      g_hash_table_insert (texts, g_memdup2 (&id, sizeof id), g_ptr_array_free (fields, FALSE));
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return texts;
}

/* Does record @id hold every blank-parted piece of @text? */
static gboolean
holds (GHashTable *texts, gint64 id, const char *text)
{
  const char *const *fields = g_hash_table_lookup (texts, &id);
  g_autofree char *low = g_ascii_strdown (text, -1);
  g_auto (GStrv) terms = g_strsplit (low, " ", -1);

  for (guint t = 0; terms[t] != NULL; t++)
    {
      gboolean there = *terms[t] == '\0';

      for (guint i = 0; fields != NULL && fields[i] != NULL && !there; i++)
        there = strstr (fields[i], terms[t]) != NULL;
      if (!there)
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_ids (Words *self, DeskList list, guint filter, const char *text)
{
  DeskListInput in = { .list = list, .filter = filter, .text = (char *) text, .today = desk_service_today (self->base.service) };
  g_autoptr (GError) error = NULL;
  DeskIdList out = { 0 };

  desk_list_ids (self->base.service, self->base.actor, &in, &out, &error);
  g_assert_no_error (error);
  return out.ids;
}

static void
compare_list (Words *self, DeskList list, guint filter, const char *text, GHashTable *texts)
{
  g_autoptr (GArray) all = list_ids (self, list, filter, NULL);
  g_autoptr (GArray) found = list_ids (self, list, filter, text);
  guint at = 0;

  for (guint i = 0; i < all->len; i++)
    {
      gint32 id = g_array_index (all, gint32, i);
      gboolean there = at < found->len && g_array_index (found, gint32, at) == id;

      if (there != holds (texts, id, text))
        g_error ("«%s» list %d filter %u: %s %d", text, list, filter, there ? "too much:" : "missed:", id);
      at += there;
    }
  g_assert_cmpuint (at, ==, found->len);
}

/* The search over everything: entries newest first, and nothing that a scan would not give. */
static void
compare_search (Words *self, DeskKind kind, const char *text, GHashTable *texts)
{
  DeskSearchInput in = { .text = (char *) text, .limit = 1000, .kind = kind };
  g_autoptr (GError) error = NULL;
  DeskHits hits = { 0 };
  gint64 before = G_MAXINT64;
  guint n = 0, wanted = 0;
  GHashTableIter iter;
  gpointer id;

  desk_search (self->base.service, self->base.actor, &in, &hits, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits.hits->len; i++)
    {
      const DeskHit *hit = hits.hits->pdata[i];

      g_assert_cmpint (hit->kind, ==, kind);
      if (hit->why != DESK_SEARCH_WHY_TEXT)
        continue;
      if (!holds (texts, hit->id, text))
        g_error ("«%s»: %s %d is too much", text, desk_kind_nick (kind), (int) hit->id);
      g_assert_cmpint (hit->id, <, before);
      before = hit->id;
      n++;
    }
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    wanted += holds (texts, *(gint64 *) id, text);
  if (kind == DESK_KIND_VISIT && n > 0)
    g_assert_cmpuint (n, ==, wanted);
  else if (kind == DESK_KIND_VISIT && g_utf8_strlen (text, -1) > 2 && strchr (text, ' ') == NULL)
    g_assert_cmpuint (wanted, ==, 0);
  desk_hits_clear (&hits);
}

static void
assert_sound (Words *self)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  if (!report.ok)
    g_error ("%d texts, the first of %s %d; %d unlike", (int) report.n_bad_words, desk_kind_nick (report.words_kind),
             (int) report.words_id, (int) report.n_unlike);
  desk_verify_report_clear (&report);
}

static const char cases_sql[] = "SELECT c.id, c.number, c.external_no, c.title, c.detail, c.caller, c.result%s "
                                "FROM service_case c LEFT JOIN category g ON g.id = c.category_id";
static const char visits_sql[] = "SELECT id, about, summary, caller, phone FROM visit";

static void
test_differential (Words *self, gconstpointer data)
{
  g_autofree char *listed = g_strdup_printf (cases_sql, ", coalesce(g.name, '')");
  g_autofree char *said = g_strdup_printf (cases_sql, "");

  desk_fixture_community (&self->base);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GHashTable) cases = NULL, visits = NULL, words = NULL;

      for (int i = 0; i < EDITS / 2; i++)
        edit (self);
      cases = read_texts (self, listed);
      words = read_texts (self, said);
      visits = read_texts (self, visits_sql);
      for (int i = 0; i < QUERIES / 2; i++)
        {
          g_autofree char *raw = some_text (self, 4);
          g_autofree char *text = g_strstrip (g_strdup (raw));

          if (*text == '\0')
            continue;
          compare_list (self, DESK_LIST_VISITS, DESK_VISIT_FILTER_ALL, text, visits);
          compare_list (self, DESK_LIST_VISITS, DESK_VISIT_FILTER_OPEN, text, visits);
          compare_list (self, DESK_LIST_REPAIRS, DESK_CASE_FILTER_ALL, text, cases);
          compare_list (self, DESK_LIST_REPAIRS, DESK_CASE_FILTER_CLOSED, text, cases);
          compare_list (self, DESK_LIST_COMPLAINTS, DESK_CASE_FILTER_ALL, text, cases);
          compare_search (self, DESK_KIND_VISIT, text, visits);
          compare_search (self, DESK_KIND_SERVICE_CASE, text, words);
        }
    }
  assert_sound (self);
}

/* What was typed, and what a case is found by. */
static void
test_case_found (Words *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    guint why; /* NONE: not found */
    const char *matched;
  } cases[] = {
    { "R202511-0001", DESK_SEARCH_WHY_CASE_NUMBER, "R202511-0001" },
    { "r2025110001", DESK_SEARCH_WHY_CASE_NUMBER, NULL },
    { "水槽下", DESK_SEARCH_WHY_TEXT, "水槽下" },
    { "漏水", DESK_SEARCH_WHY_TEXT, "漏水" },
    { "槽", DESK_SEARCH_WHY_TEXT, "槽" },
    { "三通", DESK_SEARCH_WHY_TEXT, "三通" },
    { "WIFI", DESK_SEARCH_WHY_TEXT, "wifi" },
    { "老周家", DESK_SEARCH_WHY_TEXT, "老周家" },
    { "老周家 三通", DESK_SEARCH_WHY_TEXT, "老周家" },
    { "老周家 电梯", DESK_SEARCH_WHY_NONE, NULL },
    { "\"", DESK_SEARCH_WHY_NONE, NULL },
    { "厨房%漏水", DESK_SEARCH_WHY_NONE, NULL },
    { "case_words", DESK_SEARCH_WHY_NONE, NULL },
    { "title:水槽下", DESK_SEARCH_WHY_NONE, NULL },
  };
  gint64 id = open_case (self, DESK_CASE_REPAIR, "厨房水槽下面漏水", "换了三通，旁边是 wifi 盒", "老周家");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskSearchInput in = { .text = (char *) cases[i].typed, .limit = 50 };
      g_autoptr (GError) error = NULL;
      DeskHits hits = { 0 };
      const DeskHit *hit;

      desk_search (self->base.service, self->base.actor, &in, &hits, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (hits.hits->len, ==, cases[i].why != DESK_SEARCH_WHY_NONE);
      g_assert_cmpint (hits.counts[DESK_KIND_SERVICE_CASE], ==, hits.hits->len);
      hit = hits.hits->len > 0 ? hits.hits->pdata[0] : NULL;
      if (hit != NULL)
        {
          g_assert_cmpint (hit->id, ==, id);
          g_assert_cmpuint (hit->why, ==, cases[i].why);
          if (cases[i].matched != NULL)
            g_assert_cmpstr (hit->matched, ==, cases[i].matched);
          g_assert_true (hit->why != DESK_SEARCH_WHY_TEXT || strstr (hit->detail, hit->matched) != NULL
                         || strstr (hit->title, hit->matched) != NULL);
        }
      desk_hits_clear (&hits);
    }
}

/* The number a case had where it came from finds it, whole and in part. */
static void
test_external_number (Words *self, gconstpointer data)
{
  static const char *const typed[] = { "101005117054", "5117054", "XF-2026/0815", "xf-2026" };
  gint64 ids[2];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .title = (char *) "路灯不亮",
                     .external_no = (char *) typed[2 * i] };

      ids[i] = run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
      g_assert_cmpint (ids[i], >, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (guint only = 0; only < 2; only++)
      {
        DeskSearchInput in = { .text = (char *) typed[i], .limit = 50, .kind = only ? DESK_KIND_SERVICE_CASE : DESK_KIND_NONE };
        g_autoptr (GError) error = NULL;
        DeskHits hits = { 0 };

        desk_search (self->base.service, self->base.actor, &in, &hits, &error);
        g_assert_no_error (error);
        g_test_message ("%s", typed[i]);
        g_assert_cmpuint (hits.hits->len, ==, 1);
        g_assert_cmpint (((DeskHit *) hits.hits->pdata[0])->id, ==, ids[i / 2]);
        desk_hits_clear (&hits);
      }
}

/* Letters and digits that are too few are a name or a room: nothing is read through for them. */
static void
test_short_letters (Words *self, gconstpointer data)
{
  DeskSearchInput in = { .text = (char *) "ab", .limit = 50 };
  g_autoptr (GError) error = NULL;
  DeskHits hits = { 0 };

  log_visit (self, "abc 停水", "", "");
  desk_search (self->base.service, self->base.actor, &in, &hits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits.hits->len, ==, 0);
  desk_hits_clear (&hits);
  in.text = (char *) "abc";
  desk_search (self->base.service, self->base.actor, &in, &hits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits.hits->len, ==, 1);
  g_assert_cmpint (((DeskHit *) hits.hits->pdata[0])->kind, ==, DESK_KIND_VISIT);
  g_assert_cmpint (((DeskHit *) hits.hits->pdata[0])->at, ==, DESK_FIXTURE_NOW);
  desk_hits_clear (&hits);
}

/* A log or a list is found by the resident's name and by the room, too, and by both together. */
static void
test_lists_by_whom (Words *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = { { "赵钱孙", TRUE }, { "钱孙", TRUE }, { "3-1501", TRUE }, { "1501 漏水", TRUE }, { "赵钱孙 漏水", TRUE },
                { "漏水 1501", TRUE }, { "1502", FALSE }, { "赵钱孙 停电", FALSE }, { "3栋 1501", TRUE } };
  gint64 building, unit, person;
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .title = (char *) "阳台漏水" };

  desk_fixture_community (&self->base);
  building = desk_fixture_building (&self->base, "3");
  unit = desk_fixture_unit (&self->base, building, 0, "1501");
  person = desk_fixture_person (&self->base, "赵钱孙", "13800001234");
  desk_fixture_occupancy (&self->base, unit, person, DESK_ROLE_OWNER, 20200101, 0);
  c.unit_id = unit;
  c.person_id = person;
  g_assert_cmpint (run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL)), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = list_ids (self, DESK_LIST_REPAIRS, DESK_CASE_FILTER_ALL, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (ids->len, ==, cases[i].found);
    }
}

/* Harm from outside: the check says which record's texts are not found as they stand. */
static void
test_check (Words *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    DeskKind kind;
    gint64 id;
  } harms[] = {
    { "UPDATE visit SET about = '停电了' WHERE id = 2", DESK_KIND_VISIT, 2 },
    { "UPDATE visit SET about = '水停了么问' WHERE id = 2", DESK_KIND_VISIT, 2 },
    { "INSERT INTO case_words (case_words, rowid, number, external_no, title, detail, caller, result) "
      "SELECT 'delete', id, number, external_no, title, detail, caller, result FROM service_case WHERE id = 1", DESK_KIND_SERVICE_CASE, 1 },
    { "INSERT INTO visit_words (rowid, about) VALUES (77, '没有这一条')", DESK_KIND_VISIT, 77 },
    { "INSERT INTO case_words (rowid, title) VALUES (1, '又一句话')", DESK_KIND_SERVICE_CASE, 1 },
  };

  open_case (self, DESK_CASE_REPAIR, "厨房漏水", "ÄÖÜ ᎠᎡᎢ 大写", "");
  log_visit (self, "问物业费", "", "");
  log_visit (self, "问停水了么", "", "");
  assert_sound (self);
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      DeskVerifyReport report;
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = g_strconcat (self->base.path, ".kept", NULL), *bytes = NULL;
      gsize n;

      desk_service_close (g_steal_pointer (&self->base.service));
      g_assert_true (g_file_get_contents (self->base.path, &bytes, &n, NULL));
      desk_tamper (self->base.path, harms[i].sql);
      desk_fixture_reopen (&self->base);
      g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
      g_assert_no_error (error);
      g_test_message ("%s", harms[i].sql);
      g_assert_cmpint (report.n_bad_words, ==, 1);
      g_assert_cmpint (report.words_kind, ==, harms[i].kind);
      g_assert_cmpint (report.words_id, ==, harms[i].id);
      g_assert_false (report.ok);
      desk_verify_report_clear (&report);
      desk_service_close (g_steal_pointer (&self->base.service));
      g_assert_true (g_file_set_contents (self->base.path, bytes, (gssize) n, NULL));
      desk_fixture_reopen (&self->base);
    }
  assert_sound (self);
}

/* Of somebody who was erased no name and no number leads to what they said. */
static void
test_erased (Words *self, gconstpointer data)
{
  gint64 person = desk_fixture_person (&self->base, "赵钱孙", "13912345678");
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_PERSON, person);
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_ENQUIRY,
                      .person_id = person, .about = (char *) "问停水", .caller = (char *) "隔壁赵钱孙", .phone = (char *) "13912345678" };
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .title = (char *) "阳台漏水",
                 .person_id = person, .caller = (char *) "隔壁赵钱孙" };
  static const char *const count[] = { "SELECT count(*) FROM visit_terms WHERE term IN ('赵钱孙', '壁赵钱', '391', '678')",
                                       "SELECT count(*) FROM case_terms WHERE term IN ('赵钱孙', '壁赵钱')" };

  run (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
  run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
  g_assert_cmpint (desk_fixture_count (&self->base, count[0]), ==, 4);
  g_assert_cmpint (desk_fixture_count (&self->base, count[1]), ==, 2);
  g_assert_cmpint (run (self, DESK_USE_CASE_ERASE_PERSON, desk_remove_input_new (NULL, person, record->version)), >, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, count[0]), ==, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, count[1]), ==, 0);
  /* One piece: nothing that was taken away waits in another to be merged. */
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(DISTINCT segid) FROM visit_words_idx"), <=, 1);
  assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/words/" name, Words, NULL, set_up, func, tear_down)
  ADD ("differential", test_differential);
  ADD ("case-found", test_case_found);
  ADD ("external-number", test_external_number);
  ADD ("short-letters", test_short_letters);
  ADD ("lists-by-whom", test_lists_by_whom);
  ADD ("check", test_check);
  ADD ("erased", test_erased);
#undef ADD
  return g_test_run ();
}
