/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-right.h"

#include <string.h>

/* The matrix of rights as domain.md prints it: desk, housekeeper, technician, cashier, supervisor, admin.
 * + everywhere (also where it is logged), o own units, ! approves, p prepares, a asks, v view, - not. */
static const struct
{
  const char *nick;
  const char *levels;
} matrix[] = {
  { "none", "++++++" },
  { "enter", "++++++" },
  { "visit.log", "+o-++-" },
  { "message.send", "+o-++-" },
  { "follow_up.edit", "+o-++-" },
  { "case.open", "+o-++-" },
  { "case.hurry", "+o-++-" },
  { "case.contact", "+o-++-" },
  { "case.assign", "+o--+-" },
  { "case.merge", "+o--+-" },
  { "case.cancel", "+o--+-" },
  { "case.reopen", "+o--+-" },
  { "case.work", "-oo-+-" },
  { "case.inspect", "-o--+-" },
  { "complaint.stage", "-o--+-" },
  { "complaint.finding", "-o--+-" },
  { "callback.answer", "+o--+-" },
  { "person.edit_contact", "+o--++" },
  { "person.edit", "-o--++" },
  { "occupancy.edit", "-o--++" },
  { "person.merge", "-o--++" },
  { "unit.edit", "-o--++" },
  { "person.reveal", "+o-++-" },
  { "personal.export", "----++" },
  { "person.erase", "----++" },
  { "sheet.import", "----++" },
  { "sheet.import_undo", "----++" },
  { "sheet.export", "+o-+++" },
  { "list.print", "+o-+++" },
  { "fee.take", "---+--" },
  { "receipt.print", "---+--" },
  { "receipt.reprint", "---+--" },
  { "deposit.in", "---+--" },
  { "fee.void", "aa-a!-" },
  { "fee.refund", "aa-a!-" },
  { "fee.waive", "aa-a!-" },
  { "deposit.out", "aa-a!-" },
  { "fee.run", "-v-p!p" },
  { "price.edit", "-v-p!p" },
  { "charge.edit", "-v-p!p" },
  { "meter.read", "-v-p!p" },
  { "fee.dun", "+o-++-" },
  { "promise.edit", "+o-++-" },
  { "day.close", "---o+-" },
  { "period.lock", "----+-" },
  { "shift.give", "++-++-" },
  { "shift.take", "++-++-" },
  { "key.lend", "++-++-" },
  { "visitor.sign", "++-++-" },
  { "delivery.plan", "----+-" },
  { "delivery.inspect", "+o--+-" },
  { "report.own", "+++++-" },
  { "report.all", "----+-" },
  { "knowledge.edit", "----++" },
  { "category.edit", "----++" },
  { "calendar.edit", "----++" },
  { "trail.read", "----++" },
  { "undo.other", "----++" },
  { "staff.edit", "----v+" },
  { "rights.edit", "----v+" },
  { "setting.edit", "----v+" },
  { "backup.make", "----v+" },
  { "backup.restore", "----v+" },
};

static DeskLevel
level_of (char sign)
{
  static const char signs[] = "-vap!o+";

  return (DeskLevel) (strchr (signs, sign) - signs);
}

/* domain.md's answer for one sign: n not, h not here, a as a request, y yes. */
static const struct
{
  char sign;
  const char *read;
  const char *in_scope;
  const char *out_of_scope;
} answers[] = {
  { '-', "n", "n", "n" }, { 'v', "y", "n", "n" }, { 'a', "y", "a", "a" }, { 'p', "y", "a", "a" },
  { '!', "y", "a", "a" }, { 'o', "y", "y", "h" }, { '+', "y", "y", "y" },
};

static DeskMay
may_of (const char *sign)
{
  return *sign == 'y' ? DESK_MAY : *sign == 'a' ? DESK_MAY_ASK : *sign == 'h' ? DESK_MAY_HERE_NOT : DESK_MAY_NOT;
}

static gint64
roles_with (const char *levels, const char *signs)
{
  gint64 roles = 0;

  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (strchr (signs, levels[role]) != NULL)
      roles |= 1 << role;
  return roles;
}

