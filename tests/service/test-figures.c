/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figure.h"
#include "desk-salvage.h"
#include "desk-sample.h"

#include <stdlib.h>
#include <string.h>

/*
 * Figures against a slow recount of every case, over histories by chance: opened in any of several months, moved by whoever
 * may, reopened, joined, undone. DESK_SEEDS: how many histories.
 */

#define N_STEPS 120

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
  guint64 chance;
  gint64 last_act;
} World;

static guint
below (World *self, guint n)
{
  self->chance = self->chance * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((self->chance >> 33) % n);
}

/* Frees @in; what is refused is refused. */
static void
try (World *self, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  if (desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error))
    self->last_act = saved.act_id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
}

static void
open_one (World *self)
{
  static const char *const categories[] = { "厨房", "装修噪音", "邻里噪音" };
  const gint64 units[] = { self->w.unit, self->w.other_unit, self->w.space, 0 };
  guint at = below (self, G_N_ELEMENTS (categories));
  g_autofree char *sql = g_strdup_printf ("SELECT min(id) FROM category WHERE name = '%s'", categories[at]);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = at == 0 ? DESK_CASE_REPAIR : DESK_CASE_COMPLAINT,
                 .title = (char *) "一件" };

  c.category_id = below (self, 5) > 0 ? desk_fixture_count (&self->base, sql) : 0;
  c.unit_id = units[below (self, G_N_ELEMENTS (units))];
  c.opened_at = DESK_FIXTURE_NOW - (gint64) below (self, 200 * 86400);
  c.assignee_id = below (self, 2) > 0 ? self->base.actor->staff_id : 0;
  try (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

static void
move_one (World *self)
{
  static const DeskUseCase cases[]
      = { DESK_USE_CASE_ASSIGN_CASE, DESK_USE_CASE_WORK_CASE,   DESK_USE_CASE_SETTLE_CASE, DESK_USE_CASE_INSPECT_CASE,
          DESK_USE_CASE_ANSWER_CASE, DESK_USE_CASE_REOPEN_CASE, DESK_USE_CASE_CANCEL_CASE, DESK_USE_CASE_MERGE_CASE };
  gint64 n = desk_fixture_count (&self->base, "SELECT max(id) FROM service_case");
  DeskMove move = (DeskMove) (1 + below (self, DESK_N_MOVES - 1));
  DeskMoveInput *in = desk_move_input_new (NULL, 1 + below (self, (guint) n), 0, move, "因为");

  in->assignee_id = below (self, 2) > 0 ? self->base.actor->staff_id : self->w.staff;
  in->wait_reason = 1 + below (self, 5);
  in->answer = 1 + below (self, 3);
  in->other_id = 1 + below (self, (guint) n);
  in->category_id = self->w.category;
  try (self, cases[below (self, G_N_ELEMENTS (cases))], in);
}

static void
undo_last (World *self)
{
  if (self->last_act == 0)
    return;
  try (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, self->last_act));
}

