/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A store that is missing, with backups beside it, was lost: before a new one is begun the newest backup is offered. Shows
 * @button, which says of when it is, once a thread has found one; hides it until then. @store NULL: nothing to offer. */
void desk_start_backup_offer (GtkButton *button, const char *store);

G_END_DECLS
