/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-cast.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_DEMO_WITH_CHILDREN,
  DESK_DEMO_YOUNG_COUPLE,
  DESK_DEMO_OLDER_COUPLE,
  DESK_DEMO_ELDERLY_COUPLE,
  DESK_DEMO_ELDERLY_ALONE,
  DESK_DEMO_SINGLE,
  DESK_DEMO_THREE_GENERATIONS,
} DeskDemoFamily;

/* Who lives or lived in one unit, and since when. */
typedef struct
{
  DeskDemoPlan *plan;
  DeskUnit *unit;
  DeskDemoSite *site;       /* (nullable): a shop has none */
  const DeskDemoCast *cast; /* (nullable) */
  DeskDemoRandom random;
  DeskDemoFamily family;
  DeskPerson *owner;  /* the present one */
  DeskPerson *spouse; /* (nullable) */
  gboolean married;   /* and the spouse is not on the deed: comes with the family */
  DeskPerson *tenant; /* (nullable): the present one */
  DeskDay moved_in;   /* 0: nobody lives there */
  gboolean investor;  /* the owner has bought before and lives elsewhere */
  gboolean whole;     /* a change of owner gives the whole to one */
  gboolean apart;     /* those who live with the owner are made by the caller */
  gboolean strangers; /* those made now are no family of the owner's: no phone for all */
} DeskDemoLife;

/* Owners come on the day the unit is theirs; the others when they move in. */
void desk_demo_add_owner (DeskDemoLife *life, DeskDay from, DeskDay to);
void desk_demo_add_family (DeskDemoLife *life, DeskDay from, DeskDay to);
void desk_demo_add_tenants (DeskDemoLife *life, DeskDay from);
void desk_demo_add_company_tenant (DeskDemoLife *life, DeskDay from);
/* A person with phone and papers as that age has them. @name NULL: as it falls, of @surname if that is given. */
DeskPerson *desk_demo_make_person (DeskDemoLife *life, const char *surname, const char *name, gboolean female,
                                   DeskDay born, guint with_document);
/* A day that many years before @today, somewhere in its year. */
DeskDay desk_demo_born (DeskDemoLife *life, int age);
int desk_demo_age (DeskDemoPlan *plan, DeskDay born, DeskDay day);
/* What goes with a household: cars and their spaces, care flags, instructions, words of warning. */
void desk_demo_add_cars (DeskDemoLife *life);
void desk_demo_add_cares (DeskDemoLife *life);
void desk_demo_add_wishes (DeskDemoLife *life);
void desk_demo_add_trouble (DeskDemoLife *life);
void desk_demo_add_zhang (DeskDemoLife *life, DeskDay from);

G_END_DECLS
