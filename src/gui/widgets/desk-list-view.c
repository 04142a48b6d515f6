/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-view.h"

#include <glib/gi18n.h>

#include "desk-list-cell.h"
#include "desk-list-selection.h"
#include "desk-list-view-private.h"
#include "desk-tab-stop.h"
#include "desk-text-label.h"

#define FOCUS_SECONDS 10 /* a row that is still not there by then does not come */

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

enum
{
  OPENED,
  KEY,
  MENU,
  MARKED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskListView, desk_list_view, GTK_TYPE_WIDGET)

/* Cells */

static void
cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DeskListColumn *column)
{
  gtk_list_item_set_child (
      item, desk_list_cell_new (column->view->text, desk_list_model_get_spec (column->view->model), column->layout.column,
                                column->layout.right, column->layout.look, &column->view->now));
}

static void
cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DeskListColumn *column)
{
  desk_list_cell_set_item (DESK_LIST_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, DeskListColumn *column)
{
  desk_list_cell_set_item (DESK_LIST_CELL (gtk_list_item_get_child (item)), NULL);
}

/* Sorting: the store sorts. GTK 4.8 does not tell which head was pressed, but its sorter asks the first column's
 * sorter first, so one comparison tells both the column and the direction. */

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  DeskListColumn *column = data;

  if (column->view->probed == NULL)
    column->view->probed = column;
  return -1;
}

static void
sort_changed (GtkSorter *sorter, GtkSorterChange change, DeskListView *self)
{
  g_autoptr (DeskRowItem) a = desk_row_item_new (1), b = desk_row_item_new (2);
  GtkOrdering order;

  self->probed = NULL;
  order = gtk_sorter_compare (sorter, a, b);
  if (self->probed == NULL)
    return;
  desk_list_model_set_sort (self->model, self->probed->layout.column, order == GTK_ORDERING_LARGER);
  desk_list_view_remember (self);
}

/* Viewport */

static void
scrolled (GtkAdjustment *adjustment, DeskListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  double upper = gtk_adjustment_get_upper (adjustment), value = gtk_adjustment_get_value (adjustment);

  if (n == 0 || upper <= 0)
    return;
  desk_list_model_set_viewport (self->model, (guint) (value / upper * n),
                                MIN (n - 1, (guint) ((value + gtk_adjustment_get_page_size (adjustment)) / upper * n)));
}

/* Rows */

/* Returns: (nullable): the inner list of the column view. */
static GtkWidget *
inner_list (DeskListView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->table); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_css_name (child), "listview") == 0)
      return child;
  return NULL;
}

static DeskListCell *
first_cell (GtkWidget *widget)
{
  if (DESK_IS_LIST_CELL (widget))
    return DESK_LIST_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      DeskListCell *found = first_cell (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the widget of the row that shows @id now. */
static GtkWidget *
row_of (DeskListView *self, gint64 id)
{
  GtkWidget *list = inner_list (self);

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      DeskListCell *cell = first_cell (row);

      if (cell != NULL && desk_list_cell_get_item (cell) != NULL
          && desk_row_item_get_id (desk_list_cell_get_item (cell)) == id)
        return row;
    }
  return NULL;
}

/* Rows that were made and not yet laid out are as high as nothing: the list would scroll past its end by them. One that
 * has a height is enough: rows above and below what is shown may never get one. */
static gboolean
has_rows (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_height (row) > 0)
      return gtk_widget_get_height (list) > 0;
  return FALSE;
}

static gboolean
scroll_now (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskListView *self = DESK_LIST_VIEW (widget);
  GtkWidget *list = inner_list (self);
  guint position = desk_list_selection_get_position (self->selection);

  if (!gtk_widget_get_mapped (widget) || list == NULL || (position != G_MAXUINT && !has_rows (list)))
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (position != G_MAXUINT)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

/* A list that was never shown has no rows to scroll by: it scrolls in the frame after it has them. */
static void
scroll_to_selected (DeskListView *self)
{
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_now, NULL, NULL);
}

