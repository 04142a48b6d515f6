/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-page-deeds.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-page-rows.h"
#include "desk-reason-menu.h"

/* The menu of a page. It lives as data of its button. */
typedef struct
{
  DeskRecordPage *page; /* borrowed: the button lies in it */
  const char *group;
  const DeskDeed *deeds;
  guint n_deeds;
  GSimpleActionGroup *actions;
  GMenu *menu;
} Menu;

/* A person's contacts are edited by more people than their name. */
DeskRight
desk_deed_right (DeskAsk ask, DeskKind kind)
{
  switch (ask)
    {
    case DESK_ASK_NEW:
    case DESK_ASK_REMOVE:
    case DESK_ASK_END:
      return desk_allow_right_of (kind);
    case DESK_ASK_EDIT:
      return kind == DESK_KIND_PERSON ? DESK_RIGHT_PERSON_EDIT_CONTACT : desk_allow_right_of (kind);
    case DESK_ASK_STATE:
      return DESK_RIGHT_UNIT_EDIT;
    case DESK_ASK_OWNER:
      return DESK_RIGHT_OCCUPANCY_EDIT;
    case DESK_ASK_MERGE:
      return DESK_RIGHT_PERSON_MERGE;
    case DESK_ASK_VISIT:
      return DESK_RIGHT_VISIT_LOG;
    case DESK_ASK_REPAIR:
      return DESK_RIGHT_CASE_OPEN;
    case DESK_ASK_FOLLOW_UP:
      return DESK_RIGHT_FOLLOW_UP_EDIT;
    case DESK_ASK_ERASE:
      return DESK_RIGHT_PERSON_ERASE;
    case DESK_ASK_TRAIL:
      return DESK_RIGHT_TRAIL_READ;
    case DESK_ASK_OPEN:
    case DESK_ASK_RESPONSIBLE:
    case DESK_ASK_DUPLICATES:
    default:
      return DESK_RIGHT_NONE;
    }
}

/* Asks the page's pane for it. */
void
desk_page_do_deed (DeskRecordPage *page, const DeskDeed *deed)
{
  DeskRecord *record = desk_record_page_is_shown (page) ? desk_record_page_get_record (page) : NULL;
  gboolean new = deed->ask == DESK_ASK_NEW;

  if (record != NULL)
    desk_record_page_ask (page, deed->ask, deed->kind, new ? 0 : record->id, new ? NULL : record);
}

/* Does what the letter stands for. Returns: FALSE when it stands for nothing. */
gboolean
desk_page_deed_key (DeskRecordPage *page, const DeskDeed *deeds, guint n_deeds, guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  for (guint i = 0; i < n_deeds; i++)
    if (deeds[i].key != 0 && (guint32) deeds[i].key == c)
      {
        desk_page_do_deed (page, &deeds[i]);
        return TRUE;
      }
  return FALSE;
}

static void
activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;

  for (guint i = 0; i < self->n_deeds; i++)
    if (g_str_equal (self->deeds[i].action, g_action_get_name (G_ACTION (action))))
      desk_page_do_deed (self->page, &self->deeds[i]);
}

/* What may not be done is greyed out, under its reason. */
static void
fill (Menu *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_reason_item_free);

  for (guint i = 0; i < self->n_deeds; i++)
    {
      const DeskDeed *deed = &self->deeds[i];
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), deed->action);
      g_autofree char *name = g_strdup_printf ("%s.%s", self->group, deed->action);
      char accel[] = { (char) g_ascii_toupper (deed->key), '\0' };
      char *reason = desk_record_page_reason (self->page, desk_deed_right (deed->ask, deed->kind));

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), reason == NULL);
      g_ptr_array_add (items, desk_reason_item_new (_(deed->label), name, deed->key != 0 ? accel : NULL, reason, 0));
    }
  desk_reason_menu_fill (self->menu, items);
}

static void
menu_free (gpointer data)
{
  Menu *self = data;

  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_free (self);
}

/* @group: of the actions. @deeds: static, in the order of the menu. Returns: (transfer floating): "More", with a menu that
 * knows what whoever is at the desk may do with the record that is shown. */
GtkWidget *
desk_page_deeds_button (DeskRecordPage *page, const char *group, const DeskDeed *deeds, guint n_deeds)
{
  Menu *self = g_new0 (Menu, 1);
  GtkWidget *button;

  self->page = page;
  self->group = group;
  self->deeds = deeds;
  self->n_deeds = n_deeds;
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  for (guint i = 0; i < n_deeds; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (deeds[i].action, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (activated), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (page), group, G_ACTION_GROUP (self->actions));
  button = desk_page_menu_button (_("More Actions"), G_MENU_MODEL (self->menu));
  g_object_set_data_full (G_OBJECT (button), "desk-deeds", self, menu_free);
  g_signal_connect_data (page, "allowed", G_CALLBACK (fill), self, NULL, G_CONNECT_SWAPPED);
  fill (self);
  return button;
}
