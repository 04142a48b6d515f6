/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "desk-fixture.h"

/* Durable saves of a person with a phone and of a case against the same rows in the same tables by bare C with prepared
 * statements, turn about on one disk; the check of the chain against a bare walk with bare SHA-256. */

#define N_BEFORE 3000 /* people who are there already */
#define N_SAVES 400
#define N_CHECKS 7
#define SAVE_BUDGET 1.3
#define CHECK_BUDGET 1.3

static DeskFixture fixture;
static sqlite3 *probe;

static gint64
now_us (void)
{
  return g_get_monotonic_time ();
}

static void
check (int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (probe));
}

static void
sql (const char *text)
{
  check (sqlite3_exec (probe, text, NULL, NULL, NULL));
}

/* The rows one save leaves, table by table, and the bare statements that write them. @where: of the rows after the
 * mark :id, by the table's own growing number. */
typedef struct
{
  const char *table;
  const char *number;
  sqlite3_stmt *read;  /* on our store */
  sqlite3_stmt *write; /* on the probe's */
  gint64 seen;
  GPtrArray *rows; /* of sqlite3_value *, those of one row after the other */
} Table;

static Table of_person[] = {
  { "act", "id" },         { "person", "id" },   { "person_order", "person_id" }, { "search_key", "record_id" },
  { "trail", "id" },       { "timeline", "trail_id" }, { "phone", "id" },
};
static Table of_case[] = {
  { "act", "id" }, { "service_case", "id" }, { "case_event", "id" }, { "trail", "id" }, { "timeline", "trail_id" },
};
/* What a case adds to rows that are there already, and to the index of words: by bare C, too. */
static const char *const case_adds[] = {
  "INSERT INTO counter (name, last) VALUES ('case.probe', 1) ON CONFLICT (name) DO UPDATE SET last = last + 1",
  "INSERT INTO case_figure (kind, slice, of_id, month, opened) VALUES (1, 0, 202511, 202511, 1) "
  "ON CONFLICT (kind, slice, of_id, month) DO UPDATE SET opened = opened + 1",
  "INSERT INTO case_figure (kind, slice, of_id, month, opened) VALUES (1, 1, 7, 202511, 1) "
  "ON CONFLICT (kind, slice, of_id, month) DO UPDATE SET opened = opened + 1",
  "INSERT INTO case_figure (kind, slice, of_id, month, opened) VALUES (1, 2, 0, 202511, 1) "
  "ON CONFLICT (kind, slice, of_id, month) DO UPDATE SET opened = opened + 1",
  "INSERT INTO case_figure (kind, slice, of_id, month, opened) VALUES (1, 3, 0, 202511, 1) "
  "ON CONFLICT (kind, slice, of_id, month) DO UPDATE SET opened = opened + 1",
  "INSERT INTO case_words (rowid, number, external_no, title, detail, caller, result) "
  "SELECT id, number, external_no, title, detail, caller, result FROM service_case WHERE id = (SELECT max(id) FROM service_case)",
};
static sqlite3_stmt *adds[G_N_ELEMENTS (case_adds)];
static Table *tables = of_person;
static guint n_tables = G_N_ELEMENTS (of_person);

static void
value_free (gpointer value)
{
  sqlite3_value_free (value);
}

/* search_key counts two kinds of ids: a new person and a new phone have keys of both. */
static char *
select_text (guint i)
{
  if (strcmp (tables[i].table, "search_key") == 0)
    return g_strdup ("SELECT * FROM search_key WHERE (kind = 6 AND record_id = (SELECT max (id) FROM person)) "
                     "OR (kind = 7 AND record_id = (SELECT max (id) FROM phone))");
  return g_strdup_printf ("SELECT * FROM %s WHERE %s > :seen", tables[i].table, tables[i].number);
}

static void
prepare (sqlite3 *ours)
{
  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *read = select_text (i);
      g_autoptr (GString) write = g_string_new (NULL);

      check (sqlite3_prepare_v2 (ours, read, -1, &tables[i].read, NULL));
      g_string_append_printf (write, "INSERT INTO %s VALUES (", tables[i].table);
      for (int k = 0; k < sqlite3_column_count (tables[i].read); k++)
        g_string_append (write, k == 0 ? "?" : ", ?");
      g_string_append_c (write, ')');
      check (sqlite3_prepare_v2 (probe, write->str, -1, &tables[i].write, NULL));
      tables[i].rows = g_ptr_array_new_with_free_func (value_free);
    }
  for (guint i = 0; i < G_N_ELEMENTS (adds) && tables == of_case; i++)
    check (sqlite3_prepare_v2 (probe, case_adds[i], -1, &adds[i], NULL));
}

