/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sample.h"

/* People, their numbers, who lives where from when to when, and two records of one person. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} People;

static void
set_up (People *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (People *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static GError *
run (People *self, DeskUseCase use_case, gpointer in, gint64 *id)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  if (id != NULL)
    *id = saved.id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return error;
}

static void
assert_done (People *self, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = run (self, use_case, in, NULL);

  g_assert_no_error (error);
}

static void
assert_refused (People *self, DeskUseCase use_case, gpointer in, DeskErrorCode code, DeskProblemCode problem,
                const char *field)
{
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = run (self, use_case, in, NULL);

  desk_assert_problem (error, code, problem);
  g_assert_cmpstr (desk_error_get_problem (error)->field, ==, field);
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

static void
add_phone (DeskPersonInput *in, const char *number)
{
  DeskPhone phone = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE, .number = (char *) number };

  g_ptr_array_add (in->phones, desk_record_copy (&phone));
}

/* Somebody new called @name, with a phone and a document where they are given. */
static DeskPersonInput *
somebody (const char *name, const char *phone, DeskDocumentKind kind, const char *document)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) name };
  DeskDocument paper = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = kind, .number = (char *) document };
  DeskPersonInput *in = desk_person_input_new (NULL, &person);

  if (phone != NULL)
    add_phone (in, phone);
  if (document != NULL)
    {
      in->documents = g_ptr_array_new_with_free_func (desk_record_free);
      g_ptr_array_add (in->documents, desk_record_copy (&paper));
    }
  return in;
}

static void
test_names (People *self, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (100000, 'x');
  const struct
  {
    const char *name;
    DeskProblemCode problem;
  } bad[] = {
    { "", DESK_PROBLEM_EMPTY },
    { "　 ", DESK_PROBLEM_EMPTY },
    { NULL, DESK_PROBLEM_EMPTY },
    { huge, DESK_PROBLEM_TOO_LONG },
    { "张\x07三", DESK_PROBLEM_CONTROL_CHARACTER },
    { "张三\n李四", DESK_PROBLEM_CONTROL_CHARACTER },
    { "\xe2\x80\xae" "三张", DESK_PROBLEM_CONTROL_CHARACTER },
    { "\xc3\x28", DESK_PROBLEM_CONTROL_CHARACTER },
  };
  /* Markup and quotes are a name like any other: nothing is interpreted. */
  static const char *const good[] = { "<b>张三</b>", "'; DROP TABLE person; --", "Ann \"Al\" O'Neil", "阿不都热依木·买买提",
                                      "&amp;", "𠮷野家" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (self, DESK_USE_CASE_SAVE_PERSON, somebody (bad[i].name, NULL, 0, NULL), DESK_ERROR_INVALID,
                    bad[i].problem, "name");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (DeskRecord) record = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      error = run (self, DESK_USE_CASE_SAVE_PERSON, somebody (good[i], NULL, 0, NULL), &id);
      g_assert_no_error (error);
      record = desk_fixture_get (&self->base, DESK_KIND_PERSON, id);
      g_assert_cmpstr (((DeskPerson *) record)->name, ==, good[i]);
    }
}

/* How long the sentence says it is, and may be. */
static void
test_too_long (People *self, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (100000, 'x');
  g_autoptr (GError) error = run (self, DESK_USE_CASE_SAVE_PERSON, somebody (huge, NULL, 0, NULL), NULL);

  g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, "100000");
  g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "60");
}

