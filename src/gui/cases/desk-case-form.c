/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-form.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-choice-field.h"
#include "desk-entry-field.h"
#include "desk-form.h"
#include "desk-notice.h"
#include "desk-pick-field.h"
#include "desk-string.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-time-field.h"

#define READ_AFTER 150 /* ms of rest */

/* A form that reads along: lives as long as the form. */
typedef struct
{
  DeskForm *form; /* owns this */
  DeskEngine *engine;
  DeskText *text;
  const DeskCaseFamily *family;
  GtkWidget *notices;
  guint source;
  GCancellable *reading;
  gint64 guessed; /* category, 0 none */
  gint64 from_id; /* the case it comes out of, 0 none */
} Along;

static void
along_free (gpointer data)
{
  Along *along = data;

  g_clear_handle_id (&along->source, g_source_remove);
  if (along->reading != NULL)
    g_cancellable_cancel (along->reading);
  g_clear_object (&along->reading);
  g_object_unref (along->engine);
  desk_text_unref (along->text);
  g_free (along);
}

static DeskField *
field_of (Along *along, const char *name)
{
  return desk_form_get_field (along->form, name);
}

/* What is typed is read along */

static void
add_notice (Along *along, const char *style, const char *icon, const char *fact, const char *advice)
{
  if (fact != NULL && *fact != '\0')
    gtk_box_append (GTK_BOX (along->notices), desk_notice_new (style, icon, fact, advice));
}

static void
show_same (Along *along, const DeskLineResult *line, gint64 now)
{
  const DeskCaseBrief *last;
  g_autofree char *when = NULL;
  g_autofree char *fact = NULL;

  if (line->same->len == 0)
    return;
  last = line->same->pdata[0];
  when = desk_text_time (along->text, last->opened_at, now);
  fact = desk_text_fill (_("The same fault here %1: %2 %3"), (const char *[]){ when, last->number, last->title, NULL });
  add_notice (along, "soon", "dialog-warning-symbolic", fact, _("If it is the same, reopen that one instead: Ctrl+K and its number."));
}

/* Others in the building complain about the same. */
static void
show_near (Along *along, const DeskLineResult *line, gint64 now)
{
  const DeskCaseBrief *last;
  g_autofree char *when = NULL;
  g_autofree char *number = desk_text_number (line->near->len);
  g_autofree char *fact = NULL;
  g_autofree char *advice = NULL;

  if (line->near->len == 0)
    return;
  last = line->near->pdata[0];
  when = desk_text_time (along->text, last->opened_at, now);
  fact = desk_text_fill (ngettext ("%1 more about the same in this building", "%1 more about the same in this building",
                                   line->near->len),
                         (const char *[]){ number, NULL });
  advice = desk_text_fill (_("The last one %1: %2 %3"), (const char *[]){ when, last->number, last->title, NULL });
  add_notice (along, "soon", "dialog-warning-symbolic", fact, advice);
}

static void
show_line (Along *along, const DeskLineResult *line)
{
  gint64 now = desk_engine_now (along->engine);
  g_autofree char *response = desk_text_time (along->text, line->response_due, now);
  g_autofree char *completion = desk_text_time (along->text, line->completion_due, now);
  g_autofree char *warranty = desk_text_warranty (along->text, &line->warranty);
  g_autofree char *script = line->script != NULL ? desk_text_printable (line->script, 0) : g_strdup ("");
  g_autofree char *outcome = NULL;
  DeskField *category = field_of (along, "category_id");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (along->notices)) != NULL)
    gtk_box_remove (GTK_BOX (along->notices), child);
  along->guessed = line->entry->category_id;
  if (desk_choice_field_get_value (DESK_CHOICE_FIELD (category)) == 0 && line->category != NULL)
    {
      g_autofree char *words = desk_text_fill (_("By its words: %1"), (const char *[]){ line->category, NULL });

      desk_field_set_note (category, words);
    }
  else
    desk_field_set_note (category, NULL);
  show_same (along, line, now);
  show_near (along, line, now);
  add_notice (along, "info", "dialog-information-symbolic", *script != '\0' ? C_("intake", "Ask") : NULL, script);
  add_notice (along, "info", "desk-building-symbolic", *warranty != '\0' ? C_("case", "Warranty") : NULL, warranty);
  if (line->completion_due != 0)
    outcome = desk_text_fill (_("First answer by %1, done by %2"), (const char *[]){ response, completion, NULL });
  desk_form_set_outcome (along->form, outcome);
}

