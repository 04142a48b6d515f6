/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-forms.h"

#include <glib/gi18n.h>

#include "desk-choice-field.h"
#include "desk-form.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-outage.h"
#include "desk-time-field.h"

/* What stands in the form's choice besides the outage's own fields. */
#define TOLD_FIELD "ended_by"

static void
say_saved (DeskForm *form, gint64 id, gint64 act_id, DeskWindow *window)
{
  const char *use_case = g_object_get_data (G_OBJECT (form), "desk-use-case");
  gboolean made = desk_form_get_record (form)->id == 0;

  if (act_id != 0)
    desk_window_toast_undo (window, desk_text_act (desk_form_get_text (form), use_case, made), act_id);
}

static void
present (DeskWindow *window, GtkWidget *form, const char *use_case, const char *draft)
{
  g_object_set_data (G_OBJECT (form), "desk-use-case", (gpointer) use_case);
  desk_form_set_draft_name (DESK_FORM (form), draft);
  desk_form_load (DESK_FORM (form));
  g_signal_connect_object (form, "saved", G_CALLBACK (say_saved), window, 0);
  desk_window_present_form (window, form);
}

/* What was reported just now is the selected row. */
static void
show_made (DeskForm *form, gint64 id, gint64 act_id, DeskWindow *window)
{
  desk_window_open_record (window, DESK_KIND_OUTAGE, id);
}

void
desk_outage_form_open (DeskWindow *window, const DeskOutage *outage)
{
  DeskEngine *engine = desk_window_get_engine (window);
  DeskText *text = desk_window_get_text (window);
  g_autofree char *draft = NULL;
  DeskRecord *record;
  GtkWidget *form, *until;

  if (engine == NULL)
    return;
  record = outage != NULL ? desk_record_copy (outage) : desk_record_new (DESK_KIND_OUTAGE);
  if (outage == NULL)
    {
      ((DeskOutage *) record)->topic = DESK_OUTAGE_WATER;
      ((DeskOutage *) record)->begun_at = desk_engine_now (engine);
    }
  draft = g_strdup_printf ("outages:edit/%" G_GINT64_FORMAT, record->id);
  form = desk_form_new (engine, text, outage != NULL ? C_ ("kind", "Outage") : _("New Outage"), record);
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_SAVE_OUTAGE, NULL, NULL);
  desk_form_add_choice (DESK_FORM (form), "topic");
  desk_form_add_entry (DESK_FORM (form), "buildings", _("3, 5-7; empty: all"));
  desk_form_add_entry (DESK_FORM (form), "title", _("tank cleaning"));
  until = desk_time_field_new (engine, text);
  desk_time_field_set_optional (DESK_TIME_FIELD (until));
  desk_form_add (DESK_FORM (form), until, DESK_KIND_OUTAGE, "expected_at",
                 desk_text_field (text, DESK_KIND_OUTAGE, "expected_at"));
  desk_form_add_lines (DESK_FORM (form), "script");
  if (outage == NULL)
    {
      desk_form_set_save_label (DESK_FORM (form), _("Report It"));
      g_signal_connect_object (form, "saved", G_CALLBACK (show_made), window, 0);
    }
  present (window, form, "save_outage", draft);
}

static gpointer
end_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  const DeskOutage *outage = (DeskOutage *) record;

  return desk_end_outage_input_new (key, record->id, record->version, outage->ending, outage->ended_by == 1);
}

void
desk_outage_end_form_open (DeskWindow *window, const DeskOutageCard *card)
{
  const gint64 values[] = { 0, 1 };
  const char *const words[] = { C_ ("outage", "Still to be told"), C_ ("outage", "All told") };
  DeskEngine *engine = desk_window_get_engine (window);
  DeskText *text = desk_window_get_text (window);
  GtkWidget *form, *told = desk_choice_field_new ();
  g_autofree char *callers = desk_text_number (card->n_callers);
  g_autofree char *outcome = desk_text_fill (_("%1 entries are closed with this; repairs nobody has taken yet are settled."),
                                             (const char *[]){ callers, NULL });
  g_autofree char *draft = g_strdup_printf ("outages:end/%" G_GINT64_FORMAT, card->outage->record.id);
  DeskRecord *record = desk_record_copy (card->outage);

  ((DeskOutage *) record)->ended_by = 0;
  form = desk_form_new (engine, text, _("Outage Over"), record);
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_END_OUTAGE, end_input, NULL);
  desk_form_add_lines (DESK_FORM (form), "ending");
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (told), values, words, G_N_ELEMENTS (values));
  desk_form_add (DESK_FORM (form), told, DESK_KIND_OUTAGE, TOLD_FIELD, C_ ("outage", "Callers"));
  desk_form_set_outcome (DESK_FORM (form), outcome);
  desk_form_set_save_label (DESK_FORM (form), _("End and Close All"));
  present (window, form, "end_outage", draft);
}
