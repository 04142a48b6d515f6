/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*StartReady) (GtkWidget *window);

/* Once @ready says that what is waited for is in the window, and a frame with it has been painted, prints the time and
 * what memory the program holds then, and ends the program. @ready NULL: any frame. */
void start_report_when (GtkApplication *application, GtkWindow *window, StartReady ready);

G_END_DECLS
