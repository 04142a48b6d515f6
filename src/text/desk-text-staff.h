/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-text.h"

G_BEGIN_DECLS

/* What people who work here do at the desk itself. */
char *desk_text_session (const DeskText *text, const GPtrArray *changes);

char *desk_text_right_value (const DeskText *text, const char *field, const char *value);

G_END_DECLS
