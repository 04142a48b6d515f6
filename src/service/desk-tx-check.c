/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-outage.h"
#include "desk-quote.h"
#include "desk-register-case.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-staff.h"

/* What a record must keep with the rest of the store. The rules for a record by itself are the domain's. */

/* The community everything belongs to; a store has one. */
static gboolean
check_community (DeskTx *tx, gint64 *id, GError **error)
{
  gboolean found;

  if (*id != 0)
    return TRUE;
  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "community_id", "community", NULL);
  return FALSE;
}

/* Is the record that @stmt finds another one than @record? Then what it was looked up by is taken. */
static gboolean
check_free (DeskStmt *stmt, const DeskRecord *record, DeskProblemCode problem, const char *field, const char *words,
            GError **error)
{
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (!found || id == record->id)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

static gboolean
check_building (DeskTx *tx, DeskBuilding *building, GError **error)
{
  DeskStmt *stmt;

  if (!check_community (tx, &building->community_id, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_BUILDING_BY_CODE);
  desk_stmt_bind_int (stmt, "community_id", building->community_id);
  desk_stmt_bind_text (stmt, "code", building->code);
  return check_free (stmt, &building->record, DESK_PROBLEM_NAME_TAKEN, "code", building->code, error);
}

static gboolean
check_entrance (DeskTx *tx, DeskEntrance *entrance, GError **error)
{
  g_autoptr (DeskRecord) building = desk_tx_get (tx, DESK_KIND_BUILDING, entrance->building_id, error);
  DeskStmt *stmt;

  if (building == NULL)
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_ENTRANCE_BY_CODE);
  desk_stmt_bind_int (stmt, "building_id", entrance->building_id);
  desk_stmt_bind_text (stmt, "code", entrance->code);
  return check_free (stmt, &entrance->record, DESK_PROBLEM_NAME_TAKEN, "code", entrance->code, error);
}

/* The building exists, and the entrance lies in it. */
static gboolean
check_place (DeskTx *tx, DeskUnit *unit, GError **error)
{
  if (unit->building_id != 0)
    {
      g_autoptr (DeskRecord) building = desk_tx_get (tx, DESK_KIND_BUILDING, unit->building_id, error);

      if (building == NULL)
        return FALSE;
      unit->community_id = ((DeskBuilding *) building)->community_id;
    }
  if (unit->entrance_id != 0)
    {
      g_autoptr (DeskRecord) entrance = desk_tx_get (tx, DESK_KIND_ENTRANCE, unit->entrance_id, error);

      if (entrance == NULL)
        return FALSE;
      if (((DeskEntrance *) entrance)->building_id != unit->building_id)
        {
          desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_ENTRANCE_ELSEWHERE, "entrance_id", NULL);
          return FALSE;
        }
    }
  return check_community (tx, &unit->community_id, error);
}

/* No two units are called the same, however their labels are spelt. Only a parking space is leased as one. */
static gboolean
check_unit (DeskTx *tx, DeskUnit *unit, GError **error)
{
  DeskStmt *stmt;
  gboolean leased;
  gint64 lease;

  if (!check_place (tx, unit, error) || !desk_tx_derive (tx, unit, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_UNIT_BY_LABEL_KEY);
  desk_stmt_bind_text (stmt, "label_key", unit->label_key);
  if (!check_free (stmt, &unit->record, DESK_PROBLEM_LABEL_TAKEN, "room", unit->label, error))
    return FALSE;
  if (unit->record.id == 0 || unit->kind == DESK_UNIT_KIND_SPACE)
    return TRUE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_LEASES_OF_SPACE);
  desk_stmt_bind_int (stmt, "space_id", unit->record.id);
  desk_stmt_bind_int (stmt, "id", 0);
  if (!desk_store_read_int (stmt, &lease, &leased, error))
    return FALSE;
  if (!leased)
    return TRUE;
  desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, "kind", desk_kind_nick (DESK_KIND_SPACE_LEASE),
                  NULL);
  return FALSE;
}

/* The person, if there is one, is still a record of its own. */
gboolean
desk_tx_check_person (DeskTx *tx, gint64 person_id, GError **error)
{
  g_autoptr (DeskRecord) person = NULL;
  g_autoptr (DeskRecord) survivor = NULL;

  if (person_id == 0)
    return TRUE;
  person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  if (person == NULL)
    return FALSE;
  if (((DeskPerson *) person)->erased_at != 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED, "person_id", NULL);
      return FALSE;
    }
  if (((DeskPerson *) person)->merged_into == 0)
    return TRUE;
  survivor = desk_tx_get (tx, DESK_KIND_PERSON, ((DeskPerson *) person)->merged_into, error);
  if (survivor != NULL)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, "person_id", ((DeskPerson *) survivor)->name,
                    NULL);
  return FALSE;
}

