/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-string.h"

/* Returns: (transfer full): @text (valid UTF-8) with full-width ASCII forms (U+FF01–FF5E) and the ideographic
 * blank made half-width: ３－２ becomes 3-2. */
char *
desk_string_half_width (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (c == 0x3000)
        c = ' ';
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): @text (valid UTF-8) without blanks at its ends (the ideographic one too) and with
 * runs of blanks folded to one; line breaks are kept. */
char *
desk_string_clean (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\n' && g_unichar_isspace (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank && out->len > 0 && c != '\n' && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
      blank = FALSE;
      if (c != '\n' || out->len > 0)
        g_string_append_unichar (out, c);
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Is @text not UTF-8, or does it hold control, bidirectional-override or other format characters that hide
 * what is written? With @allow_lines tabs and line breaks pass. */
gboolean
desk_string_has_control (const char *text, gboolean allow_lines)
{
  if (!g_utf8_validate (text, -1, NULL))
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (allow_lines && (c == '\n' || c == '\t'))
        continue;
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
          || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || c == 0xfffe || c == 0xffff)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): the decimal digits of @text, full-width ones made half-width, all else dropped. */
char *
desk_string_digits (const char *text)
{
  g_autofree char *plain = desk_string_half_width (text);
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* Is @text NULL or nothing but blanks? */
gboolean
desk_string_is_empty (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}
