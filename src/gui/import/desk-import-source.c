/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-source.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-import.h"
#include "desk-wrap-layout.h"

#define MOST_HEADER_ROW 1000

typedef enum
{
  KIND,
  SHEET,
  ENCODING,
  SEPARATOR,
  N_CHOICES
} Choice;

struct _DeskImportSource
{
  GtkWidget parent_instance;
  DeskText *text;
  GtkWidget *box, *labels[N_CHOICES], *drops[N_CHOICES], *note, *header_label, *header;
  int import;       /* chosen, -1: found out */
  char *sheet;      /* (nullable): chosen */
  char *encoding;   /* (nullable): chosen */
  char separator;   /* chosen, 0: found out */
  guint header_row; /* chosen, 0: found out */
  gboolean quiet;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static const char separators[] = { ',', ';', '\t', '|' };

G_DEFINE_FINAL_TYPE (DeskImportSource, desk_import_source, GTK_TYPE_WIDGET)

static const char *
separator_words (char separator)
{
  switch (separator)
    {
    case ';':
      return _("Semicolon");
    case '\t':
      return _("Tab");
    case '|':
      return _("Bar");
    default:
      return _("Comma");
    }
}

static void
drop_header (DeskImportSource *self)
{
  self->header_row = 0;
}

static const char *
string_at (DeskImportSource *self, Choice choice)
{
  GtkStringObject *object = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drops[choice]));

  return object != NULL ? gtk_string_object_get_string (object) : NULL;
}

static void
picked (GtkDropDown *drop, GParamSpec *spec, DeskImportSource *self)
{
  guint at = gtk_drop_down_get_selected (drop);

  if (self->quiet || at == GTK_INVALID_LIST_POSITION)
    return;
  if (GTK_WIDGET (drop) == self->drops[KIND])
    self->import = (int) at;
  else if (GTK_WIDGET (drop) == self->drops[SHEET])
    {
      g_free (self->sheet);
      self->sheet = g_strdup (string_at (self, SHEET));
      drop_header (self);
    }
  else if (GTK_WIDGET (drop) == self->drops[ENCODING])
    {
      g_free (self->encoding);
      self->encoding = g_strdup (string_at (self, ENCODING));
    }
  else
    {
      self->separator = separators[MIN (at, G_N_ELEMENTS (separators) - 1)];
      drop_header (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
header_changed (GtkSpinButton *spin, DeskImportSource *self)
{
  if (self->quiet)
    return;
  self->header_row = (guint) gtk_spin_button_get_value_as_int (spin);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Fills a drop-down with @words and chooses @chosen. */
static void
fill (DeskImportSource *self, Choice choice, const char *const *words, const char *chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drops[choice]), G_LIST_MODEL (list));
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], chosen) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[choice]), i);
}

static void
show_choice (DeskImportSource *self, Choice choice, gboolean on)
{
  gtk_widget_set_visible (self->labels[choice], on);
  gtk_widget_set_visible (self->drops[choice], on);
}

/* Shows how the file of @plan was read. */
void
desk_import_source_set_plan (DeskImportSource *self, DeskImportPlan *plan)
{
  const char *const *sheets = desk_import_plan_get_sheets (plan);
  char separator = desk_import_plan_get_separator (plan);
  gboolean is_text = separator != 0;

  self->quiet = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[KIND]), desk_import_plan_get_import (plan));
  show_choice (self, SHEET, !is_text && sheets[0] != NULL && sheets[1] != NULL);
  if (!is_text)
    fill (self, SHEET, sheets, desk_import_plan_get_sheet (plan));
  show_choice (self, ENCODING, is_text);
  show_choice (self, SEPARATOR, is_text);
  if (is_text)
    {
      fill (self, ENCODING, desk_import_encodings (), desk_import_plan_get_encoding (plan));
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        if (separators[i] == separator)
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[SEPARATOR]), i);
    }
  gtk_widget_set_visible (self->note, is_text && self->encoding == NULL && desk_import_plan_is_encoding_assumed (plan));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->header), desk_import_plan_get_header_row (plan));
  gtk_widget_set_visible (self->header_label, TRUE);
  gtk_widget_set_visible (self->header, TRUE);
  self->quiet = FALSE;
}

