/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reason-menu.h"

/* @label: translated, with mnemonic. @accel: (nullable). @reason: (transfer full) (nullable). */
DeskReasonItem *
desk_reason_item_new (const char *label, const char *detailed_action, const char *accel, char *reason, guint section)
{
  DeskReasonItem *self = g_new0 (DeskReasonItem, 1);

  self->item = g_menu_item_new (label, detailed_action);
  if (accel != NULL)
    g_menu_item_set_attribute (self->item, "accel", "s", accel);
  self->reason = reason;
  self->section = section;
  return self;
}

void
desk_reason_item_free (gpointer item)
{
  DeskReasonItem *self = item;

  g_object_unref (self->item);
  g_free (self->reason);
  g_free (self);
}

/* Those that share @reason; those without one, only of @section. */
static void
add_section (GMenu *menu, GPtrArray *items, const char *reason, guint section)
{
  g_autoptr (GMenu) part = g_menu_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const DeskReasonItem *item = items->pdata[i];

      if (g_strcmp0 (item->reason, reason) == 0 && (reason != NULL || item->section == section))
        g_menu_append_item (part, item->item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (part)) > 0)
    g_menu_append_section (menu, reason, G_MENU_MODEL (part));
}

static gboolean
is_first (GPtrArray *items, guint at)
{
  for (guint i = 0; i < at; i++)
    if (g_strcmp0 (((DeskReasonItem *) items->pdata[i])->reason, ((DeskReasonItem *) items->pdata[at])->reason) == 0)
      return FALSE;
  return TRUE;
}

/* @items: DeskReasonItem, in the order of the menu; sections are counted without a gap. What @menu had goes. */
void
desk_reason_menu_fill (GMenu *menu, GPtrArray *items)
{
  guint n_sections = 0;

  for (guint i = 0; i < items->len; i++)
    n_sections = MAX (n_sections, ((DeskReasonItem *) items->pdata[i])->section + 1);
  g_menu_remove_all (menu);
  for (guint section = 0; section < n_sections; section++)
    add_section (menu, items, NULL, section);
  for (guint i = 0; i < items->len; i++)
    if (((DeskReasonItem *) items->pdata[i])->reason != NULL && is_first (items, i))
      add_section (menu, items, ((DeskReasonItem *) items->pdata[i])->reason, 0);
}
