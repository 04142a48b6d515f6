/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-case.h"

#define FIELD(T, f, type, flags, kind, values) { #f, DESK_FIELD_##type, G_STRUCT_OFFSET (T, f), flags, kind, values }
#define TEXT(T, f, flags) FIELD (T, f, TEXT, flags, DESK_KIND_NONE, NULL)
#define INT(T, f, flags) FIELD (T, f, INT, flags, DESK_KIND_NONE, NULL)
#define DAY(T, f, flags) FIELD (T, f, DAY, flags, DESK_KIND_NONE, NULL)
#define TIME(T, f, flags) FIELD (T, f, TIME, flags, DESK_KIND_NONE, NULL)
#define RATE(T, f, flags) FIELD (T, f, RATE, flags, DESK_KIND_NONE, NULL)
#define REF(T, f, kind, flags) FIELD (T, f, REF, flags, DESK_KIND_##kind, NULL)
#define ENUM(T, f, values, flags) FIELD (T, f, ENUM, flags, DESK_KIND_NONE, &desk_enum_##values)

static const DeskFieldSpec calendar_fields[] = {
  TEXT (DeskCalendar, nick, 0),
  TEXT (DeskCalendar, name, 0),
  TEXT (DeskCalendar, hours, 0),
  INT (DeskCalendar, weekdays, 0),
  INT (DeskCalendar, holidays, 0),
};

static const DeskFieldSpec calendar_day_fields[] = {
  DAY (DeskCalendarDay, day, 0),
  INT (DeskCalendarDay, work, 0),
  TEXT (DeskCalendarDay, note, 0),
};

static const DeskFieldSpec category_fields[] = {
  REF (DeskCategory, parent_id, CATEGORY, 0),
  ENUM (DeskCategory, case_kind, case_kind, 0),
  TEXT (DeskCategory, name, 0),
  ENUM (DeskCategory, urgency, urgency, 0),
  ENUM (DeskCategory, severity, severity, 0),
  INT (DeskCategory, response_minutes, 0),
  REF (DeskCategory, response_calendar_id, CALENDAR, 0),
  INT (DeskCategory, amount, 0),
  ENUM (DeskCategory, duration_unit, duration_unit, 0),
  REF (DeskCategory, calendar_id, CALENDAR, 0),
  RATE (DeskCategory, callback_share, 0),
  INT (DeskCategory, callback_days, 0),
  ENUM (DeskCategory, warranty_part, warranty_part, 0),
  INT (DeskCategory, price_from, 0),
  INT (DeskCategory, price_to, 0),
  REF (DeskCategory, duty_id, STAFF, 0),
  TEXT (DeskCategory, words, 0),
  TEXT (DeskCategory, script, DESK_FIELD_LINES),
  INT (DeskCategory, rank, 0),
  DAY (DeskCategory, retired_on, 0),
};

static const DeskFieldSpec place_fields[] = {
  REF (DeskPlace, building_id, BUILDING, 0),
  TEXT (DeskPlace, name, 0),
};

static const DeskFieldSpec phrase_fields[] = {
  TEXT (DeskPhrase, name, 0),
  ENUM (DeskPhrase, scope, phrase_scope, 0),
  REF (DeskPhrase, category_id, CATEGORY, 0),
  TEXT (DeskPhrase, words, DESK_FIELD_LINES),
  INT (DeskPhrase, rank, 0),
};

static const DeskFieldSpec visit_fields[] = {
  TIME (DeskVisit, at, 0),
  REF (DeskVisit, staff_id, STAFF, 0),
  REF (DeskVisit, owner_id, STAFF, 0),
  ENUM (DeskVisit, channel, channel, 0),
  ENUM (DeskVisit, kind, visit_kind, 0),
  REF (DeskVisit, unit_id, UNIT, 0),
  REF (DeskVisit, place_id, PLACE, 0),
  REF (DeskVisit, person_id, PERSON, 0),
  TEXT (DeskVisit, caller, 0),
  TEXT (DeskVisit, phone, DESK_FIELD_PRIVATE),
  TEXT (DeskVisit, about, DESK_FIELD_LINES),
  TEXT (DeskVisit, summary, DESK_FIELD_LINES),
  TIME (DeskVisit, closed_at, 0),
  REF (DeskVisit, praised_id, STAFF, 0),
  REF (DeskVisit, offered_id, STAFF, 0),
  ENUM (DeskVisit, handing, handing, 0),
  TEXT (DeskVisit, handing_reason, 0),
  INT (DeskVisit, link_kind, 0),
  INT (DeskVisit, link_id, 0),
};

