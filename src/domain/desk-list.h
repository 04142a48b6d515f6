/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"

G_BEGIN_DECLS

/* What a list shows. The window's columns, the sheet and the paper of a list, and the command line's table are all
 * made from these tables. */
typedef enum
{
  DESK_COLUMN_TEXT,
  DESK_COLUMN_KEY, /* what the row is called by: bold */
  DESK_COLUMN_INT,
  DESK_COLUMN_DAY,
  DESK_COLUMN_TIME,
  DESK_COLUMN_ENUM,
  DESK_COLUMN_AREA,
  DESK_COLUMN_MONEY, /* fen */
  DESK_COLUMN_FLAGS, /* bits 1 << (DeskCare - 1) */
  DESK_COLUMN_PHONE, /* masked */
  DESK_COLUMN_KIND,  /* DeskKind */
  DESK_COLUMN_TOLD,  /* what an act did: desk_text_told() words it */
  DESK_COLUMN_LINK,  /* what a record became: its DeskKind, and its number or whom it is for */
  DESK_COLUMN_DUTY,  /* what is to be done: the note; number: rule * DESK_DUTY_RULE + its day */
  DESK_COLUMN_SLICE, /* of figures: its name; number: DeskSlice, or DESK_SLICE_CELL_ALL */
  DESK_COLUMN_RATE,  /* millionths, below zero none; with a text: it misses its target */
  DESK_COLUMN_OWES,  /* who owes it: the name, or 1 + DeskStaffRole */
  DESK_COLUMN_ROLES, /* bits 1 << DeskStaffRole */
} DeskColumnType;

#define DESK_DUTY_RULE 100000000

typedef struct
{
  const char *nick;
  DeskColumnType type;
  const DeskEnumSpec *values; /* of ENUM */
  gboolean sortable;
} DeskColumnSpec;

typedef struct
{
  const char *nick;
  DeskKind kind; /* of the records behind the rows */
  const DeskColumnSpec *columns;
  guint n_columns;
  const char *const *filters; /* nicks; the first is "all" */
  guint n_filters;
  gboolean uncounted; /* nobody counts what its filters leave: that would ask for every row of years */
} DeskListSpec;

#define DESK_MAX_FILTERS 16
#define DESK_MAX_COLUMNS 32

typedef enum
{
  DESK_LIST_UNITS,
  DESK_LIST_PEOPLE,
  DESK_LIST_VISITS,
  DESK_LIST_REPAIRS,
  DESK_LIST_COMPLAINTS,
  DESK_LIST_TRAIL,
  DESK_LIST_FOLLOW_UPS,
  DESK_LIST_OUTAGES,
  DESK_LIST_BILLS,
  DESK_LIST_STAFF,
  DESK_LIST_REPAIR_FIGURES,
  DESK_LIST_COMPLAINT_FIGURES,
  DESK_LIST_CALLBACKS, /* of both kinds of cases */
  DESK_N_LISTS
} DeskList;

const DeskListSpec *desk_list_spec (DeskList list);
gboolean desk_column_is_staff (const DeskColumnSpec *column);
int desk_list_column (const DeskListSpec *spec, const char *nick);
int desk_list_filter (const DeskListSpec *spec, const char *nick);

/* Columns of the lists, in the order of their tables; the stored rows follow it. */
typedef enum
{
  DESK_UNIT_COLUMN_LABEL,
  DESK_UNIT_COLUMN_OWNER,
  DESK_UNIT_COLUMN_CARE,
  DESK_UNIT_COLUMN_STATE,
  DESK_UNIT_COLUMN_KIND,
  DESK_UNIT_COLUMN_AREA,
  DESK_UNIT_COLUMN_RESIDENTS,
  DESK_UNIT_COLUMN_DELIVERED,
} DeskUnitColumn;

typedef enum
{
  DESK_PERSON_COLUMN_NAME,
  DESK_PERSON_COLUMN_UNITS,
  DESK_PERSON_COLUMN_ROLE,
  DESK_PERSON_COLUMN_PHONE,
} DeskPersonColumn;

