/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-import.h"

#include "desk-changes.h"
#include "desk-mask.h"
#include "desk-text-figure.h"
#include "desk-text-history.h"
#include "desk-text-label.h"

typedef struct
{
  const char *context;
  const char *word;
} Word;

static const Word kinds[DESK_N_IMPORTS] = {
  [DESK_IMPORT_UNITS] = { NP_ ("sheet", "Units") },
  [DESK_IMPORT_PEOPLE] = { NP_ ("sheet", "People") },
  [DESK_IMPORT_REGISTER] = { NP_ ("sheet", "Units and people") },
  [DESK_IMPORT_CASES] = { NP_ ("sheet", "Cases") },
  [DESK_IMPORT_COMPLAINTS] = { NP_ ("sheet", "Complaints") },
};

/* They stand above the columns of a sheet that goes out, too: each must be one that desk_import_guess() knows for sure
 * when the sheet comes back. */
static const Word fields[DESK_N_IMPORT_FIELDS] = {
  [DESK_IMPORT_FIELD_BUILDING] = { NP_ ("sheet column", "Building") },
  [DESK_IMPORT_FIELD_ENTRANCE] = { NP_ ("sheet column", "Entrance") },
  [DESK_IMPORT_FIELD_ROOM] = { NP_ ("sheet column", "Room") },
  [DESK_IMPORT_FIELD_LABEL] = { NP_ ("sheet column", "Unit") },
  [DESK_IMPORT_FIELD_FLOOR] = { NP_ ("sheet column", "Floor") },
  [DESK_IMPORT_FIELD_FLOORS] = { NP_ ("sheet column", "Floors") },
  [DESK_IMPORT_FIELD_UNIT_KIND] = { NP_ ("sheet column", "Unit kind") },
  [DESK_IMPORT_FIELD_BUILT_AREA] = { NP_ ("sheet column", "Built-up area") },
  [DESK_IMPORT_FIELD_INNER_AREA] = { NP_ ("sheet column", "Inner area") },
  [DESK_IMPORT_FIELD_STATE] = { NP_ ("sheet column", "State") },
  [DESK_IMPORT_FIELD_DELIVERED_ON] = { NP_ ("sheet column", "Handed over on") },
  [DESK_IMPORT_FIELD_UNIT_NOTE] = { NP_ ("sheet column", "Unit note") },
  [DESK_IMPORT_FIELD_NAME] = { NP_ ("sheet column", "Name") },
  [DESK_IMPORT_FIELD_PERSON_KIND] = { NP_ ("sheet column", "Person or company") },
  [DESK_IMPORT_FIELD_PHONE] = { NP_ ("sheet column", "Phone") },
  [DESK_IMPORT_FIELD_PHONE2] = { NP_ ("sheet column", "Other phone") },
  [DESK_IMPORT_FIELD_DOCUMENT] = { NP_ ("sheet column", "Document number") },
  [DESK_IMPORT_FIELD_ROLE] = { NP_ ("sheet column", "Role") },
  [DESK_IMPORT_FIELD_RELATION] = { NP_ ("sheet column", "Relation to owner") },
  [DESK_IMPORT_FIELD_SHARE] = { NP_ ("sheet column", "Share") },
  [DESK_IMPORT_FIELD_FROM_DAY] = { NP_ ("sheet column", "Moved in") },
  [DESK_IMPORT_FIELD_TO_DAY] = { NP_ ("sheet column", "Moved out") },
  [DESK_IMPORT_FIELD_PLATE] = { NP_ ("sheet column", "Plate") },
  [DESK_IMPORT_FIELD_PERSON_NOTE] = { NP_ ("sheet column", "Note") },
  [DESK_IMPORT_FIELD_CASE_NUMBER] = { NP_ ("sheet column", "Case number") },
  [DESK_IMPORT_FIELD_CASE_KIND] = { NP_ ("sheet column", "Case kind") },
  [DESK_IMPORT_FIELD_TITLE] = { NP_ ("sheet column", "Title") },
  [DESK_IMPORT_FIELD_CATEGORY] = { NP_ ("sheet column", "Category") },
  [DESK_IMPORT_FIELD_QUEUE] = { NP_ ("sheet column", "Queue") },
  [DESK_IMPORT_FIELD_LOCATION] = { NP_ ("sheet column", "Place") },
  [DESK_IMPORT_FIELD_OPENED] = { NP_ ("sheet column", "Opened") },
  [DESK_IMPORT_FIELD_DUE] = { NP_ ("sheet column", "Due") },
  [DESK_IMPORT_FIELD_CLOSED] = { NP_ ("sheet column", "Closed") },
  [DESK_IMPORT_FIELD_CASE_STATUS] = { NP_ ("sheet column", "Case status") },
  [DESK_IMPORT_FIELD_RESULT] = { NP_ ("sheet column", "Result") },
  [DESK_IMPORT_FIELD_DETAIL] = { NP_ ("sheet column", "Detail") },
};

