/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <csv.h>
#include <string.h>

#include "desk-sheet-backend.h"
#include "desk-sheet-separator.h"

#define CHUNK 65536
/* libcsv's own number for "inside a field"; it reports a quote left open in its strict mode only, which refuses too
 * much else. */
#define INSIDE_FIELD 2

/* A text with separators, read by libcsv. Blank lines are counted but give no row; blanks around what is not quoted
 * are dropped (which is what makes `"a" , "b"` two fields). */
typedef struct
{
  DeskSheetBackend backend;
  DeskSheetSource *source;
  const char *encoding;
  goffset offset; /* of the next chunk */
  gsize skip;     /* bytes of text before the first row: a line "sep=;" */
  DeskSheetDecoder *decoder;
  GByteArray *text;
  struct csv_parser parser;
  DeskSheetBatch *batch; /* while a chunk is parsed */
  guint column;
  gboolean after_return; /* the row ended with CR, an LF right after it belongs to it */
  gboolean row_begun;
} Csv;

/* A cell that a writer defused, or a person marked as text, with an apostrophe: '+86 138… is +86 138… */
static gboolean
is_defused (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] == '\'')
    n++;
  return n > 0 && n < length && strchr ("=+-@\t\r", text[n]) != NULL;
}

static void
on_field (void *data, size_t length, void *user_data)
{
  Csv *self = user_data;
  const char *text = data;

  self->after_return = FALSE;
  if (length > 0 && *text == '\'' && is_defused (text, length))
    {
      text++;
      length--;
    }
  desk_sheet_batch_add (self->batch, self->column++, DESK_SHEET_TEXT, text, length);
}

static void
on_row (int end, void *user_data)
{
  Csv *self = user_data;

  if (end == '\n' && self->after_return && self->column == 0)
    {
      self->after_return = FALSE;
      return;
    }
  desk_sheet_batch_end_row (self->batch, self->batch->n_rows + 1);
  self->after_return = end == '\r';
  self->column = 0;
}

static gboolean
fail_at_row (Csv *self, DeskErrorCode code, DeskProblemCode problem, const char *second, guint row, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%u", row);

  if (second != NULL)
    desk_error_set (error, code, problem, NULL, self->source->name, second, where, NULL);
  else
    desk_error_set (error, code, problem, NULL, self->source->name, where, NULL);
  return FALSE;
}

/* Decodes the next chunk into self->text. */
static gboolean
decode_chunk (Csv *self, gboolean *more, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n = desk_sheet_source_read (self->source, self->offset, chunk, CHUNK, error);

  if (n < 0)
    return FALSE;
  self->offset += n;
  *more = n > 0;
  g_byte_array_set_size (self->text, 0);
  if (!desk_sheet_decoder_feed (self->decoder, chunk, (gsize) n, n == 0, self->text))
    {
      guint row = self->batch != NULL ? self->batch->n_rows + 1 : 1;

      for (guint i = 0; i < self->text->len; i++)
        row += self->text->data[i] == '\n';
      return fail_at_row (self, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCODING, self->encoding, row, error);
    }
  if (self->text->len > 0 && memchr (self->text->data, 0, self->text->len) != NULL)
    {
      desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_SHEET, self->source, NULL);
      return FALSE;
    }
  return TRUE;
}

static gboolean
csv_fill (DeskSheetBackend *backend, DeskSheetBatch *batch, gboolean *more, GCancellable *cancellable, GError **error)
{
  Csv *self = (Csv *) backend;
  gsize skip;

  self->batch = batch;
  if (desk_sheet_cancelled (cancellable, error) || !decode_chunk (self, more, error))
    return FALSE;
  skip = MIN (self->skip, self->text->len);
  self->skip -= skip;
  if (self->text->len > skip
      && csv_parse (&self->parser, self->text->data + skip, self->text->len - skip, on_field, on_row, self)
             != self->text->len - skip)
    {
      desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_OUT_OF_MEMORY, NULL, NULL);
      return FALSE;
    }
  if (self->parser.entry_pos > DESK_SHEET_MAX_CELL)
    desk_sheet_batch_fail (batch, DESK_PROBLEM_SHEET_CELL_TOO_LONG, batch->n_rows + 1);
  if (*more)
    return TRUE;
  if (self->parser.quoted && self->parser.pstate == INSIDE_FIELD)
    return fail_at_row (self, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_QUOTE_OPEN, NULL, batch->n_rows + 1, error);
  csv_fini (&self->parser, on_field, on_row, self);
  return TRUE;
}

