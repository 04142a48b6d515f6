/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-prefs.h"

GSettings *
desk_prefs_get (void)
{
  static GSettings *settings = NULL;
  static gboolean looked = FALSE;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema
          = source != NULL ? g_settings_schema_source_lookup (source, DESK_APP_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      looked = TRUE;
    }
  return settings;
}

char *
desk_prefs_get_string (const char *key, const char *fallback)
{
  return desk_prefs_get () != NULL ? g_settings_get_string (desk_prefs_get (), key) : g_strdup (fallback);
}

gboolean
desk_prefs_get_boolean (const char *key, gboolean fallback)
{
  return desk_prefs_get () != NULL ? g_settings_get_boolean (desk_prefs_get (), key) : fallback;
}

int
desk_prefs_get_int (const char *key, int fallback)
{
  return desk_prefs_get () != NULL ? g_settings_get_int (desk_prefs_get (), key) : fallback;
}

void
desk_prefs_set_string (const char *key, const char *value)
{
  if (desk_prefs_get () != NULL)
    g_settings_set_string (desk_prefs_get (), key, value);
}

void
desk_prefs_set_boolean (const char *key, gboolean value)
{
  if (desk_prefs_get () != NULL)
    g_settings_set_boolean (desk_prefs_get (), key, value);
}

void
desk_prefs_set_int (const char *key, int value)
{
  if (desk_prefs_get () != NULL)
    g_settings_set_int (desk_prefs_get (), key, value);
}

void
desk_prefs_watch (const char *key, GCallback func, gpointer object)
{
  g_autofree char *signal = key != NULL ? g_strconcat ("changed::", key, NULL) : g_strdup ("changed");

  if (desk_prefs_get () != NULL)
    g_signal_connect_object (desk_prefs_get (), signal, func, object, G_CONNECT_SWAPPED);
}
