/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "desk-sample.h"

/* The chain holds over many acts, shows what was done behind the program's back, and has the bytes that HACKING.md
 * says. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} Trail;

static void
set_up (Trail *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (Trail *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static gint64
count_rows (Trail *self)
{
  return desk_fixture_count (&self->base, "SELECT count(*) FROM trail");
}

static void
verify (Trail *self, gboolean deep, DeskVerifyReport *report)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify (self->base.service, deep, report, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (report->detail);
  g_assert_cmpint (report->n_trail, ==, count_rows (self));
}

static void
assert_sound (Trail *self)
{
  DeskVerifyReport report;

  verify (self, TRUE, &report);
  g_assert_cmpint (report.broken_trail, ==, 0);
  g_assert_cmpint (report.n_missing_keys, ==, 0);
  g_assert_true (report.ok);
  g_assert_cmpint (strlen (report.head), ==, 64);
  desk_verify_report_clear (&report);
}

/* Runs one use case that may be refused: what was refused leaves nothing in the chain. Returns: its act, 0 none. */
static gint64
try (Trail *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 act = 0;

  if (desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error))
    act = saved.act_id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return act;
}

static gint64
edit_person (Trail *self, GRand *rand)
{
  static const char *const names[] = { "单雄信", "覃丽华", "万俟雪", "O'Brien \"Bob\"", "名字里有\\反斜杠", "尉迟恭" };
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.person);
  DeskPhone phone = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE };
  DeskPersonInput *in;

  desk_text_set (&((DeskPerson *) record)->name, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  desk_text_set (&((DeskPerson *) record)->note, g_rand_boolean (rand) ? "第一行\n第二行\t空" : "");
  in = desk_person_input_new (NULL, (DeskPerson *) record);
  phone.number = g_strdup_printf ("138%08d", g_rand_int_range (rand, 0, 100000000));
  g_ptr_array_add (in->phones, desk_record_copy (&phone));
  g_free (phone.number);
  return try (self, DESK_USE_CASE_SAVE_PERSON, in);
}

static gint64
edit_unit (Trail *self, GRand *rand)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  DeskUnit *unit = (DeskUnit *) record;

  g_free (unit->room);
  unit->room = g_strdup_printf ("15%02d", g_rand_int_range (rand, 1, 12));
  unit->built_area = g_rand_int_range (rand, 0, 20000);
  return try (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, record));
}

static gint64
edit_building (Trail *self, GRand *rand)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_BUILDING, self->world.building);

  g_free (((DeskBuilding *) record)->code);
  ((DeskBuilding *) record)->code = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 10));
  return try (self, DESK_USE_CASE_SAVE_BUILDING, desk_record_input_new (NULL, record));
}

/* Random acts and undone ones, refused ones between them: chain and search keys hold all the time. */
static void
test_random_acts (Trail *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251121);
  gint64 before = count_rows (self), last = 0;

  for (int i = 0; i < 120; i++)
    {
      gint64 act;

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          act = edit_person (self, rand);
          break;
        case 1:
          act = edit_unit (self, rand);
          break;
        case 2:
          act = edit_building (self, rand);
          break;
        case 3:
          act = try (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, self->world.person, self->world.twin));
          break;
        default:
          act = last != 0 ? try (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, last)) : 0;
        }
      last = act != 0 ? act : last;
      if (i % 30 == 0)
        assert_sound (self);
    }
  g_assert_cmpint (count_rows (self), >, before + 60);
  assert_sound (self);
  desk_fixture_reopen (&self->base);
  assert_sound (self);
}

/* What somebody does to the file, and the first row that shows it; %1 is a row in the middle, %2 the last one. */
static const struct
{
  const char *name;
  const char *sql;
  int from_middle; /* first broken row, counted from the middle, or */
  int from_last;   /* from the last (when from_middle is -100) */
} harm[] = {
  { "changes", "UPDATE trail SET changes = replace (changes, '\"', '\"x') WHERE id = %1", 0, 0 },
  { "salt", "UPDATE trail SET salt = zeroblob (16) WHERE id = %1", 0, 0 },
  { "at", "UPDATE trail SET at = at - 3600 WHERE id = %1", 0, 0 },
  { "staff", "UPDATE trail SET staff_id = staff_id + 1 WHERE id = %1", 0, 0 },
  { "use-case", "UPDATE trail SET use_case = 'undo_act' WHERE id = %1", 0, 0 },
  { "kind", "UPDATE trail SET kind = kind + 1 WHERE id = %1", 0, 0 },
  { "record", "UPDATE trail SET record_id = record_id + 1 WHERE id = %1", 0, 0 },
  { "digest", "UPDATE trail SET digest = zeroblob (32) WHERE id = %1", 0, 0 },
  { "hash", "UPDATE trail SET hash = zeroblob (32) WHERE id = %1", 0, 0 },
  { "emptied", "UPDATE trail SET changes = '', salt = x'' WHERE id = %1", 0, 0 },
  { "erased-with-new-digest", "UPDATE trail SET changes = '', salt = x'', digest = zeroblob (32) WHERE id = %1", 0, 0 },
  { "deleted", "DELETE FROM trail WHERE id = %1", 1, 0 },
  { "first-deleted", "DELETE FROM trail WHERE id = 1; UPDATE trail SET id = -id; UPDATE trail SET id = -id - 1", -99, 0 },
  { "last-deleted", "DELETE FROM trail WHERE act_id = (SELECT act_id FROM trail WHERE id = %2)", -100, 0 },
  { "swapped", "UPDATE trail SET id = -1 WHERE id = %1; UPDATE trail SET id = %1 WHERE id = %1 + 1; "
               "UPDATE trail SET id = %1 + 1 WHERE id = -1", 0, 0 },
  { "closed-up", "DELETE FROM trail WHERE id = %1; UPDATE trail SET id = -id WHERE id > %1; "
                 "UPDATE trail SET id = -id - 1 WHERE id < 0", 0, 0 },
  { "inserted", "UPDATE trail SET id = -id WHERE id > %1; UPDATE trail SET id = 1 - id WHERE id < 0; "
                "INSERT INTO trail SELECT id + 1, act_id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash "
                "FROM trail WHERE id = %1", 1, 0 },
  { "appended", "INSERT INTO trail SELECT id + 1, act_id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash "
                "FROM trail WHERE id = %2", -100, 1 },
};

