/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sheet-backend.h"
#include "desk-sheet-biff.h"
#include "desk-sheet-ole.h"
#include "desk-sheet-styles.h"

/* A workbook is held as a whole; one larger than this was made to fill the memory (65,536 rows of 256 columns are the
 * format's own limit). */
#define MAX_FILE (64 * 1024 * 1024)
#define ROWS_AT_ONCE 512
#define BIFF8 0x0600
#define BIFF5 0x0500

/* One cell as found: a number, or an entry of the workbook's strings or of the sheet's own. */
typedef struct
{
  guint16 row, column; /* from 0 */
  guint16 style;
  guint16 kind; /* DeskSheetKind */
  union
  {
    double number;
    struct
    {
      guint32 i;
      guint32 own;
    } text;
  } value;
} Cell;

/* A workbook of Excel 5 to 2003: its stream is walked record by record, every length checked. */
typedef struct
{
  DeskSheetBackend backend;
  DeskSheetSource *source;
  DeskSheetFacts *facts;
  GByteArray *stream;
  DeskSheetBiff record;
  GArray *formats;         /* guint: number format by cell style */
  GHashTable *custom;      /* number format → DeskSheetStyle */
  GArray *begins;          /* guint32: where each sheet begins */
  DeskSheetStrings *strings;
  DeskSheetStrings *own;   /* the sheet's: labels, results of formulas */
  GArray *cells;           /* Cell, by row and column */
  guint next_cell;
} Xls;

static gboolean
fail (Xls *self, DeskErrorCode code, DeskProblemCode problem, const char *second, GError **error)
{
  desk_sheet_fail (error, code, problem, self->source, second);
  return FALSE;
}

static const char *
fault_text (guint code)
{
  static const struct
  {
    guint code;
    const char *text;
  } faults[] = { { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" },
                 { 0x17, "#REF!" },  { 0x1d, "#NAME?" },  { 0x24, "#NUM!" } };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].code == code)
      return faults[i].text;
  return "#N/A";
}

/* A cell at the place the record's body begins with: row, column, style. */
static Cell
cell_at (const guint8 *body, DeskSheetKind kind)
{
  return (Cell){ (guint16) desk_sheet_biff_number (body, 2), (guint16) desk_sheet_biff_number (body + 2, 2),
                 (guint16) desk_sheet_biff_number (body + 4, 2), (guint16) kind, { 0 } };
}

static void
add_number (Xls *self, Cell cell, double number)
{
  cell.value.number = number;
  g_array_append_val (self->cells, cell);
}

static void
add_text (Xls *self, Cell cell, const char *text)
{
  cell.value.text.i = desk_sheet_strings_get_n (self->own);
  cell.value.text.own = TRUE;
  desk_sheet_strings_add (self->own, text, strlen (text));
  g_array_append_val (self->cells, cell);
}

/* Returns: whether the formula's result is a text, which comes in a record of its own. */
static gboolean
add_formula (Xls *self)
{
  const guint8 *body = self->record.body, *result = body + 6;

  if (self->record.length < 14)
    return FALSE;
  if (result[6] != 0xff || result[7] != 0xff)
    add_number (self, cell_at (body, DESK_SHEET_NUMBER), desk_sheet_biff_double (result));
  else if (result[0] == 1)
    add_text (self, cell_at (body, DESK_SHEET_TEXT), result[2] != 0 ? "TRUE" : "FALSE");
  else if (result[0] == 2)
    add_text (self, cell_at (body, DESK_SHEET_ERROR), fault_text (result[2]));
  return result[6] == 0xff && result[7] == 0xff && result[0] == 0;
}

static void
add_many (Xls *self)
{
  const guint8 *body = self->record.body;
  guint n = self->record.length >= 6 ? (self->record.length - 6) / 6 : 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *one = body + 4 + i * 6;
      Cell cell = { (guint16) desk_sheet_biff_number (body, 2), (guint16) (desk_sheet_biff_number (body + 2, 2) + i),
                    (guint16) desk_sheet_biff_number (one, 2), DESK_SHEET_NUMBER, { 0 } };

      add_number (self, cell, desk_sheet_biff_rk (one + 2));
    }
}

