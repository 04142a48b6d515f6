/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* The forms over an entry of the log. Each reads the entry anew when it opens. */
typedef enum
{
  DESK_LOG_FORM_EDIT,
  DESK_LOG_FORM_MEMO,      /* a message for a colleague */
  DESK_LOG_FORM_FOLLOW_UP, /* something promised */
  DESK_LOG_FORM_HAND,      /* to a colleague, who accepts or returns it */
  DESK_LOG_FORM_RETURN,    /* with the reason */
  DESK_LOG_FORM_ANSWER,    /* what came of a memo */
  DESK_N_LOG_FORMS
} DeskLogForm;

void desk_log_form_open (DeskWindow *window, DeskLogForm which, gint64 visit_id, gint64 memo_id);
gboolean desk_log_form_resume (DeskWindow *window, const char *route);

G_END_DECLS
