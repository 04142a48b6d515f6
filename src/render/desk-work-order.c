/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-work-order.h"

#include "desk-clock-picture-draw.h"
#include "desk-paper-draw.h"
#include "desk-paper-text.h"
#include "desk-text-figure.h"
#include "desk-text-paper.h"

/*
 * The work order a technician takes along and brings back, A4, a page each: what and where on top, what is to be known
 * before the door is opened, both clocks, and below the places to fill in: result, parts and labour, signatures.
 */

#define MARGIN (15 * DESK_POINTS_PER_MM)
#define PAGE_WIDTH (210 * DESK_POINTS_PER_MM)
#define PAGE_HEIGHT (297 * DESK_POINTS_PER_MM)
#define INNER (PAGE_WIDTH - 2 * MARGIN)
#define SMALL 8.5
#define BODY 10.5
#define PART_ROWS 6
#define ROW_HEIGHT (8 * DESK_POINTS_PER_MM)

typedef struct
{
  DeskOrderKind kind;
  char *letter, *signed_by;
  char *headings[DESK_ORDER_SECTIONS], *texts[DESK_ORDER_SECTIONS];
  guint n_sections;
  char *title, *number, *printed, *what, *detail, *notice, *clock;
  char *names[DESK_ORDER_FACTS], *words[DESK_ORDER_FACTS];
  guint n_facts;
  gboolean has_picture;
  DeskClockPicture picture;
  DeskStretch *stretches;
  DeskPictureWait *waits;
} Page;

typedef struct
{
  DeskPaper paper;
  DeskText *text;
  char *community;
  GPtrArray *pages;
} WorkOrder;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->title);
  g_free (page->number);
  g_free (page->printed);
  g_free (page->what);
  g_free (page->detail);
  g_free (page->notice);
  g_free (page->clock);
  g_free (page->letter);
  g_free (page->signed_by);
  for (guint i = 0; i < page->n_sections; i++)
    {
      g_free (page->headings[i]);
      g_free (page->texts[i]);
    }
  for (guint i = 0; i < page->n_facts; i++)
    {
      g_free (page->names[i]);
      g_free (page->words[i]);
    }
  for (guint i = 0; i < page->picture.n_waits; i++)
    g_free ((char *) page->waits[i].reason);
  g_free (page->waits);
  g_free (page->stretches);
  g_free (page);
}

static double
draw_head (WorkOrder *self, const Page *page, cairo_t *cr)
{
  double y = MARGIN;

  desk_paper_line (cr, self->community, MARGIN, y + 4, INNER, BODY, FALSE, DESK_SIDE_LEFT);
  desk_paper_line (cr, page->title, MARGIN, y, INNER, 16, TRUE, DESK_SIDE_MIDDLE);
  desk_paper_line (cr, page->number, MARGIN, y + 4, INNER, BODY, TRUE, DESK_SIDE_RIGHT);
  y += 30;
  desk_paper_rule (cr, MARGIN, MARGIN + INNER, y, 1, 0);
  y += 8;
  desk_paper_line (cr, page->what, MARGIN, y, INNER, 14, TRUE, DESK_SIDE_LEFT);
  y += 24;
  if (page->notice == NULL)
    return y;
  /* A bar beside it, as on the screen: it is read before the door is opened. */
  {
    double high = desk_paper_lines (cr, page->notice, MARGIN + 10, y + 3, INNER - 16, 44, BODY) + 6;

    cairo_rectangle (cr, MARGIN, y, 3, high);
    cairo_fill (cr);
    return y + high + 8;
  }
}

/* Two pairs a line. */
static double
draw_facts (const Page *page, cairo_t *cr, double y)
{
  double half = INNER / 2, name = 58;

  for (guint i = 0; i < page->n_facts; i++)
    {
      double x = MARGIN + (i % 2) * half;

      desk_paper_line (cr, page->names[i], x, y, name - 6, BODY, FALSE, DESK_SIDE_LEFT);
      desk_paper_line (cr, page->words[i], x + name, y, half - name - 10, BODY, FALSE, DESK_SIDE_LEFT);
      if (i % 2 == 1 || i + 1 == page->n_facts)
        {
          y += 19;
          desk_paper_rule (cr, MARGIN, MARGIN + INNER, y - 3, .3, .75);
        }
    }
  return y + 4;
}

