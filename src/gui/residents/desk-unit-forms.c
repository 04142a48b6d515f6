/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-forms.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-pick-field.h"
#include "desk-text-label.h"

/* Unit: where it lies, what it is */

/* The house tree while a unit's form is open: its entrances follow the building. */
static void
tree_free (gpointer data)
{
  desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, data);
}

static void
offer_entrances (DeskForm *form)
{
  DeskCommunityPage *page = g_object_get_data (G_OBJECT (form), "desk-tree");
  DeskChoiceField *buildings = DESK_CHOICE_FIELD (desk_form_get_field (form, "building_id"));
  DeskChoiceField *entrances = DESK_CHOICE_FIELD (desk_form_get_field (form, "entrance_id"));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 chosen = desk_choice_field_get_value (buildings), none = 0;

  for (guint i = 0; page != NULL && i < page->buildings->len; i++)
    {
      const DeskBuildingCard *card = page->buildings->pdata[i];

      if (card->building->record.id != chosen)
        continue;
      for (guint k = 0; k < card->entrances->len; k++)
        {
          const DeskEntrance *entrance = card->entrances->pdata[k];

          g_array_append_val (ids, entrance->record.id);
          g_ptr_array_add (names, entrance->code);
        }
    }
  g_array_append_val (ids, none);
  g_ptr_array_add (names, (char *) _("None"));
  desk_choice_field_set_choices (entrances, (const gint64 *) (gpointer) ids->data, (const char *const *) names->pdata,
                                 ids->len);
  gtk_widget_set_visible (GTK_WIDGET (entrances), ids->len > 1);
}

static void
building_changed (DeskField *field, DeskForm *form)
{
  offer_entrances (form);
}

static void
offer_buildings (DeskForm *form)
{
  DeskCommunityPage *page = g_object_get_data (G_OBJECT (form), "desk-tree");
  DeskChoiceField *buildings = DESK_CHOICE_FIELD (desk_form_get_field (form, "building_id"));
  DeskChoiceField *entrances = DESK_CHOICE_FIELD (desk_form_get_field (form, "entrance_id"));
  const DeskUnit *unit = (const DeskUnit *) desk_form_get_record (form);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 none = 0;

  if (page == NULL)
    return;
  for (guint i = 0; i < page->buildings->len; i++)
    {
      const DeskBuilding *building = ((DeskBuildingCard *) page->buildings->pdata[i])->building;

      g_array_append_val (ids, building->record.id);
      g_ptr_array_add (names, desk_text_fill (_("Building %1"), (const char *[]){ building->code, NULL }));
    }
  g_array_append_val (ids, none);
  g_ptr_array_add (names, g_strdup (_("None, on its own")));
  desk_choice_field_set_choices (buildings, (const gint64 *) (gpointer) ids->data, (const char *const *) names->pdata,
                                 ids->len);
  desk_choice_field_set_value (buildings, unit->building_id);
  offer_entrances (form);
  desk_choice_field_set_value (entrances, unit->entrance_id);
  desk_form_settle (form, "unit.building_id");
  desk_form_settle (form, "unit.entrance_id");
}

static void
tree_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskForm) form = data;
  DeskCommunityPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);
  DeskUnit *unit = (DeskUnit *) desk_form_get_record (form);

  if (page == NULL || desk_form_get_engine (form) == NULL)
    {
      if (page != NULL)
        tree_free (page);
      return;
    }
  /* A new unit lies where the last one of the list was: the first building is the guess. */
  if (unit->record.id == 0 && unit->building_id == 0 && page->buildings->len > 0)
    unit->building_id = ((DeskBuildingCard *) page->buildings->pdata[0])->building->record.id;
  g_object_set_data_full (G_OBJECT (form), "desk-tree", page, tree_free);
  offer_buildings (form);
}

static void
unit_loaded (DeskForm *form, gpointer data)
{
  offer_buildings (form);
}

