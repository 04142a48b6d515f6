/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"
#include "desk-warranty.h"

/* Parts and labour, from the first line to a checked bill, as a desk goes through it. */

static gboolean
step (DeskSampleCase *self, const DeskActor *actor, gint64 case_id, DeskQuoteStep name, const char *text, GError **error)
{
  DeskQuoteInput in = { .case_id = case_id, .step = name, .total = -1, .text = (char *) text };
  DeskUseCase use_case = name >= DESK_QUOTE_STEP_CHECK ? DESK_USE_CASE_CHECK_BILL : DESK_USE_CASE_STEP_QUOTE;
  DeskSaved saved = { 0 };
  gboolean ok = desk_use_case_run (self->base.service, use_case, actor, &in, &saved, error);

  desk_saved_clear (&saved);
  return ok;
}

static void
must (DeskSampleCase *self, const DeskActor *actor, gint64 case_id, DeskQuoteStep name, const char *text)
{
  g_autoptr (GError) error = NULL;

  step (self, actor, case_id, name, text, &error);
  g_assert_no_error (error);
}

static void
refused (DeskSampleCase *self, const DeskActor *actor, gint64 case_id, DeskQuoteStep name, const char *text, DeskErrorCode code,
         DeskProblemCode problem)
{
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (step (self, actor, case_id, name, text, &error));
  desk_assert_problem (error, code, problem);
  after = desk_dump (self->base.path, FALSE);
  desk_assert_same_dump (before, after);
}

static gint64
state_of (DeskSampleCase *self, gint64 case_id)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, case_id);

  return ((DeskCase *) record)->state;
}

static void
move (DeskSampleCase *self, gint64 case_id, DeskMove name, const char *text)
{
  DeskMoveInput *in = desk_move_input_new (NULL, case_id, 0, name, text);
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_work_case (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  desk_move_input_free (in);
  desk_saved_clear (&saved);
}

static void
costs_of (DeskSampleCase *self, const DeskActor *actor, gint64 case_id, DeskCosts *costs)
{
  DeskGetInput get = { .id = case_id };
  g_autoptr (GError) error = NULL;

  *costs = (DeskCosts){ 0 };
  desk_get_costs (self->base.service, actor, &get, costs, &error);
  g_assert_no_error (error);
}

/* Quoted, the case waits for the answer; agreed, it goes on; done, billed, checked by another: then it stands. */
static void
test_life (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (DeskActor) colleague = desk_actor_new (self->w.staff, "李强", 1 << DESK_STAFF_ROLE_SUPERVISOR, NULL, 0);
  const DeskActor *me = self->base.actor;
  gint64 id = self->w.case_assigned;
  DeskCosts costs;
  g_autoptr (DeskRecord) line = NULL;

  move (self, id, DESK_MOVE_ACCEPT, NULL);
  must (self, me, id, DESK_QUOTE_STEP_MAKE, NULL);
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_WAITING);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT wait_reason FROM service_case WHERE title = '派了的'"), ==, DESK_WAIT_QUOTE);
  must (self, me, id, DESK_QUOTE_STEP_AGREE, "电话里同意");
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_WORKING);
  refused (self, me, id, DESK_QUOTE_STEP_BILL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_QUOTE_NOT_POSSIBLE);
  move (self, id, DESK_MOVE_FINISH, "换了软管");
  /* One more part than was agreed to. */
  line = desk_fixture_get (&self->base, DESK_KIND_COST_LINE, self->w.cost_line);
  ((DeskCostLine *) line)->quantity = 3000;
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_COST_LINE, line);
  refused (self, me, id, DESK_QUOTE_STEP_BILL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_BILL_ABOVE_QUOTE);
  must (self, me, id, DESK_QUOTE_STEP_BILL, "多换一根，住户在场");
  refused (self, me, id, DESK_QUOTE_STEP_CHECK, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_ONESELF);
  must (self, colleague, id, DESK_QUOTE_STEP_SEND_BACK, "单价不对");
  must (self, me, id, DESK_QUOTE_STEP_BILL, "单价对，已核");
  must (self, colleague, id, DESK_QUOTE_STEP_CHECK, NULL);
  costs_of (self, me, id, &costs);
  g_assert_cmpint (costs.total, ==, 4350);
  g_assert_cmpint (costs.quote->state, ==, DESK_QUOTE_CHECKED);
  g_assert_cmpint (costs.quote->amount, ==, 4350);
  g_assert_cmpstr (costs.checked_by, ==, "李强");
  g_assert_false (costs.may);
  g_assert_cmpint (costs.n_steps, ==, 0);
  desk_costs_clear (&costs);
  refused (self, me, id, DESK_QUOTE_STEP_MAKE, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_QUOTE_NOT_POSSIBLE);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM case_event WHERE kind = 7 AND quote_state = 5 AND money = 4350"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM case_quote WHERE state = 5"), ==, 1);
}

