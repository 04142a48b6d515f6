/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pinned-row.h"

#include <glib/gi18n.h>

struct _DeskPinnedRow
{
  GtkListBoxRow parent_instance;
  gint64 id;
  GtkWidget *name, *count;
};

G_DEFINE_FINAL_TYPE (DeskPinnedRow, desk_pinned_row, GTK_TYPE_LIST_BOX_ROW)

static void
desk_pinned_row_class_init (DeskPinnedRowClass *klass)
{
}

static void
desk_pinned_row_init (DeskPinnedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "badge");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* Returns: (transfer floating): the row of @card, without a figure yet. */
GtkWidget *
desk_pinned_row_new (const DeskSavedFilterCard *card)
{
  DeskPinnedRow *self = g_object_new (DESK_TYPE_PINNED_ROW, NULL);

  self->id = card->filter->record.id;
  gtk_label_set_text (GTK_LABEL (self->name), card->filter->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), card->filter->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, card->filter->name, -1);
  return GTK_WIDGET (self);
}

/* Returns: of which saved filter it is. */
gint64
desk_pinned_row_get_id (DeskPinnedRow *self)
{
  return self->id;
}

/* Returns: (transfer none): what it is called. */
const char *
desk_pinned_row_get_name (DeskPinnedRow *self)
{
  return gtk_label_get_text (GTK_LABEL (self->name));
}

/* @count: -1: not counted; above DESK_FILTER_COUNT_MOST: at least so many. */
void
desk_pinned_row_set_count (DeskPinnedRow *self, gint64 count)
{
  gint64 n = MIN (count, DESK_FILTER_COUNT_MOST);
  g_autofree char *figure = count < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT "%s", n, count > n ? "+" : "");
  g_autofree char *words
      = count < 0 ? g_strdup ("")
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", (gulong) n), (guint) n);

  gtk_label_set_text (GTK_LABEL (self->count), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
