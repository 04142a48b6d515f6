/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-heading.h"

#include <string.h>

#include "desk-string.h"

/* Longer texts are sentences, not headings (characters). */
#define LONGEST_HEADING 60
/* Runs of headings this narrow beside a wider one are notes. */
#define NARROW 2

static const DeskSheetCell blank_cell = { DESK_SHEET_EMPTY, "" };

/* Is there nothing but blanks in the cell? */
gboolean
desk_sheet_cell_is_blank (const DeskSheetCell *cell)
{
  return cell->kind == DESK_SHEET_EMPTY || desk_string_is_empty (cell->text);
}

static const DeskSheetRow *
row_at (const DeskSheetTop *top, guint i)
{
  return top->rows->pdata[i];
}

static const DeskSheetRow *
row_numbered (const DeskSheetTop *top, guint number)
{
  for (guint i = 0; i < top->rows->len && row_at (top, i)->number <= number; i++)
    if (row_at (top, i)->number == number)
      return row_at (top, i);
  return NULL;
}

/* The cell, or for a cell merged with one above it, that one. */
static const DeskSheetCell *
cell_shown (const DeskSheetTop *top, guint i, guint column)
{
  const DeskSheetRow *row = row_at (top, i);
  const DeskSheetCell *cell = desk_sheet_row_cell (row, column);

  if (!desk_sheet_cell_is_blank (cell))
    return cell;
  for (guint k = 0; k < top->n_merged && top->merged[k].first_row < row->number; k++)
    {
      const DeskSheetArea *area = &top->merged[k];
      const DeskSheetRow *above;

      if (area->last_row < row->number || column != area->first_column)
        continue;
      above = row_numbered (top, area->first_row);
      return above != NULL ? desk_sheet_row_cell (above, column) : &blank_cell;
    }
  return &blank_cell;
}

/* Does the cell read like a word rather than a number, a day or a sentence? */
static gboolean
is_word (const DeskSheetCell *cell)
{
  gboolean letter = FALSE;
  guint n = 0;

  if (cell->kind != DESK_SHEET_TEXT || strcmp (cell->text, "TRUE") == 0 || strcmp (cell->text, "FALSE") == 0)
    return FALSE;
  for (const char *p = cell->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > LONGEST_HEADING)
        return FALSE;
      /* 年 月 日 and 元 between digits make dates and amounts, no words; # and № a number's sign. */
      letter = letter || (g_unichar_isalpha (c) && c != 0x5e74 && c != 0x6708 && c != 0x65e5 && c != 0x5143);
    }
  return letter || (n > 0 && !g_ascii_isdigit (*cell->text) && n <= 4);
}

