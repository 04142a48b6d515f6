/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up.h"

G_BEGIN_DECLS

/* More than so many at once become one. What must not say what it is about is one from the second on. */
#define DESK_NOTICE_MOST 5

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
} DeskNoticeWishes;

/* When, and whether somebody sits there. */
typedef struct
{
  gint64 now;
  GTimeZone *zone;
  gboolean locked;
} DeskNoticeMoment;

typedef enum
{
  DESK_NOTICE_SHOW,
  DESK_NOTICE_HOLD, /* until the quiet hours end */
  DESK_NOTICE_SKIP, /* the bell alone counts it */
} DeskNoticeFate;

/* One notification as it is to stand. */
#define DESK_NOTICE_CROWD 0
typedef struct
{
  gint64 id;        /* of the follow-up; DESK_NOTICE_CROWD: one for several */
  guint serial;     /* grows when it is to be said anew */
  GPtrArray *items; /* DeskDueItem, as they came */
  gboolean missed;  /* they fell due while the program was off or asleep */
  gboolean bare;    /* says nothing personal */
  gboolean locked;  /* and nobody can answer it before the sign-in */
  gboolean urgent;
  gboolean sound;
} DeskNotice;

gint64 desk_notice_quiet_until (const DeskNoticeWishes *wishes, gint64 now, GTimeZone *zone);
DeskNoticeFate desk_notice_judge (const DeskNoticeWishes *wishes, const DeskNoticeMoment *moment,
                                  const DeskDueItem *item);
void desk_notice_free (gpointer notice);

/* What is due and not answered, and which notifications stand for it. Nothing here shows or waits: settle() decides,
 * notices() says what is to stand now, and shown() and closed() tell the board what became of it. */
typedef struct _DeskNoticeBoard DeskNoticeBoard;

DeskNoticeBoard *desk_notice_board_new (void);
void desk_notice_board_free (DeskNoticeBoard *board);
void desk_notice_board_add (DeskNoticeBoard *board, const DeskDueItem *item, gboolean missed);
void desk_notice_board_remove (DeskNoticeBoard *board, gint64 id);
void desk_notice_board_clear (DeskNoticeBoard *board);
void desk_notice_board_take_down (DeskNoticeBoard *board);
gint64 desk_notice_board_settle (DeskNoticeBoard *board, const DeskNoticeWishes *wishes, const DeskNoticeMoment *moment,
                                 GPtrArray *skipped);
GPtrArray *desk_notice_board_notices (DeskNoticeBoard *board, const DeskNoticeWishes *wishes,
                                      const DeskNoticeMoment *moment);
GPtrArray *desk_notice_board_shown (DeskNoticeBoard *board, gint64 id, guint serial);
void desk_notice_board_closed (DeskNoticeBoard *board, gint64 id, guint serial);
const DeskDueItem *desk_notice_board_find (DeskNoticeBoard *board, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskNoticeBoard, desk_notice_board_free)

G_END_DECLS
