/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <string.h>

#include "desk-sign-in.h"

/* Coming to the desk: passwords and PINs, wrong tries and what they cost, clocks that were set, who may give passwords to
 * whom, and who cannot be taken away. */

typedef struct
{
  DeskFixture base;
  gint64 clerk;
} SignIn;

static void
set_up (SignIn *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  self->clerk = desk_fixture_staff (&self->base, "wangli", "王丽", 1 << DESK_STAFF_ROLE_DESK, 0);
  desk_fixture_secret (&self->base, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (&self->base, self->clerk, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (&self->base, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
}

static void
tear_down (SignIn *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

/* One try. Returns: the seconds to wait, or -1 where it succeeded; @problem: (out): why not. */
static gint64
try (SignIn *self, gint64 staff_id, DeskSecretKind kind, const char *secret, DeskProblemCode *problem)
{
  g_autoptr (DeskActor) claimed = desk_actor_new (staff_id, "", 0, NULL, 0);
  g_autoptr (DeskSignInInput) in = desk_sign_in_input_new (staff_id, kind, secret);
  g_autoptr (GError) error = NULL;
  DeskSignIn out = { 0 };
  gint64 wait;

  desk_sign_in (self->base.service, claimed, in, &out, &error);
  g_assert_no_error (error);
  g_assert_true ((out.actor == NULL) == (out.problem != NULL));
  wait = out.actor != NULL ? -1 : out.wait;
  *problem = out.problem != NULL ? out.problem->code : DESK_N_PROBLEMS;
  desk_sign_in_clear (&out);
  return wait;
}

static void
go_on (SignIn *self, gint64 seconds)
{
  desk_clock_set (self->base.clock, desk_clock_now (self->base.clock) + seconds);
}

static gint64
count_acts (SignIn *self, const char *changes)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM trail WHERE use_case = 'sign_in' AND changes LIKE '%%%s%%'",
                                          changes);

  return desk_fixture_count (&self->base, sql);
}

static void
test_delays (void)
{
  static const gint64 pin[] = { 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900 };
  static const gint64 password[] = { 0, 0, 0, 0, 0, 10, 20, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (pin); i++)
    g_assert_cmpint (desk_sign_in_delay (DESK_SECRET_PIN, i), ==, pin[i]);
  for (guint i = 0; i < G_N_ELEMENTS (password); i++)
    g_assert_cmpint (desk_sign_in_delay (DESK_SECRET_PASSWORD, i), ==, password[i]);
  g_assert_cmpint (desk_sign_in_delay (DESK_SECRET_PASSWORD, G_MAXINT64), ==, 900);
  g_assert_true (desk_sign_in_wait (DESK_SECRET_PIN, DESK_PIN_TRIES, 0, 1000000).blocked);
  g_assert_false (desk_sign_in_wait (DESK_SECRET_PASSWORD, 1000, 0, 1000000).blocked);
}

static void
test_secrets (void)
{
  const struct
  {
    DeskSecretKind kind;
    const char *secret;
    DeskProblemCode problem;
  } cases[] = {
    { DESK_SECRET_PIN, "271828", DESK_N_PROBLEMS },       { DESK_SECRET_PIN, "112233", DESK_N_PROBLEMS },
    { DESK_SECRET_PIN, "27182", DESK_PROBLEM_PIN_DIGITS }, { DESK_SECRET_PIN, "2718281", DESK_PROBLEM_PIN_DIGITS },
    { DESK_SECRET_PIN, "27182x", DESK_PROBLEM_PIN_DIGITS }, { DESK_SECRET_PIN, "", DESK_PROBLEM_PIN_DIGITS },
    { DESK_SECRET_PIN, "000000", DESK_PROBLEM_PIN_EASY },  { DESK_SECRET_PIN, "123456", DESK_PROBLEM_PIN_EASY },
    { DESK_SECRET_PIN, "987654", DESK_PROBLEM_PIN_EASY },  { DESK_SECRET_PASSWORD, "1234567", DESK_PROBLEM_PASSWORD_SHORT },
    { DESK_SECRET_PASSWORD, "翠湖花园前台王丽", DESK_N_PROBLEMS }, { DESK_SECRET_PASSWORD, "", DESK_PROBLEM_PASSWORD_SHORT },
    { DESK_SECRET_PASSWORD, "\xff\xff\xff\xff\xff\xff\xff\xff", DESK_PROBLEM_PASSWORD_SHORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();

      desk_rule_secret (cases[i].kind, cases[i].secret, problems);
      g_assert_cmpint (problems->len, ==, cases[i].problem != DESK_N_PROBLEMS);
      if (problems->len > 0)
        g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, cases[i].problem);
    }
}

/* Two wrong PINs are free, then each costs twice the wait of the one before; while it lasts the right one is not looked
 * at either. Afterwards it opens, and the count begins anew. */
static void
test_growing (SignIn *self, gconstpointer data)
{
  DeskProblemCode problem;

  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem), ==, 0);
  g_assert_cmpint (problem, ==, DESK_PROBLEM_PIN_WRONG);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, "", &problem), ==, 0);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem), ==, 10);
  g_assert_cmpint (problem, ==, DESK_PROBLEM_SIGN_IN_WAIT);
  go_on (self, 4);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, 6);
  g_assert_cmpint (count_acts (self, "refused"), ==, 3);
  go_on (self, 6);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem), ==, 20);
  go_on (self, 20);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, -1);
  g_assert_cmpint (count_acts (self, "signed_in"), ==, 1);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem), ==, 0);
}

