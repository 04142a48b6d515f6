/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback-io.h"

#include "desk-callback.h"
#include "desk-case-book.h"
#include "desk-read-case.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Callbacks: nobody answered; what was drawn, and how far each category has come. Answers are moves (desk-body-case-move.c). */

/* When to call again: two hours later, as the desk works. */
static gboolean
set_again (DeskTx *tx, DeskCase *service_case, gint64 at, GError **error)
{
  gint64 calendar = desk_service_calendar_id (tx->service, "desk", error);
  const DeskWorktime *worktime = calendar >= 0 ? desk_service_worktime (tx->service, calendar, error) : NULL;

  if (worktime == NULL)
    return FALSE;
  service_case->call_tries++;
  service_case->call_again = desk_worktime_after (worktime, at, DESK_CALLBACK_AGAIN_SECONDS);
  return TRUE;
}

gboolean
desk_body_miss_callback (DeskTx *tx, const DeskCaseNoteInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = g_strdup (in->text);
  DeskCase *service_case = (DeskCase *) record;
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_NOT_REACHED };

  if (record == NULL)
    return FALSE;
  desk_rule_course (&text, "text", problems);
  if (service_case->state != DESK_CASE_CALLBACK)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_MOVE_NOT_POSSIBLE, NULL, -1, desk_move_nick (DESK_MOVE_ANSWER),
                                                 desk_enum_nick (&desk_enum_case_state, service_case->state), NULL));
  event.text = text;
  if (!desk_tx_refuse (problems, error) || !set_again (tx, service_case, tx->now, error))
    return FALSE;
  event.until = service_case->call_again;
  if (!desk_case_add_event (tx, service_case, &event, error) || !desk_tx_update (tx, record, error))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = service_case->call_tries;
  return TRUE;
}

/* What was drawn */

static gboolean
read_cards (DeskTx *tx, DeskCallbackDrawing *drawing, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CALLBACK_LINES);
  DeskStep step;

  drawing->cards = g_ptr_array_new_with_free_func (desk_callback_card_free);
  desk_stmt_bind_int (stmt, "draw_id", drawing->draw->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCallbackCard *card = g_new0 (DeskCallbackCard, 1);

      card->line = desk_record_new (DESK_KIND_CALLBACK_LINE);
      card->line->record.id = desk_stmt_int (stmt, 0);
      card->number = g_strdup (desk_stmt_text (stmt, 1));
      card->state = desk_stmt_int (stmt, 2);
      card->answer = desk_stmt_int (stmt, 3);
      card->tries = desk_stmt_int (stmt, 4);
      g_ptr_array_add (drawing->cards, card);
    }
  for (guint i = 0; step == DESK_STEP_DONE && i < drawing->cards->len; i++)
    {
      DeskCallbackCard *card = drawing->cards->pdata[i];
      DeskCallbackLine *line = desk_tx_get (tx, DESK_KIND_CALLBACK_LINE, card->line->record.id, error);

      if (line == NULL)
        return FALSE;
      desk_record_free (card->line);
      card->line = line;
    }
  return step == DESK_STEP_DONE;
}

static gboolean
read_drawings (DeskTx *tx, DeskCallbacks *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CALLBACK_DRAWS);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskStep step;

  out->drawings = g_ptr_array_new_with_free_func (desk_callback_drawing_free);
  desk_stmt_bind_int (stmt, "day", out->day);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCallbackDrawing *drawing = g_new0 (DeskCallbackDrawing, 1);
      gint64 id = desk_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
      drawing->category = g_strdup (desk_stmt_text (stmt, 1));
      drawing->group = g_strdup (desk_stmt_text (stmt, 2));
      g_ptr_array_add (out->drawings, drawing);
    }
  for (guint i = 0; step == DESK_STEP_DONE && i < ids->len; i++)
    {
      DeskCallbackDrawing *drawing = out->drawings->pdata[i];

      drawing->draw = desk_tx_get (tx, DESK_KIND_CALLBACK_DRAW, g_array_index (ids, gint64, i), error);
      if (drawing->draw == NULL || !read_cards (tx, drawing, error))
        return FALSE;
    }
  return step == DESK_STEP_DONE;
}

static DeskCallbackShare *
find_share (GPtrArray *shares, gint64 category_id)
{
  for (guint i = 0; i < shares->len; i++)
    if (((DeskCallbackShare *) shares->pdata[i])->category_id == category_id)
      return shares->pdata[i];
  return NULL;
}

static gboolean
read_answers (DeskTx *tx, DeskCallbacks *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CALLBACK_ANSWERS);
  DeskStep step;

  desk_stmt_bind_int (stmt, "period", out->period);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCallbackShare *share = find_share (out->shares, desk_stmt_int (stmt, 0));
      gint64 answer = desk_stmt_int (stmt, 1);

      if (share != NULL && answer > 0 && answer < (gint64) G_N_ELEMENTS (share->answers))
        share->answers[answer] += desk_stmt_int (stmt, 2);
    }
  return step == DESK_STEP_DONE;
}

static gboolean
read_shares (DeskTx *tx, DeskCallbacks *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CALLBACK_SHARES);
  DeskStep step;

  out->shares = g_ptr_array_new_with_free_func (desk_callback_share_free);
  desk_stmt_bind_int (stmt, "period", out->period);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCallbackShare *share = g_new0 (DeskCallbackShare, 1);

      share->category_id = desk_stmt_int (stmt, 0);
      share->category = g_strdup (desk_stmt_text (stmt, 1));
      share->group = g_strdup (desk_stmt_text (stmt, 2));
      share->share = desk_stmt_int (stmt, 3);
      share->population = desk_stmt_int (stmt, 4);
      share->taken = desk_stmt_int (stmt, 5);
      g_ptr_array_add (out->shares, share);
    }
  return step == DESK_STEP_DONE && read_answers (tx, out, error);
}

/* What was drawn on in->day, and how far the categories have come in the month of the day before. */
gboolean
desk_body_get_callbacks (DeskTx *tx, const DeskGetInput *in, DeskCallbacks *out, GError **error)
{
  out->day = in->day != 0 ? in->day : tx->today;
  out->period = desk_callback_period (out->day);
  return read_drawings (tx, out, error) && read_shares (tx, out, error);
}