static gboolean
recurs_below (const DeskSheetTop *top, guint i, guint column, const char *text)
{
  for (guint k = i + 1; k < top->rows->len; k++)
    if (strcmp (desk_sheet_row_cell (row_at (top, k), column)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* Are most cells below in that column something else than words? */
static gboolean
differs_below (const DeskSheetTop *top, guint i, guint column)
{
  guint filled = 0, others = 0;

  for (guint k = i + 1; k < top->rows->len; k++)
    {
      const DeskSheetCell *cell = desk_sheet_row_cell (row_at (top, k), column);

      filled += !desk_sheet_cell_is_blank (cell);
      others += !desk_sheet_cell_is_blank (cell) && !is_word (cell);
    }
  return others * 2 > filled;
}

/* How much row @i looks like headings: words count, the more when other things stand below them or the caller knows
 * them; what comes again below is data. */
static guint
score_of (const DeskSheetTop *top, guint i)
{
  guint score = 0;
  guint n_columns = row_at (top, i)->n_cells;

  for (guint k = 0; k < top->n_merged; k++)
    if (top->merged[k].first_row < row_at (top, i)->number && top->merged[k].last_row >= row_at (top, i)->number)
      n_columns = MAX (n_columns, top->merged[k].first_column + 1);
  for (guint column = 0; column < n_columns; column++)
    {
      const DeskSheetCell *cell = cell_shown (top, i, column);

      if (desk_sheet_cell_is_blank (cell))
        continue;
      if (top->knows != NULL && top->knows (cell->text, top->data))
        score += 300;
      else if (!is_word (cell))
        score += 25;
      else if (recurs_below (top, i, column, cell->text))
        score += 10;
      else
        score += differs_below (top, i, column) ? 125 : 100;
    }
  return score;
}

static gboolean
has_word (const DeskSheetTop *top, guint i)
{
  for (guint column = 0; column < row_at (top, i)->n_cells; column++)
    if (is_word (&row_at (top, i)->cells[column]))
      return TRUE;
  return FALSE;
}

/* The row that looks most like headings; a later one must be clearly better. */
static gboolean
find_row (const DeskSheetTop *top, guint *found)
{
  guint best = 0;

  for (guint i = 0; i < top->rows->len; i++)
    {
      guint score = has_word (top, i) ? score_of (top, i) : 0;

      if (score * 20 > best * 23)
        {
          best = score;
          *found = i;
        }
    }
  return best > 0;
}

static gboolean
is_below (const DeskSheetTop *top, guint i)
{
  return i > 0 && row_at (top, i)->number == row_at (top, i - 1)->number + 1;
}

/* Do merged cells tie row @i to the next: one that reaches down into it? */
static gboolean
reaches_down (const DeskSheetTop *top, guint i)
{
  guint number = row_at (top, i)->number;

  for (guint k = 0; k < top->n_merged && top->merged[k].first_row <= number; k++)
    if (top->merged[k].first_row == number && top->merged[k].last_row == number + 1)
      return TRUE;
  return FALSE;
}

/* Without merged cells, as in a CSV: row @i is the upper of two lines when the next fills gaps it leaves, leaves gaps
 * where it has words, holds words only, and the row after fills those gaps again. */
static gboolean
is_completed_below (const DeskSheetTop *top, guint i)
{
  const DeskSheetRow *upper = row_at (top, i), *lower, *data;
  guint n_words = 0, n_new = 0, n_left = 0;

  if (i + 2 >= top->rows->len || !is_below (top, i + 1))
    return FALSE;
  lower = row_at (top, i + 1);
  data = row_at (top, i + 2);
  for (guint column = 0; column < MAX (upper->n_cells, lower->n_cells); column++)
    {
      const DeskSheetCell *above = desk_sheet_row_cell (upper, column), *below = desk_sheet_row_cell (lower, column);

      if (!desk_sheet_cell_is_blank (below) && (!is_word (below) || recurs_below (top, i + 1, column, below->text)))
        return FALSE;
      n_words += !desk_sheet_cell_is_blank (below);
      n_new += !desk_sheet_cell_is_blank (below) && desk_sheet_cell_is_blank (above);
      n_left += desk_sheet_cell_is_blank (below) && !desk_sheet_cell_is_blank (above)
                && !desk_sheet_cell_is_blank (desk_sheet_row_cell (data, column));
    }
  return n_words >= 2 && n_new >= 1 && n_left >= 1;
}

static const DeskSheetArea *
area_from (const DeskSheetTop *top, guint row, guint column)
{
  for (guint k = 0; k < top->n_merged && top->merged[k].first_row <= row; k++)
    if (top->merged[k].first_row == row && top->merged[k].first_column == column)
      return &top->merged[k];
  return NULL;
}

/* Is row @i, right above the headings, a line of headings over several of them? Each of its words spans several
 * columns or reaches down; a title over all of them is none, nor is a line of "name: value". */
static gboolean
groups_below (const DeskSheetTop *top, guint i)
{
  const DeskSheetRow *row = row_at (top, i), *lower = row_at (top, i + 1);
  gboolean groups = FALSE;

  for (guint column = 0; column < row->n_cells; column++)
    {
      const DeskSheetArea *area = area_from (top, row->number, column);
      const char *text = row->cells[column].text;

      if (desk_sheet_cell_is_blank (&row->cells[column]))
        continue;
      if (strchr (text, ':') != NULL || strstr (text, "：") != NULL)
        return FALSE;
      if (area != NULL && (area->last_row > row->number || area->last_column + 1 - column < lower->n_cells))
        groups = TRUE;
      else if (area != NULL || !desk_sheet_cell_is_blank (desk_sheet_row_cell (lower, column)))
        return FALSE;
    }
  return groups;
}

/* The upper line's words for @column: its own, the merged area's, or, without merged cells, the nearest to the left. */
static const char *
upper_text (const DeskSheetTop *top, guint i, guint column)
{
  const DeskSheetRow *row = row_at (top, i);

  if (!desk_sheet_cell_is_blank (desk_sheet_row_cell (row, column)))
    return desk_sheet_row_cell (row, column)->text;
  for (guint k = 0; k < top->n_merged && top->merged[k].first_row <= row->number; k++)
    if (top->merged[k].first_row == row->number && top->merged[k].first_column <= column
        && top->merged[k].last_column >= column)
      return desk_sheet_row_cell (row, top->merged[k].first_column)->text;
  if (top->n_merged > 0)
    return "";
  while (column > 0 && desk_sheet_cell_is_blank (desk_sheet_row_cell (row, column)))
    column--;
  return desk_sheet_row_cell (row, column)->text;
}

/* One line of one or two: between Chinese characters a line break means nothing, elsewhere a blank. */
static char *
one_line (const char *upper, const char *lower)
{
  g_autofree char *both = *upper != '\0' && *lower != '\0' && strcmp (upper, lower) != 0
                              ? g_strconcat (upper, " ", lower, NULL)
                              : g_strdup (*lower != '\0' ? lower : upper);
  g_auto (GStrv) lines = g_strsplit_set (both, "\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *next = g_strstrip (lines[i]);
      const char *last = line->len > 0 ? g_utf8_prev_char (line->str + line->len) : "";

      if (*next == '\0')
        continue;
      if (line->len > 0 && (g_utf8_get_char (last) < 0x2e80 || g_utf8_get_char (next) < 0x2e80))
        g_string_append_c (line, ' ');
      g_string_append (line, next);
    }
  return desk_string_clean (line->str);
}

static void
clear_head (gpointer head)
{
  g_free (((DeskSheetColumnHead *) head)->heading);
}

static gboolean
has_data (const DeskSheetTop *top, guint after, guint column)
{
  for (guint i = after + 1; i < top->rows->len; i++)
    if (!desk_sheet_cell_is_blank (desk_sheet_row_cell (row_at (top, i), column)))
      return TRUE;
  return FALSE;
}

/* Makes the columns: from the first heading to the last, those without heading and data left out. */
static void
make_columns (const DeskSheetTop *top, guint upper, guint lower, DeskSheetHeadings *headings)
{
  guint n_columns = MAX (row_at (top, upper)->n_cells, row_at (top, lower)->n_cells);
  guint n_pending = 0;

  for (guint k = 0; k < top->n_merged; k++)
    if (top->merged[k].first_row == row_at (top, upper)->number && top->merged[k].last_row > top->merged[k].first_row)
      n_columns = MAX (n_columns, top->merged[k].first_column + 1);
  for (guint column = 0; column < n_columns; column++)
    {
      const DeskSheetCell *cell = cell_shown (top, lower, column);
      const char *own = desk_sheet_cell_is_blank (cell) ? "" : cell->text;
      gboolean under = upper != lower
                       && (*own != '\0' || !desk_sheet_cell_is_blank (desk_sheet_row_cell (row_at (top, upper), column)));
      DeskSheetColumnHead head = { column, one_line (under ? upper_text (top, upper, column) : "", own) };

      if (*head.heading == '\0' && (headings->columns->len == 0 || !has_data (top, lower, column)))
        {
          g_free (head.heading);
          continue;
        }
      n_pending = *head.heading == '\0' ? n_pending + 1 : 0;
      g_array_append_val (headings->columns, head);
    }
  g_array_set_size (headings->columns, headings->columns->len - n_pending);
}

/* The end of the run of neighbouring columns that begins at @begin. */
static guint
run_end (const GArray *columns, guint begin)
{
  guint end = begin + 1;

  while (end < columns->len
         && g_array_index (columns, DeskSheetColumnHead, end).column
                == g_array_index (columns, DeskSheetColumnHead, end - 1).column + 1)
    end++;
  return end;
}

/* Drops narrow runs of columns that stand apart from the widest: notes beside the table. */
static void
drop_notes (GArray *columns)
{
  guint widest = 0;

  for (guint begin = 0, end; begin < columns->len; begin = end)
    {
      end = run_end (columns, begin);
      widest = MAX (widest, end - begin);
    }
  for (guint begin = 0, end; begin < columns->len; begin = end)
    {
      end = run_end (columns, begin);
      if (end - begin <= NARROW && widest > NARROW)
        {
          g_array_remove_range (columns, begin, end - begin);
          end = begin;
        }
    }
}

/**
 * desk_sheet_headings_find:
 * @top: the first rows of a sheet
 * @at_row: number of the row (the lower, if two) the headings stand in, as a person said; 0: find it
 * @headings: (out caller-allocates): where they are; columns to be freed by the caller
 *
 * Finds the headings as a person would: under titles and lines of remarks, in one line or two (cells merged down or
 * across, or as a CSV leaves them), with notes beside left out.
 *
 * Returns: whether there are any
 */
gboolean
desk_sheet_headings_find (const DeskSheetTop *top, guint at_row, DeskSheetHeadings *headings)
{
  guint lower = 0, upper;

  if (at_row == 0 && !find_row (top, &lower))
    return FALSE;
  while (at_row != 0 && lower < top->rows->len && row_at (top, lower)->number != at_row)
    lower++;
  if (lower >= top->rows->len)
    return FALSE;
  upper = lower;
  if (at_row == 0 && lower + 1 < top->rows->len && is_below (top, lower + 1)
      && (reaches_down (top, lower) || is_completed_below (top, lower)))
    lower++;
  else if (is_below (top, lower)
           && (groups_below (top, lower - 1)
               || (lower >= 1 && top->n_merged == 0 && is_completed_below (top, lower - 1))))
    upper = lower - 1;
  *headings = (DeskSheetHeadings){ row_at (top, upper)->number, row_at (top, lower)->number,
                                   g_array_new (FALSE, FALSE, sizeof (DeskSheetColumnHead)) };
  g_array_set_clear_func (headings->columns, clear_head);
  make_columns (top, upper, lower, headings);
  drop_notes (headings->columns);
  return headings->columns->len > 0;
}
