/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import.h"

#include <string.h>

#include "desk-decimal.h"
#include "desk-import-word.h"
#include "desk-rule.h"
#include "desk-string.h"
#include "desk-unit-label.h"
#include "desk-unit-order.h"

/* The cells of one row by field: "" where a column is missing or blank. */
typedef struct
{
  const char *text[DESK_N_IMPORT_FIELDS];
  GPtrArray *owned;
  GPtrArray *problems;
  DeskDay today;
} Cells;

#define BIT(code) (G_GUINT64_CONSTANT (1) << DESK_IMPORT_FIELD_##code)
#define TEXT(code) cells->text[DESK_IMPORT_FIELD_##code]

static void
add (Cells *cells, DeskProblemCode code, const char *field, const char *text)
{
  g_ptr_array_add (cells->problems, desk_problem_new (code, field, -1, text, NULL));
}

/* Of several line breaks in a row one stays. */
static void
drop_empty_lines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\n' || from[1] != '\n')
      *to++ = *from;
  *to = '\0';
}

/* Cleans a cell; control characters become blanks, since nobody typed them. @lines: line breaks stay, but for empty lines. */
static const char *
clean (Cells *cells, const char *text, gboolean lines)
{
  g_autofree char *spaced = NULL;
  char *result;

  if (!g_utf8_validate (text, -1, NULL))
    return "";
  spaced = g_strdup (text);
  for (char *p = spaced; *p != '\0'; p++)
    if (((guchar) *p < 0x20 || *p == 0x7f) && !(lines && *p == '\n'))
      *p = ' ';
  result = desk_string_clean (spaced);
  if (lines)
    drop_empty_lines (result);
  g_ptr_array_add (cells->owned, result);
  return result;
}

/* A number like 15.0 is 15: spreadsheets keep room numbers as numbers. */
static const char *
code_of (Cells *cells, const char *text)
{
  char *half = desk_string_half_width (text);
  gsize n = strlen (half);

  g_ptr_array_add (cells->owned, half);
  if (n > 2 && g_str_has_suffix (half, ".0") && strspn (half, "0123456789") == n - 2)
    half[n - 2] = '\0';
  return half;
}

static gboolean
is_digit_at (const char *text, gssize i)
{
  return i >= 0 && g_ascii_isdigit (text[i]);
}

/* The digit that the letter at @i seems to be, 0 none: O and I with digits on both sides, at the end after three. */
static char
digit_meant (const char *text, gssize i)
{
  gssize before = i - 1, after = i + 1;
  gboolean last;

  if (strchr ("OoIl", text[i]) == NULL)
    return 0;
  while (before >= 0 && strchr ("OoIl", text[before]) != NULL)
    before--;
  while (text[after] != '\0' && strchr ("OoIl", text[after]) != NULL)
    after++;
  last = text[after] != '.' && !g_ascii_isalnum (text[after]) && is_digit_at (text, before - 1) && is_digit_at (text, before - 2);
  if (text[after] == '.')
    after++;
  if (!is_digit_at (text, before) || !(is_digit_at (text, after) || last))
    return 0;
  return text[i] == 'O' || text[i] == 'o' ? '0' : '1';
}

/* If letters that look like digits stand among the digits of a cell, the cell that is meant is what is wrong with it:
 * problems from @before on, which follow from the letters, give way. */
static void
suggest (Cells *cells, guint before, const char *field, const char *text)
{
  g_autofree char *half = desk_string_half_width (text);
  g_autofree char *meant = g_strdup (half);
  gboolean found = FALSE;

  for (gssize i = 0; half[i] != '\0'; i++)
    {
      char digit = digit_meant (half, i);

      if (digit != 0)
        meant[i] = digit;
      found = found || digit != 0;
    }
  if (!found)
    return;
  g_ptr_array_set_size (cells->problems, (int) before);
  g_ptr_array_add (cells->problems, desk_problem_new (DESK_PROBLEM_IMPORT_LOOKS_LIKE, field, -1, text, meant, NULL));
}

/* 3栋, 3号楼, 3# → 3; 2单元 → 2. */
static char *
bare_code (const char *text, const char *const *suffixes)
{
  g_autofree char *code = g_strdup (text);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (code, suffixes[i]) && strlen (code) > strlen (suffixes[i]))
      {
        code[strlen (code) - strlen (suffixes[i])] = '\0';
        break;
      }
  return g_steal_pointer (&code);
}

