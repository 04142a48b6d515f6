/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-door.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

struct _DeskDoor
{
  int fd;
};

static void
set_open_error (GError **error, const char *path, int code)
{
  if (code == EROFS || code == EACCES || code == EPERM)
    desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, NULL, path, NULL);
  else if (code == ENOSPC || code == EDQUOT)
    desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, path, NULL);
  else if (code == ENOENT || code == ENOTDIR)
    desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_STORE_MISSING, NULL, path, NULL);
  else
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, path, g_strerror (code), NULL);
}

/**
 * desk_door_open:
 * @path: the store's path
 * @error: LOCKED when another program is in; READ_ONLY, FULL, IO
 *
 * Returns: (transfer full) (nullable): the door, held until desk_door_close()
 */
DeskDoor *
desk_door_open (const char *path, GError **error)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  DeskDoor *self;
  int fd = open (lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      set_open_error (error, path, errno);
      return NULL;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EWOULDBLOCK)
        desk_error_set (error, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED, NULL, path, NULL);
      else
        set_open_error (error, path, errno);
      close (fd);
      return NULL;
    }
  self = g_new0 (DeskDoor, 1);
  self->fd = fd;
  return self;
}

/* Lets the next one in; NULL is nothing. */
void
desk_door_close (DeskDoor *door)
{
  if (door == NULL)
    return;
  close (door->fd);
  g_free (door);
}
