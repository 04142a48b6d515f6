/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of record the house keeps. The numbers stand in the trail and in search keys: append, never renumber.
 * The nick is the table's name and the name in the trail's hash, in JSON and on the command line. */
#define DESK_KINDS(X)                  \
  X (COMMUNITY, 1, "community")        \
  X (BUILDING, 2, "building")          \
  X (ENTRANCE, 3, "entrance")          \
  X (UNIT, 4, "unit")                  \
  X (UNIT_STATE, 5, "unit_state")      \
  X (PERSON, 6, "person")              \
  X (PHONE, 7, "phone")                \
  X (DOCUMENT, 8, "document")          \
  X (OCCUPANCY, 9, "occupancy")        \
  X (VEHICLE, 10, "vehicle")           \
  X (SPACE_LEASE, 11, "space_lease")   \
  X (CARE_FLAG, 12, "care_flag")       \
  X (INSTRUCTION, 13, "instruction")   \
  X (STAFF, 14, "staff")               \
  X (SETTING, 15, "setting")           \
  X (IMPORT_LAYOUT, 16, "import_layout") \
  X (STAFF_SCOPE, 17, "staff_scope") \
  X (RIGHT_CHANGE, 18, "right_change") \
  X (REQUEST, 19, "request") \
  X (CALENDAR, 20, "calendar") \
  X (CALENDAR_DAY, 21, "calendar_day") \
  X (CATEGORY, 22, "category") \
  X (PLACE, 23, "place") \
  X (VISIT, 24, "visit") \
  X (MEMO, 25, "memo") \
  X (SERVICE_CASE, 26, "service_case") \
  X (CASE_EVENT, 27, "case_event") \
  X (COST_LINE, 28, "cost_line") \
  X (CASE_QUOTE, 29, "case_quote") \
  X (RECORD_LINK, 30, "record_link") \
  X (ATTACHMENT, 31, "attachment") \
  X (FOLLOW_UP, 32, "follow_up") \
  X (COMPLAINT, 33, "complaint") \
  X (COMPLAINT_STAGE, 34, "complaint_stage") \
  X (OUTAGE, 35, "outage") \
  X (OUTAGE_BUILDING, 36, "outage_building") \
  X (OUTAGE_CALL, 37, "outage_call") \
  X (CALLBACK_DRAW, 38, "callback_draw") \
  X (CALLBACK_LINE, 39, "callback_line") \
  X (PHRASE, 40, "phrase") \
  X (SAVED_FILTER, 41, "saved_filter")

typedef enum
{
  DESK_KIND_NONE = 0,
#define X(name, number, nick) DESK_KIND_##name = number,
  DESK_KINDS (X)
#undef X
  DESK_N_KINDS /* one above the last */
} DeskKind;

const char *desk_kind_nick (DeskKind kind);
DeskKind desk_kind_from_nick (const char *nick);

/* A closed list of values, 1 … n, stored as integers; 0 means none. Append, never renumber. */
typedef struct
{
  const char *name; /* of the list, e.g. "unit_state" */
  const char *const *nicks;
  int n;
} DeskEnumSpec;

const char *desk_enum_nick (const DeskEnumSpec *spec, gint64 value);
gint64 desk_enum_from_nick (const DeskEnumSpec *spec, const char *nick);
gboolean desk_enum_has (const DeskEnumSpec *spec, gint64 value);

/* domain.md, Units and people: 未售 待交付 已交付 装修中 入住 空置 出租 */
typedef enum
{
  DESK_STATE_UNSOLD = 1,
  DESK_STATE_READY,
  DESK_STATE_HANDED_OVER,
  DESK_STATE_DECORATING,
  DESK_STATE_LIVED_IN,
  DESK_STATE_VACANT,
  DESK_STATE_LET,
} DeskState;
#define DESK_N_STATES 7

typedef enum
{
  DESK_UNIT_KIND_ROOM = 1,
  DESK_UNIT_KIND_SHOP,
  DESK_UNIT_KIND_SPACE, /* parking space */
} DeskUnitKind;

typedef enum
{
  DESK_ROLE_OWNER = 1,
  DESK_ROLE_CO_OWNER,
  DESK_ROLE_TENANT,
  DESK_ROLE_FAMILY,
  DESK_ROLE_STAFF, /* domestic staff, a shop's clerk */
  DESK_ROLE_AGENT,
} DeskRole;

typedef enum
{
  DESK_PERSON_KIND_NATURAL = 1,
  DESK_PERSON_KIND_COMPANY,
} DeskPersonKind;

typedef enum
{
  DESK_PHONE_KIND_MOBILE = 1,
  DESK_PHONE_KIND_HOME,
  DESK_PHONE_KIND_WORK,
  DESK_PHONE_KIND_OTHER,
} DeskPhoneKind;

typedef enum
{
  DESK_DOCUMENT_KIND_RESIDENT_ID = 1,
  DESK_DOCUMENT_KIND_PASSPORT,
  DESK_DOCUMENT_KIND_PERMIT,  /* Hong Kong, Macao, Taiwan, foreigner's permanent residence */
  DESK_DOCUMENT_KIND_LICENCE, /* unified social credit code of a company */
  DESK_DOCUMENT_KIND_OTHER,
} DeskDocumentKind;

typedef enum
{
  DESK_CARE_ELDERLY = 1, /* lives alone */
  DESK_CARE_INFANT,
  DESK_CARE_PET,
  DESK_CARE_MEDICAL,
  DESK_CARE_DISPUTE,
  DESK_CARE_CALL_FIRST, /* do not enter without a call */
} DeskCare;
#define DESK_N_CARES 6

typedef enum
{
  DESK_INSTRUCTION_MAY_ENTER = 1,
  DESK_INSTRUCTION_PARCEL,
  DESK_INSTRUCTION_AWAY,
  DESK_INSTRUCTION_OTHER,
} DeskInstructionKind;

typedef enum
{
  DESK_REQUEST_WAITING = 1,
  DESK_REQUEST_APPROVED,
  DESK_REQUEST_REFUSED,
  DESK_REQUEST_WITHDRAWN,
} DeskRequestState;

extern const DeskEnumSpec desk_enum_request;
extern const DeskEnumSpec desk_enum_state;
extern const DeskEnumSpec desk_enum_unit_kind;
extern const DeskEnumSpec desk_enum_role;
extern const DeskEnumSpec desk_enum_person_kind;
extern const DeskEnumSpec desk_enum_phone_kind;
extern const DeskEnumSpec desk_enum_document_kind;
extern const DeskEnumSpec desk_enum_care;
extern const DeskEnumSpec desk_enum_instruction;

G_END_DECLS
