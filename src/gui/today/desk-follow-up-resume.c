/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up-forms-private.h"

#include "desk-cancelled.h"
#include "desk-register.h"

/* What a form is called in the drafts: "today:new/4/12", "today:edit/7". The pane Today opens it again. */
static const struct
{
  const char *what;
  DeskUseCase use_case;
} routes[] = {
  { "edit", DESK_USE_CASE_SAVE_FOLLOW_UP },
  { "hand-on", DESK_USE_CASE_HAND_ON_FOLLOW_UP },
  { "return", DESK_USE_CASE_RETURN_FOLLOW_UP },
};

/* Returns: (transfer full) (nullable): NULL for what has no name of its own. */
char *
desk_follow_up_order_name (const DeskFollowUpOrder *order)
{
  const DeskFollowUp *f = (const DeskFollowUp *) order->record;

  if (f != NULL && f->record.id == 0)
    return g_strdup_printf ("today:new/%d/%" G_GINT64_FORMAT, (int) f->about_kind, f->about_id);
  for (guint i = 0; f != NULL && i < G_N_ELEMENTS (routes); i++)
    if (routes[i].use_case == order->use_case)
      return g_strdup_printf ("today:%s/%" G_GINT64_FORMAT, routes[i].what, f->record.id);
  return NULL;
}

/* Resuming: the follow-up is read as it stands now, then its unit for its name; what was typed comes from the draft. */

static void read_unit (DeskFollowUpOrder *order);

static void
resumed_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFollowUpOrder) order = data;
  g_autoptr (GError) error = NULL;
  DeskRecordResult *got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (got == NULL)
    {
      if (!desk_cancelled (error))
        desk_window_say_error (order->window, error);
      return;
    }
  if (got->record->kind == DESK_KIND_UNIT)
    {
      desk_follow_up_form_begin (order->window, order->engine, order->text, order->use_case, g_steal_pointer (&order->record),
             ((DeskUnit *) got->record)->label);
    }
  else
    {
      order->record = g_steal_pointer (&got->record);
      read_unit (g_steal_pointer (&order));
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, got);
}

/* @order: (transfer full). */
static void
read_record (DeskFollowUpOrder *order, DeskKind kind, gint64 id)
{
  desk_engine_call_async (order->engine, DESK_USE_CASE_GET_RECORD,
                          desk_get_input_new (kind, id, desk_engine_today (order->engine)), NULL, resumed_read, order);
}

/* @order: (transfer full): with its follow-up. */
static void
read_unit (DeskFollowUpOrder *order)
{
  const DeskFollowUp *f = (const DeskFollowUp *) order->record;
  gint64 unit_id = f->about_kind == DESK_KIND_UNIT ? f->about_id : f->unit_id;

  if (unit_id != 0)
    {
      read_record (order, DESK_KIND_UNIT, unit_id);
      return;
    }
  desk_follow_up_form_begin (order->window, order->engine, order->text, order->use_case, g_steal_pointer (&order->record), "");
  desk_follow_up_order_free (order);
}

/* Opens the form whose words are kept under "today:@route". Returns: FALSE when it is none of these forms. */
gboolean
desk_follow_up_form_resume (DeskWindow *window, DeskEngine *engine, DeskText *text, const char *route)
{
  g_auto (GStrv) parts = g_strsplit (route, "/", -1);
  guint n = g_strv_length (parts);
  DeskFollowUpOrder *order;

  if (window == NULL || n < 2)
    return FALSE;
  if (g_str_equal (parts[0], "new") && n == 3)
    {
      order = desk_follow_up_order_new (window, engine, text, DESK_USE_CASE_SAVE_FOLLOW_UP, "");
      order->record = desk_follow_up_propose (engine, (DeskKind) g_ascii_strtoll (parts[1], NULL, 10),
                               g_ascii_strtoll (parts[2], NULL, 10));
      read_unit (order);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_str_equal (routes[i].what, parts[0]))
      {
        order = desk_follow_up_order_new (window, engine, text, routes[i].use_case, "");
        read_record (order, DESK_KIND_FOLLOW_UP, g_ascii_strtoll (parts[1], NULL, 10));
        return TRUE;
      }
  return FALSE;
}
