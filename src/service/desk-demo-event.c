/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-event.h"

/* Minutes of the day: the office opens at half past eight, and the great deliveries are entered before the rest. */
#define OPENING (8 * 60 + 30)
#define HOUSE_MINUTE (OPENING - 60)
#define UNIT_MINUTE (OPENING - 30)
#define WORKING_MINUTES (8 * 60)

typedef struct
{
  GArray *events;
  GTimeZone *zone;
  DeskDay today;
} Calendar;

/* An event of @day. What concerns one household on one day is entered together, in the order it is added here; what
 * happened today was entered before the office opened, so that nothing lies ahead of the clock. */
static void
add (Calendar *calendar, DeskDemoEventType type, DeskDay day, guint minute, gconstpointer item)
{
  gint64 at = desk_day_start (day, calendar->zone) + (day == calendar->today ? 0 : (gint64) minute * 60);
  DeskDemoEvent event = { at, calendar->events->len, type, item };

  g_array_append_val (calendar->events, event);
}

static guint
minute_of (gint64 unit_id, DeskDay day)
{
  return OPENING + (guint) ((unit_id * 7919 + day * 104729) % WORKING_MINUTES);
}

static void
add_ground (Calendar *calendar, DeskDemoPlan *plan)
{
  const DeskUnitState *state;

  add (calendar, DESK_DEMO_EVENT_COMMUNITY, plan->phases[0].made_on, HOUSE_MINUTE - 30, plan->community);
  for (guint i = 0; i < plan->sites->len; i++)
    {
      DeskDemoSite *site = plan->sites->pdata[i];

      add (calendar, DESK_DEMO_EVENT_BUILDING, plan->phases[site->phase].made_on, HOUSE_MINUTE, site);
    }
  /* A unit's first state is the one it is made with. */
  for (guint i = 0; i < plan->units->len; i++)
    {
      state = plan->states->pdata[i];
      add (calendar, DESK_DEMO_EVENT_UNIT, state->from_day, UNIT_MINUTE, plan->units->pdata[i]);
    }
  for (guint i = plan->units->len; i < plan->states->len; i++)
    {
      state = plan->states->pdata[i];
      add (calendar, DESK_DEMO_EVENT_STATE, state->from_day, minute_of (state->unit_id, state->from_day), state);
    }
}

static void
add_people (Calendar *calendar, DeskDemoPlan *plan)
{
  for (guint i = 0; i < plan->occupancies->len; i++)
    {
      const DeskOccupancy *row = plan->occupancies->pdata[i];

      add (calendar, DESK_DEMO_EVENT_OCCUPANCY, row->from_day, minute_of (row->unit_id, row->from_day), row);
      /* The end of a lease is known when it begins; owners end with the change of owner. */
      if (row->to_day != 0 && row->to_day <= plan->today && row->role != DESK_ROLE_TENANT && row->share == 0)
        add (calendar, DESK_DEMO_EVENT_OCCUPANCY_END, row->to_day, minute_of (row->unit_id, row->to_day), row);
    }
  for (guint i = 0; i < plan->phones->len; i++)
    {
      DeskDay day = g_array_index (plan->phone_days, DeskDay, i);
      const DeskPhone *phone = plan->phones->pdata[i];

      if (day != 0)
        add (calendar, DESK_DEMO_EVENT_PHONE, day, minute_of (phone->person_id, day) + 1, phone);
    }
  for (guint i = 0; i < plan->merges->len; i++)
    {
      const DeskDemoMerge *merge = &g_array_index (plan->merges, DeskDemoMerge, i);

      add (calendar, DESK_DEMO_EVENT_MERGE, merge->day, OPENING + WORKING_MINUTES, merge);
    }
}

static void
add_things (Calendar *calendar, DeskDemoPlan *plan)
{
  for (guint i = 0; i < plan->vehicles->len; i++)
    {
      const DeskVehicle *row = plan->vehicles->pdata[i];

      add (calendar, DESK_DEMO_EVENT_VEHICLE, row->from_day, minute_of (row->unit_id, row->from_day) + 2, row);
      if (row->to_day != 0 && row->to_day <= plan->today)
        add (calendar, DESK_DEMO_EVENT_VEHICLE_END, row->to_day, minute_of (row->unit_id, row->to_day) + 2, row);
    }
  for (guint i = 0; i < plan->leases->len; i++)
    {
      const DeskSpaceLease *row = plan->leases->pdata[i];

      add (calendar, DESK_DEMO_EVENT_LEASE, row->from_day, minute_of (row->unit_id, row->from_day) + 3, row);
    }
  for (guint i = 0; i < plan->cares->len; i++)
    {
      const DeskCareFlag *row = plan->cares->pdata[i];

      add (calendar, DESK_DEMO_EVENT_CARE, row->from_day, minute_of (row->unit_id, row->from_day) + 4, row);
    }
  for (guint i = 0; i < plan->instructions->len; i++)
    {
      const DeskInstruction *row = plan->instructions->pdata[i];

      add (calendar, DESK_DEMO_EVENT_INSTRUCTION, row->from_day, minute_of (row->unit_id, row->from_day) + 5, row);
    }
  for (guint i = 0; i < plan->remarks->len; i++)
    {
      const DeskDemoRemark *row = &g_array_index (plan->remarks, DeskDemoRemark, i);

      add (calendar, DESK_DEMO_EVENT_REMARK, row->day, minute_of (row->unit_id, row->day) + 6,
           desk_demo_plan_unit (plan, row->unit_id));
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DeskDemoEvent *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return one->seq < other->seq ? -1 : one->seq > other->seq;
}

GArray *
desk_demo_events (DeskDemoPlan *plan, GTimeZone *zone)
{
  Calendar calendar = { g_array_new (FALSE, FALSE, sizeof (DeskDemoEvent)), zone, plan->today };

  add_ground (&calendar, plan);
  add_people (&calendar, plan);
  add_things (&calendar, plan);
  g_array_sort (calendar.events, compare);
  return calendar.events;
}