static gboolean
focus_row (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskListView *self = DESK_LIST_VIEW (widget);
  GtkWidget *row = row_of (self, desk_list_selection_get_selected (self->selection));
  GtkRoot *root = gtk_widget_get_root (widget);
  gpointer focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->focus_began == NULL)
    self->focus_began = focus;
  /* Somebody who went elsewhere meanwhile is left there. */
  if (row == NULL && (focus == NULL || focus == self->focus_began) && g_get_monotonic_time () < self->focus_until)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Puts the focus on the selected row, scrolled into sight; when it has left the list on the one that took its place, else on
 * the first. It is taken when the row is there: a record
 * that was just made comes with the next answer, and the table itself would take the focus to another row, which it
 * selects. */
void
desk_list_view_focus (DeskListView *self)
{
  guint position;

  desk_list_selection_go_on (self->selection);
  position = desk_list_selection_get_position (self->selection);
  if (desk_list_selection_get_selected (self->selection) == 0)
    desk_list_view_select_position (self, 0);
  else if (position != G_MAXUINT)
    scroll_to_selected (self);
  self->focus_until = g_get_monotonic_time () + FOCUS_SECONDS * G_USEC_PER_SEC;
  self->focus_began = NULL;
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_row, NULL, NULL);
}

/* Returns: whether the keyboard acts on the rows. */
gboolean
desk_list_view_has_focus (DeskListView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = inner_list (self);

  return focus != NULL && (focus == self->table || (list != NULL && (focus == list || gtk_widget_is_ancestor (focus, list))));
}

/* Before the table learns of it: a row that goes to another place takes the focus out of the list with it. */
static void
rows_change (GListModel *model, guint position, guint removed, guint added, DeskListView *self)
{
  self->had_focus |= desk_list_view_has_focus (self);
}

static void
listed (DeskListModel *model, gboolean anew, DeskListView *self)
{
  scrolled (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), self);
  if (desk_list_selection_get_position (self->selection) != G_MAXUINT && anew)
    scroll_to_selected (self);
  /* What was closed leaves the list: the keyboard goes on with the next row, where it was in the list or is on its way. */
  if (!anew && (self->had_focus || self->focus_tick != 0) && desk_list_selection_go_on (self->selection))
    desk_list_view_focus (self);
  else if (self->had_focus && !desk_list_view_has_focus (self)
           && desk_list_selection_get_position (self->selection) != G_MAXUINT)
    desk_list_view_focus (self);
  self->had_focus = FALSE;
}

static void
activated (GtkColumnView *table, guint position, DeskListView *self)
{
  g_signal_emit (self, signals[OPENED], 0, desk_list_model_get_id (self->model, position));
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskListView *self)
{
  gboolean handled = FALSE;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      GtkWidget *row = row_of (self, desk_list_selection_get_selected (self->selection));
      graphene_rect_t at;

      if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &at))
        return FALSE;
      g_signal_emit (self, signals[MENU], 0, (double) at.origin.x + 40, (double) at.origin.y + at.size.height);
      return TRUE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || gdk_keyval_to_unicode (keyval) <= ' '
      || !desk_list_view_has_focus (self))
    return FALSE;
  g_signal_emit (self, signals[KEY], 0, keyval, &handled);
  return handled;
}

static void
right_clicked (GtkGestureClick *gesture, int n_press, double x, double y, DeskListView *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = at != NULL ? gtk_widget_get_ancestor (at, DESK_TYPE_LIST_CELL) : NULL;

  if (cell == NULL || desk_list_cell_get_item (DESK_LIST_CELL (cell)) == NULL)
    return;
  desk_list_view_select (self, desk_row_item_get_id (desk_list_cell_get_item (DESK_LIST_CELL (cell))));
  g_signal_emit (self, signals[MENU], 0, x, y);
}

