/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-group-bar.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-figure.h"

struct _DeskGroupBar
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box;
  GCancellable *reading;
  GArray *ids; /* (nullable): of the group that is shown */
};

static guint look_signal;

G_DEFINE_FINAL_TYPE (DeskGroupBar, desk_group_bar, GTK_TYPE_WIDGET)

static void
on_look_cb (DeskGroupBar *self)
{
  g_autoptr (GArray) ids = self->ids != NULL ? g_array_ref (self->ids) : NULL;

  if (ids != NULL)
    g_signal_emit (self, look_signal, 0, ids);
}

/* The largest group: one notice, its button shows them. */
static void
show (DeskGroupBar *self, const DeskGroups *groups)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box), *notice, *button;
  const DeskGroup *group;
  g_autofree char *number = NULL;
  g_autofree char *days = NULL;
  g_autofree char *fact = NULL;
  g_autofree char *look = NULL;

  if (child != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), groups->groups->len > 0);
  if (groups->groups->len == 0)
    return;
  group = groups->groups->pdata[0];
  self->ids = g_array_ref (group->ids);
  number = desk_text_number (group->ids->len);
  days = desk_text_number (groups->days);
  fact = desk_text_fill (_("Building %1: %2 about the same within %3 days: %4"),
                         (const char *[]){ group->building, number, days, group->category, NULL });
  look = desk_text_fill (C_ ("group complaint", "Mark These %1"), (const char *[]){ number, NULL });
  notice = desk_notice_new ("soon", "dialog-warning-symbolic", fact, _("It looks like a group complaint: M joins what is marked."));
  button = desk_notice_add_button (notice, look);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_look_cb), self);
  gtk_box_append (GTK_BOX (self->box), notice);
}

static void
on_groups_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskGroupBar) self = data;
  g_autoptr (GError) error = NULL;
  DeskGroups *groups = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (groups == NULL)
    return; /* overtaken, or there is nobody to ask for */
  if (self->box != NULL)
    show (self, groups);
  desk_use_case_free_result (DESK_USE_CASE_LIST_GROUPS, groups);
}

static void
reload (DeskGroupBar *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_GROUPS,
                          desk_get_input_new (DESK_KIND_SERVICE_CASE, 0, desk_engine_today (self->engine)), self->reading,
                          on_groups_cb, g_object_ref (self));
}

static void
on_changed_cb (DeskGroupBar *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_SERVICE_CASE))
    reload (self);
}

static void
desk_group_bar_dispose (GObject *object)
{
  DeskGroupBar *self = DESK_GROUP_BAR (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_group_bar_parent_class)->dispose (object);
}

static void
desk_group_bar_class_init (DeskGroupBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_group_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  look_signal = g_signal_new ("look", DESK_TYPE_GROUP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_ARRAY);
}

static void
desk_group_bar_init (DeskGroupBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer floating): the place of the notice, asked for. */
GtkWidget *
desk_group_bar_new (DeskEngine *engine, DeskText *text)
{
  DeskGroupBar *self = g_object_new (DESK_TYPE_GROUP_BAR, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
