/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-encoding.h"

#include <string.h>

#define CHUNK 65536

/* What one pass over the bytes shows. */
typedef struct
{
  gsize zeros[2]; /* at even and at odd places */
  gsize n_good;   /* characters of several bytes, right as UTF-8 */
  gsize n_bad;    /* bytes that are not */
  gsize n_pairs;  /* of a byte above 0x80 and its follower, as GBK and Big5 have them */
  gsize n_gb2312; /* pairs among the 6,763 characters and the signs of GB2312 */
  gsize n_common; /* pairs among the 5,401 common characters and the signs of Big5 */
} Scan;

/**
 * desk_sheet_encoding_mark:
 * @head: (array length=length): a file's first bytes
 * @encoding: (out): what the byte order mark says; untouched without one
 *
 * Returns: the mark's length in bytes, 0 without one
 */
guint
desk_sheet_encoding_mark (const guint8 *head, gsize length, const char **encoding)
{
  static const struct
  {
    const char *bytes;
    guint length;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\x84\x31\x95\x33", 4, "GB18030" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (head, marks[i].bytes, marks[i].length) == 0)
      {
        *encoding = marks[i].encoding;
        return marks[i].length;
      }
  return 0;
}

static void
count_utf8 (Scan *scan, const guint8 *bytes, gsize length)
{
  const char *p = (const char *) bytes;
  const char *end = p + length;

  while (p < end)
    {
      if ((guint8) *p < 0x80)
        p++;
      else if (g_utf8_get_char_validated (p, end - p) < 0x110000)
        {
          scan->n_good++;
          p = g_utf8_next_char (p);
        }
      else
        {
          scan->n_bad++;
          p++;
        }
    }
}

static void
count_pairs (Scan *scan, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++)
    {
      guint8 lead = bytes[i], trail = bytes[i + 1];

      if (lead < 0x81)
        continue;
      i++;
      scan->n_pairs++;
      scan->n_gb2312 += lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1;
      scan->n_common += lead >= 0xa1 && lead <= 0xc6 && (trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e));
    }
}

static void
count_zeros (Scan *scan, const guint8 *bytes, gsize length, goffset offset)
{
  const guint8 *p = bytes;

  while ((p = memchr (p, 0, length - (gsize) (p - bytes))) != NULL)
    scan->zeros[(offset + (p++ - bytes)) & 1]++;
}

/* One pass: whether the whole is UTF-8, and, for the part around the first byte that is not, what it may be. */
static gboolean
scan_file (DeskSheetSource *source, GCancellable *cancellable, Scan *scan, gboolean *is_utf8, GError **error)
{
  g_autoptr (DeskSheetDecoder) decoder = desk_sheet_decoder_new ("UTF-8");
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gboolean any_high = FALSE;
  goffset offset = 0;
  guint n_looked_at = 0;
  gssize n;

  *is_utf8 = TRUE;
  while ((n = desk_sheet_source_read (source, offset, chunk, CHUNK, error)) > 0)
    {
      if (desk_sheet_cancelled (cancellable, error))
        return FALSE;
      g_byte_array_set_size (text, 0);
      count_zeros (scan, chunk, (gsize) n, offset);
      *is_utf8 = *is_utf8 && desk_sheet_decoder_feed (decoder, chunk, (gsize) n, FALSE, text);
      for (guint i = 0; i < text->len && !any_high; i++)
        any_high = text->data[i] >= 0x80;
      if (!*is_utf8 && n_looked_at++ < 16)
        {
          count_utf8 (scan, chunk, (gsize) n);
          count_pairs (scan, chunk, (gsize) n);
        }
      offset += n;
    }
  if (n == 0 && *is_utf8 && !desk_sheet_decoder_feed (decoder, NULL, 0, TRUE, text))
    {
      *is_utf8 = FALSE;
      scan->n_good += any_high ? 20 : 0; /* UTF-8 cut short inside a character is UTF-8 all the same */
    }
  return n == 0;
}

/* Does the whole file decode? If not, @row tells the line of the fault. */
static gboolean
try_encoding (DeskSheetSource *source, const char *encoding, GCancellable *cancellable, gboolean *fits, guint *row,
              GError **error)
{
  g_autoptr (DeskSheetDecoder) decoder = desk_sheet_decoder_new (encoding);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  goffset offset = 0;
  gssize n;

  *row = 1;
  do
    {
      if (desk_sheet_cancelled (cancellable, error))
        return FALSE;
      n = desk_sheet_source_read (source, offset, chunk, CHUNK, error);
      if (n < 0)
        return FALSE;
      offset += n;
      g_byte_array_set_size (text, 0);
      *fits = desk_sheet_decoder_feed (decoder, chunk, (gsize) n, n == 0, text)
              && (text->len == 0 || memchr (text->data, 0, text->len) == NULL);
      for (guint i = 0; i < text->len; i++)
        *row += text->data[i] == '\n';
    }
  while (*fits && n > 0);
  return TRUE;
}

