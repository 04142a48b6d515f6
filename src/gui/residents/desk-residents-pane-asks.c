/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-duplicates-page.h"
#include "desk-erase-dialog.h"
#include "desk-follow-up-forms.h"
#include "desk-id.h"
#include "desk-merge-page.h"
#include "desk-pick-field.h"
#include "desk-register-forms.h"
#include "desk-page-deeds.h"
#include "desk-residents-pane-private.h"
#include "desk-responsible-dialog.h"
#include "desk-text-label.h"
#include "desk-window.h"

/* The unit or person under the form: what new records hang on. */
static const DeskUnit *
shown_unit (DeskResidentsPane *self)
{
  const DeskUnitPage *page = desk_unit_page_view_get (DESK_UNIT_PAGE_VIEW (self->unit_page));

  return self->shown_kind == DESK_KIND_UNIT && page != NULL ? page->unit : NULL;
}

static const DeskPerson *
shown_person (DeskResidentsPane *self)
{
  const DeskPersonPage *page = desk_person_page_view_get (DESK_PERSON_PAGE_VIEW (self->person_page));

  return self->shown_kind == DESK_KIND_PERSON && page != NULL ? page->card->person : NULL;
}

static const char *
subject_of (DeskResidentsPane *self)
{
  const DeskUnit *unit = shown_unit (self);
  const DeskPerson *person = shown_person (self);

  return unit != NULL ? unit->label : person != NULL ? person->name : "";
}

/* One sentence with what undo takes. Never a name: somebody may stand at the desk and read along. */
void
desk_residents_pane_say_done (DeskResidentsPane *self, DeskUseCase use_case, gboolean made, gint64 act_id)
{
  const DeskUnit *unit = shown_unit (self);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  const char *nick = desk_use_case_nick (use_case);
  g_autofree char *words = unit != NULL ? desk_text_act_on (self->text, nick, made, unit->label)
                                        : g_strdup (desk_text_act (self->text, nick, made));

  if (act_id != 0)
    desk_window_toast_undo (window, words, act_id);
  else
    desk_window_toast (window, words);
}

/* What comes of forms */

static void
form_saved (DeskForm *form, gint64 id, gint64 act_id, DeskResidentsPane *self)
{
  DeskKind kind = desk_form_get_record (form)->kind;
  gboolean made = desk_form_get_record (form)->id == 0;
  DeskUseCase use_case = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "desk-use-case"));

  desk_residents_pane_pop (self);
  desk_residents_pane_say_done (self, use_case, made, act_id);
  if (kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON)
    {
      if (id != 0)
        desk_residents_pane_open (self, kind, id);
      return;
    }
  /* The row is simply there, with the focus: the page is read anew by the change set. */
  if (kind != DESK_KIND_UNIT_STATE && id != 0 && self->shown_kind == DESK_KIND_UNIT)
    {
      DeskField *pick = desk_form_get_field (form, "person_id");
      gboolean new_person = DESK_IS_PICK_FIELD (pick) && desk_pick_field_makes_new (DESK_PICK_FIELD (pick));

      self->focus_kind = new_person ? DESK_KIND_PERSON : kind; /* the answer names what was saved first */
      self->focus_id = id;
    }
  desk_residents_pane_focus_detail (self);
}

static void
form_removed (DeskForm *form, gint64 act_id, DeskResidentsPane *self)
{
  DeskUseCase use_case = desk_register_remove_use_case (desk_form_get_record (form)->kind);

  desk_residents_pane_pop (self);
  desk_residents_pane_say_done (self, use_case, FALSE, act_id);
  desk_residents_list_focus (DESK_RESIDENTS_LIST (self->list));
}

static void
form_left (gpointer form, DeskResidentsPane *self)
{
  desk_residents_pane_pop (self);
  if (self->shown_kind != DESK_KIND_NONE && !desk_list_detail_get_narrow (DESK_LIST_DETAIL (self->sides)))
    desk_residents_list_focus (DESK_RESIDENTS_LIST (self->list));
  else if (self->shown_kind != DESK_KIND_NONE)
    desk_residents_pane_focus_detail (self);
  else
    desk_residents_list_focus (DESK_RESIDENTS_LIST (self->list));
}

