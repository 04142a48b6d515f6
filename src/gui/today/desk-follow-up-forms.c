/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up-forms-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-choice-field.h"
#include "desk-form.h"
#include "desk-pick-field.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-time-field.h"

/* One field chooses a person or a role: a role is below zero while it stands in the form. */
#define OF_ROLE(role) (-(role))

/* Who can owe something: oneself first, then the roles, then colleagues by name.
 * @owned: (nullable): what is handed on, not to whoever owes it already */
static void
add_owner (DeskForm *form, DeskText *text, const DeskStaffList *staff, const DeskFollowUp *owned, DeskDay today)
{
  gint64 me = desk_engine_get_actor (desk_form_get_engine (form))->staff_id;
  GtkWidget *field = desk_choice_field_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (owned == NULL || (owned->owner_id != 0 && owned->owner_id != me))
    {
      g_array_append_val (values, me);
      g_ptr_array_add (labels, (gpointer) C_("owner", "Me"));
    }
  for (int role = 0; role < DESK_N_STAFF_ROLES - 1; role++)
    {
      gint64 value = OF_ROLE (role + 1);

      if (owned != NULL && owned->owner_role == role + 1)
        continue;
      g_array_append_val (values, value);
      g_ptr_array_add (labels, (gpointer) desk_text_staff_role (text, (DeskStaffRole) role));
    }
  for (guint i = 0; i < staff->cards->len; i++)
    {
      const DeskStaff *colleague = ((const DeskStaffCard *) staff->cards->pdata[i])->staff;

      if (colleague->record.id == me || (owned != NULL && owned->owner_id == colleague->record.id)
          || (colleague->left_on != 0 && colleague->left_on <= today))
        continue;
      g_array_append_val (values, colleague->record.id);
      g_ptr_array_add (labels, (gpointer) desk_text_staff_name (text, colleague->name));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_FOLLOW_UP, "owner_id", desk_text_field (text, DESK_KIND_FOLLOW_UP, "owner_id"));
}

static void
add_choice (DeskForm *form, const char *name, const gint64 *values, const char *const *labels, guint n)
{
  GtkWidget *field = desk_choice_field_new ();

  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), values, labels, n);
  desk_form_add (form, field, DESK_KIND_FOLLOW_UP, name,
                 desk_text_field (desk_form_get_text (form), DESK_KIND_FOLLOW_UP, name));
}

static void
add_topic (DeskForm *form, DeskText *text)
{
  gint64 values[DESK_N_CHOSEN_TOPICS];
  const char *labels[DESK_N_CHOSEN_TOPICS];

  for (int i = 0; i < DESK_N_CHOSEN_TOPICS; i++)
    {
      values[i] = i + 1;
      labels[i] = desk_text_enum (text, &desk_enum_topic, i + 1);
    }
  add_choice (form, "topic", values, labels, DESK_N_CHOSEN_TOPICS);
}

static void
add_repeat_and_urgent (DeskForm *form)
{
  const gint64 lengths[] = { 0, 600, 3600, 86400 };
  const char *const length_words[]
      = { C_("repeat", "Never"), C_("repeat", "10 min"), C_("repeat", "1 h"), C_("repeat", "1 day") };
  const gint64 urgencies[] = { 0, 1 };
  const char *const urgency_words[] = { C_("urgency", "Ordinary"), C_("urgency", "Urgent") };

  add_choice (form, "repeat_every", lengths, length_words, G_N_ELEMENTS (lengths));
  add_choice (form, "urgent", urgencies, urgency_words, G_N_ELEMENTS (urgencies));
}

