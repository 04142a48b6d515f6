/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-case-kind.h"
#include "desk-register.h"
#include "desk-text-label.h"
#include "desk-use-case.h"

static DeskText *zh;
static DeskText *en;

/* Words for people: there, not the nick, and in Chinese not the English. */
static void
check (const char *chinese, const char *english, const char *nick)
{
  g_test_message ("%s: %s, %s", nick, english, chinese);
  g_assert_true (*chinese != '\0' && *english != '\0');
  g_assert_cmpstr (english, !=, nick);
  g_assert_null (strchr (english, '_'));
  g_assert_cmpstr (chinese, !=, english);
}

static void
test_enums (void)
{
  static const DeskEnumSpec *const specs[]
      = { &desk_enum_state,      &desk_enum_unit_kind,     &desk_enum_role, &desk_enum_person_kind,
          &desk_enum_phone_kind, &desk_enum_document_kind, &desk_enum_care, &desk_enum_instruction,
          &desk_enum_visit_kind, &desk_enum_channel,       &desk_enum_case_kind, &desk_enum_case_state,
          &desk_enum_urgency,    &desk_enum_severity,      &desk_enum_wait_reason, &desk_enum_warranty_part,
          &desk_enum_answer,     &desk_enum_move,          &desk_enum_case_event, &desk_enum_duration_unit,
          &desk_enum_handing,    &desk_enum_quote_state,   &desk_enum_cost_kind,
          &desk_enum_stage,      &desk_enum_finding };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      for (int value = 1; value <= specs[i]->n; value++)
        check (desk_text_enum (zh, specs[i], value), desk_text_enum (en, specs[i], value),
               desk_enum_nick (specs[i], value));
      g_assert_cmpstr (desk_text_enum (zh, specs[i], 0), ==, "");
      g_assert_cmpstr (desk_text_enum (zh, specs[i], specs[i]->n + 1), ==, "");
      g_assert_cmpstr (desk_text_enum (zh, specs[i], -1), ==, "");
    }
  g_assert_cmpstr (desk_text_enum (zh, &desk_enum_state, DESK_STATE_READY), ==, "待交付");
  g_assert_cmpstr (desk_text_enum (zh, &desk_enum_state, DESK_STATE_LET), ==, "出租");
}

/* window.md, Colour roles: one Hanzi each. */
static void
test_care_flags (void)
{
  static const char *const flags[DESK_N_CARES] = { "老", "童", "犬", "医", "争", "电" };

  for (int care = 1; care <= DESK_N_CARES; care++)
    {
      g_assert_cmpstr (desk_text_care_flag (zh, care), ==, flags[care - 1]);
      g_assert_cmpuint (strlen (desk_text_care_flag (en, care)), <=, 7);
      g_assert_cmpstr (desk_text_care_flag (en, care), !=, "");
    }
  g_assert_cmpstr (desk_text_care_flag (zh, 0), ==, "");
  g_assert_cmpstr (desk_text_care_flag (zh, DESK_N_CARES + 1), ==, "");
}

static void
test_kinds (void)
{
  g_autofree char *units = desk_text_count (zh, DESK_KIND_UNIT, 2970);
  g_autofree char *one = desk_text_count (en, DESK_KIND_UNIT, 1);

  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      g_autofree char *two = desk_text_count (en, (DeskKind) kind, 2);

      check (desk_text_kind (zh, (DeskKind) kind), desk_text_kind (en, (DeskKind) kind), desk_kind_nick ((DeskKind) kind));
      check (desk_text_kinds (zh, (DeskKind) kind), desk_text_kinds (en, (DeskKind) kind), "");
      g_assert_true (g_str_has_prefix (two, "2 "));
    }
  g_assert_cmpstr (desk_text_kind (zh, DESK_KIND_NONE), ==, "");
  g_assert_cmpstr (units, ==, "2,970 户");
  g_assert_cmpstr (one, ==, "1 unit");
}

/* Every field that can stand on a form; keys are for the store alone. */
static void
test_fields (void)
{
  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      const DeskRecordSpec *spec = desk_record_spec ((DeskKind) kind);

      for (guint i = 0; i < spec->n_fields; i++)
        if (!g_str_has_suffix (spec->fields[i].name, "_key"))
          check (desk_text_field (zh, (DeskKind) kind, spec->fields[i].name),
                 desk_text_field (en, (DeskKind) kind, spec->fields[i].name), spec->fields[i].name);
    }
  g_assert_cmpstr (desk_text_field (zh, DESK_KIND_PERSON, "name"), ==, "姓名");
  g_assert_cmpstr (desk_text_field (zh, DESK_KIND_COMMUNITY, "name"), ==, "小区名");
  g_assert_cmpstr (desk_text_field (zh, DESK_KIND_NONE, "built_area"), ==, "建筑面积");
  g_assert_cmpstr (desk_text_field (zh, DESK_KIND_NONE, "document.number"), ==, "证件号");
  g_assert_cmpstr (desk_text_field (zh, DESK_KIND_UNIT, "no_such_field"), ==, "no_such_field");
}

