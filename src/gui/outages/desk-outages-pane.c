/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outages-pane.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filtered-list.h"
#include "desk-list-detail.h"
#include "desk-notice.h"
#include "desk-outage-forms.h"
#include "desk-outage-page.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-window.h"

#define LIST_WIDTH 640
#define LIST_LEAST 440
#define FILTER_WIDTH 190
#define FILTER_DELAY 150

static const DeskListLayout layout[] = {
  { DESK_OUTAGE_COLUMN_BEGUN, 76, FALSE, FALSE },    { DESK_OUTAGE_COLUMN_TOPIC, 80, FALSE, FALSE },
  { DESK_OUTAGE_COLUMN_BUILDINGS, 78, FALSE, FALSE }, { DESK_OUTAGE_COLUMN_TITLE, 90, TRUE, FALSE },
  { DESK_OUTAGE_COLUMN_EXPECTED, 104, FALSE, FALSE }, { DESK_OUTAGE_COLUMN_CALLERS, 62, FALSE, FALSE },
  { DESK_OUTAGE_COLUMN_UNTOLD, 58, FALSE, FALSE },   { DESK_OUTAGE_COLUMN_ENDED, 84, FALSE, FALSE },
};

struct _DeskOutagesPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *box, *sides, *bar, *list, *status, *detail;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskOutagesPane, desk_outages_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

/* The badge: what runs. */

static gpointer
badge_input (DeskEngine *engine)
{
  return desk_list_input_new_brief (DESK_LIST_OUTAGES, DESK_OUTAGE_FILTER_RUNNING, TRUE, desk_engine_today (engine));
}

static void
read_badge (gconstpointer result, DeskBadge *badge)
{
  badge->open = (guint) ((const DeskIdList *) result)->counts[DESK_OUTAGE_FILTER_RUNNING];
}

static const DeskKind badge_kinds[] = { DESK_KIND_OUTAGE, DESK_KIND_NONE };

const DeskBadgeSpec desk_outages_badge = {
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = badge_input, .read = read_badge, .kinds = badge_kinds,
};

static GtkWidget *get_list (DeskPane *pane);

/* Focus */

static void
focus_list (DeskOutagesPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_LIST);
}

static void
focus_part (DeskListDetail *sides, int part, DeskOutagesPane *self)
{
  if (part == DESK_PART_DETAIL)
    desk_outage_page_focus (DESK_OUTAGE_PAGE (self->detail));
  else if (part == DESK_PART_FILTER)
    desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
  else
    desk_filtered_list_focus (DESK_FILTERED_LIST (self->list));
}

/* Filters */

static gboolean
is_filtered (DeskOutagesPane *self)
{
  return desk_list_model_get_filter (self->model) != DESK_OUTAGE_FILTER_ALL
         || *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0';
}

/* Returns: FALSE when nothing was filtered. */
static gboolean
clear_filters (DeskOutagesPane *self)
{
  gboolean filtered = is_filtered (self);

  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  desk_list_model_set_text (self->model, NULL);
  desk_filtered_list_choose (DESK_FILTERED_LIST (self->list), DESK_OUTAGE_FILTER_ALL);
  return filtered;
}

static void
show_all (DeskOutagesPane *self)
{
  clear_filters (self);
  focus_list (self);
}

static void
filter_typed (DeskFilterBar *bar, DeskOutagesPane *self)
{
  desk_list_model_set_text (self->model, desk_filter_bar_get_text (bar));
}

/* Rows */

static void
listed (DeskFilteredList *list, gboolean anew, DeskOutagesPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *number = desk_text_number (n);
  g_autofree char *words = desk_text_fill (ngettext ("%1 row", "%1 rows", n), (const char *[]){ number, NULL });

  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
}

static void
say_none (DeskFilteredList *list, DeskOutagesPane *self)
{
  if (is_filtered (self))
    desk_filtered_list_say_none (list, _("Nothing of the kind"), NULL, _("Show All"));
  else
    desk_filtered_list_say_none (list, _("Nothing is out"),
                                 _("Report water, power or a lift that is out: callers are attached with one key and told together."),
                                 NULL);
}

static void
row_selected (DeskFilteredList *list, gint64 id, DeskOutagesPane *self)
{
  desk_outage_page_show (DESK_OUTAGE_PAGE (self->detail), id);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskOutagesPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

static gboolean
row_key (DeskFilteredList *list, guint keyval, DeskOutagesPane *self)
{
  return desk_outage_page_key (DESK_OUTAGE_PAGE (self->detail), keyval);
}

static void
open_entry (DeskOutagesPane *self, gint64 visit_id)
{
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_VISIT, visit_id);
}

/* Pane */

static void
make_new (DeskOutagesPane *self)
{
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, DESK_RIGHT_CASE_OPEN, TRUE);

  if (reason != NULL)
    desk_window_toast (desk_window_of (GTK_WIDGET (self)), reason);
  else
    desk_outage_form_open (desk_window_of (GTK_WIDGET (self)), NULL);
}

