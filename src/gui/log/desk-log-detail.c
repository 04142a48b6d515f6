/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-log-detail-private.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-log-forms.h"
#include "desk-notice.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-window.h"

G_DEFINE_FINAL_TYPE (DeskLogDetail, desk_log_detail, GTK_TYPE_WIDGET)

static void
drop_page (DeskLogDetail *self)
{
  if (self->shown != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_VISIT_PAGE, self->shown);
  self->shown = NULL;
}

/* The summary that is being written is kept like every form's words. */

static GHashTable *
gather (gpointer owner)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (words, g_strdup ("summary"), desk_log_detail_get_summary (owner));
  return words;
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskLogDetail *self = owner;
  const char *words = g_hash_table_lookup (fields, "summary");

  if (words != NULL)
    desk_log_detail_set_summary (self, words);
  g_free (self->close_key);
  self->close_key = g_strdup (draft->request_key);
}

static void
stop_keeping (DeskLogDetail *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_flush (self->keeper);
  if (self->keeper != NULL)
    g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
}

static void
start_keeping (DeskLogDetail *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };
  g_autofree char *name = g_strdup_printf ("log:close/%" G_GINT64_FORMAT, self->visit_id);

  stop_keeping (self);
  g_free (self->close_key);
  self->close_key = desk_id_new_key ();
  if (self->shown == NULL || self->shown->visit->closed_at != 0)
    return;
  self->keeper = desk_draft_keeper_new (self->engine, name, _("Summary"), &funcs, self);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_set_origin (self->keeper, self->close_key, 0);
  desk_draft_keeper_look (self->keeper);
}

/* Reading */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLogDetail) self = data;
  g_autoptr (GError) error = NULL;
  DeskVisitPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gboolean same;

  if (page == NULL && desk_cancelled (error))
    return;
  if (self->engine == NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_GET_VISIT_PAGE, page);
      return;
    }
  g_clear_object (&self->reading);
  same = page != NULL && self->shown != NULL && self->shown->visit->record.id == page->visit->record.id
         && (self->shown->visit->closed_at != 0) == (page->visit->closed_at != 0);
  drop_page (self);
  self->shown = page;
  if (page == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_empty_set_words (self->empty, NULL, sentence);
    }
  if (!same)
    desk_log_detail_set_summary (self, "");
  desk_log_detail_fill (self);
  if (!same)
    start_keeping (self);
}

static void
reload (DeskLogDetail *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_VISIT_PAGE,
                          desk_get_input_new (DESK_KIND_VISIT, self->visit_id, desk_engine_today (self->engine)),
                          self->reading, read_cb, g_object_ref (self));
}

/* Shows this entry; 0: none. */
void
desk_log_detail_show (DeskLogDetail *self, gint64 visit_id)
{
  if (self->visit_id == visit_id && self->shown != NULL)
    return;
  stop_keeping (self);
  self->visit_id = visit_id;
  if (visit_id != 0)
    {
      reload (self);
      return;
    }
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  drop_page (self);
  desk_empty_set_words (self->empty, NULL, _("Choose an entry."));
  desk_log_detail_fill (self);
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskLogDetail *self)
{
  static const DeskKind kinds[] = { DESK_KIND_VISIT, DESK_KIND_MEMO, DESK_KIND_SERVICE_CASE, DESK_KIND_FOLLOW_UP,
                                    DESK_KIND_UNIT, DESK_KIND_PERSON, DESK_KIND_STAFF };

  for (guint i = 0; self->visit_id != 0 && i < G_N_ELEMENTS (kinds); i++)
    if (desk_change_set_touches (changes, kinds[i]))
      {
        reload (self);
        return;
      }
}

