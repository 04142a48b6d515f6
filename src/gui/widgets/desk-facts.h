/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A block of names and values: names dimmed left, values beside them. */
GtkWidget *desk_facts_new (void);
void desk_facts_clear (GtkWidget *facts);
void desk_facts_add (GtkWidget *facts, const char *name, const char *value);

G_END_DECLS
