/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-alert.h"

#include "desk-day.h"

typedef enum
{
  FRESH, /* nothing stands for it yet */
  SINGLE,
  CROWD,
} Place;

typedef struct
{
  DeskDueItem *item;
  Place place;
  guint serial; /* of the notification that first said it */
  gboolean missed;
  gboolean told;
} Entry;

struct _DeskAlertBoard
{
  GPtrArray *entries; /* Entry, as they came */
  guint serial;       /* the last one given */
  guint crowd_serial; /* when the crowd grew last */
};

/* Quiet hours */

static gint64
at_minute (DeskDay day, int minute, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new (zone, desk_day_year (day), desk_day_month (day), desk_day_of_month (day),
                                                minute / 60, minute % 60, 0);

  return time != NULL ? g_date_time_to_unix (time) : desk_day_start (day, zone);
}

/* Returns: when the quiet hours end that @now lies in, in Unix seconds; 0 when it lies in none. */
gint64
desk_alert_quiet_until (const DeskAlertWishes *wishes, gint64 now, GTimeZone *zone)
{
  DeskDay today = desk_day_of_time (now, zone);
  gboolean over_midnight = wishes->quiet_from > wishes->quiet_to;

  if (!wishes->quiet || wishes->quiet_from == wishes->quiet_to)
    return 0;
  if (now >= at_minute (today, wishes->quiet_from, zone))
    {
      gint64 end = at_minute (over_midnight ? desk_day_add (today, 1) : today, wishes->quiet_to, zone);

      if (now < end)
        return end;
    }
  if (over_midnight && now < at_minute (today, wishes->quiet_to, zone))
    return at_minute (today, wishes->quiet_to, zone);
  return 0;
}

/* Returns: what becomes of @item at that moment. What is urgent is said in quiet hours, too. */
DeskAlertFate
desk_alert_judge (const DeskAlertWishes *wishes, const DeskAlertMoment *moment, const DeskDueItem *item)
{
  if (!wishes->on || (wishes->topics_off & (1u << item->topic)) != 0)
    return DESK_ALERT_SKIP;
  if (!item->urgent && desk_alert_quiet_until (wishes, moment->now, moment->zone) != 0)
    return DESK_ALERT_HOLD;
  return DESK_ALERT_SHOW;
}

/* The board */

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  desk_due_item_free (entry->item);
  g_free (entry);
}

DeskAlertBoard *
desk_alert_board_new (void)
{
  DeskAlertBoard *board = g_new0 (DeskAlertBoard, 1);

  board->entries = g_ptr_array_new_with_free_func (entry_free);
  return board;
}

void
desk_alert_board_free (DeskAlertBoard *board)
{
  if (board == NULL)
    return;
  g_ptr_array_unref (board->entries);
  g_free (board);
}

/* Puts @item up; it takes the place of an earlier telling of the same follow-up. */
void
desk_alert_board_add (DeskAlertBoard *board, const DeskDueItem *item, gboolean missed)
{
  Entry *entry = g_new0 (Entry, 1);

  desk_alert_board_remove (board, item->id);
  entry->item = desk_due_item_copy (item);
  entry->missed = missed;
  g_ptr_array_add (board->entries, entry);
}

/* Takes a follow-up off, wherever it stands. */
void
desk_alert_board_remove (DeskAlertBoard *board, gint64 id)
{
  for (guint i = board->entries->len; i > 0; i--)
    if (((Entry *) board->entries->pdata[i - 1])->item->id == id)
      g_ptr_array_remove_index (board->entries, i - 1);
}

/* Takes everything off: nobody is there to be told. */
void
desk_alert_board_clear (DeskAlertBoard *board)
{
  g_ptr_array_set_size (board->entries, 0);
}

/* Takes off what has been said; what waits goes on waiting. What is not told yet becomes fresh again, so that a desk that
 * was locked too early for it does not lose it. */
void
desk_alert_board_take_down (DeskAlertBoard *board)
{
  for (guint i = board->entries->len; i > 0; i--)
    {
      Entry *entry = board->entries->pdata[i - 1];

      if (entry->told)
        g_ptr_array_remove_index (board->entries, i - 1);
      else
        entry->place = FRESH;
    }
}

static guint
count (DeskAlertBoard *board, Place place)
{
  guint n = 0;

  for (guint i = 0; i < board->entries->len; i++)
    n += ((Entry *) board->entries->pdata[i])->place == place;
  return n;
}

static gboolean
is_bare (const DeskAlertWishes *wishes, const DeskAlertMoment *moment)
{
  return wishes->hide || moment->locked;
}

/* Whether @ready and what stands already become one: too many, or what was missed, which comes as one list. */
static gboolean
is_crowd (DeskAlertBoard *board, GPtrArray *ready, gboolean bare)
{
  guint n_missed = 0;

  for (guint i = 0; i < ready->len; i++)
    n_missed += ((Entry *) ready->pdata[i])->missed;
  return n_missed > 1 || (ready->len > 0 && count (board, SINGLE) + ready->len > (bare ? 1 : DESK_ALERT_MOST));
}

