/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-list.h"

#include "desk-mask.h"
#include "desk-store-list-bill.h"
#include "desk-store-list-case.h"
#include "desk-store-outage.h"

/* Labels of a person's units beyond this many are left out of the cell. */
#define MAX_PLACES 4

/* What a filter of units asks of state and kind; care is asked besides. */
static const struct
{
  gint64 state_low;
  gint64 state_high;
  gint64 kind_low;
  gint64 kind_high;
} unit_filters[] = {
  [DESK_UNIT_FILTER_ALL] = { 0, G_MAXINT32, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_LIVED_IN] = { DESK_STATE_LIVED_IN, DESK_STATE_LIVED_IN, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_LET] = { DESK_STATE_LET, DESK_STATE_LET, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_VACANT] = { DESK_STATE_VACANT, DESK_STATE_VACANT, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_DECORATING] = { DESK_STATE_DECORATING, DESK_STATE_DECORATING, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_UNDELIVERED] = { DESK_STATE_UNSOLD, DESK_STATE_READY, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_CARE] = { 0, G_MAXINT32, 0, G_MAXINT32 },
  [DESK_UNIT_FILTER_SHOP] = { 0, G_MAXINT32, DESK_UNIT_KIND_SHOP, DESK_UNIT_KIND_SHOP },
  [DESK_UNIT_FILTER_SPACE] = { 0, G_MAXINT32, DESK_UNIT_KIND_SPACE, DESK_UNIT_KIND_SPACE },
};

/* The statement of each order of units. */
static const struct
{
  DeskUnitColumn column;
  DeskSql up;
  DeskSql down;
  gboolean by_day; /* the order depends on who lives there on that day */
} unit_orders[] = {
  { DESK_UNIT_COLUMN_LABEL, DESK_SQL_UNIT_IDS_LABEL, DESK_SQL_UNIT_IDS_LABEL_DOWN, FALSE },
  { DESK_UNIT_COLUMN_OWNER, DESK_SQL_UNIT_IDS_OWNER, DESK_SQL_UNIT_IDS_OWNER_DOWN, TRUE },
  { DESK_UNIT_COLUMN_STATE, DESK_SQL_UNIT_IDS_STATE, DESK_SQL_UNIT_IDS_STATE_DOWN, FALSE },
  { DESK_UNIT_COLUMN_AREA, DESK_SQL_UNIT_IDS_AREA, DESK_SQL_UNIT_IDS_AREA_DOWN, FALSE },
};

/* Appends the ids of @stmt's rows that lie within the query and @more (nullable). */
static gboolean
take_ids (DeskStmt *stmt, const DeskListQuery *query, const DeskIdSet *more, GArray *ids, GError **error)
{
  DeskStep step = DESK_STEP_DONE;

  while (!desk_list_query_is_met (query, ids) && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint32 id = (gint32) desk_stmt_int (stmt, 0);

      if ((query->within == NULL || desk_id_set_has (query->within, id)) && (more == NULL || desk_id_set_has (more, id)))
        g_array_append_val (ids, id);
    }
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

/* Adds the ids in the first column of @stmt's rows. */
static gboolean
take_set (DeskStmt *stmt, DeskIdSet *set, GError **error)
{
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    desk_id_set_add (set, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}

static gboolean
count_units (DeskDb *db, gint64 *counts, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_COUNTS);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 state = desk_stmt_int (stmt, 0);
      gint64 kind = desk_stmt_int (stmt, 1);

      for (guint i = 0; i < G_N_ELEMENTS (unit_filters); i++)
        if (i != DESK_UNIT_FILTER_CARE && state >= unit_filters[i].state_low && state <= unit_filters[i].state_high
            && kind >= unit_filters[i].kind_low && kind <= unit_filters[i].kind_high)
          counts[i] += desk_stmt_int (stmt, 2);
    }
  return step == DESK_STEP_DONE;
}