static void
add_merged (Xls *self)
{
  guint n = self->record.length >= 2
                ? MIN (desk_sheet_biff_number (self->record.body, 2), (self->record.length - 2u) / 8)
                : 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *p = self->record.body + 2 + i * 8;
      DeskSheetArea area = { desk_sheet_biff_number (p, 2) + 1, desk_sheet_biff_number (p + 2, 2) + 1,
                             desk_sheet_biff_number (p + 4, 2), desk_sheet_biff_number (p + 6, 2) };

      if (area.first_row <= area.last_row && area.first_column <= area.last_column)
        g_array_append_val (self->facts->merged, area);
    }
}

/* Records that give a cell, by their least length. */
static void
add_cell (Xls *self)
{
  const guint8 *body = self->record.body;
  guint length = self->record.length;
  guint type = self->record.type;
  g_autofree char *text = NULL;
  Cell cell;

  if (type == DESK_BIFF_NUMBER && length >= 14)
    add_number (self, cell_at (body, DESK_SHEET_NUMBER), desk_sheet_biff_double (body + 6));
  else if (type == DESK_BIFF_RK && length >= 10)
    add_number (self, cell_at (body, DESK_SHEET_NUMBER), desk_sheet_biff_rk (body + 6));
  else if (type == DESK_BIFF_LABEL_STRING && length >= 10)
    {
      cell = cell_at (body, DESK_SHEET_TEXT);
      cell.value.text.i = desk_sheet_biff_number (body + 6, 4);
      cell.value.text.own = FALSE;
      g_array_append_val (self->cells, cell);
    }
  else if ((type == DESK_BIFF_LABEL || type == DESK_BIFF_RICH_STRING) && length >= 8)
    {
      text = desk_sheet_biff_text (&self->record, 6, 2);
      add_text (self, cell_at (body, DESK_SHEET_TEXT), text);
    }
  else if (type == DESK_BIFF_BOOL_ERR && length >= 8 && body[7] != 0)
    add_text (self, cell_at (body, DESK_SHEET_ERROR), fault_text (body[6]));
  else if (type == DESK_BIFF_BOOL_ERR && length >= 8)
    add_text (self, cell_at (body, DESK_SHEET_TEXT), body[6] != 0 ? "TRUE" : "FALSE");
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;

  return one->row != other->row ? (int) one->row - (int) other->row : (int) one->column - (int) other->column;
}

static int
by_row (gconstpointer a, gconstpointer b)
{
  const DeskSheetArea *one = a, *other = b;

  return one->first_row != other->first_row ? (int) one->first_row - (int) other->first_row
                                            : (int) one->first_column - (int) other->first_column;
}

/* Reads the records of the sheet that begins at @begin; charts inside it have beginnings and ends of their own. */
static gboolean
read_sheet (Xls *self, gsize begin, GCancellable *cancellable, GError **error)
{
  guint8 text_at[6] = { 0 };
  gboolean text_follows = FALSE, ended = FALSE;
  guint depth = 0, n = 0;

  self->record.next = begin;
  while (!ended && desk_sheet_biff_next (&self->record))
    {
      if (n++ % 4096 == 0 && desk_sheet_cancelled (cancellable, error))
        return FALSE;
      if (self->record.type == DESK_BIFF_BOF)
        depth++;
      else if (self->record.type == DESK_BIFF_EOF)
        ended = depth-- <= 1;
      if (depth != 1)
        continue;
      if (self->record.type == DESK_BIFF_FORMULA)
        {
          text_follows = add_formula (self);
          memcpy (text_at, self->record.body, MIN (sizeof text_at, self->record.length));
        }
      else if (self->record.type == DESK_BIFF_STRING && text_follows)
        {
          g_autofree char *text = desk_sheet_biff_text (&self->record, 0, 2);

          add_text (self, cell_at (text_at, DESK_SHEET_TEXT), text);
          text_follows = FALSE;
        }
      else if (self->record.type == DESK_BIFF_MUL_RK)
        add_many (self);
      else if (self->record.type == DESK_BIFF_MERGED)
        add_merged (self);
      else
        add_cell (self);
    }
  if (!ended)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, NULL, error);
  g_array_sort (self->cells, by_place);
  g_array_sort (self->facts->merged, by_row);
  return TRUE;
}

