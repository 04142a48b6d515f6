/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "desk-demo-follow-up.h"
#include "desk-demo-play.h"
#include "desk-demo-pour-case.h"
#include "desk-demo-staff.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-setting.h"

/* Days in the demonstration begin where its plates are from, whatever machine makes it. */
#define ZONE "Asia/Shanghai"

/* A million in all: what budgets are measured on. */
#define CITY_VISITS 700000
#define CITY_CASES 300000

static gboolean
write_plan (DeskDemoStage *stage, GError **error)
{
  gboolean ok;

  if (!desk_service_begin_bulk (stage->service, error))
    return FALSE;
  ok = stage->plan->scale == DESK_DEMO_DESK
           ? desk_demo_play (stage, error)
           : desk_demo_pour (stage, error) && desk_demo_pour_cases (stage, CITY_VISITS, CITY_CASES, error);
  if (ok && stage->plan->scale == DESK_DEMO_DESK)
    ok = desk_demo_follow_ups (stage, error);
  ok = ok && desk_demo_outage (stage, error) && desk_demo_add_staff (stage->service, stage->actor, error);
  if (ok)
    return desk_service_end_bulk (stage->service, TRUE, error);
  desk_service_end_bulk (stage->service, FALSE, NULL);
  return FALSE;
}

/* Makes the empty store, and opens it again in its own zone. */
static DeskService *
open_new (const char *path, DeskClock *clock, GError **error)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING },
                          .name = (char *) desk_setting_name (DESK_SETTING_ZONE),
                          .value = (char *) ZONE };
  DeskRecordInput in = { .record = &setting.record };
  DeskSaved out = { 0 };
  g_autoptr (DeskService) service = desk_service_open (path, DESK_OPEN_CREATE, clock, error);
  g_autoptr (DeskActor) actor = service != NULL ? desk_service_sole_actor (service, error) : NULL;
  gboolean ok;

  if (actor == NULL)
    return NULL;
  ok = desk_change_setting (service, actor, &in, &out, error);
  desk_saved_clear (&out);
  g_clear_pointer (&service, desk_service_close);
  return ok ? desk_service_open (path, DESK_OPEN_WRITE, clock, error) : NULL;
}

/* Takes away what belongs to @path and nobody has seen yet. */
static void
take_away (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/* Did closing put everything into the file itself? */
static gboolean
is_whole (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf st;

  return g_stat (wal, &st) != 0 || st.st_size == 0;
}

/* Gives the finished @part its name, unless somebody else has taken it meanwhile. */
static gboolean
give_name (const char *part, const char *path, GError **error)
{
  int failed = 0;

  if (!is_whole (part))
    failed = EIO;
  else if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    {
      failed = errno;
      /* A file system without that call: a second name fails likewise when it is taken. */
      if ((failed == EINVAL || failed == ENOSYS) && link (part, path) == 0)
        failed = 0;
    }
  if (failed == EEXIST)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, path, NULL);
  else if (failed != 0)
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, path, g_strerror (failed), NULL);
  return failed == 0;
}

/* Makes the whole store at @stage's plan under the name @part. */
static gboolean
make_part (DeskDemoStage *stage, const char *part, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (desk_day_start (stage->plan->phases[0].made_on, zone));
  g_autoptr (DeskActor) actor = NULL;
  g_autoptr (DeskService) service = NULL;

  service = open_new (part, clock, error);
  actor = service != NULL ? desk_service_sole_actor (service, error) : NULL;
  if (actor == NULL)
    return FALSE;
  stage->clock = clock;
  stage->actor = actor;
  stage->service = service;
  return write_plan (stage, error);
}

gboolean
desk_demo_make (const char *path, DeskDemoScale scale, guint64 seed, DeskDay today, GCancellable *cancellable,
                DeskDemoProgress progress, gpointer data, GError **error)
{
  DeskDemoStage stage = { .cancellable = cancellable, .progress = progress, .progress_data = data };
  g_autofree char *key = desk_id_new_key ();
  g_autofree char *part = g_strdup_printf ("%s.%.8s.part", path, key);
  g_autoptr (DeskDemoPlan) plan = NULL;
  gboolean ok;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, path, NULL);
      return FALSE;
    }
  plan = stage.plan = desk_demo_plan_new (scale, seed, today);
  ok = make_part (&stage, part, error) && give_name (part, path, error);
  take_away (part);
  return ok;
}
