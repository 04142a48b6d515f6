/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

/* The registry walk: what design.md's spine promises, asked of every use case. A new one without a sample fails. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskChangeSet *changes; /* of the last commit */
} Spine;

static void
on_commit (DeskChangeSet *changes, gpointer data)
{
  Spine *self = data;

  g_clear_pointer (&self->changes, desk_change_set_unref);
  self->changes = desk_change_set_ref (changes);
}

static void
set_up (Spine *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  desk_sample_secrets (&self->base, &self->world);
  self->world.last_act = desk_fixture_count (&self->base, "SELECT max(id) FROM act WHERE use_case = 'save_instruction'");
  desk_service_set_commit_func (self->base.service, on_commit, self);
}

static void
tear_down (Spine *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
  g_clear_pointer (&self->changes, desk_change_set_unref);
}

static gpointer
sample (Spine *self, DeskUseCase use_case, const char *key)
{
  gpointer in = desk_sample_input (&self->base, &self->world, use_case, key);

  if (in == NULL)
    g_error ("no sample for %s: add one to tests/support/desk-sample.c", desk_use_case_nick (use_case));
  return in;
}

/* Every result of a write begins with what was saved. Returns: the error, or NULL. */
static GError *
run (Spine *self, DeskUseCase use_case, const DeskActor *actor, gpointer in, DeskSaved *saved)
{
  GError *error = NULL;
  DeskSaved *out = desk_use_case_new_result (use_case);
  gboolean ok = desk_use_case_run (self->base.service, use_case, actor, in, out, &error);

  g_assert_true (ok == (error == NULL));
  *saved = (DeskSaved){ .id = out->id, .version = out->version, .act_id = out->act_id, .count = out->count };
  desk_use_case_free_result (use_case, out);
  return error;
}

/* A look at a number, a sheet that goes out, somebody who comes or goes: nothing that is shown changes. */
static gboolean
changes_nothing (DeskUseCase use_case)
{
  return use_case == DESK_USE_CASE_REVEAL_NUMBER || use_case == DESK_USE_CASE_REVEAL_ORDERS || use_case == DESK_USE_CASE_EXPORT_REGISTER
         || use_case == DESK_USE_CASE_EXPORT_LIST_WHOLE || use_case == DESK_USE_CASE_NOTE_EXPORT
         || use_case == DESK_USE_CASE_NOTE_PRINT || use_case == DESK_USE_CASE_NOTE_RESTORE
         || use_case == DESK_USE_CASE_NOTE_BACKUP
         || use_case == DESK_USE_CASE_SIGN_IN || use_case == DESK_USE_CASE_LEAVE_DESK || use_case == DESK_USE_CASE_NOTE_REFUSAL;
}

/* The right that decides over the sample: what a use case asks for beyond its own. */
static DeskRight
right_of_sample (DeskUseCase use_case)
{
  switch ((int) use_case)
    {
    case DESK_USE_CASE_UNDO_ACT:
      return DESK_RIGHT_PERSON_EDIT_CONTACT;
    case DESK_USE_CASE_SAVE_COST_LINE:
    case DESK_USE_CASE_REMOVE_COST_LINE:
    case DESK_USE_CASE_STEP_QUOTE:
      return DESK_RIGHT_CASE_CONTACT;
    case DESK_USE_CASE_ATTACH_FILE:
    case DESK_USE_CASE_REMOVE_ATTACHMENT:
      return DESK_RIGHT_VISIT_LOG;
    case DESK_USE_CASE_ASK_APPROVAL:
    case DESK_USE_CASE_DECIDE_REQUEST:
      return DESK_RIGHT_UNIT_EDIT;
    default:
      return desk_use_case_right (use_case);
    }
}

/* Runs the sample on behalf of @actor. */
static GError *
try (Spine *self, DeskUseCase use_case, const DeskActor *actor)
{
  gpointer in = sample (self, use_case, NULL);
  DeskSaved saved = { 0 };
  GError *error = run (self, use_case, actor, in, &saved);

  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return error;
}

