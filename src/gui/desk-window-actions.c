/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-about.h"
#include "desk-allow.h"
#include "desk-building-dialog.h"
#include "desk-community-window.h"
#include "desk-filter-menu.h"
#include "desk-follow-up-forms.h"
#include "desk-preferences-window.h"
#include "desk-staff-window.h"

static void
act (gpointer user_data, DeskPaneAct what)
{
  DeskPane *pane = desk_window_shown_pane (user_data);

  if (pane != NULL)
    desk_pane_act (pane, what);
}

#define PANE_ACTION(name, WHAT)                                                 \
  static void name##_action (GSimpleAction *action, GVariant *target, gpointer user_data) \
  {                                                                             \
    act (user_data, DESK_PANE_##WHAT);                                          \
  }

PANE_ACTION (filter, FILTER)
PANE_ACTION (new, NEW)
PANE_ACTION (refresh, REFRESH)
PANE_ACTION (back, BACK)
PANE_ACTION (cycle, CYCLE)
PANE_ACTION (number, SHOW_NUMBER)
PANE_ACTION (save, SAVE)

/* Where nothing can be attached the outages themselves come up. */
static void
attach_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskPane *pane = desk_window_shown_pane (user_data);

  if (pane == NULL || desk_pane_act (pane, DESK_PANE_ATTACH))
    return;
  pane = desk_window_show_pane (user_data, "outages");
  if (pane != NULL)
    desk_pane_grab_start_focus (pane);
}

static void
pane_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const DeskPaneSpec *spec = desk_pane_registry_get ((guint) g_variant_get_int32 (target) - 1);
  DeskPane *pane = spec != NULL ? desk_window_show_pane (user_data, spec->id) : NULL;

  if (pane != NULL)
    desk_pane_grab_start_focus (pane);
}

/* The menu of saved filters of the list in front. */
static void
saved_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskPane *pane = desk_window_shown_pane (user_data);
  GtkWidget *saved = pane != NULL ? desk_pane_get_saved (pane, -1) : NULL;

  if (saved != NULL)
    desk_filter_menu_open (DESK_FILTER_MENU (saved));
}

/* (kind, id): what the trail has of one record. */
static void
trail_of_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskPane *pane = desk_window_show_pane (user_data, "trail");
  int kind;
  gint64 id;

  g_variant_get (target, "(ix)", &kind, &id);
  if (pane != NULL)
    desk_pane_open_record (pane, (DeskKind) kind, id);
}

static void
make_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;
  DeskKind kind = desk_kind_from_nick (g_variant_get_string (target, NULL));
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, desk_allow_right_of (kind), TRUE);

  if (reason != NULL)
    desk_window_toast (self, reason);
  else if (kind == DESK_KIND_BUILDING)
    desk_building_dialog_present (GTK_WINDOW (self), self->engine, self->text);
  else if (kind == DESK_KIND_FOLLOW_UP)
    desk_follow_up_form_new (self, self->engine, self->text, DESK_KIND_NONE, 0, "");
  else
    desk_window_make_record (self, kind);
}

/* The nick of the kind of entry that is meant; "visit": what the line says. */
static void
quick_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  gint64 kind = desk_enum_from_nick (&desk_enum_visit_kind, g_variant_get_string (target, NULL));

  desk_window_quick_entry (user_data, &(DeskQuickAsk){ .kind = kind != DESK_VISIT_VISIT ? kind : 0 });
}

static void
search_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_search (user_data, NULL);
}

/* "": the assistant as it stands; else with this file. */
static void
import_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *path = g_variant_get_string (target, NULL);

  desk_window_import (user_data, *path != '\0' ? path : NULL);
}

static void
wall_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_toggle_wall (user_data);
}

static void
case_book_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_case_book (user_data, NULL);
}

/* Where phrases are written. */
static void
phrases_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_case_book (user_data, "phrase");
}

/* A phrase for the text that has the focus. */
static void
phrase_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_phrase (user_data);
}

static void
bills_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_bills (user_data);
}

static void
export_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_export_list (user_data);
}

static void
print_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_print_list (user_data);
}

static void
sidebar_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_window_layout_show_sidebar (self, !gtk_widget_get_visible (GTK_WIDGET (self->sidebar)));
}

static void
undo_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_undo_last (user_data);
}

static void
redo_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_window_redo_last (user_data);
}

static void
community_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_community_window_present (GTK_WINDOW (self), self->engine, self->text);
}

static void
staff_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_staff_window_present (GTK_WINDOW (self), self->engine, self->text);
}

static void
preferences_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskWindow *self = user_data;

  desk_preferences_window_present (GTK_WINDOW (self), self->engine, self->text);
}

static void
about_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  desk_about_present (GTK_WINDOW (user_data));
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (user_data), "app.start-other", "(sb)", g_file_peek_path (file), FALSE);
  g_object_unref (dialog);
}

static void
open_other_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Open Another Store"), GTK_WINDOW (user_data), GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen_cb), user_data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
close_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

/* Made when it is asked for and gone when it is closed. GTK would keep one hidden for us (gtk/help-overlay.ui), but GTK 4.8
 * hands a hidden window to a screen reader that asks for one window too many while another closes, and crashes. */
static void
help_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/frontdesk/Frontdesk/desk-keys.ui");
  GtkWindow *keys = GTK_WINDOW (gtk_builder_get_object (builder, "keys"));

  gtk_window_set_transient_for (keys, GTK_WINDOW (user_data));
  gtk_window_present (keys);
}

