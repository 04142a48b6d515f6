/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The same work by bare C: no limits, no encodings, no types, nothing checked. Each returns the number of cells. */
#define BENCH_ROWS 100000
#define BENCH_COLUMNS 12

/* A row of the sheet that is written and read. */
typedef struct
{
  char room[16], name[16], phone[16], pinyin[32];
  int number, day;
  gint64 due, paid; /* fen */
  gboolean settled;
} BenchRow;

void bench_row (int i, BenchRow *row);
gsize probe_csv_in (const char *path);
gsize probe_xlsx_in (const char *path);
void probe_xlsx_out (const char *path);