/* Texts before Excel 97 are bytes of the code page of the Windows they were typed on. */
static void
set_code_page (Xls *self, guint page)
{
  GIConv conv;

  g_snprintf (self->record.charset, sizeof self->record.charset, page == 936 ? "GB18030" : "CP%u", page);
  conv = g_iconv_open ("UTF-8", self->record.charset);
  if (conv == (GIConv) -1)
    g_strlcpy (self->record.charset, "CP1252", sizeof self->record.charset);
  else
    g_iconv_close (conv);
}

static void
add_sheet (Xls *self)
{
  g_autofree char *name = NULL;
  guint32 begin;

  /* Charts and macros are no sheets. */
  if (self->record.length < 7 || self->record.body[5] != 0)
    return;
  begin = desk_sheet_biff_number (self->record.body, 4);
  name = desk_sheet_biff_text (&self->record, 6, 1);
  desk_sheet_facts_add_sheet (self->facts, name, (self->record.body[4] & 3) != 0);
  g_array_append_val (self->begins, begin);
}

static void
add_format (Xls *self)
{
  g_autofree char *code = NULL;
  DeskSheetStyle style;

  if (self->record.length < 3)
    return;
  code = desk_sheet_biff_text (&self->record, 2, self->record.narrow ? 1 : 2);
  style = desk_sheet_style_of_code (code);
  g_hash_table_replace (self->custom, GUINT_TO_POINTER (desk_sheet_biff_number (self->record.body, 2)),
                        g_memdup2 (&style, sizeof style));
}

/* One record of what the workbook says before its sheets. */
static gboolean
read_global (Xls *self, GError **error)
{
  const guint8 *body = self->record.body;
  guint number;

  switch (self->record.type)
    {
    case DESK_BIFF_FILE_PASS:
      return fail (self, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED, NULL, error);
    case DESK_BIFF_DATE_MODE:
      self->facts->date_1904 = self->record.length >= 2 && body[0] == 1;
      break;
    case DESK_BIFF_CODE_PAGE:
      if (self->record.length >= 2)
        set_code_page (self, desk_sheet_biff_number (body, 2));
      break;
    case DESK_BIFF_XF:
      number = self->record.length >= 4 ? desk_sheet_biff_number (body + 2, 2) : 0;
      g_array_append_val (self->formats, number);
      break;
    case DESK_BIFF_FORMAT:
      add_format (self);
      break;
    case DESK_BIFF_BOUND_SHEET:
      add_sheet (self);
      break;
    case DESK_BIFF_STRINGS:
      if (!desk_sheet_biff_strings (&self->record, self->strings))
        return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, NULL, error);
      break;
    default:
      break;
    }
  return TRUE;
}

static gboolean
read_workbook (Xls *self, const DeskSheetOptions *options, GCancellable *cancellable, GError **error)
{
  guint version;

  self->record.data = self->stream->data;
  self->record.size = self->stream->len;
  g_strlcpy (self->record.charset, "CP1252", sizeof self->record.charset);
  if (!desk_sheet_biff_next (&self->record) || self->record.type != DESK_BIFF_BOF || self->record.length < 4)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, NULL, error);
  version = desk_sheet_biff_number (self->record.body, 2);
  if (version != BIFF8 && version != BIFF5)
    return fail (self, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT, "Excel 4", error);
  self->record.narrow = version == BIFF5;
  while (desk_sheet_biff_next (&self->record) && self->record.type != DESK_BIFF_EOF)
    if (!read_global (self, error))
      return FALSE;
  if (self->record.type != DESK_BIFF_EOF)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, NULL, error);
  if (!desk_sheet_facts_choose (self->facts, options->sheet, self->source, error))
    return FALSE;
  return read_sheet (self, g_array_index (self->begins, guint32, self->facts->sheet), cancellable, error);
}

