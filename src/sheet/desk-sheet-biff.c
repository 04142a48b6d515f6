/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-biff.h"

#include <string.h>

#include "desk-sheet-styles.h"

/* Records of the format, by Microsoft's open specification [MS-XLS]. */
enum
{
  RECORD_FORMULA = 0x0006,
  RECORD_EOF = 0x000a,
  RECORD_FILE_PASS = 0x002f,
  RECORD_BOUND_SHEET = 0x0085,
  RECORD_XF = 0x00e0,
  RECORD_MERGED = 0x00e5,
  RECORD_BOOL_ERR = 0x0205,
  RECORD_STRING = 0x0207,
  RECORD_FORMAT = 0x041e,
  RECORD_BOF = 0x0809,
};

#define BIFF8 0x0600

typedef struct
{
  const guint8 *data;
  gsize size;
  gsize next; /* where the next record begins */
  guint type;
  const guint8 *body;
  guint length;
} Records;

/* What the sheet's cells need from the workbook. */
typedef struct
{
  GArray *formats;    /* guint: number format by cell style */
  GHashTable *custom; /* number format → DeskSheetStyle */
  gboolean date_1904;
  DeskSheetBiff *biff;
} Reading;

static guint
number_at (const guint8 *p, guint n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint) p[i] << (8 * i);
  return value;
}

/* Moves on to the next record. FALSE at the end and where a record reaches beyond it. */
static gboolean
next_record (Records *self)
{
  if (self->next + 4 > self->size)
    return FALSE;
  self->type = number_at (self->data + self->next, 2);
  self->length = number_at (self->data + self->next + 2, 2);
  self->body = self->data + self->next + 4;
  if (self->next + 4 + self->length > self->size)
    return FALSE;
  self->next += 4 + self->length;
  return TRUE;
}

/* A text of @n characters at the end of a record: a byte of flags, then bytes or pairs of bytes. */
static char *
read_text (const guint8 *body, guint length, guint n)
{
  gboolean wide;
  char *text;

  if (length < 1)
    return g_strdup ("");
  wide = (body[0] & 1) != 0;
  n = MIN (n, (length - 1) / (wide ? 2 : 1));
  text = wide ? g_convert ((const char *) body + 1, n * 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL)
              : g_convert ((const char *) body + 1, n, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  return text != NULL ? text : g_strdup ("\xef\xbf\xbd");
}

static const char *
fault_text (guint code)
{
  switch (code)
    {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0f:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1d:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
    }
}

static void
add_cell (Reading *self, const guint8 *body, DeskSheetKind kind, char *text)
{
  DeskSheetBiffCell cell
      = { (guint16) number_at (body, 2), (guint16) number_at (body + 2, 2), kind, text };

  g_array_append_val (self->biff->cells, cell);
}

static void
add_number (Reading *self, const guint8 *body, double value)
{
  char stored[G_ASCII_DTOSTR_BUF_SIZE];
  guint xf = number_at (body + 4, 2);
  guint number = xf < self->formats->len ? g_array_index (self->formats, guint, xf) : 0;
  const DeskSheetStyle *custom = g_hash_table_lookup (self->custom, GUINT_TO_POINTER (number));
  DeskSheetStyle style = custom != NULL ? *custom : desk_sheet_style_of_number (number);
  char *text = NULL;

  g_ascii_dtostr (stored, sizeof stored, value);
  if (style.with_day || style.with_time)
    text = desk_sheet_serial_text (stored, self->date_1904, style.with_day, style.with_time);
  if (text != NULL)
    add_cell (self, body, DESK_SHEET_DATE, text);
  else
    add_cell (self, body, DESK_SHEET_NUMBER, desk_sheet_number_text (stored));
}

/* Returns: whether the formula's result is a text, which comes in a record of its own. */
static gboolean
add_formula (Reading *self, const Records *record)
{
  const guint8 *result = record->body + 6;
  guint64 bits = 0;
  double value;

  if (record->length < 14)
    return FALSE;
  if (result[6] != 0xff || result[7] != 0xff)
    {
      bits = (guint64) number_at (result, 4) | (guint64) number_at (result + 4, 4) << 32;
      memcpy (&value, &bits, sizeof value);
      add_number (self, record->body, value);
      return FALSE;
    }
  if (result[0] == 1)
    add_cell (self, record->body, DESK_SHEET_TEXT, g_strdup (result[2] != 0 ? "TRUE" : "FALSE"));
  else if (result[0] == 2)
    add_cell (self, record->body, DESK_SHEET_ERROR, g_strdup (fault_text (result[2])));
  return result[0] == 0;
}

static void
add_merged (Reading *self, const Records *record)
{
  guint n = record->length >= 2 ? MIN (number_at (record->body, 2), (record->length - 2u) / 8) : 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *p = record->body + 2 + i * 8;
      DeskSheetArea area
          = { number_at (p, 2) + 1, number_at (p + 2, 2) + 1, number_at (p + 4, 2), number_at (p + 6, 2) };

      if (area.first_row <= area.last_row && area.first_column <= area.last_column)
        g_array_append_val (self->biff->merged, area);
    }
}