/* Where a form hangs: which, of which record, over whose page. By this its words are kept and found again. */
static char *
route_of (DeskResidentsPane *self, const DeskRecord *record, const char *what, gboolean alone)
{
  GtkWidget *page = self->shown_kind == DESK_KIND_PERSON ? self->person_page : self->unit_page;
  gint64 page_id = alone || self->shown_kind == DESK_KIND_NONE ? 0 : desk_record_page_get_id (DESK_RECORD_PAGE (page));

  return g_strdup_printf ("%s/%d/%" G_GINT64_FORMAT "/%d/%" G_GINT64_FORMAT, what, record->kind, record->id,
                          page_id != 0 ? (int) self->shown_kind : 0, page_id);
}

/* Shows a form; one that was left with words in it comes back as it was. @form: (transfer floating); @alone: it hangs on
 * no page. */
static void
push_form (DeskResidentsPane *self, GtkWidget *form, DeskUseCase use_case, const char *what, gboolean alone)
{
  g_autofree char *key = route_of (self, desk_form_get_record (DESK_FORM (form)), what, alone);
  g_autofree char *name = g_strconcat ("residents:", key, NULL);
  gpointer old_key = NULL, old = NULL;

  if (g_hash_table_steal_extended (self->drafts, key, &old_key, &old))
    {
      g_object_ref_sink (form);
      g_object_unref (form);
      g_free (old_key);
      desk_residents_pane_push (self, old);
      g_object_unref (old);
    }
  else
    {
      desk_form_set_draft_name (DESK_FORM (form), name);
      g_object_set_data (G_OBJECT (form), "desk-use-case", GINT_TO_POINTER (use_case));
      g_signal_connect (form, "saved", G_CALLBACK (form_saved), self);
      g_signal_connect (form, "removed", G_CALLBACK (form_removed), self);
      g_signal_connect (form, "left", G_CALLBACK (form_left), self);
      desk_residents_pane_push (self, form);
    }
  g_free (self->draft_key);
  self->draft_key = g_steal_pointer (&key);
  desk_residents_pane_focus_detail (self);
}

/* New records, with what can be guessed */

static DeskRecord *
propose (DeskResidentsPane *self, DeskKind kind)
{
  const DeskUnit *unit = shown_unit (self);
  const DeskPerson *person = shown_person (self);
  DeskRecord *record = desk_record_new (kind);
  const DeskFieldSpec *field;

  if (unit != NULL && (field = desk_record_find_field (kind, "unit_id")) != NULL)
    desk_record_set_int (record, field, unit->record.id);
  if (person != NULL && (field = desk_record_find_field (kind, "person_id")) != NULL)
    desk_record_set_int (record, field, person->record.id);
  if ((field = desk_record_find_field (kind, "from_day")) != NULL)
    desk_record_set_int (record, field, desk_engine_today (self->engine));
  if ((field = desk_record_find_field (kind, "kind")) != NULL && field->type == DESK_FIELD_ENUM)
    desk_record_set_int (record, field, 1);
  return record;
}

static GtkWidget *
new_occupancy_form (DeskResidentsPane *self)
{
  DeskOccupancy *occupancy = (DeskOccupancy *) propose (self, DESK_KIND_OCCUPANCY);
  const DeskUnitPage *page = desk_unit_page_view_get (DESK_UNIT_PAGE_VIEW (self->unit_page));
  gboolean owned = FALSE;

  for (guint i = 0; occupancy->unit_id != 0 && i < page->occupants->len; i++)
    {
      const DeskOccupant *occupant = page->occupants->pdata[i];

      owned |= occupant->current && occupant->occupancy->role == DESK_ROLE_OWNER;
    }
  /* A unit without an owner gets one; somebody new in a household is family. */
  occupancy->role = owned ? DESK_ROLE_FAMILY : DESK_ROLE_OWNER;
  occupancy->share = owned ? 0 : 1000000;
  return desk_move_in_form_new (self->engine, self->text, &occupancy->record, subject_of (self));
}