static char *
fill (const char *sql, gint64 middle, gint64 last)
{
  g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, middle);
  g_autofree char *two = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  g_auto (GStrv) parts = g_strsplit (sql, "%1", -1);
  g_autofree char *half = g_strjoinv (one, parts);
  g_auto (GStrv) rest = g_strsplit (half, "%2", -1);

  return g_strjoinv (two, rest);
}

static void
test_harm (Trail *self, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 last = count_rows (self), middle = last / 2, wanted;
  g_autofree char *sql = fill (harm[i].sql, middle, last);
  DeskVerifyReport report;

  if (harm[i].from_middle == -100)
    wanted = last + harm[i].from_last;
  else
    wanted = harm[i].from_middle == -99 ? 1 : middle + harm[i].from_middle;
  assert_sound (self);
  desk_tamper (self->base.path, sql);
  verify (self, FALSE, &report);
  g_assert_false (report.ok);
  g_assert_cmpint (report.broken_trail, ==, wanted);
  desk_verify_report_clear (&report);
}

/* The search keys are what a recount of the records wants: verify --deep. */
static void
test_keys (Trail *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int n;
  } cases[] = {
    { "DELETE FROM search_key WHERE (kind, why, key, record_id) = (SELECT kind, why, key, record_id FROM search_key LIMIT 1)", 1 },
    { "DELETE FROM search_key WHERE kind = 6 AND record_id = 1", 0 },
    { "INSERT INTO search_key (kind, why, key, record_id) VALUES (6, 1, 'zzz', 1)", 1 },
    { "UPDATE search_key SET record_id = 4711 WHERE (kind, why, key, record_id) = (SELECT kind, why, key, record_id FROM search_key LIMIT 1)", 2 },
    { "UPDATE person SET name = '查良镛' WHERE id = 1", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *restore = NULL;
      DeskVerifyReport report;

      desk_tamper (self->base.path, "CREATE TABLE spare AS SELECT * FROM search_key; "
                                    "CREATE TABLE spare_person AS SELECT * FROM person");
      desk_tamper (self->base.path, cases[i].sql);
      verify (self, TRUE, &report);
      g_assert_false (report.ok);
      g_assert_cmpint (report.broken_trail, ==, 0);
      g_assert_cmpint (report.n_missing_keys, >, 0);
      if (cases[i].n > 0)
        g_assert_cmpint (report.n_missing_keys, ==, cases[i].n);
      desk_verify_report_clear (&report);
      verify (self, FALSE, &report);
      g_assert_true (report.ok);
      desk_verify_report_clear (&report);
      desk_tamper (self->base.path, "DELETE FROM search_key; INSERT INTO search_key SELECT * FROM spare; DROP TABLE spare; "
                                    "UPDATE person SET name = (SELECT name FROM spare_person s WHERE s.id = person.id); "
                                    "DROP TABLE spare_person");
      assert_sound (self);
    }
}

static void
add_int (GByteArray *bytes, gint64 value)
{
  for (int shift = 56; shift >= 0; shift -= 8)
    {
      guint8 byte = (guint8) ((guint64) value >> shift);

      g_byte_array_append (bytes, &byte, 1);
    }
}

static GBytes *
sha256 (GByteArray *bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 out[32];
  gsize n = sizeof out;

  g_checksum_update (sum, bytes->data, (gssize) bytes->len);
  g_checksum_get_digest (sum, out, &n);
  return g_bytes_new (out, n);
}

static void
assert_blob (sqlite3_stmt *row, int column, GBytes *wanted)
{
  gsize n;
  const guint8 *bytes = g_bytes_get_data (wanted, &n);

  g_assert_cmpmem (sqlite3_column_blob (row, column), sqlite3_column_bytes (row, column), bytes, n);
}

