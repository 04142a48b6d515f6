/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "desk-list-cell.h"
#include "desk-pane-registry.h"
#include "desk-sample.h"
#include "desk-shim-vfs.h"
#include "desk-window.h"

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
  AdwApplication *application;
  DeskWindow *window;
  DeskEngine *engine;
  guint n_frames;
  gboolean saved;
} Blocked;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Blocked *) data)->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  desk_use_case_free_result (DESK_USE_CASE_SAVE_PERSON, saved);
  ((Blocked *) data)->saved = TRUE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  ((Blocked *) data)->n_frames++;
}

/* The first mapped widget below @widget that @is says yes to. */
static GtkWidget *
find (GtkWidget *widget, gboolean (*is) (GtkWidget *widget))
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is);

      if (found != NULL)
        return found;
    }
  return NULL;
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

static GtkWidget *
wait_for (Blocked *self, gboolean (*is) (GtkWidget *widget))
{
  GtkWidget *found;

  while ((found = find (GTK_WIDGET (self->window), is)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
wait_for_frames (Blocked *self, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  for (guint until = self->n_frames + n; self->n_frames < until;)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (Blocked *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  g_clear_pointer (&self->base.service, desk_service_close);
  self->application = adw_application_new (DESK_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  self->window = desk_window_new (self->application);
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, opened_cb, self);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  desk_window_show_engine (self->window, self->engine, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_window_open_record (self->window, DESK_KIND_UNIT, self->world.unit);
  wait_for (self, is_read_row);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (painted_cb), self);
}

static void
tear_down (Blocked *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->application);
  desk_fixture_tear_down (&self->base);
}

/* A save that hangs in its sync. */
static void
hang (Blocked *self)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "钮祜禄甲" };

  desk_shim_block ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new (NULL, &person), NULL, saved_cb,
                          self);
  while (!desk_shim_is_waiting ())
    g_main_context_iteration (NULL, TRUE);
}

static void
search (Blocked *self)
{
  GtkWidget *entry;
  int at = 0;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  wait_for_frames (self, 1);
  entry = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (GTK_IS_EDITABLE (entry));
  gtk_editable_insert_text (GTK_EDITABLE (entry), "1501", -1, &at);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1501");
  wait_for (self, is_hit);
  wait_for_frames (self, 1);
}

static void
test_blocked_sync (Blocked *self, gconstpointer data)
{
  hang (self);
  wait_for_frames (self, N_FRAMES);
  for (guint i = 1; i <= desk_pane_registry_size (); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.pane", "i", (int) i);
      wait_for (self, is_pane);
      wait_for_frames (self, 2);
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
