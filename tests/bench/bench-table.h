/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "desk-list-source.h"

G_BEGIN_DECLS

#define BENCH_TABLE_ROWS 1000000
#define BENCH_TABLE_COLUMNS 8

/* A test table of a million rows, shaped like the list of units, and a source of lists over it: one thread reads it by
 * its own connection, as the engine's readers do. */
#define BENCH_TYPE_TABLE (bench_table_get_type ())
G_DECLARE_FINAL_TYPE (BenchTable, bench_table, BENCH, TABLE, GObject)

char *bench_table_make (const char *folder);
BenchTable *bench_table_new (const char *path);

/* The same by bare C, for both: all ids in order; the cells of one row. */
sqlite3 *bench_table_open (const char *path);
GArray *bench_table_read_ids (sqlite3 *db);
sqlite3_stmt *bench_table_prepare_row (sqlite3 *db);
char *bench_table_cell_words (sqlite3_stmt *row, int column);

G_END_DECLS
