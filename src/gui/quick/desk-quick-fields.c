/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-list-detail.h"
#include "desk-notice.h"
#include "desk-pick-field.h"
#include "desk-quick-time.h"
#include "desk-string.h"
#include "desk-text-label.h"
#include "desk-wrap-layout.h"

/* The tokens of quick entry, and the row in which one of them is corrected. */

static const struct
{
  const char *icon;
  const char *name;
} parts[DESK_N_QUICK_PARTS] = {
  [DESK_QUICK_UNIT] = { "go-home-symbolic", NC_ ("token", "Unit") },
  [DESK_QUICK_PERSON] = { "desk-person-symbolic", NC_ ("token", "Who") },
  [DESK_QUICK_CHANNEL] = { "call-incoming-symbolic", NC_ ("token", "How") },
  [DESK_QUICK_KIND] = { "document-edit-symbolic", NC_ ("token", "Kind") },
  [DESK_QUICK_CATEGORY] = { "desk-wrench-symbolic", NC_ ("token", "Category") },
  [DESK_QUICK_URGENCY] = { "dialog-error-symbolic", NC_ ("token", "Urgency") },
  [DESK_QUICK_TIME] = { "x-office-calendar-symbolic", NC_ ("token", "Visit") },
};

static const char *
name_of (DeskQuickPart part)
{
  return g_dpgettext2 (NULL, "token", parts[part].name);
}

/* Returns: DeskVisitKind of what will be made. */
gint64
desk_quick_sheet_kind (DeskQuickSheet *self)
{
  return self->result != NULL ? self->result->entry->kind : self->fixed[DESK_QUICK_KIND];
}

/* Returns: whether a case will be opened. */
gboolean
desk_quick_sheet_is_case (DeskQuickSheet *self)
{
  gint64 kind = desk_quick_sheet_kind (self);

  return kind == DESK_VISIT_REPAIR || kind == DESK_VISIT_COMPLAINT;
}

/* Returns: (nullable): the name typed for somebody who does not live there. */
const char *
desk_quick_sheet_caller (DeskQuickSheet *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->caller));

  return gtk_widget_get_visible (self->caller) && !desk_string_is_empty (words) ? words : NULL;
}

/* Corrections */

static void
corrected (DeskQuickSheet *self)
{
  if (self->quiet)
    return;
  desk_quick_sheet_touch (self);
  desk_quick_sheet_ask (self);
}

static void
unit_picked (DeskPickField *field, DeskQuickSheet *self)
{
  gint64 id = desk_pick_field_get_picked (field);

  if (self->quiet)
    return;
  self->fixed[DESK_QUICK_UNIT] = id != 0 ? id : *desk_pick_field_get_text (field) == '\0' ? DESK_LINE_NOBODY : 0;
  self->fixed[DESK_QUICK_PERSON] = 0;
  corrected (self);
}

static void
choice_made (DeskChoiceField *field, DeskQuickSheet *self)
{
  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    if (self->fields[i] == GTK_WIDGET (field))
      {
        gint64 value = desk_choice_field_get_value (field);

        self->fixed[i] = value;
        if (i == DESK_QUICK_KIND)
          self->fixed[DESK_QUICK_CATEGORY] = 0;
      }
  gtk_widget_set_visible (self->caller, self->fixed[DESK_QUICK_PERSON] == DESK_QUICK_SOMEBODY);
  if (GTK_WIDGET (field) == self->fields[DESK_QUICK_PERSON] && gtk_widget_get_visible (self->caller))
    gtk_widget_grab_focus (self->caller);
  corrected (self);
}

/* Whoever is named here is none of those who live there. */
static void
caller_typed (DeskQuickSheet *self)
{
  if (!self->quiet)
    self->fixed[DESK_QUICK_PERSON] = DESK_QUICK_SOMEBODY;
  corrected (self);
}

