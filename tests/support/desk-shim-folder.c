/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shim-folder.h"

#include "desk-disk.h"
#include "desk-shim-image.h"

#define CHUNK 4096

typedef enum
{
  WRITE,
  TRUNCATE,
  SYNC,
  LINK,
  RENAME,
  UNLINK,
  SYNC_FOLDER,
  PROMISE,
} Type;

typedef struct
{
  Type type;
  guint file;   /* number of the file's contents, whatever it is called */
  gint64 at;    /* offset, size or promise */
  GBytes *bytes;
  char *name, *other; /* within the folder */
} Entry;

static struct
{
  GMutex mutex;
  gboolean recording;
  char *folder;
  const char *ignored;
  GPtrArray *entries;
  GHashTable *names;  /* name → number of the file */
  GHashTable *logs;   /* numbers of logs and journals whose folder SQLite has not synced yet */
  guint n_files, mark;
} rec;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry->name);
  g_free (entry->other);
  g_free (entry);
}

static Entry *
add (Type type, guint file)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->type = type;
  entry->file = file;
  g_ptr_array_add (rec.entries, entry);
  return entry;
}

/* Returns: (transfer full) (nullable): what @path is called in the folder; NULL for a file elsewhere, and for shared memory. */
static char *
name_of (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder == NULL || !g_str_equal (folder, rec.folder) || g_str_has_suffix (path, "-shm"))
    return NULL;
  return g_path_get_basename (path);
}

