/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shim-vfs.h"

#include <sqlite3.h>
#include <string.h>

#include "desk-shim-folder.h"
#include "desk-shim-image.h"

typedef struct
{
  sqlite3_file base;
  int which; /* 0 the store, 1 its log, 2 neither */
  const char *name; /* SQLite's, as long as the file is open */
  sqlite3_file *real;
  gboolean writes; /* a database that is open for writing */
} Shim;

#define REAL(file) (((Shim *) (file))->real)

typedef enum
{
  ENTRY_WRITE,
  ENTRY_TRUNCATE,
  ENTRY_SYNC,
  ENTRY_PROMISE,
} EntryType;

typedef struct
{
  EntryType type;
  int which;
  gint64 at; /* offset, size or promise */
  GBytes *bytes;
} Entry;

static struct
{
  GMutex mutex;
  GCond released;
  sqlite3_vfs *real;
  gboolean fast;
  gboolean blocked;
  gboolean block_read;
  int waiting;
  DeskShimOps ops;
  int left;
  int code;
  gboolean lasting, failed;
  GHashTable *writers; /* of a database's name: how many have it open for writing */
  guint most_writers;
  gboolean recording;
  GArray *entries; /* Entry */
  guint mark;
} shim;

static void
note (EntryType type, int which, gint64 at, const void *data, int n)
{
  Entry entry = { type, which, at, NULL };

  g_mutex_lock (&shim.mutex);
  if (shim.recording)
    {
      entry.bytes = data != NULL ? g_bytes_new (data, (gsize) n) : NULL;
      g_array_append_val (shim.entries, entry);
    }
  g_mutex_unlock (&shim.mutex);
}

/* Returns: SQLITE_OK, or the code with which this operation fails. */
static int
judge (DeskShimOps op)
{
  int code = SQLITE_OK;

  g_mutex_lock (&shim.mutex);
  if ((shim.ops & op) != 0 && shim.left > 0 && --shim.left == 0)
    {
      shim.failed = TRUE;
      code = shim.code;
    }
  else if ((shim.ops & op) != 0 && shim.failed && shim.lasting)
    code = shim.code;
  g_mutex_unlock (&shim.mutex);
  return code;
}

/* One that opens @name for writing, or closes it. */
static void
count_writer (const char *name, int change)
{
  guint n;

  g_mutex_lock (&shim.mutex);
  n = (guint) (GPOINTER_TO_INT (g_hash_table_lookup (shim.writers, name)) + change);
  g_hash_table_insert (shim.writers, g_strdup (name), GINT_TO_POINTER ((int) n));
  shim.most_writers = MAX (shim.most_writers, n);
  g_mutex_unlock (&shim.mutex);
}

guint
desk_shim_most_writers (void)
{
  guint most;

  g_mutex_lock (&shim.mutex);
  most = shim.most_writers;
  g_mutex_unlock (&shim.mutex);
  return most;
}

static int
shim_close (sqlite3_file *file)
{
  if (((Shim *) file)->writes)
    count_writer (((Shim *) file)->name, -1);
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
shim_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 at)
{
  g_mutex_lock (&shim.mutex);
  if (shim.block_read)
    {
      shim.block_read = FALSE;
      shim.blocked = TRUE;
      shim.waiting++;
      while (shim.blocked)
        g_cond_wait (&shim.released, &shim.mutex);
      shim.waiting--;
    }
  g_mutex_unlock (&shim.mutex);
  return REAL (file)->pMethods->xRead (REAL (file), buffer, n, at);
}

static int
shim_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  int code = judge (DESK_SHIM_WRITE);

  if (code != SQLITE_OK)
    return code;
  note (ENTRY_WRITE, ((Shim *) file)->which, at, data, n);
  desk_shim_folder_wrote (((Shim *) file)->name, at, data, (gsize) n);
  return REAL (file)->pMethods->xWrite (REAL (file), data, n, at);
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = judge (DESK_SHIM_TRUNCATE);

  if (code != SQLITE_OK)
    return code;
  note (ENTRY_TRUNCATE, ((Shim *) file)->which, size, NULL, 0);
  desk_shim_folder_truncated (((Shim *) file)->name, size);
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  int code = judge (DESK_SHIM_SYNC);

  g_mutex_lock (&shim.mutex);
  shim.waiting++;
  while (shim.blocked)
    g_cond_wait (&shim.released, &shim.mutex);
  shim.waiting--;
  g_mutex_unlock (&shim.mutex);
  if (code == SQLITE_OK && !shim.fast)
    code = REAL (file)->pMethods->xSync (REAL (file), flags);
  if (code == SQLITE_OK)
    {
      note (ENTRY_SYNC, ((Shim *) file)->which, 0, NULL, 0);
      desk_shim_folder_synced (((Shim *) file)->name);
    }
  return code;
}

static int
shim_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
shim_lock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
shim_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
shim_check_lock (sqlite3_file *file, int *level)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), level);
}

static int
shim_control (sqlite3_file *file, int op, void *arg)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, arg);
}

static int
shim_sector (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
shim_device (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
shim_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, at);
}

static int
shim_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
shim_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
shim_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

