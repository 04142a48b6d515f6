/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a benchmark prints: one line a figure: what, ours, probe, ratio, budget. */

GArray *bench_times_new (void);
void bench_times_add (GArray *times, gint64 took);
gint64 bench_times_part (GArray *times, guint percent);
guint bench_times_over (GArray *times, gint64 limit);

void bench_begin (const char *where);
void bench_show (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 budget);
void bench_show_limit (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 most);
void bench_show_target (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 target);
int bench_end (void);

/* Returns: (transfer full): the store of the demonstration's city in @folder, made if it is not there. */
char *bench_city (const char *folder);

#define BENCH_CITY_DAY 20261122
#define BENCH_CITY_NOW 1795320000

G_END_DECLS
