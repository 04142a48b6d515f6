/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sidebar.h"

#include "desk-badge-count.h"
#include "desk-filter-shelf.h"
#include "desk-menu-button.h"
#include "desk-pinned-row.h"
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
  GMenuModel *community_menu;
  GtkImage *community_icon, *community_arrow;
  GtkLabel *community_label;
  GtkListBox *list;
  GtkBox *foot;
  GtkLabel *foot_first, *foot_second;
  DeskSidebarRow *front; /* (nullable): the pane in front */
  GPtrArray *counts;     /* DeskBadgeCount of those panes that have one */
  DeskFilterShelf *shelf; /* (nullable) */
  gboolean slim;
};

enum
{
  CHOSEN,
  PINNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSidebar, desk_sidebar, GTK_TYPE_WIDGET)

/* Returns: the row of the @index-th pane; the pinned filters between them are not counted. */
static DeskSidebarRow *
row_at (DeskSidebar *self, int index)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (DESK_IS_SIDEBAR_ROW (row) && index-- == 0)
      return DESK_SIDEBAR_ROW (row);
  return NULL;
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
  if (DESK_IS_PINNED_ROW (row))
    g_signal_emit (data, signals[PINNED], 0, desk_pinned_row_get_id (DESK_PINNED_ROW (row)));
  else
    g_signal_emit (data, signals[CHOSEN], 0, desk_sidebar_row_get_spec (DESK_SIDEBAR_ROW (row))->id);
}

/* Pinned filters */

/* Returns: (transfer none) (nullable): the @index-th pinned row. */
static DeskPinnedRow *
pinned_at (DeskSidebar *self, guint index)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (DESK_IS_PINNED_ROW (row) && index-- == 0)
      return DESK_PINNED_ROW (row);
  return NULL;
}

/* Returns: (transfer container): the pinned ones in the order of the panes. */
static GPtrArray *
pinned_cards (DeskSidebar *self)
{
  GPtrArray *pinned = g_ptr_array_new ();
  const GPtrArray *cards = self->shelf != NULL ? desk_filter_shelf_get_cards (self->shelf) : NULL;

  for (guint i = 0; cards != NULL && i < desk_pane_registry_size (); i++)
    for (guint k = 0; k < cards->len; k++)
      {
        DeskSavedFilterCard *card = cards->pdata[k];

        if (card->filter->pinned != 0 && desk_pane_registry_find_list (card->form.list) == desk_pane_registry_get (i))
          g_ptr_array_add (pinned, card);
      }
  return pinned;
}

/* Are the rows those of @cards? Then the one with the focus keeps it. */
static gboolean
stand_already (DeskSidebar *self, const GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      const DeskSavedFilterCard *card = cards->pdata[i];
      DeskPinnedRow *row = pinned_at (self, i);

      if (row == NULL || desk_pinned_row_get_id (row) != card->filter->record.id
          || !g_str_equal (desk_pinned_row_get_name (row), card->filter->name))
        return FALSE;
    }
  return pinned_at (self, cards->len) == NULL;
}

static void
place (DeskSidebar *self, const DeskSavedFilterCard *card)
{
  GtkWidget *row = desk_pinned_row_new (card);
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row_of (self, desk_pane_registry_find_list (card->form.list)->id)));

  do
    at++;
  while (DESK_IS_PINNED_ROW (gtk_list_box_get_row_at_index (self->list, at)));
  gtk_widget_set_visible (row, !self->slim);
  gtk_list_box_insert (self->list, row, at);
}

static void
show_pinned (DeskSidebar *self)
{
  g_autoptr (GPtrArray) cards = pinned_cards (self);
  DeskPinnedRow *row;

  if (!stand_already (self, cards))
    {
      while ((row = pinned_at (self, 0)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      for (guint i = 0; i < cards->len; i++)
        place (self, cards->pdata[i]);
    }
  for (guint i = 0; (row = pinned_at (self, i)) != NULL; i++)
    desk_pinned_row_set_count (row, desk_filter_shelf_get_count (self->shelf, desk_pinned_row_get_id (row)));
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
  g_clear_object (&self->shelf);
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
  signals[PINNED] = g_signal_new ("pinned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/shell/desk-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSidebar, community_menu);
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
  desk_menu_button_set_model (self->community_button, self->community_menu);
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

/* @engine: where the badges are counted, and the pinned filters come from, from now on. */
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
  if (self->shelf != NULL)
    g_signal_handlers_disconnect_by_data (self->shelf, self);
  g_set_object (&self->shelf, desk_filter_shelf_of (engine));
  g_signal_connect_object (self->shelf, "changed", G_CALLBACK (show_pinned), self, G_CONNECT_SWAPPED);
  show_pinned (self);
}

/* Counts all badges anew: another person signed in, or a minute went by. */
void
desk_sidebar_count_badges (DeskSidebar *self)
{
  for (guint i = 0; i < self->counts->len; i++)
    desk_badge_count_again (self->counts->pdata[i]);
  if (self->shelf != NULL)
    desk_filter_shelf_count_again (self->shelf);
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
  self->slim = slim;
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    desk_sidebar_row_set_slim (row, slim);
  for (guint i = 0; pinned_at (self, i) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (pinned_at (self, i)), !slim);
}