/* After ten wrong PINs only the password helps, which gives the PIN back; another person is not kept waiting. */
static void
test_blocked (SignIn *self, gconstpointer data)
{
  DeskProblemCode problem;

  for (int i = 0; i < DESK_PIN_TRIES; i++)
    {
      try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem);
      go_on (self, 1000);
    }
  g_assert_cmpint (problem, ==, DESK_PROBLEM_PIN_BLOCKED);
  try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem);
  g_assert_cmpint (problem, ==, DESK_PROBLEM_PIN_BLOCKED);
  g_assert_cmpint (try (self, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD, &problem), ==, -1);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD, &problem), ==, -1);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, -1);
}

/* A clock that is set back ends no wait and makes none endless: the wait begins anew from the clock as it stands, once,
 * and that is told. */
static void
test_clock_set_back (SignIn *self, gconstpointer data)
{
  DeskProblemCode problem;

  for (int i = 0; i < 3; i++)
    try (self, self->clerk, DESK_SECRET_PIN, "000111", &problem);
  go_on (self, -100000);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, 10);
  g_assert_cmpint (count_acts (self, "clock"), ==, 1);
  go_on (self, 3);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, 7);
  g_assert_cmpint (count_acts (self, "clock"), ==, 1);
  go_on (self, 7);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN, &problem), ==, -1);
}

/* What somebody signs in with stands nowhere as it is typed: not in the store, not in the trail. */
static void
test_kept_secret (SignIn *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  desk_fixture_reopen (&self->base);
  g_assert_true (g_file_get_contents (self->base.path, &bytes, &n_bytes, NULL));
  g_assert_null (memmem (bytes, n_bytes, DESK_FIXTURE_PASSWORD, strlen (DESK_FIXTURE_PASSWORD)));
  g_assert_nonnull (memmem (bytes, n_bytes, "$argon2id$", 10));
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM trail WHERE changes LIKE '%argon2id%' OR changes LIKE '%271828%'"),
                   ==, 0);
}

static GError *
save (SignIn *self, const char *login, gint64 roles, DeskDay left_on)
{
  g_autoptr (DeskRecord) staff = desk_fixture_get (&self->base, DESK_KIND_STAFF, self->base.actor->staff_id);
  g_autoptr (GPtrArray) scopes = g_ptr_array_new ();
  DeskStaffInput in = { .staff = (DeskStaff *) staff, .scopes = scopes };
  GError *error = NULL;
  DeskSaved saved = { 0 };

  desk_text_set (&((DeskStaff *) staff)->login, login);
  ((DeskStaff *) staff)->roles = roles;
  ((DeskStaff *) staff)->left_on = left_on;
  desk_save_staff (self->base.service, self->base.actor, &in, &saved, &error);
  desk_saved_clear (&saved);
  return error;
}

