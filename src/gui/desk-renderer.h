/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the window is drawn. GTK reads this from the environment before it begins, so it is settled first of all. */
typedef struct
{
  const char *wish;      /* the preference: auto, cairo or gl */
  const char *renderer;  /* GSK_RENDERER as the user set it, NULL unset */
  gboolean has_hardware; /* a graphics card with a driver that draws */
  guint gtk_minor;       /* of the library we run with: 8, 18 … */
} DeskRendererFacts;

/* What to set; NULL: leave the environment alone. */
typedef struct
{
  const char *renderer;   /* of GSK_RENDERER */
  const char *debug_word; /* to be added to GDK_DEBUG */
  const char *disable;    /* to be added to GDK_DISABLE */
} DeskRendererChoice;

DeskRendererChoice desk_renderer_choose (const DeskRendererFacts *facts);
gboolean desk_renderer_has_hardware (const char *drm_folder);
void desk_renderer_apply (void);

G_END_DECLS
