/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cost-section.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-compose.h"
#include "desk-cost-entry.h"
#include "desk-decimal.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-section.h"
#include "desk-text-case.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-window.h"

struct _DeskCostSection
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  GtkWidget *section, *sum, *entry, *fault, *stand, *steps;
  GtkWidget *reason_box, *reason;
  DeskQuoteStep asked; /* the step that waits for its reason */
  DeskCosts *shown;    /* (nullable) */
  gint64 case_id;
  gboolean wants_focus; /* on the fields, once what was saved is shown */
};

G_DEFINE_FINAL_TYPE (DeskCostSection, desk_cost_section, GTK_TYPE_WIDGET)

/* What the steps are called, and whether they ask why. */
static const struct
{
  const char *label;
  gboolean reason;
} step_words[DESK_N_QUOTE_STEPS] = {
  [DESK_QUOTE_STEP_MAKE] = { N_("Quote"), FALSE },
  [DESK_QUOTE_STEP_AGREE] = { N_("Resident Agrees"), FALSE },
  [DESK_QUOTE_STEP_DECLINE] = { N_("Declines"), FALSE },
  [DESK_QUOTE_STEP_BILL] = { N_("Bill"), FALSE },
  [DESK_QUOTE_STEP_CHECK] = { N_("Bill Is Right"), FALSE },
  [DESK_QUOTE_STEP_SEND_BACK] = { N_("Send Back…"), TRUE },
};

static void
say (DeskCostSection *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->fault), words != NULL ? words : "");
  gtk_widget_set_visible (self->fault, words != NULL);
}

static void
say_error (DeskCostSection *self, const GError *error)
{
  g_autofree char *words = desk_cancelled (error) ? NULL : desk_text_error (self->text, error);

  say (self, words);
}

static void
ask_reason (DeskCostSection *self, DeskQuoteStep step)
{
  self->asked = step;
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (self->reason_box, step != 0);
  if (step != 0)
    gtk_widget_grab_focus (self->reason);
}

/* Lines */

static const DeskCostLine *
find (DeskCostSection *self, gint64 id)
{
  for (guint i = 0; self->shown != NULL && i < self->shown->lines->len; i++)
    if (((DeskCostLine *) self->shown->lines->pdata[i])->record.id == id)
      return self->shown->lines->pdata[i];
  return NULL;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCostSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  const DeskProblem *problem = error != NULL ? desk_error_get_problem (error) : NULL;

  if (self->engine == NULL)
    {
      desk_use_case_free_result (use_case, saved);
      return;
    }
  if (saved == NULL)
    {
      say_error (self, error);
      if (problem != NULL && problem->field != NULL && use_case == DESK_USE_CASE_SAVE_COST_LINE)
        desk_cost_entry_focus_field (DESK_COST_ENTRY (self->entry), problem->field);
      if (problem != NULL && problem->code == DESK_PROBLEM_BILL_ABOVE_QUOTE)
        ask_reason (self, DESK_QUOTE_STEP_BILL);
      return;
    }
  say (self, NULL);
  if (use_case == DESK_USE_CASE_SAVE_COST_LINE)
    {
      desk_cost_entry_clear (DESK_COST_ENTRY (self->entry));
      self->wants_focus = TRUE;
    }
  else
    ask_reason (self, 0);
  if (saved->act_id != 0 && desk_use_case_undo (use_case) == DESK_UNDO_UNDOABLE)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)),
                            desk_text_act (self->text, desk_use_case_nick (use_case), saved->version == 1), saved->act_id);
  desk_use_case_free_result (use_case, saved);
}

static void
on_entered_cb (DeskCostSection *self, DeskCostLine *line)
{
  g_autofree char *key = desk_id_new_key ();

  line->case_id = self->case_id;
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_COST_LINE, desk_record_input_new (key, line), NULL, on_saved_cb,
                          g_object_ref (self));
}

static void
on_opened_cb (DeskCostSection *self, int kind, gint64 id)
{
  const DeskCostLine *line = find (self, id);

  if (line != NULL && self->shown->may)
    desk_cost_entry_edit (DESK_COST_ENTRY (self->entry), line);
}

/* Letters that mean nothing here are the page's. */
static gboolean
on_key_cb (DeskSection *section, int kind, gint64 id, guint keyval, DeskCostSection *self)
{
  const DeskCostLine *line = find (self, id);
  g_autofree char *key = desk_id_new_key ();

  if (line == NULL || !self->shown->may || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_e && keyval != GDK_KEY_E))
    return FALSE;
  if (keyval != GDK_KEY_Delete)
    on_opened_cb (self, kind, id);
  else
    desk_engine_call_async (self->engine, DESK_USE_CASE_REMOVE_COST_LINE,
                            desk_remove_input_new (key, line->record.id, line->record.version), NULL, on_saved_cb,
                            g_object_ref (self));
  return TRUE;
}