static void
parse_area (Cells *cells, const char *text, const char *field, gint64 *area)
{
  static const char *const units[] = { "平方米", "平米", "㎡", "m²", "m2", "平", NULL };
  g_autofree char *half = desk_string_half_width (text);
  g_autofree char *number = bare_code (half, units);

  /* A sheet says 0 where it means unknown; a person who types 0 is asked again. */
  if (desk_decimal_parse (number, 6, area) && *area == 0)
    return;
  if (!desk_rule_parse_area (number, field, area, cells->problems))
    suggest (cells, cells->problems->len - 1, field, text);
}

/* A day as text, as a date cell (ISO), or as the bare serial of a spreadsheet's 1900 system. */
static void
parse_day (Cells *cells, const char *text, const char *field, DeskDay *day)
{
  g_autofree char *first = g_strdup (text);
  char *time;
  gint64 serial;

  *day = 0;
  if (*text == '\0')
    return;
  if (desk_decimal_parse (text, 0, &serial) && serial >= 20000 && serial <= 80000)
    {
      /* Day 1 is 1900-01-01 and 1900 counts as a leap year: 60 days later all serials are one too large. */
      *day = desk_day_add (18991230, (int) serial);
      return;
    }
  time = strpbrk (first, " T");
  if (time != NULL && g_ascii_isdigit (time[1]) && strchr (time, ':') != NULL)
    *time = '\0';
  if (!desk_day_parse (first, day))
    add (cells, DESK_PROBLEM_NOT_A_DAY, field, text);
}

/* Rooms may hold a hyphen; with two it is somebody's postal address, not a label. */
static gboolean
has_many_parts (const char *room)
{
  const char *hyphen = strchr (room, '-');

  return hyphen != NULL && strchr (hyphen + 1, '-') != NULL;
}

/* The label of the row; beside a room number that it does not end with it is where the room lies. */
static char *
whole_label (Cells *cells)
{
  g_autofree char *label = desk_unit_label_normalize (code_of (cells, TEXT (LABEL)));
  g_autofree char *room = desk_unit_label_normalize (code_of (cells, TEXT (ROOM)));
  g_autofree char *tail = g_strconcat ("-", room, NULL);

  if (*room == '\0' || g_str_equal (label, room) || g_str_has_suffix (label, tail))
    return g_steal_pointer (&label);
  return g_strconcat (label, tail, NULL);
}

/* Building, entrance and room from their columns or from one label. Of a label of three parts and more the first two
 * are building and entrance; of two the first is the building. The registry corrects that where it knows better. */
static void
parse_address (Cells *cells, DeskImportRow *row)
{
  static const char *const building[] = { "号楼", "栋", "幢", "座", "楼", "#", NULL };
  static const char *const entrance[] = { "单元", "门", NULL };
  static const char *const room[] = { "室", "号房", "号", NULL };

  if (*TEXT (LABEL) != '\0' && (*TEXT (ROOM) == '\0' || *TEXT (BUILDING) == '\0'))
    {
      g_autofree char *label = whole_label (cells);
      g_auto (GStrv) parts = g_strsplit (label, "-", 3);
      guint n = g_strv_length (parts);
      gboolean placed = (n == 3 && !has_many_parts (parts[2])) || (n == 2 && strspn (parts[0], "0123456789") == strlen (parts[0]));

      row->building = g_strdup (placed ? parts[0] : "");
      row->entrance = g_strdup (placed && n == 3 ? parts[1] : "");
      row->unit->room = g_strdup (!placed ? label : parts[n - 1]);
      for (char *p = row->unit->room; *p != '\0'; p++)
        *p = g_ascii_toupper (*p);
      return;
    }
  row->building = bare_code (code_of (cells, TEXT (BUILDING)), building);
  row->entrance = bare_code (code_of (cells, TEXT (ENTRANCE)), entrance);
  row->unit->room = bare_code (code_of (cells, TEXT (ROOM)), room);
}

static void
parse_floor (Cells *cells, DeskImportRow *row)
{
  static const char *const floor[] = { "层", "楼", "F", "f", NULL };
  g_autofree char *text = bare_code (code_of (cells, TEXT (FLOOR)), floor);
  g_autofree char *floors = bare_code (code_of (cells, TEXT (FLOORS)), floor);

  if (*text == '\0')
    row->unit->floor = desk_floor_of_room (row->unit->room);
  else if (g_str_has_prefix (text, "负"))
    {
      if (desk_decimal_parse (text + strlen ("负"), 0, &row->unit->floor))
        row->unit->floor = -row->unit->floor;
    }
  else if ((text[0] == 'B' || text[0] == 'b') && desk_decimal_parse (text + 1, 0, &row->unit->floor))
    row->unit->floor = -row->unit->floor;
  else if (!desk_decimal_parse (text, 0, &row->unit->floor))
    add (cells, DESK_PROBLEM_NOT_A_NUMBER, "floor", TEXT (FLOOR));
  if (*floors != '\0' && !desk_decimal_parse (floors, 0, &row->floors))
    add (cells, DESK_PROBLEM_NOT_A_NUMBER, "floors", TEXT (FLOORS));
}

