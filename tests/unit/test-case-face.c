/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-face.h"

#define NOW G_GINT64_CONSTANT (1763596800)
#define HOUR 3600

static const struct
{
  const char *name;
  DeskCaseStand stand;
  DeskFaceState state;
  gint64 minutes;
  int share;
} rows[] = {
  { "running", { DESK_CASE_WORKING, NOW - 2 * HOUR, NOW + 6 * HOUR, NOW + 5 * HOUR, NOW, 0, 0 }, DESK_FACE_RUNNING, 360, 750 },
  { "soon", { DESK_CASE_ASSIGNED, NOW - 3 * HOUR, NOW + HOUR, NOW, NOW, 0, 0 }, DESK_FACE_SOON, 60, 250 },
  { "not yet soon", { DESK_CASE_ASSIGNED, NOW - 3 * HOUR, NOW + HOUR, NOW + 1, NOW, 0, 0 }, DESK_FACE_RUNNING, 60, 250 },
  { "less than a minute is one", { DESK_CASE_NEW, NOW - 60, NOW + 1, NOW - 10, NOW, 0, 0 }, DESK_FACE_SOON, 1, 16 },
  { "due now is late", { DESK_CASE_NEW, NOW - HOUR, NOW, NOW - 10, NOW, 0, 0 }, DESK_FACE_LATE, 0, 0 },
  { "late", { DESK_CASE_NEW, NOW - 9 * HOUR, NOW - 2 * HOUR - 600, NOW - 3 * HOUR, NOW, 0, 0 }, DESK_FACE_LATE, 130, 0 },
  { "no clock", { DESK_CASE_WORKING, NOW - HOUR, 0, 0, NOW, 0, 0 }, DESK_FACE_NONE, 0, 0 },
  { "waiting", { DESK_CASE_WAITING, NOW - 9 * HOUR, 0, 0, NOW - 2 * HOUR, 0, 0 }, DESK_FACE_WAITING, 120, 0 },
  { "waiting, nobody spoke with them", { DESK_CASE_WAITING, NOW - 9 * HOUR, NOW - HOUR, 0, NOW - 2 * HOUR, 0, 0 },
    DESK_FACE_LATE, 60, 0 },
  { "a clock set back", { DESK_CASE_WAITING, NOW, 0, 0, NOW + HOUR, 0, 0 }, DESK_FACE_WAITING, 0, 0 },
  { "done", { DESK_CASE_DONE, NOW - 9 * HOUR, 0, 0, NOW - 2 * HOUR, NOW - HOUR, 0 }, DESK_FACE_DONE, 0, 0 },
  { "done in its last second", { DESK_CASE_CALLBACK, NOW - 9 * HOUR, 0, 0, NOW - HOUR, NOW - HOUR, 0 }, DESK_FACE_DONE, 0, 0 },
  { "done late", { DESK_CASE_CLOSED, NOW - 9 * HOUR, 0, 0, NOW - HOUR, NOW - 4 * HOUR, 0 }, DESK_FACE_DONE_LATE, 180, 0 },
  { "done without a due time", { DESK_CASE_DONE, NOW - 9 * HOUR, 0, 0, NOW, 0, 0 }, DESK_FACE_DONE, 0, 0 },
  { "cancelled", { DESK_CASE_CANCELLED, NOW - 9 * HOUR, 0, 0, NOW, 0, 0 }, DESK_FACE_NONE, 0, 0 },
};

static void
test_face (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  DeskClockFace face = desk_case_face (&rows[i].stand, NOW);

  g_assert_cmpint (face.state, ==, rows[i].state);
  g_assert_cmpint (face.minutes, ==, rows[i].minutes);
  g_assert_cmpint (face.share, ==, rows[i].share);
}

/* Working days left are said of a clock that counts them, not of one that is over. */
static void
test_work_days (void)
{
  DeskCaseStand stand = { DESK_CASE_WORKING, NOW - HOUR, NOW + 100 * HOUR, NOW + 90 * HOUR, NOW, 0, 3 };

  g_assert_cmpint (desk_case_face (&stand, NOW).work_days, ==, 3);
  g_assert_cmpint (desk_case_face (&stand, NOW + 200 * HOUR).work_days, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-face/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_face);
    }
  g_test_add_func ("/case-face/work-days", test_work_days);
  return g_test_run ();
}
