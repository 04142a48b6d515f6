/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sidebar.h"

#include "desk-badge-count.h"
#include "desk-sidebar-row.h"
#include "desk-tab-stop.h"

/* window.md, sections 1 and 13 */
#define WIDTH 164
#define SLIM_WIDTH 48

struct _DeskSidebar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkMenuButton *community_button;
  GtkImage *community_icon, *community_arrow;
  GtkLabel *community_label;
  GtkListBox *list;
  GtkBox *foot;
  GtkLabel *foot_first, *foot_second;
  DeskSidebarRow *front; /* (nullable): the pane in front */
  GPtrArray *counts;     /* DeskBadgeCount of those panes that have one */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSidebar, desk_sidebar, GTK_TYPE_WIDGET)

static DeskSidebarRow *
row_at (DeskSidebar *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? DESK_SIDEBAR_ROW (row) : NULL;
}

static DeskSidebarRow *
row_of (DeskSidebar *self, const char *id)
{
  DeskSidebarRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (g_str_equal (desk_sidebar_row_get_spec (row)->id, id))
      return row;
  return NULL;
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  g_signal_emit (data, signals[CHOSEN], 0, desk_sidebar_row_get_spec (DESK_SIDEBAR_ROW (row))->id);
}

/* The arrows mark another pane without bringing it to the front: who goes away leaves the mark where it belongs. */
static void
on_left_cb (DeskSidebar *self)
{
  if (self->front != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->front));
}

static void
desk_sidebar_dispose (GObject *object)
{
  DeskSidebar *self = DESK_SIDEBAR (object);

  self->front = NULL;
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_SIDEBAR);
  G_OBJECT_CLASS (desk_sidebar_parent_class)->dispose (object);
}

static void
desk_sidebar_class_init (DeskSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sidebar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/shell/desk-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_icon);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_arrow);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, foot_first);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, foot_second);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_left_cb);
  g_type_ensure (DESK_TYPE_TAB_STOP);
}

static void
desk_sidebar_init (DeskSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->counts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  for (guint i = 0; i < desk_pane_registry_size (); i++)
    gtk_list_box_append (self->list, desk_sidebar_row_new (desk_pane_registry_get (i), i + 1));
}

static void
on_badge_cb (DeskBadgeCount *count, DeskSidebarRow *row)
{
  desk_sidebar_row_set_badge (row, desk_badge_count_get (count));
}

static void
add_badge (DeskSidebar *self, DeskEngine *engine, DeskSidebarRow *row)
{
  const DeskBadgeSpec *spec = desk_sidebar_row_get_spec (row)->badge;
  DeskBadgeCount *count = spec != NULL ? desk_badge_count_new (engine, spec) : NULL;

  if (count == NULL)
    return;
  g_signal_connect_object (count, "changed", G_CALLBACK (on_badge_cb), row, 0);
  g_ptr_array_add (self->counts, count);
}

/* @engine: where the badges are counted from now on. */
void
desk_sidebar_set_engine (DeskSidebar *self, DeskEngine *engine)
{
  static const DeskBadge none = { 0 };
  DeskSidebarRow *row;

  g_ptr_array_set_size (self->counts, 0);
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      desk_sidebar_row_set_badge (row, &none);
      add_badge (self, engine, row);
    }
}

/* Counts all badges anew: another person signed in, or a minute went by. */
void
desk_sidebar_count_badges (DeskSidebar *self)
{
  for (guint i = 0; i < self->counts->len; i++)
    desk_badge_count_again (self->counts->pdata[i]);
}

/* @name: what stands at the head. */
void
desk_sidebar_set_community (DeskSidebar *self, const char *name)
{
  gtk_label_set_label (self->community_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->community_button), name);
}

/* @first, @second: (nullable): the two lines at the foot: which shift it is and who comes next; where nobody keeps
 * shifts, the day and what is special about this store. */
void
desk_sidebar_set_foot (DeskSidebar *self, const char *first, const char *second)
{
  gtk_label_set_label (self->foot_first, first != NULL ? first : "");
  gtk_widget_set_visible (GTK_WIDGET (self->foot_first), first != NULL);
  gtk_label_set_label (self->foot_second, second != NULL ? second : "");
  gtk_widget_set_visible (GTK_WIDGET (self->foot_second), second != NULL);
}

/* Marks the pane called @id as the one in front. */
void
desk_sidebar_select (DeskSidebar *self, const char *id)
{
  self->front = row_of (self, id);
  if (self->front != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->front));
}

/* With @slim it is 48 wide: icons with their badges, no foot. */
void
desk_sidebar_set_slim (DeskSidebar *self, gboolean slim)
{
  DeskSidebarRow *row;

  gtk_widget_set_size_request (GTK_WIDGET (self), slim ? SLIM_WIDTH : WIDTH, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), !slim);
  gtk_widget_set_visible (GTK_WIDGET (self->community_label), !slim);
  gtk_widget_set_visible (GTK_WIDGET (self->community_arrow), !slim);
  gtk_widget_set_visible (GTK_WIDGET (self->community_icon), slim);
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    desk_sidebar_row_set_slim (row, slim);
}