/* What is about no unit may still belong to one building: to those of a role whose floors are there. */
static void
add_building (DeskForm *form, const DeskCommunityPage *places)
{
  DeskText *text = desk_form_get_text (form);
  GtkWidget *field = desk_choice_field_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 value = 0;

  g_array_append_val (values, value);
  g_ptr_array_add (labels, g_strdup (_("All Buildings")));
  for (guint i = 0; i < places->buildings->len; i++)
    {
      const DeskBuilding *building = ((const DeskBuildingCard *) places->buildings->pdata[i])->building;

      g_array_append_val (values, building->record.id);
      g_ptr_array_add (labels, desk_text_fill (_("Building %1"), (const char *[]){ building->code, NULL }));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_form_add (form, field, DESK_KIND_FOLLOW_UP, "building_id",
                 desk_text_field (text, DESK_KIND_FOLLOW_UP, "building_id"));
}

static void
sort_out_owner (DeskFollowUp *follow_up)
{
  if (follow_up->owner_id >= 0)
    return;
  follow_up->owner_role = -follow_up->owner_id;
  follow_up->owner_id = 0;
}

static gpointer
save_input (DeskForm *form, const char *request_key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
            gpointer data)
{
  g_autoptr (DeskRecord) copy = desk_record_copy (record);
  DeskFollowUp *f = (DeskFollowUp *) copy;

  if (record->id == 0)
    sort_out_owner (f);
  if (f->about_kind == DESK_KIND_NONE && f->unit_id != 0)
    {
      f->about_kind = DESK_KIND_UNIT;
      f->about_id = f->unit_id;
    }
  return desk_record_input_new (request_key, copy);
}

static void
present_save (const DeskFollowUpOrder *order, const DeskStaffList *staff)
{
  gboolean fresh = order->record->id == 0;
  g_autofree char *named = desk_text_fill (fresh ? _("%1: New Follow-up") : _("%1: Follow-up"),
                                           (const char *[]){ order->subject, NULL });
  const char *bare = fresh ? _("New Follow-up") : C_("kind", "Follow-up");
  GtkWidget *form = desk_form_new (order->engine, order->text, *order->subject != '\0' ? named : bare,
                                   desk_record_copy (order->record));
  DeskText *text = order->text;

  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_SAVE_FOLLOW_UP, save_input, NULL);
  desk_form_add_entry (DESK_FORM (form), "note", NULL);
  desk_form_add (DESK_FORM (form), desk_time_field_new (order->engine, text), DESK_KIND_FOLLOW_UP, "due_at",
                 desk_text_field (text, DESK_KIND_FOLLOW_UP, "due_at"));
  if (((DeskFollowUp *) order->record)->topic <= DESK_N_CHOSEN_TOPICS)
    add_topic (DESK_FORM (form), text);
  if (fresh && ((DeskFollowUp *) order->record)->about_kind == DESK_KIND_NONE)
    desk_form_add_pick (DESK_FORM (form), "unit_id", DESK_KIND_UNIT, FALSE);
  if (fresh)
    add_owner (DESK_FORM (form), text, staff, NULL, desk_engine_today (order->engine));
  if (order->places != NULL && order->places->buildings->len > 1)
    add_building (DESK_FORM (form), order->places);
  add_repeat_and_urgent (DESK_FORM (form));
  if (fresh)
    desk_form_set_save_label (DESK_FORM (form), _("Keep It"));
  desk_follow_up_order_present (order, form);
}

/* HAND_ON and RETURN: the record carries what was typed. */
static gpointer
hand_input (DeskForm *form, const char *request_key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
            gpointer data)
{
  g_autoptr (DeskRecord) copy = desk_record_copy (record);
  DeskFollowUp *f = (DeskFollowUp *) copy;
  DeskFollowUpInput *in = desk_follow_up_input_new (request_key, record->id, record->version);

  sort_out_owner (f);
  in->staff_id = f->owner_id;
  in->role = f->owner_id == 0 ? f->owner_role : 0;
  in->note = g_strdup (f->hand_note);
  return in;
}

