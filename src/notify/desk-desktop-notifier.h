/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock.h"
#include "desk-notifier.h"

G_BEGIN_DECLS

/* Says on the desktop what is due: one notification for each, in the same place when it is said again, one for all when
 * there are many. The window thread only ever hands over what is to stand (desk-notify-thread.h). */
#define DESK_TYPE_DESKTOP_NOTIFIER (desk_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DeskDesktopNotifier, desk_desktop_notifier, DESK, DESKTOP_NOTIFIER, GObject)

/* Returns: (transfer full): says nothing before it has wishes and somebody is there. */
DeskNotifier *desk_desktop_notifier_new (DeskClock *clock);

G_END_DECLS
