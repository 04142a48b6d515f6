/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-text.h"

G_BEGIN_DECLS

const char *desk_text_case_enum (const DeskText *text, const DeskEnumSpec *spec, gint64 value);
const char *desk_text_case_field (const DeskText *text, const char *field);

G_END_DECLS
