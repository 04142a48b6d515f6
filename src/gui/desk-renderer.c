/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-renderer.h"

#include <gtk/gtk.h>
#include <string.h>

#include "desk-prefs.h"

/* Kernel drivers that offer a render node but nothing that draws fast. */
static const char *const soft_drivers[] = { "vgem", "vkms", "simpledrm", "bochs-drm", "cirrus", "ast", "mgag200", NULL };

/* Software GL is slower than Cairo and takes 100 MB more, so without hardware GL is not even started. What the user
 * has set in the environment stands above all; the preference stands above the guess. GTK 4.14 moved the switch from
 * GDK_DEBUG to GDK_DISABLE. */
DeskRendererChoice
desk_renderer_choose (const DeskRendererFacts *facts)
{
  DeskRendererChoice choice = { NULL, NULL, NULL };

  if (facts->renderer != NULL || g_strcmp0 (facts->wish, "gl") == 0)
    return choice;
  if (g_strcmp0 (facts->wish, "cairo") != 0 && facts->has_hardware)
    return choice;

  choice.renderer = "cairo";
  if (facts->gtk_minor >= 14)
    choice.disable = "gl,vulkan";
  else
    choice.debug_word = "gl-disable";
  return choice;
}

/* Looks below @drm_folder (/sys/class/drm) for a render node whose driver is not one of the slow ones. */
gboolean
desk_renderer_has_hardware (const char *drm_folder)
{
  g_autoptr (GDir) dir = g_dir_open (drm_folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = NULL;
      g_autofree char *driver = NULL;

      if (!g_str_has_prefix (name, "renderD"))
        continue;
      link = g_build_filename (drm_folder, name, "device", "driver", NULL);
      driver = g_file_read_link (link, NULL);
      if (driver != NULL)
        {
          g_autofree char *base = g_path_get_basename (driver);

          if (!g_strv_contains (soft_drivers, base))
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_word (const char *variable, const char *word)
{
  const char *old = g_getenv (variable);
  g_autofree char *both = NULL;

  if (word == NULL || (old != NULL && strstr (old, word) != NULL))
    return;
  both = old != NULL && *old != '\0' ? g_strconcat (old, ",", word, NULL) : g_strdup (word);
  g_setenv (variable, both, TRUE);
}

/* First thing in main(): settles how the window is drawn. Must run before GTK starts and before there are threads. */
void
desk_renderer_apply (void)
{
  g_autofree char *wish = desk_prefs_get_string ("renderer", "auto");
  DeskRendererFacts facts = { wish, g_getenv ("GSK_RENDERER"), desk_renderer_has_hardware ("/sys/class/drm"),
                              gtk_get_minor_version () };
  DeskRendererChoice choice = desk_renderer_choose (&facts);

  if (choice.renderer != NULL)
    g_setenv ("GSK_RENDERER", choice.renderer, TRUE);
  add_word ("GDK_DEBUG", choice.debug_word);
  add_word ("GDK_DISABLE", choice.disable);
}
