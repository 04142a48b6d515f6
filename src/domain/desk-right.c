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

/* Returns: the code called @nick, or -1. */
int
desk_right_find (const char *nick)
{
  for (int i = 0; i < DESK_N_RIGHTS; i++)
    if (g_strcmp0 (rights[i].nick, nick) == 0)
      return i;
  return -1;
}

/* "log" in domain.md's table: whoever uses the right leaves a row in the trail even where nothing changes. */
gboolean
desk_right_is_logged (DeskRight right)
{
  return right == DESK_RIGHT_PERSON_REVEAL || right == DESK_RIGHT_PERSONAL_EXPORT || right == DESK_RIGHT_PERSON_ERASE;
}

/* Returns: the widest level that @roles (bits 1 << DeskStaffRole) have for @right in a new store. */
DeskLevel
desk_right_level (DeskRight right, gint64 roles)
{
  DeskMatrix matrix;

  desk_matrix_set_default (&matrix);
  return desk_matrix_level (&matrix, right, roles);
}

/* Returns: bits of the roles that hold @right at least for their own units in a new store: who may do it. */
gint64
desk_right_roles (DeskRight right)
{
  DeskMatrix matrix;

  desk_matrix_set_default (&matrix);
  return desk_matrix_roles (&matrix, right);
}

static const char *const role_nicks[DESK_N_STAFF_ROLES]
    = { "desk", "housekeeper", "technician", "cashier", "supervisor", "admin" };

/* Returns: (transfer full): the roles in the bits @roles as the command line writes them: "desk,cashier". */
char *
desk_staff_roles_to_text (gint64 roles)
{
  GString *text = g_string_new (NULL);

  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (roles & (1 << role))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", role_nicks[role]);
  return g_string_free (text, FALSE);
}

/* Reads what desk_staff_roles_to_text() writes. Returns: FALSE where a role is unknown or there is none. */
gboolean
desk_staff_roles_from_text (const char *text, gint64 *roles)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *roles = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      int role = 0;

      while (role < DESK_N_STAFF_ROLES && !g_str_equal (role_nicks[role], part))
        role++;
      if (role == DESK_N_STAFF_ROLES)
        return FALSE;
      *roles |= 1 << role;
    }
  return *roles != 0;
}

static const char *const level_nicks[DESK_N_LEVELS]
    = { "none", "view", "ask", "prepare", "approve", "own", "all" };

/* The name of @level in the store and on the command line, static. */
const char *
desk_level_nick (DeskLevel level)
{
  return level < DESK_N_LEVELS ? level_nicks[level] : "";
}

/* Returns: the level called @nick, or -1. */
int
desk_level_find (const char *nick)
{
  for (int i = 0; i < DESK_N_LEVELS; i++)
    if (g_strcmp0 (level_nicks[i], nick) == 0)
      return i;
  return -1;
}

/* Fills @matrix with what a new store begins with: domain.md, Rights. */
void
desk_matrix_set_default (DeskMatrix *matrix)
{
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
      matrix->level[right][role] = (guint8) rights[right].level[role];
}

/* Returns: the widest level that @roles (bits 1 << DeskStaffRole) give for @right. */
DeskLevel
desk_matrix_level (const DeskMatrix *matrix, DeskRight right, gint64 roles)
{
  DeskLevel level = DESK_LEVEL_NONE;

  g_return_val_if_fail (right < DESK_N_RIGHTS, DESK_LEVEL_NONE);
  if (right == DESK_RIGHT_ENTER)
    return DESK_LEVEL_ALL;
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (roles & (1 << i))
      level = MAX (level, (DeskLevel) matrix->level[right][i]);
  return level;
}

static gint64
roles_from (const DeskMatrix *matrix, DeskRight right, DeskLevel least)
{
  gint64 roles = 0;

  g_return_val_if_fail (right < DESK_N_RIGHTS, 0);
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (matrix->level[right][i] >= least)
      roles |= 1 << i;
  return roles;
}

/* Returns: bits of the roles that hold @right at least for their own units; where nobody does, of those that approve:
 * who may do it. */
gint64
desk_matrix_roles (const DeskMatrix *matrix, DeskRight right)
{
  gint64 roles = roles_from (matrix, right, DESK_LEVEL_OWN);

  return roles != 0 ? roles : roles_from (matrix, right, DESK_LEVEL_APPROVE);
}

/* Returns: bits of the roles that approve a request for @right. Whose right ends at their own units does not. */
gint64
desk_matrix_approvers (const DeskMatrix *matrix, DeskRight right)
{
  gint64 roles = 0;

  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (matrix->level[right][i] == DESK_LEVEL_APPROVE || matrix->level[right][i] == DESK_LEVEL_ALL)
      roles |= 1 << i;
  return roles;
}

/**
 * desk_matrix_may:
 * @roles: bits 1 << DeskStaffRole
 * @writes: whether something is to be changed; looking needs less
 * @in_scope: whether it belongs to the person's buildings or to none
 */
DeskMay
desk_matrix_may (const DeskMatrix *matrix, DeskRight right, gint64 roles, gboolean writes, gboolean in_scope)
{
  DeskLevel level = desk_matrix_level (matrix, right, roles);

  if (level == DESK_LEVEL_NONE || (writes && level == DESK_LEVEL_VIEW))
    return DESK_MAY_NOT;
  if (!writes || level == DESK_LEVEL_ALL)
    return DESK_MAY;
  if (level == DESK_LEVEL_OWN)
    return in_scope ? DESK_MAY : DESK_MAY_HERE_NOT;
  return DESK_MAY_ASK;
}

/* Can what the register holds be asked for? Its inputs can be kept until somebody approves. */
static gboolean
can_wait (DeskRight right)
{
  return right == DESK_RIGHT_PERSON_EDIT_CONTACT || right == DESK_RIGHT_PERSON_EDIT || right == DESK_RIGHT_OCCUPANCY_EDIT
         || right == DESK_RIGHT_PERSON_MERGE || right == DESK_RIGHT_UNIT_EDIT;
}

/* Is @level one that @right can have? Not every right is about units, nor can everything be asked for. */
gboolean
desk_matrix_takes (DeskRight right, DeskLevel level)
{
  if (level == DESK_LEVEL_NONE || level == DESK_LEVEL_ALL)
    return TRUE;
  if ((level == DESK_LEVEL_ASK || level == DESK_LEVEL_APPROVE) && can_wait (right))
    return TRUE;
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (rights[right].level[role] == level)
      return TRUE;
  return FALSE;
}

/* Rights that cannot be changed: an administrator who took these from administrators could not give them back. */
gboolean
desk_matrix_is_fixed (DeskRight right, DeskStaffRole role)
{
  return right < DESK_RIGHT_FIRST
         || (role == DESK_STAFF_ROLE_ADMIN && (right == DESK_RIGHT_RIGHTS_EDIT || right == DESK_RIGHT_STAFF_EDIT));
}
