/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-result-staff.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* One person on the sign-in page: avatar, name, roles, what they answer for, and the digit that chooses them. */
#define DESK_TYPE_SIGN_IN_TILE (desk_sign_in_tile_get_type ())
G_DECLARE_FINAL_TYPE (DeskSignInTile, desk_sign_in_tile, DESK, SIGN_IN_TILE, GtkButton)

GtkWidget *desk_sign_in_tile_new (DeskText *text, const DeskStaffCard *card, guint digit);
const DeskStaffCard *desk_sign_in_tile_get_card (DeskSignInTile *self);
gboolean desk_sign_in_tile_fits (DeskSignInTile *self, const char *typed);
void desk_sign_in_tile_set_chosen (DeskSignInTile *self, gboolean chosen);

G_END_DECLS
