/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"

G_BEGIN_DECLS

/* When a backup is made, when the last one is too old, and which of those there are stay. Times are Unix seconds, 0 none.
 * A backup from more than a day ahead of @now was made while the clock ran wrong: it counts for nothing and stays. */

/* How many days, weeks and months have a backup kept, and how many bytes all may take (0: no limit). */
typedef struct
{
  int days;
  int weeks;
  int months;
  gint64 room;
} DeskBackupRule;

typedef struct
{
  gint64 at;
  gint64 size;
  gboolean keep; /* the answer */
} DeskBackupSlot;

/* The newest so many stay whatever the days are: a second one on a day must not drop the first at once. */
#define DESK_BACKUP_NEWEST 3

void desk_backup_rule_judge (const DeskBackupRule *rule, DeskBackupSlot *slots, guint n_slots, gint64 now,
                             GTimeZone *zone);
int desk_backup_rule_read_time (const char *text);
gboolean desk_backup_rule_is_due (gint64 now, gint64 last, int minute, GTimeZone *zone);
gboolean desk_backup_rule_is_late (gint64 now, gint64 last, int days);
gboolean desk_backup_rule_counts (gint64 at, gint64 now);

G_END_DECLS
