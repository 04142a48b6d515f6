/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cases-pane-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-case-form.h"
#include "desk-case-move-form.h"
#include "desk-complaint-form.h"
#include "desk-form.h"
#include "desk-id.h"
#include "desk-list-view.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

/* What is being done, until the answer comes. */
typedef struct
{
  DeskCasesPane *pane;
  DeskUseCase use_case;
  char *words; /* for the toast */
  gint64 noted; /* the case whose note went along, 0 none did */
  gint64 next;  /* the case that is selected afterwards, 0: as it was */
} Deed;

static void
toast (DeskCasesPane *self, DeskUseCase use_case, const char *words, gint64 act_id)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (act_id != 0 && desk_use_case_undo (use_case) == DESK_UNDO_UNDOABLE)
    desk_window_toast_undo (window, words, act_id);
  else
    desk_window_toast (window, words);
}

static void
done (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (DeskCasesPane) self = deed->pane;
  g_autofree char *words = deed->words;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved != NULL && deed->noted != 0 && self->engine != NULL
      && desk_record_page_get_id (DESK_RECORD_PAGE (self->page)) == deed->noted)
    desk_case_page_view_clear_note (DESK_CASE_PAGE_VIEW (self->page));
  if (saved != NULL && deed->next != 0 && self->engine != NULL)
    {
      desk_case_list_select (DESK_CASE_LIST (self->list), deed->next);
      if (desk_list_view_has_focus (DESK_LIST_VIEW (desk_case_list_get_view (DESK_CASE_LIST (self->list)))))
        desk_case_list_focus (DESK_CASE_LIST (self->list));
    }
  if (saved != NULL && saved->act_id != 0)
    toast (self, deed->use_case, words, saved->act_id);
  if (saved == NULL && !desk_cancelled (error) && self->engine != NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_case_page_view_refuse (DESK_CASE_PAGE_VIEW (self->page), sentence);
    }
  desk_use_case_free_result (deed->use_case, saved);
  g_free (deed);
}

/* Who is called after this one, 0 nobody: a case leaves the list with its answer, or goes down it, and the next letter must
 * not mean it any more. */
static gint64
next_to_call (DeskCasesPane *self)
{
  return self->family->list == DESK_LIST_CALLBACKS ? desk_case_list_get_next (DESK_CASE_LIST (self->list)) : 0;
}

/* A move that asks for nothing. */
static void
move_now (DeskCasesPane *self, const DeskCaseDeed *deed, const DeskCasePage *page)
{
  const DeskCase *c = page->service_case;
  g_autofree char *key = desk_id_new_key ();
  DeskMoveInput *in = desk_move_input_new (key, c->record.id, c->record.version, deed->move, NULL);
  Deed *doing = g_new0 (Deed, 1);
  gint64 me = desk_engine_get_actor (self->engine)->staff_id;

  in->answer = deed->answer;
  if (deed->answer != 0)
    {
      in->text = g_strdup (desk_case_page_view_get_note (DESK_CASE_PAGE_VIEW (self->page)));
      doing->noted = c->record.id;
      doing->next = next_to_call (self);
    }
  doing->pane = g_object_ref (self);
  doing->use_case = desk_case_deed_use_case (deed, c->state);
  doing->words = desk_case_move_told (self->text, page, deed, deed->move == DESK_MOVE_TAKE ? me : 0, 0);
  desk_engine_call_async (self->engine, doing->use_case, in, NULL, done, doing);
}

static char *
act_words (DeskCasesPane *self, DeskUseCase use_case, const DeskCasePage *page)
{
  const char *where = page->unit_label != NULL ? page->unit_label : page->service_case->number;

  return desk_text_act_on (self->text, desk_use_case_nick (use_case), FALSE, where);
}

/* Nobody answered: again later. */
static void
miss (DeskCasesPane *self, const DeskCasePage *page)
{
  g_autofree char *key = desk_id_new_key ();
  const char *note = desk_case_page_view_get_note (DESK_CASE_PAGE_VIEW (self->page));
  Deed *doing = g_new0 (Deed, 1);

  doing->pane = g_object_ref (self);
  doing->use_case = DESK_USE_CASE_MISS_CALLBACK;
  doing->words = act_words (self, DESK_USE_CASE_MISS_CALLBACK, page);
  doing->noted = page->service_case->record.id;
  doing->next = next_to_call (self);
  desk_engine_call_async (self->engine, DESK_USE_CASE_MISS_CALLBACK,
                          desk_case_note_input_new (key, page->service_case->record.id, DESK_CASE_EVENT_NOT_REACHED, note), NULL,
                          done, doing);
}

/* Forms */

static void
form_saved (DeskForm *form, gint64 id, gint64 act_id, DeskCasesPane *self)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "desk-use-case"));
  g_autofree char *told = desk_case_move_form_told (GTK_WIDGET (form), self->text);
  const char *words = told != NULL ? told : g_object_get_data (G_OBJECT (form), "desk-words");

  desk_case_list_clear_marks (DESK_CASE_LIST (self->list));
  /* The row may have moved under the form: whoever came from the list goes on there. */
  if (g_object_get_data (G_OBJECT (form), "desk-from-list") != NULL)
    desk_case_list_focus (DESK_CASE_LIST (self->list));
  toast (self, use_case, words, act_id);
}

