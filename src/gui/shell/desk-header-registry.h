/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_HEADER_START, /* left of everything */
  DESK_HEADER_END,   /* before the menu */
} DeskHeaderPlace;

/* A widget in the window's header. It is made when a store is open, and anew for another store. */
typedef struct
{
  DeskHeaderPlace place;
  GtkWidget *(*make) (DeskEngine *engine, DeskText *text); /* Returns: (transfer floating) */
  void (*set_narrow) (GtkWidget *widget, gboolean narrow); /* (nullable): there is no room for words */
} DeskHeaderSpec;

guint desk_header_registry_size (void);
const DeskHeaderSpec *desk_header_registry_get (guint index);

G_END_DECLS
