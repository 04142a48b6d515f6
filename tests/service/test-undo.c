/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

/* Undo from the trail: everything is as it was, or it is said why not. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskActor *wang; /* another person with all rights */
  DeskActor *li;
} Undo;

static DeskActor *
hire (Undo *self, const char *name, gint64 roles)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO staff (login, name, roles) VALUES ('%s', '%s', %" G_GINT64_FORMAT ")",
                                          name, name, roles);

  desk_tamper (self->base.path, sql);
  return desk_actor_new (desk_fixture_count (&self->base, "SELECT max(id) FROM staff"), name, roles, NULL, 0);
}

static void
set_up (Undo *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->wang = hire (self, "王敏", DESK_ALL_ROLES);
  self->li = hire (self, "李强", DESK_ALL_ROLES);
}

static void
tear_down (Undo *self, gconstpointer data)
{
  desk_actor_free (self->wang);
  desk_actor_free (self->li);
  desk_fixture_tear_down (&self->base);
}

/* Returns: the act. Frees @in. */
static gint64
act (Undo *self, const DeskActor *actor, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_use_case_run (self->base.service, use_case, actor, in, &saved, &error);
  g_assert_no_error (error);
  id = saved.act_id;
  g_assert_cmpint (id, >, 0);
  g_assert_null (saved.problems);
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return id;
}

static gint64
undo (Undo *self, gint64 act_id)
{
  return act (self, self->base.actor, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, act_id));
}

/* Undo is refused, and nothing is different afterwards. */
static GError *
refused_undo (Undo *self, const DeskActor *actor, gint64 act_id)
{
  DeskUndoInput in = { .act_id = act_id };
  /* A want of rights is told in the trail; else nothing is left. */
  g_autofree char *shown = desk_dump (self->base.path, FALSE);
  g_autofree char *all = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  DeskSaved saved = { 0 };
  GError *error = NULL;
  gboolean told;

  g_assert_false (desk_undo_act (self->base.service, actor, &in, &saved, &error));
  desk_saved_clear (&saved);
  told = g_error_matches (error, DESK_ERROR, DESK_ERROR_FORBIDDEN);
  after = desk_dump (self->base.path, !told);
  desk_assert_same_dump (told ? shown : all, after);
  return error;
}

static void
assert_refused (Undo *self, gint64 act_id, DeskErrorCode code, DeskProblemCode problem, const char *arg)
{
  g_autoptr (GError) error = refused_undo (self, self->base.actor, act_id);

  desk_assert_problem (error, code, problem);
  if (arg != NULL)
    g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, arg);
}

/* Do, undo, do again by undoing that, undo again: every row of every table (versions aside) comes and goes, also keys
 * and labels. */
static void
test_there_and_back (Undo *self, gconstpointer data)
{
  DeskUseCase use_case = (DeskUseCase) GPOINTER_TO_INT (data);
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  g_autofree char *done = NULL;
  gint64 id = act (self, self->base.actor, use_case, desk_sample_input (&self->base, &self->world, use_case, NULL));

  done = desk_dump (self->base.path, FALSE);
  g_assert_cmpstr (before, !=, done);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *now = NULL;
      g_autoptr (GError) error = NULL;
      gint64 earlier = id;

      id = undo (self, earlier);
      now = desk_dump (self->base.path, FALSE);
      desk_assert_same_dump (i % 2 == 0 ? before : done, now);
      error = refused_undo (self, self->base.actor, earlier);
      desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDONE_ALREADY);
    }
}

/* Whether an act stands follows the whole chain of undoing. */
static void
test_marks (Undo *self, gconstpointer data)
{
  gint64 first = act (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT,
                      desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_UNIT, NULL));
  gint64 second = undo (self, first);
  gint64 third = undo (self, second);
  gint64 fourth = undo (self, third);

  assert_refused (self, first, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDONE_ALREADY, NULL);
  assert_refused (self, third, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDONE_ALREADY, NULL);
  undo (self, fourth);
  undo (self, first);
  assert_refused (self, first, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDONE_ALREADY, NULL);
}

