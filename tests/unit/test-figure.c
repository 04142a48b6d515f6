/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-figure.h"
#include "shared-data.h"

/* Figures: what a case adds to the sums, the rates, the months. */

static void
test_case (void)
{
  static const struct
  {
    DeskCaseState state;
    gint64 response_minutes, response_due, responded_at, finished_due, done_at, reopened, drawn, answer;
    const char *figures; /* one digit each, in their order */
  } rows[] = {
    { DESK_CASE_NEW, 100, 0, 0, 0, 0, 0, 0, 0, "11000000000" },
    { DESK_CASE_NEW, 0, 0, 0, 0, 0, 0, 0, 0, "10000000000" },
    { DESK_CASE_WORKING, 100, 0, 100, 0, 0, 0, 0, 0, "11100000000" },
    { DESK_CASE_WORKING, 0, 0, 101, 0, 0, 0, 0, 0, "10000000000" },
    { DESK_CASE_DONE, 100, 95, 90, 500, 500, 0, 0, 0, "11111110000" },
    { DESK_CASE_DONE, 100, 95, 90, 500, 501, 0, 0, 0, "11111010000" },
    { DESK_CASE_DONE, 100, 95, 90, 0, 501, 0, 0, 0, "11110010000" },
    { DESK_CASE_CALLBACK, 0, 0, 0, 500, 400, 0, 1, 0, "10011110100" },
    { DESK_CASE_CLOSED, 0, 0, 0, 500, 400, 0, 1, DESK_ANSWER_SATISFIED, "10011110111" },
    { DESK_CASE_CLOSED, 0, 0, 0, 500, 400, 0, 1, DESK_ANSWER_FAIR, "10011110111" },
    { DESK_CASE_ASSIGNED, 0, 0, 0, 500, 0, 1, 1, DESK_ANSWER_NOT, "10000011110" },
    { DESK_CASE_CLOSED, 0, 0, 0, 500, 400, 2, 1, DESK_ANSWER_SATISFIED, "10011111111" },
    { DESK_CASE_CANCELLED, 100, 95, 90, 500, 400, 1, 1, DESK_ANSWER_SATISFIED, "00000000000" },
    { DESK_CASE_WORKING, 100, 95, 95, 0, 0, 0, 0, 0, "11100000000" },
    { DESK_CASE_WORKING, 100, 95, 96, 0, 0, 0, 0, 0, "11000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SERVICE_CASE);
      DeskCase *c = (DeskCase *) record;
      char text[DESK_N_FIGURES + 1] = { 0 };
      DeskFigures figures;

      c->state = rows[i].state;
      c->response_minutes = rows[i].response_minutes;
      c->response_due = rows[i].response_due;
      c->responded_at = rows[i].responded_at;
      c->finished_due = rows[i].finished_due;
      c->done_at = rows[i].done_at;
      c->reopened = rows[i].reopened;
      c->drawn = rows[i].drawn;
      c->answer = rows[i].answer;
      desk_figures_of (c, &figures);
      for (int k = 0; k < DESK_N_FIGURES; k++)
        text[k] = (char) ('0' + figures.n[k]);
      g_assert_cmpstr (text, ==, rows[i].figures);
    }
}

static void
test_rate (void)
{
  DeskFigures figures = { 0 };

  for (int rate = 0; rate < DESK_N_RATES; rate++)
    g_assert_cmpint (desk_figures_rate (&figures, (DeskRate) rate), ==, DESK_RATE_NONE);
  figures.n[DESK_FIGURE_OPENED] = 3;
  figures.n[DESK_FIGURE_DONE] = 2;
  g_assert_cmpint (desk_figures_rate (&figures, DESK_RATE_COMPLETION), ==, 666667);
  figures.n[DESK_FIGURE_DONE] = 0;
  g_assert_cmpint (desk_figures_rate (&figures, DESK_RATE_COMPLETION), ==, 0);
  g_assert_true (desk_rate_is_missed (DESK_RATE_COMPLETION, 949999, 950000));
  g_assert_false (desk_rate_is_missed (DESK_RATE_COMPLETION, 950000, 950000));
  g_assert_true (desk_rate_is_missed (DESK_RATE_REOPENED, 20001, 20000));
  g_assert_false (desk_rate_is_missed (DESK_RATE_REOPENED, 20000, 20000));
  g_assert_false (desk_rate_is_missed (DESK_RATE_COMPLETION, DESK_RATE_NONE, 950000));
  g_assert_false (desk_rate_is_missed (DESK_RATE_COMPLETION, 0, 0));
}

static void
test_span (void)
{
  static const struct
  {
    DeskSpan span;
    DeskDay today;
    gint64 from, to;
  } rows[] = {
    { DESK_SPAN_MONTH, 20261120, 202611, 202611 },      { DESK_SPAN_LAST_MONTH, 20261120, 202610, 202610 },
    { DESK_SPAN_LAST_MONTH, 20260101, 202512, 202512 }, { DESK_SPAN_YEAR, 20261120, 202512, 202611 },
    { DESK_SPAN_YEAR, 20261231, 202601, 202612 },       { DESK_SPAN_YEAR, 20260115, 202502, 202601 },
    { DESK_SPAN_THIS_YEAR, 20260601, 202601, 202612 },  { DESK_SPAN_LAST_YEAR, 20260601, 202501, 202512 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 from, to;

      desk_span_months (rows[i].span, rows[i].today, &from, &to);
      g_assert_cmpint (from, ==, rows[i].from);
      g_assert_cmpint (to, ==, rows[i].to);
    }
}

/* What a row's id says comes back, however large the record's. */
static void
test_pack (void)
{
  static const gint64 ids[] = { 0, 1, 202611, 999912, 50000000 };

  for (int slice = 0; slice < DESK_N_SLICES; slice++)
    for (int span = 0; span < DESK_N_SPANS; span++)
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          gint32 id = desk_figure_pack ((DeskSlice) slice, (DeskSpan) span, ids[i]);
          DeskSlice back_slice;
          DeskSpan back_span;
          gint64 of_id;

          g_assert_cmpint (id, >, 0);
          desk_figure_unpack (id, &back_slice, &back_span, &of_id);
          g_assert_cmpint (back_slice, ==, slice);
          g_assert_cmpint (back_span, ==, span);
          g_assert_cmpint (of_id, ==, ids[i]);
        }
}

/* One field of a line of the file, quotes taken away; @at goes on behind it. */
static char *
next_field (const char **at)
{
  GString *field = g_string_new (NULL);
  gboolean quoted = **at == '"';

  for (*at += quoted ? 1 : 0; **at != '\0'; (*at)++)
    {
      if (quoted && **at == '"' && (*at)[1] != '"')
        break;
      if (quoted && **at == '"')
        (*at)++;
      else if (!quoted && **at == ',')
        break;
      g_string_append_c (field, **at);
    }
  if (quoted && **at == '"')
    (*at)++;
  if (**at == ',')
    (*at)++;
  return g_string_free (field, FALSE);
}

/* "2011-07-01 01:32:33" → 20110701013233; it only has to be in order. */
static gint64
moment (const char *text)
{
  gint64 value = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      value = value * 10 + (*text - '0');
  return value;
}

static void
count_row (char **fields, GHashTable *ours, GHashTable *theirs)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SERVICE_CASE);
  DeskCase *c = (DeskCase *) record;
  DeskFigures figures, *sum;
  gint64 *told;

  c->opened_at = moment (fields[1]);
  c->promised_due = moment (fields[2]);
  c->closed_at = moment (fields[3]);
  c->state = c->closed_at != 0 ? DESK_CASE_CLOSED : DESK_CASE_NEW;
  if (*fields[4] == '\0' || c->closed_at == 0 || c->promised_due == 0)
    return;
  desk_figures_of (c, &figures);
  sum = g_hash_table_lookup (ours, fields[11]);
  told = g_hash_table_lookup (theirs, fields[11]);
  if (sum == NULL)
    {
      g_hash_table_insert (ours, g_strdup (fields[11]), sum = g_new0 (DeskFigures, 1));
      g_hash_table_insert (theirs, g_strdup (fields[11]), told = g_new0 (gint64, 2));
    }
  desk_figures_add (sum, &figures, 1);
  told[0]++;
  told[1] += g_str_equal (fields[4], "ONTIME");
}

