/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-bar.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-text-label.h"
#include "desk-text-outage.h"
#include "desk-window.h"

/* More at once are a list: the pane has it. */
#define MOST 3

struct _DeskOutageBar
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box;
  GCancellable *reading;
  guint minute_source;
};

G_DEFINE_FINAL_TYPE (DeskOutageBar, desk_outage_bar, GTK_TYPE_WIDGET)

/* One notice */

static void
script_toggled (GtkToggleButton *button, GtkWidget *script)
{
  gtk_widget_set_visible (script, gtk_toggle_button_get_active (button));
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* @open: the script stands there at once. Returns: (transfer floating): the notice of one outage. */
GtkWidget *
desk_outage_notice_new (DeskText *text, const DeskOutageCard *card, gint64 now, gboolean open)
{
  g_autofree char *fact = desk_text_outage (text, card->outage, now);
  g_autofree char *advice = desk_text_outage_callers (text, card->outage, card->n_callers, card->n_untold, now);
  gboolean late = card->outage->ended_at == 0 && card->outage->expected_at != 0 && card->outage->expected_at < now;
  /* A grid: GtkBox asks words that wrap how wide they must be at least at its height, and lets them run over its end. */
  GtkWidget *notice = gtk_grid_new (), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic"), *script, *button;

  gtk_widget_add_css_class (notice, "notice");
  gtk_widget_add_css_class (notice, late ? "late" : "soon");
  gtk_grid_set_column_spacing (GTK_GRID (notice), 10);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (notice), icon, 0, 0, 1, 1);
  gtk_widget_set_hexpand (words, TRUE);
  add_label (words, fact, "strong");
  add_label (words, advice, "dim");
  script = add_label (words, card->outage->script, "body-text");
  gtk_label_set_selectable (GTK_LABEL (script), TRUE);
  gtk_widget_set_can_focus (script, FALSE);
  gtk_widget_set_visible (script, open);
  gtk_grid_attach (GTK_GRID (notice), words, 1, 0, 1, 1);
  if (open)
    return notice;
  button = gtk_toggle_button_new_with_label (C_ ("outage", "Script"));
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("What is read out to callers"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (script_toggled), script, 0);
  gtk_grid_attach (GTK_GRID (notice), button, 2, 0, 1, 1);
  return notice;
}

/* Attaching */

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (widget);

  if (saved != NULL)
    {
      DeskText *text = desk_window_get_text (window);

      if (text != NULL && saved->act_id != 0)
        desk_window_toast_undo (window, desk_text_act (text, "attach_call", FALSE), saved->act_id);
    }
  else if (!desk_cancelled (error))
    desk_window_say_error (window, error);
  desk_use_case_free_result (DESK_USE_CASE_ATTACH_CALL, saved);
}

void
desk_outage_attach_call (GtkWidget *widget, gint64 visit_id, gint64 case_id)
{
  DeskEngine *engine = desk_window_get_engine (desk_window_of (widget));
  g_autofree char *key = desk_id_new_key ();

  if (engine != NULL && (visit_id != 0 || case_id != 0))
    desk_engine_call_async (engine, DESK_USE_CASE_ATTACH_CALL, desk_attach_call_input_new (key, visit_id, case_id, 0), NULL,
                            attached_cb, g_object_ref (widget));
}

/* All that run */

static void
show (DeskOutageBar *self, const DeskOutages *outages)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < outages->cards->len && i < MOST; i++)
    gtk_box_append (GTK_BOX (self->box), desk_outage_notice_new (self->text, outages->cards->pdata[i], outages->now, FALSE));
  gtk_widget_set_visible (GTK_WIDGET (self), outages->cards->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskOutageBar) self = data;
  g_autoptr (GError) error = NULL;
  DeskOutages *outages = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (outages == NULL)
    return; /* overtaken, or there is nobody to ask for */
  if (self->box != NULL)
    show (self, outages);
  desk_use_case_free_result (DESK_USE_CASE_LIST_OUTAGES, outages);
}

static void
reload (DeskOutageBar *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_OUTAGES,
                          desk_get_input_new (DESK_KIND_OUTAGE, 0, desk_engine_today (self->engine)), self->reading, read_cb,
                          g_object_ref (self));
}

static void
on_changed_cb (DeskOutageBar *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_OUTAGE) || desk_change_set_touches (changes, DESK_KIND_OUTAGE_CALL))
    reload (self);
}

/* One that is past its expected end says so without anybody touching it. */
static gboolean
on_minute (gpointer data)
{
  DeskOutageBar *self = data;

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    reload (self);
  return G_SOURCE_CONTINUE;
}

static void
desk_outage_bar_dispose (GObject *object)
{
  DeskOutageBar *self = DESK_OUTAGE_BAR (object);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_outage_bar_parent_class)->dispose (object);
}

static void
desk_outage_bar_class_init (DeskOutageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_outage_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_outage_bar_init (DeskOutageBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer floating): the place of the notices, asked for. */
GtkWidget *
desk_outage_bar_new (DeskEngine *engine, DeskText *text)
{
  DeskOutageBar *self = g_object_new (DESK_TYPE_OUTAGE_BAR, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  self->minute_source = g_timeout_add_seconds (60, on_minute, self);
  reload (self);
  return GTK_WIDGET (self);
}