/* Version 2: no memory map, so that every write comes by here. */
static const sqlite3_io_methods methods = {
  2,           shim_close,       shim_read,    shim_write,   shim_truncate, shim_sync,     shim_size,
  shim_lock,   shim_unlock,      shim_check_lock, shim_control, shim_sector, shim_device,  shim_shm_map,
  shim_shm_lock, shim_shm_barrier, shim_shm_unmap, NULL,      NULL,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  Shim *self = (Shim *) file;
  int code = judge (DESK_SHIM_OPEN);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) &self[1];
  self->real->pMethods = NULL;
  self->which = flags & SQLITE_OPEN_MAIN_DB ? 0 : flags & SQLITE_OPEN_WAL ? 1 : 2;
  /* A backup that is made meanwhile is another file: it is in no image of the store. */
  if (name != NULL && strstr (name, ".backup") != NULL)
    self->which = 2;
  if (code == SQLITE_OK)
    code = shim.real->xOpen (shim.real, name, self->real, flags, out_flags);
  self->name = name;
  self->writes = code == SQLITE_OK && name != NULL && (flags & SQLITE_OPEN_MAIN_DB) != 0 && (flags & SQLITE_OPEN_READWRITE) != 0;
  if (self->writes)
    count_writer (name, 1);
  if (self->real->pMethods != NULL)
    {
      self->base.pMethods = &methods;
      desk_shim_folder_opened (name);
    }
  return code;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code = shim.real->xDelete (shim.real, name, sync_folder);

  if (code == SQLITE_OK)
    desk_shim_folder_deleted (name, sync_folder);
  return code;
}

void
desk_shim_install (void)
{
  static sqlite3_vfs vfs;

  shim.real = sqlite3_vfs_find (NULL);
  vfs = *shim.real;
  vfs.zName = "desk-shim";
  vfs.szOsFile = (int) sizeof (Shim) + shim.real->szOsFile;
  vfs.xOpen = shim_open;
  vfs.xDelete = shim_delete;
  vfs.pNext = NULL;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
  shim.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  shim.writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
desk_shim_set_fast (gboolean fast)
{
  shim.fast = fast;
}

void
desk_shim_block (void)
{
  g_mutex_lock (&shim.mutex);
  shim.blocked = TRUE;
  g_mutex_unlock (&shim.mutex);
}

void
desk_shim_block_one_read (void)
{
  g_mutex_lock (&shim.mutex);
  shim.block_read = TRUE;
  g_mutex_unlock (&shim.mutex);
}

void
desk_shim_release (void)
{
  g_mutex_lock (&shim.mutex);
  shim.blocked = FALSE;
  g_cond_broadcast (&shim.released);
  g_mutex_unlock (&shim.mutex);
}

gboolean
desk_shim_is_waiting (void)
{
  gboolean waiting;

  g_mutex_lock (&shim.mutex);
  waiting = shim.blocked && shim.waiting > 0;
  g_mutex_unlock (&shim.mutex);
  return waiting;
}

void
desk_shim_fail (DeskShimOps ops, int nth, int code, gboolean lasting)
{
  g_mutex_lock (&shim.mutex);
  shim.ops = nth > 0 ? ops : 0;
  shim.left = nth;
  shim.code = code;
  shim.lasting = lasting;
  shim.failed = FALSE;
  g_mutex_unlock (&shim.mutex);
}

gboolean
desk_shim_has_failed (void)
{
  gboolean failed;

  g_mutex_lock (&shim.mutex);
  failed = shim.failed;
  g_mutex_unlock (&shim.mutex);
  return failed;
}

void
desk_shim_record (void)
{
  desk_shim_forget ();
  shim.recording = TRUE;
}

void
desk_shim_stop (void)
{
  shim.recording = FALSE;
}

void
desk_shim_mark (void)
{
  shim.mark = shim.entries->len;
}

void
desk_shim_promise (gint64 value)
{
  note (ENTRY_PROMISE, 2, value, NULL, 0);
}

void
desk_shim_forget (void)
{
  for (guint i = 0; i < shim.entries->len; i++)
    g_clear_pointer (&g_array_index (shim.entries, Entry, i).bytes, g_bytes_unref);
  g_array_set_size (shim.entries, 0);
  shim.mark = 0;
}

static GByteArray *
build (guint cut, int which, GRand *rand)
{
  GByteArray *image = desk_shim_image_new ();
  guint synced = 0;

  for (guint i = 0; i < cut; i++)
    if (g_array_index (shim.entries, Entry, i).type == ENTRY_SYNC && g_array_index (shim.entries, Entry, i).which == which)
      synced = i;
  for (guint i = 0; i < cut; i++)
    {
      const Entry *entry = &g_array_index (shim.entries, Entry, i);

      if (entry->which != which)
        continue;
      if (entry->type == ENTRY_WRITE)
        desk_shim_image_write (image, entry->at, entry->bytes, i < synced, rand);
      else if (entry->type == ENTRY_TRUNCATE)
        desk_shim_image_truncate (image, entry->at, i < synced, rand);
    }
  return image;
}

gint64
desk_shim_cut (GRand *rand, const char *path)
{
  guint cut = (guint) g_rand_int_range (rand, (gint32) shim.mark, (gint32) shim.entries->len + 1);
  gint64 promised = 0;

  for (guint i = 0; i < cut; i++)
    if (g_array_index (shim.entries, Entry, i).type == ENTRY_PROMISE)
      promised = g_array_index (shim.entries, Entry, i).at;
  for (int which = 0; which < 2; which++)
    {
      g_autoptr (GByteArray) image = build (cut, which, rand);
      g_autofree char *file = g_strconcat (path, which == 1 ? "-wal" : "", NULL);

      desk_shim_image_save (image, file);
    }
  return promised;
}
