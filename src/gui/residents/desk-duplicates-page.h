/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * People who may be one: pairs with their reason.
 *
 * Signals:
 *  compare (gint64 one, gint64 other)
 *  left ()
 */
#define DESK_TYPE_DUPLICATES_PAGE (desk_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskDuplicatesPage, desk_duplicates_page, DESK, DUPLICATES_PAGE, GtkWidget)

GtkWidget *desk_duplicates_page_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