/* Somebody without a role may do nothing at all, not even read; only say who they are. */
static void
test_gate (Spine *self, gconstpointer data)
{
  g_autoptr (DeskActor) nobody = desk_actor_new (self->base.actor->staff_id, "nobody", 0, NULL, 0);

  for (int i = 0; i < DESK_N_USE_CASES; i++)
    {
      gpointer result = desk_use_case_new_result ((DeskUseCase) i);
      g_autoptr (GError) error = NULL;

      if (desk_use_case_right ((DeskUseCase) i) == DESK_RIGHT_ENTER)
        {
          desk_use_case_free_result ((DeskUseCase) i, result);
          continue;
        }
      g_assert_false (desk_use_case_run (self->base.service, (DeskUseCase) i, nobody, NULL, result, &error));
      desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==,
                       desk_right_nick (desk_use_case_right ((DeskUseCase) i)));
      desk_use_case_free_result ((DeskUseCase) i, result);
    }
}

/* Every write by every role: done where the matrix says so, else refused with the right and who may. */
static void
test_roles (Spine *self, gconstpointer data)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (data);
  DeskRight asked = right_of_sample (use_case);
  /* Whoever decides over others has the right without bounds. */
  DeskLevel least = use_case == DESK_USE_CASE_DECIDE_REQUEST ? DESK_LEVEL_ALL : DESK_LEVEL_OWN;
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;

  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    {
      g_autoptr (DeskActor) actor = desk_actor_new (self->base.actor->staff_id, "role", 1 << role, NULL, 0);
      g_autoptr (GError) error = NULL;

      g_assert_true (desk_service_begin_bulk (self->base.service, NULL));
      error = try (self, use_case, actor);
      g_assert_true (desk_service_end_bulk (self->base.service, FALSE, NULL));
      if (desk_right_level (asked, 1 << role) >= least)
        g_assert_no_error (error);
      else
        {
          desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
          g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, desk_right_nick (asked));
        }
    }
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

/* A housekeeper of another building is refused and leaves nothing but a row that says so; one of these buildings may. */
static void
test_scope (Spine *self, gconstpointer data)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (data);
  DeskSampleReach reach = desk_sample_reach (use_case);
  const DeskScope far[] = { { self->world.other_building, 0 } };
  const DeskScope near[] = { { self->world.building, 0 }, { self->world.empty_building, 0 } };
  gint64 roles = 1 << DESK_STAFF_ROLE_HOUSEKEEPER;
  g_autoptr (DeskActor) stranger = desk_actor_new (self->base.actor->staff_id, "far", roles, far, 1);
  g_autoptr (DeskActor) keeper = desk_actor_new (self->base.actor->staff_id, "near", roles, near, 2);
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  gint64 acts = desk_fixture_count (&self->base, "SELECT count(*) FROM act");
  g_autofree char *after = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;

  if (reach != DESK_SAMPLE_FREE)
    {
      refused = try (self, use_case, stranger);
      desk_assert_problem (refused, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      after = desk_dump (self->base.path, FALSE);
      desk_assert_same_dump (before, after);
      /* Nothing is left of it but that it was tried. */
      g_assert_cmpint (desk_change_set_size (self->changes), ==, 0);
      g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM act"), ==, acts + 1);
      g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM act WHERE use_case = 'note_refusal'"), ==, 1);
    }
  error = try (self, use_case, keeper);
  if (reach == DESK_SAMPLE_WIDE)
    desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  else
    g_assert_no_error (error);
}

