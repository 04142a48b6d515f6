/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-figure.h"

#include "desk-store-trail.h"

/* Columns of the sums, in the order of DeskFigure. */
static const char *const columns[DESK_N_FIGURES]
    = { "opened", "timed", "responded", "done", "due", "on_time", "ended", "reopened", "drawn", "answered", "passed" };

/* Every figure is one of those that were opened: where none is left the row goes, so that what was undone leaves nothing. */
static gboolean
prune (DeskDb *db, gint64 kind, DeskSlice slice, gint64 of_id, gint64 month, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FIGURE_PRUNE);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "slice", slice);
  desk_stmt_bind_int (stmt, "of_id", of_id);
  desk_stmt_bind_int (stmt, "month", month);
  return desk_stmt_run (stmt, error);
}

/* Adds @delta, which may be below zero. */
gboolean
desk_store_figure_add (DeskDb *db, gint64 kind, DeskSlice slice, gint64 of_id, gint64 month, const DeskFigures *delta,
                       GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FIGURE_ADD);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "slice", slice);
  desk_stmt_bind_int (stmt, "of_id", of_id);
  desk_stmt_bind_int (stmt, "month", month);
  for (int i = 0; i < DESK_N_FIGURES; i++)
    desk_stmt_bind_int (stmt, columns[i], delta->n[i]);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  return delta->n[DESK_FIGURE_OPENED] >= 0 || prune (db, kind, slice, of_id, month, error);
}

/**
 * desk_store_figures:
 * @of_id: only this one; DESK_FIGURE_ALL: each of them
 * @from, @to: months, yyyymm, both included
 *
 * Returns: (transfer full) (nullable): DeskFigureSum, those that are all zero left out
 */
GArray *
desk_store_figures (DeskDb *db, gint64 kind, DeskSlice slice, gint64 of_id, gint64 from, gint64 to, GError **error)
{
  static const DeskFigures none = { { 0 } };
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (DeskFigureSum));
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_FIGURES);
  DeskStep step;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "slice", slice);
  desk_stmt_bind_int (stmt, "of_low", of_id != DESK_FIGURE_ALL ? of_id : 0);
  desk_stmt_bind_int (stmt, "of_high", of_id != DESK_FIGURE_ALL ? of_id : G_MAXINT64);
  desk_stmt_bind_int (stmt, "from", from);
  desk_stmt_bind_int (stmt, "to", to);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskFigureSum sum = { .of_id = desk_stmt_int (stmt, 0) };

      for (int i = 0; i < DESK_N_FIGURES; i++)
        sum.figures.n[i] = desk_stmt_int (stmt, 1 + i);
      if (!desk_figures_equal (&sum.figures, &none))
        g_array_append_val (sums, sum);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&sums) : NULL;
}

/* Are there sums at all? */
gboolean
desk_store_has_figures (DeskDb *db, gboolean *has, GError **error)
{
  gint64 n = 0;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (db, DESK_SQL_FIGURES_ANY), &n, &found, error))
    return FALSE;
  *has = n > 0;
  return TRUE;
}

/* Takes all sums away: they are made anew when the store is opened. */
gboolean
desk_store_clear_figures (DeskDb *db, GError **error)
{
  return desk_stmt_run (desk_db_get (db, DESK_SQL_FIGURES_CLEAR), error);
}

static void
map (DeskStmt *stmt, DeskCase *c)
{
  gint64 *const fields[] = { &c->record.id,      &c->category_id,  &c->assignee_id,    &c->building_id,  &c->state,
                             &c->opened_at,      &c->response_minutes, &c->response_due, &c->responded_at,   &c->completion_due, &c->promised_due,
                             &c->finished_due,   &c->done_at,      &c->closed_at,      &c->reopened,     &c->drawn,
                             &c->answer,         &c->kind };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = desk_stmt_int (stmt, (int) i);
}

/* Walks over the cases of @kind opened in [@begin, @end); @kind 0: over all there are. */
gboolean
desk_store_figure_cases (DeskDb *db, gint64 kind, gint64 begin, gint64 end, DeskFigureFunc func, gpointer data, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, kind != 0 ? DESK_SQL_FIGURE_CASES : DESK_SQL_FIGURE_CASES_ALL);
  DeskStep step;

  if (kind != 0)
    {
      desk_stmt_bind_int (stmt, "kind", kind);
      desk_stmt_bind_int (stmt, "begin", begin);
      desk_stmt_bind_int (stmt, "end", end);
    }
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE } };

      map (stmt, &c);
      if (!func (&c, data, error))
        {
          desk_stmt_reset (stmt);
          return FALSE;
        }
    }
  return step == DESK_STEP_DONE;
}
