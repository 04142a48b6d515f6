/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-restore-dialog.h"

#include <glib/gi18n.h>

#include "desk-decimal.h"
#include "desk-secret.h"
#include "desk-secret-row.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-window.h"

typedef struct
{
  GtkWindow *parent;
  GtkWidget *dialog;
  char *passphrase; /* (nullable): as typed, for the answer, which comes when the field is gone */
  char *path;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  desk_secret_wipe (ask->passphrase);
  g_free (ask->path);
  g_free (ask);
}

static void
on_typed_cb (Ask *ask, GtkEditable *row)
{
  if (!gtk_widget_get_mapped (ask->dialog)) /* it goes: the field is emptied on its way */
    return;
  desk_secret_wipe (ask->passphrase);
  ask->passphrase = g_strdup (gtk_editable_get_text (row));
}

char *
desk_restore_dialog_size (gint64 bytes)
{
  g_autofree char *number = desk_decimal_format ((bytes + 50000) / 100000, 1);

  return g_strconcat (number, " MB", NULL);
}

static void
on_response_cb (Ask *ask, const char *response)
{
  const char *passphrase = ask->passphrase != NULL ? ask->passphrase : "";
  GtkWidget *window = GTK_WIDGET (desk_window_of (GTK_WIDGET (ask->parent)));

  if (g_str_equal (response, "restore") && window != NULL)
    gtk_widget_activate_action (window, "app.restore", "(ss)", ask->path, passphrase);
}

/* What is kept, what changes, what is lost. */
static char *
body_of (const DeskText *text, const DeskBackupInfo *info, const DeskBackupLoss *loss, gboolean there)
{
  g_autofree char *size = desk_restore_dialog_size (info->size);
  g_autofree char *units = desk_text_number (desk_backup_info_count (info, "unit"));
  g_autofree char *people = desk_text_number (desk_backup_info_count (info, "person"));
  g_autofree char *holds = g_strdup_printf (_("It holds %s units and %s people (%s)."), units, people, size);
  g_autofree char *lost = NULL;

  if (loss == NULL)
    lost = g_strdup (_("What was done since then is not in it."));
  else if (loss->n_acts == 0)
    lost = g_strdup (_("Nothing was done since then."));
  else
    {
      g_autofree char *n = desk_text_number (loss->n_acts);
      g_autofree char *last = desk_text_time_whole (text, loss->last_at);

      lost = g_strdup_printf (_("%s acts since then go with it, the last of %s."), n, last);
    }
  return g_strjoin ("\n\n", holds, lost,
                    there ? _("The backup is proved first. The data of now stays beside it under another name, so this can be taken back.")
                          : _("The backup is proved first. There is no data file that it would replace."), NULL);
}

void
desk_restore_dialog_ask (GtkWindow *parent, const DeskText *text, const DeskBackupInfo *info, const DeskBackupLoss *loss,
                         gboolean there)
{
  g_autofree char *at = desk_text_time_whole (text, info->at);
  g_autofree char *title = g_strdup_printf (_("Restore the Backup of %s?"), at);
  g_autofree char *body = body_of (text, info, loss, there);
  GtkWidget *dialog = adw_message_dialog_new (parent, title, body);
  Ask *ask = g_new0 (Ask, 1);

  ask->parent = parent;
  ask->dialog = dialog;
  ask->path = g_strdup (info->path);
  if (info->sealed)
    {
      GtkWidget *group = adw_preferences_group_new (), *row = desk_secret_row_new (_("Passphrase"));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (on_typed_cb), ask);
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "desk-ask", ask, ask_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response_cb), ask);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A file of somebody's own */

typedef struct
{
  GtkWindow *parent;
  DeskText *text;
  gboolean there;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->parent);
  desk_text_unref (choice->text);
  g_free (choice);
}

static void
read_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  DeskBackupInfo *info = desk_backup_info_read (path, &error);

  if (info != NULL)
    g_task_return_pointer (task, info, desk_backup_info_free);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupInfo) info = g_task_propagate_pointer (G_TASK (result), &error);

  if (info != NULL)
    desk_restore_dialog_ask (choice->parent, choice->text, info, NULL, choice->there);
  else
    {
      g_autofree char *sentence = desk_text_error (choice->text, error);
      GtkWidget *dialog = adw_message_dialog_new (choice->parent, _("No Backup"), sentence);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      desk_window_dress (dialog);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  choice_free (choice);
}

static void
on_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read_cb, choice);

      g_task_set_source_tag (task, on_chosen_cb);
      g_task_set_task_data (task, g_strdup (g_file_peek_path (file)), g_free);
      g_task_run_in_thread (task, read_thread);
    }
  else
    choice_free (choice);
  g_object_unref (native);
}

void
desk_restore_dialog_choose (GtkWindow *parent, DeskText *text, gboolean there)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Choose a Backup"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Choose"), _("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->text = desk_text_ref (text);
  choice->there = there;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
