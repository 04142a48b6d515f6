/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sign-in-tile.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-text-label.h"

#define MOST_CHARS 24 /* a tile is no wider for who does everything */

struct _DeskSignInTile
{
  GtkButton parent_instance;

  const DeskStaffCard *card; /* borrowed from the page's list */
};

G_DEFINE_FINAL_TYPE (DeskSignInTile, desk_sign_in_tile, GTK_TYPE_BUTTON)

static void
desk_sign_in_tile_class_init (DeskSignInTileClass *klass)
{
}

static void
desk_sign_in_tile_init (DeskSignInTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "person-tile");
  gtk_widget_set_size_request (GTK_WIDGET (self), 262, 80);
}

static void
add_line (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* What stands under the roles: in the demonstration the PIN, else what the person answers for. */
static char *
third_line (const DeskStaffCard *card)
{
  if (card->demo_pin != NULL)
    return g_strdup_printf (_("PIN %s"), card->demo_pin);
  if (*card->scope != '\0')
    return g_strdup_printf (_("Buildings %s"), card->scope);
  return NULL;
}

/**
 * desk_sign_in_tile_new:
 * @card: of the person; lives longer than the tile
 * @digit: that chooses the person, 0 none
 *
 * Returns: (transfer floating): the tile
 */
GtkWidget *
desk_sign_in_tile_new (DeskText *text, const DeskStaffCard *card, guint digit)
{
  DeskSignInTile *self = g_object_new (DESK_TYPE_SIGN_IN_TILE, NULL);
  const char *name = desk_text_staff_name (text, card->staff->name);
  g_autofree char *roles = desk_text_staff_roles (text, card->staff->roles);
  g_autofree char *third = third_line (card);
  g_autofree char *told = g_strjoin (", ", name, roles, third, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->card = card;
  gtk_box_append (GTK_BOX (box), adw_avatar_new (44, name, TRUE));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  add_line (GTK_BOX (lines), name, "strong");
  add_line (GTK_BOX (lines), roles, "caption");
  if (third != NULL)
    add_line (GTK_BOX (lines), third, "caption");
  gtk_box_append (GTK_BOX (box), lines);
  if (digit != 0)
    {
      g_autofree char *key = g_strdup_printf ("%u", digit);
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), cap);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
    }
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): whose tile it is. */
const DeskStaffCard *
desk_sign_in_tile_get_card (DeskSignInTile *self)
{
  return self->card;
}

/* Do the initials, or what the person signs in by, begin with @typed? */
gboolean
desk_sign_in_tile_fits (DeskSignInTile *self, const char *typed)
{
  g_auto (GStrv) ways = g_strsplit (self->card->initials, " ", -1);

  if (g_str_has_prefix (self->card->staff->login, typed))
    return TRUE;
  for (guint i = 0; ways[i] != NULL; i++)
    if (g_str_has_prefix (ways[i], typed))
      return TRUE;
  return FALSE;
}

/* Shows that this person is chosen. */
void
desk_sign_in_tile_set_chosen (DeskSignInTile *self, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
