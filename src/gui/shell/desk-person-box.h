/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Who works here, in the header: picture of the initials, name, role; when narrow the picture alone. */
#define DESK_TYPE_PERSON_BOX (desk_person_box_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonBox, desk_person_box, DESK, PERSON_BOX, GtkWidget)

GtkWidget *desk_person_box_new (DeskEngine *engine, DeskText *text);
void desk_person_box_set_narrow (GtkWidget *widget, gboolean narrow);

G_END_DECLS
