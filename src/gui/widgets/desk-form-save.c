/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-form-private.h"

#include <glib/gi18n.h>

#include "desk-error.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-text-problem.h"

static void
clear_notices (DeskForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
}

/* Takes all sentences away. */
void
desk_form_clear_problems (DeskForm *self)
{
  clear_notices (self);
  for (guint i = 0; i < self->fields->len; i++)
    desk_field_set_problem (self->fields->pdata[i], NULL);
}

static void
add_notice (DeskForm *self, const char *sentence)
{
  gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("late", "dialog-error-symbolic", sentence, NULL));
}

static void
show_problem (DeskForm *self, const DeskProblem *problem)
{
  DeskField *field = problem->field != NULL ? desk_form_get_field (self, problem->field) : NULL;
  g_autofree char *here = desk_text_problem_here (self->text, problem);
  g_autofree char *whole = NULL;

  if (self->problem != NULL && self->problem (self, problem, here, self->data))
    return;
  if (field != NULL && gtk_widget_get_visible (GTK_WIDGET (field)))
    {
      desk_field_set_problem (field, here);
      return;
    }
  whole = desk_text_problem (self->text, problem);
  add_notice (self, whole);
}

/* Changed meanwhile */

static void
read_record (DeskForm *self, GAsyncReadyCallback callback)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_RECORD,
                          desk_get_input_new (self->record->kind, self->record->id, desk_engine_today (self->engine)), NULL,
                          callback, g_object_ref (self));
}

/* Returns: (transfer full) (nullable): the record as it stands in the store. */
static DeskRecord *
take_record (DeskForm *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  DeskRecordResult *got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskRecord *record = NULL;

  if (got == NULL)
    {
      desk_form_show_error (self, error);
      return NULL;
    }
  record = g_steal_pointer (&got->record);
  desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, got);
  return record;
}

static void
read_anew (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) self = data;
  DeskRecord *record = take_record (self, source, result);

  if (record == NULL || self->engine == NULL)
    {
      desk_record_free (record);
      return;
    }
  desk_record_free (self->record);
  self->record = record;
  desk_form_clear_problems (self);
  desk_form_load (self);
  desk_form_focus (self);
}

static void
reload_clicked (GtkButton *button, DeskForm *self)
{
  read_record (self, read_anew);
}

static void
keep_mine (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) self = data;
  g_autoptr (DeskRecord) record = take_record (self, source, result);

  if (record == NULL || self->engine == NULL)
    return;
  self->record->version = record->version;
  desk_form_save (self);
}

static void
keep_clicked (GtkButton *button, DeskForm *self)
{
  read_record (self, keep_mine);
}

static void
show_stale (DeskForm *self, const GError *error)
{
  g_autofree char *sentence = desk_text_error (self->text, error);
  GtkWidget *notice = desk_notice_new ("soon", "dialog-warning-symbolic", sentence, NULL);
  GtkWidget *reload = desk_notice_add_button (notice, _("Read Anew"));
  GtkWidget *keep = desk_notice_add_button (notice, _("Keep Mine"));

  g_signal_connect (reload, "clicked", G_CALLBACK (reload_clicked), self);
  g_signal_connect (keep, "clicked", G_CALLBACK (keep_clicked), self);
  gtk_box_append (GTK_BOX (self->notices), notice);
  gtk_widget_grab_focus (reload);
}

/* Says what is wrong: under the fields it is about, what is about none of them on top. */
void
desk_form_show_error (DeskForm *self, const GError *error)
{
  const GPtrArray *problems = desk_error_get_problems (error);

  desk_form_clear_problems (self);
  if (g_error_matches (error, DESK_ERROR, DESK_ERROR_STALE) && self->record->id != 0)
    {
      show_stale (self, error);
      return;
    }
  if (problems == NULL || problems->len == 0)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      add_notice (self, sentence);
    }
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    show_problem (self, problems->pdata[i]);
  desk_form_focus (self);
}

/* Saving */

static void
saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  self->saving = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "saving");
  if (saved != NULL && saved->request_id != 0)
    {
      desk_use_case_free_result (use_case, saved);
      desk_form_asked (self, use_case);
    }
  else if (saved != NULL)
    {
      gint64 id = saved->id, act = saved->act_id;

      desk_use_case_free_result (use_case, saved);
      desk_form_saved (self, id, act);
    }
  else if (g_error_matches (error, DESK_ERROR, DESK_ERROR_DUPLICATE)
           && desk_error_has_problem (error, DESK_PROBLEM_SAVED_ALREADY))
    desk_form_saved (self, self->record->id, 0); /* the key was taken: it stands */
  else
    desk_form_show_error (self, error);
}

static gboolean
is_looking_up (DeskForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (gtk_widget_get_visible (self->fields->pdata[i]) && desk_field_is_looking_up (self->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A field knows what stands there: the save that waited for it goes on. */
void
desk_form_settled (DeskForm *self)
{
  if (self->saves_settled)
    desk_form_save (self);
}

/* Saves what stands in the fields. A second call while the first is under way does nothing. */
void
desk_form_save (DeskForm *self)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (DeskRecord) record = NULL;
  DeskUseCase use_case = self->use_case;
  gpointer input = NULL;

  if (self->saving)
    return;
  self->saves_settled = is_looking_up (self);
  if (self->saves_settled)
    return;
  record = desk_record_copy (self->record);
  for (guint i = 0; i < self->fields->len; i++)
    if (gtk_widget_get_visible (self->fields->pdata[i]))
      desk_field_store (self->fields->pdata[i], record, problems);
  if (problems->len == 0)
    input = self->input != NULL ? self->input (self, self->key, record, &use_case, problems, self->data)
                                : desk_record_input_new (self->key, record);
  if (input == NULL)
    {
      desk_form_clear_problems (self);
      for (guint i = 0; i < problems->len; i++)
        show_problem (self, problems->pdata[i]);
      desk_form_focus (self);
      return;
    }
  desk_form_clear_problems (self);
  self->saving = TRUE;
  desk_engine_call_async (self->engine, use_case, input, NULL, saved, g_object_ref (self));
}

/* Taking away */

static void
removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  self->saving = FALSE;
  if (saved != NULL && saved->request_id != 0)
    {
      desk_use_case_free_result (use_case, saved);
      desk_form_asked (self, use_case);
    }
  else if (saved != NULL)
    {
      gint64 act = saved->act_id;

      desk_use_case_free_result (use_case, saved);
      desk_form_removed (self, act);
    }
  else
    desk_form_show_error (self, error);
}

/* Takes the record away; undo brings it back. */
void
desk_form_remove_record (DeskForm *self)
{
  g_autofree char *key = desk_id_new_key ();

  if (self->saving || self->record->id == 0)
    return;
  self->saving = TRUE;
  desk_engine_call_async (self->engine, self->remove_use_case,
                          desk_remove_input_new (key, self->record->id, self->record->version), NULL, removed,
                          g_object_ref (self));
}
