/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-forms.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-entry-field.h"
#include "desk-numbers-field.h"
#include "desk-pick-field.h"
#include "desk-text-label.h"

/* A person with phones and documents */

static DeskNumbersField *
numbers_of (DeskForm *form, const char *name)
{
  return g_object_get_data (G_OBJECT (form), name);
}

static gpointer
person_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  DeskPersonInput *input = desk_person_input_new (key, (DeskPerson *) record);

  g_clear_pointer (&input->phones, g_ptr_array_unref);
  g_clear_pointer (&input->documents, g_ptr_array_unref);
  desk_numbers_field_set_problem (numbers_of (form, "phones"), -1, NULL);
  input->phones = desk_numbers_field_store (numbers_of (form, "phones"));
  if (numbers_of (form, "documents") == NULL)
    return input;
  desk_numbers_field_set_problem (numbers_of (form, "documents"), -1, NULL);
  input->documents = desk_numbers_field_store (numbers_of (form, "documents"));
  return input;
}

static gboolean
person_problem (DeskForm *form, const DeskProblem *problem, const char *sentence, gpointer data)
{
  DeskNumbersField *numbers;

  if (g_strcmp0 (problem->field, "phones") != 0 && g_strcmp0 (problem->field, "documents") != 0)
    return FALSE;
  numbers = numbers_of (form, problem->field);
  if (numbers == NULL)
    return FALSE;
  desk_numbers_field_set_problem (numbers, problem->row, sentence);
  desk_numbers_field_focus_problem (numbers);
  return TRUE;
}

static DeskNumbersField *
add_numbers (DeskForm *form, DeskKind kind, const char *name)
{
  GtkWidget *numbers = desk_numbers_field_new (desk_form_get_text (form), kind, desk_form_get_labels (form));

  desk_form_add_typed (form, numbers, name, (DeskFormGetTyped) desk_numbers_field_get_typed,
                       (DeskFormSetTyped) desk_numbers_field_set_typed);
  g_object_set_data (G_OBJECT (form), name, numbers);
  g_signal_connect_swapped (numbers, "changed", G_CALLBACK (desk_form_touch), form);
  return DESK_NUMBERS_FIELD (numbers);
}

/* @card: (nullable): of nobody yet. */
static void
load_numbers (DeskForm *form, const DeskPersonCard *card)
{
  desk_numbers_field_load (numbers_of (form, "phones"), card != NULL ? card->phones : NULL);
  desk_form_settle (form, "phones");
  if (numbers_of (form, "documents") == NULL)
    return;
  desk_numbers_field_load (numbers_of (form, "documents"), card != NULL ? card->documents : NULL);
  desk_form_settle (form, "documents");
}

/* Read anew: phones and documents as they stand now. */
static void
card_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) form = data;
  DeskPersonPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (page == NULL)
    return;
  if (desk_form_get_engine (form) != NULL)
    load_numbers (form, page->card);
  desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, page);
}

static void
person_loaded (DeskForm *form, gpointer data)
{
  DeskEngine *engine = desk_form_get_engine (form);
  DeskRecord *record = desk_form_get_record (form);

  if (record->id != 0)
    desk_engine_call_async (engine, DESK_USE_CASE_GET_PERSON_PAGE,
                            desk_get_input_new (DESK_KIND_PERSON, record->id, desk_engine_today (engine)), NULL, card_read,
                            g_object_ref (form));
  else
    load_numbers (form, NULL);
}

/* Everything but phones: what the front desk may not change. */
static void
add_particulars (DeskForm *form, const DeskPersonCard *card)
{
  desk_numbers_field_load (add_numbers (form, DESK_KIND_DOCUMENT, "documents"), card != NULL ? card->documents : NULL);
  desk_field_set_note (desk_form_add_entry (form, "pinyin", "shan xiong xin"),
                       _("Only where the reading that is guessed is wrong."));
  desk_form_add_lines (form, "note");
}

