/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"

G_BEGIN_DECLS

/*
 * Numbers that somebody asked to see whole while a page is open. Each asking is recorded in the trail; a number that
 * was shown stays shown until the page is left.
 *
 * Signals:
 *  revealed (int kind, gint64 id)
 *  failed (GError *)
 */
#define DESK_TYPE_REVEAL (desk_reveal_get_type ())
G_DECLARE_FINAL_TYPE (DeskReveal, desk_reveal, DESK, REVEAL, GObject)

DeskReveal *desk_reveal_new (DeskEngine *engine);
void desk_reveal_ask (DeskReveal *self, DeskKind kind, gint64 id);
const char *desk_reveal_get (DeskReveal *self, DeskKind kind, gint64 id);
void desk_reveal_forget (DeskReveal *self);

/* Returns: (transfer floating): the number masked with a small lock, whole once it was asked for. */
GtkWidget *desk_number_cell_new (DeskReveal *reveal, DeskKind kind, gint64 id, const char *masked);

G_END_DECLS
