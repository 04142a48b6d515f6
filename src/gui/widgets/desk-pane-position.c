/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pane-position.h"

#include "desk-prefs.h"

#define KEY_POSITIONS "pane-positions"
#define SAVE_DELAY_MS 400

typedef struct
{
  GtkPaned *paned; /* not owned: this lives as its data */
  const char *pane;
  int width;
  const char *width_class;
  guint save_id;
  gboolean restoring;
} Keeper;

static const char *
class_of (int width)
{
  return width < 1000 ? "narrow" : width < 1500 ? "wide" : "huge";
}

static void
write_position (Keeper *keeper)
{
  GSettings *settings = desk_prefs_get ();
  g_autofree char *name = g_strdup_printf ("%s/%s", keeper->pane, keeper->width_class);
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  int value;

  keeper->save_id = 0;
  if (settings == NULL)
    return;
  all = g_settings_get_value (settings, KEY_POSITIONS);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&si}", &key, &value))
    if (!g_str_equal (key, name))
      g_variant_builder_add (&builder, "{si}", key, value);
  g_variant_builder_add (&builder, "{si}", name, gtk_paned_get_position (keeper->paned));
  g_settings_set_value (settings, KEY_POSITIONS, g_variant_builder_end (&builder));
}

static gboolean
save_later (gpointer data)
{
  write_position (data);
  return G_SOURCE_REMOVE;
}

static void
position_changed (GtkPaned *paned, GParamSpec *spec, Keeper *keeper)
{
  if (keeper->restoring || keeper->width_class == NULL)
    return;
  g_clear_handle_id (&keeper->save_id, g_source_remove);
  keeper->save_id = g_timeout_add (SAVE_DELAY_MS, save_later, keeper);
}

/* Another width class has a place of its own. */
static void
width_changed (GtkPaned *paned, GParamSpec *spec, Keeper *keeper)
{
  int whole = 0, position = keeper->width;
  GSettings *settings = desk_prefs_get ();
  const char *width_class;

  g_object_get (paned, "max-position", &whole, NULL);
  width_class = class_of (whole);
  if (whole <= 1 || width_class == keeper->width_class)
    return;
  keeper->width_class = width_class;
  if (settings != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", keeper->pane, width_class);
      g_autoptr (GVariant) all = g_settings_get_value (settings, KEY_POSITIONS);

      g_variant_lookup (all, name, "i", &position);
    }
  keeper->restoring = TRUE;
  gtk_paned_set_position (paned, position);
  keeper->restoring = FALSE;
}

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_handle_id (&keeper->save_id, g_source_remove);
  g_free (keeper);
}

void
desk_pane_position_keep (GtkPaned *paned, const char *pane, int width)
{
  Keeper *keeper = g_new0 (Keeper, 1);

  keeper->paned = paned;
  keeper->pane = pane;
  keeper->width = width;
  gtk_paned_set_position (paned, width);
  g_object_set_data_full (G_OBJECT (paned), "desk-position-keeper", keeper, keeper_free);
  g_signal_connect (paned, "notify::position", G_CALLBACK (position_changed), keeper);
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (width_changed), keeper);
}
