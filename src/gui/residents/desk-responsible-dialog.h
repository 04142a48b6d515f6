/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-register.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Asks for a day and says who bore the unit's fees then. @parent: (nullable). */
void desk_responsible_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskUnit *unit);

G_END_DECLS
