/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-notify-card.h"

G_BEGIN_DECLS

/*
 * The thread that speaks with the desktop's notification service. Everything of libnotify happens on it, its signals
 * included, so that a service that hangs holds up nobody else. It is not given commands but what is to stand: whatever
 * came in between while a service did not answer is passed over, and a service that comes back, or another in its place,
 * gets what stands then.
 */
typedef struct _DeskNotifyThread DeskNotifyThread;

/* What the thread tells, on the main context of whoever made it. */
typedef struct
{
  /* The service took it; or there is no service that could. */
  void (*shown) (gint64 id, guint serial, gpointer data);
  /* It is gone without us: by a person or by its time. */
  void (*closed) (gint64 id, guint serial, gpointer data);
  /* @token (nullable): lets the window come to the front. */
  void (*answered) (gint64 id, DeskAlertAct act, const char *token, gpointer data);
} DeskNotifyFuncs;

DeskNotifyThread *desk_notify_thread_new (const DeskNotifyFuncs *funcs, gpointer data);
void desk_notify_thread_set (DeskNotifyThread *thread, GPtrArray *cards);
void desk_notify_thread_stop (DeskNotifyThread *thread);

G_END_DECLS
