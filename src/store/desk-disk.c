/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-error.h"

#define CHUNK (1024 * 1024)

static DeskDiskRoom ask_room;
static gboolean always_other;
static DeskDiskStep ask_step;
static DeskDiskWatch watch;

void
desk_disk_set_room (DeskDiskRoom func)
{
  ask_room = func;
}

void
desk_disk_set_other (gboolean other)
{
  always_other = other;
}

void
desk_disk_set_step (DeskDiskStep func)
{
  ask_step = func;
}

void
desk_disk_set_watch (DeskDiskWatch func)
{
  watch = func;
}

static void
tell (DeskDiskDeed deed, const char *path, const char *other)
{
  if (watch != NULL)
    watch (deed, path, other);
}

/* Asks the test, if there is one, whether this step comes about. */
gboolean
desk_disk_step (const char *what, GError **error)
{
  if (ask_step == NULL || ask_step (what))
    return TRUE;
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, what, "cut", NULL);
  return FALSE;
}

/* Sets what errno @code means to a person. Returns: FALSE. */
gboolean
desk_disk_set_error (GError **error, const char *path, int code)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, path, NULL);
  else if (code == EROFS || code == EACCES || code == EPERM)
    desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, NULL, path, NULL);
  else if (code == ENOENT || code == ENOTDIR)
    desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_STORE_MISSING, NULL, path, NULL);
  else
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, path, g_strerror (code), NULL);
  return FALSE;
}

/* What was written to @path, a file or a folder, is on the disk when this returns TRUE. */
gboolean
desk_disk_sync (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int code = 0;

  if (fd < 0)
    return desk_disk_set_error (error, path, errno);
  /* Some file systems of sticks cannot sync a folder and say so. */
  if (fsync (fd) != 0 && errno != EINVAL && errno != EBADF)
    code = errno;
  close (fd);
  if (code != 0)
    return desk_disk_set_error (error, path, code);
  tell (DESK_DISK_SYNCED, path, NULL);
  return TRUE;
}

/* The names in the folder of @path are on the disk when this returns TRUE. */
gboolean
desk_disk_sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return desk_disk_sync (folder, error);
}

/* Renames within a folder; the new name is on the disk when this returns TRUE. */
gboolean
desk_disk_rename (const char *from, const char *to, GError **error)
{
  if (!desk_disk_step (to, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    return desk_disk_set_error (error, to, errno);
  tell (DESK_DISK_RENAMED, from, to);
  return desk_disk_sync_folder_of (to, error);
}

/* Takes the name away, where it is there; desk_disk_sync_folder_of() makes it so on the disk. */
void
desk_disk_drop (const char *path)
{
  if (g_unlink (path) == 0)
    tell (DESK_DISK_DROPPED, path, NULL);
}

/* Makes the folder, for this user only, where it is not there. */
gboolean
desk_disk_make_folder (const char *folder, GError **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0 || desk_disk_set_error (error, folder, errno);
}

/* Writes a small file whole or not at all, on the disk when this returns TRUE. */
gboolean
desk_disk_write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!desk_disk_step (path, error))
    return FALSE;
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local))
    {
      tell (DESK_DISK_WROTE, path, NULL);
      return desk_disk_sync_folder_of (path, error);
    }
  return desk_disk_set_error (error, path,
                              g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC)   ? ENOSPC
                              : g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_ROFS)  ? EROFS
                              : g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_ACCES) ? EACCES
                              : g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? ENOENT
                                                                                          : EIO);
}

static gboolean
write_whole (int fd, const guint8 *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

/* Copies what there is to read into @out. Returns: 0 or an errno; ECANCELED when somebody changed their mind. */
static int
pour (int in, int out, GCancellable *cancellable)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);

  for (;;)
    {
      gssize n = read (in, buffer, CHUNK);

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        return fsync (out) == 0 ? 0 : errno;
      if (!write_whole (out, buffer, (gsize) n))
        return errno;
    }
}

/* Copies @from, on which nobody works, to the new file @to, for the owner's eyes and synced. Nothing is left of a copy
 * that did not come to its end. */
gboolean
desk_disk_copy (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  int in = open (from, O_RDONLY | O_CLOEXEC), out, code;

  if (in < 0)
    return desk_disk_set_error (error, from, errno);
  out = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (out < 0)
    {
      code = errno;
      close (in);
      return desk_disk_set_error (error, to, code);
    }
  code = pour (in, out, cancellable);
  close (in);
  if (close (out) != 0 && code == 0)
    code = errno;
  if (code == 0)
    {
      tell (DESK_DISK_COPIED, to, NULL);
      return TRUE;
    }
  g_unlink (to);
  if (code != ECANCELED)
    return desk_disk_set_error (error, to, code);
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return FALSE;
}

/* The number of the disk of @path or, where it is not there yet, of its folder; 0 unknown. */
static dev_t
disk_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat st;

  return stat (path, &st) == 0 || stat (folder, &st) == 0 ? st.st_dev : 0;
}

gboolean
desk_disk_is_other (const char *one, const char *other)
{
  return always_other || disk_of (one) != disk_of (other);
}

gboolean
desk_disk_room (const char *folder, guint64 *room, guint64 *size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = NULL;

  if (ask_room != NULL && ask_room (folder, room, size))
    return TRUE;
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE "," G_FILE_ATTRIBUTE_FILESYSTEM_SIZE, NULL, NULL);
  if (info == NULL)
    return desk_disk_set_error (error, folder, ENOENT);
  *room = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  *size = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_SIZE);
  return TRUE;
}