static GtkWidget *
new_unit_form (DeskResidentsPane *self)
{
  DeskUnit *unit = (DeskUnit *) propose (self, DESK_KIND_UNIT);
  const DeskUnit *near = shown_unit (self);

  unit->kind = near != NULL ? near->kind : DESK_UNIT_KIND_ROOM;
  unit->building_id = near != NULL ? near->building_id : 0;
  unit->entrance_id = near != NULL ? near->entrance_id : 0;
  unit->state = DESK_STATE_VACANT;
  unit->state_since = desk_engine_today (self->engine);
  return desk_unit_form_new (self->engine, self->text, &unit->record);
}

static void
ask_new (DeskResidentsPane *self, DeskKind kind)
{
  GtkWidget *form;
  gint64 about = shown_unit (self) != NULL     ? shown_unit (self)->record.id
                 : shown_person (self) != NULL ? shown_person (self)->record.id
                                               : 0;

  if (kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON)
    about = 0;
  else if (about == 0)
    return;
  form = kind == DESK_KIND_UNIT        ? new_unit_form (self)
         : kind == DESK_KIND_PERSON    ? desk_person_form_new (self->engine, self->text, propose (self, kind), NULL, FALSE)
         : kind == DESK_KIND_OCCUPANCY ? new_occupancy_form (self)
                                       : desk_register_form_new (self->engine, self->text, propose (self, kind),
                                                                 subject_of (self));
  push_form (self, form, desk_register_save_use_case (kind), "new", about == 0);
}

/* May whoever is at the desk change nothing of the person that is shown but how to reach them? */
static gboolean
only_contact (DeskResidentsPane *self)
{
  g_autofree char *reason = desk_record_page_reason (DESK_RECORD_PAGE (self->person_page), DESK_RIGHT_PERSON_EDIT);

  return reason != NULL;
}

static void
ask_edit (DeskResidentsPane *self, const DeskRecord *record)
{
  const DeskPersonPage *page = desk_person_page_view_get (DESK_PERSON_PAGE_VIEW (self->person_page));
  DeskRecord *copy = desk_record_copy (record);
  gboolean contact = record->kind == DESK_KIND_PERSON && only_contact (self);
  GtkWidget *form
      = record->kind == DESK_KIND_UNIT     ? desk_unit_form_new (self->engine, self->text, copy)
        : record->kind == DESK_KIND_PERSON ? desk_person_form_new (self->engine, self->text, copy,
                                                                   page != NULL ? page->card : NULL, contact)
                                           : desk_register_form_new (self->engine, self->text, copy, subject_of (self));

  push_form (self, form, contact ? DESK_USE_CASE_SAVE_CONTACT : desk_register_save_use_case (record->kind), "edit", FALSE);
}

/* Another page, from a row of this one; the focus goes along, Esc comes back. */
static void
ask_open (DeskResidentsPane *self, DeskKind kind, gint64 id)
{
  GtkWidget *page = self->shown_kind == DESK_KIND_PERSON ? self->person_page : self->unit_page;
  DeskKind from = self->shown_kind;
  gint64 from_id = desk_record_page_get_id (DESK_RECORD_PAGE (page));

  desk_residents_pane_show_record (self, kind, id);
  self->back_kind = from;
  self->back_id = from_id;
  desk_residents_pane_focus_detail (self);
}

/* Taking away */

static void
removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskResidentsPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    {
      desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      return;
    }
  desk_residents_pane_say_done (self, use_case, FALSE, saved->act_id);
  desk_use_case_free_result (use_case, saved);
}

static void
ask_remove (DeskResidentsPane *self, const DeskRecord *record)
{
  g_autofree char *key = desk_id_new_key ();

  desk_engine_call_async (self->engine, desk_register_remove_use_case (record->kind),
                          desk_remove_input_new (key, record->id, record->version), NULL, removed, g_object_ref (self));
}

/* Duplicates */

static void
pair_merged (DeskMergePage *page, gint64 kept, gint64 act_id, DeskResidentsPane *self)
{
  desk_residents_pane_pop (self);
  desk_residents_pane_open (self, DESK_KIND_PERSON, kept);
  desk_residents_pane_say_done (self, DESK_USE_CASE_MERGE_PEOPLE, FALSE, act_id);
}