/* Doing */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLogDetail) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  self->saving = FALSE;
  if (saved == NULL)
    {
      if (!desk_cancelled (error) && !g_error_matches (error, DESK_ERROR, DESK_ERROR_DUPLICATE))
        desk_window_say_error (window, error);
    }
  else
    {
      const char *place = self->shown != NULL && self->shown->unit_label != NULL ? self->shown->unit_label : "";
      g_autofree char *words = desk_text_act_on (self->text, desk_use_case_nick (use_case), FALSE, place);

      if (use_case == DESK_USE_CASE_STEP_VISIT && self->keeper != NULL)
        desk_draft_keeper_drop (self->keeper);
      if (saved->act_id != 0)
        desk_window_toast_undo (window, words, saved->act_id);
    }
  desk_use_case_free_result (use_case, saved);
}

static void
step (DeskLogDetail *self, DeskVisitStep what, const char *key, const char *text)
{
  const DeskVisit *visit = self->shown->visit;

  self->saving = TRUE;
  desk_engine_call_async (self->engine, DESK_USE_CASE_STEP_VISIT,
                          desk_visit_step_input_new (key, visit->record.id, visit->record.version, what, 0, text), NULL,
                          done_cb, g_object_ref (self));
}

/* Closes the entry with its summary; without one it says so and goes there. Returns: FALSE when nothing is to be closed. */
gboolean
desk_log_detail_save (DeskLogDetail *self)
{
  g_autofree char *words = NULL;
  g_autofree char *stripped = NULL;

  if (self->shown == NULL || self->shown->visit->closed_at != 0 || self->saving)
    return FALSE;
  words = desk_log_detail_get_summary (self);
  stripped = g_strstrip (g_strdup (words));
  if (*stripped == '\0')
    {
      gtk_widget_add_css_class (gtk_widget_get_parent (self->summary), "error");
      gtk_widget_grab_focus (self->summary);
      return TRUE;
    }
  step (self, DESK_VISIT_STEP_CLOSE, self->close_key, words);
  return TRUE;
}

/* The first memo that is still to be delivered or answered. */
static const DeskMemo *
open_memo (DeskLogDetail *self, gboolean undelivered)
{
  for (guint i = 0; i < self->shown->memos->len; i++)
    {
      const DeskMemo *memo = ((DeskMemoCard *) self->shown->memos->pdata[i])->memo;

      if (undelivered ? memo->delivered_at == 0 : memo->answered_at == 0)
        return memo;
    }
  return NULL;
}

static void
deliver (DeskLogDetail *self)
{
  const DeskMemo *memo = open_memo (self, TRUE);
  g_autofree char *key = desk_id_new_key ();

  if (memo == NULL)
    return;
  desk_engine_call_async (self->engine, DESK_USE_CASE_ANSWER_MEMO,
                          desk_memo_input_new (key, memo->record.id, memo->record.version, NULL), NULL, done_cb,
                          g_object_ref (self));
}

/* Everything that one key makes of the entry: the right it takes; a form of the log, or else a kind for quick entry. */
static const struct
{
  DeskRight right;
  DeskLogForm form;
  gint64 kind; /* DeskVisitKind for quick entry, 0: a form */
} deeds[DESK_N_LOG_ACTS] = {
  [DESK_LOG_ACT_REPAIR] = { DESK_RIGHT_CASE_OPEN, 0, DESK_VISIT_REPAIR },
  [DESK_LOG_ACT_COMPLAINT] = { DESK_RIGHT_CASE_OPEN, 0, DESK_VISIT_COMPLAINT },
  [DESK_LOG_ACT_FOLLOW_UP] = { DESK_RIGHT_FOLLOW_UP_EDIT, DESK_LOG_FORM_FOLLOW_UP, 0 },
  [DESK_LOG_ACT_MEMO] = { DESK_RIGHT_MESSAGE_SEND, DESK_LOG_FORM_MEMO, 0 },
  [DESK_LOG_ACT_HAND] = { DESK_RIGHT_VISIT_LOG, DESK_LOG_FORM_HAND, 0 },
  [DESK_LOG_ACT_EDIT] = { DESK_RIGHT_VISIT_LOG, DESK_LOG_FORM_EDIT, 0 },
  [DESK_LOG_ACT_ACCEPT] = { DESK_RIGHT_VISIT_LOG, 0, 0 },
  [DESK_LOG_ACT_RETURN] = { DESK_RIGHT_VISIT_LOG, DESK_LOG_FORM_RETURN, 0 },
  [DESK_LOG_ACT_DELIVER] = { DESK_RIGHT_MESSAGE_SEND, 0, 0 },
  [DESK_LOG_ACT_ANSWER] = { DESK_RIGHT_MESSAGE_SEND, DESK_LOG_FORM_ANSWER, 0 },
};

