/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trail-pane.h"

#include <glib/gi18n.h>

#include "desk-engine-source.h"
#include "desk-filtered-list.h"
#include "desk-list-detail.h"
#include "desk-notice.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-trail-detail.h"
#include "desk-trail-filter.h"
#include "desk-trail-filter-bar.h"
#include "desk-window.h"

#define LIST_WIDTH 760
#define LIST_LEAST 440

static const DeskListLayout layout[] = {
  { DESK_TRAIL_COLUMN_AT, 136, FALSE, FALSE },
  { DESK_TRAIL_COLUMN_STAFF, 104, FALSE, FALSE },
  { DESK_TRAIL_COLUMN_ABOUT, 168, FALSE, FALSE },
  { DESK_TRAIL_COLUMN_WHAT, 200, TRUE, FALSE },
};

struct _DeskTrailPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *sides, *bar, *only, *list, *status, *detail;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTrailPane, desk_trail_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static void
focus_list (DeskTrailPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_LIST);
}

static void
focus_part (DeskListDetail *sides, int part, DeskTrailPane *self)
{
  if (part == DESK_PART_DETAIL)
    gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
  else if (part == DESK_PART_FILTER)
    desk_trail_filter_bar_focus (DESK_TRAIL_FILTER_BAR (self->bar));
  else
    desk_filtered_list_focus (DESK_FILTERED_LIST (self->list));
}

/* Filters */

static GtkWidget *get_list (DeskPane *pane);
static void show_all_clicked (DeskTrailPane *self);

static gboolean
is_filtered (DeskTrailPane *self)
{
  return desk_list_model_get_filter (self->model) != 0 || gtk_widget_get_visible (self->only)
         || desk_trail_filter_bar_is_set (DESK_TRAIL_FILTER_BAR (self->bar));
}

static void
show_only (DeskTrailPane *self, const char *words)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->only)) != NULL)
    gtk_box_remove (GTK_BOX (self->only), child);
  gtk_widget_set_visible (self->only, words != NULL);
  if (words != NULL)
    {
      GtkWidget *notice = desk_notice_new ("info", "edit-find-symbolic", words, NULL);

      g_signal_connect_swapped (desk_notice_add_button (notice, _("Show All")), "clicked", G_CALLBACK (show_all_clicked),
                                self);
      gtk_box_append (GTK_BOX (self->only), notice);
    }
}

/* Returns: FALSE when nothing was filtered. */
static gboolean
clear_filters (DeskTrailPane *self)
{
  gboolean filtered = is_filtered (self);

  desk_trail_filter_bar_clear (DESK_TRAIL_FILTER_BAR (self->bar));
  desk_filtered_list_choose (DESK_FILTERED_LIST (self->list), 0);
  desk_list_model_set_about (self->model, DESK_KIND_NONE, 0);
  show_only (self, NULL);
  return filtered;
}

static void
describe (DeskFilteredList *list, DeskFilterForm *form, DeskTrailPane *self)
{
  desk_trail_filter_bar_describe (DESK_TRAIL_FILTER_BAR (self->bar), form);
}

static void
recalled (DeskFilteredList *list, const DeskFilterForm *form, DeskTrailPane *self)
{
  desk_list_model_set_about (self->model, DESK_KIND_NONE, 0);
  show_only (self, NULL);
  desk_trail_filter_bar_show (DESK_TRAIL_FILTER_BAR (self->bar), form);
}

static void
show_all_clicked (DeskTrailPane *self)
{
  clear_filters (self);
  focus_list (self);
}

/* Only what concerns one record, asked for from its page. */
static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  DeskTrailPane *self = DESK_TRAIL_PANE (pane);
  g_autofree char *words
      = desk_text_fill (_("Only one record: %1"), (const char *[]){ desk_text_kind (self->text, kind), NULL });

  clear_filters (self);
  desk_list_model_set_about (self->model, kind, id);
  show_only (self, words);
  focus_list (self);
  return TRUE;
}

/* The same from a row. */
static void
show_about (DeskTrailDetail *detail, int kind, gint64 id, DeskTrailPane *self)
{
  open_record (DESK_PANE (self), (DeskKind) kind, id);
}

static void
open_about (DeskTrailDetail *detail, int kind, gint64 id, DeskTrailPane *self)
{
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), (DeskKind) kind, id);
}

/* Rows */

static void
show_counts (DeskTrailPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *number = desk_text_number (n);
  g_autofree char *words = desk_text_fill (ngettext ("%1 row", "%1 rows", n), (const char *[]){ number, NULL });

  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
}

static void
listed (DeskFilteredList *list, gboolean anew, DeskTrailPane *self)
{
  show_counts (self);
}

static void
say_none (DeskFilteredList *list, DeskTrailPane *self)
{
  gboolean filtered = is_filtered (self), bin = desk_list_model_get_filter (self->model) == DESK_TRAIL_FILTER_REMOVED;

  desk_filtered_list_say_none (list, bin ? _("The bin is empty") : filtered ? _("Nothing of the kind") : _("Nothing yet"),
                               bin ? _("What is removed lies here and can be put back.")
                                   : _("Every change, look at a number, sign-in and export stands here."),
                               filtered ? _("Show All") : NULL);
}

