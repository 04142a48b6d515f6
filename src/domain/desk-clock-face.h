/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"

G_BEGIN_DECLS

/* What a clock shows: window.md, Clocks. One picture (render), one wording (text), one widget (gui), whatever it is the
 * clock of. */
typedef enum
{
  DESK_FACE_NONE,         /* nothing runs */
  DESK_FACE_RUNNING,      /* 剩 5 时 12 分 */
  DESK_FACE_SOON,         /* 剩 24 分 */
  DESK_FACE_LATE,         /* 超 2 时 10 分 */
  DESK_FACE_WAITING,      /* 等配件 2 天: stopped */
  DESK_FACE_OUTSIDE,      /* 周六 09:00: another day, or outside working time */
  DESK_FACE_APPOINTMENT,  /* 10:45 today */
  DESK_FACE_DONE,         /* 按时完工 */
  DESK_FACE_DONE_LATE,    /* 迟 3 时完工 */
} DeskFaceState;
#define DESK_N_FACES 9

typedef struct
{
  DeskFaceState state;
  gint64 due_at;      /* Unix seconds: of OUTSIDE and APPOINTMENT */
  gint64 minutes;     /* left, over, waited, or late when it was done */
  gint64 work_days;   /* left, where the clock counts working days and more than one is left; else 0 */
  int share;          /* thousandths of its time that are left: the arc */
  const char *reason; /* of WAITING: the word for what is waited for, in the language it is shown in; else NULL */
} DeskClockFace;

/* An hour before it is due a clock is soon, however long it runs. */
#define DESK_FACE_SOON_SECONDS 3600

DeskClockFace desk_clock_face_of_due (gint64 due_at, gint64 now, GTimeZone *zone);
gboolean desk_clock_face_equal (const DeskClockFace *a, const DeskClockFace *b);

G_END_DECLS
