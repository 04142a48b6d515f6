/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-log-words.h"

#include <glib/gi18n.h>

#include "desk-string.h"

/* Returns: (transfer full): somebody known by name; else the name, the masked number, or that nobody is known. */
char *
desk_log_who (const DeskText *text, const DeskVisitPage *page)
{
  if (page->person_name != NULL)
    return g_strdup (page->person_name);
  if (!desk_string_is_empty (page->visit->caller))
    return g_strdup (page->visit->caller);
  if (!desk_string_is_empty (page->visit->phone))
    return g_strdup (page->visit->phone);
  return g_strdup (page->unit_label != NULL ? page->unit_label : _("Unknown"));
}

/* Returns: name of the icon of a channel. */
const char *
desk_log_channel_icon (gint64 channel)
{
  switch ((int) channel)
    {
    case DESK_CHANNEL_PHONE:
      return "call-incoming-symbolic";
    case DESK_CHANNEL_MESSAGE:
      return "chat-message-new-symbolic";
    case DESK_CHANNEL_ROUND:
      return "edit-find-symbolic";
    default:
      return "desk-walking-symbolic";
    }
}