/* Puts a cell into the batch. FALSE when its text is not in the workbook. */
static gboolean
give_cell (Xls *self, const Cell *cell, DeskSheetBatch *batch)
{
  char stored[G_ASCII_DTOSTR_BUF_SIZE];
  DeskSheetStyle style = { 0 };
  const char *text;
  gsize length;
  guint number;

  if (cell->kind != DESK_SHEET_NUMBER)
    {
      text = desk_sheet_strings_get (cell->value.text.own ? self->own : self->strings, cell->value.text.i, &length);
      if (text != NULL)
        desk_sheet_batch_add_lasting (batch, cell->column, (DeskSheetKind) cell->kind, text, length);
      return text != NULL;
    }
  number = cell->style < self->formats->len ? g_array_index (self->formats, guint, cell->style) : 0;
  if (g_hash_table_lookup (self->custom, GUINT_TO_POINTER (number)) != NULL)
    style = *(const DeskSheetStyle *) g_hash_table_lookup (self->custom, GUINT_TO_POINTER (number));
  else
    style = desk_sheet_style_of_number (number);
  g_ascii_dtostr (stored, sizeof stored, cell->value.number);
  desk_sheet_styled_number (batch, cell->column, stored, style, self->facts->date_1904);
  return TRUE;
}

static gboolean
xls_fill (DeskSheetBackend *backend, DeskSheetBatch *batch, gboolean *more, GCancellable *cancellable, GError **error)
{
  Xls *self = (Xls *) backend;

  if (desk_sheet_cancelled (cancellable, error))
    return FALSE;
  for (guint n = 0; n < ROWS_AT_ONCE && self->next_cell < self->cells->len; n++)
    {
      guint row = g_array_index (self->cells, Cell, self->next_cell).row;

      batch->n_rows = row; /* what a limit names as the row before */
      for (; self->next_cell < self->cells->len; self->next_cell++)
        {
          const Cell *cell = &g_array_index (self->cells, Cell, self->next_cell);

          if (cell->row != row)
            break;
          if (!give_cell (self, cell, batch))
            return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, NULL, error);
        }
      desk_sheet_batch_end_row (batch, row + 1);
    }
  *more = self->next_cell < self->cells->len;
  return TRUE;
}

static void
xls_close (DeskSheetBackend *backend)
{
  Xls *self = (Xls *) backend;

  g_clear_pointer (&self->stream, g_byte_array_unref);
  g_array_unref (self->formats);
  g_hash_table_unref (self->custom);
  g_array_unref (self->begins);
  g_array_unref (self->cells);
  desk_sheet_strings_free (self->strings);
  desk_sheet_strings_free (self->own);
  g_free (self);
}

/* Opens a workbook of Excel 5 to 2003. See DeskSheetBackendOpen. */
DeskSheetBackend *
desk_sheet_xls_open (DeskSheetSource *source, const DeskSheetOptions *options, DeskSheetFacts *facts,
                     GCancellable *cancellable, GError **error)
{
  Xls *self = g_new0 (Xls, 1);

  self->backend = (DeskSheetBackend){ xls_fill, xls_close, NULL };
  self->source = source;
  self->facts = facts;
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint));
  self->custom = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->strings = desk_sheet_strings_new ();
  self->own = desk_sheet_strings_new ();
  if (source->size > MAX_FILE)
    desk_sheet_fail (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_LARGE, source, "64");
  else if ((self->stream = desk_sheet_ole_workbook (source, error)) != NULL
           && read_workbook (self, options, cancellable, error))
    {
      g_clear_pointer (&self->stream, g_byte_array_unref);
      return &self->backend;
    }
  xls_close (&self->backend);
  return NULL;
}
