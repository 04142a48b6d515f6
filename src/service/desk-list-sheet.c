/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-changes.h"
#include "desk-decimal.h"
#include "desk-paper.h"
#include "desk-list-paper.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-sheet-writer.h"
#include "desk-store-list.h"
#include "desk-store-record.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-tx.h"

/* Lists going out as they are shown: the rows of the filter in the order of the list, the columns that are seen, numbers
 * of people masked as on the screen. One walk over the rows serves the sheet and the paper. */

#define ROWS_AT_ONCE 512

/* @list is copied; @columns: (array length=n_columns): in order; @path and @language may be NULL. */
DeskListSheetInput *
desk_list_sheet_input_new (const DeskListInput *list, const guint *columns, guint n_columns, const char *path,
                           const char *language)
{
  DeskListSheetInput *self = g_new0 (DeskListSheetInput, 1);

  self->list = desk_list_input_copy (list);
  self->n_columns = MIN (n_columns, DESK_MAX_COLUMNS);
  if (self->n_columns > 0)
    memcpy (self->columns, columns, self->n_columns * sizeof *columns);
  self->path = g_strdup (path);
  self->language = g_strdup (language);
  return self;
}

void
desk_list_sheet_input_free (gpointer input)
{
  DeskListSheetInput *self = input;

  g_free (self->input.request_key);
  desk_list_input_free (self->list);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_free (self->path);
  g_free (self->language);
  g_free (self);
}

void
desk_list_sheet_clear (gpointer result)
{
  DeskListSheet *self = result;

  g_clear_pointer (&self->paper, desk_paper_free);
}

/* Returns: (transfer full). */
DeskSheetNoteInput *
desk_sheet_note_input_new (const char *request_key, DeskList list, guint count)
{
  DeskSheetNoteInput *self = g_new0 (DeskSheetNoteInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->list = list;
  self->count = count;
  return self;
}

void
desk_sheet_note_input_free (gpointer input)
{
  DeskSheetNoteInput *self = input;

  if (self == NULL)
    return;
  g_free (self->input.request_key);
  g_free (self);
}

/* What is walked over. */
typedef struct
{
  DeskTx *tx;
  const DeskListSheetInput *in;
  const DeskListSpec *spec;
  DeskText *text;
  guint columns[DESK_MAX_COLUMNS];
  guint n_columns;
  gboolean whole; /* numbers of people as they are, not masked */
  gpointer target;
  gboolean (*take) (gpointer target, const DeskRow *row, GError **error);
} Walk;

static gboolean
begin (Walk *walk, DeskTx *tx, const DeskListSheetInput *in, GError **error)
{
  g_autofree char *language = NULL;

  *walk = (Walk){ .tx = tx, .in = in, .spec = desk_list_spec (in->list->list) };
  walk->n_columns = in->n_columns > 0 ? in->n_columns : walk->spec->n_columns;
  for (guint i = 0; i < walk->n_columns; i++)
    {
      walk->columns[i] = in->n_columns > 0 ? in->columns[i] : i;
      if (walk->columns[i] >= walk->spec->n_columns)
        {
          desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "columns", "", NULL);
          return FALSE;
        }
    }
  language = in->language != NULL
                 ? g_strdup (in->language)
                 : desk_service_get_setting (tx->service, desk_setting_name (DESK_SETTING_LANGUAGE), error);
  if (language == NULL)
    return FALSE;
  walk->text = desk_text_new (language, desk_service_zone (tx->service));
  return TRUE;
}

