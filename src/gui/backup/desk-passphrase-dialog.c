/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-passphrase-dialog.h"

#include <glib/gi18n.h>

#include "desk-seal.h"
#include "desk-secret.h"
#include "desk-secret-row.h"
#include "desk-window.h"

/* What one dialog is about; it goes with the dialog. */
typedef struct
{
  AdwMessageDialog *dialog;
  GtkWindow *parent; /* owned: whoever is told is alive */
  GtkEditable *first;
  GtkEditable *second;
  char *words; /* (nullable): the first, for the answer, which comes when the fields are gone */
  DeskPassphraseFunc func;
  gpointer data;
} Ask;

/* The button works when both are the same and long enough. */
static void
on_typed_cb (Ask *ask)
{
  const char *one, *other;
  gboolean ready;

  if (!gtk_widget_get_mapped (GTK_WIDGET (ask->dialog))) /* it goes: the fields are emptied on their way */
    return;
  one = gtk_editable_get_text (ask->first);
  other = gtk_editable_get_text (ask->second);
  desk_secret_wipe (ask->words);
  ask->words = g_strdup (one);
  ready = g_utf8_strlen (one, -1) >= DESK_SEAL_LEAST && g_str_equal (one, other);

  adw_message_dialog_set_response_enabled (ask->dialog, "take", ready);
  if (*other != '\0' && !g_str_has_prefix (one, other))
    gtk_widget_add_css_class (GTK_WIDGET (ask->second), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (ask->second), "error");
}

static void
on_response_cb (Ask *ask, const char *response)
{
  char *words = g_steal_pointer (&ask->words);

  ask->func (g_str_equal (response, "take") ? words : NULL, ask->data);
  desk_secret_wipe (words);
}

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  desk_secret_wipe (ask->words);
  g_object_unref (ask->parent);
  g_free (ask);
}

static GtkEditable *
add_row (AdwPreferencesGroup *group, const char *title, Ask *ask)
{
  GtkWidget *row = desk_secret_row_new (title);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_typed_cb), ask);
  adw_preferences_group_add (group, row);
  return GTK_EDITABLE (row);
}

void
desk_passphrase_dialog_ask (GtkWindow *parent, DeskPassphraseFunc func, gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("A Passphrase for Backups"), NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Ask *ask = g_new0 (Ask, 1);

  ask->dialog = ADW_MESSAGE_DIALOG (dialog);
  ask->parent = g_object_ref (parent);
  ask->func = func;
  ask->data = data;
  adw_message_dialog_set_body (ask->dialog,
                               _("At least 8 characters. Write it down and keep it elsewhere: without it nobody can open "
                                 "the backup, not even the makers of Frontdesk."));
  ask->first = add_row (group, _("Passphrase"), ask);
  ask->second = add_row (group, _("Once More"), ask);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (ask->second), TRUE);
  adw_message_dialog_set_extra_child (ask->dialog, GTK_WIDGET (group));
  adw_message_dialog_add_responses (ask->dialog, "cancel", _("_Cancel"), "take", _("_Encrypt"), NULL);
  adw_message_dialog_set_response_appearance (ask->dialog, "take", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ask->dialog, "take", FALSE);
  adw_message_dialog_set_default_response (ask->dialog, "take");
  adw_message_dialog_set_close_response (ask->dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "desk-ask", ask, ask_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response_cb), ask);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
