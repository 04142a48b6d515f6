/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>
#include <time.h>

#include "desk-password-dialog.h"

/* Who is at the desk. Locking hides the page and every window that belongs to it and keeps them as they are: whoever
 * locked it finds everything as it was. Another person gets pages of their own. */

#define CHECK_SECONDS 5

/* What whoever is at the desk does about themselves. */
static const char *const own_actions[] = { "lock", "password", "pin" };

/* Seconds that go on while the machine sleeps: a closed lid is idle time, too. */
static gint64
now (void)
{
  struct timespec ts;

  clock_gettime (CLOCK_BOOTTIME, &ts);
  return ts.tv_sec;
}

/* Windows that belong to the desk: hidden while it is locked. */

static gboolean
belongs (DeskWindow *self, GtkWindow *window)
{
  while (window != NULL && window != GTK_WINDOW (self))
    window = gtk_window_get_transient_for (window);
  return window != NULL;
}

static void
hide_windows (DeskWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self && gtk_widget_get_visible (l->data) && belongs (self, l->data))
      {
        g_ptr_array_add (self->hidden, g_object_ref (l->data));
        gtk_widget_set_visible (l->data, FALSE);
      }
}

static void
show_windows (DeskWindow *self)
{
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_window_present (self->hidden->pdata[i]);
  g_ptr_array_set_size (self->hidden, 0);
}

/* Another person is at the desk: what belonged to the one before goes; what they typed is in their drafts. */
static void
clear_desk (DeskWindow *self)
{
  GtkWidget *pane;

  for (guint i = 0; i < self->hidden->len; i++)
    gtk_window_destroy (self->hidden->pdata[i]);
  g_ptr_array_set_size (self->hidden, 0);
  while ((pane = gtk_widget_get_first_child (GTK_WIDGET (self->panes))) != NULL)
    gtk_stack_remove (self->panes, pane);
  desk_window_undo_forget (self);
}

/* Locking */

static void
update_lock (DeskWindow *self)
{
  gboolean in = self->engine != NULL && desk_engine_get_session (self->engine) == DESK_SESSION_IN;

  for (guint i = 0; i < G_N_ELEMENTS (own_actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), own_actions[i])), in);
}

static void
show_sign_in (DeskWindow *self)
{
  if (self->sign_in == NULL)
    {
      self->sign_in = desk_sign_in_page_new ();
      g_signal_connect_object (self->sign_in, "due", G_CALLBACK (desk_password_dialog_due), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->sign_in), "sign-in");
    }
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
  desk_window_phrase_close (self);
  desk_window_search_close (self);
  desk_window_quick_close (self);
  desk_window_undo_dismiss (self);
  hide_windows (self);
  gtk_window_set_title (GTK_WINDOW (self), _("Frontdesk"));
  gtk_stack_set_visible_child_name (self->pages, "sign-in");
  /* A stack's hidden page still stands in the tree that a screen reader reads. */
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->pages, "desk"), FALSE);
  desk_window_actions_update (self);
  desk_sign_in_page_show (self->sign_in, self->engine, self->text, self->idle);
}

/* The engine says that somebody came, or that the desk was locked, or that rights have changed. */
void
desk_window_session_changed (DeskWindow *self)
{
  const DeskActor *actor = desk_engine_get_actor (self->engine);

  update_lock (self);
  if (desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sign-in") != 0)
        show_sign_in (self);
      return;
    }
  self->idle = FALSE;
  self->touched_at = now ();
  if (self->sign_in != NULL)
    desk_sign_in_page_forget (self->sign_in);
  if (self->at_desk != 0 && self->at_desk != actor->staff_id)
    {
      g_clear_weak_pointer (&self->focus);
      clear_desk (self);
    }
  self->at_desk = actor->staff_id;
  desk_sidebar_count_badges (self->sidebar); /* "mine" is another's now */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sign-in") == 0)
    {
      desk_window_load_desk (self);
      if (self->focus != NULL && gtk_widget_is_ancestor (self->focus, GTK_WIDGET (self)))
        gtk_window_set_focus (GTK_WINDOW (self), self->focus);
      g_clear_weak_pointer (&self->focus);
      show_windows (self);
    }
  desk_window_new_update (self);
  desk_window_actions_update (self);
}

void
desk_window_session_lock (DeskWindow *self)
{
  if (self->engine == NULL)
    return;
  if (desk_engine_can_lock (self->engine))
    desk_engine_lock (self->engine, DESK_LEAVE_LOCK);
  else if (desk_engine_get_session (self->engine) == DESK_SESSION_IN)
    desk_window_toast (self, _("Nobody has a password yet, so the desk stays open. Set yours in the menu of your name."));
}

/* Nobody touched the desk for as long as the setting says. */
static gboolean
check_idle (gpointer data)
{
  DeskWindow *self = data;
  gint64 minutes = self->engine != NULL ? desk_engine_get_lock_minutes (self->engine) : 0;

  if (minutes > 0 && desk_engine_can_lock (self->engine) && now () - self->touched_at >= minutes * 60)
    {
      self->idle = TRUE;
      desk_engine_lock (self->engine, DESK_LEAVE_IDLE);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
on_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  GdkEventType type = gdk_event_get_event_type (event);
  guint keyval = type == GDK_KEY_PRESS ? gdk_key_event_get_keyval (event) : 0;

  if ((keyval == GDK_KEY_l || keyval == GDK_KEY_L)
      && (gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == (GDK_CONTROL_MASK | GDK_ALT_MASK))
    {
      desk_window_session_lock (user_data);
      return TRUE;
    }
  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_MOTION_NOTIFY || type == GDK_SCROLL
      || type == GDK_TOUCH_BEGIN)
    DESK_WINDOW (user_data)->touched_at = now ();
  return FALSE;
}

/* Dialogs are touched, too. */
static void
watch (DeskWindow *self, GtkWidget *window)
{
  GtkEventController *events;

  if (g_object_get_data (G_OBJECT (window), "desk-watched") != NULL)
    return;
  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event_cb), self, 0);
  gtk_widget_add_controller (window, events);
  g_object_set_data (G_OBJECT (window), "desk-watched", self);
}

static void
on_toplevels_cb (GListModel *toplevels, guint position, guint removed, guint added, DeskWindow *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      watch (self, window);
    }
}

/* Actions */

static void
lock_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_session_lock (user_data);
}

static void
password_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_password_dialog_present (GTK_WINDOW (self), self->engine, self->text, DESK_SECRET_PASSWORD);
}

static void
pin_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_password_dialog_present (GTK_WINDOW (self), self->engine, self->text, DESK_SECRET_PIN);
}

void
desk_window_session_init (DeskWindow *self)
{
  static const GActionEntry entries[] = {
    { "lock", lock_action, NULL, NULL, NULL },
    { "password", password_action, NULL, NULL, NULL },
    { "pin", pin_action, NULL, NULL, NULL },
  };
  GListModel *toplevels = gtk_window_get_toplevels ();

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->touched_at = now ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  watch (self, GTK_WIDGET (self));
  g_signal_connect_object (toplevels, "items-changed", G_CALLBACK (on_toplevels_cb), self, 0);
  self->idle_source = g_timeout_add_seconds (CHECK_SECONDS, check_idle, self);
}

void
desk_window_session_dispose (DeskWindow *self)
{
  g_clear_handle_id (&self->idle_source, g_source_remove);
  g_clear_weak_pointer (&self->focus);
  if (self->hidden == NULL)
    return;
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_window_destroy (self->hidden->pdata[i]);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
}
