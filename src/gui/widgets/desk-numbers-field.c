/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-numbers-field.h"

#include <glib/gi18n.h>

#include "desk-cap-layout.h"
#include "desk-field.h"
#include "desk-notice.h"
#include "desk-string.h"
#include "desk-text-label.h"

typedef struct
{
  gint64 id, version; /* 0: new */
  char *masked;       /* what stands there while nobody typed another */
  GtkWidget *box, *kind, *entry, *problem;
} Line;

struct _DeskNumbersField
{
  GtkWidget parent_instance;
  DeskText *text;
  DeskKind kind;
  const DeskEnumSpec *kinds;
  GtkWidget *label, *body, *lines, *add;
  GPtrArray *rows;    /* Line, in order */
  GPtrArray *written; /* Line, those that the latest store gave, by its rows */
  gboolean loading;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskNumbersField, desk_numbers_field, GTK_TYPE_WIDGET)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->masked);
  g_free (line);
}

static void
set_line_problem (Line *line, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (line->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (line->problem, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (line->entry, "error");
  else
    gtk_widget_remove_css_class (line->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (line->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static Line *
line_of (DeskNumbersField *self, gpointer widget)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Line *line = self->rows->pdata[i];

      if (line->entry == widget || gtk_widget_is_ancestor (widget, line->box))
        return line;
    }
  return NULL;
}

static void
typed (GtkEditable *editable, DeskNumbersField *self)
{
  Line *line = line_of (self, editable);

  if (self->loading)
    return;
  if (line != NULL)
    set_line_problem (line, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_picked (GtkDropDown *drop, GParamSpec *spec, DeskNumbersField *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked (GtkButton *button, DeskNumbersField *self)
{
  Line *line = line_of (self, button);

  if (line == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->lines), line->box);
  g_ptr_array_set_size (self->written, 0);
  g_ptr_array_remove (self->rows, line);
  gtk_widget_grab_focus (self->add);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
next_line (GtkEntry *entry, DeskNumbersField *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
kind_drop_new (DeskNumbersField *self, gint64 kind)
{
  g_autofree const char **names = g_new0 (const char *, self->kinds->n + 1);
  GtkWidget *drop;

  for (int i = 0; i < self->kinds->n; i++)
    names[i] = desk_text_enum (self->text, self->kinds, i + 1);
  drop = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), kind > 0 ? (guint) kind - 1 : 0);
  desk_name_drop_down (drop, desk_text_field (self->text, self->kind, "kind"));
  g_signal_connect (drop, "notify::selected", G_CALLBACK (kind_picked), self);
  return drop;
}

static Line *
add_line (DeskNumbersField *self, const DeskNumber *number)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  line->id = number != NULL ? number->id : 0;
  line->version = number != NULL ? number->version : 0;
  line->masked = g_strdup (number != NULL ? number->masked : NULL);
  line->kind = kind_drop_new (self, number != NULL ? number->kind : 1);
  line->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (line->entry), 14);
  gtk_editable_set_text (GTK_EDITABLE (line->entry), line->masked != NULL ? line->masked : "");
  gtk_widget_set_hexpand (line->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  desk_text_field (self->text, self->kind, "number"), -1);
  g_signal_connect (line->entry, "changed", G_CALLBACK (typed), self);
  g_signal_connect (line->entry, "activate", G_CALLBACK (next_line), self);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take Out"), -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked), self);
  gtk_box_append (GTK_BOX (box), line->kind);
  gtk_box_append (GTK_BOX (box), line->entry);
  gtk_box_append (GTK_BOX (box), remove);
  line->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (line->problem), TRUE);
  gtk_widget_add_css_class (line->problem, "field-error");
  gtk_widget_set_visible (line->problem, FALSE);
  line->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (line->box), box);
  gtk_box_append (GTK_BOX (line->box), line->problem);
  gtk_box_append (GTK_BOX (self->lines), line->box);
  g_ptr_array_add (self->rows, line);
  return line;
}

static void
add_clicked (GtkButton *button, DeskNumbersField *self)
{
  gtk_widget_grab_focus (add_line (self, NULL)->entry);
}

static void
desk_numbers_field_dispose (GObject *object)
{
  DeskNumbersField *self = DESK_NUMBERS_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_numbers_field_parent_class)->dispose (object);
}

static void
desk_numbers_field_finalize (GObject *object)
{
  DeskNumbersField *self = DESK_NUMBERS_FIELD (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->written);
  desk_text_unref (self->text);
  G_OBJECT_CLASS (desk_numbers_field_parent_class)->finalize (object);
}

/* The first number, not its kind before it. */
static gboolean
grab_focus (GtkWidget *widget)
{
  DeskNumbersField *self = DESK_NUMBERS_FIELD (widget);

  return gtk_widget_grab_focus (self->rows->len > 0 ? ((Line *) self->rows->pdata[0])->entry : self->add);
}

static void
desk_numbers_field_class_init (DeskNumbersFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_numbers_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_numbers_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  signals[CHANGED]
      = g_signal_new ("changed", DESK_TYPE_NUMBERS_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_numbers_field_init (DeskNumbersField *self)
{
  GtkWidget *cap;

  self->rows = g_ptr_array_new_with_free_func (line_free);
  self->written = g_ptr_array_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->label, 64, 34);
  gtk_widget_add_css_class (self->label, "field-name");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->body), self->lines);
  self->add = gtk_button_new ();
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "small");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (GTK_BOX (self->body), self->add);
  cap = desk_cap_new (self->body, DESK_FIELD_MAX_WIDTH);
  gtk_widget_set_hexpand (cap, TRUE);
  gtk_widget_set_parent (cap, GTK_WIDGET (self));
}

