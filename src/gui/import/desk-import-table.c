/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-table.h"

#include <glib/gi18n.h>

#include "desk-filter-chips.h"
#include "desk-import-cell.h"
#include "desk-import-mend-bar.h"
#include "desk-import-model.h"
#include "desk-notice.h"
#include "desk-tab-stop.h"
#include "desk-text-import.h"

#define ROW_WIDTH 56
#define FATE_WIDTH 112
#define DATA_ROOM 500 /* for cells of the sheet, so that the reason has place */

struct _DeskImportTable
{
  GtkWidget parent_instance;
  DeskText *text;
  DeskImportModel *model;
  GtkSingleSelection *selection;
  GtkWidget *box, *bar, *chips, *stack, *rows, *table, *empty, *mend;
  char *layout; /* of the columns that stand */
  guint focus_tick, scroll_tick;
};

enum
{
  MENDED,
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskImportTable, desk_import_table, GTK_TYPE_WIDGET)

/* Fields in the order of their worth where there is not room for all, with their width in px at 11 pt. */
static const struct
{
  DeskImportField field;
  int width;
  gboolean right;
} widths[] = {
  { DESK_IMPORT_FIELD_LABEL, 104, FALSE },      { DESK_IMPORT_FIELD_BUILDING, 64, FALSE },
  { DESK_IMPORT_FIELD_ENTRANCE, 60, FALSE },    { DESK_IMPORT_FIELD_ROOM, 72, FALSE },
  { DESK_IMPORT_FIELD_CASE_NUMBER, 92, FALSE }, { DESK_IMPORT_FIELD_TITLE, 220, FALSE },
  { DESK_IMPORT_FIELD_OPENED, 148, FALSE },     { DESK_IMPORT_FIELD_CATEGORY, 92, FALSE },
  { DESK_IMPORT_FIELD_NAME, 92, FALSE },        { DESK_IMPORT_FIELD_PHONE, 116, FALSE },
  { DESK_IMPORT_FIELD_BUILT_AREA, 108, TRUE },  { DESK_IMPORT_FIELD_STATE, 76, FALSE },
  { DESK_IMPORT_FIELD_ROLE, 76, FALSE },        { DESK_IMPORT_FIELD_DELIVERED_ON, 118, FALSE },
  { DESK_IMPORT_FIELD_FROM_DAY, 96, FALSE },    { DESK_IMPORT_FIELD_RELATION, 76, FALSE },
  { DESK_IMPORT_FIELD_FLOOR, 56, TRUE },        { DESK_IMPORT_FIELD_INNER_AREA, 82, TRUE },
  { DESK_IMPORT_FIELD_PLATE, 92, FALSE },       { DESK_IMPORT_FIELD_UNIT_KIND, 76, FALSE },
};

/* Columns */

typedef struct
{
  DeskText *text;
  DeskImportCellRole role;
  guint column;
  gboolean right;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  desk_text_unref (((Column *) data)->text);
  g_free (data);
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  gtk_list_item_set_child (item, desk_import_cell_new (column->text, column->role, column->column, column->right));
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  desk_import_cell_set_item (DESK_IMPORT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  desk_import_cell_set_item (DESK_IMPORT_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (DeskImportTable *self, const char *title, DeskImportCellRole role, guint at, int width, gboolean right)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  Column *data = g_new0 (Column, 1);

  *data = (Column){ desk_text_ref (self->text), role, at, right };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup), data, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), column);
  g_object_unref (column);
}

/* Heads stand over their figures; the first is figures. */
static void
align_heads (DeskImportTable *self, const gboolean *right, guint n)
{
  GtkWidget *header = gtk_widget_get_first_child (self->table);
  guint i = 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Column heads"), -1);
  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL && i < n;
       title = gtk_widget_get_next_sibling (title), i++)
    if (gtk_widget_get_first_child (title) != NULL)
      gtk_widget_set_halign (gtk_widget_get_first_child (title), right[i] ? GTK_ALIGN_END : GTK_ALIGN_START);
}

/* One column of the sheet that is shown. */
typedef struct
{
  guint column;
  int width;
  gboolean right;
} Chosen;

