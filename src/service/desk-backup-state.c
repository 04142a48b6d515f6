/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-keeper.h"

#include "desk-backup-ending.h"
#include "desk-error.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-backup.h"
#include "desk-store-trail.h"

void
desk_backup_state_free (gpointer data)
{
  DeskBackupState *state = data;

  if (state == NULL)
    return;
  g_clear_pointer (&state->plan, desk_backup_plan_free);
  g_clear_pointer (&state->list, g_ptr_array_unref);
  g_clear_pointer (&state->losses, g_array_unref);
  g_free (state->time);
  g_free (state);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const DeskBackupInfo *one = *(DeskBackupInfo *const *) a, *other = *(DeskBackupInfo *const *) b;

  return one->at < other->at ? 1 : one->at > other->at ? -1 : g_strcmp0 (one->path, other->path);
}

static gboolean
read_list (DeskBackupState *state, DeskService *service, GError **error)
{
  g_autofree char *id = desk_service_get_setting (service, desk_setting_name (DESK_SETTING_STORE_ID), error);
  const DeskBackupInfo *newest;

  if (id == NULL)
    return FALSE;
  state->list = desk_backup_list (state->plan->folder, id);
  newest = desk_backup_newest (state->list, desk_service_now (service), FALSE);
  state->last_at = newest != NULL ? newest->at : 0;
  if (state->plan->extra != NULL)
    {
      g_autoptr (GPtrArray) extra = desk_backup_list (state->plan->extra, id);

      for (guint i = 0; i < extra->len; i++)
        g_ptr_array_add (state->list, desk_backup_info_copy (extra->pdata[i]));
      g_ptr_array_sort (state->list, newest_first);
    }
  for (guint i = 0; i < state->list->len; i++)
    {
      DeskBackupLoss loss = { 0 };

      if (!desk_backup_count_loss (service, state->list->pdata[i], &loss, error))
        return FALSE;
      g_array_append_val (state->losses, loss);
    }
  return TRUE;
}

/* Is there something that the newest backup lacks, and for how long? A store without a backup counts from its first act. */
static gboolean
judge (DeskBackupState *state, DeskService *service, GError **error)
{
  gint64 now = desk_service_now (service), first, since = 0;
  gboolean found, behind = FALSE;

  if (!desk_store_read_int (desk_db_get (service->db, DESK_SQL_ACT_FIRST_AT), &first, &found, error))
    return FALSE;
  for (guint i = 0; i < state->list->len && since == 0; i++)
    if (((DeskBackupInfo *) state->list->pdata[i])->at == state->last_at)
      {
        since = state->last_at;
        behind = g_array_index (state->losses, DeskBackupLoss, i).n_acts > 0;
      }
  if (since == 0)
    {
      since = first;
      behind = first != 0;
    }
  state->late = behind && desk_backup_rule_is_late (now, since, state->late_days);
  state->due = behind
               && desk_backup_rule_is_due (now, state->last_at, desk_backup_rule_read_time (state->time), service->zone);
  return TRUE;
}

/**
 * desk_backup_state_read:
 * @service: to read
 * @error: what the store says
 *
 * Returns: (transfer full) (nullable): settings, backups of both folders, and whether one is due
 */
DeskBackupState *
desk_backup_state_read (DeskService *service, GError **error)
{
  g_autoptr (DeskBackupState) state = g_new0 (DeskBackupState, 1);
  g_autofree char *days = desk_service_get_setting (service, desk_setting_name (DESK_SETTING_BACKUP_LATE), error);

  state->losses = g_array_new (FALSE, FALSE, sizeof (DeskBackupLoss));
  state->time = days != NULL ? desk_service_get_setting (service, desk_setting_name (DESK_SETTING_BACKUP_TIME), error) : NULL;
  state->plan = state->time != NULL ? desk_backup_plan_new (service, error) : NULL;
  if (state->plan == NULL)
    return NULL;
  state->late_days = (int) g_ascii_strtoll (days, NULL, 10);
  state->extra_missing = state->plan->extra != NULL && !g_file_test (state->plan->extra, G_FILE_TEST_IS_DIR);
  if (!read_list (state, service, error) || !judge (state, service, error))
    return NULL;
  return g_steal_pointer (&state);
}

#define JUST_MADE (60 * 60) /* seconds: the program may end and begin several times in a row */

/* The program ends: what was done and is in no backup gets one, because the computer may be switched off before the
 * set time. @patience: microseconds for a disk that hangs, then it is left behind.
 * Returns: (transfer full) (nullable): what was made; NULL without an error when none is wanted. */
DeskBackupDone *
desk_backup_make_at_day_end (DeskService *service, gint64 patience, GError **error)
{
  g_autoptr (DeskBackupState) state = desk_backup_state_read (service, error);
  g_autoptr (DeskBackup) backup = NULL;
  g_autoptr (DeskBackupEnding) ending = NULL;
  gboolean copied = FALSE;

  if (state == NULL || *state->time == '\0')
    return NULL;
  if (state->list->len > 0 && g_array_index (state->losses, DeskBackupLoss, 0).n_acts == 0)
    return NULL;
  if (desk_backup_rule_counts (state->last_at, desk_service_now (service))
      && desk_service_now (service) - state->last_at < JUST_MADE)
    return NULL;
  backup = desk_backup_begin (service, state->plan, error);
  while (backup != NULL && !copied)
    if (!desk_backup_step (backup, &copied, error))
      return NULL;
  if (backup == NULL)
    return NULL;
  ending = desk_backup_ending_new (g_steal_pointer (&backup), NULL, NULL, NULL);
  if (desk_backup_ending_wait (ending, patience))
    return desk_backup_ending_take (ending, error);
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, state->plan->folder, NULL);
  return NULL;
}