static const Word fates[DESK_N_FATES] = {
  [DESK_FATE_NEW] = { NP_ ("fate", "New") },
  [DESK_FATE_CHANGE] = { NP_ ("fate", "Changed") },
  [DESK_FATE_SAME] = { NP_ ("fate", "Unchanged") },
  [DESK_FATE_DOUBT] = { NP_ ("fate", "Undecided") },
  [DESK_FATE_REJECT] = { NP_ ("fate", "Rejected") },
};

/* What a kind of sheet is called. */
const char *
desk_text_import_kind (const DeskText *text, DeskImport import)
{
  g_return_val_if_fail (import < DESK_N_IMPORTS, "");
  return desk_text_get_c (text, kinds[import].context, kinds[import].word);
}

/* What a column is taken for, and its heading in a sheet of ours; for NONE that it is not taken. */
const char *
desk_text_import_field (const DeskText *text, DeskImportField field)
{
  if (field < 0 || field >= DESK_N_IMPORT_FIELDS)
    return desk_text_get_c (text, NP_ ("sheet column", "Not imported"));
  return desk_text_get_c (text, fields[field].context, fields[field].word);
}

/* What becomes of a row. */
const char *
desk_text_import_fate (const DeskText *text, DeskFate fate)
{
  g_return_val_if_fail (fate < DESK_N_FATES, "");
  return desk_text_get_c (text, fates[fate].context, fates[fate].word);
}

/* The heading above the reasons in a sheet of rows that were not taken; desk_import_is_reason_heading() knows it. */
const char *
desk_text_import_reason_heading (const DeskText *text)
{
  return desk_text_get_c (text, NP_ ("sheet column", "Why not taken"));
}

/* Returns: (transfer full): what a row of a sheet of this kind makes; neither: somebody who is there is entered for a unit
 * that is there. */
char *
desk_text_import_makes (const DeskText *text, DeskImport import, gboolean unit, gboolean person)
{
  if (desk_import_is_of_cases (import))
    return g_strdup (desk_text_get (text, N_("Makes 1 case")));
  if (unit && person)
    return g_strdup (desk_text_get (text, N_("Makes 1 unit and 1 person")));
  if (unit)
    return g_strdup (desk_text_get (text, N_("Makes 1 unit")));
  if (person)
    return g_strdup (desk_text_get (text, N_("Makes 1 person")));
  return g_strdup (desk_text_get (text, N_("Enters a known person for the unit")));
}

/* @n_rows: how many make something. Returns: (transfer full): what all of a sheet makes. */
char *
desk_text_import_new (const DeskText *text, DeskImport import, guint n_rows, guint n_units, guint n_people)
{
  g_autofree char *units = desk_text_count (text, DESK_KIND_UNIT, n_units);
  g_autofree char *people = desk_text_count (text, DESK_KIND_PERSON, n_people);

  return desk_import_is_of_cases (import) ? desk_text_count (text, DESK_KIND_SERVICE_CASE, n_rows)
                                          : desk_text_format (text, N_("%1, %2"), units, people, NULL);
}

/* The changes of @kind's own fields, as its history would tell them; "" for none. */
static char *
tell (const DeskText *text, GPtrArray *changes, DeskKind kind, const char *use_case, GHashTable *told)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      DeskFieldChange *change = changes->pdata[i];

      if (desk_record_find_field (kind, change->field) != NULL && g_hash_table_add (told, change))
        g_ptr_array_add (own, change);
    }
  if (own->len == 0)
    return NULL;
  json = desk_changes_to_json (own);
  return desk_text_history (text, kind, use_case, json, NULL);
}

/* What a person gets: a number, a document, a car. */
static char *
tell_belonging (const DeskText *text, const DeskFieldChange *change)
{
  const char *word = change->new_value.text;

  if (g_str_equal (change->field, "phones"))
    {
      g_autofree char *masked = desk_mask_phone (word);

      return desk_text_format (text, N_("Adds phone %1"), masked, NULL);
    }
  if (g_str_equal (change->field, "documents"))
    return g_strdup (desk_text_get (text, N_("Adds a document")));
  return desk_text_format (text, N_("Adds plate %1"), word, NULL);
}

/* Returns: (transfer full): what a row changes; @changes: DeskFieldChange of unit, stay and belongings. */
char *
desk_text_import_changes (const DeskText *text, GPtrArray *changes)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *unit = tell (text, changes, DESK_KIND_UNIT, "save_unit", told);
  char *stay = tell (text, changes, DESK_KIND_OCCUPANCY, "save_occupancy", told);
  GString *all = g_string_new (NULL);

  if (unit != NULL)
    g_ptr_array_add (parts, unit);
  if (stay != NULL)
    g_ptr_array_add (parts, stay);
  for (guint i = 0; i < changes->len; i++)
    if (!g_hash_table_contains (told, changes->pdata[i]))
      g_ptr_array_add (parts, tell_belonging (text, changes->pdata[i]));
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? desk_text_get_c (text, NP_ ("between sentences", "; ")) : "",
                            (char *) parts->pdata[i]);
  return g_string_free (all, FALSE);
}

/* What is said of a row that changes nothing. */
const char *
desk_text_import_same (const DeskText *text)
{
  return desk_text_get (text, N_("As it stands in the register"));
}
