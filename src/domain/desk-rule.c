/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rule.h"

#include <string.h>

#include "desk-decimal.h"
#include "desk-right.h"
#include "desk-sign-in.h"
#include "desk-string.h"

static void
add (GPtrArray *problems, DeskProblemCode code, const char *field, int row, const char *arg1, const char *arg2,
     const char *arg3)
{
  g_ptr_array_add (problems, desk_problem_new (code, field, row, arg1, arg2, arg3, NULL));
}

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/**
 * desk_rule_text:
 * @text: (inout): cleaned in place; NULL becomes ""
 * @least: 1 where something must stand, else 0
 * @most: characters at most
 * @lines: whether line breaks pass
 */
void
desk_rule_text (char **text, const char *field, int row, guint least, guint most, gboolean lines,
                GPtrArray *problems)
{
  g_autofree char *clean = NULL;
  glong n;

  if (*text != NULL && desk_string_has_control (*text, lines))
    {
      add (problems, DESK_PROBLEM_CONTROL_CHARACTER, field, row, NULL, NULL, NULL);
      return;
    }
  clean = desk_string_clean (*text != NULL ? *text : "");
  n = g_utf8_strlen (clean, -1);
  if (n < (glong) least)
    add (problems, DESK_PROBLEM_EMPTY, field, row, NULL, NULL, NULL);
  if (n > (glong) most)
    {
      g_autofree char *is = number (n);
      g_autofree char *may = number (most);

      add (problems, DESK_PROBLEM_TOO_LONG, field, row, is, may, NULL);
      return;
    }
  desk_text_set (text, clean);
}

/* What stands in a unit's label: digits and letters are the same however wide they were typed. */
static void
rule_code (char **text, const char *field, guint most, GPtrArray *problems)
{
  guint before = problems->len;

  desk_rule_text (text, field, -1, 1, most, FALSE, problems);
  if (problems->len == before)
    {
      g_autofree char *plain = desk_string_half_width (*text);

      desk_text_set (text, plain);
    }
}

/* @value is at least @least and at most @most. */
void
desk_rule_range (gint64 value, gint64 least, gint64 most, const char *field, int row, GPtrArray *problems)
{
  g_autofree char *is = number (value);
  g_autofree char *from = number (least);
  g_autofree char *to = number (most);

  if (value < least || value > most)
    add (problems, DESK_PROBLEM_OUT_OF_RANGE, field, row, is, from, to);
}

/* 0 (no day) passes. */
void
desk_rule_day (DeskDay day, const char *field, GPtrArray *problems)
{
  g_autofree char *is = number (day);

  if (day != 0 && !desk_day_is_valid (day))
    add (problems, DESK_PROBLEM_NOT_A_DAY, field, -1, is, NULL, NULL);
}

/* Both days are right, and the interval [from, to) is not empty. */
void
desk_rule_interval (DeskDay from, DeskDay to, GPtrArray *problems)
{
  guint before = problems->len;

  desk_rule_day (from, "from_day", problems);
  desk_rule_day (to, "to_day", problems);
  if (problems->len == before && to != 0 && to <= from)
    {
      g_autofree char *begin = desk_day_format (from);
      g_autofree char *end = desk_day_format (to);

      add (problems, DESK_PROBLEM_ENDS_BEFORE_BEGIN, "to_day", -1, begin, end, NULL);
    }
}

/* @value is one of the list @values. */
void
desk_rule_choice (gint64 value, const DeskEnumSpec *values, const char *field, int row, GPtrArray *problems)
{
  g_autofree char *is = number (value);

  if (!desk_enum_has (values, value))
    add (problems, DESK_PROBLEM_UNKNOWN_CHOICE, field, row, is, NULL, NULL);
}

/* A community has a name of at most 60 characters. */
void
desk_rule_community (DeskCommunity *community, GPtrArray *problems)
{
  desk_rule_text (&community->name, "name", -1, 1, 60, FALSE, problems);
  desk_rule_text (&community->address, "address", -1, 0, 200, FALSE, problems);
  desk_rule_text (&community->developer, "developer", -1, 0, 100, FALSE, problems);
}

/* A building has a code of at most 12 characters, as it stands in unit labels, and at most 200 floors. */
void
desk_rule_building (DeskBuilding *building, GPtrArray *problems)
{
  rule_code (&building->code, "code", 12, problems);
  desk_rule_text (&building->name, "name", -1, 0, 60, FALSE, problems);
  desk_rule_range (building->floors, 0, 200, "floors", -1, problems);
  desk_rule_day (building->accepted_on, "accepted_on", problems);
}

