/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-complaint-book.h"
#include "desk-rule-case.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"
#include "desk-string.h"
#include "desk-warranty.h"

/* Cases: opening, changing, what is noted in their course. Moves are in desk-body-case-move.c. */

/* domain.md, Two clocks: what urgency asks whatever the category says. */
#define URGENT_MINUTES 30
#define URGENT_HOURS 24
#define DANGER_MINUTES 5
#define DANGER_HOURS 2

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *words, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

/* Somebody who is to do something works here still; 0 is nobody. */
gboolean
desk_tx_check_staff (DeskTx *tx, gint64 staff_id, const char *field, GError **error)
{
  g_autoptr (DeskRecord) staff = NULL;
  DeskDay left;

  if (staff_id == 0)
    return TRUE;
  staff = desk_tx_get (tx, DESK_KIND_STAFF, staff_id, error);
  if (staff == NULL)
    return FALSE;
  left = ((DeskStaff *) staff)->left_on;
  if (left == 0 || left > tx->today)
    return TRUE;
  return refuse (DESK_PROBLEM_STAFF_LEFT, field, ((DeskStaff *) staff)->name, error);
}

/* An urgency above the category's has clocks of its own. */
static gboolean
raise_clocks (DeskTx *tx, DeskCase *service_case, GError **error)
{
  gboolean danger = service_case->urgency == DESK_URGENCY_DANGER;
  gint64 always = desk_service_calendar_id (tx->service, "always", error);

  if (always < 0)
    return FALSE;
  service_case->response_minutes = danger ? DANGER_MINUTES : URGENT_MINUTES;
  service_case->response_calendar_id = always;
  service_case->amount = danger ? DANGER_HOURS : URGENT_HOURS;
  service_case->duration_unit = DESK_DURATION_CLOCK_HOURS;
  service_case->calendar_id = always;
  return TRUE;
}

/* Without a category the clocks are those of an ordinary repair. */
static gboolean
set_no_category (DeskTx *tx, DeskCase *service_case, GError **error)
{
  gint64 desk = desk_service_calendar_id (tx->service, "desk", error);

  if (desk < 0)
    return FALSE;
  service_case->response_minutes = 30;
  service_case->response_calendar_id = service_case->calendar_id = desk;
  service_case->amount = 24;
  service_case->duration_unit = DESK_DURATION_CLOCK_HOURS;
  if (service_case->urgency == 0)
    service_case->urgency = DESK_URGENCY_ORDINARY;
  if (service_case->kind == DESK_CASE_COMPLAINT)
    {
      service_case->severity = MAX (service_case->severity, DESK_SEVERITY_ORDINARY);
      return desk_complaint_set_clocks (tx, service_case, error);
    }
  return service_case->urgency == DESK_URGENCY_ORDINARY || raise_clocks (tx, service_case, error);
}

/* Takes clocks, urgency and severity from the case's category. */
gboolean
desk_case_set_category (DeskTx *tx, DeskCase *service_case, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  const DeskCategory *category;

  if (service_case->category_id == 0)
    return set_no_category (tx, service_case, error);
  record = desk_tx_get (tx, DESK_KIND_CATEGORY, service_case->category_id, error);
  if (record == NULL)
    return FALSE;
  category = (DeskCategory *) record;
  if (category->case_kind != service_case->kind)
    return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, "category_id", "", error);
  if (category->retired_on != 0 && category->retired_on <= tx->today)
    return refuse (DESK_PROBLEM_CATEGORY_RETIRED, "category_id", category->name, error);
  service_case->response_minutes = category->response_minutes;
  service_case->response_calendar_id = category->response_calendar_id;
  service_case->amount = category->amount;
  service_case->duration_unit = category->duration_unit;
  service_case->calendar_id = category->calendar_id;
  if (service_case->severity == 0)
    service_case->severity = category->severity;
  if (service_case->urgency == 0)
    service_case->urgency = category->urgency;
  if (service_case->kind == DESK_CASE_COMPLAINT && service_case->severity != category->severity)
    return desk_complaint_set_clocks (tx, service_case, error);
  return service_case->urgency <= category->urgency || raise_clocks (tx, service_case, error);
}

