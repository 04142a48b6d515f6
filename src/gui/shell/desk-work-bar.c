/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-work-bar.h"

#include <glib/gi18n.h>

#include "desk-text.h"
#include "desk-text-figure.h"

#define LOOK_EVERY 150  /* ms */
#define LOOKS_HIDDEN 2

struct _DeskWorkBar
{
  GtkWidget parent_instance;
  GtkWidget *box, *what, *words, *bar;
  DeskProgress *progress; /* (nullable): of the work that goes on */
  guint timer;
  guint looks;
};

G_DEFINE_FINAL_TYPE (DeskWorkBar, desk_work_bar, GTK_TYPE_WIDGET)

static gboolean
look (gpointer data)
{
  DeskWorkBar *self = data;
  guint done, total;

  desk_progress_get (self->progress, &done, &total);
  if (total > 0)
    {
      g_autofree char *of = desk_text_number (total);
      g_autofree char *now = desk_text_number (done);
      g_autofree char *words = desk_text_fill (_("%1 of %2"), (const char *[]){ now, of, NULL });

      gtk_label_set_text (GTK_LABEL (self->words), words);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), (double) done / total);
    }
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  if (++self->looks > LOOKS_HIDDEN)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
stop_clicked (GtkButton *button, DeskWorkBar *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (desk_progress_get_cancellable (self->progress));
}

/* Shows @what and how far @progress is, until desk_work_bar_end(). */
void
desk_work_bar_begin (DeskWorkBar *self, const char *what, DeskProgress *progress)
{
  desk_work_bar_end (self);
  self->progress = desk_progress_ref (progress);
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_label_set_text (GTK_LABEL (self->words), "");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  self->looks = 0;
  self->timer = g_timeout_add (LOOK_EVERY, look, self);
}

/* The work is over. */
void
desk_work_bar_end (DeskWorkBar *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, desk_progress_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: whether work goes on. */
gboolean
desk_work_bar_is_busy (DeskWorkBar *self)
{
  return self->progress != NULL;
}

static void
desk_work_bar_dispose (GObject *object)
{
  DeskWorkBar *self = DESK_WORK_BAR (object);

  stop_clicked (NULL, self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_work_bar_parent_class)->dispose (object);
}

static void
desk_work_bar_class_init (DeskWorkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_work_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_work_bar_init (DeskWorkBar *self)
{
  GtkWidget *stop = gtk_button_new_with_label (_("Cancel"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (self->box, "work-bar");
  self->what = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->box), self->what);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  self->words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->words, "caption");
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_widget_add_css_class (stop, "small");
  g_signal_connect (stop, "clicked", G_CALLBACK (stop_clicked), self);
  gtk_box_append (GTK_BOX (self->box), stop);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer floating): hidden until there is work. */
GtkWidget *
desk_work_bar_new (void)
{
  return g_object_new (DESK_TYPE_WORK_BAR, NULL);
}
