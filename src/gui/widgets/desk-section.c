/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-section.h"

#include "desk-notice.h"
#include "desk-list-box.h"

#define MAX_COLUMNS 6

struct _DeskSection
{
  GtkWidget parent_instance;
  GtkWidget *head, *title, *hint;
  GtkWidget *heads; /* titles of the columns */
  GtkWidget *rows;
  GtkSizeGroup *groups[MAX_COLUMNS];
  gboolean expand[MAX_COLUMNS];
  guint n_columns;
};

enum
{
  ADD,
  OPENED,
  KEY,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSection, desk_section, GTK_TYPE_WIDGET)

static DeskKind
row_kind (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "desk-kind"));
}

static gint64
row_id (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "desk-id");

  return id != NULL ? *id : 0;
}

static void
add_clicked (GtkButton *button, DeskSection *self)
{
  g_signal_emit (self, signals[ADD], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-kind")));
}

static void
row_activated (GtkListBox *box, GtkListBoxRow *row, DeskSection *self)
{
  if (row_id (row) != 0)
    g_signal_emit (self, signals[OPENED], 0, (int) row_kind (row), row_id (row));
}

/* The row with the focus, which is selected: one that gets the focus back from a sheet was not. */
static GtkListBoxRow *
focused_row (DeskSection *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);

  if (!GTK_IS_LIST_BOX_ROW (row) || row_id (GTK_LIST_BOX_ROW (row)) == 0 || !gtk_widget_has_focus (row))
    return NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), GTK_LIST_BOX_ROW (row));
  return GTK_LIST_BOX_ROW (row);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskSection *self)
{
  GtkListBoxRow *row = focused_row (self);
  gboolean handled = FALSE;

  if (row == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      g_signal_emit (self, signals[MENU], 0, (int) row_kind (row), row_id (row), row);
      return TRUE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_F8 && gdk_keyval_to_unicode (keyval) <= ' ')
    return FALSE;
  g_signal_emit (self, signals[KEY], 0, (int) row_kind (row), row_id (row), keyval, &handled);
  return handled;
}

static void
right_clicked (GtkGestureClick *gesture, int n_press, double x, double y, DeskSection *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->rows), (int) y);

  if (row == NULL || row_id (row) == 0)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), row);
  g_signal_emit (self, signals[MENU], 0, (int) row_kind (row), row_id (row), row);
}

/* A row that gets the focus is the one that keys act on; a section that lost it has no selected row. */
static void
focus_left (GtkEventControllerFocus *controller, DeskSection *self)
{
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->rows));
}

static void
desk_section_dispose (GObject *object)
{
  DeskSection *self = DESK_SECTION (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->heads, gtk_widget_unparent);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_clear_object (&self->groups[i]);
  G_OBJECT_CLASS (desk_section_parent_class)->dispose (object);
}

static void
desk_section_class_init (DeskSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_section_dispose;
  signals[ADD] = g_signal_new ("add", DESK_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_INT64);
  signals[KEY] = g_signal_new ("key", DESK_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                               NULL, G_TYPE_BOOLEAN, 3, G_TYPE_INT, G_TYPE_INT64, G_TYPE_UINT);
  signals[MENU] = g_signal_new ("menu", DESK_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                G_TYPE_INT, G_TYPE_INT64, GTK_TYPE_WIDGET);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
build_head (DeskSection *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "section");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->title);
  self->hint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (self->head), self->hint);
  gtk_widget_set_size_request (self->head, -1, 28);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
