/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

#include <string.h>

#include "desk-outage.h"
#include "desk-register-case.h"

/* Log entries and cases of the sample world: one case in every state a use case needs. */

static const char receipt[] = "%PDF-1.4 第一张";
static const char letter[] = "%PDF-1.4 第二张";

static gint64
run (DeskFixture *fixture, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  desk_use_case_run (fixture->service, use_case, fixture->actor, in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return id;
}

static gint64
open_case (DeskFixture *fixture, const DeskSampleWorld *w, const char *title, gint64 assignee_id)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = w->category,
                 .unit_id = w->unit, .person_id = w->person, .title = (char *) title, .detail = (char *) "厨房水槽下面漏水",
                 .assignee_id = assignee_id, .opened_at = DESK_FIXTURE_NOW - 10000 };

  return run (fixture, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

static DeskMoveInput *
move (gint64 id, DeskMove name, const char *text)
{
  return desk_move_input_new (NULL, id, 0, name, text);
}

static gint64
work (DeskFixture *fixture, gint64 id, DeskMove name, const char *text)
{
  return run (fixture, DESK_USE_CASE_WORK_CASE, move (id, name, text));
}

static void
wait_until_past (DeskFixture *fixture, gint64 id)
{
  DeskMoveInput *in = move (id, DESK_MOVE_WAIT, NULL);

  in->wait_reason = DESK_WAIT_PARTS;
  in->at = DESK_FIXTURE_NOW - 7200;
  in->until = DESK_FIXTURE_NOW - 3600;
  run (fixture, DESK_USE_CASE_WORK_CASE, in);
}

static gint64
accepted (DeskFixture *fixture, const DeskSampleWorld *w, const char *title)
{
  gint64 id = open_case (fixture, w, title, fixture->actor->staff_id);
  DeskMoveInput *in = move (id, DESK_MOVE_ACCEPT, NULL);

  in->at = DESK_FIXTURE_NOW - 9000;
  run (fixture, DESK_USE_CASE_WORK_CASE, in);
  return id;
}

static DeskVisit
visit_of (const DeskSampleWorld *w)
{
  return (DeskVisit){ .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_ENQUIRY,
                      .unit_id = w->unit, .person_id = w->person, .about = (char *) "问停水到几点" };
}

static gpointer
file_of (const char *key, DeskKind kind, gint64 id, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  DeskFile file = { bytes, (char *) "收条.pdf", NULL };

  return desk_attach_input_new (key, kind, id, &file);
}

static gint64
cost_line (DeskFixture *fixture, gint64 case_id)
{
  DeskCostLine line = { .record = { .kind = DESK_KIND_COST_LINE }, .case_id = case_id, .kind = DESK_COST_PART,
                        .name = (char *) "软管", .quantity = 2000, .price = 1450 };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_COST_LINE, &line);
}

/* A colleague bills what was done, so that the fixture's actor is the second person. */
static void
bill (DeskFixture *fixture, const DeskSampleWorld *w)
{
  g_autoptr (DeskActor) colleague = desk_actor_new (w->staff, "李强", 1 << DESK_STAFF_ROLE_SUPERVISOR, NULL, 0);
  DeskQuoteInput in = { .case_id = w->case_done, .step = DESK_QUOTE_STEP_BILL, .total = 2900 };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_step_quote (fixture->service, colleague, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

/* Solved at the desk, and to be called back. */
static gint64
called (DeskFixture *fixture, const DeskSampleWorld *w)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .unit_id = w->unit,
                 .title = (char *) "月租多收", .phone = (char *) "13900001111" };
  DeskMoveInput *draw;
  gint64 id;

  c.category_id = desk_fixture_count (fixture, "SELECT id FROM category WHERE name = '停车费' AND case_kind = 2");
  id = run (fixture, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, "退了差额"));
  draw = desk_move_input_new (NULL, id, 0, DESK_MOVE_DRAW, NULL);
  run (fixture, DESK_USE_CASE_ANSWER_CASE, draw);
  return id;
}

