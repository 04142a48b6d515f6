/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback-shares.h"

#include <glib/gi18n.h>

#include "desk-text-figure.h"
#include "desk-text-label.h"

#define MOST_HEIGHT 176

struct _DeskCallbackShares
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box, *title, *grid;
  GCancellable *reading;
};

enum
{
  CATEGORY,
  DONE,
  DRAWN,
  SHARE,
  SATISFIED,
  FAIR,
  NOT,
  N_COLUMNS
};

G_DEFINE_FINAL_TYPE (DeskCallbackShares, desk_callback_shares, GTK_TYPE_WIDGET)

static GtkWidget *
add (DeskCallbackShares *self, const char *words, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), column == CATEGORY ? 0 : 1);
  if (column == CATEGORY)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
  return label;
}

static void
add_heads (DeskCallbackShares *self)
{
  const char *heads[N_COLUMNS] = { C_ ("callbacks", "Category"), C_ ("callbacks", "Done"), C_ ("callbacks", "Drawn"),
                                   C_ ("callbacks", "Share"), "A", "B", "C" };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = add (self, heads[i], i, 0, "caption");

      if (i >= SATISFIED)
        gtk_widget_set_tooltip_text (label, desk_text_enum (self->text, &desk_enum_answer, i - SATISFIED + 1));
    }
}

static void
add_number (DeskCallbackShares *self, gint64 n, int column, int row)
{
  g_autofree char *number = desk_text_number (n);

  add (self, n != 0 ? number : "–", column, row, n != 0 ? NULL : "dim");
}

static void
add_row (DeskCallbackShares *self, const DeskCallbackShare *share, int row)
{
  g_autofree char *name = *share->group != '\0' ? g_strdup_printf ("%s › %s", share->group, share->category)
                          : *share->category != '\0' ? g_strdup (share->category)
                                                     : g_strdup (C_ ("callbacks", "No category"));
  g_autofree char *reached = desk_text_share (share->population > 0 ? share->taken * 1000000 / share->population : 0);
  g_autofree char *wanted = desk_text_share (share->share);
  g_autofree char *tip = desk_text_fill (_("%1 of %2 are to be called back"), (const char *[]){ wanted, name, NULL });
  GtkWidget *label;

  gtk_widget_set_tooltip_text (add (self, name, CATEGORY, row, NULL), name);
  add_number (self, share->population, DONE, row);
  add_number (self, share->taken, DRAWN, row);
  label = add (self, share->population > 0 ? reached : "–", SHARE, row, NULL);
  gtk_widget_set_tooltip_text (label, tip);
  for (int answer = DESK_ANSWER_SATISFIED; answer <= DESK_ANSWER_NOT; answer++)
    add_number (self, share->answers[answer], SATISFIED + answer - 1, row);
}

static void
show (DeskCallbackShares *self, const DeskCallbacks *callbacks)
{
  g_autofree char *month = desk_text_month (self->text, callbacks->period);
  g_autofree char *title = desk_text_fill (_("%1: how far each category has come"), (const char *[]){ month, NULL });
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  gtk_widget_set_visible (GTK_WIDGET (self), callbacks->shares->len > 0);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  if (callbacks->shares->len == 0)
    return;
  add_heads (self);
  for (guint i = 0; i < callbacks->shares->len; i++)
    add_row (self, callbacks->shares->pdata[i], (int) i + 1);
}

static void
on_callbacks_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCallbackShares) self = data;
  g_autoptr (GError) error = NULL;
  DeskCallbacks *callbacks = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (callbacks == NULL)
    return; /* overtaken, or there is nobody to ask for */
  if (self->box != NULL)
    show (self, callbacks);
  desk_use_case_free_result (DESK_USE_CASE_GET_CALLBACKS, callbacks);
}

static void
reload (DeskCallbackShares *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_CALLBACKS,
                          desk_get_input_new (DESK_KIND_CALLBACK_DRAW, 0, desk_engine_today (self->engine)), self->reading,
                          on_callbacks_cb, g_object_ref (self));
}

static void
on_changed_cb (DeskCallbackShares *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_SERVICE_CASE) || desk_change_set_touches (changes, DESK_KIND_CALLBACK_DRAW))
    reload (self);
}

static void
desk_callback_shares_dispose (GObject *object)
{
  DeskCallbackShares *self = DESK_CALLBACK_SHARES (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_callback_shares_parent_class)->dispose (object);
}

static void
desk_callback_shares_class_init (DeskCallbackSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_callback_shares_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_callback_shares_init (DeskCallbackShares *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_start (self->box, 14);
  gtk_widget_set_margin_end (self->box, 14);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->box), self->title);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_margin_end (self->grid, 12); /* the scroll bar lies over it */
  gtk_widget_add_css_class (self->grid, "body-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer floating): the table, asked for. */
GtkWidget *
desk_callback_shares_new (DeskEngine *engine, DeskText *text)
{
  DeskCallbackShares *self = g_object_new (DESK_TYPE_CALLBACK_SHARES, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