/* Gives every row to walk->take, some at a time. */
static gboolean
run (Walk *walk, guint *count, GError **error)
{
  DeskIdList ids = { 0 };
  gboolean ok = desk_body_list_ids (walk->tx, walk->in->list, &ids, error);

  for (guint from = 0; ok && from < ids.ids->len; from += ROWS_AT_ONCE)
    {
      guint total = ids.ids->len;
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint32));
      DeskRowsInput in = { .list = walk->in->list->list, .ids = some, .today = walk->in->list->today };
      DeskRows rows = { 0 };

      g_array_append_vals (some, &g_array_index (ids.ids, gint32, from), MIN (ROWS_AT_ONCE, ids.ids->len - from));
      ok = !desk_progress_stopped (walk->in->progress, error) && desk_body_get_rows (walk->tx, &in, &rows, error);
      for (guint i = 0; ok && i < rows.rows->len; i++)
        ok = (!walk->whole || desk_store_list_unmask (desk_tx_db (walk->tx), in.list, rows.rows->pdata[i], error))
             && walk->take (walk->target, rows.rows->pdata[i], error);
      desk_progress_set (walk->in->progress, MIN (from + ROWS_AT_ONCE, total), total);
      *count += ok ? rows.rows->len : 0;
      desk_rows_clear (&rows);
    }
  desk_id_list_clear (&ids);
  return ok;
}

/* The care flags of a row in words: 独居老人、宠物. */
static char *
flags_text (Walk *walk, const DeskColumnSpec *column, gint64 bits)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (int value = 1; value <= column->values->n; value++)
    if ((bits & (1 << (value - 1))) != 0)
      g_ptr_array_add (words, (gpointer) desk_text_enum (walk->text, column->values, value));
  g_ptr_array_add (words, NULL);
  return desk_text_join (walk->text, (const char *const *) words->pdata);
}

/* Returns: (transfer full): the cell as it is read on the screen. */
static char *
cell_text (Walk *walk, const DeskColumnSpec *column, const DeskCell *cell)
{
  char *words = desk_text_cell (walk->text, column, cell);

  if (words != NULL)
    return words;
  switch ((int) column->type)
    {
    case DESK_COLUMN_INT:
      return desk_text_number (cell->number);
    case DESK_COLUMN_AREA:
      return cell->number != 0 ? desk_decimal_format_grouped (cell->number, DESK_DIGITS_AREA) : g_strdup ("");
    case DESK_COLUMN_MONEY:
      return desk_decimal_format_grouped (cell->number, DESK_DIGITS_MONEY);
    case DESK_COLUMN_DAY:
      return cell->number != 0 ? desk_day_format (cell->number) : g_strdup ("");
    case DESK_COLUMN_TIME:
      return cell->number != 0 ? desk_text_time_whole (walk->text, cell->number) : g_strdup ("");
    case DESK_COLUMN_ENUM:
      return g_strdup (cell->number != 0 ? desk_text_enum (walk->text, column->values, cell->number) : "");
    case DESK_COLUMN_FLAGS:
      return flags_text (walk, column, cell->number);
    case DESK_COLUMN_KIND:
      return g_strdup (desk_text_kind (walk->text, (DeskKind) cell->number));
    case DESK_COLUMN_TEXT:
    case DESK_COLUMN_KEY:
    case DESK_COLUMN_PHONE:
    default:
      return g_strdup (cell->text != NULL ? cell->text : "");
    }
}

static DeskSheetColumnType
sheet_type (DeskColumnType type)
{
  switch ((int) type)
    {
    case DESK_COLUMN_INT:
      return DESK_SHEET_COLUMN_INTEGER;
    case DESK_COLUMN_AREA:
    case DESK_COLUMN_MONEY:
      return DESK_SHEET_COLUMN_DECIMAL;
    case DESK_COLUMN_DAY:
      return DESK_SHEET_COLUMN_DAY;
    case DESK_COLUMN_TIME:
      return DESK_SHEET_COLUMN_TIME;
    default:
      return DESK_SHEET_COLUMN_TEXT;
    }
}

typedef struct
{
  Walk *walk;
  DeskSheetWriter *writer;
} Sheet;

/* Real types: a number stays a number, a day a day; nothing known is a blank. */
static void
write_cell (Sheet *sheet, const DeskColumnSpec *column, const DeskCell *cell)
{
  g_autofree char *text = NULL;

  if (column->type == DESK_COLUMN_INT)
    desk_sheet_writer_integer (sheet->writer, cell->number);
  else if (cell->number == 0 && (column->type == DESK_COLUMN_AREA || column->type == DESK_COLUMN_DAY
                                 || column->type == DESK_COLUMN_TIME))
    desk_sheet_writer_blank (sheet->writer);
  else if (column->type == DESK_COLUMN_AREA || column->type == DESK_COLUMN_MONEY)
    desk_sheet_writer_decimal (sheet->writer, cell->number);
  else if (column->type == DESK_COLUMN_DAY)
    desk_sheet_writer_day (sheet->writer, cell->number);
  else if (column->type == DESK_COLUMN_TIME)
    desk_sheet_writer_time (sheet->writer, cell->number);
  else
    {
      text = cell_text (sheet->walk, column, cell);
      desk_sheet_writer_text (sheet->writer, text);
    }
}

