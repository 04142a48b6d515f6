/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-form.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-compose.h"
#include "desk-entry-field.h"
#include "desk-form-private.h"
#include "desk-id.h"
#include "desk-lines-field.h"
#include "desk-notice.h"
#include "desk-numbers-field.h"
#include "desk-pick-field.h"
#include "desk-text-label.h"
#include "desk-window.h"

enum
{
  SAVED,
  REMOVED,
  LEFT,
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskForm, desk_form, GTK_TYPE_WIDGET)

static void
show_outcome (DeskForm *self)
{
  const char *words = self->dirty && self->outcome_words == NULL ? _("Esc leaves, what you typed is kept.")
                                                                 : self->outcome_words;

  gtk_label_set_text (GTK_LABEL (self->outcome), words != NULL ? words : "");
}

static void
field_changed (DeskField *field, DeskForm *self)
{
  self->saves_settled = FALSE; /* something else stands there than what was to be saved */
  desk_form_touch (self);
}

/* Enter: the next field of the form that can take the focus, after the last the button. */
static void
field_next (DeskField *field, DeskForm *self)
{
  guint at = 0;

  if (self->quick)
    {
      desk_form_save (self);
      return;
    }
  if (g_ptr_array_find (self->fields, field, &at))
    for (guint i = at + 1; i < self->fields->len; i++)
      if (gtk_widget_get_visible (self->fields->pdata[i]))
        {
          desk_field_focus (self->fields->pdata[i]);
          return;
        }
  gtk_widget_grab_focus (self->save);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskForm *self)
{
  if (keyval == GDK_KEY_Escape)
    desk_form_leave (self);
  else if (keyval == GDK_KEY_s && (state & GDK_CONTROL_MASK) != 0)
    desk_form_save (self);
  else
    return FALSE;
  return TRUE;
}

/* Ctrl+Enter saves from anywhere: a text view would make a line of it before the form hears of it. */
static gboolean
save_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskForm *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0
      || desk_compose_is_under_way (GTK_WIDGET (self)))
    return FALSE;
  desk_form_save (self);
  return TRUE;
}

static void
desk_form_dispose (GObject *object)
{
  DeskForm *self = DESK_FORM (object);
  GtkWidget *child;

  desk_form_draft_dispose (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->labels);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_form_parent_class)->dispose (object);
}

static void
desk_form_finalize (GObject *object)
{
  DeskForm *self = DESK_FORM (object);

  g_ptr_array_unref (self->fields);
  desk_record_free (self->record);
  desk_text_unref (self->text);
  g_free (self->key);
  g_free (self->outcome_words);
  g_free (self->draft_name);
  g_array_unref (self->typed);
  g_clear_pointer (&self->restored, g_hash_table_unref);
  G_OBJECT_CLASS (desk_form_parent_class)->finalize (object);
}

static void
desk_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_form_parent_class)->map (widget);
  desk_form_draft_shown (DESK_FORM (widget));
}

static void
desk_form_unmap (GtkWidget *widget)
{
  desk_form_draft_hidden (DESK_FORM (widget));
  GTK_WIDGET_CLASS (desk_form_parent_class)->unmap (widget);
}

static void
desk_form_class_init (DeskFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_form_finalize;
  GTK_WIDGET_CLASS (klass)->map = desk_form_map;
  GTK_WIDGET_CLASS (klass)->unmap = desk_form_unmap;
  signals[SAVED] = g_signal_new ("saved", DESK_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_INT64, G_TYPE_INT64);
  signals[REMOVED] = g_signal_new ("removed", DESK_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_INT64);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", DESK_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
build_foot (DeskForm *self)
{
  GtkWidget *cancel = desk_button_new (NULL, _("Cancel"), "Esc");

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->foot, "form-foot");
  self->remove = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_visible (self->remove, FALSE);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (desk_form_remove_record), self);
  gtk_box_append (GTK_BOX (self->foot), self->remove);
  self->outcome = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->outcome, "outcome");
  gtk_label_set_xalign (GTK_LABEL (self->outcome), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->outcome), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->outcome, TRUE);
  gtk_box_append (GTK_BOX (self->foot), self->outcome);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (desk_form_leave), self);
  gtk_box_append (GTK_BOX (self->foot), cancel);
  self->save = desk_button_new (NULL, _("Save"), "Ctrl+Enter");
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (desk_form_save), self);
  gtk_box_append (GTK_BOX (self->foot), self->save);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

