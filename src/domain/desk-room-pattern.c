/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-pattern.h"
#include "desk-error.h"

#include <stdlib.h>
#include <string.h>

#define DOORS_MAX 999
#define FLOOR_LOWEST (-20)
#define FLOOR_HIGHEST 300
#define WIDTH_MAX 4
#define PATTERN_LENGTH 32

static void
free_room (gpointer data)
{
  DeskPlannedRoom *room = data;

  g_free (room->room);
  g_free (room);
}

/* Reads one {floor} or {door:02} at @p; in Chinese {层} and {户:02}. @is_floor, @width: (out). Returns: behind it, NULL when
 * it is none. */
static const char *
read_field (const char *p, gboolean *is_floor, int *width)
{
  static const struct
  {
    const char *begin;
    gboolean is_floor;
  } fields[] = { { "{floor", TRUE }, { "{door", FALSE }, { "{层", TRUE }, { "{户", FALSE } };
  guint i = 0;

  while (i < G_N_ELEMENTS (fields) && !g_str_has_prefix (p, fields[i].begin))
    i++;
  if (i == G_N_ELEMENTS (fields))
    return NULL;
  *is_floor = fields[i].is_floor;
  p += strlen (fields[i].begin);
  *width = 0;
  if (p[0] == ':' && p[1] == '0' && p[2] >= '1' && p[2] <= '0' + WIDTH_MAX)
    {
      *width = p[2] - '0';
      p += 3;
    }
  return *p == '}' ? p + 1 : NULL;
}

/* Floors below the ground carry 负 before the number, as on the doors. */
static char *
expand_one (const char *pattern, int floor, int door)
{
  GString *out = g_string_new (NULL);
  gboolean is_floor;
  int width;

  for (const char *p = pattern; *p != '\0';)
    {
      const char *end = *p == '{' ? read_field (p, &is_floor, &width) : NULL;

      if (end == NULL)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      if (is_floor && floor < 0)
        g_string_append (out, "负");
      g_string_append_printf (out, "%0*d", width, is_floor ? ABS (floor) : door);
      p = end;
    }
  return g_string_free (out, FALSE);
}

/* Is @pattern well formed, and does it tell the rooms apart? Two numbers without a letter between need a fixed
 * width of the second: {floor}{door} writes 1-11 and 11-1 alike. */
static gboolean
is_good (const char *pattern, gboolean several_floors, gboolean several_doors)
{
  gboolean floor = FALSE;
  gboolean door = FALSE;
  gboolean behind_number = FALSE;

  if (!g_utf8_validate (pattern, -1, NULL) || g_utf8_strlen (pattern, -1) > PATTERN_LENGTH)
    return FALSE;
  for (const char *p = pattern; *p != '\0';)
    {
      gboolean is_floor;
      int width;

      if (*p == '{')
        {
          p = read_field (p, &is_floor, &width);
          if (p == NULL || (behind_number && width == 0))
            return FALSE;
          floor |= is_floor;
          door |= !is_floor;
          behind_number = TRUE;
          continue;
        }
      if (*p == '}' || g_ascii_iscntrl (*p))
        return FALSE;
      behind_number = FALSE;
      p++;
    }
  return (floor || !several_floors) && (door || !several_doors) && *pattern != '\0';
}

static gboolean
is_skipped (int floor, const int *skip_floors, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (skip_floors[i] == floor)
      return TRUE;
  return floor == 0;
}

static gboolean
check_range (const char *field, int value, int least, int most, GError **error)
{
  g_autofree char *typed = g_strdup_printf ("%d", value);
  g_autofree char *low = g_strdup_printf ("%d", least);
  g_autofree char *high = g_strdup_printf ("%d", most);

  if (value >= least && value <= most)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, field, typed, low, high, NULL);
  return FALSE;
}

