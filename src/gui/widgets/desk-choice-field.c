/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice-field.h"

#include "desk-notice.h"
#include "desk-text-label.h"

#define MOST_BUTTONS 5

struct _DeskChoiceField
{
  DeskField parent_instance;
  GtkWidget *box;  /* holds the buttons or the drop-down */
  GtkWidget *drop; /* (nullable) */
  GArray *values;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (DeskChoiceField, desk_choice_field, DESK_TYPE_FIELD)

static void
picked (DeskChoiceField *self)
{
  if (!self->quiet)
    desk_field_changed (DESK_FIELD (self));
}

static void
toggled (GtkToggleButton *button, DeskChoiceField *self)
{
  if (gtk_toggle_button_get_active (button))
    picked (self);
}

static void
selected (GtkDropDown *drop, GParamSpec *spec, DeskChoiceField *self)
{
  picked (self);
}

static void
choose_place (DeskChoiceField *self, guint at)
{
  if (at >= self->values->len)
    return;
  desk_choice_field_set_value (self, g_array_index (self->values, gint64, at));
  desk_field_changed (DESK_FIELD (self));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Enter on a button goes on to the next field; Space chooses, and so does the digit of its place. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return FALSE; /* in the open drop-down Enter chooses */
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    desk_field_next (self);
  else if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    choose_place (DESK_CHOICE_FIELD (self), keyval - GDK_KEY_1);
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    choose_place (DESK_CHOICE_FIELD (self), keyval - GDK_KEY_KP_1);
  else
    return FALSE;
  return TRUE;
}

static void
empty_box (DeskChoiceField *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->drop = NULL;
}

static void
add_buttons (DeskChoiceField *self, const char *const *labels)
{
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (self->box, "linked");
  for (guint i = 0; i < self->values->len; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled), self);
      gtk_box_append (GTK_BOX (self->box), button);
    }
}

static void
add_drop (DeskChoiceField *self, const char *const *labels)
{
  g_autofree const char **list = g_new0 (const char *, self->values->len + 1);

  for (guint i = 0; i < self->values->len; i++)
    list[i] = labels[i];
  gtk_widget_remove_css_class (self->box, "linked");
  self->drop = gtk_drop_down_new_from_strings (list);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->drop),
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop), self->values->len > 10);
  gtk_widget_set_hexpand (self->drop, FALSE);
  g_signal_connect (self->drop, "notify::selected", G_CALLBACK (selected), self);
  gtk_box_append (GTK_BOX (self->box), self->drop);
  desk_name_drop_down (self->drop, desk_field_get_label (DESK_FIELD (self)));
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  desk_choice_field_set_value (DESK_CHOICE_FIELD (field), desk_record_get_int (record, spec));
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  desk_record_set_int (record, spec, desk_choice_field_get_value (DESK_CHOICE_FIELD (field)));
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  return FALSE; /* something is always chosen */
}

static char *
get_typed (DeskField *field)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, desk_choice_field_get_value (DESK_CHOICE_FIELD (field)));
}

static void
set_typed (DeskField *field, const char *typed)
{
  desk_choice_field_set_value (DESK_CHOICE_FIELD (field), g_ascii_strtoll (typed, NULL, 10));
}

static void
named (DeskField *field)
{
  DeskChoiceField *self = DESK_CHOICE_FIELD (field);

  if (self->drop != NULL)
    desk_name_drop_down (self->drop, desk_field_get_label (field));
}

static gboolean
focus_chosen (GtkWidget *widget)
{
  DeskChoiceField *self = DESK_CHOICE_FIELD (widget);

  if (self->drop != NULL)
    return gtk_widget_grab_focus (self->drop);
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_grab_focus (child);
  return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
desk_choice_field_finalize (GObject *object)
{
  g_array_unref (DESK_CHOICE_FIELD (object)->values);
  G_OBJECT_CLASS (desk_choice_field_parent_class)->finalize (object);
}

static void
desk_choice_field_class_init (DeskChoiceFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_choice_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = focus_chosen;
  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
  field_class->named = named;
}

static void
desk_choice_field_init (DeskChoiceField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->box, keys);
  desk_field_set_input (DESK_FIELD (self), self->box, GTK_WIDGET (self));
}

/* Returns: (transfer floating): a field without choices. */
GtkWidget *
desk_choice_field_new (void)
{
  return g_object_new (DESK_TYPE_CHOICE_FIELD, NULL);
}

/* Returns: (transfer floating): a field for the values of @spec under their names. */
GtkWidget *
desk_choice_field_new_enum (const DeskText *text, const DeskEnumSpec *spec)
{
  GtkWidget *self = desk_choice_field_new ();
  g_autofree gint64 *values = g_new0 (gint64, spec->n);
  g_autofree const char **labels = g_new0 (const char *, spec->n);

  for (int i = 0; i < spec->n; i++)
    {
      values[i] = i + 1;
      labels[i] = desk_text_enum (text, spec, i + 1);
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (self), values, labels, spec->n);
  return self;
}

/* @labels: translated. What was chosen stays when it is among the new choices, else the first is chosen. */
void
desk_choice_field_set_choices (DeskChoiceField *self, const gint64 *values, const char *const *labels, guint n)
{
  gint64 chosen = desk_choice_field_get_value (self);

  self->quiet = TRUE;
  empty_box (self);
  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, n);
  if (n <= MOST_BUTTONS)
    add_buttons (self, labels);
  else
    add_drop (self, labels);
  self->quiet = FALSE;
  desk_choice_field_set_value (self, chosen);
}

/* Returns: the chosen value, 0 none. */
gint64
desk_choice_field_get_value (DeskChoiceField *self)
{
  guint i = 0;

  if (self->drop != NULL)
    {
      i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop));
      return i < self->values->len ? g_array_index (self->values, gint64, i) : 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL && i < self->values->len;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return g_array_index (self->values, gint64, i);
  return 0;
}

/* Chooses @value without telling; the first choice when it is none of them. */
void
desk_choice_field_set_value (DeskChoiceField *self, gint64 value)
{
  guint at = 0;

  self->quiet = TRUE;
  for (guint i = 0; i < self->values->len; i++)
    if (g_array_index (self->values, gint64, i) == value)
      at = i;
  if (self->drop != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), at);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (at-- == 0)
        {
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
          break;
        }
  self->quiet = FALSE;
}
