/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-plan.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_DEMO_EVENT_COMMUNITY,
  DESK_DEMO_EVENT_BUILDING, /* item: DeskDemoSite */
  DESK_DEMO_EVENT_UNIT,
  DESK_DEMO_EVENT_STATE,
  DESK_DEMO_EVENT_OCCUPANCY,
  DESK_DEMO_EVENT_OCCUPANCY_END,
  DESK_DEMO_EVENT_VEHICLE,
  DESK_DEMO_EVENT_VEHICLE_END,
  DESK_DEMO_EVENT_LEASE,
  DESK_DEMO_EVENT_CARE,
  DESK_DEMO_EVENT_INSTRUCTION,
  DESK_DEMO_EVENT_PHONE,
  DESK_DEMO_EVENT_REMARK, /* item: DeskUnit */
  DESK_DEMO_EVENT_MERGE,  /* item: DeskDemoMerge */
} DeskDemoEventType;

typedef struct
{
  gint64 at; /* Unix seconds: when it was entered */
  guint seq;
  DeskDemoEventType type;
  gconstpointer item; /* of the plan */
} DeskDemoEvent;

/* What happened, in its order: array of DeskDemoEvent; (transfer full). */
GArray *desk_demo_events (DeskDemoPlan *plan, GTimeZone *zone);

G_END_DECLS
