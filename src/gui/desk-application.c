/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application-private.h"

#include <glib/gi18n.h>

#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-store-path.h"

#define WAIT_FOR_STORE_MS 250 /* so long the first window waits for a store that opens, rather than come up empty */

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

/* Showing the window */

static void
present_now (DeskApplication *self)
{
  gboolean placed;

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->window == NULL)
    return;
  if (self->token != NULL)
    gtk_window_set_startup_id (GTK_WINDOW (self->window), self->token);
  placed = gtk_widget_get_visible (GTK_WIDGET (self->window)) || gtk_window_get_focus (GTK_WINDOW (self->window)) != NULL;
  gtk_window_present (GTK_WINDOW (self->window));
  /* GTK gives the keyboard of a new window to its first button; the pane that waits for its rows is to have it. */
  if (!placed && desk_window_shows_desk (self->window))
    gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
}

static gboolean
on_wait_over_cb (gpointer user_data)
{
  DeskApplication *self = user_data;

  self->show_source = 0;
  present_now (self);
  return G_SOURCE_REMOVE;
}

static void
on_filled_cb (DeskApplication *self)
{
  if (self->show_source != 0)
    present_now (self);
}

/* An empty window that fills a moment later costs the time of two: it comes with its store, or when that takes long. */
static void
present_with_store (DeskApplication *self)
{
  if (!self->opening || self->token != NULL || gtk_widget_get_visible (GTK_WIDGET (self->window)))
    present_now (self);
  else if (self->show_source == 0)
    self->show_source = g_timeout_add (WAIT_FOR_STORE_MS, on_wait_over_cb, self);
}

/* Opening */

static void
show (DeskApplication *self)
{
  if (self->window == NULL)
    return;
  if (self->engine != NULL)
    desk_window_show_engine (self->window, self->engine, self->is_demo);
  else if (self->trouble != NULL)
    desk_window_show_trouble (self->window, self->path, self->trouble);
  else if (!self->opening && self->is_demo)
    desk_window_show_making (self->window, self->path);
  else if (!self->opening)
    desk_window_show_start (self->window, self->path, NULL);
}

/* Brings what the store says, or why it does not open, to the window and to the desktop. Started without a window the
 * program shows one when it cannot do its work without, because the store does not open or nobody has signed in: what is
 * due would be missed in silence. */
static void
show_engine (DeskApplication *self)
{
  g_autoptr (DeskText) text = NULL;

  if (self->engine != NULL)
    text = desk_text_new (desk_language_get (), desk_engine_get_zone (self->engine));
  desk_search_provider_set_engine (self->provider, self->engine, text);
  if (self->hidden && (self->trouble != NULL || (self->held && desk_engine_get_session (self->engine) != DESK_SESSION_IN)))
    desk_application_present (self);
  else
    show (self);
  desk_application_backup_update (self);
  if (self->engine == NULL || desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    on_filled_cb (self);
}

/* Closes the store after its last save. */
void
desk_application_close_store (DeskApplication *self)
{
  desk_application_backup_close (self);
  desk_application_remind_end (self);
  if (self->engine != NULL)
    desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  g_clear_error (&self->trouble);
  desk_search_provider_set_engine (self->provider, NULL, NULL);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskApplication) self = user_data;

  self->opening = FALSE;
  g_clear_error (&self->trouble);
  self->engine = desk_engine_open_finish (result, &self->trouble);
  desk_application_life_update (self);
  if (self->window == NULL && self->engine != NULL && !self->held)
    {
      desk_engine_close (self->engine);
      g_clear_object (&self->engine);
    }
  desk_application_remind_begin (self);
  if (!desk_application_backup_opened (self))
    show_engine (self);
  g_application_release (G_APPLICATION (self));
}

/* Looks whether the store is there, and opens it on its threads. A missing one is not made here: the first-start page
 * asks what is wanted. */
void
desk_application_open_store (DeskApplication *self, DeskOpenMode mode)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();

  if (self->opening || self->engine != NULL)
    return;
  g_clear_error (&self->trouble);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      show (self);
      return;
    }
  self->opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  desk_engine_open_async (self->path, mode, clock, NULL, on_opened_cb, g_object_ref (self));
}

