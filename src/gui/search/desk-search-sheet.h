/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The search sheet over the window (Ctrl+K). Properties "open" and, while an answer is on its way, "busy". */
#define DESK_TYPE_SEARCH_SHEET (desk_search_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchSheet, desk_search_sheet, DESK, SEARCH_SHEET, AdwBin)

DeskSearchSheet *desk_search_sheet_new (void);
void desk_search_sheet_set_engine (DeskSearchSheet *self, DeskEngine *engine, DeskText *text);
void desk_search_sheet_open (DeskSearchSheet *self);
void desk_search_sheet_search (DeskSearchSheet *self, const char *words);
void desk_search_sheet_close (DeskSearchSheet *self);
gboolean desk_search_sheet_is_open (DeskSearchSheet *self);

G_END_DECLS