/* An entrance has a code of at most 12 characters. */
void
desk_rule_entrance (DeskEntrance *entrance, GPtrArray *problems)
{
  rule_code (&entrance->code, "code", 12, problems);
}

/* A unit has a room number, a kind and a state; its inner area is not larger than its built-up area (0 is unknown). */
void
desk_rule_unit (DeskUnit *unit, GPtrArray *problems)
{
  rule_code (&unit->room, "room", 20, problems);
  desk_rule_text (&unit->note, "note", -1, 0, 2000, TRUE, problems);
  desk_rule_choice (unit->kind, &desk_enum_unit_kind, "kind", -1, problems);
  desk_rule_choice (unit->state, &desk_enum_state, "state", -1, problems);
  desk_rule_range (unit->floor, -20, 200, "floor", -1, problems);
  desk_rule_range (unit->built_area, 0, DESK_AREA_MAX, "built_area", -1, problems);
  desk_rule_range (unit->inner_area, 0, DESK_AREA_MAX, "inner_area", -1, problems);
  if (unit->built_area > 0 && unit->inner_area > unit->built_area)
    add (problems, DESK_PROBLEM_INNER_ABOVE_BUILT, "inner_area", -1, NULL, NULL, NULL);
  desk_rule_day (unit->state_since, "state_since", problems);
  desk_rule_day (unit->delivered_on, "delivered_on", problems);
  desk_rule_day (unit->deemed_on, "deemed_on", problems);
}

/* A person has a name of at most 60 characters. */
void
desk_rule_person (DeskPerson *person, GPtrArray *problems)
{
  desk_rule_text (&person->name, "name", -1, 1, 60, FALSE, problems);
  desk_rule_text (&person->pinyin, "pinyin", -1, 0, 120, FALSE, problems);
  desk_rule_text (&person->note, "note", -1, 0, 2000, TRUE, problems);
  desk_rule_choice (person->kind, &desk_enum_person_kind, "kind", -1, problems);
}

/* A number as people write it: digits with + - ( ) blanks and an extension (x, 转, #) between them. */
void
desk_rule_phone (DeskPhone *phone, int row, GPtrArray *problems)
{
  guint before = problems->len;
  guint digits = 0;

  desk_rule_choice (phone->kind, &desk_enum_phone_kind, "phones", row, problems);
  desk_rule_text (&phone->number, "phones", row, 1, 40, FALSE, problems);
  if (problems->len != before)
    return;
  {
    g_autofree char *plain = desk_string_half_width (phone->number);

    desk_text_set (&phone->number, plain);
  }
  if (strchr (phone->number, '*') != NULL)
    {
      add (problems, DESK_PROBLEM_PHONE_MASKED, "phones", row, phone->number, NULL, NULL);
      return;
    }
  for (const char *p = phone->number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        digits++;
      else if (c >= 0x80 ? c != 0x8f6c : strchr ("+-() #x.", (char) c) == NULL)
        {
          add (problems, DESK_PROBLEM_PHONE_LETTERS, "phones", row, phone->number, NULL, NULL);
          return;
        }
    }
  if (digits < 3)
    {
      g_autofree char *is = number (digits);

      add (problems, DESK_PROBLEM_PHONE_SHORT, "phones", row, is, NULL, NULL);
    }
}

/* Is @number a resident identity number? 18 places, a day that exists, and the check character of GB 11643-1999
 * (ISO 7064 MOD 11-2); or the older 15 digits. */