/* One act, at least one row of the trail, the request key taken once, and the window told. */
static void
test_write (Spine *self, gconstpointer data)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (data);
  gpointer in = sample (self, use_case, "key-1");
  gint64 acts = desk_fixture_count (&self->base, "SELECT count(*) FROM act");
  g_autofree char *sql = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  DeskSaved first = { 0 }, second = { 0 };

  error = run (self, use_case, self->base.actor, in, &first);
  g_assert_no_error (error);
  g_assert_cmpint (first.id, >, 0);
  /* An approval carries out what was asked for as an act of its own. */
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM act"), ==,
                   acts + (use_case == DESK_USE_CASE_DECIDE_REQUEST ? 2 : 1));
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT id FROM act WHERE request_key = 'key-1'"), ==, first.act_id);
  sql = g_strdup_printf ("SELECT count(*) FROM trail WHERE act_id = %" G_GINT64_FORMAT " AND use_case = '%s'",
                         first.act_id, desk_use_case_nick (use_case));
  g_assert_cmpint (desk_fixture_count (&self->base, sql), >=, 1);
  g_assert_nonnull (self->changes);
  g_assert_cmpint (desk_change_set_size (self->changes) > 0, ==, !changes_nothing (use_case));

  once = desk_dump (self->base.path, TRUE);
  g_clear_pointer (&self->changes, desk_change_set_unref);
  again = run (self, use_case, self->base.actor, in, &second);
  desk_assert_problem (again, DESK_ERROR_DUPLICATE, DESK_PROBLEM_SAVED_ALREADY);
  g_assert_cmpint (second.id, ==, first.id);
  g_assert_cmpint (second.act_id, ==, first.act_id);
  twice = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (once, twice);
  g_assert_null (self->changes);
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&first);
  desk_saved_clear (&second);
}

/* Every record that differs afterwards stands in the change set. */
static void
test_change_set (Spine *self, gconstpointer data)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (data);
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  g_autofree char *after = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = NULL;
  g_autoptr (GError) error = try (self, use_case, self->base.actor);

  g_assert_no_error (error);
  after = desk_dump (self->base.path, FALSE);
  new_lines = g_strsplit (after, "\n", -1);
  for (char **line = old_lines; *line != NULL; line++)
    g_hash_table_add (known, *line);
  for (char **line = new_lines; *line != NULL; line++)
    {
      g_auto (GStrv) part = g_strsplit (*line, " ", 3);
      DeskKind kind = desk_kind_from_nick (part[0]);

      if (kind == DESK_KIND_NONE || g_hash_table_contains (known, *line))
        continue;
      if (!desk_change_set_has (self->changes, kind, g_ascii_strtoll (part[1] + 3, NULL, 10)))
        g_error ("%s changed and is not in the change set", *line);
    }
}

/* A clear answer where the connection may only read. */
static void
test_reader (Spine *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) reader = desk_service_open (self->base.path, DESK_OPEN_READ, self->base.clock, &error);
  gpointer in = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_PERSON, NULL);
  DeskSaved saved = { 0 };

  g_assert_no_error (error);
  g_assert_false (desk_use_case_run (reader, DESK_USE_CASE_SAVE_PERSON, self->base.actor, in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY);
  desk_use_case_free_input (DESK_USE_CASE_SAVE_PERSON, in);
  desk_saved_clear (&saved);
}

/* A save that changes nothing is no act, and its key is still good. */
static void
test_nothing_changed (Spine *self, gconstpointer data)
{
  g_autoptr (DeskRecord) unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  DeskRecordInput in = { { (char *) "same" }, unit };
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (desk_save_unit (self->base.service, self->base.actor, &in, &saved, &error));
      g_assert_cmpint (saved.id, ==, self->world.unit);
      g_assert_cmpint (saved.act_id, ==, 0);
    }
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