/* Space marks the row and goes on to the next. Before the table, which would select it. */
static gboolean
space_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskListView *self)
{
  guint position = desk_list_selection_get_position (self->selection);

  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0
      || position == G_MAXUINT || !desk_list_view_has_focus (self))
    return FALSE;
  desk_list_selection_toggle_mark (self->selection, position);
  if (position + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    {
      desk_list_view_select_position (self, position + 1);
      desk_list_view_focus (self);
    }
  return TRUE;
}

static void
marks_changed (DeskListSelection *selection, DeskListView *self)
{
  g_signal_emit (self, signals[MARKED], 0);
}

static void
selected_changed (DeskListSelection *selection, GParamSpec *spec, DeskListView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/* Columns */

static void
column_free (gpointer data)
{
  g_free (data);
}

static void
column_resized (GtkColumnViewColumn *column, GParamSpec *spec, DeskListView *self)
{
  desk_list_view_remember (self);
}

static void
add_column (DeskListView *self, const DeskListLayout *layout, double scale)
{
  const DeskListSpec *spec = desk_list_model_get_spec (self->model);
  DeskListColumn *column = g_new0 (DeskListColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  column->view = self;
  column->spec = &spec->columns[layout->column];
  column->layout = *layout;
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbind), column);
  column->column = gtk_column_view_column_new (
      desk_text_column (self->text, desk_list_model_get_list (self->model), layout->column), factory);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_expand (column->column, layout->expand);
  gtk_column_view_column_set_fixed_width (column->column, (int) (layout->width * scale));
  if (column->spec->sortable)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, column, NULL));

      gtk_column_view_column_set_sorter (column->column, sorter);
    }
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), column->column);
  g_ptr_array_add (self->columns, column);
}

/* How much larger than 96 dpi text is set: columns grow with it. */
static double
text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / 1024.0 / 96.0) : 1.0;
}

/* Heads stand over their figures. GTK has no setting, so the box inside each head's button is turned. */
static void
align_heads (DeskListView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (self->table);
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));
  guint i = 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Column heads"), -1);
  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title), i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      for (guint k = 0; box != NULL && k < self->columns->len; k++)
        if (((DeskListColumn *) self->columns->pdata[k])->column == column)
          gtk_widget_set_halign (box, ((DeskListColumn *) self->columns->pdata[k])->layout.right ? GTK_ALIGN_END
                                                                                                 : GTK_ALIGN_START);
    }
}

static void
columns_moved (GListModel *columns, guint position, guint removed, guint added, DeskListView *self)
{
  align_heads (self);
  desk_list_view_remember (self);
}

/* Object */

static void
desk_list_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, desk_list_view_get_selected (DESK_LIST_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    desk_list_view_select (DESK_LIST_VIEW (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_view_dispose (GObject *object)
{
  DeskListView *self = DESK_LIST_VIEW (object);

  desk_list_view_save_now (self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table)), self);
  g_clear_pointer (&self->stop, gtk_widget_unparent);
  self->scrolled = NULL;
  self->table = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_list_view_parent_class)->dispose (object);
}

static void
desk_list_view_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_LIST_VIEW (object)->columns);
  G_OBJECT_CLASS (desk_list_view_parent_class)->finalize (object);
}

