/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback.h"
#include "desk-sample.h"

/* Callbacks as the days go by: what is drawn, what closes, who is called again; the figures that are kept. */

#define DAY 86400

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
} World;

static void
set_up (World *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
}

static void
tear_down (World *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static void
pass (World *self, gint64 seconds)
{
  desk_clock_set (self->base.clock, desk_clock_now (self->base.clock) + seconds);
}

/* Frees @in. Returns: the id it answers with. */
static gint64
run (World *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return id;
}

static void
advance (World *self)
{
  run (self, DESK_USE_CASE_ADVANCE_CASES, desk_advance_input_new ());
}

static gint64
count (World *self, const char *format, gint64 value)
{
  g_autofree char *sql = g_strdup_printf (format, value);

  return desk_fixture_count (&self->base, sql);
}

/* A case of @category that is over at once. */
static gint64
done (World *self, const char *category, DeskCaseKind kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM category WHERE name = '%s' AND case_kind = %d", category, kind);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = kind, .unit_id = self->w.unit, .title = (char *) "事" };

  c.category_id = desk_fixture_count (&self->base, sql);
  return run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, "办好了"));
}

static void
move (World *self, DeskUseCase use_case, gint64 id, DeskMove name, gint64 answer, const char *text)
{
  DeskMoveInput *in = desk_move_input_new (NULL, id, 0, name, text);

  in->answer = answer;
  in->assignee_id = name == DESK_MOVE_REOPEN ? self->base.actor->staff_id : 0;
  run (self, use_case, in);
}

static gint64
state_of (World *self, gint64 id)
{
  return count (self, "SELECT state FROM service_case WHERE id = %" G_GINT64_FORMAT, id);
}

static gint64
taken_of (World *self, gint64 id)
{
  return count (self, "SELECT taken FROM callback_line WHERE case_id = %" G_GINT64_FORMAT " ORDER BY id DESC LIMIT 1", id);
}

static DeskCallbacks *
callbacks (World *self, DeskDay day)
{
  DeskGetInput get = { .day = day };
  DeskCallbacks *all = desk_use_case_new_result (DESK_USE_CASE_GET_CALLBACKS);
  g_autoptr (GError) error = NULL;

  desk_get_callbacks (self->base.service, self->base.actor, &get, all, &error);
  g_assert_no_error (error);
  return all;
}

/* The list of a day in one text: number, rank, taken. */
static char *
list_of (World *self, DeskDay day)
{
  DeskCallbacks *all = callbacks (self, day);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->drawings->len; i++)
    {
      const DeskCallbackDrawing *drawing = all->drawings->pdata[i];

      for (guint k = 0; k < drawing->cards->len; k++)
        {
          const DeskCallbackCard *card = drawing->cards->pdata[k];

          g_string_append_printf (text, "%s %s %d\n", card->number, card->line->draw_key, (int) card->line->taken);
        }
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_CALLBACKS, all);
  return g_string_free (text, FALSE);
}

/* Ten of a category of which 30 % are called: three are, the others close; figure and ranks are kept, and drawing again from
 * what was kept gives the same. */
static void
test_draw (World *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DeskCallbacks *all;
  gint64 ids[10];
  guint n = 0;

  for (guint i = 0; i < 10; i++)
    ids[i] = done (self, "龙头阀门", DESK_CASE_REPAIR);
  advance (self);
  g_assert_cmpint (state_of (self, ids[0]), ==, DESK_CASE_DONE); /* not on the same day */
  pass (self, DAY);
  advance (self);
  for (guint i = 0; i < 10; i++)
    {
      gboolean taken = taken_of (self, ids[i]) == DESK_CALLBACK_DRAWN;

      g_assert_cmpint (state_of (self, ids[i]), ==, taken ? DESK_CASE_CALLBACK : DESK_CASE_CLOSED);
      n += taken ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 3);
  before = list_of (self, 20251122);
  advance (self);
  after = list_of (self, 20251122);
  g_assert_cmpstr (before, ==, after);
  all = callbacks (self, 20251122);
  for (guint i = 0; i < all->drawings->len; i++)
    {
      const DeskCallbackDrawing *drawing = all->drawings->pdata[i];
      g_autofree DeskCallbackCase *cases = g_new0 (DeskCallbackCase, drawing->cards->len);

      for (guint k = 0; k < drawing->cards->len; k++)
        {
          const DeskCallbackCard *card = drawing->cards->pdata[k];

          cases[k].number = card->number;
          cases[k].called = card->line->taken == DESK_CALLBACK_BY_HAND;
        }
      g_assert_cmpuint (desk_callback_draw (drawing->draw->day, drawing->draw->category_id, drawing->draw->callback_share,
                                            drawing->draw->period_population - drawing->draw->population,
                                            drawing->draw->period_taken - drawing->draw->taken, cases, drawing->cards->len),
                        ==, drawing->draw->taken);
      for (guint k = 0; k < drawing->cards->len; k++)
        {
          const DeskCallbackCard *card = drawing->cards->pdata[k];

          g_assert_cmpstr (cases[k].key, ==, card->line->draw_key);
          g_assert_cmpint (cases[k].taken, ==, card->line->taken);
        }
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_CALLBACKS, all);
}

