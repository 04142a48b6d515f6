/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "desk-day.h"
#include "desk-decimal.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define GAP "  "

struct _DeskOutput
{
  DeskOutputFormat format;
  const DeskText *text;
  const DeskOutputColumn *columns;
  guint n_columns;
  guint column;     /* the next cell's */
  guint n_rows;
  GString *line;    /* of CSV and JSON */
  GPtrArray *cells; /* char *, of a table: all of them, since the widest decides */
  int failed;       /* errno */
};

DeskOutput *
desk_output_new (DeskOutputFormat format, const DeskText *text, const DeskOutputColumn *columns, guint n_columns)
{
  DeskOutput *self = g_new0 (DeskOutput, 1);

  self->format = format;
  self->text = text;
  self->columns = columns;
  self->n_columns = n_columns;
  self->line = g_string_new (NULL);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  if (format == DESK_OUTPUT_CSV)
    {
      for (guint i = 0; i < n_columns; i++)
        g_string_append_printf (self->line, "%s%s", i > 0 ? "," : "", columns[i].nick);
      g_string_append (self->line, "\r\n");
    }
  return self;
}

void
desk_output_free (DeskOutput *output)
{
  if (output == NULL)
    return;
  g_string_free (output->line, TRUE);
  g_ptr_array_unref (output->cells);
  g_free (output);
}

static void
print (DeskOutput *self, const char *bytes, gsize n_bytes)
{
  if (self->failed == 0 && n_bytes > 0 && fwrite (bytes, 1, n_bytes, stdout) != n_bytes)
    self->failed = errno != 0 ? errno : EIO;
}

static void
print_line (DeskOutput *self)
{
  print (self, self->line->str, self->line->len);
  g_string_truncate (self->line, 0);
}

