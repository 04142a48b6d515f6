/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include "desk-cancelled.h"
#include "desk-error.h"
#include "desk-field.h"
#include "desk-string.h"
#include "desk-text-problem.h"

/* What is made of the line. */

/* Returns: what its kind is made into. */
DeskTarget
desk_quick_sheet_target (DeskQuickSheet *self)
{
  switch (desk_quick_sheet_kind (self))
    {
    case DESK_VISIT_REPAIR:
      return DESK_TARGET_REPAIR;
    case DESK_VISIT_COMPLAINT:
      return DESK_TARGET_COMPLAINT;
    case DESK_VISIT_MESSAGE:
      return DESK_TARGET_MEMO;
    default:
      return DESK_TARGET_NONE;
    }
}

/* Returns: (transfer full) (nullable): a field's words, NULL where it is not shown or empty. */
static char *
words_of (GtkWidget *field)
{
  g_autofree char *words = gtk_widget_get_visible (field) ? desk_field_get_typed (DESK_FIELD (field)) : NULL;

  return desk_string_is_empty (words) ? NULL : g_steal_pointer (&words);
}

/* What it is about: the words that are left, after a unit that the register does not know, then the description. */
static char *
about_of (DeskQuickSheet *self, const char *detail)
{
  const DeskQuickEntry *entry = self->result->entry;
  gboolean strange = entry->unit_id == 0 && entry->unit_label != NULL && self->fixed[DESK_QUICK_UNIT] != DESK_LINE_NOBODY;
  g_autofree char *line = strange ? g_strjoin (" ", entry->unit_label, entry->about, NULL) : g_strdup (entry->about);

  if (detail == NULL)
    return g_steal_pointer (&line);
  return desk_string_is_empty (line) ? g_strdup (detail) : g_strjoin ("\n", line, detail, NULL);
}

static void
fill_visit (DeskQuickSheet *self, DeskVisit *visit, const char *about)
{
  const DeskQuickEntry *entry = self->result->entry;
  const char *caller = desk_quick_sheet_caller (self);
  g_autofree char *summary = words_of (self->summary);

  visit->channel = self->fixed[DESK_QUICK_CHANNEL] != 0 ? self->fixed[DESK_QUICK_CHANNEL] : entry->channel;
  visit->kind = entry->kind;
  visit->unit_id = entry->unit_id;
  visit->person_id = entry->person_id;
  if (caller != NULL || (entry->person_id == 0 && !desk_string_is_empty (entry->person_name)))
    desk_text_set (&visit->caller, caller != NULL ? caller : entry->person_name);
  if (self->visit == NULL || entry->phone != NULL)
    desk_text_set (&visit->phone, entry->phone);
  desk_text_set (&visit->about, about);
  if (summary != NULL)
    desk_text_set (&visit->summary, summary);
}

static void
fill_case (DeskQuickSheet *self, DeskCase *service_case, const char *detail)
{
  const DeskQuickEntry *entry = self->result->entry;
  gboolean no_time = self->fixed[DESK_QUICK_TIME] == DESK_LINE_NOBODY;

  service_case->category_id = entry->category_id;
  service_case->urgency = entry->urgency;
  service_case->appointment_from = self->when_from != 0 ? self->when_from : no_time ? 0 : entry->when_from;
  service_case->appointment_to = self->when_from != 0 ? self->when_to : no_time ? 0 : entry->when_to;
  service_case->assignee_id = desk_choice_field_get_value (DESK_CHOICE_FIELD (self->assignee));
  if (!desk_string_is_empty (entry->about))
    desk_text_set (&service_case->title, entry->about);
}

static void
fill_memo (DeskQuickSheet *self, DeskMemo *memo, GPtrArray *problems)
{
  memo->to_id = desk_choice_field_get_value (DESK_CHOICE_FIELD (self->memo_to));
  desk_field_store (DESK_FIELD (self->memo_call), memo, problems);
  memo->read_back = desk_choice_field_get_value (DESK_CHOICE_FIELD (self->memo_read));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskQuickSheet) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  self->saving = FALSE;
  if (self->engine == NULL)
    {
      /* It went meanwhile; what was saved stands. */
    }
  else if (saved != NULL)
    desk_quick_sheet_done (self, saved->id, saved->act_id);
  else if (desk_error_has_problem (error, DESK_PROBLEM_SAVED_ALREADY))
    desk_quick_sheet_done (self, 0, 0); /* the key was taken: it stands */
  else if (!desk_cancelled (error))
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_quick_sheet_say (self, sentence);
    }
  desk_use_case_free_result (use_case, saved);
}

static DeskVisitInput *
make_input (DeskQuickSheet *self, DeskTarget target, GPtrArray *problems)
{
  g_autoptr (DeskRecord) visit
      = self->visit != NULL ? desk_record_copy (self->visit) : desk_record_new (DESK_KIND_VISIT);
  g_autoptr (DeskRecord) service_case = desk_record_new (DESK_KIND_SERVICE_CASE);
  g_autoptr (DeskRecord) memo = desk_record_new (DESK_KIND_MEMO);
  g_autofree char *detail = words_of (self->detail);
  g_autofree char *about = about_of (self, detail);
  DeskVisitInput *in;

  fill_visit (self, (DeskVisit *) visit, about);
  fill_case (self, (DeskCase *) service_case, detail);
  if (target == DESK_TARGET_MEMO)
    fill_memo (self, (DeskMemo *) memo, problems);
  in = desk_visit_input_new (self->key, (DeskVisit *) visit, target, (DeskCase *) service_case, (DeskMemo *) memo);
  if (target == DESK_TARGET_AGAIN)
    in->case_id = ((DeskCaseBrief *) self->result->same->pdata[0])->id;
  return in;
}

/* Saves the line as @target; while it is still being read, as soon as that is done. A second call does nothing. */
void
desk_quick_sheet_save (DeskQuickSheet *self, DeskTarget target, gboolean then_follow_up)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskVisitInput *in;

  if (self->saving || !self->open)
    return;
  if (self->asked || self->result == NULL)
    {
      self->save_waits = TRUE;
      self->save_as = target;
      self->save_follow = then_follow_up;
      return;
    }
  if (target == DESK_TARGET_AGAIN && self->result->same->len == 0)
    return;
  in = make_input (self, target, problems);
  if (problems->len > 0)
    {
      g_autofree char *sentence = desk_text_problem (self->text, problems->pdata[0]);

      desk_visit_input_free (in);
      desk_quick_sheet_say (self, sentence);
      return;
    }
  self->saving = TRUE;
  self->save_follow = then_follow_up;
  desk_quick_sheet_say (self, NULL);
  desk_engine_call_async (self->engine, self->visit != NULL ? DESK_USE_CASE_TURN_VISIT : DESK_USE_CASE_LOG_VISIT, in, NULL,
                          saved_cb, g_object_ref (self));
}
