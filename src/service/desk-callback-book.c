/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback-book.h"

#include "desk-callback.h"
#include "desk-case-book.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* The draw. What was done on a day is drawn from on the next one, category by category; where the program was off, that is
 * made up for, a draw for each day. What is entered so late that its draw is over goes into today's, and where that is over,
 * too, into tomorrow's: a draw once made is never made again. */

/* A case no draw has looked at. */
typedef struct
{
  DeskCase *service_case;
  DeskDay day; /* of the draw it goes into */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  desk_record_free (self->service_case);
  g_free (self);
}

static gboolean
read_ids (DeskStmt *stmt, GPtrArray *all, DeskTx *tx, GError **error)
{
  g_autoptr (GArray) ids = desk_store_read_ids (stmt, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DeskCase *service_case = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, g_array_index (ids, gint64, i), error);
      Waiting *waiting;

      if (service_case == NULL)
        return FALSE;
      waiting = g_new0 (Waiting, 1);
      waiting->service_case = service_case;
      g_ptr_array_add (all, waiting);
    }
  return ids != NULL;
}

/* What is done or to be called, and what somebody closed since the first day that is drawn from. */
static gboolean
read_waiting (DeskTx *tx, GPtrArray *all, GError **error)
{
  gint64 today = desk_day_start (tx->today, tx->service->zone);
  DeskDay first = desk_day_add (tx->today, -1);
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CALLBACK_WAITING);

  desk_stmt_bind_int (stmt, "before", today);
  if (!read_ids (stmt, all, tx, error))
    return FALSE;
  if (all->len > 0)
    {
      const Waiting *earliest = all->pdata[0];

      first = MIN (first, desk_day_of_time (earliest->service_case->done_at, tx->service->zone));
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_CALLBACK_CLOSED);
  desk_stmt_bind_int (stmt, "since", desk_day_start (first, tx->service->zone));
  desk_stmt_bind_int (stmt, "before", today);
  return read_ids (stmt, all, tx, error);
}

static gboolean
is_drawn (DeskTx *tx, DeskDay day, gint64 category_id, gboolean *drawn, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CALLBACK_DRAW_OF);
  gint64 id;

  desk_stmt_bind_int (stmt, "day", day);
  desk_stmt_bind_int (stmt, "category_id", category_id);
  return desk_store_read_int (stmt, &id, drawn, error);
}

/* @day: (out): 0: none before tomorrow. */
static gboolean
find_day (DeskTx *tx, const DeskCase *service_case, DeskDay *day, GError **error)
{
  const DeskDay days[] = { desk_day_add (desk_day_of_time (service_case->done_at, tx->service->zone), 1), tx->today };

  *day = 0;
  for (guint i = 0; i < G_N_ELEMENTS (days) && *day == 0; i++)
    {
      gboolean drawn;

      if (!is_drawn (tx, days[i], service_case->category_id, &drawn, error))
        return FALSE;
      if (!drawn)
        *day = days[i];
    }
  return TRUE;
}

static int
by_draw (gconstpointer a, gconstpointer b)
{
  const Waiting *x = *(const Waiting *const *) a, *y = *(const Waiting *const *) b;
  gint64 first = x->service_case->category_id, second = y->service_case->category_id;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return first != second ? (first < second ? -1 : 1) : 0;
}

static gboolean
share_of (DeskTx *tx, const DeskCase *service_case, gint64 *share, GError **error)
{
  g_autoptr (DeskRecord) category = NULL;

  *share = service_case->kind == DESK_CASE_COMPLAINT ? DESK_CALLBACK_SHARE_COMPLAINT : DESK_CALLBACK_SHARE_REPAIR;
  if (service_case->category_id == 0)
    return TRUE;
  category = desk_tx_get (tx, DESK_KIND_CATEGORY, service_case->category_id, error);
  if (category != NULL)
    *share = ((DeskCategory *) category)->callback_share;
  return category != NULL;
}

