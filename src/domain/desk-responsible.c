/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-responsible.h"

/* The day @unit was delivered: the first delivery, or the day it was deemed delivered to an owner who did not come;
 * 0: not known, or not yet. */
DeskDay
desk_unit_delivery (const DeskUnit *unit)
{
  return unit->delivered_on != 0 ? unit->delivered_on : unit->deemed_on;
}

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const DeskOccupancy *first = *(DeskOccupancy *const *) a;
  const DeskOccupancy *second = *(DeskOccupancy *const *) b;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  return first->record.id < second->record.id ? -1 : first->record.id > second->record.id;
}

/**
 * desk_owners_on:
 * @occupancies: (element-type DeskOccupancy): of one unit
 * @day: the day asked for
 *
 * Returns: (transfer container) (element-type DeskOccupancy): its owners and co-owners of that day, the larger share
 *   first, then the owner before co-owners, then the one entered first; the records still belong to @occupancies
 */
GPtrArray *
desk_owners_on (GPtrArray *occupancies, DeskDay day)
{
  GPtrArray *owners = g_ptr_array_new ();

  for (guint i = 0; i < occupancies->len; i++)
    {
      DeskOccupancy *occupancy = g_ptr_array_index (occupancies, i);

      if ((occupancy->role == DESK_ROLE_OWNER || occupancy->role == DESK_ROLE_CO_OWNER)
          && desk_days_contain (occupancy->from_day, occupancy->to_day, day))
        g_ptr_array_add (owners, occupancy);
    }
  g_ptr_array_sort (owners, compare_owners);
  return owners;
}

/**
 * desk_responsible_is_developer:
 * @unit: the unit
 * @owned: whether somebody owned it on @day
 * @day: the day asked for
 *
 * The developer bears the fees until delivery, the delivery day itself is the owner's. A unit whose day of delivery
 * was never entered, but whose state says that it was delivered, is its owner's where one stood on that day.
 */
gboolean
desk_responsible_is_developer (const DeskUnit *unit, gboolean owned, DeskDay day)
{
  DeskDay delivery = desk_unit_delivery (unit);

  if (delivery != 0)
    return day < delivery;
  return unit->state <= DESK_STATE_READY || !owned;
}