/* A year's half of a real city: on time by queue is what the file says itself. */
static void
test_boston (void)
{
  g_autofree char *path = shared_data ("requests/boston311_2011H2_58251.csv.xz");
  g_autofree char *quoted = path != NULL ? g_shell_quote (path) : NULL;
  g_autofree char *command = g_strconcat ("xz -dc ", quoted, NULL);
  g_autoptr (GHashTable) ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *all = NULL;
  char *line, *end, *next;
  GHashTableIter iter;
  gpointer queue, sum;
  gint64 n = 0;

  if (path == NULL)
    return;
  if (!g_spawn_command_line_sync (command, &all, NULL, NULL, NULL) || *all == '\0')
    {
      g_test_skip ("xz is not here");
      return;
    }
  /* By hand: under a sanitizer each g_strsplit () step looks at all that follows. */
  end = all + strlen (all);
  line = memchr (all, '\n', (gsize) (end - all));
  for (line = line != NULL ? line + 1 : end; line < end; line = next)
    {
      char *stop = memchr (line, '\n', (gsize) (end - line));
      const char *at = line;
      char *fields[12];

      next = stop != NULL ? stop + 1 : end;
      if (stop != NULL)
        *stop = '\0';
      if (*at == '\0')
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        fields[f] = next_field (&at);
      count_row (fields, ours, theirs);
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        g_free (fields[f]);
    }
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &queue, &sum))
    {
      const gint64 *told = g_hash_table_lookup (theirs, queue);

      g_assert_cmpint (((DeskFigures *) sum)->n[DESK_FIGURE_DUE], ==, told[0]);
      g_assert_cmpint (((DeskFigures *) sum)->n[DESK_FIGURE_ON_TIME], ==, told[1]);
      n += told[0];
    }
  g_assert_cmpint (n, ==, 43664);
  g_assert_cmpuint (g_hash_table_size (ours), >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/case", test_case);
  g_test_add_func ("/figure/rate", test_rate);
  g_test_add_func ("/figure/span", test_span);
  g_test_add_func ("/figure/pack", test_pack);
  g_test_add_func ("/figure/boston", test_boston);
  return g_test_run ();
}