static void
test_numbers (People *self, gconstpointer data)
{
  static const struct
  {
    const char *phone, *document;
    DeskDocumentKind kind;
    DeskProblemCode problem;
  } bad[] = {
    { "138abc45678", NULL, 0, DESK_PROBLEM_PHONE_LETTERS },
    { "一三八", NULL, 0, DESK_PROBLEM_PHONE_LETTERS },
    { "138****5678", NULL, 0, DESK_PROBLEM_PHONE_MASKED },
    { "12", NULL, 0, DESK_PROBLEM_PHONE_SHORT },
    { "", NULL, 0, DESK_PROBLEM_EMPTY },
    { NULL, "11010519491231002Y", DESK_DOCUMENT_KIND_RESIDENT_ID, DESK_PROBLEM_ID_NUMBER_WRONG },
    { NULL, "110105194912310021", DESK_DOCUMENT_KIND_RESIDENT_ID, DESK_PROBLEM_ID_NUMBER_WRONG },
    { NULL, "11010519491331002X", DESK_DOCUMENT_KIND_RESIDENT_ID, DESK_PROBLEM_ID_NUMBER_WRONG },
    { NULL, "E12", DESK_DOCUMENT_KIND_PASSPORT, DESK_PROBLEM_ID_NUMBER_WRONG },
    { NULL, "***********0021", DESK_DOCUMENT_KIND_PASSPORT, DESK_PROBLEM_PHONE_MASKED },
    { NULL, "E12345678", 9, DESK_PROBLEM_UNKNOWN_CHOICE },
  };
  static const struct
  {
    const char *phone, *document;
    DeskDocumentKind kind;
    const char *stored;
  } good[] = {
    { "１３８１２３４５６７８", NULL, 0, "13812345678" },
    { " +86 138-1234-5678 ", NULL, 0, "+86 138-1234-5678" },
    { "0571-85001234转801", NULL, 0, "0571-85001234转801" },
    { "110", NULL, 0, "110" },
    { NULL, "11010519491231002x", DESK_DOCUMENT_KIND_RESIDENT_ID, "11010519491231002X" },
    { NULL, "ｅ12345678", DESK_DOCUMENT_KIND_PASSPORT, "E12345678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (self, DESK_USE_CASE_SAVE_PERSON, somebody ("朴正焕", bad[i].phone, bad[i].kind, bad[i].document),
                    DESK_ERROR_INVALID, bad[i].problem, bad[i].phone != NULL ? "phones" : "documents");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE number = '%s'",
                                              good[i].phone != NULL ? "phone" : "document", good[i].stored);

      assert_done (self, DESK_USE_CASE_SAVE_PERSON, somebody ("朴正焕", good[i].phone, good[i].kind, good[i].document));
      g_assert_cmpint (desk_fixture_count (&self->base, sql), >=, 1);
    }
}

/* What is wrong in a list is said with its row. */
static void
test_rows (People *self, gconstpointer data)
{
  DeskPersonInput *in = somebody ("朴正焕", "13800001111", 0, NULL);
  g_autoptr (GError) error = NULL;

  add_phone (in, "13800002222");
  add_phone (in, "x");
  add_phone (in, "1");
  error = run (self, DESK_USE_CASE_SAVE_PERSON, in, NULL);
  g_assert_cmpint (desk_error_get_problems (error)->len, ==, 2);
  g_assert_cmpint (desk_error_get_problem (error)->row, ==, 2);
  g_assert_cmpint (((DeskProblem *) desk_error_get_problems (error)->pdata[1])->row, ==, 3);
}

/* A form that shows numbers masked gives them back as NULL: they stay. Whoever adds a phone meanwhile is not undone. */
static void
test_kept_numbers (People *self, gconstpointer data)
{
  DeskPersonInput *first = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_CONTACT, NULL);
  DeskPersonInput *second = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_CONTACT, NULL);
  DeskPersonInput *third = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_PERSON, NULL);

  assert_done (self, DESK_USE_CASE_SAVE_CONTACT, first);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM phone WHERE number = '13812345678'"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT rank FROM phone WHERE number = '13812345678'"), ==, 1);
  g_ptr_array_set_size (second->phones, 0);
  assert_refused (self, DESK_USE_CASE_SAVE_CONTACT, second, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE, NULL);
  g_ptr_array_set_size (third->phones, 0);
  assert_refused (self, DESK_USE_CASE_SAVE_PERSON, third, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE, NULL);
}

/* A phone of somebody else cannot be drawn over by its id. */
static void
test_foreign_phone (People *self, gconstpointer data)
{
  g_autoptr (DeskRecord) person = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.tenant);
  g_autoptr (DeskRecord) phone = desk_fixture_get (&self->base, DESK_KIND_PHONE, self->world.phone);
  DeskPersonInput *in = desk_person_input_new (NULL, (DeskPerson *) person);

  desk_text_set (&((DeskPhone *) phone)->number, NULL);
  g_ptr_array_add (in->phones, g_steal_pointer (&phone));
  assert_refused (self, DESK_USE_CASE_SAVE_PERSON, in, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL);
}

