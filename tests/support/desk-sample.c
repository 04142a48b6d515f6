/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

#include "desk-follow-up-io.h"
#include "desk-import-plan.h"
#include "desk-setting.h"
#include "desk-text.h"


static gint64
save_vehicle (DeskFixture *fixture, gint64 unit_id, gint64 person_id, const char *plate)
{
  DeskVehicle vehicle = { .record = { .kind = DESK_KIND_VEHICLE }, .unit_id = unit_id, .person_id = person_id,
                          .plate = (char *) plate };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_VEHICLE, &vehicle);
}

static gint64
save_lease (DeskFixture *fixture, gint64 space_id, gint64 unit_id, gint64 person_id)
{
  DeskSpaceLease lease = { .record = { .kind = DESK_KIND_SPACE_LEASE }, .space_id = space_id, .unit_id = unit_id,
                           .person_id = person_id, .from_day = 20240101 };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_SPACE_LEASE, &lease);
}

static gint64
save_flag (DeskFixture *fixture, gint64 unit_id)
{
  DeskCareFlag flag = { .record = { .kind = DESK_KIND_CARE_FLAG }, .unit_id = unit_id, .kind = DESK_CARE_ELDERLY };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_CARE_FLAG, &flag);
}

static gint64
save_instruction (DeskFixture *fixture, gint64 unit_id)
{
  DeskInstruction instruction = { .record = { .kind = DESK_KIND_INSTRUCTION }, .unit_id = unit_id,
                                  .kind = DESK_INSTRUCTION_PARCEL, .text = (char *) "快递放门口鞋柜", .to_day = 20251122 };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_INSTRUCTION, &instruction);
}

/* The housekeeper asks that a unit be edited. */
static gint64
ask_for_unit (DeskFixture *fixture, const DeskSampleWorld *world)
{
  g_autoptr (DeskActor) keeper = desk_service_load_actor (fixture->service, world->staff, NULL);
  g_autoptr (DeskRecord) unit = desk_fixture_get (fixture, DESK_KIND_UNIT, world->other_unit);
  DeskRecordInput edit = { .record = unit };
  DeskAskInput in = { .use_case = DESK_USE_CASE_SAVE_UNIT, .asked = &edit };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  ((DeskUnit *) unit)->built_area = 11900;
  desk_ask_approval (fixture->service, keeper, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.request_id;
  desk_saved_clear (&saved);
  return id;
}

static gint64
save_follow_up (DeskFixture *fixture, gint64 unit_id)
{
  DeskFollowUp follow_up = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .topic = DESK_TOPIC_CALL,
                             .about_kind = DESK_KIND_UNIT, .about_id = unit_id,
                             .owner_role = 1 + DESK_STAFF_ROLE_DESK, .due_at = DESK_FIXTURE_NOW + 3600,
                             .note = (char *) "回电说停水时间" };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_FOLLOW_UP, &follow_up);
}

static gint64
save_filter (DeskFixture *fixture)
{
  DeskSavedFilter filter = { .record = { .kind = DESK_KIND_SAVED_FILTER }, .list_name = (char *) "visits",
                             .name = (char *) "没写小结", .form = (char *) "filter=no_summary&sort=at&down=1" };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_FILTER, &filter);
}