static DeskStmt *
bind_unit_ids (DeskDb *db, const DeskListQuery *query)
{
  DeskStmt *stmt = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unit_orders); i++)
    if (stmt == NULL && (unit_orders[i].column == query->sort || i + 1 == G_N_ELEMENTS (unit_orders)))
      {
        guint order = unit_orders[i].column == query->sort ? i : 0;

        stmt = desk_db_get (db, query->descending ? unit_orders[order].down : unit_orders[order].up);
        if (unit_orders[order].by_day)
          desk_stmt_bind_int (stmt, "today", query->today);
      }
  desk_stmt_bind_int (stmt, "state_low", unit_filters[query->filter].state_low);
  desk_stmt_bind_int (stmt, "state_high", unit_filters[query->filter].state_high);
  desk_stmt_bind_int (stmt, "kind_low", unit_filters[query->filter].kind_low);
  desk_stmt_bind_int (stmt, "kind_high", unit_filters[query->filter].kind_high);
  desk_stmt_bind_int (stmt, "building_low", query->building_id);
  desk_stmt_bind_int (stmt, "building_high", query->building_id != 0 ? query->building_id : G_MAXINT64);
  return stmt;
}

static gboolean
unit_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  g_autoptr (DeskIdSet) cared = desk_id_set_new ();
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNITS_WITH_CARE);

  desk_stmt_bind_int (stmt, "today", query->today);
  if (!take_set (stmt, cared, error) || !count_units (db, counts, error))
    return FALSE;
  counts[DESK_UNIT_FILTER_CARE] = desk_id_set_size (cared);
  return take_ids (bind_unit_ids (db, query), query, query->filter == DESK_UNIT_FILTER_CARE ? cared : NULL, ids, error);
}

/* Who lives where today, by the filters of people; of @building only where one is asked for. */
typedef struct
{
  DeskIdSet *by_filter[DESK_PERSON_FILTER_OTHER + 1]; /* ALL: anybody who lives somewhere */
  DeskIdSet *in_building;
} Occupants;

static void
occupants_clear (Occupants *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->by_filter); i++)
    desk_id_set_free (self->by_filter[i]);
  desk_id_set_free (self->in_building);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Occupants, occupants_clear)

static DeskPersonFilter
filter_of_role (gint64 role)
{
  if (role == DESK_ROLE_OWNER || role == DESK_ROLE_CO_OWNER)
    return DESK_PERSON_FILTER_OWNER;
  return role == DESK_ROLE_TENANT ? DESK_PERSON_FILTER_TENANT : DESK_PERSON_FILTER_OTHER;
}

static gboolean
read_occupants (DeskDb *db, const DeskListQuery *query, Occupants *occupants, GError **error)
{
  g_autoptr (DeskIdSet) units = desk_id_set_new ();
  DeskStmt *stmt;
  DeskStep step;

  for (guint i = 0; i < G_N_ELEMENTS (occupants->by_filter); i++)
    occupants->by_filter[i] = desk_id_set_new ();
  occupants->in_building = desk_id_set_new ();
  stmt = desk_db_get (db, DESK_SQL_UNITS_IN_BUILDING);
  desk_stmt_bind_int (stmt, "building_id", query->building_id);
  if (query->building_id != 0 && !take_set (stmt, units, error))
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_OCCUPANTS_TODAY);
  desk_stmt_bind_int (stmt, "today", query->today);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 person_id = desk_stmt_int (stmt, 0);

      desk_id_set_add (occupants->by_filter[DESK_PERSON_FILTER_ALL], person_id);
      desk_id_set_add (occupants->by_filter[filter_of_role (desk_stmt_int (stmt, 2))], person_id);
      if (desk_id_set_has (units, desk_stmt_int (stmt, 1)))
        desk_id_set_add (occupants->in_building, person_id);
    }
  return step == DESK_STEP_DONE;
}

