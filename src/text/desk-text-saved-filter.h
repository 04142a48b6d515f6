/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-saved-filter.h"
#include "desk-text.h"

G_BEGIN_DECLS

char *desk_text_filter_lost (const DeskText *text, DeskFilterLost lost, const char *name);
char *desk_text_filter_form (const DeskText *text, const DeskFilterForm *form);

G_END_DECLS
