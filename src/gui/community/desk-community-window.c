/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-community-window.h"

#include <glib/gi18n.h>

#include "desk-building-dialog.h"
#include "desk-id.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-window.h"

struct _DeskCommunityWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *community_group;
  AdwEntryRow *name_row;
  AdwEntryRow *address_row;
  AdwEntryRow *developer_row;
  AdwPreferencesGroup *building_group;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  DeskCommunity *community; /* as it was read */
  GPtrArray *rows;          /* of buildings, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (DeskCommunityWindow, desk_community_window, ADW_TYPE_PREFERENCES_WINDOW)

static void load (DeskCommunityWindow *self);

/* Errors and success are said in this window's own toasts: the main one is covered. */
static void
say (DeskCommunityWindow *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskCommunityWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (self->engine == NULL)
    {
      /* Closed meanwhile. */
    }
  else if (saved == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      say (self, sentence);
    }
  else
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)),
                            use_case == DESK_USE_CASE_REMOVE_BUILDING ? _("Building removed")
                            : use_case == DESK_USE_CASE_SAVE_BUILDING ? _("Building saved")
                                                                      : _("Community saved"),
                            saved->act_id);
  if (saved != NULL)
    desk_use_case_free_result (use_case, saved);
  if (self->engine != NULL && error == NULL)
    load (self);
}

static void
set_text (char **field, AdwEntryRow *row)
{
  desk_text_set (field, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
on_community_apply_cb (DeskCommunityWindow *self)
{
  g_autofree char *key = desk_id_new_key ();
  g_autoptr (DeskRecord) record = NULL;
  DeskCommunity *community;

  if (self->community == NULL)
    return;
  record = desk_record_copy (self->community);
  community = (DeskCommunity *) record;
  set_text (&community->name, self->name_row);
  set_text (&community->address, self->address_row);
  set_text (&community->developer, self->developer_row);
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_COMMUNITY, desk_record_input_new (key, community), NULL,
                          on_saved_cb, g_object_ref (self));
}

/* Buildings: a row each, which opens to what can be changed */

static void
on_building_apply_cb (AdwEntryRow *row, gpointer user_data)
{
  DeskCommunityWindow *self = user_data;
  const DeskBuilding *stored = g_object_get_data (G_OBJECT (row), "desk-building");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (DeskRecord) record = desk_record_copy (stored);
  DeskBuilding *building = (DeskBuilding *) record;
  g_autofree char *key = desk_id_new_key ();

  if (g_object_get_data (G_OBJECT (row), "desk-day") == NULL)
    desk_text_set (&building->name, typed);
  else if (*typed == '\0')
    building->accepted_on = 0;
  else if (!desk_day_parse (typed, &building->accepted_on))
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      say (self, _("A day is written 2026-03-01."));
      return;
    }
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_BUILDING, desk_record_input_new (key, building), NULL,
                          on_saved_cb, g_object_ref (self));
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  DeskCommunityWindow *self = user_data;
  const DeskBuilding *building = g_object_get_data (G_OBJECT (button), "desk-building");
  g_autofree char *key = desk_id_new_key ();

  desk_engine_call_async (self->engine, DESK_USE_CASE_REMOVE_BUILDING,
                          desk_remove_input_new (key, building->record.id, building->record.version), NULL, on_saved_cb,
                          g_object_ref (self));
}

static void
add_entry (DeskCommunityWindow *self, GtkWidget *expander, const DeskBuilding *building, const char *title,
           const char *value, gboolean is_day)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "desk-building", desk_record_copy (building), desk_record_free);
  g_object_set_data (G_OBJECT (row), "desk-day", GINT_TO_POINTER (is_day));
  g_signal_connect (row, "apply", G_CALLBACK (on_building_apply_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_remove (DeskCommunityWindow *self, GtkWidget *expander, const DeskBuilding *building)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Remove the Building"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Possible as long as it has no units"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "desk-building", desk_record_copy (building), desk_record_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_building (DeskCommunityWindow *self, const DeskBuildingCard *card)
{
  const DeskBuilding *building = card->building;
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *units = g_strdup_printf (ngettext ("%d unit", "%d units", (gulong) card->n_units), (int) card->n_units);
  g_autofree char *entrances = g_strdup_printf (ngettext ("%u entrance", "%u entrances", card->entrances->len),
                                                card->entrances->len);
  g_autofree char *subtitle = g_strjoin (" · ", entrances, units, NULL);
  g_autofree char *number = g_strdup_printf (_("Building %s"), building->code);
  g_autofree char *name = building->name != NULL && *building->name != '\0'
                              ? g_strdup_printf ("%s · %s", number, building->name)
                              : g_strdup (number);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *accepted = building->accepted_on != 0 ? desk_text_day (building->accepted_on) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  add_entry (self, row, building, _("Name"), building->name != NULL ? building->name : "", FALSE);
  add_entry (self, row, building, _("Accepted on, 2026-03-01"), accepted, TRUE);
  add_remove (self, row, building);
  adw_preferences_group_add (self->building_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_page (DeskCommunityWindow *self, const DeskCommunityPage *page)
{
  g_clear_pointer (&self->community, desk_record_free);
  self->community = desk_record_copy (page->community);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->community->name ? self->community->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), self->community->address ? self->community->address : "");
  gtk_editable_set_text (GTK_EDITABLE (self->developer_row),
                         self->community->developer ? self->community->developer : "");
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->building_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < page->buildings->len; i++)
    add_building (self, page->buildings->pdata[i]);
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskCommunityWindow) self = user_data;
  DeskCommunityPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (page == NULL)
    return;
  if (self->engine != NULL && page->community != NULL)
    show_page (self, page);
  desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, page);
}

static void
load (DeskCommunityWindow *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_COMMUNITY,
                          desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (self->engine)), NULL,
                          on_page_cb, g_object_ref (self));
}

static void
on_changed_cb (DeskCommunityWindow *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_BUILDING))
    load (self);
}

static void
on_new_building_clicked_cb (DeskCommunityWindow *self)
{
  desk_building_dialog_present (GTK_WINDOW (self), self->engine, self->text);
}

static void
desk_community_window_dispose (GObject *object)
{
  DeskCommunityWindow *self = DESK_COMMUNITY_WINDOW (object);

  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->community, desk_record_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_COMMUNITY_WINDOW);
  G_OBJECT_CLASS (desk_community_window_parent_class)->dispose (object);
}

static void
desk_community_window_class_init (DeskCommunityWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_community_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/community/desk-community-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCommunityWindow, community_group);
  gtk_widget_class_bind_template_child (widget_class, DeskCommunityWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, DeskCommunityWindow, address_row);
  gtk_widget_class_bind_template_child (widget_class, DeskCommunityWindow, developer_row);
  gtk_widget_class_bind_template_child (widget_class, DeskCommunityWindow, building_group);
  gtk_widget_class_bind_template_callback (widget_class, on_community_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_new_building_clicked_cb);
}

static void
desk_community_window_init (DeskCommunityWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  desk_window_dress (GTK_WIDGET (self));
}

/* Opens it over @parent. */
void
desk_community_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text)
{
  DeskCommunityWindow *self = g_object_new (DESK_TYPE_COMMUNITY_WINDOW, "transient-for", parent, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
