/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-actor.h"

#include <string.h>

/* @roles: bits; @scopes: (array length=n_scopes) (nullable): none means the whole community.
 * Returns: (transfer full). */
DeskActor *
desk_actor_new (gint64 staff_id, const char *name, gint64 roles, const DeskScope *scopes, guint n_scopes)
{
  DeskActor *self = g_new0 (DeskActor, 1);

  self->staff_id = staff_id;
  self->name = g_strdup (name);
  self->roles = roles;
  self->scopes = g_memdup2 (scopes, sizeof *scopes * n_scopes);
  self->n_scopes = n_scopes;
  return self;
}

DeskActor *
desk_actor_copy (const DeskActor *actor)
{
  return desk_actor_new (actor->staff_id, actor->name, actor->roles, actor->scopes, actor->n_scopes);
}

void
desk_actor_free (DeskActor *actor)
{
  if (actor == NULL)
    return;
  g_free (actor->name);
  g_free (actor->scopes);
  g_free (actor);
}

/* Does @actor answer for units of that building and entrance? Units outside any building belong to everybody. */
gboolean
desk_actor_covers (const DeskActor *actor, gint64 building_id, gint64 entrance_id)
{
  if (actor->n_scopes == 0 || building_id == 0)
    return TRUE;
  for (guint i = 0; i < actor->n_scopes; i++)
    if (actor->scopes[i].building_id == building_id
        && (actor->scopes[i].entrance_id == 0 || actor->scopes[i].entrance_id == entrance_id))
      return TRUE;
  return FALSE;
}

/* Does @actor owe what belongs to @owner_id or, where that is 0, to any of @owner_role (1 + DeskStaffRole) who answers for
 * that building and entrance? */
gboolean
desk_actor_owes (const DeskActor *actor, gint64 owner_id, gint64 owner_role, gint64 building_id, gint64 entrance_id)
{
  if (owner_id != 0)
    return owner_id == actor->staff_id;
  return owner_role > 0 && (actor->roles & (1 << (owner_role - 1))) != 0
         && desk_actor_covers (actor, building_id, entrance_id);
}