/* A document's number is not changed in place: the old one is taken out of use. */
static void
test_documents (People *self, gconstpointer data)
{
  g_autoptr (DeskRecord) person = NULL;
  DeskDocument paper = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = DESK_DOCUMENT_KIND_PASSPORT,
                         .number = (char *) "E87654321" };
  g_autoptr (GError) error = NULL;
  DeskPersonInput *in;
  gint64 id;

  error = run (self, DESK_USE_CASE_SAVE_PERSON, somebody ("区子健", NULL, DESK_DOCUMENT_KIND_PASSPORT, "E12345678"), &id);
  g_assert_no_error (error);
  person = desk_fixture_get (&self->base, DESK_KIND_PERSON, id);
  paper.record.id = desk_fixture_count (&self->base, "SELECT max(id) FROM document");
  in = desk_person_input_new (NULL, (DeskPerson *) person);
  in->documents = g_ptr_array_new_with_free_func (desk_record_free);
  g_ptr_array_add (in->documents, desk_record_copy (&paper));
  assert_done (self, DESK_USE_CASE_SAVE_PERSON, in);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM document WHERE removed_at > 0 AND number = 'E12345678'"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM document WHERE removed_at = 0 AND last4 = '4321'"), ==, 1);
}

static gpointer
occupancy (gint64 unit, gint64 person, gint64 role, gint64 share, DeskDay from, DeskDay to)
{
  DeskOccupancy record = { .record = { .kind = DESK_KIND_OCCUPANCY }, .unit_id = unit, .person_id = person, .role = role,
                           .share = share, .from_day = from, .to_day = to };

  return desk_record_input_new (NULL, &record);
}

static void
test_occupancies (People *self, gconstpointer data)
{
  gint64 unit = self->world.unit, other = self->world.tenant, owner = self->world.person;
  const struct
  {
    gpointer in;
    DeskErrorCode code;
    DeskProblemCode problem;
    const char *field;
  } bad[] = {
    { occupancy (unit, other, DESK_ROLE_FAMILY, 0, 20250301, 20250228), DESK_ERROR_INVALID, DESK_PROBLEM_ENDS_BEFORE_BEGIN, "to_day" },
    { occupancy (unit, other, DESK_ROLE_FAMILY, 0, 20250301, 20250301), DESK_ERROR_INVALID, DESK_PROBLEM_ENDS_BEFORE_BEGIN, "to_day" },
    { occupancy (unit, other, DESK_ROLE_FAMILY, 0, 0, 0), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "from_day" },
    { occupancy (unit, other, DESK_ROLE_FAMILY, 0, 20250230, 0), DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_DAY, "from_day" },
    { occupancy (unit, other, 7, 0, 20250301, 0), DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "role" },
    { occupancy (unit, 0, DESK_ROLE_FAMILY, 0, 20250301, 0), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "person_id" },
    { occupancy (unit, other, DESK_ROLE_OWNER, 1000001, 20250301, 0), DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "share" },
    /* The whole is somebody's from 2020-05-01 on. */
    { occupancy (unit, other, DESK_ROLE_OWNER, 0, 20250301, 0), DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share" },
    { occupancy (unit, other, DESK_ROLE_CO_OWNER, 1, 20250301, 20250302), DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share" },
    { occupancy (unit, other, DESK_ROLE_OWNER, 0, 20190101, 20200502), DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share" },
    { occupancy (unit, owner, DESK_ROLE_OWNER, 1, 20250301, 0), DESK_ERROR_INVALID, DESK_PROBLEM_ALREADY_THERE, "person_id" },
    { occupancy (unit, other, DESK_ROLE_TENANT, 0, 20261231, 0), DESK_ERROR_INVALID, DESK_PROBLEM_ALREADY_THERE, "person_id" },
    { occupancy (4711, other, DESK_ROLE_FAMILY, 0, 20250301, 0), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL },
    { occupancy (unit, 4711, DESK_ROLE_FAMILY, 0, 20250301, 0), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("occupancy %u", i);
      assert_refused (self, DESK_USE_CASE_SAVE_OCCUPANCY, bad[i].in, bad[i].code, bad[i].problem, bad[i].field);
    }
  /* Up to the day before, and the same tenant anew from the day the lease ends. */
  assert_done (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, other, DESK_ROLE_OWNER, 0, 20190101, 20200501));
  assert_done (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, other, DESK_ROLE_TENANT, 0, 20270101, 0));
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT share FROM occupancy WHERE from_day = 20190101"), ==, 1000000);
}

/* Two halves are a whole, a third one is not. */
static void
test_shares (People *self, gconstpointer data)
{
  gint64 unit = self->world.bare_unit;

  assert_done (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, self->world.person, DESK_ROLE_OWNER, 500000, 20250101, 0));
  assert_done (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, self->world.tenant, DESK_ROLE_CO_OWNER, 500000, 20250101, 0));
  assert_refused (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, self->world.twin, DESK_ROLE_CO_OWNER, 1, 20260101, 0),
                  DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share");
  /* Who only lives there has no share. */
  assert_done (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (unit, self->world.twin, DESK_ROLE_FAMILY, 400000, 20260101, 0));
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT share FROM occupancy WHERE role = 4"), ==, 0);
}