desk_section_init (DeskSection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  build_head (self);
  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_visible (self->heads, FALSE);
  gtk_widget_set_parent (self->heads, GTK_WIDGET (self));
  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_widget_add_css_class (self->rows, "tight");
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->rows), FALSE);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->rows, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (self->rows, focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_clicked), self);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/* @title: translated. Returns: (transfer floating): a section without rows. */
GtkWidget *
desk_section_new (const char *title)
{
  DeskSection *self = g_object_new (DESK_TYPE_SECTION, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/* Widths of the cells; heads are shown when the columns have titles. To be called once, before rows are added. */
void
desk_section_set_columns (DeskSection *self, const DeskSectionColumn *columns, guint n_columns)
{
  self->n_columns = MIN (n_columns, MAX_COLUMNS);
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *head = gtk_label_new (columns[i].title);

      self->expand[i] = columns[i].expand;
      self->groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_label_set_xalign (GTK_LABEL (head), 0);
      gtk_widget_add_css_class (head, "caption");
      gtk_widget_set_size_request (head, columns[i].width > 0 ? columns[i].width : -1, 26);
      gtk_widget_set_hexpand (head, columns[i].expand);
      gtk_size_group_add_widget (self->groups[i], head);
      gtk_box_append (GTK_BOX (self->heads), head);
    }
  gtk_widget_set_margin_start (self->heads, 2);
  gtk_widget_set_visible (self->heads, n_columns > 0 && columns[0].title != NULL);
}

/* A button in the heading that asks for a new @kind. @key: (nullable): the letter that does the same. */
GtkWidget *
desk_section_add_button (DeskSection *self, DeskKind kind, const char *label, const char *key)
{
  GtkWidget *button = desk_button_new (NULL, label, key);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  g_object_set_data (G_OBJECT (button), "desk-kind", GINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (GTK_BOX (self->head), button);
  return button;
}

/* @hint: (nullable): a few words before the button. */
void
desk_section_set_hint (DeskSection *self, const char *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
}

/* Takes all rows away. */
void
desk_section_clear (DeskSection *self)
{
  desk_list_box_clear (self->rows);
}

/* Returns: (transfer floating): words as a cell, ellipsized with the whole in the tooltip. @css_class: (nullable). */
GtkWidget *
desk_section_cell (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (words != NULL && g_utf8_strlen (words, -1) > 12)
    gtk_widget_set_tooltip_text (label, words);
  return label;
}

/* The words of all labels in @widget. */
static void
append_words (GString *name, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (name, name->len > 0 ? " %s" : "%s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (name, child);
}

/* A row of @cells (transfer floating) for the record. Returns: (transfer none): the row. */
GtkWidget *
desk_section_add_row (DeskSection *self, DeskKind kind, gint64 id, GtkWidget **cells, guint n_cells)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i < self->n_columns)
        {
          gtk_widget_set_hexpand (cells[i], self->expand[i]);
          gtk_size_group_add_widget (self->groups[i], cells[i]);
        }
      append_words (name, cells[i]);
      gtk_box_append (GTK_BOX (box), cells[i]);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "desk-kind", GINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (row), "desk-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
  return row;
}

/* A line of words that stands for nothing: that there is nothing, or what it means. */
void
desk_section_add_words (DeskSection *self, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

/* Returns: how many rows stand for records. */
guint
desk_section_get_n_rows (DeskSection *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (row_id (GTK_LIST_BOX_ROW (row)) != 0)
      n++;
  return n;
}

/* Returns: id of the record whose row is selected, 0 none; its kind in @kind (nullable). */
gint64
desk_section_get_selected (DeskSection *self, DeskKind *kind)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->rows));

  if (row == NULL)
    return 0;
  if (kind != NULL)
    *kind = row_kind (row);
  return row_id (row);
}

/* Puts the focus on the record's row, or on the first. Returns: FALSE when there is none. */
gboolean
desk_section_focus (DeskSection *self, gint64 id)
{
  GtkListBoxRow *first = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListBoxRow *row = GTK_LIST_BOX_ROW (child);

      if (row_id (row) == 0)
        continue;
      if (first == NULL || row_id (row) == id)
        first = row;
      if (row_id (row) == id)
        break;
    }
  if (first == NULL)
    return FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), first);
  return gtk_widget_grab_focus (GTK_WIDGET (first));
}