static int
by_column (gconstpointer a, gconstpointer b)
{
  return (int) ((const Chosen *) a)->column - (int) ((const Chosen *) b)->column;
}

/* Which columns of the sheet are shown: those that are taken, the most telling first; while the mapping cannot be used,
 * the first as they stand, so that it is seen what they hold. */
static GArray *
choose (DeskImportPlan *plan)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  guint n = desk_import_plan_get_n_columns (plan);
  int room = DATA_ROOM;

  if (desk_import_plan_get_missing (plan) != DESK_IMPORT_FIELD_NONE)
    for (guint i = 0; i < n && room >= 100; i++, room -= 100)
      g_array_append_val (chosen, ((Chosen){ i, 100, FALSE }));
  else
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      for (guint i = 0; i < n; i++)
        if (desk_import_plan_get_field (plan, i, NULL) == widths[k].field && widths[k].width <= room)
          {
            g_array_append_val (chosen, ((Chosen){ i, widths[k].width, widths[k].right }));
            room -= widths[k].width;
          }
  g_array_sort (chosen, by_column);
  return chosen;
}

static void
build_columns (DeskImportTable *self, DeskImportPlan *plan)
{
  GListModel *standing = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));
  g_autoptr (GArray) chosen = choose (plan);
  g_autoptr (GString) layout = g_string_new (NULL);
  gboolean right[64] = { TRUE, FALSE };

  for (guint i = 0; i < chosen->len; i++)
    {
      const Chosen *one = &g_array_index (chosen, Chosen, i);

      g_string_append_printf (layout, "%u=%d:%s|", one->column, desk_import_plan_get_field (plan, one->column, NULL),
                              desk_import_plan_get_heading (plan, one->column));
      right[MIN (i + 2, G_N_ELEMENTS (right) - 1)] = one->right;
    }
  if (g_strcmp0 (layout->str, self->layout) == 0)
    return;
  g_free (self->layout);
  self->layout = g_strdup (layout->str);
  while (g_list_model_get_n_items (standing) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (standing, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->table), column);
    }
  add_column (self, _("Row"), DESK_IMPORT_CELL_ROW, 0, ROW_WIDTH, TRUE);
  add_column (self, _("Fate"), DESK_IMPORT_CELL_FATE, 0, FATE_WIDTH, FALSE);
  for (guint i = 0; i < chosen->len; i++)
    {
      const Chosen *one = &g_array_index (chosen, Chosen, i);
      DeskImportField field = desk_import_plan_get_field (plan, one->column, NULL);

      add_column (self,
                  field != DESK_IMPORT_FIELD_NONE ? desk_text_import_field (self->text, field)
                                                  : desk_import_plan_get_heading (plan, one->column),
                  DESK_IMPORT_CELL_DATA, one->column, one->width, one->right);
    }
  add_column (self, _("Why"), DESK_IMPORT_CELL_WHY, 0, 0, FALSE);
  align_heads (self, right, MIN (chosen->len + 2, G_N_ELEMENTS (right)));
}

/* Rows */

static DeskImportItem *
selected_item (DeskImportTable *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? DESK_IMPORT_ITEM (item) : NULL;
}

static guint
selected_row (DeskImportTable *self)
{
  DeskImportItem *item = selected_item (self);

  return item != NULL ? desk_import_item_get_line (item)->row : 0;
}

static GtkWidget *
inner_list (DeskImportTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->table); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_css_name (child), "listview") == 0)
      return child;
  return NULL;
}

static void
show_counts (DeskImportTable *self)
{
  for (guint i = 0; i < DESK_N_IMPORT_SHOWS; i++)
    desk_filter_chips_set_count (DESK_FILTER_CHIPS (self->chips), i, desk_import_model_count (self->model, i));
}

static void
show_empty (DeskImportTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_stack_set_visible_child (GTK_STACK (self->stack), n > 0 ? self->rows : self->empty);
}