/* Nobody but some may read it: said in its place, with who they are. */
static void
failed (DeskFilteredList *list, const char *sentence, DeskTrailPane *self)
{
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), "");
}

static void
row_selected (DeskFilteredList *list, gint64 id, DeskTrailPane *self)
{
  desk_trail_detail_show (DESK_TRAIL_DETAIL (self->detail), id);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskTrailPane *self)
{
  if (desk_list_detail_get_narrow (DESK_LIST_DETAIL (self->sides)))
    desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
  else
    desk_trail_detail_open (DESK_TRAIL_DETAIL (self->detail));
}

static gboolean
row_key (DeskFilteredList *list, guint keyval, DeskTrailPane *self)
{
  return desk_trail_detail_key (DESK_TRAIL_DETAIL (self->detail), keyval);
}

/* The pane's keys */

static gboolean
go_back (DeskTrailPane *self)
{
  if (desk_list_detail_in_detail (DESK_LIST_DETAIL (self->sides)))
    focus_list (self);
  else if (clear_filters (self) || !desk_list_view_has_focus (DESK_LIST_VIEW (get_list (DESK_PANE (self)))))
    focus_list (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act == DESK_PANE_FILTER || act == DESK_PANE_REFRESH || act == DESK_PANE_BACK || act == DESK_PANE_CYCLE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskTrailPane *self = DESK_TRAIL_PANE (pane);

  switch ((int) act)
    {
    case DESK_PANE_FILTER:
      desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_FILTER);
      return TRUE;
    case DESK_PANE_REFRESH:
      desk_list_model_refresh (self->model);
      return TRUE;
    case DESK_PANE_BACK:
      return go_back (self);
    case DESK_PANE_CYCLE:
      desk_list_detail_cycle (DESK_LIST_DETAIL (self->sides));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  focus_list (DESK_TRAIL_PANE (pane));
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  desk_list_detail_set_narrow (DESK_LIST_DETAIL (DESK_TRAIL_PANE (pane)->sides), narrow, DESK_PART_LIST);
}

/* Exported and printed as it is shown. */
static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_filtered_list_get_view (DESK_FILTERED_LIST (DESK_TRAIL_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (DESK_TRAIL_PANE (pane)->list));
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->open_record = open_record;
  iface->set_narrow = set_narrow;
  iface->get_list = get_list;
  iface->get_saved = get_saved;
}

/* Object */

static void
desk_trail_pane_dispose (GObject *object)
{
  DeskTrailPane *self = DESK_TRAIL_PANE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->sides, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_trail_pane_parent_class)->dispose (object);
}

static void
desk_trail_pane_class_init (DeskTrailPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_trail_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_trail_pane_init (DeskTrailPane *self)
{
}

static void
build_list (DeskTrailPane *self)
{
  DeskFilteredList *list;

  self->list = desk_filtered_list_new (self->model, self->text, layout, G_N_ELEMENTS (layout),
                                       "document-open-recent-symbolic");
  list = DESK_FILTERED_LIST (self->list);
  desk_filtered_list_add_chips (list);
  gtk_widget_add_css_class (desk_filtered_list_get_chips (list), "list-chips");
  g_signal_connect (list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (list, "failed", G_CALLBACK (failed), self);
  g_signal_connect (list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (list, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (list, "out", G_CALLBACK (show_all_clicked), self);
}

static GtkWidget *
build_side (DeskTrailPane *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (side, "list-side");
  gtk_widget_set_size_request (side, LIST_LEAST, -1);
  self->bar = desk_trail_filter_bar_new (self->engine, self->text, self->model);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (focus_list), self);
  gtk_box_append (GTK_BOX (side), self->bar);
  build_list (self);
  desk_filtered_list_allow_saving (DESK_FILTERED_LIST (self->list), self->engine, NULL);
  g_signal_connect (self->list, "describe", G_CALLBACK (describe), self);
  g_signal_connect (self->list, "recalled", G_CALLBACK (recalled), self);
  gtk_box_append (GTK_BOX (side), desk_filtered_list_get_chips (DESK_FILTERED_LIST (self->list)));
  self->only = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->only, "list-chips");
  gtk_widget_set_visible (self->only, FALSE);
  gtk_box_append (GTK_BOX (side), self->only);
  gtk_box_append (GTK_BOX (side), self->list);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("Enter opens  U undo or restore  R only this record"));
  gtk_box_append (GTK_BOX (side), self->status);
  return side;
}

/* Returns: (transfer floating): the pane, its list asked for. */
DeskPane *
desk_trail_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskTrailPane *self = g_object_new (DESK_TYPE_TRAIL_PANE, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->model = desk_list_model_new (source, DESK_LIST_TRAIL);
  desk_list_model_set_sort (self->model, DESK_TRAIL_COLUMN_AT, TRUE);
  self->detail = desk_trail_detail_new (engine, text);
  g_signal_connect (self->detail, "open", G_CALLBACK (open_about), self);
  g_signal_connect (self->detail, "about", G_CALLBACK (show_about), self);
  self->sides = desk_list_detail_new (build_side (self), self->detail, "trail", LIST_WIDTH, TRUE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));
  show_counts (self);
  return DESK_PANE (self);
}
