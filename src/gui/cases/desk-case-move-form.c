/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-move-form.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-entry-field.h"
#include "desk-form.h"
#include "desk-pick-field.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-time-field.h"

/* What a form of a move knows besides what is typed: held by the form. */
typedef struct
{
  const DeskCaseDeed *deed;
  gint64 case_id;
  gint64 version;
  gint64 state;
  gboolean has_category;
  GArray *ids; /* (nullable): of several cases */
  GPtrArray *loads; /* (nullable): DeskLoad: whom it can be given to */
  char *where;
  gint64 assignee_id, wait_reason; /* as they were saved */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  if (order->ids != NULL)
    g_array_unref (order->ids);
  g_clear_pointer (&order->loads, g_ptr_array_unref);
  g_free (order->where);
  g_free (order);
}

static const char *
where_of (const DeskCasePage *page)
{
  return page->unit_label != NULL ? page->unit_label : page->place_name != NULL ? page->place_name : page->service_case->number;
}

/* Fields */

static const char *
field_word (const DeskCaseDeed *deed)
{
  switch ((int) deed->move)
    {
    case DESK_MOVE_FINISH:
      return C_("move asks", "What was done");
    case DESK_MOVE_WAIT:
      return C_("move asks", "More about it");
    default:
      return C_("move asks", "Why");
    }
}

/* Whom to give it to: whoever the category names, then whoever has least open. */
static void
add_assignee (DeskForm *form, DeskText *text, GPtrArray *loads)
{
  GtkWidget *field = desk_choice_field_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < loads->len; i++)
    {
      const DeskLoad *load = loads->pdata[i];
      g_autofree char *open = desk_text_number (load->n_open);
      const char *name = desk_text_staff_name (text, load->name);

      g_array_append_val (values, load->staff_id);
      g_ptr_array_add (labels, desk_text_fill (load->on_duty ? C_("load", "%1 (on duty, %2 open)") : C_("load", "%1 (%2 open)"),
                                               (const char *[]){ name, open, NULL }));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) (gpointer) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_CASE_EVENT, "assignee_id", desk_text_field (text, DESK_KIND_CASE_EVENT, "assignee_id"));
}

/* Digits choose among the reasons. */
static void
add_wait (DeskForm *form, DeskText *text)
{
  GtkWidget *field = desk_choice_field_new (), *until = desk_time_field_new (desk_form_get_engine (form), text);
  gint64 values[DESK_WAIT_QUOTE];
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (gint64 i = 0; i < DESK_WAIT_QUOTE; i++)
    {
      values[i] = i + 1;
      g_ptr_array_add (labels, g_strdup_printf ("%d %s", (int) i + 1, desk_text_wait (text, i + 1)));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), values, (const char *const *) labels->pdata, DESK_WAIT_QUOTE);
  desk_form_add (form, field, DESK_KIND_CASE_EVENT, "wait_reason", desk_text_field (text, DESK_KIND_CASE_EVENT, "wait_reason"));
  desk_time_field_set_optional (DESK_TIME_FIELD (until));
  desk_form_add (form, until, DESK_KIND_CASE_EVENT, "until", C_("move asks", "Back at"));
}

static void
add_category (DeskForm *form, DeskText *text, GPtrArray *categories)
{
  GtkWidget *field = desk_choice_field_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < categories->len; i++)
    {
      const DeskCategory *category = categories->pdata[i];

      g_array_append_val (values, category->record.id);
      g_ptr_array_add (labels, category->name);
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) (gpointer) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_SERVICE_CASE, "category_id",
                 desk_text_field (text, DESK_KIND_SERVICE_CASE, "category_id"));
}

/* Input */

static gpointer
move_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  Order *order = data;
  const DeskCaseEvent *event = (DeskCaseEvent *) record;
  DeskField *category = desk_form_get_field (form, "category_id");
  DeskMoveInput *in;

  if (order->ids != NULL)
    return desk_assign_input_new (key, (const gint64 *) (gpointer) order->ids->data, order->ids->len, event->assignee_id);
  in = desk_move_input_new (key, order->case_id, order->version, order->deed->move, event->text);
  in->assignee_id = event->assignee_id;
  in->wait_reason = event->wait_reason;
  in->until = event->until;
  in->other_id = event->other_id;
  order->assignee_id = event->assignee_id;
  order->wait_reason = event->wait_reason;
  if (category != NULL)
    in->category_id = desk_choice_field_get_value (DESK_CHOICE_FIELD (category));
  return in;
}