static gboolean
write_row (gpointer target, const DeskRow *row, GError **error)
{
  Sheet *sheet = target;

  for (guint i = 0; i < sheet->walk->n_columns; i++)
    write_cell (sheet, &sheet->walk->spec->columns[sheet->walk->columns[i]], &row->cells[sheet->walk->columns[i]]);
  return desk_sheet_writer_end_row (sheet->writer, error);
}

/* What leaves the house leaves a row in the trail about @record: which list, and how many rows. */
static gboolean
note (DeskTx *tx, const DeskRecord *record, DeskList list, guint count, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();

  desk_tx_about (tx, record->kind, record->id);
  desk_changes_add_text (changes, "exported", NULL, desk_list_spec (list)->nick);
  desk_changes_add_int (changes, "rows", 0, count);
  return desk_tx_note (tx, record, changes, error);
}

/* Masked, it is told of whoever took it: their scope need not cover more than their own rows. */
static gboolean
note_mine (DeskTx *tx, const DeskSheetNoteInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) staff = NULL;

  if (desk_list_spec (in->list) == NULL)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "list", "", NULL);
      return FALSE;
    }
  staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);
  if (staff == NULL)
    return FALSE;
  out->id = staff->id;
  out->version = staff->version;
  out->count = in->count;
  return note (tx, staff, in->list, in->count, error);
}

gboolean
desk_body_note_export (DeskTx *tx, const DeskSheetNoteInput *in, DeskSaved *out, GError **error)
{
  return note_mine (tx, in, out, error);
}

gboolean
desk_body_note_print (DeskTx *tx, const DeskSheetNoteInput *in, DeskSaved *out, GError **error)
{
  return note_mine (tx, in, out, error);
}

/* With whole numbers, it is about the community, in the same act. */
static gboolean
note_whole (DeskTx *tx, const DeskListSheetInput *in, guint count, GError **error)
{
  g_autoptr (DeskRecord) community = NULL;
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &id, &found, error))
    return FALSE;
  community = desk_tx_get (tx, DESK_KIND_COMMUNITY, id, error);
  return community != NULL && note (tx, community, in->list->list, count, error);
}

static const char *
list_title (const Walk *walk)
{
  return desk_text_list (walk->text, walk->in->list->list);
}

/* Writes the list to in->path; the file appears when it is whole, and when whole numbers in it are recorded. */
static gboolean
write_list (DeskTx *tx, const DeskListSheetInput *in, gboolean whole, guint *count, GError **error)
{
  Walk walk;
  DeskSheetColumn columns[DESK_MAX_COLUMNS];
  DeskSheetFormat format = g_str_has_suffix (in->path, ".xlsx") ? DESK_SHEET_XLSX : DESK_SHEET_CSV;
  g_autoptr (DeskSheetWriter) writer = NULL;
  Sheet sheet;
  gboolean ok;

  if (!begin (&walk, tx, in, error))
    return FALSE;
  walk.whole = whole;
  for (guint i = 0; i < walk.n_columns; i++)
    columns[i] = (DeskSheetColumn){ .heading = desk_text_column (walk.text, in->list->list, walk.columns[i]),
                                    .type = sheet_type (walk.spec->columns[walk.columns[i]].type),
                                    .digits = DESK_DIGITS_AREA };
  writer = desk_sheet_writer_new (in->path, format, list_title (&walk), columns, walk.n_columns,
                                  desk_service_zone (tx->service), error);
  sheet = (Sheet){ &walk, writer };
  walk.target = &sheet;
  walk.take = write_row;
  ok = writer != NULL && run (&walk, count, error) && (!whole || note_whole (tx, in, *count, error))
       && (whole ? desk_sheet_writer_complete (writer, error) : desk_sheet_writer_finish (writer, error));
  if (ok && whole)
    tx->sheet = g_steal_pointer (&writer);
  desk_text_unref (walk.text);
  return ok;
}