/* @words: (transfer full): what is said when it is saved. */
static void
present (DeskCasesPane *self, GtkWidget *form, DeskUseCase use_case, char *words)
{
  g_object_set_data (G_OBJECT (form), "desk-use-case", GINT_TO_POINTER ((int) use_case));
  g_object_set_data_full (G_OBJECT (form), "desk-words", words, g_free);
  if (desk_list_view_has_focus (DESK_LIST_VIEW (desk_case_list_get_view (DESK_CASE_LIST (self->list)))))
    g_object_set_data (G_OBJECT (form), "desk-from-list", self);
  g_signal_connect_object (form, "saved", G_CALLBACK (form_saved), self, 0);
  desk_window_present_form (desk_window_of (GTK_WIDGET (self)), form);
}

static void
ask_move (DeskCasesPane *self, const DeskCaseDeed *deed, const DeskCasePage *page)
{
  DeskUseCase use_case = desk_case_deed_use_case (deed, page->service_case->state);

  present (self, desk_case_move_form_new (self->engine, self->text, self->family, deed, page), use_case,
           act_words (self, use_case, page));
}

static void
ask_note (DeskCasesPane *self, const DeskCaseDeed *deed, const DeskCasePage *page)
{
  DeskUseCase use_case = desk_case_deed_use_case (deed, page->service_case->state);

  present (self, desk_case_note_form_new (self->engine, self->text, self->family, deed, page), use_case,
           act_words (self, use_case, page));
}

static void
assign_several (DeskCasesPane *self, const DeskCasePage *page, GArray *ids)
{
  g_autofree char *number = desk_text_number (ids->len);

  present (self, desk_case_assign_form_new (self->engine, self->text, self->family, page, ids), DESK_USE_CASE_ASSIGN_CASES,
           desk_text_fill (ngettext ("%1 case assigned", "%1 cases assigned", ids->len), (const char *[]){ number, NULL }));
}

/* Several that are about the same become one: the one that is selected. */
static void
join_several (DeskCasesPane *self, const DeskCasePage *page, GArray *ids)
{
  g_autofree char *number = desk_text_number (ids->len);

  present (self, desk_join_form_new (self->engine, self->text, self->family, page, ids), DESK_USE_CASE_JOIN_CASES,
           desk_text_fill (ngettext ("%1 case joined", "%1 cases joined", ids->len), (const char *[]){ number, NULL }));
}

/* A complaint came out of a repair: it is shown in its own pane. */
static void
complained (gint64 id, gint64 act_id, gpointer data)
{
  DeskCasesPane *self = data;

  toast (self, DESK_USE_CASE_OPEN_CASE, desk_text_act (self->text, desk_use_case_nick (DESK_USE_CASE_OPEN_CASE), TRUE), act_id);
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_SERVICE_CASE, id);
}

/* What only complaints have, or what makes one. */
static void
do_complaint (DeskCasesPane *self, const DeskCaseDeed *deed, const DeskCasePage *page)
{
  static const struct
  {
    DeskCaseDeedType type;
    DeskUseCase use_case;
    GtkWidget *(*make) (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family, const DeskCaseDeed *deed,
                        const DeskCasePage *page);
  } forms[] = {
    { DESK_CASE_DEED_SIGN, DESK_USE_CASE_SIGN_STAGE, desk_stage_form_new },
    { DESK_CASE_DEED_ESCALATE, DESK_USE_CASE_ESCALATE_COMPLAINT, desk_escalate_form_new },
    { DESK_CASE_DEED_FINDING, DESK_USE_CASE_SAVE_COMPLAINT, desk_finding_form_new },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].type == deed->type)
      present (self, forms[i].make (self->engine, self->text, self->family, deed, page), forms[i].use_case,
               act_words (self, forms[i].use_case, page));
  if (deed->type == DESK_CASE_DEED_COMPLAIN)
    desk_case_form_complain (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, page, G_OBJECT (self), complained);
}

/* A case that was made or corrected. */
static void
case_saved (gint64 id, gint64 act_id, gpointer data)
{
  DeskCasesPane *self = data;
  gboolean made = desk_case_list_get_selected (DESK_CASE_LIST (self->list)) != id;
  DeskUseCase use_case = made ? DESK_USE_CASE_OPEN_CASE : DESK_USE_CASE_EDIT_CASE;

  toast (self, use_case, desk_text_act (self->text, desk_use_case_nick (use_case), made), act_id);
  desk_cases_pane_show (self, id);
  desk_case_list_focus (DESK_CASE_LIST (self->list));
}

/* N, Ctrl+N. */
void
desk_cases_pane_make (DeskCasesPane *self)
{
  desk_case_form_new (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, self->family, 0, NULL, G_OBJECT (self),
                      case_saved);
}

/* Doing */