static gboolean
means_something (DeskLogDetail *self, DeskLogAct act)
{
  if (self->shown == NULL || self->saving)
    return FALSE;
  switch ((int) act)
    {
    case DESK_LOG_ACT_ACCEPT:
    case DESK_LOG_ACT_RETURN:
      return self->shown->offered;
    case DESK_LOG_ACT_DELIVER:
    case DESK_LOG_ACT_ANSWER:
      return open_memo (self, act == DESK_LOG_ACT_DELIVER) != NULL;
    case DESK_LOG_ACT_HAND:
      return self->shown->visit->closed_at == 0;
    default:
      return TRUE;
    }
}

/* What a key or button of the entry does. */
void
desk_log_detail_act (DeskLogDetail *self, DeskLogAct act)
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  const DeskMemo *memo;
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, deeds[act].right, TRUE);
  g_autofree char *key = desk_id_new_key ();

  if (!means_something (self, act))
    return;
  if (reason != NULL)
    {
      desk_window_toast (window, reason);
      return;
    }
  if (act == DESK_LOG_ACT_ACCEPT)
    step (self, DESK_VISIT_STEP_ACCEPT, key, NULL);
  else if (act == DESK_LOG_ACT_DELIVER)
    deliver (self);
  else if (deeds[act].kind != 0)
    desk_window_quick_entry (window, &(DeskQuickAsk){ .kind = deeds[act].kind, .visit = self->shown->visit });
  else
    {
      memo = act == DESK_LOG_ACT_ANSWER ? open_memo (self, FALSE) : NULL;
      desk_log_form_open (window, deeds[act].form, self->visit_id, memo != NULL ? memo->record.id : 0);
    }
}

/* A letter on the row in the list. */
gboolean
desk_log_detail_key (DeskLogDetail *self, guint keyval)
{
  static const struct
  {
    char letter;
    DeskLogAct act;
  } keys[] = {
    { 'r', DESK_LOG_ACT_REPAIR }, { 'c', DESK_LOG_ACT_COMPLAINT }, { 'f', DESK_LOG_ACT_FOLLOW_UP },
    { 'm', DESK_LOG_ACT_MEMO },   { 't', DESK_LOG_ACT_HAND },      { 'e', DESK_LOG_ACT_EDIT },
    { 'y', DESK_LOG_ACT_ACCEPT }, { 'n', DESK_LOG_ACT_RETURN },    { 'd', DESK_LOG_ACT_DELIVER },
    { 'a', DESK_LOG_ACT_ANSWER },
  };
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (c == (guint32) keys[i].letter)
      {
        desk_log_detail_act (self, keys[i].act);
        return TRUE;
      }
  return FALSE;
}

/* Puts the focus where the entry is brought to its end: its summary, else its first button. */
void
desk_log_detail_focus (DeskLogDetail *self)
{
  if (self->shown != NULL && self->shown->visit->closed_at == 0)
    gtk_widget_grab_focus (self->summary);
  else
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

/* Object */

static void
desk_log_detail_dispose (GObject *object)
{
  DeskLogDetail *self = DESK_LOG_DETAIL (object);

  stop_keeping (self);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  drop_page (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->close_key, g_free);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_log_detail_parent_class)->dispose (object);
}

static void
desk_log_detail_class_init (DeskLogDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_log_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_log_detail_init (DeskLogDetail *self)
{
}

/* Returns: (transfer floating): nothing chosen yet. */
GtkWidget *
desk_log_detail_new (DeskEngine *engine, DeskText *text)
{
  DeskLogDetail *self = g_object_new (DESK_TYPE_LOG_DETAIL, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  desk_log_detail_build (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return GTK_WIDGET (self);
}
