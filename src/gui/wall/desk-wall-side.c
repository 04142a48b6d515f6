/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-side.h"

#include <glib/gi18n.h>

#include "desk-facts.h"
#include "desk-kind.h"
#include "desk-notice.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-wall-view.h"

#define SWATCH_WIDTH 60
#define SWATCH_HEIGHT 18

struct _DeskWallSide
{
  GtkWidget parent_instance;
  GtkWidget *box, *title, *legend, *sum;
  GtkWidget *unit, *label, *pill, *facts, *open;
  DeskText *text;
  DeskWallLayer layer;
};

G_DEFINE_FINAL_TYPE (DeskWallSide, desk_wall_side, GTK_TYPE_WIDGET)

/* One look of the legend: a cell that has it, and which cells of the wall count. */
typedef struct
{
  DeskWallCell sample;
  const char *words;
  gint64 count;
} Look;

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DeskWallSide *self = data;
  const DeskWallCell *sample = g_object_get_data (G_OBJECT (area), "desk-sample");
  DeskWallInks inks;

  desk_wall_inks_of (GTK_WIDGET (area), &inks);
  desk_wall_draw_swatch (cr, width, height, sample, self->layer, self->text, &inks,
                         desk_wall_letter_of (GTK_WIDGET (area)) * .86);
}

static void
add_look (DeskWallSide *self, const Look *look, int row)
{
  GtkWidget *swatch = gtk_drawing_area_new (), *words = gtk_label_new (look->words);
  g_autofree char *number = desk_text_number (look->count);
  GtkWidget *count = gtk_label_new (number);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (swatch), "desk-sample", g_memdup2 (&look->sample, sizeof look->sample), g_free);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, self, NULL);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (count, look->count > 0 ? "num" : "faint");
  gtk_grid_attach (GTK_GRID (self->legend), swatch, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->legend), words, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->legend), count, 2, row, 1, 1);
}

static gint64
count_repairs (const DeskWall *wall, gboolean late, gint64 least, gint64 most)
{
  gint64 n = 0;

  for (guint i = 0; i < wall->cells->len; i++)
    {
      const DeskWallCell *cell = wall->cells->pdata[i];
      gint64 figure = late ? cell->n_late : cell->n_open;

      n += figure >= least && figure <= most && (late || cell->n_late == 0) ? 1 : 0;
    }
  return n;
}

static gint64
count_state (const DeskWall *wall, gint64 state)
{
  gint64 n = 0;

  for (guint i = 0; i < wall->cells->len; i++)
    n += ((const DeskWallCell *) wall->cells->pdata[i])->state == state ? 1 : 0;
  return n;
}

static int
add_repairs (DeskWallSide *self, const DeskWall *wall)
{
  const gint64 lived = DESK_STATE_LIVED_IN;
  const Look looks[] = {
    { { .state = lived }, _("No open repair"), count_repairs (wall, FALSE, 0, 0) },
    { { .state = lived, .n_open = 1 }, _("One open"), count_repairs (wall, FALSE, 1, 1) },
    { { .state = lived, .n_open = 2 }, _("Several open"), count_repairs (wall, FALSE, 2, G_MAXINT64) },
    { { .state = lived, .n_open = 1, .n_late = 1 }, _("One late"), count_repairs (wall, TRUE, 1, 1) },
    { { .state = lived, .n_open = 2, .n_late = 2 }, _("Several late"), count_repairs (wall, TRUE, 2, G_MAXINT64) },
    { { .state = DESK_STATE_VACANT }, desk_text_enum (self->text, &desk_enum_state, DESK_STATE_VACANT),
      count_state (wall, DESK_STATE_VACANT) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    add_look (self, &looks[i], (int) i);
  return G_N_ELEMENTS (looks);
}

static int
add_states (DeskWallSide *self, const DeskWall *wall)
{
  Look look = { { .state = DESK_STATE_LIVED_IN, .n_open = 1 }, _("Open repair"), 0 };
  int row = 0;

  for (gint64 state = DESK_STATE_UNSOLD; state <= DESK_STATE_LET; state++)
    {
      const Look one = { { .state = state }, desk_text_enum (self->text, &desk_enum_state, state), count_state (wall, state) };

      add_look (self, &one, row++);
    }
  look.count = (gint64) wall->cells->len - count_repairs (wall, FALSE, 0, 0);
  add_look (self, &look, row++);
  return row;
}

static void
desk_wall_side_dispose (GObject *object)
{
  DeskWallSide *self = DESK_WALL_SIDE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_wall_side_parent_class)->dispose (object);
}

static void
desk_wall_side_class_init (DeskWallSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_wall_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
build_unit (DeskWallSide *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->unit = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_margin_top (self->unit, 14);
  gtk_box_append (GTK_BOX (self->unit), head);
  self->label = add_label (head, "total");
  self->pill = desk_pill_new (NULL, "info");
  gtk_box_append (GTK_BOX (head), self->pill);
  self->facts = desk_facts_new ();
  gtk_box_append (GTK_BOX (self->unit), self->facts);
  self->open = desk_button_new (NULL, _("Open"), "Enter");
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->unit), self->open);
  gtk_widget_set_visible (self->unit, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->unit);
}

