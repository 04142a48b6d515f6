/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reminders-page.h"

#include <glib/gi18n.h>

#include "desk-autostart.h"
#include "desk-prefs.h"

struct _DeskRemindersPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkSwitch *reminders_switch;
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
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, autostart_row);
  gtk_widget_class_bind_template_child (widget_class, DeskRemindersPage, autostart_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_autostart_cb);
}

static void
desk_reminders_page_init (DeskRemindersPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bind (self, "reminders", self->reminders_switch);
  bind (self, "keep-running", self->keep_switch);
  gtk_switch_set_active (self->autostart_switch, desk_autostart_get ());
  self->filling = FALSE;
}
