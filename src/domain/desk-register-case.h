/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-kind.h"
#include "desk-record.h"

G_BEGIN_DECLS

/* The records of desk log and cases: domain.md, The desk log; Cases. As in desk-register.h all numbers are gint64 and
 * texts are owned. What is worked out from a case's course stands behind the comment "derived". */

/* When a desk or an office works. */
typedef struct
{
  DeskRecord record;
  char *nick;
  char *name;
  char *hours;
  gint64 weekdays;
  gint64 holidays;
} DeskCalendar;

/* A public holiday, or a weekend day worked in its place. */
typedef struct
{
  DeskRecord record;
  DeskDay day;
  gint64 work;
  char *note;
} DeskCalendarDay;

/* What a case is about, with everything that follows from it. */
typedef struct
{
  DeskRecord record;
  gint64 parent_id;
  gint64 case_kind;
  char *name;
  gint64 urgency;
  gint64 severity;
  gint64 response_minutes;
  gint64 response_calendar_id;
  gint64 amount;
  gint64 duration_unit;
  gint64 calendar_id;
  gint64 callback_share;
  gint64 callback_days;
  gint64 warranty_part;
  gint64 price_from;
  gint64 price_to;
  gint64 duty_id;
  char *words;
  char *script;
  gint64 rank;
  DeskDay retired_on;
} DeskCategory;

/* Canned wording with variables (desk-phrase.h). */
typedef struct
{
  DeskRecord record;
  char *name;
  gint64 scope;       /* DeskPhraseScope, 0 everywhere */
  gint64 category_id; /* it is about this category or group, 0 any */
  char *words;
  gint64 rank;
} DeskPhrase;

/* A public place: the garage, an outer wall, the gate. */
typedef struct
{
  DeskRecord record;
  gint64 building_id;
  char *name;
} DeskPlace;

/* An entry of the desk log. */
typedef struct
{
  DeskRecord record;
  gint64 at;
  gint64 staff_id;
  gint64 owner_id;
  gint64 channel;
  gint64 kind;
  gint64 unit_id;
  gint64 place_id;
  gint64 person_id;
  char *caller;
  char *phone;
  char *about;
  char *summary;
  gint64 closed_at;
  gint64 praised_id;
  gint64 offered_id;
  gint64 handing;
  char *handing_reason;
  gint64 link_kind;
  gint64 link_id;
} DeskVisit;

/* A message for a colleague. */
typedef struct
{
  DeskRecord record;
  gint64 visit_id;
  gint64 to_id;
  gint64 staff_id;
  gint64 at;
  char *from_name;
  char *phone;
  gint64 unit_id;
  char *text;
  gint64 call_at;
  gint64 read_back;
  gint64 delivered_at;
  gint64 answered_at;
  char *answer;
} DeskMemo;

/* A repair or a complaint. */
typedef struct
{
  DeskRecord record;
  char *number;
  char *external_no;
  gint64 kind;
  gint64 category_id;
  gint64 urgency;
  gint64 severity;
  gint64 unit_id;
  gint64 place_id;
  gint64 person_id;
  char *caller;
  char *phone;
  char *title;
  char *detail;
  gint64 visit_id;
  gint64 intake_id;
  gint64 owner_id;
  gint64 assignee_id;
  char *queue;
  gint64 state;
  gint64 opened_at;
  gint64 response_minutes;
  gint64 response_calendar_id;
  gint64 amount;
  gint64 duration_unit;
  gint64 calendar_id;
  gint64 promised_due;
  gint64 wait_reason;
  gint64 wait_until;
  gint64 appointment_from;
  gint64 appointment_to;
  char *result;
  gint64 answer;
  gint64 hurried;
  gint64 reopened;
  gint64 drawn;
  gint64 call_tries; /* of a callback: how often nobody answered */
  gint64 call_again; /* and when to call again, 0 now */
  gint64 merged_into;
  gint64 warranty_verdict;
  DeskDay warranty_until;
  char *warranty_denied;
  gint64 closed_at;
  gint64 building_id;
  gint64 entrance_id;
  gint64 response_due;
  gint64 responded_at;
  gint64 completion_due;
  gint64 done_at;
  gint64 finished_due;
  gint64 since;
  gint64 waited;
  gint64 next_due;
  gint64 warn_at;
  gint64 live;
  gint64 order_key;
} DeskCase;

