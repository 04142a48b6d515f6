/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-erase-dialog.h"

#include <glib/gi18n.h>

#include "desk-id.h"
#include "desk-notice.h"
#include "desk-text-problem.h"
#include "desk-window.h"

/* While the dialog is open. */
typedef struct
{
  GtkWindow *parent;
  DeskEngine *engine;
  DeskText *text;
  char *key;
  gint64 id, version;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->parent);
  g_object_unref (question->engine);
  desk_text_unref (question->text);
  g_free (question->key);
  g_free (question);
}

static void
erased (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  DeskWindow *window = desk_window_of (GTK_WIDGET (question->parent));
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    desk_window_say_error (window, error);
  else
    {
      desk_window_toast (window, _("Personal data erased"));
      desk_use_case_free_result (DESK_USE_CASE_ERASE_PERSON, saved);
    }
  question_free (question);
}

static void
answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  if (!g_str_equal (response, "erase"))
    {
      question_free (question);
      return;
    }
  desk_engine_call_async (question->engine, DESK_USE_CASE_ERASE_PERSON,
                          desk_remove_input_new (question->key, question->id, question->version), NULL, erased, question);
}

/* Destructive, and never by mistake: the name is typed once more. */
static void
name_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "desk-name");

  adw_message_dialog_set_response_enabled (dialog, "erase", g_str_equal (gtk_editable_get_text (entry), name));
}

void
desk_erase_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskPerson *person)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = desk_text_fill (_("Erase the Personal Data of %1?"), (const char *[]){ person->name, NULL });
  GtkWidget *dialog, *group = adw_preferences_group_new (), *entry = adw_entry_row_new ();

  question->parent = g_object_ref (parent);
  question->engine = g_object_ref (engine);
  question->text = desk_text_ref (text);
  question->key = desk_id_new_key ();
  question->id = person->record.id;
  question->version = person->record.version;
  dialog = adw_message_dialog_new (
      parent, heading,
      _("Name, numbers, notes and plates go for good, also out of history and search. That somebody lived or owned here, "
        "money and counts stay. This cannot be undone. Backups made before keep the data until they are deleted."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Type the name to confirm"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  desk_name_group (group, heading);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "erase", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "desk-name", g_strdup (person->name), g_free);
  g_signal_connect (entry, "changed", G_CALLBACK (name_typed), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), question);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
