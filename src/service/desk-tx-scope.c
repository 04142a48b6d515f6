/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-follow-up.h"
#include "desk-outage.h"
#include "desk-register-case.h"
#include "desk-register.h"
#include "desk-service-private.h"

/* Whose right ends at "own" may touch what belongs to the buildings and entrances of their scope, and what belongs to
 * no building (shops and parking spaces on their own, people who live nowhere yet). */

static gboolean
is_bound (DeskTx *tx)
{
  return tx->level == DESK_LEVEL_OWN && tx->actor->n_scopes > 0;
}

static gboolean
refuse (DeskTx *tx, GError **error)
{
  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (tx->right), "scope",
                  NULL);
  return FALSE;
}

static gboolean
covers_unit (DeskTx *tx, gint64 unit_id, gboolean *covers, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_UNIT_PLACE);
  gboolean found;

  desk_stmt_bind_int (stmt, "id", unit_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *covers = !found || desk_actor_covers (tx->actor, desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1));
  desk_stmt_reset (stmt);
  return TRUE;
}

/* One of the units somebody lives in or owns today is enough: a family with two flats has two housekeepers. */
static gboolean
covers_person (DeskTx *tx, gint64 person_id, gboolean *covers, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_UNITS_OF_PERSON);
  g_autoptr (GArray) units = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_int (stmt, "day", tx->today);
  units = desk_store_read_ids (stmt, error);
  if (units == NULL)
    return FALSE;
  *covers = units->len == 0;
  for (guint i = 0; i < units->len && !*covers; i++)
    if (!covers_unit (tx, g_array_index (units, gint64, i), covers, error))
      return FALSE;
  return TRUE;
}

/* Every unit the record names must be covered; one that names a person and no unit goes with that person. */
static gboolean
covers_parts (DeskTx *tx, const DeskRecord *record, gboolean *covers, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  gint64 person_id = 0;
  guint n_units = 0;

  *covers = TRUE;
  for (guint i = 0; i < spec->n_fields && *covers; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 id = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (id != 0 && field->ref == DESK_KIND_PERSON)
        person_id = id;
      if (id == 0 || field->ref != DESK_KIND_UNIT)
        continue;
      n_units++;
      if (!covers_unit (tx, id, covers, error))
        return FALSE;
    }
  return n_units > 0 || person_id == 0 || covers_person (tx, person_id, covers, error);
}

/* What belongs to a case goes with it. */
static gint64
case_of (const DeskRecord *record)
{
  switch ((int) record->kind)
    {
    case DESK_KIND_CASE_EVENT:
      return ((const DeskCaseEvent *) record)->case_id;
    case DESK_KIND_COST_LINE:
      return ((const DeskCostLine *) record)->case_id;
    case DESK_KIND_COMPLAINT:
      return ((const DeskComplaint *) record)->case_id;
    case DESK_KIND_COMPLAINT_STAGE:
      return ((const DeskComplaintStage *) record)->case_id;
    case DESK_KIND_CASE_QUOTE:
      return ((const DeskCaseQuote *) record)->case_id;
    default:
      return 0;
    }
}

/* A public place lies in its building, or nowhere. */
static gboolean
covers_place (DeskTx *tx, gint64 place_id, gboolean *covers, GError **error)
{
  g_autoptr (DeskRecord) place = desk_tx_get (tx, DESK_KIND_PLACE, place_id, error);

  if (place == NULL)
    return FALSE;
  *covers = ((DeskPlace *) place)->building_id == 0
            || desk_actor_covers (tx->actor, ((DeskPlace *) place)->building_id, 0);
  return TRUE;
}

/* The case a record belongs to, or the place that stands for a unit. */
static gboolean
covers_course (DeskTx *tx, const DeskRecord *record, gboolean *covers, GError **error)
{
  gint64 case_id = case_of (record);
  gint64 place_id = record->kind == DESK_KIND_SERVICE_CASE ? ((const DeskCase *) record)->place_id
                    : record->kind == DESK_KIND_VISIT      ? ((const DeskVisit *) record)->place_id
                                                           : 0;

  if (case_id != 0)
    {
      g_autoptr (DeskRecord) owner = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, case_id, error);

      return owner != NULL && covers_course (tx, owner, covers, error);
    }
  if (!covers_parts (tx, record, covers, error))
    return FALSE;
  return !*covers || place_id == 0 || covers_place (tx, place_id, covers, error);
}

/* The same of a record that another goes with. */
static gboolean
check_scope_of (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, id, error);

  return record != NULL && desk_tx_check_scope (tx, record, error);
}

