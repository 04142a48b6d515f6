/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notify-private.h"

#include <string.h>

#define BUS_NAME "org.freedesktop.DBus"
#define BUS_PATH "/org/freedesktop/DBus"

/* Names from the sound theme; the service looks for the file. */
#define SOUND "message-new-instant"
#define URGENT_SOUND "dialog-warning"

/* What an error says about the service. A call that could not be sent at all finds none. */
DeskNotifyFate
desk_notify_service_fate (const GError *error)
{
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED))
    return DESK_NOTIFY_MUTE;
  return DESK_NOTIFY_ABSENT;
}

/* Forgets what was asked; @owner (nullable): who is there now. */
void
desk_notify_service_forget (DeskNotifyService *service, const char *owner)
{
  g_free (service->owner);
  *service = (DeskNotifyService){ g_strdup (owner), FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };
}

static gboolean
has (GList *words, const char *word)
{
  return g_list_find_custom (words, word, (GCompareFunc) strcmp) != NULL;
}

/* Most services do what "default" says when the notification is clicked beside its buttons. These draw it as a button,
 * too, where Open would stand twice. */
static const char *const drawing_default[] = { "Xfce Notify Daemon", NULL };

/* An empty list and a failure look the same in libnotify; its other question tells them apart. */
static DeskNotifyFate
ask (DeskNotifyService *service)
{
  g_autofree char *name = NULL, *vendor = NULL, *version = NULL, *spec = NULL;
  GList *words;

  if (!notify_get_server_info (&name, &vendor, &version, &spec))
    return DESK_NOTIFY_MUTE;
  words = notify_get_server_caps ();
  service->has_actions = has (words, "actions");
  service->has_body = has (words, "body");
  service->has_markup = has (words, "body-markup");
  service->has_sound = has (words, "sound");
  service->draws_default = g_strv_contains (drawing_default, name);
  service->known = TRUE;
  g_list_free_full (words, g_free);
  return DESK_NOTIFY_OK;
}

static GVariant *
call_bus (GDBusConnection *bus, const char *method, GVariant *parameters, GError **error)
{
  return g_dbus_connection_call_sync (bus, BUS_NAME, BUS_PATH, BUS_NAME, method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE,
                                      -1, NULL, error);
}

/* Starts the service if it does not run, and asks what it can, once. May wait as long as the bus lets it. */
DeskNotifyFate
desk_notify_service_reach (DeskNotifyService *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) started = NULL;
  g_autoptr (GVariant) owner = NULL;

  if (bus == NULL)
    return DESK_NOTIFY_ABSENT;
  if (service->known)
    return DESK_NOTIFY_OK;
  if (service->owner == NULL)
    {
      started = call_bus (bus, "StartServiceByName", g_variant_new ("(su)", DESK_NOTIFY_NAME, 0), &error);
      if (started != NULL)
        owner = call_bus (bus, "GetNameOwner", g_variant_new ("(s)", DESK_NOTIFY_NAME), &error);
      if (owner == NULL)
        return desk_notify_service_fate (error);
      g_variant_get (owner, "(s)", &service->owner);
    }
  return ask (service);
}

/* The key of a button; a click beside the buttons is "default" and means the same as Open. */
const char *
desk_notify_service_key (DeskAlertAct act)
{
  static const char *const keys[DESK_N_ALERT_ACTS]
      = { [DESK_ALERT_OPEN] = "open", [DESK_ALERT_DONE] = "done", [DESK_ALERT_SNOOZE] = "snooze" };

  return keys[act];
}

/* The other way; whatever key a service makes up opens the window. */
DeskAlertAct
desk_notify_service_act (const char *key)
{
  for (DeskAlertAct act = 0; act < DESK_N_ALERT_ACTS; act++)
    if (g_str_equal (key, desk_notify_service_key (act)))
      return act;
  return DESK_ALERT_OPEN;
}

static char *
body_of (const DeskNotifyService *service, const DeskNotifyCard *card)
{
  return service->has_markup ? g_markup_escape_text (card->body, -1) : g_strdup (card->body);
}

static char *
summary_of (const DeskNotifyService *service, const DeskNotifyCard *card)
{
  char *line;

  if (service->has_body || *card->body == '\0')
    return g_strdup (card->summary);
  line = g_strdup_printf ("%s – %s", card->summary, card->body);
  return g_strdelimit (line, "\n", ' ');
}

/* The order in which buttons stand: the one that is wanted most often first. */
static const DeskAlertAct order[] = { DESK_ALERT_DONE, DESK_ALERT_SNOOZE, DESK_ALERT_OPEN };

static void
add_actions (const DeskNotifyService *service, NotifyNotification *notification, const DeskNotifyCard *card,
             NotifyActionCallback answered, gpointer data)
{
  if (!service->draws_default)
    notify_notification_add_action (notification, "default", card->labels[DESK_ALERT_OPEN], answered, data, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (card->labels[order[i]] != NULL)
      notify_notification_add_action (notification, desk_notify_service_key (order[i]), card->labels[order[i]], answered,
                                      data, NULL);
}

/* Puts the words of @card into @notification, as far as this service can show them. */
void
desk_notify_service_fill (const DeskNotifyService *service, NotifyNotification *notification, const DeskNotifyCard *card,
                          NotifyActionCallback answered, gpointer data)
{
  g_autofree char *summary = summary_of (service, card);
  g_autofree char *body = service->has_body ? body_of (service, card) : NULL;
  const char *icon = desk_notify_icon_name ();

  notify_notification_update (notification, summary, body, icon);
  notify_notification_clear_actions (notification);
  notify_notification_clear_hints (notification);
  if (icon == NULL)
    desk_notify_icon_put (notification);
  notify_notification_set_category (notification, "x-frontdesk.due");
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (DESK_APP_ID));
  notify_notification_set_urgency (notification, card->urgent ? NOTIFY_URGENCY_CRITICAL : NOTIFY_URGENCY_NORMAL);
  if (card->sound && service->has_sound)
    notify_notification_set_hint (notification, "sound-name", g_variant_new_string (card->urgent ? URGENT_SOUND : SOUND));
  else
    notify_notification_set_hint (notification, "suppress-sound", g_variant_new_boolean (TRUE));
  if (service->has_actions)
    add_actions (service, notification, card, answered, data);
}