static gboolean
passes (const Occupants *occupants, guint filter, gint64 id)
{
  if (filter == DESK_PERSON_FILTER_ALL)
    return TRUE;
  if (filter == DESK_PERSON_FILTER_NO_UNIT)
    return !desk_id_set_has (occupants->by_filter[DESK_PERSON_FILTER_ALL], id);
  return desk_id_set_has (occupants->by_filter[filter], id);
}

static gboolean
person_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  g_auto (Occupants) occupants = { { NULL }, NULL };
  DeskStmt *stmt;
  DeskStep step = DESK_STEP_DONE;

  if (!read_occupants (db, query, &occupants, error))
    return FALSE;
  stmt = desk_db_get (db, query->descending ? DESK_SQL_PERSON_IDS_DOWN : DESK_SQL_PERSON_IDS);
  while (!desk_list_query_is_met (query, ids) && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint32 id = (gint32) desk_stmt_int (stmt, 0);

      for (guint i = 0; i <= DESK_PERSON_FILTER_NO_UNIT; i++)
        counts[i] += passes (&occupants, i, id) ? 1 : 0;
      if (passes (&occupants, query->filter, id) && (query->within == NULL || desk_id_set_has (query->within, id))
          && (query->building_id == 0 || desk_id_set_has (occupants.in_building, id)))
        g_array_append_val (ids, id);
    }
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

/**
 * desk_store_list_ids:
 * @query: which rows, in which order
 * @ids: (element-type gint32): the ids are appended
 * @counts: (array fixed-size=16): for every filter of the list how many rows it has over the whole
 */
gboolean
desk_store_list_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  g_return_val_if_fail (query->filter < desk_list_spec (query->list)->n_filters, FALSE);
  for (guint i = 0; i < DESK_MAX_FILTERS; i++)
    counts[i] = 0;
  if (query->list == DESK_LIST_UNITS)
    return unit_ids (db, query, ids, counts, error);
  if (query->list == DESK_LIST_VISITS)
    return desk_store_list_visits (db, query, ids, counts, error);
  if (query->list == DESK_LIST_BILLS)
    return desk_store_list_bills (db, query, ids, counts, error);
  if (query->list == DESK_LIST_REPAIRS || query->list == DESK_LIST_COMPLAINTS)
    return desk_store_list_cases (db, query, ids, counts, error);
  if (query->list == DESK_LIST_OUTAGES)
    return desk_store_list_outages (db, query, ids, counts, error);
  if (query->list == DESK_LIST_CALLBACKS)
    return desk_store_list_callbacks (db, query, ids, counts, error);
  return person_ids (db, query, ids, counts, error);
}

static gboolean
unit_row (DeskDb *db, gint64 id, DeskDay today, DeskRow **row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_ROW);
  gboolean found;
  DeskStep step;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "today", today);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 1), desk_list_spec (DESK_LIST_UNITS)->n_columns);
  cells = (*row)->cells;
  cells[DESK_UNIT_COLUMN_LABEL].text = g_strdup (desk_stmt_text (stmt, 2));
  cells[DESK_UNIT_COLUMN_STATE].number = desk_stmt_int (stmt, 3);
  cells[DESK_UNIT_COLUMN_KIND].number = desk_stmt_int (stmt, 4);
  cells[DESK_UNIT_COLUMN_AREA].number = desk_stmt_int (stmt, 5);
  cells[DESK_UNIT_COLUMN_DELIVERED].number = desk_stmt_int (stmt, 6);
  cells[DESK_UNIT_COLUMN_OWNER].text = g_strdup (desk_stmt_text (stmt, 7));
  cells[DESK_UNIT_COLUMN_RESIDENTS].number = desk_stmt_int (stmt, 8);
  desk_stmt_reset (stmt);
  stmt = desk_db_get (db, DESK_SQL_UNIT_CARE);
  desk_stmt_bind_int (stmt, "unit_id", id);
  desk_stmt_bind_int (stmt, "today", today);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    cells[DESK_UNIT_COLUMN_CARE].number |= G_GINT64_CONSTANT (1) << (desk_stmt_int (stmt, 0) - 1);
  return step == DESK_STEP_DONE;
}

