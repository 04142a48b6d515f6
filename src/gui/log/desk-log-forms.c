/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-log-forms.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-choice-field.h"
#include "desk-entry-field.h"
#include "desk-form.h"
#include "desk-pick-field.h"
#include "desk-staff-choice.h"
#include "desk-text-label.h"
#include "desk-time-field.h"

#define HOUR 3600

/* What a form is made of, until entry and colleagues have been read. */
typedef struct
{
  DeskWindow *window;
  DeskEngine *engine;
  DeskText *text;
  DeskLogForm which;
  gint64 visit_id, memo_id;
  DeskVisitPage *page;
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->window);
  g_object_unref (order->engine);
  desk_text_unref (order->text);
  if (order->page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_VISIT_PAGE, order->page);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static DeskMemo *
memo_of (const Order *order)
{
  for (guint i = 0; i < order->page->memos->len; i++)
    {
      DeskMemo *memo = ((DeskMemoCard *) order->page->memos->pdata[i])->memo;

      if (memo->record.id == order->memo_id)
        return memo;
    }
  return NULL;
}

/* What each makes of its record; the entry hangs on the form. */

static const DeskVisit *
visit_of (DeskForm *form)
{
  return g_object_get_data (G_OBJECT (form), "desk-visit");
}

static gpointer
edit_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  return desk_visit_input_new (key, (DeskVisit *) record, DESK_TARGET_NONE, NULL, NULL);
}

static gpointer
memo_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  return desk_visit_input_new (key, visit_of (form), DESK_TARGET_MEMO, NULL, (DeskMemo *) record);
}

static gpointer
follow_up_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
                 gpointer data)
{
  DeskVisitInput *in = desk_visit_input_new (key, visit_of (form), DESK_TARGET_FOLLOW_UP, NULL, NULL);

  in->follow_up = desk_record_copy (record);
  return in;
}

static gpointer
hand_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskVisit *visit = (DeskVisit *) record;
  gboolean offers = GPOINTER_TO_INT (data) == DESK_LOG_FORM_HAND;

  return desk_visit_step_input_new (key, record->id, record->version,
                                    offers ? DESK_VISIT_STEP_OFFER : DESK_VISIT_STEP_RETURN, offers ? visit->offered_id : 0,
                                    visit->handing_reason);
}

static gpointer
answer_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const char *answer = ((DeskMemo *) record)->answer;

  return desk_memo_input_new (key, record->id, record->version, answer != NULL ? answer : "");
}

/* Their fields */

static DeskField *
add_staff (DeskForm *form, DeskKind kind, const char *name, const DeskStaffList *staff)
{
  DeskText *text = desk_form_get_text (form);
  GtkWidget *field = desk_staff_choice_new (desk_form_get_engine (form), text, staff);

  return desk_form_add (form, field, kind, name, desk_text_field (text, kind, name));
}

static GtkWidget *
add_time (DeskForm *form, DeskKind kind, const char *name)
{
  DeskText *text = desk_form_get_text (form);
  GtkWidget *field = desk_time_field_new (desk_form_get_engine (form), text);

  desk_form_add (form, field, kind, name, desk_text_field (text, kind, name));
  return field;
}

static void
add_yes_no (DeskForm *form, DeskKind kind, const char *name)
{
  const gint64 values[] = { 0, 1 };
  const char *const words[] = { C_("read back", "Not yet"), C_("read back", "Done") };
  GtkWidget *field = desk_choice_field_new ();

  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), values, words, G_N_ELEMENTS (values));
  desk_form_add (form, field, kind, name, desk_text_field (desk_form_get_text (form), kind, name));
}

static void
fill_edit (DeskForm *form, const DeskStaffList *staff)
{
  const DeskVisit *visit = visit_of (form);

  desk_form_add_lines (form, "about");
  desk_form_add_choice (form, "channel");
  desk_form_add_choice (form, "kind");
  desk_form_add_pick (form, "unit_id", DESK_KIND_UNIT, FALSE);
  desk_form_add_pick (form, "person_id", DESK_KIND_PERSON, FALSE);
  desk_form_add_entry (form, "caller", NULL);
  desk_form_add_entry (form, "phone", NULL);
  if (visit->closed_at != 0)
    desk_form_add_lines (form, "summary");
}

