/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

#include "desk-id.h"
#include "desk-input-code.h"

/* The whole matrix: every role, every code, in the person's buildings and out of them; its changes; and what may only be
 * asked for. The table is domain.md's, typed again: desk, housekeeper, technician, cashier, supervisor, admin.
 * + may, o own buildings only, ! approves, p prepares, a asks, v looks only, - not at all. */
static const struct
{
  const char *nick;
  const char *levels;
} table[] = {
  { "visit.log", "+o-++-" },           { "message.send", "+o-++-" },
  { "follow_up.edit", "+o-++-" },      { "case.open", "+o-++-" },
  { "case.hurry", "+o-++-" },          { "case.contact", "+o-++-" },
  { "case.assign", "+o--+-" },         { "case.merge", "+o--+-" },
  { "case.cancel", "+o--+-" },         { "case.reopen", "+o--+-" },
  { "case.work", "-oo-+-" },           { "case.inspect", "-o--+-" },
  { "complaint.stage", "-o--+-" },     { "complaint.finding", "-o--+-" },
  { "callback.answer", "+o--+-" },     { "person.edit_contact", "+o--++" },
  { "person.edit", "-o--++" },         { "occupancy.edit", "-o--++" },
  { "person.merge", "-o--++" },        { "unit.edit", "-o--++" },
  { "person.reveal", "+o-++-" },       { "personal.export", "----++" },
  { "person.erase", "----++" },        { "sheet.import", "----++" },
  { "sheet.import_undo", "----++" },   { "sheet.export", "+o-+++" },
  { "list.print", "+o-+++" },          { "fee.take", "---+--" },
  { "receipt.print", "---+--" },       { "receipt.reprint", "---+--" },
  { "deposit.in", "---+--" },          { "fee.void", "aa-a!-" },
  { "fee.refund", "aa-a!-" },          { "fee.waive", "aa-a!-" },
  { "deposit.out", "aa-a!-" },         { "fee.run", "-v-p!p" },
  { "price.edit", "-v-p!p" },          { "charge.edit", "-v-p!p" },
  { "meter.read", "-v-p!p" },          { "fee.dun", "+o-++-" },
  { "promise.edit", "+o-++-" },        { "day.close", "---o+-" },
  { "period.lock", "----+-" },         { "shift.give", "++-++-" },
  { "shift.take", "++-++-" },          { "key.lend", "++-++-" },
  { "visitor.sign", "++-++-" },        { "delivery.plan", "----+-" },
  { "delivery.inspect", "+o--+-" },    { "report.own", "+++++-" },
  { "report.all", "----+-" },          { "knowledge.edit", "----++" },
  { "category.edit", "----++" },       { "calendar.edit", "----++" },
  { "trail.read", "----++" },          { "undo.other", "----++" },
  { "staff.edit", "----v+" },          { "rights.edit", "----v+" },
  { "setting.edit", "----v+" },        { "backup.make", "----v+" },
  { "backup.restore", "----v+" },
};

/* What a letter of the table means to somebody who wants to change something. */
static DeskMay
may_change (char letter, gboolean in_scope)
{
  switch (letter)
    {
    case '+':
      return DESK_MAY;
    case 'o':
      return in_scope ? DESK_MAY : DESK_MAY_HERE_NOT;
    case 'a':
    case 'p':
    case '!':
      return DESK_MAY_ASK;
    default:
      return DESK_MAY_NOT;
    }
}

static void
test_matrix (void)
{
  DeskMatrix matrix;

  desk_matrix_set_default (&matrix);
  g_assert_cmpint (G_N_ELEMENTS (table), ==, DESK_N_RIGHTS - DESK_RIGHT_FIRST);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
      for (int in_scope = 0; in_scope <= 1; in_scope++)
        {
          int right = desk_right_find (table[i].nick);
          char letter = table[i].levels[role];

          g_assert_cmpint (right, >=, DESK_RIGHT_FIRST);
          if (desk_matrix_may (&matrix, (DeskRight) right, 1 << role, TRUE, in_scope) != may_change (letter, in_scope))
            g_error ("%s, role %d, scope %d: not as the table says", table[i].nick, role, in_scope);
          g_assert_cmpint (desk_matrix_may (&matrix, (DeskRight) right, 1 << role, FALSE, in_scope), ==,
                           letter == '-' ? DESK_MAY_NOT : DESK_MAY);
        }
}

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} Rights;

