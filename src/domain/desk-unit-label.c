/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-label.h"
#include "desk-pinyin.h"

#include <string.h>

/**
 * desk_unit_label_make:
 * @building: (nullable): building code, as 3
 * @entrance: (nullable): entrance code
 * @room: (nullable): room number
 *
 * domain.md, Formats: building-entrance-room, empty parts left out.
 *
 * Returns: (transfer full): the label people see: 3-2-1501
 */
char *
desk_unit_label_make (const char *building, const char *entrance, const char *room)
{
  const char *const parts[] = { building, entrance, room };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_strstrip (g_strdup (parts[i] != NULL ? parts[i] : ""));

      if (*part == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '-');
      g_string_append (out, part);
    }
  return g_string_free (out, FALSE);
}

/* The numeral @c stands for, 10 and 100 for 十 and 百, -1 for other characters. */
static int
numeral (gunichar c)
{
  static const char digits[] = "零一二三四五六七八九十";
  const char *p = digits;

  if (c == 0x767e) /* 百 */
    return 100;
  for (int value = 0; value <= 10; value++, p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == c)
      return value;
  return -1;
}

/* Appends the Chinese numerals at the front of @p as digits: 二十一 as 21, 一五零一 as 1501. Returns: behind them. */
static const char *
append_numerals (GString *out, const char *p)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint total = 0;
  guint last = 0;
  gboolean counted = FALSE;
  int value;

  for (; (value = numeral (g_utf8_get_char (p))) >= 0; p = g_utf8_next_char (p))
    {
      if (value < 10)
        {
          g_string_append_c (digits, (char) ('0' + value));
          last = (guint) value;
          continue;
        }
      counted = TRUE;
      total += (guint) value * (last > 0 ? last : 1);
      last = 0;
    }
  if (counted)
    g_string_append_printf (out, "%u", total + last);
  else
    g_string_append (out, digits->str);
  return p;
}

/* Is @c one of the many strokes and stops people put between the parts? */
static gboolean
is_stroke (gunichar c)
{
  switch (c)
    {
    case '-': case '/': case '\\': case '.': case ',': case ':': case ';': case '_': case '~':
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
    case 0x3001: case 0x3002: case 0xb7: case 0x2022: case 0x30fb: case 0x30fc: case 0x223c:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: (transfer full): @text half-width, in small letters and simplified characters, numerals as digits,
 * strokes as '-', blanks as ' '. */
static char *
plain (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *front = g_utf8_substring (text, 0, MIN (length, DESK_UNIT_LABEL_LENGTH));
  g_autofree char *wide = g_utf8_normalize (front, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *simple = desk_hanzi_simplify (wide != NULL ? wide : "");
  GString *out = g_string_new (NULL);

  for (const char *p = simple; *p != '\0';)
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (numeral (c) >= 0)
        {
          p = append_numerals (out, p);
          continue;
        }
      if (is_stroke (c))
        c = '-';
      else if (g_unichar_isspace (c))
        c = ' ';
      g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }
  return g_string_free (out, FALSE);
}

/* What a word after a number says about it. */
typedef enum
{
  MARK_NONE,
  MARK_BUILDING,
  MARK_STOREY, /* 楼: of a building first, then of a floor */
  MARK_FLOOR,
  MARK_ENTRANCE,
  MARK_NUMBER, /* 号: of a building in the middle, of a room at the end */
  MARK_ROOM,
} Mark;

/* Longer words before the shorter ones they begin with. */
static const struct
{
  const char *word;
  Mark mark;
} marks[] = {
  { "号楼栋", MARK_BUILDING }, { "号楼", MARK_BUILDING }, { "号院", MARK_BUILDING }, { "#楼", MARK_BUILDING },
  { "号栋", MARK_BUILDING },   { "号幢", MARK_BUILDING }, { "#栋", MARK_BUILDING },  { "栋楼", MARK_BUILDING },
  { "栋", MARK_BUILDING },     { "幢", MARK_BUILDING },   { "座", MARK_BUILDING },   { "#", MARK_BUILDING },
  { "单元", MARK_ENTRANCE },   { "门", MARK_ENTRANCE },   { "梯", MARK_ENTRANCE },   { "层", MARK_FLOOR },
  { "楼", MARK_STOREY },       { "号室", MARK_ROOM },     { "号房", MARK_ROOM },     { "号", MARK_NUMBER },
  { "室", MARK_ROOM },         { "房", MARK_ROOM },       { "户", MARK_ROOM },
};

/* Words before a number that say no more than its kind does. */
static const char *const fronts[] = { "地下停车位", "停车位", "车位", "商铺", "店铺", "门面", "房号", "房屋", "房间" };

/* A label being read: its parts, the one being gathered, and what was said about them. */
typedef struct
{
  GPtrArray *parts;
  GString *part;
  int floor_part;          /* the part that only names the floor of the next, -1 none */
  gboolean building;       /* a word said that the first part is a building */
  gboolean behind_stroke;  /* nothing came since the last cut */
} Reader;

static void
cut (Reader *reader)
{
  if (reader->part->len > 0)
    g_ptr_array_add (reader->parts, g_strdup (reader->part->str));
  g_string_truncate (reader->part, 0);
  reader->behind_stroke = TRUE;
}

/* Numbers of buildings and rooms end in a digit or a letter: 栋 in 栋梁苑 is a name's, not a word of ours. */
static gboolean
takes_mark (const Reader *reader)
{
  const char *last;

  if (reader->part->len > 0)
    return g_ascii_isalnum (reader->part->str[reader->part->len - 1]);
  if (reader->parts->len == 0)
    return FALSE;
  last = reader->parts->pdata[reader->parts->len - 1];
  return reader->behind_stroke && g_ascii_isalnum (last[strlen (last) - 1]);
}

static const char *
behind_blanks (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

/* Finds the word at @p. @end: (out): behind it. */
static Mark
mark_at (const char *p, const char **end)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i].word))
      {
        *end = p + strlen (marks[i].word);
        return marks[i].mark;
      }
  return MARK_NONE;
}

