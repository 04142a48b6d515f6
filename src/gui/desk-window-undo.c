/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-text-problem.h"

#define UNDO_SECONDS 10
#define MOST_ACTS 100

/* What is answered while the desk is locked is of no concern to whoever stands there. */
static gboolean
is_locked (DeskWindow *self)
{
  return self->engine != NULL && desk_engine_get_session (self->engine) == DESK_SESSION_LOCKED;
}

/* The act a toast's button takes back travels in the action's target. */
static void
show_toast (DeskWindow *self, const char *text, const char *button, const char *action, gint64 act_id)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (is_locked (self))
    return;
  toast = adw_toast_new (title);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, g_variant_new_int64 (act_id));
      adw_toast_set_timeout (toast, UNDO_SECONDS);
    }
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
push (GArray *acts, gint64 act_id)
{
  if (acts->len == MOST_ACTS)
    g_array_remove_index (acts, 0);
  g_array_append_val (acts, act_id);
}

static void
drop (GArray *acts, gint64 act_id)
{
  for (guint i = acts->len; i > 0; i--)
    if (g_array_index (acts, gint64, i - 1) == act_id)
      g_array_remove_index (acts, i - 1);
}

void
desk_window_toast (DeskWindow *self, const char *text)
{
  if (self != NULL)
    show_toast (self, text, NULL, NULL, 0);
}

void
desk_window_toast_undo (DeskWindow *self, const char *text, gint64 act_id)
{
  if (self == NULL)
    return;
  push (self->undo, act_id);
  g_array_set_size (self->redo, 0);
  show_toast (self, text, _("Undo"), "win.undo-act", act_id);
  desk_window_actions_update (self);
}

void
desk_window_say_error (DeskWindow *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  GtkWidget *dialog;

  if (self == NULL || error == NULL || desk_cancelled (error) || is_locked (self))
    return;
  sentence = desk_text_error (self->text, error);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, sentence);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What an undo was of, so that its answer lands in the right list. */
typedef struct
{
  DeskWindow *window;
  gint64 act_id;
  gboolean forward; /* a redo */
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_object_unref (undoing->window);
  g_free (undoing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, undoing_free)

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Undoing) undoing = user_data;
  DeskWindow *self = undoing->window;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (self->closing)
    {
      /* Nobody is there to be told. */
    }
  else if (saved == NULL)
    desk_window_say_error (self, error);
  else if (undoing->forward)
    {
      push (self->undo, saved->act_id);
      show_toast (self, _("Redone"), _("Undo"), "win.undo-act", saved->act_id);
    }
  else
    {
      push (self->redo, saved->act_id);
      show_toast (self, _("Undone"), _("Redo"), "win.redo-act", saved->act_id);
    }
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_UNDO_ACT, saved);
  desk_window_actions_update (self);
}

static void
take_back (DeskWindow *self, gint64 act_id, gboolean forward)
{
  Undoing *undoing;
  g_autofree char *key = NULL;

  if (self->engine == NULL)
    return;
  drop (self->undo, act_id);
  drop (self->redo, act_id);
  undoing = g_new0 (Undoing, 1);
  undoing->window = g_object_ref (self);
  undoing->act_id = act_id;
  undoing->forward = forward;
  key = desk_id_new_key ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (key, act_id), NULL, on_undone_cb,
                          undoing);
  desk_window_actions_update (self);
}

/* Ctrl+Z: the latest act of this window that was not taken back yet. */
void
desk_window_undo_last (DeskWindow *self)
{
  if (self->undo->len > 0)
    take_back (self, g_array_index (self->undo, gint64, self->undo->len - 1), FALSE);
}

/* Ctrl+Shift+Z: takes the latest undo back. */
void
desk_window_redo_last (DeskWindow *self)
{
  if (self->redo->len > 0)
    take_back (self, g_array_index (self->redo, gint64, self->redo->len - 1), TRUE);
}

static void
undo_act_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  take_back (user_data, g_variant_get_int64 (target), FALSE);
}

static void
redo_act_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  take_back (user_data, g_variant_get_int64 (target), TRUE);
}

void
desk_window_undo_init (DeskWindow *self)
{
  static const GActionEntry entries[] = {
    { "undo-act", undo_act_action, "x", NULL, NULL },
    { "redo-act", redo_act_action, "x", NULL, NULL },
  };

  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
desk_window_undo_dispose (DeskWindow *self)
{
  self->closing = TRUE;
  g_clear_object (&self->toast);
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
}

/* The toast goes: it may say what the next person need not know. */
void
desk_window_undo_dismiss (DeskWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
}

/* Another person's acts are not taken back by a key. */
void
desk_window_undo_forget (DeskWindow *self)
{
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
}