/* One that reaches the whole community, or a building of somebody else's, is not theirs. Its buildings are asked one by one
 * when they are written, so a new one has none yet. */
static gboolean
covers_outage (DeskTx *tx, const DeskOutage *outage, gboolean *covers, GError **error)
{
  DeskStmt *stmt;
  g_autoptr (GArray) ids = NULL;

  *covers = outage->buildings != NULL && *outage->buildings != '\0';
  if (!*covers || outage->record.id == 0)
    return TRUE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_OUTAGE_BUILDINGS);
  desk_stmt_bind_int (stmt, "outage_id", outage->record.id);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len && *covers; i++)
    {
      g_autoptr (DeskRecord) row = desk_tx_get (tx, DESK_KIND_OUTAGE_BUILDING, g_array_index (ids, gint64, i), error);

      if (row == NULL)
        return FALSE;
      *covers = desk_actor_covers (tx->actor, ((DeskOutageBuilding *) row)->building_id, 0);
    }
  return ids != NULL;
}

/**
 * desk_tx_check_scope:
 * @record: (nullable): a record as it stands or shall stand
 *
 * May the actor touch it? A change asks for the record before and after, so that nothing is drawn in from elsewhere.
 */
gboolean
desk_tx_check_scope (DeskTx *tx, gconstpointer record, GError **error)
{
  const DeskRecord *head = record;
  gboolean covers = FALSE;

  if (record == NULL || !is_bound (tx))
    return TRUE;
  switch ((int) head->kind)
    {
    case DESK_KIND_STAFF:
      /* What somebody took out is told of themselves. */
      covers = (tx->use_case == DESK_USE_CASE_NOTE_EXPORT || tx->use_case == DESK_USE_CASE_NOTE_PRINT)
               && head->id == tx->actor->staff_id;
      break;
    case DESK_KIND_COMMUNITY:
    case DESK_KIND_STAFF_SCOPE:
    case DESK_KIND_RIGHT_CHANGE:
    case DESK_KIND_SETTING:
      break;
    case DESK_KIND_BUILDING:
      covers = head->id != 0 && desk_actor_covers (tx->actor, head->id, 0);
      break;
    case DESK_KIND_ENTRANCE:
      covers = desk_actor_covers (tx->actor, ((const DeskEntrance *) record)->building_id, head->id);
      break;
    case DESK_KIND_UNIT:
      covers = desk_actor_covers (tx->actor, ((const DeskUnit *) record)->building_id,
                                  ((const DeskUnit *) record)->entrance_id);
      break;
    case DESK_KIND_PERSON:
      if (!covers_person (tx, head->id, &covers, error))
        return FALSE;
      break;
    case DESK_KIND_OUTAGE:
      if (!covers_outage (tx, record, &covers, error))
        return FALSE;
      break;
    case DESK_KIND_OUTAGE_BUILDING:
      covers = desk_actor_covers (tx->actor, ((const DeskOutageBuilding *) record)->building_id, 0);
      break;
    case DESK_KIND_OUTAGE_CALL:
      /* It goes with the caller. */
      return check_scope_of (tx, DESK_KIND_VISIT, ((const DeskOutageCall *) record)->visit_id, error);
    case DESK_KIND_CALENDAR:
    case DESK_KIND_CALENDAR_DAY:
    case DESK_KIND_CATEGORY:
    case DESK_KIND_PHRASE:
      break;
    case DESK_KIND_ATTACHMENT:
      /* It goes with what it was added to. */
      return check_scope_of (tx, (DeskKind) ((const DeskAttachment *) record)->of_kind,
                                     ((const DeskAttachment *) record)->of_id, error);
    case DESK_KIND_PLACE:
      covers = ((const DeskPlace *) record)->building_id != 0
               && desk_actor_covers (tx->actor, ((const DeskPlace *) record)->building_id, 0);
      break;
    case DESK_KIND_FOLLOW_UP:
      /* What was handed to somebody is theirs to answer, wherever it is about. */
      if (tx->use_case != DESK_USE_CASE_SAVE_FOLLOW_UP
          && (((const DeskFollowUp *) record)->owner_id == tx->actor->staff_id
              || ((const DeskFollowUp *) record)->handed_by == tx->actor->staff_id))
        covers = TRUE;
      else if (!covers_parts (tx, head, &covers, error))
        return FALSE;
      break;
    default:
      if (!covers_course (tx, head, &covers, error))
        return FALSE;
    }
  return covers || refuse (tx, error);
}