static void
do_other (DeskCasesPane *self, const DeskCaseDeed *deed, const DeskCasePage *page)
{
  g_autoptr (GArray) ids = desk_case_list_get_chosen (DESK_CASE_LIST (self->list));

  switch (deed->type)
    {
    case DESK_CASE_DEED_CONTACT:
    case DESK_CASE_DEED_HURRY:
    case DESK_CASE_DEED_APPOINTMENT:
      ask_note (self, deed, page);
      break;
    case DESK_CASE_DEED_NOTE:
      desk_case_page_view_focus_note (DESK_CASE_PAGE_VIEW (self->page));
      break;
    case DESK_CASE_DEED_LINK:
      present (self, desk_case_link_form_new (self->engine, self->text, self->family, deed, page), DESK_USE_CASE_LINK_CASES,
               act_words (self, DESK_USE_CASE_LINK_CASES, page));
      break;
    case DESK_CASE_DEED_EDIT:
      desk_case_form_edit (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, self->family, page, G_OBJECT (self),
                           case_saved);
      break;
    case DESK_CASE_DEED_PRINT:
      desk_window_print_orders (desk_window_of (GTK_WIDGET (self)), self->family->list, (const gint64 *) (gpointer) ids->data,
                                ids->len);
      break;
    case DESK_CASE_DEED_UNIT:
      desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_UNIT, page->service_case->unit_id);
      break;
    case DESK_CASE_DEED_ENTRY:
      desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_VISIT, page->service_case->visit_id);
      break;
    case DESK_CASE_DEED_SIGN:
    case DESK_CASE_DEED_ESCALATE:
    case DESK_CASE_DEED_FINDING:
    case DESK_CASE_DEED_COMPLAIN:
      do_complaint (self, deed, page);
      break;
    case DESK_CASE_DEED_NOT_REACHED:
      miss (self, page);
      break;
    case DESK_CASE_DEED_MOVE:
    default:
      break;
    }
}

/* Does @deed with the case that is shown, or with the marked ones; says in its place why not. */
void
desk_cases_pane_do (DeskCasesPane *self, const DeskCaseDeed *deed)
{
  const DeskCasePage *page = desk_case_page_view_get (DESK_CASE_PAGE_VIEW (self->page));
  g_autoptr (GArray) ids = desk_case_list_get_chosen (DESK_CASE_LIST (self->list));
  g_autofree char *refused = NULL;

  if (page == NULL || !desk_record_page_is_shown (DESK_RECORD_PAGE (self->page)))
    return;
  if (ids->len > 1 && deed->type == DESK_CASE_DEED_MOVE && deed->move == DESK_MOVE_ASSIGN)
    {
      assign_several (self, page, ids);
      return;
    }
  if (ids->len > 1 && deed->type == DESK_CASE_DEED_MOVE && deed->move == DESK_MOVE_MERGE && !desk_case_deed_is_again (deed))
    {
      join_several (self, page, ids);
      return;
    }
  refused = desk_case_deed_refused (deed, page, self->engine, self->text);
  desk_case_page_view_refuse (DESK_CASE_PAGE_VIEW (self->page), refused);
  if (refused != NULL)
    return;
  if (deed->type != DESK_CASE_DEED_MOVE)
    do_other (self, deed, page);
  else if (deed->asks)
    ask_move (self, deed, page);
  else
    move_now (self, deed, page);
}

/* A letter on the focused row. Returns: FALSE when it means nothing. */
gboolean
desk_cases_pane_key (DeskCasesPane *self, guint keyval)
{
  const DeskCasePage *page = desk_case_page_view_get (DESK_CASE_PAGE_VIEW (self->page));
  const DeskCaseDeed *deed;

  if (gdk_keyval_to_lower (keyval) == GDK_KEY_n && self->family->make != NULL)
    {
      desk_cases_pane_make (self);
      return TRUE;
    }
  deed = page != NULL ? desk_case_deed_of_key (keyval, page->service_case->kind, page->service_case->state) : NULL;
  if (deed == NULL)
    return FALSE;
  desk_cases_pane_do (self, deed);
  return TRUE;
}

/* Drafts: "new", or a deed and its case: "finish/12". */

void
desk_cases_pane_resume (DeskCasesPane *self, const char *route)
{
  const char *slash = strchr (route, '/');
  gint64 id = slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10) : 0;

  if (id == 0)
    {
      if (self->family->make != NULL)
        desk_cases_pane_make (self);
      return;
    }
  g_free (self->resuming);
  self->resuming = g_strndup (route, (gsize) (slash - route));
  desk_cases_pane_show (self, id);
  if (desk_record_page_is_shown (DESK_RECORD_PAGE (self->page)))
    desk_cases_pane_resume_now (self);
}

/* The page is there: the form that waits for it comes, if it still can. */
void
desk_cases_pane_resume_now (DeskCasesPane *self)
{
  g_autofree char *id = g_steal_pointer (&self->resuming);
  const DeskCaseDeed *deed = id != NULL ? desk_case_deed_find (id) : NULL;

  if (deed != NULL)
    desk_cases_pane_do (self, deed);
}
