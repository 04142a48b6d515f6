/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Greys out what whoever is at the desk may not do, and says why in its tooltip: "only Supervisor, Administrator may". The
 * gate asks again; this only spares the way there. */

/* For as long as @widget lives, whoever is at the desk, where it lies nowhere in particular. What belongs to a building asks
 * desk_record_page_allow(). */
void desk_allow_widget (GtkWidget *widget, DeskEngine *engine, DeskText *text, DeskRight right);

/* Greys @widget out and says @reason, or lets it be pressed where that is NULL. @tooltip: (nullable): its own. */
void desk_allow_show (GtkWidget *widget, const char *reason, const char *tooltip);

/* The right that makes, edits and takes away records of @kind. */
DeskRight desk_allow_right_of (DeskKind kind);

/* @in_scope: whether it lies in the buildings of whoever is at the desk, or nowhere in particular.
 * Returns: (transfer full) (nullable): why not; NULL where it may be done. */
char *desk_allow_reason (DeskEngine *engine, DeskText *text, DeskRight right, gboolean in_scope);

G_END_DECLS