static void
line_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) form = data;
  g_autoptr (GError) error = NULL;
  DeskLineResult *line = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  Along *along = g_object_get_data (G_OBJECT (form), "desk-along");

  if (line == NULL)
    return; /* overtaken by the next one, or there is nothing to say about it */
  if (along != NULL && gtk_widget_get_root (GTK_WIDGET (form)) != NULL)
    show_line (along, line);
  desk_use_case_free_result (DESK_USE_CASE_READ_LINE, line);
}

static gboolean
read_along (gpointer data)
{
  Along *along = data;
  const char *title = desk_entry_field_get_text (DESK_ENTRY_FIELD (field_of (along, "title")));
  DeskLineInput *in;

  along->source = 0;
  if (along->reading != NULL)
    g_cancellable_cancel (along->reading);
  g_clear_object (&along->reading);
  along->reading = g_cancellable_new ();
  in = desk_line_input_new (title);
  in->unit_id = desk_pick_field_get_picked (DESK_PICK_FIELD (field_of (along, "unit_id")));
  in->category_id = desk_choice_field_get_value (DESK_CHOICE_FIELD (field_of (along, "category_id")));
  if (field_of (along, "urgency") != NULL)
    in->urgency = desk_choice_field_get_value (DESK_CHOICE_FIELD (field_of (along, "urgency")));
  in->kind = along->family->kind == DESK_CASE_COMPLAINT ? DESK_VISIT_COMPLAINT : DESK_VISIT_REPAIR;
  desk_engine_call_async (along->engine, DESK_USE_CASE_READ_LINE, in, along->reading, line_read, g_object_ref (along->form));
  return G_SOURCE_REMOVE;
}

static void
typed (DeskField *field, Along *along)
{
  g_clear_handle_id (&along->source, g_source_remove);
  along->source = g_timeout_add (READ_AFTER, read_along, along);
}

/* Fields */

static void
add_categories (DeskForm *form, DeskText *text, const DeskCaseSettings *settings, DeskCaseKind kind, gint64 chosen)
{
  GtkWidget *field = desk_choice_field_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 none = 0;
  const char *group = "";

  g_array_append_val (values, none);
  g_ptr_array_add (labels, g_strdup (_("By its words")));
  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *category = settings->categories->pdata[i];

      if (category->case_kind != kind || (category->retired_on != 0 && category->record.id != chosen))
        continue;
      if (category->parent_id == 0)
        {
          group = category->name;
          continue;
        }
      for (guint k = 0; k < settings->categories->len; k++)
        if (((DeskCategory *) settings->categories->pdata[k])->record.id == category->parent_id)
          group = ((DeskCategory *) settings->categories->pdata[k])->name;
      g_array_append_val (values, category->record.id);
      g_ptr_array_add (labels, g_strdup_printf ("%s › %s", group, category->name));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) (gpointer) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_SERVICE_CASE, "category_id", desk_text_field (text, DESK_KIND_SERVICE_CASE, "category_id"));
}

