/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-register.h"
#include "desk-row.h"

G_BEGIN_DECLS

/* What comes out of use cases. A result stands where the caller put it and is emptied by its clear function; one that
 * came through the engine is freed by desk_use_case_free_result(). */

/* Of every write. */
typedef struct
{
  gint64 id; /* of the record that was meant */
  gint64 version;
  gint64 act_id;     /* what undo takes */
  guint count;       /* records made or changed */
  GPtrArray *hints;  /* (nullable): DeskHint, what somebody should look at: possible duplicates */
  GPtrArray *problems; /* (nullable): DeskProblem, what an undo had to leave as it is */
  char *text;        /* (nullable): REVEAL_NUMBER's number */
  gint64 request_id; /* not 0: nothing was changed yet, a request waits for somebody who may approve it */
} DeskSaved;

typedef enum
{
  DESK_HINT_SAME_PHONE = 1, /* another person has this phone (a family may share one) */
  DESK_HINT_SAME_NAME_UNIT, /* another person of this name is in the same unit */
  DESK_HINT_SAME_DOCUMENT,
} DeskHintReason;

typedef struct
{
  DeskHintReason reason;
  gint64 person_id;
  gint64 other_id;
  char *name;
  char *other_name;
  char *detail; /* masked phone or unit label */
} DeskHint;

/* A record as it stands: what an editor opens. */
typedef struct
{
  DeskRecord *record;
} DeskRecordResult;

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 kind;
  gint64 rank;
  char *masked; /* 138****5678, or the last 4 of a document */
} DeskNumber;

typedef struct
{
  DeskPerson *person;
  GPtrArray *phones;    /* DeskNumber, rung first first */
  GPtrArray *documents; /* DeskNumber, in use */
} DeskPersonCard;

typedef struct
{
  DeskOccupancy *occupancy;
  DeskPersonCard *card;
  DeskUnit *unit;   /* on a person's page; NULL on a unit's */
  gboolean current; /* on the day asked for */
} DeskOccupant;

typedef struct
{
  DeskVehicle *vehicle;
  char *person_name;
  char *unit_label;
} DeskVehicleCard;

typedef struct
{
  DeskSpaceLease *lease;
  char *space_label;
  char *unit_label;
  char *person_name;
} DeskLeaseCard;

/* One line of history: a trail row, told. */
typedef struct
{
  gint64 trail_id;
  gint64 act_id;
  gint64 happened_at; /* Unix seconds: when it took effect, not when it was typed */
  gint64 at;          /* when it was written */
  DeskKind kind;
  gint64 record_id;
  char *use_case; /* nick */
  char *staff_name;
  char *subject; /* (nullable): name of the person or number the record is about, masked */
  char *changes; /* canonical JSON {field: [old, new]} */
  gboolean can_undo;
} DeskHistory;

typedef struct
{
  DeskUnit *unit;
  DeskBuilding *building; /* (nullable) */
  DeskEntrance *entrance; /* (nullable) */
  GPtrArray *occupants;   /* DeskOccupant: current first, owners first, then by begin */
  GPtrArray *vehicles;    /* DeskVehicleCard */
  GPtrArray *leases;      /* DeskLeaseCard: spaces this household leases, or of a space its leases */
  GPtrArray *care_flags;  /* DeskCareFlag in force */
  GPtrArray *instructions; /* DeskInstruction, in force first, then expired */
  GPtrArray *states;       /* DeskUnitState, latest first */
  GPtrArray *cases;        /* DeskCase: open ones, the latest first */
  GPtrArray *outages;      /* DeskOutageCard: those that run and reach it */
  GPtrArray *history;      /* DeskHistory, latest first, at most 500 */
} DeskUnitPage;

typedef struct
{
  DeskPersonCard *card;
  char *merged_into_name;
  GPtrArray *occupancies; /* DeskOccupant with their unit */
  GPtrArray *vehicles;
  GPtrArray *leases;
  GPtrArray *history;
} DeskPersonPage;

typedef struct
{
  DeskBuilding *building;
  GPtrArray *entrances; /* DeskEntrance */
  gint64 n_units;
} DeskBuildingCard;

/* The house tree: community, buildings, entrances. */
typedef struct
{
  DeskCommunity *community; /* NULL: a fresh store */
  GPtrArray *buildings;     /* DeskBuildingCard */
  gint64 n_units;
  gint64 n_people;
} DeskCommunityPage;

/* Who bears the fees of a unit on a day. */
typedef struct
{
  gint64 person_id; /* 0: the developer */
  char *name;
  gboolean developer;
  GPtrArray *owners; /* DeskOccupant of that day, larger share first */
} DeskResponsible;

typedef struct
{
  GArray *ids;                    /* gint32 in order */
  gint64 counts[DESK_MAX_FILTERS]; /* of every filter, over the whole */
} DeskIdList;

typedef struct
{
  GPtrArray *rows; /* DeskRow in the order asked; an id that is gone gives no row */
} DeskRows;

typedef struct
{
  DeskKind kind;
  gint64 id;
  guint why;       /* DeskSearchWhy */
  char *title;     /* label, full name, plate */
  char *matched;   /* the part of title or detail that was hit, NULL unknown */
  char *unit;      /* label of the unit it belongs to, may be NULL */
  gint64 unit_id;  /* where Enter leads */
  gint64 state;    /* DeskState of a unit */
  gint64 role;     /* DeskRole of a person in that unit */
  char *detail;    /* other words: owner's name, masked phone, car */
  gint64 at;       /* of a log entry: when */
} DeskHit;

typedef struct
{
  GPtrArray *hits; /* DeskHit, best first */
  gint64 counts[DESK_N_KINDS];
} DeskHits;

typedef struct
{
  GPtrArray *hints; /* DeskHint */
} DeskHints;

typedef struct
{
  GPtrArray *history; /* DeskHistory */
} DeskHistories;

typedef struct _DeskPaper DeskPaper;

/* A list that was written or put on paper. */
typedef struct
{
  guint count;
  DeskPaper *paper; /* (nullable): of PRINT_LIST, desk-paper.h */
} DeskListSheet;

typedef struct _DeskImportPlan DeskImportPlan;

/* A sheet that was tried (desk-import-plan.h). */
typedef struct
{
  DeskImportPlan *plan;
} DeskPrepared;

void desk_prepared_clear (gpointer result);
void desk_list_sheet_clear (gpointer result);
void desk_saved_clear (gpointer result);
void desk_record_result_clear (gpointer result);
void desk_unit_page_clear (gpointer result);
void desk_person_page_clear (gpointer result);
void desk_community_page_clear (gpointer result);
void desk_responsible_clear (gpointer result);
void desk_id_list_clear (gpointer result);
void desk_rows_clear (gpointer result);
void desk_hits_clear (gpointer result);
void desk_hints_clear (gpointer result);
void desk_histories_clear (gpointer result);

/* Element free functions, for the store's readers that fill the arrays. */
void desk_hint_free (gpointer hint);
void desk_number_free (gpointer number);
void desk_person_card_free (gpointer card);
void desk_occupant_free (gpointer occupant);
void desk_vehicle_card_free (gpointer card);
void desk_lease_card_free (gpointer card);
void desk_history_free (gpointer history);
void desk_building_card_free (gpointer card);
void desk_hit_free (gpointer hit);

G_END_DECLS
