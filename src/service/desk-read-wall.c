/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-io.h"

#include "desk-case-kind.h"
#include "desk-service-private.h"
#include "desk-tx.h"

/* The room wall: one building's units in one walk, the open repairs in another. */

static void
building_free (gpointer building)
{
  g_free (((DeskWallBuilding *) building)->code);
  g_free (building);
}

void
desk_wall_page_clear (gpointer result)
{
  DeskWallPage *self = result;

  g_clear_pointer (&self->buildings, g_ptr_array_unref);
  g_clear_pointer (&self->wall, desk_wall_free);
}

static gboolean
read_buildings (DeskTx *tx, gint64 wanted, DeskWallPage *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_WALL_BUILDINGS);
  DeskStep step;

  out->buildings = g_ptr_array_new_with_free_func (building_free);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskWallBuilding *building = g_new0 (DeskWallBuilding, 1);

      *building = (DeskWallBuilding){ desk_stmt_int (stmt, 0), g_strdup (desk_stmt_text (stmt, 1)) };
      g_ptr_array_add (out->buildings, building);
      if (building->id == wanted || out->building_id == 0)
        out->building_id = building->id;
    }
  return step == DESK_STEP_DONE;
}

static gboolean
read_cells (DeskTx *tx, DeskWallPage *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_WALL_UNITS);
  DeskStep step;

  desk_stmt_bind_int (stmt, "building_id", out->building_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskWallCell *cell = g_new0 (DeskWallCell, 1);

      *cell = (DeskWallCell){ .unit_id = desk_stmt_int (stmt, 0), .label = g_strdup (desk_stmt_text (stmt, 1)),
                              .room = g_strdup (desk_stmt_text (stmt, 2)), .entrance = g_strdup (desk_stmt_text (stmt, 3)),
                              .floor = (int) desk_stmt_int (stmt, 4), .state = desk_stmt_int (stmt, 5),
                              .built_area = desk_stmt_int (stmt, 6), .sort_key = g_strdup (desk_stmt_text (stmt, 7)) };
      g_ptr_array_add (out->wall->cells, cell);
    }
  return step == DESK_STEP_DONE;
}

/* Counts by unit; both walks are in no particular order, so the cells are found by id. */
static gboolean
read_cases (DeskTx *tx, DeskWallPage *out, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_WALL_CASES);
  DeskStep step;

  for (guint i = 0; i < out->wall->cells->len; i++)
    g_hash_table_insert (by_id, &((DeskWallCell *) out->wall->cells->pdata[i])->unit_id, out->wall->cells->pdata[i]);
  desk_stmt_bind_int (stmt, "building_id", out->building_id);
  desk_stmt_bind_int (stmt, "kind", DESK_CASE_REPAIR);
  desk_stmt_bind_int (stmt, "done", DESK_CASE_DONE);
  desk_stmt_bind_int (stmt, "now", tx->now);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);
      DeskWallCell *cell = g_hash_table_lookup (by_id, &id);

      if (cell == NULL)
        continue;
      cell->n_open = desk_stmt_int (stmt, 1);
      cell->n_late = desk_stmt_int (stmt, 2);
    }
  return step == DESK_STEP_DONE;
}

/* The building @in names, or the first. */
gboolean
desk_body_get_wall (DeskTx *tx, const DeskGetInput *in, DeskWallPage *out, GError **error)
{
  out->wall = desk_wall_new ();
  if (!read_buildings (tx, in->id, out, error))
    return FALSE;
  if (out->building_id == 0)
    return TRUE;
  if (!read_cells (tx, out, error) || !read_cases (tx, out, error))
    return FALSE;
  desk_wall_arrange (out->wall);
  return TRUE;
}
