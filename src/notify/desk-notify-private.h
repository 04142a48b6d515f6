/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libnotify/notify.h>

#include "desk-notify-thread.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotifyNotification, g_object_unref)

#define DESK_NOTIFY_NAME "org.freedesktop.Notifications"

/* How a call to the service ended. */
typedef enum
{
  DESK_NOTIFY_OK,
  DESK_NOTIFY_ABSENT, /* there is none, and none can be started */
  DESK_NOTIFY_MUTE,   /* there is one that does not answer */
} DeskNotifyFate;

/* The service as it is now; asked anew when another takes its place. */
typedef struct
{
  char *owner; /* its name on the bus, NULL none */
  gboolean known;
  gboolean has_actions;
  gboolean has_body;
  gboolean has_markup;
  gboolean has_sound;
  gboolean draws_default; /* as one more button */
} DeskNotifyService;

DeskNotifyFate desk_notify_service_reach (DeskNotifyService *service);
void desk_notify_service_forget (DeskNotifyService *service, const char *owner);
void desk_notify_service_fill (const DeskNotifyService *service, NotifyNotification *notification,
                               const DeskNotifyCard *card, NotifyActionCallback answered, gpointer data);
DeskNotifyFate desk_notify_service_fate (const GError *error);
const char *desk_notify_service_key (DeskAlertAct act);
DeskAlertAct desk_notify_service_act (const char *key);

const char *desk_notify_icon_name (void);
void desk_notify_icon_put (NotifyNotification *notification);

G_END_DECLS
