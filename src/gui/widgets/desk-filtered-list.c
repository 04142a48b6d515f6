/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-filtered-list.h"

#include <glib/gi18n.h>

#include "desk-filter-bar.h"
#include "desk-filter-chips.h"
#include "desk-filter-menu.h"
#include "desk-notice.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

struct _DeskFilteredList
{
  GtkWidget parent_instance;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *stack, *chips, *view, *empty, *out;
  GtkWidget *saved;  /* (nullable): the menu of saved filters */
  GtkWidget *bar;    /* (nullable): the DeskFilterBar with the words */
  GtkWidget *start;  /* (nullable): where the keyboard goes while there is no row; else the button */
  GArray *filters;   /* guint, in the order of the chips */
  gboolean focus_waits; /* asked for while it was not known whether there are rows */
};

enum
{
  LISTED,
  NONE,
  FAILED,
  SELECTED,
  OPENED,
  KEY,
  OUT,
  DESCRIBE,
  RECALLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilteredList, desk_filtered_list, GTK_TYPE_WIDGET)

/* Focus */

static void
focus_start (DeskFilteredList *self)
{
  if (self->start != NULL)
    gtk_widget_grab_focus (self->start);
  else if (gtk_widget_get_visible (self->out))
    gtk_widget_grab_focus (self->out);
}

/* Is it in front, or will it be when its window comes up? */
static gboolean
is_in_front (DeskFilteredList *self, GtkRoot *root)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) || (root != NULL && !gtk_widget_get_visible (GTK_WIDGET (root)));
}

/* It waited until it was known that there is no row: nobody who took it meanwhile loses it. */
static void
focus_waiting (DeskFilteredList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->focus_waits && is_in_front (self, root)
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    focus_start (self);
}

/* Model */

static void
show_counts (DeskFilteredList *self)
{
  for (guint i = 0; !desk_list_model_get_spec (self->model)->uncounted && i < self->filters->len; i++)
    desk_filter_chips_set_count (DESK_FILTER_CHIPS (self->chips), i,
                                 desk_list_model_get_count (self->model, g_array_index (self->filters, guint, i)));
}

static void
listed (DeskListModel *model, gboolean anew, DeskFilteredList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  gint64 selected = desk_filtered_list_get_selected (self);

  show_counts (self);
  if (desk_list_model_is_loading (model))
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n > 0 ? self->view : self->empty);
  if (n == 0)
    {
      g_signal_emit (self, signals[NONE], 0);
      focus_waiting (self);
      g_signal_emit (self, signals[SELECTED], 0, (gint64) 0);
    }
  self->focus_waits = FALSE;
  g_signal_emit (self, signals[LISTED], 0, anew);
  /* A pane opens on its first row; a filter that leaves the selected row out goes to the first that is left. */
  if (n > 0 && selected == desk_filtered_list_get_selected (self)
      && (selected == 0 || (anew && !desk_filtered_list_has (self, selected))))
    desk_list_view_select_position (DESK_LIST_VIEW (self->view), 0);
}

static void
failed (DeskListModel *model, const GError *error, DeskFilteredList *self)
{
  g_autofree char *sentence = desk_text_error (self->text, error);

  desk_filtered_list_say_none (self, NULL, sentence, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->empty);
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

/* Rows */

static void
row_selected (DeskListView *view, GParamSpec *spec, DeskFilteredList *self)
{
  g_signal_emit (self, signals[SELECTED], 0, desk_list_view_get_selected (view));
}

static void
row_opened (DeskListView *view, gint64 id, DeskFilteredList *self)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static gboolean
row_key (DeskListView *view, guint keyval, DeskFilteredList *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[KEY], 0, keyval, &handled);
  return handled;
}

static void
chip_chosen (DeskFilterChips *chips, guint index, DeskFilteredList *self)
{
  desk_list_model_set_filter (self->model, g_array_index (self->filters, guint, index));
}