/* The proposal at intake: desk-warranty.h. */
static gboolean
set_warranty (DeskTx *tx, DeskCase *service_case, GError **error)
{
  DeskWarrantyTerms terms;
  g_autoptr (DeskRecord) category = NULL;
  g_autoptr (DeskRecord) unit = NULL;
  g_autoptr (DeskRecord) building = NULL;
  DeskWarranty warranty;
  DeskDay delivered_on;

  if (service_case->category_id == 0 || service_case->unit_id == 0)
    return TRUE;
  if (!desk_case_warranty_terms (tx->service, &terms, error))
    return FALSE;
  category = desk_tx_get (tx, DESK_KIND_CATEGORY, service_case->category_id, error);
  unit = category != NULL ? desk_tx_get (tx, DESK_KIND_UNIT, service_case->unit_id, error) : NULL;
  if (unit == NULL)
    return FALSE;
  if (((DeskUnit *) unit)->building_id != 0)
    {
      building = desk_tx_get (tx, DESK_KIND_BUILDING, ((DeskUnit *) unit)->building_id, error);
      if (building == NULL)
        return FALSE;
    }
  delivered_on = ((DeskUnit *) unit)->delivered_on != 0 ? ((DeskUnit *) unit)->delivered_on : ((DeskUnit *) unit)->deemed_on;
  desk_warranty_propose ((DeskWarrantyPart) ((DeskCategory *) category)->warranty_part, delivered_on,
                         building != NULL ? ((DeskBuilding *) building)->accepted_on : 0,
                         desk_day_of_time (service_case->opened_at, tx->service->zone), &terms, &warranty);
  service_case->warranty_verdict = warranty.verdict;
  service_case->warranty_until = MAX (warranty.owner_until, warranty.developer_until);
  return TRUE;
}

/* Everything the case names is there. */
static gboolean
check_names (DeskTx *tx, const DeskCase *service_case, GError **error)
{
  g_autoptr (DeskRecord) unit = NULL;

  if (service_case->unit_id != 0)
    {
      unit = desk_tx_get (tx, DESK_KIND_UNIT, service_case->unit_id, error);
      if (unit == NULL)
        return FALSE;
    }
  return desk_tx_check_person (tx, service_case->person_id, error)
         && desk_tx_check_staff (tx, service_case->assignee_id, "assignee_id", error);
}

static gboolean
give_number (DeskTx *tx, DeskCase *service_case, GError **error)
{
  DeskDay day = desk_day_of_time (service_case->opened_at, tx->service->zone);
  g_autofree char *counter = desk_case_counter ((DeskCaseKind) service_case->kind, day);
  g_autofree char *number = NULL;
  gint64 count;

  if (!desk_store_next_number (tx->service->db, counter, &count, error))
    return FALSE;
  number = desk_case_number ((DeskCaseKind) service_case->kind, day, count);
  desk_text_set (&service_case->number, number);
  return TRUE;
}

/* @last: when the line before it happened, 0: it is the first. */
static gboolean
add_event_after (DeskTx *tx, const DeskCase *service_case, gint64 last, DeskCaseEvent *event, GError **error)
{
  event->record.kind = DESK_KIND_CASE_EVENT;
  event->case_id = service_case->record.id;
  event->staff_id = tx->actor->staff_id;
  if (event->at == 0)
    event->at = tx->now;
  event->clamped = event->at < last ? 1 : 0;
  event->at = MAX (event->at, last);
  return desk_tx_insert (tx, event, error);
}

/* Adds a line to the case's course, not before the last one; the caller writes the case afterwards. */
gboolean
desk_case_add_event (DeskTx *tx, const DeskCase *service_case, DeskCaseEvent *event, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CASE_LAST_EVENT);
  gint64 last = 0;
  gboolean found;

  desk_stmt_bind_int (stmt, "case_id", service_case->record.id);
  return desk_store_read_int (stmt, &last, &found, error) && add_event_after (tx, service_case, last, event, error);
}

/**
 * desk_case_open:
 * @service_case: (inout): what is known; number, state, clocks and warranty are filled in
 *
 * Opens it, and gives it to its assignee where it names one.
 */
gboolean
desk_case_open (DeskTx *tx, DeskCase *service_case, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *title = desk_case_title (service_case->detail);
  gint64 assignee_id = service_case->assignee_id;
  DeskCaseEvent opened = { .kind = DESK_CASE_EVENT_OPENED, .to_state = DESK_CASE_NEW, .ticks = DESK_TICK_OPEN };
  DeskCaseEvent assigned = { .kind = DESK_CASE_EVENT_MOVE, .move = DESK_MOVE_ASSIGN, .from_state = DESK_CASE_NEW,
                             .to_state = DESK_CASE_ASSIGNED, .assignee_id = assignee_id };

  if (desk_string_is_empty (service_case->title))
    desk_text_set (&service_case->title, title);
  desk_rule_case (service_case, problems);
  if (service_case->opened_at == 0 || service_case->opened_at > tx->now)
    service_case->opened_at = tx->now;
  service_case->state = DESK_CASE_NEW;
  service_case->intake_id = service_case->owner_id = tx->actor->staff_id;
  if (!desk_tx_refuse (problems, error) || !check_names (tx, service_case, error)
      || !desk_case_set_category (tx, service_case, error) || !set_warranty (tx, service_case, error)
      || !give_number (tx, service_case, error))
    return FALSE;
  service_case->assignee_id = 0;
  opened.at = assigned.at = service_case->opened_at;
  if (!desk_tx_insert (tx, service_case, error) || !add_event_after (tx, service_case, 0, &opened, error)
      || !desk_complaint_begin (tx, service_case, error))
    return FALSE;
  if (assignee_id == 0)
    return TRUE;
  service_case->assignee_id = assignee_id;
  service_case->state = DESK_CASE_ASSIGNED;
  return desk_case_add_event (tx, service_case, &assigned, error) && desk_tx_update (tx, service_case, error);
}

