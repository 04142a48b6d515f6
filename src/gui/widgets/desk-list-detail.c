/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-detail.h"

#include "desk-list-view.h"
#include "desk-pane-position.h"
#include "desk-pane.h"

struct _DeskListDetail
{
  GtkWidget parent_instance;
  GtkWidget *paned, *list, *detail;
  gboolean narrow, detail_in_front;
};

enum
{
  FOCUS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskListDetail, desk_list_detail, GTK_TYPE_WIDGET)

static DeskPane *
pane_of (DeskListDetail *self)
{
  return DESK_PANE (gtk_widget_get_ancestor (GTK_WIDGET (self), DESK_TYPE_PANE));
}

static void
show_sides (DeskListDetail *self)
{
  gtk_widget_set_visible (self->list, !self->narrow || !self->detail_in_front);
  gtk_widget_set_visible (self->detail, !self->narrow || self->detail_in_front);
}

/* GtkPaned takes F6 and F8 for its own handle: they are the pane's. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskListDetail *self)
{
  DeskPaneAct act = keyval == GDK_KEY_F6 ? DESK_PANE_CYCLE : DESK_PANE_SHOW_NUMBER;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || (keyval != GDK_KEY_F6 && keyval != GDK_KEY_F8))
    return FALSE;
  if (desk_pane_can (pane_of (self), act))
    desk_pane_act (pane_of (self), act);
  return TRUE;
}

/* Esc is the pane's before the toast overlay takes it to put a toast away. */
static gboolean
escape_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskListDetail *self)
{
  return keyval == GDK_KEY_Escape && desk_pane_act (pane_of (self), DESK_PANE_BACK);
}

static void
desk_list_detail_dispose (GObject *object)
{
  g_clear_pointer (&DESK_LIST_DETAIL (object)->paned, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_list_detail_parent_class)->dispose (object);
}

static void
desk_list_detail_class_init (DeskListDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_list_detail_dispose;
  signals[FOCUS] = g_signal_new ("focus", DESK_TYPE_LIST_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_list_detail_init (DeskListDetail *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *escape = gtk_event_controller_key_new ();

  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->paned, keys);
  g_signal_connect (escape, "key-pressed", G_CALLBACK (escape_pressed), self);
  gtk_widget_add_controller (self->paned, escape);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}

/*
 * @list, @detail: (transfer floating): both are shown or hidden from here. @pane: under what name the place where the list
 * ends is kept. @width: of the list in px, until somebody moves its end. @list_grows: whether a wider window is the list's,
 * or the detail's. Returns: (transfer floating).
 */
GtkWidget *
desk_list_detail_new (GtkWidget *list, GtkWidget *detail, const char *pane, int width, gboolean list_grows)
{
  DeskListDetail *self = g_object_new (DESK_TYPE_LIST_DETAIL, NULL);

  self->list = list;
  self->detail = detail;
  gtk_widget_add_css_class (detail, "detail");
  gtk_paned_set_start_child (GTK_PANED (self->paned), list);
  gtk_paned_set_end_child (GTK_PANED (self->paned), detail);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), list_grows);
  desk_pane_position_keep (GTK_PANED (self->paned), pane, width);
  return GTK_WIDGET (self);
}

/* Brings a part to the front where only one is shown; the focus stays. */
void
desk_list_detail_show (DeskListDetail *self, DeskListPart part)
{
  self->detail_in_front = part == DESK_PART_DETAIL;
  show_sides (self);
}

/* Brings a part to the front and gives it the keyboard. */
void
desk_list_detail_go (DeskListDetail *self, DeskListPart part)
{
  desk_list_detail_show (self, part);
  g_signal_emit (self, signals[FOCUS], 0, (int) part);
}

/* F6: list, detail, filter. */
void
desk_list_detail_cycle (DeskListDetail *self)
{
  GtkWidget *rows = desk_pane_get_list (pane_of (self));

  if (rows != NULL && desk_list_view_has_focus (DESK_LIST_VIEW (rows)))
    desk_list_detail_go (self, DESK_PART_DETAIL);
  else if (desk_has_focus_inside (self->detail))
    desk_list_detail_go (self, DESK_PART_FILTER);
  else
    desk_list_detail_go (self, DESK_PART_LIST);
}

/* Returns: whether somebody is in the detail: Esc leads to the list from there. */
gboolean
desk_list_detail_in_detail (DeskListDetail *self)
{
  return desk_has_focus_inside (self->detail) || (self->narrow && self->detail_in_front);
}

/* One side at a time, or both. @part: what is to be in front when that is news and the focus does not say. */
void
desk_list_detail_set_narrow (DeskListDetail *self, gboolean narrow, DeskListPart part)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  self->detail_in_front = narrow && (part == DESK_PART_DETAIL || desk_has_focus_inside (self->detail));
  show_sides (self);
}

/* Returns: whether one side is shown at a time. */
gboolean
desk_list_detail_get_narrow (DeskListDetail *self)
{
  return self->narrow;
}

/* Returns: whether @widget or something in it has the focus. */
gboolean
desk_has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
