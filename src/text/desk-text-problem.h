/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What is wrong, in a sentence: what, where, what to do. Every result is (transfer full) and ends with a full stop. */
char *desk_text_problem (const DeskText *text, const DeskProblem *problem);
char *desk_text_problem_here (const DeskText *text, const DeskProblem *problem);
char *desk_text_error (const DeskText *text, const GError *error);

G_END_DECLS