typedef enum
{
  DESK_VISIT_COLUMN_AT,
  DESK_VISIT_COLUMN_CHANNEL,
  DESK_VISIT_COLUMN_UNIT, /* or the public place */
  DESK_VISIT_COLUMN_CALLER,
  DESK_VISIT_COLUMN_ABOUT,
  DESK_VISIT_COLUMN_SUMMARY,
  DESK_VISIT_COLUMN_BECAME, /* number of the case, or whom the memo is for */
  DESK_VISIT_COLUMN_STAFF,
  DESK_VISIT_COLUMN_KIND,
  DESK_VISIT_COLUMN_OWNER,
  DESK_VISIT_COLUMN_STATE, /* DeskVisitState */
} DeskVisitColumn;

/* Repairs and complaints alike. */
typedef enum
{
  DESK_CASE_COLUMN_DUE, /* of the clock that is due next, 0 none runs */
  DESK_CASE_COLUMN_UNIT, /* or the public place */
  DESK_CASE_COLUMN_TITLE,
  DESK_CASE_COLUMN_CATEGORY,
  DESK_CASE_COLUMN_STATE,
  DESK_CASE_COLUMN_ASSIGNEE,
  DESK_CASE_COLUMN_NUMBER,
  DESK_CASE_COLUMN_CALLER,
  DESK_CASE_COLUMN_OPENED,
  DESK_CASE_COLUMN_URGENCY,
  DESK_CASE_COLUMN_HURRIED,
  DESK_CASE_COLUMN_WAIT_REASON,
  DESK_CASE_COLUMN_SINCE, /* when its phase began: waits, or is done, since then */
  DESK_CASE_COLUMN_WARN_AT,
  DESK_CASE_COLUMN_FINISHED_DUE, /* what was due when it was done */
  DESK_CASE_COLUMN_SEVERITY,
  DESK_CASE_COLUMN_STAGE, /* of a complaint: to be signed next */
  DESK_CASE_COLUMN_WORK_DAYS, /* left, where the clock counts them and more than one is */
  DESK_CASE_COLUMN_RESULT, /* of a callback: what was done */
  DESK_CASE_COLUMN_TRIES, /* of a callback: how often nobody answered */
} DeskCaseColumn;

typedef enum
{
  DESK_VISIT_FILTER_ALL,
  DESK_VISIT_FILTER_TODAY,
  DESK_VISIT_FILTER_WALK_IN, /* these three: of today */
  DESK_VISIT_FILTER_PHONE,
  DESK_VISIT_FILTER_MESSAGE,
  DESK_VISIT_FILTER_OPEN, /* no summary yet, of any day */
  DESK_VISIT_FILTER_MINE, /* taken by whoever asks, today */
  DESK_VISIT_FILTER_OFFERED, /* handed to whoever asks */
} DeskVisitFilter;

typedef enum
{
  DESK_CASE_FILTER_ALL, /* that are not closed */
  DESK_CASE_FILTER_OVERDUE,
  DESK_CASE_FILTER_SOON,
  DESK_CASE_FILTER_NEW, /* nobody has it */
  DESK_CASE_FILTER_WAITING,
  DESK_CASE_FILTER_CALLBACK,
  DESK_CASE_FILTER_MINE,
  DESK_CASE_FILTER_CLOSED,
} DeskCaseFilter;

typedef enum
{
  DESK_CALLBACK_FILTER_ALL,
  DESK_CALLBACK_FILTER_OVERDUE,
  DESK_CALLBACK_FILTER_NOT_REACHED,
  DESK_CALLBACK_FILTER_COMPLAINTS,
  DESK_CALLBACK_FILTER_REPAIRS,
} DeskCallbackFilter;

/* What somebody's work begins with: the pool at the desk, one's own floors, one's own cases. */
typedef enum
{
  DESK_CASE_FIRST_DUE, /* nothing: most late first */
  DESK_CASE_FIRST_UNASSIGNED,
  DESK_CASE_FIRST_FLOORS,
  DESK_CASE_FIRST_MINE,
} DeskCaseFirst;

typedef enum
{
  DESK_TRAIL_COLUMN_AT,
  DESK_TRAIL_COLUMN_STAFF,
  DESK_TRAIL_COLUMN_ABOUT,
  DESK_TRAIL_COLUMN_KIND,
  DESK_TRAIL_COLUMN_RECORD,
  DESK_TRAIL_COLUMN_WHAT,
} DeskTrailColumn;

