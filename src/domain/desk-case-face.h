/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-clock-face.h"

G_BEGIN_DECLS

/* Where a case stands, as its row in a list and its record both know it. Times are Unix seconds, 0 none. */
typedef struct
{
  gint64 state;        /* DeskCaseState */
  gint64 opened_at;
  gint64 next_due;     /* of the clock that is due next */
  gint64 warn_at;      /* from when on that is soon */
  gint64 since;        /* when its phase began: waits, or is done, since then */
  gint64 finished_due; /* what was due when it was done */
  gint64 work_days;    /* left, where that clock counts working days and more than one is left */
} DeskCaseStand;

DeskClockFace desk_case_face (const DeskCaseStand *stand, gint64 now);

G_END_DECLS
