/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback.h"

#include <string.h>

/* What the cases of a draw are ordered by: 64 hexadecimal digits, and the end. */
void
desk_callback_key (DeskDay day, gint64 category_id, const char *number, char key[65])
{
  g_autofree char *text = g_strdup_printf ("%d|%" G_GINT64_FORMAT "|%s", (int) day, category_id, number);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_strlcpy (key, sum, 65);
}

/* Returns: so many of @population make @share (millionths), rounded up. */
gint64
desk_callback_wanted (gint64 share, gint64 population)
{
  return (population * CLAMP (share, 0, 1000000) + 999999) / 1000000;
}

static int
by_key (gconstpointer a, gconstpointer b)
{
  const DeskCallbackCase *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->number, y->number);
}

/**
 * desk_callback_draw:
 * @day: of the draw; the cases were done on the day before
 * @share: millionths that are to be called
 * @population: of the month's other draws of the category
 * @taken: of them
 * @cases: (inout): put in order of their digests, each with whether it is taken
 *
 * Returns: how many of @cases are taken
 */
guint
desk_callback_draw (DeskDay day, gint64 category_id, gint64 share, gint64 population, gint64 taken,
                    DeskCallbackCase *cases, guint n_cases)
{
  gint64 wanted = desk_callback_wanted (share, population + n_cases) - taken;
  guint n = 0;

  for (guint i = 0; i < n_cases; i++)
    {
      desk_callback_key (day, category_id, cases[i].number, cases[i].key);
      cases[i].taken = cases[i].called                        ? DESK_CALLBACK_BY_HAND
                       : cases[i].again && !cases[i].closed ? DESK_CALLBACK_AGAIN
                                                              : 0;
      n += cases[i].taken != 0 ? 1 : 0;
    }
  qsort (cases, n_cases, sizeof *cases, by_key);
  for (guint i = 0; i < n_cases && n < wanted; i++)
    if (cases[i].taken == 0 && !cases[i].closed)
      {
        cases[i].taken = DESK_CALLBACK_DRAWN;
        n++;
      }
  return n;
}

/* Returns: the month whose share a draw of @day counts for: that of the day before it. */
DeskPeriod
desk_callback_period (DeskDay day)
{
  return desk_day_period (desk_day_add (day, -1));
}