/* The same data draws the same in another store. */
static void
test_two_stores (World *self, gconstpointer data)
{
  World other = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  set_up (&other, NULL);
  for (guint i = 0; i < 7; i++)
    {
      done (self, "灯具", DESK_CASE_REPAIR);
      done (&other, "灯具", DESK_CASE_REPAIR);
    }
  pass (self, DAY);
  pass (&other, DAY);
  advance (self);
  pass (&other, 3600);
  advance (&other);
  first = list_of (self, 20251122);
  second = list_of (&other, 20251122);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (strlen (first), >, 100);
  tear_down (&other, NULL);
}

/* Complaints all; what was C is called again, however small the share. */
static void
test_again (World *self, gconstpointer data)
{
  gint64 complaint = done (self, "邻里噪音", DESK_CASE_COMPLAINT), repair = done (self, "灯具", DESK_CASE_REPAIR);

  run (self, DESK_USE_CASE_SAVE_CATEGORY, ({
         g_autoptr (DeskRecord) record
             = desk_fixture_get (&self->base, DESK_KIND_CATEGORY,
                                 desk_fixture_count (&self->base, "SELECT id FROM category WHERE name = '灯具'"));

         ((DeskCategory *) record)->callback_share = 0;
         desk_record_input_new (NULL, record);
       }));
  move (self, DESK_USE_CASE_ANSWER_CASE, repair, DESK_MOVE_DRAW, 0, NULL);
  move (self, DESK_USE_CASE_ANSWER_CASE, repair, DESK_MOVE_ANSWER, DESK_ANSWER_NOT, "还在闪");
  g_assert_cmpint (state_of (self, repair), ==, DESK_CASE_ASSIGNED);
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_ACCEPT, 0, NULL);
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_FINISH, 0, "换了镇流器");
  pass (self, DAY);
  advance (self);
  g_assert_cmpint (taken_of (self, complaint), ==, DESK_CALLBACK_DRAWN);
  g_assert_cmpint (taken_of (self, repair), ==, DESK_CALLBACK_AGAIN);
  g_assert_cmpint (state_of (self, repair), ==, DESK_CASE_CALLBACK);
  move (self, DESK_USE_CASE_ANSWER_CASE, repair, DESK_MOVE_ANSWER, DESK_ANSWER_NOT, NULL);
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_ACCEPT, 0, NULL);
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_FINISH, 0, "换了灯");
  pass (self, DAY);
  advance (self);
  g_assert_cmpint (taken_of (self, repair), ==, DESK_CALLBACK_AGAIN);
  move (self, DESK_USE_CASE_ANSWER_CASE, repair, DESK_MOVE_ANSWER, DESK_ANSWER_SATISFIED, NULL);
  g_assert_cmpint (state_of (self, repair), ==, DESK_CASE_CLOSED);
  /* Reopened for another reason it is one of many again. */
  move (self, DESK_USE_CASE_REOPEN_CASE, repair, DESK_MOVE_REOPEN, 0, "又不亮");
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_ACCEPT, 0, NULL);
  move (self, DESK_USE_CASE_WORK_CASE, repair, DESK_MOVE_FINISH, 0, "换了线");
  pass (self, DAY);
  advance (self);
  g_assert_cmpint (taken_of (self, repair), ==, 0);
  g_assert_cmpint (state_of (self, repair), ==, DESK_CASE_CLOSED);
}

