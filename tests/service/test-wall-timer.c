/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-timer.h"

typedef struct
{
  guint n;
  gboolean jumped;
} Wakes;

static void
on_wake (gboolean jumped, gpointer data)
{
  Wakes *wakes = data;

  wakes->n++;
  wakes->jumped = jumped;
}

/* A time that has gone by wakes at once, one to come later; another time takes the place of the first. */
static void
test_times (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Wakes wakes = { 0 };
  g_autoptr (DeskWallTimer) timer = desk_wall_timer_new (on_wake, &wakes);

  desk_wall_timer_set (timer, now - 5);
  while (wakes.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (wakes.jumped);
  desk_wall_timer_set (timer, now + 86400);
  desk_wall_timer_set (timer, now + 1);
  while (wakes.n == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, >=, now + 1);
  g_assert_cmpuint (desk_wall_timer_get_wakes (timer), ==, 2);
}

/* Gone, it wakes nobody, and what it asked the bus does not come back to it. */
static void
test_gone (void)
{
  Wakes wakes = { 0 };
  DeskWallTimer *timer = desk_wall_timer_new (on_wake, &wakes);

  desk_wall_timer_set (timer, 1);
  desk_wall_timer_free (timer);
  desk_wall_timer_free (NULL);
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (wakes.n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-timer/times", test_times);
  g_test_add_func ("/wall-timer/gone", test_gone);
  return g_test_run ();
}
