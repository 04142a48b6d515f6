/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-pane-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-window.h"

#define LOOK_EVERY 150 /* ms between two looks at how far the work is */

enum
{
  LEFT_OUT = 1,
  TAKEN = 2,
};

/* Reading: the dry run */

static gboolean
look (gpointer data)
{
  DeskImportPane *self = data;
  guint done = 0, total = 0;
  g_autofree char *number = NULL;

  if (self->taking != NULL)
    {
      g_autofree char *of = desk_text_number (self->n_ticked);
      g_autofree char *words = NULL;

      done = desk_import_plan_get_progress (self->plan);
      number = desk_text_number (done);
      words = desk_text_fill (_("%1 of %2 rows"), (const char *[]){ number, of, NULL });
      gtk_label_set_text (GTK_LABEL (self->taking_words), words);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->taking_bar),
                                     self->n_ticked > 0 ? (double) done / self->n_ticked : 0);
    }
  else if (self->progress != NULL)
    {
      g_autofree char *words = NULL;

      desk_progress_get (self->progress, &done, &total);
      number = desk_text_number (done);
      words = desk_text_fill (_("%1 rows read"), (const char *[]){ number, NULL });
      gtk_label_set_text (GTK_LABEL (self->reading_words), words);
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->reading_bar));
    }
  else
    {
      self->timer = 0;
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
begin_looking (DeskImportPane *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (LOOK_EVERY, look, self);
}

/* Stops the dry run that runs; its answer is dropped. */
void
desk_import_pane_stop_reading (DeskImportPane *self)
{
  if (self->progress == NULL)
    return;
  g_cancellable_cancel (desk_progress_get_cancellable (self->progress));
  g_clear_pointer (&self->progress, desk_progress_unref);
}

/* What somebody answered on the rows holds for the new dry run, too. */
static void
decide_again (DeskImportPane *self)
{
  for (guint i = 0; g_hash_table_size (self->decisions) > 0 && i < desk_import_plan_get_n_lines (self->plan); i++)
    {
      guint answer = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->decisions, GUINT_TO_POINTER (desk_import_plan_get_line (self->plan, i)->row)));

      if (answer != 0)
        desk_import_plan_set_taken (self->plan, i, answer == TAKEN);
    }
}

typedef struct
{
  DeskImportPane *pane;
  DeskProgress *progress;
} Reading;

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (DeskImportPane) self = reading->pane;
  g_autoptr (DeskProgress) progress = reading->progress;
  g_autoptr (GError) error = NULL;
  DeskPrepared *prepared = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gboolean current = progress == self->progress;

  g_free (reading);
  if (current)
    {
      g_clear_pointer (&self->progress, desk_progress_unref);
      desk_import_pane_show_reading (self, FALSE);
      if (prepared != NULL)
        {
          g_clear_pointer (&self->plan, desk_import_plan_unref);
          self->plan = desk_import_plan_ref (prepared->plan);
          decide_again (self);
          desk_import_pane_show_plan (self);
        }
      else if (!desk_cancelled (error))
        {
          /* What was mended belongs to rows that stand elsewhere by now: the next look is at the file as it is. */
          if (g_error_matches (error, DESK_ERROR, DESK_ERROR_STALE))
            desk_import_pane_forget (self);
          desk_import_pane_show_trouble (self, error);
        }
    }
  if (prepared != NULL)
    desk_use_case_free_result (DESK_USE_CASE_PREPARE_IMPORT, prepared);
}

/* Reads the file anew: every choice, correction and mended cell counts. */
void
desk_import_pane_read (DeskImportPane *self)
{
  DeskImportRequest request = { .path = self->path };
  Reading *reading;

  if (self->path == NULL || self->taking != NULL)
    return;
  desk_import_pane_stop_reading (self);
  desk_import_source_fill (DESK_IMPORT_SOURCE (self->source), &request);
  if (self->mapped)
    request.fields = desk_import_mapping_get_fields (DESK_IMPORT_MAPPING (self->mapping), &request.n_fields);
  request.mends = (const DeskImportMend *) self->mends->data;
  request.n_mends = self->mends->len;
  request.stamp = self->stamp;
  self->stale = FALSE;
  self->progress = desk_progress_new ();
  reading = g_new0 (Reading, 1);
  reading->pane = g_object_ref (self);
  reading->progress = desk_progress_ref (self->progress);
  desk_import_pane_show_reading (self, TRUE);
  begin_looking (self);
  desk_engine_call_async (self->engine, DESK_USE_CASE_PREPARE_IMPORT, desk_prepare_input_new (&request, self->progress),
                          desk_progress_get_cancellable (self->progress), on_read_cb, reading);
}

/* Forgets mended cells and answers: another file, or the same read otherwise. */
void
desk_import_pane_forget (DeskImportPane *self)
{
  g_array_set_size (self->mends, 0);
  g_hash_table_remove_all (self->decisions);
  self->mapped = FALSE;
}

/* A cell of the file is to read @text; the file stays as it is. */
void
desk_import_pane_mend (DeskImportPane *self, guint row, guint column, const char *text)
{
  DeskImportMend mend = { row, column, g_strdup (text) };

  if (self->mends->len == 0 && self->plan != NULL)
    self->stamp = desk_import_plan_get_stamp (self->plan);
  for (guint i = self->mends->len; i > 0; i--)
    {
      const DeskImportMend *other = &g_array_index (self->mends, DeskImportMend, i - 1);

      if (other->row == row && other->column == column)
        g_array_remove_index (self->mends, i - 1);
    }
  g_array_append_val (self->mends, mend);
  desk_import_pane_read (self);
}