/* To the fixture's actor, who may answer. */
static void
hand_on (DeskFixture *fixture, gint64 id)
{
  DeskFollowUpInput in = { .id = id, .staff_id = fixture->actor->staff_id };
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  desk_hand_on_follow_up (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

void
desk_sample_world (DeskFixture *fixture, DeskSampleWorld *world)
{
  gint64 other_entrance;

  /* One commit instead of many: only the time it takes differs. */
  g_assert_true (desk_service_begin_bulk (fixture->service, NULL));
  world->community = desk_fixture_community (fixture);
  world->building = desk_fixture_building (fixture, "3");
  world->other_building = desk_fixture_building (fixture, "5");
  world->empty_building = desk_fixture_building (fixture, "7");
  world->entrance = desk_fixture_entrance (fixture, world->building, "2");
  world->empty_entrance = desk_fixture_entrance (fixture, world->building, "9");
  other_entrance = desk_fixture_entrance (fixture, world->other_building, "1");
  world->unit = desk_fixture_unit (fixture, world->building, world->entrance, "1501");
  world->bare_unit = desk_fixture_unit (fixture, world->building, world->entrance, "1502");
  world->other_unit = desk_fixture_unit (fixture, world->other_building, other_entrance, "301");
  world->space = desk_fixture_space (fixture, "B1-023");
  world->free_space = desk_fixture_space (fixture, "B1-024");
  world->person = desk_fixture_person (fixture, "单雄信", "13812345678");
  world->tenant = desk_fixture_person (fixture, "覃丽华", "13900001111");
  world->twin = desk_fixture_person (fixture, "单雄信", "138 1234 5678");
  world->bare_person = desk_fixture_person (fixture, "查良镛", "0571-88001234");
  world->elsewhere = desk_fixture_person (fixture, "仇英", "13700002222");
  world->occupancy = desk_fixture_occupancy (fixture, world->unit, world->person, DESK_ROLE_OWNER, 20200501, 0);
  desk_fixture_occupancy (fixture, world->unit, world->tenant, DESK_ROLE_TENANT, 20230101, 20270101);
  desk_fixture_occupancy (fixture, world->unit, world->twin, DESK_ROLE_AGENT, 20240101, 0);
  desk_fixture_occupancy (fixture, world->other_unit, world->elsewhere, DESK_ROLE_OWNER, 20210101, 0);
  world->follow_up = save_follow_up (fixture, world->unit);
  world->handed = save_follow_up (fixture, world->unit);
  hand_on (fixture, world->handed);
  world->filter = save_filter (fixture);
  world->vehicle = save_vehicle (fixture, world->unit, world->person, "浙A12345");
  world->lease = save_lease (fixture, world->space, world->unit, world->person);
  world->flag = save_flag (fixture, world->unit);
  world->staff = desk_fixture_staff (fixture, "liqiang", "李强", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, world->other_building);
  world->request = ask_for_unit (fixture, world);
  /* What undo tries is an act of the register. */
  world->instruction = save_instruction (fixture, world->unit);
  g_assert_true (desk_service_end_bulk (fixture->service, TRUE, NULL));
  world->phone = desk_fixture_count (fixture, "SELECT min(id) FROM phone");
  world->last_act = desk_fixture_count (fixture, "SELECT max(id) FROM act");
  g_assert_true (desk_service_begin_bulk (fixture->service, NULL));
  desk_sample_cases (fixture, world);
  g_assert_true (desk_service_end_bulk (fixture->service, TRUE, NULL));
  world->head_act = desk_fixture_count (fixture, "SELECT max(id) FROM act");
  world->outage_call = desk_fixture_count (fixture, "SELECT max(id) FROM outage_call");
}

void
desk_sample_set_up (DeskSampleCase *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
}

void
desk_sample_tear_down (DeskSampleCase *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

void
desk_sample_secrets (DeskFixture *fixture, const DeskSampleWorld *world)
{
  desk_fixture_secret (fixture, fixture->actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (fixture, world->staff, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (fixture, world->staff, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
}

/* Inputs of saves: an edit of what is there, or something new. */
static gpointer
sample_save (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  g_autoptr (DeskRecord) record = NULL;

  switch ((int) use_case)
    {
    case DESK_USE_CASE_SAVE_COMMUNITY:
      record = desk_fixture_get (fixture, DESK_KIND_COMMUNITY, w->community);
      desk_text_set (&((DeskCommunity *) record)->address, "古墩路 388 号");
      break;
    case DESK_USE_CASE_SAVE_BUILDING:
      record = desk_fixture_get (fixture, DESK_KIND_BUILDING, w->building);
      desk_text_set (&((DeskBuilding *) record)->code, "8");
      break;
    case DESK_USE_CASE_SAVE_ENTRANCE:
      record = desk_fixture_get (fixture, DESK_KIND_ENTRANCE, w->entrance);
      desk_text_set (&((DeskEntrance *) record)->code, "4");
      break;
    case DESK_USE_CASE_SAVE_UNIT:
      record = desk_fixture_get (fixture, DESK_KIND_UNIT, w->unit);
      desk_text_set (&((DeskUnit *) record)->room, "1511");
      ((DeskUnit *) record)->built_area = 12050;
      break;
    case DESK_USE_CASE_SAVE_OCCUPANCY:
      record = desk_fixture_get (fixture, DESK_KIND_OCCUPANCY, w->occupancy);
      ((DeskOccupancy *) record)->to_day = 20260101;
      break;
    case DESK_USE_CASE_SAVE_VEHICLE:
      record = desk_fixture_get (fixture, DESK_KIND_VEHICLE, w->vehicle);
      desk_text_set (&((DeskVehicle *) record)->plate, "浙AD88888");
      break;
    case DESK_USE_CASE_SAVE_SPACE_LEASE:
      record = desk_fixture_get (fixture, DESK_KIND_SPACE_LEASE, w->lease);
      ((DeskSpaceLease *) record)->space_id = w->free_space;
      break;
    case DESK_USE_CASE_SAVE_CARE_FLAG:
      record = desk_fixture_get (fixture, DESK_KIND_CARE_FLAG, w->flag);
      ((DeskCareFlag *) record)->kind = DESK_CARE_MEDICAL;
      break;
    case DESK_USE_CASE_SAVE_INSTRUCTION:
      record = desk_fixture_get (fixture, DESK_KIND_INSTRUCTION, w->instruction);
      desk_text_set (&((DeskInstruction *) record)->text, "放丰巢");
      break;
    case DESK_USE_CASE_SAVE_FOLLOW_UP:
      record = desk_record_new (DESK_KIND_FOLLOW_UP);
      ((DeskFollowUp *) record)->about_kind = DESK_KIND_UNIT;
      ((DeskFollowUp *) record)->about_id = w->unit;
      ((DeskFollowUp *) record)->due_at = DESK_FIXTURE_NOW + 7200;
      desk_text_set (&((DeskFollowUp *) record)->note, "带上测漏仪再看一次");
      break;
    case DESK_USE_CASE_CHANGE_SETTING:
      record = desk_record_new (DESK_KIND_SETTING);
      desk_text_set (&((DeskSetting *) record)->name, desk_setting_name (DESK_SETTING_ZONE));
      desk_text_set (&((DeskSetting *) record)->value, "Asia/Urumqi");
      break;
    case DESK_USE_CASE_CHANGE_RIGHT:
      record = desk_record_new (DESK_KIND_RIGHT_CHANGE);
      desk_text_set (&((DeskRightChange *) record)->code, "case.open");
      desk_text_set (&((DeskRightChange *) record)->level, "none");
      ((DeskRightChange *) record)->role = DESK_STAFF_ROLE_CASHIER;
      break;
    case DESK_USE_CASE_REMEMBER_LAYOUT:
      record = desk_record_new (DESK_KIND_IMPORT_LAYOUT);
      desk_text_set (&((DeskImportLayout *) record)->signature, "abc");
      desk_text_set (&((DeskImportLayout *) record)->columns, "label,name,phone");
      break;
    case DESK_USE_CASE_SAVE_FILTER:
      record = desk_record_new (DESK_KIND_SAVED_FILTER);
      desk_text_set (&((DeskSavedFilter *) record)->list_name, "repairs");
      desk_text_set (&((DeskSavedFilter *) record)->name, "漏水快到时");
      desk_text_set (&((DeskSavedFilter *) record)->form, "filter=soon&text=漏水&sort=due");
      ((DeskSavedFilter *) record)->pinned = 1;
      break;
    default:
      return NULL;
    }
  return desk_record_input_new (key, record);
}

static gpointer
sample_remove (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  const struct
  {
    DeskUseCase use_case;
    DeskKind kind;
    gint64 id;
  } table[] = {
    { DESK_USE_CASE_REMOVE_BUILDING, DESK_KIND_BUILDING, w->empty_building },
    { DESK_USE_CASE_REMOVE_ENTRANCE, DESK_KIND_ENTRANCE, w->empty_entrance },
    { DESK_USE_CASE_REMOVE_UNIT, DESK_KIND_UNIT, w->bare_unit },
    { DESK_USE_CASE_REMOVE_PERSON, DESK_KIND_PERSON, w->bare_person },
    { DESK_USE_CASE_ERASE_PERSON, DESK_KIND_PERSON, w->bare_person },
    { DESK_USE_CASE_REMOVE_OCCUPANCY, DESK_KIND_OCCUPANCY, w->occupancy },
    { DESK_USE_CASE_REMOVE_VEHICLE, DESK_KIND_VEHICLE, w->vehicle },
    { DESK_USE_CASE_REMOVE_SPACE_LEASE, DESK_KIND_SPACE_LEASE, w->lease },
    { DESK_USE_CASE_REMOVE_CARE_FLAG, DESK_KIND_CARE_FLAG, w->flag },
    { DESK_USE_CASE_REMOVE_INSTRUCTION, DESK_KIND_INSTRUCTION, w->instruction },
    { DESK_USE_CASE_REMOVE_FILTER, DESK_KIND_SAVED_FILTER, w->filter },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].use_case == use_case)
      {
        g_autoptr (DeskRecord) record = desk_fixture_get (fixture, table[i].kind, table[i].id);

        return desk_remove_input_new (key, record->id, record->version);
      }
  return NULL;
}

/* The person with a new name (not for SAVE_CONTACT, which leaves it), a second phone and a document. */
static gpointer
sample_person (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_PERSON, w->person);
  g_autoptr (DeskRecord) old = desk_fixture_get (fixture, DESK_KIND_PHONE, w->phone);
  DeskPhone added = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_HOME,
                      .number = (char *) "0571-85001234" };
  DeskPersonInput *in;

  if (use_case == DESK_USE_CASE_SAVE_PERSON)
    desk_text_set (&((DeskPerson *) record)->note, "电话请打第二个");
  in = desk_person_input_new (key, (DeskPerson *) record);
  /* It came masked: NULL leaves it as it is. */
  desk_text_set (&((DeskPhone *) old)->number, NULL);
  g_ptr_array_add (in->phones, desk_record_copy (&added));
  g_ptr_array_add (in->phones, g_steal_pointer (&old));
  return in;
}

static gpointer
sample_plan (DeskFixture *fixture, const DeskSampleWorld *w, const char *key)
{
  g_autoptr (DeskRecord) building = desk_fixture_get (fixture, DESK_KIND_BUILDING, w->building);
  DeskBuildingPlanInput *in = desk_building_plan_input_new (key, (DeskBuilding *) building);

  in->n_entrances = 2;
  in->floor_from = 1;
  in->floor_to = 5;
  in->doors = 2;
  in->pattern = g_strdup ("{floor}{door:02}");
  in->skip_floors = g_strdup ("4");
  in->built_area = 8900;
  in->state = DESK_STATE_READY;
  return in;
}

/* One row is against the rule of areas and stays out, one changes a unit, one makes a unit and a person. */
static gpointer
sample_import (DeskFixture *fixture, const char *key)
{
  static const char sheet[] = "房号,业主,电话,建筑面积\n3-2-1501,,,90.00\n3-2-1502,,,98.00\n"
                              "3-2-1601,林小燕,13912340001,88.10\n";
  g_autofree char *path = g_build_filename (fixture->folder, "sample.csv", NULL);
  DeskImportRequest request = { .import = DESK_IMPORT_REGISTER, .path = path };
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, sheet, -1, NULL));
  plan = desk_import_plan_prepare (fixture->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return desk_import_input_new (key, plan, NULL);
}

static gpointer
sample_export (DeskFixture *fixture, const char *key)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr (DeskText) text = desk_text_new ("en", NULL);

  return desk_export_input_new (key, DESK_IMPORT_PEOPLE, path, text);
}

static gpointer
sample_staff (DeskFixture *fixture, const DeskSampleWorld *w, const char *key)
{
  g_autoptr (DeskRecord) staff = desk_fixture_get (fixture, DESK_KIND_STAFF, w->staff);
  DeskStaffScope scope = { .record = { .kind = DESK_KIND_STAFF_SCOPE }, .building_id = w->building,
                           .entrance_id = w->entrance };
  DeskStaffInput *in;

  desk_text_set (&((DeskStaff *) staff)->name, "李小强");
  in = desk_staff_input_new (key, (DeskStaff *) staff);
  g_ptr_array_add (in->scopes, desk_record_copy (&scope));
  return in;
}

/* Of people who work here. */
static gpointer
sample_session (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  gpointer in;

  switch ((int) use_case)
    {
    case DESK_USE_CASE_SAVE_STAFF:
      return sample_staff (fixture, w, key);
    case DESK_USE_CASE_RESET_SECRET:
      return desk_secret_input_new (key, w->staff, DESK_SECRET_PASSWORD, NULL, "battery staple");
    case DESK_USE_CASE_SET_SECRET:
      return desk_secret_input_new (key, 0, DESK_SECRET_PIN, DESK_FIXTURE_PASSWORD, "314159");
    case DESK_USE_CASE_SIGN_IN:
      in = desk_sign_in_input_new (w->staff, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
      break;
    case DESK_USE_CASE_DECIDE_REQUEST:
      return desk_decision_input_new (key, w->request, DESK_REQUEST_APPROVED, "");
    case DESK_USE_CASE_ASK_APPROVAL:
      in = g_new0 (DeskAskInput, 1);
      ((DeskAskInput *) in)->use_case = DESK_USE_CASE_SAVE_UNIT;
      ((DeskAskInput *) in)->asked = desk_sample_input (fixture, w, DESK_USE_CASE_SAVE_UNIT, NULL);
      break;
    case DESK_USE_CASE_NOTE_REFUSAL:
      in = desk_refusal_input_new (DESK_RIGHT_UNIT_EDIT);
      break;
    case DESK_USE_CASE_LEAVE_DESK:
      in = desk_leave_input_new (DESK_LEAVE_IDLE);
      break;
    default:
      return NULL;
    }
  ((DeskInput *) in)->request_key = g_strdup (key);
  return in;
}

static gpointer
sample_list (DeskFixture *fixture, const char *key)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  DeskListInput list = { .list = DESK_LIST_PEOPLE };
  DeskListSheetInput *in = desk_list_sheet_input_new (&list, NULL, 0, path, "en");

  in->input.request_key = g_strdup (key);
  return in;
}

/* What is done with one follow-up. */
static gpointer
sample_follow_up (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  gboolean answers = use_case == DESK_USE_CASE_ACCEPT_FOLLOW_UP || use_case == DESK_USE_CASE_RETURN_FOLLOW_UP;
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_FOLLOW_UP, answers ? w->handed : w->follow_up);
  DeskFollowUpInput *in = desk_follow_up_input_new (key, record->id, record->version);

  in->snooze = DESK_SNOOZE_TOMORROW;
  in->role = 1 + DESK_STAFF_ROLE_SUPERVISOR;
  in->note = g_strdup ("不归我管");
  return in;
}