static gboolean
scroll_now (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskImportTable *self = DESK_IMPORT_TABLE (widget);
  GtkWidget *list = inner_list (self);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (list == NULL || gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
scroll (DeskImportTable *self)
{
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_now, NULL, NULL);
}

/* The row's widget that shows what is selected now. */
static GtkWidget *
selected_widget (DeskImportTable *self)
{
  DeskImportItem *item = selected_item (self);
  GtkWidget *list = inner_list (self);

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL && item != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);
      GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

      if (DESK_IS_IMPORT_CELL (child) && desk_import_cell_get_item (DESK_IMPORT_CELL (child)) == item)
        return row;
    }
  return NULL;
}

static gboolean
focus_now (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskImportTable *self = DESK_IMPORT_TABLE (widget);
  GtkWidget *row = selected_widget (self);

  if (row == NULL && selected_item (self) != NULL && gtk_widget_get_mapped (self->table))
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Puts the focus on the selected row. */
void
desk_import_table_focus (DeskImportTable *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    {
      gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD);
      return;
    }
  scroll (self);
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_now, NULL, NULL);
}

/* Returns: whether the keyboard acts on the rows. */
gboolean
desk_import_table_has_focus (DeskImportTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == self->table || gtk_widget_is_ancestor (focus, self->table));
}

static void
chip_chosen (DeskFilterChips *chips, guint index, DeskImportTable *self)
{
  guint row = selected_row (self), position;
  gboolean focused = desk_import_table_has_focus (self);

  desk_import_model_set_show (self->model, (DeskImportShow) index);
  position = desk_import_model_position_of_row (self->model, row);
  if (position != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, position);
  show_empty (self);
  if (focused)
    desk_import_table_focus (self);
  else
    scroll (self);
}

/* Answers */

static void
tick (DeskImportTable *self, guint index, gboolean taken)
{
  DeskImportPlan *plan = desk_import_model_get_plan (self->model);

  if (plan == NULL || desk_import_plan_get_line (plan, index)->taken == taken)
    return;
  desk_import_model_set_taken (self->model, index, taken);
  g_signal_emit (self, signals[TICKED], 0, desk_import_plan_get_line (plan, index)->row, taken);
}

static void
open_mend (DeskImportTable *self, guint index)
{
  DeskImportPlan *plan = desk_import_model_get_plan (self->model);

  if (desk_import_plan_get_line (plan, index)->fate == DESK_FATE_REJECT
      && !desk_import_mend_bar_open (DESK_IMPORT_MEND_BAR (self->mend), plan, index))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
suggest (DeskImportTable *self, guint index)
{
  DeskImportPlan *plan = desk_import_model_get_plan (self->model);
  guint column;
  const char *meant = desk_import_plan_get_suggestion (plan, index, &column);
  g_autofree char *text = g_strdup (meant);

  if (text != NULL)
    g_signal_emit (self, signals[MENDED], 0, desk_import_plan_get_line (plan, index)->row, column, text);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *target)
{
  DeskImportTable *self = DESK_IMPORT_TABLE (widget);
  guint index = g_variant_get_uint32 (target);

  if (g_str_equal (name, "row.take"))
    tick (self, index, TRUE);
  else if (g_str_equal (name, "row.leave"))
    tick (self, index, FALSE);
  else if (g_str_equal (name, "row.suggest"))
    suggest (self, index);
  else
    open_mend (self, index);
}

/* Letters answer the selected row: Y takes, N leaves out, M writes what is meant, Enter and E mend by hand. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskImportTable *self)
{
  DeskImportItem *item = selected_item (self);
  guint index;

  if (item == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !desk_import_table_has_focus (self))
    return FALSE;
  index = desk_import_item_get_index (item);
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_y:
      tick (self, index, TRUE);
      return TRUE;
    case GDK_KEY_n:
      tick (self, index, FALSE);
      return TRUE;
    case GDK_KEY_space:
      tick (self, index, !desk_import_item_get_line (item)->taken);
      return TRUE;
    case GDK_KEY_m:
      suggest (self, index);
      return TRUE;
    case GDK_KEY_e:
      open_mend (self, index);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
activated (GtkColumnView *table, guint position, DeskImportTable *self)
{
  DeskImportItem *item = selected_item (self);

  if (item != NULL)
    open_mend (self, desk_import_item_get_index (item));
}

static void
mended (DeskImportMendBar *mend, guint row, guint column, const char *text, DeskImportTable *self)
{
  g_signal_emit (self, signals[MENDED], 0, row, column, text);
}

static void
mend_left (DeskImportMendBar *mend, DeskImportTable *self)
{
  desk_import_mend_bar_close (mend);
  desk_import_table_focus (self);
}

/* Esc. Returns: whether there was something to leave here. */
gboolean
desk_import_table_go_back (DeskImportTable *self)
{
  if (!gtk_widget_get_visible (self->mend))
    return FALSE;
  mend_left (DESK_IMPORT_MEND_BAR (self->mend), self);
  return TRUE;
}

/* Returns: (transfer none): the bar with the chips, for one more button at its end. */
GtkWidget *
desk_import_table_get_bar (DeskImportTable *self)
{
  return self->bar;
}

/* Shows the rows of @plan (nullable); the row that was selected stays so. */
void
desk_import_table_set_plan (DeskImportTable *self, DeskImportPlan *plan)
{
  guint row = selected_row (self), position;
  gboolean focused = desk_import_table_has_focus (self);

  if (gtk_widget_get_visible (self->mend))
    desk_import_mend_bar_close (DESK_IMPORT_MEND_BAR (self->mend));
  /* The columns first: a cell of the old ones must not look into the new plan. */
  if (plan != NULL)
    {
      desk_import_model_set_plan (self->model, NULL);
      build_columns (self, plan);
    }
  desk_import_model_set_plan (self->model, plan);
  position = desk_import_model_position_of_row (self->model, row);
  if (position != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, position);
  show_counts (self);
  show_empty (self);
  if (focused)
    desk_import_table_focus (self);
  else
    scroll (self);
}

/* Object */

static void
desk_import_table_dispose (GObject *object)
{
  DeskImportTable *self = DESK_IMPORT_TABLE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->layout, g_free);
  G_OBJECT_CLASS (desk_import_table_parent_class)->dispose (object);
}

