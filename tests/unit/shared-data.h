/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Real data lies beside the source tree or where DESK_SHARED says.
 *
 * Returns: (transfer full) (nullable): the path of @file below it, or NULL after marking the test as skipped. */
static inline char *
shared_data (const char *file)
{
  const char *shared = g_getenv ("DESK_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("DESK_SOURCE_ROOT"), "..", "shared", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : beside, "data", file, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the shared data folder is absent");
  return NULL;
}

/* Returns: (transfer full): the lines of the UTF-8 file @path; fails the test when it cannot be read. */
static inline char **
shared_lines (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}
