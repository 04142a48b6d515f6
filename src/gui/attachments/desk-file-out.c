/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file-out.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "desk-cancelled.h"
#include "desk-error.h"
#include "desk-window.h"

#define COPIES "frontdesk-copies"
#define COPY_AGE G_GINT64_CONSTANT (86400) /* seconds until a copy that was opened is thrown away */

typedef struct
{
  GtkWidget *widget;
  GFile *target; /* (nullable): where it goes; NULL: a copy to be opened */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_clear_object (&errand->target);
  g_free (errand);
}

static void
say (Errand *errand, const GError *error)
{
  if (!desk_cancelled (error))
    desk_window_say_error (desk_window_of (errand->widget), error);
}

/* Copies of days gone by go. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GDir) inner = g_dir_open (path, 0, NULL);
      const char *file = inner != NULL ? g_dir_read_name (inner) : NULL;
      g_autofree char *copy = file != NULL ? g_build_filename (path, file, NULL) : NULL;
      GStatBuf info;

      if (g_stat (path, &info) != 0 || info.st_mtime > g_get_real_time () / G_USEC_PER_SEC - COPY_AGE)
        continue;
      if (copy != NULL)
        g_unlink (copy);
      g_rmdir (path);
    }
}

/* Returns: (transfer full) (nullable): a place of its own for a copy called @name, that the session's end empties. */
static GFile *
place_of_copy (const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), COPIES, NULL);
  g_autofree char *own = g_build_filename (folder, "XXXXXX", NULL);
  g_autofree char *path = NULL;

  g_mkdir_with_parents (folder, 0700);
  sweep (folder);
  if (g_mkdtemp (own) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  path = g_build_filename (own, *name != '\0' ? name : "file", NULL);
  return g_file_new_for_path (path);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  GtkRoot *root = gtk_widget_get_root (errand->widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    say (errand, error);
  else if (errand->target == NULL)
    {
      g_chmod (g_file_peek_path (G_FILE (source)), 0400);
      gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
    }
  else
    {
      g_autofree char *name = g_file_get_basename (G_FILE (source));
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *words = g_strdup_printf (_("%s saved"), shown);

      desk_window_toast (desk_window_of (errand->widget), words);
    }
  errand_free (errand);
}

static void
on_file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  g_autoptr (GError) error = NULL;
  DeskFile *file = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autoptr (GFile) to = NULL;

  if (file != NULL)
    to = errand->target != NULL ? g_object_ref (errand->target) : place_of_copy (file->name, &error);
  if (to == NULL)
    {
      say (errand, error);
      errand_free (errand);
    }
  else
    g_file_replace_contents_bytes_async (to, file->bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written_cb, errand);
  desk_use_case_free_result (DESK_USE_CASE_GET_FILE, file);
}

static void
fetch (GtkWidget *widget, DeskEngine *engine, gint64 attachment_id, GFile *target)
{
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand){ g_object_ref (widget), target != NULL ? g_object_ref (target) : NULL };
  desk_engine_call_async (engine, DESK_USE_CASE_GET_FILE, desk_get_input_new (DESK_KIND_ATTACHMENT, attachment_id, 0), NULL,
                          on_file_cb, errand);
}

void
desk_file_open (GtkWidget *widget, DeskEngine *engine, gint64 attachment_id)
{
  fetch (widget, engine, attachment_id, NULL);
}

/* The store, its log and its lock are no place for a file. */
static gboolean
is_store (GtkWidget *widget, DeskEngine *engine, GFile *target)
{
  g_autofree char *name = g_file_get_parse_name (target);
  g_autoptr (GError) error = NULL;

  if (g_file_peek_path (target) == NULL || !g_str_has_prefix (g_file_peek_path (target), desk_engine_get_path (engine)))
    return FALSE;
  desk_error_set (&error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, name, NULL);
  desk_window_say_error (desk_window_of (widget), error);
  return TRUE;
}

static void
on_place_cb (GtkNativeDialog *dialog, int response, GtkWidget *widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "desk-id");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      DeskEngine *engine = g_object_get_data (G_OBJECT (dialog), "desk-engine");

      if (!is_store (widget, engine, target))
        fetch (widget, engine, *id, target);
    }
  g_object_unref (dialog);
}

void
desk_file_save_as (GtkWidget *widget, DeskEngine *engine, DeskText *text, gint64 attachment_id, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Save File As"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "desk-id", g_memdup2 (&attachment_id, sizeof attachment_id), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "desk-engine", g_object_ref (engine), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