/* Gives those of @ready their notification: one each, or one together with all that stand. */
static void
place (DeskAlertBoard *board, GPtrArray *ready, gboolean bare)
{
  gboolean crowd = is_crowd (board, ready, bare);

  for (guint i = 0; i < ready->len; i++)
    {
      Entry *entry = ready->pdata[i];

      entry->place = SINGLE;
      entry->serial = ++board->serial;
    }
  if (!crowd)
    return;
  board->crowd_serial = board->serial;
  for (guint i = 0; i < board->entries->len; i++)
    {
      Entry *entry = board->entries->pdata[i];

      if (entry->place == SINGLE)
        entry->place = CROWD;
    }
}

/**
 * desk_alert_board_settle:
 * @skipped: (element-type DeskDueItem): is given what only the bell counts, to be told at once; owns its items
 *
 * Decides about everything that is new, and takes off what is no longer wanted.
 *
 * Returns: when to settle again because quiet hours end, in Unix seconds; 0 when nothing waits for that
 */
gint64
desk_alert_board_settle (DeskAlertBoard *board, const DeskAlertWishes *wishes, const DeskAlertMoment *moment,
                          GPtrArray *skipped)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  gboolean held = FALSE;

  for (guint i = 0; i < board->entries->len; i++)
    {
      Entry *entry = board->entries->pdata[i];
      DeskAlertFate fate = desk_alert_judge (wishes, moment, entry->item);

      if (fate == DESK_ALERT_SKIP)
        {
          if (!entry->told)
            g_ptr_array_add (skipped, desk_due_item_copy (entry->item));
          g_ptr_array_remove_index (board->entries, i--);
        }
      else if (entry->place == FRESH && fate == DESK_ALERT_SHOW)
        g_ptr_array_add (ready, entry);
      else if (entry->place == FRESH)
        held = TRUE;
    }
  place (board, ready, is_bare (wishes, moment));
  return held ? desk_alert_quiet_until (wishes, moment->now, moment->zone) : 0;
}

void
desk_alert_free (gpointer data)
{
  DeskAlert *alert = data;

  g_ptr_array_unref (alert->items);
  g_free (alert);
}

static DeskAlert *
alert_new (gint64 id, guint serial, const DeskAlertWishes *wishes, const DeskAlertMoment *moment)
{
  DeskAlert *alert = g_new0 (DeskAlert, 1);

  alert->id = id;
  alert->serial = serial;
  alert->items = g_ptr_array_new_with_free_func (desk_due_item_free);
  alert->missed = TRUE;
  alert->bare = is_bare (wishes, moment);
  alert->locked = moment->locked;
  alert->sound = wishes->sound;
  return alert;
}

static void
alert_add (DeskAlert *alert, const Entry *entry)
{
  g_ptr_array_add (alert->items, desk_due_item_copy (entry->item));
  alert->missed = alert->missed && entry->missed;
  alert->urgent = alert->urgent || entry->item->urgent;
}

/* Returns: (transfer full) (element-type DeskAlert): what is to stand now. */
GPtrArray *
desk_alert_board_alerts (DeskAlertBoard *board, const DeskAlertWishes *wishes, const DeskAlertMoment *moment)
{
  GPtrArray *alerts = g_ptr_array_new_with_free_func (desk_alert_free);
  DeskAlert *crowd = NULL;

  for (guint i = 0; i < board->entries->len; i++)
    {
      const Entry *entry = board->entries->pdata[i];

      if (entry->place == SINGLE)
        {
          DeskAlert *alert = alert_new (entry->item->id, entry->serial, wishes, moment);

          alert_add (alert, entry);
          g_ptr_array_add (alerts, alert);
        }
      else if (entry->place == CROWD)
        {
          if (crowd == NULL)
            {
              crowd = alert_new (DESK_ALERT_CROWD, board->crowd_serial, wishes, moment);
              g_ptr_array_add (alerts, crowd);
            }
          alert_add (crowd, entry);
        }
    }
  return alerts;
}

/* Whether the notification @id with that serial said this entry. */
static gboolean
is_said_by (const Entry *entry, gint64 id, guint serial)
{
  if (entry->serial > serial)
    return FALSE;
  return id == DESK_ALERT_CROWD ? entry->place == CROWD : entry->place == SINGLE && entry->item->id == id;
}

/* The desktop has taken the notification. Returns: (transfer full) (element-type DeskDueItem): those told by it for the
 * first time. */
GPtrArray *
desk_alert_board_shown (DeskAlertBoard *board, gint64 id, guint serial)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (desk_due_item_free);

  for (guint i = 0; i < board->entries->len; i++)
    {
      Entry *entry = board->entries->pdata[i];

      if (!entry->told && entry->place != FRESH && is_said_by (entry, id, serial))
        {
          entry->told = TRUE;
          g_ptr_array_add (told, desk_due_item_copy (entry->item));
        }
    }
  return told;
}

/* The notification is gone, by a person or by its time: it is not said again. */
void
desk_alert_board_closed (DeskAlertBoard *board, gint64 id, guint serial)
{
  for (guint i = board->entries->len; i > 0; i--)
    {
      const Entry *entry = board->entries->pdata[i - 1];

      if (entry->told && is_said_by (entry, id, serial))
        g_ptr_array_remove_index (board->entries, i - 1);
    }
}

/* Returns: (transfer none) (nullable): the item of that follow-up. */
const DeskDueItem *
desk_alert_board_find (DeskAlertBoard *board, gint64 id)
{
  for (guint i = 0; i < board->entries->len; i++)
    if (((Entry *) board->entries->pdata[i])->item->id == id)
      return ((Entry *) board->entries->pdata[i])->item;
  return NULL;
}