/* Edits fields of person @id: NULL leaves one. */
static gint64
edit_person (Undo *self, const DeskActor *actor, gint64 id, const char *name, const char *pinyin, const char *note)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_PERSON, id);
  g_autoptr (GArray) phones = NULL;
  DeskPerson *person = (DeskPerson *) record;
  DeskPersonInput *in;

  if (name != NULL)
    desk_text_set (&person->name, name);
  if (pinyin != NULL)
    desk_text_set (&person->pinyin, pinyin);
  if (note != NULL)
    desk_text_set (&person->note, note);
  in = desk_person_input_new (NULL, person);
  return act (self, actor, DESK_USE_CASE_SAVE_PERSON, in);
}

/* A field that somebody changed since stays, and it is said which and who; the others go back. */
static void
test_field_changed (Undo *self, gconstpointer data)
{
  gint64 id = desk_fixture_person (&self->base, "朴正焕", NULL);
  gint64 edited = edit_person (self, self->base.actor, id, "朴永焕", NULL, "三楼");
  DeskUndoInput in = { .act_id = edited };
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  const DeskProblem *problem;

  edit_person (self, self->wang, id, NULL, NULL, "四楼");
  edit_person (self, self->li, id, NULL, "piao yong huan", NULL);
  g_assert_true (desk_undo_act (self->base.service, self->base.actor, &in, &saved, &error));
  g_assert_nonnull (saved.problems);
  g_assert_cmpint (saved.problems->len, ==, 1);
  problem = saved.problems->pdata[0];
  g_assert_cmpint (problem->code, ==, DESK_PROBLEM_UNDO_FIELD_CHANGED);
  g_assert_cmpstr (problem->field, ==, "note");
  g_assert_cmpstr (problem->args[1], ==, "王敏");
  record = desk_fixture_get (&self->base, DESK_KIND_PERSON, id);
  g_assert_cmpstr (((DeskPerson *) record)->name, ==, "朴正焕");
  g_assert_cmpstr (((DeskPerson *) record)->note, ==, "四楼");
  desk_saved_clear (&saved);
}

/* Nothing of it stands any more: nothing is done. */
static void
test_all_changed (Undo *self, gconstpointer data)
{
  gint64 id = desk_fixture_person (&self->base, "朴正焕", NULL);
  gint64 edited = edit_person (self, self->base.actor, id, NULL, NULL, "三楼");
  g_autoptr (GError) error = NULL;

  edit_person (self, self->wang, id, NULL, NULL, "四楼");
  error = refused_undo (self, self->base.actor, edited);
  desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_FIELD_CHANGED);
  g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "王敏");
}

static gint64
last_act (Undo *self)
{
  return desk_fixture_count (&self->base, "SELECT max(id) FROM act");
}

/* What was built on a record keeps it from being taken away again. */
static void
test_built_on (Undo *self, gconstpointer data)
{
  gint64 id = desk_fixture_person (&self->base, "乐嘉", "13611112222");
  gint64 made = last_act (self);
  gint64 moved_in, edited;

  desk_fixture_occupancy (&self->base, self->world.bare_unit, id, DESK_ROLE_OWNER, 20250101, 0);
  moved_in = last_act (self);
  assert_refused (self, made, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON, "occupancy");
  undo (self, moved_in);
  edited = edit_person (self, self->base.actor, id, "乐佳", NULL, NULL);
  assert_refused (self, made, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON, "person");
  undo (self, edited);
  undo (self, made);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE name = '乐嘉'"), ==, 0);
}

