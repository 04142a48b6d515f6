/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fake-desk.h"

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((DeskFakeDesk *) data)->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

/* Waits until everything that was asked has been answered. */
void
desk_fake_desk_settle (DeskFakeDesk *desk)
{
  while (desk_reminder_is_busy (desk->reminder) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, desk_reminder_is_busy (desk->reminder));
}

/* Opens the store of @base with an engine; the service that had it is closed. */
void
desk_fake_desk_open (DeskFakeDesk *desk, DeskFixture *base)
{
  desk->base = base;
  g_clear_pointer (&base->service, desk_service_close);
  desk_engine_open_async (base->path, DESK_OPEN_WRITE, base->clock, NULL, opened_cb, desk);
  while (desk->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  desk->notifier = desk_fake_notifier_new (NULL, NULL);
  desk->reminder = desk_reminder_new (desk->engine, DESK_NOTIFIER (desk->notifier));
  desk_fake_desk_settle (desk);
}

/* It is @now, and nobody says a word: what wakes the reminder is its timer. */
void
desk_fake_desk_pass (DeskFakeDesk *desk, gint64 now)
{
  desk_clock_set (desk->base->clock, now);
  desk_reminder_check (desk->reminder);
  desk_fake_desk_settle (desk);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);

  desk_use_case_free_result (use_case, desk_engine_call_finish (DESK_ENGINE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* On behalf of whoever is at the desk; must succeed. @input: (transfer full). */
void
desk_fake_desk_call (DeskFakeDesk *desk, DeskUseCase use_case, gpointer input)
{
  gboolean done = FALSE;

  desk_engine_call_async (desk->engine, use_case, input, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  desk_fake_desk_settle (desk);
}

void
desk_fake_desk_close (DeskFakeDesk *desk)
{
  desk_reminder_stop (desk->reminder);
  while (desk_reminder_is_busy (desk->reminder))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&desk->reminder);
  g_clear_object (&desk->notifier);
  desk_engine_close (desk->engine);
  g_clear_object (&desk->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
