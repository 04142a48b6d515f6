/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-start-backup.h"

#include <glib/gi18n.h>

#include "desk-backup.h"
#include "desk-language.h"
#include "desk-text-figure.h"

/* Looked at alone: a new place asked for meanwhile makes the answer for the old one void. */
#define CANCELLABLE "desk-offer"

static void
newest_thread (GTask *task, gpointer source, gpointer store, GCancellable *cancellable)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autofree char *folder = desk_backup_folder_beside (store);
  g_autoptr (GPtrArray) list = desk_backup_list (folder, NULL);
  const DeskBackupInfo *newest = desk_backup_newest (list, desk_clock_now (clock), FALSE);

  g_task_return_int (task, newest != NULL ? newest->at : 0);
}

static void
on_newest_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkButton *button = GTK_BUTTON (source);
  gint64 at = g_task_propagate_int (G_TASK (result), NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (DeskText) text = desk_text_new (desk_language_get (), zone);
  g_autofree char *time = NULL, *words = NULL;

  if (at <= 0)
    return;
  time = desk_text_time_whole (text, at);
  words = g_strdup_printf (_("The data file is gone: _restore the backup of %s…"), time);
  gtk_button_set_label (button, words);
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

void
desk_start_backup_offer (GtkButton *button, const char *store)
{
  GCancellable *old = g_object_get_data (G_OBJECT (button), CANCELLABLE);
  GCancellable *cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (button, cancellable, on_newest_cb, NULL);

  if (old != NULL)
    g_cancellable_cancel (old);
  g_object_set_data_full (G_OBJECT (button), CANCELLABLE, cancellable, g_object_unref);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  g_task_set_source_tag (task, desk_start_backup_offer);
  if (store == NULL)
    {
      g_task_return_int (task, 0);
      return;
    }
  g_task_set_task_data (task, g_strdup (store), g_free);
  g_task_run_in_thread (task, newest_thread);
}
