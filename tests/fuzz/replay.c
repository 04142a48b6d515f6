/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Gives every file of the folder, and each of its beginnings, to the target: what libFuzzer does with its corpus,
 * without libFuzzer. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (argv[argc - 1], 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[argc - 1], name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      for (gsize end = length; end > 0; end = end * 3 / 4)
        LLVMFuzzerTestOneInput ((const guint8 *) bytes, end);
      n++;
    }
  g_print ("1..1\n%sok 1 - %u inputs\n", n > 0 ? "" : "not ", n);
  return 0;
}
