/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-decimal.h"

#include <string.h>

#include "desk-string.h"

static const gint64 power[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

/* Drops what people put into numbers: blanks, thousands commas, the yuan sign in front. */
static char *
strip_marks (const char *text)
{
  g_autofree char *plain = desk_string_half_width (text);
  GString *out = g_string_new (NULL);

  g_strstrip (plain);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == ',' || c == 0xa0 || (c == 0xa5 && out->len == 0))
        continue;
      g_string_append_unichar (out, c == 0x2212 ? '-' : c);
    }
  return g_string_free (out, FALSE);
}

/* Reads digits of the whole part, then at most @digits of the fraction; FALSE on anything else or overflow. */
static gboolean
read_digits (const char *p, int digits, gint64 *value)
{
  gint64 result = 0;
  int fraction = -1, seen = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && fraction < 0)
        {
          fraction = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      seen++;
      if (fraction >= digits)
        {
          if (*p != '0')
            return FALSE; /* more precise than we keep: not rounded silently */
          continue;
        }
      if (result > (G_MAXINT64 - 9) / 10)
        return FALSE;
      result = result * 10 + (*p - '0');
      if (fraction >= 0)
        fraction++;
    }
  if (seen == 0)
    return FALSE;
  for (int i = MAX (fraction, 0); i < digits; i++)
    if (result > G_MAXINT64 / 10)
      return FALSE;
    else
      result *= 10;
  *value = result;
  return TRUE;
}

/**
 * desk_decimal_parse:
 * @text: 1100, 1,100, 1 100, 1100.5, ¥1,100.50, -3, full-width figures
 * @digits: digits after the point that are kept (0 to 6)
 * @value: (out): the number times 10^@digits; untouched on failure
 *
 * Returns: whether @text is such a number; more digits than are kept are refused unless they are zeros
 */
gboolean
desk_decimal_parse (const char *text, int digits, gint64 *value)
{
  g_autofree char *plain = NULL;
  gboolean negative;
  gint64 result;

  g_return_val_if_fail (digits >= 0 && digits <= 6, FALSE);
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strlen (text) > 256)
    return FALSE;
  plain = strip_marks (text);
  negative = plain[0] == '-';
  if (!read_digits (plain + (negative || plain[0] == '+'), digits, &result))
    return FALSE;
  *value = negative ? -result : result;
  return TRUE;
}

static char *
format (gint64 value, int digits, gboolean grouped)
{
  guint64 size = value < 0 ? (guint64) -(value + 1) + 1 : (guint64) value;
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, size / (guint64) power[digits]);
  GString *out = g_string_new (value < 0 ? (grouped ? "\xe2\x88\x92" : "-") : "");
  gsize len = strlen (whole);

  for (gsize i = 0; i < len; i++)
    {
      if (grouped && i > 0 && (len - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, whole[i]);
    }
  if (digits > 0)
    g_string_append_printf (out, ".%0*" G_GUINT64_FORMAT, digits, size % (guint64) power[digits]);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): "1409.50", plain, for files and JSON. */
char *
desk_decimal_format (gint64 value, int digits)
{
  g_return_val_if_fail (digits >= 0 && digits <= 6, NULL);
  return format (value, digits, FALSE);
}

/* Returns: (transfer full): "1,409.50", "−3.00" (U+2212), for screen and paper. */
char *
desk_decimal_format_grouped (gint64 value, int digits)
{
  g_return_val_if_fail (digits >= 0 && digits <= 6, NULL);
  return format (value, digits, TRUE);
}
