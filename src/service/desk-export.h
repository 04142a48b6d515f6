/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-import.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* The register as a sheet, in columns that our own import knows. */
gboolean desk_export_write (DeskService *service, const DeskActor *actor, DeskImport import, const char *path,
                            const DeskText *text, guint *n_rows, gboolean *masked, GError **error);

G_END_DECLS
