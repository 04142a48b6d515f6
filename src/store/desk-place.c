/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-place.h"

#include <string.h>
#include <sys/vfs.h>

/* File systems on which SQLite's locks or shared memory do not hold (sqlite.org/useovernet.html): by the magic
 * numbers of statfs(2). fuseblk (local NTFS, exFAT) passes by its own magic of the kernel's fuse with a block device;
 * the kernel gives both FUSE_SUPER_MAGIC, so the two are told apart in /proc/self/mounts. */
static const struct
{
  gint64 magic;
  const char *name;
} refused[] = {
  { 0x6969, "NFS" },      { 0x517b, "SMB" },      { 0xff534d42, "SMB" }, { 0xfe534d42, "SMB" },
  { 0x5346414f, "AFS" },  { 0x6b414653, "AFS" },  { 0x01021997, "9P" },  { 0x65735546, "FUSE" },
  { 0x73757245, "Coda" }, { 0x00c36400, "Ceph" }, { 0x0bd00bd0, "Lustre" },
};

/* Folders that programs keep in step with other machines: they copy a store while it is written. */
static const char *const synchronised[] = {
  "Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Syncthing", "Google Drive", "GoogleDrive", "MEGAsync",
  "Nutstore", "坚果云", "百度网盘", "百度云同步盘", "BaiduNetdisk", "iCloud", "Seafile",
};
static const char *const markers[] = { ".stfolder", ".dropbox", ".csync_journal.db", ".sync" };

static gint64
real_magic (const char *folder)
{
  struct statfs fs;

  return statfs (folder, &fs) == 0 ? (gint64) (guint32) fs.f_type : 0;
}

static DeskPlaceMagic get_magic = real_magic;

void
desk_place_set_magic (DeskPlaceMagic magic)
{
  get_magic = magic != NULL ? magic : real_magic;
}

/* Is the mount that holds @folder of type fuseblk? The longest mount point that is a prefix decides. */
static gboolean
is_fuseblk (const char *folder)
{
  g_autofree char *mounts = NULL;
  g_auto (GStrv) lines = NULL;
  gsize best = 0;
  gboolean result = FALSE;

  if (!g_file_get_contents ("/proc/self/mounts", &mounts, NULL, NULL))
    return FALSE;
  lines = g_strsplit (mounts, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) part = g_strsplit (*line, " ", 4);
      gsize n = g_strv_length (part) >= 3 ? strlen (part[1]) : 0;

      if (n >= best && n > 0 && strncmp (folder, part[1], n) == 0)
        {
          best = n;
          result = g_str_equal (part[2], "fuseblk");
        }
    }
  return result;
}

static const char *
synchronising_program (const char *folder)
{
  g_auto (GStrv) parts = g_strsplit (folder, "/", -1);
  GString *path = g_string_new (NULL);
  const char *found = NULL;

  for (char **part = parts; *part != NULL && found == NULL; part++)
    {
      if (**part == '\0')
        continue;
      g_string_append_printf (path, "/%s", *part);
      for (guint i = 0; i < G_N_ELEMENTS (synchronised); i++)
        if (g_ascii_strcasecmp (*part, synchronised[i]) == 0)
          found = synchronised[i];
      for (guint i = 0; i < G_N_ELEMENTS (markers) && found == NULL; i++)
        {
          g_autofree char *marker = g_build_filename (path->str, markers[i], NULL);

          if (g_file_test (marker, G_FILE_TEST_EXISTS))
            found = markers[i];
        }
    }
  g_string_free (path, TRUE);
  return found;
}

/**
 * desk_place_check:
 * @path: where the store lies or shall lie
 * @error: DESK_ERROR_BAD_PLACE, with the file system or program in the problem
 *
 * Looks with statfs() only; opens nothing of the store.
 *
 * Returns: whether the place is safe
 */
gboolean
desk_place_check (const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  gint64 magic = get_magic (folder);
  const char *why = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (refused[i].magic == magic)
      why = refused[i].name;
  if (why != NULL && magic == 0x65735546 && is_fuseblk (folder))
    why = NULL;
  if (why == NULL)
    why = synchronising_program (folder);
  if (why == NULL)
    return TRUE;
  desk_error_set (error, DESK_ERROR_BAD_PLACE, DESK_PROBLEM_STORE_BAD_PLACE, NULL, path, why, NULL);
  return FALSE;
}