/* Under a bill nothing changes, neither by hand nor by undo. */
static void
test_locked (DeskSampleCase *self, gconstpointer data)
{
  gint64 act = desk_fixture_count (&self->base, "SELECT max(id) FROM act WHERE use_case = 'save_cost_line'");
  gint64 id = desk_fixture_count (&self->base, "SELECT max(id) FROM cost_line");
  g_autoptr (DeskRecord) line = desk_fixture_get (&self->base, DESK_KIND_COST_LINE, id);
  DeskRecordInput in = { .record = line };
  DeskRemoveInput remove = { .id = id, .version = line->version };
  DeskUndoInput undo = { .act_id = act };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  ((DeskCostLine *) line)->price = 1;
  g_assert_false (desk_save_cost_line (self->base.service, self->base.actor, &in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_COST_LOCKED);
  g_clear_error (&error);
  g_assert_false (desk_remove_cost_line (self->base.service, self->base.actor, &remove, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_COST_LOCKED);
  g_clear_error (&error);
  g_assert_false (desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON);
  desk_saved_clear (&saved);
}

/* What warranty covers is not charged, until somebody says why it is not covered. */
static void
test_warranty (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (DeskRecord) unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->w.bare_unit);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = self->w.category,
                 .unit_id = self->w.bare_unit, .title = (char *) "漏水" };
  DeskCostLine line = { .record = { .kind = DESK_KIND_COST_LINE }, .kind = DESK_COST_LABOUR, .name = (char *) "人工",
                        .quantity = 1500, .price = 8000 };
  g_autoptr (DeskRecord) stored = NULL;
  DeskCosts costs;
  gint64 id;

  ((DeskUnit *) unit)->delivered_on = 20250601;
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_UNIT, unit);
  {
    DeskCaseInput in = { .service_case = &c };
    DeskSaved saved = { 0 };
    g_autoptr (GError) error = NULL;

    desk_open_case (self->base.service, self->base.actor, &in, &saved, &error);
    g_assert_no_error (error);
    id = line.case_id = saved.id;
    desk_saved_clear (&saved);
  }
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_COST_LINE, &line);
  costs_of (self, self->base.actor, id, &costs);
  g_assert_true (costs.covered);
  g_assert_cmpint (costs.total, ==, 12000);
  g_assert_cmpint (costs.n_steps, ==, 0);
  desk_costs_clear (&costs);
  refused (self, self->base.actor, id, DESK_QUOTE_STEP_MAKE, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_WARRANTY_COVERS);
  stored = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
  desk_text_set (&((DeskCase *) stored)->warranty_denied, "住户自己改过管路");
  {
    DeskCaseInput in = { .service_case = (DeskCase *) stored };
    DeskSaved saved = { 0 };
    g_autoptr (GError) error = NULL;

    desk_edit_case (self->base.service, self->base.actor, &in, &saved, &error);
    g_assert_no_error (error);
    desk_saved_clear (&saved);
  }
  must (self, self->base.actor, id, DESK_QUOTE_STEP_MAKE, NULL);
}

/* A technician writes the parts of their own case and quotes; the answer is taken at the desk, the bill is checked by who
 * inspects. */
