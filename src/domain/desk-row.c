/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-row.h"

/* Returns: (transfer full): a row of @n_cells empty cells, to be filled before it is shared. */
DeskRow *
desk_row_new (gint64 id, gint64 version, guint n_cells)
{
  DeskRow *self = g_malloc0 (sizeof *self + n_cells * sizeof (DeskCell));

  g_atomic_ref_count_init (&self->refs);
  self->id = id;
  self->version = version;
  self->n_cells = n_cells;
  return self;
}

DeskRow *
desk_row_ref (DeskRow *row)
{
  g_atomic_ref_count_inc (&row->refs);
  return row;
}

void
desk_row_unref (DeskRow *row)
{
  if (!g_atomic_ref_count_dec (&row->refs))
    return;
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row);
}

gboolean
desk_row_equal (const DeskRow *a, const DeskRow *b)
{
  if (a->id != b->id || a->version != b->version || a->n_cells != b->n_cells)
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (a->cells[i].number != b->cells[i].number || g_strcmp0 (a->cells[i].text, b->cells[i].text) != 0)
      return FALSE;
  return TRUE;
}