static void
test_change_owner (People *self, gconstpointer data)
{
  gint64 unit = self->world.unit;

  assert_refused (self, DESK_USE_CASE_CHANGE_OWNER, desk_owner_input_new (NULL, unit, self->world.tenant, 0),
                  DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "from_day");
  assert_refused (self, DESK_USE_CASE_CHANGE_OWNER, desk_owner_input_new (NULL, unit, self->world.tenant, 20200501),
                  DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "from_day");
  assert_refused (self, DESK_USE_CASE_CHANGE_OWNER, desk_owner_input_new (NULL, unit, 4711, 20251101), DESK_ERROR_NOT_FOUND,
                  DESK_PROBLEM_GONE, NULL);
  assert_done (self, DESK_USE_CASE_CHANGE_OWNER, desk_owner_input_new (NULL, unit, self->world.tenant, 20251101));
  for (int after = 0; after < 2; after++)
    {
      DeskGetInput in = { .kind = DESK_KIND_UNIT, .id = unit, .day = after ? 20251101 : 20251031 };
      DeskResponsible who = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (desk_find_responsible (self->base.service, self->base.actor, &in, &who, &error));
      g_assert_cmpint (who.person_id, ==, after ? self->world.tenant : self->world.person);
      desk_responsible_clear (&who);
    }
}

static gpointer
lease (gint64 space, gint64 unit, gint64 person, DeskDay from, DeskDay to)
{
  DeskSpaceLease record = { .record = { .kind = DESK_KIND_SPACE_LEASE }, .space_id = space, .unit_id = unit,
                            .person_id = person, .from_day = from, .to_day = to };

  return desk_record_input_new (NULL, &record);
}

static gpointer
vehicle (gint64 unit, gint64 person, const char *plate)
{
  DeskVehicle record = { .record = { .kind = DESK_KIND_VEHICLE }, .unit_id = unit, .person_id = person, .plate = (char *) plate };

  return desk_record_input_new (NULL, &record);
}

static gpointer
flag (gint64 unit, gint64 kind)
{
  DeskCareFlag record = { .record = { .kind = DESK_KIND_CARE_FLAG }, .unit_id = unit, .kind = kind };

  return desk_record_input_new (NULL, &record);
}

static gpointer
instruction (gint64 unit, const char *text)
{
  DeskInstruction record = { .record = { .kind = DESK_KIND_INSTRUCTION }, .unit_id = unit,
                             .kind = DESK_INSTRUCTION_AWAY, .text = (char *) text };

  return desk_record_input_new (NULL, &record);
}

