/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-days-drop.h"

#include <glib/gi18n.h>

#include "desk-entry-field.h"
#include "desk-notice.h"

/* In the order of DeskDays. The last one asks for a day in an entry of its own. */
static const char *const days_words[]
    = { N_("All Days"), N_("Today"), N_("Yesterday"), N_("Last 7 Days"), N_("Last 30 Days"), N_("One Day…"), NULL };

struct _DeskDaysDrop
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  GtkWidget *box, *drop, *day;
};

enum
{
  CHOSEN,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDaysDrop, desk_days_drop, GTK_TYPE_WIDGET)

static void
say (DeskDaysDrop *self, DeskDay from, DeskDay to)
{
  g_signal_emit (self, signals[CHOSEN], 0, (int) from, (int) to);
}

static void
say_one_day (DeskDaysDrop *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->day));
  DeskDay day = 0;
  gboolean read = *words != '\0' && desk_entry_field_parse_day (words, desk_engine_today (self->engine), &day);

  if (*words != '\0' && !read)
    gtk_widget_add_css_class (self->day, "error");
  else
    gtk_widget_remove_css_class (self->day, "error");
  if (*words == '\0' || read)
    say (self, day, day != 0 ? desk_day_add (day, 1) : 0);
}

static void
day_typed (GtkEditable *entry, DeskDaysDrop *self)
{
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop)) == DESK_DAYS_ONE)
    say_one_day (self);
}

static void
day_done (GtkEntry *entry, DeskDaysDrop *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
days_picked (GtkDropDown *drop, GParamSpec *spec, DeskDaysDrop *self)
{
  DeskDays days = gtk_drop_down_get_selected (drop);
  DeskDay from, to;

  gtk_widget_set_visible (self->day, days == DESK_DAYS_ONE);
  if (days == DESK_DAYS_ONE)
    {
      say_one_day (self);
      gtk_widget_grab_focus (self->day);
      return;
    }
  desk_days_range (days, 0, desk_engine_today (self->engine), &from, &to);
  say (self, from, to);
}

static void
desk_days_drop_dispose (GObject *object)
{
  DeskDaysDrop *self = DESK_DAYS_DROP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_days_drop_parent_class)->dispose (object);
}

static void
desk_days_drop_class_init (DeskDaysDropClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_days_drop_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_DAYS_DROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_INT);
  signals[LEAVE] = g_signal_new ("leave", DESK_TYPE_DAYS_DROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_days_drop_init (DeskDaysDrop *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; days_words[i] != NULL; i++)
    gtk_string_list_append (words, _(days_words[i]));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop), G_LIST_MODEL (words));
  desk_name_drop_down (self->drop, _("Days"));
  g_signal_connect (self->drop, "notify::selected", G_CALLBACK (days_picked), self);
  gtk_box_append (GTK_BOX (self->box), self->drop);
  self->day = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->day), "2026-11-18");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->day), 10);
  gtk_widget_set_visible (self->day, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  g_signal_connect (self->day, "changed", G_CALLBACK (day_typed), self);
  g_signal_connect (self->day, "activate", G_CALLBACK (day_done), self);
  gtk_box_append (GTK_BOX (self->box), self->day);
}

/* Returns: (transfer floating): all days chosen. */
GtkWidget *
desk_days_drop_new (DeskEngine *engine)
{
  DeskDaysDrop *self = g_object_new (DESK_TYPE_DAYS_DROP, NULL);

  self->engine = g_object_ref (engine);
  return GTK_WIDGET (self);
}

/* Returns: whether it leaves any day out. */
gboolean
desk_days_drop_is_set (DeskDaysDrop *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop)) != DESK_DAYS_ALL;
}

/* All days; says so if others were chosen. */
void
desk_days_drop_clear (DeskDaysDrop *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), DESK_DAYS_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
}

/* @day: (out): of DESK_DAYS_ONE, 0 where none is typed. Returns: which days. */
DeskDays
desk_days_drop_get (DeskDaysDrop *self, DeskDay *day)
{
  *day = 0;
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop)) == DESK_DAYS_ONE)
    desk_entry_field_parse_day (gtk_editable_get_text (GTK_EDITABLE (self->day)), desk_engine_today (self->engine), day);
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop));
}

/* Chooses @days, @day of DESK_DAYS_ONE, and says so. */
void
desk_days_drop_set (DeskDaysDrop *self, DeskDays days, DeskDay day)
{
  g_autofree char *words = days == DESK_DAYS_ONE ? desk_day_format (day) : g_strdup ("");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), days);
  gtk_editable_set_text (GTK_EDITABLE (self->day), words);
  if (days == DESK_DAYS_ONE)
    say_one_day (self);
}