static void
desk_list_view_class_init (DeskListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_list_view_get_property;
  object_class->set_property = desk_list_view_set_property;
  object_class->dispose = desk_list_view_dispose;
  object_class->finalize = desk_list_view_finalize;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[KEY] = g_signal_new ("key", DESK_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                               NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[MENU] = g_signal_new ("menu", DESK_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MARKED] = g_signal_new ("marked", DESK_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_list_view_init (DeskListView *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
}

static void
add_controllers (DeskListView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * desk_list_view_new:
 * @model: (transfer none): what is shown
 * @layout: (array length=n_layout): which columns and how wide
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
desk_list_view_new (DeskListModel *model, DeskText *text, const DeskListLayout *layout, guint n_layout)
{
  DeskListView *self = g_object_new (DESK_TYPE_LIST_VIEW, NULL);
  GtkAdjustment *adjustment;
  double scale = text_scale (GTK_WIDGET (self));

  self->model = g_object_ref (model);
  self->text = desk_text_ref (text);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (rows_change), self, 0);
  self->selection = desk_list_selection_new (model);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_changed), self, 0);
  self->table = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_widget_add_css_class (self->table, "desk-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  desk_text_list (text, desk_list_model_get_list (model)), -1);
  g_signal_connect (self->table, "activate", G_CALLBACK (activated), self);
  for (guint i = 0; i < n_layout; i++)
    add_column (self, &layout[i], scale);
  desk_list_view_restore (self);
  for (guint i = 0; i < self->columns->len; i++)
    g_signal_connect (((DeskListColumn *) self->columns->pdata[i])->column, "notify::fixed-width",
                      G_CALLBACK (column_resized), self);
  align_heads (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner_list (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  desk_text_list (text, desk_list_model_get_list (model)), -1);
  g_signal_connect (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table)), "items-changed",
                    G_CALLBACK (columns_moved), self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->table)), "changed",
                           G_CALLBACK (sort_changed), self, 0);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->table);
  self->stop = desk_tab_stop_new (self->scrolled);
  gtk_widget_set_parent (self->stop, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled), self, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled), self, 0);
  g_signal_connect_object (model, "listed", G_CALLBACK (listed), self, 0);
  add_controllers (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): what is shown. */
DeskListModel *
desk_list_view_get_model (DeskListView *self)
{
  return self->model;
}

/* Returns: the selected record's id, 0 none. */
gint64
desk_list_view_get_selected (DeskListView *self)
{
  return desk_list_selection_get_selected (self->selection);
}

/* Selects the record and scrolls to it when it is in the list. */
void
desk_list_view_select (DeskListView *self, gint64 id)
{
  desk_list_selection_set_selected (self->selection, id);
  if (desk_list_selection_get_position (self->selection) != G_MAXUINT)
    scroll_to_selected (self);
}

/* Selects the row at @position, if there is one. */
void
desk_list_view_select_position (DeskListView *self, guint position)
{
  gint64 id = desk_list_model_get_id (self->model, position);

  if (id != 0)
    desk_list_view_select (self, id);
}

/* Returns: (transfer full): the list as it is shown: its filter, order and columns, for a sheet or for paper. */
DeskListSheetInput *
desk_list_view_describe (DeskListView *self)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));
  guint columns[DESK_MAX_COLUMNS], n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shown) && n < DESK_MAX_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      for (guint k = 0; k < self->columns->len; k++)
        {
          const DeskListColumn *own = self->columns->pdata[k];

          if (own->column == column && gtk_column_view_column_get_visible (column))
            columns[n++] = own->layout.column;
        }
    }
  return desk_list_sheet_input_new (desk_list_model_get_query (self->model), columns, n, NULL, NULL);
}

static void
update_cells (GtkWidget *widget)
{
  if (DESK_IS_LIST_CELL (widget))
    desk_list_cell_update (DESK_LIST_CELL (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      update_cells (child);
}

/* Clocks in the rows show this moment. */
void
desk_list_view_set_now (DeskListView *self, gint64 now)
{
  self->now = now;
  update_cells (inner_list (self));
}

/* Several rows can be marked from now on. */
void
desk_list_view_allow_marks (DeskListView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  desk_list_selection_allow_marks (self->selection);
  g_signal_connect_object (self->selection, "marked", G_CALLBACK (marks_changed), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (space_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer full): gint64 ids of the marked rows in the order of the list. */
GArray *
desk_list_view_get_marked (DeskListView *self)
{
  return desk_list_selection_get_marked (self->selection);
}

/* Marks these rows and no others. @ids: (element-type gint64) */
void
desk_list_view_set_marked (DeskListView *self, GArray *ids)
{
  desk_list_selection_set_marked (self->selection, ids);
}

/* Returns: FALSE when nothing was marked. */
gboolean
desk_list_view_clear_marks (DeskListView *self)
{
  return desk_list_selection_clear_marks (self->selection);
}
