/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-mask.h"

#include <string.h>

#include "desk-string.h"

#define STARS "****" /* always four: the mask does not tell the length */
#define TAIL 4       /* last digits that stay */
#define MOBILE_DIGITS 11
#define SHORT_DIGITS 6 /* in-house and service numbers: 8021, 95598 */

/* How many leading digits of @digits are the area code of a Chinese landline: 010, 02x, or 0 and three more. */
static gsize
area_digits (const char *digits)
{
  if (digits[0] != '0')
    return 0;
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

static char *
mask_domestic (const char *digits)
{
  gsize n = strlen (digits);
  gsize head = 0;
  const char *dash = "";

  if (n == 0)
    return g_strdup (STARS);
  if (n <= SHORT_DIGITS)
    return g_strconcat (STARS, digits + (n > 3 ? n - 2 : n), NULL);
  if (n == MOBILE_DIGITS && digits[0] == '1')
    {
      head = 3;
    }
  else if (area_digits (digits) > 0 && n >= area_digits (digits) + 7)
    {
      head = area_digits (digits);
      dash = "-";
    }
  else if (n == 10 && (g_str_has_prefix (digits, "400") || g_str_has_prefix (digits, "800")))
    {
      head = 3;
    }
  return g_strdup_printf ("%.*s%s" STARS "%s", (int) head, digits, dash, digits + n - TAIL);
}

/* A mobile number typed plainly: what nearly all are, and a page of a list shows a hundred. */
static gboolean
is_plain_mobile (const char *number)
{
  gsize n = 0;

  while (g_ascii_isdigit (number[n]))
    n++;
  return n == MOBILE_DIGITS && number[n] == '\0' && number[0] == '1';
}

/**
 * desk_mask_phone:
 * @number: (nullable): a phone number as typed
 *
 * A mobile keeps its first three and last four digits (138****1234), a landline its area code and last four
 * (0571-****4321), a number of another country its first two and last four (+44****1234), a short one its last two.
 *
 * Returns: (transfer full): what may be shown; "" for nothing
 */
char *
desk_mask_phone (const char *number)
{
  g_autofree char *digits = NULL;
  g_autofree char *rest = NULL;
  const char *home;

  if (desk_string_is_empty (number))
    return g_strdup ("");
  if (is_plain_mobile (number))
    return mask_domestic (number);
  if (desk_mask_is_masked (number))
    return g_strdup (number);
  digits = desk_string_digits (number);
  home = g_str_has_prefix (digits, "0086") ? digits + 4 : digits;
  if (home == digits && strchr (number, '+') == NULL && strstr (number, "＋") == NULL)
    return mask_domestic (digits);
  if (home == digits && g_str_has_prefix (digits, "86"))
    home = digits + 2;
  if (home == digits)
    return strlen (digits) > SHORT_DIGITS + 2
               ? g_strdup_printf ("+%.2s" STARS "%s", digits, digits + strlen (digits) - TAIL)
               : g_strdup (STARS);
  rest = mask_domestic (home);
  return g_strconcat ("+86 ", rest, NULL);
}

/**
 * desk_mask_document:
 * @number: (nullable): the number of an identity document
 *
 * Returns: (transfer full): four stars and its last four characters, of a short number its last two; "" for nothing
 */
char *
desk_mask_document (const char *number)
{
  glong n, tail;

  if (desk_string_is_empty (number))
    return g_strdup ("");
  n = g_utf8_strlen (number, -1);
  tail = n > SHORT_DIGITS ? TAIL : n > TAIL ? 2 : 0;
  return g_strconcat (STARS, g_utf8_offset_to_pointer (number, n - tail), NULL);
}

/* Is @number (nullable) one that was masked, so that it can be no number somebody typed? */
gboolean
desk_mask_is_masked (const char *number)
{
  return number != NULL && (strchr (number, '*') != NULL || strstr (number, "＊") != NULL || strstr (number, "•") != NULL);
}