/* Steps */

static void
take_step (DeskCostSection *self, DeskQuoteStep step, const char *reason)
{
  g_autofree char *key = desk_id_new_key ();

  desk_engine_call_async (self->engine, step >= DESK_QUOTE_STEP_CHECK ? DESK_USE_CASE_CHECK_BILL : DESK_USE_CASE_STEP_QUOTE,
                          desk_quote_input_new (key, self->case_id, step, self->shown->total, reason), NULL, on_saved_cb,
                          g_object_ref (self));
}

static void
on_step_cb (GtkButton *button, DeskCostSection *self)
{
  DeskQuoteStep step = (DeskQuoteStep) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-step"));

  if (step_words[step].reason)
    ask_reason (self, step);
  else
    take_step (self, step, NULL);
}

static void
on_reason_cb (DeskCostSection *self)
{
  if (self->asked != 0)
    take_step (self, self->asked, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

static gboolean
on_reason_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskCostSection *self)
{
  if (keyval != GDK_KEY_Escape || desk_compose_is_under_way (self->reason))
    return FALSE;
  ask_reason (self, 0);
  say (self, NULL);
  return TRUE;
}

/* Showing */

static GtkWidget *
figure (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "num");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_line (DeskCostSection *self, const DeskCostLine *line)
{
  g_autofree char *quantity = desk_cost_quantity (line->quantity);
  g_autofree char *price = desk_decimal_format_grouped (line->price, DESK_DIGITS_MONEY);
  g_autofree char *amount = desk_decimal_format_grouped (line->amount, DESK_DIGITS_MONEY);
  GtkWidget *cells[] = { desk_section_cell (desk_text_enum (self->text, &desk_enum_cost_kind, line->kind), "dim"),
                         desk_section_cell (line->name, NULL), figure (quantity, "dim"), figure (price, "dim"),
                         figure (amount, NULL) };

  desk_section_add_row (DESK_SECTION (self->section), DESK_KIND_COST_LINE, line->record.id, cells, G_N_ELEMENTS (cells));
}

/* "Agreed ¥86.00 · Wang Li 10:24": where the quote stands and by whose hand. */
static char *
stand_words (DeskCostSection *self)
{
  const DeskCaseQuote *quote = self->shown->quote;
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;
  const char *who = self->shown->quoted_by;
  gint64 at;

  if (self->shown->covered)
    return g_strdup (_("Warranty covers it: nothing to charge"));
  if (quote == NULL)
    return g_strdup (self->shown->lines->len > 0 ? _("Not quoted yet") : "");
  at = MAX (quote->made_at, quote->agreed_at);
  if (quote->state == DESK_QUOTE_BILLED || quote->state == DESK_QUOTE_CHECKED)
    {
      who = quote->state == DESK_QUOTE_BILLED ? self->shown->billed_by : self->shown->checked_by;
      at = quote->state == DESK_QUOTE_BILLED ? quote->billed_at : quote->checked_at;
    }
  amount = desk_decimal_format_grouped (quote->amount, DESK_DIGITS_MONEY);
  when = at != 0 ? desk_text_time (self->text, at, desk_engine_now (self->engine)) : g_strdup ("");
  return g_strdup_printf ("%s ¥%s · %s %s",
                          quote->state == DESK_QUOTE_AGREED && quote->agreed_at == 0
                              ? _("Sent back")
                              : desk_text_enum (self->text, &desk_enum_quote_state, quote->state),
                          amount, who != NULL ? who : "", when);
}

static void
fill_steps (DeskCostSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps)) != NULL)
    gtk_box_remove (GTK_BOX (self->steps), child);
  for (guint i = 0; i < self->shown->n_steps; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(step_words[self->shown->steps[i]].label));

      gtk_widget_add_css_class (button, "small");
      g_object_set_data (G_OBJECT (button), "desk-step", GINT_TO_POINTER (self->shown->steps[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (on_step_cb), self);
      gtk_box_append (GTK_BOX (self->steps), button);
    }
}

