/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sheet-xlsx-rows.h"

#define CHUNK 65536
#define OVERLAP 64
/* More are never filled: the first ones by their place in the file count. */
#define MAX_AREAS 65536

typedef struct
{
  GArray *merged;
  gboolean done;
} Merging;

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
          GError **error)
{
  Merging *self = data;
  const char *ref = desk_sheet_xml_value (names, values, "ref");
  DeskSheetArea area;
  const char *end;

  if (!g_str_has_suffix (name, "mergeCell") || ref == NULL || self->merged->len >= MAX_AREAS || self->done)
    return;
  if (!desk_sheet_cell_reference (ref, &area.first_row, &area.first_column, &end) || *end != ':'
      || !desk_sheet_cell_reference (end + 1, &area.last_row, &area.last_column, NULL))
    return;
  if (area.first_row > 0 && area.first_row <= area.last_row && area.first_column <= area.last_column)
    g_array_append_val (self->merged, area);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  if (g_str_has_suffix (name, "mergeCells"))
    ((Merging *) data)->done = TRUE;
}

/* The beginning of the tag <mergeCells or <x:mergeCells in @text; a text cannot hold one, its < would be &lt;. */
static const char *
find_tag (const char *text, gsize length)
{
  const char *end = text + length;
  const char *p = text;

  while ((p = memmem (p, (gsize) (end - p), "mergeCells", 10)) != NULL)
    {
      const char *begin = p;

      while (begin > text && p - begin < OVERLAP / 2 && (g_ascii_isalnum (begin[-1]) || begin[-1] == ':'))
        begin--;
      if (begin > text && begin[-1] == '<')
        return begin - 1;
      p += 10;
    }
  return NULL;
}

static int
by_row (gconstpointer a, gconstpointer b)
{
  const DeskSheetArea *one = a, *other = b;

  if (one->first_row != other->first_row)
    return one->first_row < other->first_row ? -1 : 1;
  return one->first_column < other->first_column ? -1 : one->first_column > other->first_column;
}

/**
 * desk_sheet_xlsx_read_merged:
 * @package: a workbook
 * @name: the part of a sheet
 * @merged: (inout): gets the areas, by row
 * @error: as desk_sheet_part_read()
 *
 * A sheet tells which cells are merged after all its rows, too late for who reads it as a stream. So it is unpacked
 * once before, looking only for that place, which costs a tenth of reading it.
 */
gboolean
desk_sheet_xlsx_read_merged (DeskSheetPackage *package, const char *name, GArray *merged, GCancellable *cancellable,
                             GError **error)
{
  static const GMarkupParser parser = { on_start, on_end, NULL, NULL, NULL };
  g_autoptr (DeskSheetPart) part = desk_sheet_part_open (package, name, DESK_SHEET_MAX_UNPACKED, error);
  Merging merging = { merged, FALSE };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *chunk = g_malloc (OVERLAP + CHUNK);
  gsize kept = 0;
  gssize n;

  if (part == NULL)
    return FALSE;
  while (!merging.done && (n = desk_sheet_part_read (part, chunk + kept, CHUNK, error)) != 0)
    {
      gsize length = kept + (gsize) n;
      const char *from = chunk;

      if (n < 0 || desk_sheet_cancelled (cancellable, error))
        return FALSE;
      if (context == NULL && (from = find_tag (chunk, length)) != NULL)
        context = g_markup_parse_context_new (&parser, 0, &merging, NULL);
      kept = 0;
      /* What follows the areas is no XML on its own: a fault there ends the looking. */
      if (context != NULL && !g_markup_parse_context_parse (context, from, (gssize) length - (from - chunk), NULL))
        break;
      if (context == NULL)
        {
          kept = MIN (length, OVERLAP);
          memmove (chunk, chunk + length - kept, kept);
        }
    }
  g_array_sort (merged, by_row);
  return TRUE;
}
