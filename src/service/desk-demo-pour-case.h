/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-play.h"

G_BEGIN_DECLS

/* Three years of log entries and cases for a city that has been poured: as many as are asked for, most of them closed. */
gboolean desk_demo_pour_cases (DeskDemoStage *stage, guint n_visits, guint n_cases, GError **error);

G_END_DECLS