static gboolean
go_back (DeskOutagesPane *self)
{
  if (desk_list_detail_in_detail (DESK_LIST_DETAIL (self->sides)) || clear_filters (self)
      || !desk_list_view_has_focus (DESK_LIST_VIEW (get_list (DESK_PANE (self)))))
    focus_list (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act != DESK_PANE_SHOW_NUMBER && act != DESK_PANE_SAVE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskOutagesPane *self = DESK_OUTAGES_PANE (pane);

  switch ((int) act)
    {
    case DESK_PANE_FILTER:
      desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_FILTER);
      return TRUE;
    case DESK_PANE_NEW:
      make_new (self);
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
  focus_list (DESK_OUTAGES_PANE (pane));
}

static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  DeskOutagesPane *self = DESK_OUTAGES_PANE (pane);

  if (kind != DESK_KIND_OUTAGE)
    return FALSE;
  clear_filters (self);
  desk_filtered_list_select (DESK_FILTERED_LIST (self->list), id);
  desk_outage_page_show (DESK_OUTAGE_PAGE (self->detail), id);
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
  return TRUE;
}

static gboolean
make_record (DeskPane *pane, DeskKind kind)
{
  if (kind != DESK_KIND_OUTAGE)
    return FALSE;
  make_new (DESK_OUTAGES_PANE (pane));
  return TRUE;
}

/* A form that was begun: of a new outage; those of one that is there come back with its own form. */
static gboolean
resume (DeskPane *pane, const char *route)
{
  gint64 id = 0;

  if (g_str_has_prefix (route, "edit/"))
    id = g_ascii_strtoll (route + strlen ("edit/"), NULL, 10);
  else if (g_str_has_prefix (route, "end/"))
    id = g_ascii_strtoll (route + strlen ("end/"), NULL, 10);
  else
    return FALSE;
  return id == 0 ? make_record (pane, DESK_KIND_OUTAGE) : open_record (pane, DESK_KIND_OUTAGE, id);
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  desk_list_detail_set_narrow (DESK_LIST_DETAIL (DESK_OUTAGES_PANE (pane)->sides), narrow, DESK_PART_LIST);
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_filtered_list_get_view (DESK_FILTERED_LIST (DESK_OUTAGES_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (DESK_OUTAGES_PANE (pane)->list));
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->open_record = open_record;
  iface->make_record = make_record;
  iface->resume = resume;
  iface->set_narrow = set_narrow;
  iface->get_list = get_list;
  iface->get_saved = get_saved;
}

/* Object */

static void
desk_outages_pane_dispose (GObject *object)
{
  DeskOutagesPane *self = DESK_OUTAGES_PANE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_outages_pane_parent_class)->dispose (object);
}

static void
desk_outages_pane_class_init (DeskOutagesPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_outages_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_outages_pane_init (DeskOutagesPane *self)
{
}

static void
build_list (DeskOutagesPane *self)
{
  DeskFilteredList *list;

  self->list = desk_filtered_list_new (self->model, self->text, layout, G_N_ELEMENTS (layout), "dialog-warning-symbolic");
  list = DESK_FILTERED_LIST (self->list);
  desk_filtered_list_add_chip (list, DESK_OUTAGE_FILTER_ALL, FALSE);
  desk_filtered_list_add_chip (list, DESK_OUTAGE_FILTER_RUNNING, FALSE);
  desk_filtered_list_add_chip (list, DESK_OUTAGE_FILTER_UNTOLD, TRUE);
  g_signal_connect (list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (list, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (list, "out", G_CALLBACK (show_all), self);
}

static GtkWidget *
build_bar (DeskOutagesPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Outages"));
  GtkWidget *make = desk_button_new ("list-add-symbolic", _("New Outage"), "Ctrl+N");
  GtkWidget *chips = desk_filtered_list_get_chips (DESK_FILTERED_LIST (self->list));

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (bar), chips);
  self->bar = desk_filter_bar_new (_("Building, words"), FILTER_DELAY);
  gtk_widget_set_size_request (self->bar, FILTER_WIDTH, -1);
  g_signal_connect (self->bar, "typed", G_CALLBACK (filter_typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (focus_list), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_all), self);
  gtk_box_append (GTK_BOX (bar), self->bar);
  desk_filtered_list_allow_saving (DESK_FILTERED_LIST (self->list), self->engine, self->bar);
  gtk_widget_set_valign (make, GTK_ALIGN_CENTER);
  desk_allow_widget (make, self->engine, self->text, DESK_RIGHT_CASE_OPEN);
  g_signal_connect_swapped (make, "clicked", G_CALLBACK (make_new), self);
  gtk_box_append (GTK_BOX (bar), make);
  return bar;
}

static GtkWidget *
build_side (DeskOutagesPane *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (side, "list-side");
  gtk_widget_set_size_request (side, LIST_LEAST, -1);
  gtk_box_append (GTK_BOX (side), self->list);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("D over  E edit  Enter callers  T told"));
  gtk_box_append (GTK_BOX (side), self->status);
  return side;
}

/* Returns: (transfer floating): the pane, its list asked for. */
DeskPane *
desk_outages_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskOutagesPane *self = g_object_new (DESK_TYPE_OUTAGES_PANE, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->model = desk_list_model_new (source, DESK_LIST_OUTAGES);
  desk_list_model_set_sort (self->model, DESK_OUTAGE_COLUMN_BEGUN, TRUE);
  self->detail = desk_outage_page_new (engine, text);
  g_signal_connect_object (self->detail, "entry", G_CALLBACK (open_entry), self, G_CONNECT_SWAPPED);
  build_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  self->sides = desk_list_detail_new (build_side (self), self->detail, "outages", LIST_WIDTH, TRUE);
  gtk_widget_set_vexpand (self->sides, TRUE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_box_append (GTK_BOX (self->box), self->sides);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return DESK_PANE (self);
}