/* With numbers masked, as on the screen. */
gboolean
desk_body_export_list (DeskTx *tx, const DeskListSheetInput *in, DeskListSheet *out, GError **error)
{
  return write_list (tx, in, FALSE, &out->count, error);
}

/* With whole numbers, and recorded. */
gboolean
desk_body_export_list_whole (DeskTx *tx, const DeskListSheetInput *in, DeskSaved *out, GError **error)
{
  gboolean ok = write_list (tx, in, TRUE, &out->count, error);

  out->id = tx->act.record_id;
  return ok;
}

typedef struct
{
  Walk *walk;
  GPtrArray *rows;
} Paper;

static gboolean
keep_row (gpointer target, const DeskRow *row, GError **error)
{
  Paper *paper = target;
  char **texts = g_new0 (char *, paper->walk->n_columns + 1);

  for (guint i = 0; i < paper->walk->n_columns; i++)
    texts[i] = cell_text (paper->walk, &paper->walk->spec->columns[paper->walk->columns[i]],
                          &row->cells[paper->walk->columns[i]]);
  g_ptr_array_add (paper->rows, texts);
  return TRUE;
}

/* What the paper says of its filter: "入住，3-2". */
static char *
filter_text (const Walk *walk)
{
  const DeskListInput *list = walk->in->list;
  const char *filter = desk_text_filter (walk->text, list->list, list->filter);
  const char *const parts[] = { filter, list->text, NULL };

  return list->text != NULL && *list->text != '\0' ? desk_text_join (walk->text, parts) : g_strdup (filter);
}

static char *
community_name (DeskTx *tx)
{
  gint64 id;
  gboolean found;
  g_autoptr (DeskRecord) community = NULL;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &id, &found, NULL) || !found)
    return g_strdup ("");
  community = desk_tx_get (tx, DESK_KIND_COMMUNITY, id, NULL);
  return g_strdup (community != NULL ? ((DeskCommunity *) community)->name : "");
}

static DeskPaper *
make_paper (Walk *walk, GPtrArray *rows)
{
  DeskPaperColumn columns[DESK_MAX_COLUMNS];
  g_autofree char *community = community_name (walk->tx);
  g_autofree char *filter = filter_text (walk);
  g_autofree char *day = desk_day_format (walk->tx->today);

  for (guint i = 0; i < walk->n_columns; i++)
    {
      const DeskColumnSpec *column = &walk->spec->columns[walk->columns[i]];
      gboolean wide = column->type == DESK_COLUMN_TEXT || column->type == DESK_COLUMN_FLAGS
                      || column->type == DESK_COLUMN_TOLD || column->type == DESK_COLUMN_ROLES || column->type == DESK_COLUMN_DUTY;

      columns[i] = (DeskPaperColumn){ .heading = desk_text_column (walk->text, walk->in->list->list, walk->columns[i]),
                                      .width = wide ? 18 : 12,
                                      .right = column->type == DESK_COLUMN_INT || column->type == DESK_COLUMN_AREA
                                               || column->type == DESK_COLUMN_MONEY || column->type == DESK_COLUMN_RATE,
                                      .bold = column->type == DESK_COLUMN_KEY || column->type == DESK_COLUMN_SLICE };
    }
  return desk_list_paper_new (walk->text, community, list_title (walk), filter, day, columns, walk->n_columns, rows);
}

/* Puts the list on paper; whoever asked draws, prints or writes it. */
gboolean
desk_body_print_list (DeskTx *tx, const DeskListSheetInput *in, DeskListSheet *out, GError **error)
{
  Walk walk;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Paper paper = { &walk, rows };
  gboolean ok;

  if (!begin (&walk, tx, in, error))
    return FALSE;
  walk.target = &paper;
  walk.take = keep_row;
  ok = run (&walk, &out->count, error);
  if (ok)
    out->paper = make_paper (&walk, rows);
  desk_text_unref (walk.text);
  return ok;
}
