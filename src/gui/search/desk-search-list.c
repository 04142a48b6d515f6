/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-list.h"

#include <glib/gi18n.h>

#include "desk-search-order.h"
#include "desk-search-row.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-use-case.h"

#define MOST_OF_A_KIND 4
#define ROWS_AT_ONCE 12 /* what the sheet shows without scrolling, and a bit */

struct _DeskSearchList
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *list;

  DeskText *text;
  DeskHits *hits;  /* (nullable): what was found */
  GPtrArray *rows; /* (nullable): its hits in the order of the list */
  gint64 counts[DESK_N_KINDS];
  guint most_of_a_kind; /* 0: all */
  guint n_shown;        /* so many of the rows stand in the list; those behind them are kept, hidden */
};

enum
{
  CHOSEN,
  OPENED,
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSearchList, desk_search_list, ADW_TYPE_BIN)

/* Returns: (transfer full): "12", or "50+" where there are @more. */
char *
desk_search_list_count_words (gint64 n, gboolean more)
{
  g_autofree char *words = desk_text_number (n);

  return g_strconcat (words, more ? "+" : "", NULL);
}

/* Headings */

static void
on_more_clicked_cb (GtkButton *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[MORE], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "desk-kind")));
}

static void
add_more_button (DeskSearchList *self, GtkBox *box, DeskKind kind, gint64 more)
{
  gboolean many = more + MOST_OF_A_KIND >= DESK_SEARCH_LIMIT;
  g_autofree char *words = many ? g_strdup (_("More"))
                                : g_strdup_printf (ngettext ("%d more", "%d more", (gulong) more), (int) more);
  GtkWidget *button = gtk_button_new_with_label (words);

  g_object_set_data (G_OBJECT (button), "desk-kind", GUINT_TO_POINTER (kind));
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-number");
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked_cb), self);
  gtk_box_append (box, button);
}

static GtkWidget *
heading_new (DeskSearchList *self, DeskKind kind)
{
  gint64 n = self->counts[kind];
  g_autofree char *words = desk_search_list_count_words (n, n >= DESK_SEARCH_LIMIT);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (desk_text_kinds (self->text, kind));
  GtkWidget *count = gtk_label_new (words);

  gtk_widget_add_css_class (box, "group");
  gtk_widget_add_css_class (title, "strong");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_set_hexpand (count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  if (self->most_of_a_kind > 0 && n > self->most_of_a_kind)
    add_more_button (self, GTK_BOX (box), kind, n - self->most_of_a_kind);
  return box;
}

static const DeskHit *
hit_of (DeskSearchList *self, GtkListBoxRow *row)
{
  return self->rows->pdata[gtk_list_box_row_get_index (row)];
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  DeskSearchList *self = user_data;
  DeskKind kind = hit_of (self, row)->kind;
  gboolean first = before == NULL || hit_of (self, before)->kind != kind;

  gtk_list_box_row_set_header (row, first ? heading_new (self, kind) : NULL);
}

/* Rows */

/* Hides the rows from the @n-th on: the last one first, because the list asks for the heading of the one behind. */
static void
hide_rows_from (DeskSearchList *self, guint n)
{
  guint last = n;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) last)) != NULL
         && gtk_widget_get_visible (GTK_WIDGET (row)))
    last++;
  for (; last > n; last--)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) last - 1)), FALSE);
}

/* Lets @n rows stand in the list; a row that has been made stays, hidden, for the next answer. */
static void
show_rows (DeskSearchList *self, guint n)
{
  GtkListBoxRow *row;

  hide_rows_from (self, n);
  for (; self->n_shown < n; self->n_shown++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) self->n_shown);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (desk_search_row_new ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      desk_search_row_set (row, self->rows->pdata[self->n_shown], self->text);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  gtk_list_box_invalidate_headers (self->list);
}

static void
empty (DeskSearchList *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->hits != NULL)
    desk_use_case_free_result (DESK_USE_CASE_SEARCH, g_steal_pointer (&self->hits));
  self->n_shown = 0;
}

/* How many of a kind are shown at most, 0 all: a kind that stands alone needs no heading's "more". */
static guint
most_of_a_kind (DeskSearchList *self, gboolean one_kind)
{
  guint n = 0;

  for (guint i = 0; i < DESK_N_KINDS; i++)
    n += self->counts[i] > 0;
  return !one_kind && n > 1 ? MOST_OF_A_KIND : 0;
}

/**
 * desk_search_list_show:
 * @hits: (transfer full) (nullable): the answer; NULL empties the list
 * @counts: how many there are of each kind, DESK_N_KINDS of them
 * @one_kind: only one kind was asked for, and all of it is shown
 *
 * Returns: how many rows there are.
 */
guint
desk_search_list_show (DeskSearchList *self, DeskHits *hits, const gint64 *counts, gboolean one_kind)
{
  empty (self);
  memcpy (self->counts, counts, sizeof self->counts);
  self->most_of_a_kind = most_of_a_kind (self, one_kind);
  self->hits = hits;
  if (hits != NULL)
    self->rows = desk_search_order (hits, self->most_of_a_kind);
  show_rows (self, self->rows != NULL ? MIN (self->rows->len, ROWS_AT_ONCE) : 0);
  if (self->n_shown == 0)
    return 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  g_signal_emit (self, signals[CHOSEN], 0); /* also where the same row stays selected: it shows another hit */
  return self->rows->len;
}

/* Shows the rows below the edge, too. */
void
desk_search_list_show_rest (DeskSearchList *self)
{
  if (self->rows != NULL && self->n_shown < self->rows->len)
    show_rows (self, self->rows->len);
}

/* Returns: (transfer none) (nullable): the hit that Enter opens, valid until the next answer. A hidden row stays
 * selected, and is none. */
const DeskHit *
desk_search_list_get_chosen (DeskSearchList *self)
{
  GtkListBoxRow *row = self->n_shown > 0 ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? hit_of (self, row) : NULL;
}

/* Moving */

/* Keeps the row in sight; the first one with its group's heading. */
static void
scroll_to (DeskSearchList *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
move_to (DeskSearchList *self, int index)
{
  GtkListBoxRow *row;

  if (self->n_shown == 0)
    return;
  index = CLAMP (index, 0, (int) self->rows->len - 1);
  if (index >= (int) self->n_shown)
    desk_search_list_show_rest (self);
  row = gtk_list_box_get_row_at_index (self->list, index);
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

/* Chooses the hit so many @rows below the chosen one (above: negative), the last or the first where there are fewer. */
void
desk_search_list_move (DeskSearchList *self, int rows)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  move_to (self, row != NULL ? gtk_list_box_row_get_index (row) + rows : 0);
}

/* Chooses the first or the @last hit. */
void
desk_search_list_move_to_end (DeskSearchList *self, gboolean last)
{
  move_to (self, last ? G_MAXINT : 0);
}

/* Its kinds and states are worded in @text. */
void
desk_search_list_set_text (DeskSearchList *self, DeskText *text)
{
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = desk_text_ref (text);
}

static void
on_row_selected_cb (DeskSearchList *self, GtkListBoxRow *row)
{
  if (row != NULL && self->n_shown > 0)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated_cb (DeskSearchList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
desk_search_list_dispose (GObject *object)
{
  DeskSearchList *self = DESK_SEARCH_LIST (object);

  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  empty (self);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_search_list_parent_class)->dispose (object);
}

static void
desk_search_list_class_init (DeskSearchListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_search_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MORE] = g_signal_new ("more", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_search_list_init (DeskSearchList *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "hits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Results"), -1);
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}