static int
by_text (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* Every case, one by one. */
static char *
recount (World *self, gint64 kind, DeskSlice slice)
{
  gint64 n = desk_fixture_count (&self->base, "SELECT max(id) FROM service_case");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;
  g_autofree char *joined = NULL;

  for (gint64 id = 1; id <= n; id++)
    {
      g_autofree char *there = g_strdup_printf ("SELECT count(*) FROM service_case WHERE id = %" G_GINT64_FORMAT, id);
      g_autoptr (DeskRecord) record = NULL;
      DeskFigures figures, *sum;
      gint64 of_id;

      if (desk_fixture_count (&self->base, there) == 0)
        continue;
      record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
      if (((DeskCase *) record)->kind != kind)
        continue;
      of_id = desk_slice_of (slice, (DeskCase *) record, desk_day_period (desk_day_of_time (((DeskCase *) record)->opened_at, zone)));
      desk_figures_of ((DeskCase *) record, &figures);
      sum = g_hash_table_lookup (sums, &of_id);
      if (sum == NULL)
        g_hash_table_insert (sums, g_memdup2 (&of_id, sizeof of_id), sum = g_new0 (DeskFigures, 1));
      desk_figures_add (sum, &figures, 1);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const DeskFigures *sum = value;
      GString *line = g_string_new (NULL);

      if (sum->n[DESK_FIGURE_OPENED] == 0)
        {
          g_string_free (line, TRUE);
          continue;
        }
      g_string_printf (line, "%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, *(gint64 *) key, sum->n[DESK_FIGURE_OPENED]);
      for (int rate = 0; rate < DESK_N_RATES; rate++)
        g_string_append_printf (line, " %" G_GINT64_FORMAT, desk_figures_rate (sum, (DeskRate) rate));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, by_text);
  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("\n", (char **) lines->pdata);
  return g_steal_pointer (&joined);
}

/* What the list shows, in the same words; all together stand first. */
static char *
shown (World *self, DeskList list, DeskSlice slice)
{
  DeskListInput in = { .list = list, .filter = slice, .span = DESK_SPAN_ALL };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  DeskIdList ids = { 0 };
  DeskRows rows = { 0 };

  desk_list_ids (self->base.service, self->base.actor, &in, &ids, &error);
  g_assert_no_error (error);
  desk_get_rows (self->base.service, self->base.actor, &(DeskRowsInput){ .list = list, .ids = ids.ids }, &rows, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < rows.rows->len; i++)
    {
      const DeskRow *row = rows.rows->pdata[i];
      GString *line = g_string_new (NULL);
      DeskSlice back;
      DeskSpan span;
      gint64 of_id;

      desk_figure_unpack (row->id, &back, &span, &of_id);
      g_assert_cmpint (back, ==, slice);
      g_string_printf (line, "%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, of_id, row->cells[DESK_FIGURE_COLUMN_OPENED].number);
      for (int rate = 0; rate < DESK_N_RATES; rate++)
        g_string_append_printf (line, " %" G_GINT64_FORMAT, row->cells[DESK_FIGURE_COLUMN_RATE + rate].number);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  desk_rows_clear (&rows);
  desk_id_list_clear (&ids);
  g_ptr_array_sort (lines, by_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Behind a figure are as many cases as it is divided by. */
static void
check_rows (World *self, DeskList figures, DeskList cases, DeskSlice slice)
{
  DeskListInput in = { .list = figures, .filter = slice, .span = DESK_SPAN_ALL };
  g_autoptr (GError) error = NULL;
  DeskIdList ids = { 0 };
  DeskRows rows = { 0 };

  desk_list_ids (self->base.service, self->base.actor, &in, &ids, &error);
  g_assert_no_error (error);
  desk_get_rows (self->base.service, self->base.actor, &(DeskRowsInput){ .list = figures, .ids = ids.ids }, &rows, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows.rows->len; i++)
    {
      const DeskRow *row = rows.rows->pdata[i];
      DeskListInput behind = { .list = cases, .figured = TRUE, .figure = { .rate = -1 } };
      DeskIdList found = { 0 };

      desk_figure_unpack (row->id, &behind.figure.slice, &behind.figure.span, &behind.figure.of_id);
      desk_list_ids (self->base.service, self->base.actor, &behind, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found.ids->len, ==, row->cells[DESK_FIGURE_COLUMN_OPENED].number);
      desk_id_list_clear (&found);
      behind.figure.rate = DESK_RATE_ON_TIME;
      desk_list_ids (self->base.service, self->base.actor, &behind, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (row->cells[DESK_FIGURE_COLUMN_RATE + DESK_RATE_ON_TIME].number == DESK_RATE_NONE, ==, found.ids->len == 0);
      desk_id_list_clear (&found);
    }
  desk_rows_clear (&rows);
  desk_id_list_clear (&ids);
}

static void
check_all (World *self)
{
  static const DeskList figures[] = { DESK_LIST_REPAIR_FIGURES, DESK_LIST_COMPLAINT_FIGURES };
  static const DeskList cases[] = { DESK_LIST_REPAIRS, DESK_LIST_COMPLAINTS };

  for (guint kind = 0; kind < G_N_ELEMENTS (figures); kind++)
    for (int slice = 0; slice < DESK_N_SLICES; slice++)
      {
        g_autofree char *slow = recount (self, kind + 1, (DeskSlice) slice);
        g_autofree char *quick = shown (self, figures[kind], (DeskSlice) slice);

        g_assert_cmpstr (quick, ==, slow);
        check_rows (self, figures[kind], cases[kind], (DeskSlice) slice);
      }
}

/* What is salvaged has its sums made anew from the cases that came out. */
static void
check_salvaged (World *self)
{
  g_autofree char *fresh = g_build_filename (self->base.folder, "fresh.frontdesk", NULL);
  g_autoptr (DeskSalvageReport) report = NULL;
  g_autoptr (GError) error = NULL;

  desk_service_close (g_steal_pointer (&self->base.service));
  report = desk_salvage_run (self->base.path, fresh, self->base.clock, NULL, &error);
  g_assert_no_error (error);
  g_free (self->base.path);
  self->base.path = g_steal_pointer (&fresh);
  desk_fixture_reopen (&self->base);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM case_figure"), >, 0);
  check_all (self);
}

static void
test_history (gconstpointer data)
{
  World world = { .chance = (guint64) GPOINTER_TO_INT (data) * 104729 + 7 }, *self = &world;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
  for (guint i = 0; i < N_STEPS; i++)
    switch (below (self, 10))
      {
      case 0:
      case 1:
      case 2:
        open_one (self);
        break;
      case 3:
        undo_last (self);
        break;
      default:
        move_one (self);
      }
  check_all (self);
  /* A store that comes without sums makes them when it is opened. */
  desk_service_close (g_steal_pointer (&self->base.service));
  desk_tamper (self->base.path, "DELETE FROM case_figure");
  desk_fixture_reopen (&self->base);
  check_all (self);
  check_salvaged (self);
  desk_fixture_tear_down (&self->base);
}

/* Whoever may not read what everybody did gets no figure, neither the list nor a row of it. */
static void
test_no_right (void)
{
  World world = { .chance = 7 }, *self = &world;
  DeskIdList ids = { 0 };
  DeskRows rows = { 0 };
  g_autoptr (DeskActor) clerk = NULL;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
  open_one (self);
  clerk = desk_actor_new (self->base.actor->staff_id, "clerk", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  for (int kind = 0; kind < 2; kind++)
    {
      DeskList list = kind == 0 ? DESK_LIST_REPAIR_FIGURES : DESK_LIST_COMPLAINT_FIGURES;
      DeskListInput in = { .list = list, .filter = DESK_SLICE_MONTH, .span = DESK_SPAN_ALL };
      g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (gint32));
      gint32 id = desk_figure_pack (DESK_SLICE_MONTH, DESK_SPAN_ALL, DESK_FIGURE_ALL);
      g_autoptr (GError) error = NULL;

      g_assert_false (desk_list_ids (self->base.service, clerk, &in, &ids, &error));
      desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      g_clear_error (&error);
      g_array_append_val (asked, id);
      g_assert_false (desk_get_rows (self->base.service, clerk, &(DeskRowsInput){ .list = list, .ids = asked }, &rows, &error));
      desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
    }
  desk_id_list_clear (&ids);
  desk_rows_clear (&rows);
  desk_fixture_tear_down (&self->base);
}

int
main (int argc, char **argv)
{
  const char *seeds = g_getenv ("DESK_SEEDS");
  int n = seeds != NULL ? atoi (seeds) : 3;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/no-right", test_no_right);
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_history);
    }
  return g_test_run ();
}
