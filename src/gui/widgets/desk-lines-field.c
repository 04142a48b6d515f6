/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-lines-field.h"

#include "desk-string.h"

struct _DeskLinesField
{
  DeskField parent_instance;
  GtkWidget *view, *frame;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (DeskLinesField, desk_lines_field, DESK_TYPE_FIELD)

static char *
text_of (DeskLinesField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
}

static void
load (DeskField *field, gconstpointer record, const DeskFieldSpec *spec)
{
  DeskLinesField *self = DESK_LINES_FIELD (field);
  const char *words = desk_record_get_text (record, spec);

  self->loading = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), words != NULL ? words : "", -1);
  self->loading = FALSE;
}

static gboolean
store (DeskField *field, gpointer record, const DeskFieldSpec *spec, GPtrArray *problems)
{
  g_autofree char *text = text_of (DESK_LINES_FIELD (field));
  g_autofree char *clean = desk_string_has_control (text, TRUE) ? g_strdup (text) : desk_string_clean (text);

  desk_record_set_text (record, spec, clean);
  return TRUE;
}

static gboolean
is_empty (DeskField *field)
{
  g_autofree char *text = text_of (DESK_LINES_FIELD (field));

  return desk_string_is_empty (text);
}

static char *
get_typed (DeskField *field)
{
  return text_of (DESK_LINES_FIELD (field));
}

static void
set_typed (DeskField *field, const char *typed)
{
  DeskLinesField *self = DESK_LINES_FIELD (field);

  self->loading = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), typed, -1);
  self->loading = FALSE;
}

static void
set_wrong (DeskField *field, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (DESK_LINES_FIELD (field)->frame, "error");
  else
    gtk_widget_remove_css_class (DESK_LINES_FIELD (field)->frame, "error");
}

static void
changed (GtkTextBuffer *buffer, DeskLinesField *self)
{
  if (!self->loading)
    desk_field_changed (DESK_FIELD (self));
}

static void
desk_lines_field_class_init (DeskLinesFieldClass *klass)
{
  DeskFieldClass *field_class = DESK_FIELD_CLASS (klass);

  field_class->load = load;
  field_class->store = store;
  field_class->is_empty = is_empty;
  field_class->get_typed = get_typed;
  field_class->set_typed = set_typed;
  field_class->set_wrong = set_wrong;
}

static void
desk_lines_field_init (DeskLinesField *self)
{
  self->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  self->frame = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->frame, "lines");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), 64);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->view);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed), self);
  desk_field_set_input (DESK_FIELD (self), self->frame, self->view);
}

/* Returns: (transfer floating). */
GtkWidget *
desk_lines_field_new (void)
{
  return g_object_new (DESK_TYPE_LINES_FIELD, NULL);
}

/* How high it is, in px: a letter is read while it is written. */
void
desk_lines_field_set_height (DeskLinesField *self, int height)
{
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
}