gboolean
desk_rule_resident_id_is_valid (const char *number)
{
  static const int weight[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  gsize n = strlen (number);
  g_autofree char *day = NULL;
  int sum = 0;

  if (strspn (number, "0123456789") != n && !(n == 18 && strspn (number, "0123456789") == 17))
    return FALSE;
  if (n == 15)
    {
      day = g_strdup_printf ("19%.6s", number + 6);
      return desk_day_is_valid (g_ascii_strtoll (day, NULL, 10));
    }
  if (n != 18)
    return FALSE;
  day = g_strndup (number + 6, 8);
  if (!desk_day_is_valid (g_ascii_strtoll (day, NULL, 10)))
    return FALSE;
  for (int i = 0; i < 17; i++)
    sum += (number[i] - '0') * weight[i];
  return "10X98765432"[sum % 11] == number[17];
}

/* A resident ID must be valid, other numbers have 4 characters and more; letters become capitals. */
void
desk_rule_document (DeskDocument *document, int row, GPtrArray *problems)
{
  guint before = problems->len;
  g_autofree char *plain = NULL;
  g_autofree char *upper = NULL;

  desk_rule_choice (document->kind, &desk_enum_document_kind, "documents", row, problems);
  desk_rule_text (&document->number, "documents", row, 1, 40, FALSE, problems);
  if (problems->len != before)
    return;
  plain = desk_string_half_width (document->number);
  upper = g_ascii_strup (plain, -1);
  desk_text_set (&document->number, upper);
  if (strchr (document->number, '*') != NULL)
    add (problems, DESK_PROBLEM_PHONE_MASKED, "documents", row, document->number, NULL, NULL);
  else if (document->kind == DESK_DOCUMENT_KIND_RESIDENT_ID ? !desk_rule_resident_id_is_valid (document->number)
                                                            : g_utf8_strlen (document->number, -1) < 4)
    add (problems, DESK_PROBLEM_ID_NUMBER_WRONG, "documents", row, document->number, NULL, NULL);
}

/* An occupancy has a role and a first day, and ends after it begins. */
void
desk_rule_occupancy (DeskOccupancy *occupancy, GPtrArray *problems)
{
  desk_rule_choice (occupancy->role, &desk_enum_role, "role", -1, problems);
  desk_rule_range (occupancy->share, 0, 1000000, "share", -1, problems);
  desk_rule_text (&occupancy->relation, "relation", -1, 0, 20, FALSE, problems);
  desk_rule_text (&occupancy->note, "note", -1, 0, 500, FALSE, problems);
  if (occupancy->from_day == 0)
    add (problems, DESK_PROBLEM_EMPTY, "from_day", -1, NULL, NULL, NULL);
  else
    desk_rule_interval (occupancy->from_day, occupancy->to_day, problems);
}

/* A plate has 3 characters and more; letters become capitals. */
void
desk_rule_vehicle (DeskVehicle *vehicle, GPtrArray *problems)
{
  guint before = problems->len;

  desk_rule_text (&vehicle->plate, "plate", -1, 1, 20, FALSE, problems);
  if (problems->len == before)
    {
      g_autofree char *plain = desk_string_half_width (vehicle->plate);
      g_autofree char *upper = g_utf8_strup (plain, -1);

      desk_text_set (&vehicle->plate, upper);
      if (g_utf8_strlen (upper, -1) < 3)
        add (problems, DESK_PROBLEM_PLATE_WRONG, "plate", -1, upper, NULL, NULL);
    }
  desk_rule_text (&vehicle->description, "description", -1, 0, 100, FALSE, problems);
  desk_rule_text (&vehicle->note, "note", -1, 0, 500, FALSE, problems);
  desk_rule_interval (vehicle->from_day, vehicle->to_day, problems);
}

/* A lease has a first day, and a household or a person that holds it. */
void
desk_rule_space_lease (DeskSpaceLease *lease, GPtrArray *problems)
{
  if (lease->from_day == 0)
    add (problems, DESK_PROBLEM_EMPTY, "from_day", -1, NULL, NULL, NULL);
  else
    desk_rule_interval (lease->from_day, lease->to_day, problems);
  if (lease->unit_id == 0 && lease->person_id == 0)
    add (problems, DESK_PROBLEM_EMPTY, "person_id", -1, NULL, NULL, NULL);
  desk_rule_text (&lease->note, "note", -1, 0, 500, FALSE, problems);
}

/* A care flag is one of the list. */
void
desk_rule_care_flag (DeskCareFlag *flag, GPtrArray *problems)
{
  desk_rule_choice (flag->kind, &desk_enum_care, "kind", -1, problems);
  desk_rule_text (&flag->note, "note", -1, 0, 500, FALSE, problems);
  desk_rule_interval (flag->from_day, flag->to_day, problems);
}

/* Somebody who works here has a name, something to sign in by, and a role. */
void
desk_rule_staff (DeskStaff *staff, GPtrArray *problems)
{
  desk_rule_login (&staff->login, problems);
  desk_rule_text (&staff->name, "name", -1, 1, 40, FALSE, problems);
  if ((staff->roles & DESK_ALL_ROLES) == 0 || (staff->roles & ~(gint64) DESK_ALL_ROLES) != 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NO_ROLE, "roles", -1, NULL));
  desk_rule_day (staff->left_on, "left_on", problems);
}

/* An instruction says something. */
void
desk_rule_instruction (DeskInstruction *instruction, GPtrArray *problems)
{
  desk_rule_choice (instruction->kind, &desk_enum_instruction, "kind", -1, problems);
  desk_rule_text (&instruction->text, "text", -1, 1, 1000, TRUE, problems);
  desk_rule_interval (instruction->from_day, instruction->to_day, problems);
}
