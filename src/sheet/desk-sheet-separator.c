/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-separator.h"

#include <string.h>

#define MOST_ROWS 60
#define MOST_FIELDS 64

static const char candidates[] = { ',', ';', '\t', '|' };

/* Counts the fields of each row as if @separator parted them. Returns: how many rows. */
static guint
count_fields (const char *text, gsize length, char separator, guint8 fields[MOST_ROWS])
{
  gboolean quoted = FALSE, filled = FALSE, begins = TRUE;
  guint n_rows = 0, n = 1;

  for (gsize i = 0; i < length && n_rows < MOST_ROWS; i++)
    {
      char c = text[i];

      if (c == '"' && (quoted || begins))
        quoted = !quoted;
      else if (!quoted && (c == '\n' || c == '\r'))
        {
          if (filled)
            fields[n_rows++] = (guint8) MIN (n, MOST_FIELDS - 1);
          filled = FALSE;
          n = 1;
        }
      else if (!quoted && c == separator)
        n++;
      filled = filled || (c != '\n' && c != '\r');
      begins = !quoted && (c == separator || c == '\n' || c == '\r' || c == '"' || (begins && c == ' '));
    }
  /* A last row without its end counts when nothing else does: the sample may be cut in its middle. */
  if (n_rows == 0 && filled)
    fields[n_rows++] = (guint8) MIN (n, MOST_FIELDS - 1);
  return n_rows;
}

/**
 * desk_sheet_separator_find:
 * @text: (array length=length): the beginning of a text file, UTF-8
 *
 * The separator is the one that parts most rows into the same number of fields, and among equals into more fields.
 *
 * Returns: one of , ; TAB |, a comma when none parts anything
 */
char
desk_sheet_separator_find (const char *text, gsize length)
{
  char best = ',';
  guint best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint8 fields[MOST_ROWS];
      guint seen[MOST_FIELDS] = { 0 };
      guint n_rows = count_fields (text, length, candidates[i], fields);
      guint usual = 1;

      for (guint k = 0; k < n_rows; k++)
        seen[fields[k]]++;
      for (guint k = 2; k < MOST_FIELDS; k++)
        if (seen[k] > 0 && (usual == 1 || seen[k] >= seen[usual]))
          usual = k;
      if (usual > 1 && seen[usual] * 1000 / n_rows + usual > best_score)
        {
          best_score = seen[usual] * 1000 / n_rows + usual;
          best = candidates[i];
        }
    }
  return best;
}

/**
 * desk_sheet_separator_line:
 * @text: (array length=length): the beginning of a text file, UTF-8
 * @separator: (out): the separator it names; untouched without such a line
 *
 * Excel understands a first line "sep=;" and does not show it.
 *
 * Returns: the bytes of that line with its end, 0 without one
 */
gsize
desk_sheet_separator_line (const char *text, gsize length, char *separator)
{
  gsize at = 5;

  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || memchr (candidates, text[4], sizeof candidates) == NULL)
    return 0;
  if (text[at] == '\r')
    at++;
  if (at < length && text[at] == '\n')
    at++;
  if (at == 5)
    return 0;
  *separator = text[4];
  return at;
}
