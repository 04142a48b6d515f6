/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-fixture.h"

G_BEGIN_DECLS

/* A small community in which every use case has something to do. */
typedef struct
{
  gint64 community, building, other_building, empty_building, entrance, empty_entrance;
  gint64 unit, other_unit, bare_unit, space, free_space;
  gint64 person, tenant, twin, bare_person, elsewhere;
  gint64 phone;
  gint64 occupancy, vehicle, lease, flag, instruction, follow_up, handed, filter;
  gint64 request; /* of the housekeeper: other_unit shall be edited */
  gint64 staff; /* a housekeeper of other_building */
  gint64 last_act; /* of the register */
  gint64 head_act; /* of all */
  gint64 category, calendar, holiday, phrase, place, visit, memo, attachment, cost_line, free_line;
  gint64 outage, outage_call; /* that runs in building 3, and somebody who called about it */
  gint64 complaint, other_complaint, case_new, case_assigned, case_waiting, case_done, case_called; /* of unit; the fixture's actor is the assignee */
} DeskSampleWorld;

/* Who may do the sample besides those whose right has no bounds. */
typedef enum
{
  DESK_SAMPLE_SCOPED, /* whoever answers for building 3 */
  DESK_SAMPLE_FREE,   /* everybody with the right: it belongs to no building */
  DESK_SAMPLE_WIDE,   /* nobody whose right ends at their own units */
} DeskSampleReach;

void desk_sample_world (DeskFixture *fixture, DeskSampleWorld *world);

/* A test that begins with such a community: both functions are for g_test_add(). */
typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
} DeskSampleCase;

void desk_sample_set_up (DeskSampleCase *self, gconstpointer data);
void desk_sample_tear_down (DeskSampleCase *self, gconstpointer data);

/* The part about log and cases (desk-sample-case.c), made with the rest of the world. */
void desk_sample_cases (DeskFixture *fixture, DeskSampleWorld *world);
gpointer desk_sample_case_input (DeskFixture *fixture, const DeskSampleWorld *world, DeskUseCase use_case, const char *key);

/* The administrator and the housekeeper get the fixture's password, the housekeeper its PIN: from here on somebody has to
 * sign in. */
void desk_sample_secrets (DeskFixture *fixture, const DeskSampleWorld *world);

/* Returns: (transfer full) (nullable): an input that succeeds in @world, to be freed by desk_use_case_free_input(); NULL
 * where the table has no sample. */
gpointer desk_sample_input (DeskFixture *fixture, const DeskSampleWorld *world, DeskUseCase use_case, const char *key);
DeskSampleReach desk_sample_reach (DeskUseCase use_case);

/* Returns: (transfer full): everything the store holds as text, one row a line, by a connection of the test's own.
 * @spine: with versions, acts, trail, timeline and counters of ids; else only what a person sees. */
char *desk_dump (const char *path, gboolean spine);
void desk_assert_same_dump (const char *before, const char *after);

/* Changes a store behind the program's back. */
void desk_tamper (const char *path, const char *sql);

G_END_DECLS
