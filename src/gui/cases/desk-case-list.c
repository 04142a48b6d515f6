/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-list.h"

#include <glib/gi18n.h>

#include "desk-callback-shares.h"
#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filtered-list.h"
#include "desk-group-bar.h"
#include "desk-language.h"
#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"

#define LIST_LEAST 440
#define FILTER_DELAY 40

struct _DeskCaseList
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  const DeskCaseFamily *family;
  DeskListModel *model;
  GtkWidget *box, *bar, *list, *view, *status;
  GtkWidget *only; /* said where only the cases behind a figure are shown */
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
  return desk_list_model_get_filter (self->model) != 0 || *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0'
         || desk_list_model_is_figured (self->model);
}

/* Counts */

static void
show_counts (DeskCaseList *self)
{
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GArray) marked = desk_list_view_get_marked (DESK_LIST_VIEW (self->view));
  g_autofree char *number = desk_text_number (n);
  g_autofree char *rows = desk_text_fill (ngettext ("%1 case", "%1 cases", (gulong) n), (const char *[]){ number, NULL });
  g_autofree char *chosen = NULL;
  g_autofree char *words = NULL;

  if (marked->len > 0)
    {
      g_autofree char *several = desk_text_number (marked->len);

      chosen = desk_text_fill (ngettext ("%1 marked", "%1 marked", marked->len), (const char *[]){ several, NULL });
      words = g_strdup_printf ("%s · %s", rows, chosen);
    }
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words != NULL ? words : rows);
}

static void
listed (DeskFilteredList *list, gboolean anew, DeskCaseList *self)
{
  desk_list_view_set_now (DESK_LIST_VIEW (self->view), desk_engine_now (self->engine));
  show_counts (self);
}

static void
say_none (DeskFilteredList *list, DeskCaseList *self)
{
  if (is_filtered (self))
    desk_filtered_list_say_none (list, _("Nothing of the kind"), _("The other filters have more."), _("Show All"));
  else
    desk_filtered_list_say_none (list, _(self->family->nothing), _(self->family->why), NULL);
}

/* Rows */

static void
row_selected (DeskFilteredList *list, gint64 id, DeskCaseList *self)
{
  g_signal_emit (self, signals[SELECTED], 0, id);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskCaseList *self)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static gboolean
row_key (DeskFilteredList *list, guint keyval, DeskCaseList *self)
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
  desk_filtered_list_choose (DESK_FILTERED_LIST (self->list), self->family->kind != 0 && (actor->roles & (1 << DESK_STAFF_ROLE_TECHNICIAN)) != 0 && (actor->roles & office) == 0 ? DESK_CASE_FILTER_MINE
                                                                                                     : DESK_CASE_FILTER_ALL);
  desk_list_model_refresh (self->model);
}

static void
show_only (DeskCaseList *self, const char *words)
{
  GtkWidget *child = gtk_widget_get_first_child (self->only), *notice;

  if (child != NULL)
    gtk_box_remove (GTK_BOX (self->only), child);
  gtk_widget_set_visible (self->only, words != NULL);
  if (words == NULL)
    return;
  notice = desk_notice_new ("info", "desk-chart-symbolic", words, NULL);
  g_signal_connect_swapped (desk_notice_add_button (notice, _("Show All")), "clicked", G_CALLBACK (show_all), self);
  gtk_box_append (GTK_BOX (self->only), notice);
}

static void
say_figure (DeskCaseList *self, const DeskFigureRows *rows)
{
  g_autofree char *words = desk_text_fill (_("Only behind the figure: %1, %2"),
                                           (const char *[]){ desk_text_rate (self->text, rows->rate), desk_text_span (self->text, rows->span), NULL });

  show_only (self, words);
}

/* Only the cases behind a figure, until all are asked for again. */
void
desk_case_list_show_figure (DeskCaseList *self, const DeskFigureRows *rows)
{
  desk_case_list_clear_filter (self);
  desk_list_model_set_figure (self->model, rows);
  say_figure (self, rows);
}

/* A saved filter may be of a figure, too. */
static void
recalled (DeskFilteredList *list, const DeskFilterForm *form, DeskCaseList *self)
{
  desk_case_list_clear_marks (self);
  if (form->figured)
    say_figure (self, &form->figure);
  else
    show_only (self, NULL);
}

