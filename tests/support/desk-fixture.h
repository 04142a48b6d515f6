/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* A fresh store in a folder of its own with a clock that stands still, and the person who may do everything. */
typedef struct
{
  char *folder;
  char *path;
  DeskClock *clock;
  DeskService *service;
  DeskActor *actor;
} DeskFixture;

#define DESK_FIXTURE_PASSWORD "correct horse"
#define DESK_FIXTURE_PIN "271828"
#define DESK_FIXTURE_NOW 1763690400 /* 2025-11-21 10:00 in Shanghai */

void desk_fixture_set_up (DeskFixture *fixture);
void desk_fixture_tear_down (DeskFixture *fixture);
void desk_fixture_reopen (DeskFixture *fixture);
void desk_fixture_remove_folder (const char *folder);

/* Registers a test that gets a DeskFixture. */
#define desk_fixture_add(path, func) \
  g_test_add (path, DeskFixture, NULL, desk_fixture_set_up_test, func, desk_fixture_tear_down_test)
void desk_fixture_set_up_test (DeskFixture *fixture, gconstpointer data);
void desk_fixture_tear_down_test (DeskFixture *fixture, gconstpointer data);

/* Makers that fail the test when the store refuses; they return ids. */
gint64 desk_fixture_community (DeskFixture *fixture);
gint64 desk_fixture_building (DeskFixture *fixture, const char *code);
gint64 desk_fixture_entrance (DeskFixture *fixture, gint64 building_id, const char *code);
gint64 desk_fixture_unit (DeskFixture *fixture, gint64 building_id, gint64 entrance_id, const char *room);
gint64 desk_fixture_space (DeskFixture *fixture, const char *room);
gint64 desk_fixture_person (DeskFixture *fixture, const char *name, const char *phone);
gint64 desk_fixture_occupancy (DeskFixture *fixture, gint64 unit_id, gint64 person_id, gint64 role, DeskDay from,
                               DeskDay to);
gint64 desk_fixture_staff (DeskFixture *fixture, const char *login, const char *name, gint64 roles, gint64 building_id);
void desk_fixture_secret (DeskFixture *fixture, gint64 staff_id, DeskSecretKind kind, const char *secret);
gpointer desk_fixture_get (DeskFixture *fixture, DeskKind kind, gint64 id);
gint64 desk_fixture_save (DeskFixture *fixture, DeskUseCase use_case, gconstpointer record);
gint64 desk_fixture_count (DeskFixture *fixture, const char *sql);

void desk_assert_problem (GError *error, DeskErrorCode code, DeskProblemCode problem);

G_END_DECLS