/* RFC 8259: quotes, backslash and control characters; the rest is UTF-8 as it is. */
static void
append_json_text (GString *line, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (line, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (line, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (line, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (line, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

/* RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it. */
static void
append_csv_text (GString *line, const char *text)
{
  gboolean formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  if (quoted)
    g_string_append_c (line, '"');
}

static char *
format_time (const DeskText *text, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, desk_text_zone (text)) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

/* The care flags of @bits: nicks with blanks between, or words in a row. */
static char *
format_flags (DeskOutput *self, gint64 bits)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (gint64 care = 1; care <= DESK_N_CARES; care++)
    if (bits & (1 << (care - 1)))
      g_ptr_array_add (words, (gpointer) (self->format == DESK_OUTPUT_TABLE ? desk_text_care_flag (self->text, care)
                                                                             : desk_enum_nick (&desk_enum_care, care)));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

/* What programs read: NULL is nothing. @bare: TRUE where JSON takes it without quotes. */
static char *
word_for_programs (DeskOutput *self, const DeskOutputColumn *column, const char *text, gint64 number, gboolean *bare)
{
  *bare = FALSE;
  switch (column->type)
    {
    case DESK_OUTPUT_ID:
    case DESK_OUTPUT_INT:
    case DESK_OUTPUT_MONEY:
    case DESK_OUTPUT_RATE:
      *bare = TRUE;
      return column->type == DESK_OUTPUT_ID && number == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);
    case DESK_OUTPUT_BOOL:
      *bare = TRUE;
      return g_strdup (number ? "true" : "false");
    case DESK_OUTPUT_DAY:
      return number != 0 ? desk_day_format (number) : NULL;
    case DESK_OUTPUT_TIME:
      return number != 0 ? format_time (self->text, number) : NULL;
    case DESK_OUTPUT_AREA:
      *bare = TRUE;
      return number != 0 ? desk_decimal_format (number, DESK_DIGITS_AREA) : NULL;
    case DESK_OUTPUT_ENUM:
      return number != 0 ? g_strdup (desk_enum_nick (column->values, number)) : NULL;
    case DESK_OUTPUT_FLAGS:
      return format_flags (self, number);
    case DESK_OUTPUT_KIND:
      return g_strdup (desk_kind_nick ((DeskKind) number));
    case DESK_OUTPUT_TEXT:
    case DESK_OUTPUT_CODE:
    default:
      return g_strdup (text);
    }
}

/* What people read; never NULL. */
static char *
word_for_people (DeskOutput *self, const DeskOutputColumn *column, const char *text, gint64 number)
{
  switch (column->type)
    {
    case DESK_OUTPUT_INT:
      return desk_text_number (number);
    case DESK_OUTPUT_BOOL:
      return g_strdup (number ? desk_text_get (self->text, N_("yes")) : desk_text_get (self->text, N_("no")));
    case DESK_OUTPUT_DAY:
      return number != 0 ? desk_text_day (number) : g_strdup ("");
    case DESK_OUTPUT_TIME:
      return number != 0 ? desk_text_time_whole (self->text, number) : g_strdup ("");
    case DESK_OUTPUT_MONEY:
      return desk_decimal_format_grouped (number, DESK_DIGITS_MONEY);
    case DESK_OUTPUT_AREA:
      return number != 0 ? desk_text_area (number) : g_strdup ("");
    case DESK_OUTPUT_RATE:
      return desk_text_share (number);
    case DESK_OUTPUT_ENUM:
      return g_strdup (number != 0 ? desk_text_enum (self->text, column->values, number) : "");
    case DESK_OUTPUT_FLAGS:
      return format_flags (self, number);
    case DESK_OUTPUT_KIND:
      return g_strdup (desk_text_kind (self->text, (DeskKind) number));
    case DESK_OUTPUT_TEXT:
    case DESK_OUTPUT_ID:
    case DESK_OUTPUT_CODE:
    default:
      /* Nothing in a record may steer the terminal. */
      return desk_text_printable (text != NULL ? text : "", 0);
    }
}

static gboolean
is_shown (const DeskOutputColumn *column)
{
  return column->type != DESK_OUTPUT_ID && column->type != DESK_OUTPUT_CODE;
}

static void
add_json (DeskOutput *self, const DeskOutputColumn *column, const char *text, gint64 number)
{
  gboolean bare;
  g_autofree char *word = word_for_programs (self, column, text, number, &bare);

  g_string_append (self->line, self->column == 0 ? "{\"" : ",\"");
  g_string_append_printf (self->line, "%s\":", column->nick);
  if (column->type == DESK_OUTPUT_FLAGS)
    {
      g_auto (GStrv) flags = g_strsplit (word, " ", -1);

      for (guint i = 0; flags[i] != NULL; i++)
        g_string_append_printf (self->line, "%s\"%s\"", i == 0 ? "[" : ",", flags[i]);
      g_string_append (self->line, *flags == NULL ? "[]" : "]");
    }
  else if (word == NULL)
    g_string_append (self->line, "null");
  else if (bare)
    g_string_append (self->line, word);
  else
    append_json_text (self->line, word);
}

static void
add_csv (DeskOutput *self, const DeskOutputColumn *column, const char *text, gint64 number)
{
  gboolean bare;
  g_autofree char *word = word_for_programs (self, column, text, number, &bare);

  if (self->column > 0)
    g_string_append_c (self->line, ',');
  if (word != NULL && bare)
    g_string_append (self->line, word);
  else if (word != NULL)
    append_csv_text (self->line, word);
}

void
desk_output_add (DeskOutput *output, const char *text, gint64 number)
{
  const DeskOutputColumn *column = &output->columns[output->column];

  if (output->format == DESK_OUTPUT_JSON)
    add_json (output, column, text, number);
  else if (output->format == DESK_OUTPUT_CSV)
    add_csv (output, column, text, number);
  else if (is_shown (column))
    g_ptr_array_add (output->cells, word_for_people (output, column, text, number));
  if (++output->column < output->n_columns)
    return;
  output->column = 0;
  output->n_rows++;
  if (output->format == DESK_OUTPUT_TABLE)
    return;
  g_string_append (output->line, output->format == DESK_OUTPUT_JSON ? "}\n" : "\r\n");
  print_line (output);
}

const char *
desk_output_word (const DeskOutput *output, const char *nick, const char *word)
{
  return output->format == DESK_OUTPUT_TABLE ? word : nick;
}

gboolean
desk_output_goes_on (const DeskOutput *output)
{
  return output->failed == 0;
}

guint
desk_output_n_rows (const DeskOutput *output)
{
  return output->n_rows;
}

/* How many places of a terminal @text takes: East Asian characters take two, marks above others none. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static gboolean
is_right (DeskOutputType type)
{
  return type == DESK_OUTPUT_INT || type == DESK_OUTPUT_MONEY || type == DESK_OUTPUT_AREA || type == DESK_OUTPUT_RATE;
}

/* One cell, filled up to @width except at the end of a line. */
static void
append_cell (GString *line, const char *text, guint width, gboolean right, gboolean last)
{
  guint blanks = width - width_of (text);

  if (right)
    g_string_append_printf (line, "%*s%s", (int) blanks, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, last ? 0 : (int) blanks, "");
  g_string_append (line, last ? "\n" : GAP);
}

/* Prints heading and rows of a table, each column as wide as its widest cell. */
static void
print_table (DeskOutput *self)
{
  g_autofree guint *shown = g_new (guint, self->n_columns);
  g_autofree guint *widths = g_new (guint, self->n_columns);
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (is_shown (&self->columns[i]))
      {
        widths[n] = width_of (self->columns[i].heading);
        shown[n++] = i;
      }
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], width_of (self->cells->pdata[i]));
  for (guint i = 0; i < n; i++)
    append_cell (self->line, self->columns[shown[i]].heading, widths[i], is_right (self->columns[shown[i]].type),
                 i == n - 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      append_cell (self->line, self->cells->pdata[i], widths[i % n], is_right (self->columns[shown[i % n]].type),
                   i % n == n - 1);
      if (i % n == n - 1)
        print_line (self);
    }
  print_line (self);
}

int
desk_output_end (DeskOutput *output)
{
  if (output->format == DESK_OUTPUT_TABLE && output->n_rows > 0)
    print_table (output);
  print_line (output);
  if (output->failed == 0 && fflush (stdout) != 0)
    output->failed = errno;
  return output->failed;
}
