/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "desk-sheet-package.h"
#include "desk-sheet-sink.h"

struct _DeskSheetWriter
{
  char *path;
  char *temporary; /* removed if still there when the writer is freed */
  int fd;
  DeskSheetFormat format;
  DeskSheetColumn *columns;
  guint n_columns;
  guint column; /* the next one */
  GTimeZone *zone;
  DeskSheetSink *sink;
};

/* Sets the error of a write that failed with errno @code, or for a @code of 0 with @words. */
void
desk_sheet_write_failed (GError **error, const char *path, int code, const char *words)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, name, NULL);
  else
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, name,
                    code != 0 ? g_strerror (code) : words, NULL);
}

/* Returns: (transfer full): "2019-02-28", with @is_time "2019-02-28 11:25:05". */
char *
desk_sheet_moment_text (DeskDay day, int seconds, gboolean is_time)
{
  g_autofree char *date = desk_day_format (day);

  if (!is_time)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %02d:%02d:%02d", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* An empty file beside @path that only its owner can read. */
static gboolean
make_temporary (DeskSheetWriter *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_strdup_printf (".%.100s.XXXXXX", base);
  g_autofree char *template = g_build_filename (folder, name, NULL);

  self->fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      desk_sheet_write_failed (error, self->path, errno, NULL);
      return FALSE;
    }
  self->temporary = g_steal_pointer (&template);
  return TRUE;
}

/**
 * desk_sheet_writer_new:
 * @path: the file to make or replace, in the file system's encoding
 * @format: %DESK_SHEET_CSV or %DESK_SHEET_XLSX
 * @sheet: name of the sheet in a workbook
 * @columns: (array length=n_columns): copied
 * @zone: in which times are written
 * @error: FULL disk-full, IO disk-failed
 *
 * Returns: (transfer full) (nullable): a writer before the first data row
 */
DeskSheetWriter *
desk_sheet_writer_new (const char *path, DeskSheetFormat format, const char *sheet, const DeskSheetColumn *columns,
                       guint n_columns, GTimeZone *zone, GError **error)
{
  g_autoptr (DeskSheetWriter) self = NULL;

  g_return_val_if_fail (format == DESK_SHEET_CSV || format == DESK_SHEET_XLSX, NULL);
  g_return_val_if_fail (n_columns > 0 && n_columns <= DESK_SHEET_MAX_COLUMNS, NULL);
  self = g_new0 (DeskSheetWriter, 1);
  self->path = g_strdup (path);
  self->format = format;
  self->zone = g_time_zone_ref (zone);
  self->fd = -1;
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].heading = g_strdup (columns[i].heading);
      self->columns[i].digits
          = columns[i].type == DESK_SHEET_COLUMN_DECIMAL ? CLAMP (columns[i].digits, 0, 6) : 0;
    }
  if (!make_temporary (self, error))
    return NULL;
  self->sink = format == DESK_SHEET_CSV
                   ? desk_sheet_sink_csv (path, self->fd, self->columns, n_columns)
                   : desk_sheet_sink_xlsx (path, self->temporary, sheet, self->columns, n_columns, error);
  return self->sink != NULL ? g_steal_pointer (&self) : NULL;
}

/* Frees the writer; a file that was not finished leaves nothing behind. */
void
desk_sheet_writer_free (DeskSheetWriter *self)
{
  if (self->sink != NULL)
    self->sink->free (self->sink);
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].heading);
  g_free (self->columns);
  g_free (self->temporary);
  g_free (self->path);
  g_time_zone_unref (self->zone);
  g_free (self);
}

static guint
take_column (DeskSheetWriter *self, DeskSheetColumnType type)
{
  g_assert (self->column < self->n_columns && self->columns[self->column].type == type);
  return self->column++;
}

/* Leaves the next cell blank, whatever its type. */
void
desk_sheet_writer_blank (DeskSheetWriter *self)
{
  g_assert (self->column < self->n_columns);
  self->column++;
}

/* Writes @text (nullable, UTF-8) into the next cell. */
void
desk_sheet_writer_text (DeskSheetWriter *self, const char *text)
{
  guint column = take_column (self, DESK_SHEET_COLUMN_TEXT);

  if (text != NULL)
    self->sink->text (self->sink, column, text);
}

/* Writes a whole number into the next cell. */
void
desk_sheet_writer_integer (DeskSheetWriter *self, gint64 value)
{
  self->sink->number (self->sink, take_column (self, DESK_SHEET_COLUMN_INTEGER), value, 0);
}

/* Writes @scaled, divided by ten to the power of the column's digits, into the next cell: money in fen. */
void
desk_sheet_writer_decimal (DeskSheetWriter *self, gint64 scaled)
{
  guint column = take_column (self, DESK_SHEET_COLUMN_DECIMAL);

  self->sink->number (self->sink, column, scaled, self->columns[column].digits);
}

