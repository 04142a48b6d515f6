/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-compose.h"

#define COMPOSING "desk-composing" /* of the text: its unfinished part is not empty; there at all: its keys are watched */

static gboolean
is_composing (GtkWidget *text)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (text), COMPOSING)) > 0;
}

/* The input method has had it and did not want it; nor shall the form or the window. */
static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GtkWidget *text)
{
  return is_composing (text) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* A text drops what is unfinished at every Enter and Escape that the input method leaves to it, and none of them wants
 * Ctrl+Enter, by which people save: so that one never gets as far. */
static gboolean
on_captured_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GtkWidget *text)
{
  gboolean ends = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter || key == GDK_KEY_Escape;

  return ends && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 && is_composing (text) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
watch_keys (GtkWidget *text)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *captured = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), text);
  gtk_widget_add_controller (text, keys);
  gtk_event_controller_set_propagation_phase (captured, GTK_PHASE_CAPTURE);
  g_signal_connect (captured, "key-pressed", G_CALLBACK (on_captured_cb), text);
  gtk_widget_add_controller (text, captured);
}

/* Comes with every change of the unfinished part, in every text of the program. */
static gboolean
on_preedit_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *text = g_value_get_object (&values[0]);
  const char *preedit = g_value_get_string (&values[1]);
  gboolean some = preedit != NULL && *preedit != '\0';

  if (g_object_get_data (G_OBJECT (text), COMPOSING) == NULL)
    watch_keys (text);
  g_object_set_data (G_OBJECT (text), COMPOSING, GINT_TO_POINTER (some ? 1 : -1));
  return TRUE;
}

/* From now on it is known of every text. */
void
desk_compose_watch (void)
{
  static gsize watching;

  if (!g_once_init_enter (&watching))
    return;
  for (guint i = 0; i < 2; i++)
    {
      GType type = i == 0 ? GTK_TYPE_TEXT : GTK_TYPE_TEXT_VIEW;

      g_type_class_unref (g_type_class_ref (type)); /* its signals are made with it; the class itself stays */
      g_signal_add_emission_hook (g_signal_lookup ("preedit-changed", type), 0, on_preedit_cb, NULL, NULL);
    }
  g_once_init_leave (&watching, 1);
}

/* Returns: whether it is so in the field that has the focus in the window of @widget. */
gboolean
desk_compose_is_under_way (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && is_composing (focus);
}
