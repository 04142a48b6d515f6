/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-allow.h"

#include <glib/gi18n.h>

#include "desk-text-label.h"

typedef struct
{
  GtkWidget *widget; /* owns this */
  DeskEngine *engine;
  DeskText *text;
  DeskRight right;
  char *tooltip; /* (nullable): its own */
} Allow;

static void
allow_free (gpointer data, GClosure *closure)
{
  Allow *self = data;

  g_object_unref (self->engine);
  desk_text_unref (self->text);
  g_free (self->tooltip);
  g_free (self);
}

DeskRight
desk_allow_right_of (DeskKind kind)
{
  switch ((int) kind)
    {
    case DESK_KIND_PERSON:
      return DESK_RIGHT_PERSON_EDIT;
    case DESK_KIND_PHONE:
    case DESK_KIND_DOCUMENT:
    case DESK_KIND_CARE_FLAG:
    case DESK_KIND_INSTRUCTION:
      return DESK_RIGHT_PERSON_EDIT_CONTACT;
    case DESK_KIND_OCCUPANCY:
    case DESK_KIND_VEHICLE:
    case DESK_KIND_SPACE_LEASE:
      return DESK_RIGHT_OCCUPANCY_EDIT;
    case DESK_KIND_COMMUNITY:
    case DESK_KIND_BUILDING:
    case DESK_KIND_ENTRANCE:
    case DESK_KIND_UNIT:
      return DESK_RIGHT_UNIT_EDIT;
    case DESK_KIND_OUTAGE:
      return DESK_RIGHT_CASE_OPEN;
    case DESK_KIND_FOLLOW_UP:
      return DESK_RIGHT_FOLLOW_UP_EDIT;
    default:
      return DESK_RIGHT_NONE;
    }
}

char *
desk_allow_reason (DeskEngine *engine, DeskText *text, DeskRight right, gboolean in_scope)
{
  DeskMay may = desk_matrix_may (desk_engine_get_matrix (engine), right, desk_engine_get_actor (engine)->roles, TRUE, in_scope);
  g_autofree char *who = NULL;

  if (may == DESK_MAY || may == DESK_MAY_ASK)
    return NULL;
  if (may == DESK_MAY_HERE_NOT)
    return g_strdup (_("You may do this only in your own buildings."));
  who = desk_text_staff_roles (text, desk_engine_who_may (engine, right));
  return *who != '\0' ? g_strdup_printf (_("Not yours to do: ask %s."), who) : g_strdup (_("Nobody may do this."));
}

void
desk_allow_show (GtkWidget *widget, const char *reason, const char *tooltip)
{
  gtk_widget_set_sensitive (widget, reason == NULL);
  gtk_widget_set_tooltip_text (widget, reason != NULL ? reason : tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : tooltip != NULL ? tooltip : "", -1);
}

static void
update (DeskEngine *engine, Allow *self)
{
  g_autofree char *reason = desk_allow_reason (engine, self->text, self->right, TRUE);

  desk_allow_show (self->widget, reason, self->tooltip);
}

void
desk_allow_widget (GtkWidget *widget, DeskEngine *engine, DeskText *text, DeskRight right)
{
  Allow *self = g_new0 (Allow, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (update), self, allow_free);

  self->widget = widget;
  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->right = right;
  self->tooltip = g_strdup (gtk_widget_get_tooltip_text (widget));
  g_object_watch_closure (G_OBJECT (widget), closure);
  g_signal_connect_closure (engine, "session", closure, FALSE);
  update (engine, self);
}
