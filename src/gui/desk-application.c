/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"

#include <glib/gi18n.h>

#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-store-path.h"
#include "desk-window.h"

struct _DeskApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  DeskEngine *engine;
  char *path;
  GError *trouble; /* why the store does not open; shown again after a change of language */

  DeskWindow *window; /* borrowed: the application's list holds it */
  gboolean is_demo;
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

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

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskApplication) self = user_data;

  self->opening = FALSE;
  g_clear_error (&self->trouble);
  self->engine = desk_engine_open_finish (result, &self->trouble);
  if (self->window == NULL && self->engine != NULL)
    {
      desk_engine_close (self->engine);
      g_clear_object (&self->engine);
    }
  show (self);
  g_application_release (G_APPLICATION (self));
}

/* Looks whether the store is there, and opens it on its threads. A missing one is not made here: the first-start page
 * asks what is wanted. */
static void
open_store (DeskApplication *self, DeskOpenMode mode)
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
  show (self);
}

/* Windows */

static void
on_window_destroyed_cb (DeskApplication *self)
{
  self->window = NULL;
}

static void
make_window (DeskApplication *self)
{
  self->window = desk_window_new (ADW_APPLICATION (self));
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (on_window_destroyed_cb), self, G_CONNECT_SWAPPED);
}

static void
desk_application_activate (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  if (self->window == NULL)
    {
      make_window (self);
      if (self->engine != NULL || self->trouble != NULL)
        show (self);
      else
        open_store (self, DESK_OPEN_WRITE);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Another store is another program. */
static void
start_program (DeskApplication *self, const char *const *arguments)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  if (program == NULL || !g_spawn_async (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    {
      g_warning ("%s", error != NULL ? error->message : "cannot start another program");
      return;
    }
  if (self->engine == NULL && self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

/* Actions */

static void
quit_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  g_application_quit (G_APPLICATION (self));
}

static void
demo_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  start_program (user_data, (const char *const[]){ "--demo", NULL });
}

/* (path, whether it becomes the usual store) */
static void
start_other_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *path;
  gboolean usual;

  g_variant_get (target, "(&sb)", &path, &usual);
  if (usual)
    desk_prefs_set_string ("last-store", path);
  start_program (user_data, (const char *const[]){ "--store", path, NULL });
}

static void
retry_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  open_store (user_data, DESK_OPEN_WRITE);
}

static void
look_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  open_store (user_data, DESK_OPEN_READ);
}

/* A new window in the other language takes the old one's place. */
static void
language_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;
  DeskWindow *old = self->window;

  if (g_str_equal (g_variant_get_string (target, NULL), desk_language_get ()))
    return;
  desk_language_set (g_variant_get_string (target, NULL));
  if (old == NULL)
    return;
  g_signal_handlers_disconnect_by_func (old, on_window_destroyed_cb, self);
  make_window (self);
  show (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_window_destroy (GTK_WINDOW (old));
}

static const GActionEntry actions[] = {
  { "quit", quit_action, NULL, NULL, NULL },         { "demo", demo_action, NULL, NULL, NULL },
  { "start-other", start_other_action, "(sb)", NULL, NULL }, { "retry", retry_action, NULL, NULL, NULL },
  { "look", look_action, NULL, NULL, NULL },         { "language", language_action, "s", NULL, NULL },
};

/* Command line */

static const GOptionEntry options[] = {
  { "store", 's', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the store FILE"), N_("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demonstration"), NULL },
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

static int
quit_other (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 5;
    }
  if (g_application_get_is_remote (application))
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return 0;
}

static int
desk_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Frontdesk %s\n", DESK_VERSION);
      return 0;
    }
  settle_store (DESK_APPLICATION (application), given);
  if (g_variant_dict_contains (given, "quit"))
    return quit_other (application);
  return -1;
}

static void
desk_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit",
                                         (const char *const[]){ "<Control>q", NULL });
  gtk_window_set_default_icon_name (DESK_APP_ID);
}

/* The last write is on the disk before the program ends. */
static void
desk_application_shutdown (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  if (self->engine != NULL)
    desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
}

static void
desk_application_finalize (GObject *object)
{
  DeskApplication *self = DESK_APPLICATION (object);

  g_clear_error (&self->trouble);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (desk_application_parent_class)->finalize (object);
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_application_finalize;
  application_class->activate = desk_application_activate;
  application_class->startup = desk_application_startup;
  application_class->shutdown = desk_application_shutdown;
  application_class->handle_local_options = desk_application_handle_local_options;
}

static void
desk_application_init (DeskApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
}

/* Returns: (transfer full): the application; which store it is for is settled by its command line. */
DeskApplication *
desk_application_new (void)
{
  return g_object_new (DESK_TYPE_APPLICATION, "application-id", DESK_APP_ID, "resource-base-path",
                       "/org/frontdesk/Frontdesk", "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);
}