static void
test_rights (DeskSampleCase *self, gconstpointer data)
{
  const DeskActor *me = self->base.actor;
  g_autoptr (DeskActor) technician = desk_actor_new (me->staff_id, "t", 1 << DESK_STAFF_ROLE_TECHNICIAN, NULL, 0);
  g_autoptr (DeskActor) stranger = desk_actor_new (self->w.staff, "t", 1 << DESK_STAFF_ROLE_TECHNICIAN, NULL, 0);
  g_autoptr (DeskActor) desk = desk_actor_new (self->w.staff, "d", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  gint64 id = self->w.case_assigned;
  DeskCosts costs;

  refused (self, stranger, id, DESK_QUOTE_STEP_MAKE, NULL, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  must (self, technician, id, DESK_QUOTE_STEP_MAKE, NULL);
  refused (self, technician, id, DESK_QUOTE_STEP_AGREE, NULL, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  must (self, desk, id, DESK_QUOTE_STEP_DECLINE, "住户说太贵");
  must (self, desk, id, DESK_QUOTE_STEP_MAKE, NULL);
  refused (self, desk, self->w.case_done, DESK_QUOTE_STEP_CHECK, NULL, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  costs_of (self, technician, id, &costs);
  g_assert_true (costs.may);
  g_assert_cmpint (costs.n_steps, ==, 0);
  desk_costs_clear (&costs);
  costs_of (self, stranger, id, &costs);
  g_assert_false (costs.may);
  desk_costs_clear (&costs);
  costs_of (self, desk, id, &costs);
  g_assert_cmpint (costs.n_steps, ==, 2);
  desk_costs_clear (&costs);
}

/* Whoever saw another sum than there is now does not agree to it by accident. */
static void
test_other_sum (DeskSampleCase *self, gconstpointer data)
{
  DeskQuoteInput in = { .case_id = self->w.case_assigned, .step = DESK_QUOTE_STEP_MAKE, .total = 2899 };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  g_assert_false (desk_step_quote (self->base.service, self->base.actor, &in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_QUOTE_NOT_POSSIBLE);
  desk_saved_clear (&saved);
}

static guint
count_bills (DeskSampleCase *self, guint filter, const char *text, gint64 *first)
{
  DeskListInput in = { .list = DESK_LIST_BILLS, .filter = filter, .text = (char *) text };
  DeskIdList out = { 0 };
  g_autoptr (GError) error = NULL;
  guint n;

  desk_list_ids (self->base.service, self->base.actor, &in, &out, &error);
  g_assert_no_error (error);
  n = out.ids->len;
  g_assert_true (text != NULL || n == (guint) out.counts[filter]);
  *first = n > 0 ? g_array_index (out.ids, gint32, n - 1) : 0;
  desk_id_list_clear (&out);
  return n;
}

/* What was checked is kept ready for the unit's account; what was billed waits for a second person. */
static void
test_ready (DeskSampleCase *self, gconstpointer data)
{
  gint64 id;
  guint ready = count_bills (self, DESK_BILL_FILTER_READY, NULL, &id), waits = count_bills (self, DESK_BILL_FILTER_TO_CHECK, NULL, &id);
  gint64 billed = desk_fixture_count (&self->base, "SELECT count(*) FROM case_quote WHERE state = 4");

  g_assert_cmpuint (ready, ==, (guint) desk_fixture_count (&self->base, "SELECT count(*) FROM case_quote WHERE state = 5"));
  g_assert_cmpuint (waits, ==, (guint) billed);
  g_assert_cmpuint (billed, >, 0);
  must (self, self->base.actor, id, DESK_QUOTE_STEP_CHECK, NULL);
  g_assert_cmpuint (count_bills (self, DESK_BILL_FILTER_TO_CHECK, NULL, &billed), ==, waits - 1);
  g_assert_cmpuint (count_bills (self, DESK_BILL_FILTER_READY, NULL, &billed), ==, ready + 1);
  g_assert_cmpint (billed, ==, id);
  {
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
    gint32 short_id = (gint32) id;
    DeskRowsInput in = { .list = DESK_LIST_BILLS, .ids = ids };
    g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
    DeskRows rows = { 0 };
    g_autoptr (GError) error = NULL;

    g_array_append_val (ids, short_id);
    desk_get_rows (self->base.service, self->base.actor, &in, &rows, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rows.rows->len, ==, 1);
    g_assert_cmpint (((DeskRow *) rows.rows->pdata[0])->cells[DESK_BILL_COLUMN_AMOUNT].number, >, 0);
    g_assert_cmpstr (((DeskRow *) rows.rows->pdata[0])->cells[DESK_BILL_COLUMN_NUMBER].text, ==, ((DeskCase *) record)->number);
    g_assert_cmpuint (count_bills (self, DESK_BILL_FILTER_READY, ((DeskCase *) record)->number, &billed), ==, 1);
    g_assert_cmpuint (count_bills (self, DESK_BILL_FILTER_READY, "没有的字", &billed), ==, 0);
    desk_rows_clear (&rows);
  }
}

#define ADD(name, func) g_test_add (name, DeskSampleCase, NULL, desk_sample_set_up, func, desk_sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/costs/life", test_life);
  ADD ("/costs/locked", test_locked);
  ADD ("/costs/warranty", test_warranty);
  ADD ("/costs/rights", test_rights);
  ADD ("/costs/ready", test_ready);
  ADD ("/costs/other-sum", test_other_sum);
  return g_test_run ();
}