/* @kind: phone or document; @labels: (nullable). Returns: (transfer floating): a field without lines. */
GtkWidget *
desk_numbers_field_new (DeskText *text, DeskKind kind, GtkSizeGroup *labels)
{
  DeskNumbersField *self = g_object_new (DESK_TYPE_NUMBERS_FIELD, NULL);

  self->text = desk_text_ref (text);
  self->kind = kind;
  self->kinds = kind == DESK_KIND_PHONE ? &desk_enum_phone_kind : &desk_enum_document_kind;
  gtk_label_set_text (GTK_LABEL (self->label), desk_text_kinds (text, kind));
  gtk_button_set_label (GTK_BUTTON (self->add), kind == DESK_KIND_PHONE ? _("Add Phone") : _("Add Document"));
  if (labels != NULL)
    gtk_size_group_add_widget (labels, self->label);
  return GTK_WIDGET (self);
}

/* @numbers: (nullable): DeskNumber as stored; NULL or none: a phone field offers one empty line. */
void
desk_numbers_field_load (DeskNumbersField *self, GPtrArray *numbers)
{
  GtkWidget *child;

  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->written, 0);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    add_line (self, numbers->pdata[i]);
  if (self->rows->len == 0 && self->kind == DESK_KIND_PHONE)
    add_line (self, NULL);
  self->loading = FALSE;
}

/* Returns: (transfer full): DeskPhone or DeskDocument in order. Lines with nothing in them are left out; a number that
 * was not touched is given as NULL. */
GPtrArray *
desk_numbers_field_store (DeskNumbersField *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (desk_record_free);

  g_ptr_array_set_size (self->written, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Line *line = self->rows->pdata[i];
      const char *typed_text = gtk_editable_get_text (GTK_EDITABLE (line->entry));
      gboolean touched = line->id == 0 || g_strcmp0 (typed_text, line->masked) != 0;
      DeskRecord *record;

      if (touched && desk_string_is_empty (typed_text))
        continue;
      record = desk_record_new (self->kind);
      record->id = line->id;
      record->version = line->version;
      desk_record_set_int (record, desk_record_find_field (self->kind, "kind"),
                           gtk_drop_down_get_selected (GTK_DROP_DOWN (line->kind)) + 1);
      desk_record_set_text (record, desk_record_find_field (self->kind, "number"), touched ? typed_text : NULL);
      g_ptr_array_add (records, record);
      g_ptr_array_add (self->written, line);
    }
  return records;
}

/* @row: of what the latest store gave, -1: all; @sentence: (nullable). */
void
desk_numbers_field_set_problem (DeskNumbersField *self, int row, const char *sentence)
{
  if (row < 0)
    for (guint i = 0; i < self->rows->len; i++)
      set_line_problem (self->rows->pdata[i], sentence);
  else if ((guint) row < self->written->len)
    set_line_problem (self->written->pdata[row], sentence);
}

/* Puts the focus on the first line with a fault. Returns: FALSE when there is none. */
gboolean
desk_numbers_field_focus_problem (DeskNumbersField *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (((Line *) self->rows->pdata[i])->problem))
      return gtk_widget_grab_focus (((Line *) self->rows->pdata[i])->entry);
  return FALSE;
}

/* Returns: (transfer full): the lines as they stand, for the drafts: "id kind number" each. */
char *
desk_numbers_field_get_typed (DeskNumbersField *self)
{
  GString *typed = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *line = self->rows->pdata[i];

      g_string_append_printf (typed, "%s%" G_GINT64_FORMAT " %u %s", i > 0 ? "\n" : "", line->id,
                              gtk_drop_down_get_selected (GTK_DROP_DOWN (line->kind)),
                              gtk_editable_get_text (GTK_EDITABLE (line->entry)));
    }
  return g_string_free (typed, FALSE);
}

static Line *
line_with_id (DeskNumbersField *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len && id != 0; i++)
    if (((Line *) self->rows->pdata[i])->id == id)
      return self->rows->pdata[i];
  return NULL;
}

/* Takes out the stored numbers that are not among the kept lines, and the empty line that was offered. */
static void
take_out_others (DeskNumbersField *self, char **kept)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      Line *line = self->rows->pdata[i - 1];
      gboolean found = FALSE;

      for (guint k = 0; kept[k] != NULL && line->id != 0; k++)
        found |= g_ascii_strtoll (kept[k], NULL, 10) == line->id;
      if (found)
        continue;
      gtk_box_remove (GTK_BOX (self->lines), line->box);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

/* Puts there what desk_numbers_field_get_typed() gave. A number that is gone meanwhile does not come back. */
void
desk_numbers_field_set_typed (DeskNumbersField *self, const char *typed)
{
  g_auto (GStrv) kept = g_strsplit (typed, "\n", -1);

  self->loading = TRUE;
  take_out_others (self, kept);
  g_ptr_array_set_size (self->written, 0);
  for (guint i = 0; kept[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (kept[i], " ", 3);
      gint64 id = parts[0] != NULL ? g_ascii_strtoll (parts[0], NULL, 10) : 0;
      Line *line;

      if (g_strv_length (parts) != 3)
        continue;
      line = id == 0 ? add_line (self, NULL) : line_with_id (self, id);
      if (line == NULL)
        continue;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (line->kind), (guint) g_ascii_strtoull (parts[1], NULL, 10));
      gtk_editable_set_text (GTK_EDITABLE (line->entry), parts[2]);
    }
  self->loading = FALSE;
}