typedef enum
{
  DESK_OUTAGE_COLUMN_BEGUN,
  DESK_OUTAGE_COLUMN_TOPIC,
  DESK_OUTAGE_COLUMN_BUILDINGS, /* empty: the whole community */
  DESK_OUTAGE_COLUMN_TITLE,
  DESK_OUTAGE_COLUMN_EXPECTED,
  DESK_OUTAGE_COLUMN_CALLERS,
  DESK_OUTAGE_COLUMN_UNTOLD,
  DESK_OUTAGE_COLUMN_ENDED,
} DeskOutageColumn;

typedef enum
{
  DESK_OUTAGE_FILTER_ALL,
  DESK_OUTAGE_FILTER_RUNNING,
  DESK_OUTAGE_FILTER_UNTOLD, /* over, and somebody is still to be told */
} DeskOutageFilter;

/* Of figures (desk-figure.h); the filters are those of DeskSlice. */
typedef enum
{
  DESK_FIGURE_COLUMN_OF,
  DESK_FIGURE_COLUMN_OPENED,
  DESK_FIGURE_COLUMN_RATE, /* the first of DESK_N_RATES */
} DeskFigureColumn;

/* The filters are those of DeskAudience. */
typedef enum
{
  DESK_FOLLOW_UP_COLUMN_DUE,
  DESK_FOLLOW_UP_COLUMN_TOPIC,
  DESK_FOLLOW_UP_COLUMN_UNIT,
  DESK_FOLLOW_UP_COLUMN_PERSON,
  DESK_FOLLOW_UP_COLUMN_DUTY,
  DESK_FOLLOW_UP_COLUMN_URGENT,
  DESK_FOLLOW_UP_COLUMN_OWES,
} DeskFollowUpColumn;

/* Bills of repairs; the rows are their cases. */
typedef enum
{
  DESK_BILL_COLUMN_SINCE, /* checked; of one to be checked: billed */
  DESK_BILL_COLUMN_UNIT,
  DESK_BILL_COLUMN_CALLER,
  DESK_BILL_COLUMN_TITLE,
  DESK_BILL_COLUMN_NUMBER,
  DESK_BILL_COLUMN_AMOUNT,
  DESK_BILL_COLUMN_BILLED_BY,
  DESK_BILL_COLUMN_CHECKED_BY,
} DeskBillColumn;

typedef enum
{
  DESK_BILL_FILTER_READY,    /* checked by a second person: for the unit's account */
  DESK_BILL_FILTER_TO_CHECK, /* waits for a second person */
} DeskBillFilter;

typedef enum
{
  DESK_STAFF_COLUMN_NAME,
  DESK_STAFF_COLUMN_LOGIN,
  DESK_STAFF_COLUMN_ROLES,
  DESK_STAFF_COLUMN_BUILDINGS,
  DESK_STAFF_COLUMN_SIGN_IN, /* DeskSignInWay, 0 of those who left */
  DESK_STAFF_COLUMN_LEFT_ON,
} DeskStaffColumn;

/* How somebody who works here can sign in. */
typedef enum
{
  DESK_SIGN_IN_PASSWORD = 1,
  DESK_SIGN_IN_BLOCKED, /* the PIN: tried too often */
  DESK_SIGN_IN_DUE,     /* with a password that must be changed */
  DESK_SIGN_IN_PIN_ONLY,
  DESK_SIGN_IN_NOT_YET,
} DeskSignInWay;

extern const DeskEnumSpec desk_enum_sign_in;

typedef enum
{
  DESK_UNIT_FILTER_ALL,
  DESK_UNIT_FILTER_LIVED_IN,
  DESK_UNIT_FILTER_LET,
  DESK_UNIT_FILTER_VACANT,
  DESK_UNIT_FILTER_DECORATING,
  DESK_UNIT_FILTER_UNDELIVERED, /* unsold or ready */
  DESK_UNIT_FILTER_CARE,
  DESK_UNIT_FILTER_SHOP,
  DESK_UNIT_FILTER_SPACE,
} DeskUnitFilter;

typedef enum
{
  DESK_PERSON_FILTER_ALL,
  DESK_PERSON_FILTER_OWNER,
  DESK_PERSON_FILTER_TENANT,
  DESK_PERSON_FILTER_OTHER,
  DESK_PERSON_FILTER_NO_UNIT, /* in no unit today */
} DeskPersonFilter;

G_END_DECLS
