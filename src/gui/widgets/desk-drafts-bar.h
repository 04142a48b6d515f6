/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Under the header: what the person who is signed in typed and did not save, the latest first, one at a time. Nothing of
 * another person is ever shown. It stays until each is gone on with, discarded, or put off.
 *
 * Signals:
 *  resume (char *form)  this form is to be opened again
 */
#define DESK_TYPE_DRAFTS_BAR (desk_drafts_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskDraftsBar, desk_drafts_bar, DESK, DRAFTS_BAR, GtkWidget)

void desk_drafts_bar_offer (DeskDraftsBar *self, DeskEngine *engine, DeskText *text);
void desk_drafts_bar_clear (DeskDraftsBar *self);

G_END_DECLS