/* A public place where it is no unit. */
static void
add_places (DeskForm *form, DeskText *text, const DeskCaseSettings *settings)
{
  GtkWidget *field;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gint64 none = 0;

  if (settings->places->len == 0)
    return;
  g_array_append_val (values, none);
  g_ptr_array_add (labels, (gpointer) C_("public place", "None"));
  for (guint i = 0; i < settings->places->len; i++)
    {
      const DeskPlace *place = settings->places->pdata[i];

      g_array_append_val (values, place->record.id);
      g_ptr_array_add (labels, place->name);
    }
  field = desk_choice_field_new ();
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) (gpointer) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_SERVICE_CASE, "place_id", desk_text_field (text, DESK_KIND_SERVICE_CASE, "place_id"));
}

/* How severe it is: what its category says, or more. */
static void
add_severity (DeskForm *form, DeskText *text)
{
  static const gint64 values[] = { 0, DESK_SEVERITY_ORDINARY, DESK_SEVERITY_SERIOUS, DESK_SEVERITY_MAJOR };
  const char *labels[G_N_ELEMENTS (values)] = { C_ ("severity", "As its category") };
  GtkWidget *field = desk_choice_field_new ();

  for (guint i = 1; i < G_N_ELEMENTS (values); i++)
    labels[i] = desk_text_enum (text, &desk_enum_severity, values[i]);
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), values, labels, G_N_ELEMENTS (values));
  desk_form_add (form, field, DESK_KIND_SERVICE_CASE, "severity", desk_text_field (text, DESK_KIND_SERVICE_CASE, "severity"));
}

static gpointer
case_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  Along *along = data;
  g_autoptr (DeskRecord) copy = desk_record_copy (record);
  DeskCase *c = (DeskCase *) copy;
  DeskCaseInput *in;

  c->kind = along->family->kind;
  if (c->category_id == 0)
    c->category_id = along->guessed;
  if (c->unit_id != 0)
    c->place_id = 0;
  if (record->id != 0)
    g_clear_pointer (&c->phone, g_free); /* masked here: it stays as it stands */
  *use_case = record->id != 0 ? DESK_USE_CASE_EDIT_CASE : DESK_USE_CASE_OPEN_CASE;
  in = desk_case_input_new (key, c, NULL);
  in->from_id = record->id == 0 ? along->from_id : 0;
  return in;
}

static GtkWidget *
build (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, DeskRecord *record, gint64 from_id,
       const DeskCaseSettings *settings)
{
  gboolean fresh = record->id == 0;
  DeskCase *c = (DeskCase *) record;
  g_autofree char *title = fresh ? g_strdup (_(family->make)) : desk_text_fill (_("Edit %1"), (const char *[]){ c->number, NULL });
  GtkWidget *widget = desk_form_new (engine, text, title, record);
  DeskForm *form = DESK_FORM (widget);
  Along *along = g_new0 (Along, 1);
  const char *const watched[] = { "unit_id", "title", "category_id", "urgency" };

  *along = (Along){ .form = form, .engine = g_object_ref (engine), .text = desk_text_ref (text), .family = family,
                     .from_id = from_id };
  g_object_set_data_full (G_OBJECT (form), "desk-along", along, along_free);
  desk_form_set_use_case (form, fresh ? DESK_USE_CASE_OPEN_CASE : DESK_USE_CASE_EDIT_CASE, case_input, along);
  desk_form_add_pick (form, "unit_id", DESK_KIND_UNIT, FALSE);
  if (c->unit_id == 0)
    add_places (form, text, settings);
  desk_form_add_entry (form, "title", NULL);
  add_categories (form, text, settings, family->kind, c->category_id);
  if (family->kind == DESK_CASE_REPAIR)
    desk_form_add_choice (form, "urgency");
  else if (fresh)
    add_severity (form, text);
  desk_form_add_entry (form, "caller", NULL);
  if (fresh)
    desk_form_add_entry (form, "phone", NULL);
  desk_form_add_lines (form, "detail");
  if (!fresh && c->kind == DESK_CASE_REPAIR)
    desk_form_add_entry (form, "warranty_denied", NULL);
  along->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  desk_form_add_widget (form, along->notices);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    if (field_of (along, watched[i]) != NULL)
      g_signal_connect (field_of (along, watched[i]), "changed", G_CALLBACK (typed), along);
  if (fresh)
    desk_form_set_save_label (form, C_("case", "Make It"));
  return widget;
}

