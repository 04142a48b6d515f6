/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preferences-window.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-follow-rules-page.h"
#include "desk-id.h"
#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-reminders-page.h"
#include "desk-setting.h"
#include "desk-text-problem.h"
#include "desk-window.h"

struct _DeskPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwComboRow *density_row;
  GtkSwitch *status_switch;
  AdwComboRow *language_row;
  AdwComboRow *renderer_row;
  AdwPreferencesGroup *store_group;
  AdwComboRow *papers_row;
  AdwComboRow *lock_row;
  AdwEntryRow *zone_row;
  AdwEntryRow *same_row;
  AdwEntryRow *structure_row;
  AdwEntryRow *season_row;
  AdwEntryRow *waterproof_row;
  AdwEntryRow *fittings_row;
  AdwEntryRow *cooling_row;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskPreferencesWindow, desk_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Values of the rows in their order */
static const char *const densities[] = { "compact", "comfortable", NULL };
static const char *const renderers[] = { "auto", "cairo", "gl", NULL };
static const char *const languages[] = { "zh_CN", "en", NULL };

static void
choose (AdwComboRow *row, const char *const *values, const char *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (g_strcmp0 (values[i], value) == 0)
      adw_combo_row_set_selected (row, i);
}

/* What lies on this computer */

static void
on_density_cb (DeskPreferencesWindow *self)
{
  if (!self->filling)
    desk_prefs_set_string ("density", densities[adw_combo_row_get_selected (self->density_row)]);
}

static void
on_renderer_cb (DeskPreferencesWindow *self)
{
  if (!self->filling)
    desk_prefs_set_string ("renderer", renderers[adw_combo_row_get_selected (self->renderer_row)]);
}

/* The window is made anew in the other language, so this one closes with it. */
static void
on_language_cb (DeskPreferencesWindow *self)
{
  const char *code = languages[adw_combo_row_get_selected (self->language_row)];
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->filling || parent == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "app.language", "s", code);
}

/* What lies in the store */

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL && self->text != NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);
      g_autofree char *markup = g_markup_escape_text (sentence, -1);

      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
    }
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_CHANGE_SETTING, saved);
}

static void
change_setting (DeskPreferencesWindow *self, DeskSettingCode code, const char *value)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SETTING);
  DeskSetting *setting = (DeskSetting *) record;
  g_autofree char *key = desk_id_new_key ();

  desk_text_set (&setting->name, desk_setting_name (code));
  desk_text_set (&setting->value, value);
  desk_engine_call_async (self->engine, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (key, setting), NULL,
                          on_saved_cb, g_object_ref (self));
}

static void
on_papers_cb (DeskPreferencesWindow *self)
{
  if (!self->filling)
    change_setting (self, DESK_SETTING_LANGUAGE, languages[adw_combo_row_get_selected (self->papers_row)]);
}

/* Minutes without a touch; the first is never. */
static const char *const lock_minutes[] = { "0", "1", "3", "5", "10", "15", "30", NULL };

static void
on_lock_cb (DeskPreferencesWindow *self)
{
  if (!self->filling)
    change_setting (self, DESK_SETTING_LOCK_MINUTES, lock_minutes[adw_combo_row_get_selected (self->lock_row)]);
}

static void
on_zone_apply_cb (DeskPreferencesWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->zone_row));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (typed);

  if (zone == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->zone_row), "error");
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                        adw_toast_new (_("A zone is written Asia/Shanghai.")));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->zone_row), "error");
  change_setting (self, DESK_SETTING_ZONE, typed);
}

/* What cases are judged by; the service says when it makes no sense, and the row shows it. */

static void
on_same_apply_cb (DeskPreferencesWindow *self)
{
  change_setting (self, DESK_SETTING_SAME_DAYS, gtk_editable_get_text (GTK_EDITABLE (self->same_row)));
}