/* Those that mean something only while a store is open and nothing lies over it. */
static const char *const desk_actions[] = { "pane",    "make",    "search", "sidebar", "filter", "saved", "new",  "refresh",
                                            "back",    "cycle",   "number", "save",    "undo",   "redo", "community",
                                             "undo-act", "redo-act", "import",  "export", "print",
                                             "trail-of", "staff", "quick", "log", "wall", "case-book", "phrases", "attach", "bills" };

/* Who may not bring sheets in is not offered it. */
static gboolean
may_import (DeskWindow *self)
{
  return desk_engine_may (self->engine, DESK_RIGHT_SHEET_IMPORT, TRUE, 0, 0) == DESK_MAY;
}

/* Turns actions on and off by what the window shows. */
void
desk_window_actions_update (DeskWindow *self)
{
  gboolean desk = !self->closing && desk_window_shows_desk (self);
  gboolean quick = desk_window_quick_is_open (self);
  gboolean covered = self->sheet != NULL || self->phrases != NULL || quick || desk_window_search_is_open (self);
  gboolean writes = self->engine != NULL && desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY;

  for (guint i = 0; i < G_N_ELEMENTS (desk_actions); i++)
    {
      const char *name = desk_actions[i];
      gboolean on = desk && (!covered || (g_str_equal (name, "search") && self->sheet == NULL && self->phrases == NULL && !quick));

      if (g_str_equal (name, "undo"))
        on = on && writes && self->undo->len > 0;
      else if (g_str_equal (name, "redo"))
        on = on && writes && self->redo->len > 0;
      else if (g_str_equal (name, "make") || g_str_equal (name, "new") || g_str_equal (name, "quick"))
        on = on && writes;
      else if (g_str_equal (name, "log"))
        on = on && writes && desk_window_new_may_log (self);
      else if (g_str_equal (name, "export") || g_str_equal (name, "print"))
        on = on && desk_window_can_export (self);
      else if (g_str_equal (name, "import"))
        on = on && writes && may_import (self);
      else if (g_str_equal (name, "trail-of"))
        on = on && desk_engine_may (self->engine, DESK_RIGHT_TRAIL_READ, FALSE, 0, 0) == DESK_MAY;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), on);
    }
}

void
desk_window_actions_init (DeskWindow *self)
{
  static const GActionEntry entries[] = {
    { "pane", pane_action, "i", NULL, NULL },
    { "trail-of", trail_of_action, "(ix)", NULL, NULL },
    { "make", make_action, "s", NULL, NULL },
    { "export", export_action, NULL, NULL, NULL },
    { "print", print_action, NULL, NULL, NULL },
    { "import", import_action, "s", NULL, NULL },
    { "quick", quick_action, "s", NULL, NULL },
    { "wall", wall_action, NULL, NULL, NULL },
    { "case-book", case_book_action, NULL, NULL, NULL },
    { "bills", bills_action, NULL, NULL, NULL },
    { "search", search_action, NULL, NULL, NULL },
    { "sidebar", sidebar_action, NULL, NULL, NULL },
    { "filter", filter_action, NULL, NULL, NULL },
    { "saved", saved_action, NULL, NULL, NULL },
    { "new", new_action, NULL, NULL, NULL },
    { "refresh", refresh_action, NULL, NULL, NULL },
    { "back", back_action, NULL, NULL, NULL },
    { "cycle", cycle_action, NULL, NULL, NULL },
    { "number", number_action, NULL, NULL, NULL },
    { "save", save_action, NULL, NULL, NULL },
    { "attach", attach_action, NULL, NULL, NULL },
    { "phrase", phrase_action, NULL, NULL, NULL },
    { "phrases", phrases_action, NULL, NULL, NULL },
    { "undo", undo_action, NULL, NULL, NULL },
    { "redo", redo_action, NULL, NULL, NULL },
    { "community", community_action, NULL, NULL, NULL },
    { "open-other", open_other_action, NULL, NULL, NULL },
    { "staff", staff_action, NULL, NULL, NULL },
    { "preferences", preferences_action, NULL, NULL, NULL },
    { "about", about_action, NULL, NULL, NULL },
    { "help", help_action, NULL, NULL, NULL },
    { "close", close_action, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
}

/* The keys of window.md, section 9. They are bound to the class and not to the application, because the application's
 * come before the widget with the focus: a field would lose its own Ctrl+Z. */
void
desk_window_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *kind;
  } quick_keys[] = { { GDK_KEY_v, "visit" }, { GDK_KEY_r, "repair" }, { GDK_KEY_c, "complaint" } };

  for (guint i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "win.pane", "i", (int) i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, GDK_ALT_MASK, "win.pane", "i", (int) i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import", "s", "");
  bind (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.export");
  bind (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print");
  bind (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "win.wall");
  bind (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search");
  bind (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new");
  bind (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.filter");
  bind (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.saved");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.make", "s",
                                       "follow_up");
  for (guint i = 0; i < G_N_ELEMENTS (quick_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, quick_keys[i].key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.quick", "s",
                                         quick_keys[i].kind);
  bind (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "win.attach");
  bind (widget_class, GDK_KEY_F5, 0, "win.refresh");
  bind (widget_class, GDK_KEY_F6, 0, "win.cycle");
  bind (widget_class, GDK_KEY_F8, 0, "win.number");
  bind (widget_class, GDK_KEY_F9, 0, "win.sidebar");
  bind (widget_class, GDK_KEY_Escape, 0, "win.back");
  bind (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save");
  bind (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "win.save");
  bind (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "win.save");
  bind (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  bind (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  bind (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences");
  bind (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.help");
  bind (widget_class, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.help");
  bind (widget_class, GDK_KEY_F1, 0, "win.help");
  bind (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "win.close");
}
