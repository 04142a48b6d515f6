/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

#include "desk-outage.h"

/* Known outages: who is reached, who hangs on one, and everybody told and closed together. */

#define N_CALLERS 300

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
} World;

static void
set_up (World *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
}

static void
tear_down (World *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

/* Frees @in. Returns: the error, or NULL. */
static GError *
try (World *self, DeskUseCase use_case, gpointer in, gint64 *id, gint64 *act)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  if (id != NULL)
    *id = saved.id;
  if (act != NULL)
    *act = saved.act_id;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return error;
}

static gint64
run (World *self, DeskUseCase use_case, gpointer in, gint64 *act)
{
  gint64 id;
  g_autoptr (GError) error = try (self, use_case, in, &id, act);

  g_assert_no_error (error);
  return id;
}

static gint64
count (World *self, const char *sql)
{
  return desk_fixture_count (&self->base, sql);
}

static gint64
report (World *self, const char *buildings)
{
  DeskOutage record = { .record = { .kind = DESK_KIND_OUTAGE }, .topic = DESK_OUTAGE_POWER, .title = (char *) "配电房检修",
                        .buildings = (char *) buildings, .script = (char *) "配电房检修，12:00 前送电。" };

  return run (self, DESK_USE_CASE_SAVE_OUTAGE, desk_record_input_new (NULL, (DeskRecord *) &record), NULL);
}

static gint64
call (World *self, gint64 unit_id, DeskTarget target, gint64 outage_id)
{
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_ENQUIRY,
                      .unit_id = unit_id, .about = (char *) "问什么时候来水" };
  DeskVisitInput *in = desk_visit_input_new (NULL, &visit, target, NULL, NULL);

  in->outage_id = outage_id;
  return run (self, DESK_USE_CASE_LOG_VISIT, in, NULL);
}

static guint
reached (World *self, gint64 unit_id)
{
  DeskGetInput get = { .kind = DESK_KIND_UNIT, .id = unit_id };
  g_autoptr (GError) error = NULL;
  DeskOutages out = { 0 };
  guint n;

  desk_list_outages (self->base.service, self->base.actor, &get, &out, &error);
  g_assert_no_error (error);
  n = out.cards->len;
  desk_outages_clear (&out);
  return n;
}

/* By its buildings, or everybody where none is named; until it ends. */
static void
test_reach (World *self, gconstpointer data)
{
  g_autoptr (DeskRecord) record = NULL;
  gint64 all;

  g_assert_cmpuint (reached (self, self->w.unit), ==, 1);
  g_assert_cmpuint (reached (self, self->w.other_unit), ==, 0);
  all = report (self, "");
  g_assert_cmpuint (reached (self, self->w.unit), ==, 2);
  g_assert_cmpuint (reached (self, self->w.other_unit), ==, 1);
  record = desk_fixture_get (&self->base, DESK_KIND_OUTAGE, all);
  desk_text_set (&((DeskOutage *) record)->buildings, "3 号楼");
  {
    g_autoptr (GError) error = try (self, DESK_USE_CASE_SAVE_OUTAGE, desk_record_input_new (NULL, record), NULL, NULL);

    desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_BUILDING_UNKNOWN);
  }
  desk_text_set (&((DeskOutage *) record)->buildings, "3号楼、3");
  run (self, DESK_USE_CASE_SAVE_OUTAGE, desk_record_input_new (NULL, record), NULL);
  g_assert_cmpuint (reached (self, self->w.other_unit), ==, 0);
  g_assert_cmpuint (reached (self, self->w.unit), ==, 2);
  run (self, DESK_USE_CASE_END_OUTAGE, desk_end_outage_input_new (NULL, all, 0, "已送电", FALSE), NULL);
  g_assert_cmpuint (reached (self, self->w.unit), ==, 1);
}

/* A caller hangs on the one that reaches the unit, once; from elsewhere on the only one that runs, and on none that is
 * over. A line at the desk says so before anything is saved. */