static void
present_hand (const DeskFollowUpOrder *order, const DeskStaffList *staff)
{
  gboolean returns = order->use_case == DESK_USE_CASE_RETURN_FOLLOW_UP;
  g_autofree char *what = desk_text_follow_up_what (order->text, (DeskFollowUp *) order->record);
  g_autofree char *short_what = desk_text_printable (what, 24);
  g_autofree char *title
      = desk_text_fill (returns ? _("Return: %1") : _("Hand On: %1"), (const char *[]){ short_what, NULL });
  g_autoptr (DeskRecord) record = desk_record_copy (order->record);
  GtkWidget *form;

  desk_text_set (&((DeskFollowUp *) record)->hand_note, "");
  form = desk_form_new (order->engine, order->text, title, g_steal_pointer (&record));
  desk_form_set_use_case (DESK_FORM (form), order->use_case, hand_input, NULL);
  if (!returns)
    add_owner (DESK_FORM (form), order->text, staff, (DeskFollowUp *) order->record, desk_engine_today (order->engine));
  desk_form_add_entry (DESK_FORM (form), "hand_note", NULL);
  desk_form_set_save_label (DESK_FORM (form), returns ? _("Return") : _("Hand On"));
  desk_follow_up_order_present (order, form);
}

static void
on_staff_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFollowUpOrder) order = data;
  g_autoptr (GError) error = NULL;
  DeskStaffList *staff = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (staff == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (order->window, error);
      return;
    }
  if (order->use_case == DESK_USE_CASE_SAVE_FOLLOW_UP)
    present_save (order, staff);
  else
    present_hand (order, staff);
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, staff);
}

static void
on_places_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFollowUpOrder) order = data;
  g_autoptr (GError) error = NULL;

  order->places = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  if (order->places == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (order->window, error);
      return;
    }
  desk_engine_call_async (DESK_ENGINE (source), DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, 0),
                          NULL, on_staff_cb, g_steal_pointer (&order));
}

/* Reads what the form needs, then shows it. @record: (transfer full). */
void
desk_follow_up_form_begin (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskUseCase use_case,
                           DeskRecord *record, const char *subject)
{
  DeskFollowUpOrder *order;

  if (window == NULL)
    {
      desk_record_free (record);
      return;
    }
  order = desk_follow_up_order_new (window, engine, text, use_case, subject);
  order->record = record;
  if (record->id == 0 && ((DeskFollowUp *) record)->about_kind == DESK_KIND_NONE)
    desk_engine_call_async (engine, DESK_USE_CASE_GET_COMMUNITY,
                            desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (engine)), NULL, on_places_cb,
                            order);
  else
    desk_engine_call_async (engine, DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, 0), NULL,
                            on_staff_cb, order);
}

/* Returns: (transfer full): a new one about that record, of whoever is at the desk. */
DeskRecord *
desk_follow_up_propose (DeskEngine *engine, DeskKind kind, gint64 id)
{
  DeskRecord *record = desk_record_new (DESK_KIND_FOLLOW_UP);
  DeskFollowUp *f = (DeskFollowUp *) record;

  f->about_kind = kind;
  f->about_id = id;
  f->topic = DESK_TOPIC_TASK;
  f->owner_id = desk_engine_get_actor (engine)->staff_id;
  return record;
}

void
desk_follow_up_form_new (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskKind kind, gint64 id,
                         const char *subject)
{
  desk_follow_up_form_begin (window, engine, text, DESK_USE_CASE_SAVE_FOLLOW_UP, desk_follow_up_propose (engine, kind, id), subject);
}

void
desk_follow_up_form_edit (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card)
{
  desk_follow_up_form_begin (window, engine, text, DESK_USE_CASE_SAVE_FOLLOW_UP, desk_record_copy (card->follow_up), card->place);
}

void
desk_follow_up_form_hand_on (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card)
{
  desk_follow_up_form_begin (window, engine, text, DESK_USE_CASE_HAND_ON_FOLLOW_UP, desk_record_copy (card->follow_up), card->place);
}

void
desk_follow_up_form_return (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card)
{
  desk_follow_up_form_begin (window, engine, text, DESK_USE_CASE_RETURN_FOLLOW_UP, desk_record_copy (card->follow_up), card->place);
}