/* The last administrator stays one; one who cannot sign in does not count. */
static void
test_last_admin (SignIn *self, gconstpointer data)
{
  gint64 admin = 1 << DESK_STAFF_ROLE_ADMIN;
  g_autoptr (GError) demoted = save (self, "admin", 1 << DESK_STAFF_ROLE_DESK, 0);
  g_autoptr (GError) left = save (self, "admin", DESK_ALL_ROLES, 20251121);
  g_autoptr (GError) none = save (self, "admin", 0, 0);
  g_autoptr (GError) taken = save (self, "wangli", DESK_ALL_ROLES, 0);
  g_autoptr (GError) wrong = save (self, "管理员", DESK_ALL_ROLES, 0);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) now = NULL;
  gint64 second;

  desk_assert_problem (demoted, DESK_ERROR_INVALID, DESK_PROBLEM_LAST_ADMIN);
  desk_assert_problem (left, DESK_ERROR_INVALID, DESK_PROBLEM_LAST_ADMIN);
  desk_assert_problem (none, DESK_ERROR_INVALID, DESK_PROBLEM_NO_ROLE);
  desk_assert_problem (taken, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN);
  desk_assert_problem (wrong, DESK_ERROR_INVALID, DESK_PROBLEM_LOGIN_WRONG);
  second = desk_fixture_staff (&self->base, "zhou", "周建", admin, 0);
  early = save (self, "admin", DESK_ALL_ROLES, 20251121);
  desk_assert_problem (early, DESK_ERROR_INVALID, DESK_PROBLEM_LAST_ADMIN);
  desk_fixture_secret (&self->base, second, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  now = save (self, "admin", DESK_ALL_ROLES, 20251121);
  g_assert_no_error (now);
}

/* One's own password is changed by whoever knows it; a password that another gave has to be changed. */
static void
test_change (SignIn *self, gconstpointer data)
{
  g_autoptr (DeskActor) clerk = desk_service_load_actor (self->base.service, self->clerk, NULL);
  g_autoptr (DeskActor) claimed = desk_actor_new (self->clerk, "", 0, NULL, 0);
  g_autoptr (DeskSignInInput) sign = desk_sign_in_input_new (self->clerk, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  DeskSecretInput in = { .kind = DESK_SECRET_PASSWORD, .secret = (char *) "battery staple", .old_password = (char *) "guess" };
  g_autoptr (GError) error = NULL;
  DeskSignIn out = { 0 };
  DeskSaved saved = { 0 };
  DeskProblemCode problem;

  g_assert_true (desk_sign_in (self->base.service, claimed, sign, &out, NULL));
  g_assert_true (out.must_change);
  g_assert_cmpint (out.actor->roles, ==, 1 << DESK_STAFF_ROLE_DESK);
  desk_sign_in_clear (&out);
  g_assert_false (desk_set_secret (self->base.service, clerk, &in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSWORD_WRONG);
  in.old_password = (char *) DESK_FIXTURE_PASSWORD;
  g_assert_true (desk_set_secret (self->base.service, clerk, &in, &saved, NULL));
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD, &problem), ==, 0);
  g_assert_cmpint (try (self, self->clerk, DESK_SECRET_PASSWORD, "battery staple", &problem), ==, -1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM staff_secret WHERE must_change = 1"), ==, 0);
  desk_saved_clear (&saved);
}

/* At a desk that stands open nobody guesses the password of whoever left it: wrong ones are counted, told, and cost time. */
static void
test_guessing (SignIn *self, gconstpointer data)
{
  g_autoptr (DeskActor) clerk = desk_service_load_actor (self->base.service, self->clerk, NULL);
  DeskSecretInput in = { .kind = DESK_SECRET_PASSWORD, .secret = (char *) "battery staple", .old_password = (char *) "guess" };
  DeskProblemCode last = DESK_N_PROBLEMS;
  gint64 before = count_acts (self, "refused");
  guint n_wrong = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      DeskSaved saved = { 0 };

      g_assert_false (desk_set_secret (self->base.service, clerk, &in, &saved, &error));
      last = desk_error_get_problem (error)->code;
      n_wrong += last == DESK_PROBLEM_PASSWORD_WRONG;
    }
  g_assert_cmpint (last, ==, DESK_PROBLEM_SIGN_IN_WAIT);
  g_assert_cmpuint (n_wrong, <, 10);
  g_assert_cmpint (count_acts (self, "refused") - before, ==, n_wrong);
  in.old_password = (char *) DESK_FIXTURE_PASSWORD;
  go_on (self, 3600);
  g_assert_true (desk_set_secret (self->base.service, clerk, &in, &(DeskSaved){ 0 }, NULL));
}