static gboolean
read_period (DeskTx *tx, DeskPeriod period, gint64 category_id, gint64 *population, gint64 *taken, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CALLBACK_PERIOD);
  gboolean found;

  desk_stmt_bind_int (stmt, "period", period);
  desk_stmt_bind_int (stmt, "category_id", category_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *population = found ? desk_stmt_int (stmt, 0) : 0;
  *taken = found ? desk_stmt_int (stmt, 1) : 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

static const DeskCase *
find_number (Waiting *const *waiting, guint n, const char *number)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (waiting[i]->service_case->number, number))
      return waiting[i]->service_case;
  return NULL;
}

/* Keeps what was drawn from, and moves what was drawn. */
static gboolean
keep (DeskTx *tx, gint64 draw_id, Waiting *const *waiting, const DeskCallbackCase *cases, guint n, DeskSaved *out,
      GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      const DeskCase *service_case = find_number (waiting, n, cases[i].number);
      DeskMoveInput move = { .case_id = service_case->record.id, .move = DESK_MOVE_DRAW };
      DeskCallbackLine line = { .record = { .kind = DESK_KIND_CALLBACK_LINE }, .draw_id = draw_id,
                                .case_id = service_case->record.id, .done_at = service_case->done_at,
                                .draw_key = (char *) cases[i].key, .taken = cases[i].taken };

      if (!desk_tx_insert (tx, &line, error))
        return FALSE;
      if ((cases[i].taken == DESK_CALLBACK_DRAWN || cases[i].taken == DESK_CALLBACK_AGAIN)
          && !desk_case_make_move (tx, &move, TRUE, out, error))
        return FALSE;
    }
  return TRUE;
}

/* One draw: @n cases of one category. */
static gboolean
draw (DeskTx *tx, Waiting *const *waiting, guint n, DeskSaved *out, GError **error)
{
  const DeskCase *first = waiting[0]->service_case;
  DeskCallbackDraw record = { .record = { .kind = DESK_KIND_CALLBACK_DRAW }, .day = waiting[0]->day,
                              .period = desk_callback_period (waiting[0]->day), .category_id = first->category_id,
                              .population = n };
  g_autofree DeskCallbackCase *cases = g_new0 (DeskCallbackCase, n);
  gint64 population, taken;

  if (!share_of (tx, first, &record.callback_share, error)
      || !read_period (tx, record.period, first->category_id, &population, &taken, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const DeskCase *c = waiting[i]->service_case;

      cases[i] = (DeskCallbackCase){ .number = c->number, .again = c->reopened > 0 && c->answer == DESK_ANSWER_NOT,
                                     .called = c->drawn != 0, .closed = c->state == DESK_CASE_CLOSED };
    }
  record.taken = desk_callback_draw (record.day, record.category_id, record.callback_share, population, taken, cases, n);
  record.period_population = population + n;
  record.period_taken = taken + record.taken;
  if (!desk_tx_insert (tx, &record, error))
    return FALSE;
  out->count++;
  return keep (tx, record.record.id, waiting, cases, n, out, error);
}

gboolean
desk_callbacks_draw (DeskTx *tx, DeskSaved *out, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (waiting_free);
  guint n;

  if (!read_waiting (tx, all, error))
    return FALSE;
  for (guint i = all->len; i > 0; i--)
    {
      Waiting *waiting = all->pdata[i - 1];

      if (!find_day (tx, waiting->service_case, &waiting->day, error))
        return FALSE;
      if (waiting->day == 0)
        g_ptr_array_remove_index (all, i - 1);
    }
  g_ptr_array_sort (all, by_draw);
  for (guint i = 0; i < all->len; i += n)
    {
      for (n = 1; i + n < all->len && by_draw (&all->pdata[i], &all->pdata[i + n]) == 0; n++)
        ;
      if (!draw (tx, (Waiting *const *) &all->pdata[i], n, out, error))
        return FALSE;
    }
  return TRUE;
}