static void
out_clicked (DeskFilteredList *self)
{
  g_signal_emit (self, signals[OUT], 0);
}

/* Saved filters */

static void
describe (gpointer owner, DeskFilterForm *form)
{
  DeskFilteredList *self = owner;

  desk_list_model_get_form (self->model, form);
  g_signal_emit (self, signals[DESCRIBE], 0, form);
}

static void
show (gpointer owner, const DeskFilterForm *form)
{
  DeskFilteredList *self = owner;

  desk_filtered_list_choose (self, form->filter);
  desk_list_view_set_sort (DESK_LIST_VIEW (self->view), form->sort, form->descending);
  desk_list_model_set_form (self->model, form);
  if (self->bar != NULL)
    desk_filter_bar_set_text (DESK_FILTER_BAR (self->bar), form->text);
  g_signal_emit (self, signals[RECALLED], 0, form);
  desk_filtered_list_focus (self);
}

static void
focus (gpointer owner)
{
  desk_filtered_list_focus (owner);
}

static const DeskFilterMenuOwner asks = { describe, show, focus };

/* Object */

static void
desk_filtered_list_dispose (GObject *object)
{
  DeskFilteredList *self = DESK_FILTERED_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  if (self->chips != NULL)
    g_signal_handlers_disconnect_by_data (self->chips, self);
  g_clear_object (&self->chips);
  g_clear_object (&self->model);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_filtered_list_parent_class)->dispose (object);
}

static void
desk_filtered_list_finalize (GObject *object)
{
  g_array_unref (DESK_FILTERED_LIST (object)->filters);
  G_OBJECT_CLASS (desk_filtered_list_parent_class)->finalize (object);
}