GtkWidget *
desk_unit_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record)
{
  DeskUnit *unit = (DeskUnit *) record;
  gboolean fresh = record->id == 0;
  g_autofree char *title = fresh ? g_strdup (_("New Unit"))
                                 : desk_text_fill (_("%1: Unit"), (const char *[]){ unit->label, NULL });
  GtkWidget *form = desk_form_new (engine, text, title, record);

  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_SAVE_UNIT, NULL, NULL);
  desk_form_add_choice (DESK_FORM (form), "kind");
  g_signal_connect (desk_form_add (DESK_FORM (form), desk_choice_field_new (), DESK_KIND_UNIT, "building_id",
                                   desk_text_field (text, DESK_KIND_UNIT, "building_id")),
                    "changed", G_CALLBACK (building_changed), form);
  desk_form_add (DESK_FORM (form), desk_choice_field_new (), DESK_KIND_UNIT, "entrance_id",
                 desk_text_field (text, DESK_KIND_UNIT, "entrance_id"));
  desk_form_add_entry (DESK_FORM (form), "room", "1501");
  desk_form_add_entry (DESK_FORM (form), "floor", "15");
  desk_form_add_entry (DESK_FORM (form), "built_area", "118.47 m²");
  desk_form_add_entry (DESK_FORM (form), "inner_area", "96.20 m²");
  if (fresh)
    {
      desk_form_add_choice (DESK_FORM (form), "state");
      desk_form_add_entry (DESK_FORM (form), "state_since", "2026-03-01");
    }
  desk_form_add_entry (DESK_FORM (form), "delivered_on", "2021-06-18");
  desk_form_add_entry (DESK_FORM (form), "deemed_on", NULL);
  desk_form_add_lines (DESK_FORM (form), "note");
  if (fresh)
    desk_form_set_save_label (DESK_FORM (form), _("Make Unit"));
  else
    desk_form_set_remove (DESK_FORM (form), DESK_USE_CASE_REMOVE_UNIT, _("Remove Unit"));
  g_signal_connect (form, "loaded", G_CALLBACK (unit_loaded), NULL);
  desk_form_load (DESK_FORM (form));
  desk_engine_call_async (engine, DESK_USE_CASE_GET_COMMUNITY,
                          desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (engine)), NULL, tree_read,
                          g_object_ref (form));
  return form;
}

/* State */

static gpointer
state_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskUnitState *state = (const DeskUnitState *) record;

  return desk_unit_state_input_new (key, state->unit_id, record->version, state->state, state->from_day, state->note);
}

GtkWidget *
desk_state_form_new (DeskEngine *engine, DeskText *text, const DeskUnit *unit)
{
  DeskUnitState *state = desk_record_new (DESK_KIND_UNIT_STATE);
  g_autofree char *title = desk_text_fill (_("%1: Change State"), (const char *[]){ unit->label, NULL });
  GtkWidget *form;

  state->unit_id = unit->record.id;
  state->record.version = unit->record.version; /* the unit's: its change is what is checked */
  state->state = unit->state;
  state->from_day = desk_engine_today (engine);
  form = desk_form_new (engine, text, title, &state->record);
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_CHANGE_UNIT_STATE, state_input, NULL);
  desk_form_add_choice (DESK_FORM (form), "state");
  desk_form_add_entry (DESK_FORM (form), "from_day", NULL);
  desk_form_add_entry (DESK_FORM (form), "note", NULL);
  desk_form_set_save_label (DESK_FORM (form), _("Change State"));
  desk_form_load (DESK_FORM (form));
  return form;
}

/* Owner */

static gpointer
owner_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskOccupancy *owner = (const DeskOccupancy *) record;

  if (owner->person_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "person_id", -1, NULL));
  if (owner->from_day == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "from_day", -1, NULL));
  return problems->len == 0 ? desk_owner_input_new (key, owner->unit_id, owner->person_id, owner->from_day) : NULL;
}

GtkWidget *
desk_owner_form_new (DeskEngine *engine, DeskText *text, const DeskUnit *unit)
{
  DeskOccupancy *owner = desk_record_new (DESK_KIND_OCCUPANCY);
  g_autofree char *title = desk_text_fill (_("%1: Change Owner"), (const char *[]){ unit->label, NULL });
  GtkWidget *form;

  owner->unit_id = unit->record.id;
  owner->role = DESK_ROLE_OWNER;
  owner->from_day = desk_engine_today (engine);
  form = desk_form_new (engine, text, title, &owner->record);
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_CHANGE_OWNER, owner_input, NULL);
  desk_form_add_pick (DESK_FORM (form), "person_id", DESK_KIND_PERSON, FALSE);
  desk_form_add_entry (DESK_FORM (form), "from_day", NULL);
  desk_form_set_outcome (DESK_FORM (form), _("All owners until then end on that day; the new one owns the whole."));
  desk_form_set_save_label (DESK_FORM (form), _("Change Owner"));
  desk_form_load (DESK_FORM (form));
  return form;
}
