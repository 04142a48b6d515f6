/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-log-pane.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-cap-layout.h"
#include "desk-engine-source.h"
#include "desk-filter-bar.h"
#include "desk-filtered-list.h"
#include "desk-list-detail.h"
#include "desk-log-detail.h"
#include "desk-log-forms.h"
#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-window.h"

#define LIST_WIDTH 912
#define LIST_LEAST 440
#define FILTER_WIDTH 190
#define FILTER_DELAY 150

static const DeskListLayout layout[] = {
  { DESK_VISIT_COLUMN_AT, 90, FALSE, FALSE },    { DESK_VISIT_COLUMN_CHANNEL, 54, FALSE, FALSE },
  { DESK_VISIT_COLUMN_KIND, 54, FALSE, FALSE },  { DESK_VISIT_COLUMN_UNIT, 90, FALSE, FALSE },
  { DESK_VISIT_COLUMN_CALLER, 74, FALSE, FALSE }, { DESK_VISIT_COLUMN_ABOUT, 120, TRUE, FALSE },
  { DESK_VISIT_COLUMN_SUMMARY, 90, FALSE, FALSE }, { DESK_VISIT_COLUMN_BECAME, 106, FALSE, FALSE },
  { DESK_VISIT_COLUMN_OWNER, 62, FALSE, FALSE }, { DESK_VISIT_COLUMN_STATE, 66, FALSE, FALSE },
};

/* The chips from left to right. */
static const DeskVisitFilter chips[]
    = { DESK_VISIT_FILTER_TODAY, DESK_VISIT_FILTER_WALK_IN, DESK_VISIT_FILTER_PHONE, DESK_VISIT_FILTER_MESSAGE,
        DESK_VISIT_FILTER_OPEN,  DESK_VISIT_FILTER_MINE,    DESK_VISIT_FILTER_OFFERED, DESK_VISIT_FILTER_ALL };

struct _DeskLogPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskListModel *model;
  GtkWidget *sides, *line, *bar, *list, *status, *detail;
  gint64 wanted; /* an entry to select as soon as the list has it */
  guint day_source;
  DeskDay day;
};

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskLogPane, desk_log_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

/* The badge: entries that still wait for their summary; the few that were handed to whoever asks are the cheap list. */

static gpointer
badge_input (DeskEngine *engine)
{
  return desk_list_input_new_brief (DESK_LIST_VISITS, DESK_VISIT_FILTER_OFFERED, TRUE, desk_engine_today (engine));
}

static void
read_badge (gconstpointer result, DeskBadge *badge)
{
  const DeskIdList *list = result;

  badge->open = (guint) list->counts[DESK_VISIT_FILTER_OPEN];
}

static const DeskKind badge_kinds[] = { DESK_KIND_VISIT, DESK_KIND_NONE };

const DeskBadgeSpec desk_log_badge = {
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = badge_input, .read = read_badge, .kinds = badge_kinds,
};

static GtkWidget *get_list (DeskPane *pane);

/* Focus */

static void
focus_list (DeskLogPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_LIST);
}

static void
focus_part (DeskListDetail *sides, int part, DeskLogPane *self)
{
  if (part == DESK_PART_DETAIL)
    desk_log_detail_focus (DESK_LOG_DETAIL (self->detail));
  else if (part == DESK_PART_FILTER)
    desk_filter_bar_focus (DESK_FILTER_BAR (self->bar));
  else
    desk_filtered_list_focus (DESK_FILTERED_LIST (self->list));
}

/* Filters */

static gboolean
is_filtered (DeskLogPane *self)
{
  return desk_list_model_get_filter (self->model) != DESK_VISIT_FILTER_TODAY
         || *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) != '\0';
}

