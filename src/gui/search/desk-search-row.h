/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* One hit in the list: icon, title with what was hit underlined, other words below, why at the right edge. A row is made
 * once and shows one hit after the other: making widgets costs more than finding the hits. */
GtkWidget *desk_search_row_new (void);
void desk_search_row_set (GtkListBoxRow *row, const DeskHit *hit, const DeskText *text);
char *desk_search_row_detail (const DeskHit *hit, const DeskText *text);

G_END_DECLS
