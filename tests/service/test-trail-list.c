/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sample.h"
#include "desk-text-history.h"
#include "desk-trail-filter.h"

/* The trail as a list: by record, by person, by day, by kind; told in words with numbers masked; for whoever may. */

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

/* Returns: (transfer full) (element-type gint32): what the question gives, newest first. */
static GArray *
ask (Trail *self, DeskListInput in)
{
  DeskIdList out = { 0 };
  g_autoptr (GError) error = NULL;

  in.list = DESK_LIST_TRAIL;
  in.descending = TRUE;
  g_assert_true (desk_list_ids (self->base.service, self->base.actor, &in, &out, &error));
  g_assert_no_error (error);
  return out.ids;
}

static guint
count (Trail *self, DeskListInput in)
{
  g_autoptr (GArray) ids = ask (self, in);

  return ids->len;
}

static DeskRow *
row_of (Trail *self, gint32 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof id);
  DeskRowsInput in = { .list = DESK_LIST_TRAIL, .ids = ids };
  DeskRows rows = { 0 };
  DeskRow *row;

  g_array_append_val (ids, id);
  g_assert_true (desk_get_rows (self->base.service, self->base.actor, &in, &rows, NULL));
  g_assert_cmpuint (rows.rows->len, ==, 1);
  row = desk_row_ref (rows.rows->pdata[0]);
  desk_rows_clear (&rows);
  return row;
}

static gint64
run (Trail *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_assert_true (desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error));
  g_assert_no_error (error);
  act = saved.act_id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return act;
}

static gint64
remove_instruction (Trail *self)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_INSTRUCTION, self->world.instruction);

  return run (self, DESK_USE_CASE_REMOVE_INSTRUCTION, desk_remove_input_new (NULL, record->id, record->version));
}

/* What a rule does at somebody's desk is not theirs: nobody stands beside it, and their own acts do not have it. */
static void
test_rules_are_nobody (Trail *self, gconstpointer data)
{
  const DeskListInput mine = { .staff_id = self->base.actor->staff_id }, all = { .filter = 0 };
  guint before = count (self, mine), everything = count (self, all);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DeskRow) row = NULL;

  run (self, DESK_USE_CASE_APPLY_FOLLOW_RULES, desk_get_input_new (DESK_KIND_NONE, 0, 0));
  ids = ask (self, all);
  g_assert_cmpuint (ids->len, >, everything);
  g_assert_cmpuint (count (self, mine), ==, before);
  row = row_of (self, g_array_index (ids, gint32, 0));
  g_assert_cmpstr (row->cells[DESK_TRAIL_COLUMN_STAFF].text, ==, "");
}

/* Everything is there, each way of narrowing leaves what it says, and two narrow more than one. */
static void
test_narrowing (Trail *self, gconstpointer data)
{
  gint64 all = desk_fixture_count (&self->base, "SELECT count(*) FROM trail");
  guint of_unit, typed, people, houses, office;

  g_assert_cmpuint (count (self, (DeskListInput){ .filter = 0 }), ==, all);
  g_assert_cmpuint (count (self, (DeskListInput){ .staff_id = self->base.actor->staff_id }), ==,
                    desk_fixture_count (&self->base, "SELECT count(*) FROM trail WHERE staff_id = 1"));
  g_assert_cmpuint (count (self, (DeskListInput){ .staff_id = 99 }), ==, 0);
  g_assert_cmpuint (count (self, (DeskListInput){ .from_day = 20251121 }), ==, all);
  g_assert_cmpuint (count (self, (DeskListInput){ .from_day = 20251121, .to_day = 20251122 }), ==, all);
  g_assert_cmpuint (count (self, (DeskListInput){ .to_day = 20251121 }), ==, 0);
  g_assert_cmpuint (count (self, (DeskListInput){ .from_day = 20251122 }), ==, 0);
  people = count (self, (DeskListInput){ .filter = DESK_TRAIL_FILTER_PEOPLE });
  houses = count (self, (DeskListInput){ .filter = DESK_TRAIL_FILTER_HOUSES });
  office = count (self, (DeskListInput){ .filter = DESK_TRAIL_FILTER_OFFICE });
  g_assert_cmpuint (people, >, 0);
  g_assert_cmpuint (houses, >, 0);
  g_assert_cmpuint (office, >, 0);
  g_assert_cmpuint (people + houses + office, <=, all);
  of_unit = count (self, (DeskListInput){ .about_kind = DESK_KIND_UNIT, .about_id = self->world.unit });
  g_assert_cmpuint (of_unit, >, 3);
  g_assert_cmpuint (of_unit, <, all);
  typed = count (self, (DeskListInput){ .text = (char *) "3-2-1501" });
  g_assert_cmpuint (typed, >=, of_unit);
  g_assert_cmpuint (count (self, (DeskListInput){ .text = (char *) "3-2-1501", .filter = DESK_TRAIL_FILTER_PEOPLE }), <, typed);
  g_assert_cmpuint (count (self, (DeskListInput){ .text = (char *) "没有这个人" }), ==, 0);
  g_assert_cmpuint (count (self, (DeskListInput){ .about_kind = DESK_KIND_VEHICLE, .about_id = self->world.vehicle }), ==, 1);
}

/* The newest first, on a later day; by that day alone. */
static void
test_order (Trail *self, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DeskRow) row = NULL;

  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 86400);
  remove_instruction (self);
  ids = ask (self, (DeskListInput){ .filter = 0 });
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint32, i - 1), >, g_array_index (ids, gint32, i));
  row = row_of (self, g_array_index (ids, gint32, 0));
  g_assert_cmpint (row->cells[DESK_TRAIL_COLUMN_AT].number, ==, DESK_FIXTURE_NOW + 86400);
  g_assert_cmpint (row->cells[DESK_TRAIL_COLUMN_KIND].number, ==, DESK_KIND_INSTRUCTION);
  g_assert_cmpstr (row->cells[DESK_TRAIL_COLUMN_ABOUT].text, ==, "3-2-1501");
  g_assert_cmpuint (count (self, (DeskListInput){ .from_day = 20251122 }), ==, 1);
}

