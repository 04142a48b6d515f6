/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-reason-menu.h"

/* The button at the left of the header: a click logs a visit, its arrow has what else can be new. What whoever is at the
 * desk may not do is grey, under its reason; the keys answer with the reason. */

static const struct
{
  const char *label, *action, *accel;
  DeskRight right;
  guint section;
} new_items[] = {
  { NC_ ("new", "_Repair…"), "win.quick::repair", "<Control><Shift>r", DESK_RIGHT_CASE_OPEN, 0 },
  { NC_ ("new", "_Complaint…"), "win.quick::complaint", "<Control><Shift>c", DESK_RIGHT_CASE_OPEN, 0 },
  { NC_ ("new", "_Follow-up…"), "win.make::follow_up", "<Control><Shift>f", DESK_RIGHT_FOLLOW_UP_EDIT, 0 },
  { NC_ ("new", "_Message for a Colleague…"), "win.quick::message", NULL, DESK_RIGHT_MESSAGE_SEND, 0 },
  { NC_ ("new", "_Outage…"), "win.make::outage", NULL, DESK_RIGHT_CASE_OPEN, 0 },
  { NC_ ("new", "_Unit…"), "win.make::unit", NULL, DESK_RIGHT_UNIT_EDIT, 1 },
  { NC_ ("new", "_Person…"), "win.make::person", NULL, DESK_RIGHT_PERSON_EDIT, 1 },
  { NC_ ("new", "_Building…"), "win.make::building", NULL, DESK_RIGHT_UNIT_EDIT, 1 },
};

/* What the line makes is logged as an entry first. */
static char *
reason_for (DeskWindow *self, guint i)
{
  gboolean logged = g_str_has_prefix (new_items[i].action, "win.quick");
  char *reason = logged ? desk_allow_reason (self->engine, self->text, DESK_RIGHT_VISIT_LOG, TRUE) : NULL;

  return reason != NULL ? reason : desk_allow_reason (self->engine, self->text, new_items[i].right, TRUE);
}

/* Somebody else is at the desk, or their rights have changed. */
void
desk_window_new_update (DeskWindow *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_reason_item_free);
  g_autofree char *log = NULL;

  if (self->engine == NULL || desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    return;
  log = desk_allow_reason (self->engine, self->text, DESK_RIGHT_VISIT_LOG, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), log != NULL ? log : _("Log a Visit or a Call (Ctrl+Shift+V)"));
  for (guint i = 0; i < G_N_ELEMENTS (new_items); i++)
    {
      char *reason = reason_for (self, i);

      g_ptr_array_add (items, desk_reason_item_new (g_dpgettext2 (NULL, "new", new_items[i].label),
                                                    reason == NULL ? new_items[i].action : "win.refused", new_items[i].accel,
                                                    reason, new_items[i].section));
    }
  desk_reason_menu_fill (self->new_menu, items);
}

/* Whether a click on the button logs something. */
gboolean
desk_window_new_may_log (DeskWindow *self)
{
  g_autofree char *reason = self->engine != NULL ? desk_allow_reason (self->engine, self->text, DESK_RIGHT_VISIT_LOG, TRUE) : NULL;

  return reason == NULL;
}

static void
log_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quick", g_variant_new_string ("visit"));
}

void
desk_window_new_init (DeskWindow *self)
{
  /* "refused" is never on: what stands grey on the menu. */
  static const GActionEntry entries[] = { { "log", log_action, NULL, NULL, NULL }, { "refused", NULL, NULL, NULL, NULL } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "refused")), FALSE);
  self->new_menu = g_menu_new ();
  adw_split_button_set_menu_model (self->new_button, G_MENU_MODEL (self->new_menu));
}
