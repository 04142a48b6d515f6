/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-right.h"

/* The matrix of rights as domain.md prints it: desk, housekeeper, technician, cashier, supervisor, admin.
 * + everywhere (also where it is logged), o own units, v view, - not. */
static const struct
{
  const char *nick;
  const char *levels;
} matrix[] = {
  { "none", "++++++" },
  { "person.edit_contact", "+o--++" },
  { "person.edit", "-o--++" },
  { "occupancy.edit", "-o--++" },
  { "person.merge", "-o--++" },
  { "unit.edit", "-o--++" },
  { "person.reveal", "+o-++-" },
  { "personal.export", "----++" },
  { "sheet.import", "----++" },
  { "sheet.import_undo", "----++" },
  { "sheet.export", "+o-+++" },
  { "list.print", "+o-+++" },
  { "trail.read", "----++" },
  { "undo.other", "----++" },
  { "setting.edit", "----v+" },
};

static DeskLevel
level_of (char sign)
{
  return sign == '+' ? DESK_LEVEL_ALL : sign == 'o' ? DESK_LEVEL_OWN : sign == 'v' ? DESK_LEVEL_VIEW : DESK_LEVEL_NONE;
}

static void
test_matrix (void)
{
  g_assert_cmpint (DESK_N_RIGHTS, ==, G_N_ELEMENTS (matrix));
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    {
      gint64 roles = 0;

      g_assert_cmpstr (desk_right_nick ((DeskRight) right), ==, matrix[right].nick);
      for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
        {
          DeskLevel level = level_of (matrix[right].levels[role]);

          g_test_message ("%s, role %d", matrix[right].nick, role);
          g_assert_cmpint (desk_right_level ((DeskRight) right, 1 << role), ==, level);
          if (level >= DESK_LEVEL_OWN)
            roles |= 1 << role;
        }
      g_assert_cmpint (desk_right_roles ((DeskRight) right), ==, roles);
    }
}

/* Whoever has several roles has the widest of them; whoever has none has nothing. */
static void
test_several (void)
{
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    for (gint64 roles = 0; roles <= DESK_ALL_ROLES; roles++)
      {
        DeskLevel widest = DESK_LEVEL_NONE;

        for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
          if (roles & (1 << role))
            widest = MAX (widest, level_of (matrix[right].levels[role]));
        g_assert_cmpint (desk_right_level ((DeskRight) right, roles), ==, widest);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/right/matrix", test_matrix);
  g_test_add_func ("/right/several", test_several);
  return g_test_run ();
}
