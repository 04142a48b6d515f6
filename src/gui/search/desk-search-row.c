/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-row.h"

#include <glib/gi18n.h>

#include "desk-search-order.h"
#include "desk-text-label.h"

/* A copy of what Enter needs, kept with the row. */
typedef struct
{
  DeskKind kind;
  gint64 id;
  gint64 unit_id;
} Target;

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
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_(", "), (char **) words->pdata);
}

static GtkWidget *
line_new (const char *words, const char *matched, const char *css_class)
{
  g_autofree char *markup = desk_search_markup (words, matched);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Returns: (transfer none): a row for @hit; it keeps nothing of it. */
GtkWidget *
desk_search_row_new (const DeskHit *hit, const DeskText *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *reason = desk_text_why (text, (DeskSearchWhy) hit->why);
  GtkWidget *why = gtk_label_new (reason);
  g_autofree char *detail = desk_search_row_detail (hit, text);
  g_autofree char *name = NULL;
  Target *target = g_new0 (Target, 1);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (desk_search_icon (hit->kind)));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), line_new (hit->title != NULL ? hit->title : "", hit->matched, "title"));
  gtk_box_append (GTK_BOX (lines), line_new (detail, hit->matched, "caption"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_add_css_class (why, "caption");
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  *target = (Target){ hit->kind, hit->id, hit->unit_id };
  g_object_set_data_full (G_OBJECT (row), "desk-target", target, g_free);
  name = g_strdup_printf ("%s %s %s", hit->title != NULL ? hit->title : "", detail, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focus_on_click (row, FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Returns: the kind of record the row stands for. */
DeskKind
desk_search_row_get_kind (GtkListBoxRow *row)
{
  return ((Target *) g_object_get_data (G_OBJECT (row), "desk-target"))->kind;
}

/* Returns: the record's id. */
gint64
desk_search_row_get_id (GtkListBoxRow *row)
{
  return ((Target *) g_object_get_data (G_OBJECT (row), "desk-target"))->id;
}

/* Returns: the unit it belongs to, 0 none. */
gint64
desk_search_row_get_unit_id (GtkListBoxRow *row)
{
  return ((Target *) g_object_get_data (G_OBJECT (row), "desk-target"))->unit_id;
}