/* Several use cases in one transaction: one that fails goes alone, and all or none are kept. */
static void
test_bulk (Spine *self, gconstpointer data)
{
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;

  for (int keep = 0; keep <= 1; keep++)
    {
      DeskUnit taken = { .record = { .kind = DESK_KIND_UNIT }, .building_id = self->world.building,
                         .entrance_id = self->world.entrance, .kind = DESK_UNIT_KIND_ROOM, .room = (char *) "1501",
                         .state = DESK_STATE_READY };
      DeskRecordInput in = { { NULL }, &taken.record };
      DeskSaved saved = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (desk_service_begin_bulk (self->base.service, NULL));
      desk_fixture_person (&self->base, "万俟雪", NULL);
      g_assert_false (desk_save_unit (self->base.service, self->base.actor, &in, &saved, &error));
      desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_LABEL_TAKEN);
      desk_fixture_person (&self->base, "尉迟恭", NULL);
      g_assert_null (self->changes);
      g_assert_true (desk_service_end_bulk (self->base.service, keep == 1, NULL));
      g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE name IN ('万俟雪', '尉迟恭')"),
                       ==, keep * 2);
      desk_saved_clear (&saved);
      if (keep == 0)
        {
          after = desk_dump (self->base.path, TRUE);
          desk_assert_same_dump (before, after);
        }
    }
  g_assert_cmpint (desk_change_set_size (self->changes), ==, 2);
}

/* Above 1,000 of a kind the window is told to read the kind anew. */
static void
test_reload (void)
{
  g_autoptr (DeskChangeSet) set = desk_change_set_new ();

  for (int i = 1; i <= 1000; i++)
    desk_change_set_add (set, DESK_KIND_UNIT, i, DESK_CHANGE_MADE);
  desk_change_set_add (set, DESK_KIND_PERSON, 7, DESK_CHANGE_MADE);
  desk_change_set_add (set, DESK_KIND_PERSON, 7, DESK_CHANGE_EDITED);
  g_assert_cmpint (desk_change_set_size (set), ==, 1001);
  g_assert_cmpint (desk_change_set_get (set, 1000)->type, ==, DESK_CHANGE_MADE);
  g_assert_false (desk_change_set_has (set, DESK_KIND_UNIT, 1001));
  desk_change_set_add (set, DESK_KIND_UNIT, 1001, DESK_CHANGE_MADE);
  g_assert_cmpint (desk_change_set_size (set), ==, 2);
  g_assert_cmpint (desk_change_set_get (set, 1)->type, ==, DESK_CHANGE_RELOAD);
  g_assert_true (desk_change_set_has (set, DESK_KIND_UNIT, 4711));
  g_assert_true (desk_change_set_touches (set, DESK_KIND_PERSON));
  g_assert_false (desk_change_set_touches (set, DESK_KIND_PHONE));
  desk_change_set_add (set, DESK_KIND_PERSON, 7, DESK_CHANGE_GONE);
  g_assert_cmpint (desk_change_set_get (set, 0)->type, ==, DESK_CHANGE_GONE);
}

static void
test_nicks (void)
{
  for (int i = 0; i < DESK_N_USE_CASES; i++)
    g_assert_cmpint (desk_use_case_from_nick (desk_use_case_nick ((DeskUseCase) i)), ==, i);
  g_assert_cmpint (desk_use_case_from_nick ("no_such_act"), ==, DESK_N_USE_CASES);
}

static void
add_walk (const char *what, void (*func) (Spine *self, gconstpointer data))
{
  for (int i = 0; i < DESK_N_USE_CASES; i++)
    if (desk_use_case_mode ((DeskUseCase) i) == DESK_MODE_WRITE)
      {
        g_autofree char *path = g_strdup_printf ("/spine/%s/%s", what, desk_use_case_nick ((DeskUseCase) i));

        g_test_add (path, Spine, GINT_TO_POINTER (i), set_up, func, tear_down);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/spine/gate", Spine, NULL, set_up, test_gate, tear_down);
  add_walk ("roles", test_roles);
  add_walk ("scope", test_scope);
  add_walk ("write", test_write);
  add_walk ("change-set", test_change_set);
  g_test_add ("/spine/reader", Spine, NULL, set_up, test_reader, tear_down);
  g_test_add ("/spine/nothing-changed", Spine, NULL, set_up, test_nothing_changed, tear_down);
  g_test_add ("/spine/bulk", Spine, NULL, set_up, test_bulk, tear_down);
  g_test_add_func ("/spine/reload", test_reload);
  g_test_add_func ("/spine/nicks", test_nicks);
  return g_test_run ();
}
