/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-face.h"
#include "desk-case-move.h"
#include "desk-register-case.h"
#include "desk-text.h"
#include "desk-warranty.h"

G_BEGIN_DECLS

/* Cases in words. Results are (transfer full) unless they are const. */
char *desk_text_stage_took (const DeskText *text, gint64 minutes);
char *desk_text_stage_by (const DeskText *text, gint64 due, gint64 now);
char *desk_text_course (const DeskText *text, const DeskCaseEvent *event, const char *assignee_name,
                        const char *other_number);
char *desk_text_case_clock (const DeskText *text, const DeskCaseStand *stand, gint64 wait_reason, gint64 now);
char *desk_text_warranty (const DeskText *text, const DeskWarranty *warranty);
char *desk_text_window (const DeskText *text, gint64 from, gint64 to, gint64 now);
char *desk_text_move_refused (const DeskText *text, DeskMove move, gint64 state, const DeskMatrix *matrix);

/* What a move is called on its button, and what it asks for beside a person. (transfer none) */
const char *desk_text_move (const DeskText *text, DeskMove move);
const char *desk_text_wait (const DeskText *text, gint64 wait_reason);

G_END_DECLS