static void
time_typed (GtkEditable *entry, DeskQuickSheet *self)
{
  const char *words = gtk_editable_get_text (entry);
  DeskQuickTime time = { 0 };
  gboolean empty = desk_string_is_empty (words);
  gboolean found = !empty
                   && desk_quick_time_find (words, desk_engine_now (self->engine), desk_engine_get_zone (self->engine), &time);

  if (self->quiet)
    return;
  if (empty || found)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  self->when_from = time.from;
  self->when_to = time.to;
  self->fixed[DESK_QUICK_TIME] = empty ? DESK_LINE_NOBODY : 0;
  corrected (self);
}

/* Enter: back to the line, where everything is saved from. */
static void
go_on (DeskQuickSheet *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static GtkWidget *
add_page (DeskQuickSheet *self, DeskQuickPart part, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *page = g_strdup_printf ("%d", part);

  gtk_box_append (GTK_BOX (box), field);
  gtk_stack_add_named (GTK_STACK (self->fix), box, page);
  self->fields[part] = field;
  return box;
}

static GtkWidget *
choice_page (DeskQuickSheet *self, DeskQuickPart part, const DeskEnumSpec *values)
{
  GtkWidget *field = values != NULL ? desk_choice_field_new_enum (self->text, values) : desk_choice_field_new ();

  desk_field_bind (DESK_FIELD (field), DESK_KIND_VISIT, "", name_of (part), NULL);
  g_signal_connect (field, "changed", G_CALLBACK (choice_made), self);
  g_signal_connect_swapped (field, "next", G_CALLBACK (go_on), self);
  return add_page (self, part, field);
}

/* The row for another store or person: made anew, because its fields ask the engine. */
void
desk_quick_fields_set_engine (DeskQuickSheet *self)
{
  GtkWidget *child, *page;

  while ((child = gtk_widget_get_first_child (self->fix)) != NULL)
    gtk_stack_remove (GTK_STACK (self->fix), child);
  child = desk_pick_field_new (self->engine, self->text, DESK_KIND_UNIT, FALSE);
  desk_field_bind (DESK_FIELD (child), DESK_KIND_VISIT, "", name_of (DESK_QUICK_UNIT), NULL);
  g_signal_connect (child, "changed", G_CALLBACK (unit_picked), self);
  g_signal_connect_swapped (child, "next", G_CALLBACK (go_on), self);
  add_page (self, DESK_QUICK_UNIT, child);
  page = choice_page (self, DESK_QUICK_PERSON, NULL);
  self->caller = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->caller), _("Name, as they said it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->caller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_widget_set_visible (self->caller, FALSE);
  g_signal_connect_swapped (self->caller, "changed", G_CALLBACK (caller_typed), self);
  g_signal_connect_swapped (self->caller, "activate", G_CALLBACK (go_on), self);
  gtk_box_append (GTK_BOX (page), self->caller);
  choice_page (self, DESK_QUICK_CHANNEL, &desk_enum_channel);
  choice_page (self, DESK_QUICK_KIND, &desk_enum_visit_kind);
  choice_page (self, DESK_QUICK_CATEGORY, NULL);
  choice_page (self, DESK_QUICK_URGENCY, &desk_enum_urgency);
  self->time = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), _("tomorrow morning, Saturday 9:30; nothing: at once"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL, name_of (DESK_QUICK_TIME), -1);
  g_signal_connect (self->time, "changed", G_CALLBACK (time_typed), self);
  g_signal_connect_swapped (self->time, "activate", G_CALLBACK (go_on), self);
  add_page (self, DESK_QUICK_TIME, self->time);
}

/* Nothing is corrected. */
void
desk_quick_fields_reset (DeskQuickSheet *self)
{
  self->quiet = TRUE;
  memset (self->fixed, 0, sizeof self->fixed);
  self->when_from = self->when_to = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->caller), "");
  gtk_widget_set_visible (self->caller, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->time), "");
  gtk_widget_remove_css_class (self->time, "error");
  desk_pick_field_set_picked (DESK_PICK_FIELD (self->fields[DESK_QUICK_UNIT]), 0, "");
  self->quiet = FALSE;
  desk_quick_fields_show (self, DESK_QUICK_PERSON, FALSE);
}