/* Forgets what was chosen: another file. */
void
desk_import_source_clear (DeskImportSource *self)
{
  self->import = -1;
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->encoding, g_free);
  self->separator = 0;
  self->header_row = 0;
  self->quiet = TRUE;
  show_choice (self, SHEET, FALSE);
  /* A file that cannot be read at all may be one of another encoding: that is offered from the beginning. */
  fill (self, ENCODING, desk_import_encodings (), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[ENCODING]), GTK_INVALID_LIST_POSITION);
  show_choice (self, ENCODING, TRUE);
  show_choice (self, SEPARATOR, FALSE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_visible (self->header_label, FALSE);
  gtk_widget_set_visible (self->header, FALSE);
  self->quiet = FALSE;
}

/* Puts into @request what was chosen; the texts stay this widget's. */
void
desk_import_source_fill (DeskImportSource *self, DeskImportRequest *request)
{
  request->import = self->import >= 0 ? (DeskImport) self->import : DESK_N_IMPORTS;
  request->sheet = self->sheet;
  request->encoding = self->encoding;
  request->separator = self->separator;
  request->header_row = self->header_row;
}

static void
desk_import_source_dispose (GObject *object)
{
  DeskImportSource *self = DESK_IMPORT_SOURCE (object);

  self->quiet = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->encoding, g_free);
  G_OBJECT_CLASS (desk_import_source_parent_class)->dispose (object);
}

static void
desk_import_source_class_init (DeskImportSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_source_dispose;
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_IMPORT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_source_init (DeskImportSource *self)
{
  self->import = -1;
}

/* A name and what it names stay together where the band wraps, and go together. */
static void
append (DeskImportSource *self, GtkWidget *name, GtkWidget *field)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (pair), name);
  gtk_box_append (GTK_BOX (pair), field);
  g_object_bind_property (field, "visible", pair, "visible", G_BINDING_SYNC_CREATE);
  desk_wrap_box_append (self->box, pair);
}

static void
add (DeskImportSource *self, Choice choice, const char *name, const char *const *words)
{
  self->labels[choice] = gtk_label_new (name);
  gtk_widget_add_css_class (self->labels[choice], "field-name");
  self->drops[choice] = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_valign (self->drops[choice], GTK_ALIGN_CENTER);
  desk_name_drop_down (self->drops[choice], name);
  g_signal_connect (self->drops[choice], "notify::selected", G_CALLBACK (picked), self);
  append (self, self->labels[choice], self->drops[choice]);
}

static void
add_header_row (DeskImportSource *self)
{
  self->header_label = gtk_label_new (_("Headings in row"));
  gtk_widget_add_css_class (self->header_label, "field-name");
  self->header = gtk_spin_button_new_with_range (1, MOST_HEADER_ROW, 1);
  gtk_widget_set_valign (self->header, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Headings in row"), -1);
  g_signal_connect (self->header, "value-changed", G_CALLBACK (header_changed), self);
  append (self, self->header_label, self->header);
}

/* Returns: (transfer floating): nothing is chosen yet. */
GtkWidget *
desk_import_source_new (DeskText *text)
{
  static const char *const nothing[] = { NULL };
  DeskImportSource *self = g_object_new (DESK_TYPE_IMPORT_SOURCE, NULL);
  const char *kinds[DESK_N_IMPORTS + 1] = { NULL };
  const char *marks[G_N_ELEMENTS (separators) + 1] = { NULL };

  self->text = desk_text_ref (text);
  self->box = desk_wrap_box_new (8, 6);
  gtk_widget_add_css_class (self->box, "band");
  gtk_widget_add_css_class (self->box, "source-band");
  for (guint i = 0; i < DESK_N_IMPORTS; i++)
    kinds[i] = desk_text_import_kind (text, (DeskImport) i);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    marks[i] = separator_words (separators[i]);
  self->quiet = TRUE;
  add (self, KIND, _("Holds"), kinds);
  add (self, SHEET, _("Sheet"), nothing);
  add (self, ENCODING, _("Encoding"), nothing);
  self->note = gtk_label_new (_("assumed: change it if characters look wrong"));
  gtk_widget_add_css_class (self->note, "caption");
  desk_wrap_box_append (self->box, self->note);
  add (self, SEPARATOR, _("Separator"), marks);
  add_header_row (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  desk_import_source_clear (self);
  return GTK_WIDGET (self);
}