/* Returns: FALSE when nothing was filtered. */
static gboolean
clear_filters (DeskLogPane *self)
{
  gboolean filtered = is_filtered (self);

  desk_filter_bar_clear (DESK_FILTER_BAR (self->bar));
  desk_list_model_set_text (self->model, NULL);
  desk_filtered_list_choose (DESK_FILTERED_LIST (self->list), DESK_VISIT_FILTER_TODAY);
  return filtered;
}

static void
filter_typed (DeskFilterBar *bar, DeskLogPane *self)
{
  desk_list_model_set_text (self->model, desk_filter_bar_get_text (bar));
}

static void
show_today (DeskLogPane *self)
{
  clear_filters (self);
  focus_list (self);
}

/* Rows */

static void
show_counts (DeskLogPane *self)
{
  static const DeskVisitFilter told[]
      = { DESK_VISIT_FILTER_TODAY, DESK_VISIT_FILTER_WALK_IN, DESK_VISIT_FILTER_PHONE, DESK_VISIT_FILTER_MESSAGE };
  char *counts[G_N_ELEMENTS (told) + 1] = { NULL };
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    counts[i] = desk_text_number (desk_list_model_get_count (self->model, told[i]));
  words = desk_text_fill (_("Today %1: %2 walk-in, %3 phone, %4 message"), (const char *const *) counts);
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_free (counts[i]);
}

static void
say_none (DeskFilteredList *list, DeskLogPane *self)
{
  guint filter = desk_list_model_get_filter (self->model);

  if (!is_filtered (self))
    desk_filtered_list_say_none (list, _("Nothing today yet"),
                                 _("Write the first line above: a unit or a phone, then what about."), NULL);
  else if (filter == DESK_VISIT_FILTER_OPEN && *desk_filter_bar_get_text (DESK_FILTER_BAR (self->bar)) == '\0')
    desk_filtered_list_say_none (list, _("Every entry has its summary"), NULL, _("Show Today"));
  else
    desk_filtered_list_say_none (list, _("Nothing of the kind"), NULL, _("Show Today"));
}

static void
listed (DeskFilteredList *list, gboolean anew, DeskLogPane *self)
{
  show_counts (self);
  if (self->wanted == 0 || !desk_filtered_list_has (list, self->wanted))
    return;
  desk_filtered_list_select (list, self->wanted);
  self->wanted = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_list (self);
}

static void
row_selected (DeskFilteredList *list, gint64 id, DeskLogPane *self)
{
  desk_log_detail_show (DESK_LOG_DETAIL (self->detail), id);
}

static void
row_opened (DeskFilteredList *list, gint64 id, DeskLogPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

static gboolean
row_key (DeskFilteredList *list, guint keyval, DeskLogPane *self)
{
  return desk_log_detail_key (DESK_LOG_DETAIL (self->detail), keyval);
}

/* "Today" is another day after midnight. */
static gboolean
on_minute (gpointer data)
{
  DeskLogPane *self = data;
  DeskDay today = desk_engine_today (self->engine);

  if (today != self->day)
    {
      self->day = today;
      desk_list_model_refresh (self->model);
    }
  return G_SOURCE_CONTINUE;
}

/* The line */

/* Enter: what it says is shown before anything is saved. */
static void
line_done (GtkEntry *entry, DeskLogPane *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  desk_window_quick_entry (desk_window_of (GTK_WIDGET (self)), &(DeskQuickAsk){ .line = words });
}

static void
make_new (DeskLogPane *self)
{
  desk_window_quick_entry (desk_window_of (GTK_WIDGET (self)), &(DeskQuickAsk){ NULL });
}

/* Pane */

static gboolean
go_back (DeskLogPane *self)
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
  return act != DESK_PANE_SHOW_NUMBER;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskLogPane *self = DESK_LOG_PANE (pane);

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
    case DESK_PANE_ATTACH:
      desk_outage_attach_call (GTK_WIDGET (self), desk_filtered_list_get_selected (DESK_FILTERED_LIST (self->list)), 0);
      return desk_filtered_list_get_selected (DESK_FILTERED_LIST (self->list)) != 0;
    case DESK_PANE_SAVE:
      return desk_log_detail_save (DESK_LOG_DETAIL (self->detail));
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  focus_list (DESK_LOG_PANE (pane));
}