static gboolean
answer (DeskTx *tx, const DeskRecord *record, DeskSaved *out)
{
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

/* What the new case leaves empty it has from the one it comes out of. */
static void
take_along (DeskCase *to, const DeskCase *from)
{
  if (to->unit_id == 0 && to->place_id == 0)
    {
      to->unit_id = from->unit_id;
      to->place_id = from->place_id;
    }
  if (to->person_id == 0)
    to->person_id = from->person_id;
  if (desk_string_is_empty (to->caller))
    desk_text_set (&to->caller, from->caller);
  if (desk_string_is_empty (to->phone))
    desk_text_set (&to->phone, from->phone);
  if (desk_string_is_empty (to->detail))
    desk_text_set (&to->detail, from->detail);
}

/* A case that comes out of another one: a repair that became a complaint. Both stay, linked. */
static gboolean
open_out_of (DeskTx *tx, DeskCase *service_case, gint64 from_id, GError **error)
{
  g_autoptr (DeskRecord) from = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, from_id, error);
  DeskRecordLink link = { .record = { .kind = DESK_KIND_RECORD_LINK }, .from_kind = DESK_KIND_SERVICE_CASE,
                          .from_id = from_id, .to_kind = DESK_KIND_SERVICE_CASE };

  if (from == NULL)
    return FALSE;
  take_along (service_case, (DeskCase *) from);
  if (!desk_case_open (tx, service_case, error)
      || !desk_case_take_files (tx, DESK_KIND_SERVICE_CASE, from_id, DESK_KIND_SERVICE_CASE, service_case->record.id, error))
    return FALSE;
  link.to_id = service_case->record.id;
  return desk_tx_insert (tx, &link, error);
}

gboolean
desk_body_open_case (DeskTx *tx, const DeskCaseInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->service_case);
  DeskMoveInput finish = { .move = DESK_MOVE_FINISH, .text = in->summary };

  record->id = record->version = 0;
  if (!(in->from_id != 0 ? open_out_of (tx, (DeskCase *) record, in->from_id, error)
                         : desk_case_open (tx, (DeskCase *) record, error)))
    return FALSE;
  if (in->summary != NULL)
    {
      finish.case_id = record->id;
      finish.at = ((DeskCase *) record)->opened_at;
      return desk_case_make_move (tx, &finish, FALSE, out, error);
    }
  return answer (tx, record, out);
}

/* What is added to a case without moving it comes from whoever may speak with the resident, or works on it. */
gboolean
desk_case_let (DeskTx *tx, const DeskCase *service_case, GError **error)
{
  DeskLevel contact = desk_tx_level (tx, DESK_RIGHT_CASE_CONTACT);
  gboolean technician = (tx->actor->roles & (1 << DESK_STAFF_ROLE_TECHNICIAN)) != 0;

  if (contact < DESK_LEVEL_OWN && technician && service_case->assignee_id == tx->actor->staff_id)
    return desk_tx_let (tx, DESK_RIGHT_CASE_WORK, error);
  return desk_tx_let (tx, DESK_RIGHT_CASE_CONTACT, error);
}

/* What may be corrected of a case; its course, number and clocks follow from other things. */
static void
take_over (DeskCase *to, const DeskCase *from)
{
  desk_text_set (&to->title, from->title);
  desk_text_set (&to->detail, from->detail);
  desk_text_set (&to->caller, from->caller);
  if (from->phone != NULL)
    desk_text_set (&to->phone, from->phone);
  desk_text_set (&to->warranty_denied, from->warranty_denied);
  to->unit_id = from->unit_id;
  to->place_id = from->place_id;
  to->person_id = from->person_id;
  to->promised_due = from->promised_due;
}

