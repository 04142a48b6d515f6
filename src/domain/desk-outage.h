/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-record.h"

G_BEGIN_DECLS

/* Known outages: something that many call about at once. Stored as numbers: append, never renumber. */
typedef enum
{
  DESK_OUTAGE_WATER = 1,
  DESK_OUTAGE_POWER,
  DESK_OUTAGE_GAS,
  DESK_OUTAGE_HEATING,
  DESK_OUTAGE_LIFT,
  DESK_OUTAGE_NETWORK,
  DESK_OUTAGE_ACCESS, /* doors and gates */
  DESK_OUTAGE_OTHER,
} DeskOutageTopic;

/* The parent incident. It runs until somebody ends it; the expected end is only what callers are told. */
typedef struct
{
  DeskRecord record;
  gint64 topic;
  char *title;
  char *buildings;  /* codes, "3, 5"; empty: the whole community */
  gint64 begun_at;
  gint64 expected_at; /* 0 not known */
  char *script;       /* what is read out to callers */
  gint64 staff_id;
  gint64 ended_at; /* 0: it runs */
  gint64 ended_by;
  char *ending; /* what came of it: the summary of every entry that hung on it */
} DeskOutage;

/* A building it reaches; none where it reaches all. */
typedef struct
{
  DeskRecord record;
  gint64 outage_id;
  gint64 building_id;
} DeskOutageBuilding;

/* A caller who hangs on it: an entry of the log. */
typedef struct
{
  DeskRecord record;
  gint64 outage_id;
  gint64 visit_id;
  gint64 told_at; /* that it is over; 0 not yet */
  gint64 told_by;
} DeskOutageCall;

/* As many buildings at most are named one by one. */
#define DESK_OUTAGE_MAX_BUILDINGS 200

extern const DeskEnumSpec desk_enum_outage_topic;

const DeskRecordSpec *desk_outage_spec (DeskKind kind);
void desk_rule_outage (DeskOutage *outage, GPtrArray *problems);
char **desk_outage_split (const char *buildings);
gboolean desk_outage_range (const char *word, gint64 *from, gint64 *to);
char *desk_outage_bare (const char *word);

G_END_DECLS
