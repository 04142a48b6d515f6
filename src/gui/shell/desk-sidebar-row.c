/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sidebar-row.h"

#include <glib/gi18n.h>

struct _DeskSidebarRow
{
  GtkListBoxRow parent_instance;
  const DeskPaneSpec *spec;
  GtkWidget *icon, *title;
  GtkWidget *badge;      /* at the right edge */
  GtkWidget *slim_badge; /* over the icon's corner */
  gboolean slim;
};

G_DEFINE_FINAL_TYPE (DeskSidebarRow, desk_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
new_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  return badge;
}

static void
desk_sidebar_row_class_init (DeskSidebarRowClass *klass)
{
}

static void
desk_sidebar_row_init (DeskSidebarRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *overlay = gtk_overlay_new ();

  self->icon = gtk_image_new ();
  self->title = gtk_label_new (NULL);
  self->badge = new_badge ();
  self->slim_badge = new_badge ();
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->badge);
  gtk_widget_set_halign (self->slim_badge, GTK_ALIGN_END);
  gtk_widget_set_valign (self->slim_badge, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->slim_badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), overlay);
}

/* Returns: (transfer floating): the row of @spec, the @number-th pane. */
GtkWidget *
desk_sidebar_row_new (const DeskPaneSpec *spec, guint number)
{
  DeskSidebarRow *self = g_object_new (DESK_TYPE_SIDEBAR_ROW, NULL);
  const char *title = _(spec->title);
  g_autofree char *tooltip
      = number <= 9 ? g_strdup_printf ("%s (Alt+%u)", title, number) : g_strdup (title);

  self->spec = spec;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), spec->icon);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the pane it stands for. */
const DeskPaneSpec *
desk_sidebar_row_get_spec (DeskSidebarRow *self)
{
  return self->spec;
}

static void
show_badges (DeskSidebarRow *self)
{
  gboolean any = gtk_label_get_label (GTK_LABEL (self->badge))[0] != '\0';

  gtk_widget_set_visible (self->badge, any && !self->slim);
  /* A grey figure has no ground of its own: over the icon neither could be read. */
  gtk_widget_set_visible (self->slim_badge, any && self->slim && gtk_widget_has_css_class (self->slim_badge, "late"));
}

/* With @slim the icon stands alone. */
void
desk_sidebar_row_set_slim (DeskSidebarRow *self, gboolean slim)
{
  self->slim = slim;
  gtk_widget_set_visible (self->title, !slim);
  gtk_widget_set_hexpand (self->icon, slim);
  gtk_widget_set_halign (self->icon, slim ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  show_badges (self);
}

/* @badge: what is shown from now on; a screen reader says it in words. */
void
desk_sidebar_row_set_badge (DeskSidebarRow *self, const DeskBadge *badge)
{
  guint n = badge->late > 0 ? badge->late : badge->open;
  GtkWidget *labels[] = { self->badge, self->slim_badge };
  g_autofree char *figure = NULL;
  g_autofree char *words = NULL;

  if (badge->late > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u late", "%u late", n), n);
  else if (n > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", n), n);
  figure = n == 0 ? g_strdup ("") : n > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", n);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_label (GTK_LABEL (labels[i]), figure);
      if (badge->late > 0)
        gtk_widget_add_css_class (labels[i], "late");
      else
        gtk_widget_remove_css_class (labels[i], "late");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  show_badges (self);
}
