/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-plan.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* What both ways of writing a plan into a store work with. */
typedef struct
{
  DeskDemoPlan *plan;
  DeskService *service; /* open to write, in a bulk */
  DeskClock *clock;     /* the service's, standing still until it is set */
  DeskActor *actor;
  GCancellable *cancellable;
  DeskDemoProgress progress;
  gpointer progress_data;
} DeskDemoStage;

/* Every event of the plan and the last weeks at the desk, in the order of the clock through the use cases; or everything
 * as it stands today in one batch a building. */
gboolean desk_demo_play (DeskDemoStage *stage, GError **error);
gboolean desk_demo_pour (DeskDemoStage *stage, GError **error);
/* Tells how far it is; FALSE with CANCELLED when somebody wants it to stop. */
gboolean desk_demo_go_on (DeskDemoStage *stage, guint done, guint total, GError **error);

G_END_DECLS