/* A look at a number is nothing that was built. */
static void
test_looked_at (Undo *self, gconstpointer data)
{
  gint64 made;

  desk_fixture_person (&self->base, "盖叫天", "13611112222");
  made = last_act (self);
  act (self, self->wang, DESK_USE_CASE_REVEAL_NUMBER,
       desk_reveal_input_new (NULL, DESK_KIND_PHONE, desk_fixture_count (&self->base, "SELECT max(id) FROM phone")));
  assert_refused (self, last_act (self), DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL);
  undo (self, made);
}

/* A whole building goes while nobody touched it. */
static void
test_batch (Undo *self, gconstpointer data)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) "12" };
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  g_autofree char *after = NULL;
  DeskBuildingPlanInput *in = desk_building_plan_input_new (NULL, &building);
  g_autoptr (DeskRecord) unit = NULL;
  gint64 made, edited, unit_id;

  in->n_entrances = 2;
  in->floor_from = 1;
  in->floor_to = 3;
  in->doors = 2;
  in->pattern = g_strdup ("{floor}{door:02}");
  in->state = DESK_STATE_READY;
  made = act (self, self->base.actor, DESK_USE_CASE_MAKE_BUILDING, in);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE label LIKE '12-%'"), ==, 12);

  unit_id = desk_fixture_count (&self->base, "SELECT id FROM unit WHERE label = '12-2-301'");
  unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, unit_id);
  ((DeskUnit *) unit)->built_area = 9000;
  edited = act (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, unit));
  assert_refused (self, made, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON, "unit");
  undo (self, edited);
  desk_fixture_occupancy (&self->base, unit_id, self->world.bare_person, DESK_ROLE_OWNER, 20250101, 0);
  assert_refused (self, made, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON, "occupancy");
  undo (self, last_act (self));
  undo (self, made);
  after = desk_dump (self->base.path, FALSE);
  desk_assert_same_dump (before, after);
}

/* What was taken since is not overwritten. */
static void
test_label_taken (Undo *self, gconstpointer data)
{
  gint64 renamed = act (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT,
                        desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_UNIT, NULL));
  gint64 removed;

  desk_fixture_unit (&self->base, self->world.building, self->world.entrance, "1501");
  assert_refused (self, renamed, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_LABEL_TAKEN, "3-2-1501");
  removed = act (self, self->base.actor, DESK_USE_CASE_REMOVE_BUILDING,
                 desk_sample_input (&self->base, &self->world, DESK_USE_CASE_REMOVE_BUILDING, NULL));
  desk_fixture_building (&self->base, "7");
  assert_refused (self, removed, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_NAME_TAKEN, "7");
}

/* Rules that hold for saves hold for undo. */
static void
test_rules (Undo *self, gconstpointer data)
{
  DeskSpaceLease lease = { .record = { .kind = DESK_KIND_SPACE_LEASE }, .space_id = self->world.space,
                           .person_id = self->world.tenant, .from_day = 20250101 };
  gint64 ended = act (self, self->base.actor, DESK_USE_CASE_SAVE_OCCUPANCY,
                      desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_OCCUPANCY, NULL));
  gint64 unleased = act (self, self->base.actor, DESK_USE_CASE_REMOVE_SPACE_LEASE,
                         desk_sample_input (&self->base, &self->world, DESK_USE_CASE_REMOVE_SPACE_LEASE, NULL));

  desk_fixture_occupancy (&self->base, self->world.unit, self->world.bare_person, DESK_ROLE_OWNER, 20260101, 0);
  assert_refused (self, ended, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_SHARE_OVERLAP, "2026-01-01");
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_SPACE_LEASE, &lease);
  assert_refused (self, unleased, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_LEASED_ALREADY, NULL);
}

/* Returns: the act. Areas in 0.01 m². */
static gint64
measure (Undo *self, const DeskActor *actor, gint64 built, gint64 inner)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);

  ((DeskUnit *) record)->built_area = built;
  ((DeskUnit *) record)->inner_area = inner;
  return act (self, actor, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, record));
}

