/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-rule.h"

#include <stdlib.h>

#define DAY 86400

/* Was a backup of @at made under a clock that can be believed? */
gboolean
desk_backup_rule_counts (gint64 at, gint64 now)
{
  return at > 0 && at <= now + DAY;
}

static int
latest_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const DeskBackupSlot *slots = data;
  gint64 one = slots[*(const guint *) a].at, other = slots[*(const guint *) b].at;

  return one < other ? 1 : one > other ? -1 : 0;
}

/* The week a day lies in, by its Monday. */
static gint64
week_of (DeskDay day)
{
  return desk_day_add (day, -((desk_day_weekday (day) + 6) % 7));
}

/* Keeps @slot when it is the newest of its span and fewer than @most spans have one already.
 * @last: the span that was kept last */
static void
keep_span (DeskBackupSlot *slot, gint64 span, gint64 *last, int *n, int most)
{
  if (span == *last || *n >= most)
    return;
  *last = span;
  (*n)++;
  slot->keep = TRUE;
}

/* Drops the oldest of those that stay until they fit; the newest stays whatever its size. */
static void
fit (const DeskBackupRule *rule, DeskBackupSlot *slots, const guint *order, guint n)
{
  gint64 used = 0;

  for (guint i = 0; rule->room > 0 && i < n; i++)
    {
      DeskBackupSlot *slot = &slots[order[i]];

      if (slot->keep && used > 0 && used + slot->size > rule->room)
        slot->keep = FALSE;
      if (slot->keep)
        used += slot->size;
    }
}

/**
 * desk_backup_rule_judge:
 * @slots: (array length=n_slots): backups in any order; keep is set
 * @now: Unix seconds
 * @zone: in which days begin
 *
 * Of each of the last days, weeks and months that have a backup the newest one stays, besides the newest of all. Days
 * without a backup do not count, so that a pause drops nothing.
 */
void
desk_backup_rule_judge (const DeskBackupRule *rule, DeskBackupSlot *slots, guint n_slots, gint64 now, GTimeZone *zone)
{
  g_autofree guint *order = g_new (guint, n_slots + 1);
  gint64 day = 0, week = 0, month = 0;
  int n_days = 0, n_weeks = 0, n_months = 0;
  guint n = 0;

  for (guint i = 0; i < n_slots; i++)
    {
      slots[i].keep = !desk_backup_rule_counts (slots[i].at, now);
      if (!slots[i].keep)
        order[n++] = i;
    }
  g_qsort_with_data (order, (gint) n, sizeof *order, latest_first, slots);
  for (guint i = 0; i < n; i++)
    {
      DeskBackupSlot *slot = &slots[order[i]];
      DeskDay on = desk_day_of_time (slot->at, zone);

      slot->keep = i < DESK_BACKUP_NEWEST;
      keep_span (slot, on, &day, &n_days, rule->days);
      keep_span (slot, week_of (on), &week, &n_weeks, rule->weeks);
      keep_span (slot, desk_day_period (on), &month, &n_months, rule->months);
    }
  fit (rule, slots, order, n);
}

/* Returns: the minute of the day that @text, such as 22:00, says; -1 when it says none. */
int
desk_backup_rule_read_time (const char *text)
{
  if (text == NULL || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != ':'
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]) || text[5] != '\0' || atoi (text) > 23
      || text[3] > '5')
    return -1;
  return atoi (text) * 60 + atoi (text + 3);
}

/* Has @minute of the day come by since the backup of @last? A day on which the program was off is caught up. */
gboolean
desk_backup_rule_is_due (gint64 now, gint64 last, int minute, GTimeZone *zone)
{
  DeskDay today = desk_day_of_time (now, zone);
  gint64 moment = desk_day_start (today, zone) + minute * 60;

  if (minute < 0)
    return FALSE;
  if (moment > now)
    moment = desk_day_start (desk_day_add (today, -1), zone) + minute * 60;
  return !desk_backup_rule_counts (last, now) || last < moment;
}

/* Is the backup of @last more than @days days old, or is there none? */
gboolean
desk_backup_rule_is_late (gint64 now, gint64 last, int days)
{
  return !desk_backup_rule_counts (last, now) || now - last > (gint64) days * DAY;
}
