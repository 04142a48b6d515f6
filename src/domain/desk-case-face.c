/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-face.h"

static DeskClockFace
face_of_done (const DeskCaseStand *stand)
{
  DeskClockFace face = { .state = DESK_FACE_DONE, .due_at = stand->finished_due };

  if (stand->finished_due != 0 && stand->since > stand->finished_due)
    {
      face.state = DESK_FACE_DONE_LATE;
      face.minutes = (stand->since - stand->finished_due) / 60;
    }
  return face;
}

static DeskClockFace
face_of_running (const DeskCaseStand *stand, gint64 now)
{
  DeskClockFace face = { .state = DESK_FACE_RUNNING, .due_at = stand->next_due };
  gint64 left = stand->next_due - now, whole = stand->next_due - stand->opened_at;

  if (left <= 0)
    {
      face.state = DESK_FACE_LATE;
      face.minutes = -left / 60;
      return face;
    }
  /* Minutes left are rounded up: 0 min left is never said of what is still to come. */
  face.minutes = (left + 59) / 60;
  face.work_days = stand->work_days;
  face.share = (int) (whole > left ? left * 1000 / whole : 1000);
  if (stand->warn_at != 0 && stand->warn_at <= now)
    face.state = DESK_FACE_SOON;
  return face;
}

/* What the one clock of a case shows: the nearer of its two while one of them runs (window.md, Clocks). The word for
 * what is waited for is left to whoever speaks a language. */
DeskClockFace
desk_case_face (const DeskCaseStand *stand, gint64 now)
{
  DeskClockFace face = { .state = DESK_FACE_NONE };

  switch ((DeskCaseState) stand->state)
    {
    case DESK_CASE_DONE:
    case DESK_CASE_CALLBACK:
      if (stand->next_due != 0)
        break; /* a written answer or a call is still owed */
      return face_of_done (stand);
    case DESK_CASE_CLOSED:
      return face_of_done (stand);
    case DESK_CASE_CANCELLED:
      return face;
    case DESK_CASE_WAITING:
      if (stand->next_due != 0)
        break; /* nobody has spoken with them yet: that clock goes on */
      face.state = DESK_FACE_WAITING;
      face.minutes = MAX (now - stand->since, 0) / 60;
      return face;
    case DESK_CASE_NEW:
    case DESK_CASE_ASSIGNED:
    case DESK_CASE_ACCEPTED:
    case DESK_CASE_WORKING:
    default:
      break;
    }
  return stand->next_due != 0 ? face_of_running (stand, now) : face;
}