static gboolean
is_owner (gint64 role)
{
  return role == DESK_ROLE_OWNER || role == DESK_ROLE_CO_OWNER;
}

/* All owners' shares of a unit on any day are at most the whole. */
static gboolean
check_shares (DeskTx *tx, const DeskOccupancy *occupancy, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SHARES_OF_UNIT);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (DeskShare));
  DeskShare mine = { occupancy->record.id, occupancy->share, occupancy->from_day, occupancy->to_day };
  g_autofree char *text = NULL;
  DeskStep step;
  DeskDay day;

  g_array_append_val (shares, mine);
  desk_stmt_bind_int (stmt, "unit_id", occupancy->unit_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskShare share = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2),
                          desk_stmt_int (stmt, 3) };

      if (share.id != mine.id || mine.id == 0)
        g_array_append_val (shares, share);
    }
  if (step == DESK_STEP_FAILED)
    return FALSE;
  day = desk_rule_shares_exceed ((const DeskShare *) shares->data, shares->len);
  if (day == 0)
    return TRUE;
  text = desk_day_format (day);
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share", text, NULL);
  return FALSE;
}

/**
 * desk_tx_find_same_occupancy:
 * @id: (out): another occupancy of the same person in the same unit and role for days that overlap, 0 none
 */
gboolean
desk_tx_find_same_occupancy (DeskTx *tx, const DeskOccupancy *occupancy, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SAME_OCCUPANCY);
  DeskStep step;

  *id = 0;
  desk_stmt_bind_int (stmt, "unit_id", occupancy->unit_id);
  desk_stmt_bind_int (stmt, "person_id", occupancy->person_id);
  desk_stmt_bind_int (stmt, "role", occupancy->role);
  desk_stmt_bind_int (stmt, "id", occupancy->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (*id == 0
        && desk_days_overlap (occupancy->from_day, occupancy->to_day, desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2)))
      *id = desk_stmt_int (stmt, 0);
  return step != DESK_STEP_FAILED;
}

/* The same person is not entered twice in one role for days that overlap. */
static gboolean
check_not_there (DeskTx *tx, const DeskOccupancy *occupancy, GError **error)
{
  gint64 id;

  if (!desk_tx_find_same_occupancy (tx, occupancy, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_ALREADY_THERE, "person_id", NULL);
  return FALSE;
}

/* An owner without a share gets the whole, who is no owner gets none. */
static void
rule_occupancy (DeskOccupancy *occupancy, GPtrArray *problems)
{
  if (occupancy->role == DESK_ROLE_OWNER && occupancy->share == 0)
    occupancy->share = 1000000;
  else if (!is_owner (occupancy->role))
    occupancy->share = 0;
  if (occupancy->person_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "person_id", -1, NULL));
  desk_rule_occupancy (occupancy, problems);
}

static gboolean
check_occupancy (DeskTx *tx, DeskOccupancy *occupancy, GError **error)
{
  g_autoptr (DeskRecord) unit = NULL;

  if (!desk_tx_check_person (tx, occupancy->person_id, error))
    return FALSE;
  unit = desk_tx_get (tx, DESK_KIND_UNIT, occupancy->unit_id, error);
  return unit != NULL && check_not_there (tx, occupancy, error)
         && (!is_owner (occupancy->role) || check_shares (tx, occupancy, error));
}

/* A parking space is leased to one at a time. */
static gboolean
check_lease (DeskTx *tx, const DeskSpaceLease *lease, GError **error)
{
  g_autoptr (DeskRecord) space = desk_tx_get (tx, DESK_KIND_UNIT, lease->space_id, error);
  g_autofree char *holder = NULL;
  DeskStmt *stmt;
  DeskStep step;

  if (space == NULL || !desk_tx_check_person (tx, lease->person_id, error))
    return FALSE;
  if (((DeskUnit *) space)->kind != DESK_UNIT_KIND_SPACE)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_SPACE, "space_id", NULL);
      return FALSE;
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_LEASES_OF_SPACE);
  desk_stmt_bind_int (stmt, "space_id", lease->space_id);
  desk_stmt_bind_int (stmt, "id", lease->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (holder == NULL
        && desk_days_overlap (lease->from_day, lease->to_day, desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2)))
      holder = g_strdup (desk_stmt_text (stmt, 3));
  if (step == DESK_STEP_FAILED)
    return FALSE;
  if (holder == NULL)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_LEASED_ALREADY, "space_id", holder, NULL);
  return FALSE;
}