static const DeskFieldSpec memo_fields[] = {
  REF (DeskMemo, visit_id, VISIT, 0),
  REF (DeskMemo, to_id, STAFF, 0),
  REF (DeskMemo, staff_id, STAFF, 0),
  TIME (DeskMemo, at, 0),
  TEXT (DeskMemo, from_name, 0),
  TEXT (DeskMemo, phone, DESK_FIELD_PRIVATE),
  REF (DeskMemo, unit_id, UNIT, 0),
  TEXT (DeskMemo, text, DESK_FIELD_LINES),
  TIME (DeskMemo, call_at, 0),
  INT (DeskMemo, read_back, 0),
  TIME (DeskMemo, delivered_at, 0),
  TIME (DeskMemo, answered_at, 0),
  TEXT (DeskMemo, answer, DESK_FIELD_LINES),
};

static const DeskFieldSpec service_case_fields[] = {
  TEXT (DeskCase, number, 0),
  TEXT (DeskCase, external_no, 0),
  ENUM (DeskCase, kind, case_kind, 0),
  REF (DeskCase, category_id, CATEGORY, 0),
  ENUM (DeskCase, urgency, urgency, 0),
  ENUM (DeskCase, severity, severity, 0),
  REF (DeskCase, unit_id, UNIT, 0),
  REF (DeskCase, place_id, PLACE, 0),
  REF (DeskCase, person_id, PERSON, 0),
  TEXT (DeskCase, caller, 0),
  TEXT (DeskCase, phone, DESK_FIELD_PRIVATE),
  TEXT (DeskCase, title, 0),
  TEXT (DeskCase, detail, DESK_FIELD_LINES),
  REF (DeskCase, visit_id, VISIT, 0),
  REF (DeskCase, intake_id, STAFF, 0),
  REF (DeskCase, owner_id, STAFF, 0),
  REF (DeskCase, assignee_id, STAFF, 0),
  TEXT (DeskCase, queue, 0),
  ENUM (DeskCase, state, case_state, 0),
  TIME (DeskCase, opened_at, 0),
  INT (DeskCase, response_minutes, 0),
  REF (DeskCase, response_calendar_id, CALENDAR, 0),
  INT (DeskCase, amount, 0),
  ENUM (DeskCase, duration_unit, duration_unit, 0),
  REF (DeskCase, calendar_id, CALENDAR, 0),
  TIME (DeskCase, promised_due, 0),
  ENUM (DeskCase, wait_reason, wait_reason, 0),
  TIME (DeskCase, wait_until, 0),
  TIME (DeskCase, appointment_from, 0),
  TIME (DeskCase, appointment_to, 0),
  TEXT (DeskCase, result, DESK_FIELD_LINES),
  ENUM (DeskCase, answer, answer, 0),
  INT (DeskCase, hurried, 0),
  INT (DeskCase, reopened, 0),
  INT (DeskCase, drawn, 0),
  INT (DeskCase, call_tries, 0),
  TIME (DeskCase, call_again, 0),
  REF (DeskCase, merged_into, SERVICE_CASE, 0),
  INT (DeskCase, warranty_verdict, 0),
  DAY (DeskCase, warranty_until, 0),
  TEXT (DeskCase, warranty_denied, 0),
  TIME (DeskCase, closed_at, 0),
  REF (DeskCase, building_id, BUILDING, DESK_FIELD_DERIVED),
  INT (DeskCase, entrance_id, DESK_FIELD_DERIVED),
  TIME (DeskCase, response_due, DESK_FIELD_DERIVED),
  TIME (DeskCase, responded_at, DESK_FIELD_DERIVED),
  TIME (DeskCase, completion_due, DESK_FIELD_DERIVED),
  TIME (DeskCase, done_at, DESK_FIELD_DERIVED),
  TIME (DeskCase, finished_due, DESK_FIELD_DERIVED),
  TIME (DeskCase, since, DESK_FIELD_DERIVED),
  INT (DeskCase, waited, DESK_FIELD_DERIVED),
  TIME (DeskCase, next_due, DESK_FIELD_DERIVED),
  TIME (DeskCase, warn_at, DESK_FIELD_DERIVED),
  INT (DeskCase, live, DESK_FIELD_DERIVED),
  INT (DeskCase, order_key, DESK_FIELD_DERIVED),
};

