/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-paper.h"

#include "desk-paper-draw.h"
#include "desk-paper-text.h"
#include "desk-text-figure.h"

/*
 * A list as it is shown, on A4: title, what it was filtered by and when it was printed above, the headings again on
 * every page, the community and "page n of m" below. It lies across when its columns want more than a standing page has.
 */

#define MARGIN (15 * DESK_POINTS_PER_MM)
#define SHORT_SIDE (210 * DESK_POINTS_PER_MM)
#define LONG_SIDE (297 * DESK_POINTS_PER_MM)
#define TITLE_HEIGHT (16 * DESK_POINTS_PER_MM)
#define HEAD_HEIGHT (7 * DESK_POINTS_PER_MM)
#define ROW_HEIGHT (6 * DESK_POINTS_PER_MM)
#define FOOT_HEIGHT (8 * DESK_POINTS_PER_MM)
#define CELL_GAP 6.0
#define STANDING_CHARACTERS 84

typedef struct
{
  DeskPaper paper;
  DeskText *text;
  char *community;
  char *title;
  char *filter;
  char *printed_on;
  guint n_columns;
  char **headings;
  double *left; /* n_columns + 1: where each column begins, and the last ends */
  gboolean *right;
  gboolean *bold;
  GPtrArray *rows; /* char ** of n_columns texts */
  guint rows_per_page;
} ListPaper;

static void
draw_head (ListPaper *self, cairo_t *cr)
{
  double width = self->paper.width - 2 * MARGIN;
  double y = MARGIN;

  desk_paper_line (cr, self->title, MARGIN, y, width, 15, TRUE, DESK_SIDE_LEFT);
  desk_paper_line (cr, self->printed_on, MARGIN + width / 2, y + 5, width / 2, 8.5, FALSE, DESK_SIDE_RIGHT);
  desk_paper_line (cr, self->filter, MARGIN, y + 22, width, 8.5, FALSE, DESK_SIDE_LEFT);
  y += TITLE_HEIGHT;
  for (guint i = 0; i < self->n_columns; i++)
    desk_paper_line (cr, self->headings[i], self->left[i], y, self->left[i + 1] - self->left[i] - CELL_GAP, 9, TRUE,
                     self->right[i] ? DESK_SIDE_RIGHT : DESK_SIDE_LEFT);
  desk_paper_rule (cr, MARGIN, self->paper.width - MARGIN, y + HEAD_HEIGHT - 3, 0.8, 0);
}

static void
draw_foot (ListPaper *self, cairo_t *cr, guint page)
{
  g_autofree char *pages = desk_text_page_of (self->text, page + 1, self->paper.n_pages);
  double width = self->paper.width - 2 * MARGIN;
  double y = self->paper.height - MARGIN;

  desk_paper_line (cr, self->community, MARGIN, y, width / 2, 8.5, FALSE, DESK_SIDE_LEFT);
  desk_paper_line (cr, pages, MARGIN + width / 2, y, width / 2, 8.5, FALSE, DESK_SIDE_RIGHT);
}

static void
draw_page (DeskPaper *paper, cairo_t *cr, guint page)
{
  ListPaper *self = (ListPaper *) paper;
  double y = MARGIN + TITLE_HEIGHT + HEAD_HEIGHT;

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (self, cr);
  for (guint i = page * self->rows_per_page; i < MIN ((page + 1) * self->rows_per_page, self->rows->len); i++)
    {
      char **row = self->rows->pdata[i];

      for (guint k = 0; k < self->n_columns; k++)
        if (row[k] != NULL && *row[k] != '\0')
          desk_paper_line (cr, row[k], self->left[k], y, self->left[k + 1] - self->left[k] - CELL_GAP, 9, self->bold[k],
                           self->right[k] ? DESK_SIDE_RIGHT : DESK_SIDE_LEFT);
      y += ROW_HEIGHT;
      desk_paper_rule (cr, MARGIN, paper->width - MARGIN, y - 3.5, 0.3, 0.75);
    }
  draw_foot (self, cr, page);
}

static void
free_paper (DeskPaper *paper)
{
  ListPaper *self = (ListPaper *) paper;

  desk_text_unref (self->text);
  g_free (self->community);
  g_free (self->title);
  g_free (self->filter);
  g_free (self->printed_on);
  g_strfreev (self->headings);
  g_free (self->left);
  g_free (self->right);
  g_free (self->bold);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static const DeskPaperClass class = { draw_page, free_paper };

static void
lay_out (ListPaper *self, const DeskPaperColumn *columns, guint n_columns)
{
  guint characters = 0;
  double x = MARGIN, width;

  for (guint i = 0; i < n_columns; i++)
    characters += columns[i].width;
  self->paper.width = characters > STANDING_CHARACTERS ? LONG_SIDE : SHORT_SIDE;
  self->paper.height = characters > STANDING_CHARACTERS ? SHORT_SIDE : LONG_SIDE;
  width = self->paper.width - 2 * MARGIN;
  self->left = g_new (double, n_columns + 1);
  self->right = g_new (gboolean, n_columns);
  self->bold = g_new (gboolean, n_columns);
  self->headings = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    {
      self->left[i] = x;
      self->right[i] = columns[i].right;
      self->bold[i] = columns[i].bold;
      self->headings[i] = g_strdup (columns[i].heading);
      x += width * columns[i].width / MAX (characters, 1);
    }
  self->left[n_columns] = x + CELL_GAP;
}

/**
 * desk_list_paper_new:
 * @text: the language of the paper
 * @community: stands below
 * @title: of the list
 * @filter: what is shown of it, in words
 * @printed_on: the day, in words
 * @columns: (array length=n_columns): what is printed
 * @rows: (element-type GStrv): texts of each row, one a column; a reference is taken
 *
 * Returns: (transfer full): the paper; at least one page
 */
DeskPaper *
desk_list_paper_new (const DeskText *text, const char *community, const char *title, const char *filter,
                     const char *printed_on, const DeskPaperColumn *columns, guint n_columns, GPtrArray *rows)
{
  ListPaper *self = g_new0 (ListPaper, 1);
  double room;

  self->paper.class = &class;
  self->text = desk_text_ref ((DeskText *) text);
  self->community = g_strdup (community);
  self->title = g_strdup (title);
  self->filter = g_strdup (filter);
  self->printed_on = g_strdup (printed_on);
  self->n_columns = n_columns;
  self->rows = g_ptr_array_ref (rows);
  lay_out (self, columns, n_columns);
  room = self->paper.height - 2 * MARGIN - TITLE_HEIGHT - HEAD_HEIGHT - FOOT_HEIGHT;
  self->rows_per_page = MAX ((guint) (room / ROW_HEIGHT), 1);
  self->paper.n_pages = MAX ((rows->len + self->rows_per_page - 1) / self->rows_per_page, 1);
  return &self->paper;
}
