/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"

G_BEGIN_DECLS

/* What stands in the window until there is a community: the ways to begin, each with its digit.
 * Signal "made" (DeskEngine *): the community is there. */
#define DESK_TYPE_START_PAGE (desk_start_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskStartPage, desk_start_page, DESK, START_PAGE, AdwBin)

DeskStartPage *desk_start_page_new (void);
void desk_start_page_show_ways (DeskStartPage *self, const char *path, DeskEngine *engine);
void desk_start_page_make_demo (DeskStartPage *self, const char *path);
void desk_start_page_grab_start_focus (DeskStartPage *self);
void desk_start_page_take_sheet (DeskStartPage *self, const char *path);
gboolean desk_start_page_wants_import (DeskStartPage *self, char **path);

G_END_DECLS
