/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figures-pane.h"

#include <glib/gi18n.h>

#include "desk-cases-pane.h"
#include "desk-engine-source.h"
#include "desk-figure-look.h"
#include "desk-filtered-list.h"
#include "desk-notice.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-window.h"

#define N_SIDES 2

#define RATE(name) { DESK_FIGURE_COLUMN_RATE + DESK_RATE_##name, 92, FALSE, TRUE, &desk_figure_looks[DESK_RATE_##name] }

static const DeskListLayout layout[] = {
  { DESK_FIGURE_COLUMN_OF, 180, TRUE, FALSE }, { DESK_FIGURE_COLUMN_OPENED, 84, FALSE, TRUE }, RATE (RESPONSE),
  RATE (COMPLETION), RATE (ON_TIME), RATE (REOPENED), RATE (CALLBACK), RATE (SATISFIED),
};

static const struct
{
  DeskList list;
  DeskCaseKind kind;
  const char *words;
} sides[N_SIDES] = {
  { DESK_LIST_REPAIR_FIGURES, DESK_CASE_REPAIR, N_("Repairs") },
  { DESK_LIST_COMPLAINT_FIGURES, DESK_CASE_COMPLAINT, N_("Complaints") },
};

struct _DeskFiguresPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box, *stack, *chips, *span, *status;
  GtkWidget *buttons[N_SIDES], *lists[N_SIDES];
  DeskListModel *models[N_SIDES];
  guint side;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskFiguresPane, desk_figures_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static DeskFilteredList *
front (DeskFiguresPane *self)
{
  return DESK_FILTERED_LIST (self->lists[self->side]);
}

/* Behind a figure */

/* @rate: DeskRate, -1: everything that was opened. */
static void
open_rows (DeskFiguresPane *self, int rate)
{
  DeskFigureRows rows = { .rate = rate };
  gint64 id = desk_filtered_list_get_selected (front (self));

  if (id == 0)
    return;
  desk_figure_unpack (id, &rows.slice, &rows.span, &rows.of_id);
  desk_window_open_figure (desk_window_of (GTK_WIDGET (self)), sides[self->side].kind, &rows);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskFiguresPane *self)
{
  open_rows (self, -1);
}

static gboolean
row_key (DeskFilteredList *list, guint keyval, DeskFiguresPane *self)
{
  guint32 c = gdk_keyval_to_unicode (keyval);

  if (c < '1' || c >= '1' + DESK_N_RATES)
    return FALSE;
  open_rows (self, (int) (c - '1'));
  return TRUE;
}

/* What is shown */

static void
show_side (DeskFiguresPane *self, guint side)
{
  self->side = side;
  for (guint i = 0; i < N_SIDES; i++)
    desk_list_model_set_resting (self->models[i], i != side);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->lists[side]);
  gtk_stack_set_visible_child (GTK_STACK (self->chips), desk_filtered_list_get_chips (front (self)));
}

static void
side_toggled (GtkToggleButton *button, DeskFiguresPane *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (GTK_WIDGET (button) == self->buttons[i] && gtk_toggle_button_get_active (button))
      show_side (self, i);
}

static void
span_chosen (DeskFiguresPane *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    desk_list_model_set_span (self->models[i], (DeskSpan) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->span)));
}

/* The months are those of both lists. */
static void
recalled (DeskFilteredList *list, const DeskFilterForm *form, DeskFiguresPane *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->span), form->span);
}

static void
listed (DeskFilteredList *list, gboolean anew, DeskFiguresPane *self)
{
  if (list == front (self))
    desk_status_line_set_counts (DESK_STATUS_LINE (self->status),
                                 _("Every case counts in the month it was opened; cancelled ones do not. Bold misses its target."));
}

static void
say_none (DeskFilteredList *list, DeskFiguresPane *self)
{
  desk_filtered_list_say_none (list, _("No cases in these months"), _("Choose other months above."), NULL);
}

