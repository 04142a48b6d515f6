/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application-private.h"

#include "desk-id.h"
#include "desk-language.h"
#include "desk-prefs.h"
#include "desk-text-label.h"

/* What this person wants said on this computer */

static guint
read_topics_off (void)
{
  g_auto (GStrv) nicks = desk_prefs_get () != NULL ? g_settings_get_strv (desk_prefs_get (), "reminder-topics-off") : NULL;
  guint off = 0;

  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    off |= 1u << desk_enum_from_nick (&desk_enum_topic, nicks[i]);
  return off;
}

static DeskAlertWishes
read_wishes (void)
{
  return (DeskAlertWishes){
    .on = desk_prefs_get_boolean ("reminders", TRUE),
    .topics_off = read_topics_off (),
    .quiet = desk_prefs_get_boolean ("quiet-hours", FALSE),
    .quiet_from = desk_prefs_get_int ("quiet-from", 0),
    .quiet_to = desk_prefs_get_int ("quiet-to", 0),
    .hide = desk_prefs_get_boolean ("reminder-hide", FALSE),
    .sound = desk_prefs_get_boolean ("reminder-sound", FALSE),
  };
}

/* Hands wishes and words to the notifier: at the start, and whenever one of them changed. */
void
desk_application_remind_update (DeskApplication *self)
{
  DeskAlertWishes wishes = read_wishes ();
  g_autoptr (DeskText) text = NULL;

  if (self->engine == NULL || self->notifier == NULL)
    return;
  text = desk_text_new (desk_language_get (), desk_engine_get_zone (self->engine));
  desk_notifier_set_wishes (self->notifier, &wishes, text);
}

static void
on_session_cb (DeskApplication *self)
{
  DeskSession session = desk_engine_get_session (self->engine);

  desk_notifier_set_session (self->notifier, session != DESK_SESSION_OUT, session == DESK_SESSION_LOCKED);
}

/* Answers from the desktop */

/* One button that was pressed, until the store has taken it. */
typedef struct
{
  DeskApplication *application; /* owned */
  DeskUseCase use_case;
  char *place;
} Answer;

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->application);
  g_free (answer->place);
  g_free (answer);
}

static void
say_done (DeskApplication *self, const Answer *answer, gint64 act_id)
{
  g_autoptr (DeskText) text = NULL;
  g_autofree char *words = NULL;

  if (self->window == NULL || act_id == 0)
    return;
  text = desk_text_new (desk_language_get (), desk_engine_get_zone (self->engine));
  words = desk_text_act_on (text, desk_use_case_nick (answer->use_case), FALSE, answer->place);
  desk_window_toast_undo (self->window, words, act_id);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  DeskApplication *self = answer->application;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved != NULL)
    say_done (self, answer, saved->act_id);
  else if (!self->quitting)
    {
      /* The notification is gone by now, so that the window has to say what did not work. */
      desk_application_present (self);
      desk_window_say_error (self->window, error);
    }
  desk_use_case_free_result (answer->use_case, saved);
  answer_free (answer);
}

static void
call (DeskApplication *self, DeskUseCase use_case, const DeskDueItem *item)
{
  g_autofree char *key = desk_id_new_key ();
  DeskFollowUpInput *input = desk_follow_up_input_new (key, item->id, 0);
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_object_ref (self), use_case, g_strdup (item->place != NULL ? item->place : "") };
  input->snooze = use_case == DESK_USE_CASE_SNOOZE_FOLLOW_UP ? DESK_SNOOZE_SHORT : 0;
  desk_engine_call_async (self->engine, use_case, input, NULL, on_done_cb, answer);
}

/* Raises the window on the record, or on Today when it is about nothing else; several are seen there, too. */
static void
open_item (DeskApplication *self, const DeskDueItem *item, const char *token)
{
  DeskErrand errand = { DESK_ERRAND_OPEN, DESK_KIND_FOLLOW_UP, item != NULL ? item->id : 0, NULL };

  if (item != NULL && item->about_id != 0 && desk_pane_registry_find_kind (item->about_kind) != NULL)
    {
      errand.kind = item->about_kind;
      errand.id = item->about_id;
    }
  self->token = token;
  desk_application_present (self);
  self->token = NULL;
  desk_window_run (self->window, &errand);
}

static void
on_answered_cb (DeskApplication *self, const DeskDueItem *item, int act, const char *token)
{
  if (self->engine == NULL)
    return;
  switch ((DeskAlertAct) act)
    {
    case DESK_ALERT_DONE:
      call (self, DESK_USE_CASE_FINISH_FOLLOW_UP, item);
      break;
    case DESK_ALERT_SNOOZE:
      call (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, item);
      break;
    case DESK_ALERT_OPEN:
    default:
      open_item (self, item, token);
    }
}

/* Beginning and ending */

/* In the program's start: who says on the desktop what is due. */
void
desk_application_remind_init (DeskApplication *self)
{
  if (self->notifier == NULL)
    return;
  g_signal_connect_object (self->notifier, "answered", G_CALLBACK (on_answered_cb), self, G_CONNECT_SWAPPED);
  desk_prefs_watch (NULL, G_CALLBACK (desk_application_remind_update), self);
}

/* Whoever is at the desk is told what is due, with or without a window. The notifier hears of a lock before the reminder
 * does, so that nothing personal is said in between. */
void
desk_application_remind_begin (DeskApplication *self)
{
  desk_application_remind_end (self);
  if (self->engine == NULL)
    return;
  if (self->notifier != NULL)
    {
      desk_application_remind_update (self);
      g_signal_connect_object (self->engine, "session", G_CALLBACK (on_session_cb), self, G_CONNECT_SWAPPED);
      on_session_cb (self);
    }
  self->reminder = desk_reminder_new (self->engine, self->notifier);
}

/* Nothing is told any more, and what stands on the desktop of this store goes. */
void
desk_application_remind_end (DeskApplication *self)
{
  if (self->reminder != NULL)
    desk_reminder_stop (self->reminder);
  g_clear_object (&self->reminder);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_func (self->engine, on_session_cb, self);
  if (self->notifier != NULL)
    desk_notifier_set_session (self->notifier, FALSE, FALSE);
}
