/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-follow-up.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Follow-ups: made, done, put off, handed on. Who owes one changes only by being handed on. */

/* The unit and person of the record a follow-up hangs on, by the references it has. */
static gboolean
find_subjects (DeskTx *tx, DeskFollowUp *follow_up, GError **error)
{
  DeskKind kind = (DeskKind) follow_up->about_kind;
  const DeskRecordSpec *spec = desk_record_spec (kind);
  g_autoptr (DeskRecord) record = NULL;

  if (follow_up->about_id == 0 || spec == NULL)
    return TRUE;
  record = desk_tx_get (tx, kind, follow_up->about_id, error);
  if (record == NULL)
    return FALSE;
  if (kind == DESK_KIND_UNIT)
    follow_up->unit_id = record->id;
  if (kind == DESK_KIND_PERSON)
    follow_up->person_id = record->id;
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 id = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (field->ref == DESK_KIND_UNIT && follow_up->unit_id == 0)
        follow_up->unit_id = id;
      if (field->ref == DESK_KIND_PERSON && follow_up->person_id == 0 && kind != DESK_KIND_PERSON)
        follow_up->person_id = id;
    }
  return TRUE;
}

/* What somebody may give a follow-up; the rest belongs to the other use cases. */
static void
take_typed (DeskFollowUp *to, const DeskFollowUp *from)
{
  to->topic = from->topic != 0 ? from->topic : DESK_TOPIC_TASK;
  to->due_at = from->due_at;
  desk_text_set (&to->note, from->note);
  to->repeat_every = from->repeat_every;
  to->urgent = from->urgent;
}

/* A new one without an owner is the actor's; one that is given to a colleague waits to be accepted. */
static void
begin_new (DeskTx *tx, DeskFollowUp *to, const DeskFollowUp *from)
{
  to->state = DESK_FOLLOW_UP_OPEN;
  to->about_kind = from->about_kind;
  to->about_id = from->about_id;
  to->unit_id = from->unit_id;
  to->person_id = from->person_id;
  to->building_id = from->building_id;
  to->entrance_id = from->entrance_id;
  to->owner_id = from->owner_id;
  to->owner_role = from->owner_role;
  if (to->owner_id == 0 && to->owner_role == 0)
    to->owner_id = tx->actor->staff_id;
  if (to->owner_id == 0 || to->owner_id == tx->actor->staff_id)
    return;
  to->hand = DESK_HAND_WAITING;
  to->handed_by = tx->actor->staff_id;
}

gboolean
desk_body_save_follow_up (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  const DeskFollowUp *typed = (const DeskFollowUp *) in->record;
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  if (in->record->id != 0)
    {
      record = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, in->record->id, error);
      if (record == NULL || !desk_tx_check_version (tx, record, in->record->version, error))
        return FALSE;
    }
  else
    {
      record = desk_record_new (DESK_KIND_FOLLOW_UP);
      begin_new (tx, (DeskFollowUp *) record, typed);
      if (!find_subjects (tx, (DeskFollowUp *) record, error))
        return FALSE;
    }
  take_typed ((DeskFollowUp *) record, typed);
  desk_rule_follow_up ((DeskFollowUp *) record, tx->now, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

static gboolean
say (DeskProblemCode problem, const char *field, const char *arg, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, arg, NULL);
  return FALSE;
}

/* The follow-up @in means, open and of the version that was read. */
static gboolean
get_open (DeskTx *tx, const DeskFollowUpInput *in, DeskRecord **record, GError **error)
{
  g_autoptr (DeskRecord) found = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, in->id, error);
  g_autoptr (DeskRecord) who = NULL;
  DeskFollowUp *follow_up = (DeskFollowUp *) found;

  if (found == NULL)
    return FALSE;
  if (follow_up->state != DESK_FOLLOW_UP_OPEN)
    {
      who = follow_up->done_by != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, follow_up->done_by, error) : NULL;
      if (follow_up->done_by != 0 && who == NULL)
        return FALSE;
      return say (DESK_PROBLEM_FOLLOW_UP_DONE, NULL, who != NULL ? ((DeskStaff *) who)->name : "", error);
    }
  if (in->version != 0 && !desk_tx_check_version (tx, found, in->version, error))
    return FALSE;
  *record = g_steal_pointer (&found);
  return TRUE;
}

