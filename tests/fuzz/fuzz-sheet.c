/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-sheet.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Quadratic surprises count as faults; no honest input of a fuzzer has so many rows. */
#define MOST_ROWS 2000000

static void
check_row (const DeskSheetRow *row, guint *last)
{
  g_assert (row->number > *last);
  *last = row->number;
  g_assert (row->n_cells > 0 && row->n_cells <= DESK_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert (row->cells[i].kind <= DESK_SHEET_ERROR);
      g_assert (strlen (row->cells[i].text) <= DESK_SHEET_MAX_CELL);
      g_assert (g_utf8_validate (row->cells[i].text, -1, NULL));
      desk_sheet_cell_is_lossy (&row->cells[i]);
    }
}

static void
read_rows (const char *path, const DeskSheetOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, options, NULL, &error);
  DeskSheetRow row;
  guint last = 0, n = 0;

  while (reader != NULL && desk_sheet_reader_next (reader, &row, NULL, &error))
    {
      check_row (&row, &last);
      g_assert (n++ < MOST_ROWS);
    }
  g_assert (reader != NULL || error != NULL);
  g_assert (error == NULL || error->domain == DESK_ERROR);
}

static void
read_table (const char *path, const DeskSheetOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, options, NULL, &error);
  g_autoptr (DeskSheetTable) table = reader != NULL ? desk_sheet_table_new (reader, NULL, NULL, &error) : NULL;
  DeskSheetRow row;
  guint last = 0;

  while (table != NULL && desk_sheet_table_next (table, &row, NULL, &error))
    {
      g_assert (row.n_cells == desk_sheet_table_get_n_columns (table));
      check_row (&row, &last);
    }
  g_assert (table != NULL || error != NULL);
  g_assert (error == NULL || error->domain == DESK_ERROR);
}

/* Reads those bytes as a file, row by row and as a table, and checks what every reader may rely on. */
void
fuzz_sheet_read (const void *bytes, gsize length, const DeskSheetOptions *options)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  g_assert (fd >= 0 && write (fd, bytes, length) == (gssize) length);
  read_rows (path, options);
  read_table (path, options);
  close (fd);
}
