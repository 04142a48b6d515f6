/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-mask.h"
#include "desk-register-case.h"
#include "desk-sample.h"

/* What becomes of an entry of the desk log: memos and their reminders, follow-ups, the same fault again, files. */

/* Runs @use_case with @in, which is freed. Returns: the id, 0 with @error. */
static gint64
run (DeskSampleCase *self, DeskUseCase use_case, gpointer in, GError **error)
{
  DeskSaved saved = { 0 };
  gboolean done = desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, error);
  gint64 id = done ? saved.id : 0;

  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return id;
}

static gint64
must (DeskSampleCase *self, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = NULL;
  gint64 id = run (self, use_case, in, &error);

  g_assert_no_error (error);
  return id;
}

static DeskVisit
entry (DeskSampleCase *self, DeskVisitKind kind, const char *about)
{
  return (DeskVisit){ .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = kind,
                      .unit_id = self->w.unit, .phone = (char *) "13800001234", .about = (char *) about };
}

static void
look (DeskSampleCase *self, DeskKind kind, gint64 id, DeskVisitPage *page)
{
  DeskGetInput in = { .kind = kind, .id = id };
  g_autoptr (GError) error = NULL;

  desk_get_visit_page (self->base.service, self->base.actor, &in, page, &error);
  g_assert_no_error (error);
}

static gint64
count (DeskSampleCase *self, const char *sql)
{
  return desk_fixture_count (&self->base, sql);
}

/* A memo reminds whoever it is for at the time of the call; answered, the reminder is done with it, and undo brings both
 * back. */
static void
test_memo (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit = entry (self, DESK_VISIT_MESSAGE, "找二栋陈老师");
  DeskMemo memo = { .record = { .kind = DESK_KIND_MEMO }, .to_id = self->w.staff, .read_back = 1,
                    .call_at = DESK_FIXTURE_NOW + 3600 };
  gint64 id = must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_MEMO, NULL, &memo));
  DeskVisitPage page = { 0 };
  gint64 memo_id;

  look (self, DESK_KIND_VISIT, id, &page);
  g_assert_cmpint (page.memos->len, ==, 1);
  {
    const DeskMemoCard *card = page.memos->pdata[0];
    g_autofree char *masked = desk_mask_phone ("13800001234");

    memo_id = card->memo->record.id;
    g_assert_cmpstr (card->memo->text, ==, "找二栋陈老师");
    g_assert_cmpstr (card->memo->phone, ==, masked);
    g_assert_cmpint (card->memo->read_back, ==, 1);
    g_assert_nonnull (card->to_name);
  }
  g_assert_cmpint (count (self, "SELECT owner_id FROM follow_up WHERE about_kind = 25 ORDER BY id DESC LIMIT 1"), ==, self->w.staff);
  g_assert_cmpint (count (self, "SELECT due_at FROM follow_up WHERE about_kind = 25 ORDER BY id DESC LIMIT 1"), ==,
                   DESK_FIXTURE_NOW + 3600);
  desk_visit_page_clear (&page);
  /* The memo leads to its entry. */
  look (self, DESK_KIND_MEMO, memo_id, &page);
  g_assert_cmpint (page.visit->record.id, ==, id);
  desk_visit_page_clear (&page);
  must (self, DESK_USE_CASE_ANSWER_MEMO, desk_memo_input_new (NULL, memo_id, 0, NULL));
  g_assert_cmpint (count (self, "SELECT state FROM follow_up WHERE about_kind = 25 ORDER BY id DESC LIMIT 1"), ==, DESK_FOLLOW_UP_OPEN);
  must (self, DESK_USE_CASE_ANSWER_MEMO, desk_memo_input_new (NULL, memo_id, 0, "已回电"));
  g_assert_cmpint (count (self, "SELECT state FROM follow_up WHERE about_kind = 25 ORDER BY id DESC LIMIT 1"), ==, DESK_FOLLOW_UP_DONE);
}