/* The bytes as HACKING.md has them, put together here from the columns and nothing of the program. */
static void
test_bytes (Trail *self, gconstpointer data)
{
  g_autoptr (GBytes) previous = g_bytes_new_take (g_malloc0 (32), 32);
  sqlite3 *db = NULL;
  sqlite3_stmt *row = NULL;
  gint64 n = 0;

  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash "
                                           "FROM trail ORDER BY id", -1, &row, NULL), ==, SQLITE_OK);
  for (; sqlite3_step (row) == SQLITE_ROW; n++)
    {
      g_autoptr (GByteArray) inner = g_byte_array_new ();
      g_autoptr (GByteArray) outer = g_byte_array_new ();
      g_autoptr (GBytes) digest = NULL;
      g_autoptr (GBytes) hash = NULL;
      const char *use_case = (const char *) sqlite3_column_text (row, 3);

      g_assert_cmpint (sqlite3_column_bytes (row, 6), ==, 16);
      g_byte_array_append (inner, sqlite3_column_blob (row, 6), 16);
      g_byte_array_append (inner, sqlite3_column_text (row, 7), (guint) sqlite3_column_bytes (row, 7));
      digest = sha256 (inner);
      assert_blob (row, 8, digest);
      g_byte_array_append (outer, (const guint8 *) "FDT1", 4);
      g_byte_array_append (outer, g_bytes_get_data (previous, NULL), 32);
      add_int (outer, sqlite3_column_int64 (row, 0));
      add_int (outer, sqlite3_column_int64 (row, 1));
      add_int (outer, sqlite3_column_int64 (row, 2));
      add_int (outer, (gint64) strlen (use_case));
      g_byte_array_append (outer, (const guint8 *) use_case, (guint) strlen (use_case));
      add_int (outer, sqlite3_column_int64 (row, 4));
      add_int (outer, sqlite3_column_int64 (row, 5));
      g_byte_array_append (outer, g_bytes_get_data (digest, NULL), 32);
      hash = sha256 (outer);
      assert_blob (row, 9, hash);
      g_bytes_unref (previous);
      previous = g_bytes_ref (hash);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);
  g_assert_cmpint (n, ==, count_rows (self));
}

/* One row a record, the words of a change exactly, nothing of an unchanged field. */
static void
test_changes (Trail *self, gconstpointer data)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  DeskUnit *unit = (DeskUnit *) record;

  desk_text_set (&unit->note, "说\"好\"了\n换锁");
  unit->inner_area = 9700;
  g_assert_cmpint (try (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, record)), >, 0);
  g_assert_cmpint (desk_fixture_count (&self->base,
                                       "SELECT changes = '{\"inner_area\":[9620,9700],\"note\":[\"\",\"说\\\"好\\\"了\\n换锁\"]}' "
                                       "FROM trail ORDER BY id DESC LIMIT 1"), ==, 1);
}

/* A car that moves is told where it left and where it arrived. */
static void
test_timelines (Trail *self, gconstpointer data)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_VEHICLE, self->world.vehicle);
  g_autofree char *sql = NULL;

  ((DeskVehicle *) record)->unit_id = self->world.other_unit;
  ((DeskVehicle *) record)->person_id = self->world.elsewhere;
  g_assert_cmpint (try (self, DESK_USE_CASE_SAVE_VEHICLE, desk_record_input_new (NULL, record)), >, 0);
  sql = g_strdup_printf ("SELECT count(*) FROM timeline WHERE trail_id = (SELECT max(id) FROM trail) AND "
                         "((kind = 4 AND record_id IN (%d, %d)) OR (kind = 6 AND record_id IN (%d, %d)))",
                         (int) self->world.unit, (int) self->world.other_unit, (int) self->world.person,
                         (int) self->world.elsewhere);
  g_assert_cmpint (desk_fixture_count (&self->base, sql), ==, 4);
}

/* A check that is no longer wanted stops. */
static void
test_cancelled (Trail *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DeskVerifyReport report;

  g_cancellable_cancel (cancellable);
  g_assert_false (desk_service_verify (self->base.service, TRUE, &report, cancellable, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CANCELLED);
  desk_verify_report_clear (&report);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Trail, NULL, set_up, func, tear_down)
  ADD ("/trail/random-acts", test_random_acts);
  for (guint i = 0; i < G_N_ELEMENTS (harm); i++)
    {
      g_autofree char *path = g_strdup_printf ("/trail/harm/%s", harm[i].name);

      g_test_add (path, Trail, GUINT_TO_POINTER (i), set_up, test_harm, tear_down);
    }
  ADD ("/trail/keys", test_keys);
  ADD ("/trail/bytes", test_bytes);
  ADD ("/trail/changes", test_changes);
  ADD ("/trail/timelines", test_timelines);
  ADD ("/trail/cancelled", test_cancelled);
  return g_test_run ();
}