static void
test_attach (World *self, gconstpointer data)
{
  DeskLineInput *line = desk_line_input_new ("3-2-1501 问停水");
  DeskLineResult *read = desk_use_case_new_result (DESK_USE_CASE_READ_LINE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) none = NULL;
  gint64 entry, other;

  line->unit_id = self->w.unit;
  desk_read_line (self->base.service, self->base.actor, line, read, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->outages->len, ==, 1);
  g_assert_cmpint (((DeskOutageCard *) read->outages->pdata[0])->outage->record.id, ==, self->w.outage);
  g_assert_cmpint (((DeskOutageCard *) read->outages->pdata[0])->n_callers, ==, 1);
  desk_use_case_free_result (DESK_USE_CASE_READ_LINE, read);
  desk_line_input_free (line);

  entry = call (self, self->w.unit, DESK_TARGET_NONE, 0);
  run (self, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (NULL, entry, 0, 0), NULL);
  again = try (self, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (NULL, entry, 0, 0), NULL, NULL);
  desk_assert_problem (again, DESK_ERROR_INVALID, DESK_PROBLEM_ATTACHED_ALREADY);
  call (self, self->w.other_unit, DESK_TARGET_OUTAGE, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call"), ==, 3);
  report (self, "3");
  entry = call (self, self->w.other_unit, DESK_TARGET_NONE, 0);
  none = try (self, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (NULL, entry, 0, 0), NULL, NULL);
  desk_assert_problem (none, DESK_ERROR_INVALID, DESK_PROBLEM_OUTAGE_NONE);
  run (self, DESK_USE_CASE_END_OUTAGE, desk_end_outage_input_new (NULL, self->w.outage, 0, "已来水", FALSE), NULL);
  g_clear_error (&none);
  none = try (self, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (NULL, entry, 0, self->w.outage), NULL, NULL);
  desk_assert_problem (none, DESK_ERROR_INVALID, DESK_PROBLEM_OUTAGE_OVER);
  other = call (self, self->w.unit, DESK_TARGET_OUTAGE, 0);
  g_assert_cmpint (other, !=, 0);
}

/* Of the log's entries without a summary those that hang on an outage are none: they wait for its end. */
static void
test_not_open (World *self, gconstpointer data)
{
  DeskListInput list = { .list = DESK_LIST_VISITS, .filter = DESK_VISIT_FILTER_OPEN };
  g_autoptr (GError) error = NULL;
  DeskIdList before = { 0 }, after = { 0 };

  desk_list_ids (self->base.service, self->base.actor, &list, &before, &error);
  g_assert_no_error (error);
  call (self, self->w.unit, DESK_TARGET_OUTAGE, 0);
  call (self, self->w.unit, DESK_TARGET_NONE, 0);
  desk_list_ids (self->base.service, self->base.actor, &list, &after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after.ids->len, ==, before.ids->len + 1);
  g_assert_cmpint (after.counts[DESK_VISIT_FILTER_OPEN], ==, after.ids->len);
  desk_id_list_clear (&before);
  desk_id_list_clear (&after);
}

/* Three hundred call; a hundred are told one by one, the rest with the end: one act closes all, one undo brings all back. */
static void
test_many (World *self, gconstpointer data)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  DeskGetInput get = { .kind = DESK_KIND_OUTAGE };
  DeskOutagePage page = { 0 };
  gint64 outage = report (self, ""), act, acts;
  DeskUndoInput undo = { 0 };
  DeskSaved saved = { 0 };

  for (guint i = 0; i < N_CALLERS; i++)
    call (self, i % 2 == 0 ? self->w.unit : self->w.other_unit, DESK_TARGET_OUTAGE, outage);
  get.id = outage;
  desk_get_outage (self->base.service, self->base.actor, &get, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page.callers->len, ==, N_CALLERS);
  g_assert_cmpint (page.card->n_untold, ==, N_CALLERS);
  for (guint i = 0; i < 100; i++)
    g_array_append_val (calls, ((DeskOutageCaller *) page.callers->pdata[i])->call->record.id);
  desk_outage_page_clear (&page);
  run (self, DESK_USE_CASE_TELL_CALLERS, desk_tell_input_new (NULL, (gint64 *) calls->data, calls->len, TRUE), NULL);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call WHERE told_at <> 0"), ==, 100);
  run (self, DESK_USE_CASE_TELL_CALLERS, desk_tell_input_new (NULL, (gint64 *) calls->data, 1, FALSE), NULL);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call WHERE told_at <> 0"), ==, 99);

  acts = count (self, "SELECT count(*) FROM act");
  run (self, DESK_USE_CASE_END_OUTAGE, desk_end_outage_input_new (NULL, outage, 0, "11:40 已送电", TRUE), &act);
  g_assert_cmpint (count (self, "SELECT count(*) FROM act"), ==, acts + 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call c JOIN visit v ON v.id = c.visit_id JOIN outage o "
                                "ON o.id = c.outage_id WHERE o.ended_at <> 0 AND c.told_at <> 0 AND v.closed_at <> 0 "
                                "AND v.summary = '11:40 已送电'"), ==, N_CALLERS);
  undo.act_id = act;
  desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call c JOIN visit v ON v.id = c.visit_id JOIN outage o "
                                "ON o.id = c.outage_id WHERE o.title = '配电房检修' AND o.ended_at = 0 AND v.closed_at = 0"),
                   ==, N_CALLERS);
  g_assert_cmpint (count (self, "SELECT count(*) FROM outage_call WHERE told_at <> 0"), ==, 99);
}

/* A repair of the caller's own that nobody has taken is settled with the end; one that somebody has stays theirs. */
static void
test_cases (World *self, gconstpointer data)
{
  const gint64 assignees[] = { 0, self->base.actor->staff_id };
  const DeskCaseState states[] = { DESK_CASE_DONE, DESK_CASE_ASSIGNED };
  gint64 entries[2];

  for (guint i = 0; i < 2; i++)
    {
      DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_REPAIR,
                          .unit_id = self->w.unit, .about = (char *) "没水" };
      DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .category_id = self->w.category,
                     .assignee_id = assignees[i] };

      entries[i] = run (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_REPAIR, &c, NULL), NULL);
      run (self, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (NULL, entries[i], 0, 0), NULL);
    }
  run (self, DESK_USE_CASE_END_OUTAGE, desk_end_outage_input_new (NULL, self->w.outage, 0, "已来水", TRUE), NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT state FROM service_case WHERE visit_id = %" G_GINT64_FORMAT, entries[i]);

      g_assert_cmpint (count (self, sql), ==, states[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/outages/reach", World, NULL, set_up, test_reach, tear_down);
  g_test_add ("/outages/attach", World, NULL, set_up, test_attach, tear_down);
  g_test_add ("/outages/not-open", World, NULL, set_up, test_not_open, tear_down);
  g_test_add ("/outages/many", World, NULL, set_up, test_many, tear_down);
  g_test_add ("/outages/cases", World, NULL, set_up, test_cases, tear_down);
  return g_test_run ();
}
