/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <gtk/gtkimmodule.h>

/*
 * An input method for tests, as GTK loads one: a module in $GTK_PATH/immodules, chosen by GTK_IM_MODULE=desk-fake. Letters
 * are held back as unfinished text; the space bar turns them into hanzi, Enter into what was typed, Escape drops them,
 * and while there are any arrows, digits and Tab are its own. Keys with Ctrl or Alt it leaves to the program, always.
 */

typedef struct
{
  GtkIMContextSimple parent_instance;
  GString *held;
} DeskFakeInputMethod;

typedef GtkIMContextSimpleClass DeskFakeInputMethodClass;

GType desk_fake_input_method_get_type (void);
G_DEFINE_DYNAMIC_TYPE (DeskFakeInputMethod, desk_fake_input_method, GTK_TYPE_IM_CONTEXT_SIMPLE)

static const struct
{
  const char *letters, *hanzi;
} words[] = { { "zhang", "张" }, { "wu", "吴" }, { "lou", "楼" } };

static void
hold (DeskFakeInputMethod *self, const char *letters)
{
  gboolean had = self->held->len > 0;

  g_string_assign (self->held, letters);
  if (!had && self->held->len > 0)
    g_signal_emit_by_name (self, "preedit-start");
  g_signal_emit_by_name (self, "preedit-changed");
  if (had && self->held->len == 0)
    g_signal_emit_by_name (self, "preedit-end");
}

static void
finish (DeskFakeInputMethod *self, gboolean as_hanzi)
{
  g_autofree char *text = g_strdup (self->held->str);
  const char *hanzi = text;

  for (guint i = 0; as_hanzi && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].letters, text))
      hanzi = words[i].hanzi;
  hold (self, "");
  g_signal_emit_by_name (self, "commit", hanzi);
}

static gboolean
take (DeskFakeInputMethod *self, guint key)
{
  if (key >= GDK_KEY_a && key <= GDK_KEY_z)
    {
      g_autofree char *longer = g_strdup_printf ("%s%c", self->held->str, (char) key);

      hold (self, longer);
      return TRUE;
    }
  if (self->held->len == 0)
    return FALSE;
  if (key == GDK_KEY_space || key == GDK_KEY_Return)
    finish (self, key == GDK_KEY_space);
  else if (key == GDK_KEY_Escape)
    hold (self, "");
  return TRUE;
}

static gboolean
filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  DeskFakeInputMethod *self = (DeskFakeInputMethod *) context;
  GdkModifierType state = gdk_event_get_modifier_state (event);
  guint key = gdk_key_event_get_keyval (event);

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || key == GDK_KEY_Control_L || key == GDK_KEY_Alt_L || key == GDK_KEY_Shift_L)
    return FALSE;
  return take (self, key) || GTK_IM_CONTEXT_CLASS (desk_fake_input_method_parent_class)->filter_keypress (context, event);
}

static void
get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  DeskFakeInputMethod *self = (DeskFakeInputMethod *) context;

  if (text != NULL)
    *text = g_strdup (self->held->str);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) self->held->len;
}

static void
reset (GtkIMContext *context)
{
  DeskFakeInputMethod *self = (DeskFakeInputMethod *) context;

  if (self->held->len > 0)
    hold (self, "");
}

static void
finalize (GObject *object)
{
  g_string_free (((DeskFakeInputMethod *) object)->held, TRUE);
  G_OBJECT_CLASS (desk_fake_input_method_parent_class)->finalize (object);
}

static void
desk_fake_input_method_class_init (DeskFakeInputMethodClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  context_class->filter_keypress = filter_keypress;
  context_class->get_preedit_string = get_preedit_string;
  context_class->reset = reset;
}

static void
desk_fake_input_method_class_finalize (DeskFakeInputMethodClass *klass)
{
}

static void
desk_fake_input_method_init (DeskFakeInputMethod *self)
{
  self->held = g_string_new (NULL);
}

/* What GIO calls in a module. */

G_MODULE_EXPORT void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  desk_fake_input_method_register_type (G_TYPE_MODULE (module));
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, desk_fake_input_method_get_type (), "desk-fake", 0);
}

G_MODULE_EXPORT void
g_io_module_unload (GIOModule *module)
{
}

G_MODULE_EXPORT char **
g_io_module_query (void)
{
  return g_strdupv ((char *[]){ (char *) GTK_IM_MODULE_EXTENSION_POINT_NAME, NULL });
}
