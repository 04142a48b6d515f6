/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback.h"

#include <string.h>

/* The draw against domain.md: rank, rounding up, the month so far, C again always. */

/* Worked out by sha256sum. */
static void
test_key (void)
{
  char key[65];

  desk_callback_key (20261121, 3, "R202611-0042", key);
  g_assert_cmpstr (key, ==, "622aaf5ac6ff784d1e0aef710c57cee7b9a86e46ddf431692d735f1880ea25f3");
}

static void
test_wanted (void)
{
  static const struct
  {
    gint64 share, population, wanted;
  } rows[] = {
    { 300000, 0, 0 },   { 300000, 1, 1 },  { 300000, 3, 1 },    { 300000, 4, 2 },    { 300000, 10, 3 },
    { 300000, 11, 4 },  { 1000000, 7, 7 }, { 0, 9, 0 },         { 333333, 3, 1 },    { 333334, 3, 2 },
    { 2000000, 5, 5 },  { -1, 5, 0 },      { 1, 1000000, 1 },   { 1, 1000001, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (desk_callback_wanted (rows[i].share, rows[i].population), ==, rows[i].wanted);
}

/* @kinds: a letter a case: . plain, A again (C before), H called by hand, - closed before the draw. */
static const struct
{
  const char *kinds;
  gint64 share, population, taken; /* of the month before it */
  guint wanted;
} draws[] = {
  { ".", 300000, 0, 0, 1 },          { "....", 300000, 0, 0, 2 },  { "..........", 300000, 0, 0, 3 },
  { ".", 300000, 1, 1, 0 },          { "...", 300000, 1, 1, 1 },   { "....", 1000000, 50, 50, 4 },
  { "....", 0, 0, 0, 0 },            { "A...", 0, 0, 0, 1 },       { "AAA.", 300000, 0, 0, 3 },
  { "A...", 300000, 0, 0, 2 },       { "H...", 300000, 0, 0, 2 },  { "HH..", 300000, 0, 0, 2 },
  { "-", 1000000, 0, 0, 0 },         { "-...", 1000000, 0, 0, 3 }, { "---.", 300000, 0, 0, 1 },
  { "..", 300000, 10, 0, 2 },        { "....", 300000, 10, 9, 0 },
};

static void
test_draw (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      guint n = (guint) strlen (draws[i].kinds), taken;
      g_autofree DeskCallbackCase *cases = g_new0 (DeskCallbackCase, n);
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
      gboolean left_out = FALSE;

      for (guint k = 0; k < n; k++)
        {
          g_ptr_array_add (numbers, g_strdup_printf ("R202611-%04u", k + 1));
          cases[k] = (DeskCallbackCase){ .number = numbers->pdata[k], .again = draws[i].kinds[k] == 'A',
                                         .called = draws[i].kinds[k] == 'H', .closed = draws[i].kinds[k] == '-' };
        }
      taken = desk_callback_draw (20261121, 7, draws[i].share, draws[i].population, draws[i].taken, cases, n);
      g_assert_cmpuint (taken, ==, draws[i].wanted);
      for (guint k = 0; k < n; k++)
        {
          g_assert_true (k == 0 || strcmp (cases[k - 1].key, cases[k].key) < 0);
          g_assert_true (!cases[k].again || cases[k].taken == DESK_CALLBACK_AGAIN);
          g_assert_true (!cases[k].called || cases[k].taken == DESK_CALLBACK_BY_HAND);
          g_assert_true (!cases[k].closed || cases[k].taken == 0);
          /* Lowest first: nobody is drawn behind somebody who could have been. */
          g_assert_true (!(left_out && cases[k].taken == DESK_CALLBACK_DRAWN));
          left_out |= cases[k].taken == 0 && !cases[k].closed;
        }
    }
}

/* Whatever order the store gives them in, the same are drawn. */
static void
test_order (void)
{
  DeskCallbackCase first[] = { { .number = "R202611-0001" }, { .number = "R202611-0002" }, { .number = "R202611-0003" } };
  DeskCallbackCase second[] = { { .number = "R202611-0003" }, { .number = "R202611-0001" }, { .number = "R202611-0002" } };

  desk_callback_draw (20261121, 7, 300000, 0, 0, first, 3);
  desk_callback_draw (20261121, 7, 300000, 0, 0, second, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (first[i].number, ==, second[i].number);
      g_assert_cmpint (first[i].taken, ==, second[i].taken);
    }
  desk_callback_draw (20261122, 7, 300000, 0, 0, second, 3);
  g_assert_cmpstr (first[0].key, !=, second[0].key);
}

/* A year of days with none to nine cases: at each month's end the share is met to the case, rounded up. */
static void
test_year (void)
{
  static const gint64 shares[] = { 0, 100000, 300000, 333333, 500000, 990000, 1000000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    {
      DeskPeriod period = 0;
      gint64 population = 0, taken = 0;
      guint number = 0;

      for (DeskDay day = 20260101; day < 20270101; day = desk_day_add (day, 1))
        {
          DeskCallbackCase cases[9] = { 0 };
          char numbers[9][32];
          guint n = (guint) g_rand_int_range (random, 0, 10);

          if (desk_callback_period (day) != period)
            population = taken = 0;
          period = desk_callback_period (day);
          for (guint i = 0; i < n; i++)
            {
              g_snprintf (numbers[i], sizeof numbers[i], "R%u", number++);
              cases[i].number = numbers[i];
            }
          taken += desk_callback_draw (day, 5, shares[s], population, taken, cases, n);
          population += n;
          g_assert_cmpint (taken, ==, desk_callback_wanted (shares[s], population));
        }
    }
}

static void
test_period (void)
{
  g_assert_cmpint (desk_callback_period (20261101), ==, 202610);
  g_assert_cmpint (desk_callback_period (20261102), ==, 202611);
  g_assert_cmpint (desk_callback_period (20270101), ==, 202612);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback/key", test_key);
  g_test_add_func ("/callback/wanted", test_wanted);
  g_test_add_func ("/callback/draw", test_draw);
  g_test_add_func ("/callback/order", test_order);
  g_test_add_func ("/callback/year", test_year);
  g_test_add_func ("/callback/period", test_period);
  return g_test_run ();
}
