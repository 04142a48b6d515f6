/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-weekdays-field.h"

#include "desk-text-figure.h"

#define A_MONDAY 20240101

struct _DeskWeekdaysField
{
  DeskField parent_instance;
  GtkWidget *box, *days[7];
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (DeskWeekdaysField, desk_weekdays_field, DESK_TYPE_FIELD)

static gint64
bits_of (DeskWeekdaysField *self)
{
  gint64 bits = 0;

  for (int i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i])))
      bits |= G_GINT64_CONSTANT (1) << (i + 1);
  return bits;
}

static void
show_bits (DeskWeekdaysField *self, gint64 bits)
{
  self->quiet = TRUE;
  for (int i = 0; i < 7; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]), (bits & (G_GINT64_CONSTANT (1) << (i + 1))) != 0);
  self->quiet = FALSE;
}

static void
toggled (DeskWeekdaysField *self)
{
  if (!self->quiet)
    desk_field_changed (DESK_FIELD (self));
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskWeekdaysField *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    desk_field_next (DESK_FIELD (self));
  else if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_7)
    {
      GtkToggleButton *day = GTK_TOGGLE_BUTTON (self->days[keyval - GDK_KEY_1]);

      gtk_toggle_button_set_active (day, !gtk_toggle_button_get_active (day));
    }
  else
    return FALSE;
  return TRUE;
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  show_bits (DESK_WEEKDAYS_FIELD (field), desk_record_get_int (record, spec));
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  desk_record_set_int (record, spec, bits_of (DESK_WEEKDAYS_FIELD (field)));
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  return bits_of (DESK_WEEKDAYS_FIELD (field)) == 0;
}

static char *
get_typed (DeskField *field)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, bits_of (DESK_WEEKDAYS_FIELD (field)));
}

static void
set_typed (DeskField *field, const char *typed)
{
  show_bits (DESK_WEEKDAYS_FIELD (field), g_ascii_strtoll (typed, NULL, 10));
}

static gboolean
focus_first (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_WEEKDAYS_FIELD (widget)->days[0]);
}

static void
desk_weekdays_field_class_init (DeskWeekdaysFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = focus_first;
  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
}

static void
desk_weekdays_field_init (DeskWeekdaysField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->box, keys);
  for (int i = 0; i < 7; i++)
    {
      self->days[i] = gtk_toggle_button_new ();
      g_signal_connect_swapped (self->days[i], "toggled", G_CALLBACK (toggled), self);
      gtk_box_append (GTK_BOX (self->box), self->days[i]);
    }
  desk_field_set_input (DESK_FIELD (self), self->box, GTK_WIDGET (self));
}

/* Returns: (transfer floating): Monday first. */
GtkWidget *
desk_weekdays_field_new (DeskText *text)
{
  DeskWeekdaysField *self = g_object_new (DESK_TYPE_WEEKDAYS_FIELD, NULL);

  for (int i = 0; i < 7; i++)
    gtk_button_set_label (GTK_BUTTON (self->days[i]), desk_text_weekday (text, A_MONDAY + i));
  return GTK_WIDGET (self);
}