static void
test_household (People *self, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (100000, 'x');
  const struct
  {
    DeskUseCase use_case;
    gpointer in;
    DeskErrorCode code;
    DeskProblemCode problem;
    const char *field;
  } bad[] = {
    { DESK_USE_CASE_SAVE_SPACE_LEASE, lease (self->world.unit, 0, self->world.tenant, 20250101, 0), DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_SPACE, "space_id" },
    { DESK_USE_CASE_SAVE_SPACE_LEASE, lease (self->world.space, 0, self->world.tenant, 20250101, 0), DESK_ERROR_INVALID, DESK_PROBLEM_LEASED_ALREADY, "space_id" },
    { DESK_USE_CASE_SAVE_SPACE_LEASE, lease (self->world.space, 0, self->world.tenant, 20230101, 20240102), DESK_ERROR_INVALID, DESK_PROBLEM_LEASED_ALREADY, "space_id" },
    { DESK_USE_CASE_SAVE_SPACE_LEASE, lease (self->world.free_space, 0, 0, 20250101, 0), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "person_id" },
    { DESK_USE_CASE_SAVE_SPACE_LEASE, lease (self->world.free_space, 0, self->world.tenant, 0, 0), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "from_day" },
    { DESK_USE_CASE_SAVE_VEHICLE, vehicle (self->world.unit, 0, ""), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "plate" },
    { DESK_USE_CASE_SAVE_VEHICLE, vehicle (self->world.unit, 0, "浙A"), DESK_ERROR_INVALID, DESK_PROBLEM_PLATE_WRONG, "plate" },
    { DESK_USE_CASE_SAVE_VEHICLE, vehicle (4711, 0, "浙A12345"), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "unit_id" },
    { DESK_USE_CASE_SAVE_CARE_FLAG, flag (self->world.unit, 7), DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "kind" },
    { DESK_USE_CASE_SAVE_CARE_FLAG, flag (4711, 1), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "unit_id" },
    { DESK_USE_CASE_SAVE_CARE_FLAG, flag (0, 1), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "unit_id" },
    { DESK_USE_CASE_SAVE_INSTRUCTION, instruction (self->world.unit, " "), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "text" },
    { DESK_USE_CASE_SAVE_INSTRUCTION, instruction (self->world.unit, huge), DESK_ERROR_INVALID, DESK_PROBLEM_TOO_LONG, "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("case %u", i);
      assert_refused (self, bad[i].use_case, bad[i].in, bad[i].code, bad[i].problem, bad[i].field);
    }
}

/* A merge keeps everything, once: phones and documents both have are one, days in a unit add up. */
static void
test_merge (People *self, gconstpointer data)
{
  g_autofree char *before = desk_dump (self->base.path, FALSE);
  g_autofree char *after = NULL;
  gint64 keep = self->world.person, lose = self->world.twin;
  g_autoptr (GError) error = NULL;
  DeskMergeInput in = { { NULL }, keep, lose };
  DeskUndoInput undo = { { NULL }, 0 };
  DeskSaved saved = { 0 }, undone = { 0 };
  gint64 acts;

  desk_fixture_occupancy (&self->base, self->world.unit, keep, DESK_ROLE_AGENT, 20200101, 20240301);
  assert_done (self, DESK_USE_CASE_SAVE_VEHICLE, vehicle (0, lose, "浙C00001"));
  acts = desk_fixture_count (&self->base, "SELECT max(id) FROM act");
  g_assert_true (desk_merge_people (self->base.service, self->base.actor, &in, &saved, &error));
  g_assert_cmpint (saved.id, ==, keep);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM phone WHERE person_id = 1"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM vehicle WHERE plate = '浙C00001' AND person_id = 1"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM occupancy WHERE role = 6 AND person_id = 1 "
                                                    "AND from_day = 20200101 AND to_day = 0"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM occupancy WHERE role = 6"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT merged_into FROM person WHERE id = 3"), ==, 1);

  /* The other is not worked with any more. */
  assert_refused (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, keep, lose), DESK_ERROR_INVALID,
                  DESK_PROBLEM_MERGED_AWAY, "person_id");
  assert_refused (self, DESK_USE_CASE_SAVE_VEHICLE, vehicle (0, lose, "浙C00002"), DESK_ERROR_INVALID,
                  DESK_PROBLEM_MERGED_AWAY, "person_id");
  assert_refused (self, DESK_USE_CASE_SAVE_OCCUPANCY, occupancy (self->world.bare_unit, lose, DESK_ROLE_FAMILY, 0, 20250101, 0),
                  DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, "person_id");

  /* Taken apart again, with the two acts before it undone as well, everything is as it was. */
  for (undo.act_id = saved.act_id; undo.act_id >= acts - 1; undo.act_id--)
    {
      g_assert_true (desk_undo_act (self->base.service, self->base.actor, &undo, &undone, &error));
      desk_saved_clear (&undone);
    }
  after = desk_dump (self->base.path, FALSE);
  desk_assert_same_dump (before, after);
  desk_saved_clear (&saved);
}

