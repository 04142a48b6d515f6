/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  gint64 number;
} DeskCell;

/* One row of a list: cells in the order of the list's columns. Immutable and counted, passed between threads. */
typedef struct
{
  gatomicrefcount refs;
  gint64 id;
  gint64 version;
  guint n_cells;
  DeskCell cells[];
} DeskRow;

DeskRow *desk_row_new (gint64 id, gint64 version, guint n_cells);
DeskRow *desk_row_ref (DeskRow *row);
void desk_row_unref (DeskRow *row);
gboolean desk_row_equal (const DeskRow *a, const DeskRow *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRow, desk_row_unref)

G_END_DECLS
