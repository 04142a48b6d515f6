/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "desk-import-cell.h"
#include "desk-import-pane.h"
#include "desk-window-watch.h"

/*
 * A sheet is dropped on the window, through its own drop target. While it is read and taken the window goes on painting:
 * frames are counted, and the longest time and work between two are told but not judged. DESK_ROWS: how many rows, 30,000 without.
 */

#define N_FRAMES 10

typedef struct
{
  DeskFixture base;
  DeskWindowWatch watch;
  guint n_rows;
} Drop;

/* Asks for every frame. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_row (GtkWidget *widget)
{
  return DESK_IS_IMPORT_CELL (widget) && desk_import_cell_get_item (DESK_IMPORT_CELL (widget)) != NULL;
}

static gboolean
is_import (GtkWidget *widget)
{
  return DESK_IS_IMPORT_PANE (widget);
}

static gboolean
is_take (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static void
tell (Drop *self, const char *what)
{
  g_test_message ("%s: %u frames, the longest %" G_GINT64_FORMAT " ms, of it work of the window at most %" G_GINT64_FORMAT " ms",
                  what, self->watch.n_frames, self->watch.longest / 1000, self->watch.busiest / 1000);
}

/* Waits for what @is says yes to; tells how the window painted meanwhile. */
static GtkWidget *
wait_for (Drop *self, DeskWindowIs is, const char *what)
{
  GtkWidget *found;

  desk_window_watch_restart (&self->watch);
  found = desk_window_watch_wait (&self->watch, is);
  tell (self, what);
  return found;
}

static void
set_up (Drop *self, gconstpointer data)
{
  const char *rows = g_getenv ("DESK_ROWS");

  self->n_rows = rows != NULL ? (guint) atoi (rows) : 30000;
  desk_fixture_set_up (&self->base);
  desk_fixture_community (&self->base);
  desk_window_watch_open (&self->watch, &self->base);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->watch.window), tick_cb, NULL, NULL);
}

static void
tear_down (Drop *self, gconstpointer data)
{
  desk_window_watch_close (&self->watch);
  desk_fixture_tear_down (&self->base);
}

static char *
make_sheet (Drop *self)
{
  char *path = g_build_filename (self->base.folder, "owners.CSV", NULL);
  g_autoptr (GString) text = g_string_new ("房号,业主姓名,联系电话,建筑面积\n");

  for (guint i = 0; i < self->n_rows; i++)
    g_string_append_printf (text, "%u-%u-%u%02u,住户%u,139%08u,%u.5\n", i / 2000 + 1, i % 2000 / 500 + 1, i % 500 / 10 + 1,
                            i % 10 + 1, i, i, 60 + i % 90);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

/* Lets go of the file above the window. Returns: whether the window took it. */
static gboolean
drop (Drop *self, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->watch.window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  return taken;
}

static void
test_drop (Drop *self, gconstpointer data)
{
  g_autofree char *path = make_sheet (self);
  GtkWidget *take;

  while (!gtk_widget_activate_action (GTK_WIDGET (self->watch.window), "win.pane", "i", 1))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (drop (self, "/usr/share/picture.png"));
  g_assert_null (desk_window_watch_find (&self->watch, is_import));
  while (!drop (self, path))
    g_main_context_iteration (NULL, TRUE);
  wait_for (self, is_row, "dry run");
  g_assert_cmpuint (self->watch.n_frames, >=, N_FRAMES);
  take = wait_for (self, is_take, "the button");
  while (!gtk_widget_is_sensitive (take))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (take, "clicked");
  while (desk_window_watch_find (&self->watch, is_take) != NULL)
    g_main_context_iteration (NULL, TRUE);
  desk_window_watch_restart (&self->watch);
  while (desk_fixture_count (&self->base, "SELECT count(*) FROM unit") == 0)
    for (guint until = self->watch.n_frames + 5; self->watch.n_frames < until;)
      g_main_context_iteration (NULL, TRUE);
  tell (self, "taking");
  g_assert_cmpuint (self->watch.n_frames, >=, N_FRAMES);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit"), ==, self->n_rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add ("/window/import-drop", Drop, NULL, set_up, test_drop, tear_down);
  return g_test_run ();
}
