/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-record.h"

G_BEGIN_DECLS

/* The records of the register: domain.md, Units and people. All numbers are gint64 so that one row mapper serves
 * every kind; texts are owned. Enumerations carry values of the lists in desk-kind.h. */

typedef struct
{
  DeskRecord record;
  char *name;
  char *address;
  char *developer; /* pays for what is not delivered yet */
} DeskCommunity;

typedef struct
{
  DeskRecord record;
  gint64 community_id;
  char *code; /* as it stands in a unit label: 3 */
  char *name; /* what it is called besides, may be empty */
  gint64 floors;
  DeskDay accepted_on; /* completion acceptance: warranty toward the developer counts from it */
  char *sort_key;      /* derived */
} DeskBuilding;

typedef struct
{
  DeskRecord record;
  gint64 building_id;
  char *code;
  char *sort_key; /* derived */
} DeskEntrance;

typedef struct
{
  DeskRecord record;
  gint64 community_id;
  gint64 building_id; /* 0: a shop or parking space on its own */
  gint64 entrance_id; /* 0: the building has none, or outside */
  gint64 kind;        /* DeskUnitKind */
  gint64 floor;
  char *room;
  gint64 built_area; /* 0.01 m², 0 unknown */
  gint64 inner_area;
  gint64 state;        /* DeskState */
  DeskDay state_since;
  DeskDay delivered_on; /* first delivery, never overwritten by later ones */
  DeskDay deemed_on;    /* delivered by notice to an owner who did not come */
  char *note;
  char *building_code; /* derived: the building's code, "" without one */
  char *entrance_code; /* derived */
  char *label;     /* derived: 3-2-1501; unique */
  char *label_key; /* derived: the normalized label; unique */
  char *sort_key;  /* derived */
} DeskUnit;

/* The life of a unit: one row a change, with its day and author. */
typedef struct
{
  DeskRecord record;
  gint64 unit_id;
  gint64 state;
  DeskDay from_day;
  gint64 staff_id;
  gint64 at; /* when it was entered */
  char *note;
} DeskUnitState;

typedef struct
{
  DeskRecord record;
  gint64 kind; /* DeskPersonKind */
  char *name;
  char *pinyin; /* the reading, where the guess is wrong: "shan xiong xin" */
  char *note;
  gint64 merged_into; /* the person this one turned out to be, 0 none */
  gint64 erased_at;   /* when the values were erased on request, 0 never */
} DeskPerson;

typedef struct
{
  DeskRecord record;
  gint64 person_id;
  gint64 kind;  /* DeskPhoneKind */
  char *number; /* as typed, cleaned */
  gint64 rank;  /* 0 is rung first */
} DeskPhone;

/* An identity document. A number is never changed: the row is taken out of use and a new one made, because the
 * trail holds only its digest. */
typedef struct
{
  DeskRecord record;
  gint64 person_id;
  gint64 kind; /* DeskDocumentKind */
  char *number;
  char *last4;       /* derived: searchable */
  gint64 removed_at; /* 0: in use */
} DeskDocument;

typedef struct
{
  DeskRecord record;
  gint64 unit_id;
  gint64 person_id;
  gint64 role;    /* DeskRole */
  gint64 share;   /* millionths of the whole, of an owner or co-owner */
  char *relation; /* to the owner, free text: 配偶 */
  DeskDay from_day;
  DeskDay to_day; /* first day no longer, 0 open */
  char *note;
} DeskOccupancy;

typedef struct
{
  DeskRecord record;
  gint64 person_id;
  gint64 unit_id;
  char *plate;
  char *description; /* white SUV */
  DeskDay from_day;
  DeskDay to_day;
  char *note;
} DeskVehicle;

typedef struct
{
  DeskRecord record;
  gint64 space_id; /* the parking space, a unit */
  gint64 unit_id;  /* the household it goes with, 0 none */
  gint64 person_id;
  DeskDay from_day;
  DeskDay to_day; /* lease end */
  char *note;
} DeskSpaceLease;

typedef struct
{
  DeskRecord record;
  gint64 unit_id;
  gint64 kind; /* DeskCare */
  char *note;
  DeskDay from_day;
  DeskDay to_day;
} DeskCareFlag;

typedef struct
{
  DeskRecord record;
  gint64 unit_id;
  gint64 kind; /* DeskInstructionKind */
  char *text;
  DeskDay from_day;
  DeskDay to_day; /* expiry: first day it no longer holds, 0 open */
} DeskInstruction;

/* Somebody who works here. */
typedef struct
{
  DeskRecord record;
  char *login;
  char *name;
  gint64 roles; /* bits 1 << DeskStaffRole */
  DeskDay left_on;
} DeskStaff;

/* A part of the community somebody answers for; a person without any answers for all of it. */
typedef struct
{
  DeskRecord record;
  gint64 staff_id;
  gint64 building_id;
  gint64 entrance_id; /* 0: the whole building */
} DeskStaffScope;

/* A cell of the matrix of rights that is not what a new store begins with. */
typedef struct
{
  DeskRecord record;
  char *code;  /* desk_right_nick() */
  gint64 role; /* DeskStaffRole */
  char *level; /* desk_level_nick() */
} DeskRightChange;

/* Something that somebody may only ask for, and that another approves. */
typedef struct
{
  DeskRecord record;
  gint64 staff_id; /* who asks */
  gint64 at;
  char *use_case;
  char *code;       /* the right */
  gint64 kind;      /* DeskKind of the record it is about */
  gint64 record_id; /* 0: one that would be made */
  char *input;      /* what shall be done, until it is decided (desk-input-code.h) */
  gint64 state;     /* DeskRequestState */
  gint64 decided_by;
  gint64 decided_at;
  char *answer;
} DeskRequest;

/* What two desks must agree on. */
typedef struct
{
  DeskRecord record;
  char *name; /* desk-setting.h has the list */
  char *value;
} DeskSetting;

/* How somebody maps the columns of sheets with these headings. */
typedef struct
{
  DeskRecord record;
  gint64 staff_id;
  gint64 import;   /* DeskImport */
  char *signature; /* digest of the headings */
  char *columns;   /* nicks of DeskImportField by column, parted by commas, empty where a column is not taken */
} DeskImportLayout;

G_END_DECLS
