/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What is known about the selected hit, so that most questions need no opening. Signal "open": its first deed was
 * clicked. */
#define DESK_TYPE_SEARCH_PREVIEW (desk_search_preview_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchPreview, desk_search_preview, DESK, SEARCH_PREVIEW, AdwBin)

void desk_search_preview_set_engine (DeskSearchPreview *self, DeskEngine *engine, DeskText *text);
void desk_search_preview_show (DeskSearchPreview *self, DeskKind kind, gint64 id, DeskKind opens);
void desk_search_preview_show_number (DeskSearchPreview *self);

G_END_DECLS