static guint
add_link (const char *name)
{
  guint file = rec.n_files++;

  add (LINK, file)->name = g_strdup (name);
  g_hash_table_insert (rec.names, g_strdup (name), GUINT_TO_POINTER (file));
  if (g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-journal"))
    g_hash_table_add (rec.logs, GUINT_TO_POINTER (file));
  return file;
}

/* The number of the file that is called so, made where there is none. */
static guint
file_of (const char *name)
{
  gpointer file;

  return g_hash_table_lookup_extended (rec.names, name, NULL, &file) ? GPOINTER_TO_UINT (file) : add_link (name);
}

static void
add_sync (guint file, const char *name)
{
  if (rec.ignored == NULL || !g_str_has_suffix (name, rec.ignored))
    add (SYNC, file);
}

static void
add_contents (guint file, const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  for (gsize at = 0; at < n; at += CHUNK)
    {
      Entry *entry = add (WRITE, file);

      entry->at = (gint64) at;
      entry->bytes = g_bytes_new (bytes + at, MIN (CHUNK, n - at));
    }
  add_sync (file, path);
}

/* A name comes or goes without its contents. */
static void
move_name (const char *from, const char *to)
{
  gpointer file;

  if (!g_hash_table_contains (rec.names, from))
    return;
  file = g_hash_table_lookup (rec.names, from);
  if (to != NULL)
    g_hash_table_insert (rec.names, g_strdup (to), file);
  g_hash_table_remove (rec.names, from);
}

static void
on_deed (DeskDiskDeed deed, const char *path, const char *other)
{
  g_autofree char *name = NULL;
  Entry *entry;

  g_mutex_lock (&rec.mutex);
  name = name_of (path);
  if (rec.recording && g_strcmp0 (path, rec.folder) == 0 && deed == DESK_DISK_SYNCED)
    add (SYNC_FOLDER, 0);
  else if (rec.recording && name != NULL)
    switch (deed)
      {
      case DESK_DISK_COPIED:
        add_contents (add_link (name), path);
        break;
      case DESK_DISK_WROTE:
        add_contents (rec.n_files, path);
        add_link (name);
        break;
      case DESK_DISK_SYNCED:
        add_sync (file_of (name), name);
        break;
      case DESK_DISK_RENAMED:
        entry = add (RENAME, 0);
        entry->name = g_strdup (name);
        entry->other = name_of (other);
        move_name (name, entry->other);
        break;
      case DESK_DISK_DROPPED:
        add (UNLINK, 0)->name = g_strdup (name);
        move_name (name, NULL);
        break;
      default:
        g_assert_not_reached ();
      }
  g_mutex_unlock (&rec.mutex);
}

void
desk_shim_folder_opened (const char *name)
{
  g_autofree char *own = NULL;

  g_mutex_lock (&rec.mutex);
  own = rec.recording ? name_of (name) : NULL;
  if (own != NULL)
    file_of (own);
  g_mutex_unlock (&rec.mutex);
}

void
desk_shim_folder_wrote (const char *name, gint64 at, const void *data, gsize n)
{
  g_autofree char *own = NULL;

  g_mutex_lock (&rec.mutex);
  own = rec.recording ? name_of (name) : NULL;
  if (own != NULL)
    {
      Entry *entry = add (WRITE, file_of (own));

      entry->at = at;
      entry->bytes = g_bytes_new (data, n);
    }
  g_mutex_unlock (&rec.mutex);
}

void
desk_shim_folder_truncated (const char *name, gint64 size)
{
  g_autofree char *own = NULL;

  g_mutex_lock (&rec.mutex);
  own = rec.recording ? name_of (name) : NULL;
  if (own != NULL)
    add (TRUNCATE, file_of (own))->at = size;
  g_mutex_unlock (&rec.mutex);
}

/* With the first sync of a log or journal SQLite syncs the folder, too. */
void
desk_shim_folder_synced (const char *name)
{
  g_autofree char *own = NULL;

  g_mutex_lock (&rec.mutex);
  own = rec.recording ? name_of (name) : NULL;
  if (own != NULL)
    {
      guint file = file_of (own);

      add_sync (file, own);
      if (g_hash_table_remove (rec.logs, GUINT_TO_POINTER (file)))
        add (SYNC_FOLDER, 0);
    }
  g_mutex_unlock (&rec.mutex);
}

void
desk_shim_folder_deleted (const char *name, gboolean sync_folder)
{
  g_autofree char *own = NULL;

  g_mutex_lock (&rec.mutex);
  own = rec.recording ? name_of (name) : NULL;
  if (own != NULL)
    {
      add (UNLINK, 0)->name = g_strdup (own);
      move_name (own, NULL);
      if (sync_folder)
        add (SYNC_FOLDER, 0);
    }
  g_mutex_unlock (&rec.mutex);
}

/* What lies there already is on the disk. */
static void
add_present (void)
{
  g_autoptr (GDir) dir = g_dir_open (rec.folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (rec.folder, name, NULL);
      g_autofree char *own = name_of (path);

      if (own != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        add_contents (add_link (own), path);
    }
  add (SYNC_FOLDER, 0);
}

void
desk_shim_folder_record (const char *folder)
{
  rec.folder = g_strdup (folder);
  rec.entries = g_ptr_array_new_with_free_func (entry_free);
  rec.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rec.logs = g_hash_table_new (NULL, NULL);
  rec.n_files = rec.mark = 0;
  add_present ();
  rec.recording = TRUE;
  desk_disk_set_watch (on_deed);
}

void
desk_shim_folder_stop (void)
{
  desk_disk_set_watch (NULL);
  rec.recording = FALSE;
}

void
desk_shim_folder_ignore (const char *ending)
{
  rec.ignored = ending;
}

void
desk_shim_folder_mark (void)
{
  rec.mark = rec.entries->len;
}

void
desk_shim_folder_promise (gint64 value)
{
  g_mutex_lock (&rec.mutex);
  add (PROMISE, 0)->at = value;
  g_mutex_unlock (&rec.mutex);
}

void
desk_shim_folder_forget (void)
{
  g_clear_pointer (&rec.entries, g_ptr_array_unref);
  g_clear_pointer (&rec.names, g_hash_table_unref);
  g_clear_pointer (&rec.logs, g_hash_table_unref);
  g_clear_pointer (&rec.folder, g_free);
}

static GByteArray *
build (guint cut, guint file, GRand *rand)
{
  GByteArray *image = desk_shim_image_new ();
  guint synced = 0;

  for (guint i = 0; i < cut; i++)
    {
      const Entry *entry = rec.entries->pdata[i];

      if (entry->type == SYNC && entry->file == file)
        synced = i;
    }
  for (guint i = 0; i < cut; i++)
    {
      const Entry *entry = rec.entries->pdata[i];

      if (entry->file != file)
        continue;
      if (entry->type == WRITE)
        desk_shim_image_write (image, entry->at, entry->bytes, i < synced, rand);
      else if (entry->type == TRUNCATE)
        desk_shim_image_truncate (image, entry->at, i < synced, rand);
    }
  return image;
}

/* Returns: (transfer full): name → number of the file, as they stand after the first @until entries. */
static GHashTable *
names_after (guint until)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < until; i++)
    {
      const Entry *entry = rec.entries->pdata[i];
      gpointer file;

      if (entry->type == LINK)
        g_hash_table_insert (names, g_strdup (entry->name), GUINT_TO_POINTER (entry->file));
      else if (entry->type == RENAME && g_hash_table_lookup_extended (names, entry->name, NULL, &file))
        {
          if (entry->other != NULL)
            g_hash_table_insert (names, g_strdup (entry->other), file);
          g_hash_table_remove (names, entry->name);
        }
      else if (entry->type == UNLINK)
        g_hash_table_remove (names, entry->name);
    }
  return names;
}

gint64
desk_shim_folder_cut (GRand *rand, const char *folder)
{
  guint cut = (guint) g_rand_int_range (rand, (gint32) rec.mark, (gint32) rec.entries->len + 1), known = 0;
  g_autoptr (GHashTable) names = NULL;
  GHashTableIter iter;
  gpointer name, file;
  gint64 promised = 0;

  for (guint i = 0; i < cut; i++)
    {
      const Entry *entry = rec.entries->pdata[i];

      if (entry->type == SYNC_FOLDER)
        known = i;
      if (entry->type == PROMISE)
        promised = entry->at;
    }
  names = names_after ((guint) g_rand_int_range (rand, (gint32) known, (gint32) cut + 1));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autoptr (GByteArray) image = build (cut, GPOINTER_TO_UINT (file), rand);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      desk_shim_image_save (image, path);
    }
  return promised;
}