/* What the move finds missing is about these fields, whatever it calls them. */
static gboolean
place_problem (DeskForm *form, const DeskProblem *problem, const char *sentence, gpointer data)
{
  static const char *const names[][2]
      = { { "reason", "text" }, { "result", "text" }, { "merged_into", "other_id" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (problem->field, names[i][0]) == 0 && desk_form_get_field (form, names[i][1]) != NULL)
      {
        desk_field_set_problem (desk_form_get_field (form, names[i][1]), sentence);
        return TRUE;
      }
  return FALSE;
}

static DeskRecord *
proposal (const DeskCaseDeed *deed, const DeskCasePage *page)
{
  DeskRecord *record = desk_record_new (DESK_KIND_CASE_EVENT);
  DeskCaseEvent *event = (DeskCaseEvent *) record;

  event->case_id = page->service_case->record.id;
  event->move = deed->move;
  if (deed->move == DESK_MOVE_REOPEN && page->service_case->assignee_id != 0)
    event->assignee_id = page->service_case->assignee_id;
  else if (page->loads->len > 0)
    event->assignee_id = ((DeskLoad *) page->loads->pdata[0])->staff_id;
  event->wait_reason = DESK_WAIT_PARTS;
  if (desk_case_deed_is_again (deed))
    event->other_id = ((DeskCaseBrief *) page->same->pdata[0])->id;
  return record;
}

/* @brief: (nullable): what is picked already. */
static void
add_other (DeskForm *form, DeskText *text, const char *label, const DeskCaseBrief *brief)
{
  GtkWidget *field = desk_pick_field_new (desk_form_get_engine (form), text, DESK_KIND_SERVICE_CASE, FALSE);

  desk_form_add (form, field, DESK_KIND_CASE_EVENT, "other_id", label);
  if (brief != NULL)
    desk_pick_field_set_picked (DESK_PICK_FIELD (field), brief->id, brief->number);
}

static void
add_fields (DeskForm *form, DeskText *text, const DeskCaseDeed *deed, const DeskMoveSpec *spec, const DeskCasePage *page)
{
  if ((spec->needs & DESK_NEED_ASSIGNEE) != 0)
    add_assignee (form, text, page->loads);
  if ((spec->needs & DESK_NEED_WAIT_REASON) != 0)
    add_wait (form, text);
  if ((spec->needs & DESK_NEED_OTHER) != 0)
    add_other (form, text, C_("move asks", "Into case"),
               desk_case_deed_is_again (deed) ? page->same->pdata[0] : NULL);
  if ((spec->needs & (DESK_NEED_REASON | DESK_NEED_RESULT | DESK_NEED_WAIT_REASON)) != 0)
    desk_form_add (form, desk_entry_field_new (), DESK_KIND_CASE_EVENT, "text", field_word (deed));
  if ((spec->needs & DESK_NEED_CATEGORY) != 0 && page->service_case->category_id == 0 && page->categories->len > 0)
    add_category (form, text, page->categories);
}

static GtkWidget *
form_new (DeskEngine *engine, DeskText *text, const char *title, DeskRecord *record, Order *order, DeskUseCase use_case)
{
  GtkWidget *form = desk_form_new (engine, text, title, record);

  g_object_set_data_full (G_OBJECT (form), "desk-order", order, order_free);
  desk_form_set_use_case (DESK_FORM (form), use_case, move_input, order);
  desk_form_set_problem_func (DESK_FORM (form), place_problem);
  desk_form_set_quick (DESK_FORM (form));
  return form;
}

/**
 * desk_case_move_form_new:
 * @deed: a move that asks for something
 * @page: of the case; not kept
 *
 * Returns: (transfer floating): its form, loaded; Enter saves
 */
GtkWidget *
desk_case_move_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                         const DeskCasePage *page)
{
  const DeskCase *c = page->service_case;
  const DeskMoveSpec *spec = desk_move_find (deed->move, (DeskCaseState) c->state);
  Order *order = g_new0 (Order, 1);
  g_autofree char *what = desk_text_printable (c->title, 24);
  g_autofree char *title = g_strdup_printf ("%s · %s %s", desk_text_move (text, deed->move), where_of (page), what);
  g_autofree char *draft = g_strdup_printf ("%s:%s/%" G_GINT64_FORMAT, family->id, deed->id, c->record.id);
  GtkWidget *form;

  order->deed = deed;
  order->case_id = c->record.id;
  order->version = c->record.version;
  order->state = c->state;
  order->loads = g_ptr_array_ref (page->loads);
  order->where = g_strdup (where_of (page));
  form = form_new (engine, text, title, proposal (deed, page), order, desk_case_deed_use_case (deed, c->state));
  add_fields (DESK_FORM (form), text, deed, spec, page);
  desk_form_set_save_label (DESK_FORM (form), desk_text_move (text, deed->move));
  desk_form_set_draft_name (DESK_FORM (form), draft);
  desk_form_load (DESK_FORM (form));
  return form;
}

