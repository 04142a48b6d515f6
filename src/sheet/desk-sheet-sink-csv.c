/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "desk-decimal.h"
#include "desk-sheet-sink.h"

#define BUFFER 65536

typedef struct
{
  DeskSheetSink sink;
  char *path;
  int fd;
  GString *buffer;
  guint column; /* the next to write */
} CsvSink;

static void
begin_cell (CsvSink *self, guint column)
{
  for (; self->column < column; self->column++)
    g_string_append_c (self->buffer, ',');
}

/* Would a spreadsheet run the cell as a formula? After any number of apostrophes: so one can be taken off again. */
static gboolean
is_formula (const char *text)
{
  /* A sign alone is none: it stands for "nothing". */
  if ((*text == '-' || *text == '+') && text[1] == '\0')
    return FALSE;
  while (*text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
put (CsvSink *self, guint column, const char *text, gboolean defuse)
{
  gsize length = strlen (text);
  gboolean quoted;

  begin_cell (self, column);
  defuse = defuse && is_formula (text);
  /* Blanks at the ends would be dropped by readers, ours too, if not quoted. */
  quoted = strpbrk (text, ",;\"\r\n\t|") != NULL
           || (length > 0 && (g_ascii_isspace (*text) || g_ascii_isspace (text[length - 1])));
  if (quoted)
    g_string_append_c (self->buffer, '"');
  if (defuse)
    g_string_append_c (self->buffer, '\'');
  for (const char *p = text; *p != '\0';)
    {
      gsize n = strcspn (p, "\"");

      g_string_append_len (self->buffer, p, (gssize) n);
      p += n;
      if (*p == '"')
        {
          g_string_append (self->buffer, "\"\"");
          p++;
        }
    }
  if (quoted)
    g_string_append_c (self->buffer, '"');
}

static void
csv_text (DeskSheetSink *sink, guint column, const char *text)
{
  put ((CsvSink *) sink, column, text, TRUE);
}

static void
csv_number (DeskSheetSink *sink, guint column, gint64 scaled, int digits)
{
  g_autofree char *text = desk_decimal_format (scaled, digits);

  put ((CsvSink *) sink, column, text, FALSE);
}

static void
csv_moment (DeskSheetSink *sink, guint column, DeskDay day, int seconds, gboolean is_time)
{
  g_autofree char *text = desk_sheet_moment_text (day, seconds, is_time);

  put ((CsvSink *) sink, column, text, FALSE);
}

static gboolean
flush (CsvSink *self, GError **error)
{
  for (gsize done = 0; done < self->buffer->len;)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          desk_sheet_write_failed (error, self->path, errno, NULL);
          return FALSE;
        }
      done += (gsize) n;
    }
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
csv_end_row (DeskSheetSink *sink, GError **error)
{
  CsvSink *self = (CsvSink *) sink;

  g_string_append (self->buffer, "\r\n");
  self->column = 0;
  return self->buffer->len < BUFFER || flush (self, error);
}

static gboolean
csv_finish (DeskSheetSink *sink, GError **error)
{
  return flush ((CsvSink *) sink, error);
}

static void
csv_free (DeskSheetSink *sink)
{
  CsvSink *self = (CsvSink *) sink;

  g_free (self->path);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/* CSV as Excel opens it right: UTF-8 with its mark, CRLF. Texts that would run as formulas get an apostrophe in
 * front, which our reader takes off again; typed numbers are left as they are. */
DeskSheetSink *
desk_sheet_sink_csv (const char *path, int fd, const DeskSheetColumn *columns, guint n_columns)
{
  CsvSink *self = g_new0 (CsvSink, 1);

  self->sink = (DeskSheetSink){ csv_text, csv_number, csv_moment, csv_end_row, csv_finish, csv_free };
  self->path = g_strdup (path);
  self->fd = fd;
  self->buffer = g_string_sized_new (BUFFER + 4096);
  g_string_append (self->buffer, "\xef\xbb\xbf");
  for (guint i = 0; i < n_columns; i++)
    put (self, i, columns[i].heading, TRUE);
  g_string_append (self->buffer, "\r\n");
  self->column = 0;
  return &self->sink;
}