/* The program was off for days: a draw for each; what comes too late for its draw waits for the next; what the supervisor
 * closed before the draw counts and is not called. */
static void
test_days (World *self, gconstpointer data)
{
  gint64 first = done (self, "邻里噪音", DESK_CASE_COMPLAINT), second, closed, late;
  DeskMoveInput *in;

  pass (self, DAY);
  second = done (self, "邻里噪音", DESK_CASE_COMPLAINT);
  closed = done (self, "宠物", DESK_CASE_COMPLAINT);
  move (self, DESK_USE_CASE_INSPECT_CASE, closed, DESK_MOVE_CLOSE, 0, NULL);
  late = run (self, DESK_USE_CASE_OPEN_CASE, ({
                DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR,
                               .category_id = self->w.category, .unit_id = self->w.unit, .title = (char *) "漏" };

                desk_case_input_new (NULL, &c, NULL);
              }));
  pass (self, 3 * DAY);
  advance (self);
  g_assert_cmpint (count (self, "SELECT d.day FROM callback_line l JOIN callback_draw d ON d.id = l.draw_id WHERE l.case_id = %" G_GINT64_FORMAT, first), ==, 20251122);
  g_assert_cmpint (count (self, "SELECT d.day FROM callback_line l JOIN callback_draw d ON d.id = l.draw_id WHERE l.case_id = %" G_GINT64_FORMAT, second), ==, 20251123);
  g_assert_cmpint (taken_of (self, closed), ==, 0);
  g_assert_cmpint (state_of (self, closed), ==, DESK_CASE_CLOSED);
  g_assert_cmpint (count (self, "SELECT period_population FROM callback_draw WHERE day = %" G_GINT64_FORMAT " AND callback_share = 1000000 ORDER BY period_population DESC", 20251123), ==, 2);
  /* Paper that comes back late: done two days ago, in a category that was drawn for that day and for today. */
  in = desk_move_input_new (NULL, late, 0, DESK_MOVE_FINISH, "早修好了");
  in->at = desk_clock_now (self->base.clock) - 2 * DAY;
  run (self, DESK_USE_CASE_SETTLE_CASE, in);
  advance (self);
  g_assert_cmpint (count (self, "SELECT count(*) FROM callback_line WHERE case_id = %" G_GINT64_FORMAT, late), ==, 1);
  g_assert_cmpint (state_of (self, late), ==, DESK_CASE_CALLBACK);
}

static GArray *
to_call (World *self, DeskCallbackFilter filter, gint64 *n_late)
{
  DeskListInput in = { .list = DESK_LIST_CALLBACKS, .filter = filter };
  DeskIdList list = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *ids;

  desk_list_ids (self->base.service, self->base.actor, &in, &list, &error);
  g_assert_no_error (error);
  *n_late = list.counts[DESK_CALLBACK_FILTER_OVERDUE];
  ids = g_array_ref (list.ids);
  desk_id_list_clear (&list);
  return ids;
}