/* A building and an entrance of the row must be such as a form would take, and an entrance is in a building. */
static void
check_place (Cells *cells, DeskImportRow *row)
{
  g_autoptr (DeskRecord) building = desk_record_new (DESK_KIND_BUILDING);
  g_autoptr (DeskRecord) entrance = desk_record_new (DESK_KIND_ENTRANCE);
  guint before = cells->problems->len;

  if (*row->building == '\0' && *row->entrance != '\0')
    add (cells, DESK_PROBLEM_EMPTY, "building", NULL);
  if (*row->building == '\0')
    return;
  desk_text_set (&((DeskBuilding *) building)->code, row->building);
  ((DeskBuilding *) building)->floors = row->floors;
  desk_rule_building ((DeskBuilding *) building, cells->problems);
  if (*row->entrance != '\0')
    {
      desk_text_set (&((DeskEntrance *) entrance)->code, row->entrance);
      desk_rule_entrance ((DeskEntrance *) entrance, cells->problems);
    }
  for (guint i = before; i < cells->problems->len; i++)
    {
      DeskProblem *problem = cells->problems->pdata[i];

      if (g_strcmp0 (problem->field, "code") == 0)
        desk_text_set (&problem->field, "building");
    }
}

static void
parse_unit (Cells *cells, DeskImportRow *row)
{
  DeskUnit *unit;

  if (*TEXT (ROOM) == '\0' && *TEXT (LABEL) == '\0')
    return;
  unit = row->unit = desk_record_new (DESK_KIND_UNIT);
  parse_address (cells, row);
  parse_floor (cells, row);
  unit->kind = desk_import_word_unit_kind (TEXT (UNIT_KIND));
  if (unit->kind == 0)
    unit->kind = DESK_UNIT_KIND_ROOM;
  parse_area (cells, TEXT (BUILT_AREA), "built_area", &unit->built_area);
  parse_area (cells, TEXT (INNER_AREA), "inner_area", &unit->inner_area);
  parse_day (cells, TEXT (DELIVERED_ON), "delivered_on", &unit->delivered_on);
  unit->note = g_strdup (TEXT (UNIT_NOTE));
  if (*TEXT (STATE) != '\0' && (unit->state = desk_import_word_state (TEXT (STATE))) == 0)
    add (cells, DESK_PROBLEM_IMPORT_UNKNOWN_WORD, "state", TEXT (STATE));
  if (unit->state == 0)
    unit->state = unit->delivered_on != 0 ? DESK_STATE_HANDED_OVER
                  : *TEXT (NAME) != '\0'  ? DESK_STATE_LIVED_IN
                                          : DESK_STATE_READY;
  for (int i = DESK_IMPORT_FIELD_FLOOR; i <= DESK_IMPORT_FIELD_UNIT_NOTE; i++)
    if (*cells->text[i] != '\0')
      row->unit_set |= G_GUINT64_CONSTANT (1) << i;
  desk_rule_unit (unit, cells->problems);
  check_place (cells, row);
  if (*TEXT (ROOM) != '\0')
    suggest (cells, cells->problems->len, "room", TEXT (ROOM));
  else
    suggest (cells, cells->problems->len, "label", TEXT (LABEL));
}

/* Several in one cell are parted by / 、 , ; or line breaks. */
static char **
split_list (const char *text)
{
  g_autofree char *half = desk_string_half_width (text);
  g_autoptr (GString) list = g_string_new (half);

  g_string_replace (list, "、", "/", 0);
  g_string_replace (list, "；", "/", 0);
  g_strdelimit (list->str, ",;|\n", '/');
  return g_strsplit (list->str, "/", -1);
}

/* 138 1234 5678 and 138-1234-5678 are 13812345678; other numbers stay as they are written. */
static char *
mobile_of (const char *text)
{
  g_autofree char *digits = desk_string_digits (text);

  if (strlen (digits) == 11 && digits[0] == '1' && strspn (text, "0123456789 -") == strlen (text))
    return g_steal_pointer (&digits);
  return g_strdup (text);
}

