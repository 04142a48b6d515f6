/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _DeskWallView
{
  GtkWidget parent_instance;
  GtkWidget *area;
  DeskText *text;
  const DeskWall *wall; /* (nullable): whoever set it keeps it */
  DeskWallPlan plan;
  DeskWallLayer layer;
  gint64 chosen_id;
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWallView, desk_wall_view, GTK_TYPE_WIDGET)

static DeskInk
named_ink (GtkStyleContext *style, const char *name)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  return (DeskInk){ colour.red, colour.green, colour.blue, colour.alpha };
}

void
desk_wall_inks_of (GtkWidget *widget, DeskWallInks *inks)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  *inks = (DeskWallInks){ .text = named_ink (style, "window_fg_color"),
                          .late = named_ink (style, "error_bg_color"),
                          .late_text = named_ink (style, "error_fg_color"),
                          .accent = named_ink (style, "accent_bg_color"),
                          .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()) };
}

double
desk_wall_letter_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size = size * (dpi > 0 ? dpi : 96) / 72;
  return MAX (size, 8) * .92;
}

static void
update_plan (DeskWallView *self, int width, int height)
{
  if (self->wall != NULL)
    desk_wall_plan (self->wall, width, height, desk_wall_letter_of (GTK_WIDGET (self)), &self->plan);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DeskWallView *self = data;
  DeskWallInks inks;

  if (self->wall == NULL)
    return;
  desk_wall_inks_of (GTK_WIDGET (area), &inks);
  update_plan (self, width, height);
  desk_wall_draw (cr, self->wall, &self->plan, self->layer, self->text, &inks, self->chosen_id);
}

/* Choosing */

/* The scroller of a focused widget follows it as a whole; here it follows the chosen cell. */
static void
show_cell (DeskWallView *self, const DeskWallCell *cell)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double box[4];

  if (scroller == NULL)
    return;
  desk_wall_cell_box (self->wall, &self->plan, cell, box);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), box[1] - 4,
                             box[1] + box[3] + 4);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), box[0] - 4,
                             box[0] + box[2] + 4);
}

/* Returns: (transfer none) (nullable): the chosen cell. */
const DeskWallCell *
desk_wall_view_get_chosen (DeskWallView *self)
{
  return self->wall != NULL && self->chosen_id != 0 ? desk_wall_find (self->wall, self->chosen_id) : NULL;
}

/* Says which cell it is to whoever cannot see it. */
static void
name_chosen (DeskWallView *self)
{
  const DeskWallCell *cell = desk_wall_view_get_chosen (self);
  g_autofree char *about = cell != NULL ? desk_text_wall_about (self->text, cell) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, about != NULL ? about : _("Room Wall"), -1);
}

static void
choose (DeskWallView *self, const DeskWallCell *cell)
{
  gint64 id = cell != NULL ? cell->unit_id : 0;

  if (id == self->chosen_id)
    return;
  self->chosen_id = id;
  name_chosen (self);
  if (cell != NULL)
    show_cell (self, cell);
  gtk_widget_queue_draw (self->area);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskWallView *self)
{
  static const struct
  {
    guint key;
    DeskWallStep step;
  } steps[] = { { GDK_KEY_Left, DESK_WALL_LEFT }, { GDK_KEY_Right, DESK_WALL_RIGHT }, { GDK_KEY_Up, DESK_WALL_UP },
                { GDK_KEY_Down, DESK_WALL_DOWN }, { GDK_KEY_Home, DESK_WALL_BOTTOM }, { GDK_KEY_End, DESK_WALL_TOP } };
  const DeskWallCell *cell = desk_wall_view_get_chosen (self);

  if (cell == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      g_signal_emit (self, signals[OPENED], 0, cell->unit_id);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].key)
      {
        choose (self, desk_wall_step (self->wall, cell, steps[i].step));
        return TRUE;
      }
  return FALSE;
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, DeskWallView *self)
{
  const DeskWallCell *cell = self->wall != NULL ? desk_wall_pick (self->wall, &self->plan, x, y) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (cell == NULL)
    return;
  choose (self, cell);
  if (n_press == 2)
    g_signal_emit (self, signals[OPENED], 0, cell->unit_id);
}

static gboolean
on_tooltip_cb (GtkWidget *area, int x, int y, gboolean keyboard, GtkTooltip *tooltip, DeskWallView *self)
{
  const DeskWallCell *cell = keyboard ? desk_wall_view_get_chosen (self)
                             : self->wall != NULL ? desk_wall_pick (self->wall, &self->plan, x, y)
                                                  : NULL;
  g_autofree char *about = cell != NULL ? desk_text_wall_about (self->text, cell) : NULL;
  double box[4];
  GdkRectangle place;

  if (cell == NULL)
    return FALSE;
  desk_wall_cell_box (self->wall, &self->plan, cell, box);
  place = (GdkRectangle){ (int) box[0], (int) box[1], (int) box[2], (int) box[3] };
  gtk_tooltip_set_text (tooltip, about);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

/* Object */

static void
desk_wall_view_dispose (GObject *object)
{
  DeskWallView *self = DESK_WALL_VIEW (object);

  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_wall_view_parent_class)->dispose (object);
}

static void
desk_wall_view_class_init (DeskWallViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_wall_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wall");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_WALL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_WALL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
}

static void
desk_wall_view_init (DeskWallView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_set_has_tooltip (self->area, TRUE);
  g_signal_connect (self->area, "query-tooltip", G_CALLBACK (on_tooltip_cb), self);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
}

/* Returns: (transfer floating): a view of no wall yet. */
GtkWidget *
desk_wall_view_new (DeskText *text)
{
  DeskWallView *self = g_object_new (DESK_TYPE_WALL_VIEW, NULL);

  self->text = desk_text_ref (text);
  name_chosen (self);
  return GTK_WIDGET (self);
}

/* Shows @wall (nullable), which must outlive it or the next call; the chosen unit stays chosen where it is there. */
void
desk_wall_view_set_wall (DeskWallView *self, const DeskWall *wall)
{
  DeskWallPlan least;
  const DeskWallCell *cell;

  self->wall = wall;
  if (wall == NULL)
    return;
  desk_wall_plan (wall, 0, 0, desk_wall_letter_of (GTK_WIDGET (self)), &least);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area),
                                      (int) (least.left + wall->doors->len * least.cell_width
                                             + wall->entrances->len * least.gap));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) (least.top + wall->floors->len * least.cell_height + 8));
  update_plan (self, gtk_widget_get_width (self->area), gtk_widget_get_height (self->area));
  cell = desk_wall_view_get_chosen (self);
  if (cell == NULL && wall->cells->len > 0)
    choose (self, wall->cells->pdata[0]);
  name_chosen (self);
  gtk_widget_queue_draw (self->area);
}

/* What its cells say from here on. */
void
desk_wall_view_set_layer (DeskWallView *self, DeskWallLayer layer)
{
  self->layer = layer;
  gtk_widget_queue_draw (self->area);
}

/* Chooses the unit's cell, where the wall has one. */
void
desk_wall_view_choose (DeskWallView *self, gint64 unit_id)
{
  const DeskWallCell *cell = self->wall != NULL ? desk_wall_find (self->wall, unit_id) : NULL;

  if (cell != NULL)
    choose (self, cell);
}