/* Reads the records of one sheet, from its beginning to its end; charts inside have ends of their own. */
static void
read_cells (Reading *self, Records *record)
{
  guint8 text_at[6] = { 0 };
  gboolean text_follows = FALSE;
  guint depth = 0;

  while (next_record (record))
    {
      if (record->type == RECORD_BOF)
        depth++;
      else if (record->type == RECORD_EOF && --depth == 0)
        return;
      if (depth != 1)
        continue;
      if (record->type == RECORD_FORMULA)
        {
          text_follows = add_formula (self, record);
          if (text_follows)
            memcpy (text_at, record->body, sizeof text_at);
        }
      else if (record->type == RECORD_STRING && text_follows && record->length >= 3)
        {
          add_cell (self, text_at, DESK_SHEET_TEXT,
                    read_text (record->body + 2, record->length - 2, number_at (record->body, 2)));
          text_follows = FALSE;
        }
      else if (record->type == RECORD_BOOL_ERR && record->length >= 8)
        add_cell (self, record->body, record->body[7] != 0 ? DESK_SHEET_ERROR : DESK_SHEET_TEXT,
                  g_strdup (record->body[7] != 0   ? fault_text (record->body[6])
                            : record->body[6] != 0 ? "TRUE"
                                                   : "FALSE"));
      else if (record->type == RECORD_MERGED)
        add_merged (self, record);
    }
}

static void
add_format (Reading *self, const Records *record)
{
  if (record->type == RECORD_XF && record->length >= 4)
    {
      guint number = number_at (record->body + 2, 2);

      g_array_append_val (self->formats, number);
    }
  else if (record->type == RECORD_FORMAT && record->length >= 5)
    {
      g_autofree char *code = read_text (record->body + 4, record->length - 4, number_at (record->body + 2, 2));
      DeskSheetStyle style = desk_sheet_style_of_code (code);

      g_hash_table_replace (self->custom, GUINT_TO_POINTER (number_at (record->body, 2)),
                            g_memdup2 (&style, sizeof style));
    }
}

/**
 * desk_sheet_biff_check:
 * @stream: the stream of a workbook
 * @biff: (out caller-allocates): gets whether it is encrypted and which sheets are hidden; to be cleared
 *
 * Returns: whether all records lie within the stream, as what reads them relies on
 */
gboolean
desk_sheet_biff_check (const GByteArray *stream, DeskSheetBiff *biff)
{
  Records record = { .data = stream->data, .size = stream->len };
  gsize end = 0;

  *biff = (DeskSheetBiff){ 0 };
  biff->hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  biff->cells = g_array_new (FALSE, FALSE, sizeof (DeskSheetBiffCell));
  biff->merged = g_array_new (FALSE, FALSE, sizeof (DeskSheetArea));
  while (next_record (&record))
    {
      biff->encrypted = biff->encrypted || record.type == RECORD_FILE_PASS;
      if (record.type == RECORD_BOUND_SHEET && record.length >= 6 && record.body[5] == 0)
        {
          gboolean hidden = (record.body[4] & 3) != 0;

          g_array_append_val (biff->hidden, hidden);
        }
      /* The stream may be filled up behind its last record. */
      if (record.type == RECORD_EOF)
        end = record.next;
    }
  return end > 0;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const DeskSheetBiffCell *one = a, *other = b;

  return one->row != other->row ? (int) one->row - (int) other->row : (int) one->column - (int) other->column;
}

static int
by_row (gconstpointer a, gconstpointer b)
{
  const DeskSheetArea *one = a, *other = b;

  return one->first_row != other->first_row ? (int) one->first_row - (int) other->first_row
                                            : (int) one->first_column - (int) other->first_column;
}

/**
 * desk_sheet_biff_read_sheet:
 * @stream: the stream of a workbook that was checked
 * @sheet: which of its sheets, charts not counted
 * @date_1904: the workbook counts days from 1904
 * @biff: (inout): gets the cells and the merged areas
 *
 * Only workbooks of Excel 97 and later say these things in the way that is read here; of older ones nothing is added.
 *
 * Returns: whether that sheet was found
 */
gboolean
desk_sheet_biff_read_sheet (const GByteArray *stream, guint sheet, gboolean date_1904, DeskSheetBiff *biff)
{
  Records record = { .data = stream->data, .size = stream->len };
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) custom = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { formats, custom, date_1904, biff };
  gsize begin = 0;
  guint n = 0;

  if (!next_record (&record) || record.type != RECORD_BOF || record.length < 2 || number_at (record.body, 2) != BIFF8)
    return FALSE;
  while (next_record (&record) && record.type != RECORD_EOF)
    {
      add_format (&reading, &record);
      if (record.type == RECORD_BOUND_SHEET && record.length >= 6 && record.body[5] == 0 && n++ == sheet)
        begin = number_at (record.body, 4);
    }
  if (begin == 0 || begin >= stream->len)
    return FALSE;
  record.next = begin;
  read_cells (&reading, &record);
  g_array_sort (biff->cells, by_place);
  g_array_sort (biff->merged, by_row);
  return TRUE;
}

/* Frees what @biff holds. */
void
desk_sheet_biff_clear (DeskSheetBiff *biff)
{
  for (guint i = 0; biff->cells != NULL && i < biff->cells->len; i++)
    g_free (g_array_index (biff->cells, DeskSheetBiffCell, i).text);
  g_clear_pointer (&biff->cells, g_array_unref);
  g_clear_pointer (&biff->hidden, g_array_unref);
  g_clear_pointer (&biff->merged, g_array_unref);
}