/* Showing */

typedef struct
{
  DeskWindow *window;
  DeskEngine *engine;
  DeskText *text;
  const DeskCaseFamily *family;
  DeskRecord *record;
  char *unit_label;
  gint64 from_id;
  GObject *owner;
  DeskCaseFormDone done;
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->window);
  g_object_unref (order->engine);
  desk_text_unref (order->text);
  desk_record_free (order->record);
  g_free (order->unit_label);
  g_object_unref (order->owner);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static void
saved (DeskForm *form, gint64 id, gint64 act_id, GObject *owner)
{
  DeskCaseFormDone done = (DeskCaseFormDone) g_object_get_data (G_OBJECT (form), "desk-done");

  done (id, act_id, owner);
}

static void
on_settings_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  DeskCaseSettings *settings = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *draft = NULL;
  GtkWidget *form;
  gint64 unit_id;

  if (settings == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (order->window, error);
      return;
    }
  draft = order->record->id != 0 ? g_strdup_printf ("%s:edit/%" G_GINT64_FORMAT, order->family->id, order->record->id)
          : order->from_id != 0 ? g_strdup_printf ("%s:complain/%" G_GINT64_FORMAT, desk_family_repairs.id, order->from_id)
                                 : g_strdup_printf ("%s:new", order->family->id);
  form = build (order->engine, order->text, order->family, g_steal_pointer (&order->record), order->from_id, settings);
  desk_form_set_draft_name (DESK_FORM (form), draft);
  unit_id = ((DeskCase *) desk_form_get_record (DESK_FORM (form)))->unit_id;
  desk_form_load (DESK_FORM (form));
  if (unit_id != 0 && order->unit_label != NULL)
    desk_pick_field_set_picked (DESK_PICK_FIELD (desk_form_get_field (DESK_FORM (form), "unit_id")), unit_id, order->unit_label);
  g_object_set_data (G_OBJECT (form), "desk-done", (gpointer) order->done);
  g_signal_connect_object (form, "saved", G_CALLBACK (saved), order->owner, 0);
  desk_window_present_form (order->window, form);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, settings);
}

/* @record: (transfer full). */
static void
begin (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, DeskRecord *record,
       const char *unit_label, gint64 from_id, GObject *owner, DeskCaseFormDone done)
{
  Order *order;

  if (window == NULL)
    {
      desk_record_free (record);
      return;
    }
  order = g_new0 (Order, 1);
  *order = (Order){ g_object_ref (window), g_object_ref (engine), desk_text_ref (text), family, record,
                    g_strdup (unit_label), from_id, g_object_ref (owner), done };
  desk_engine_call_async (engine, DESK_USE_CASE_GET_CASE_SETTINGS,
                          desk_get_input_new (DESK_KIND_CATEGORY, 0, desk_engine_today (engine)), NULL, on_settings_cb,
                          order);
}

/* @unit_id: of which unit, 0 none yet; @owner: lives as long as @done may be told. */
void
desk_case_form_new (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, gint64 unit_id,
                    const char *unit_label, GObject *owner, DeskCaseFormDone done)
{
  DeskRecord *record = desk_record_new (DESK_KIND_SERVICE_CASE);

  ((DeskCase *) record)->kind = family->kind;
  ((DeskCase *) record)->urgency = DESK_URGENCY_ORDINARY;
  ((DeskCase *) record)->unit_id = unit_id;
  begin (window, engine, text, family, record, unit_label, 0, owner, done);
}

void
desk_case_form_edit (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                     const DeskCasePage *page, GObject *owner, DeskCaseFormDone done)
{
  begin (window, engine, text, family, desk_record_copy (page->service_case), page->unit_label, 0, owner, done);
}