static char *
person_title (const DeskPerson *person, gboolean contact_only)
{
  if (person->record.id == 0)
    return g_strdup (_("New Person"));
  return desk_text_fill (contact_only ? _("%1: Phones") : _("%1: Person"), (const char *[]){ person->name, NULL });
}

/* @card: (nullable): phones and documents as they are shown; they are read when NULL. @contact_only: for whoever may change
 * how to reach people and nothing else about them. */
GtkWidget *
desk_person_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const DeskPersonCard *card,
                      gboolean contact_only)
{
  g_autofree char *title = person_title ((DeskPerson *) record, contact_only);
  GtkWidget *widget = desk_form_new (engine, text, title, record);
  DeskForm *form = DESK_FORM (widget);

  desk_form_set_use_case (form, contact_only ? DESK_USE_CASE_SAVE_CONTACT : DESK_USE_CASE_SAVE_PERSON, person_input, NULL);
  desk_form_set_problem_func (form, person_problem);
  if (!contact_only)
    {
      desk_form_add_entry (form, "name", NULL);
      desk_form_add_choice (form, "kind");
    }
  desk_numbers_field_load (add_numbers (form, DESK_KIND_PHONE, "phones"), card != NULL ? card->phones : NULL);
  if (!contact_only)
    add_particulars (form, card);
  if (record->id == 0)
    desk_form_set_save_label (form, _("Make Person"));
  else if (!contact_only)
    desk_form_set_remove (form, DESK_USE_CASE_REMOVE_PERSON, _("Remove Person"));
  desk_form_load (form);
  if (card == NULL)
    person_loaded (form, NULL);
  g_signal_connect (form, "loaded", G_CALLBACK (person_loaded), NULL);
  return widget;
}

/* Somebody moves in: known already, or made with the same button */

static const char *const new_phone_key = "desk-new-phone";

static DeskPersonInput *
new_person_input (DeskForm *form, const char *key, const DeskOccupancy *occupancy)
{
  DeskPickField *pick = DESK_PICK_FIELD (desk_form_get_field (form, "person_id"));
  DeskEntryField *phone = g_object_get_data (G_OBJECT (form), new_phone_key);
  g_autoptr (DeskRecord) person = desk_record_new (DESK_KIND_PERSON);
  DeskPersonInput *input;

  ((DeskPerson *) person)->kind = DESK_PERSON_KIND_NATURAL;
  desk_text_set (&((DeskPerson *) person)->name, desk_pick_field_get_text (pick));
  input = desk_person_input_new (key, (DeskPerson *) person);
  input->occupancy = desk_record_copy (occupancy);
  if (!desk_field_is_empty (DESK_FIELD (phone)))
    {
      DeskPhone *record = desk_record_new (DESK_KIND_PHONE);

      record->kind = DESK_PHONE_KIND_MOBILE;
      desk_text_set (&record->number, desk_entry_field_get_text (phone));
      if (input->phones == NULL)
        input->phones = g_ptr_array_new_with_free_func (desk_record_free);
      g_ptr_array_add (input->phones, record);
    }
  return input;
}

static gpointer
move_in_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  DeskField *pick = desk_form_get_field (form, "person_id");
  DeskOccupancy *occupancy = (DeskOccupancy *) record;

  if (occupancy->role != DESK_ROLE_OWNER && occupancy->role != DESK_ROLE_CO_OWNER)
    occupancy->share = 0;
  if (occupancy->unit_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "unit_id", -1, NULL));
  if (pick != NULL && desk_pick_field_makes_new (DESK_PICK_FIELD (pick)) && problems->len == 0)
    {
      *use_case = DESK_USE_CASE_SAVE_PERSON;
      return new_person_input (form, key, occupancy);
    }
  if (occupancy->person_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "person_id", -1, NULL));
  return problems->len == 0 ? desk_record_input_new (key, record) : NULL;
}

