/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-progress.h"

G_BEGIN_DECLS

/* Long work that goes on while the window is used: what it is, how far, and a button that stops it. Hidden without work,
 * and for the first moment, so that what is quick does not blink. */
#define DESK_TYPE_WORK_BAR (desk_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskWorkBar, desk_work_bar, DESK, WORK_BAR, GtkWidget)

GtkWidget *desk_work_bar_new (void);
void desk_work_bar_begin (DeskWorkBar *self, const char *what, DeskProgress *progress);
void desk_work_bar_end (DeskWorkBar *self);
gboolean desk_work_bar_is_busy (DeskWorkBar *self);

G_END_DECLS