/* A complaint that comes out of the repair on @page: its words and people go along, and both stay linked. */
void
desk_case_form_complain (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCasePage *page, GObject *owner,
                         DeskCaseFormDone done)
{
  DeskRecord *record = desk_record_new (DESK_KIND_SERVICE_CASE);
  const DeskCase *from = page->service_case;
  DeskCase *c = (DeskCase *) record;

  c->kind = DESK_CASE_COMPLAINT;
  c->urgency = DESK_URGENCY_ORDINARY;
  c->unit_id = from->unit_id;
  c->place_id = from->place_id;
  desk_text_set (&c->title, from->title);
  desk_text_set (&c->caller, from->caller);
  begin (window, engine, text, &desk_family_complaints, record, page->unit_label, from->record.id, owner, done);
}

/* Notes */

static gpointer
note_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskCaseEvent *event = (DeskCaseEvent *) record;
  DeskField *end = desk_form_get_field (form, "appointment_to");
  DeskCaseNoteInput *in = desk_case_note_input_new (key, event->case_id, (DeskCaseEventKind) event->kind, event->text);

  in->from = event->until;
  if (end != NULL)
    in->to = in->from + desk_choice_field_get_value (DESK_CHOICE_FIELD (end)) * 60;
  return in;
}

/* How long somebody is to be at home. */
static void
add_window (DeskForm *form, DeskText *text)
{
  static const gint64 minutes[] = { 60, 30, 120, 240 };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *field = desk_choice_field_new ();

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    g_ptr_array_add (labels, desk_text_minutes (text, minutes[i]));
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), minutes, (const char *const *) labels->pdata, G_N_ELEMENTS (minutes));
  desk_form_add (form, desk_time_field_new (desk_form_get_engine (form), text), DESK_KIND_CASE_EVENT, "until",
                 C_("appointment", "From"));
  desk_form_add (form, field, DESK_KIND_SERVICE_CASE, "appointment_to", C_("appointment", "For"));
}

GtkWidget *
desk_case_note_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                         const DeskCasePage *page)
{
  static const DeskCaseEventKind kinds[] = {
    [DESK_CASE_DEED_CONTACT] = DESK_CASE_EVENT_CONTACT, [DESK_CASE_DEED_HURRY] = DESK_CASE_EVENT_HURRY,
    [DESK_CASE_DEED_NOTE] = DESK_CASE_EVENT_NOTE, [DESK_CASE_DEED_APPOINTMENT] = DESK_CASE_EVENT_APPOINTMENT,
  };
  const DeskCase *c = page->service_case;
  DeskRecord *record = desk_record_new (DESK_KIND_CASE_EVENT);
  g_autofree char *what = desk_text_printable (c->title, 24);
  g_autofree char *title = g_strdup_printf ("%s · %s %s", desk_text_enum (text, &desk_enum_case_event, kinds[deed->type]),
                                            page->unit_label != NULL ? page->unit_label : c->number, what);
  g_autofree char *draft = g_strdup_printf ("%s:%s/%" G_GINT64_FORMAT, family->id, deed->id, c->record.id);
  GtkWidget *form = desk_form_new (engine, text, title, record);

  ((DeskCaseEvent *) record)->case_id = c->record.id;
  ((DeskCaseEvent *) record)->kind = kinds[deed->type];
  desk_form_set_use_case (DESK_FORM (form), desk_case_deed_use_case (deed, c->state), note_input, NULL);
  desk_form_set_quick (DESK_FORM (form));
  if (deed->type == DESK_CASE_DEED_APPOINTMENT)
    add_window (DESK_FORM (form), text);
  desk_form_add (DESK_FORM (form), desk_entry_field_new (), DESK_KIND_CASE_EVENT, "text", C_("note asks", "What was said"));
  desk_form_set_draft_name (DESK_FORM (form), draft);
  desk_form_load (DESK_FORM (form));
  return form;
}
