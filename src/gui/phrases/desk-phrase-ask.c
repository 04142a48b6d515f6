/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase-ask.h"

#include <glib/gi18n.h>

#include "desk-compose.h"
#include "desk-notice.h"
#include "desk-phrase.h"

#define NAME_CHARACTERS 16
#define LINES_HEIGHT 240
#define PREVIEW_HEIGHT 180

struct _DeskPhraseAsk
{
  GtkWidget parent_instance;
  GtkWidget *box, *preview;
  GPtrArray *entries; /* GtkEntry, with the name as "desk-name" */
  char *words;
  const char *const *values;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (DeskPhraseAsk, desk_phrase_ask, GTK_TYPE_WIDGET)

/* Returns: (transfer full): the text with what was answered so far. */
char *
desk_phrase_ask_get_text (DeskPhraseAsk *self)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (answers, g_object_get_data (self->entries->pdata[i], "desk-name"),
                         (gpointer) gtk_editable_get_text (self->entries->pdata[i]));
  return desk_phrase_render (self->words, self->values, answers, NULL);
}

static void
show_preview (DeskPhraseAsk *self)
{
  g_autofree char *text = desk_phrase_ask_get_text (self);

  gtk_label_set_text (GTK_LABEL (self->preview), text);
}

static void
done (DeskPhraseAsk *self)
{
  g_signal_emit (self, done_signal, 0);
}

/* Enter goes on to the next line, in the last one it is done. */
static void
activated (GtkEntry *entry, DeskPhraseAsk *self)
{
  guint at;

  if (g_ptr_array_find (self->entries, entry, &at) && at + 1 < self->entries->len)
    gtk_widget_grab_focus (self->entries->pdata[at + 1]);
  else
    done (self);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskPhraseAsk *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0
      || desk_compose_is_under_way (GTK_WIDGET (self)))
    return FALSE;
  done (self);
  return TRUE;
}

static gboolean
focus_first (GtkWidget *widget)
{
  DeskPhraseAsk *self = DESK_PHRASE_ASK (widget);

  return self->entries->len > 0 && gtk_widget_grab_focus (self->entries->pdata[0]);
}

static void
desk_phrase_ask_dispose (GObject *object)
{
  DeskPhraseAsk *self = DESK_PHRASE_ASK (object);

  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_phrase_ask_parent_class)->dispose (object);
}

static void
desk_phrase_ask_finalize (GObject *object)
{
  DeskPhraseAsk *self = DESK_PHRASE_ASK (object);

  g_ptr_array_unref (self->entries);
  g_free (self->words);
  G_OBJECT_CLASS (desk_phrase_ask_parent_class)->finalize (object);
}

static void
desk_phrase_ask_class_init (DeskPhraseAskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_phrase_ask_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_phrase_ask_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = focus_first;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  done_signal = g_signal_new ("done", DESK_TYPE_PHRASE_ASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_phrase_ask_init (DeskPhraseAsk *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entries = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->box, "form-body");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_line (DeskPhraseAsk *self, GtkWidget *grid, const char *name)
{
  GtkWidget *label = gtk_label_new (name), *entry = gtk_entry_new ();
  int row = (int) self->entries->len;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARACTERS);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (label, "field-name");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "desk-name", g_strdup (name), g_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_preview), self);
  g_signal_connect (entry, "activate", G_CALLBACK (activated), self);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

static GtkWidget *
scrolled_new (GtkWidget *child, int least, int most)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), least);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), most);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static GtkWidget *
foot_new (DeskPhraseAsk *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *hint = gtk_label_new (_("What is left empty stays in braces."));
  GtkWidget *button = desk_button_new (NULL, _("Put In"), "Ctrl+Enter");

  gtk_widget_add_css_class (hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (done), self);
  gtk_box_append (GTK_BOX (foot), hint);
  gtk_box_append (GTK_BOX (foot), button);
  return foot;
}

GtkWidget *
desk_phrase_ask_new (const char *words, const char *const *values, GPtrArray *missing)
{
  DeskPhraseAsk *self = g_object_new (DESK_TYPE_PHRASE_ASK, NULL);
  GtkWidget *grid = gtk_grid_new ();

  self->words = g_strdup (words);
  self->values = values;
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  self->preview = gtk_label_new (NULL);
  for (guint i = 0; i < missing->len; i++)
    add_line (self, grid, missing->pdata[i]);
  gtk_label_set_xalign (GTK_LABEL (self->preview), 0);
  gtk_label_set_wrap (GTK_LABEL (self->preview), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->preview), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->preview, "notice");
  gtk_box_append (GTK_BOX (self->box), scrolled_new (grid, -1, LINES_HEIGHT));
  gtk_box_append (GTK_BOX (self->box), scrolled_new (self->preview, PREVIEW_HEIGHT, PREVIEW_HEIGHT));
  gtk_box_append (GTK_BOX (self->box), foot_new (self));
  show_preview (self);
  return GTK_WIDGET (self);
}
