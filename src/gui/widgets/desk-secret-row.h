/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An AdwPasswordEntryRow for a password or passphrase. Returns: (transfer floating): the row, named @title. */
GtkWidget *desk_secret_row_new (const char *title);

G_END_DECLS
