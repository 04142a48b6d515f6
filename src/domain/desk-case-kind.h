/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"

G_BEGIN_DECLS

/* The closed lists of the desk log and of cases (domain.md). Stored as numbers: append, never renumber. */

/* 来访 咨询 报修 投诉 建议 表扬 留言 其他 */
typedef enum
{
  DESK_VISIT_VISIT = 1,
  DESK_VISIT_ENQUIRY,
  DESK_VISIT_REPAIR,
  DESK_VISIT_COMPLAINT,
  DESK_VISIT_SUGGESTION,
  DESK_VISIT_PRAISE,
  DESK_VISIT_MESSAGE,
  DESK_VISIT_OTHER,
} DeskVisitKind;

typedef enum
{
  DESK_CHANNEL_WALK_IN = 1,
  DESK_CHANNEL_PHONE,
  DESK_CHANNEL_MESSAGE, /* WeChat, letter, mail */
  DESK_CHANNEL_ROUND,
} DeskChannel;

typedef enum
{
  DESK_CASE_REPAIR = 1,
  DESK_CASE_COMPLAINT,
} DeskCaseKind;

typedef enum
{
  DESK_CASE_NEW = 1,
  DESK_CASE_ASSIGNED,
  DESK_CASE_ACCEPTED,
  DESK_CASE_WORKING,
  DESK_CASE_WAITING,
  DESK_CASE_DONE,
  DESK_CASE_CALLBACK,
  DESK_CASE_CLOSED,
  DESK_CASE_CANCELLED,
} DeskCaseState;
#define DESK_N_CASE_STATES 9
#define DESK_CASE_BIT(state) (1u << (state))
/* Open: somebody still has to do something about it. */
#define DESK_CASE_OPEN_BITS                                                                              \
  (DESK_CASE_BIT (DESK_CASE_NEW) | DESK_CASE_BIT (DESK_CASE_ASSIGNED) | DESK_CASE_BIT (DESK_CASE_ACCEPTED) \
   | DESK_CASE_BIT (DESK_CASE_WORKING) | DESK_CASE_BIT (DESK_CASE_WAITING))

typedef enum
{
  DESK_URGENCY_ORDINARY = 1,
  DESK_URGENCY_URGENT,
  DESK_URGENCY_DANGER, /* to life */
} DeskUrgency;

typedef enum
{
  DESK_SEVERITY_ORDINARY = 1,
  DESK_SEVERITY_SERIOUS,
  DESK_SEVERITY_MAJOR,
} DeskSeverity;

typedef enum
{
  DESK_WAIT_PARTS = 1,
  DESK_WAIT_OWNER_AWAY,
  DESK_WAIT_APPOINTMENT,
  DESK_WAIT_THIRD_PARTY,
  DESK_WAIT_QUOTE,
} DeskWaitReason;

/* Parts of a building by their warranty. */
typedef enum
{
  DESK_WARRANTY_STRUCTURE = 1,
  DESK_WARRANTY_WATERPROOF, /* roof, wet rooms, outer wall */
  DESK_WARRANTY_HEATING,
  DESK_WARRANTY_FITTINGS,   /* wiring, pipes, equipment, decoration */
  DESK_WARRANTY_COOLING,
} DeskWarrantyPart;

typedef enum
{
  DESK_ANSWER_SATISFIED = 1, /* A */
  DESK_ANSWER_FAIR,          /* B */
  DESK_ANSWER_NOT,           /* C */
} DeskAnswer;

/* Every way a case moves: nick. */
#define DESK_MOVES(X)     \
  X (ASSIGN, "assign")    \
  X (TAKE, "take")        \
  X (ACCEPT, "accept")    \
  X (RETURN, "return")    \
  X (TRANSFER, "transfer") \
  X (START, "start")      \
  X (WAIT, "wait")        \
  X (RESUME, "resume")    \
  X (FINISH, "finish")    \
  X (PASS, "pass")        \
  X (FAIL, "fail")        \
  X (DRAW, "draw")        \
  X (ANSWER, "answer")    \
  X (CLOSE, "close")      \
  X (REOPEN, "reopen")    \
  X (CANCEL, "cancel")    \
  X (MERGE, "merge")

typedef enum
{
  DESK_MOVE_NONE = 0,
#define X(code, nick) DESK_MOVE_##code,
  DESK_MOVES (X)
#undef X
  DESK_N_MOVES /* one above the last */
} DeskMove;

