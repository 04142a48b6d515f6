/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application-private.h"

#include "desk-language.h"
#include "desk-prefs.h"

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

static void
quit_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;

  self->quitting = TRUE;
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
  desk_application_open_store (user_data, DESK_OPEN_WRITE);
}

static void
look_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_application_open_store (user_data, DESK_OPEN_READ);
}

/* A new window in the other language takes the old one's place. */
static void
language_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  if (g_str_equal (g_variant_get_string (target, NULL), desk_language_get ()))
    return;
  desk_language_set (g_variant_get_string (target, NULL));
  desk_application_renew_window (user_data);
}

/* What the desktop starts the program for: each raises the window first and waits there for the sign-in, if there is
 * one. Added before the program is activated, so that a cold start by the bus finds them. */

static void
run (DeskApplication *self, DeskErrandType type, DeskKind kind, gint64 id)
{
  desk_application_present (self);
  desk_window_run (self->window, &(DeskErrand){ type, kind, id, NULL });
}

static void
search_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  run (user_data, DESK_ERRAND_SEARCH, DESK_KIND_NONE, 0);
}

static void
new_follow_up_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  run (user_data, DESK_ERRAND_MAKE, DESK_KIND_FOLLOW_UP, 0);
}

static void
new_visit_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  run (user_data, DESK_ERRAND_QUICK, DESK_KIND_VISIT, 0);
}

static void
new_repair_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  run (user_data, DESK_ERRAND_QUICK, DESK_KIND_VISIT, DESK_VISIT_REPAIR);
}

/* (kind, id): raises the window on this record */
static void
open_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *nick;
  gint64 id;

  g_variant_get (target, "(&sx)", &nick, &id);
  run (user_data, DESK_ERRAND_OPEN, desk_kind_from_nick (nick), id);
}

static const GActionEntry actions[] = {
  { "quit", quit_action, NULL, NULL, NULL },
  { "demo", demo_action, NULL, NULL, NULL },
  { "start-other", start_other_action, "(sb)", NULL, NULL },
  { "retry", retry_action, NULL, NULL, NULL },
  { "look", look_action, NULL, NULL, NULL },
  { "language", language_action, "s", NULL, NULL },
  { "search", search_action, NULL, NULL, NULL },
  { "new-follow-up", new_follow_up_action, NULL, NULL, NULL },
  { "new-visit", new_visit_action, NULL, NULL, NULL },
  { "new-repair", new_repair_action, NULL, NULL, NULL },
  { "open", open_action, "(sx)", NULL, NULL },
};

void
desk_application_actions_init (DeskApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *const[]){ "<Control>q", NULL });
}