/* Pane */

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  return act == DESK_PANE_REFRESH || act == DESK_PANE_FILTER;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskFiguresPane *self = DESK_FIGURES_PANE (pane);

  if (act == DESK_PANE_REFRESH)
    desk_list_model_refresh (self->models[self->side]);
  else if (act == DESK_PANE_FILTER)
    gtk_widget_grab_focus (self->span);
  else
    return FALSE;
  return TRUE;
}

static void
grab_start_focus (DeskPane *pane)
{
  desk_filtered_list_focus (front (DESK_FIGURES_PANE (pane)));
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_filtered_list_get_view (front (DESK_FIGURES_PANE (pane)));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  DeskFiguresPane *self = DESK_FIGURES_PANE (pane);

  for (guint i = 0; i < N_SIDES; i++)
    if ((int) sides[i].list == list)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
  return desk_filtered_list_get_saved (front (self));
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
desk_figures_pane_dispose (GObject *object)
{
  DeskFiguresPane *self = DESK_FIGURES_PANE (object);

  for (guint i = 0; i < N_SIDES; i++)
    {
      if (self->lists[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->lists[i], self);
      self->lists[i] = NULL;
      g_clear_object (&self->models[i]);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_figures_pane_parent_class)->dispose (object);
}

static void
desk_figures_pane_class_init (DeskFiguresPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_figures_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_figures_pane_init (DeskFiguresPane *self)
{
}

static void
build_side (DeskFiguresPane *self, guint side, DeskListSource *source)
{
  DeskFilteredList *list;

  self->models[side] = desk_list_model_new (source, sides[side].list);
  desk_list_model_set_sort (self->models[side], DESK_FIGURE_COLUMN_OF, TRUE);
  self->lists[side] = desk_filtered_list_new (self->models[side], self->text, layout, G_N_ELEMENTS (layout), "desk-chart-symbolic");
  list = DESK_FILTERED_LIST (self->lists[side]);
  desk_filtered_list_add_chips (list);
  g_signal_connect (list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (list, "key", G_CALLBACK (row_key), self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->lists[side]);
  gtk_stack_add_child (GTK_STACK (self->chips), desk_filtered_list_get_chips (list));
  desk_filtered_list_allow_saving (list, self->engine, NULL);
  g_signal_connect (list, "recalled", G_CALLBACK (recalled), self);
}

static GtkWidget *
build_segments (DeskFiguresPane *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_SIDES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (_(sides[i].words));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (linked), self->buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
  for (guint i = 0; i < N_SIDES; i++)
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (side_toggled), self);
  return linked;
}

static void
build_span (DeskFiguresPane *self)
{
  const char *words[DESK_N_SPANS + 1] = { NULL };

  for (int i = 0; i < DESK_N_SPANS; i++)
    words[i] = desk_text_span (self->text, (DeskSpan) i);
  self->span = gtk_drop_down_new_from_strings (words);
  desk_name_drop_down (self->span, _("Months"));
  gtk_widget_set_valign (self->span, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->span, "notify::selected", G_CALLBACK (span_chosen), self);
}

static GtkWidget *
build_bar (DeskFiguresPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Figures"));
  GtkWidget *out = gtk_button_new_from_icon_name ("document-save-as-symbolic");

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), build_segments (self));
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->chips);
  build_span (self);
  gtk_box_append (GTK_BOX (bar), self->span);
  gtk_widget_add_css_class (out, "flat");
  gtk_widget_set_valign (out, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (out, _("Export the List (Ctrl+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (out), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export the List"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (out), "win.export");
  gtk_box_append (GTK_BOX (bar), out);
  return bar;
}

/* Returns: (transfer floating): the pane, its lists asked for. */
DeskPane *
desk_figures_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskFiguresPane *self = g_object_new (DESK_TYPE_FIGURES_PANE, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->stack = gtk_stack_new ();
  self->chips = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->chips), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "list-side");
  for (guint i = 0; i < N_SIDES; i++)
    build_side (self, i, source);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status),
                             _("Enter opens the cases  1 response  2 completion  3 on time  4 reopened  5 callback  6 satisfied"));
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show_side (self, 0);
  return DESK_PANE (self);
}
