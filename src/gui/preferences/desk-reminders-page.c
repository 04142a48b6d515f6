/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reminders-page.h"

#include <glib/gi18n.h>

#include "desk-autostart.h"
#include "desk-follow-up.h"
#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-text-label.h"

#define QUIET_STEP 30 /* minutes between the choices */
#define N_QUIET (24 * 60 / QUIET_STEP)

struct _DeskRemindersPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkSwitch *reminders_switch;
  GtkSwitch *hide_switch;
  GtkSwitch *sound_switch;
  GtkSwitch *quiet_switch;
  AdwComboRow *from_row;
  AdwComboRow *to_row;
  AdwPreferencesGroup *topics_group;
  AdwActionRow *keep_row;
  GtkSwitch *keep_switch;
  AdwActionRow *autostart_row;
  GtkSwitch *autostart_switch;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskRemindersPage, desk_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

/* The switch says what the folder says: where it cannot be written it goes back, and the row says why. */
static void
on_autostart_cb (DeskRemindersPage *self)
{
  gboolean on = gtk_switch_get_active (self->autostart_switch);
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  if (self->filling || on == desk_autostart_get ())
    return;
  if (!desk_autostart_set (on, &error))
    {
      /* Translators: %s is the reason in the words of the operating system */
      why = g_strdup_printf (_("The autostart folder cannot be written: %s"), error->message);
      self->filling = TRUE;
      gtk_switch_set_active (self->autostart_switch, !on);
      self->filling = FALSE;
    }
  adw_action_row_set_subtitle (self->autostart_row, why != NULL ? why : _("Shows no window until it is asked for"));
}

static void
on_keep_cb (DeskRemindersPage *self)
{
  if (!self->filling)
    desk_prefs_set_boolean ("keep-running-said", TRUE);
}

/* Quiet hours, by the half hour */

static void
on_quiet_cb (DeskRemindersPage *self)
{
  if (self->filling)
    return;
  desk_prefs_set_int ("quiet-from", (int) adw_combo_row_get_selected (self->from_row) * QUIET_STEP);
  desk_prefs_set_int ("quiet-to", (int) adw_combo_row_get_selected (self->to_row) * QUIET_STEP);
}

static void
fill_times (AdwComboRow *row, int minutes)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int i = 0; i < N_QUIET; i++)
    gtk_string_list_take (list, g_strdup_printf ("%02d:%02d", i * QUIET_STEP / 60, i * QUIET_STEP % 60));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, (guint) CLAMP (minutes / QUIET_STEP, 0, N_QUIET - 1));
}

/* Kinds: one switch each */

static void
on_topic_cb (GtkSwitch *widget, GParamSpec *pspec, gpointer user_data)
{
  const char *nick = user_data;
  g_auto (GStrv) off = desk_prefs_get () != NULL ? g_settings_get_strv (desk_prefs_get (), "reminder-topics-off") : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;

  if (off == NULL)
    return;
  for (guint i = 0; off[i] != NULL; i++)
    if (!g_str_equal (off[i], nick))
      g_strv_builder_add (builder, off[i]);
  if (!gtk_switch_get_active (widget))
    g_strv_builder_add (builder, nick);
  result = g_strv_builder_end (builder);
  g_settings_set_strv (desk_prefs_get (), "reminder-topics-off", (const char *const *) result);
}

static GtkWidget *
topic_row_new (const char *title, const char *nick, gboolean on)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (widget), on);
  g_signal_connect (widget, "notify::active", G_CALLBACK (on_topic_cb), (gpointer) nick);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  return row;
}

static void
fill_topics (DeskRemindersPage *self)
{
  g_autoptr (DeskText) text = desk_text_new (desk_language_get (), NULL);
  g_auto (GStrv) off = desk_prefs_get () != NULL ? g_settings_get_strv (desk_prefs_get (), "reminder-topics-off") : NULL;

  for (int topic = 1; topic <= desk_enum_topic.n; topic++)
    {
      const char *nick = desk_enum_nick (&desk_enum_topic, topic);
      gboolean on = off == NULL || !g_strv_contains ((const char *const *) off, nick);

      adw_preferences_group_add (self->topics_group,
                                 topic_row_new (desk_text_enum (text, &desk_enum_topic, topic), nick, on));
    }
}

static void
bind (DeskRemindersPage *self, const char *key, GtkSwitch *widget)
{
  if (desk_prefs_get () != NULL)
    g_settings_bind (desk_prefs_get (), key, widget, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
desk_reminders_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_REMINDERS_PAGE);
  G_OBJECT_CLASS (desk_reminders_page_parent_class)->dispose (object);
}

static void
desk_reminders_page_class_init (DeskRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_reminders_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/preferences/desk-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, hide_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, sound_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, quiet_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, from_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, to_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, topics_group);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, autostart_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, autostart_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_quiet_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_autostart_cb);
}

static void
desk_reminders_page_init (DeskRemindersPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bind (self, "reminders", self->reminders_switch);
  bind (self, "reminder-hide", self->hide_switch);
  bind (self, "reminder-sound", self->sound_switch);
  bind (self, "quiet-hours", self->quiet_switch);
  fill_times (self->from_row, desk_prefs_get_int ("quiet-from", 1200));
  fill_times (self->to_row, desk_prefs_get_int ("quiet-to", 480));
  fill_topics (self);
  bind (self, "keep-running", self->keep_switch);
  gtk_switch_set_active (self->autostart_switch, desk_autostart_get ());
  self->filling = FALSE;
}