/* What begins like a mobile number is one, and has 11 digits; a number without its area code begins otherwise. */
static void
check_mobile (Cells *cells, const char *number)
{
  gsize n = strlen (number);

  if (n >= 6 && n < 11 && number[0] == '1' && number[1] >= '3' && strspn (number, "0123456789") == n)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GSIZE_FORMAT, n);

      add (cells, DESK_PROBLEM_PHONE_SHORT, "phones", digits);
    }
}

/* Letters in the numbers of a cell are said with the cell that is meant. */
static void
parse_phones (Cells *cells, DeskImportRow *row, const char *text)
{
  g_auto (GStrv) parts = split_list (text);
  guint before = cells->problems->len;

  for (char **part = parts; *part != NULL; part++)
    {
      DeskPhone *phone;

      if (desk_string_is_empty (*part))
        continue;
      phone = desk_record_new (DESK_KIND_PHONE);
      phone->kind = DESK_PHONE_KIND_MOBILE;
      phone->number = mobile_of (code_of (cells, *part));
      if (phone->number[0] == '0' || strspn (phone->number, "0123456789") < 11)
        phone->kind = DESK_PHONE_KIND_HOME;
      g_ptr_array_add (row->phones, phone);
      desk_rule_phone (phone, -1, cells->problems);
      check_mobile (cells, phone->number);
    }
  if (cells->problems->len > before)
    suggest (cells, before, "phones", text);
}

/* 18 places with a right check character are a resident ID, 18 with letters a company's code, the rest others. */
static void
parse_document (Cells *cells, DeskImportRow *row)
{
  DeskDocument *document;
  g_autofree char *upper = NULL;

  if (*TEXT (DOCUMENT) == '\0')
    return;
  document = row->document = desk_record_new (DESK_KIND_DOCUMENT);
  upper = g_ascii_strup (code_of (cells, TEXT (DOCUMENT)), -1);
  document->number = g_strdup (upper);
  if (strlen (upper) == 18 && strspn (upper, "0123456789X") == 18)
    document->kind = DESK_DOCUMENT_KIND_RESIDENT_ID;
  else if (strlen (upper) == 15 && strspn (upper, "0123456789") == 15)
    document->kind = DESK_DOCUMENT_KIND_RESIDENT_ID;
  else
    document->kind = strlen (upper) == 18 ? DESK_DOCUMENT_KIND_LICENCE : DESK_DOCUMENT_KIND_OTHER;
  desk_rule_document (document, -1, cells->problems);
}

static void
parse_plates (Cells *cells, DeskImportRow *row)
{
  g_autoptr (GPtrArray) plates = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = split_list (TEXT (PLATE));

  for (char **part = parts; *part != NULL; part++)
    {
      g_autoptr (DeskRecord) vehicle = NULL;

      if (desk_string_is_empty (*part))
        continue;
      vehicle = desk_record_new (DESK_KIND_VEHICLE);
      desk_text_set (&((DeskVehicle *) vehicle)->plate, *part);
      desk_rule_vehicle ((DeskVehicle *) vehicle, cells->problems);
      g_ptr_array_add (plates, g_strdup (((DeskVehicle *) vehicle)->plate));
    }
  if (plates->len == 0)
    return;
  g_ptr_array_add (plates, NULL);
  row->plates = (char **) g_ptr_array_free (g_steal_pointer (&plates), FALSE);
}

static void
parse_occupancy (Cells *cells, DeskImportRow *row)
{
  DeskOccupancy *occupancy = row->occupancy = desk_record_new (DESK_KIND_OCCUPANCY);
  const char *relation = NULL;

  occupancy->role = DESK_ROLE_OWNER;
  if (*TEXT (ROLE) != '\0' && (occupancy->role = desk_import_word_role (TEXT (ROLE), &relation)) == 0)
    add (cells, DESK_PROBLEM_IMPORT_UNKNOWN_WORD, "role", TEXT (ROLE));
  if (relation == NULL && *TEXT (RELATION) != '\0')
    {
      gint64 role = desk_import_word_role (TEXT (RELATION), &relation);

      if (*TEXT (ROLE) == '\0' && role != 0)
        occupancy->role = role;
      /* Where nobody says the role, 租户 as a relation is one; else it is what it says, 家政 of an employee too. */
      relation = role == 0 || relation != NULL || *TEXT (ROLE) != '\0' ? TEXT (RELATION) : NULL;
    }
  occupancy->relation = g_strdup (relation);
  desk_rule_parse_share (TEXT (SHARE), "share", &occupancy->share, cells->problems);
  parse_day (cells, TEXT (FROM_DAY), "from_day", &occupancy->from_day);
  parse_day (cells, TEXT (TO_DAY), "to_day", &occupancy->to_day);
  if (occupancy->from_day == 0)
    occupancy->from_day = row->unit->delivered_on != 0 ? row->unit->delivered_on : cells->today;
  for (int i = DESK_IMPORT_FIELD_ROLE; i <= DESK_IMPORT_FIELD_TO_DAY; i++)
    if (*cells->text[i] != '\0')
      row->occupancy_set |= G_GUINT64_CONSTANT (1) << i;
  if (occupancy->role != 0)
    desk_rule_occupancy (occupancy, cells->problems);
}