static void
desk_filtered_list_class_init (DeskFilteredListClass *klass)
{
  GType type = DESK_TYPE_FILTERED_LIST;

  G_OBJECT_CLASS (klass)->dispose = desk_filtered_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_filtered_list_finalize;
  signals[LISTED] = g_signal_new ("listed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[NONE] = g_signal_new ("none", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                               G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[OUT] = g_signal_new ("out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DESCRIBE] = g_signal_new ("describe", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RECALLED] = g_signal_new ("recalled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_filtered_list_init (DeskFilteredList *self)
{
  self->filters = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
build_empty (DeskFilteredList *self, const char *icon)
{
  self->empty = desk_empty_new (icon, NULL, NULL);
  self->out = gtk_button_new ();
  gtk_widget_set_halign (self->out, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->out, 8);
  gtk_widget_set_visible (self->out, FALSE);
  g_signal_connect_swapped (self->out, "clicked", G_CALLBACK (out_clicked), self);
  gtk_box_append (GTK_BOX (self->empty), self->out);
}

/* @model: (transfer none). @icon: of the empty place. Returns: (transfer floating): the rows, without chips yet. */
GtkWidget *
desk_filtered_list_new (DeskListModel *model, DeskText *text, const DeskListLayout *layout, guint n_layout, const char *icon)
{
  DeskFilteredList *self = g_object_new (DESK_TYPE_FILTERED_LIST, NULL);

  self->model = g_object_ref (model);
  self->text = desk_text_ref (text);
  self->chips = g_object_ref_sink (desk_filter_chips_new (_("Filter")));
  self->view = g_object_ref_sink (desk_list_view_new (model, text, layout, n_layout));
  build_empty (self, icon);
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self->chips, "chosen", G_CALLBACK (chip_chosen), self);
  g_signal_connect (self->view, "notify::selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->view, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->view, "key", G_CALLBACK (row_key), self);
  g_signal_connect (model, "listed", G_CALLBACK (listed), self);
  g_signal_connect (model, "failed", G_CALLBACK (failed), self);
  return GTK_WIDGET (self);
}

/* One more chip to the right. @late: its count is red. */
void
desk_filtered_list_add_chip (DeskFilteredList *self, guint filter, gboolean late)
{
  DeskList list = desk_list_model_get_list (self->model);
  guint at = desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), desk_text_filter (self->text, list, filter));

  g_array_append_val (self->filters, filter);
  if (late)
    desk_filter_chips_set_late (DESK_FILTER_CHIPS (self->chips), at);
}

/* A chip for each filter of the list. */
void
desk_filtered_list_add_chips (DeskFilteredList *self)
{
  for (guint i = 0; i < desk_list_model_get_spec (self->model)->n_filters; i++)
    desk_filtered_list_add_chip (self, i, FALSE);
}

/* Behind the chips: how the list is narrowed can be kept by a name. @bar: (nullable): the DeskFilterBar whose words belong to
 * it; it outlives the list. Returns: (transfer none): the DeskFilterMenu. */
GtkWidget *
desk_filtered_list_allow_saving (DeskFilteredList *self, DeskEngine *engine, GtkWidget *bar)
{
  self->bar = bar;
  self->saved = desk_filter_menu_new (engine, self->text, desk_list_model_get_list (self->model), &asks, self);
  desk_filter_chips_set_end (DESK_FILTER_CHIPS (self->chips), self->saved);
  return self->saved;
}

/* Returns: (transfer none) (nullable): the DeskFilterMenu. */
GtkWidget *
desk_filtered_list_get_saved (DeskFilteredList *self)
{
  return self->saved;
}

/* Returns: (transfer none): the chips, for a place of the pane's choice. */
GtkWidget *
desk_filtered_list_get_chips (DeskFilteredList *self)
{
  return self->chips;
}

/* Returns: (transfer none): the DeskListView, for export and print, marks and clocks. */
GtkWidget *
desk_filtered_list_get_view (DeskFilteredList *self)
{
  return self->view;
}

/* Returns: (transfer none): what stands in the rows' place, for another button. */
GtkWidget *
desk_filtered_list_get_empty (DeskFilteredList *self)
{
  return self->empty;
}

/* Returns: id of the selected row, 0 none. */
gint64
desk_filtered_list_get_selected (DeskFilteredList *self)
{
  return desk_list_view_get_selected (DESK_LIST_VIEW (self->view));
}

/* Returns: whether the record is among the rows. */
gboolean
desk_filtered_list_has (DeskFilteredList *self, gint64 id)
{
  return desk_list_model_index_of (self->model, id) != G_MAXUINT;
}

/* Selects a record, in the list or not yet. */
void
desk_filtered_list_select (DeskFilteredList *self, gint64 id)
{
  desk_list_view_select (DESK_LIST_VIEW (self->view), id);
}

/* Shows the rows of a filter, and its chip as chosen. */
void
desk_filtered_list_choose (DeskFilteredList *self, guint filter)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (g_array_index (self->filters, guint, i) == filter)
      desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), i);
  desk_list_model_set_filter (self->model, filter);
}

/* What stands in the rows' place. @what, @why: (nullable). @out: (nullable): what the button is called; NULL: none. */
void
desk_filtered_list_say_none (DeskFilteredList *self, const char *what, const char *why, const char *out)
{
  desk_empty_set_words (self->empty, what, why);
  if (out != NULL)
    gtk_button_set_label (GTK_BUTTON (self->out), out);
  gtk_widget_set_visible (self->out, out != NULL);
}

/* @start: (transfer none): where the keyboard goes while there is no row; it outlives the list. */
void
desk_filtered_list_set_start (DeskFilteredList *self, GtkWidget *start)
{
  self->start = start;
}

/* Puts the focus on the selected row, or where one begins when there is none. */
void
desk_filtered_list_focus (DeskFilteredList *self)
{
  self->focus_waits = desk_list_model_is_loading (self->model);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 || self->focus_waits)
    desk_list_view_focus (DESK_LIST_VIEW (self->view));
  else
    focus_start (self);
}
