/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-lines-field.h"
#include "desk-notice.h"
#include "desk-text-label.h"
#include "desk-time-field.h"
#include "desk-wrap-layout.h"

#define SIDE_WIDTH 286

/* The widgets of quick entry. */

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What is wrong, above the buttons; NULL: nothing any more. Notices that are not about a fault go, too. */
void
desk_quick_sheet_say (DeskQuickSheet *self, const char *sentence)
{
  clear (self->notices);
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("late", "dialog-error-symbolic", sentence, NULL));
}

static void
field_changed (DeskQuickSheet *self)
{
  if (!self->quiet)
    desk_quick_sheet_touch (self);
}

static void
assignee_chosen (DeskQuickSheet *self)
{
  self->assignee_chosen = TRUE;
  field_changed (self);
}

static void
save_next (DeskQuickSheet *self)
{
  gtk_widget_grab_focus (self->save);
}

static GtkWidget *
add_row (DeskQuickSheet *self, GtkWidget *field, DeskKind kind, const char *name, const char *label, GtkSizeGroup *labels)
{
  desk_field_bind (DESK_FIELD (field), kind, name, label, labels);
  g_signal_connect_swapped (field, "changed", G_CALLBACK (field_changed), self);
  g_signal_connect_swapped (field, "next", G_CALLBACK (save_next), self);
  gtk_box_append (GTK_BOX (self->body), field);
  return field;
}

/* The fields that go with the line. They are made for a store: the time is told in its zone. */
static void
build_fields (DeskQuickSheet *self)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  const gint64 values[] = { 0, 1 };
  const char *const words[] = { C_("read back", "Not yet"), C_("read back", "Done") };
  GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->detail = add_row (self, desk_lines_field_new (), DESK_KIND_SERVICE_CASE, "detail", _("Details"), labels);
  self->summary = add_row (self, desk_lines_field_new (), DESK_KIND_VISIT, "summary", _("Answer"), labels);
  self->assignee = add_row (self, desk_choice_field_new (), DESK_KIND_SERVICE_CASE, "assignee_id", _("Give to"), labels);
  g_signal_connect_swapped (self->assignee, "changed", G_CALLBACK (assignee_chosen), self);
  self->memo_to = add_row (self, desk_choice_field_new (), DESK_KIND_MEMO, "to_id",
                           desk_text_field (self->text, DESK_KIND_MEMO, "to_id"), labels);
  self->memo_call = add_row (self, desk_time_field_new (self->engine, self->text), DESK_KIND_MEMO, "call_at",
                             desk_text_field (self->text, DESK_KIND_MEMO, "call_at"), labels);
  desk_time_field_set_optional (DESK_TIME_FIELD (self->memo_call));
  self->memo_read = add_row (self, desk_choice_field_new (), DESK_KIND_MEMO, "read_back",
                             desk_text_field (self->text, DESK_KIND_MEMO, "read_back"), labels);
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (self->memo_read), values, words, G_N_ELEMENTS (values));
  g_signal_connect_swapped (self->memo_to, "changed", G_CALLBACK (field_changed), self);
  g_signal_connect_swapped (self->memo_call, "changed", G_CALLBACK (field_changed), self);
  g_signal_connect_swapped (self->memo_read, "changed", G_CALLBACK (field_changed), self);
  gtk_widget_add_css_class (outcome, "notice");
  self->outcome = outcome;
  gtk_box_append (GTK_BOX (self->body), outcome);
}

static GtkWidget *
scrolled_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static void
build_columns (DeskQuickSheet *self)
{
  GtkWidget *left, *right;

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->body, "form-body");
  left = scrolled_new (self->body);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (self->columns), left);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  gtk_widget_add_css_class (self->side, "quick-side");
  right = scrolled_new (self->side);
  gtk_widget_add_css_class (right, "preview");
  gtk_widget_set_size_request (right, SIDE_WIDTH, -1);
  g_object_set_data (G_OBJECT (self->side), "desk-frame", right);
  gtk_box_append (GTK_BOX (self->columns), right);
}

static void
build_foot (DeskQuickSheet *self)
{
  GtkWidget *hint = gtk_label_new (_("Enter next field   Esc leaves, what you typed is kept"));

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->foot, "form-foot");
  gtk_widget_add_css_class (hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_box_append (GTK_BOX (self->foot), hint);
  self->only = desk_button_new (NULL, _("Only Log It"), "Alt+L");
  gtk_box_append (GTK_BOX (self->foot), self->only);
  self->follow = desk_button_new (NULL, _("Log and Follow Up…"), "Alt+F");
  gtk_box_append (GTK_BOX (self->foot), self->follow);
  self->save = desk_button_new (NULL, _("Log It"), "Ctrl+Enter");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_box_append (GTK_BOX (self->foot), self->save);
}

static void
build_line (DeskQuickSheet *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "sheet-entry");
  gtk_widget_set_margin_top (self->entry, 12);
  gtk_widget_set_margin_start (self->entry, 14);
  gtk_widget_set_margin_end (self->entry, 14);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("3-2-1501 kitchen leaks urgent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quick Entry"), -1);
}

/* The frame: line, tokens, two columns, buttons; what depends on the store comes with it. */
void
desk_quick_sheet_frame (DeskQuickSheet *self)
{
  GtkWidget *scrim = gtk_button_new (), *line;

  self->layers = gtk_overlay_new ();
  gtk_widget_add_css_class (scrim, "flat");
  gtk_widget_add_css_class (scrim, "scrim");
  gtk_widget_set_focusable (scrim, FALSE);
  gtk_widget_set_focus_on_click (scrim, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrim), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close Quick Entry"), -1);
  g_signal_connect_swapped (scrim, "clicked", G_CALLBACK (desk_quick_sheet_close), self);
  gtk_overlay_set_child (GTK_OVERLAY (self->layers), scrim);
  self->sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->sheet, "sheet");
  gtk_widget_set_halign (self->sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->sheet, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->sheet, 8);
  gtk_widget_set_margin_bottom (self->sheet, 8);
  gtk_widget_set_overflow (self->sheet, GTK_OVERFLOW_HIDDEN);
  build_line (self);
  gtk_box_append (GTK_BOX (self->sheet), self->entry);
  self->chips = desk_wrap_box_new (8, 6);
  gtk_widget_add_css_class (self->chips, "quick-tokens");
  gtk_box_append (GTK_BOX (self->sheet), self->chips);
  desk_quick_fields_build (self);
  line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_box_append (GTK_BOX (self->sheet), line);
  build_columns (self);
  gtk_box_append (GTK_BOX (self->sheet), self->columns);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->notices, "form-notices");
  gtk_box_append (GTK_BOX (self->sheet), self->notices);
  build_foot (self);
  gtk_box_append (GTK_BOX (self->sheet), self->foot);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->layers), self->sheet);
  gtk_widget_set_parent (self->layers, GTK_WIDGET (self));
}

/* Makes what depends on the store and its language. */
void
desk_quick_sheet_build (DeskQuickSheet *self)
{
  clear (self->body);
  self->fix = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->fix), FALSE);
  gtk_box_append (GTK_BOX (self->body), self->fix);
  desk_quick_fields_set_engine (self);
  build_fields (self);
}
