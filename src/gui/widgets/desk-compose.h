/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether an input method holds text that is not finished yet. Then keys are its own: nothing is saved, closed, chosen or
 * left by one. What bubbles up from a field is stopped at the field; who looks at keys before the field asks here. */
void desk_compose_watch (void);
gboolean desk_compose_is_under_way (GtkWidget *widget);

G_END_DECLS