static void
fill_memo (DeskForm *form, const DeskStaffList *staff)
{
  add_staff (form, DESK_KIND_MEMO, "to_id", staff);
  desk_form_add_lines (form, "text");
  desk_time_field_set_optional (DESK_TIME_FIELD (add_time (form, DESK_KIND_MEMO, "call_at")));
  desk_form_add_entry (form, "from_name", NULL);
  add_yes_no (form, DESK_KIND_MEMO, "read_back");
  desk_form_set_save_label (form, _("Leave Message"));
}

static void
fill_follow_up (DeskForm *form, const DeskStaffList *staff)
{
  desk_form_add_entry (form, "note", NULL);
  add_time (form, DESK_KIND_FOLLOW_UP, "due_at");
  desk_staff_choice_fill (DESK_CHOICE_FIELD (add_staff (form, DESK_KIND_FOLLOW_UP, "owner_id", staff)),
                          desk_form_get_engine (form), desk_form_get_text (form), staff, TRUE);
  desk_form_set_save_label (form, _("Keep It"));
}

static void
fill_hand (DeskForm *form, const DeskStaffList *staff)
{
  add_staff (form, DESK_KIND_VISIT, "offered_id", staff);
  desk_form_add_entry (form, "handing_reason", NULL);
  desk_form_set_save_label (form, _("Hand On"));
}

static void
fill_return (DeskForm *form, const DeskStaffList *staff)
{
  desk_form_add_entry (form, "handing_reason", NULL);
  desk_form_set_save_label (form, _("Return"));
}

static void
fill_answer (DeskForm *form, const DeskStaffList *staff)
{
  desk_form_add_lines (form, "answer");
  desk_form_set_save_label (form, _("Answered"));
}

/* Route, title, record, what it does, its fields. */
static const struct
{
  const char *route;
  const char *title;
  DeskKind kind; /* of the record the fields write into */
  DeskUseCase use_case;
  DeskFormInput input;
  void (*fill) (DeskForm *form, const DeskStaffList *staff);
} forms[DESK_N_LOG_FORMS] = {
  [DESK_LOG_FORM_EDIT] = { "edit", N_("Log Entry"), DESK_KIND_VISIT, DESK_USE_CASE_TURN_VISIT, edit_input, fill_edit },
  [DESK_LOG_FORM_MEMO]
  = { "memo", N_("Message for a Colleague"), DESK_KIND_MEMO, DESK_USE_CASE_TURN_VISIT, memo_input, fill_memo },
  [DESK_LOG_FORM_FOLLOW_UP]
  = { "follow-up", N_("New Follow-up"), DESK_KIND_FOLLOW_UP, DESK_USE_CASE_TURN_VISIT, follow_up_input, fill_follow_up },
  [DESK_LOG_FORM_HAND]
  = { "hand", N_("Hand On the Entry"), DESK_KIND_VISIT, DESK_USE_CASE_STEP_VISIT, hand_input, fill_hand },
  [DESK_LOG_FORM_RETURN]
  = { "return", N_("Return the Entry"), DESK_KIND_VISIT, DESK_USE_CASE_STEP_VISIT, hand_input, fill_return },
  [DESK_LOG_FORM_ANSWER]
  = { "answer", N_("Message Answered"), DESK_KIND_MEMO, DESK_USE_CASE_ANSWER_MEMO, answer_input, fill_answer },
};

/* Returns: (transfer full) (nullable): what the form begins with; NULL where it means nothing any more. */
static DeskRecord *
begin_record (const Order *order)
{
  const DeskVisit *visit = order->page->visit;
  DeskRecord *record;

  switch ((int) order->which)
    {
    case DESK_LOG_FORM_MEMO:
      record = desk_record_new (DESK_KIND_MEMO);
      desk_text_set (&((DeskMemo *) record)->text, visit->about);
      desk_text_set (&((DeskMemo *) record)->from_name,
                     order->page->person_name != NULL ? order->page->person_name : visit->caller);
      return record;
    case DESK_LOG_FORM_FOLLOW_UP:
      record = desk_record_new (DESK_KIND_FOLLOW_UP);
      ((DeskFollowUp *) record)->topic = DESK_TOPIC_TASK;
      ((DeskFollowUp *) record)->owner_id = desk_engine_get_actor (order->engine)->staff_id;
      ((DeskFollowUp *) record)->due_at = (desk_engine_now (order->engine) / 60 + 60) * 60;
      return record;
    case DESK_LOG_FORM_ANSWER:
      return desk_record_copy (memo_of (order));
    default:
      record = desk_record_copy (visit);
      if (order->which == DESK_LOG_FORM_HAND || order->which == DESK_LOG_FORM_RETURN)
        desk_text_set (&((DeskVisit *) record)->handing_reason, "");
      return record;
    }
}

