/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A VFS for SQLite over the system's own, which a test makes the default before it opens anything: it can hold every
 * sync until it is let go, make the Nth write, sync, truncation or opening fail, and record what was written to build
 * the files a power cut could have left. The program itself knows nothing of it.
 */
typedef enum
{
  DESK_SHIM_WRITE = 1 << 0,
  DESK_SHIM_SYNC = 1 << 1,
  DESK_SHIM_TRUNCATE = 1 << 2,
  DESK_SHIM_OPEN = 1 << 3,
} DeskShimOps;

void desk_shim_install (void);

/* @fast: syncs return at once without the disk. For tests whose power never really fails. */
void desk_shim_set_fast (gboolean fast);

/* The most connections that had one and the same database open for writing at a time, since the shim was installed. */
guint desk_shim_most_writers (void);

/* From now on every sync waits for desk_shim_release (). */
void desk_shim_block (void);
void desk_shim_release (void);
/* The next read of a file, and only that one, waits for desk_shim_release (). */
void desk_shim_block_one_read (void);
/* Does some thread wait? Any thread. */
gboolean desk_shim_is_waiting (void);

/* The @nth operation of @ops from now on fails with SQLite's @code; with @lasting all after it, too. 0: none. */
void desk_shim_fail (DeskShimOps ops, int nth, int code, gboolean lasting);
/* Has the failure happened? */
gboolean desk_shim_has_failed (void);

/* Begins to record, with no file there yet. */
void desk_shim_record (void);
void desk_shim_stop (void);
/* From here on cuts are tried. */
void desk_shim_mark (void);
/* What was promised so far: goes into the record. */
void desk_shim_promise (gint64 value);
/* Writes to @path (and @path-wal) what could be there after a cut at a random moment: of what was not synced each part
 * is kept, dropped or torn. Returns: the last promise before the cut. */
gint64 desk_shim_cut (GRand *rand, const char *path);
/* Drops the record. */
void desk_shim_forget (void);

G_END_DECLS
