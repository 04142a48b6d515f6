/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The demonstration's chance: SplitMix64 (Steele, Lea, Flood 2014), so that a seed gives the same community on every
 * machine and with every GLib. Whole numbers only. */
typedef struct
{
  guint64 state;
} DeskDemoRandom;

/* Begins at @seed; _fork begins a stream of its own for @tag, so that what one household draws moves no other. */
DeskDemoRandom desk_demo_random_new (guint64 seed);
DeskDemoRandom desk_demo_random_fork (const DeskDemoRandom *random, guint64 tag);
/* Draws: any 64 bits; 0 … @n - 1; @least … @most; TRUE in @percent of 100 or in @n of 1,000. */
guint64 desk_demo_random_next (DeskDemoRandom *random);
guint desk_demo_below (DeskDemoRandom *random, guint n);
int desk_demo_between (DeskDemoRandom *random, int least, int most);
gboolean desk_demo_chance (DeskDemoRandom *random, guint percent);
gboolean desk_demo_one_in_thousand (DeskDemoRandom *random, guint n);
/* Returns: an index below @n, each as likely as its weight. */
guint desk_demo_weighted (DeskDemoRandom *random, const guint16 *weights, guint n);

G_END_DECLS