static void read_entry (DeskLogPane *self, DeskKind kind, gint64 id);

/* An entry that is not in the list is among those of today, or of all: the keyboard follows it there. */
static void
go_to_entry (DeskLogPane *self, const DeskVisit *visit)
{
  DeskFilteredList *list = DESK_FILTERED_LIST (self->list);
  gint64 id = visit->record.id;
  DeskDay day = desk_day_of_time (visit->at, desk_engine_get_zone (self->engine));

  if (desk_filtered_list_has (list, id))
    {
      desk_filtered_list_select (list, id);
      focus_list (self);
    }
  else
    {
      self->wanted = id;
      clear_filters (self);
      desk_filtered_list_choose (list, day == desk_engine_today (self->engine) ? DESK_VISIT_FILTER_TODAY : DESK_VISIT_FILTER_ALL);
      desk_list_model_refresh (self->model);
    }
  desk_log_detail_show (DESK_LOG_DETAIL (self->detail), id);
}

static void
entry_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLogPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskRecordResult *got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (got == NULL)
    {
      desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      return;
    }
  if (self->engine != NULL && got->record->kind == DESK_KIND_MEMO)
    read_entry (self, DESK_KIND_VISIT, ((DeskMemo *) got->record)->visit_id);
  else if (self->engine != NULL)
    go_to_entry (self, (DeskVisit *) got->record);
  desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, got);
}

static void
read_entry (DeskLogPane *self, DeskKind kind, gint64 id)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_RECORD,
                          desk_get_input_new (kind, id, desk_engine_today (self->engine)), NULL, entry_read,
                          g_object_ref (self));
}

/* An entry, or the entry of a memo, among those of its day. */
static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  if (kind != DESK_KIND_VISIT && kind != DESK_KIND_MEMO)
    return FALSE;
  read_entry (DESK_LOG_PANE (pane), kind, id);
  return TRUE;
}

static gboolean
make_record (DeskPane *pane, DeskKind kind)
{
  if (kind != DESK_KIND_VISIT)
    return FALSE;
  make_new (DESK_LOG_PANE (pane));
  return TRUE;
}