/* Somebody answered on a row. */
void
desk_import_pane_decide (DeskImportPane *self, guint row, gboolean taken)
{
  g_hash_table_insert (self->decisions, GUINT_TO_POINTER (row), GUINT_TO_POINTER (taken ? TAKEN : LEFT_OUT));
  desk_import_pane_show_ticks (self);
}

/* Taking */

static void
on_remembered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  /* Only the next import of such a sheet would have been a little easier. */
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_REMEMBER_LAYOUT, saved);
}

static void
remember (DeskImportPane *self)
{
  g_autoptr (DeskRecord) layout = desk_import_plan_make_layout (self->plan);
  g_autofree char *key = desk_id_new_key ();

  desk_engine_call_async (self->engine, DESK_USE_CASE_REMEMBER_LAYOUT, desk_record_input_new (key, layout), NULL,
                          on_remembered_cb, NULL);
}

static void
say_taken (DeskImportPane *self, const DeskSaved *saved)
{
  g_autofree char *number = desk_text_number (saved->count);
  g_autofree char *words = desk_text_fill (_("Rows imported: %1"), (const char *[]){ number, NULL });

  if (saved->act_id != 0)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)), words, saved->act_id);
}

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskImportPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  guint n_units, n_people;

  g_clear_object (&self->taking);
  if (self->plan == NULL)
    {
      /* The window closed meanwhile. */
    }
  else if (saved == NULL)
    {
      desk_import_pane_show_plan (self);
      if (!desk_cancelled (error))
        desk_import_pane_show_trouble (self, error);
    }
  else
    {
      desk_import_plan_count_new (self->plan, &n_units, &n_people);
      self->act_id = saved->act_id;
      remember (self);
      desk_import_pane_show_done (self, saved->count, n_units, n_people);
      say_taken (self, saved);
    }
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_TAKE_IMPORT, saved);
}

/* Takes the ticked rows in one transaction. The plan is the writer's until that is done: nothing here looks into it. */
void
desk_import_pane_take (DeskImportPane *self)
{
  g_autofree char *key = desk_id_new_key ();

  if (self->plan == NULL || self->progress != NULL || self->taking != NULL)
    return;
  self->n_ticked = desk_import_plan_count_taken (self->plan);
  if (self->n_ticked == 0 || desk_import_plan_get_missing (self->plan) != DESK_IMPORT_FIELD_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->taking = g_cancellable_new ();
  desk_import_table_set_plan (DESK_IMPORT_TABLE (self->table), NULL);
  desk_import_pane_show (self, "taking");
  begin_looking (self);
  desk_engine_call_async (self->engine, DESK_USE_CASE_TAKE_IMPORT, desk_import_input_new (key, self->plan, self->taking),
                          NULL, on_taken_cb, g_object_ref (self));
}

/* Rows that are not taken go back as a sheet */

typedef struct
{
  DeskImportPlan *plan;
  DeskText *text;
  char *path;
} Rejects;

static void
rejects_free (gpointer data)
{
  Rejects *rejects = data;

  desk_import_plan_unref (rejects->plan);
  desk_text_unref (rejects->text);
  g_free (rejects->path);
  g_free (rejects);
}

static void
write_rejects (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Rejects *rejects = data;
  GError *error = NULL;

  if (desk_import_plan_write_rejects (rejects->plan, rejects->path, rejects->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_rejects_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskImportPane *self = DESK_IMPORT_PANE (source);
  Rejects *rejects = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->stack, TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *place = g_filename_display_name (rejects->path);
      g_autofree char *words = desk_text_fill (_("Saved as %1"), (const char *[]){ place, NULL });

      desk_window_toast (desk_window_of (GTK_WIDGET (self)), words);
    }
  else
    desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
}

static gboolean
is_source (DeskImportPane *self, GFile *file)
{
  g_autoptr (GFile) source = g_file_new_for_path (self->path);
  g_autoptr (GFile) store = g_file_new_for_path (desk_engine_get_path (self->engine));

  return g_file_equal (source, file) || g_file_equal (store, file);
}

static void
save_to (DeskImportPane *self, const char *chosen)
{
  gboolean named = g_str_has_suffix (chosen, ".xlsx") || g_str_has_suffix (chosen, ".csv");
  g_autofree char *path = named ? g_strdup (chosen) : g_strconcat (chosen, ".xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GTask) task = NULL;
  Rejects *rejects;

  if (is_source (self, file))
    {
      desk_window_toast (desk_window_of (GTK_WIDGET (self)), _("That file is needed as it is: give another name."));
      return;
    }
  rejects = g_new0 (Rejects, 1);
  rejects->plan = desk_import_plan_ref (self->plan);
  rejects->text = desk_text_ref (self->text);
  rejects->path = g_steal_pointer (&path);
  task = g_task_new (self, NULL, on_rejects_written_cb, NULL);
  g_task_set_task_data (task, rejects, rejects_free);
  gtk_widget_set_sensitive (self->stack, FALSE); /* no tick while the rows are written */
  g_task_run_in_thread (task, write_rejects);
}

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  DeskImportPane *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL && self->plan != NULL && self->taking == NULL)
    save_to (self, g_file_peek_path (file));
  g_object_unref (dialog);
}

/* Asks where the rows that are not taken are to go. */
void
desk_import_pane_save_rejects (DeskImportPane *self)
{
  GtkFileChooserNative *dialog;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) folder = NULL;

  if (self->plan == NULL || self->taking != NULL)
    return;
  source = g_file_new_for_path (self->path);
  folder = g_file_get_parent (source);
  base = g_path_get_basename (self->path);
  if (strrchr (base, '.') != NULL)
    *strrchr (base, '.') = '\0';
  name = desk_text_fill (_("%1 rejected.xlsx"), (const char *[]){ base, NULL });
  dialog = gtk_file_chooser_native_new (_("Save Rejected Rows"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
