/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "desk-filter-shelf.h"

/* What is saved stands on the shelf, with as many rows as there are, and one count for many changes. */

typedef struct
{
  DeskFixture base;
  DeskEngine *engine;
  DeskFilterShelf *shelf;
} Shelf;

static void
opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskEngine **) data = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Shelf *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_fixture_community (&self->base);
  desk_fixture_space (&self->base, "B1-001");
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, opened, &self->engine);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->shelf = desk_filter_shelf_of (self->engine);
  g_assert_true (desk_filter_shelf_of (self->engine) == self->shelf);
  desk_filter_shelf_set_patience (self->shelf, 1);
}

static void
tear_down (Shelf *self, gconstpointer data)
{
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  desk_fixture_tear_down (&self->base);
}

static void
finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  *(gint64 *) data = saved->id;
  desk_use_case_free_result (use_case, saved);
}

static gint64
call (Shelf *self, DeskUseCase use_case, gpointer input)
{
  gint64 id = 0;

  desk_engine_call_async (self->engine, use_case, input, NULL, finished, &id);
  while (id == 0)
    g_main_context_iteration (NULL, TRUE);
  return id;
}

static gint64
save (Shelf *self, const char *name, gboolean pinned)
{
  DeskSavedFilter filter = { .record = { .kind = DESK_KIND_SAVED_FILTER }, .list_name = (char *) "units", .name = (char *) name,
                             .form = (char *) "filter=space&sort=label", .pinned = pinned };

  return call (self, DESK_USE_CASE_SAVE_FILTER, desk_record_input_new (NULL, &filter));
}

static void
make_space (Shelf *self, const char *room)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT }, .kind = DESK_UNIT_KIND_SPACE, .room = (char *) room,
                    .state = DESK_STATE_HANDED_OVER };

  call (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, &unit));
}

static void
wait_for_count (Shelf *self, gint64 id, gint64 count)
{
  while (desk_filter_shelf_get_count (self->shelf, id) != count)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_one (DeskFilterShelf *shelf, guint *n)
{
  ++*n;
}

static void
test_counts (Shelf *self, gconstpointer data)
{
  gint64 pinned = save (self, "车位", TRUE), other = save (self, "车位二", FALSE);
  guint n_told = 0;

  wait_for_count (self, pinned, 1);
  while (desk_filter_shelf_find (self->shelf, other) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (desk_filter_shelf_get_cards (self->shelf)->len, ==, 2);
  g_assert_cmpint (desk_filter_shelf_get_count (self->shelf, other), ==, -1);
  g_signal_connect (self->shelf, "changed", G_CALLBACK (add_one), &n_told);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *room = g_strdup_printf ("B2-%03u", i);

      make_space (self, room);
    }
  wait_for_count (self, pinned, 21);
  g_assert_cmpuint (n_told, <=, 20);
  g_signal_handlers_disconnect_by_data (self->shelf, &n_told);
}

static void
test_removed (Shelf *self, gconstpointer data)
{
  gint64 id = save (self, "车位", TRUE);

  wait_for_count (self, id, 1);
  call (self, DESK_USE_CASE_REMOVE_FILTER, desk_remove_input_new (NULL, id, 1));
  while (desk_filter_shelf_find (self->shelf, id) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (desk_filter_shelf_get_cards (self->shelf)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter-shelf/counts", Shelf, NULL, set_up, test_counts, tear_down);
  g_test_add ("/filter-shelf/removed", Shelf, NULL, set_up, test_removed, tear_down);
  return g_test_run ();
}