static gboolean
person_row (DeskDb *db, gint64 id, DeskDay today, DeskRow **row, GError **error)
{
  g_autoptr (GString) places = g_string_new (NULL);
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_PERSON_ROW);
  gboolean found;
  DeskStep step;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 1), desk_list_spec (DESK_LIST_PEOPLE)->n_columns);
  cells = (*row)->cells;
  cells[DESK_PERSON_COLUMN_NAME].text = g_strdup (desk_stmt_text (stmt, 2));
  cells[DESK_PERSON_COLUMN_PHONE].text = desk_mask_phone (desk_stmt_text (stmt, 3));
  desk_stmt_reset (stmt);
  stmt = desk_db_get (db, DESK_SQL_PERSON_PLACES);
  desk_stmt_bind_int (stmt, "person_id", id);
  desk_stmt_bind_int (stmt, "today", today);
  for (guint n = 0; (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW; n++)
    {
      if (n == 0)
        cells[DESK_PERSON_COLUMN_ROLE].number = desk_stmt_int (stmt, 2);
      if (n == MAX_PLACES)
        g_string_append (places, " …");
      else if (n < MAX_PLACES)
        g_string_append_printf (places, "%s%s", n == 0 ? "" : ", ", desk_stmt_text (stmt, 1));
    }
  cells[DESK_PERSON_COLUMN_UNITS].text = g_strdup (places->str);
  return step == DESK_STEP_DONE;
}

/**
 * desk_store_list_row:
 * @id: of the record behind the row
 * @row: (out) (transfer full) (nullable): cells in the order of the list's columns, phones masked; NULL: it is gone
 *
 * Returns: FALSE with a store error
 */
gboolean
desk_store_list_row (DeskDb *db, DeskList list, gint64 id, DeskDay today, DeskRow **row, GError **error)
{
  gboolean done;

  *row = NULL;
  if (list == DESK_LIST_VISITS)
    done = desk_store_visit_row (db, id, row, error);
  else if (list == DESK_LIST_REPAIRS || list == DESK_LIST_COMPLAINTS)
    done = desk_store_case_row (db, id, row, error);
  else if (list == DESK_LIST_OUTAGES)
    done = desk_store_outage_row (db, id, row, error);
  else if (list == DESK_LIST_BILLS)
    done = desk_store_bill_row (db, id, row, error);
  else if (list == DESK_LIST_CALLBACKS)
    done = desk_store_case_row (db, id, row, error) && desk_store_callback_row (db, id, *row, error);
  else
    done = list == DESK_LIST_UNITS ? unit_row (db, id, today, row, error) : person_row (db, id, today, row, error);
  if (!done)
    g_clear_pointer (row, desk_row_unref);
  return done;
}

/**
 * desk_store_list_unmask:
 * @row: as desk_store_list_row() gave it, nobody else's yet
 *
 * Puts whole numbers in place of masked ones: for a sheet that somebody may take out with them.
 */
gboolean
desk_store_list_unmask (DeskDb *db, DeskList list, DeskRow *row, GError **error)
{
  DeskStmt *stmt;
  gboolean found;

  if (list != DESK_LIST_PEOPLE)
    return TRUE;
  stmt = desk_db_get (db, DESK_SQL_PERSON_ROW);
  desk_stmt_bind_int (stmt, "id", row->id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      g_free (row->cells[DESK_PERSON_COLUMN_PHONE].text);
      row->cells[DESK_PERSON_COLUMN_PHONE].text = g_strdup (desk_stmt_text (stmt, 3));
      desk_stmt_reset (stmt);
    }
  return TRUE;
}