/* Shows the row that corrects @part. */
void
desk_quick_fields_show (DeskQuickSheet *self, DeskQuickPart part, gboolean focus)
{
  g_autofree char *page = g_strdup_printf ("%d", part);

  self->part = part;
  gtk_stack_set_visible_child_name (GTK_STACK (self->fix), page);
  if (focus && part == DESK_QUICK_PERSON && gtk_widget_get_visible (self->caller))
    gtk_widget_grab_focus (self->caller);
  else if (focus && DESK_IS_FIELD (self->fields[part]))
    desk_field_focus (DESK_FIELD (self->fields[part]));
  else if (focus)
    gtk_widget_grab_focus (self->fields[part]);
}

/* Filling */

static void
fill_people (DeskQuickSheet *self)
{
  const DeskLineResult *result = self->result;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 chosen = self->fixed[DESK_QUICK_PERSON] != 0 ? self->fixed[DESK_QUICK_PERSON] : result->entry->person_id;
  gint64 somebody = DESK_QUICK_SOMEBODY;
  gboolean listed = FALSE;

  for (guint i = 0; i < result->occupants->len; i++)
    {
      const DeskOccupant *occupant = result->occupants->pdata[i];

      if (!occupant->current)
        continue;
      listed = listed || occupant->occupancy->person_id == chosen;
      g_array_append_val (values, occupant->occupancy->person_id);
      g_ptr_array_add (labels, g_strdup_printf ("%s %s", occupant->card->person->name,
                                                desk_text_enum (self->text, &desk_enum_role, occupant->occupancy->role)));
    }
  if (result->entry->person_id > 0 && !listed && chosen != somebody)
    {
      g_array_append_val (values, result->entry->person_id);
      g_ptr_array_add (labels, g_strdup (result->entry->person_name));
    }
  g_array_append_val (values, somebody);
  g_ptr_array_add (labels, g_strdup (_("Somebody Else…")));
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_PERSON]), (const gint64 *) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_PERSON]), chosen != 0 ? chosen : somebody);
  gtk_widget_set_visible (self->caller, chosen == 0 || chosen == somebody);
}

static gboolean
in_use (const DeskCategory *category, gint64 kind, DeskDay today)
{
  return category->parent_id != 0 && category->case_kind == kind
         && (category->retired_on == 0 || category->retired_on > today);
}

static const char *
group_name (const DeskCaseSettings *settings, gint64 id)
{
  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *category = settings->categories->pdata[i];

      if (category->record.id == id)
        return category->name;
    }
  return "";
}

static void
fill_categories (DeskQuickSheet *self)
{
  gint64 kind = desk_quick_sheet_kind (self) == DESK_VISIT_COMPLAINT ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 none = DESK_LINE_NOBODY;

  g_array_append_val (values, none);
  g_ptr_array_add (labels, g_strdup (_("none")));
  for (guint i = 0; self->settings != NULL && i < self->settings->categories->len; i++)
    {
      const DeskCategory *category = self->settings->categories->pdata[i];

      if (!in_use (category, kind, desk_engine_today (self->engine)))
        continue;
      g_array_append_val (values, category->record.id);
      g_ptr_array_add (labels, g_strdup_printf ("%s › %s", group_name (self->settings, category->parent_id), category->name));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_CATEGORY]), (const gint64 *) values->data,
                                 (const char *const *) labels->pdata, values->len);
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_CATEGORY]),
                               self->result->entry->category_id != 0 ? self->result->entry->category_id : none);
}