/* Shows what was read, with the focus where it was. */
static void
fill (DeskCostSection *self)
{
  gint64 selected = desk_section_get_selected (DESK_SECTION (self->section), NULL);
  g_autofree char *total = desk_decimal_format_grouped (self->shown->total, DESK_DIGITS_MONEY);
  g_autofree char *sum = g_strdup_printf (_("Total ¥%s"), total);
  g_autofree char *stand = stand_words (self);

  desk_section_clear (DESK_SECTION (self->section));
  for (guint i = 0; i < self->shown->lines->len; i++)
    add_line (self, self->shown->lines->pdata[i]);
  if (self->shown->lines->len == 0 && !self->shown->may)
    desk_section_add_words (DESK_SECTION (self->section), _("No parts and no labour."));
  desk_section_set_hint (DESK_SECTION (self->section),
                         self->shown->may && self->shown->lines->len > 0 ? _("Enter changes, Delete removes") : NULL);
  gtk_label_set_text (GTK_LABEL (self->sum), sum);
  gtk_widget_set_visible (self->sum, self->shown->lines->len > 0);
  gtk_widget_set_visible (self->entry, self->shown->may && desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY);
  gtk_label_set_text (GTK_LABEL (self->stand), stand);
  fill_steps (self);
  if (self->wants_focus)
    desk_cost_entry_focus_field (DESK_COST_ENTRY (self->entry), NULL);
  else if (selected != 0)
    desk_section_focus (DESK_SECTION (self->section), selected);
  self->wants_focus = FALSE;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCostSection) self = data;
  g_autoptr (GError) error = NULL;
  DeskCosts *out = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (out == NULL || self->engine == NULL)
    {
      if (error != NULL && !desk_cancelled (error))
        g_info ("costs of a page: %s", error->message);
      desk_use_case_free_result (DESK_USE_CASE_GET_COSTS, out);
      return;
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_COSTS, self->shown);
  self->shown = out;
  fill (self);
}

static void
reload (DeskCostSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->case_id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_COSTS, desk_get_input_new (DESK_KIND_SERVICE_CASE, self->case_id, 0),
                          self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_changed (DeskCostSection *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_COST_LINE) || desk_change_set_touches (changes, DESK_KIND_CASE_QUOTE)
      || desk_change_set_has (changes, DESK_KIND_SERVICE_CASE, self->case_id))
    reload (self);
}

/* Object */

static void
desk_cost_section_dispose (GObject *object)
{
  DeskCostSection *self = DESK_COST_SECTION (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  desk_use_case_free_result (DESK_USE_CASE_GET_COSTS, g_steal_pointer (&self->shown));
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_cost_section_parent_class)->dispose (object);
}

static void
desk_cost_section_class_init (DeskCostSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_cost_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_cost_section_init (DeskCostSection *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
}

static void
build_reason (DeskCostSection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *label = gtk_label_new (_("Why"));

  self->reason_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (label, "field-name");
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Enter goes on, Esc leaves it"));
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"), -1);
  gtk_box_append (GTK_BOX (self->reason_box), label);
  gtk_box_append (GTK_BOX (self->reason_box), self->reason);
  gtk_widget_set_visible (self->reason_box, FALSE);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (on_reason_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_reason_key_cb), self);
  gtk_widget_add_controller (self->reason, keys);
  gtk_widget_set_parent (self->reason_box, GTK_WIDGET (self));
}

static void
build_foot (DeskCostSection *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->stand = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->stand), 0);
  gtk_label_set_wrap (GTK_LABEL (self->stand), TRUE);
  gtk_widget_set_hexpand (self->stand, TRUE);
  gtk_widget_add_css_class (self->stand, "dim");
  gtk_box_append (GTK_BOX (foot), self->stand);
  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (foot), self->steps);
  gtk_widget_set_parent (foot, GTK_WIDGET (self));
}

/* Returns: (transfer floating): a section that shows nothing yet. */
GtkWidget *
desk_cost_section_new (DeskEngine *engine, DeskText *text)
{
  DeskCostSection *self = g_object_new (DESK_TYPE_COST_SECTION, NULL);
  const DeskSectionColumn columns[]
      = { { NULL, 40, FALSE }, { NULL, 80, TRUE }, { NULL, 48, FALSE }, { NULL, 72, FALSE }, { NULL, 84, FALSE } };

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->section = desk_section_new (_("Parts and Labour"));
  desk_section_set_columns (DESK_SECTION (self->section), columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (self->section, "opened", G_CALLBACK (on_opened_cb), self);
  g_signal_connect (self->section, "key", G_CALLBACK (on_key_cb), self);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  self->sum = figure (NULL, "strong");
  gtk_widget_set_parent (self->sum, GTK_WIDGET (self));
  self->entry = desk_cost_entry_new (text);
  gtk_widget_set_visible (self->entry, FALSE);
  g_signal_connect_swapped (self->entry, "entered", G_CALLBACK (on_entered_cb), self);
  g_signal_connect_swapped (self->entry, "wrong", G_CALLBACK (say), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->fault = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_add_css_class (self->fault, "field-error");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_set_parent (self->fault, GTK_WIDGET (self));
  build_reason (self);
  build_foot (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Shows what another case costs; what was typed for the last is gone. */
void
desk_cost_section_show (DeskCostSection *self, gint64 case_id)
{
  if (self->case_id == case_id && self->shown != NULL)
    return;
  self->case_id = case_id;
  desk_cost_entry_clear (DESK_COST_ENTRY (self->entry));
  ask_reason (self, 0);
  say (self, NULL);
  reload (self);
}
