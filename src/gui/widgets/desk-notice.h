/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A notice in a page: icon, a bold fact, dim advice, at most one button. Stays until its cause is gone. */
GtkWidget *desk_notice_new (const char *style, const char *icon, const char *fact, const char *advice);
GtkWidget *desk_notice_add_button (GtkWidget *notice, const char *label);

/* An empty place: 48 px icon, one line what is so, one line why or what will come. */
GtkWidget *desk_empty_new (const char *icon, const char *what, const char *why);
GtkWidget *desk_empty_add_button (GtkWidget *empty, const char *label, const char *key);
void desk_empty_set_words (GtkWidget *empty, const char *what, const char *why);

/* A label with letters in a frame: the key that does the same. */
GtkWidget *desk_keycap_new (const char *key);
GtkWidget *desk_button_new (const char *icon, const char *label, const char *key);
void desk_name_drop_down (GtkWidget *drop, const char *name);
void desk_name_arrow (GtkWidget *split, const char *name);
void desk_name_group (GtkWidget *group, const char *name);
GtkWidget *desk_pill_new (const char *words, const char *style);

G_END_DECLS
