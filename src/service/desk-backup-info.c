/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"

#include <string.h>
#include <sys/stat.h>

#include "desk-db-copy.h"
#include "desk-disk.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-seal.h"
#include "desk-service-private.h"
#include "desk-store-backup.h"

#define GROUP "backup"

void
desk_backup_info_free (gpointer data)
{
  DeskBackupInfo *info = data;

  if (info == NULL)
    return;
  g_free (info->path);
  g_free (info->store_id);
  g_free (info->head);
  g_free (info->counts);
  g_free (info);
}

/* Returns: (transfer full). */
DeskBackupInfo *
desk_backup_info_copy (const DeskBackupInfo *info)
{
  DeskBackupInfo *copy = g_memdup2 (info, sizeof *info);

  copy->path = g_strdup (info->path);
  copy->store_id = g_strdup (info->store_id);
  copy->head = g_strdup (info->head);
  copy->counts = g_strdup (info->counts);
  return copy;
}

/* How many rows @table has in it, 0 when it has no such table. */
gint64
desk_backup_info_count (const DeskBackupInfo *info, const char *table)
{
  g_auto (GStrv) parts = g_strsplit (info->counts, ";", -1);
  gsize n = strlen (table);

  for (char **part = parts; *part != NULL; part++)
    if (strncmp (*part, table, n) == 0 && (*part)[n] == ' ')
      return g_ascii_strtoll (*part + n, NULL, 10);
  return 0;
}

/* Returns: (transfer full): what a closed backup says of itself to anybody: no names, only figures. */
char *
desk_backup_info_to_note (const DeskBackupInfo *info)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();

  g_key_file_set_int64 (note, GROUP, "at", info->at);
  g_key_file_set_string (note, GROUP, "store", info->store_id);
  g_key_file_set_integer (note, GROUP, "schema", info->schema);
  g_key_file_set_int64 (note, GROUP, "act", info->act_id);
  g_key_file_set_int64 (note, GROUP, "trail", info->trail_id);
  g_key_file_set_string (note, GROUP, "head", info->head);
  g_key_file_set_string (note, GROUP, "counts", info->counts);
  return g_key_file_to_data (note, NULL, NULL);
}

static gboolean
read_note (DeskBackupInfo *info, GError **error)
{
  g_autofree char *text = desk_seal_read_note (info->path, error);
  g_autoptr (GKeyFile) note = g_key_file_new ();

  if (text == NULL)
    return FALSE;
  if (g_key_file_load_from_data (note, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    {
      info->at = g_key_file_get_int64 (note, GROUP, "at", NULL);
      info->store_id = g_key_file_get_string (note, GROUP, "store", NULL);
      info->schema = g_key_file_get_integer (note, GROUP, "schema", NULL);
      info->act_id = g_key_file_get_int64 (note, GROUP, "act", NULL);
      info->trail_id = g_key_file_get_int64 (note, GROUP, "trail", NULL);
      info->head = g_key_file_get_string (note, GROUP, "head", NULL);
      info->counts = g_key_file_get_string (note, GROUP, "counts", NULL);
    }
  if (info->store_id != NULL && info->head != NULL && info->counts != NULL)
    return TRUE;
  desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_DAMAGED, NULL, info->path, NULL);
  return FALSE;
}

/* A copy that nobody marked (one that an upgrade kept, or a person made) says it by its rows; its time is the file's. */
static gboolean
read_open (DeskBackupInfo *info, gint64 changed_at, GError **error)
{
  g_autoptr (DeskDb) db = desk_db_open_copy (info->path, error);
  g_auto (DeskMark) mark = { 0 };
  gboolean found;

  if (db == NULL || !desk_store_get_mark (db, &mark, &found, error)
      || (!found && !desk_store_take_mark (db, changed_at, &mark, error)))
    return FALSE;
  info->schema = desk_db_get_schema (db);
  info->at = mark.at;
  info->store_id = g_steal_pointer (&mark.store_id);
  info->act_id = mark.act_id;
  info->trail_id = mark.trail_id;
  info->head = desk_id_hex (mark.head, sizeof mark.head);
  info->counts = g_steal_pointer (&mark.counts);
  return TRUE;
}

/**
 * desk_backup_info_read:
 * @path: a file
 * @error: NOT_FOUND, DAMAGED when it is no backup or none that can be read, NEWER_SCHEMA, IO
 *
 * Returns: (transfer full) (nullable): what it says of itself
 */
DeskBackupInfo *
desk_backup_info_read (const char *path, GError **error)
{
  g_autoptr (DeskBackupInfo) info = g_new0 (DeskBackupInfo, 1);
  struct stat st;

  info->path = g_strdup (path);
  if (stat (path, &st) != 0)
    {
      desk_disk_set_error (error, path, errno);
      return NULL;
    }
  info->size = st.st_size;
  info->sealed = S_ISREG (st.st_mode) && desk_seal_is_sealed (path);
  if (!(info->sealed ? read_note (info, error) : read_open (info, st.st_mtime, error)))
    return NULL;
  return g_steal_pointer (&info);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const DeskBackupInfo *one = *(DeskBackupInfo *const *) a, *other = *(DeskBackupInfo *const *) b;

  return one->at < other->at ? 1 : one->at > other->at ? -1 : g_strcmp0 (other->path, one->path);
}

/* Returns: (transfer full) (element-type DeskBackupInfo): the backups in @folder of the store with this id (NULL: of any),
 * newest first; what cannot be read is not among them. Empty when the folder is not there. */
GPtrArray *
desk_backup_list (const char *folder, const char *store_id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (desk_backup_info_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      DeskBackupInfo *info = NULL;

      if (!g_str_has_suffix (name, ".backup") && !g_str_has_suffix (name, ".sealed"))
        continue;
      info = desk_backup_info_read (path, &error);
      if (info == NULL)
        g_info ("%s: %s", path, error->message);
      else if (store_id != NULL && !g_str_equal (store_id, info->store_id))
        desk_backup_info_free (info);
      else
        g_ptr_array_add (list, info);
    }
  g_ptr_array_sort (list, newest_first);
  return list;
}

/* Returns: (transfer none) (nullable): the newest one whose time can be believed; @open_only: that needs no passphrase. */
const DeskBackupInfo *
desk_backup_newest (GPtrArray *list, gint64 now, gboolean open_only)
{
  for (guint i = 0; i < list->len; i++)
    {
      const DeskBackupInfo *info = list->pdata[i];

      if (desk_backup_rule_counts (info->at, now) && !(open_only && info->sealed))
        return info;
    }
  return NULL;
}

static gboolean
read_loss (DeskDb *db, const DeskMark *mark, DeskBackupLoss *loss, GError **error)
{
  return desk_store_has_head (db, mark, &loss->same_line, error)
         && desk_store_count_acts_after (db, loss->same_line ? mark->act_id : 0, &loss->n_acts, &loss->last_at, error);
}

/* What restoring @info would take away from the store of @service. */
gboolean
desk_backup_count_loss (DeskService *service, const DeskBackupInfo *info, DeskBackupLoss *loss, GError **error)
{
  DeskMark mark = { .act_id = info->act_id, .trail_id = info->trail_id };

  for (gsize i = 0; i < sizeof mark.head && strlen (info->head) == 2 * sizeof mark.head; i++)
    mark.head[i] = (guint8) (g_ascii_xdigit_value (info->head[2 * i]) << 4 | g_ascii_xdigit_value (info->head[2 * i + 1]));
  return read_loss (service->db, &mark, loss, error);
}
