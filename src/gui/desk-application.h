/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-reminder.h"

G_BEGIN_DECLS

/* One program holds one store and shows it in one window. Another store is another program with its own name on the
 * bus (design.md, Choices made). */
#define DESK_TYPE_APPLICATION (desk_application_get_type ())
G_DECLARE_FINAL_TYPE (DeskApplication, desk_application, DESK, APPLICATION, AdwApplication)

DeskApplication *desk_application_new (DeskNotifier *notifier);
void desk_application_adopt (DeskApplication *self, DeskEngine *engine);
DeskReminder *desk_application_get_reminder (DeskApplication *self);

G_END_DECLS
