/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"

G_BEGIN_DECLS

/* design.md, rule 4: where a store may lie. */
gboolean desk_place_check (const char *path, GError **error);

/* For tests: the file system's magic of a folder, as statfs() gives it; NULL goes back to the real one. */
typedef gint64 (*DeskPlaceMagic) (const char *folder);
void desk_place_set_magic (DeskPlaceMagic magic);

G_END_DECLS
