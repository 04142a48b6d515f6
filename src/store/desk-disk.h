/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files beside the store, never the store itself while somebody works on it: what must be on the disk, whole, under its
 * name. Paths are the problem's first argument; errors are FULL, READ_ONLY, NOT_FOUND, IO, CANCELLED. */

gboolean desk_disk_set_error (GError **error, const char *path, int code);
gboolean desk_disk_sync (const char *path, GError **error);
gboolean desk_disk_sync_folder_of (const char *path, GError **error);
gboolean desk_disk_rename (const char *from, const char *to, GError **error);
void desk_disk_drop (const char *path);
gboolean desk_disk_make_folder (const char *folder, GError **error);
gboolean desk_disk_write_text (const char *path, const char *text, GError **error);
gboolean desk_disk_copy (const char *from, const char *to, GCancellable *cancellable, GError **error);

/* The bytes that are free on the disk of @folder and all it has. */
gboolean desk_disk_room (const char *folder, guint64 *room, guint64 *size, GError **error);

/* Do these two lie on different disks? A path that is not there yet counts as its folder. */
gboolean desk_disk_is_other (const char *one, const char *other);

/* For tests: answers in place of the disk; NULL goes back to the real one. */
typedef gboolean (*DeskDiskRoom) (const char *folder, guint64 *room, guint64 *size);
void desk_disk_set_room (DeskDiskRoom func);
/* For tests: every two paths count as on different disks. */
void desk_disk_set_other (gboolean other);

/* For tests: called before each step of what must survive a cut; FALSE stops there, as a cut would. */
typedef gboolean (*DeskDiskStep) (const char *what);
void desk_disk_set_step (DeskDiskStep func);
gboolean desk_disk_step (const char *what, GError **error);

/* For tests: told after each deed, to build the files that a power cut could have left. */
typedef enum
{
  DESK_DISK_COPIED, /* a new file was written under its name, and synced */
  DESK_DISK_WROTE,  /* a small file was written aside, synced, and got its name */
  DESK_DISK_SYNCED, /* a file or a folder */
  DESK_DISK_RENAMED,
  DESK_DISK_DROPPED,
} DeskDiskDeed;
typedef void (*DeskDiskWatch) (DeskDiskDeed deed, const char *path, const char *other);
void desk_disk_set_watch (DeskDiskWatch func);

G_END_DECLS
