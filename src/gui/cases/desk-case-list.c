/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-list.h"

#include <glib/gi18n.h>

#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filter-chips.h"
#include "desk-list-view.h"
#include "desk-notice.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

#define LIST_LEAST 440
#define FILTER_DELAY 40

struct _DeskCaseList
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  const DeskCaseFamily *family;
  DeskListModel *model;
  GtkWidget *box, *bar, *chips, *stack, *view, *empty, *way_out, *status;
  gint64 staff_id;
};

enum
{
  SELECTED,
  OPENED,
  KEY,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCaseList, desk_case_list, GTK_TYPE_WIDGET)

static gboolean
is_filtered (DeskCaseList *self)
{
  return desk_list_model_get_filter (self->model) != 0 || *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0';
}

/* Counts */

static void
show_counts (DeskCaseList *self)
{
  const DeskListSpec *spec = desk_list_spec (self->family->list);
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GArray) marked = desk_list_view_get_marked (DESK_LIST_VIEW (self->view));
  g_autofree char *number = desk_text_number (n);
  g_autofree char *rows = desk_text_fill (ngettext ("%1 case", "%1 cases", (gulong) n), (const char *[]){ number, NULL });
  g_autofree char *chosen = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < spec->n_filters; i++)
    desk_filter_chips_set_count (DESK_FILTER_CHIPS (self->chips), i, desk_list_model_get_count (self->model, i));
  if (marked->len > 0)
    {
      g_autofree char *several = desk_text_number (marked->len);

      chosen = desk_text_fill (ngettext ("%1 marked", "%1 marked", marked->len), (const char *[]){ several, NULL });
      words = g_strdup_printf ("%s · %s", rows, chosen);
    }
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words != NULL ? words : rows);
}

static void
listed (DeskListModel *model, gboolean anew, DeskCaseList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  gboolean filtered = is_filtered (self);
  gint64 selected = desk_list_view_get_selected (DESK_LIST_VIEW (self->view));

  desk_list_view_set_now (DESK_LIST_VIEW (self->view), desk_engine_now (self->engine));
  show_counts (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n > 0 ? self->view : self->empty);
  gtk_widget_set_visible (self->way_out, filtered);
  if (n == 0)
    {
      desk_empty_set_words (self->empty, filtered ? _("Nothing of the kind") : _(self->family->nothing),
                            filtered ? _("The other filters have more.") : _(self->family->why));
      g_signal_emit (self, signals[SELECTED], 0, (gint64) 0);
    }
  else if (selected == 0 || (anew && desk_list_model_index_of (model, selected) == G_MAXUINT))
    desk_list_view_select_position (DESK_LIST_VIEW (self->view), 0);
}

static void
failed (DeskListModel *model, const GError *error, DeskCaseList *self)
{
  g_autofree char *sentence = desk_text_error (self->text, error);

  desk_empty_set_words (self->empty, NULL, sentence);
  gtk_widget_set_visible (self->way_out, FALSE);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->empty);
}

/* Rows */

static void
row_selected (DeskListView *view, GParamSpec *spec, DeskCaseList *self)
{
  g_signal_emit (self, signals[SELECTED], 0, desk_list_view_get_selected (view));
}

static void
row_opened (DeskListView *view, gint64 id, DeskCaseList *self)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static gboolean
row_key (DeskListView *view, guint keyval, DeskCaseList *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[KEY], 0, keyval, &handled);
  return handled;
}

/* Filters */

static void
leave (DeskCaseList *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
typed (DeskFilterBar *bar, DeskCaseList *self)
{
  desk_list_model_set_text (self->model, desk_filter_bar_get_text (bar));
}

static void
show_all (DeskCaseList *self)
{
  desk_case_list_clear_filter (self);
  leave (self);
}

static void
chip_chosen (DeskFilterChips *chips, guint index, DeskCaseList *self)
{
  desk_list_model_set_filter (self->model, index);
}

static void
choose (DeskCaseList *self, guint filter)
{
  desk_filter_chips_choose (DESK_FILTER_CHIPS (self->chips), filter);
  desk_list_model_set_filter (self->model, filter);
}

/* A technician begins with what is his; others with what is open, in which their own part comes first. */
void
desk_case_list_begin (DeskCaseList *self)
{
  const DeskActor *actor = desk_engine_get_actor (self->engine);
  const gint64 office = (1 << DESK_STAFF_ROLE_DESK) | (1 << DESK_STAFF_ROLE_HOUSEKEEPER) | (1 << DESK_STAFF_ROLE_SUPERVISOR)
                        | (1 << DESK_STAFF_ROLE_ADMIN);

  if (self->staff_id == actor->staff_id)
    {
      desk_list_model_refresh (self->model);
      return;
    }
  self->staff_id = actor->staff_id;
  desk_case_list_clear_marks (self);
  choose (self, (actor->roles & (1 << DESK_STAFF_ROLE_TECHNICIAN)) != 0 && (actor->roles & office) == 0 ? DESK_CASE_FILTER_MINE
                                                                                                     : DESK_CASE_FILTER_ALL);
  desk_list_model_refresh (self->model);
}

/* Object */

static void
desk_case_list_dispose (GObject *object)
{
  DeskCaseList *self = DESK_CASE_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_case_list_parent_class)->dispose (object);
}