/* The title; beside it, where words of several lines are written, that phrases are at hand. */
static void
build_head (DeskForm *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->phrases = desk_button_new (NULL, _("Phrases"), "Ctrl+;");
  gtk_widget_add_css_class (self->phrases, "flat");
  gtk_widget_add_css_class (self->phrases, "form-phrases");
  gtk_widget_set_focusable (self->phrases, FALSE);
  gtk_widget_set_focus_on_click (self->phrases, FALSE);
  gtk_widget_set_valign (self->phrases, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->phrases, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->phrases), "win.phrase");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->phrases);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
desk_form_init (DeskForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *save = gtk_event_controller_key_new ();

  self->fields = g_ptr_array_new ();
  self->key = desk_id_new_key ();
  self->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->remove_use_case = DESK_N_USE_CASES;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "desk-title");
  gtk_widget_add_css_class (self->title, "form-title");
  build_head (self);
  desk_form_draft_init (self);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->notices, "form-notices");
  gtk_widget_set_parent (self->notices, GTK_WIDGET (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->body, "form-body");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->body);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  build_foot (self);
  gtk_event_controller_set_propagation_phase (save, GTK_PHASE_CAPTURE);
  g_signal_connect (save, "key-pressed", G_CALLBACK (save_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), save);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * desk_form_new:
 * @title: translated
 * @record: (transfer full): what is edited; id 0: what is proposed
 *
 * Returns: (transfer floating): a form without fields; add them, then call desk_form_load()
 */
GtkWidget *
desk_form_new (DeskEngine *engine, DeskText *text, const char *title, DeskRecord *record)
{
  DeskForm *self = g_object_new (DESK_TYPE_FORM, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->record = record;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/* @input: (nullable): NULL makes a DeskRecordInput of the record. */
void
desk_form_set_use_case (DeskForm *self, DeskUseCase use_case, DeskFormInput input, gpointer data)
{
  self->use_case = use_case;
  self->input = input;
  self->data = data;
}

/* Told of problems of fields the form does not have. */
void
desk_form_set_problem_func (DeskForm *self, DeskFormProblem func)
{
  self->problem = func;
}

static void
set_button_words (GtkWidget *button, const char *label)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* @label: what comes of it: "Make unit". */
void
desk_form_set_save_label (DeskForm *self, const char *label)
{
  set_button_words (self->save, label);
}

/* A form of few fields, most of them with their best guess: Enter in any of them saves, Tab goes on. */
void
desk_form_set_quick (DeskForm *self)
{
  self->quick = TRUE;
}

/* A second button that takes the record away by @use_case (of DeskRemoveInput). */
void
desk_form_set_remove (DeskForm *self, DeskUseCase use_case, const char *label)
{
  self->remove_use_case = use_case;
  gtk_button_set_label (GTK_BUTTON (self->remove), label);
  gtk_widget_set_visible (self->remove, TRUE);
}

/* @words: (nullable): what will happen, beside the button. */
void
desk_form_set_outcome (DeskForm *self, const char *words)
{
  g_free (self->outcome_words);
  self->outcome_words = g_strdup (words);
  show_outcome (self);
}

/* Puts @field (transfer floating) at the end, bound to a field of a record. Returns: (transfer none): it. */
DeskField *
desk_form_add (DeskForm *self, GtkWidget *field, DeskKind kind, const char *name, const char *label)
{
  desk_field_bind (DESK_FIELD (field), kind, name, label, self->labels);
  g_signal_connect (field, "changed", G_CALLBACK (field_changed), self);
  g_signal_connect_swapped (field, "settled", G_CALLBACK (desk_form_settled), self);
  g_signal_connect (field, "next", G_CALLBACK (field_next), self);
  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (self->body), field);
  if (DESK_IS_LINES_FIELD (field) && self->record->kind != DESK_KIND_PHRASE)
    gtk_widget_set_visible (self->phrases, TRUE);
  return DESK_FIELD (field);
}

static DeskField *
add_named (DeskForm *self, GtkWidget *field, const char *name)
{
  return desk_form_add (self, field, self->record->kind, name, desk_text_field (self->text, self->record->kind, name));
}

/* A line of words, a number, a day … by the type of the record's field. @example: (nullable). */
DeskField *
desk_form_add_entry (DeskForm *self, const char *name, const char *example)
{
  GtkWidget *field = desk_entry_field_new ();

  desk_entry_field_set_example (DESK_ENTRY_FIELD (field), example);
  return add_named (self, field, name);
}

/* Several lines of words. */
DeskField *
desk_form_add_lines (DeskForm *self, const char *name)
{
  return add_named (self, desk_lines_field_new (), name);
}

/* One of the values of the record's field. */
DeskField *
desk_form_add_choice (DeskForm *self, const char *name)
{
  const DeskFieldSpec *spec = desk_record_find_field (self->record->kind, name);

  return add_named (self, desk_choice_field_new_enum (self->text, spec->values), name);
}

/* A person or a unit. */
DeskField *
desk_form_add_pick (DeskForm *self, const char *name, DeskKind kind, gboolean may_make)
{
  return add_named (self, desk_pick_field_new (self->engine, self->text, kind, may_make), name);
}

/* Anything else, at the end. @widget: (transfer floating). */
void
desk_form_add_widget (DeskForm *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->body), widget);
}

