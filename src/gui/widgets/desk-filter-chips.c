/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-filter-chips.h"

#include "desk-wrap-layout.h"

typedef struct
{
  GtkWidget *button, *count;
  char *label;
} Chip;

struct _DeskFilterChips
{
  GtkWidget parent_instance;
  GArray *chips; /* Chip */
  gboolean quiet; /* the program chooses, not a person */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterChips, desk_filter_chips, GTK_TYPE_WIDGET)

static void
chip_clear (gpointer data)
{
  g_free (((Chip *) data)->label);
}

static void
toggled (GtkToggleButton *button, DeskFilterChips *self)
{
  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    if (g_array_index (self->chips, Chip, i).button == GTK_WIDGET (button))
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static void
desk_filter_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_filter_chips_parent_class)->dispose (object);
}

static void
desk_filter_chips_finalize (GObject *object)
{
  g_array_unref (DESK_FILTER_CHIPS (object)->chips);
  G_OBJECT_CLASS (desk_filter_chips_parent_class)->finalize (object);
}

static void
desk_filter_chips_class_init (DeskFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_filter_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_filter_chips_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
desk_filter_chips_init (DeskFilterChips *self)
{
  self->chips = g_array_new (FALSE, TRUE, sizeof (Chip));
  g_array_set_clear_func (self->chips, chip_clear);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), desk_wrap_layout_new (6, 5));
}

/* @name: what is chosen here, for the screen reader. Returns: (transfer floating): a row without chips. */
GtkWidget *
desk_filter_chips_new (const char *name)
{
  GtkWidget *self = g_object_new (DESK_TYPE_FILTER_CHIPS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/* Puts one more chip at the end; the first is chosen. Returns: its index. */
guint
desk_filter_chips_add (DeskFilterChips *self, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Chip chip = { gtk_toggle_button_new (), gtk_label_new (NULL), g_strdup (label) };

  gtk_widget_add_css_class (chip.button, "chip");
  gtk_widget_add_css_class (chip.count, "count");
  gtk_widget_set_visible (chip.count, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), chip.count);
  gtk_button_set_child (GTK_BUTTON (chip.button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip.button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip.button),
                                 GTK_TOGGLE_BUTTON (g_array_index (self->chips, Chip, 0).button));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip.button), TRUE);
  gtk_widget_set_parent (chip.button, GTK_WIDGET (self));
  g_signal_connect (chip.button, "toggled", G_CALLBACK (toggled), self);
  g_array_append_val (self->chips, chip);
  return self->chips->len - 1;
}

/* @words: (nullable): the count where it is more than a number, like "50+"; NULL: none is shown. @none: it stands for 0,
 * and the chip dims. */
void
desk_filter_chips_set_words (DeskFilterChips *self, guint index, const char *words, gboolean none)
{
  Chip *chip = &g_array_index (self->chips, Chip, index);
  g_autofree char *name = words != NULL ? g_strdup_printf ("%s %s", chip->label, words) : g_strdup (chip->label);

  if (none)
    gtk_widget_add_css_class (chip->button, "empty");
  else
    gtk_widget_remove_css_class (chip->button, "empty");
  gtk_widget_set_visible (chip->count, words != NULL);
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (chip->count)), words) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (chip->count), words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* @count: over the whole list, not over what is filtered. */
void
desk_filter_chips_set_count (DeskFilterChips *self, guint index, gint64 count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  desk_filter_chips_set_words (self, index, number, count == 0);
}

/* The count of this chip is of something late or refused: red while it is not 0. */
void
desk_filter_chips_set_late (DeskFilterChips *self, guint index)
{
  gtk_widget_add_css_class (g_array_index (self->chips, Chip, index).count, "late");
}

/* Whether the chips take the focus; where other keys turn them they need not. */
void
desk_filter_chips_set_focusable (DeskFilterChips *self, gboolean focusable)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_set_focusable (g_array_index (self->chips, Chip, i).button, focusable);
}

/* A chip that means nothing to whoever is here is not shown. */
void
desk_filter_chips_set_visible (DeskFilterChips *self, guint index, gboolean visible)
{
  gtk_widget_set_visible (g_array_index (self->chips, Chip, index).button, visible);
}

/* Chooses a chip without telling. */
void
desk_filter_chips_choose (DeskFilterChips *self, guint index)
{
  g_return_if_fail (index < self->chips->len);
  self->quiet = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (g_array_index (self->chips, Chip, index).button), TRUE);
  self->quiet = FALSE;
}

/* Presses the chip after the chosen one, or the one before it, round and round. */
void
desk_filter_chips_turn (DeskFilterChips *self, gboolean back)
{
  guint n = self->chips->len, next = desk_filter_chips_get_chosen (self);

  for (guint i = 0; i < n; i++)
    {
      next = (next + (back ? n - 1 : 1)) % n;
      if (gtk_widget_get_visible (g_array_index (self->chips, Chip, next).button))
        break;
    }
  if (n > 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (g_array_index (self->chips, Chip, next).button), TRUE);
}

/* Returns: index of the chosen chip. */
guint
desk_filter_chips_get_chosen (DeskFilterChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (g_array_index (self->chips, Chip, i).button)))
      return i;
  return 0;
}

/* @end: (transfer floating): stands behind the chips and is none of them. */
void
desk_filter_chips_set_end (DeskFilterChips *self, GtkWidget *end)
{
  gtk_widget_set_parent (end, GTK_WIDGET (self));
}