/* A pattern that writes two rooms alike is wrong: {door:02} with 101 doors and more, say. */
static gboolean
all_differ (GPtrArray *rooms)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rooms->len; i++)
    if (!g_hash_table_add (seen, ((DeskPlannedRoom *) rooms->pdata[i])->room))
      return FALSE;
  return TRUE;
}

/**
 * desk_room_pattern_expand:
 * @pattern: {floor} and {door}, in Chinese {层} and {户}, each also with a fixed width as {door:02}, between any other text
 * @floor_from: lowest floor, below 0 under the ground; there is no floor 0
 * @floor_to: highest floor
 * @doors: doors on each floor
 * @skip_floors: (array length=n_skip_floors) (nullable): floors the house has not: 4, 13, 14
 * @n_skip_floors: how many
 * @error: (out) (optional): OUT_OF_RANGE in floor_from, floor_to or doors; PATTERN_WRONG in pattern; TOO_MANY in doors
 *
 * The rooms of a whole building or entrance, floors up, doors in order.
 *
 * Returns: (transfer full) (nullable) (element-type DeskPlannedRoom): at most DESK_ROOM_PATTERN_MAX rooms
 */
GPtrArray *
desk_room_pattern_expand (const char *pattern, int floor_from, int floor_to, int doors, const int *skip_floors,
                          gsize n_skip_floors, GError **error)
{
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func (free_room);
  int n_floors = 0;

  if (!check_range ("floor_from", floor_from, FLOOR_LOWEST, FLOOR_HIGHEST, error)
      || !check_range ("floor_to", floor_to, floor_from, FLOOR_HIGHEST, error)
      || !check_range ("doors", doors, 1, DOORS_MAX, error))
    return NULL;
  for (int floor = floor_from; floor <= floor_to; floor++)
    n_floors += !is_skipped (floor, skip_floors, n_skip_floors);
  if (n_floors * doors > DESK_ROOM_PATTERN_MAX)
    {
      g_autofree char *asked = g_strdup_printf ("%d", n_floors * doors);
      g_autofree char *most = g_strdup_printf ("%d", DESK_ROOM_PATTERN_MAX);

      desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, "doors", asked, most, NULL);
      return NULL;
    }
  if (is_good (pattern, n_floors > 1, doors > 1))
    for (int floor = floor_from; floor <= floor_to; floor++)
      for (int door = 1; door <= doors && !is_skipped (floor, skip_floors, n_skip_floors); door++)
        {
          DeskPlannedRoom *room = g_new0 (DeskPlannedRoom, 1);

          room->floor = floor;
          room->door = door;
          room->room = expand_one (pattern, floor, door);
          g_ptr_array_add (rooms, room);
        }
  if (rooms->len == 0 || !all_differ (rooms))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PATTERN_WRONG, "pattern", pattern, NULL);
      return NULL;
    }
  return g_steal_pointer (&rooms);
}

/**
 * desk_room_pattern_parse_floors:
 * @text: (nullable): floors as typed: "4, 13 14"; full-width digits and Chinese commas too; a minus for those below
 * @floors: (element-type int): where they are added
 *
 * Returns: FALSE when something else stands there; @floors is then undefined
 */
gboolean
desk_room_pattern_parse_floors (const char *text, GArray *floors)
{
  g_autofree char *wide = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL_COMPOSE);
  const char *p = wide;

  if (wide == NULL)
    return FALSE;
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      char *end;
      int floor;

      if (g_unichar_isspace (c) || c == ',' || c == ';' || c == 0x3001)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (!g_ascii_isdigit (*p) && !(*p == '-' && g_ascii_isdigit (p[1])))
        return FALSE;
      floor = (int) CLAMP (strtol (p, &end, 10), FLOOR_LOWEST - 1, FLOOR_HIGHEST + 1);
      if (floor < FLOOR_LOWEST || floor > FLOOR_HIGHEST)
        return FALSE;
      g_array_append_val (floors, floor);
      p = end;
    }
  return TRUE;
}