static const DeskFieldSpec case_event_fields[] = {
  REF (DeskCaseEvent, case_id, SERVICE_CASE, 0),
  TIME (DeskCaseEvent, at, 0),
  ENUM (DeskCaseEvent, kind, case_event, 0),
  ENUM (DeskCaseEvent, move, move, 0),
  ENUM (DeskCaseEvent, from_state, case_state, 0),
  ENUM (DeskCaseEvent, to_state, case_state, 0),
  REF (DeskCaseEvent, staff_id, STAFF, 0),
  REF (DeskCaseEvent, assignee_id, STAFF, 0),
  ENUM (DeskCaseEvent, wait_reason, wait_reason, 0),
  TIME (DeskCaseEvent, until, 0),
  ENUM (DeskCaseEvent, answer, answer, 0),
  REF (DeskCaseEvent, other_id, SERVICE_CASE, 0),
  INT (DeskCaseEvent, ticks, 0),
  INT (DeskCaseEvent, clamped, 0),
  TEXT (DeskCaseEvent, text, DESK_FIELD_LINES),
  ENUM (DeskCaseEvent, quote_state, quote_state, 0),
  INT (DeskCaseEvent, money, 0),
  ENUM (DeskCaseEvent, stage, stage, 0),
  ENUM (DeskCaseEvent, severity, severity, 0),
};

static const DeskFieldSpec cost_line_fields[] = {
  REF (DeskCostLine, case_id, SERVICE_CASE, 0),
  ENUM (DeskCostLine, kind, cost_kind, 0),
  TEXT (DeskCostLine, name, 0),
  INT (DeskCostLine, quantity, 0),
  INT (DeskCostLine, price, 0),
  INT (DeskCostLine, amount, 0),
};

static const DeskFieldSpec case_quote_fields[] = {
  REF (DeskCaseQuote, case_id, SERVICE_CASE, 0),
  ENUM (DeskCaseQuote, state, quote_state, 0),
  INT (DeskCaseQuote, amount, 0),
  REF (DeskCaseQuote, staff_id, STAFF, 0),
  TIME (DeskCaseQuote, made_at, 0),
  TIME (DeskCaseQuote, agreed_at, 0),
  REF (DeskCaseQuote, billed_id, STAFF, 0),
  TIME (DeskCaseQuote, billed_at, 0),
  REF (DeskCaseQuote, checked_id, STAFF, 0),
  TIME (DeskCaseQuote, checked_at, 0),
  TEXT (DeskCaseQuote, note, DESK_FIELD_LINES),
};

static const DeskFieldSpec complaint_fields[] = {
  REF (DeskComplaint, case_id, SERVICE_CASE, 0),
  TEXT (DeskComplaint, department, 0),
  ENUM (DeskComplaint, finding, finding, 0),
  TEXT (DeskComplaint, cause, DESK_FIELD_LINES),
  TEXT (DeskComplaint, remedy, DESK_FIELD_LINES),
  INT (DeskComplaint, goodwill, 0),
  TEXT (DeskComplaint, letter, DESK_FIELD_LINES),
};

