/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-order.h"
#include "desk-unit-label.h"

#include <stdlib.h>
#include <string.h>

/* Appends @text so that the order of the bytes is the natural one: numbers by size, before letters. */
static void
append_natural (GString *out, const char *text)
{
  g_autofree char *part = desk_unit_label_normalize (text);

  for (const char *p = part; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");
      const char *digits = p;

      if (n == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      p += n;
      while (digits + 1 < p && *digits == '0')
        digits++;
      g_string_append_c (out, (char) ('0' + MIN (p - digits, 9)));
      g_string_append_len (out, digits, p - digits);
    }
}

/**
 * desk_unit_sort_key:
 * @building: (nullable): building code
 * @entrance: (nullable): entrance code
 * @floor: floor, below 0 under the ground, 0 unknown
 * @room: (nullable): room number
 *
 * Returns: (transfer full): a text whose byte order is the natural order: 3 before 10, floor -1 before 1; shops and
 * spaces of no building stand behind the buildings' rooms
 */
char *
desk_unit_sort_key (const char *building, const char *entrance, int floor, const char *room)
{
  GString *out = g_string_new (NULL);

  if (building == NULL || *building == '\0')
    g_string_append_c (out, '~');
  append_natural (out, building);
  g_string_append_c (out, ' ');
  append_natural (out, entrance);
  g_string_append_printf (out, " %04d ", CLAMP (floor, -999, 999) + 1000);
  append_natural (out, room);
  return g_string_free (out, FALSE);
}

/* 3A and 13A are how houses that avoid the number write the 4th and 14th floor; 12A is the 13th, 12B the 14th. */
static int
floor_with_letter (int floor, char letter)
{
  if (letter == 'a' && (floor % 10 == 3 || floor == 12))
    return floor + 1;
  return letter == 'b' && floor == 12 ? 14 : floor;
}

/**
 * desk_floor_of_room:
 * @room: (nullable): a room number
 *
 * The last two digits count the doors, what stands before is the floor: 1501 is on 15, 0301 on 3, 负101 and B101
 * on -1, 3A01 on 4. B1-023 names the floor before the hyphen.
 *
 * Returns: the floor, 0 when the number does not tell
 */
int
desk_floor_of_room (const char *room)
{
  g_autofree char *text = desk_unit_label_normalize (room);
  const char *p = text;
  gboolean below = FALSE;
  gsize n;
  int floor;

  if (g_str_has_prefix (p, "负"))
    {
      below = TRUE;
      p += strlen ("负");
    }
  else if (*p == 'b' && g_ascii_isdigit (p[1]))
    {
      below = TRUE;
      p++;
    }
  else if (g_ascii_isalpha (*p))
    p++;
  n = strspn (p, "0123456789");
  if (n == 0 || n > 5)
    return 0;
  floor = atoi (p);
  if (p[n] == '-' || (g_ascii_isalpha (p[n]) && g_ascii_isdigit (p[n + 1])))
    floor = p[n] != '-' ? floor_with_letter (floor, p[n]) : below ? floor : n > 2 ? floor / 100 : 0;
  else
    floor = n > 2 ? floor / 100 : 0;
  return below ? -floor : floor;
}