static gint64
complaint (DeskFixture *fixture, const DeskSampleWorld *w, const char *title)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .unit_id = w->unit,
                 .title = (char *) title };

  c.category_id = desk_fixture_count (fixture, "SELECT id FROM category WHERE name = '装修噪音'");
  return run (fixture, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

/* One that runs in the building of the unit, and who called about it. */
static void
outage (DeskFixture *fixture, DeskSampleWorld *w, const DeskVisit *visit)
{
  DeskOutage record = { .record = { .kind = DESK_KIND_OUTAGE }, .topic = DESK_OUTAGE_WATER, .title = (char *) "水箱清洗",
                        .buildings = (char *) "3栋", .begun_at = DESK_FIXTURE_NOW - 3600,
                        .expected_at = DESK_FIXTURE_NOW + 7 * 3600, .script = (char *) "今天清洗水箱，17:00 前恢复供水。" };

  w->outage = desk_fixture_save (fixture, DESK_USE_CASE_SAVE_OUTAGE, &record);
  run (fixture, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, visit, DESK_TARGET_OUTAGE, NULL, NULL));
}

void
desk_sample_cases (DeskFixture *fixture, DeskSampleWorld *w)
{
  DeskPlace place = { .record = { .kind = DESK_KIND_PLACE }, .building_id = w->building, .name = (char *) "外墙" };
  DeskVisit visit = visit_of (w);
  DeskMemo memo = { .record = { .kind = DESK_KIND_MEMO }, .to_id = fixture->actor->staff_id };
  gint64 entry;

  w->category = desk_fixture_count (fixture, "SELECT id FROM category WHERE name = '厨房'");
  w->holiday = desk_fixture_count (fixture, "SELECT min(id) FROM calendar_day");
  w->phrase = desk_fixture_count (fixture, "SELECT min(id) FROM phrase");
  w->calendar = desk_fixture_count (fixture, "SELECT id FROM calendar WHERE nick = 'desk'");
  w->place = desk_fixture_save (fixture, DESK_USE_CASE_SAVE_PLACE, &place);
  entry = run (fixture, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_MEMO, NULL, &memo));
  {
    g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_VISIT, entry);

    w->memo = ((DeskVisit *) record)->link_id;
  }
  w->case_new = open_case (fixture, w, "新建的", 0);
  w->case_assigned = open_case (fixture, w, "派了的", fixture->actor->staff_id);
  w->case_waiting = accepted (fixture, w, "在等的");
  wait_until_past (fixture, w->case_waiting);
  w->case_done = accepted (fixture, w, "完工的");
  work (fixture, w->case_done, DESK_MOVE_FINISH, "换了软管");
  w->cost_line = cost_line (fixture, w->case_assigned);
  w->free_line = cost_line (fixture, w->case_new);
  cost_line (fixture, w->case_done);
  bill (fixture, w);
  w->attachment = run (fixture, DESK_USE_CASE_ATTACH_FILE, file_of (NULL, DESK_KIND_VISIT, entry, receipt));
  w->case_called = called (fixture, w);
  w->complaint = complaint (fixture, w, "楼上装修吵");
  w->other_complaint = complaint (fixture, w, "电钻从早响到晚");
  outage (fixture, w, &visit);
  /* The last act leaves one row in the trail: tests of the chain count on it. */
  w->visit = run (fixture, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
}

static gpointer
sample_record (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  g_autoptr (DeskRecord) record = NULL;

  switch ((int) use_case)
    {
    case DESK_USE_CASE_SAVE_CATEGORY:
      record = desk_fixture_get (fixture, DESK_KIND_CATEGORY, w->category);
      ((DeskCategory *) record)->response_minutes = 45;
      break;
    case DESK_USE_CASE_SAVE_CALENDAR:
      record = desk_fixture_get (fixture, DESK_KIND_CALENDAR, w->calendar);
      desk_text_set (&((DeskCalendar *) record)->hours, "08:00-12:00,13:30-18:00");
      break;
    case DESK_USE_CASE_SAVE_CALENDAR_DAY:
      record = desk_record_new (DESK_KIND_CALENDAR_DAY);
      ((DeskCalendarDay *) record)->day = 20270101;
      break;
    case DESK_USE_CASE_SAVE_PHRASE:
      record = desk_fixture_get (fixture, DESK_KIND_PHRASE, w->phrase);
      desk_text_set (&((DeskPhrase *) record)->words, "约 {上门时间} 到 {房号}");
      break;
    case DESK_USE_CASE_SAVE_COST_LINE:
      record = desk_fixture_get (fixture, DESK_KIND_COST_LINE, w->free_line);
      ((DeskCostLine *) record)->quantity = 3500;
      break;
    case DESK_USE_CASE_SAVE_COMPLAINT:
      record = desk_record_new (DESK_KIND_COMPLAINT);
      ((DeskComplaint *) record)->case_id = w->complaint;
      ((DeskComplaint *) record)->finding = DESK_FINDING_VALID;
      desk_text_set (&((DeskComplaint *) record)->department, "工程部");
      break;
    case DESK_USE_CASE_SAVE_OUTAGE:
      record = desk_fixture_get (fixture, DESK_KIND_OUTAGE, w->outage);
      ((DeskOutage *) record)->expected_at += 3600;
      break;
    case DESK_USE_CASE_SAVE_PLACE:
      record = desk_fixture_get (fixture, DESK_KIND_PLACE, w->place);
      desk_text_set (&((DeskPlace *) record)->name, "东侧外墙");
      break;
    default:
      return NULL;
    }
  return desk_record_input_new (key, record);
}

