/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "desk-import.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define MOST_COLUMNS 40
#define MOST_ROWS 60
#define TODAY 20261120

/* What a guess promises: each field once, only fields of that kind of sheet, none that is sure of nothing. */
static void
check_guesses (DeskImport import, const DeskImportField *fields, const DeskGuess *guesses, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert ((fields[i] == DESK_IMPORT_FIELD_NONE) == (guesses[i] == DESK_GUESS_NONE));
      g_assert (fields[i] == DESK_IMPORT_FIELD_NONE || desk_import_takes (import, fields[i]));
      for (guint k = 0; k < i; k++)
        g_assert (fields[i] == DESK_IMPORT_FIELD_NONE || fields[k] != fields[i]);
    }
}

/* What a row promises: it says what is wrong, or it speaks of a unit or of somebody. */
static void
check_row (DeskImport import, const DeskImportField *fields, guint n, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", MOST_COLUMNS);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (DeskImportRow) row = NULL;
  guint n_cells = g_strv_length (cells);
  const char *all[MOST_COLUMNS];

  for (guint i = 0; i < n; i++)
    all[i] = i < n_cells ? cells[i] : "";
  row = desk_import_row_parse (import, fields, all, n, TODAY, problems);
  g_assert (row != NULL);
  g_assert (problems->len > 0 || row->unit != NULL || row->person != NULL);
  for (guint i = 0; i < problems->len; i++)
    g_assert (((DeskProblem *) problems->pdata[i])->code < DESK_N_PROBLEMS);
}

/* The first byte is the kind of sheet, the first line its headings, the others its rows; tabs part the cells. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = size > 1 ? g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_ROWS);
  g_auto (GStrv) headings = g_strsplit (lines[0] != NULL ? lines[0] : "", "\t", MOST_COLUMNS);
  DeskImport import = size > 0 ? (DeskImport) (data[0] % DESK_N_IMPORTS) : DESK_IMPORT_UNITS;
  guint n = g_strv_length (headings);
  DeskImportField fields[MOST_COLUMNS], missing;
  DeskGuess guesses[MOST_COLUMNS];

  desk_import_guess_all (import, (const char *const *) headings, n, fields, guesses);
  check_guesses (import, fields, guesses, n);
  g_assert (desk_import_guess_kind ((const char *const *) headings, n) < DESK_N_IMPORTS);
  if (!desk_import_missing (import, fields, n, &missing))
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
      check_row (import, fields, n, lines[i]);
  return 0;
}
