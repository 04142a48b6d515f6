/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-import.h"

typedef struct
{
  const char *context;
  const char *word;
} Word;

static const Word kinds[DESK_N_IMPORTS] = {
  [DESK_IMPORT_UNITS] = { NP_ ("sheet", "Units") },
  [DESK_IMPORT_PEOPLE] = { NP_ ("sheet", "People") },
  [DESK_IMPORT_REGISTER] = { NP_ ("sheet", "Units and people") },
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
