/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Who is at the desk: people as tiles, chosen by a digit or the initials of their names; six digits open, without Enter
 * (window.md, 15). Nothing about residents stands on it. Whether a try succeeded the engine's signal "session" says.
 *
 * Signals:
 *  due (password)  the password that was just typed was given by somebody else: a new one is due
 */
#define DESK_TYPE_SIGN_IN_PAGE (desk_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSignInPage, desk_sign_in_page, DESK, SIGN_IN_PAGE, AdwBin)

DeskSignInPage *desk_sign_in_page_new (void);
void desk_sign_in_page_show (DeskSignInPage *self, DeskEngine *engine, DeskText *text, gboolean by_itself);
void desk_sign_in_page_forget (DeskSignInPage *self);

G_END_DECLS
