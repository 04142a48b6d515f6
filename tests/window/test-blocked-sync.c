/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-cell.h"
#include "desk-pane-registry.h"
#include "desk-sample.h"
#include "desk-shim-vfs.h"
#include "desk-window-watch.h"

/*
 * The window never waits for the disk. While a save hangs in its sync the frame clock goes on, what is typed shows and is
 * answered, and the panes switch. Nothing here is timed: only this thread lets the sync go, so a window that waited for
 * it would wait for ever.
 */

#define N_FRAMES 20

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskWindowWatch watch;
  gboolean saved;
} Blocked;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  desk_use_case_free_result (DESK_USE_CASE_SAVE_PERSON, saved);
  ((Blocked *) data)->saved = TRUE;
}

static gboolean
is_read_row (GtkWidget *widget)
{
  DeskRowItem *item = DESK_IS_LIST_CELL (widget) ? desk_list_cell_get_item (DESK_LIST_CELL (widget)) : NULL;

  return item != NULL && desk_row_item_get_row (item) != NULL;
}

static gboolean
is_hit (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_LIST_BOX_ROW (widget) && parent != NULL && gtk_widget_has_css_class (parent, "hits");
}

static gboolean
is_pane (GtkWidget *widget)
{
  return DESK_IS_PANE (widget);
}

static void
set_up (Blocked *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  desk_window_watch_open (&self->watch, &self->base);
  desk_window_open_record (self->watch.window, DESK_KIND_UNIT, self->world.unit);
  desk_window_watch_wait (&self->watch, is_read_row);
}

static void
tear_down (Blocked *self, gconstpointer data)
{
  desk_window_watch_close (&self->watch);
  desk_fixture_tear_down (&self->base);
}

/* A save that hangs in its sync. */
static void
hang (Blocked *self)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "钮祜禄甲" };

  desk_shim_block ();
  desk_engine_call_async (self->watch.engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new (NULL, &person), NULL, saved_cb,
                          self);
  while (!desk_shim_is_waiting ())
    g_main_context_iteration (NULL, TRUE);
}

static void
search (Blocked *self)
{
  GtkWidget *entry;
  int at = 0;

  gtk_widget_activate_action (GTK_WIDGET (self->watch.window), "win.search", NULL);
  desk_window_watch_frames (&self->watch, 1);
  entry = gtk_root_get_focus (GTK_ROOT (self->watch.window));
  g_assert_true (GTK_IS_EDITABLE (entry));
  gtk_editable_insert_text (GTK_EDITABLE (entry), "1501", -1, &at);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1501");
  desk_window_watch_wait (&self->watch, is_hit);
  desk_window_watch_frames (&self->watch, 1);
}

static void
test_blocked_sync (Blocked *self, gconstpointer data)
{
  hang (self);
  desk_window_watch_frames (&self->watch, N_FRAMES);
  for (guint i = 1; i <= desk_pane_registry_size (); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->watch.window), "win.pane", "i", (int) i);
      desk_window_watch_wait (&self->watch, is_pane);
      desk_window_watch_frames (&self->watch, 2);
    }
  search (self);
  g_assert_true (desk_shim_is_waiting ());
  g_assert_false (self->saved);
  desk_shim_release ();
  while (!self->saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE name = '钮祜禄甲'"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  gtk_init ();
  adw_init ();
  g_test_add ("/window/blocked-sync", Blocked, NULL, set_up, test_blocked_sync, tear_down);
  return g_test_run ();
}