/* Takes over the store that the first-start page has made. */
void
desk_application_adopt (DeskApplication *self, DeskEngine *engine)
{
  g_set_object (&self->engine, engine);
  desk_application_life_update (self);
  desk_application_remind_begin (self);
  show_engine (self);
}

/* Windows */

static void
on_window_destroyed_cb (DeskApplication *self)
{
  self->window = NULL;
}

static void
read_icons (GTask *task, gpointer source, gpointer theme, GCancellable *cancellable)
{
  gtk_icon_theme_has_icon (theme, DESK_APP_ID);
}

/* GTK reads the icon themes on a thread while it comes up, and libadwaita throws that away when it adds its own icons: the
 * first icon that is shown would have the window wait for all of it again. A thread may ask a theme that is set up. */
static void
read_icons_ahead (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_object_ref (theme), g_object_unref);
  g_task_run_in_thread (task, read_icons);
}

static void
make_window (DeskApplication *self)
{
  read_icons_ahead ();
  self->window = desk_window_new (ADW_APPLICATION (self));
  self->hidden = FALSE;
  desk_application_life_watch (self, self->window);
  g_signal_connect_object (self->window, "filled", G_CALLBACK (on_filled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (on_window_destroyed_cb), self, G_CONNECT_SWAPPED);
}

/* Raises the window, which is made when there is none. */
void
desk_application_present (DeskApplication *self)
{
  if (self->window == NULL)
    {
      make_window (self);
      if (self->engine != NULL || self->trouble != NULL)
        show (self);
      else
        desk_application_open_store (self, DESK_OPEN_WRITE);
    }
  present_with_store (self);
}

/* Another window, in the language of now, takes the old one's place. */
void
desk_application_renew_window (DeskApplication *self)
{
  DeskWindow *old = self->window;

  if (old == NULL)
    return;
  g_signal_handlers_disconnect_by_func (old, on_window_destroyed_cb, self);
  make_window (self);
  show_engine (self);
  desk_application_remind_update (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_window_destroy (GTK_WINDOW (old));
}

static void
desk_application_activate (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  if (self->hidden)
    desk_application_open_store (self, DESK_OPEN_WRITE);
  else
    desk_application_present (self);
}

/* What the desktop's search found */

static void
on_chosen_cb (DeskApplication *self, int kind, gint64 id)
{
  desk_application_present (self);
  desk_window_run (self->window, &(DeskErrand){ DESK_ERRAND_OPEN, (DeskKind) kind, id, NULL });
}

static void
on_asked_cb (DeskApplication *self, const char *words)
{
  desk_application_present (self);
  desk_window_run (self->window, &(DeskErrand){ DESK_ERRAND_SEARCH, DESK_KIND_NONE, 0, words });
}

/* Command line */

static const GOptionEntry options[] = {
  { "store", 's', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the store FILE"), N_("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demonstration"), NULL },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Start without a window"), NULL },
  { "new-visit", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Log a visit or a call"), NULL },
  { "new-repair", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new repair"), NULL },
  { "new-follow-up", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new follow-up"), NULL },
  { "search", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the search"), NULL },
  { "quit", 0, 0, G_OPTION_ARG_NONE, NULL, N_("End the program that holds the store"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say the version"), NULL },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* Settles which store it is, and with it the name on the bus. */
static void
settle_store (DeskApplication *self, GVariantDict *given)
{
  g_autofree char *usual = desk_store_path_usual ();
  g_autofree char *id = NULL;
  const char *store = NULL;

  self->is_demo = g_variant_dict_contains (given, "demo");
  g_free (self->path);
  if (g_variant_dict_lookup (given, "store", "^&ay", &store))
    self->path = desk_store_path_canonical (store);
  else
    self->path = self->is_demo ? desk_store_path_demo () : g_strdup (usual);
  id = desk_store_path_instance_id (self->path, usual);
  g_application_set_application_id (G_APPLICATION (self), id);
}

/* Options that are actions of the program that runs already, or of this one when there is none. */
static const char *const option_actions[] = { "search", "new-visit", "new-repair", "new-follow-up" };

/* Returns: -1 to go on, else the exit status. */
static int
start_with (DeskApplication *self, GVariantDict *given)
{
  GApplication *application = G_APPLICATION (self);
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 5;
    }
  for (guint i = 0; i < G_N_ELEMENTS (option_actions); i++)
    if (g_variant_dict_contains (given, option_actions[i]))
      {
        g_action_group_activate_action (G_ACTION_GROUP (application), option_actions[i], NULL);
        if (g_application_get_is_remote (application))
          g_dbus_connection_flush_sync (g_application_get_dbus_connection (application), NULL, NULL);
        return g_application_get_is_remote (application) ? 0 : -1;
      }
  self->hidden = !g_application_get_is_remote (application);
  return self->hidden ? -1 : 0;
}

static gboolean
has_start_option (GVariantDict *given)
{
  for (guint i = 0; i < G_N_ELEMENTS (option_actions); i++)
    if (g_variant_dict_contains (given, option_actions[i]))
      return TRUE;
  return g_variant_dict_contains (given, "background");
}

static int
desk_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  DeskApplication *self = DESK_APPLICATION (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Frontdesk %s\n", DESK_VERSION);
      return 0;
    }
  settle_store (self, given);
  if (g_variant_dict_contains (given, "quit"))
    return desk_application_life_end_other (self);
  return has_start_option (given) ? start_with (self, given) : -1;
}

static gboolean
desk_application_dbus_register (GApplication *application, GDBusConnection *bus, const char *path, GError **error)
{
  DeskApplication *self = DESK_APPLICATION (application);

  return G_APPLICATION_CLASS (desk_application_parent_class)->dbus_register (application, bus, path, error)
         && desk_application_life_register (self, bus, path, error)
         && desk_search_provider_register (self->provider, bus, path, error);
}

static void
desk_application_dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  DeskApplication *self = DESK_APPLICATION (application);

  desk_search_provider_unregister (self->provider, bus);
  desk_application_life_unregister (self, bus);
  G_APPLICATION_CLASS (desk_application_parent_class)->dbus_unregister (application, bus, path);
}

static void
desk_application_startup (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  /* The threads open it while GTK comes up and the window is made. */
  desk_application_open_store (self, DESK_OPEN_WRITE);
  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);
  desk_application_actions_init (self);
  desk_application_life_init (self);
  desk_application_backup_init (self);
  desk_application_remind_init (self);
  g_signal_connect_object (self->provider, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->provider, "asked", G_CALLBACK (on_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_icon_name (DESK_APP_ID);
}

/* The last write is on the disk before the program ends. */
static void
desk_application_shutdown (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  g_clear_handle_id (&self->show_source, g_source_remove);
  desk_application_close_store (self);
  g_clear_object (&self->notifier); /* takes down what stands: nobody would answer it */
  desk_application_life_ended (self);
  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
}

static void
desk_application_finalize (GObject *object)
{
  DeskApplication *self = DESK_APPLICATION (object);

  g_clear_error (&self->trouble);
  g_clear_object (&self->provider);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->enders, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (desk_application_parent_class)->finalize (object);
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_application_finalize;
  application_class->dbus_register = desk_application_dbus_register;
  application_class->dbus_unregister = desk_application_dbus_unregister;
  application_class->activate = desk_application_activate;
  application_class->startup = desk_application_startup;
  application_class->shutdown = desk_application_shutdown;
  application_class->handle_local_options = desk_application_handle_local_options;
}

static void
desk_application_init (DeskApplication *self)
{
  self->provider = desk_search_provider_new ();
  self->enders = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
}

/**
 * desk_application_new:
 * @notifier: (transfer full) (nullable): says on the desktop what is due; without one the bell alone does
 *
 * Returns: (transfer full): the application; which store it is for is settled by its command line.
 */
DeskApplication *
desk_application_new (DeskNotifier *notifier)
{
  DeskApplication *self = g_object_new (DESK_TYPE_APPLICATION, "application-id", DESK_APP_ID, "resource-base-path",
                                        "/org/frontdesk/Frontdesk", "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);

  self->notifier = notifier;
  return self;
}

/* Returns: (transfer none) (nullable): who tells what is due, NULL while no store is open. */
DeskReminder *
desk_application_get_reminder (DeskApplication *self)
{
  return self->reminder;
}
