/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bills-pane.h"

#include <glib/gi18n.h>

#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filtered-list.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-window.h"

#define FILTER_DELAY 40

static const DeskListLayout layout[] = {
  { DESK_BILL_COLUMN_SINCE, 136, FALSE, FALSE, NULL },      { DESK_BILL_COLUMN_UNIT, 96, FALSE, FALSE, NULL },
  { DESK_BILL_COLUMN_CALLER, 96, FALSE, FALSE, NULL },      { DESK_BILL_COLUMN_TITLE, 160, TRUE, FALSE, NULL },
  { DESK_BILL_COLUMN_NUMBER, 128, FALSE, FALSE, NULL },     { DESK_BILL_COLUMN_AMOUNT, 96, FALSE, TRUE, NULL },
  { DESK_BILL_COLUMN_BILLED_BY, 84, FALSE, FALSE, NULL },   { DESK_BILL_COLUMN_CHECKED_BY, 84, FALSE, FALSE, NULL },
};

struct _DeskBillsPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *box, *bar, *list, *status;
};

static guint left_signal;

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskBillsPane, desk_bills_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static gboolean
is_typed (DeskBillsPane *self)
{
  return *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0';
}

static void
focus_list (DeskBillsPane *self)
{
  desk_filtered_list_focus (DESK_FILTERED_LIST (self->list));
}

static void
show_all (DeskBillsPane *self)
{
  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  desk_list_model_set_text (self->model, NULL);
  focus_list (self);
}

static void
typed (DeskFilterBar *bar, DeskBillsPane *self)
{
  desk_list_model_set_text (self->model, desk_filter_bar_get_text (bar));
}

static void
listed (DeskFilteredList *list, gboolean anew, DeskBillsPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *number = desk_text_number (n);
  g_autofree char *words = desk_text_fill (ngettext ("%1 bill", "%1 bills", n), (const char *[]){ number, NULL });

  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
}

static void
say_none (DeskFilteredList *list, DeskBillsPane *self)
{
  if (is_typed (self))
    desk_filtered_list_say_none (list, _("Nothing of the kind"), _("The other filters have more."), _("Show All"));
  else if (desk_list_model_get_filter (self->model) == DESK_BILL_FILTER_READY)
    desk_filtered_list_say_none (list, _("No bill is ready"), _("A bill comes here when a second person has checked it."), NULL);
  else
    desk_filtered_list_say_none (list, _("No bill waits"), _("Whoever bills a repair sends it here; somebody else checks it."),
                                 NULL);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskBillsPane *self)
{
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), DESK_KIND_SERVICE_CASE, id);
}

/* The pane */

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act == DESK_PANE_FILTER || act == DESK_PANE_REFRESH || act == DESK_PANE_BACK || act == DESK_PANE_CYCLE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskBillsPane *self = DESK_BILLS_PANE (pane);
  gboolean in_list = desk_list_view_has_focus (DESK_LIST_VIEW (desk_filtered_list_get_view (DESK_FILTERED_LIST (self->list))));

  if (!pane_can (pane, act))
    return FALSE;
  if (act == DESK_PANE_REFRESH)
    desk_list_model_refresh (self->model);
  else if (act == DESK_PANE_FILTER || (act == DESK_PANE_CYCLE && in_list))
    desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
  else if (act == DESK_PANE_CYCLE)
    focus_list (self);
  else if (is_typed (self))
    show_all (self);
  else
    g_signal_emit (self, left_signal, 0);
  return TRUE;
}

/* Esc is the pane's before the toast overlay takes it to put a toast away. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskBillsPane *self)
{
  return keyval == GDK_KEY_Escape && pane_act (DESK_PANE (self), DESK_PANE_BACK);
}

static void
grab_start_focus (DeskPane *pane)
{
  focus_list (DESK_BILLS_PANE (pane));
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_filtered_list_get_view (DESK_FILTERED_LIST (DESK_BILLS_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (DESK_BILLS_PANE (pane)->list));
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->get_list = get_list;
  iface->get_saved = get_saved;
}

/* Object */

static void
desk_bills_pane_dispose (GObject *object)
{
  DeskBillsPane *self = DESK_BILLS_PANE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_bills_pane_parent_class)->dispose (object);
}

static void
desk_bills_pane_class_init (DeskBillsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_bills_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  left_signal = g_signal_new ("left", DESK_TYPE_BILLS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_bills_pane_init (DeskBillsPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
build_list (DeskBillsPane *self)
{
  DeskFilteredList *list;

  self->list = desk_filtered_list_new (self->model, self->text, layout, G_N_ELEMENTS (layout), "desk-yuan-symbolic");
  list = DESK_FILTERED_LIST (self->list);
  desk_filtered_list_add_chips (list);
  gtk_widget_set_vexpand (self->list, TRUE);
  g_signal_connect (list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect_swapped (list, "out", G_CALLBACK (show_all), self);
  self->bar = desk_filter_bar_new (C_("placeholder", "Filter"), FILTER_DELAY);
  g_signal_connect (self->bar, "typed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (focus_list), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_all), self);
}

static GtkWidget *
build_bar (DeskBillsPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (C_("list", "Bills"));
  GtkWidget *chips = desk_filtered_list_get_chips (DESK_FILTERED_LIST (self->list));
  GtkWidget *out = gtk_button_new_from_icon_name ("document-save-as-symbolic");

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (bar), chips);
  gtk_widget_set_size_request (self->bar, 190, -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->bar);
  desk_filtered_list_allow_saving (DESK_FILTERED_LIST (self->list), self->engine, self->bar);
  gtk_widget_add_css_class (out, "flat");
  gtk_widget_set_valign (out, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (out, _("Export the List (Ctrl+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (out), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export the List"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (out), "win.export");
  gtk_box_append (GTK_BOX (bar), out);
  return bar;
}

/* Returns: (transfer floating): the pane, its list asked for. */
GtkWidget *
desk_bills_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskBillsPane *self = g_object_new (DESK_TYPE_BILLS_PANE, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->model = desk_list_model_new (source, DESK_LIST_BILLS);
  build_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  gtk_widget_add_css_class (side, "list-side");
  gtk_box_append (GTK_BOX (side), self->list);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("Enter opens the repair  Ctrl+E export  Ctrl+P print"));
  gtk_box_append (GTK_BOX (side), self->status);
  gtk_box_append (GTK_BOX (self->box), side);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  desk_list_model_refresh (self->model);
  return GTK_WIDGET (self);
}