static void
test_lists (void)
{
  for (int list = 0; list < DESK_N_LISTS; list++)
    {
      const DeskListSpec *spec = desk_list_spec ((DeskList) list);

      check (desk_text_list (zh, (DeskList) list), desk_text_list (en, (DeskList) list), spec->nick);
      for (guint i = 0; i < spec->n_columns; i++)
        check (desk_text_column (zh, (DeskList) list, i), desk_text_column (en, (DeskList) list, i),
               spec->columns[i].nick);
      for (guint i = 0; i < spec->n_filters; i++)
        check (desk_text_filter (zh, (DeskList) list, i), desk_text_filter (en, (DeskList) list, i), spec->filters[i]);
    }
}

static void
test_staff (void)
{
  g_autofree char *two = desk_text_staff_roles (zh, 1 << DESK_STAFF_ROLE_SUPERVISOR | 1 << DESK_STAFF_ROLE_ADMIN);
  g_autofree char *none = desk_text_staff_roles (zh, 0);

  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    check (desk_text_staff_role (zh, (DeskStaffRole) role), desk_text_staff_role (en, (DeskStaffRole) role), "");
  for (int right = 0; right < DESK_N_RIGHTS; right++)
    check (desk_text_right (zh, desk_right_nick ((DeskRight) right)),
           desk_text_right (en, desk_right_nick ((DeskRight) right)), desk_right_nick ((DeskRight) right));
  g_assert_cmpstr (desk_text_staff_name (zh, "admin"), ==, "管理员");
  g_assert_cmpstr (desk_text_staff_name (zh, "王丽"), ==, "王丽");
  g_assert_cmpstr (desk_text_staff_name (zh, NULL), ==, "");
  g_assert_cmpstr (two, ==, "主管、管理员");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (desk_text_right (zh, "no.such"), ==, "no.such");
}

static void
test_whys (void)
{
  for (int why = 1; why < DESK_N_SEARCH_WHYS; why++)
    check (desk_text_why (zh, (DeskSearchWhy) why), desk_text_why (en, (DeskSearchWhy) why),
           desk_search_why_nick ((DeskSearchWhy) why));
  g_assert_cmpstr (desk_text_why (zh, DESK_SEARCH_WHY_PHONE_TAIL), ==, "电话尾号");
  g_assert_cmpstr (desk_text_why (zh, DESK_SEARCH_WHY_NONE), ==, "");
  g_assert_cmpstr (desk_text_why (zh, DESK_N_SEARCH_WHYS), ==, "");
}

/* Every use case that writes has its words, for the history and for the toast. */
static void
test_acts (void)
{
  static const struct
  {
    const char *nick;
    gboolean writes;
  } use_cases[] = {
#define WRITE TRUE
#define READ FALSE
#define LONG FALSE
#define X(code, name, right, mode, ...) { #name, mode },
    DESK_USE_CASES (X)
#undef X
  };
  g_autofree char *toast = desk_text_act_on (zh, "save_unit", FALSE, "3-2-1501");
  g_autofree char *bare = desk_text_act_on (zh, "save_unit", TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (use_cases); i++)
    if (use_cases[i].writes)
      {
        check (desk_text_act (zh, use_cases[i].nick, TRUE), desk_text_act (en, use_cases[i].nick, TRUE),
               use_cases[i].nick);
        check (desk_text_act (zh, use_cases[i].nick, FALSE), desk_text_act (en, use_cases[i].nick, FALSE),
               use_cases[i].nick);
      }
  g_assert_cmpstr (toast, ==, "3-2-1501：房屋已改");
  g_assert_cmpstr (bare, ==, "房屋已建");
  g_assert_cmpstr (desk_text_act (zh, "no_such_case", TRUE), ==, "no_such_case");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  zh = desk_text_new ("zh_CN", NULL);
  en = desk_text_new ("en", NULL);
  g_test_add_func ("/label/enums", test_enums);
  g_test_add_func ("/label/care-flags", test_care_flags);
  g_test_add_func ("/label/kinds", test_kinds);
  g_test_add_func ("/label/fields", test_fields);
  g_test_add_func ("/label/lists", test_lists);
  g_test_add_func ("/label/staff", test_staff);
  g_test_add_func ("/label/whys", test_whys);
  g_test_add_func ("/label/acts", test_acts);
  status = g_test_run ();
  desk_text_unref (zh);
  desk_text_unref (en);
  return status;
}