/* A summary that was begun: its entry is shown, and the words come back by themselves. */
static gboolean
resume (DeskPane *pane, const char *route)
{
  DeskLogPane *self = DESK_LOG_PANE (pane);

  if (g_str_has_prefix (route, "close/"))
    return open_record (pane, DESK_KIND_VISIT, g_ascii_strtoll (route + 6, NULL, 10));
  return desk_log_form_resume (desk_window_of (GTK_WIDGET (self)), route);
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  desk_list_detail_set_narrow (DESK_LIST_DETAIL (DESK_LOG_PANE (pane)->sides), narrow, DESK_PART_LIST);
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_filtered_list_get_view (DESK_FILTERED_LIST (DESK_LOG_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_filtered_list_get_saved (DESK_FILTERED_LIST (DESK_LOG_PANE (pane)->list));
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
desk_log_pane_dispose (GObject *object)
{
  DeskLogPane *self = DESK_LOG_PANE (object);

  g_clear_handle_id (&self->day_source, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_log_pane_parent_class)->dispose (object);
}

static void
desk_log_pane_class_init (DeskLogPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_log_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_log_pane_init (DeskLogPane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
build_list (DeskLogPane *self)
{
  DeskFilteredList *list;

  self->list = desk_filtered_list_new (self->model, self->text, layout, G_N_ELEMENTS (layout), "document-edit-symbolic");
  list = DESK_FILTERED_LIST (self->list);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    desk_filtered_list_add_chip (list, chips[i],
                                 chips[i] == DESK_VISIT_FILTER_OPEN || chips[i] == DESK_VISIT_FILTER_OFFERED);
  g_signal_connect (list, "listed", G_CALLBACK (listed), self);
  g_signal_connect (list, "none", G_CALLBACK (say_none), self);
  g_signal_connect (list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (list, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (list, "out", G_CALLBACK (show_today), self);
}

static GtkWidget *
build_bar (DeskLogPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Desk Log"));
  GtkWidget *make = desk_button_new ("list-add-symbolic", _("Log a Visit"), "Ctrl+N");
  GtkWidget *all = desk_filtered_list_get_chips (DESK_FILTERED_LIST (self->list));

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (all, TRUE);
  gtk_box_append (GTK_BOX (bar), all);
  self->bar = desk_filter_bar_new (_("Unit, name, phone, words"), FILTER_DELAY);
  gtk_widget_set_size_request (self->bar, FILTER_WIDTH, -1);
  g_signal_connect (self->bar, "typed", G_CALLBACK (filter_typed), self);
  g_signal_connect_swapped (self->bar, "leave", G_CALLBACK (focus_list), self);
  g_signal_connect_swapped (self->bar, "all", G_CALLBACK (show_today), self);
  gtk_box_append (GTK_BOX (bar), self->bar);
  desk_filtered_list_allow_saving (DESK_FILTERED_LIST (self->list), self->engine, self->bar);
  gtk_widget_set_valign (make, GTK_ALIGN_CENTER);
  desk_allow_widget (make, self->engine, self->text, DESK_RIGHT_VISIT_LOG);
  g_signal_connect_swapped (make, "clicked", G_CALLBACK (make_new), self);
  gtk_box_append (GTK_BOX (bar), make);
  return bar;
}

static GtkWidget *
build_side (DeskLogPane *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *band = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (side, "list-side");
  gtk_widget_set_size_request (side, LIST_LEAST, -1);
  gtk_widget_add_css_class (band, "band");
  self->line = gtk_entry_new ();
  gtk_widget_add_css_class (self->line, "quick-line");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->line), GTK_ENTRY_ICON_PRIMARY, "document-edit-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->line), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->line),
                                  _("3-2-1501 kitchen leaks urgent (a unit or a phone first, Enter shows what was understood)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL, _("One line of the log"), -1);
  g_signal_connect (self->line, "activate", G_CALLBACK (line_done), self);
  gtk_box_append (GTK_BOX (band), self->line);
  gtk_box_append (GTK_BOX (side), band);
  gtk_box_append (GTK_BOX (side), desk_outage_bar_new (self->engine, self->text));
  desk_filtered_list_set_start (DESK_FILTERED_LIST (self->list), self->line);
  gtk_box_append (GTK_BOX (side), self->list);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("R repair  C complaint  F follow-up  M message  T hand on  Ctrl+J outage  Enter summary"));
  gtk_box_append (GTK_BOX (side), self->status);
  return side;
}

/* Returns: (transfer floating): the pane, its list asked for. */
DeskPane *
desk_log_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskLogPane *self = g_object_new (DESK_TYPE_LOG_PANE, NULL);
  g_autoptr (DeskListSource) source = desk_engine_source_new (engine);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->day = desk_engine_today (engine);
  self->model = desk_list_model_new (source, DESK_LIST_VISITS);
  desk_list_model_set_filter (self->model, DESK_VISIT_FILTER_TODAY);
  desk_list_model_set_sort (self->model, DESK_VISIT_COLUMN_AT, TRUE);
  self->detail = desk_log_detail_new (engine, text);
  build_list (self);
  gtk_widget_set_parent (build_bar (self), GTK_WIDGET (self));
  self->sides = desk_list_detail_new (build_side (self), self->detail, "log", LIST_WIDTH, TRUE);
  gtk_widget_set_vexpand (self->sides, TRUE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));
  self->day_source = g_timeout_add_seconds (60, on_minute, self);
  show_counts (self);
  return DESK_PANE (self);
}