/* Returns: the act. */
static gint64
lease_days (Undo *self, gint64 id, DeskDay from, DeskDay to)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_SPACE_LEASE, id);

  ((DeskSpaceLease *) record)->from_day = from;
  ((DeskSpaceLease *) record)->to_day = to;
  return act (self, self->base.actor, DESK_USE_CASE_SAVE_SPACE_LEASE, desk_record_input_new (NULL, record));
}

/* One field goes back, the other has been changed since: together they must still go. */
static void
test_rules_over_fields (Undo *self, gconstpointer data)
{
  gint64 grown, moved, id;

  measure (self, self->base.actor, 8000, 7000);
  grown = measure (self, self->base.actor, 12000, 7500);
  measure (self, self->wang, 12000, 11000);
  assert_refused (self, grown, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_INNER_ABOVE_BUILT, NULL);
  measure (self, self->wang, 12000, 7900);
  {
    DeskUndoInput in = { .act_id = grown };
    DeskSaved saved = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (DeskRecord) record = NULL;

    desk_undo_act (self->base.service, self->base.actor, &in, &saved, &error);
    g_assert_no_error (error);
    desk_saved_clear (&saved);
    record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
    g_assert_cmpint (((DeskUnit *) record)->built_area, ==, 8000);
    g_assert_cmpint (((DeskUnit *) record)->inner_area, ==, 7900);
  }
  id = desk_fixture_count (&self->base, "SELECT max(id) FROM space_lease");
  lease_days (self, id, 20250601, 20250901);
  moved = lease_days (self, id, 20250101, 20250801);
  lease_days (self, id, 20250101, 20250301);
  assert_refused (self, moved, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_ENDS_BEFORE_BEGIN, "2025-06-01");
}

/* Whom a record belonged to may be gone or merged. */
static void
test_owner_gone (Undo *self, gconstpointer data)
{
  DeskVehicle vehicle = { .record = { .kind = DESK_KIND_VEHICLE }, .plate = (char *) "浙B00001" };
  gint64 removed[2];

  for (int i = 0; i < 2; i++)
    {
      gint64 id;

      vehicle.person_id = i == 0 ? self->world.bare_person : self->world.twin;
      id = desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_VEHICLE, &vehicle);
      removed[i] = act (self, self->base.actor, DESK_USE_CASE_REMOVE_VEHICLE, desk_remove_input_new (NULL, id, 1));
    }
  act (self, self->base.actor, DESK_USE_CASE_REMOVE_PERSON,
       desk_sample_input (&self->base, &self->world, DESK_USE_CASE_REMOVE_PERSON, NULL));
  act (self, self->base.actor, DESK_USE_CASE_MERGE_PEOPLE,
       desk_sample_input (&self->base, &self->world, DESK_USE_CASE_MERGE_PEOPLE, NULL));
  assert_refused (self, removed[0], DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "person");
  assert_refused (self, removed[1], DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_MERGED_AWAY, "单雄信");
}

/* A document's number stands nowhere but in its row: once taken away it cannot come back by undo. */
static void
test_document (Undo *self, gconstpointer data)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL,
                        .name = (char *) "单雄信" };
  DeskDocument document = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = DESK_DOCUMENT_KIND_PASSPORT,
                            .number = (char *) "E12345678" };
  DeskPersonInput *in = desk_person_input_new (NULL, &person);
  gint64 made, undone;

  in->documents = g_ptr_array_new_with_free_func (desk_record_free);
  g_ptr_array_add (in->documents, desk_record_copy (&document));
  made = act (self, self->base.actor, DESK_USE_CASE_SAVE_PERSON, in);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM trail WHERE changes LIKE '%E12345678%'"), ==, 0);
  undone = undo (self, made);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM document"), ==, 0);
  assert_refused (self, undone, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL);
}

/* An erased row of the trail has nothing to put back. */
static void
test_erased (Undo *self, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE trail SET changes = '', salt = x'' WHERE act_id = %" G_GINT64_FORMAT,
                                          self->world.last_act);

  desk_tamper (self->base.path, sql);
  assert_refused (self, self->world.last_act, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL);
  assert_refused (self, 4711, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "act");
}

