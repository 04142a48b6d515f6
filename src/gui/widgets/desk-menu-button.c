/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-menu-button.h"

static void
on_opening (GtkMenuButton *button, gpointer model)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, model);
}

/**
 * desk_menu_button_set_model:
 * @model: (transfer none): what the menu of @button is made of
 *
 * Makes the menu when it is first opened: the menus of the window's frame would else be a tenth of what the window makes
 * before its first rows.
 */
void
desk_menu_button_set_model (GtkMenuButton *button, GMenuModel *model)
{
  gtk_menu_button_set_create_popup_func (button, on_opening, g_object_ref (model), g_object_unref);
}
