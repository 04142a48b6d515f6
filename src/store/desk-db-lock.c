/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * SQLite's locks, held so that nobody else in the process can drop them.
 *
 * A POSIX lock of a process goes when the process closes any descriptor of the file (fcntl(2); "How To Corrupt An SQLite
 * Database File", 2.2). The toolkit does just that: its file chooser opens and closes every file of the folder it shows, to
 * see what kind it is, the store, its -wal and its -shm among them. From then on another program takes itself for the
 * only one, truncates the -shm that is mapped here, and removes the -wal that is being written.
 *
 * Locks of an open file description (F_OFD_SETLK) stay until that description is closed. One is opened for each file, for
 * the locks alone, and all of SQLite's connections lock through it: they still are one owner, as SQLite expects of a process.
 * SQLite lets its calls be replaced for that (sqlite3_vfs.xSetSystemCall).
 */
typedef int (*Fcntl) (int fd, int command, ...);
typedef int (*Close) (int fd);

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd;      /* holds the locks */
  guint users; /* SQLite's descriptors of the file that locked once */
} Holder;

static struct
{
  GMutex mutex;
  GHashTable *of_fd; /* SQLite's descriptor → Holder */
  GPtrArray *holders;
  Fcntl fcntl;
  Close close;
} locks;

static Holder *
holder_new (int fd, const struct stat *file)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  int own = open (path, O_RDWR | O_CLOEXEC);
  Holder *holder;

  if (own < 0)
    own = open (path, O_RDONLY | O_CLOEXEC);
  if (own < 0)
    return NULL;
  holder = g_new (Holder, 1);
  *holder = (Holder){ file->st_dev, file->st_ino, own, 0 };
  g_ptr_array_add (locks.holders, holder);
  return holder;
}

/* Returns: what holds the locks of the file behind @fd; NULL where it cannot be opened again. */
static Holder *
holder_of (int fd)
{
  Holder *holder = g_hash_table_lookup (locks.of_fd, GINT_TO_POINTER (fd));
  struct stat file;

  if (holder != NULL)
    return holder;
  if (fstat (fd, &file) != 0)
    return NULL;
  for (guint i = 0; i < locks.holders->len && holder == NULL; i++)
    {
      Holder *other = locks.holders->pdata[i];

      if (other->device == file.st_dev && other->inode == file.st_ino)
        holder = other;
    }
  if (holder == NULL && (holder = holder_new (fd, &file)) == NULL)
    return NULL;
  holder->users++;
  g_hash_table_insert (locks.of_fd, GINT_TO_POINTER (fd), holder);
  return holder;
}

static int
lock_call (int fd, int command, struct flock *lock)
{
  int wanted = command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;
  struct flock asked = *lock;
  Holder *holder;
  int own;

  g_mutex_lock (&locks.mutex);
  holder = holder_of (fd);
  own = holder != NULL ? holder->fd : -1;
  g_mutex_unlock (&locks.mutex);
  if (own < 0)
    return locks.fcntl (fd, command, lock);
  asked.l_pid = 0;
  if (locks.fcntl (own, wanted, &asked) != 0)
    return -1;
  if (command == F_GETLK)
    *lock = asked;
  return 0;
}

static int
desk_fcntl (int fd, int command, ...)
{
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command == F_GETLK || command == F_SETLK || command == F_SETLKW)
    return lock_call (fd, command, argument);
  return locks.fcntl (fd, command, argument);
}

static int
desk_close (int fd)
{
  Holder *holder;

  g_mutex_lock (&locks.mutex);
  holder = g_hash_table_lookup (locks.of_fd, GINT_TO_POINTER (fd));
  if (holder != NULL)
    {
      g_hash_table_remove (locks.of_fd, GINT_TO_POINTER (fd));
      if (--holder->users == 0)
        {
          locks.close (holder->fd);
          g_ptr_array_remove_fast (locks.holders, holder);
        }
    }
  g_mutex_unlock (&locks.mutex);
  return locks.close (fd);
}

/* Before the first database is opened; any thread, any number of times. */
void
desk_db_lock_install (void)
{
  static gsize installed;
  sqlite3_vfs *vfs;

  if (!g_once_init_enter (&installed))
    return;
  sqlite3_initialize ();
  vfs = sqlite3_vfs_find ("unix");
  if (vfs != NULL && vfs->iVersion >= 3)
    {
      locks.of_fd = g_hash_table_new (NULL, NULL);
      locks.holders = g_ptr_array_new_with_free_func (g_free);
      locks.fcntl = (Fcntl) vfs->xGetSystemCall (vfs, "fcntl");
      locks.close = (Close) vfs->xGetSystemCall (vfs, "close");
      vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) desk_fcntl);
      vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) desk_close);
    }
  g_once_init_leave (&installed, 1);
}
