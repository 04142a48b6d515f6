/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-strings.h"

#include <string.h>

#include "desk-sheet-row.h"

struct _DeskSheetStrings
{
  GByteArray *text; /* all texts, each with its zero byte */
  GArray *begins;   /* guint32: where each begins, and where the next would */
  guint in_phonetic;
  gboolean in_text;
};

/**
 * desk_sheet_unescape:
 * @text: (array length=length) (inout): a text of a workbook, changed in place
 *
 * Workbooks write characters XML has no room for as _x000D_, and _x005F_ for an underline that would look so.
 *
 * Returns: the new length
 */
gsize
desk_sheet_unescape (char *text, gsize length)
{
  gsize to = 0;

  if (length < 7 || memmem (text, length, "_x", 2) == NULL)
    return length;
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = 0;
      guint n = 0;

      if (text[i] == '_' && i + 7 <= length && text[i + 1] == 'x' && text[i + 6] == '_')
        while (n < 4 && g_ascii_isxdigit (text[i + 2 + n]))
          c = c * 16 + (gunichar) g_ascii_xdigit_value (text[i + 2 + n++]);
      if (n < 4 || (c != 0 && !g_unichar_validate (c)))
        {
          text[to++] = text[i];
          continue;
        }
      if (c != 0)
        to += (gsize) g_unichar_to_utf8 (c, text + to);
      i += 6;
    }
  return to;
}

static guint
begin_of (const DeskSheetStrings *self, guint i)
{
  return g_array_index (self->begins, guint32, i);
}

static void
on_start (gpointer data, const char *name, const char **names, const char **values)
{
  DeskSheetStrings *self = data;

  if (strcmp (name, "rPh") == 0)
    self->in_phonetic++;
  else if (strcmp (name, "t") == 0)
    self->in_text = self->in_phonetic == 0;
}

static void
on_end (gpointer data, const char *name)
{
  DeskSheetStrings *self = data;
  guint32 begin, end;

  if (strcmp (name, "rPh") == 0)
    self->in_phonetic--;
  else if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "si") == 0)
    {
      begin = begin_of (self, self->begins->len - 1);
      end = begin + (guint32) desk_sheet_unescape ((char *) self->text->data + begin, self->text->len - begin);
      g_byte_array_set_size (self->text, end);
      g_byte_array_append (self->text, (const guint8 *) "", 1);
      end++;
      g_array_append_val (self->begins, end);
    }
}

/* Of a text no cell may hold only so much is kept that the cell is refused by its length, with its row's number. */
static void
on_text (gpointer data, const char *text, gsize length)
{
  DeskSheetStrings *self = data;
  gsize have = self->text->len - begin_of (self, self->begins->len - 1);

  if (self->in_text && have <= DESK_SHEET_MAX_CELL)
    g_byte_array_append (self->text, (const guint8 *) text, (guint) MIN (length, DESK_SHEET_MAX_CELL + 1));
}

/* Returns: (transfer full): no texts yet. */
DeskSheetStrings *
desk_sheet_strings_new (void)
{
  DeskSheetStrings *self = g_new0 (DeskSheetStrings, 1);
  guint32 begin = 0;

  self->text = g_byte_array_sized_new (64);
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->begins, begin);
  return self;
}

/* Adds a text (@length bytes of UTF-8 without zero bytes) after those that are there. */
void
desk_sheet_strings_add (DeskSheetStrings *self, const char *text, gsize length)
{
  guint32 end;

  g_byte_array_append (self->text, (const guint8 *) text, (guint) length);
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  end = self->text->len;
  g_array_append_val (self->begins, end);
}

/* Returns: how many texts there are. */
guint
desk_sheet_strings_get_n (const DeskSheetStrings *self)
{
  return self->begins->len - 1;
}

/**
 * desk_sheet_strings_load:
 * @package: a workbook
 * @name: the part that holds its texts, or NULL when it has none
 * @error: as desk_sheet_xml_run()
 *
 * Phonetic guides (rPh) are left out: they are not part of the text.
 *
 * Returns: (transfer full) (nullable): the texts
 */
DeskSheetStrings *
desk_sheet_strings_load (DeskSheetPackage *package, const char *name, GCancellable *cancellable, GError **error)
{
  static const DeskSheetXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (DeskSheetStrings) self = desk_sheet_strings_new ();

  if (name != NULL
      && !desk_sheet_xml_run (package, name, DESK_SHEET_MAX_STRINGS, &handlers, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_sheet_strings_free (DeskSheetStrings *self)
{
  g_byte_array_unref (self->text);
  g_array_unref (self->begins);
  g_free (self);
}

/* Returns: (transfer none) (nullable): text number @i and its length; NULL when the workbook has none such. */
const char *
desk_sheet_strings_get (const DeskSheetStrings *self, guint i, gsize *length)
{
  if (i >= self->begins->len - 1)
    return NULL;
  *length = begin_of (self, i + 1) - begin_of (self, i) - 1;
  return (const char *) self->text->data + begin_of (self, i);
}