/* A fresh store asks nobody who they are; the first password is an administrator's, and from then on it asks. */
static void
test_first (DeskFixture *fixture, gconstpointer data)
{
  gint64 clerk = desk_fixture_staff (fixture, "wangli", "王丽", 1 << DESK_STAFF_ROLE_DESK, 0);
  DeskSecretInput in = { .staff_id = clerk, .kind = DESK_SECRET_PASSWORD, .secret = (char *) DESK_FIXTURE_PASSWORD };
  g_autoptr (GError) error = NULL, unknown = NULL, wrong = NULL;
  g_autoptr (DeskActor) actor = NULL;
  DeskSaved saved = { 0 };
  gboolean needs;

  g_assert_true (desk_service_needs_sign_in (fixture->service, TRUE, &needs, NULL));
  g_assert_false (needs);
  g_assert_false (desk_reset_secret (fixture->service, fixture->actor, &in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_ADMIN_FIRST);
  desk_fixture_secret (fixture, fixture->actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  g_assert_true (desk_service_needs_sign_in (fixture->service, TRUE, &needs, NULL));
  g_assert_true (needs);
  g_assert_null (desk_service_sign_in (fixture->service, "nobody", "guess", &unknown));
  g_assert_error (unknown, DESK_ERROR, DESK_ERROR_FORBIDDEN);
  g_assert_null (desk_service_sign_in (fixture->service, "admin", "guess", &wrong));
  desk_assert_problem (wrong, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_PASSWORD_WRONG);
  actor = desk_service_sign_in (fixture->service, "admin", DESK_FIXTURE_PASSWORD, NULL);
  g_assert_nonnull (actor);
  g_assert_cmpint (actor->roles, ==, DESK_ALL_ROLES);
  desk_saved_clear (&saved);
}

/* The list tells what a sign-in page needs: initials of every reading, scope, who can sign in and how. */
static void
test_list (DeskFixture *fixture, gconstpointer data)
{
  gint64 building, keeper;
  DeskStaffList list = { 0 };
  DeskGetInput in = { 0 };
  const DeskStaffCard *card;

  desk_fixture_community (fixture);
  building = desk_fixture_building (fixture, "5");
  keeper = desk_fixture_staff (fixture, "shan", "单强", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, building);
  desk_fixture_secret (fixture, fixture->actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (fixture, keeper, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
  g_assert_true (desk_list_staff (fixture->service, fixture->actor, &in, &list, NULL));
  g_assert_cmpint (list.cards->len, ==, 2);
  card = list.cards->pdata[1];
  g_assert_cmpstr (card->scope, ==, "5");
  g_assert_true (card->has_pin && !card->has_password);
  g_assert_nonnull (strstr (card->initials, "sq"));
  desk_staff_list_clear (&list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-in/delays", test_delays);
  g_test_add_func ("/sign-in/secrets", test_secrets);
  g_test_add ("/sign-in/growing", SignIn, NULL, set_up, test_growing, tear_down);
  g_test_add ("/sign-in/blocked", SignIn, NULL, set_up, test_blocked, tear_down);
  g_test_add ("/sign-in/clock-set-back", SignIn, NULL, set_up, test_clock_set_back, tear_down);
  g_test_add ("/sign-in/kept-secret", SignIn, NULL, set_up, test_kept_secret, tear_down);
  g_test_add ("/sign-in/last-admin", SignIn, NULL, set_up, test_last_admin, tear_down);
  g_test_add ("/sign-in/change", SignIn, NULL, set_up, test_change, tear_down);
  g_test_add ("/sign-in/guessing", SignIn, NULL, set_up, test_guessing, tear_down);
  desk_fixture_add ("/sign-in/first", test_first);
  desk_fixture_add ("/sign-in/list", test_list);
  return g_test_run ();
}
