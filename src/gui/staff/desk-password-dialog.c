/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-password-dialog.h"

#include <glib/gi18n.h>

#include "desk-error.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-secret-row.h"
#include "desk-text-problem.h"
#include "desk-use-case.h"

/* One window for passwords and PINs: what holds now, the new one twice. It stays until the store has taken it. */
typedef struct
{
  GtkWindow *window; /* owns this */
  DeskEngine *engine;
  DeskText *text;
  GtkEditable *old; /* NULL: not asked for */
  GtkEditable *fresh;
  GtkEditable *again;
  GtkLabel *fault;
  GtkWidget *button;
  char *known; /* (nullable): the password so far, where it was just typed */
  char *key;
  gint64 reset; /* whose password is reset, 0 one's own */
  DeskSecretKind kind;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->engine);
  desk_text_unref (self->text);
  desk_secret_wipe (self->known);
  g_free (self->key);
  g_free (self);
}

static void
say_fault (Ask *self, const char *words)
{
  gtk_label_set_label (self->fault, words);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), *words != '\0');
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  Ask *self = g_object_get_data (G_OBJECT (window), "desk-ask");
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (window);

  /* Closed meanwhile: what it was about is in the trail. */
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    {
      desk_use_case_free_result (use_case, saved);
      return;
    }
  gtk_widget_set_sensitive (self->button, TRUE);
  if (saved == NULL)
    {
      g_autofree char *words = desk_text_error (self->text, error);

      say_fault (self, words);
      gtk_widget_grab_focus (GTK_WIDGET (self->old != NULL && desk_error_has_problem (error, DESK_PROBLEM_PASSWORD_WRONG)
                                             ? self->old
                                             : self->fresh));
      return;
    }
  desk_use_case_free_result (use_case, saved);
  desk_window_toast (parent != NULL ? desk_window_of (GTK_WIDGET (parent)) : NULL,
                     self->kind == DESK_SECRET_PIN ? _("The new PIN holds.") : _("The new password holds."));
  gtk_window_destroy (window);
}

static void
save (Ask *self)
{
  const char *fresh = gtk_editable_get_text (self->fresh);
  const char *old = self->old != NULL ? gtk_editable_get_text (self->old) : self->known;
  DeskUseCase use_case = self->reset != 0 ? DESK_USE_CASE_RESET_SECRET : DESK_USE_CASE_SET_SECRET;

  /* A second Enter while the first is under way. */
  if (!gtk_widget_get_sensitive (self->button))
    return;
  if (g_strcmp0 (fresh, gtk_editable_get_text (self->again)) != 0)
    {
      say_fault (self, _("The two are not the same: type them again."));
      gtk_widget_grab_focus (GTK_WIDGET (self->again));
      return;
    }
  say_fault (self, "");
  gtk_widget_set_sensitive (self->button, FALSE);
  desk_engine_call_async (self->engine, use_case, desk_secret_input_new (self->key, self->reset, self->kind, old, fresh),
                          NULL, on_saved_cb, g_object_ref (self->window));
}

static GtkEditable *
add_row (Ask *self, GtkWidget *group, const char *title)
{
  GtkWidget *row = desk_secret_row_new (title);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (save), self);
  return GTK_EDITABLE (row);
}

static void
fill_window (Ask *self, const char *body, const char *old, const char *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *header = adw_header_bar_new ();

  if (*body != '\0')
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), body);
  if (old != NULL)
    self->old = add_row (self, group, old);
  self->fresh = add_row (self, group, self->kind == DESK_SECRET_PIN ? _("New PIN, six digits") : _("New password"));
  self->again = add_row (self, group, _("The same again"));
  desk_name_group (group, gtk_window_get_title (self->window));
  self->fault = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_xalign (self->fault, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  self->button = gtk_button_new_with_mnemonic (button);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (save), self);
  gtk_box_append (GTK_BOX (inner), group);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (inner), self->button);
  gtk_widget_set_margin_start (inner, 16);
  gtk_widget_set_margin_end (inner, 16);
  gtk_widget_set_margin_top (inner, 6);
  gtk_widget_set_margin_bottom (inner, 16);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), inner);
  adw_window_set_content (ADW_WINDOW (self->window), box);
}

static void
on_close_cb (GtkWidget *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static Ask *
make (GtkWindow *parent, DeskEngine *engine, DeskText *text, DeskSecretKind kind, const char *title)
{
  Ask *self = g_new0 (Ask, 1);
  GtkWidget *window = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->window = GTK_WINDOW (window);
  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->kind = kind;
  self->key = desk_id_new_key ();
  gtk_window_set_title (self->window, title);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, 420, -1);
  gtk_window_set_resizable (self->window, FALSE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new ((GtkShortcutFunc) (GCallback) on_close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  desk_window_dress (window);
  g_object_set_data_full (G_OBJECT (window), "desk-ask", self, ask_free);
  return self;
}

void
desk_password_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, DeskSecretKind kind)
{
  Ask *self = make (parent, engine, text, kind, kind == DESK_SECRET_PIN ? _("PIN") : _("Password"));

  fill_window (self,
               kind == DESK_SECRET_PIN ? _("Six digits to change places quickly at a shared desk.")
                                       : _("At least eight characters. From the first password on everybody signs in."),
               desk_engine_has_password (engine) ? _("Password so far") : NULL, _("_Save"));
  gtk_window_present (self->window);
}

void
desk_password_dialog_due (DeskWindow *parent, const char *known)
{
  Ask *self = make (GTK_WINDOW (parent), desk_window_get_engine (parent), desk_window_get_text (parent),
                    DESK_SECRET_PASSWORD, _("New Password"));

  self->known = g_strdup (known);
  fill_window (self, _("Somebody else gave you this password. Take one that only you know."), NULL, _("_Save"));
  gtk_window_present (self->window);
}

void
desk_password_dialog_reset (GtkWindow *parent, DeskEngine *engine, DeskText *text, gint64 staff_id, const char *name)
{
  g_autofree char *title = g_strdup_printf (_("Password of %s"), name);
  Ask *self = make (parent, engine, text, DESK_SECRET_PASSWORD, title);

  self->reset = staff_id;
  fill_window (self, _("Tell it to the person. At the next sign-in they choose one of their own."), NULL, _("_Reset"));
  gtk_window_present (self->window);
}
