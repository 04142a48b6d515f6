/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up-forms-private.h"

#include <glib/gi18n.h>

#include "desk-form.h"
#include "desk-text-label.h"

/* Returns: (transfer full): without a record yet. */
DeskFollowUpOrder *
desk_follow_up_order_new (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskUseCase use_case, const char *subject)
{
  DeskFollowUpOrder *order = g_new0 (DeskFollowUpOrder, 1);

  order->window = g_object_ref (window);
  order->engine = g_object_ref (engine);
  order->text = desk_text_ref (text);
  order->use_case = use_case;
  order->subject = g_strdup (subject);
  return order;
}

void
desk_follow_up_order_free (DeskFollowUpOrder *order)
{
  g_object_unref (order->window);
  g_object_unref (order->engine);
  desk_text_unref (order->text);
  desk_record_free (order->record);
  g_free (order->subject);
  if (order->places != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, order->places);
  g_free (order);
}

static void
say_saved (DeskForm *form, gint64 id, gint64 act_id, DeskWindow *window)
{
  gboolean made = desk_form_get_record (form)->id == 0;
  DeskUseCase use_case = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (form), "desk-use-case"));
  const char *place = g_object_get_data (G_OBJECT (form), "desk-place");
  g_autofree char *words = desk_text_act_on (desk_form_get_text (form), desk_use_case_nick (use_case),
                                             made, place);

  if (act_id != 0 && desk_use_case_undo (use_case) == DESK_UNDO_UNDOABLE)
    desk_window_toast_undo (window, words, act_id);
  else
    desk_window_toast (window, words);
}

/* Shows the form over the window. @place: what the toast may name: a room number, never a person. */
void
desk_follow_up_order_present (const DeskFollowUpOrder *order, GtkWidget *form)
{
  g_autofree char *name = desk_follow_up_order_name (order);

  if (name != NULL)
    desk_form_set_draft_name (DESK_FORM (form), name);
  desk_form_load (DESK_FORM (form));
  g_object_set_data (G_OBJECT (form), "desk-use-case", GINT_TO_POINTER (order->use_case));
  g_object_set_data_full (G_OBJECT (form), "desk-place", g_strdup (order->subject), g_free);
  g_signal_connect_object (form, "saved", G_CALLBACK (say_saved), order->window, 0);
  desk_window_present_form (order->window, form);
}

static gpointer
refuse_input (DeskForm *form, const char *request_key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems,
              gpointer data)
{
  return desk_decision_input_new (request_key, record->id, DESK_REQUEST_REFUSED, ((DeskRequest *) record)->answer);
}

void
desk_request_form_refuse (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskRequestCard *card)
{
  const char *what = desk_text_act (text, card->request->use_case, card->request->record_id == 0);
  g_autofree char *title = desk_text_fill (_("Refuse: %1"), (const char *[]){ what, NULL });
  DeskFollowUpOrder order = { .window = window, .engine = engine, .text = text, .use_case = DESK_USE_CASE_DECIDE_REQUEST,
                  .subject = (char *) "" };
  GtkWidget *form;

  if (window == NULL)
    return;
  form = desk_form_new (engine, text, title, desk_record_copy (card->request));
  desk_form_set_use_case (DESK_FORM (form), DESK_USE_CASE_DECIDE_REQUEST, refuse_input, NULL);
  desk_form_add_entry (DESK_FORM (form), "answer", NULL);
  desk_form_set_save_label (DESK_FORM (form), _("Refuse"));
  desk_follow_up_order_present (&order, form);
}