/* Remembers where the tables end now. */
static void
mark (void)
{
  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *text = g_strdup_printf ("SELECT coalesce (max (%s), 0) FROM %s", tables[i].number, tables[i].table);

      tables[i].seen = desk_fixture_count (&fixture, text);
    }
}

static void
fetch (void)
{
  for (guint i = 0; i < n_tables; i++)
    {
      int seen = sqlite3_bind_parameter_index (tables[i].read, ":seen");

      g_ptr_array_set_size (tables[i].rows, 0);
      if (seen > 0)
        sqlite3_bind_int64 (tables[i].read, seen, tables[i].seen);
      while (sqlite3_step (tables[i].read) == SQLITE_ROW)
        for (int k = 0; k < sqlite3_column_count (tables[i].read); k++)
          g_ptr_array_add (tables[i].rows, sqlite3_value_dup (sqlite3_column_value (tables[i].read, k)));
      sqlite3_reset (tables[i].read);
      g_assert_true (tables[i].rows->len > 0 || strcmp (tables[i].table, "timeline") == 0);
    }
}

static gint64
write_bare (void)
{
  gint64 begin = now_us ();

  sql ("BEGIN IMMEDIATE");
  for (guint i = 0; i < n_tables; i++)
    {
      int n = sqlite3_bind_parameter_count (tables[i].write);

      for (guint at = 0; at < tables[i].rows->len; at += n)
        {
          for (int k = 0; k < n; k++)
            sqlite3_bind_value (tables[i].write, k + 1, tables[i].rows->pdata[at + k]);
          check (sqlite3_step (tables[i].write));
          sqlite3_reset (tables[i].write);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (adds) && tables == of_case; i++)
    {
      check (sqlite3_step (adds[i]));
      sqlite3_reset (adds[i]);
    }
  sql ("COMMIT");
  return now_us () - begin;
}

static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "单", "欧阳", "尉迟", "覃", "仇" };
static const char *const given[] = { "淑芬", "建国", "雪", "雄信", "丽华", "子健", "明", "伟东", "小燕", "永焕" };

static DeskPersonInput *
somebody (int i)
{
  g_autofree char *name = g_strconcat (surnames[i % 10], given[i / 10 % 10], NULL);
  g_autofree char *number = g_strdup_printf ("13%09d", i * 7919 % 1000000000);
  g_autofree char *key = g_strdup_printf ("%032d", i);
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = name };
  DeskPhone phone = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE, .number = number };
  DeskPersonInput *in = desk_person_input_new (key, &person);

  g_ptr_array_add (in->phones, desk_record_copy (&phone));
  return in;
}

static gint64
write_ours (int i)
{
  DeskPersonInput *in = somebody (i);
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 begin = now_us (), took;

  desk_save_person (fixture.service, fixture.actor, in, &saved, &error);
  took = now_us () - begin;
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_person_input_free (in);
  return took;
}

static DeskCaseInput *
something (int i, gint64 category_id)
{
  g_autofree char *title = g_strdup_printf ("厨房水槽下面漏水 %d", i);
  g_autofree char *key = g_strdup_printf ("c%031d", i);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = category_id,
                 .title = title, .detail = title };

  return desk_case_input_new (key, &c, NULL);
}

static gint64
open_ours (int i)
{
  static gint64 category_id = 0;
  DeskCaseInput *in;
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 begin, took;

  if (category_id == 0)
    category_id = desk_fixture_count (&fixture, "SELECT id FROM category WHERE name = '厨房'");
  in = something (i, category_id);
  begin = now_us ();
  desk_open_case (fixture.service, fixture.actor, in, &saved, &error);
  took = now_us () - begin;
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_case_input_free (in);
  return took;
}