static void
take_mark (Reader *reader, Mark mark, gboolean at_end)
{
  guint n_parts = reader->parts->len + (reader->part->len > 0);

  if (mark == MARK_STOREY)
    mark = n_parts == 1 ? MARK_BUILDING : MARK_FLOOR;
  if (mark == MARK_NUMBER && !at_end)
    mark = MARK_BUILDING;
  cut (reader);
  if (mark == MARK_BUILDING && n_parts == 1)
    reader->building = TRUE;
  if (mark == MARK_FLOOR)
    reader->floor_part = (int) reader->parts->len - 1;
  if (mark == MARK_ROOM || mark == MARK_NUMBER)
    reader->behind_stroke = FALSE;
}

/* A word typed half: 单 of 单元. */
static gboolean
is_half_word (const char *p)
{
  return strcmp (p, "单") == 0;
}

static void
read_parts (Reader *reader, const char *text, DeskLabelFlags flags)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      Mark mark = mark_at (p, &end);

      if (mark != MARK_NONE && takes_mark (reader))
        {
          take_mark (reader, mark, *behind_blanks (end) == '\0');
          p = end;
        }
      else if (*p == '-' || *p == ' ')
        {
          cut (reader);
          p++;
        }
      else if (*p == '#' || ((flags & DESK_LABEL_BEGUN) != 0 && is_half_word (p) && takes_mark (reader)))
        p = g_utf8_next_char (p);
      else
        {
          end = g_utf8_next_char (p);
          g_string_append_len (reader->part, p, end - p);
          reader->behind_stroke = FALSE;
          p = end;
        }
    }
}

static gboolean
is_number (const char *part)
{
  return *part != '\0' && strspn (part, "0123456789") == strlen (part);
}

/* 15层1501 is 1501, and so is 15层01. */
static void
fold_floor (Reader *reader)
{
  const char *floor;
  char *room;

  if (reader->floor_part < 0 || (guint) reader->floor_part + 1 >= reader->parts->len)
    return;
  floor = reader->parts->pdata[reader->floor_part];
  room = reader->parts->pdata[reader->floor_part + 1];
  if (is_number (room) && strlen (room) <= 2)
    {
      reader->parts->pdata[reader->floor_part + 1] = g_strdup_printf ("%s%s%s", floor, strlen (room) < 2 ? "0" : "", room);
      g_free (room);
    }
  else if (!g_str_has_prefix (room, floor))
    return;
  g_ptr_array_remove_index (reader->parts, (guint) reader->floor_part);
}

/* Returns: (transfer none): @part without zeros at its front when it is a number. */
static const char *
bare (const char *part)
{
  if (is_number (part))
    while (part[0] == '0' && part[1] != '\0')
      part++;
  return part;
}

/**
 * desk_unit_label_read:
 * @text: (nullable): a label as typed or stored; what is not UTF-8 counts as none
 * @flags: what is wanted
 * @says_building: (out) (optional): whether a word (栋, 幢, 座, #, 号楼) says that the first part is a building
 *
 * Reads 3-2-1501, 3栋2单元1501, 3#2-1501, 3号楼2单元1501室, 三栋二单元1501, ３－２－１５０１, "3 2 1501", 3幢2单元15层1501号.
 *
 * Returns: (transfer full): the parts in small letters, half-width, joined by '-'; "" for none
 */
char *
desk_unit_label_read (const char *text, DeskLabelFlags flags, gboolean *says_building)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  Reader reader = { parts, part, -1, FALSE, FALSE };
  g_autofree char *front = NULL;
  GString *out = g_string_new (NULL);
  const char *p;
  gboolean begun;

  front = plain (text != NULL && g_utf8_validate (text, -1, NULL) ? text : "");
  p = behind_blanks (front);
  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    if (g_str_has_prefix (p, fronts[i]) && p[strlen (fronts[i])] != '\0')
      {
        p += strlen (fronts[i]);
        break;
      }
  read_parts (&reader, g_strchomp ((char *) p), flags);
  begun = (flags & DESK_LABEL_BEGUN) != 0 && reader.behind_stroke && reader.floor_part < 0;
  cut (&reader);
  fold_floor (&reader);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "-" : "",
                            (flags & DESK_LABEL_BARE) != 0 ? bare (parts->pdata[i]) : (const char *) parts->pdata[i]);
  if (begun && parts->len > 0)
    g_string_append_c (out, '-');
  if (says_building != NULL)
    *says_building = reader.building;
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): @text in the one form by which labels are compared and kept unique. Room numbers may
 * hold letters and hyphens: two labels are one unit exactly when these forms are equal, nothing is cut out of it. */
char *
desk_unit_label_normalize (const char *text)
{
  return desk_unit_label_read (text, DESK_LABEL_WHOLE, NULL);
}
