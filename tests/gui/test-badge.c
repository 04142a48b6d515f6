/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-badge-count.h"
#include "desk-sample.h"

/* Badges of the sidebar: counted without their pane, in step with the store. */

static const DeskKind people[] = { DESK_KIND_PERSON, DESK_KIND_NONE };

static gpointer
ask_people (DeskEngine *engine)
{
  return desk_list_input_new (DESK_LIST_PEOPLE, 0, "", 0, FALSE, 0, desk_engine_today (engine));
}

static void
read_people (gconstpointer result, DeskBadge *badge)
{
  badge->open = ((const DeskIdList *) result)->ids->len;
  badge->late = badge->open > 100 ? badge->open - 100 : 0;
}

static gpointer
ask_nobody (DeskEngine *engine)
{
  return desk_get_input_new (DESK_KIND_PERSON, 999999, 0);
}

static const DeskBadgeSpec all_people = { DESK_USE_CASE_LIST_IDS, ask_people, read_people, people };
static const DeskBadgeSpec nobody = { DESK_USE_CASE_GET_RECORD, ask_nobody, read_people, people };

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskEngine *engine;
  guint n_told;
} Badges;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Badges *) data)->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Badges *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, opened_cb, self);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Badges *self, gconstpointer data)
{
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  desk_fixture_tear_down (&self->base);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
told_cb (Badges *self)
{
  self->n_told++;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  gpointer saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  desk_use_case_free_result (use_case, saved);
  (*(guint *) data)--;
}

/* Saves @n people and waits for the answers. */
static void
add_people (Badges *self, guint n)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "覃晓东" };
  guint waiting = n;

  for (guint i = 0; i < n; i++)
    desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new (NULL, &person), NULL,
                            saved_cb, &waiting);
  while (waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_open (DeskBadgeCount *count, guint open)
{
  while (desk_badge_count_get (count)->open != open)
    g_main_context_iteration (NULL, TRUE);
}

/* It counts at once, after changes of its kinds, and tells only what is other than before. */
static void
test_follows (Badges *self, gconstpointer data)
{
  g_autoptr (DeskBadgeCount) count = desk_badge_count_new (self->engine, &all_people);
  guint before;

  g_signal_connect_swapped (count, "changed", G_CALLBACK (told_cb), self);
  g_assert_cmpint (desk_badge_count_get (count)->open, ==, 0);
  while (self->n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  before = desk_badge_count_get (count)->open;
  g_assert_cmpint (before, >, 0);
  add_people (self, 1);
  wait_open (count, before + 1);
  g_assert_cmpint (self->n_told, ==, 2);
  desk_badge_count_again (count);
  add_people (self, 1);
  wait_open (count, before + 2);
  g_assert_cmpint (self->n_told, ==, 3);
}

/* However many changes came while it counted, the last of them is in the figure. */
static void
test_many_changes (Badges *self, gconstpointer data)
{
  g_autoptr (DeskBadgeCount) count = desk_badge_count_new (self->engine, &all_people);
  gint64 before = desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE merged_into IS NULL");

  g_signal_connect_swapped (count, "changed", G_CALLBACK (told_cb), self);
  add_people (self, 200);
  wait_open (count, (guint) before + 200);
  g_assert_cmpint (desk_badge_count_get (count)->late, ==, before + 100);
  g_assert_cmpint (self->n_told, <=, 201);
}

/* What cannot be read has no badge, and a badge that goes while it counts is gone. */
static void
test_refused_and_gone (Badges *self, gconstpointer data)
{
  g_autoptr (DeskBadgeCount) none = desk_badge_count_new (self->engine, &nobody);
  DeskBadgeCount *gone = desk_badge_count_new (self->engine, &all_people);

  g_signal_connect_swapped (none, "changed", G_CALLBACK (told_cb), self);
  g_signal_connect_swapped (gone, "changed", G_CALLBACK (told_cb), self);
  g_object_run_dispose (G_OBJECT (gone));
  g_object_unref (gone);
  add_people (self, 3);
  g_assert_cmpint (desk_badge_count_get (none)->open, ==, 0);
  g_assert_cmpint (self->n_told, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/gui/badge/follows", Badges, NULL, set_up, test_follows, tear_down);
  g_test_add ("/gui/badge/many-changes", Badges, NULL, set_up, test_many_changes, tear_down);
  g_test_add ("/gui/badge/refused-and-gone", Badges, NULL, set_up, test_refused_and_gone, tear_down);
  return g_test_run ();
}