/* Whoever is looked for by a number or name that both had is found once, as the one that is left. */
static void
test_merged_search (People *self, gconstpointer data)
{
  static const char *const texts[] = { "13812345678", "5678", "单雄信", "sxx" };

  assert_done (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, self->world.person, self->world.twin));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DeskSearchInput in = { .text = (char *) texts[i], .limit = 20 };
      g_autoptr (GError) error = NULL;
      DeskHits hits = { 0 };
      guint n = 0;

      g_assert_true (desk_search (self->base.service, self->base.actor, &in, &hits, &error));
      for (guint k = 0; k < hits.hits->len; k++)
        {
          const DeskHit *hit = hits.hits->pdata[k];

          g_assert_false (hit->kind == DESK_KIND_PERSON && hit->id == self->world.twin);
          n += g_strcmp0 (hit->title, "单雄信") == 0;
        }
      g_test_message ("%s: %u", texts[i], n);
      g_assert_cmpint (n, ==, 1);
      desk_hits_clear (&hits);
    }
}

static void
test_bad_merges (People *self, gconstpointer data)
{
  assert_refused (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, 1, 1), DESK_ERROR_INVALID,
                  DESK_PROBLEM_SAME_PERSON, "person_id");
  assert_refused (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, 1, 4711), DESK_ERROR_NOT_FOUND,
                  DESK_PROBLEM_GONE, NULL);
}

/* The whole number, once, and a row that says who looked. */
static void
test_reveal (People *self, gconstpointer data)
{
  DeskRevealInput in = { { NULL }, DESK_KIND_PHONE, self->world.phone };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  g_assert_true (desk_reveal_number (self->base.service, self->base.actor, &in, &saved, &error));
  g_assert_cmpstr (saved.text, ==, "13812345678");
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT changes = '{\"revealed\":[null,\"138****5678\"]}' FROM trail "
                                                    "ORDER BY id DESC LIMIT 1"), ==, 1);
  desk_saved_clear (&saved);
  assert_refused (self, DESK_USE_CASE_REVEAL_NUMBER, desk_reveal_input_new (NULL, DESK_KIND_UNIT, 1), DESK_ERROR_INVALID,
                  DESK_PROBLEM_UNKNOWN_CHOICE, "kind");
  assert_refused (self, DESK_USE_CASE_REVEAL_NUMBER, desk_reveal_input_new (NULL, DESK_KIND_PHONE, 4711), DESK_ERROR_NOT_FOUND,
                  DESK_PROBLEM_GONE, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, People, NULL, set_up, func, tear_down)
  ADD ("/people/names", test_names);
  ADD ("/people/too-long", test_too_long);
  ADD ("/people/numbers", test_numbers);
  ADD ("/people/rows", test_rows);
  ADD ("/people/kept-numbers", test_kept_numbers);
  ADD ("/people/foreign-phone", test_foreign_phone);
  ADD ("/people/documents", test_documents);
  ADD ("/people/occupancies", test_occupancies);
  ADD ("/people/shares", test_shares);
  ADD ("/people/change-owner", test_change_owner);
  ADD ("/people/household", test_household);
  ADD ("/people/merge", test_merge);
  ADD ("/people/merged-search", test_merged_search);
  ADD ("/people/bad-merges", test_bad_merges);
  ADD ("/people/reveal", test_reveal);
  return g_test_run ();
}