static void
set_up (Rights *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (Rights *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static GError *
change (Rights *self, const char *code, DeskStaffRole role, const char *level, gint64 *act_id)
{
  DeskRightChange cell = { .record = { .kind = DESK_KIND_RIGHT_CHANGE }, .code = (char *) code, .role = role,
                           .level = (char *) level };
  DeskRecordInput in = { .record = &cell.record };
  GError *error = NULL;
  DeskSaved saved = { 0 };

  desk_change_right (self->base.service, self->base.actor, &in, &saved, &error);
  if (act_id != NULL)
    *act_id = saved.act_id;
  desk_saved_clear (&saved);
  return error;
}

static void
set_level (Rights *self, const char *code, DeskStaffRole role, const char *level)
{
  g_autoptr (GError) error = change (self, code, role, level, NULL);

  g_assert_no_error (error);
}

/* Somebody of @role, other than the fixture's person, edits the unit. Returns: the error, or NULL. */
static GError *
edit (Rights *self, const DeskActor *actor, DeskSaved *saved)
{
  gpointer in = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_UNIT, NULL);
  DeskInput *input = in;
  GError *error = NULL;

  g_free (input->request_key);
  input->request_key = desk_id_new_key (); /* as every form gives one: what was only asked for was taken for saved by it */
  desk_save_unit (self->base.service, actor, in, saved, &error);
  desk_use_case_free_input (DESK_USE_CASE_SAVE_UNIT, in);
  return error;
}

/* The gate asks the store's matrix: a cell that is changed holds at once, a connection that was open before too, and
 * undo gives the first one back. */
static void
test_change (Rights *self, gconstpointer data)
{
  g_autoptr (DeskActor) clerk = desk_actor_new (self->base.actor->staff_id, "clerk", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) after = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) undone = NULL;
  DeskSaved saved = { 0 };
  gint64 act;

  before = edit (self, clerk, &saved);
  desk_assert_problem (before, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  after = change (self, "unit.edit", DESK_STAFF_ROLE_DESK, "all", &act);
  g_assert_no_error (after);
  desk_fixture_reopen (&self->base);
  after = edit (self, clerk, &saved);
  g_assert_no_error (after);
  {
    DeskUndoInput undo = { .act_id = act };

    g_assert_true (desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &undone));
  }
  again = edit (self, clerk, &saved);
  desk_assert_problem (again, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  /* A refusal says who may do it now. */
  g_assert_cmpint (g_ascii_strtoll (desk_error_get_problem (again)->args[1], NULL, 10), ==,
                   1 << DESK_STAFF_ROLE_HOUSEKEEPER | 1 << DESK_STAFF_ROLE_SUPERVISOR | 1 << DESK_STAFF_ROLE_ADMIN);
  set_level (self, "unit.edit", DESK_STAFF_ROLE_DESK, "own");
  set_level (self, "unit.edit", DESK_STAFF_ROLE_DESK, "none");
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM right_change"), ==, 0);
  desk_saved_clear (&saved);
}

/* Cells that cannot be: a code or level nobody knows, a level that means nothing there, what administrators keep. */
static void
test_wrong_cells (Rights *self, gconstpointer data)
{
  const struct
  {
    const char *code;
    DeskStaffRole role;
    const char *level;
    DeskProblemCode problem;
  } cases[] = {
    { "unit.fly", DESK_STAFF_ROLE_DESK, "all", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "none", DESK_STAFF_ROLE_DESK, "none", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "enter", DESK_STAFF_ROLE_DESK, "none", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "unit.edit", DESK_STAFF_ROLE_DESK, "some", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "unit.edit", (DeskStaffRole) 17, "all", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "setting.edit", DESK_STAFF_ROLE_DESK, "own", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "person.reveal", DESK_STAFF_ROLE_DESK, "ask", DESK_PROBLEM_UNKNOWN_CHOICE },
    { "rights.edit", DESK_STAFF_ROLE_ADMIN, "none", DESK_PROBLEM_RIGHT_FIXED },
    { "staff.edit", DESK_STAFF_ROLE_ADMIN, "view", DESK_PROBLEM_RIGHT_FIXED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = change (self, cases[i].code, cases[i].role, cases[i].level, NULL);

      desk_assert_problem (error, DESK_ERROR_INVALID, cases[i].problem);
    }
}

/* Says yes or no to @request_id. */
static GError *
decide (Rights *self, const DeskActor *actor, gint64 request_id, DeskRequestState verdict)
{
  DeskDecisionInput in = { .id = request_id, .verdict = verdict, .answer = (char *) "看过了" };
  GError *error = NULL;
  DeskSaved saved = { 0 };

  desk_decide_request (self->base.service, actor, &in, &saved, &error);
  desk_saved_clear (&saved);
  return error;
}

static gint64
area (Rights *self)
{
  return desk_fixture_count (&self->base, "SELECT built_area FROM unit WHERE label = '3-2-1511'");
}

/* Nobody approves unseen: the card tells what would become of the record. */
static void
would_change (const DeskRequestCard *card)
{
  const DeskHistory *line;

  g_assert_cmpuint (card->lines->len, ==, 1);
  line = card->lines->pdata[0];
  g_assert_cmpint (line->kind, ==, DESK_KIND_UNIT);
  g_assert_cmpstr (line->use_case, ==, "save_unit");
  g_assert_nonnull (strstr (line->changes, "\"built_area\":["));
  g_assert_nonnull (strstr (line->changes, ",12050]"));
}

/* What somebody may only ask for changes nothing until another approves; never oneself. */
static void
test_ask (Rights *self, gconstpointer data)
{
  gint64 clerk_id = desk_fixture_staff (&self->base, "wangli", "王丽", 1 << DESK_STAFF_ROLE_DESK, 0);
  gint64 boss_id = desk_fixture_staff (&self->base, "zhoujian", "周建", 1 << DESK_STAFF_ROLE_SUPERVISOR, 0);
  g_autoptr (DeskActor) clerk = NULL;
  g_autoptr (DeskActor) boss = NULL;
  g_autoptr (GError) asked = NULL, own = NULL, late = NULL, keeper_says = NULL, yes = NULL;
  g_autoptr (DeskActor) keeper = desk_service_load_actor (self->base.service, self->world.staff, NULL);
  DeskRequestList list = { 0 };
  DeskGetInput get = { 0 };
  DeskSaved saved = { 0 };

  set_level (self, "unit.edit", DESK_STAFF_ROLE_DESK, "ask");
  set_level (self, "unit.edit", DESK_STAFF_ROLE_SUPERVISOR, "approve");
  clerk = desk_service_load_actor (self->base.service, clerk_id, NULL);
  boss = desk_service_load_actor (self->base.service, boss_id, NULL);
  asked = edit (self, clerk, &saved);
  g_assert_no_error (asked);
  g_assert_cmpint (saved.request_id, >, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE label = '3-2-1511'"), ==, 0);

  g_assert_true (desk_list_requests (self->base.service, boss, &get, &list, NULL));
  g_assert_cmpint (list.n_waiting, ==, 2); /* the world's own, too */
  g_assert_cmpstr (((DeskRequestCard *) list.cards->pdata[1])->asker, ==, "王丽");
  g_assert_cmpstr (((DeskRequestCard *) list.cards->pdata[1])->subject, ==, "3-2-1501");
  g_assert_cmpstr (((DeskRequestCard *) list.cards->pdata[1])->request->input, ==, "");
  would_change (list.cards->pdata[1]);
  desk_request_list_clear (&list);

  own = decide (self, clerk, saved.request_id, DESK_REQUEST_APPROVED);
  desk_assert_problem (own, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ONESELF);
  keeper_says = decide (self, keeper, saved.request_id, DESK_REQUEST_APPROVED);
  desk_assert_problem (keeper_says, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  yes = decide (self, boss, saved.request_id, DESK_REQUEST_APPROVED);
  g_assert_no_error (yes);
  g_assert_cmpint (area (self), ==, 12050);
  /* Done on behalf of whoever asked, and kept without what it held. */
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT staff_id FROM act WHERE use_case = 'save_unit' ORDER BY id DESC LIMIT 1"),
                   ==, clerk_id);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM request WHERE input <> '' AND state <> 1"), ==, 0);
  late = decide (self, boss, saved.request_id, DESK_REQUEST_REFUSED);
  desk_assert_problem (late, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_DECIDED_ALREADY);
  desk_saved_clear (&saved);
}

/* Whoever approves waits for another with what they do themselves; a request can be refused and taken back; what changed
 * meanwhile is not overwritten, and the request stays. */
static void
test_waiting (Rights *self, gconstpointer data)
{
  gint64 boss_id = desk_fixture_staff (&self->base, "zhoujian", "周建", 1 << DESK_STAFF_ROLE_SUPERVISOR, 0);
  g_autoptr (DeskActor) boss = NULL;
  g_autoptr (GError) error = NULL, back = NULL, stale = NULL, no = NULL, changed = NULL;
  DeskSaved first = { 0 }, second = { 0 }, third = { 0 };

  set_level (self, "unit.edit", DESK_STAFF_ROLE_SUPERVISOR, "approve");
  boss = desk_service_load_actor (self->base.service, boss_id, NULL);
  error = edit (self, boss, &first);
  g_assert_no_error (error);
  g_assert_cmpint (first.request_id, >, 0);
  error = edit (self, boss, &second);
  g_assert_no_error (error);
  back = decide (self, boss, first.request_id, DESK_REQUEST_WITHDRAWN);
  g_assert_no_error (back);
  changed = edit (self, self->base.actor, &third);
  g_assert_no_error (changed);
  stale = decide (self, self->base.actor, second.request_id, DESK_REQUEST_APPROVED);
  g_assert_error (stale, DESK_ERROR, DESK_ERROR_STALE);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM request WHERE state = 1"), ==, 2);
  no = decide (self, self->base.actor, second.request_id, DESK_REQUEST_REFUSED);
  g_assert_no_error (no);
  desk_saved_clear (&first);
  desk_saved_clear (&second);
  desk_saved_clear (&third);
}

/* Every input that can be asked for comes back as it was put away. */
static void
test_codes (Rights *self, gconstpointer data)
{
  guint n = 0;

  for (int i = 0; i < DESK_N_USE_CASES; i++)
    {
      DeskUseCase use_case = (DeskUseCase) i;
      gpointer in = desk_use_case_mode (use_case) == DESK_MODE_WRITE
                        ? desk_sample_input (&self->base, &self->world, use_case, NULL)
                        : NULL;
      g_autofree char *text = in != NULL ? desk_input_encode (use_case, in) : NULL;
      gpointer back = text != NULL ? desk_input_decode (use_case, text) : NULL;
      g_autofree char *again = back != NULL ? desk_input_encode (use_case, back) : NULL;

      g_assert_cmpstr (text, ==, again);
      n += text != NULL;
      desk_use_case_free_input (use_case, in);
      desk_use_case_free_input (use_case, back);
    }
  g_assert_cmpint (n, >, 15);
  g_assert_null (desk_input_decode (DESK_USE_CASE_SAVE_UNIT, "nothing of ours"));
  g_assert_null (desk_input_decode (DESK_USE_CASE_SIGN_IN, "{}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rights/matrix", test_matrix);
  g_test_add ("/rights/change", Rights, NULL, set_up, test_change, tear_down);
  g_test_add ("/rights/wrong-cells", Rights, NULL, set_up, test_wrong_cells, tear_down);
  g_test_add ("/rights/ask", Rights, NULL, set_up, test_ask, tear_down);
  g_test_add ("/rights/waiting", Rights, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/rights/codes", Rights, NULL, set_up, test_codes, tear_down);
  return g_test_run ();
}