static void
push_merge (DeskResidentsPane *self, gint64 one, gint64 other)
{
  GtkWidget *page = desk_merge_page_new (self->engine, self->text, one, other);

  g_signal_connect (page, "merged", G_CALLBACK (pair_merged), self);
  g_signal_connect (page, "left", G_CALLBACK (form_left), self);
  desk_residents_pane_push (self, page);
  desk_residents_pane_focus_detail (self);
}

static void
pair_chosen (DeskDuplicatesPage *page, gint64 one, gint64 other, DeskResidentsPane *self)
{
  push_merge (self, one, other);
}

static void
push_duplicates (DeskResidentsPane *self)
{
  GtkWidget *page = desk_duplicates_page_new (self->engine, self->text);

  g_signal_connect (page, "compare", G_CALLBACK (pair_chosen), self);
  g_signal_connect (page, "left", G_CALLBACK (form_left), self);
  desk_residents_pane_push (self, page);
  desk_residents_pane_focus_detail (self);
}

/* Says why not, before anything is typed in vain: the letters do not grey out. What is new lies nowhere yet. */
static gboolean
is_allowed (DeskResidentsPane *self, DeskAsk ask, DeskKind kind)
{
  DeskRight right = desk_deed_right (ask, kind);
  gboolean nowhere = ask == DESK_ASK_NEW && (kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON);
  DeskRecordPage *page = nowhere ? NULL : desk_residents_pane_get_page (self);
  g_autofree char *reason = page != NULL ? desk_record_page_reason (page, right)
                                         : desk_allow_reason (self->engine, self->text, right, TRUE);

  if (reason != NULL)
    desk_window_toast (desk_window_of (GTK_WIDGET (self)), reason);
  return reason == NULL;
}

void
desk_residents_pane_ask (DeskResidentsPane *self, DeskAsk ask, DeskKind kind, gint64 id, gpointer record)
{
  if (!is_allowed (self, ask, kind))
    return;
  switch (ask)
    {
    case DESK_ASK_OPEN:
      ask_open (self, kind, id);
      break;
    case DESK_ASK_NEW:
      ask_new (self, kind);
      break;
    case DESK_ASK_EDIT:
      ask_edit (self, record);
      break;
    case DESK_ASK_REMOVE:
      ask_remove (self, record);
      break;
    case DESK_ASK_STATE:
      push_form (self, desk_state_form_new (self->engine, self->text, record), DESK_USE_CASE_CHANGE_UNIT_STATE, "state", FALSE);
      break;
    case DESK_ASK_OWNER:
      push_form (self, desk_owner_form_new (self->engine, self->text, record), DESK_USE_CASE_CHANGE_OWNER, "owner", FALSE);
      break;
    case DESK_ASK_END:
      push_form (self, desk_end_form_new (self->engine, self->text, desk_record_copy (record), subject_of (self)),
                 desk_register_save_use_case (kind), "end", FALSE);
      break;
    case DESK_ASK_VISIT:
    case DESK_ASK_REPAIR:
      desk_window_quick_entry (desk_window_of (GTK_WIDGET (self)),
                               &(DeskQuickAsk){ .kind = ask == DESK_ASK_REPAIR ? DESK_VISIT_REPAIR : 0,
                                                .unit_id = kind == DESK_KIND_UNIT ? id : 0,
                                                .person_id = kind == DESK_KIND_PERSON ? id : 0 });
      break;
    case DESK_ASK_FOLLOW_UP:
      desk_follow_up_form_new (desk_window_of (GTK_WIDGET (self)), self->engine, self->text, kind, id,
                               kind == DESK_KIND_UNIT ? subject_of (self) : "");
      break;
    case DESK_ASK_RESPONSIBLE:
      desk_responsible_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->engine, self->text, record);
      break;
    case DESK_ASK_MERGE:
      push_merge (self, id, 0);
      break;
    case DESK_ASK_DUPLICATES:
      push_duplicates (self);
      break;
    case DESK_ASK_TRAIL:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.trail-of", "(ix)", (int) kind, id);
      break;
    case DESK_ASK_ERASE:
      desk_erase_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->engine, self->text, record);
      break;
    default:
      break;
    }
}

