/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The translations of one language, read from a GNU .mo file. Immutable. */
typedef struct _DeskCatalogue DeskCatalogue;

DeskCatalogue *desk_catalogue_open (const char *path, GError **error);
void desk_catalogue_free (DeskCatalogue *self);
const char *desk_catalogue_find (const DeskCatalogue *self, const char *key);
const char *desk_catalogue_find_n (const DeskCatalogue *self, const char *key, gint64 n);
/* The number of texts, for tests. */
guint desk_catalogue_size (const DeskCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCatalogue, desk_catalogue_free)

G_END_DECLS