static gboolean
fail_encoding (DeskSheetSource *source, const char *encoding, guint row, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%u", row);

  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCODING, NULL, source->name, encoding, where, NULL);
  return FALSE;
}

/* Do the commas, tabs and line ends at the file's beginning stand beside zero bytes, as they do in UTF-16 whose low
 * bytes are at @low (0 even places, 1 odd ones)? In Chinese UTF-16 a few characters hold such a byte too: 上 听 三. */
static gboolean
parts_are_wide (DeskSheetSource *source, guint low)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n = desk_sheet_source_read (source, 0, chunk, CHUNK, NULL) & ~(gssize) 1;
  guint with_zero = 0, without = 0;

  for (gssize i = 0; i < n; i++)
    if (memchr (",;\t\n", chunk[i], 4) != NULL)
      {
        gboolean wide = (guint) (i & 1) == low && chunk[i ^ 1] == 0;

        with_zero += wide;
        without += !wide;
      }
  return with_zero > without * 2;
}

/* Zero bytes: UTF-16 when they stand on one side only, else no text at all. */
static gboolean
detect_wide (DeskSheetSource *source, const Scan *scan, GCancellable *cancellable, const char **encoding, GError **error)
{
  guint low = scan->zeros[0] == 0 ? 0 : 1;
  gboolean fits = FALSE;
  guint row;

  *encoding = low == 0 ? "UTF-16LE" : "UTF-16BE";
  if ((scan->zeros[0] == 0 || scan->zeros[1] == 0) && parts_are_wide (source, low)
      && !try_encoding (source, *encoding, cancellable, &fits, &row, error))
    return FALSE;
  if (!fits)
    desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_SHEET, source, NULL);
  return fits;
}

/**
 * desk_sheet_encoding_detect:
 * @source: a text file
 * @cancellable: (nullable):
 * @encoding: (out): our name of it
 * @reason: (out): how it was found
 * @error: INVALID sheet-encoding with the line that fits none, sheet-not-a-sheet for what is no text; IO, CANCELLED
 *
 * By byte order mark, else strict UTF-8, else GB18030, which is what Chinese Windows means by CSV. UTF-16 without a
 * mark shows by its zero bytes, Big5 by the characters used: in simplified text nearly every pair of bytes is one of
 * GB2312, in traditional text about four in ten are not, while nearly all are common ones of Big5. A file that is
 * UTF-8 but for a few bytes is not turned into another encoding: it is damaged, and read up to the fault.
 */
gboolean
desk_sheet_encoding_detect (DeskSheetSource *source, GCancellable *cancellable, const char **encoding,
                            DeskSheetEncodingReason *reason, GError **error)
{
  const char *candidates[2] = { "GB18030", "Big5" };
  guint rows[2] = { 0, 0 };
  Scan scan = { 0 };
  guint8 head[4];
  gssize n = desk_sheet_source_read (source, 0, head, sizeof head, error);
  gboolean is_utf8, fits, big5;

  if (n < 0)
    return FALSE;
  *reason = DESK_SHEET_ENCODING_MARKED;
  if (desk_sheet_encoding_mark (head, (gsize) n, encoding) > 0)
    return TRUE;
  if (!scan_file (source, cancellable, &scan, &is_utf8, error))
    return FALSE;
  *reason = DESK_SHEET_ENCODING_ZEROS;
  if (scan.zeros[0] + scan.zeros[1] > 0)
    return detect_wide (source, &scan, cancellable, encoding, error);
  *reason = DESK_SHEET_ENCODING_VALID;
  *encoding = "UTF-8";
  if (is_utf8 || (scan.n_good >= 20 && scan.n_bad * 50 < scan.n_good))
    return TRUE;
  big5 = scan.n_pairs >= 20 && scan.n_gb2312 * 10 < scan.n_pairs * 8 && scan.n_common * 100 > scan.n_pairs * 92;
  for (guint i = 0; i < 2; i++)
    {
      *encoding = candidates[big5 ? 1 - i : i];
      *reason = strcmp (*encoding, "Big5") == 0 ? DESK_SHEET_ENCODING_LETTERS : DESK_SHEET_ENCODING_ASSUMED;
      if (!try_encoding (source, *encoding, cancellable, &fits, &rows[i], error))
        return FALSE;
      if (fits)
        return TRUE;
    }
  return fail_encoding (source, candidates[big5 ? 1 : 0], rows[0], error);
}
