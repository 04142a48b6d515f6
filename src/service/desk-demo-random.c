/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-random.h"

DeskDemoRandom
desk_demo_random_new (guint64 seed)
{
  DeskDemoRandom random = { seed ^ G_GUINT64_CONSTANT (0x5851f42d4c957f2d) };

  desk_demo_random_next (&random);
  return random;
}

DeskDemoRandom
desk_demo_random_fork (const DeskDemoRandom *random, guint64 tag)
{
  DeskDemoRandom copy = *random;
  guint64 state = desk_demo_random_next (&copy) ^ (tag * G_GUINT64_CONSTANT (0xd6e8feb86659fd93));

  return desk_demo_random_new (state);
}

guint64
desk_demo_random_next (DeskDemoRandom *random)
{
  guint64 z = (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
desk_demo_below (DeskDemoRandom *random, guint n)
{
  g_return_val_if_fail (n > 0, 0);
  return (guint) ((desk_demo_random_next (random) >> 32) * n >> 32);
}

int
desk_demo_between (DeskDemoRandom *random, int least, int most)
{
  return most <= least ? least : least + (int) desk_demo_below (random, (guint) (most - least + 1));
}

gboolean
desk_demo_chance (DeskDemoRandom *random, guint percent)
{
  return desk_demo_below (random, 100) < percent;
}

gboolean
desk_demo_one_in_thousand (DeskDemoRandom *random, guint n)
{
  return desk_demo_below (random, 1000) < n;
}

guint
desk_demo_weighted (DeskDemoRandom *random, const guint16 *weights, guint n)
{
  guint total = 0, drawn;

  for (guint i = 0; i < n; i++)
    total += weights[i];
  drawn = desk_demo_below (random, total);
  for (guint i = 0; i < n; i++)
    {
      if (drawn < weights[i])
        return i;
      drawn -= weights[i];
    }
  return n - 1;
}
