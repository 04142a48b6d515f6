/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Greys out what whoever is at the desk may not do, and says why in its tooltip: "only Supervisor, Administrator may". The
 * gate asks again; this only spares the way there. */

/* For as long as @widget lives, whoever is at the desk. @building_id: where it lies, 0 nowhere in particular. */
void desk_allow_widget (GtkWidget *widget, DeskEngine *engine, DeskText *text, DeskRight right, gint64 building_id,
                        gint64 entrance_id);

/* The right that makes, edits and takes away records of @kind. */
DeskRight desk_allow_right_of (DeskKind kind);

/* Returns: (transfer full) (nullable): why not; NULL where it may be done. */
char *desk_allow_reason (DeskEngine *engine, DeskText *text, DeskRight right, gint64 building_id, gint64 entrance_id);

G_END_DECLS
