/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-xml.h"

#include <string.h>

#define CHUNK 65536
/* Real parts nest eight deep or so. */
#define MAX_DEPTH 64
/* One tag, one text: GMarkup keeps it whole in memory. */
#define MAX_PIECE (16u * 1024 * 1024)

struct _DeskSheetXml
{
  DeskSheetPart *part;
  const DeskSheetXmlHandlers *handlers;
  gpointer data;
  GMarkupParseContext *context;
  guint depth;
  gboolean called;  /* a handler was called in this chunk */
  gboolean failed;
  gboolean begun;
  gsize waiting;    /* bytes since one was */
  char *chunk;
};

static const char *
local_name (const char *name)
{
  const char *colon = name[0] != '\0' && name[1] != '\0' ? strchr (name, ':') : NULL;

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
          GError **error)
{
  DeskSheetXml *self = data;

  self->called = TRUE;
  if (++self->depth > MAX_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "nested too deep");
  else
    self->handlers->start (self->data, local_name (name), names, values);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  DeskSheetXml *self = data;

  self->called = TRUE;
  self->depth--;
  self->handlers->end (self->data, local_name (name));
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  DeskSheetXml *self = data;

  self->called = TRUE;
  if (self->handlers->text != NULL)
    self->handlers->text (self->data, text, length);
}

static void
on_other (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  ((DeskSheetXml *) data)->called = TRUE;
}

/* GMarkup may find two faults in one chunk and then complains about its own errors, so they are only noted. */
static void
on_error (GMarkupParseContext *context, GError *error, gpointer data)
{
  ((DeskSheetXml *) data)->failed = TRUE;
}

/**
 * desk_sheet_xml_new:
 * @part: (transfer full): the part to parse
 * @handlers: (transfer none): lives as long as the parser
 * @data: given to the handlers
 *
 * Returns: (transfer full): a parser before the part's first byte
 */
DeskSheetXml *
desk_sheet_xml_new (DeskSheetPart *part, const DeskSheetXmlHandlers *handlers, gpointer data)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, on_other, on_error };
  DeskSheetXml *self = g_new0 (DeskSheetXml, 1);

  self->part = part;
  self->handlers = handlers;
  self->data = data;
  self->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  self->chunk = g_malloc (CHUNK);
  return self;
}

void
desk_sheet_xml_free (DeskSheetXml *self)
{
  g_markup_parse_context_free (self->context);
  desk_sheet_part_free (self->part);
  g_free (self->chunk);
  g_free (self);
}

/* Parses the next chunk. Clears @more at the end. Returns: FALSE with @error: DAMAGED, LIMIT, CANCELLED. */
gboolean
desk_sheet_xml_step (DeskSheetXml *self, gboolean *more, GCancellable *cancellable, GError **error)
{
  gssize skip = 0;
  gboolean fine;
  gssize n;

  if (desk_sheet_cancelled (cancellable, error))
    return FALSE;
  n = desk_sheet_part_read (self->part, self->chunk, CHUNK, error);
  if (n < 0)
    return FALSE;
  *more = n > 0;
  if (!self->begun && n >= 3 && memcmp (self->chunk, "\xef\xbb\xbf", 3) == 0)
    skip = 3;
  self->begun = TRUE;
  self->called = FALSE;
  fine = n == 0 ? g_markup_parse_context_end_parse (self->context, NULL)
                : g_markup_parse_context_parse (self->context, self->chunk + skip, n - skip, NULL);
  if (!fine || self->failed)
    {
      desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, desk_sheet_part_source (self->part), NULL);
      return FALSE;
    }
  self->waiting = self->called ? 0 : self->waiting + (gsize) n;
  if (self->waiting > MAX_PIECE)
    {
      desk_sheet_fail (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE,
                       desk_sheet_part_source (self->part), "16");
      return FALSE;
    }
  return TRUE;
}

/* Parses the whole part @name; @most and errors as desk_sheet_part_open() and desk_sheet_xml_step(). */
gboolean
desk_sheet_xml_run (DeskSheetPackage *package, const char *name, gsize most, const DeskSheetXmlHandlers *handlers,
                    gpointer data, GCancellable *cancellable, GError **error)
{
  DeskSheetPart *part = desk_sheet_part_open (package, name, most, error);
  g_autoptr (DeskSheetXml) xml = NULL;
  gboolean more = TRUE;

  if (part == NULL)
    return FALSE;
  xml = desk_sheet_xml_new (part, handlers, data);
  while (more)
    if (!desk_sheet_xml_step (xml, &more, cancellable, error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer none) (nullable): the value of the attribute @name, whatever its prefix. */
const char *
desk_sheet_xml_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (local_name (names[i]), name) == 0)
      return values[i];
  return NULL;
}
