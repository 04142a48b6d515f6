/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-label.h"

#include <string.h>

#include "desk-register-case.h"
#include "desk-text-case.h"

/* What the fields of records and inputs are called on forms. Rows of a kind come before the rows for every kind
 * (NONE), which serve where the kind is not known too. */
static const struct
{
  DeskKind kind;
  const char *field;
  const char *context;
  const char *word;
} fields[] = {
  { DESK_KIND_COMMUNITY, "name", NP_ ("field", "Community name") },
  { DESK_KIND_COMMUNITY, "address", NP_ ("field", "Address") },
  { DESK_KIND_COMMUNITY, "developer", NP_ ("field", "Developer") },
  { DESK_KIND_PHRASE, "name", NP_ ("field", "Called") },
  { DESK_KIND_PHRASE, "words", NP_ ("field", "Wording") },
  { DESK_KIND_BUILDING, "code", NP_ ("field", "Building number") },
  { DESK_KIND_BUILDING, "name", NP_ ("field", "Also called") },
  { DESK_KIND_BUILDING, "floors", NP_ ("field", "Floors") },
  { DESK_KIND_BUILDING, "accepted_on", NP_ ("field", "Completion accepted") },
  { DESK_KIND_ENTRANCE, "code", NP_ ("field", "Entrance number") },
  { DESK_KIND_UNIT, "kind", NP_ ("field", "Kind") },
  { DESK_KIND_UNIT, "floor", NP_ ("field", "Floor") },
  { DESK_KIND_UNIT, "room", NP_ ("field", "Room") },
  { DESK_KIND_UNIT, "built_area", NP_ ("field", "Built-up area") },
  { DESK_KIND_UNIT, "inner_area", NP_ ("field", "Inner area") },
  { DESK_KIND_UNIT, "state_since", NP_ ("field", "State since") },
  { DESK_KIND_UNIT, "delivered_on", NP_ ("field", "Handed over on") },
  { DESK_KIND_UNIT, "deemed_on", NP_ ("field", "Deemed handed over on") },
  { DESK_KIND_UNIT, "building_code", NP_ ("field", "Building number") },
  { DESK_KIND_UNIT, "entrance_code", NP_ ("field", "Entrance number") },
  { DESK_KIND_UNIT, "label", NP_ ("field", "Unit label") },
  { DESK_KIND_UNIT_STATE, "at", NP_ ("field", "Entered at") },
  { DESK_KIND_PERSON, "kind", NP_ ("field", "Person or company") },
  { DESK_KIND_PERSON, "name", NP_ ("field", "Full name") },
  { DESK_KIND_PERSON, "pinyin", NP_ ("field", "Pinyin") },
  { DESK_KIND_PERSON, "merged_into", NP_ ("field", "Merged into") },
  { DESK_KIND_PERSON, "erased_at", NP_ ("field", "Erased") },
  { DESK_KIND_PHONE, "kind", NP_ ("field", "Kind of phone") },
  { DESK_KIND_PHONE, "number", NP_ ("field", "Phone number") },
  { DESK_KIND_PHONE, "rank", NP_ ("field", "Order of calling") },
  { DESK_KIND_DOCUMENT, "kind", NP_ ("field", "Kind of document") },
  { DESK_KIND_DOCUMENT, "number", NP_ ("field", "Document number") },
  { DESK_KIND_DOCUMENT, "last4", NP_ ("field", "Last four") },
  { DESK_KIND_DOCUMENT, "removed_at", NP_ ("field", "Out of use since") },
  { DESK_KIND_OCCUPANCY, "role", NP_ ("field", "Role") },
  { DESK_KIND_OCCUPANCY, "share", NP_ ("field", "Share") },
  { DESK_KIND_OCCUPANCY, "relation", NP_ ("field", "Relation to owner") },
  { DESK_KIND_OCCUPANCY, "from_day", NP_ ("field", "Moved in") },
  { DESK_KIND_OCCUPANCY, "to_day", NP_ ("field", "Moved out") },
  { DESK_KIND_VEHICLE, "plate", NP_ ("field", "Plate") },
  { DESK_KIND_VEHICLE, "description", NP_ ("field", "Description") },
  { DESK_KIND_SPACE_LEASE, "space_id", NP_ ("field", "Parking space") },
  { DESK_KIND_CARE_FLAG, "kind", NP_ ("field", "Care") },
  { DESK_KIND_INSTRUCTION, "kind", NP_ ("field", "What about") },
  { DESK_KIND_INSTRUCTION, "text", NP_ ("field", "Instruction") },
  { DESK_KIND_INSTRUCTION, "to_day", NP_ ("field", "Expires on") },
  { DESK_KIND_STAFF, "login", NP_ ("field", "Sign-in name") },
  { DESK_KIND_STAFF, "name", NP_ ("field", "Full name") },
  { DESK_KIND_STAFF, "roles", NP_ ("field", "Roles") },
  { DESK_KIND_STAFF, "left_on", NP_ ("field", "Left on") },
  { DESK_KIND_STAFF, "password", NP_ ("field", "Password") },
  { DESK_KIND_STAFF, "pin", NP_ ("field", "PIN") },
  { DESK_KIND_STAFF, "old_password", NP_ ("field", "Password so far") },
  { DESK_KIND_STAFF, "denied", NP_ ("field", "Right") },
  { DESK_KIND_RIGHT_CHANGE, "code", NP_ ("field", "Right") },
  { DESK_KIND_RIGHT_CHANGE, "role", NP_ ("field", "Role") },
  { DESK_KIND_RIGHT_CHANGE, "level", NP_ ("field", "Level") },
  { DESK_KIND_REQUEST, "staff_id", NP_ ("field", "Asked by") },
  { DESK_KIND_REQUEST, "at", NP_ ("field", "Asked at") },
  { DESK_KIND_REQUEST, "use_case", NP_ ("field", "What for") },
  { DESK_KIND_REQUEST, "code", NP_ ("field", "Right") },
  { DESK_KIND_REQUEST, "kind", NP_ ("field", "Kind") },
  { DESK_KIND_REQUEST, "record_id", NP_ ("field", "Number") },
  { DESK_KIND_REQUEST, "input", NP_ ("field", "What shall be done") },
  { DESK_KIND_REQUEST, "decided_by", NP_ ("field", "Decided by") },
  { DESK_KIND_REQUEST, "decided_at", NP_ ("field", "Decided at") },
  { DESK_KIND_REQUEST, "answer", NP_ ("field", "Answer") },
  { DESK_KIND_SETTING, "name", NP_ ("field", "Setting") },
  { DESK_KIND_SETTING, "value", NP_ ("field", "Value") },
  { DESK_KIND_IMPORT_LAYOUT, "import", NP_ ("field", "Kind of sheet") },
  { DESK_KIND_IMPORT_LAYOUT, "signature", NP_ ("field", "Headings") },
  { DESK_KIND_IMPORT_LAYOUT, "columns", NP_ ("field", "Columns") },
  { DESK_KIND_SAVED_FILTER, "list_name", NP_ ("field", "List") },
  { DESK_KIND_SAVED_FILTER, "name", NP_ ("field", "Name of the filter") },
  { DESK_KIND_SAVED_FILTER, "form", NP_ ("field", "What it shows") },
  { DESK_KIND_SAVED_FILTER, "pinned", NP_ ("field", "Pinned") },
  { DESK_KIND_FOLLOW_UP, "topic", NP_ ("field", "What about") },
  { DESK_KIND_FOLLOW_UP, "about_kind", NP_ ("field", "About") },
  { DESK_KIND_FOLLOW_UP, "about_id", NP_ ("field", "About") },
  { DESK_KIND_FOLLOW_UP, "due_at", NP_ ("field", "Due") },
  { DESK_KIND_FOLLOW_UP, "owner_id", NP_ ("field", "Who owes it") },
  { DESK_KIND_FOLLOW_UP, "owner_role", NP_ ("field", "Role that owes it") },
  { DESK_KIND_FOLLOW_UP, "repeat_every", NP_ ("field", "Reminds again every") },
  { DESK_KIND_FOLLOW_UP, "urgent", NP_ ("field", "Urgent") },
  { DESK_KIND_FOLLOW_UP, "state", NP_ ("field", "Follow-up state") },
  { DESK_KIND_FOLLOW_UP, "handed_by", NP_ ("field", "Handed on by") },
  { DESK_KIND_FOLLOW_UP, "hand", NP_ ("field", "Hand-on") },
  { DESK_KIND_FOLLOW_UP, "hand_note", NP_ ("field", "Word with it") },
  { DESK_KIND_FOLLOW_UP, "rule", NP_ ("field", "Rule") },
  { DESK_KIND_FOLLOW_UP, "rule_day", NP_ ("field", "Ends on") },
  { DESK_KIND_FOLLOW_UP, "rule_at", NP_ ("field", "Counts from") },
  { DESK_KIND_FOLLOW_UP, "done_at", NP_ ("field", "Done at") },
  { DESK_KIND_FOLLOW_UP, "done_by", NP_ ("field", "Done by") },
  { DESK_KIND_FOLLOW_UP, "told_due", NP_ ("field", "Told for") },
  { DESK_KIND_FOLLOW_UP, "tell_at", NP_ ("field", "Tells next") },
  { DESK_KIND_FOLLOW_UP, "note", NP_ ("field", "What is to be done") },
  { DESK_KIND_OUTAGE, "topic", NP_ ("field", "What is out") },
  { DESK_KIND_OUTAGE, "title", NP_ ("field", "Why") },
  { DESK_KIND_OUTAGE, "buildings", NP_ ("field", "Buildings") },
  { DESK_KIND_OUTAGE, "begun_at", NP_ ("field", "Since") },
  { DESK_KIND_OUTAGE, "expected_at", NP_ ("field", "Expected until") },
  { DESK_KIND_OUTAGE, "script", NP_ ("field", "Read out to callers") },
  { DESK_KIND_OUTAGE, "ended_at", NP_ ("field", "Over since") },
  { DESK_KIND_OUTAGE, "ended_by", NP_ ("field", "Ended by") },
  { DESK_KIND_OUTAGE, "ending", NP_ ("field", "How it ended") },
  { DESK_KIND_OUTAGE_BUILDING, "outage_id", NP_ ("field", "Outage") },
  { DESK_KIND_OUTAGE_CALL, "outage_id", NP_ ("field", "Outage") },
  { DESK_KIND_OUTAGE_CALL, "visit_id", NP_ ("field", "Log entry") },
  { DESK_KIND_OUTAGE_CALL, "told_at", NP_ ("field", "Told at") },
  { DESK_KIND_OUTAGE_CALL, "told_by", NP_ ("field", "Told by") },
  /* every kind */
  { DESK_KIND_NONE, "name", NP_ ("field", "Name") },
  { DESK_KIND_NONE, "code", NP_ ("field", "Number") },
  { DESK_KIND_NONE, "kind", NP_ ("field", "Kind") },
  { DESK_KIND_NONE, "number", NP_ ("field", "Number") },
  { DESK_KIND_NONE, "state", NP_ ("field", "State") },
  { DESK_KIND_NONE, "note", NP_ ("field", "Note") },
  { DESK_KIND_NONE, "from_day", NP_ ("field", "From") },
  { DESK_KIND_NONE, "to_day", NP_ ("field", "Until") },
  { DESK_KIND_NONE, "day", NP_ ("field", "Day") },
  { DESK_KIND_NONE, "community_id", NP_ ("field", "Community") },
  { DESK_KIND_NONE, "building_id", NP_ ("field", "Building") },
  { DESK_KIND_NONE, "entrance_id", NP_ ("field", "Entrance") },
  { DESK_KIND_NONE, "unit_id", NP_ ("field", "Unit") },
  { DESK_KIND_NONE, "person_id", NP_ ("field", "Person") },
  { DESK_KIND_NONE, "staff_id", NP_ ("field", "Entered by") },
  /* inputs that are no record */
  { DESK_KIND_NONE, "building", NP_ ("field", "Building") },
  { DESK_KIND_NONE, "n_entrances", NP_ ("field", "Entrances") },
  { DESK_KIND_NONE, "floor_from", NP_ ("field", "Lowest floor") },
  { DESK_KIND_NONE, "floor_to", NP_ ("field", "Highest floor") },
  { DESK_KIND_NONE, "doors", NP_ ("field", "Doors on a floor") },
  { DESK_KIND_NONE, "pattern", NP_ ("field", "Pattern of room numbers") },
  { DESK_KIND_NONE, "skip_floors", NP_ ("field", "Floors left out") },
  { DESK_KIND_NONE, "phones", NP_ ("field", "Phones") },
  { DESK_KIND_NONE, "documents", NP_ ("field", "Documents") },
  { DESK_KIND_NONE, "occupancy", NP_ ("field", "Occupancy") },
  { DESK_KIND_NONE, "keep_id", NP_ ("field", "Person to keep") },
  { DESK_KIND_NONE, "lose_id", NP_ ("field", "Person to merge") },
  { DESK_KIND_NONE, "text", NP_ ("field", "Text") },
  { DESK_KIND_NONE, "limit", NP_ ("field", "At most") },
};

static const char *
find (const DeskText *text, DeskKind kind, gboolean any, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((any || fields[i].kind == kind) && g_str_equal (fields[i].field, field))
      return desk_text_get_c (text, fields[i].context, fields[i].word);
  return NULL;
}

/**
 * desk_text_field:
 * @text: the language
 * @kind: of the record, NONE where it is not known
 * @field: the field's name, or "phone.number" with the kind in it
 *
 * Returns: what the field is called on forms; @field itself when we do not know it
 */
const char *
desk_text_field (const DeskText *text, DeskKind kind, const char *field)
{
  const char *dot = strchr (field, '.');
  const char *label;

  if (dot != NULL)
    {
      g_autofree char *nick = g_strndup (field, (gsize) (dot - field));

      return desk_text_field (text, desk_kind_from_nick (nick), dot + 1);
    }
  label = find (text, kind, FALSE, field);
  if (label == NULL && desk_register_case_spec (kind) != NULL)
    label = desk_text_case_field (text, field);
  if (label == NULL)
    label = find (text, DESK_KIND_NONE, FALSE, field);
  if (label == NULL)
    label = desk_text_case_field (text, field);
  if (label == NULL)
    label = find (text, DESK_KIND_NONE, TRUE, field);
  return label ? label : field;
}
