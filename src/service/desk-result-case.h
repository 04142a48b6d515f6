/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-move.h"
#include "desk-complaint-io.h"
#include "desk-outage-io.h"
#include "desk-quick-entry.h"
#include "desk-register-case.h"
#include "desk-result.h"
#include "desk-warranty.h"

G_BEGIN_DECLS

/* A case in one line. */
typedef struct
{
  gint64 id;
  char *number;
  char *title;
  gint64 kind;
  gint64 state;
  gint64 opened_at;
  gint64 done_at; /* 0 not yet */
  gint64 next_due;
} DeskCaseBrief;

/* One line of a case's course, told. */
typedef struct
{
  DeskCaseEvent *event;
  char *staff_name;
  char *assignee_name; /* (nullable) */
  char *other_number;  /* (nullable): of the other case of a merge */
} DeskCourseLine;

/* Somebody a case can be given to. */
typedef struct
{
  gint64 staff_id;
  char *name;
  gint64 roles;
  gint64 n_open; /* cases they have */
  gboolean on_duty; /* the category names them */
} DeskLoad;

/* A case as its page shows it. */
typedef struct
{
  DeskCase *service_case; /* the phone masked */
  char *group;            /* (nullable): category's group and name */
  char *category;
  char *unit_label;
  char *place_name;
  char *person_name;
  DeskPhone *phone;       /* (nullable): theirs, masked, where the case was left none */
  char *assignee_name;
  char *intake_name;
  char *owner_name;
  char *merged_number;
  GPtrArray *course; /* DeskCourseLine, the first first */
  gint64 now;        /* the moment the clocks were looked at */
  DeskCaseClock clock;
  DeskClockLook look;
  gint64 due_if_resumed; /* while it waits: due, were it to go on now; else 0 */
  gboolean always;       /* completion counts by the clock on the wall: nothing is hatched */
  GArray *stretches;     /* DeskStretch: working time from the opening to the later of now and due, at most 100 */
  DeskWarranty warranty;
  GPtrArray *linked;     /* DeskCaseBrief: what it came out of, what came out of it, and what somebody linked it with */
  DeskComplaint *complaint; /* (nullable): of a complaint */
  GPtrArray *stages;     /* DeskStageLine: of a complaint, each stage once, as it stands */
  int stage;             /* index of the one to be signed next, -1 none */
  GPtrArray *near;       /* DeskCaseBrief: of a complaint: others of its category in its building */
  gint64 near_days;      /* so far back */
  GPtrArray *same;       /* DeskCaseBrief: same fault on the same unit before, within @same_days */
  gint64 same_days;
  char *visit_about;     /* (nullable): the log entry it came from */
  gint64 work_days;      /* left, where completion counts working days and more than one is left; else 0 */
  GPtrArray *costs;      /* DeskCostLine */
  DeskCaseQuote *quote;  /* (nullable): the last one */
  GPtrArray *care_flags; /* DeskCareFlag of the unit in force */
  GPtrArray *instructions;
  DeskMove moves[DESK_N_MOVES]; /* what whoever asks may do from here */
  guint n_moves;
  GPtrArray *loads; /* DeskLoad: whom to give it to, best first */
  GPtrArray *categories; /* DeskCategory to choose from, where the case has none yet; else empty */
} DeskCasePage;

/* What a line at the desk means, and everything about that unit, caller and fault. */
typedef struct
{
  DeskQuickEntry *entry;
  char *group; /* of the category */
  char *category;
  char *script;
  GPtrArray *occupants; /* DeskOccupant of the unit, current first */
  GPtrArray *care_flags;
  GPtrArray *instructions;
  GPtrArray *cases;  /* DeskCaseBrief: open ones of the unit */
  GPtrArray *visits; /* DeskVisit: the last ones of the unit or the phone, phones masked */
  GPtrArray *near;   /* DeskCaseBrief: of a complaint: others of its category in its building */
  GPtrArray *same;   /* DeskCaseBrief, within @same_days */
  gint64 same_days;
  GPtrArray *outages; /* DeskOutageCard: those that run and reach the unit */
  GPtrArray *loads;  /* DeskLoad, best first */
  gint64 response_due;
  gint64 completion_due;
  DeskWarranty warranty;
  gint64 price_from; /* fen */
  gint64 price_to;
} DeskLineResult;

/* A memo with the names of those it is between. */
typedef struct
{
  DeskMemo *memo; /* the phone masked */
  char *to_name;
  char *staff_name;
} DeskMemoCard;

/* An entry of the log as its page shows it, with what it became. Names are NULL where there is none. */
typedef struct
{
  DeskVisit *visit; /* the phone masked */
  char *unit_label;
  char *place_name;
  char *person_name;
  char *staff_name;
  char *owner_name;
  char *offered_name;
  char *praised_name;
  GPtrArray *cases;      /* DeskCaseBrief */
  GPtrArray *memos;      /* DeskMemoCard */
  GPtrArray *follow_ups; /* DeskFollowUp */
  GPtrArray *outages;    /* DeskOutage it hangs on */
  GPtrArray *files;      /* DeskAttachment */
  gint64 now;            /* the moment it was looked at */
  gint64 response_due;   /* of a question that is open, as the rules say; 0: none */
  gint64 finish_due;
  gboolean offered;      /* to whoever asks: theirs to accept or return */
} DeskVisitPage;

/* Categories with everything that follows from them; groups before what stands in them. */
typedef struct
{
  GPtrArray *categories; /* DeskCategory */
  GPtrArray *calendars;  /* DeskCalendar */
  GPtrArray *days;       /* DeskCalendarDay in order */
  GPtrArray *places;     /* DeskPlace */
  GPtrArray *phrases;    /* DeskPhrase by rank */
  GPtrArray *stages;     /* DeskSetting: stages of a complaint, by severity; id 0: never set */
  GPtrArray *targets;    /* DeskSetting: what the figures are to reach, of repairs and of complaints; id 0: never set */
  gint64 missing_year;   /* the next year of which no holiday is known, 0 none: from 1 December the coming one */
} DeskCaseSettings;

void desk_case_page_clear (gpointer result);
void desk_line_result_clear (gpointer result);
void desk_case_settings_clear (gpointer result);
void desk_visit_page_clear (gpointer result);
void desk_memo_card_free (gpointer card);
void desk_case_brief_free (gpointer brief);
void desk_course_line_free (gpointer line);
void desk_load_free (gpointer load);

G_END_DECLS
