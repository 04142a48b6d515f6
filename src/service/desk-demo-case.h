/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-play.h"

G_BEGIN_DECLS

/* The desk's last weeks: visits, repairs and complaints, from those who work there. */
gboolean desk_demo_cases_play (DeskDemoStage *stage, GError **error);

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