static void
on_warranty_apply_cb (AdwEntryRow *row, DeskPreferencesWindow *self)
{
  const struct
  {
    AdwEntryRow *row;
    DeskSettingCode code;
  } rows[] = {
    { self->structure_row, DESK_SETTING_WARRANTY_STRUCTURE },   { self->season_row, DESK_SETTING_WARRANTY_SEASON },
    { self->waterproof_row, DESK_SETTING_WARRANTY_WATERPROOF }, { self->fittings_row, DESK_SETTING_WARRANTY_FITTINGS },
    { self->cooling_row, DESK_SETTING_WARRANTY_COOLING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].row == row)
      change_setting (self, rows[i].code, gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* In this order they are read. */
static const DeskSettingCode read_codes[]
    = { DESK_SETTING_LANGUAGE, DESK_SETTING_SAME_DAYS, DESK_SETTING_WARRANTY_STRUCTURE, DESK_SETTING_WARRANTY_SEASON,
        DESK_SETTING_WARRANTY_WATERPROOF, DESK_SETTING_WARRANTY_FITTINGS, DESK_SETTING_WARRANTY_COOLING };

/* The store's settings are read on a thread by a connection of their own. */
static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  GError *error = NULL;
  g_autoptr (DeskService) service = desk_service_open (path, DESK_OPEN_READ, clock, &error);
  g_auto (GStrv) values = g_new0 (char *, G_N_ELEMENTS (read_codes) + 1);

  for (guint i = 0; service != NULL && error == NULL && i < G_N_ELEMENTS (read_codes); i++)
    values[i] = desk_service_get_setting (service, desk_setting_name (read_codes[i]), &error);
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&values), (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskPreferencesWindow *self = DESK_PREFERENCES_WINDOW (source);
  g_auto (GStrv) values = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkEditable *const rows[] = { NULL, GTK_EDITABLE (self->same_row), GTK_EDITABLE (self->structure_row),
                                GTK_EDITABLE (self->season_row), GTK_EDITABLE (self->waterproof_row),
                                GTK_EDITABLE (self->fittings_row), GTK_EDITABLE (self->cooling_row) };
  g_autofree char *minutes = NULL;

  if (values == NULL || self->engine == NULL)
    return;
  minutes = g_strdup_printf ("%" G_GINT64_FORMAT, desk_engine_get_lock_minutes (self->engine));
  self->filling = TRUE;
  choose (self->papers_row, languages, values[0]);
  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    gtk_editable_set_text (rows[i], values[i]);
  choose (self->lock_row, lock_minutes, minutes);
  desk_allow_widget (GTK_WIDGET (self->store_group), self->engine, self->text, DESK_RIGHT_SETTING_EDIT);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->store_group), TRUE);
}

static void
show_store (DeskPreferencesWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->zone_row), g_time_zone_get_identifier (desk_engine_get_zone (self->engine)));
  g_task_set_source_tag (task, show_store);
  g_task_set_task_data (task, g_strdup (desk_engine_get_path (self->engine)), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
desk_preferences_window_dispose (GObject *object)
{
  DeskPreferencesWindow *self = DESK_PREFERENCES_WINDOW (object);

  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_PREFERENCES_WINDOW);
  G_OBJECT_CLASS (desk_preferences_window_parent_class)->dispose (object);
}

static void
desk_preferences_window_class_init (DeskPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_preferences_window_dispose;
  g_type_ensure (DESK_TYPE_REMINDERS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/preferences/desk-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, density_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, status_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, renderer_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, store_group);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, papers_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, zone_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, same_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, structure_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, season_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, waterproof_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, fittings_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, cooling_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, lock_row);
  gtk_widget_class_bind_template_callback (widget_class, on_density_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_renderer_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_papers_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_same_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_warranty_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_cb);
}

static void
desk_preferences_window_init (DeskPreferencesWindow *self)
{
  g_autofree char *density = desk_prefs_get_string ("density", "compact");
  g_autofree char *renderer = desk_prefs_get_string ("renderer", "auto");

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  choose (self->density_row, densities, density);
  choose (self->renderer_row, renderers, renderer);
  choose (self->language_row, languages, desk_language_get ());
  if (desk_prefs_get () != NULL)
    g_settings_bind (desk_prefs_get (), "status-line", self->status_switch, "active", G_SETTINGS_BIND_DEFAULT);
  desk_window_dress (GTK_WIDGET (self));
  self->filling = FALSE;
}

void
desk_preferences_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text)
{
  DeskPreferencesWindow *self = g_object_new (DESK_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  if (engine != NULL)
    {
      self->engine = g_object_ref (engine);
      self->text = desk_text_ref (text);
      show_store (self);
      if (desk_follow_rules_page_is_for (engine))
        adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), desk_follow_rules_page_new (engine, text));
    }
  gtk_window_present (GTK_WINDOW (self));
}
