/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-changes.h"
#include "desk-fixture.h"

/* The pages of one household: sold on 2025-03-01, lived in by a family, with car, space, flags and instructions. */

typedef struct
{
  DeskFixture base;
  gint64 building;
  gint64 unit; /* 3-2-1501 */
  gint64 space;
  gint64 seller;
  gint64 buyer;
  gint64 wife;
} World;

static void
save_flag (World *world, gint64 kind, DeskDay from, DeskDay to)
{
  DeskCareFlag flag
      = { .record = { .kind = DESK_KIND_CARE_FLAG }, .unit_id = world->unit, .kind = kind, .from_day = from, .to_day = to };

  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_CARE_FLAG, &flag);
}

static void
save_instruction (World *world, const char *text, DeskDay from, DeskDay to)
{
  DeskInstruction instruction = { .record = { .kind = DESK_KIND_INSTRUCTION },
                                  .unit_id = world->unit,
                                  .kind = DESK_INSTRUCTION_OTHER,
                                  .text = (char *) text,
                                  .from_day = from,
                                  .to_day = to };

  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_INSTRUCTION, &instruction);
}

static void
save_car_and_space (World *world)
{
  DeskVehicle car = { .record = { .kind = DESK_KIND_VEHICLE },
                      .person_id = world->wife,
                      .plate = (char *) "浙A·8K234",
                      .description = (char *) "白色轿车" };
  DeskSpaceLease lease = { .record = { .kind = DESK_KIND_SPACE_LEASE },
                           .unit_id = world->unit,
                           .from_day = 20250601,
                           .to_day = 20260601 };

  lease.space_id = world->space;
  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_VEHICLE, &car);
  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_SPACE_LEASE, &lease);
}

static void
deliver (World *world, DeskDay delivered_on, DeskDay deemed_on)
{
  g_autoptr (DeskRecord) unit = desk_fixture_get (&world->base, DESK_KIND_UNIT, world->unit);

  ((DeskUnit *) unit)->delivered_on = delivered_on;
  ((DeskUnit *) unit)->deemed_on = deemed_on;
  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_UNIT, unit);
}

static void
own (World *world, gint64 person_id, gint64 role, gint64 share, DeskDay from, DeskDay to)
{
  DeskOccupancy occupancy = { .record = { .kind = DESK_KIND_OCCUPANCY },
                              .unit_id = world->unit,
                              .person_id = person_id,
                              .role = role,
                              .share = share,
                              .from_day = from,
                              .to_day = to };

  desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_OCCUPANCY, &occupancy);
}

static void
set_up (World *world, gconstpointer data)
{
  DeskFixture *fixture = &world->base;
  gint64 entrance;

  desk_fixture_set_up (fixture);
  desk_fixture_community (fixture);
  world->building = desk_fixture_building (fixture, "3");
  entrance = desk_fixture_entrance (fixture, world->building, "2");
  desk_fixture_entrance (fixture, world->building, "1");
  world->unit = desk_fixture_unit (fixture, world->building, entrance, "1501");
  world->space = desk_fixture_space (fixture, "B1-117");
  world->seller = desk_fixture_person (fixture, "王建国", "13700001111");
  world->buyer = desk_fixture_person (fixture, "张淑芬", "13812345678");
  world->wife = desk_fixture_person (fixture, "陈建平", "13900000412");
  own (world, world->wife, DESK_ROLE_FAMILY, 0, 20250301, 0);
  own (world, world->seller, DESK_ROLE_OWNER, 1000000, 20210618, 20250301);
  own (world, world->buyer, DESK_ROLE_OWNER, 600000, 20250301, 0);
  deliver (world, 20210618, 0);
}

static void
tear_down (World *world, gconstpointer data)
{
  desk_fixture_tear_down (&world->base);
}

static void
get_unit_page (World *world, DeskDay day, DeskUnitPage *page)
{
  DeskGetInput in = { .kind = DESK_KIND_UNIT, .id = world->unit, .day = day };
  g_autoptr (GError) error = NULL;

  desk_get_unit_page (world->base.service, world->base.actor, &in, page, &error);
  g_assert_no_error (error);
}

