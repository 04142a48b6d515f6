/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Units and the changes of their state. */

/* The row of the unit's life that a state begins. */
gboolean
desk_tx_add_state (DeskTx *tx, const DeskUnit *unit, const char *note, GError **error)
{
  DeskUnitState state = { .record = { .kind = DESK_KIND_UNIT_STATE },
                          .unit_id = unit->record.id,
                          .state = unit->state,
                          .from_day = unit->state_since,
                          .staff_id = tx->actor->staff_id,
                          .at = tx->now,
                          .note = (char *) note };

  return desk_tx_insert (tx, &state, error);
}

/* Saves the unit's own facts. Its state is given only when it is made; later it changes by CHANGE_UNIT_STATE, so that
 * every change has its day. */
gboolean
desk_body_save_unit (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskUnit *unit = (DeskUnit *) record;
  gboolean fresh = record->id == 0;

  if (fresh)
    unit->state_since = unit->state_since != 0 ? unit->state_since : tx->today;
  else
    {
      g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_UNIT, record->id, error);

      if (stored == NULL)
        return FALSE;
      unit->state = ((DeskUnit *) stored)->state;
      unit->state_since = ((DeskUnit *) stored)->state_since;
    }
  desk_rule_unit (unit, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error)
         && (!fresh || desk_tx_add_state (tx, unit, "", error));
}

/* A unit's life goes forward: a change is never dated before the one before it. Handing over sets the delivery day,
 * once; domain.md: the first delivery is never overwritten. */
gboolean
desk_body_change_unit_state (DeskTx *tx, const DeskUnitStateInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_UNIT, in->unit_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskUnit *unit = (DeskUnit *) record;
  g_autofree char *note = g_strdup (in->note);

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error))
    return FALSE;
  desk_rule_choice (in->state, &desk_enum_state, "state", -1, problems);
  desk_rule_day (in->day, "from_day", problems);
  desk_rule_text (&note, "note", -1, 0, 500, FALSE, problems);
  if (in->day == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "from_day", -1, NULL));
  else if (in->day < unit->state_since)
    {
      g_autofree char *day = desk_day_format (in->day);
      g_autofree char *last = desk_day_format (unit->state_since);

      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_STATE_BEFORE, "from_day", -1, day, last, NULL));
    }
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  if (in->state >= DESK_STATE_HANDED_OVER && unit->delivered_on == 0 && unit->deemed_on == 0)
    unit->delivered_on = in->day;
  unit->state = in->state;
  unit->state_since = in->day;
  desk_tx_about (tx, DESK_KIND_UNIT, record->id);
  if (!desk_tx_update (tx, unit, error) || !desk_tx_add_state (tx, unit, note, error))
    return FALSE;
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}
