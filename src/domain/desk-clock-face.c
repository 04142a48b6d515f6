/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock-face.h"

/* The arc of something due today is full this long before it is due. */
#define FULL_SECONDS (8 * 3600)

/* The face of something that is due at a time and has no clock of its own: late, soon, later today, another day. */
DeskClockFace
desk_clock_face_of_due (gint64 due_at, gint64 now, GTimeZone *zone)
{
  DeskClockFace face = { .due_at = due_at };
  gint64 left = due_at - now;

  if (left <= 0)
    {
      face.state = DESK_FACE_LATE;
      face.minutes = -left / 60;
      return face;
    }
  /* Minutes left are rounded up: 0 min left is never said of what is still to come. */
  face.minutes = (left + 59) / 60;
  face.share = (int) (MIN (left, FULL_SECONDS) * 1000 / FULL_SECONDS);
  if (left <= DESK_FACE_SOON_SECONDS)
    face.state = DESK_FACE_SOON;
  else if (desk_day_of_time (due_at, zone) == desk_day_of_time (now, zone))
    face.state = DESK_FACE_APPOINTMENT;
  else
    face.state = DESK_FACE_OUTSIDE;
  return face;
}

/* Do two faces look and read the same? */
gboolean
desk_clock_face_equal (const DeskClockFace *a, const DeskClockFace *b)
{
  return a->state == b->state && a->due_at == b->due_at && a->minutes == b->minutes && a->work_days == b->work_days
         && a->share == b->share && g_strcmp0 (a->reason, b->reason) == 0;
}