static void
test_occupants (World *world, gconstpointer data)
{
  static const char *const now[] = { "张淑芬", "陈建平", "王建国" };
  static const char *const before[] = { "王建国", "张淑芬", "陈建平" };
  DeskUnitPage page = { 0 };

  get_unit_page (world, 0, &page);
  g_assert_cmpuint (page.occupants->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const DeskOccupant *occupant = page.occupants->pdata[i];

      g_assert_cmpstr (occupant->card->person->name, ==, now[i]);
      g_assert_cmpint (occupant->current, ==, i < 2);
    }
  g_assert_cmpstr (((DeskNumber *) ((DeskOccupant *) page.occupants->pdata[0])->card->phones->pdata[0])->masked, ==,
                   "138****5678");
  g_assert_cmpstr (page.building->code, ==, "3");
  g_assert_cmpstr (page.entrance->code, ==, "2");
  desk_unit_page_clear (&page);
  get_unit_page (world, 20250228, &page);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((DeskOccupant *) page.occupants->pdata[i])->card->person->name, ==, before[i]);
  desk_unit_page_clear (&page);
}

/* Flags and instructions hold from their first day to the day before their last. */
static void
test_in_force (World *world, gconstpointer data)
{
  static const struct
  {
    DeskDay day;
    guint n_flags;
    const char *first; /* instruction */
  } days[] = { { 20250831, 1, "快递放门口" }, { 20250901, 2, "出差" }, { 20251231, 2, "出差" }, { 20260101, 1, "快递放门口" } };

  save_flag (world, DESK_CARE_PET, 20250301, 0);
  save_flag (world, DESK_CARE_CALL_FIRST, 20250901, 20260101);
  save_instruction (world, "快递放门口", 20250301, 0);
  save_instruction (world, "出差", 20250901, 20260101);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      DeskUnitPage page = { 0 };

      get_unit_page (world, days[i].day, &page);
      g_assert_cmpuint (page.care_flags->len, ==, days[i].n_flags);
      g_assert_cmpuint (page.instructions->len, ==, 2);
      g_assert_cmpstr (((DeskInstruction *) page.instructions->pdata[0])->text, ==, days[i].first);
      desk_unit_page_clear (&page);
    }
}

/* The car of somebody who lives there stands on the page though it names no unit; the leased space on both pages. */
static void
test_cars_and_spaces (World *world, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_UNIT, .id = world->space };
  g_autoptr (GError) error = NULL;
  DeskUnitPage page = { 0 };

  save_car_and_space (world);
  get_unit_page (world, 0, &page);
  g_assert_cmpuint (page.vehicles->len, ==, 1);
  g_assert_cmpstr (((DeskVehicleCard *) page.vehicles->pdata[0])->vehicle->plate, ==, "浙A·8K234");
  g_assert_cmpstr (((DeskVehicleCard *) page.vehicles->pdata[0])->person_name, ==, "陈建平");
  g_assert_cmpuint (page.leases->len, ==, 1);
  g_assert_cmpstr (((DeskLeaseCard *) page.leases->pdata[0])->space_label, ==, "B1-117");
  desk_unit_page_clear (&page);
  desk_get_unit_page (world->base.service, world->base.actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page.leases->len, ==, 1);
  g_assert_cmpstr (((DeskLeaseCard *) page.leases->pdata[0])->unit_label, ==, "3-2-1501");
  desk_unit_page_clear (&page);
}

static void
test_person_page (World *world, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_PERSON, .id = world->wife };
  g_autoptr (GError) error = NULL;
  DeskPersonPage page = { 0 };

  save_car_and_space (world);
  desk_get_person_page (world->base.service, world->base.actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page.card->person->name, ==, "陈建平");
  g_assert_cmpstr (((DeskNumber *) page.card->phones->pdata[0])->masked, ==, "139****0412");
  g_assert_cmpuint (page.occupancies->len, ==, 1);
  g_assert_cmpstr (((DeskOccupant *) page.occupancies->pdata[0])->unit->label, ==, "3-2-1501");
  g_assert_cmpuint (page.vehicles->len, ==, 1);
  g_assert_null (page.merged_into_name);
  g_assert_cmpuint (page.history->len, >=, 3);
  desk_person_page_clear (&page);
  in.id = 4711;
  g_assert_false (desk_get_person_page (world->base.service, world->base.actor, &in, &page, &error));
  desk_assert_problem (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  desk_person_page_clear (&page);
}

