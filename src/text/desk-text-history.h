/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"
#include "desk-row.h"
#include "desk-text.h"

G_BEGIN_DECLS

char *desk_text_history (const DeskText *text, DeskKind kind, const char *use_case, const char *changes,
                         const char *subject);
char *desk_text_history_at (const DeskText *text, DeskKind kind, const char *use_case, const char *changes,
                            const char *subject, gint64 happened_at);

const char *desk_text_history_act (const DeskText *text, const char *use_case, const char *changes);

/* A cell of a column DESK_COLUMN_TOLD. */
char *desk_text_told (const DeskText *text, const DeskCell *cell);

G_END_DECLS
