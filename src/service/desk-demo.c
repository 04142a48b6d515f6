/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo.h"

#include <glib/gstdio.h>

#include "desk-demo-play.h"
#include "desk-error.h"
#include "desk-setting.h"

/* Days in the demonstration begin where its plates are from, whatever machine makes it. */
#define ZONE "Asia/Shanghai"

static gboolean
write_plan (DeskDemoStage *stage, GError **error)
{
  gboolean ok;

  if (!desk_service_begin_bulk (stage->service, error))
    return FALSE;
  ok = stage->plan->scale == DESK_DEMO_DESK ? desk_demo_play (stage, error) : desk_demo_pour (stage, error);
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

/* What a failed or cancelled making left, which nobody has seen yet. */
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

gboolean
desk_demo_make (const char *path, DeskDemoScale scale, guint64 seed, DeskDay today, GCancellable *cancellable,
                DeskDemoProgress progress, gpointer data, GError **error)
{
  DeskDemoStage stage = { .cancellable = cancellable, .progress = progress, .progress_data = data };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);
  g_autoptr (DeskClock) clock = NULL;
  g_autoptr (DeskDemoPlan) plan = NULL;
  g_autoptr (DeskActor) actor = NULL;
  g_autoptr (GError) own = NULL;
  gboolean ok = FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, path, NULL);
      return FALSE;
    }
  plan = stage.plan = desk_demo_plan_new (scale, seed, today);
  clock = stage.clock = desk_clock_new_fixed (desk_day_start (plan->phases[0].made_on, zone));
  stage.service = open_new (path, clock, &own);
  actor = stage.actor = stage.service != NULL ? desk_service_sole_actor (stage.service, &own) : NULL;
  if (actor != NULL)
    ok = write_plan (&stage, &own);
  desk_service_close (stage.service);
  if (ok)
    return TRUE;
  /* Somebody else's file that appeared meanwhile is left alone. */
  if (!desk_error_has_problem (own, DESK_PROBLEM_STORE_EXISTS))
    take_away (path);
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}
