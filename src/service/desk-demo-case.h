/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-play.h"

G_BEGIN_DECLS

/* The desk's last weeks: visits, repairs and complaints, from those who work there. */
typedef struct _DeskDemoCases DeskDemoCases;

DeskDemoCases *desk_demo_cases_new (DeskDemoStage *stage);
void desk_demo_cases_free (DeskDemoCases *self);
gboolean desk_demo_cases_play_until (DeskDemoCases *self, gint64 at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoCases, desk_demo_cases_free)

/* A line that is said at the desk (desk-demo-case-table.c): what about, its category ("" none), how it is answered or
 * was repaired. */
typedef struct
{
  const char *about;
  const char *category;
  const char *answer;
} DeskDemoLine;

extern const DeskDemoLine desk_demo_repairs[];
extern const guint desk_demo_n_repairs;
extern const DeskDemoLine desk_demo_complaints[];
extern const guint desk_demo_n_complaints;
extern const DeskDemoLine desk_demo_enquiries[];
extern const guint desk_demo_n_enquiries;

G_END_DECLS
