/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register.h"

#include "desk-outage.h"
#include "desk-register-case.h"
#include "desk-follow-up.h"
#include "desk-saved-filter.h"

#define TEXT(T, f, flags) { #f, DESK_FIELD_TEXT, G_STRUCT_OFFSET (T, f), flags, DESK_KIND_NONE, NULL }
#define INT(T, f) { #f, DESK_FIELD_INT, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, NULL }
#define REF(T, f, kind) { #f, DESK_FIELD_REF, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_##kind, NULL }
#define DAY(T, f) { #f, DESK_FIELD_DAY, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, NULL }
#define TIME(T, f) { #f, DESK_FIELD_TIME, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, NULL }
#define AREA(T, f) { #f, DESK_FIELD_AREA, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, NULL }
#define RATE(T, f) { #f, DESK_FIELD_RATE, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, NULL }
#define ENUM(T, f, values) \
  { #f, DESK_FIELD_ENUM, G_STRUCT_OFFSET (T, f), DESK_FIELD_PLAIN, DESK_KIND_NONE, &desk_enum_##values }

static const DeskFieldSpec community_fields[] = {
  TEXT (DeskCommunity, name, 0),
  TEXT (DeskCommunity, address, 0),
  TEXT (DeskCommunity, developer, 0),
};

static const DeskFieldSpec building_fields[] = {
  REF (DeskBuilding, community_id, COMMUNITY),
  TEXT (DeskBuilding, code, 0),
  TEXT (DeskBuilding, name, 0),
  INT (DeskBuilding, floors),
  DAY (DeskBuilding, accepted_on),
  TEXT (DeskBuilding, sort_key, DESK_FIELD_DERIVED),
};

static const DeskFieldSpec entrance_fields[] = {
  REF (DeskEntrance, building_id, BUILDING),
  TEXT (DeskEntrance, code, 0),
  TEXT (DeskEntrance, sort_key, DESK_FIELD_DERIVED),
};

static const DeskFieldSpec unit_fields[] = {
  REF (DeskUnit, community_id, COMMUNITY),
  REF (DeskUnit, building_id, BUILDING),
  REF (DeskUnit, entrance_id, ENTRANCE),
  ENUM (DeskUnit, kind, unit_kind),
  INT (DeskUnit, floor),
  TEXT (DeskUnit, room, 0),
  AREA (DeskUnit, built_area),
  AREA (DeskUnit, inner_area),
  ENUM (DeskUnit, state, state),
  DAY (DeskUnit, state_since),
  DAY (DeskUnit, delivered_on),
  DAY (DeskUnit, deemed_on),
  TEXT (DeskUnit, note, DESK_FIELD_LINES),
  TEXT (DeskUnit, building_code, DESK_FIELD_DERIVED),
  TEXT (DeskUnit, entrance_code, DESK_FIELD_DERIVED),
  TEXT (DeskUnit, label, DESK_FIELD_DERIVED),
  TEXT (DeskUnit, label_key, DESK_FIELD_DERIVED),
  TEXT (DeskUnit, sort_key, DESK_FIELD_DERIVED),
};

static const DeskFieldSpec unit_state_fields[] = {
  REF (DeskUnitState, unit_id, UNIT),
  ENUM (DeskUnitState, state, state),
  DAY (DeskUnitState, from_day),
  REF (DeskUnitState, staff_id, STAFF),
  TIME (DeskUnitState, at),
  TEXT (DeskUnitState, note, 0),
};

static const DeskFieldSpec person_fields[] = {
  ENUM (DeskPerson, kind, person_kind),
  TEXT (DeskPerson, name, 0),
  TEXT (DeskPerson, pinyin, 0),
  TEXT (DeskPerson, note, DESK_FIELD_LINES),
  REF (DeskPerson, merged_into, PERSON),
  TIME (DeskPerson, erased_at),
};

static const DeskFieldSpec phone_fields[] = {
  REF (DeskPhone, person_id, PERSON),
  ENUM (DeskPhone, kind, phone_kind),
  TEXT (DeskPhone, number, DESK_FIELD_PRIVATE),
  INT (DeskPhone, rank),
};

static const DeskFieldSpec document_fields[] = {
  REF (DeskDocument, person_id, PERSON),
  ENUM (DeskDocument, kind, document_kind),
  TEXT (DeskDocument, number, DESK_FIELD_SECRET | DESK_FIELD_PRIVATE),
  TEXT (DeskDocument, last4, DESK_FIELD_DERIVED),
  TIME (DeskDocument, removed_at),
};

static const DeskFieldSpec occupancy_fields[] = {
  REF (DeskOccupancy, unit_id, UNIT),
  REF (DeskOccupancy, person_id, PERSON),
  ENUM (DeskOccupancy, role, role),
  RATE (DeskOccupancy, share),
  TEXT (DeskOccupancy, relation, 0),
  DAY (DeskOccupancy, from_day),
  DAY (DeskOccupancy, to_day),
  TEXT (DeskOccupancy, note, 0),
};

static const DeskFieldSpec vehicle_fields[] = {
  REF (DeskVehicle, person_id, PERSON),
  REF (DeskVehicle, unit_id, UNIT),
  TEXT (DeskVehicle, plate, 0),
  TEXT (DeskVehicle, description, 0),
  DAY (DeskVehicle, from_day),
  DAY (DeskVehicle, to_day),
  TEXT (DeskVehicle, note, 0),
};

static const DeskFieldSpec space_lease_fields[] = {
  REF (DeskSpaceLease, space_id, UNIT),
  REF (DeskSpaceLease, unit_id, UNIT),
  REF (DeskSpaceLease, person_id, PERSON),
  DAY (DeskSpaceLease, from_day),
  DAY (DeskSpaceLease, to_day),
  TEXT (DeskSpaceLease, note, 0),
};

static const DeskFieldSpec care_flag_fields[] = {
  REF (DeskCareFlag, unit_id, UNIT),
  ENUM (DeskCareFlag, kind, care),
  TEXT (DeskCareFlag, note, 0),
  DAY (DeskCareFlag, from_day),
  DAY (DeskCareFlag, to_day),
};

static const DeskFieldSpec instruction_fields[] = {
  REF (DeskInstruction, unit_id, UNIT),
  ENUM (DeskInstruction, kind, instruction),
  TEXT (DeskInstruction, text, DESK_FIELD_LINES),
  DAY (DeskInstruction, from_day),
  DAY (DeskInstruction, to_day),
};

static const DeskFieldSpec staff_fields[] = {
  TEXT (DeskStaff, login, 0),
  TEXT (DeskStaff, name, 0),
  INT (DeskStaff, roles),
  DAY (DeskStaff, left_on),
};

static const DeskFieldSpec staff_scope_fields[] = {
  REF (DeskStaffScope, staff_id, STAFF),
  REF (DeskStaffScope, building_id, BUILDING),
  REF (DeskStaffScope, entrance_id, ENTRANCE),
};

static const DeskFieldSpec right_change_fields[] = {
  TEXT (DeskRightChange, code, 0),
  INT (DeskRightChange, role),
  TEXT (DeskRightChange, level, 0),
};

static const DeskFieldSpec request_fields[] = {
  REF (DeskRequest, staff_id, STAFF),
  TIME (DeskRequest, at),
  TEXT (DeskRequest, use_case, 0),
  TEXT (DeskRequest, code, 0),
  INT (DeskRequest, kind),
  INT (DeskRequest, record_id),
  TEXT (DeskRequest, input, DESK_FIELD_SECRET | DESK_FIELD_PRIVATE),
  ENUM (DeskRequest, state, request),
  REF (DeskRequest, decided_by, STAFF),
  TIME (DeskRequest, decided_at),
  TEXT (DeskRequest, answer, DESK_FIELD_LINES),
};

static const DeskFieldSpec setting_fields[] = {
  TEXT (DeskSetting, name, 0),
  TEXT (DeskSetting, value, 0),
};

static const DeskFieldSpec import_layout_fields[] = {
  REF (DeskImportLayout, staff_id, STAFF),
  INT (DeskImportLayout, import),
  TEXT (DeskImportLayout, signature, 0),
  TEXT (DeskImportLayout, columns, 0),
};

static const DeskFieldSpec follow_up_fields[] = {
  ENUM (DeskFollowUp, topic, topic),
  INT (DeskFollowUp, about_kind),
  INT (DeskFollowUp, about_id),
  REF (DeskFollowUp, unit_id, UNIT),
  REF (DeskFollowUp, person_id, PERSON),
  TIME (DeskFollowUp, due_at),
  REF (DeskFollowUp, owner_id, STAFF),
  INT (DeskFollowUp, owner_role),
  REF (DeskFollowUp, building_id, BUILDING),
  REF (DeskFollowUp, entrance_id, ENTRANCE),
  TEXT (DeskFollowUp, note, DESK_FIELD_LINES),
  INT (DeskFollowUp, repeat_every),
  INT (DeskFollowUp, urgent),
  ENUM (DeskFollowUp, state, follow_up_state),
  REF (DeskFollowUp, handed_by, STAFF),
  ENUM (DeskFollowUp, hand, hand),
  TEXT (DeskFollowUp, hand_note, 0),
  INT (DeskFollowUp, rule),
  DAY (DeskFollowUp, rule_day),
  TIME (DeskFollowUp, rule_at),
  TIME (DeskFollowUp, done_at),
  REF (DeskFollowUp, done_by, STAFF),
  { "told_due", DESK_FIELD_TIME, G_STRUCT_OFFSET (DeskFollowUp, told_due), DESK_FIELD_DERIVED, DESK_KIND_NONE, NULL },
  { "tell_at", DESK_FIELD_TIME, G_STRUCT_OFFSET (DeskFollowUp, tell_at), DESK_FIELD_DERIVED, DESK_KIND_NONE, NULL },
};

#define SPEC(kind, T, fields) [DESK_KIND_##kind] = { DESK_KIND_##kind, sizeof (T), fields, G_N_ELEMENTS (fields) }

static const DeskRecordSpec specs[DESK_N_KINDS] = {
  SPEC (COMMUNITY, DeskCommunity, community_fields),
  SPEC (BUILDING, DeskBuilding, building_fields),
  SPEC (ENTRANCE, DeskEntrance, entrance_fields),
  SPEC (UNIT, DeskUnit, unit_fields),
  SPEC (UNIT_STATE, DeskUnitState, unit_state_fields),
  SPEC (PERSON, DeskPerson, person_fields),
  SPEC (PHONE, DeskPhone, phone_fields),
  SPEC (DOCUMENT, DeskDocument, document_fields),
  SPEC (OCCUPANCY, DeskOccupancy, occupancy_fields),
  SPEC (VEHICLE, DeskVehicle, vehicle_fields),
  SPEC (SPACE_LEASE, DeskSpaceLease, space_lease_fields),
  SPEC (CARE_FLAG, DeskCareFlag, care_flag_fields),
  SPEC (INSTRUCTION, DeskInstruction, instruction_fields),
  SPEC (STAFF, DeskStaff, staff_fields),
  SPEC (SETTING, DeskSetting, setting_fields),
  SPEC (IMPORT_LAYOUT, DeskImportLayout, import_layout_fields),
  SPEC (STAFF_SCOPE, DeskStaffScope, staff_scope_fields),
  SPEC (RIGHT_CHANGE, DeskRightChange, right_change_fields),
  SPEC (REQUEST, DeskRequest, request_fields),
  SPEC (FOLLOW_UP, DeskFollowUp, follow_up_fields),
};

/* Returns: (transfer none) (nullable): the table of @kind's fields. */
const DeskRecordSpec *
desk_record_spec (DeskKind kind)
{
  if (kind <= DESK_KIND_NONE || kind >= DESK_N_KINDS)
    return NULL;
  if (specs[kind].fields != NULL)
    return &specs[kind];
  if (desk_saved_filter_spec (kind) != NULL)
    return desk_saved_filter_spec (kind);
  return desk_outage_spec (kind) != NULL ? desk_outage_spec (kind) : desk_register_case_spec (kind);
}
