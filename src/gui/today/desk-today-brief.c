/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-brief.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-case-look.h"
#include "desk-clock-view.h"
#include "desk-list-box.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-window.h"

struct _DeskTodayBrief
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box, *count, *list;
  GCancellable *cancellable;
  DeskList which;
  guint filter;
  guint most;
  guint total;
  DeskBriefRowFunc make_row;
};

G_DEFINE_FINAL_TYPE (DeskTodayBrief, desk_today_brief, GTK_TYPE_WIDGET)

static void
add_row (DeskTodayBrief *self, const DeskRow *row)
{
  g_autofree char *name = NULL;
  GtkWidget *child = self->make_row (row, self->text, desk_engine_now (self->engine), &name);
  GtkWidget *widget = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), child);
  g_object_set_data (G_OBJECT (widget), "desk-id", GINT_TO_POINTER ((int) row->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
}

/* @rows: (nullable): none. */
static void
show (DeskTodayBrief *self, GPtrArray *rows)
{
  g_autofree char *number = desk_text_number (self->total);

  desk_list_box_clear (self->list);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (self, rows->pdata[i]);
  gtk_label_set_label (GTK_LABEL (self->count), number);
  gtk_widget_set_visible (GTK_WIDGET (self), rows != NULL && rows->len > 0);
}

static void
on_rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTodayBrief) self = data;
  g_autoptr (GError) error = NULL;
  DeskRows *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL && !desk_cancelled (error))
    g_warning ("rows beside Today: %s", error->message);
  else if (out != NULL && self->engine != NULL)
    show (self, out->rows);
  desk_use_case_free_result (DESK_USE_CASE_GET_ROWS, out);
}

static GArray *
first_ids (DeskTodayBrief *self, const GArray *ids)
{
  guint n = MIN (self->most, ids->len);
  GArray *first = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);

  g_array_append_vals (first, ids->data, n);
  return first;
}

static void
on_ids_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskTodayBrief) self = data;
  g_autoptr (GError) error = NULL;
  DeskIdList *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  /* Not everybody may see every list: then there is nothing beside Today. */
  if (out == NULL && !desk_cancelled (error) && !g_error_matches (error, DESK_ERROR, DESK_ERROR_FORBIDDEN))
    g_warning ("a list beside Today: %s", error->message);
  if (self->engine != NULL && (out == NULL || out->ids->len == 0))
    {
      self->total = 0;
      if (!desk_cancelled (error))
        show (self, NULL);
    }
  else if (self->engine != NULL)
    {
      g_autoptr (GArray) ids = first_ids (self, out->ids);

      self->total = out->ids->len;
      desk_engine_call_async (self->engine, DESK_USE_CASE_GET_ROWS,
                              desk_rows_input_new (self->which, ids, desk_engine_today (self->engine)), self->cancellable,
                              on_rows_cb, g_object_ref (self));
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_IDS, out);
}

/* Reads them anew: for a clock that goes on. */
void
desk_today_brief_reload (DeskTodayBrief *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_IDS,
                          desk_list_input_new_brief (self->which, self->filter, FALSE, desk_engine_today (self->engine)),
                          self->cancellable, on_ids_cb, g_object_ref (self));
}

static void
on_changed (DeskTodayBrief *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, desk_list_spec (self->which)->kind)
      || desk_change_set_touches (changes, DESK_KIND_UNIT))
    desk_today_brief_reload (self);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, DeskTodayBrief *self)
{
  gint64 id = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "desk-id"));

  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), desk_list_spec (self->which)->kind, id);
}

static void
desk_today_brief_dispose (GObject *object)
{
  DeskTodayBrief *self = DESK_TODAY_BRIEF (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_today_brief_parent_class)->dispose (object);
}

