/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-day.h"

G_BEGIN_DECLS

/* A community to try the program with and to measure it by. */
typedef enum
{
  DESK_DEMO_DESK, /* 3,000 units with their whole history */
  DESK_DEMO_CITY, /* 50,000 units, 150,000 people */
} DeskDemoScale;

/* @done of @total steps are behind; called on the caller's thread. */
typedef void (*DeskDemoProgress) (guint done, guint total, gpointer data);

/**
 * desk_demo_make:
 * @path: of the store, which must not exist yet
 * @scale: how large
 * @seed: the same seed and the same @today give the same community; salts of the trail differ
 * @today: the day the community has reached
 * @cancellable: (nullable)
 * @progress: (nullable): told how far it is
 * @error: EXISTS (as INVALID), BAD_PLACE, FULL, IO, CANCELLED
 *
 * Makes the demonstration. The desk's goes through the same use cases as people's own work, with a clock that walks
 * through the years, so that every timeline, the trail and undo are real; the city's is one batch a building in the
 * trail. It is made under another name beside @path and gets its own when it is whole: nobody ever opens half of it.
 *
 * Returns: TRUE when the store is whole and closed.
 */
gboolean desk_demo_make (const char *path, DeskDemoScale scale, guint64 seed, DeskDay today, GCancellable *cancellable,
                         DeskDemoProgress progress, gpointer data, GError **error);

G_END_DECLS