static double
draw_case (WorkOrder *self, const Page *page, cairo_t *cr, double y)
{
  if (page->detail != NULL)
    y += desk_paper_lines (cr, page->detail, MARGIN, y, INNER, 76, BODY) + 8;
  desk_paper_line (cr, page->clock, MARGIN, y, INNER, BODY, TRUE, DESK_SIDE_LEFT);
  y += 20;
  if (!page->has_picture)
    return y;
  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  desk_clock_picture_draw (cr, &page->picture, self->text, &desk_picture_inks_paper, INNER, SMALL);
  cairo_restore (cr);
  return y + desk_clock_picture_height (SMALL) + 6;
}

static void
draw_box (cairo_t *cr, double y, double height)
{
  cairo_set_line_width (cr, .6);
  cairo_rectangle (cr, MARGIN, y, INNER, height);
  cairo_stroke (cr);
}

/* Parts and labour: what a technician writes by hand. */
static double
draw_parts (WorkOrder *self, cairo_t *cr, double y)
{
  static const struct
  {
    DeskPaperWord word;
    double from; /* share of the line */
  } columns[] = {
    { DESK_PAPER_ORDER_PART, 0 }, { DESK_PAPER_ORDER_QUANTITY, .52 }, { DESK_PAPER_ORDER_PRICE, .66 },
    { DESK_PAPER_ORDER_AMOUNT, .83 },
  };
  double top = y;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double x = MARGIN + columns[i].from * INNER;

      desk_paper_line (cr, desk_text_paper (self->text, columns[i].word), x + 5, y + 5, INNER * .4, BODY, FALSE,
                       DESK_SIDE_LEFT);
      if (i > 0)
        {
          cairo_set_line_width (cr, .4);
          cairo_move_to (cr, x, top);
          cairo_line_to (cr, x, top + (PART_ROWS + 1) * ROW_HEIGHT);
          cairo_stroke (cr);
        }
    }
  for (int row = 1; row <= PART_ROWS; row++)
    desk_paper_rule (cr, MARGIN, MARGIN + INNER, top + row * ROW_HEIGHT, .4, 0);
  draw_box (cr, top, (PART_ROWS + 1) * ROW_HEIGHT);
  return top + (PART_ROWS + 1) * ROW_HEIGHT + 8;
}

/* Each heading with what stands under it, or room to write; a section takes what the ones after it leave. */
static void
draw_sections (const Page *page, cairo_t *cr, double y, double below)
{
  for (guint i = 0; i < page->n_sections; i++)
    {
      double least = 30, room = below - y - 22 - (page->n_sections - i - 1) * (least + 30);
      double high;

      desk_paper_line (cr, page->headings[i], MARGIN, y, INNER, BODY, TRUE, DESK_SIDE_LEFT);
      y += 17;
      high = *page->texts[i] != '\0' ? desk_paper_lines (cr, page->texts[i], MARGIN, y, INNER, room, BODY) : 0;
      y += MAX (high, least) + 4;
      desk_paper_rule (cr, MARGIN, MARGIN + INNER, y, .3, .75);
      y += 7;
    }
}

static void
draw_letter (const Page *page, cairo_t *cr, double y, double below)
{
  y += desk_paper_lines (cr, page->letter, MARGIN, y + 8, INNER, below - y - 70, BODY) + 30;
  if (page->signed_by != NULL)
    desk_paper_line (cr, page->signed_by, MARGIN, MIN (y, below - 40), INNER, BODY, FALSE, DESK_SIDE_RIGHT);
}

static void
draw_signatures (WorkOrder *self, const Page *page, cairo_t *cr, double y)
{
  static const DeskPaperWord work[] = {
    DESK_PAPER_ORDER_ARRIVED,     DESK_PAPER_ORDER_FINISHED,     DESK_PAPER_ORDER_SATISFIED,
    DESK_PAPER_ORDER_TECHNICIAN, DESK_PAPER_ORDER_RESIDENT, DESK_PAPER_ORDER_INSPECTED,
  };
  static const DeskPaperWord complaint[] = { DESK_PAPER_ORDER_HANDLER, DESK_PAPER_ORDER_RESIDENT, DESK_PAPER_ORDER_SUPERVISOR };
  const DeskPaperWord *places = page->kind == DESK_ORDER_COMPLAINT ? complaint : work;

  for (guint i = 0; i < (page->kind == DESK_ORDER_COMPLAINT ? G_N_ELEMENTS (complaint) : G_N_ELEMENTS (work)); i++)
    {
      double x = MARGIN + (i % 3) * INNER / 3, line = y + (i / 3) * 36;

      desk_paper_line (cr, desk_text_paper (self->text, places[i]), x, line, INNER / 3 - 12, BODY, FALSE,
                       DESK_SIDE_LEFT);
      desk_paper_rule (cr, x, x + INNER / 3 - 14, line + 30, .5, 0);
    }
}

