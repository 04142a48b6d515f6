/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Why the store does not open, in one sentence, and the ways out. The store is left as it is. */
#define DESK_TYPE_TROUBLE_PAGE (desk_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskTroublePage, desk_trouble_page, DESK, TROUBLE_PAGE, AdwBin)

DeskTroublePage *desk_trouble_page_new (void);
void desk_trouble_page_show (DeskTroublePage *self, const GError *error);
void desk_trouble_page_grab_start_focus (DeskTroublePage *self);

G_END_DECLS