static gpointer
link_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  return desk_case_link_input_new (key, ((Order *) data)->case_id, ((DeskCaseEvent *) record)->other_id);
}

/* Returns: (transfer floating): the form that asks which case it has to do with. */
GtkWidget *
desk_case_link_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                         const DeskCasePage *page)
{
  const DeskCase *c = page->service_case;
  Order *order = g_new0 (Order, 1);
  g_autofree char *what = desk_text_printable (c->title, 24);
  g_autofree char *title = g_strdup_printf ("%s · %s %s", C_("form", "Link"), where_of (page), what);
  g_autofree char *draft = g_strdup_printf ("%s:%s/%" G_GINT64_FORMAT, family->id, deed->id, c->record.id);
  GtkWidget *form;

  order->deed = deed;
  order->case_id = c->record.id;
  form = form_new (engine, text, title, desk_record_new (DESK_KIND_CASE_EVENT), order, DESK_USE_CASE_LINK_CASES);
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_LINK_CASES, link_input, order);
  add_other (DESK_FORM (form), text, C_("link asks", "With case"), NULL);
  desk_form_set_save_label (DESK_FORM (form), C_("form", "Link"));
  desk_form_set_draft_name (DESK_FORM (form), draft);
  desk_form_load (DESK_FORM (form));
  return form;
}

/**
 * desk_case_assign_form_new:
 * @page: of one of them: whom its category and the loads propose
 * @ids: (element-type gint64): of the cases; a reference is taken
 *
 * Returns: (transfer floating): the form that gives several cases to one person
 */
GtkWidget *
desk_case_assign_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCasePage *page,
                           GArray *ids)
{
  const DeskCaseDeed *deed = desk_case_deed_find ("assign");
  Order *order = g_new0 (Order, 1);
  g_autofree char *number = desk_text_number (ids->len);
  g_autofree char *title = desk_text_fill (ngettext ("Assign %1 Case", "Assign %1 Cases", ids->len), (const char *[]){ number, NULL });
  GtkWidget *form;

  order->deed = deed;
  order->ids = g_array_ref (ids);
  form = form_new (engine, text, title, proposal (deed, page), order, DESK_USE_CASE_ASSIGN_CASES);
  add_assignee (DESK_FORM (form), text, page->loads);
  desk_form_set_save_label (DESK_FORM (form), title);
  desk_form_load (DESK_FORM (form));
  return form;
}

static char *
told (DeskText *text, const char *where, GPtrArray *loads, const DeskCaseDeed *deed, gint64 assignee_id, gint64 wait_reason)
{
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_MOVE, .move = deed->move, .answer = deed->answer, .wait_reason = wait_reason };
  const char *name = "";
  g_autofree char *words = NULL;

  for (guint i = 0; i < loads->len; i++)
    if (((DeskLoad *) loads->pdata[i])->staff_id == assignee_id)
      name = desk_text_staff_name (text, ((DeskLoad *) loads->pdata[i])->name);
  words = desk_text_course (text, &event, name, "");
  return desk_text_fill (C_("toast, where and what", "%1: %2"), (const char *[]){ where, words, NULL });
}

char *
desk_case_move_told (DeskText *text, const DeskCasePage *page, const DeskCaseDeed *deed, gint64 assignee_id,
                     gint64 wait_reason)
{
  return told (text, where_of (page), page->loads, deed, assignee_id, wait_reason);
}

/* Merging is told by what the act is called: where it went stands on the page that comes. */
char *
desk_case_move_form_told (GtkWidget *form, DeskText *text)
{
  const Order *order = g_object_get_data (G_OBJECT (form), "desk-order");

  if (order == NULL || order->loads == NULL || order->deed->move == DESK_MOVE_MERGE)
    return NULL;
  return told (text, order->where, order->loads, order->deed, order->assignee_id, order->wait_reason);
}
