/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up.h"

G_BEGIN_DECLS

/* More than so many at once become one. What must not say what it is about is one from the second on. */
#define DESK_ALERT_MOST 5

/* What one person at one computer wants said on the desktop. */
typedef struct
{
  gboolean on;
  guint topics_off; /* 1 << DeskTopic: these are only counted by the bell */
  gboolean quiet;   /* hours in which only what is urgent is said; the rest waits for their end */
  int quiet_from;   /* minutes after midnight; the same as quiet_to: no hour at all */
  int quiet_to;
  gboolean hide; /* no place and no note */
  gboolean sound;
} DeskAlertWishes;

/* When, and whether somebody sits there. */
typedef struct
{
  gint64 now;
  GTimeZone *zone;
  gboolean locked;
} DeskAlertMoment;

typedef enum
{
  DESK_ALERT_SHOW,
  DESK_ALERT_HOLD, /* until the quiet hours end */
  DESK_ALERT_SKIP, /* the bell alone counts it */
} DeskAlertFate;

/* One notification as it is to stand. */
#define DESK_ALERT_CROWD 0
typedef struct
{
  gint64 id;        /* of the follow-up; DESK_ALERT_CROWD: one for several */
  guint serial;     /* grows when it is to be said anew */
  GPtrArray *items; /* DeskDueItem, as they came */
  gboolean missed;  /* they fell due while the program was off or asleep */
  gboolean bare;    /* says nothing personal */
  gboolean locked;  /* and nobody can answer it before the sign-in */
  gboolean urgent;
  gboolean sound;
} DeskAlert;

/* What a person can answer to a notification. */
typedef enum
{
  DESK_ALERT_OPEN, /* raises the window on the record; what a click beside the buttons does, too */
  DESK_ALERT_DONE,
  DESK_ALERT_SNOOZE,
} DeskAlertAct;
#define DESK_N_ALERT_ACTS 3

gint64 desk_alert_quiet_until (const DeskAlertWishes *wishes, gint64 now, GTimeZone *zone);
DeskAlertFate desk_alert_judge (const DeskAlertWishes *wishes, const DeskAlertMoment *moment,
                                  const DeskDueItem *item);
void desk_alert_free (gpointer alert);

/* What is due and not answered, and which notifications stand for it. Nothing here shows or waits: settle() decides,
 * alerts() says what is to stand now, and shown() and closed() tell the board what became of it. */
typedef struct _DeskAlertBoard DeskAlertBoard;

DeskAlertBoard *desk_alert_board_new (void);
void desk_alert_board_free (DeskAlertBoard *board);
void desk_alert_board_add (DeskAlertBoard *board, const DeskDueItem *item, gboolean missed);
void desk_alert_board_remove (DeskAlertBoard *board, gint64 id);
void desk_alert_board_clear (DeskAlertBoard *board);
void desk_alert_board_take_down (DeskAlertBoard *board);
gint64 desk_alert_board_settle (DeskAlertBoard *board, const DeskAlertWishes *wishes, const DeskAlertMoment *moment,
                                 GPtrArray *skipped);
GPtrArray *desk_alert_board_alerts (DeskAlertBoard *board, const DeskAlertWishes *wishes,
                                      const DeskAlertMoment *moment);
GPtrArray *desk_alert_board_shown (DeskAlertBoard *board, gint64 id, guint serial);
void desk_alert_board_closed (DeskAlertBoard *board, gint64 id, guint serial);
const DeskDueItem *desk_alert_board_find (DeskAlertBoard *board, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAlertBoard, desk_alert_board_free)

G_END_DECLS