/* Numbers leave it masked, whole ones that somebody looked at, too. */
static void
test_masked (Trail *self, gconstpointer data)
{
  g_autoptr (DeskText) text = desk_text_new ("en", NULL);
  g_autoptr (GArray) ids = NULL;

  run (self, DESK_USE_CASE_REVEAL_NUMBER, desk_reveal_input_new (NULL, DESK_KIND_PHONE, self->world.phone));
  g_assert_cmpuint (count (self, (DeskListInput){ .filter = DESK_TRAIL_FILTER_SHOWN }), ==, 1);
  ids = ask (self, (DeskListInput){ .filter = 0 });
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRow) row = row_of (self, g_array_index (ids, gint32, i));
      g_autofree char *words = desk_text_told (text, &row->cells[DESK_TRAIL_COLUMN_WHAT]);

      g_assert_cmpint (*words, !=, '\0');
      for (guint c = 0; c < row->n_cells; c++)
        if (row->cells[c].text != NULL)
          {
            g_assert_null (strstr (row->cells[c].text, "13812345678"));
            g_assert_null (strstr (row->cells[c].text, "13900001111"));
          }
    }
}

/* What was removed lies in the bin until it is restored; removed again it lies there again. */
static void
test_bin (Trail *self, gconstpointer data)
{
  const DeskListInput bin = { .filter = DESK_TRAIL_FILTER_REMOVED };
  gint64 act = remove_instruction (self);
  g_autoptr (GArray) ids = ask (self, bin);
  DeskGetInput in = { .id = g_array_index (ids, gint32, 0) };
  DeskHistories out = { 0 };

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_true (desk_get_act (self->base.service, self->base.actor, &in, &out, NULL));
  g_assert_cmpuint (out.history->len, ==, 1);
  g_assert_cmpint (((DeskHistory *) out.history->pdata[0])->act_id, ==, act);
  g_assert_true (((DeskHistory *) out.history->pdata[0])->can_undo);
  desk_histories_clear (&out);
  run (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, act));
  g_assert_cmpuint (count (self, bin), ==, 0);
  remove_instruction (self);
  g_assert_cmpuint (count (self, bin), ==, 1);
}

/* What is gone is still called by its name, in the bin and in all that was told of it before. */
static void
test_gone (Trail *self, gconstpointer data)
{
  g_autoptr (DeskRecord) near = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  DeskUnit *unit = desk_record_new (DESK_KIND_UNIT);
  g_autoptr (DeskRecord) made = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id;

  unit->kind = DESK_UNIT_KIND_ROOM;
  unit->state = DESK_STATE_VACANT;
  unit->state_since = 20251121;
  unit->building_id = ((DeskUnit *) near)->building_id;
  unit->entrance_id = ((DeskUnit *) near)->entrance_id;
  unit->floor = 15;
  desk_text_set (&unit->room, "1577");
  run (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, &unit->record));
  desk_record_free (&unit->record);
  id = desk_fixture_count (&self->base, "SELECT id FROM unit WHERE room = '1577'");
  made = desk_fixture_get (&self->base, DESK_KIND_UNIT, id);
  run (self, DESK_USE_CASE_REMOVE_UNIT, desk_remove_input_new (NULL, id, made->version));
  ids = ask (self, (DeskListInput){ .about_kind = DESK_KIND_UNIT, .about_id = id });
  g_assert_cmpuint (ids->len, >=, 3);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRow) row = row_of (self, g_array_index (ids, gint32, i));

      g_assert_cmpstr (row->cells[DESK_TRAIL_COLUMN_ABOUT].text, ==, "3-2-1577");
    }
}

/* Who may not read it gets neither ids nor rows nor acts. */
static void
test_right (Trail *self, gconstpointer data)
{
  g_autoptr (DeskActor) clerk = desk_actor_new (1, "clerk", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  g_autoptr (GArray) ids = ask (self, (DeskListInput){ .filter = 0 });
  DeskListInput list = { .list = DESK_LIST_TRAIL };
  DeskRowsInput rows_in = { .list = DESK_LIST_TRAIL, .ids = ids };
  DeskGetInput get = { .id = 1 };
  DeskIdList listed = { 0 };
  DeskRows rows = { 0 };
  DeskHistories histories = { 0 };
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;
  g_autoptr (GError) three = NULL;

  g_assert_false (desk_list_ids (self->base.service, clerk, &list, &listed, &one));
  desk_assert_problem (one, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  g_assert_false (desk_get_rows (self->base.service, clerk, &rows_in, &rows, &two));
  desk_assert_problem (two, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  g_assert_false (desk_get_act (self->base.service, clerk, &get, &histories, &three));
  desk_assert_problem (three, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  desk_id_list_clear (&listed);
  desk_rows_clear (&rows);
  desk_histories_clear (&histories);
}

#define add(path, func) g_test_add (path, Trail, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/trail-list/rules-are-nobody", test_rules_are_nobody);
  add ("/trail-list/narrowing", test_narrowing);
  add ("/trail-list/order", test_order);
  add ("/trail-list/masked", test_masked);
  add ("/trail-list/bin", test_bin);
  add ("/trail-list/gone", test_gone);
  add ("/trail-list/right", test_right);
  return g_test_run ();
}
