/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-right.h"

G_BEGIN_DECLS

/* Part of the community a person answers for: a building, or one entrance of it (entrance_id 0: all). */
typedef struct
{
  gint64 building_id;
  gint64 entrance_id;
} DeskScope;

/* On whose behalf a use case runs. Immutable. */
typedef struct
{
  gint64 staff_id;
  char *name;
  gint64 roles;      /* bits 1 << DeskStaffRole */
  DeskScope *scopes; /* n_scopes = 0: the whole community */
  guint n_scopes;
} DeskActor;

DeskActor *desk_actor_new (gint64 staff_id, const char *name, gint64 roles, const DeskScope *scopes,
                           guint n_scopes);
DeskActor *desk_actor_copy (const DeskActor *actor);
void desk_actor_free (DeskActor *actor);
gboolean desk_actor_covers (const DeskActor *actor, gint64 building_id, gint64 entrance_id);

gboolean desk_actor_owes (const DeskActor *actor, gint64 owner_id, gint64 owner_role, gint64 building_id,
                          gint64 entrance_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskActor, desk_actor_free)

G_END_DECLS