/* Writes @day into the next cell; none for 0. */
void
desk_sheet_writer_day (DeskSheetWriter *self, DeskDay day)
{
  guint column = take_column (self, DESK_SHEET_COLUMN_DAY);

  if (day != 0)
    self->sink->moment (self->sink, column, day, 0, FALSE);
}

/* Writes @time (Unix seconds, none for 0) into the next cell, as the writer's zone has it. */
void
desk_sheet_writer_time (DeskSheetWriter *self, gint64 time)
{
  guint column = take_column (self, DESK_SHEET_COLUMN_TIME);
  g_autoptr (GDateTime) utc = time != 0 ? g_date_time_new_from_unix_utc (time) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
  DeskDay day = desk_day_of_time (time, self->zone);

  if (local != NULL && day != 0)
    self->sink->moment (self->sink, column, day,
                        g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60
                            + g_date_time_get_second (local),
                        TRUE);
}

/**
 * desk_sheet_writer_end_row:
 * @self: a writer
 * @error: FULL disk-full, IO disk-failed; LIMIT sheet-cell-too-long, sheet-too-many-rows, for workbooks only
 *
 * Ends the row. After a failure the writer can only be freed.
 */
gboolean
desk_sheet_writer_end_row (DeskSheetWriter *self, GError **error)
{
  self->column = 0;
  return self->sink->end_row (self->sink, error);
}

/* libxlsxwriter does not notice a disk that fills up under its temporary file: see whether the sheet ends as it must. */
static gboolean
check_workbook (DeskSheetWriter *self, GError **error)
{
  static const char end[] = "</worksheet>";
  g_autoptr (DeskSheetSource) source = desk_sheet_source_open (self->temporary, error);
  g_autoptr (DeskSheetPackage) package = source != NULL ? desk_sheet_package_open (source, error) : NULL;
  g_autoptr (DeskSheetPart) part = NULL;
  g_autofree char *chunk = g_malloc (65536 + sizeof end);
  gsize kept = 0;
  gssize n;

  if (package != NULL)
    part = desk_sheet_part_open (package, "xl/worksheets/sheet1.xml", G_MAXSIZE, error);
  if (part == NULL)
    return FALSE;
  while ((n = desk_sheet_part_read (part, chunk + kept, 65536, error)) > 0)
    {
      gsize length = kept + (gsize) n;

      kept = MIN (length, sizeof end - 1);
      memmove (chunk, chunk + length - kept, kept);
    }
  if (n == 0 && kept == sizeof end - 1 && memcmp (chunk, end, kept) == 0)
    return TRUE;
  if (n == 0)
    desk_sheet_write_failed (error, self->path, ENOSPC, NULL);
  return FALSE;
}

/**
 * desk_sheet_writer_complete:
 * @self: a writer
 * @error: FULL disk-full, IO disk-failed
 *
 * Writes what is left and makes it durable beside its place. It gets its name by desk_sheet_writer_place(); freed before
 * that it leaves nothing behind.
 */
gboolean
desk_sheet_writer_complete (DeskSheetWriter *self, GError **error)
{
  if (!self->sink->finish (self->sink, error) || (self->format != DESK_SHEET_CSV && !check_workbook (self, error)))
    return FALSE;
  if (fsync (self->fd) != 0)
    {
      desk_sheet_write_failed (error, self->path, errno, NULL);
      return FALSE;
    }
  /* What placing would fail on is found while everything can still be taken back. */
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      desk_sheet_write_failed (error, self->path, EISDIR, NULL);
      return FALSE;
    }
  return TRUE;
}

/**
 * desk_sheet_writer_place:
 * @self: a complete writer
 * @error: FULL disk-full, IO disk-failed
 *
 * Gives the file its name, in place of one that was there. After a failure what was there is untouched.
 */
gboolean
desk_sheet_writer_place (DeskSheetWriter *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd;

  if (g_rename (self->temporary, self->path) != 0)
    {
      desk_sheet_write_failed (error, self->path, errno, NULL);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      /* Some file systems cannot sync a folder; the file itself is safe. */
      fsync (fd);
      close (fd);
    }
  return TRUE;
}

/**
 * desk_sheet_writer_finish:
 * @self: a writer
 * @error: FULL disk-full, IO disk-failed
 *
 * Completes and places it in one: for a file that no transaction goes with.
 */
gboolean
desk_sheet_writer_finish (DeskSheetWriter *self, GError **error)
{
  return desk_sheet_writer_complete (self, error) && desk_sheet_writer_place (self, error);
}
