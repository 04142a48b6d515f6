/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase-sheet.h"

#include <glib/gi18n.h>

#include "desk-compose.h"
#include "desk-list-box.h"
#include "desk-notice.h"
#include "desk-phrase-ask.h"
#include "desk-phrase-target.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define WIDTH 560
#define LIST_HEIGHT 328
#define LINE_CHARACTERS 80
#define MOST_ROWS 60

struct _DeskPhraseSheet
{
  GtkWidget parent_instance;
  GtkWidget *layers, *sheet, *title, *find, *entry, *list, *none, *ask; /* ask: (nullable) */
  GtkWidget *target; /* weak (nullable) */
  DeskEngine *engine;
  DeskText *text;
  DeskPhraseAbout about;
  DeskPhrases *known; /* (nullable): not read yet */
  char **values;
  gboolean closed;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (DeskPhraseSheet, desk_phrase_sheet, GTK_TYPE_WIDGET)

/* The end */

static void
close_sheet (DeskPhraseSheet *self, const char *words)
{
  if (self->closed)
    return;
  self->closed = TRUE;
  if (self->target != NULL && gtk_widget_get_mapped (self->target))
    {
      desk_phrase_go_back (self->target);
      if (words != NULL)
        desk_phrase_put_in (self->target, words);
    }
  g_signal_emit (self, closed_signal, 0);
}

/* Esc: from the questions back to the phrases, from there out. */
void
desk_phrase_sheet_leave (DeskPhraseSheet *self)
{
  if (self->ask == NULL)
    {
      close_sheet (self, NULL);
      return;
    }
  gtk_box_remove (GTK_BOX (self->sheet), self->ask);
  self->ask = NULL;
  gtk_label_set_text (GTK_LABEL (self->title), _("Phrases"));
  gtk_widget_set_visible (self->find, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
answered (DeskPhraseAsk *ask, DeskPhraseSheet *self)
{
  g_autofree char *words = desk_phrase_ask_get_text (ask);

  close_sheet (self, words);
}

/* Choosing */

static void
choose (DeskPhraseSheet *self, const DeskPhrase *phrase)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  const char *const *values = (const char *const *) self->values;
  g_autofree char *words = desk_phrase_render (phrase->words, values, NULL, missing);

  if (missing->len == 0)
    {
      close_sheet (self, words);
      return;
    }
  self->ask = desk_phrase_ask_new (phrase->words, values, missing);
  g_signal_connect (self->ask, "done", G_CALLBACK (answered), self);
  gtk_label_set_text (GTK_LABEL (self->title), phrase->name);
  gtk_widget_set_visible (self->find, FALSE);
  gtk_box_append (GTK_BOX (self->sheet), self->ask);
  gtk_widget_grab_focus (self->ask);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, DeskPhraseSheet *self)
{
  const DeskPhrase *phrase = g_object_get_data (G_OBJECT (row), "desk-phrase");

  if (phrase != NULL)
    choose (self, phrase);
}

static void
entry_activated (GtkEntry *entry, DeskPhraseSheet *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    row_activated (GTK_LIST_BOX (self->list), row, self);
}

static void
scroll_to (GtkWidget *row, GtkWidget *list)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
step (DeskPhraseSheet *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (at, 0));

  if (next == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  scroll_to (GTK_WIDGET (next), self->list);
}

static gboolean
entry_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskPhraseSheet *self)
{
  if (desk_compose_is_under_way (GTK_WIDGET (self)))
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, -1);
  else if (keyval == GDK_KEY_Page_Down)
    step (self, 5);
  else if (keyval == GDK_KEY_Page_Up)
    step (self, -5);
  else
    return FALSE;
  return TRUE;
}

/* Rows */

static GtkWidget *
cell (const char *words, const char *style, gboolean grows)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), grows ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, grows);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* "Answers": what it is for; of those for one category nothing more, their names say it. */
static const char *
scope_words (DeskPhraseSheet *self, const DeskPhrase *phrase)
{
  return phrase->scope != 0 ? desk_text_enum (self->text, &desk_enum_phrase_scope, phrase->scope) : C_("phrase for", "Everywhere");
}

static void
add_row (DeskPhraseSheet *self, const DeskPhrase *phrase)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = desk_phrase_render (phrase->words, (const char *const *) self->values, NULL, NULL);
  g_autofree char *line = desk_text_printable (text, LINE_CHARACTERS);
  g_autofree char *name = g_strdup_printf ("%s, %s", phrase->name, line);

  gtk_box_append (GTK_BOX (top), cell (phrase->name, "title", TRUE));
  gtk_box_append (GTK_BOX (top), cell (scope_words (self, phrase), "caption", FALSE));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), cell (line, "caption", TRUE));
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_widget_set_tooltip_text (row, text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "desk-phrase", (gpointer) phrase);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_found (DeskPhraseSheet *self)
{
  g_autoptr (GArray) found = NULL;
  DeskPhraseAim aim;

  if (self->known == NULL)
    return;
  desk_list_box_clear (self->list);
  aim = desk_phrase_aim_of (&self->about, self->known);
  found = desk_phrase_find (self->known->phrases, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &aim);
  for (guint i = 0; i < found->len && i < MOST_ROWS; i++)
    add_row (self, self->known->phrases->pdata[g_array_index (found, guint, i)]);
  gtk_label_set_text (GTK_LABEL (self->none), self->known->phrases->len > 0
                                                  ? _("No phrase of that kind. Try a word of it, or its initials.")
                                                  : _("There are no phrases yet. The main menu has where they are written."));
  gtk_widget_set_visible (self->none, found->len == 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPhraseSheet) self = data;
  g_autoptr (GError) error = NULL;
  DeskPhrases *known = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (known == NULL && self->layers != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->none), _("The phrases could not be read."));
      gtk_widget_set_visible (self->none, TRUE);
    }
  if (known == NULL || self->layers == NULL || self->known != NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_LIST_PHRASES, known);
      return;
    }
  self->known = known;
  self->values = desk_phrase_values_new (known, self->engine, self->text);
  show_found (self);
}

