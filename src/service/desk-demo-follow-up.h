/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-play.h"

G_BEGIN_DECLS

/* What the desk of the demonstration has promised: some of it late, most of it today, some for the days to come. */
gboolean desk_demo_follow_ups (DeskDemoStage *stage, GError **error);

/* A known outage that runs today, in one building. */
gboolean desk_demo_outage (DeskDemoStage *stage, GError **error);

G_END_DECLS