static void
desk_case_list_class_init (DeskCaseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_case_list_dispose;
  signals[SELECTED] = g_signal_new ("selected", DESK_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[KEY] = g_signal_new ("key", DESK_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                               NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[LEAVE] = g_signal_new ("leave", DESK_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_case_list_init (DeskCaseList *self)
{
}

static void
build_bar (DeskCaseList *self)
{
  const DeskListSpec *spec = desk_list_spec (self->family->list);

  self->chips = desk_filter_chips_new (_("Filter"));
  for (guint i = 0; i < spec->n_filters; i++)
    desk_filter_chips_add (DESK_FILTER_CHIPS (self->chips), desk_text_filter (self->text, self->family->list, i));
  desk_filter_chips_set_late (DESK_FILTER_CHIPS (self->chips), DESK_CASE_FILTER_OVERDUE);
  g_signal_connect (self->chips, "chosen", G_CALLBACK (chip_chosen), self);
  self->bar = desk_filter_bar_new (C_("placeholder", "Filter"), FILTER_DELAY);
  g_signal_connect (self->bar, "typed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (leave), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_all), self);
}

static void
build_list (DeskCaseList *self)
{
  self->view = desk_list_view_new (self->model, self->text, self->family->layout, self->family->n_layout);
  desk_list_view_allow_marks (DESK_LIST_VIEW (self->view));
  self->empty = desk_empty_new (self->family->icon, NULL, NULL);
  self->way_out = gtk_button_new_with_label (_("Show All"));
  gtk_widget_set_halign (self->way_out, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->way_out, 8);
  gtk_widget_set_visible (self->way_out, FALSE);
  g_signal_connect_swapped (self->way_out, "clicked", G_CALLBACK (show_all), self);
  gtk_box_append (GTK_BOX (self->empty), self->way_out);
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_vexpand (self->stack, TRUE);
  g_signal_connect (self->view, "notify::selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->view, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->view, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (self->view, "marked", G_CALLBACK (show_counts), self);
}

/* Returns: (transfer floating): the list, asked for. */
GtkWidget *
desk_case_list_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family)
{
  DeskCaseList *self = g_object_new (DESK_TYPE_CASE_LIST, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->family = family;
  self->model = desk_list_model_new (source, family->list);
  build_bar (self);
  build_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "list-side");
  gtk_widget_set_size_request (self->box, LIST_LEAST, -1);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("Enter opens  A assign  W wait  D done  Space marks  P print"));
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self->model, "listed", G_CALLBACK (listed), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (failed), self);
  desk_case_list_begin (self);
  show_counts (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): chips and filter, for the bar of the pane. */
GtkWidget *
desk_case_list_get_bar (DeskCaseList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_widget_set_size_request (self->bar, 190, -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* Returns: (transfer none): for export and print. */
GtkWidget *
desk_case_list_get_view (DeskCaseList *self)
{
  return self->view;
}

/* Returns: id of the selected case, 0 none. */
gint64
desk_case_list_get_selected (DeskCaseList *self)
{
  return desk_list_view_get_selected (DESK_LIST_VIEW (self->view));
}

/* Selects a case; a filter that would hide it is taken away. */
void
desk_case_list_select (DeskCaseList *self, gint64 id)
{
  if (!desk_list_model_is_loading (self->model) && desk_list_model_index_of (self->model, id) == G_MAXUINT && is_filtered (self))
    desk_case_list_clear_filter (self);
  desk_list_view_select (DESK_LIST_VIEW (self->view), id);
}

/* Returns: (transfer full): gint64 ids: the marked ones, else the selected one. */
GArray *
desk_case_list_get_chosen (DeskCaseList *self)
{
  GArray *ids = desk_list_view_get_marked (DESK_LIST_VIEW (self->view));
  gint64 id = desk_case_list_get_selected (self);

  if (ids->len == 0 && id != 0)
    g_array_append_val (ids, id);
  return ids;
}

/* Returns: FALSE when nothing was marked. */
gboolean
desk_case_list_clear_marks (DeskCaseList *self)
{
  return desk_list_view_clear_marks (DESK_LIST_VIEW (self->view));
}

/* Shows all that is open. Returns: FALSE when nothing was left out. */
gboolean
desk_case_list_clear_filter (DeskCaseList *self)
{
  gboolean filtered = is_filtered (self);

  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  desk_list_model_set_text (self->model, NULL);
  choose (self, 0);
  return filtered;
}

/* Puts the focus on the selected row. */
void
desk_case_list_focus (DeskCaseList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 || desk_list_model_is_loading (self->model))
    desk_list_view_focus (DESK_LIST_VIEW (self->view));
  else if (gtk_widget_get_visible (self->way_out))
    gtk_widget_grab_focus (self->way_out);
}

/* Puts the focus into the filter entry. */
void
desk_case_list_focus_filter (DeskCaseList *self)
{
  desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
}

/* F5. */
void
desk_case_list_refresh (DeskCaseList *self)
{
  desk_list_model_refresh (self->model);
}

/* A minute went by: the clocks go on; the order does not jump under the hand. */
void
desk_case_list_tick (DeskCaseList *self)
{
  desk_list_view_set_now (DESK_LIST_VIEW (self->view), desk_engine_now (self->engine));
  if (!desk_list_view_has_focus (DESK_LIST_VIEW (self->view)))
    desk_list_model_refresh (self->model);
}
