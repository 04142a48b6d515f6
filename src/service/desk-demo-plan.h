/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-random.h"
#include "desk-demo.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* How room numbers of a building are made. */
typedef enum
{
  DESK_DEMO_ROOMS_FLOOR_DOOR,   /* 1501 */
  DESK_DEMO_ROOMS_FLOOR_LETTER, /* 15A */
  DESK_DEMO_ROOMS_DOOR,         /* 07 */
} DeskDemoRooms;

/* A building as it was built. */
typedef struct
{
  DeskBuilding *building;
  guint phase; /* index of plan->phases */
  guint n_entrances;
  guint n_doors;
  DeskDemoRooms rooms;
  gboolean skips;   /* no floors 4, 13, 14: as some developers do */
  gboolean cellars; /* store rooms 负101 … under the entrances, sold with the flats */
  gboolean one_area; /* every unit alike: the building is made in one step */
  gboolean offices;
  guint unsold; /* of 100 */
  gint64 first_entrance; /* id in plan->entrances, 0 none */
} DeskDemoSite;

typedef struct
{
  DeskDay accepted_on;
  DeskDay made_on; /* taken over by the property company */
  DeskDay delivered_on;
} DeskDemoPhase;
#define DESK_DEMO_N_PHASES 5

/* What is known of a person besides the record. */
typedef struct
{
  gboolean female;
  DeskDay born; /* 0: a company */
  char *mobile; /* first number, NULL none */
} DeskDemoSoul;

/* Two rows for one person, found out on @day. */
typedef struct
{
  gint64 keep_id;
  gint64 lose_id;
  DeskDay day;
} DeskDemoMerge;

/* The day the note of a unit was written. */
typedef struct
{
  gint64 unit_id;
  DeskDay day;
} DeskDemoRemark;

/*
 * The whole community, worked out before anything is written: records whose ids and references are their places in
 * these arrays, from 1. Days up to @today have happened; only ends of leases and expiries lie after it.
 */
typedef struct
{
  DeskDemoScale scale;
  DeskDay today;
  DeskDemoRandom random;
  DeskDemoPhase phases[DESK_DEMO_N_PHASES];
  DeskCommunity *community;
  GPtrArray *sites;       /* DeskDemoSite; sites[i] is building i + 1 */
  GPtrArray *entrances;   /* DeskEntrance */
  GPtrArray *units;       /* DeskUnit as it stands today, with label */
  GPtrArray *states;      /* DeskUnitState, of a unit in order of days */
  GPtrArray *people;      /* DeskPerson */
  GPtrArray *souls;       /* DeskDemoSoul, beside people */
  GPtrArray *phones;      /* DeskPhone */
  GArray *phone_days;     /* DeskDay: 0 came with the person, else told later */
  GPtrArray *documents;   /* DeskDocument */
  GPtrArray *occupancies; /* DeskOccupancy */
  GPtrArray *vehicles;    /* DeskVehicle */
  GPtrArray *leases;      /* DeskSpaceLease */
  GPtrArray *cares;       /* DeskCareFlag */
  GPtrArray *instructions; /* DeskInstruction */
  GArray *merges;         /* DeskDemoMerge */
  GArray *remarks;        /* DeskDemoRemark */
  GArray *free_spaces[DESK_DEMO_N_PHASES]; /* gint64: parking spaces nobody has yet */
  GArray *investors;      /* gint64: people who buy more than one unit */
  GHashTable *labels;     /* label → unit, borrowed */
} DeskDemoPlan;

DeskDemoPlan *desk_demo_plan_new (DeskDemoScale scale, guint64 seed, DeskDay today);
void desk_demo_plan_free (DeskDemoPlan *plan);

DeskUnit *desk_demo_plan_unit (DeskDemoPlan *plan, gint64 id);
DeskUnit *desk_demo_plan_find_unit (DeskDemoPlan *plan, const char *label);
DeskDemoSite *desk_demo_plan_site (DeskDemoPlan *plan, const DeskUnit *unit);
DeskPerson *desk_demo_plan_person (DeskDemoPlan *plan, gint64 id);
DeskDemoSoul *desk_demo_plan_soul (DeskDemoPlan *plan, gint64 id);

/* Each appends a record and returns it (transfer none); texts are copied. Days that have not come yet are left out:
 * then they return NULL. */
DeskUnitState *desk_demo_add_state (DeskDemoPlan *plan, DeskUnit *unit, DeskState state, DeskDay day, const char *note);
DeskPerson *desk_demo_add_person (DeskDemoPlan *plan, const char *name, gboolean female, DeskDay born);
DeskPerson *desk_demo_add_company (DeskDemoPlan *plan, const char *name);
DeskPhone *desk_demo_add_phone (DeskDemoPlan *plan, DeskPerson *person, DeskPhoneKind kind, const char *number,
                                DeskDay day);
DeskDocument *desk_demo_add_document (DeskDemoPlan *plan, DeskPerson *person, DeskDocumentKind kind,
                                      const char *number);
DeskOccupancy *desk_demo_add_occupancy (DeskDemoPlan *plan, const DeskUnit *unit, const DeskPerson *person,
                                        DeskRole role, const char *relation, DeskDay from, DeskDay to);
DeskVehicle *desk_demo_add_vehicle (DeskDemoPlan *plan, const DeskUnit *unit, const DeskPerson *person,
                                    const char *plate, const char *description, DeskDay from, DeskDay to);
DeskSpaceLease *desk_demo_add_lease (DeskDemoPlan *plan, const DeskUnit *space, const DeskUnit *unit,
                                     const DeskPerson *person, DeskDay from, DeskDay to);
DeskCareFlag *desk_demo_add_care (DeskDemoPlan *plan, const DeskUnit *unit, DeskCare care, const char *note,
                                  DeskDay from);
DeskInstruction *desk_demo_add_instruction (DeskDemoPlan *plan, const DeskUnit *unit, DeskInstructionKind kind,
                                            const char *text, DeskDay from, DeskDay to);

/* The parts of the making, in their order: ground, then who lives there. */
void desk_demo_build (DeskDemoPlan *plan);
void desk_demo_settle_rooms (DeskDemoPlan *plan);
void desk_demo_settle_shops (DeskDemoPlan *plan);
void desk_demo_settle_spaces (DeskDemoPlan *plan);
void desk_demo_add_doubles (DeskDemoPlan *plan);
void desk_demo_top_up (DeskDemoPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoPlan, desk_demo_plan_free)

G_END_DECLS
