/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Records all that happens to the files of one folder, by SQLite (desk-shim-vfs) and beside it (desk-disk), and builds the
 * folder as a power cut could have left it: of what was not synced each part is kept, dropped or torn; names that were
 * made, changed or taken away since the folder was synced last are so only up to some moment.
 */

/* From now on, for @folder, in which no file is open. */
void desk_shim_folder_record (const char *folder);
void desk_shim_folder_stop (void);
/* For a control: what is called so at its end is never synced, as if somebody had forgotten it; NULL: nothing. */
void desk_shim_folder_ignore (const char *ending);
/* From here on cuts are tried. */
void desk_shim_folder_mark (void);
/* What was promised so far. */
void desk_shim_folder_promise (gint64 value);
/* Fills @folder, an empty one, with what could be there after a cut at a random moment. Returns: the last promise before. */
gint64 desk_shim_folder_cut (GRand *rand, const char *folder);
void desk_shim_folder_forget (void);

/* What the VFS tells. @name: (nullable): SQLite's. */
void desk_shim_folder_opened (const char *name);
void desk_shim_folder_wrote (const char *name, gint64 at, const void *data, gsize n);
void desk_shim_folder_truncated (const char *name, gint64 size);
void desk_shim_folder_synced (const char *name);
void desk_shim_folder_deleted (const char *name, gboolean sync_folder);

G_END_DECLS
