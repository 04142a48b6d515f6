/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What is open about a unit or a person, as a section of its page: clock, what, who owes it. Enter opens one, D is done.
 * It reads for itself, and anew when a follow-up changes; with nothing open it is not there.
 */
#define DESK_TYPE_FOLLOW_UP_SECTION (desk_follow_up_section_get_type ())
G_DECLARE_FINAL_TYPE (DeskFollowUpSection, desk_follow_up_section, DESK, FOLLOW_UP_SECTION, GtkWidget)

GtkWidget *desk_follow_up_section_new (DeskEngine *engine, DeskText *text);
void desk_follow_up_section_show (DeskFollowUpSection *self, DeskKind kind, gint64 id);

G_END_DECLS