static gpointer
sample_remove (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  gboolean category = use_case == DESK_USE_CASE_REMOVE_CATEGORY;
  g_autoptr (DeskRecord) record = NULL;

  if (use_case == DESK_USE_CASE_REMOVE_PHRASE)
    {
      record = desk_fixture_get (fixture, DESK_KIND_PHRASE, w->phrase);
      return desk_remove_input_new (key, record->id, record->version);
    }
  if (!category && use_case != DESK_USE_CASE_REMOVE_CALENDAR_DAY)
    return NULL;
  record = desk_fixture_get (fixture, category ? DESK_KIND_CATEGORY : DESK_KIND_CALENDAR_DAY,
                             category ? w->category : w->holiday);
  return desk_remove_input_new (key, record->id, record->version);
}

static gpointer
sample_visit (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  DeskVisit visit = visit_of (w);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .category_id = w->category };
  DeskMemo memo = { .record = { .kind = DESK_KIND_MEMO }, .to_id = fixture->actor->staff_id, .text = (char *) "请回电" };
  g_autoptr (DeskRecord) stored = NULL;

  switch ((int) use_case)
    {
    case DESK_USE_CASE_LOG_VISIT:
      visit.kind = DESK_VISIT_REPAIR;
      return desk_visit_input_new (key, &visit, DESK_TARGET_REPAIR, &c, NULL);
    case DESK_USE_CASE_TURN_VISIT:
      stored = desk_fixture_get (fixture, DESK_KIND_VISIT, w->visit);
      return desk_visit_input_new (key, (DeskVisit *) stored, DESK_TARGET_MEMO, NULL, &memo);
    case DESK_USE_CASE_STEP_VISIT:
      return desk_visit_step_input_new (key, w->visit, 0, DESK_VISIT_STEP_CLOSE, 0, "答 17:00 来水");
    case DESK_USE_CASE_ANSWER_MEMO:
      return desk_memo_input_new (key, w->memo, 0, "已回电");
    default:
      return NULL;
    }
}

static gpointer
sample_open (DeskFixture *fixture, const DeskSampleWorld *w, const char *key)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = w->category,
                 .unit_id = w->unit, .title = (char *) "马桶堵了" };

  return desk_case_input_new (key, &c, NULL);
}

static gpointer
sample_move (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  const struct
  {
    DeskUseCase use_case;
    gint64 id;
    DeskMove move;
    const char *text;
  } table[] = {
    { DESK_USE_CASE_ASSIGN_CASE, w->case_new, DESK_MOVE_ASSIGN, NULL },
    { DESK_USE_CASE_WORK_CASE, w->case_assigned, DESK_MOVE_ACCEPT, NULL },
    { DESK_USE_CASE_SETTLE_CASE, w->case_new, DESK_MOVE_FINISH, "电话里教着关了总阀" },
    { DESK_USE_CASE_INSPECT_CASE, w->case_done, DESK_MOVE_FAIL, "还在滴" },
    { DESK_USE_CASE_ANSWER_CASE, w->case_done, DESK_MOVE_DRAW, NULL },
    { DESK_USE_CASE_REOPEN_CASE, w->case_done, DESK_MOVE_REOPEN, "又漏了" },
    { DESK_USE_CASE_CANCEL_CASE, w->case_new, DESK_MOVE_CANCEL, "登记错了" },
    { DESK_USE_CASE_MERGE_CASE, w->case_new, DESK_MOVE_MERGE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].use_case == use_case)
      {
        DeskMoveInput *in = desk_move_input_new (key, table[i].id, 0, table[i].move, table[i].text);

        in->assignee_id = table[i].move == DESK_MOVE_ASSIGN ? fixture->actor->staff_id : 0;
        in->other_id = table[i].move == DESK_MOVE_MERGE ? w->case_assigned : 0;
        return in;
      }
  return NULL;
}