gpointer
desk_sample_input (DeskFixture *fixture, const DeskSampleWorld *w, DeskUseCase use_case, const char *key)
{
  gpointer in = sample_save (fixture, w, use_case, key);

  if (in == NULL)
    in = sample_remove (fixture, w, use_case, key);
  if (in == NULL)
    in = sample_session (fixture, w, use_case, key);
  if (in == NULL)
    in = desk_sample_case_input (fixture, w, use_case, key);
  if (in != NULL)
    return in;
  switch ((int) use_case)
    {
    case DESK_USE_CASE_MAKE_BUILDING:
      return sample_plan (fixture, w, key);
    case DESK_USE_CASE_CHANGE_UNIT_STATE:
      {
        g_autoptr (DeskRecord) unit = desk_fixture_get (fixture, DESK_KIND_UNIT, w->unit);

        return desk_unit_state_input_new (key, unit->id, unit->version, DESK_STATE_LET, 20251121, "已签约");
      }
    case DESK_USE_CASE_SAVE_PERSON:
    case DESK_USE_CASE_SAVE_CONTACT:
      return sample_person (fixture, w, use_case, key);
    case DESK_USE_CASE_MERGE_PEOPLE:
      return desk_merge_input_new (key, w->person, w->twin);
    case DESK_USE_CASE_CHANGE_OWNER:
      return desk_owner_input_new (key, w->unit, w->tenant, 20251101);
    case DESK_USE_CASE_TAKE_IMPORT:
      return sample_import (fixture, key);
    case DESK_USE_CASE_EXPORT_REGISTER:
      return sample_export (fixture, key);
    case DESK_USE_CASE_EXPORT_LIST_WHOLE:
      return sample_list (fixture, key);
    case DESK_USE_CASE_NOTE_EXPORT:
    case DESK_USE_CASE_NOTE_PRINT:
      return desk_sheet_note_input_new (key, DESK_LIST_UNITS, 2);
    case DESK_USE_CASE_NOTE_RESTORE:
    case DESK_USE_CASE_NOTE_BACKUP:
      return desk_backup_note_input_new (key, DESK_FIXTURE_NOW, FALSE);
    case DESK_USE_CASE_REVEAL_NUMBER:
      return desk_reveal_input_new (key, DESK_KIND_PHONE, w->phone);
    case DESK_USE_CASE_FINISH_FOLLOW_UP:
    case DESK_USE_CASE_SNOOZE_FOLLOW_UP:
    case DESK_USE_CASE_HAND_ON_FOLLOW_UP:
    case DESK_USE_CASE_ACCEPT_FOLLOW_UP:
    case DESK_USE_CASE_RETURN_FOLLOW_UP:
      return sample_follow_up (fixture, w, use_case, key);
    case DESK_USE_CASE_ADD_PHRASES:
      {
        DeskGetInput *get = desk_get_input_new (DESK_KIND_PHRASE, 2, 0);

        get->input.request_key = g_strdup (key);
        return get;
      }
    case DESK_USE_CASE_APPLY_FOLLOW_RULES:
      {
        DeskGetInput *get = desk_get_input_new (DESK_KIND_NONE, 0, 0);

        get->input.request_key = g_strdup (key);
        return get;
      }
    case DESK_USE_CASE_UNDO_ACT:
      return desk_undo_input_new (key, w->last_act);
    default:
      return NULL;
    }
}