/* One line of the course of a case: a move, a contact, a hurry-up. */
typedef struct
{
  DeskRecord record;
  gint64 case_id;
  gint64 at;
  gint64 kind;
  gint64 move;
  gint64 from_state;
  gint64 to_state;
  gint64 staff_id;
  gint64 assignee_id;
  gint64 wait_reason;
  gint64 until;
  gint64 answer;
  gint64 other_id;
  gint64 ticks;
  gint64 clamped;
  char *text;
  gint64 quote_state; /* of QUOTE: what it came to */
  gint64 money;       /* of QUOTE: fen */
  gint64 stage;       /* of STAGE: which was signed */
  gint64 severity;    /* of ESCALATED: what it is now */
} DeskCaseEvent;

/* A part or labour, as quoted or as it came to be. */
typedef struct
{
  DeskRecord record;
  gint64 case_id;
  gint64 kind;
  char *name;
  gint64 quantity;
  gint64 price;
  gint64 amount;
} DeskCostLine;

/* What a repair costs and how far that is agreed. */
typedef struct
{
  DeskRecord record;
  gint64 case_id;
  gint64 state;
  gint64 amount;
  gint64 staff_id;
  gint64 made_at;
  gint64 agreed_at;
  gint64 billed_id;
  gint64 billed_at;
  gint64 checked_id;
  gint64 checked_at;
  char *note;
} DeskCaseQuote;

/* What a complaint has besides its case: one of each complaint. */
typedef struct
{
  DeskRecord record;
  gint64 case_id;
  char *department; /* that is to blame, or to put it right */
  gint64 finding;
  char *cause;
  char *remedy;
  gint64 goodwill; /* fen */
  char *letter;    /* the answer in writing */
} DeskComplaint;

/* A stage of a complaint: due, then signed off. Those the clocks of the case measure (contact, solved) have no due time of
 * their own. What is re-opened gets further ones of the same rank; the signed stay. */
typedef struct
{
  DeskRecord record;
  gint64 case_id;
  gint64 rank;
  gint64 stage;
  gint64 due_at;    /* 0: not known yet, or the clock of the case says */
  gint64 signed_at; /* 0 not yet */
  gint64 staff_id;  /* who signed */
  char *text;
} DeskComplaintStage;

/* The draw of one day and category (desk-callback.h), with the figure it came to. */
typedef struct
{
  DeskRecord record;
  DeskDay day;
  gint64 period; /* yyyymm of the day before, on which they were done */
  gint64 category_id;
  gint64 callback_share; /* millionths that are to be called */
  gint64 population;
  gint64 taken;
  gint64 period_population; /* of the month so far, this draw among them */
  gint64 period_taken;
} DeskCallbackDraw;

/* A case of a draw's population. */
typedef struct
{
  DeskRecord record;
  gint64 draw_id;
  gint64 case_id;
  gint64 done_at;
  char *draw_key; /* lowest first */
  gint64 taken;   /* DeskCallbackTaken, 0 left out */
} DeskCallbackLine;

/* Two records that belong together. */
typedef struct
{
  DeskRecord record;
  gint64 from_kind;
  gint64 from_id;
  gint64 to_kind;
  gint64 to_id;
} DeskRecordLink;

/* A picture or file that goes with a record. */
typedef struct
{
  DeskRecord record;
  gint64 of_kind;
  gint64 of_id;
  gint64 blob_id;
  char *name;
  char *mime;
  gint64 size;
  gint64 staff_id;
  gint64 at;
} DeskAttachment;

const DeskRecordSpec *desk_register_case_spec (DeskKind kind);

G_END_DECLS
