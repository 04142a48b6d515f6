/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-responsible-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk-entry-field.h"
#include "desk-error.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

/* What the dialog keeps; it lives as the dialog's data. */
typedef struct
{
  DeskEngine *engine;
  DeskText *text;
  gint64 unit_id;
  DeskDay day; /* that was asked for last */
  GtkWidget *entry, *answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->engine);
  desk_text_unref (question->text);
  g_free (question);
}

/* 张淑芬，业主；陈建平 50 %. */
static char *
answer_words (const Question *question, const DeskResponsible *responsible)
{
  GString *words = g_string_new (NULL);

  if (responsible->developer)
    {
      g_autofree char *head = desk_text_fill (
          _("The developer: %1"),
          (const char *[]){ responsible->name != NULL && *responsible->name != '\0' ? responsible->name : "—", NULL });

      g_string_append (words, head);
    }
  else
    g_string_append (words, responsible->name != NULL ? responsible->name : _("Nobody is entered as owner on that day."));
  for (guint i = 0; responsible->owners != NULL && i < responsible->owners->len; i++)
    {
      const DeskOccupant *owner = responsible->owners->pdata[i];
      g_autofree char *share = owner->occupancy->share > 0 ? desk_text_share (owner->occupancy->share) : g_strdup ("");
      g_autofree char *days = desk_text_days (question->text, owner->occupancy->from_day, owner->occupancy->to_day);

      g_string_append_printf (words, "\n%s · %s %s · %s", owner->card->person->name,
                              desk_text_enum (question->text, &desk_enum_role, owner->occupancy->role), share, days);
    }
  return g_string_free (words, FALSE);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) dialog = data;
  Question *question = g_object_get_data (G_OBJECT (dialog), "desk-question");
  g_autoptr (GError) error = NULL;
  DeskResponsible *responsible = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *words = responsible != NULL ? answer_words (question, responsible)
                                               : desk_text_error (question->text, error);

  if (question->answer != NULL)
    gtk_label_set_text (GTK_LABEL (question->answer), words);
  if (responsible != NULL)
    desk_use_case_free_result (DESK_USE_CASE_FIND_RESPONSIBLE, responsible);
}

static void
ask (GtkWidget *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "desk-question");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (question->entry));
  DeskDay day;

  if (!desk_entry_field_parse_day (typed, desk_engine_today (question->engine), &day))
    {
      g_autoptr (DeskProblem) problem = desk_problem_new (DESK_PROBLEM_NOT_A_DAY, "day", -1, typed, NULL);
      g_autofree char *sentence = desk_text_problem_here (question->text, problem);

      gtk_label_set_text (GTK_LABEL (question->answer), *typed != '\0' ? sentence : "");
      return;
    }
  if (day == question->day)
    return;
  question->day = day;
  desk_engine_call_async (question->engine, DESK_USE_CASE_FIND_RESPONSIBLE,
                          desk_get_input_new (DESK_KIND_UNIT, question->unit_id, day), NULL, answered,
                          g_object_ref (dialog));
}

static void
typed (GtkEditable *entry, GtkWidget *dialog)
{
  ask (dialog);
}

static void
gone (GtkWidget *dialog, gpointer data)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "desk-question");

  question->answer = NULL;
}

void
desk_responsible_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskUnit *unit)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = desk_text_fill (_("Who Bore the Fees of %1?"), (const char *[]){ unit->label, NULL });
  g_autofree char *today = desk_text_day (desk_engine_today (engine));
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *group = adw_preferences_group_new ();

  question->engine = g_object_ref (engine);
  question->text = desk_text_ref (text);
  question->unit_id = unit->record.id;
  question->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->entry), _("On the day"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), question->entry);
  question->answer = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (question->answer), TRUE);
  gtk_label_set_xalign (GTK_LABEL (question->answer), 0);
  gtk_label_set_selectable (GTK_LABEL (question->answer), TRUE);
  gtk_widget_set_can_focus (question->answer, FALSE);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), question->answer);
  gtk_widget_set_size_request (box, 360, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "desk-question", question, question_free);
  g_signal_connect (dialog, "destroy", G_CALLBACK (gone), NULL);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), today);
  g_signal_connect (question->entry, "changed", G_CALLBACK (typed), dialog);
  ask (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}
