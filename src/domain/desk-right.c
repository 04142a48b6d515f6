/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-right.h"

static const struct
{
  const char *nick;
  DeskLevel level[DESK_N_STAFF_ROLES];
} rights[] = {
#define X(code, nick, a, b, c, d, e, f)                                                           \
  { nick,                                                                                         \
    { DESK_LEVEL_##a, DESK_LEVEL_##b, DESK_LEVEL_##c, DESK_LEVEL_##d, DESK_LEVEL_##e, DESK_LEVEL_##f } },
  DESK_RIGHTS (X)
#undef X
};

/* The permission's name as in domain.md, static. */
const char *
desk_right_nick (DeskRight right)
{
  g_return_val_if_fail (right < DESK_N_RIGHTS, "none");
  return rights[right].nick;
}

/* Returns: the widest level that @roles (bits 1 << DeskStaffRole) give for @right. */
DeskLevel
desk_right_level (DeskRight right, gint64 roles)
{
  DeskLevel level = DESK_LEVEL_NONE;

  g_return_val_if_fail (right < DESK_N_RIGHTS, DESK_LEVEL_NONE);
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (roles & (1 << i))
      level = MAX (level, rights[right].level[i]);
  return level;
}

/* Returns: bits of the roles that hold @right at least for their own units: who may do it. */
gint64
desk_right_roles (DeskRight right)
{
  gint64 roles = 0;

  g_return_val_if_fail (right < DESK_N_RIGHTS, 0);
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (rights[right].level[i] >= DESK_LEVEL_OWN)
      roles |= 1 << i;
  return roles;
}