/* Nobody is told of a memo without a time later than now, and long words do not make a reminder that cannot be put off. */
static void
test_memo_at_once (DeskSampleCase *self, gconstpointer data)
{
  g_autofree char *words = g_strnfill (4000, 'x');
  DeskVisit visit = entry (self, DESK_VISIT_MESSAGE, words);
  DeskMemo memo = { .record = { .kind = DESK_KIND_MEMO }, .to_id = self->base.actor->staff_id };
  DeskFollowUpInput *later;
  gint64 follow_up;

  must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_MEMO, NULL, &memo));
  follow_up = count (self, "SELECT max(id) FROM follow_up WHERE about_kind = 25");
  g_assert_cmpint (count (self, "SELECT due_at FROM follow_up ORDER BY id DESC LIMIT 1"), ==, DESK_FIXTURE_NOW);
  later = desk_follow_up_input_new (NULL, follow_up, 0);
  later->snooze = DESK_SNOOZE_HOUR;
  must (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, later);
}

/* A follow-up hangs on its entry and on the entry's unit. */
static void
test_follow_up (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit = entry (self, DESK_VISIT_VISIT, "问装修押金什么时候退");
  DeskFollowUp follow_up = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .due_at = DESK_FIXTURE_NOW + 7200 };
  DeskVisitInput *in = desk_visit_input_new (NULL, &visit, DESK_TARGET_FOLLOW_UP, NULL, NULL);
  DeskVisitPage page = { 0 };
  gint64 id;

  in->follow_up = desk_record_copy (&follow_up);
  id = must (self, DESK_USE_CASE_LOG_VISIT, in);
  look (self, DESK_KIND_VISIT, id, &page);
  g_assert_cmpint (page.follow_ups->len, ==, 1);
  {
    const DeskFollowUp *made = page.follow_ups->pdata[0];

    g_assert_cmpstr (made->note, ==, "问装修押金什么时候退");
    g_assert_cmpint (made->about_kind, ==, DESK_KIND_VISIT);
    g_assert_cmpint (made->about_id, ==, id);
    g_assert_cmpint (made->unit_id, ==, self->w.unit);
    g_assert_cmpint (made->owner_id, ==, self->base.actor->staff_id);
  }
  desk_visit_page_clear (&page);
}

/* The same fault: what is open is hurried, what was done is done again; no second case. */
static void
test_again (DeskSampleCase *self, gconstpointer data)
{
  static const struct
  {
    gboolean done;
    const char *column;
  } table[] = { { FALSE, "hurried" }, { TRUE, "reopened" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      DeskVisit visit = entry (self, DESK_VISIT_REPAIR, "又漏了");
      DeskVisitInput *in = desk_visit_input_new (NULL, &visit, DESK_TARGET_AGAIN, NULL, NULL);
      gint64 case_id = table[i].done ? self->w.case_done : self->w.case_new;
      gint64 cases = count (self, "SELECT count(*) FROM service_case"), id;
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM service_case WHERE id = %d", table[i].column, (int) case_id);
      g_autoptr (DeskRecord) logged = NULL;

      in->case_id = case_id;
      id = must (self, DESK_USE_CASE_LOG_VISIT, in);
      logged = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);
      g_assert_cmpint (count (self, "SELECT count(*) FROM service_case"), ==, cases);
      g_assert_cmpint (count (self, sql), ==, 1);
      g_assert_cmpint (((DeskVisit *) logged)->link_id, ==, case_id);
    }
}