static const DeskFieldSpec complaint_stage_fields[] = {
  REF (DeskComplaintStage, case_id, SERVICE_CASE, 0),
  INT (DeskComplaintStage, rank, 0),
  ENUM (DeskComplaintStage, stage, stage, 0),
  TIME (DeskComplaintStage, due_at, 0),
  TIME (DeskComplaintStage, signed_at, 0),
  REF (DeskComplaintStage, staff_id, STAFF, 0),
  TEXT (DeskComplaintStage, text, DESK_FIELD_LINES),
};

static const DeskFieldSpec callback_draw_fields[] = {
  DAY (DeskCallbackDraw, day, 0),
  INT (DeskCallbackDraw, period, 0),
  REF (DeskCallbackDraw, category_id, CATEGORY, 0),
  INT (DeskCallbackDraw, callback_share, 0),
  INT (DeskCallbackDraw, population, 0),
  INT (DeskCallbackDraw, taken, 0),
  INT (DeskCallbackDraw, period_population, 0),
  INT (DeskCallbackDraw, period_taken, 0),
};

static const DeskFieldSpec callback_line_fields[] = {
  REF (DeskCallbackLine, draw_id, CALLBACK_DRAW, 0),
  REF (DeskCallbackLine, case_id, SERVICE_CASE, 0),
  TIME (DeskCallbackLine, done_at, 0),
  TEXT (DeskCallbackLine, draw_key, 0),
  ENUM (DeskCallbackLine, taken, callback_taken, 0),
};

static const DeskFieldSpec record_link_fields[] = {
  INT (DeskRecordLink, from_kind, 0),
  INT (DeskRecordLink, from_id, 0),
  INT (DeskRecordLink, to_kind, 0),
  INT (DeskRecordLink, to_id, 0),
};

static const DeskFieldSpec attachment_fields[] = {
  INT (DeskAttachment, of_kind, 0),
  INT (DeskAttachment, of_id, 0),
  INT (DeskAttachment, blob_id, 0),
  TEXT (DeskAttachment, name, 0),
  TEXT (DeskAttachment, mime, 0),
  INT (DeskAttachment, size, 0),
  REF (DeskAttachment, staff_id, STAFF, 0),
  TIME (DeskAttachment, at, 0),
};

#define SPEC(kind, T, fields) { DESK_KIND_##kind, sizeof (T), fields, G_N_ELEMENTS (fields) }

static const DeskRecordSpec specs[] = {
  SPEC (CALENDAR, DeskCalendar, calendar_fields),
  SPEC (CALENDAR_DAY, DeskCalendarDay, calendar_day_fields),
  SPEC (CATEGORY, DeskCategory, category_fields),
  SPEC (PLACE, DeskPlace, place_fields),
  SPEC (PHRASE, DeskPhrase, phrase_fields),
  SPEC (VISIT, DeskVisit, visit_fields),
  SPEC (MEMO, DeskMemo, memo_fields),
  SPEC (SERVICE_CASE, DeskCase, service_case_fields),
  SPEC (CASE_EVENT, DeskCaseEvent, case_event_fields),
  SPEC (COST_LINE, DeskCostLine, cost_line_fields),
  SPEC (CASE_QUOTE, DeskCaseQuote, case_quote_fields),
  SPEC (COMPLAINT, DeskComplaint, complaint_fields),
  SPEC (COMPLAINT_STAGE, DeskComplaintStage, complaint_stage_fields),
  SPEC (CALLBACK_DRAW, DeskCallbackDraw, callback_draw_fields),
  SPEC (CALLBACK_LINE, DeskCallbackLine, callback_line_fields),
  SPEC (RECORD_LINK, DeskRecordLink, record_link_fields),
  SPEC (ATTACHMENT, DeskAttachment, attachment_fields),
};

/* Returns: (transfer none) (nullable): the table of @kind's fields, where it is one of log or cases. */
const DeskRecordSpec *
desk_register_case_spec (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (specs[i].kind == kind)
      return &specs[i];
  return NULL;
}