static void
parse_person (Cells *cells, DeskImportRow *row)
{
  DeskPerson *person;

  if (*TEXT (NAME) == '\0')
    {
      if (*TEXT (PHONE) != '\0' || *TEXT (DOCUMENT) != '\0')
        add (cells, DESK_PROBLEM_EMPTY, "name", NULL);
      return;
    }
  person = row->person = desk_record_new (DESK_KIND_PERSON);
  person->name = g_strdup (TEXT (NAME));
  person->note = g_strdup (TEXT (PERSON_NOTE));
  person->kind = desk_import_word_person_kind (TEXT (PERSON_KIND));
  if (person->kind == 0)
    person->kind = g_str_has_suffix (person->name, "公司") ? DESK_PERSON_KIND_COMPANY : DESK_PERSON_KIND_NATURAL;
  desk_rule_person (person, cells->problems);
  parse_phones (cells, row, TEXT (PHONE));
  parse_phones (cells, row, TEXT (PHONE2));
  parse_document (cells, row);
  parse_plates (cells, row);
  if (row->unit != NULL)
    parse_occupancy (cells, row);
}

/**
 * desk_import_row_parse:
 * @fields: (array length=n_cells): what each cell is, NONE where it is not taken
 * @cells: (array length=n_cells): texts as the sheet gives them; dates as ISO text
 * @today: since when somebody lives there whose sheet does not say it
 * @problems: what is wrong with the row is added
 *
 * Returns: (transfer full): what could be read; with problems it is not to be taken
 */
DeskImportRow *
desk_import_row_parse (DeskImport import, const DeskImportField *fields, const char *const *texts, guint n_cells,
                       DeskDay today, GPtrArray *problems)
{
  DeskImportRow *row = g_new0 (DeskImportRow, 1);
  Cells cells = { .owned = g_ptr_array_new_with_free_func (g_free), .problems = problems, .today = today };

  for (int i = 0; i < DESK_N_IMPORT_FIELDS; i++)
    cells.text[i] = "";
  for (guint i = 0; i < n_cells; i++)
    if (desk_import_takes (import, fields[i]) && texts[i] != NULL)
      cells.text[fields[i]] = clean (&cells, texts[i], fields[i] == DESK_IMPORT_FIELD_DETAIL);
  row->phones = g_ptr_array_new_with_free_func (desk_record_free);
  if (desk_import_is_of_cases (import))
    {
      row->service_case = desk_import_case_parse (import, cells.text, problems);
      row->label = g_strdup (cells.text[DESK_IMPORT_FIELD_LABEL]);
      row->category = g_strdup (cells.text[DESK_IMPORT_FIELD_CATEGORY]);
      row->location = g_strdup (cells.text[DESK_IMPORT_FIELD_LOCATION]);
      g_ptr_array_unref (cells.owned);
      return row;
    }
  parse_unit (&cells, row);
  if (import != DESK_IMPORT_UNITS)
    parse_person (&cells, row);
  if (row->unit == NULL && (import != DESK_IMPORT_PEOPLE || row->person == NULL))
    add (&cells, DESK_PROBLEM_EMPTY, import == DESK_IMPORT_PEOPLE ? "name" : "room", NULL);
  else if (row->unit == NULL && row->phones->len == 0 && row->document == NULL)
    add (&cells, DESK_PROBLEM_IMPORT_NOBODY, "name", NULL);
  g_ptr_array_unref (cells.owned);
  return row;
}

/* Frees @row with its records; NULL is nothing. */
void
desk_import_row_free (DeskImportRow *row)
{
  if (row == NULL)
    return;
  g_free (row->building);
  g_free (row->entrance);
  desk_record_free (row->unit);
  desk_record_free (row->person);
  g_ptr_array_unref (row->phones);
  desk_record_free (row->document);
  desk_record_free (row->occupancy);
  g_strfreev (row->plates);
  desk_record_free (row->service_case);
  g_free (row->label);
  g_free (row->category);
  g_free (row->location);
  g_free (row);
}