/* Object */

/* Only the sheet has the keyboard while it is there: Tab goes round in it. */
static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskPhraseSheet *self)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab;

  if (keyval == GDK_KEY_Escape)
    desk_phrase_sheet_leave (self);
  else if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || back)
    {
      if (!gtk_widget_child_focus (self->sheet, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD))
        desk_phrase_sheet_focus (self);
    }
  else
    return FALSE;
  return TRUE;
}

static void
desk_phrase_sheet_dispose (GObject *object)
{
  DeskPhraseSheet *self = DESK_PHRASE_SHEET (object);

  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->layers, gtk_widget_unparent);
  g_clear_pointer (&self->values, desk_phrase_values_free);
  desk_use_case_free_result (DESK_USE_CASE_LIST_PHRASES, g_steal_pointer (&self->known));
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_phrase_sheet_parent_class)->dispose (object);
}

static void
desk_phrase_sheet_class_init (DeskPhraseSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_phrase_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  closed_signal = g_signal_new ("closed", DESK_TYPE_PHRASE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
find_new (DeskPhraseSheet *self)
{
  GtkWidget *find = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *foot = gtk_label_new (_("Enter puts it in   ↑ ↓ choose   Esc leaves"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Name, initials or a word of it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a Phrase"), -1);
  gtk_widget_set_margin_start (self->entry, 14);
  gtk_widget_set_margin_end (self->entry, 14);
  gtk_widget_set_margin_bottom (self->entry, 8);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_found), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_activated), self);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "hits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Phrases"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_add_css_class (scrolled, "ground");
  self->none = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_add_css_class (self->none, "dim");
  gtk_widget_set_margin_top (self->none, 10);
  gtk_widget_set_margin_bottom (self->none, 10);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_label_set_xalign (GTK_LABEL (foot), 0);
  gtk_widget_add_css_class (foot, "foot");
  gtk_box_append (GTK_BOX (find), self->entry);
  gtk_box_append (GTK_BOX (find), self->none);
  gtk_box_append (GTK_BOX (find), scrolled);
  gtk_box_append (GTK_BOX (find), foot);
  return find;
}

static void
desk_phrase_sheet_init (DeskPhraseSheet *self)
{
  GtkWidget *scrim = gtk_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->layers = gtk_overlay_new ();
  self->sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = gtk_label_new (_("Phrases"));
  self->find = find_new (self);
  gtk_widget_add_css_class (scrim, "flat");
  gtk_widget_add_css_class (scrim, "scrim");
  gtk_widget_set_focusable (scrim, FALSE);
  gtk_widget_set_focus_on_click (scrim, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrim), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close Phrases"), -1);
  g_signal_connect_swapped (scrim, "clicked", G_CALLBACK (desk_phrase_sheet_leave), self);
  gtk_overlay_set_child (GTK_OVERLAY (self->layers), scrim);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "desk-title");
  gtk_widget_add_css_class (self->title, "form-title");
  gtk_widget_add_css_class (self->sheet, "sheet");
  gtk_widget_set_halign (self->sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->sheet, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->sheet, 64);
  gtk_widget_set_overflow (self->sheet, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (self->sheet, WIDTH, -1);
  gtk_box_append (GTK_BOX (self->sheet), self->title);
  gtk_box_append (GTK_BOX (self->sheet), self->find);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->layers), self->sheet);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->sheet, keys);
  gtk_widget_set_parent (self->layers, GTK_WIDGET (self));
}

GtkWidget *
desk_phrase_sheet_new (DeskEngine *engine, DeskText *text, GtkWidget *target)
{
  DeskPhraseSheet *self = g_object_new (DESK_TYPE_PHRASE_SHEET, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_set_weak_pointer (&self->target, target);
  self->about = desk_phrase_about_of (target);
  desk_engine_call_async (engine, DESK_USE_CASE_LIST_PHRASES,
                          desk_get_input_new (self->about.kind, self->about.id, desk_engine_today (engine)), NULL, known_cb,
                          g_object_ref (self));
  return GTK_WIDGET (self);
}

/* Puts the focus where typing finds something. */
void
desk_phrase_sheet_focus (DeskPhraseSheet *self)
{
  gtk_widget_grab_focus (self->ask != NULL ? self->ask : self->entry);
}