/* "Who was responsible on 2025-03-01": the buyer, the day before the seller, before delivery the developer. */
static void
test_responsible (World *world, gconstpointer data)
{
  static const struct
  {
    DeskDay day;
    const char *name;
    gboolean developer;
    guint n_owners;
  } days[] = {
    { 20210617, "翠湖置业", TRUE, 0 },  { 20210618, "王建国", FALSE, 1 }, { 20250228, "王建国", FALSE, 1 },
    { 20250301, "张淑芬", FALSE, 1 },   { 20251001, "陈建平", FALSE, 2 }, { 0, "陈建平", FALSE, 2 },
  };

  /* From October on the smaller share is hers. */
  {
    DeskUnitPage page = { 0 };
    g_autoptr (DeskRecord) first = NULL;

    get_unit_page (world, 0, &page);
    first = desk_record_copy (((DeskOccupant *) page.occupants->pdata[0])->occupancy);
    ((DeskOccupancy *) first)->share = 400000;
    desk_fixture_save (&world->base, DESK_USE_CASE_SAVE_OCCUPANCY, first);
    desk_unit_page_clear (&page);
    own (world, world->wife, DESK_ROLE_CO_OWNER, 600000, 20251001, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      DeskGetInput in = { .kind = DESK_KIND_UNIT, .id = world->unit, .day = days[i].day };
      g_autoptr (GError) error = NULL;
      DeskResponsible who = { 0 };

      desk_find_responsible (world->base.service, world->base.actor, &in, &who, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (who.name, ==, days[i].name);
      g_assert_cmpint (who.developer, ==, days[i].developer);
      g_assert_cmpint (who.person_id == 0, ==, days[i].developer);
      g_assert_cmpuint (who.owners->len, ==, days[i].n_owners);
      desk_responsible_clear (&who);
    }
}

static const DeskHistory *
find_line (GPtrArray *history, const char *use_case, DeskKind kind)
{
  for (guint i = 0; i < history->len; i++)
    {
      const DeskHistory *line = history->pdata[i];

      if (g_str_equal (line->use_case, use_case) && line->kind == kind)
        return line;
    }
  g_error ("no line of %s about %s", use_case, desk_kind_nick (kind));
}

/* The timeline: latest first, said of people by name, of numbers masked, and undone acts are not undone twice. */
static void
test_history (World *world, gconstpointer data)
{
  DeskUnitPage page = { 0 };
  const DeskHistory *line;
  DeskUndoInput undo = { 0 };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  save_flag (world, DESK_CARE_PET, 0, 0);
  get_unit_page (world, 0, &page);
  for (guint i = 1; i < page.history->len; i++)
    g_assert_cmpint (((DeskHistory *) page.history->pdata[i - 1])->happened_at, >=,
                     ((DeskHistory *) page.history->pdata[i])->happened_at);
  line = find_line (page.history, "save_occupancy", DESK_KIND_OCCUPANCY);
  g_assert_nonnull (line->subject);
  g_assert_true (line->can_undo);
  g_assert_cmpstr (line->staff_name, ==, world->base.actor->name);
  g_assert_null (find_line (page.history, "save_unit", DESK_KIND_UNIT)->subject);
  undo.act_id = find_line (page.history, "save_care_flag", DESK_KIND_CARE_FLAG)->act_id;
  desk_unit_page_clear (&page);
  desk_undo_act (world->base.service, world->base.actor, &undo, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  get_unit_page (world, 0, &page);
  g_assert_false (find_line (page.history, "save_care_flag", DESK_KIND_CARE_FLAG)->can_undo);
  g_assert_true (find_line (page.history, "undo_act", DESK_KIND_CARE_FLAG)->can_undo);
  desk_unit_page_clear (&page);
}

/* A changed phone stands on the person's timeline with both numbers masked, also once the phone is gone. */
static void
test_history_masks (World *world, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_PERSON, .id = world->buyer };
  g_autoptr (DeskRecord) person = desk_fixture_get (&world->base, DESK_KIND_PERSON, world->buyer);
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  DeskPersonInput remove = { .person = (DeskPerson *) person, .phones = phones };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  DeskHistories told = { 0 };
  guint n_phones = 0;

  desk_save_person (world->base.service, world->base.actor, &remove, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_list_history (world->base.service, world->base.actor, &in, &told, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < told.history->len; i++)
    {
      const DeskHistory *line = told.history->pdata[i];

      g_assert_null (strstr (line->changes, "13812345678"));
      if (line->kind != DESK_KIND_PHONE)
        continue;
      n_phones++;
      g_assert_cmpstr (line->subject, ==, "138****5678");
      g_assert_nonnull (strstr (line->changes, "138****5678"));
    }
  g_assert_cmpuint (n_phones, ==, 2);
  desk_histories_clear (&told);
}

/* Whole numbers leave the service only through reveal_number. */
static void
test_record_masks (World *world, gconstpointer data)
{
  DeskUnitPage page = { 0 };
  const DeskOccupant *first;
  g_autoptr (DeskRecord) phone = NULL;

  get_unit_page (world, 0, &page);
  first = page.occupants->pdata[0];
  phone = desk_fixture_get (&world->base, DESK_KIND_PHONE, ((DeskNumber *) first->card->phones->pdata[0])->id);
  g_assert_cmpstr (((DeskPhone *) phone)->number, ==, "138****5678");
  desk_unit_page_clear (&page);
}

static void
test_community (World *world, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_COMMUNITY };
  g_autoptr (GError) error = NULL;
  DeskCommunityPage page = { 0 };
  const DeskBuildingCard *card;

  desk_get_community (world->base.service, world->base.actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page.community->name, ==, "翠湖花园");
  g_assert_cmpint (page.n_units, ==, 2);
  g_assert_cmpint (page.n_people, ==, 3);
  g_assert_cmpuint (page.buildings->len, ==, 1);
  card = page.buildings->pdata[0];
  g_assert_cmpint (card->n_units, ==, 1);
  g_assert_cmpuint (card->entrances->len, ==, 2);
  g_assert_cmpstr (((DeskEntrance *) card->entrances->pdata[0])->code, ==, "1");
  desk_community_page_clear (&page);
}

/* Its record alone, for which its id need not be known. */
static void
test_community_record (World *world, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_COMMUNITY };
  g_autoptr (GError) error = NULL;
  DeskRecordResult found = { NULL };

  desk_get_record (world->base.service, world->base.actor, &in, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((DeskCommunity *) found.record)->name, ==, "翠湖花园");
  desk_record_result_clear (&found);
}

static void
test_fresh (DeskFixture *fixture, gconstpointer data)
{
  DeskGetInput in = { .kind = DESK_KIND_COMMUNITY };
  g_autoptr (GError) error = NULL;
  DeskCommunityPage page = { 0 };
  DeskRecordResult found = { NULL };

  desk_get_community (fixture->service, fixture->actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_null (page.community);
  g_assert_cmpuint (page.buildings->len, ==, 0);
  desk_community_page_clear (&page);
  g_assert_true (desk_get_record (fixture->service, fixture->actor, &in, &found, &error));
  g_assert_null (found.record);
  desk_record_result_clear (&found);
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pages/occupants", test_occupants);
  ADD ("/pages/in-force", test_in_force);
  ADD ("/pages/cars-and-spaces", test_cars_and_spaces);
  ADD ("/pages/person", test_person_page);
  ADD ("/pages/responsible", test_responsible);
  ADD ("/pages/history", test_history);
  ADD ("/pages/history-masks", test_history_masks);
  ADD ("/pages/record-masks", test_record_masks);
  ADD ("/pages/community", test_community);
  ADD ("/pages/community-record", test_community_record);
  desk_fixture_add ("/pages/fresh", test_fresh);
  return g_test_run ();
}