/* Two people do not sign in by one name, and somebody can always give rights and passwords. */
static gboolean
check_staff (DeskTx *tx, const DeskStaff *staff, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_STAFF_BY_LOGIN);
  gint64 admins;

  desk_stmt_bind_text (stmt, "login", staff->login);
  if (!check_free (stmt, &staff->record, DESK_PROBLEM_NAME_TAKEN, "login", staff->login, error))
    return FALSE;
  if (staff->left_on == 0 && (staff->roles & (1 << DESK_STAFF_ROLE_ADMIN)) != 0)
    return TRUE;
  if (!desk_store_count_other_admins (tx->service->db, staff->record.id, &admins, error))
    return FALSE;
  if (admins > 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_LAST_ADMIN, staff->left_on != 0 ? "left_on" : "roles", NULL);
  return FALSE;
}

/* The rules of the record by itself that go over more than one field: undo puts back field by field, and what it leaves
 * beside may not go with it. It asks before it writes, as tables have some of these rules, too. */
gboolean
desk_tx_check_alone (gpointer record, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  switch ((int) ((DeskRecord *) record)->kind)
    {
    case DESK_KIND_UNIT:
      desk_rule_unit (record, problems);
      break;
    case DESK_KIND_OCCUPANCY:
      rule_occupancy (record, problems);
      break;
    case DESK_KIND_VEHICLE:
      desk_rule_vehicle (record, problems);
      break;
    case DESK_KIND_SPACE_LEASE:
      desk_rule_space_lease (record, problems);
      break;
    case DESK_KIND_CARE_FLAG:
      desk_rule_care_flag (record, problems);
      break;
    case DESK_KIND_OUTAGE:
      desk_rule_outage (record, problems);
      break;
    case DESK_KIND_INSTRUCTION:
      desk_rule_instruction (record, problems);
      break;
    default:
      break;
    }
  return desk_tx_refuse (problems, error);
}

/* Parts and labour under a bill stand: @locked (out). */
gboolean
desk_tx_is_billed (DeskTx *tx, const DeskCostLine *line, gboolean *locked, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_QUOTE_STATE);
  gint64 state = 0;
  gboolean found;

  desk_stmt_bind_int (stmt, "case_id", line->case_id);
  if (!desk_store_read_int (stmt, &state, &found, error))
    return FALSE;
  *locked = !desk_quote_is_open ((DeskQuoteState) state);
  return TRUE;
}

static gboolean
check_cost_line (DeskTx *tx, const DeskCostLine *line, GError **error)
{
  gboolean locked;

  if (!desk_tx_is_billed (tx, line, &locked, error))
    return FALSE;
  if (locked)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_COST_LOCKED, NULL, NULL);
  return !locked;
}

/**
 * desk_tx_check:
 * @record: as it shall stand; what follows from the store (community, share of an owner) is filled in
 *
 * Saves ask before they write; undo asks of what it has put back.
 */
gboolean
desk_tx_check (DeskTx *tx, gpointer record, GError **error)
{
  if (!desk_tx_check_alone (record, error))
    return FALSE;
  switch ((int) ((DeskRecord *) record)->kind)
    {
    case DESK_KIND_BUILDING:
      return check_building (tx, record, error);
    case DESK_KIND_ENTRANCE:
      return check_entrance (tx, record, error);
    case DESK_KIND_UNIT:
      return check_unit (tx, record, error);
    case DESK_KIND_OCCUPANCY:
      return check_occupancy (tx, record, error);
    case DESK_KIND_VEHICLE:
      return desk_tx_check_person (tx, ((DeskVehicle *) record)->person_id, error);
    case DESK_KIND_SPACE_LEASE:
      return check_lease (tx, record, error);
    case DESK_KIND_STAFF:
      return check_staff (tx, record, error);
    case DESK_KIND_COST_LINE:
      return check_cost_line (tx, record, error);
    case DESK_KIND_SAVED_FILTER:
      return desk_tx_check_saved_filter (tx, record, error);
    default:
      return TRUE;
    }
}

/* Makes or changes @record, which passed its rules, and says so in @out. */
gboolean
desk_tx_save (DeskTx *tx, DeskRecord *record, DeskSaved *out, GError **error)
{
  if (!desk_tx_check (tx, record, error)
      || !(record->id == 0 ? desk_tx_insert (tx, record, error) : desk_tx_update (tx, record, error)))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}
