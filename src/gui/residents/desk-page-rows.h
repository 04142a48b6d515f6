/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result.h"
#include "desk-reveal.h"
#include "desk-section.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Rows and words that the unit page and the person page both show. */
void desk_page_add_vehicle (DeskSection *section, const DeskText *text, const DeskVehicleCard *card, gboolean of_unit,
                            DeskDay today);
void desk_page_add_lease (DeskSection *section, const DeskText *text, const DeskLeaseCard *card, gboolean of_space,
                          DeskDay today);
GtkWidget *desk_page_phones (DeskReveal *reveal, GPtrArray *phones);
void desk_page_reveal_phones (DeskReveal *reveal, GPtrArray *phones);
GtkWidget *desk_page_role_cell (const DeskText *text, const DeskOccupancy *occupancy);
GtkWidget *desk_page_days_cell (const DeskText *text, DeskDay from, DeskDay to);
GtkWidget *desk_page_state_pill (const DeskText *text, gint64 state);
char *desk_page_place (const DeskText *text, const DeskUnit *unit, const DeskBuilding *building,
                       const DeskEntrance *entrance);
gboolean desk_page_in_force (DeskDay from, DeskDay to, DeskDay today);
GtkWidget *desk_page_menu_button (const char *label, GMenuModel *menu);

G_END_DECLS