/* Forms that come back */

static const struct
{
  const char *what; /* the first part of a route */
  DeskAsk ask;
  gboolean of_page; /* the record asked with is the page's */
} routes[] = {
  { "new", DESK_ASK_NEW, FALSE },
  { "edit", DESK_ASK_EDIT, FALSE },
  { "end", DESK_ASK_END, FALSE },
  { "state", DESK_ASK_STATE, TRUE },
  { "owner", DESK_ASK_OWNER, TRUE },
  { "merge", DESK_ASK_MERGE, FALSE },
};

typedef struct
{
  DeskAsk ask;
  gboolean of_page;
  DeskKind kind;
  gint64 id;
  DeskKind page_kind;
  gint64 page_id;
} Route;

static gboolean
read_route (const char *words, Route *route)
{
  g_auto (GStrv) parts = g_strsplit (words, "/", -1);

  if (g_strv_length (parts) != 5)
    return FALSE;
  route->kind = (DeskKind) g_ascii_strtoll (parts[1], NULL, 10);
  route->id = g_ascii_strtoll (parts[2], NULL, 10);
  route->page_kind = (DeskKind) g_ascii_strtoll (parts[3], NULL, 10);
  route->page_id = g_ascii_strtoll (parts[4], NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_str_equal (routes[i].what, parts[0]))
      {
        route->ask = routes[i].ask;
        route->of_page = routes[i].of_page;
        return desk_record_spec (route->kind) != NULL;
      }
  return FALSE;
}

/* The record of the form, as it stands now: the form's own words and version come from the draft. */
static void
record_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskResidentsPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_steal_pointer (&self->resuming);
  DeskRecordResult *got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  Route route;

  if (got == NULL)
    {
      desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      return;
    }
  if (words != NULL && read_route (words, &route) && route.id == got->record->id && self->engine != NULL)
    desk_residents_pane_ask (self, route.ask, route.kind, route.id, got->record);
  desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, got);
}

/* Opens the form that waits for the page that is shown now. */
void
desk_residents_pane_resume_now (DeskResidentsPane *self)
{
  GtkWidget *page = self->shown_kind == DESK_KIND_PERSON ? self->person_page : self->unit_page;
  Route route;

  if (self->resuming == NULL || !read_route (self->resuming, &route))
    return;
  if (route.page_id != 0
      && (self->shown_kind != route.page_kind || desk_record_page_get_id (DESK_RECORD_PAGE (page)) != route.page_id))
    return; /* somebody went elsewhere meanwhile, or its page is still to come */
  if (route.id != 0)
    {
      desk_engine_call_async (self->engine, DESK_USE_CASE_GET_RECORD,
                              desk_get_input_new (route.kind, route.id, desk_engine_today (self->engine)), NULL,
                              record_read, g_object_ref (self));
      return;
    }
  g_clear_pointer (&self->resuming, g_free);
  desk_residents_pane_ask (self, route.ask, route.kind, 0, route.of_page ? (gpointer) shown_unit (self) : NULL);
}

/* Opens the form whose words are kept under @route, over the page it was opened over. */
void
desk_residents_pane_resume (DeskResidentsPane *self, const char *route_words)
{
  Route route;
  GtkWidget *page;

  if (!read_route (route_words, &route))
    return;
  g_free (self->resuming);
  self->resuming = g_strdup (route_words);
  if (route.page_id == 0)
    {
      desk_residents_list_set_kind (DESK_RESIDENTS_LIST (self->list), route.kind);
      desk_residents_pane_resume_now (self);
      return;
    }
  page = route.page_kind == DESK_KIND_PERSON ? self->person_page : self->unit_page;
  desk_residents_pane_show_record (self, route.page_kind, route.page_id);
  if (desk_record_page_is_shown (DESK_RECORD_PAGE (page)))
    desk_residents_pane_resume_now (self);
}
