/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-row.h"

#include <glib/gi18n.h>

#include "desk-search-order.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* The parts that show the hit. */
typedef struct
{
  DeskKind kind; /* of the icon */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *why;
} Shown;

static void
add_word (GPtrArray *words, const char *word)
{
  if (word != NULL && *word != '\0')
    g_ptr_array_add (words, (gpointer) word);
}

/* Returns: (transfer full): the line below the title: where, as what, and what else is known. */
char *
desk_search_row_detail (const DeskHit *hit, const DeskText *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *when = hit->at != 0 ? desk_text_time_whole (text, hit->at) : NULL;

  if (hit->kind == DESK_KIND_UNIT)
    {
      add_word (words, hit->detail);
      if (hit->state != 0)
        add_word (words, desk_text_enum (text, &desk_enum_state, hit->state));
    }
  else
    {
      add_word (words, hit->unit);
      if (hit->role != 0)
        add_word (words, desk_text_enum (text, &desk_enum_role, hit->role));
      add_word (words, hit->detail);
      add_word (words, when);
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_(", "), (char **) words->pdata);
}

static GtkLabel *
label_new (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkLabel *
line_new (GtkWidget *box, const char *css_class)
{
  GtkLabel *label = label_new (box, css_class);

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  return label;
}

/* Returns: (transfer none): a row that shows nothing yet. */
GtkWidget *
desk_search_row_new (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new ();
  Shown *shown = g_new0 (Shown, 1);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  shown->icon = GTK_IMAGE (icon);
  shown->title = line_new (lines, "title");
  shown->detail = line_new (lines, "caption");
  shown->why = label_new (box, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "desk-shown", shown, g_free);
  gtk_widget_set_focus_on_click (row, FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
set_line (GtkLabel *label, const char *words, const char *matched)
{
  g_autofree char *markup = desk_search_markup (words, matched);

  gtk_label_set_markup (label, markup);
}

/* Shows @hit in @row, whatever it showed before; keeps nothing of it. */
void
desk_search_row_set (GtkListBoxRow *row, const DeskHit *hit, const DeskText *text)
{
  Shown *shown = g_object_get_data (G_OBJECT (row), "desk-shown");
  const char *title = hit->title != NULL ? hit->title : "";
  const char *reason = desk_text_why (text, (DeskSearchWhy) hit->why);
  g_autofree char *detail = desk_search_row_detail (hit, text);
  g_autofree char *name = g_strdup_printf ("%s %s %s", title, detail, reason);

  if (shown->kind != hit->kind)
    gtk_image_set_from_icon_name (shown->icon, desk_search_icon (hit->kind));
  shown->kind = hit->kind;
  set_line (shown->title, title, hit->matched);
  set_line (shown->detail, detail, hit->matched);
  gtk_label_set_label (shown->why, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
