/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-alert.h"

#include "desk-text-figure.h"
#include "desk-text-label.h"

#define MOST_LETTERS 160
#define MOST_PLACES 4

static char *
single_summary (const DeskText *text, const DeskDueItem *item, gboolean bare)
{
  const char *topic = desk_text_enum (text, &desk_enum_topic, item->topic);

  if (*topic == '\0') /* of a later version; a notification without a summary is none */
    return desk_text_format_n (text, NN_ ("%1 follow-up is due", "%1 follow-ups are due"), 1, "1", NULL);
  if (bare || item->place == NULL || *item->place == '\0')
    return g_strdup (topic);
  return g_strdup_printf ("%s · %s", item->place, topic);
}

char *
desk_text_alert_summary (const DeskText *text, const DeskAlert *alert)
{
  gint64 n = alert->items->len;
  g_autofree char *number = desk_text_number (n);

  if (alert->id != DESK_ALERT_CROWD)
    return single_summary (text, alert->items->pdata[0], alert->bare);
  if (alert->missed)
    return desk_text_format_n (text, NN_ ("%1 follow-up fell due meanwhile", "%1 follow-ups fell due meanwhile"), n, number,
                               NULL);
  return desk_text_format_n (text, NN_ ("%1 follow-up is due", "%1 follow-ups are due"), n, number, NULL);
}

/* When it was due, and in a bare one what to do to see more. */
static char *
due_words (const DeskText *text, const DeskAlert *alert, gint64 now)
{
  const DeskDueItem *item = alert->items->pdata[0];
  g_autofree char *time = desk_text_time (text, item->due_at, now);

  if (alert->locked)
    return desk_text_format (text, N_ ("Due %1. Sign in to see it."), time, NULL);
  if (alert->bare)
    return desk_text_format (text, N_ ("Due %1. Open it to see more."), time, NULL);
  return desk_text_format (text, N_ ("Due %1"), time, NULL);
}

static char *
single_body (const DeskText *text, const DeskAlert *alert, gint64 now)
{
  const DeskDueItem *item = alert->items->pdata[0];
  g_autofree char *due = due_words (text, alert, now);
  g_autofree char *note = alert->bare || item->note == NULL ? NULL : desk_text_printable (item->note, MOST_LETTERS);

  if (note == NULL || *note == '\0')
    return g_steal_pointer (&due);
  return g_strdup_printf ("%s\n%s", note, due);
}

/* The first few places, each once. Returns: (transfer full) (nullable). */
static char *
places (const DeskText *text, const DeskAlert *alert)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  gboolean more = FALSE;

  for (guint i = 0; i < alert->items->len; i++)
    {
      char *place = ((DeskDueItem *) alert->items->pdata[i])->place;

      if (place == NULL || *place == '\0' || g_ptr_array_find_with_equal_func (names, place, g_str_equal, NULL))
        continue;
      if (names->len == MOST_PLACES)
        {
          more = TRUE;
          break;
        }
      g_ptr_array_add (names, place);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  joined = desk_text_join (text, (const char *const *) names->pdata);
  return more ? desk_text_format (text, N_ ("%1 and more"), joined, NULL) : g_steal_pointer (&joined);
}

static char *
crowd_body (const DeskText *text, const DeskAlert *alert)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gint64 n_urgent = 0;
  char *where = alert->bare ? NULL : places (text, alert);

  for (guint i = 0; i < alert->items->len; i++)
    n_urgent += ((DeskDueItem *) alert->items->pdata[i])->urgent;
  if (n_urgent > 0)
    {
      g_autofree char *number = desk_text_number (n_urgent);

      g_ptr_array_add (lines, desk_text_format_n (text, NN_ ("%1 is urgent", "%1 are urgent"), n_urgent, number, NULL));
    }
  if (where != NULL)
    g_ptr_array_add (lines, where);
  if (alert->locked)
    g_ptr_array_add (lines, g_strdup (desk_text_get (text, N_ ("Sign in to see them."))));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
desk_text_alert_body (const DeskText *text, const DeskAlert *alert, gint64 now)
{
  return alert->id == DESK_ALERT_CROWD ? crowd_body (text, alert) : single_body (text, alert, now);
}

/* The word on the button. Returns: (transfer none). */
const char *
desk_text_alert_act (const DeskText *text, DeskAlertAct act)
{
  static const char *const words[DESK_N_ALERT_ACTS][2] = {
    [DESK_ALERT_OPEN] = { NP_ ("notification", "Open") },
    [DESK_ALERT_DONE] = { NP_ ("notification", "Done") },
    [DESK_ALERT_SNOOZE] = { NP_ ("notification", "In 10 Minutes") },
  };

  g_return_val_if_fail (act < DESK_N_ALERT_ACTS, "");
  return desk_text_get_c (text, words[act][0], words[act][1]);
}