static void
csv_close (DeskSheetBackend *backend)
{
  Csv *self = (Csv *) backend;

  csv_free (&self->parser);
  g_clear_pointer (&self->decoder, desk_sheet_decoder_free);
  g_byte_array_unref (self->text);
  g_free (self);
}

/* Looks at the first chunk for the separator, then goes back to the beginning. */
static gboolean
find_separator (Csv *self, const DeskSheetOptions *options, goffset begin, DeskSheetFacts *facts, GError **error)
{
  gboolean more;

  self->offset = begin;
  self->decoder = desk_sheet_decoder_new (self->encoding);
  if (!decode_chunk (self, &more, error))
    return FALSE;
  facts->separator = desk_sheet_separator_find ((const char *) self->text->data, self->text->len);
  self->skip = desk_sheet_separator_line ((const char *) self->text->data, self->text->len, &facts->separator);
  if (options->separator != 0)
    facts->separator = options->separator;
  desk_sheet_decoder_free (self->decoder);
  self->decoder = desk_sheet_decoder_new (self->encoding);
  self->offset = begin;
  return TRUE;
}

static gboolean
find_encoding (Csv *self, const DeskSheetOptions *options, DeskSheetFacts *facts, GCancellable *cancellable,
               GError **error)
{
  if (options->encoding == NULL)
    return desk_sheet_encoding_detect (self->source, cancellable, &facts->encoding, &facts->reason, error);
  facts->encoding = desk_sheet_encoding_canonical (options->encoding);
  facts->reason = DESK_SHEET_ENCODING_CHOSEN;
  if (facts->encoding == NULL)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCODING_UNKNOWN, NULL, options->encoding, NULL);
  return facts->encoding != NULL;
}

/* Opens a text: finds encoding and separator. See DeskSheetBackendOpen. */
DeskSheetBackend *
desk_sheet_csv_open (DeskSheetSource *source, const DeskSheetOptions *options, DeskSheetFacts *facts,
                     GCancellable *cancellable, GError **error)
{
  Csv *self = g_new0 (Csv, 1);
  const char *marked = NULL;
  guint8 head[4];
  gssize n;
  guint mark;

  self->backend = (DeskSheetBackend){ csv_fill, csv_close, NULL };
  self->source = source;
  self->text = g_byte_array_new ();
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_blk_size (&self->parser, 4096);
  n = desk_sheet_source_read (source, 0, head, sizeof head, error);
  if (n < 0 || !find_encoding (self, options, facts, cancellable, error))
    {
      csv_close (&self->backend);
      return NULL;
    }
  self->encoding = facts->encoding;
  mark = desk_sheet_encoding_mark (head, (gsize) n, &marked);
  if (mark > 0 && strcmp (marked, facts->encoding) != 0)
    {
      /* "UTF-16" without more is told apart by its mark; a mark of another encoding than chosen is text. */
      if (g_str_has_prefix (marked, "UTF-16") && g_str_has_prefix (facts->encoding, "UTF-16"))
        self->encoding = facts->encoding = marked;
      else
        mark = 0;
    }
  if (!find_separator (self, options, mark, facts, error))
    {
      csv_close (&self->backend);
      return NULL;
    }
  csv_set_delim (&self->parser, (unsigned char) facts->separator);
  desk_sheet_facts_add_sheet (facts, "", FALSE);
  return &self->backend;
}