static gpointer
sample_outage (const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  switch ((int) use_case)
    {
    case DESK_USE_CASE_ATTACH_CALL:
      return desk_attach_call_input_new (key, w->visit, 0, 0);
    case DESK_USE_CASE_TELL_CALLERS:
      return desk_tell_input_new (key, &w->outage_call, 1, TRUE);
    case DESK_USE_CASE_END_OUTAGE:
      return desk_end_outage_input_new (key, w->outage, 0, "16:20 已来水", TRUE);
    default:
      return NULL;
    }
}

gpointer
desk_sample_case_input (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  gpointer in = sample_record (fixture, w, use_case, key);
  g_autoptr (DeskRecord) stored = NULL;

  if (in == NULL)
    in = sample_remove (fixture, w, use_case, key);
  if (in == NULL)
    in = sample_visit (fixture, w, use_case, key);
  if (in == NULL)
    in = sample_move (fixture, w, use_case, key);
  if (in == NULL)
    in = sample_outage (w, use_case, key);
  if (in != NULL)
    return in;
  switch ((int) use_case)
    {
    case DESK_USE_CASE_STEP_QUOTE:
      return desk_quote_input_new (key, w->case_new, DESK_QUOTE_STEP_MAKE, 2900, NULL);
    case DESK_USE_CASE_SIGN_STAGE:
      return desk_stage_input_new (key, w->complaint, DESK_STAGE_CONTACT, 0, "已上门听业主说明");
    case DESK_USE_CASE_ESCALATE_COMPLAINT:
      return desk_escalate_input_new (key, w->complaint, 0, DESK_SEVERITY_SERIOUS, "第三次了");
    case DESK_USE_CASE_JOIN_CASES:
      {
        const gint64 ids[] = { w->complaint, w->other_complaint };

        return desk_join_input_new (key, ids, G_N_ELEMENTS (ids), w->complaint);
      }
    case DESK_USE_CASE_CHECK_BILL:
      return desk_quote_input_new (key, w->case_done, DESK_QUOTE_STEP_CHECK, 2900, NULL);
    case DESK_USE_CASE_REMOVE_COST_LINE:
      stored = desk_fixture_get (fixture, DESK_KIND_COST_LINE, w->free_line);
      return desk_remove_input_new (key, stored->id, stored->version);
    case DESK_USE_CASE_ATTACH_FILE:
      return file_of (key, DESK_KIND_VISIT, w->visit, letter);
    case DESK_USE_CASE_REMOVE_ATTACHMENT:
      stored = desk_fixture_get (fixture, DESK_KIND_ATTACHMENT, w->attachment);
      return desk_remove_input_new (key, stored->id, stored->version);
    case DESK_USE_CASE_OPEN_CASE:
      return sample_open (fixture, w, key);
    case DESK_USE_CASE_EDIT_CASE:
      stored = desk_fixture_get (fixture, DESK_KIND_SERVICE_CASE, w->case_new);
      desk_text_set (&((DeskCase *) stored)->title, "厨房水槽下水管渗漏");
      return desk_case_input_new (key, (DeskCase *) stored, NULL);
    case DESK_USE_CASE_NOTE_CASE:
      return desk_case_note_input_new (key, w->case_new, DESK_CASE_EVENT_CONTACT, "已电话联系");
    case DESK_USE_CASE_ASSIGN_CASES:
      {
        const gint64 ids[] = { w->case_new, w->case_assigned };

        return desk_assign_input_new (key, ids, G_N_ELEMENTS (ids), fixture->actor->staff_id);
      }
    case DESK_USE_CASE_MISS_CALLBACK:
      return desk_case_note_input_new (key, w->case_called, DESK_CASE_EVENT_NOT_REACHED, "没人接");
    case DESK_USE_CASE_PRINT_ORDERS:
      return desk_orders_input_new (&w->case_new, 1);
    case DESK_USE_CASE_REVEAL_ORDERS:
      {
        DeskOrdersInput *orders = desk_orders_input_new (&w->case_new, 1);

        orders->input.request_key = g_strdup (key);
        return orders;
      }
    case DESK_USE_CASE_LINK_CASES:
      return desk_case_link_input_new (key, w->case_new, w->case_assigned);
    case DESK_USE_CASE_HURRY_CASE:
      return desk_case_note_input_new (key, w->case_new, DESK_CASE_EVENT_HURRY, "又来电催");
    case DESK_USE_CASE_ADVANCE_CASES:
      {
        DeskAdvanceInput *advance = desk_advance_input_new ();

        advance->input.request_key = g_strdup (key);
        return advance;
      }
    default:
      return NULL;
    }
}