static void
say_saved (DeskForm *form, gint64 id, gint64 act_id, DeskWindow *window)
{
  DeskUseCase use_case = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "desk-use-case"));
  const char *place = g_object_get_data (G_OBJECT (form), "desk-place");
  g_autofree char *words = desk_text_act_on (desk_form_get_text (form), desk_use_case_nick (use_case), FALSE, place);

  if (act_id != 0)
    desk_window_toast_undo (window, words, act_id);
}

static void
present (const Order *order, const DeskStaffList *staff)
{
  DeskRecord *record = begin_record (order);
  const char *place = order->page->unit_label != NULL ? order->page->unit_label : "";
  const char *bare = _(forms[order->which].title);
  g_autofree char *title = *place != '\0' ? g_strdup_printf ("%s · %s", place, bare) : g_strdup (bare);
  g_autofree char *draft = g_strdup_printf ("log:%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, forms[order->which].route,
                                            order->visit_id, order->memo_id);
  GtkWidget *form;

  if (record == NULL)
    return;
  form = desk_form_new (order->engine, order->text, title, record);
  g_object_set_data_full (G_OBJECT (form), "desk-visit", desk_record_copy (order->page->visit), desk_record_free);
  g_object_set_data_full (G_OBJECT (form), "desk-place", g_strdup (place), g_free);
  g_object_set_data (G_OBJECT (form), "desk-use-case", GINT_TO_POINTER (forms[order->which].use_case));
  desk_form_set_use_case (DESK_FORM (form), forms[order->which].use_case, forms[order->which].input,
                          GINT_TO_POINTER (order->which));
  forms[order->which].fill (DESK_FORM (form), staff);
  desk_form_set_draft_name (DESK_FORM (form), draft);
  desk_form_load (DESK_FORM (form));
  g_signal_connect_object (form, "saved", G_CALLBACK (say_saved), order->window, 0);
  desk_window_present_form (order->window, form);
}

static void
on_staff_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  DeskStaffList *staff = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (staff != NULL)
    present (order, staff);
  else if (!desk_cancelled (error))
    desk_window_say_error (order->window, error);
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, staff);
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;

  order->page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  if (order->page == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (order->window, error);
      order_free (order);
      return;
    }
  desk_engine_call_async (order->engine, DESK_USE_CASE_LIST_STAFF,
                          desk_get_input_new (DESK_KIND_STAFF, 0, desk_engine_today (order->engine)), NULL, on_staff_cb,
                          order);
}

/* Opens one of the forms over the window. @memo_id: of ANSWER. */
void
desk_log_form_open (DeskWindow *window, DeskLogForm which, gint64 visit_id, gint64 memo_id)
{
  Order *order;

  if (window == NULL || visit_id == 0)
    return;
  order = g_new0 (Order, 1);
  order->window = g_object_ref (window);
  order->engine = g_object_ref (desk_window_get_engine (window));
  order->text = desk_text_ref (desk_window_get_text (window));
  order->which = which;
  order->visit_id = visit_id;
  order->memo_id = memo_id;
  desk_engine_call_async (order->engine, DESK_USE_CASE_GET_VISIT_PAGE,
                          desk_get_input_new (DESK_KIND_VISIT, visit_id, desk_engine_today (order->engine)), NULL,
                          on_page_cb, order);
}

/* Opens the form whose words are kept under "log:@route". Returns: FALSE when it is none of these. */
gboolean
desk_log_form_resume (DeskWindow *window, const char *route)
{
  g_auto (GStrv) parts = g_strsplit (route, "/", -1);

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < DESK_N_LOG_FORMS; i++)
    if (g_str_equal (parts[0], forms[i].route))
      {
        desk_log_form_open (window, (DeskLogForm) i, g_ascii_strtoll (parts[1], NULL, 10),
                            g_ascii_strtoll (parts[2], NULL, 10));
        return TRUE;
      }
  return FALSE;
}
