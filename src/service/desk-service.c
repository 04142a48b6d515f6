/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-service.h"

#include <string.h>

#include "desk-case-book.h"
#include "desk-id.h"
#include "desk-right.h"
#include "desk-service-private.h"
#include "desk-figure-book.h"
#include "desk-seed.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

static gboolean
insert_setting (DeskDb *db, DeskSettingCode code, const char *value, GError **error)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING },
                          .name = (char *) desk_setting_name (code),
                          .value = (char *) value };

  return desk_store_insert (db, &setting, error);
}

/* What a new store begins with: its id, its zone (this machine's), and one person who may do everything: at a desk of
 * one somebody must, and roles are taken away when others join. */
static gboolean
set_up (DeskDb *db, GError **error)
{
  g_autofree char *id = desk_id_new_key ();
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *zone = g_time_zone_get_identifier (local);
  DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF },
                      .login = (char *) "admin",
                      .name = (char *) "admin",
                      .roles = DESK_ALL_ROLES };

  if (!desk_db_begin (db, error))
    return FALSE;
  if (!insert_setting (db, DESK_SETTING_STORE_ID, id, error)
      || (strchr (zone, '/') != NULL && !insert_setting (db, DESK_SETTING_ZONE, zone, error))
      || !desk_store_insert (db, &staff, error))
    {
      desk_db_rollback (db);
      return FALSE;
    }
  return desk_db_commit (db, error);
}

/* Reads the store's zone anew, after the setting changed. */
gboolean
desk_service_reload_zone (DeskService *self, GError **error)
{
  g_autofree char *name = desk_service_get_setting (self, desk_setting_name (DESK_SETTING_ZONE), error);

  if (name == NULL)
    return FALSE;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (name);
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
  return TRUE;
}

/**
 * desk_service_open:
 * @path: the store
 * @mode: to write, to read, or a new one
 * @clock: where now comes from; a reference is taken
 * @error: see desk_db_open()
 *
 * Returns: (transfer full) (nullable): the service; it belongs to the calling thread
 */
DeskService *
desk_service_open (const char *path, DeskOpenMode mode, DeskClock *clock, GError **error)
{
  static const DeskDbMode modes[] = { DESK_DB_WRITE, DESK_DB_READ, DESK_DB_CREATE };
  g_autoptr (DeskService) self = g_new0 (DeskService, 1);

  self->clock = desk_clock_ref (clock);
  self->db = desk_db_open (path, modes[mode], error);
  if (self->db == NULL)
    return NULL;
  if ((mode == DESK_OPEN_CREATE && !set_up (self->db, error))
      || (mode != DESK_OPEN_READ && !desk_seed_cases (self->db, error)))
    {
      if (mode == DESK_OPEN_CREATE) /* half a new store is none */
        desk_db_discard (g_steal_pointer (&self->db));
      return NULL;
    }
  if (!desk_service_reload_zone (self, error) || !desk_service_load_matrix (self, error)
      || (mode != DESK_OPEN_READ && !desk_figures_make (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_service_close (DeskService *service)
{
  if (service == NULL)
    return;
  g_clear_pointer (&service->bulk_changes, desk_change_set_unref);
  desk_service_forget_calendars (service);
  g_clear_pointer (&service->db, desk_db_close);
  g_clear_pointer (&service->zone, g_time_zone_unref);
  desk_clock_unref (service->clock);
  g_free (service);
}

/* Returns: Unix seconds of the service's clock. */
gint64
desk_service_now (DeskService *service)
{
  return desk_clock_now (service->clock);
}

/* Returns: today in the store's zone. */
DeskDay
desk_service_today (DeskService *service)
{
  return desk_day_of_time (desk_clock_now (service->clock), service->zone);
}

GTimeZone *
desk_service_zone (DeskService *service)
{
  return service->zone;
}

const char *
desk_service_path (DeskService *service)
{
  return desk_db_get_path (service->db);
}

/* Tests alone ask for cheap secrets. */
void
desk_service_set_secret_cost (DeskService *service, DeskSecretCost cost)
{
  service->secret_cost = cost;
}

/* Returns: (transfer full) (nullable): the setting's value, or what holds where the store says nothing. */
char *
desk_service_get_setting (DeskService *service, const char *name, GError **error)
{
  g_autofree char *value = desk_store_get_setting (service->db, name, error);
  int code = desk_setting_find (name);

  if (value != NULL && *value == '\0' && code >= 0)
    return g_strdup (desk_setting_default ((DeskSettingCode) code));
  return g_steal_pointer (&value);
}

/* @func is called on the service's thread after every commit. */
void
desk_service_set_commit_func (DeskService *service, DeskCommitFunc func, gpointer data)
{
  service->commit_func = func;
  service->commit_data = data;
}

/* From here on use cases join one transaction: for the demonstration and imports. Each still has its own act and
 * fails alone. */
gboolean
desk_service_begin_bulk (DeskService *service, GError **error)
{
  g_return_val_if_fail (!service->bulk, FALSE);
  if (!desk_db_begin (service->db, error))
    return FALSE;
  service->bulk = TRUE;
  service->bulk_changes = desk_change_set_new ();
  return TRUE;
}

/* Ends it: @keep commits everything at once, else nothing happened. */
gboolean
desk_service_end_bulk (DeskService *service, gboolean keep, GError **error)
{
  g_autoptr (DeskChangeSet) changes = g_steal_pointer (&service->bulk_changes);

  g_return_val_if_fail (service->bulk, FALSE);
  service->bulk = FALSE;
  if (!keep)
    {
      desk_db_rollback (service->db);
      return TRUE;
    }
  if (!desk_db_check_open (service->db, error) || !desk_db_commit (service->db, error))
    return FALSE;
  if (service->commit_func != NULL)
    service->commit_func (changes, service->commit_data);
  return TRUE;
}