/* A case that is not there: nothing is logged either. */
static void
test_again_nothing (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit = entry (self, DESK_VISIT_REPAIR, "又漏了");
  DeskVisitInput *in = desk_visit_input_new (NULL, &visit, DESK_TARGET_AGAIN, NULL, NULL);
  gint64 visits = count (self, "SELECT count(*) FROM visit");
  g_autoptr (GError) error = NULL;

  in->case_id = 4711;
  g_assert_cmpint (run (self, DESK_USE_CASE_LOG_VISIT, in, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  g_assert_cmpint (count (self, "SELECT count(*) FROM visit"), ==, visits);
}

/* The number comes masked to a form; saved as it came it stays. */
static void
test_phone_stays (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit = entry (self, DESK_VISIT_ENQUIRY, "问停水");
  gint64 id = must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
  g_autofree char *masked = desk_mask_phone ("13800001234");
  g_autoptr (DeskRecord) stored = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);

  desk_text_set (&((DeskVisit *) stored)->phone, masked);
  desk_text_set (&((DeskVisit *) stored)->about, "问停水到几点");
  must (self, DESK_USE_CASE_TURN_VISIT, desk_visit_input_new (NULL, (DeskVisit *) stored, DESK_TARGET_NONE, NULL, NULL));
  g_assert_cmpint (count (self, "SELECT count(*) FROM visit WHERE phone = '13800001234' AND about = '问停水到几点'"), ==, 1);
}

/* Files of the entry go along into what becomes of it. */
static void
test_files (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit = entry (self, DESK_VISIT_REPAIR, "厨房漏水");
  gint64 id = must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
  g_autofree char *add = g_strdup_printf ("INSERT INTO attachment (of_kind, of_id, blob_id, name, mime, size) "
                                          "VALUES (24, %d, 1, '漏水.jpg', 'image/jpeg', 5)", (int) id);
  g_autoptr (DeskRecord) stored = NULL;

  desk_tamper (self->base.path, add);
  stored = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);
  must (self, DESK_USE_CASE_TURN_VISIT, desk_visit_input_new (NULL, (DeskVisit *) stored, DESK_TARGET_REPAIR, NULL, NULL));
  g_assert_cmpint (count (self, "SELECT count(*) FROM attachment WHERE of_kind = 26 AND name = '漏水.jpg'"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM attachment WHERE of_kind = 24 AND name = '漏水.jpg'"), ==, 1);
}

/* What was corrected by hand to nobody stays nobody. */
static void
test_nobody (DeskSampleCase *self, gconstpointer data)
{
  DeskLineInput in = { .line = (char *) "1501 厨房漏水", .unit_id = self->w.unit, .person_id = DESK_LINE_NOBODY };
  DeskLineResult out = { 0 };
  g_autoptr (GError) error = NULL;

  desk_read_line (self->base.service, self->base.actor, &in, &out, &error);
  g_assert_no_error (error);
  g_assert_cmpint (out.entry->person_id, ==, 0);
  g_assert_cmpint (out.entry->unit_id, ==, self->w.unit);
  desk_line_result_clear (&out);
  in.unit_id = DESK_LINE_NOBODY;
  in.person_id = self->w.person;
  desk_read_line (self->base.service, self->base.actor, &in, &out, &error);
  g_assert_no_error (error);
  g_assert_cmpint (out.entry->unit_id, ==, 0);
  g_assert_cmpint (out.entry->person_id, ==, self->w.person);
  desk_line_result_clear (&out);
}

/* A badge and a short list count what is to be done, not what there ever was, and have the same rows. */
static void
test_brief (DeskSampleCase *self, gconstpointer data)
{
  DeskVisit visit;
  gint64 all;

  for (guint i = 0; i < 3; i++)
    {
      visit = entry (self, DESK_VISIT_ENQUIRY, "停车");
      must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
    }
  all = count (self, "SELECT count(*) FROM visit");
  for (guint brief = 0; brief < 2; brief++)
    {
      DeskListInput *in = desk_list_input_new_brief (DESK_LIST_VISITS, DESK_VISIT_FILTER_TODAY, TRUE, 0);
      g_autoptr (GError) error = NULL;
      DeskIdList out = { 0 };

      in->brief = brief != 0;
      g_assert_true (desk_list_ids (self->base.service, self->base.actor, in, &out, &error));
      g_assert_no_error (error);
      g_assert_cmpint (out.ids->len, ==, all); /* the clock stands: all are of today */
      g_assert_cmpint (out.counts[DESK_VISIT_FILTER_ALL], ==, brief != 0 ? 0 : all);
      g_assert_cmpint (out.counts[DESK_VISIT_FILTER_TODAY], ==, all);
      desk_id_list_clear (&out);
      desk_list_input_free (in);
    }
}

#define ADD(name, func) g_test_add (name, DeskSampleCase, NULL, desk_sample_set_up, func, desk_sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/service/log/memo", test_memo);
  ADD ("/service/log/memo-at-once", test_memo_at_once);
  ADD ("/service/log/follow-up", test_follow_up);
  ADD ("/service/log/again", test_again);
  ADD ("/service/log/again-nothing", test_again_nothing);
  ADD ("/service/log/phone-stays", test_phone_stays);
  ADD ("/service/log/files", test_files);
  ADD ("/service/log/nobody", test_nobody);
  ADD ("/service/log/brief", test_brief);
  return g_test_run ();
}
