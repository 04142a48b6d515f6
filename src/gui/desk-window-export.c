/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* The list in front goes out as it is shown: Ctrl+E. Any pane whose list is a DeskListView has this for nothing; others
 * say what they show (describe_list). */

/* One export on its way. */
typedef struct
{
  DeskWindow *window;
  DeskListSheetInput *list; /* what is shown */
  char *path;
  DeskProgress *progress;
  gboolean whole; /* numbers are not masked, which is recorded */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  desk_list_sheet_input_free (export->list);
  g_free (export->path);
  desk_progress_unref (export->progress);
  g_free (export);
}

/* Returns: (transfer full) (nullable): the list in front as it is shown; NULL when there is none. */
DeskListSheetInput *
desk_window_describe_list (DeskWindow *self)
{
  DeskPane *pane = desk_window_shown_pane (self);

  return pane != NULL ? desk_pane_describe_list (pane) : NULL;
}

static gboolean
has_numbers (const DeskListSheetInput *list)
{
  const DeskListSpec *spec = desk_list_spec (list->list->list);

  for (guint i = 0; i < list->n_columns; i++)
    if (spec->columns[list->columns[i]].type == DESK_COLUMN_PHONE)
      return TRUE;
  return FALSE;
}

static void
say_done (Export *export, guint count)
{
  g_autofree char *rows = desk_text_number (count);
  g_autofree char *place = g_filename_display_name (export->path);
  g_autofree char *words = desk_text_fill (export->whole               ? _("%1 rows with whole numbers, recorded: %2")
                                           : has_numbers (export->list) ? _("%1 rows with masked numbers: %2")
                                                                        : _("%1 rows: %2"),
                                           (const char *[]){ rows, place, NULL });

  desk_window_toast (export->window, words);
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  gpointer done = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (done != NULL)
    desk_use_case_free_result (use_case, done);
  else if (!self->closing)
    desk_window_say_error (self, error);
}

/* What went out of @list is told in the trail. A store that is only read has none that could be written. */
void
desk_window_note_list (DeskWindow *self, DeskUseCase use_case, DeskList list, guint count)
{
  g_autofree char *key = desk_id_new_key ();

  if (desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY)
    desk_engine_call_async (self->engine, use_case, desk_sheet_note_input_new (key, list, count), NULL, on_noted_cb,
                            g_object_ref (self));
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  DeskWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  gpointer done = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (done != NULL && !export->whole && self->engine != NULL)
    desk_window_note_list (self, DESK_USE_CASE_NOTE_EXPORT, export->list->list->list, ((DeskListSheet *) done)->count);
  if (self->closing)
    {
      /* Nobody is there to be told. */
    }
  else
    {
      desk_work_bar_end (self->work);
      desk_window_actions_update (self);
      if (done == NULL)
        desk_window_say_error (self, error);
      else
        say_done (export, export->whole ? ((DeskSaved *) done)->count : ((DeskListSheet *) done)->count);
    }
  if (done != NULL)
    desk_use_case_free_result (use_case, done);
  export_free (export);
}

static void
run (Export *export)
{
  const DeskListSheetInput *list = export->list;
  DeskListSheetInput *input = desk_list_sheet_input_new (list->list, list->columns, list->n_columns, export->path, NULL);
  DeskUseCase use_case = export->whole ? DESK_USE_CASE_EXPORT_LIST_WHOLE : DESK_USE_CASE_EXPORT_LIST;

  input->progress = desk_progress_ref (export->progress);
  if (export->whole)
    input->input.request_key = desk_id_new_key ();
  desk_engine_call_async (export->window->engine, use_case, input, desk_progress_get_cancellable (export->progress),
                          on_exported_cb, export);
}

static void
begin (DeskWindow *self, DeskListSheetInput *list, const char *chosen)
{
  gboolean named = g_str_has_suffix (chosen, ".xlsx") || g_str_has_suffix (chosen, ".csv");
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->list = list;
  export->path = named ? g_strdup (chosen) : g_strconcat (chosen, ".xlsx", NULL);
  export->progress = desk_progress_new ();
  /* Whole numbers go out only with the right to it, and where the act can be recorded; else they are masked. */
  export->whole = has_numbers (list) && desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY
                  && desk_engine_may (self->engine, DESK_RIGHT_PERSONAL_EXPORT, TRUE, 0, 0) == DESK_MAY;
  desk_work_bar_begin (self->work, _("Exporting the list"), export->progress);
  desk_window_actions_update (self);
  run (export);
}

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  DeskListSheetInput *list = g_object_steal_data (G_OBJECT (dialog), "desk-list");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) store = g_file_new_for_path (self->path);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL || g_file_peek_path (file) == NULL || self->engine == NULL)
    desk_list_sheet_input_free (list);
  else if (g_file_equal (file, store))
    {
      desk_window_toast (self, _("That file is needed as it is: give another name."));
      desk_list_sheet_input_free (list);
    }
  else
    begin (self, list, g_file_peek_path (file));
}

/* Asks over @over where @list (transfer full) is to go. */
void
desk_window_export (DeskWindow *self, DeskListSheetInput *list, GtkWindow *over)
{
  g_autofree char *day = desk_day_format (desk_engine_today (self->engine));
  g_autofree char *name = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  GtkFileChooserNative *dialog;

  name = g_strdup_printf ("%s %s.xlsx", desk_text_list (self->text, list->list->list), day);
  dialog = gtk_file_chooser_native_new (_("Export the List"), over, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                        _("_Cancel"));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, i == 0 ? _("Workbook (.xlsx)") : _("Text (.csv)"));
      gtk_file_filter_add_suffix (filter, i == 0 ? "xlsx" : "csv");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "desk-list", list, desk_list_sheet_input_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Ctrl+E. What is shown now goes, whatever is filtered while the dialog is open. */
void
desk_window_export_list (DeskWindow *self)
{
  DeskListSheetInput *list = desk_window_describe_list (self);

  if (list != NULL)
    desk_window_export (self, list, GTK_WINDOW (self));
}

/* Is no other list on its way? */
gboolean
desk_window_may_send_list (DeskWindow *self)
{
  return self->engine != NULL && self->work != NULL && !desk_work_bar_is_busy (self->work);
}

/* Is there a list in front, and no other on its way? */
gboolean
desk_window_can_export (DeskWindow *self)
{
  DeskListSheetInput *list = desk_window_describe_list (self);
  gboolean there = list != NULL;

  g_clear_pointer (&list, desk_list_sheet_input_free);
  return there && desk_window_may_send_list (self);
}

/* Puts the bar of long work between the bars of lasting states and the panes. */
void
desk_window_export_init (DeskWindow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->states));

  self->work = DESK_WORK_BAR (desk_work_bar_new ());
  gtk_widget_insert_after (GTK_WIDGET (self->work), parent, GTK_WIDGET (self->states));
  g_signal_connect_object (self->panes, "notify::visible-child", G_CALLBACK (desk_window_actions_update), self,
                           G_CONNECT_SWAPPED);
}
