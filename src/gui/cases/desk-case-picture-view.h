/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-clock-picture-draw.h"
#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The two clocks of a case as a picture, in the colours of the theme. What it shows in words is its accessible name. */
#define DESK_TYPE_CASE_PICTURE_VIEW (desk_case_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskCasePictureView, desk_case_picture_view, DESK, CASE_PICTURE_VIEW, GtkWidget)

GtkWidget *desk_case_picture_view_new (DeskText *text);
void desk_case_picture_view_set (DeskCasePictureView *self, const DeskCasePage *page);

/* For other pictures of a case. */
double desk_case_picture_letters (GtkWidget *widget);
DeskPictureInks desk_case_picture_inks (GtkWidget *widget);

G_END_DECLS