gboolean
desk_body_finish_follow_up (DeskTx *tx, const DeskFollowUpInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  DeskFollowUp *follow_up;

  if (!get_open (tx, in, &record, error))
    return FALSE;
  follow_up = (DeskFollowUp *) record;
  follow_up->state = DESK_FOLLOW_UP_DONE;
  follow_up->done_at = tx->now;
  follow_up->done_by = tx->actor->staff_id;
  return desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_snooze_follow_up (DeskTx *tx, const DeskFollowUpInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  gint64 until = in->snooze != 0 ? desk_snooze_until (in->snooze, tx->now, tx->service->zone) : in->until;

  if (!get_open (tx, in, &record, error))
    return FALSE;
  if (until <= tx->now)
    return say (DESK_PROBLEM_TIME_PAST, "due_at", NULL, error);
  ((DeskFollowUp *) record)->due_at = until;
  desk_rule_follow_up ((DeskFollowUp *) record, tx->now, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

/* Who is to have it: somebody who works here, or a role. */
static gboolean
check_receiver (DeskTx *tx, const DeskFollowUp *follow_up, const DeskFollowUpInput *in, GError **error)
{
  g_autoptr (DeskRecord) staff = NULL;

  if (in->staff_id == 0 && in->role == 0)
    return say (DESK_PROBLEM_EMPTY, "owner_id", NULL, error);
  if (in->staff_id != 0 ? in->staff_id == follow_up->owner_id : in->role == follow_up->owner_role)
    return say (DESK_PROBLEM_HAND_TO_SAME, "owner_id", NULL, error);
  if (in->staff_id == 0)
    return TRUE;
  staff = desk_tx_get (tx, DESK_KIND_STAFF, in->staff_id, error);
  if (staff == NULL)
    return FALSE;
  if (((DeskStaff *) staff)->left_on == 0 || ((DeskStaff *) staff)->left_on > tx->today)
    return TRUE;
  return say (DESK_PROBLEM_UNKNOWN_CHOICE, "owner_id", ((DeskStaff *) staff)->name, error);
}

/* Puts the follow-up into other hands. */
static gboolean
pass (DeskTx *tx, DeskRecord *record, gint64 owner_id, gint64 owner_role, gint64 hand, const char *note, DeskSaved *out,
      GError **error)
{
  DeskFollowUp *follow_up = (DeskFollowUp *) record;
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  follow_up->owner_id = owner_id;
  follow_up->owner_role = owner_id != 0 ? 0 : owner_role;
  follow_up->hand = hand;
  if (hand != DESK_HAND_ACCEPTED)
    {
      follow_up->handed_by = tx->actor->staff_id;
      desk_text_set (&follow_up->hand_note, note);
    }
  desk_rule_follow_up (follow_up, tx->now, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_hand_on_follow_up (DeskTx *tx, const DeskFollowUpInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  return get_open (tx, in, &record, error) && check_receiver (tx, (DeskFollowUp *) record, in, error)
         && pass (tx, record, in->staff_id, in->role, DESK_HAND_WAITING, in->note, out, error);
}

/* Only whoever it was handed to answers. */
static gboolean
check_waiting (DeskTx *tx, const DeskFollowUp *follow_up, GError **error)
{
  if (follow_up->hand == DESK_HAND_WAITING
      && desk_actor_owes (tx->actor, follow_up->owner_id, follow_up->owner_role, follow_up->building_id,
                          follow_up->entrance_id))
    return TRUE;
  return say (DESK_PROBLEM_HAND_NOT_WAITING, NULL, NULL, error);
}

/* What was handed to a role is from here on the person's who took it. */
gboolean
desk_body_accept_follow_up (DeskTx *tx, const DeskFollowUpInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  return get_open (tx, in, &record, error) && check_waiting (tx, (DeskFollowUp *) record, error)
         && pass (tx, record, tx->actor->staff_id, 0, DESK_HAND_ACCEPTED, NULL, out, error);
}

gboolean
desk_body_return_follow_up (DeskTx *tx, const DeskFollowUpInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (!get_open (tx, in, &record, error) || !check_waiting (tx, (DeskFollowUp *) record, error))
    return FALSE;
  if (in->note == NULL || *in->note == '\0')
    return say (DESK_PROBLEM_EMPTY, "hand_note", NULL, error);
  return pass (tx, record, ((DeskFollowUp *) record)->handed_by, 0, DESK_HAND_RETURNED, in->note, out, error);
}