static void
draw_page (DeskPaper *paper, cairo_t *cr, guint at)
{
  WorkOrder *self = (WorkOrder *) paper;
  const Page *page = self->pages->pdata[at];
  g_autofree char *pages = desk_text_page_of (self->text, at + 1, self->pages->len);
  double y, below = PAGE_HEIGHT - MARGIN;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y = draw_head (self, page, cr);
  if (page->kind == DESK_ORDER_LETTER)
    draw_letter (page, cr, y, below);
  else
    {
      y = draw_facts (page, cr, y);
      y = draw_case (self, page, cr, y);
    }
  if (page->kind == DESK_ORDER_WORK)
    {
      desk_paper_line (cr, desk_text_paper (self->text, DESK_PAPER_ORDER_RESULT), MARGIN, y, INNER, BODY, TRUE, DESK_SIDE_LEFT);
      y += 18;
      draw_box (cr, y, 84);
      y = draw_parts (self, cr, y + 94);
      draw_signatures (self, page, cr, MIN (y, below - 92));
    }
  else if (page->kind == DESK_ORDER_COMPLAINT)
    {
      draw_sections (page, cr, y, below - 62);
      draw_signatures (self, page, cr, below - 54);
    }
  desk_paper_line (cr, page->printed, MARGIN, below, INNER * .7, SMALL, FALSE, DESK_SIDE_LEFT);
  if (self->pages->len > 1)
    desk_paper_line (cr, pages, MARGIN, below, INNER, SMALL, FALSE, DESK_SIDE_RIGHT);
}

static void
free_paper (DeskPaper *paper)
{
  WorkOrder *self = (WorkOrder *) paper;

  desk_text_unref (self->text);
  g_free (self->community);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static const DeskPaperClass class = { draw_page, free_paper };

/* Returns: (transfer full): a paper without a page. @text: its language; @community: stands on every page. */
DeskPaper *
desk_work_order_new (const DeskText *text, const char *community)
{
  WorkOrder *self = g_new0 (WorkOrder, 1);

  self->paper.class = &class;
  self->paper.width = PAGE_WIDTH;
  self->paper.height = PAGE_HEIGHT;
  self->text = desk_text_ref ((DeskText *) text);
  self->community = g_strdup (community);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  return &self->paper;
}

static void
keep_picture (Page *page, const DeskClockPicture *picture)
{
  page->has_picture = TRUE;
  page->picture = *picture;
  page->picture.faces = NULL;
  page->stretches = g_new0 (DeskStretch, picture->n_stretches + 1);
  for (guint i = 0; i < picture->n_stretches; i++)
    page->stretches[i] = picture->stretches[i];
  page->waits = g_new0 (DeskPictureWait, picture->n_waits + 1);
  for (guint i = 0; i < picture->n_waits; i++)
    page->waits[i] = (DeskPictureWait){ picture->waits[i].from, picture->waits[i].to, g_strdup (picture->waits[i].reason) };
  page->picture.stretches = page->stretches;
  page->picture.waits = page->waits;
}

/* One more page at the end. @paper: of desk_work_order_new(). */
void
desk_work_order_add (DeskPaper *paper, const DeskOrder *order)
{
  WorkOrder *self = (WorkOrder *) paper;
  Page *page = g_new0 (Page, 1);

  page->kind = order->kind;
  page->letter = g_strdup (order->letter != NULL ? order->letter : "");
  page->signed_by = g_strdup (order->signed_by);
  for (guint i = 0; i < DESK_ORDER_SECTIONS; i++)
    if (order->sections[i].name != NULL)
      {
        page->headings[page->n_sections] = g_strdup (order->sections[i].name);
        page->texts[page->n_sections++] = g_strdup (order->sections[i].words != NULL ? order->sections[i].words : "");
      }
  page->title = g_strdup (order->title);
  page->number = g_strdup (order->number);
  page->printed = g_strdup (order->printed);
  page->what = g_strdup (order->what);
  page->detail = g_strdup (order->detail);
  page->notice = g_strdup (order->notice);
  page->clock = g_strdup (order->clock);
  for (guint i = 0; i < DESK_ORDER_FACTS; i++)
    if (order->facts[i].words != NULL && *order->facts[i].words != '\0')
      {
        page->names[page->n_facts] = g_strdup (order->facts[i].name);
        page->words[page->n_facts++] = g_strdup (order->facts[i].words);
      }
  if (order->has_picture)
    keep_picture (page, &order->picture);
  g_ptr_array_add (self->pages, page);
  self->paper.n_pages = self->pages->len;
}