gboolean
desk_body_edit_case (DeskTx *tx, const DeskCaseInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->service_case->record.id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskCase *stored = (DeskCase *) record;
  gboolean again;

  if (record == NULL || !desk_tx_check_version (tx, record, in->service_case->record.version, error))
    return FALSE;
  again = stored->category_id != in->service_case->category_id || stored->urgency != in->service_case->urgency
          || stored->unit_id != in->service_case->unit_id;
  take_over (stored, in->service_case);
  stored->category_id = in->service_case->category_id;
  stored->urgency = in->service_case->urgency;
  if (again)
    stored->severity = in->service_case->severity;
  desk_rule_case (stored, problems);
  if (!desk_tx_refuse (problems, error) || !check_names (tx, stored, error)
      || (again && (!desk_case_set_category (tx, stored, error) || !set_warranty (tx, stored, error)))
      || !desk_tx_update (tx, record, error))
    return FALSE;
  return answer (tx, record, out);
}

/* Contact by somebody other than whoever took the case in is the first response. */
static gint64
ticks_of (DeskTx *tx, const DeskCase *service_case, gint64 kind)
{
  return kind == DESK_CASE_EVENT_CONTACT && service_case->intake_id != tx->actor->staff_id ? DESK_TICK_RESPOND : 0;
}

static gboolean
note (DeskTx *tx, const DeskCaseNoteInput *in, DeskCaseEventKind kind, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = g_strdup (in->text);
  DeskCase *service_case = (DeskCase *) record;
  DeskCaseEvent event = { .kind = kind, .at = in->at };

  if (record == NULL)
    return FALSE;
  desk_rule_course (&text, "text", problems);
  event.text = text;
  event.until = kind == DESK_CASE_EVENT_APPOINTMENT ? in->from : 0;
  if (kind == DESK_CASE_EVENT_NOTE && desk_string_is_empty (text))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "text", -1, NULL));
  if (in->at != 0 && in->at < service_case->opened_at)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_BEFORE_OPENING, "at", -1, NULL));
  if (kind == DESK_CASE_EVENT_APPOINTMENT && (in->from == 0 || in->to <= in->from))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_UNTIL_PAST, "appointment_to", -1, NULL));
  event.ticks = ticks_of (tx, service_case, kind);
  if (!desk_tx_refuse (problems, error) || !desk_case_add_event (tx, service_case, &event, error))
    return FALSE;
  if (kind == DESK_CASE_EVENT_HURRY)
    service_case->hurried++;
  if (kind == DESK_CASE_EVENT_APPOINTMENT)
    {
      service_case->appointment_from = in->from;
      service_case->appointment_to = in->to;
    }
  if (!desk_complaint_moved (tx, service_case, &event, error))
    return FALSE;
  return desk_tx_update (tx, record, error) && answer (tx, record, out);
}

gboolean
desk_body_note_case (DeskTx *tx, const DeskCaseNoteInput *in, DeskSaved *out, GError **error)
{
  if (in->kind != DESK_CASE_EVENT_CONTACT && in->kind != DESK_CASE_EVENT_NOTE && in->kind != DESK_CASE_EVENT_APPOINTMENT)
    return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, "kind", "", error);
  return note (tx, in, in->kind, out, error);
}

static gboolean
is_linked (DeskTx *tx, gint64 case_id, gint64 other_id, gboolean *linked, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CASES_LINKED);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "id", case_id);
  ids = desk_store_read_ids (stmt, error);
  *linked = FALSE;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    *linked |= g_array_index (ids, gint64, i) == other_id;
  return ids != NULL;
}

gboolean
desk_body_link_cases (DeskTx *tx, const DeskCaseLinkInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  g_autoptr (DeskRecord) other = record != NULL ? desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->other_id, error) : NULL;
  DeskRecordLink link = { .record = { .kind = DESK_KIND_RECORD_LINK }, .from_kind = DESK_KIND_SERVICE_CASE,
                          .from_id = in->case_id, .to_kind = DESK_KIND_SERVICE_CASE, .to_id = in->other_id };
  gboolean linked;

  if (other == NULL || !desk_tx_check_scope (tx, record, error)
      || !is_linked (tx, in->case_id, in->other_id, &linked, error))
    return FALSE;
  if (in->case_id == in->other_id || linked)
    return refuse (DESK_PROBLEM_LINK_WRONG, "other_id", ((DeskCase *) other)->number, error);
  return desk_tx_insert (tx, &link, error) && answer (tx, record, out);
}

gboolean
desk_body_hurry_case (DeskTx *tx, const DeskCaseNoteInput *in, DeskSaved *out, GError **error)
{
  return note (tx, in, DESK_CASE_EVENT_HURRY, out, error);
}