static void
desk_wall_side_init (DeskWallSide *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "wall-side");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = add_label (self->box, "section");
  self->legend = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->legend), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->legend), 10);
  gtk_widget_add_css_class (self->legend, "facts");
  gtk_box_append (GTK_BOX (self->box), self->legend);
  self->sum = add_label (self->box, "strong");
  gtk_widget_set_margin_top (self->sum, 6);
  build_unit (self);
}

/* Returns: (transfer floating). */
GtkWidget *
desk_wall_side_new (DeskText *text)
{
  DeskWallSide *self = g_object_new (DESK_TYPE_WALL_SIDE, NULL);
  GtkWidget *hint;

  self->text = desk_text_ref (text);
  hint = add_label (self->box, "caption");
  gtk_label_set_text (GTK_LABEL (hint), _("Arrows walk, Home and End go to the bottom and top floor"));
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_set_vexpand (hint, TRUE);
  gtk_widget_set_valign (hint, GTK_ALIGN_END);
  return GTK_WIDGET (self);
}

/* What the looks of @layer mean, and how many units of @wall have each. */
void
desk_wall_side_show (DeskWallSide *self, const DeskWall *wall, DeskWallLayer layer)
{
  g_autofree char *number = desk_text_number (wall->cells->len);
  g_autofree char *sum = desk_text_fill (ngettext ("%1 unit", "%1 units", wall->cells->len), (const char *[]){ number, NULL });
  GtkWidget *child;

  self->layer = layer;
  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_grid_remove (GTK_GRID (self->legend), child);
  gtk_label_set_text (GTK_LABEL (self->title), desk_text_wall_layer (self->text, layer));
  if (layer == DESK_WALL_REPAIRS)
    add_repairs (self, wall);
  else
    add_states (self, wall);
  gtk_label_set_text (GTK_LABEL (self->sum), sum);
}

/* The chosen unit; NULL: none. */
void
desk_wall_side_show_unit (DeskWallSide *self, const DeskWallCell *cell)
{
  g_autofree char *area = NULL;
  g_autofree char *open = NULL;
  g_autofree char *late = NULL;

  gtk_widget_set_visible (self->unit, cell != NULL);
  if (cell == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), cell->label);
  gtk_label_set_text (GTK_LABEL (self->pill), desk_text_enum (self->text, &desk_enum_state, cell->state));
  desk_facts_clear (self->facts);
  area = desk_text_area (cell->built_area);
  if (cell->built_area > 0)
    desk_facts_add (self->facts, _("Area"), area);
  open = desk_text_number (cell->n_open);
  desk_facts_add (self->facts, _("Open repairs"), cell->n_open > 0 ? open : "–");
  late = desk_text_number (cell->n_late);
  if (cell->n_late > 0)
    desk_facts_add (self->facts, _("Late"), late);
}

GtkWidget *
desk_wall_side_get_open (DeskWallSide *self)
{
  return self->open;
}