/* Returns: (transfer none): makes labels equally wide. */
GtkSizeGroup *
desk_form_get_labels (DeskForm *self)
{
  return self->labels;
}

/* Returns: (transfer none) (nullable): the field called @name. */
DeskField *
desk_form_get_field (DeskForm *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (desk_field_get_name (self->fields->pdata[i]), name) == 0)
      return self->fields->pdata[i];
  return NULL;
}

/* Returns: (transfer none). */
DeskEngine *
desk_form_get_engine (DeskForm *self)
{
  return self->engine;
}

/* Returns: (transfer none). */
DeskText *
desk_form_get_text (DeskForm *self)
{
  return self->text;
}

/* Returns: (transfer none): the record as it was read or proposed, without what was typed. */
DeskRecord *
desk_form_get_record (DeskForm *self)
{
  return self->record;
}

/* Puts the record into the fields. */
void
desk_form_load (DeskForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    desk_field_load (self->fields->pdata[i], self->record);
  self->dirty = FALSE;
  show_outcome (self);
  desk_form_draft_loaded (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* Something was typed. */
void
desk_form_touch (DeskForm *self)
{
  self->dirty = TRUE;
  show_outcome (self);
  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
}

/* Returns: whether something was typed since it was loaded or saved. */
gboolean
desk_form_is_dirty (DeskForm *self)
{
  return self->dirty;
}

/* Is @field where somebody wants to begin: a fault; in a new record the first thing to be typed; in an old one the
 * first words; in a quick form the first of all? */
static gboolean
begins_here (DeskForm *self, DeskField *field, int pass)
{
  if (pass == 0)
    return desk_field_has_problem (field);
  if (self->quick)
    return pass == 3;
  if (pass == 1)
    return self->record->id == 0 && desk_field_is_empty (field);
  return pass == 3 || !DESK_IS_CHOICE_FIELD (field);
}

/* Puts the focus on the first field with a fault, else the first empty one, else the first. */
void
desk_form_focus (DeskForm *self)
{
  for (int pass = 0; pass < 4; pass++)
    for (guint i = 0; i < self->fields->len; i++)
      if (gtk_widget_get_visible (self->fields->pdata[i]) && begins_here (self, self->fields->pdata[i], pass))
        {
          desk_field_focus (self->fields->pdata[i]);
          return;
        }
  /* A form of numbers only: what they are of is not where somebody wants to begin. */
  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DESK_IS_NUMBERS_FIELD (child) && gtk_widget_grab_focus (child))
      return;
  /* A form that asks for nothing but a yes. */
  if (!gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->save);
}

/* Goes without saving; what was typed is kept. */
void
desk_form_leave (DeskForm *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* For the other half: nothing is changed yet; what was typed waits for somebody who may approve it. */
void
desk_form_asked (DeskForm *self, DeskUseCase use_case)
{
  gint64 roles = desk_engine_who_approves (self->engine, desk_use_case_right (use_case));
  g_autofree char *who = desk_text_staff_roles (self->text, roles);
  g_autofree char *words = g_strdup_printf (_("Waits for approval: %s"), who);

  self->dirty = FALSE;
  desk_form_draft_done (self);
  desk_window_toast (desk_window_of (GTK_WIDGET (self)), words);
  g_signal_emit (self, signals[LEFT], 0);
}

/* For the other half: the record stands. */
void
desk_form_saved (DeskForm *self, gint64 id, gint64 act_id)
{
  self->dirty = FALSE;
  desk_form_draft_done (self);
  g_signal_emit (self, signals[SAVED], 0, id, act_id);
}

/* For the other half: the record is gone. */
void
desk_form_removed (DeskForm *self, gint64 act_id)
{
  self->dirty = FALSE;
  desk_form_draft_done (self);
  g_signal_emit (self, signals[REMOVED], 0, act_id);
}