static void
desk_today_brief_class_init (DeskTodayBriefClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_today_brief_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_today_brief_init (DeskTodayBrief *self)
{
}

static void
build (DeskTodayBrief *self, const char *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *word = gtk_label_new (title);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->count = gtk_label_new (NULL);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (head, "today-heading");
  gtk_widget_add_css_class (word, "strong");
  gtk_widget_add_css_class (self->count, "caption");
  gtk_box_append (GTK_BOX (head), word);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* Returns: (transfer floating): its rows asked for, hidden until there are some. */
GtkWidget *
desk_today_brief_new (DeskEngine *engine, DeskText *text, const char *title, DeskList list, guint filter, guint most,
                      DeskBriefRowFunc make_row)
{
  DeskTodayBrief *self = g_object_new (DESK_TYPE_TODAY_BRIEF, "visible", FALSE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->which = list;
  self->filter = filter;
  self->most = most;
  self->make_row = make_row;
  build (self, title);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (desk_today_brief_reload), self, G_CONNECT_SWAPPED);
  desk_today_brief_reload (self);
  return GTK_WIDGET (self);
}

static GtkWidget *
cell (const char *words, const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (width > 0)
    {
      gtk_widget_set_size_request (label, width, -1);
      return label;
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, words);
  return label;
}

/* The nearer of its two clocks, as the list of cases has it. */
static DeskClockFace
face_of (const DeskRow *row, DeskText *text, gint64 now)
{
  DeskCaseStand stand = desk_case_stand_of_row (row);
  DeskClockFace face = desk_case_face (&stand, now);

  face.reason = desk_text_wait (text, row->cells[DESK_CASE_COLUMN_WAIT_REASON].number);
  return face;
}

GtkWidget *
desk_today_case_row (const DeskRow *row, DeskText *text, gint64 now, char **name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *clock = desk_clock_view_new (text);
  DeskClockFace face = face_of (row, text, now);
  g_autofree char *words = desk_text_clock (text, &face, now);
  const char *place = row->cells[DESK_CASE_COLUMN_UNIT].text, *what = row->cells[DESK_CASE_COLUMN_TITLE].text;
  const char *state = desk_text_enum (text, &desk_enum_case_state, row->cells[DESK_CASE_COLUMN_STATE].number);

  desk_clock_view_set_face (DESK_CLOCK_VIEW (clock), &face, now);
  gtk_widget_set_size_request (clock, 128, -1);
  gtk_widget_add_css_class (box, "today-brief");
  gtk_box_append (GTK_BOX (box), clock);
  gtk_box_append (GTK_BOX (box), cell (place != NULL ? place : "", "strong", 76));
  gtk_box_append (GTK_BOX (box), cell (what != NULL ? what : "", NULL, 0));
  gtk_box_append (GTK_BOX (box), cell (state, "caption", 48));
  *name = g_strjoin (" ", words, place != NULL ? place : "", what != NULL ? what : "", state, NULL);
  return box;
}

GtkWidget *
desk_today_visit_row (const DeskRow *row, DeskText *text, gint64 now, char **name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *at = desk_text_time (text, row->cells[DESK_VISIT_COLUMN_AT].number, now);
  const char *channel = desk_text_enum (text, &desk_enum_channel, row->cells[DESK_VISIT_COLUMN_CHANNEL].number);
  const char *place = row->cells[DESK_VISIT_COLUMN_UNIT].text, *about = row->cells[DESK_VISIT_COLUMN_ABOUT].text;
  const char *summary = row->cells[DESK_VISIT_COLUMN_SUMMARY].text;
  g_autofree char *what = NULL;

  if (summary != NULL && *summary != '\0' && g_strcmp0 (summary, about) != 0)
    what = desk_text_fill (C_("log entry: what, how it ended", "%1, %2"), (const char *[]){ about, summary, NULL });
  else
    what = g_strdup (about != NULL ? about : "");
  gtk_widget_add_css_class (box, "today-brief");
  gtk_box_append (GTK_BOX (box), cell (at, "dim", 48));
  gtk_box_append (GTK_BOX (box), cell (channel, "dim", 40));
  gtk_box_append (GTK_BOX (box), cell (place != NULL ? place : "", "strong", 76));
  gtk_box_append (GTK_BOX (box), cell (what, NULL, 0));
  *name = g_strjoin (" ", at, channel, place != NULL ? place : "", what, NULL);
  return box;
}
