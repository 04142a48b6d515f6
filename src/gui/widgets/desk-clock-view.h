/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-clock-face.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A clock in a row: the ring and its words (window.md, Clocks). One widget for whatever it is the clock of. */
#define DESK_TYPE_CLOCK_VIEW (desk_clock_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskClockView, desk_clock_view, DESK, CLOCK_VIEW, GtkWidget)

GtkWidget *desk_clock_view_new (DeskText *text);
void desk_clock_view_set_face (DeskClockView *self, const DeskClockFace *face, gint64 now);

G_END_DECLS
