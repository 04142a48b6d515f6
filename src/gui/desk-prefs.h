/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What belongs to one person's window on one computer (data/org.frontdesk.Frontdesk.gschema.xml). The program also
 * runs where the schema is not installed: then every preference has its starting value and nothing is remembered. */

/* Returns: (transfer none) (nullable): the settings; NULL where the schema is not installed. */
GSettings *desk_prefs_get (void);

/* The value of a key, or what is said as fallback where there are no settings. */
char *desk_prefs_get_string (const char *key, const char *fallback);
gboolean desk_prefs_get_boolean (const char *key, gboolean fallback);
int desk_prefs_get_int (const char *key, int fallback);

/* Remember a value, where there are settings. */
void desk_prefs_set_string (const char *key, const char *value);
void desk_prefs_set_boolean (const char *key, gboolean value);
void desk_prefs_set_int (const char *key, int value);

/* Calls @func whenever @key changes (NULL: any), as long as @object lives. */
void desk_prefs_watch (const char *key, GCallback func, gpointer object);

G_END_DECLS
