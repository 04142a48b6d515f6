/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cost-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-compose.h"
#include "desk-decimal.h"
#include "desk-string.h"
#include "desk-text-case.h"
#include "desk-text-label.h"

struct _DeskCostEntry
{
  GtkWidget parent_instance;
  GtkWidget *box, *kinds[2], *name, *quantity, *price, *save;
  DeskText *text;
  gint64 id, version, case_id; /* of a line that is being changed, id 0 a new one */
};

enum
{
  ENTERED,
  WRONG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCostEntry, desk_cost_entry, GTK_TYPE_WIDGET)

char *
desk_cost_quantity (gint64 quantity)
{
  char *words = desk_decimal_format (quantity, DESK_DIGITS_QUANTITY);
  gsize length = strlen (words);

  while (length > 0 && words[length - 1] == '0' && strchr (words, '.') != NULL)
    words[--length] = '\0';
  if (length > 0 && words[length - 1] == '.')
    words[length - 1] = '\0';
  return words;
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
mark (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

/* Reads a figure as people type it: 1,100.5, full-width, with ¥. */
static gboolean
read_figure (DeskCostEntry *self, GtkWidget *entry, int digits, gint64 *value)
{
  g_autofree char *half = desk_string_half_width (text_of (entry));
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  gboolean ok;

  parts = g_strsplit_set (half, "¥, ", -1);
  plain = g_strjoinv ("", parts);
  ok = *plain != '\0' && desk_decimal_parse (plain, digits, value);
  mark (entry, !ok);
  if (ok)
    return TRUE;
  gtk_widget_grab_focus (entry);
  g_signal_emit (self, signals[WRONG], 0,
                 entry == self->price ? _("The price is no number: write it like 14.50.")
                                      : _("The quantity is no number: write it like 2 or 1.5."));
  return FALSE;
}

static void
on_save_cb (DeskCostEntry *self)
{
  DeskCostLine line = { .record = { .kind = DESK_KIND_COST_LINE, .id = self->id, .version = self->version },
                        .case_id = self->case_id, .name = (char *) text_of (self->name) };

  line.kind = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kinds[0])) ? DESK_COST_PART : DESK_COST_LABOUR;
  mark (self->name, desk_string_is_empty (line.name));
  if (desk_string_is_empty (line.name))
    {
      gtk_widget_grab_focus (self->name);
      g_signal_emit (self, signals[WRONG], 0, _("What was used or done? Write its name."));
      return;
    }
  if (read_figure (self, self->quantity, DESK_DIGITS_QUANTITY, &line.quantity)
      && read_figure (self, self->price, DESK_DIGITS_MONEY, &line.price))
    g_signal_emit (self, signals[ENTERED], 0, &line);
}

static void
on_next_cb (GtkWidget *entry, DeskCostEntry *self)
{
  gtk_widget_grab_focus (entry == self->name ? self->quantity : self->price);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskCostEntry *self)
{
  if (keyval != GDK_KEY_Escape || self->id == 0 || desk_compose_is_under_way (GTK_WIDGET (self)))
    return FALSE;
  desk_cost_entry_clear (self);
  return TRUE;
}

static GtkWidget *
add_entry (DeskCostEntry *self, const char *name, int width, gboolean expand)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), expand ? 40 : width);
  gtk_widget_set_hexpand (entry, expand);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->box), entry);
  return entry;
}

static void
desk_cost_entry_dispose (GObject *object)
{
  DeskCostEntry *self = DESK_COST_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_cost_entry_parent_class)->dispose (object);
}

static void
desk_cost_entry_class_init (DeskCostEntryClass *klass)
{
  GType type = DESK_TYPE_COST_ENTRY;

  G_OBJECT_CLASS (klass)->dispose = desk_cost_entry_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[WRONG] = g_signal_new ("wrong", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_cost_entry_init (DeskCostEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer floating): empty fields for a new line. */
GtkWidget *
desk_cost_entry_new (DeskText *text)
{
  DeskCostEntry *self = g_object_new (DESK_TYPE_COST_ENTRY, NULL);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->text = desk_text_ref (text);
  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      self->kinds[i] = gtk_toggle_button_new_with_label (desk_text_enum (text, &desk_enum_cost_kind, i + 1));
      gtk_widget_add_css_class (self->kinds[i], "small");
      gtk_box_append (GTK_BOX (linked), self->kinds[i]);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->kinds[1]), GTK_TOGGLE_BUTTON (self->kinds[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[0]), TRUE);
  gtk_box_append (GTK_BOX (self->box), linked);
  self->name = add_entry (self, _("Name"), 8, TRUE);
  self->quantity = add_entry (self, _("Quantity"), 5, FALSE);
  self->price = add_entry (self, _("Price ¥"), 8, FALSE);
  self->save = gtk_button_new_with_label (_("Add"));
  gtk_widget_set_tooltip_text (self->save, _("Add the line (Enter in the price)"));
  gtk_box_append (GTK_BOX (self->box), self->save);
  g_signal_connect (self->name, "activate", G_CALLBACK (on_next_cb), self);
  g_signal_connect (self->quantity, "activate", G_CALLBACK (on_next_cb), self);
  g_signal_connect_swapped (self->price, "activate", G_CALLBACK (on_save_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save_cb), self);
  return GTK_WIDGET (self);
}

/* Takes @line into the fields, to be changed. */
void
desk_cost_entry_edit (DeskCostEntry *self, const DeskCostLine *line)
{
  g_autofree char *quantity = desk_cost_quantity (line->quantity);
  g_autofree char *price = desk_decimal_format (line->price, DESK_DIGITS_MONEY);

  self->id = line->record.id;
  self->version = line->record.version;
  self->case_id = line->case_id;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[line->kind == DESK_COST_LABOUR ? 1 : 0]), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), line->name);
  gtk_editable_set_text (GTK_EDITABLE (self->quantity), quantity);
  gtk_editable_set_text (GTK_EDITABLE (self->price), price);
  gtk_button_set_label (GTK_BUTTON (self->save), _("Change"));
  gtk_widget_grab_focus (self->quantity);
}

/* Ready for the next line, of the same kind. */
void
desk_cost_entry_clear (DeskCostEntry *self)
{
  GtkWidget *entries[] = { self->name, self->quantity, self->price };

  self->id = self->version = 0;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
      mark (entries[i], FALSE);
    }
  gtk_button_set_label (GTK_BUTTON (self->save), _("Add"));
}

/* Puts the focus on the field a problem names, and marks it; NULL: on the first. */
gboolean
desk_cost_entry_focus_field (DeskCostEntry *self, const char *field)
{
  GtkWidget *entry = g_strcmp0 (field, "quantity") == 0 ? self->quantity
                     : g_strcmp0 (field, "price") == 0  ? self->price
                                                        : self->name;

  mark (entry, field != NULL);
  return gtk_widget_grab_focus (entry);
}