DeskSampleReach
desk_sample_reach (DeskUseCase use_case)
{
  switch ((int) use_case)
    {
    case DESK_USE_CASE_SAVE_COMMUNITY:
    case DESK_USE_CASE_CHANGE_SETTING:
    case DESK_USE_CASE_TAKE_IMPORT:
    case DESK_USE_CASE_EXPORT_REGISTER:
    case DESK_USE_CASE_EXPORT_LIST_WHOLE:
    case DESK_USE_CASE_REMEMBER_LAYOUT:
    case DESK_USE_CASE_SAVE_STAFF:
    case DESK_USE_CASE_ERASE_PERSON:
    case DESK_USE_CASE_RESET_SECRET:
    case DESK_USE_CASE_CHANGE_RIGHT:
    case DESK_USE_CASE_DECIDE_REQUEST:
    case DESK_USE_CASE_SAVE_CATEGORY:
    case DESK_USE_CASE_REMOVE_CATEGORY:
    case DESK_USE_CASE_SAVE_CALENDAR:
    case DESK_USE_CASE_SAVE_CALENDAR_DAY:
    case DESK_USE_CASE_REMOVE_CALENDAR_DAY:
    case DESK_USE_CASE_SAVE_PHRASE:
    case DESK_USE_CASE_REMOVE_PHRASE:
    case DESK_USE_CASE_ADD_PHRASES:
    case DESK_USE_CASE_NOTE_RESTORE:
    case DESK_USE_CASE_NOTE_BACKUP:
      return DESK_SAMPLE_WIDE;
    case DESK_USE_CASE_REMOVE_PERSON:
    case DESK_USE_CASE_SAVE_FILTER:
    case DESK_USE_CASE_REMOVE_FILTER:
    case DESK_USE_CASE_SET_SECRET:
    case DESK_USE_CASE_SIGN_IN:
    case DESK_USE_CASE_LEAVE_DESK:
    case DESK_USE_CASE_NOTE_REFUSAL:
    case DESK_USE_CASE_NOTE_EXPORT:
    case DESK_USE_CASE_NOTE_PRINT:
    case DESK_USE_CASE_ADVANCE_CASES:
    case DESK_USE_CASE_APPLY_FOLLOW_RULES:
    case DESK_USE_CASE_ACCEPT_FOLLOW_UP:
    case DESK_USE_CASE_RETURN_FOLLOW_UP:
      return DESK_SAMPLE_FREE;
    default:
      return DESK_SAMPLE_SCOPED;
    }
}
