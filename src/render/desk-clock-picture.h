/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-worktime.h"

G_BEGIN_DECLS

/* Completion stood still. */
typedef struct
{
  gint64 from;
  gint64 to;
  const char *reason; /* in words */
} DeskPictureWait;

/* The two clocks of a case as a picture (window.md, Clocks): only working time takes width. Times are Unix seconds,
 * 0 none; lengths are seconds. What it points to is the caller's. */
typedef struct
{
  gint64 opened_at;
  gint64 now;
  gint64 response_due;
  gint64 responded_at;
  gint64 completion_due;
  gint64 done_at;
  const DeskStretch *stretches; /* working time from the opening on; n_stretches 0: all of it counts */
  guint n_stretches;
  const DeskPictureWait *waits;
  guint n_waits;
  gint64 used;
  gint64 stopped;
  gint64 left; /* negative: over */
  const char *faces; /* (nullable): font families; NULL: those of papers */
} DeskClockPicture;

G_END_DECLS