static void
desk_import_table_class_init (DeskImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_table_dispose;
  signals[MENDED] = g_signal_new ("mended", DESK_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[TICKED] = g_signal_new ("ticked", DESK_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  for (guint i = 0; i < 4; i++)
    gtk_widget_class_install_action (widget_class,
                                     ((const char *[]){ "row.take", "row.leave", "row.suggest", "row.mend" })[i], "u",
                                     row_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_table_init (DeskImportTable *self)
{
}

static void
build_chips (DeskImportTable *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->bar, "band");
  self->chips = desk_filter_chips_new (_("Filter"));
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), _("All"));
  for (guint i = 0; i < DESK_N_FATES; i++)
    desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), desk_text_import_fate (self->text, (DeskFate) i));
  desk_filter_chips_set_late (DESK_FILTER_CHIPS (self->chips), DESK_IMPORT_SHOW_FATE + DESK_FATE_REJECT);
  desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), _("Worth a look"));
  g_signal_connect (self->chips, "chosen", G_CALLBACK (chip_chosen), self);
  gtk_box_append (GTK_BOX (self->bar), self->chips);
}

static void
build_table (DeskImportTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled;

  self->model = desk_import_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->table = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_widget_add_css_class (self->table, "desk-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows of the sheet"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner_list (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows of the sheet"), -1);
  g_signal_connect (self->table, "activate", G_CALLBACK (activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->table, keys);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  self->rows = desk_tab_stop_new (scrolled);
  self->empty = desk_empty_new ("object-select-symbolic", NULL, _("No such row."));
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->stack, "list-side");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->rows);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
}

/* Returns: (transfer floating): a table that waits for its plan. */
GtkWidget *
desk_import_table_new (DeskText *text)
{
  DeskImportTable *self = g_object_new (DESK_TYPE_IMPORT_TABLE, NULL);

  self->text = desk_text_ref (text);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_chips (self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  build_table (self);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->mend = desk_import_mend_bar_new ();
  g_signal_connect (self->mend, "mended", G_CALLBACK (mended), self);
  g_signal_connect (self->mend, "left", G_CALLBACK (mend_left), self);
  gtk_box_append (GTK_BOX (self->box), self->mend);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
