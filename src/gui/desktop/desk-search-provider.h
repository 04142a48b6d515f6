/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What the desktop's own search finds in the store (org.gnome.Shell.SearchProvider2). It answers only while the program
 * runs and somebody has signed in; it never opens a store for a search, and a locked desk finds nothing.
 *
 * Signals:
 *  chosen (int DeskKind, gint64 id)  one of the results
 *  asked (char *terms)               all of them: the search of the window
 */
#define DESK_TYPE_SEARCH_PROVIDER (desk_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchProvider, desk_search_provider, DESK, SEARCH_PROVIDER, GObject)

DeskSearchProvider *desk_search_provider_new (void);
void desk_search_provider_set_engine (DeskSearchProvider *self, DeskEngine *engine, DeskText *text);
gboolean desk_search_provider_register (DeskSearchProvider *self, GDBusConnection *bus, const char *path, GError **error);
void desk_search_provider_unregister (DeskSearchProvider *self, GDBusConnection *bus);

G_END_DECLS
