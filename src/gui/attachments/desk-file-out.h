/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A kept file on its way out; what goes wrong is said in a dialog of the window of @widget. */

/* Opens a copy with whatever the desktop opens such files with. The copy cannot be written to, so that nobody thinks that
 * what they change in it is kept. */
void desk_file_open (GtkWidget *widget, DeskEngine *engine, gint64 attachment_id);

/* Asks where to, and writes it there. */
void desk_file_save_as (GtkWidget *widget, DeskEngine *engine, DeskText *text, gint64 attachment_id, const char *name);

G_END_DECLS
