/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-outage.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* An entry of the log, or that of a case, that hangs on an outage from now on. */
typedef struct
{
  DeskInput input;
  gint64 visit_id;  /* 0: that of @case_id */
  gint64 case_id;
  gint64 outage_id; /* 0: the running one that reaches the entry's building, else the only one that runs */
} DeskAttachCallInput;

/* Callers who were told that it is over. */
typedef struct
{
  DeskInput input;
  GArray *ids; /* gint64, of DeskOutageCall */
  gboolean told; /* FALSE: they were not, after all */
} DeskTellInput;

/* It is over: entries that hang on it are closed with @text, repairs nobody has taken yet are settled with it. */
typedef struct
{
  DeskInput input;
  gint64 outage_id;
  gint64 version; /* 0: whatever stands there */
  char *text;
  gboolean told; /* every caller knows already; else they stay to be told */
} DeskEndOutageInput;

/* An outage with how many hang on it. */
typedef struct
{
  DeskOutage *outage;
  gint64 n_callers;
  gint64 n_untold;
} DeskOutageCard;

typedef struct
{
  GPtrArray *cards; /* DeskOutageCard, the latest first */
  gint64 now;
} DeskOutages;

/* Somebody who hangs on it. */
typedef struct
{
  DeskOutageCall *call;
  DeskVisit *visit;  /* the phone masked */
  char *unit_label;  /* (nullable) */
  char *who;         /* (nullable): by name */
  gint64 case_id;    /* a case of their own, 0 none */
  char *case_number; /* (nullable) */
} DeskOutageCaller;

typedef struct
{
  DeskOutageCard *card;
  char *staff_name; /* (nullable): who reported it */
  char *ended_name; /* (nullable) */
  GPtrArray *callers; /* DeskOutageCaller, the first first */
  gint64 now;
} DeskOutagePage;

DeskAttachCallInput *desk_attach_call_input_new (const char *request_key, gint64 visit_id, gint64 case_id, gint64 outage_id);
DeskTellInput *desk_tell_input_new (const char *request_key, const gint64 *ids, guint n_ids, gboolean told);
DeskEndOutageInput *desk_end_outage_input_new (const char *request_key, gint64 outage_id, gint64 version, const char *text,
                                               gboolean told);

void desk_attach_call_input_free (gpointer input);
void desk_tell_input_free (gpointer input);
void desk_end_outage_input_free (gpointer input);
void desk_outage_card_free (gpointer card);
void desk_outage_caller_free (gpointer caller);
void desk_outages_clear (gpointer result);
void desk_outage_page_clear (gpointer result);

G_END_DECLS