/* A group complaint is marked, its first one selected: the others can be joined to it. */
static void
look (DeskGroupBar *bar, GArray *ids, DeskCaseList *self)
{
  desk_case_list_clear_filter (self);
  desk_list_view_set_marked (DESK_LIST_VIEW (self->view), ids);
  desk_case_list_select (self, g_array_index (ids, gint64, 0));
  desk_case_list_focus (self);
}

/* Object */

static void
desk_case_list_dispose (GObject *object)
{
  DeskCaseList *self = DESK_CASE_LIST (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->view = self->list = NULL;
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
build_list (DeskCaseList *self)
{
  const DeskListSpec *spec = desk_list_spec (self->family->list);
  gboolean short_words = g_str_equal (desk_language_get (), "zh_CN");

  self->list = desk_filtered_list_new (self->model, self->text, short_words ? self->family->layout : self->family->long_layout,
                                       short_words ? self->family->n_layout : self->family->n_long_layout, self->family->icon);
  for (guint i = 0; i < spec->n_filters; i++)
    desk_filtered_list_add_chip (DESK_FILTERED_LIST (self->list), i, i == DESK_CASE_FILTER_OVERDUE);
  self->view = desk_filtered_list_get_view (DESK_FILTERED_LIST (self->list));
  desk_list_view_allow_marks (DESK_LIST_VIEW (self->view));
  g_signal_connect (self->list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (self->list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (self->list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->list, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (self->list, "out", G_CALLBACK (show_all), self);
  g_signal_connect_swapped (self->view, "marked", G_CALLBACK (show_counts), self);
  self->bar = desk_filter_bar_new (C_("placeholder", "Filter"), FILTER_DELAY);
  g_signal_connect (self->bar, "typed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (leave), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_all), self);
  desk_filtered_list_allow_saving (DESK_FILTERED_LIST (self->list), self->engine, self->bar);
  g_signal_connect (self->list, "recalled", G_CALLBACK (recalled), self);
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
  build_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "list-side");
  gtk_widget_set_size_request (self->box, LIST_LEAST, -1);
  if (family->kind == DESK_CASE_COMPLAINT)
    {
      GtkWidget *bar = desk_group_bar_new (engine, text);

      g_signal_connect (bar, "look", G_CALLBACK (look), self);
      gtk_box_append (GTK_BOX (self->box), bar);
    }
  if (family->kind != 0)
    gtk_box_append (GTK_BOX (self->box), desk_outage_bar_new (engine, text));
  self->only = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->only, "list-chips");
  gtk_widget_set_visible (self->only, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->only);
  gtk_box_append (GTK_BOX (self->box), self->list);
  if (self->family->list == DESK_LIST_CALLBACKS)
    gtk_box_append (GTK_BOX (self->box), desk_callback_shares_new (engine, text));
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _(self->family->keys));
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  desk_case_list_begin (self);
  show_counts (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): chips and filter, for the bar of the pane. */
GtkWidget *
desk_case_list_get_bar (DeskCaseList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *chips = desk_filtered_list_get_chips (DESK_FILTERED_LIST (self->list));

  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_widget_set_size_request (self->bar, 190, -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* Returns: (transfer none): the menu of saved filters. */
GtkWidget *
desk_case_list_get_saved (DeskCaseList *self)
{
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (self->list));
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
  return desk_filtered_list_get_selected (DESK_FILTERED_LIST (self->list));
}

/* Returns: id of the row after the selected one, before it where there is none; 0: it is the only one. */
gint64
desk_case_list_get_next (DeskCaseList *self)
{
  guint at = desk_list_model_index_of (self->model, desk_case_list_get_selected (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (at == G_MAXUINT || n < 2)
    return 0;
  return desk_list_model_get_id (self->model, at + 1 < n ? at + 1 : at - 1);
}

/* Selects a case; a filter that would hide it is taken away. */
void
desk_case_list_select (DeskCaseList *self, gint64 id)
{
  if (!desk_list_model_is_loading (self->model) && !desk_filtered_list_has (DESK_FILTERED_LIST (self->list), id)
      && is_filtered (self))
    desk_case_list_clear_filter (self);
  desk_filtered_list_select (DESK_FILTERED_LIST (self->list), id);
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
  desk_list_model_set_figure (self->model, NULL);
  show_only (self, NULL);
  desk_filtered_list_choose (DESK_FILTERED_LIST (self->list), 0);
  return filtered;
}

/* Puts the focus on the selected row. */
void
desk_case_list_focus (DeskCaseList *self)
{
  desk_filtered_list_focus (DESK_FILTERED_LIST (self->list));
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