static int
by_size (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
report (const char *what, gint64 *ours, gint64 *bare, int n, double budget)
{
  double ratio;

  qsort (ours, n, sizeof *ours, by_size);
  qsort (bare, n, sizeof *bare, by_size);
  ratio = (double) ours[n / 2] / (double) bare[n / 2];
  g_print ("%s, %" G_GINT64_FORMAT " us, %" G_GINT64_FORMAT " us, %.2f, <= %.2f\n", what, ours[n / 2], bare[n / 2], ratio, budget);
  return ratio <= budget;
}

static gboolean
bench_save (sqlite3 *reader, const char *what, Table *of, guint n_of, gint64 (*ours_write) (int i))
{
  gint64 ours[N_SAVES], bare[N_SAVES];

  tables = of;
  n_tables = n_of;
  prepare (reader);
  for (int i = 0; i < N_SAVES; i++)
    {
      mark ();
      ours[i] = ours_write (N_BEFORE + i);
      fetch ();
      mark (); /* both write after the same pause: what opens and reads files between them empties the processor's caches */
      bare[i] = write_bare ();
    }
  for (guint i = 0; i < n_tables; i++)
    {
      sqlite3_finalize (tables[i].read);
      sqlite3_finalize (tables[i].write);
      g_ptr_array_unref (tables[i].rows);
    }
  for (guint i = 0; i < G_N_ELEMENTS (adds); i++)
    g_clear_pointer (&adds[i], sqlite3_finalize);
  return report (what, ours, bare, N_SAVES, SAVE_BUDGET);
}

static void
put (GChecksum *sum, gint64 value)
{
  guint64 wire = GUINT64_TO_BE ((guint64) value);

  g_checksum_update (sum, (const guchar *) &wire, sizeof wire);
}

/* Reads the rows and hashes them, and nothing else. */
static gint64
check_bare (sqlite3 *reader)
{
  gint64 begin = now_us (), n_rows = 0;
  guint8 previous[32] = { 0 }, digest[32];
  sqlite3_stmt *row;
  gsize n = 32;

  check (sqlite3_exec (reader, "PRAGMA quick_check(1)", NULL, NULL, NULL));
  check (sqlite3_prepare_v2 (reader, "SELECT id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash FROM trail "
                                     "ORDER BY id", -1, &row, NULL));
  for (; sqlite3_step (row) == SQLITE_ROW; n_rows++)
    {
      g_autoptr (GChecksum) inner = g_checksum_new (G_CHECKSUM_SHA256);
      g_autoptr (GChecksum) outer = g_checksum_new (G_CHECKSUM_SHA256);
      const char *use_case = (const char *) sqlite3_column_text (row, 3);

      g_checksum_update (inner, sqlite3_column_blob (row, 6), 16);
      g_checksum_update (inner, sqlite3_column_text (row, 7), sqlite3_column_bytes (row, 7));
      g_checksum_get_digest (inner, digest, &n);
      g_checksum_update (outer, (const guchar *) "FDT1", 4);
      g_checksum_update (outer, previous, 32);
      for (int k = 0; k < 3; k++)
        put (outer, sqlite3_column_int64 (row, k));
      put (outer, (gint64) strlen (use_case));
      g_checksum_update (outer, (const guchar *) use_case, (gssize) strlen (use_case));
      put (outer, sqlite3_column_int64 (row, 4));
      put (outer, sqlite3_column_int64 (row, 5));
      g_checksum_update (outer, digest, 32);
      g_checksum_get_digest (outer, previous, &n);
      g_assert_cmpmem (previous, 32, sqlite3_column_blob (row, 9), 32);
    }
  sqlite3_finalize (row);
  g_assert_cmpint (n_rows, >, N_BEFORE);
  return now_us () - begin;
}

static gboolean
bench_chain (sqlite3 *reader)
{
  gint64 ours[N_CHECKS], bare[N_CHECKS];

  for (int i = 0; i < N_CHECKS; i++)
    {
      gint64 begin = now_us ();
      DeskVerifyReport found;

      g_assert_true (desk_service_verify (fixture.service, FALSE, &found, NULL, NULL));
      g_assert_true (found.ok);
      ours[i] = now_us () - begin;
      desk_verify_report_clear (&found);
      bare[i] = check_bare (reader);
    }
  return report ("check of the chain", ours, bare, N_CHECKS, CHECK_BUDGET);
}

int
main (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *bytes = NULL;
  sqlite3 *reader = NULL;
  gboolean fine;
  gsize n;

  desk_fixture_set_up (&fixture);
  g_assert_true (desk_service_begin_bulk (fixture.service, NULL));
  for (int i = 0; i < N_BEFORE; i++)
    write_ours (i);
  g_assert_true (desk_service_end_bulk (fixture.service, TRUE, NULL));
  g_clear_pointer (&fixture.service, desk_service_close);
  copy = g_strconcat (fixture.path, ".probe", NULL);
  g_assert_true (g_file_get_contents (fixture.path, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) n, NULL));
  desk_fixture_reopen (&fixture);
  check (sqlite3_open (copy, &probe));
  /* The probe works under the same conditions. */
  sql ("PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
       "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
  check (sqlite3_open_v2 (fixture.path, &reader, SQLITE_OPEN_READONLY, NULL));
  g_print ("what, ours, probe, ratio, budget (%d saves after %d)\n", N_SAVES, N_BEFORE);
  fine = bench_save (reader, "save a person with a phone", of_person, G_N_ELEMENTS (of_person), write_ours);
  fine = bench_save (reader, "save a case", of_case, G_N_ELEMENTS (of_case), open_ours) && fine;
  fine = bench_chain (reader) && fine;
  sqlite3_close (reader);
  sqlite3_close (probe);
  desk_fixture_tear_down (&fixture);
  return fine ? 0 : 1;
}
