/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-form.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-decimal.h"
#include "desk-entry-field.h"
#include "desk-form.h"
#include "desk-lines-field.h"
#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-time-field.h"

#define LETTER_HEIGHT 200
#define GOODWILL "goodwill_typed" /* yuan as typed: the record has fen */

/* Which case a form is about; held by the form. */
typedef struct
{
  gint64 case_id;
  gint64 version;
  GArray *ids; /* (nullable): of several */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  if (subject->ids != NULL)
    g_array_unref (subject->ids);
  g_free (subject);
}

static const char *
where_of (const DeskCasePage *page)
{
  return page->unit_label != NULL ? page->unit_label : page->place_name != NULL ? page->place_name : page->service_case->number;
}

/* @record: (transfer full). */
static DeskForm *
form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const char *what, const char *draft,
          DeskRecord *record, const DeskCasePage *page, DeskUseCase use_case, DeskFormInput input)
{
  const DeskCase *c = page->service_case;
  Subject *subject = g_new0 (Subject, 1);
  g_autofree char *about = desk_text_printable (c->title, 24);
  g_autofree char *title = g_strdup_printf ("%s · %s %s", what, where_of (page), about);
  GtkWidget *form = desk_form_new (engine, text, title, record);

  subject->case_id = c->record.id;
  subject->version = c->record.version;
  g_object_set_data_full (G_OBJECT (form), "desk-subject", subject, subject_free);
  desk_form_set_use_case (DESK_FORM (form), use_case, input, subject);
  if (draft != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s:%s/%" G_GINT64_FORMAT, family->id, draft, c->record.id);

      desk_form_set_draft_name (DESK_FORM (form), name);
    }
  return DESK_FORM (form);
}

/* Signing a stage */

static gpointer
stage_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskCaseEvent *event = (DeskCaseEvent *) record;

  return desk_stage_input_new (key, event->case_id, (DeskStage) event->stage, event->until, event->text);
}

static const char *
stage_word (gint64 stage)
{
  switch ((DeskStage) stage)
    {
    case DESK_STAGE_CONTACT:
      return C_("stage asks", "What they said");
    case DESK_STAGE_PROGRESS:
      return C_("stage asks", "What they were told");
    case DESK_STAGE_EVIDENCE:
      return C_("stage asks", "What was found");
    case DESK_STAGE_PLAN:
      return C_("stage asks", "The plan");
    case DESK_STAGE_DECISION:
      return C_("stage asks", "What was decided");
    case DESK_STAGE_ANSWER:
      return C_("stage asks", "The answer");
    case DESK_STAGE_SOLVED:
    case DESK_STAGE_CALLBACK:
    default:
      return C_("stage asks", "What was done");
    }
}

/* The one that is to be signed next. A written answer begins with what was kept of it. */
GtkWidget *
desk_stage_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                     const DeskCasePage *page)
{
  const DeskComplaintStage *stage = ((DeskStageLine *) page->stages->pdata[page->stage])->stage;
  DeskRecord *record = desk_record_new (DESK_KIND_CASE_EVENT);
  DeskCaseEvent *event = (DeskCaseEvent *) record;
  const char *name = desk_text_enum (text, &desk_enum_stage, stage->stage);
  g_autofree char *what = desk_text_fill (C_("deed", "Sign %1"), (const char *[]){ name, NULL });
  DeskField *words;
  DeskForm *form;

  event->case_id = page->service_case->record.id;
  event->stage = stage->stage;
  if (stage->stage == DESK_STAGE_ANSWER && page->complaint != NULL)
    desk_text_set (&event->text, page->complaint->letter);
  form = form_new (engine, text, family, what, deed->id, record, page, DESK_USE_CASE_SIGN_STAGE, stage_input);
  words = desk_form_add (form, desk_lines_field_new (), DESK_KIND_CASE_EVENT, "text", stage_word (stage->stage));
  if (stage->stage == DESK_STAGE_ANSWER)
    desk_lines_field_set_height (DESK_LINES_FIELD (words), LETTER_HEIGHT);
  if (stage->stage == DESK_STAGE_PLAN)
    desk_form_add (form, desk_time_field_new (engine, text), DESK_KIND_CASE_EVENT, "until", C_("stage asks", "Solved by"));
  desk_form_set_save_label (form, what);
  desk_form_load (form);
  return GTK_WIDGET (form);
}

/* Severity */

static gpointer
escalate_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
                gpointer data)
{
  const Subject *subject = data;
  const DeskCaseEvent *event = (DeskCaseEvent *) record;

  return desk_escalate_input_new (key, subject->case_id, subject->version, event->severity, event->text);
}