/* What stands in a case's course besides moves. */
typedef enum
{
  DESK_CASE_EVENT_OPENED = 1,
  DESK_CASE_EVENT_MOVE,
  DESK_CASE_EVENT_CONTACT, /* somebody spoke with them */
  DESK_CASE_EVENT_HURRY,   /* they asked again */
  DESK_CASE_EVENT_NOTE,
  DESK_CASE_EVENT_APPOINTMENT,
  DESK_CASE_EVENT_QUOTE,   /* made, agreed, billed, checked: see the quote */
  DESK_CASE_EVENT_STAGE,   /* of a complaint, signed off */
  DESK_CASE_EVENT_ESCALATED, /* a complaint that is more severe than it was taken for */
  DESK_CASE_EVENT_NOT_REACHED, /* nobody answered when they were called back */
} DeskCaseEventKind;

/* What becomes of a complaint step by step, each signed off by somebody: which of them and until when stands in the settings
 * (desk-complaint.h). */
typedef enum
{
  DESK_STAGE_CONTACT = 1,
  DESK_STAGE_PROGRESS, /* they are told how far it is */
  DESK_STAGE_EVIDENCE,
  DESK_STAGE_PLAN,
  DESK_STAGE_DECISION,
  DESK_STAGE_SOLVED,
  DESK_STAGE_ANSWER, /* in writing */
  DESK_STAGE_CALLBACK,
} DeskStage;
#define DESK_N_STAGES 9 /* one above the last */

/* Was the complaint right? */
typedef enum
{
  DESK_FINDING_VALID = 1,
  DESK_FINDING_PARTLY,
  DESK_FINDING_NOT,
} DeskFinding;

/* What a phrase is for; none: for everything. */
typedef enum
{
  DESK_PHRASE_SCOPE_LOG = 1, /* entries of the log, messages */
  DESK_PHRASE_SCOPE_REPAIR,
  DESK_PHRASE_SCOPE_COMPLAINT, /* its course, among colleagues */
  DESK_PHRASE_SCOPE_ANSWER,    /* the written answer to a resident */
  DESK_PHRASE_SCOPE_OUTAGE,    /* what callers are told */
} DeskPhraseScope;

/* Why a case is to be called back. */
typedef enum
{
  DESK_CALLBACK_DRAWN = 1,
  DESK_CALLBACK_AGAIN,   /* it was answered with C before */
  DESK_CALLBACK_BY_HAND, /* before the draw */
} DeskCallbackTaken;

/* A log entry to a colleague: 转交, and a memo: 留言. */
typedef enum
{
  DESK_HANDING_OFFERED = 1,
  DESK_HANDING_ACCEPTED,
  DESK_HANDING_RETURNED,
} DeskHandingState;

/* Where an entry of the log stands; worked out from its summary and its handing on. */
typedef enum
{
  DESK_VISIT_OPEN = 1, /* no summary yet */
  DESK_VISIT_OFFERED,
  DESK_VISIT_RETURNED,
  DESK_VISIT_CLOSED,
} DeskVisitState;

typedef enum
{
  DESK_QUOTE_MADE = 1,
  DESK_QUOTE_AGREED,   /* the resident said yes */
  DESK_QUOTE_DECLINED,
  DESK_QUOTE_BILLED,   /* parts and labour as they came to be */
  DESK_QUOTE_CHECKED,  /* by a second person: ready for the unit's account */
} DeskQuoteState;

typedef enum
{
  DESK_COST_PART = 1,
  DESK_COST_LABOUR,
} DeskCostKind;

extern const DeskEnumSpec desk_enum_visit_kind;
extern const DeskEnumSpec desk_enum_channel;
extern const DeskEnumSpec desk_enum_case_kind;
extern const DeskEnumSpec desk_enum_case_state;
extern const DeskEnumSpec desk_enum_urgency;
extern const DeskEnumSpec desk_enum_severity;
extern const DeskEnumSpec desk_enum_wait_reason;
extern const DeskEnumSpec desk_enum_warranty_part;
extern const DeskEnumSpec desk_enum_answer;
extern const DeskEnumSpec desk_enum_move;
extern const DeskEnumSpec desk_enum_case_event;
extern const DeskEnumSpec desk_enum_duration_unit;
extern const DeskEnumSpec desk_enum_handing;
extern const DeskEnumSpec desk_enum_visit_state;
extern const DeskEnumSpec desk_enum_quote_state;
extern const DeskEnumSpec desk_enum_cost_kind;
extern const DeskEnumSpec desk_enum_callback_taken;
extern const DeskEnumSpec desk_enum_stage;
extern const DeskEnumSpec desk_enum_finding;
extern const DeskEnumSpec desk_enum_phrase_scope;

G_END_DECLS
