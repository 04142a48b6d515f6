/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock-face.h"
#include "desk-follow-rule.h"
#include "desk-figure.h"
#include "desk-follow-up.h"
#include "desk-row.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Clocks and follow-ups in words. Results are (transfer full). */
char *desk_text_clock (const DeskText *text, const DeskClockFace *face, gint64 now);
const char *desk_text_follow_rule (const DeskText *text, DeskFollowRule rule);
char *desk_text_follow_up_what (const DeskText *text, const DeskFollowUp *follow_up);
char *desk_text_follow_up_owner (const DeskText *text, const DeskFollowUp *follow_up, const char *owner_name);
char *desk_text_follow_up_history (const DeskText *text, const char *use_case, GPtrArray *changes);

char *desk_text_cell (const DeskText *text, const DeskColumnSpec *column, const DeskCell *cell);

/* The words of the groups in Today and of the lengths to put something off. (transfer none) */
const char *desk_text_due_group (const DeskText *text, DeskDueGroup group);
const char *desk_text_snooze (const DeskText *text, DeskSnooze snooze);

/* Figures: which months, which rate. */
const char *desk_text_span (const DeskText *text, DeskSpan span);
const char *desk_text_rate (const DeskText *text, int rate);

G_END_DECLS
