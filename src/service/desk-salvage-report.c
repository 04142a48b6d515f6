/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-salvage.h"

#include "desk-disk.h"
#include "desk-text-salvage.h"

/* What came out of a damaged store, as a text file: whoever enters the missing rows again works from it for days. */

static void
add_table (GString *words, const DeskSalvageTable *table)
{
  g_string_append_printf (words,
                          "%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                          "\t%" G_GINT64_FORMAT "\t%s\n",
                          table->table, table->n_read, table->n_remade, table->n_unread, table->n_unfit, table->n_orphans,
                          table->unread);
}

/* Returns: (transfer full): STORE.salvage.txt, or with a number what is free beside it. */
char *
desk_salvage_report_path (const char *store)
{
  char *path = g_strconcat (store, ".salvage.txt", NULL);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s.salvage-%d.txt", store, i);
    }
  return path;
}

/**
 * desk_salvage_report_write:
 * @text: its words
 * @old: the damaged store, for the title
 * @at: when, Unix seconds
 * @path: the file
 * @error: what the disk says
 *
 * Writes the report: a head of three lines, then a line for each table with tabs between.
 */
gboolean
desk_salvage_report_write (const DeskSalvageReport *report, const DeskText *text, const char *old, gint64 at,
                           const char *path, GError **error)
{
  g_autofree char *store = g_filename_display_name (old);
  g_autofree char *head = desk_text_salvage_head (text, store, at, report->n_read, report->n_lost);
  g_autofree char *columns = desk_text_salvage_columns (text);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s\n\n%s\n", head, columns);
  for (guint i = 0; i < report->tables->len; i++)
    add_table (words, report->tables->pdata[i]);
  return desk_disk_write_text (path, words->str, error);
}