static void
show_token (DeskQuickSheet *self, DeskQuickPart part)
{
  const DeskQuickToken *token = &self->result->entry->tokens[part];
  DeskQuickChip *chip = &self->tokens[part];
  gboolean mine = self->fixed[part] != 0 || (part == DESK_QUICK_TIME && self->when_from != 0);
  DeskQuickSurety surety = mine ? DESK_QUICK_FOUND : token->surety;
  gboolean urgent = part == DESK_QUICK_URGENCY && self->result->entry->urgency > DESK_URGENCY_ORDINARY;
  g_autofree char *value = desk_quick_words_token (self, part);
  g_autofree char *guessed = surety == DESK_QUICK_GUESSED ? desk_text_fill (_("%1, guessed"), (const char *[]){ name_of (part), NULL })
                                                          : g_strdup (name_of (part));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", guessed, value);

  gtk_label_set_text (GTK_LABEL (chip->name), guessed);
  gtk_label_set_text (GTK_LABEL (chip->value), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_remove_css_class (chip->button, "found");
  gtk_widget_remove_css_class (chip->button, "guess");
  gtk_widget_remove_css_class (chip->button, "urgent");
  if (urgent)
    gtk_widget_add_css_class (chip->button, "urgent");
  else if (surety == DESK_QUICK_GUESSED)
    gtk_widget_add_css_class (chip->button, "guess");
  else if (surety == DESK_QUICK_FOUND)
    gtk_widget_add_css_class (chip->button, "found");
}

/* Shows what was understood. */
void
desk_quick_fields_fill (DeskQuickSheet *self)
{
  const DeskQuickEntry *entry = self->result->entry;
  gboolean is_case = desk_quick_sheet_is_case (self);

  self->quiet = TRUE;
  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    show_token (self, (DeskQuickPart) i);
  gtk_widget_set_visible (self->tokens[DESK_QUICK_CATEGORY].button, is_case);
  gtk_widget_set_visible (self->tokens[DESK_QUICK_URGENCY].button, is_case);
  gtk_widget_set_visible (self->tokens[DESK_QUICK_TIME].button, is_case);
  if (!desk_has_focus_inside (self->fields[DESK_QUICK_UNIT]))
    desk_pick_field_set_picked (DESK_PICK_FIELD (self->fields[DESK_QUICK_UNIT]), entry->unit_id,
                                entry->unit_label != NULL ? entry->unit_label : "");
  if (!desk_has_focus_inside (self->fields[DESK_QUICK_PERSON]) && !desk_has_focus_inside (self->caller))
    fill_people (self);
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_CHANNEL]),
                               self->fixed[DESK_QUICK_CHANNEL] != 0 ? self->fixed[DESK_QUICK_CHANNEL] : entry->channel);
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_KIND]), entry->kind);
  if (!desk_has_focus_inside (self->fields[DESK_QUICK_CATEGORY]))
    fill_categories (self);
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->fields[DESK_QUICK_URGENCY]), entry->urgency);
  self->quiet = FALSE;
}

/* Building */

static void
token_clicked (GtkButton *button, DeskQuickSheet *self)
{
  desk_quick_fields_show (self, (DeskQuickPart) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-part")), TRUE);
}

/* The tokens: two lines each, with their key. */
void
desk_quick_fields_build (DeskQuickSheet *self)
{
  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    {
      DeskQuickChip *chip = &self->tokens[i];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autofree char *key = g_strdup_printf ("Alt+%d", i + 1);

      chip->button = gtk_button_new ();
      chip->icon = gtk_image_new_from_icon_name (parts[i].icon);
      chip->name = gtk_label_new (name_of ((DeskQuickPart) i));
      chip->value = gtk_label_new (NULL);
      gtk_widget_add_css_class (chip->button, "token");
      gtk_widget_add_css_class (chip->name, "caption");
      gtk_widget_add_css_class (chip->value, "strong");
      gtk_label_set_xalign (GTK_LABEL (chip->value), 0);
      gtk_label_set_ellipsize (GTK_LABEL (chip->value), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (chip->value), 18);
      gtk_box_append (GTK_BOX (head), chip->name);
      gtk_box_append (GTK_BOX (head), desk_keycap_new (key));
      gtk_box_append (GTK_BOX (words), head);
      gtk_box_append (GTK_BOX (words), chip->value);
      gtk_box_append (GTK_BOX (box), chip->icon);
      gtk_box_append (GTK_BOX (box), words);
      gtk_button_set_child (GTK_BUTTON (chip->button), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name_of ((DeskQuickPart) i),
                                      GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
      gtk_widget_set_focus_on_click (chip->button, FALSE);
      g_object_set_data (G_OBJECT (chip->button), "desk-part", GINT_TO_POINTER (i));
      g_signal_connect (chip->button, "clicked", G_CALLBACK (token_clicked), self);
      desk_wrap_box_append (self->chips, chip->button);
    }
}
