/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up-io.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* The forms of follow-ups, in a sheet over the window. */

/* Something to be followed up about a unit or a person (@kind NONE: about nothing yet). @subject: its name, "" none. */
void desk_follow_up_form_new (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskKind kind, gint64 id,
                              const char *subject);
void desk_follow_up_form_edit (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card);
void desk_follow_up_form_hand_on (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card);
void desk_follow_up_form_return (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskFollowUpCard *card);
gboolean desk_follow_up_form_resume (DeskWindow *window, DeskEngine *engine, DeskText *text, const char *route);

/* Why a request is refused. */
void desk_request_form_refuse (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskRequestCard *card);

G_END_DECLS