static void
test_matrix (void)
{
  DeskMatrix of_store;

  desk_matrix_set_default (&of_store);
  g_assert_cmpint (DESK_N_RIGHTS, ==, G_N_ELEMENTS (matrix));
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    {
      const char *levels = matrix[right].levels;
      gint64 roles = roles_with (levels, "o+");

      g_assert_cmpstr (desk_right_nick ((DeskRight) right), ==, matrix[right].nick);
      g_assert_cmpint (desk_right_find (matrix[right].nick), ==, right);
      for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
        {
          g_test_message ("%s, role %d", matrix[right].nick, role);
          g_assert_cmpint (desk_right_level ((DeskRight) right, 1 << role), ==, level_of (levels[role]));
        }
      g_assert_cmpint (desk_right_roles ((DeskRight) right), ==, roles != 0 ? roles : roles_with (levels, "!"));
      g_assert_cmpint (desk_matrix_approvers (&of_store, (DeskRight) right), ==, roles_with (levels, "!+"));
    }
  g_assert_cmpint (desk_right_find ("person.sell"), ==, -1);
}

/* Six roles, every code, to look and to change, in and out of scope. */
static void
test_may (void)
{
  DeskMatrix of_store;

  desk_matrix_set_default (&of_store);
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
      for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
        {
          DeskRight code = (DeskRight) right;
          gint64 bit = 1 << role;

          if (answers[i].sign != matrix[right].levels[role])
            continue;
          g_test_message ("%s, role %d", matrix[right].nick, role);
          g_assert_cmpint (desk_matrix_may (&of_store, code, bit, TRUE, TRUE), ==, may_of (answers[i].in_scope));
          g_assert_cmpint (desk_matrix_may (&of_store, code, bit, TRUE, FALSE), ==, may_of (answers[i].out_of_scope));
          g_assert_cmpint (desk_matrix_may (&of_store, code, bit, FALSE, TRUE), ==, may_of (answers[i].read));
          g_assert_cmpint (desk_matrix_may (&of_store, code, bit, FALSE, FALSE), ==, may_of (answers[i].read));
        }
}

/* Whoever has several roles has the widest of them; whoever has none has nothing but the way to the sign-in page. */
static void
test_several (void)
{
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    for (gint64 roles = 0; roles <= DESK_ALL_ROLES; roles++)
      {
        DeskLevel widest = right == DESK_RIGHT_ENTER ? DESK_LEVEL_ALL : DESK_LEVEL_NONE;

        for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
          if (roles & (1 << role))
            widest = MAX (widest, level_of (matrix[right].levels[role]));
        g_assert_cmpint (desk_right_level ((DeskRight) right, roles), ==, widest);
      }
}

/* A matrix that was edited answers by what stands in it. */
static void
test_edited (void)
{
  DeskMatrix edited;

  desk_matrix_set_default (&edited);
  edited.level[DESK_RIGHT_UNIT_EDIT][DESK_STAFF_ROLE_DESK] = DESK_LEVEL_ASK;
  edited.level[DESK_RIGHT_UNIT_EDIT][DESK_STAFF_ROLE_SUPERVISOR] = DESK_LEVEL_NONE;
  g_assert_cmpint (desk_matrix_may (&edited, DESK_RIGHT_UNIT_EDIT, 1 << DESK_STAFF_ROLE_DESK, TRUE, FALSE), ==,
                   DESK_MAY_ASK);
  g_assert_cmpint (desk_matrix_may (&edited, DESK_RIGHT_UNIT_EDIT, 1 << DESK_STAFF_ROLE_SUPERVISOR, TRUE, TRUE), ==,
                   DESK_MAY_NOT);
  g_assert_cmpint (desk_matrix_approvers (&edited, DESK_RIGHT_UNIT_EDIT), ==, 1 << DESK_STAFF_ROLE_ADMIN);
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
      {
        gboolean fixed = right <= DESK_RIGHT_ENTER
                         || (role == DESK_STAFF_ROLE_ADMIN
                             && (right == DESK_RIGHT_STAFF_EDIT || right == DESK_RIGHT_RIGHTS_EDIT));

        g_assert_cmpint (desk_matrix_is_fixed ((DeskRight) right, (DeskStaffRole) role), ==, fixed);
      }
}

static void
test_levels (void)
{
  for (int level = 0; level < DESK_N_LEVELS; level++)
    g_assert_cmpint (desk_level_find (desk_level_nick ((DeskLevel) level)), ==, level);
  g_assert_cmpint (desk_level_find ("some"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/right/matrix", test_matrix);
  g_test_add_func ("/right/may", test_may);
  g_test_add_func ("/right/several", test_several);
  g_test_add_func ("/right/edited", test_edited);
  g_test_add_func ("/right/levels", test_levels);
  return g_test_run ();
}
