/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "desk-db.h"
#include "desk-register.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

typedef struct
{
  char *folder;
  char *path;
  DeskDb *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a.frontdesk", NULL);
  f->db = desk_db_open (f->path, DESK_DB_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, ".lock", NULL);

  desk_db_close (f->db);
  g_unlink (f->path);
  g_unlink (lock);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static gint64
insert (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_store_insert (f->db, record, &error));
  g_assert_no_error (error);
  return ((DeskRecord *) record)->id;
}

static void
fill (DeskRecord *record, const gint64 *ids)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      g_autofree char *text = g_strdup_printf ("%u138%04u", i, i);

      if (field->type == DESK_FIELD_TEXT)
        desk_record_set_text (record, field, text);
      else if (field->type == DESK_FIELD_REF)
        desk_record_set_int (record, field, ids[field->ref]);
      else if (field->type == DESK_FIELD_DAY)
        desk_record_set_int (record, field, 20250101 + i);
      else
        desk_record_set_int (record, field, field->type == DESK_FIELD_ENUM ? 1 : (gint64) i + 1);
    }
}

/* Every field of every kind comes back as it went in: the columns stand in the order of the field table. */
static void
test_every_field (Fixture *f, gconstpointer data)
{
  gint64 ids[DESK_N_KINDS] = { 0 };

  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      g_autoptr (DeskRecord) record = desk_record_new ((DeskKind) kind);
      g_autoptr (DeskRecord) back = NULL;

      if (kind == DESK_KIND_UNIT_STATE)
        {
          DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) "a", .name = (char *) "a" };

          ids[DESK_KIND_STAFF] = insert (f, &staff);
        }
      fill (record, ids);
      ids[kind] = insert (f, record);
      back = desk_store_get (f->db, (DeskKind) kind, ids[kind], NULL);
      g_assert_true (desk_record_equal (record, back));
      g_assert_cmpint (back->version, ==, 1);
    }
}

static void
test_stale (Fixture *f, gconstpointer data)
{
  DeskCommunity community = { .record = { .kind = DESK_KIND_COMMUNITY }, .name = (char *) "甲" };
  g_autoptr (GError) error = NULL;

  insert (f, &community);
  community.name = (char *) "乙";
  g_assert_true (desk_store_update (f->db, &community, &error));
  g_assert_cmpint (community.record.version, ==, 2);
  community.record.version = 1;
  g_assert_false (desk_store_update (f->db, &community, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_STALE);
}

/* design.md, the spine: ids are never reused, not even that of the last record. */
static void
test_ids_never_reused (Fixture *f, gconstpointer data)
{
  DeskCommunity community = { .record = { .kind = DESK_KIND_COMMUNITY }, .name = (char *) "甲" };
  gint64 last = 0;

  for (int i = 0; i < 5; i++)
    {
      community.record.id = community.record.version = 0;
      g_assert_cmpint (insert (f, &community), >, last);
      last = community.record.id;
      g_assert_true (desk_store_delete (f->db, &community, NULL));
    }
}

/* Numbers count up without a gap, and one whose transaction was dropped is given again. */
static void
test_counter (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *counter;
    gboolean keep;
    gint64 number;
  } takes[] = {
    { "case.2025", TRUE, 1 }, { "case.2025", TRUE, 2 },  { "receipt", TRUE, 1 },
    { "case.2025", FALSE, 3 }, { "case.2025", TRUE, 3 }, { "receipt", TRUE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 number;

      g_assert_true (desk_db_begin (f->db, &error));
      g_assert_true (desk_store_next_number (f->db, takes[i].counter, &number, &error));
      g_assert_cmpint (number, ==, takes[i].number);
      if (takes[i].keep)
        g_assert_true (desk_db_commit (f->db, &error));
      else
        desk_db_rollback (f->db);
    }
}

static void
assert_insert_fails (Fixture *f, gpointer record, DeskErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_store_insert (f->db, record, &error));
  g_assert_error (error, DESK_ERROR, (int) code);
}

/* The schema itself refuses what the rules before it should have refused. */
static void
test_constraints (Fixture *f, gconstpointer data)
{
  DeskCommunity community = { .record = { .kind = DESK_KIND_COMMUNITY }, .name = (char *) "甲" };
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = 1, .name = (char *) "张淑芬" };
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT }, .kind = 1, .state = 1, .room = (char *) "101",
                    .label = (char *) "101", .label_key = (char *) "101", .sort_key = (char *) "1" };
  DeskOccupancy occupancy = { .record = { .kind = DESK_KIND_OCCUPANCY }, .role = 1, .from_day = 20250301,
                              .to_day = 20250301 };

  unit.community_id = insert (f, &community);
  occupancy.unit_id = insert (f, &unit);
  occupancy.person_id = insert (f, &person);
  assert_insert_fails (f, &occupancy, DESK_ERROR_INVALID);
  occupancy.to_day = 0;
  occupancy.person_id = 4711;
  assert_insert_fails (f, &occupancy, DESK_ERROR_CONSEQUENCE);
  unit.record.id = 0;
  assert_insert_fails (f, &unit, DESK_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/record/every-field", test_every_field);
  ADD ("/record/stale", test_stale);
  ADD ("/record/ids-never-reused", test_ids_never_reused);
  ADD ("/record/counter", test_counter);
  ADD ("/record/constraints", test_constraints);
  return g_test_run ();
}
