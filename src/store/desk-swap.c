/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-swap.h"

#include <string.h>

#include "desk-disk.h"
#include "desk-error.h"

static const char *const sides[] = { "-wal", "-shm", "-journal" };

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
intent_path (const char *store)
{
  return g_strconcat (store, ".restore", NULL);
}

/* Returns: (transfer full): where the new store is made ready, beside the old one. */
char *
desk_swap_fresh_path (const char *store)
{
  return g_strconcat (store, ".restoring", NULL);
}

/* Returns: (transfer full): a free name for the old store; @time tells when it was replaced. */
char *
desk_swap_kept_path (const char *store, const char *time)
{
  char *path = g_strconcat (store, ".replaced-", time, NULL);

  for (int i = 2; is_there (path); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s.replaced-%s-%d", store, time, i);
    }
  return path;
}

/* Gives what lies beside @store its place beside @kept. */
static gboolean
move_sides (const char *store, const char *kept, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *from = g_strconcat (store, sides[i], NULL);
      g_autofree char *to = g_strconcat (kept, sides[i], NULL);

      if (is_there (from) && !desk_disk_rename (from, to, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_old (const char *store, const char *kept, GError **error)
{
  if (is_there (store) && !desk_disk_rename (store, kept, error))
    return FALSE;
  return move_sides (store, kept, error);
}

static gboolean
end (const char *store, GError **error)
{
  g_autofree char *intent = intent_path (store);

  if (!desk_disk_step (intent, error))
    return FALSE;
  desk_disk_drop (intent);
  return desk_disk_sync_folder_of (store, error);
}

/**
 * desk_swap_run:
 * @store: whose door the caller holds, and which no connection of this process has open
 * @kept: a free name, of desk_swap_kept_path()
 * @error: as of desk_disk
 *
 * Puts the store that was made ready at desk_swap_fresh_path() into its place. When it fails half-way, the next one who
 * opens the store ends it.
 */
gboolean
desk_swap_run (const char *store, const char *kept, GError **error)
{
  g_autofree char *fresh = desk_swap_fresh_path (store);
  g_autofree char *intent = intent_path (store);

  return desk_disk_write_text (intent, kept, error) && move_old (store, kept, error)
         && desk_disk_rename (fresh, store, error) && end (store, error);
}

/* Was one cut off? */
gboolean
desk_swap_is_pending (const char *store)
{
  g_autofree char *intent = intent_path (store);

  return is_there (intent);
}

/**
 * desk_swap_resume:
 * @store: whose door the caller holds
 *
 * Ends what was cut off: forward where the new store is still there, and back where it is not.
 */
gboolean
desk_swap_resume (const char *store, GError **error)
{
  g_autofree char *fresh = desk_swap_fresh_path (store);
  g_autofree char *intent = intent_path (store);
  g_autofree char *kept = NULL;

  if (!is_there (intent))
    return TRUE;
  if (!g_file_get_contents (intent, &kept, NULL, NULL) || !g_str_has_prefix (kept, store))
    {
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, intent, "", NULL);
      return FALSE;
    }
  if (is_there (fresh) && !(is_there (store) && is_there (kept)))
    {
      if (!move_old (store, kept, error) || !desk_disk_rename (fresh, store, error))
        return FALSE;
    }
  else if (!is_there (store) && is_there (kept) && !move_old (kept, store, error))
    return FALSE;
  return end (store, error);
}

/* Drops a store that was made ready and is not wanted. */
void
desk_swap_drop (const char *store)
{
  g_autofree char *fresh = desk_swap_fresh_path (store);

  if (!desk_swap_is_pending (store))
    desk_disk_drop (fresh);
}
