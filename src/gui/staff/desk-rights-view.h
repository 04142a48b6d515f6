/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The matrix of rights: a row a right, a column a role; a press on a cell offers how far it can go. What differs from a
 * new store is bold. It follows the engine. */
GtkWidget *desk_rights_view_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