/* A problem of the new person's name or phone, under the fields that hold them here. */
static gboolean
move_in_problem (DeskForm *form, const DeskProblem *problem, const char *sentence, gpointer data)
{
  DeskField *field = g_strcmp0 (problem->field, "name") == 0     ? desk_form_get_field (form, "person_id")
                     : g_strcmp0 (problem->field, "phones") == 0 ? g_object_get_data (G_OBJECT (form), new_phone_key)
                                                                 : NULL;

  if (field == NULL)
    return FALSE;
  desk_field_set_problem (field, sentence);
  return TRUE;
}

/* Shares are asked of owners only, a phone of somebody new only. */
static void
show_what_matters (DeskForm *form)
{
  DeskChoiceField *role = DESK_CHOICE_FIELD (desk_form_get_field (form, "role"));
  DeskField *pick = desk_form_get_field (form, "person_id");
  GtkWidget *phone = g_object_get_data (G_OBJECT (form), new_phone_key);
  gint64 value = desk_choice_field_get_value (role);
  gboolean owner = value == DESK_ROLE_OWNER || value == DESK_ROLE_CO_OWNER;

  gtk_widget_set_visible (GTK_WIDGET (desk_form_get_field (form, "share")), owner);
  gtk_widget_set_visible (GTK_WIDGET (desk_form_get_field (form, "relation")), value != DESK_ROLE_OWNER);
  if (phone != NULL)
    gtk_widget_set_visible (phone, pick != NULL && desk_pick_field_makes_new (DESK_PICK_FIELD (pick)));
}

static void
field_changed (DeskField *field, DeskForm *form)
{
  show_what_matters (form);
}

/* The phone is of no record that the form loads. */
static void
move_in_loaded (DeskForm *form, gpointer data)
{
  DeskEntryField *phone = g_object_get_data (G_OBJECT (form), new_phone_key);

  if (phone != NULL)
    desk_entry_field_set_text (phone, NULL);
  show_what_matters (form);
}

/* @record: an occupancy with its unit or its person; the other is picked. */
GtkWidget *
desk_move_in_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject)
{
  DeskOccupancy *occupancy = (DeskOccupancy *) record;
  gboolean by_unit = occupancy->unit_id != 0;
  g_autofree char *title = desk_text_fill (_("%1: Move In"), (const char *[]){ subject, NULL });
  GtkWidget *form = desk_form_new (engine, text, title, record), *phone;

  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_SAVE_OCCUPANCY, move_in_input, NULL);
  desk_form_set_problem_func (DESK_FORM (form), move_in_problem);
  if (by_unit)
    {
      g_signal_connect (desk_form_add_pick (DESK_FORM (form), "person_id", DESK_KIND_PERSON, TRUE), "changed",
                        G_CALLBACK (field_changed), form);
      phone = desk_entry_field_new ();
      /* Its own record is not this form's: it is bound to none and read by hand. */
      desk_form_add (DESK_FORM (form), phone, DESK_KIND_PHONE, "number", desk_text_field (text, DESK_KIND_PHONE, "number"));
      g_object_set_data (G_OBJECT (form), new_phone_key, phone);
    }
  else
    desk_form_add_pick (DESK_FORM (form), "unit_id", DESK_KIND_UNIT, FALSE);
  g_signal_connect (desk_form_add_choice (DESK_FORM (form), "role"), "changed", G_CALLBACK (field_changed), form);
  desk_form_add_entry (DESK_FORM (form), "share", "50 %");
  desk_form_add_entry (DESK_FORM (form), "relation", NULL);
  desk_form_add_entry (DESK_FORM (form), "from_day", "2026-03-01");
  desk_form_add_entry (DESK_FORM (form), "to_day", NULL);
  desk_form_add_entry (DESK_FORM (form), "note", NULL);
  desk_form_set_save_label (DESK_FORM (form), _("Move In"));
  g_signal_connect (form, "loaded", G_CALLBACK (move_in_loaded), NULL);
  desk_form_load (DESK_FORM (form));
  return form;
}
