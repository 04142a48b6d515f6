/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-row.h"
#include "desk-text.h"

G_BEGIN_DECLS

const char *desk_text_case_enum (const DeskText *text, const DeskEnumSpec *spec, gint64 value);
const char *desk_text_case_field (const DeskText *text, const char *field);

char *desk_text_link (const DeskText *text, const DeskCell *cell);

G_END_DECLS