/* One's own acts, and others' with the right for that; never an act one has no right to do. */
static void
test_whose (Undo *self, gconstpointer data)
{
  static const struct
  {
    int roles;
    gboolean own;
    DeskUseCase use_case;
    const char *right; /* that lacks, NULL: done */
  } cases[] = {
    { 1 << DESK_STAFF_ROLE_DESK, TRUE, DESK_USE_CASE_SAVE_CARE_FLAG, NULL },
    { 1 << DESK_STAFF_ROLE_DESK, FALSE, DESK_USE_CASE_SAVE_CARE_FLAG, "undo.other" },
    { 1 << DESK_STAFF_ROLE_DESK, FALSE, DESK_USE_CASE_SAVE_VEHICLE, "occupancy.edit" },
    { 1 << DESK_STAFF_ROLE_HOUSEKEEPER, FALSE, DESK_USE_CASE_SAVE_VEHICLE, "undo.other" },
    { 1 << DESK_STAFF_ROLE_SUPERVISOR, FALSE, DESK_USE_CASE_SAVE_VEHICLE, NULL },
    { 1 << DESK_STAFF_ROLE_CASHIER, FALSE, DESK_USE_CASE_SAVE_VEHICLE, "occupancy.edit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("staff%u", i);
      g_autoptr (DeskActor) actor = hire (self, name, cases[i].roles);
      gpointer in = desk_sample_input (&self->base, &self->world, cases[i].use_case, NULL);
      gint64 id = act (self, cases[i].own ? actor : self->wang, cases[i].use_case, in);
      g_autoptr (GError) error = NULL;

      if (cases[i].right == NULL)
        {
          act (self, actor, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, id));
          continue;
        }
      error = refused_undo (self, actor, id);
      desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, cases[i].right);
      undo (self, id);
    }
}

/* A housekeeper of another building undoes nothing here, and undoing an undo is no way around it. */
static void
test_scope (Undo *self, gconstpointer data)
{
  const DeskScope far = { self->world.other_building, 0 };
  g_autoptr (DeskActor) stranger = desk_actor_new (self->base.actor->staff_id, "far", 1 << DESK_STAFF_ROLE_HOUSEKEEPER,
                                                   &far, 1);
  gint64 id = act (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT,
                   desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_UNIT, NULL));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = refused_undo (self, stranger, id);

      desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "scope");
      id = undo (self, id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Undo, NULL, set_up, func, tear_down)
  for (int i = 0; i < DESK_N_USE_CASES; i++)
    if (desk_use_case_mode ((DeskUseCase) i) == DESK_MODE_WRITE && i != DESK_USE_CASE_UNDO_ACT
        && desk_use_case_undo ((DeskUseCase) i) == DESK_UNDO_UNDOABLE)
      {
        g_autofree char *path = g_strdup_printf ("/undo/there-and-back/%s", desk_use_case_nick ((DeskUseCase) i));

        g_test_add (path, Undo, GINT_TO_POINTER (i), set_up, test_there_and_back, tear_down);
      }
  ADD ("/undo/marks", test_marks);
  ADD ("/undo/field-changed", test_field_changed);
  ADD ("/undo/all-changed", test_all_changed);
  ADD ("/undo/built-on", test_built_on);
  ADD ("/undo/looked-at", test_looked_at);
  ADD ("/undo/batch", test_batch);
  ADD ("/undo/label-taken", test_label_taken);
  ADD ("/undo/rules", test_rules);
  ADD ("/undo/rules-over-fields", test_rules_over_fields);
  ADD ("/undo/owner-gone", test_owner_gone);
  ADD ("/undo/document", test_document);
  ADD ("/undo/erased", test_erased);
  ADD ("/undo/whose", test_whose);
  ADD ("/undo/scope", test_scope);
  return g_test_run ();
}