GtkWidget *
desk_escalate_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                        const DeskCasePage *page)
{
  DeskRecord *record = desk_record_new (DESK_KIND_CASE_EVENT);
  GtkWidget *field = desk_choice_field_new ();
  gint64 values[DESK_SEVERITY_MAJOR];
  const char *labels[DESK_SEVERITY_MAJOR];
  guint n = 0;
  DeskForm *form;

  for (gint64 severity = page->service_case->severity + 1; severity <= DESK_SEVERITY_MAJOR; severity++, n++)
    {
      values[n] = severity;
      labels[n] = desk_text_enum (text, &desk_enum_severity, severity);
    }
  ((DeskCaseEvent *) record)->severity = values[0];
  form = form_new (engine, text, family, C_("deed", "Escalate"), deed->id, record, page,
                   DESK_USE_CASE_ESCALATE_COMPLAINT, escalate_input);
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), values, labels, n);
  desk_form_add (form, desk_entry_field_new (), DESK_KIND_CASE_EVENT, "text", C_("move asks", "Why"));
  desk_form_add (form, field, DESK_KIND_CASE_EVENT, "severity", desk_text_field (text, DESK_KIND_SERVICE_CASE, "severity"));
  desk_form_set_quick (form);
  desk_form_set_save_label (form, C_("deed", "Escalate"));
  desk_form_set_outcome (form, _("The supervisor is told at once."));
  desk_form_load (form);
  return GTK_WIDGET (form);
}

/* What was found */

static gpointer
finding_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
               gpointer data)
{
  DeskField *field = desk_form_get_field (form, GOODWILL);
  g_autofree char *half = desk_string_half_width (desk_entry_field_get_text (DESK_ENTRY_FIELD (field)));
  g_auto (GStrv) parts = g_strsplit_set (half, "¥, ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  DeskComplaint *complaint = (DeskComplaint *) record;

  complaint->goodwill = 0;
  if (*plain != '\0' && !desk_decimal_parse (plain, DESK_DIGITS_MONEY, &complaint->goodwill))
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, GOODWILL, -1, plain, NULL));
      return NULL;
    }
  return desk_record_input_new (key, complaint);
}

/* The amount is asked for in a field of another name. */
static gboolean
place_problem (DeskForm *form, const DeskProblem *problem, const char *sentence, gpointer data)
{
  if (g_strcmp0 (problem->field, "goodwill") != 0 && g_strcmp0 (problem->field, GOODWILL) != 0)
    return FALSE;
  desk_field_set_problem (desk_form_get_field (form, GOODWILL), sentence);
  return TRUE;
}

GtkWidget *
desk_finding_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                       const DeskCasePage *page)
{
  DeskRecord *record = page->complaint != NULL ? desk_record_copy (page->complaint) : desk_record_new (DESK_KIND_COMPLAINT);
  DeskComplaint *complaint = (DeskComplaint *) record;
  GtkWidget *goodwill = desk_entry_field_new ();
  DeskForm *form;

  complaint->case_id = page->service_case->record.id;
  form = form_new (engine, text, family, C_("deed", "Finding"), deed->id, record, page, DESK_USE_CASE_SAVE_COMPLAINT,
                   finding_input);
  desk_form_set_problem_func (form, place_problem);
  desk_form_add_choice (form, "finding");
  desk_form_add_entry (form, "department", NULL);
  desk_form_add_lines (form, "cause");
  desk_form_add_lines (form, "remedy");
  desk_form_add (form, goodwill, DESK_KIND_COMPLAINT, GOODWILL, desk_text_field (text, DESK_KIND_COMPLAINT, "goodwill"));
  desk_lines_field_set_height (DESK_LINES_FIELD (desk_form_add_lines (form, "letter")), LETTER_HEIGHT);
  desk_form_load (form);
  if (complaint->goodwill != 0)
    {
      g_autofree char *amount = desk_decimal_format (complaint->goodwill, DESK_DIGITS_MONEY);

      desk_entry_field_set_text (DESK_ENTRY_FIELD (goodwill), amount);
    }
  return GTK_WIDGET (form);
}

/* Joining */

static gpointer
join_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const Subject *subject = data;

  return desk_join_input_new (key, (const gint64 *) (gpointer) subject->ids->data, subject->ids->len, subject->case_id);
}

/**
 * desk_join_form_new:
 * @page: of the case the others go into
 * @ids: (element-type gint64): of all of them; a reference is taken
 */
GtkWidget *
desk_join_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCasePage *page, GArray *ids)
{
  g_autofree char *number = desk_text_number (ids->len);
  g_autofree char *what = desk_text_fill (ngettext ("Join %1 Case", "Join %1 Cases", ids->len), (const char *[]){ number, NULL });
  g_autofree char *outcome = desk_text_fill (_("%1 stays; the others are closed as joined to it."),
                                             (const char *[]){ page->service_case->number, NULL });
  DeskForm *form = form_new (engine, text, family, what, NULL, desk_record_new (DESK_KIND_CASE_EVENT), page,
                             DESK_USE_CASE_JOIN_CASES, join_input);
  Subject *subject = g_object_get_data (G_OBJECT (form), "desk-subject");

  subject->ids = g_array_ref (ids);
  desk_form_set_quick (form);
  desk_form_set_outcome (form, outcome);
  desk_form_set_save_label (form, what);
  desk_form_load (form);
  return GTK_WIDGET (form);
}