/* Whom nobody reached comes later, counted; taken back it is as before. Late after the category's days. */
static void
test_not_reached (World *self, gconstpointer data)
{
  gint64 first = done (self, "邻里噪音", DESK_CASE_COMPLAINT), second = done (self, "宠物", DESK_CASE_COMPLAINT), n_late;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  DeskCaseNoteInput *in = desk_case_note_input_new (NULL, first, DESK_CASE_EVENT_NOT_REACHED, NULL);
  DeskSaved saved = { 0 };

  /* The world's own is out of the way. */
  move (self, DESK_USE_CASE_ANSWER_CASE, self->w.case_called, DESK_MOVE_ANSWER, DESK_ANSWER_SATISFIED, NULL);
  desk_miss_callback (self->base.service, self->base.actor, in, &saved, &error);
  desk_assert_problem (g_steal_pointer (&error), DESK_ERROR_INVALID, DESK_PROBLEM_MOVE_NOT_POSSIBLE);
  pass (self, DAY);
  advance (self);
  ids = to_call (self, DESK_CALLBACK_FILTER_COMPLAINTS, &n_late);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint32, 0), ==, first);
  desk_miss_callback (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved.count, ==, 1);
  g_clear_pointer (&ids, g_array_unref);
  ids = to_call (self, DESK_CALLBACK_FILTER_COMPLAINTS, &n_late);
  g_assert_cmpint (g_array_index (ids, gint32, 0), ==, second);
  g_assert_cmpint (g_array_index (ids, gint32, 1), ==, first);
  /* Ten o'clock and two hours of the desk: noon. */
  g_assert_cmpint (count (self, "SELECT call_again FROM service_case WHERE id = %" G_GINT64_FORMAT, first), ==,
                   desk_clock_now (self->base.clock) + 2 * 3600);
  run (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, saved.act_id));
  desk_saved_clear (&saved);
  g_assert_cmpint (count (self, "SELECT call_tries + call_again FROM service_case WHERE id = %" G_GINT64_FORMAT, first), ==, 0);
  desk_case_note_input_free (in);
  g_assert_cmpint (n_late, ==, 0);
  pass (self, 3 * DAY);
  g_clear_pointer (&ids, g_array_unref);
  ids = to_call (self, DESK_CALLBACK_FILTER_OVERDUE, &n_late);
  g_assert_cmpint (n_late, >=, 2);
  move (self, DESK_USE_CASE_ANSWER_CASE, first, DESK_MOVE_ANSWER, DESK_ANSWER_FAIR, NULL);
  g_clear_pointer (&ids, g_array_unref);
  ids = to_call (self, DESK_CALLBACK_FILTER_COMPLAINTS, &n_late);
  g_assert_cmpuint (ids->len, ==, 1);
}

/* Two months by the timer: every month's share is met to the case, and the answers are counted where they belong. */
static void
test_shares (World *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gint64 population = 0, n_share = 0;
  DeskCallbacks *all;

  for (guint i = 0; i < 40; i++)
    {
      for (gint32 k = g_rand_int_range (random, 0, 4); k > 0; k--)
        done (self, "墙皮脱落", DESK_CASE_REPAIR);
      pass (self, DAY);
      advance (self);
    }
  g_assert_cmpint (desk_fixture_count (&self->base,
                                       "SELECT count(*) FROM (SELECT sum(taken) t, sum(population) p FROM callback_draw d JOIN "
                                       "category g ON g.id = d.category_id WHERE g.name = '墙皮脱落' GROUP BY d.period "
                                       "HAVING t <> (p * 3 + 9) / 10)"), ==, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(DISTINCT period) FROM callback_draw"), ==, 2);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM service_case WHERE state = 6"), ==, 0);
  move (self, DESK_USE_CASE_ANSWER_CASE,
        desk_fixture_count (&self->base, "SELECT max(c.id) FROM service_case c JOIN category g ON g.id = c.category_id WHERE c.state = 7 AND g.name = '墙皮脱落'"),
        DESK_MOVE_ANSWER, DESK_ANSWER_FAIR, NULL);
  all = callbacks (self, 20251201 + 30);
  for (guint i = 0; i < all->shares->len; i++)
    {
      const DeskCallbackShare *share = all->shares->pdata[i];

      if (g_strcmp0 (share->category, "墙皮脱落") != 0)
        continue;
      n_share++;
      population = share->population;
      g_assert_cmpint (share->taken, ==, desk_callback_wanted (share->share, share->population));
      g_assert_cmpint (share->answers[DESK_ANSWER_FAIR], ==, 1);
      g_assert_cmpstr (share->group, ==, "墙地顶");
    }
  g_assert_cmpint (n_share, ==, 1);
  g_assert_cmpint (population, >, 10);
  desk_use_case_free_result (DESK_USE_CASE_GET_CALLBACKS, all);
}

#define ADD(name, func) g_test_add ("/callbacks/" name, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("draw", test_draw);
  ADD ("two-stores", test_two_stores);
  ADD ("again", test_again);
  ADD ("days", test_days);
  ADD ("not-reached", test_not_reached);
  ADD ("shares", test_shares);
  return g_test_run ();
}
