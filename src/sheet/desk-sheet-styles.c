/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-styles.h"

#include <stdlib.h>
#include <string.h>

#define MAX_STYLES 65536 /* Excel's own limit is 65,490 */

typedef struct
{
  GArray *styles;     /* DeskSheetStyle by cell style number */
  GHashTable *custom; /* format number → DeskSheetStyle, of formats the workbook defines */
  gboolean in_cells;
} Loading;

/* The end of what is not part of the format itself: quoted, escaped, in brackets. */
static const char *
skip_literal (const char *p)
{
  const char *end;

  switch (*p)
    {
    case '\\':
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    case '"':
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    case '[':
      /* [h], [mm], [s] are hours and more than a day of them; [Red], [$-804] and conditions are none. */
      if (strchr ("hHmMsS", p[1]) != NULL && p[1] != '\0' && (p[2] == ']' || p[2] == p[1]))
        return p + 1;
      end = strchr (p, ']');
      return end != NULL ? end + 1 : p + strlen (p);
    default:
      return p;
    }
}

/* Does the text from @p on mean a.m. or p.m.? It says that an m before it is a minute, and holds letters that are none. */
static const char *
skip_half_day (const char *p)
{
  static const char *const marks[] = { "AM/PM", "A/P", "上午/下午", "General", "G/通用格式" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (p, marks[i], strlen (marks[i])) == 0)
      return p + strlen (marks[i]);
  return p;
}

/**
 * desk_sheet_style_of_code:
 * @code: a number format: "yyyy\"年\"m\"月\"d\"日\"", "[h]:mm:ss", "0000"
 *
 * Only the part for positive numbers counts. y and d are days, h and s times; m is a month beside y or d or alone,
 * a minute beside h or s.
 *
 * Returns: what it shows
 */
DeskSheetStyle
desk_sheet_style_of_code (const char *code)
{
  DeskSheetStyle style = { 0 };
  gboolean only_zeros = *code != '\0';
  gboolean month = FALSE;
  gsize zeros = 0;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_half_day (skip_literal (p));

      if (next != p)
        {
          only_zeros = FALSE;
          p = next;
          continue;
        }
      switch (g_ascii_tolower (*p))
        {
        case 'y':
        case 'd':
          style.with_day = TRUE;
          break;
        case 'h':
        case 's':
          style.with_time = TRUE;
          break;
        case 'm':
          month = TRUE;
          break;
        default:
          break;
        }
      only_zeros = only_zeros && *p == '0';
      zeros++;
      p = g_utf8_next_char (p);
    }
  if (month && !style.with_day && !style.with_time)
    style.with_day = TRUE;
  style.zeros = only_zeros && zeros >= 2 && zeros <= 15 ? (guint8) zeros : 0;
  return style;
}

/* The formats every spreadsheet knows by number. 27–36 and 50–58 are the Chinese, Japanese and Korean ones. */
DeskSheetStyle
desk_sheet_style_of_number (guint number)
{
  DeskSheetStyle style = { 0 };

  style.with_day = (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36
                   || (number >= 50 && number <= 54) || number == 57 || number == 58;
  style.with_time = (number >= 18 && number <= 22) || (number >= 32 && number <= 35)
                    || (number >= 45 && number <= 47) || number == 55 || number == 56;
  return style;
}

static DeskSheetStyle
style_of (Loading *loading, guint number)
{
  const DeskSheetStyle *custom = g_hash_table_lookup (loading->custom, GUINT_TO_POINTER (number));

  return custom != NULL ? *custom : desk_sheet_style_of_number (number);
}

static void
on_start (gpointer data, const char *name, const char **names, const char **values)
{
  Loading *loading = data;
  const char *id = desk_sheet_xml_value (names, values, "numFmtId");
  const char *code;

  if (strcmp (name, "numFmt") == 0)
    {
      code = desk_sheet_xml_value (names, values, "formatCode");
      if (id != NULL && code != NULL && g_hash_table_size (loading->custom) < MAX_STYLES)
        {
          DeskSheetStyle *style = g_new (DeskSheetStyle, 1);

          *style = desk_sheet_style_of_code (code);
          g_hash_table_replace (loading->custom, GUINT_TO_POINTER ((guint) strtoul (id, NULL, 10)), style);
        }
    }
  else if (strcmp (name, "cellXfs") == 0)
    loading->in_cells = TRUE;
  else if (loading->in_cells && strcmp (name, "xf") == 0 && loading->styles->len < MAX_STYLES)
    {
      DeskSheetStyle style = style_of (loading, id != NULL ? (guint) strtoul (id, NULL, 10) : 0);

      g_array_append_val (loading->styles, style);
    }
}

static void
on_end (gpointer data, const char *name)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Loading *) data)->in_cells = FALSE;
}

/**
 * desk_sheet_styles_load:
 * @package: a workbook
 * @name: the part that holds its styles, or NULL when it has none
 * @error: as desk_sheet_xml_run()
 *
 * Returns: (transfer full) (nullable) (element-type DeskSheetStyle): by the number cells name
 */
GArray *
desk_sheet_styles_load (DeskSheetPackage *package, const char *name, GCancellable *cancellable, GError **error)
{
  static const DeskSheetXmlHandlers handlers = { on_start, on_end, NULL };
  g_autoptr (GHashTable) custom = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (DeskSheetStyle));
  Loading loading = { styles, custom, FALSE };

  if (name != NULL
      && !desk_sheet_xml_run (package, name, DESK_SHEET_MAX_SMALL_PART, &handlers, &loading, cancellable, error))
    return NULL;
  return g_steal_pointer (&styles);
}

/* Adds a number cell to @batch in the form its style makes of it: a day, a number filled with zeros, or as it is. */
void
desk_sheet_styled_number (DeskSheetBatch *batch, guint column, const char *stored, DeskSheetStyle style,
                          gboolean date_1904)
{
  g_autofree char *text = NULL;
  gsize length;

  if (style.with_day || style.with_time)
    {
      text = desk_sheet_serial_text (stored, date_1904, style.with_day, style.with_time);
      if (text != NULL)
        {
          desk_sheet_batch_add (batch, column, DESK_SHEET_DATE, text, strlen (text));
          return;
        }
    }
  length = style.zeros == 0 ? desk_sheet_number_plain (stored) : 0;
  if (length > 0)
    {
      desk_sheet_batch_add (batch, column, DESK_SHEET_NUMBER, stored, length);
      return;
    }
  text = desk_sheet_number_text (stored);
  length = strlen (text);
  if (style.zeros > length && strspn (text, "0123456789") == length)
    {
      g_autofree char *filled = g_strnfill (style.zeros - length, '0');
      g_autofree char *whole = g_strconcat (filled, text, NULL);

      desk_sheet_batch_add (batch, column, DESK_SHEET_NUMBER, whole, style.zeros);
      return;
    }
  desk_sheet_batch_add (batch, column, DESK_SHEET_NUMBER, text, length);
}
