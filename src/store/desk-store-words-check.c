/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-words.h"

#include <string.h>

#include "desk-store-trail.h"

/*
 * Does the index hold what the records say, no less and no more? Both are added up, record by record: what the index holds
 * comes in its own order, so that one walk over each is enough for a million. Where the sums differ, so do the words, but for
 * a letter that SQLite makes small in another way than GLib: there the index is asked for the whole text.
 */

static const struct
{
  DeskKind kind;
  DeskSql held, wanted, find, last;
  const char *fields[7];
} kinds[] = {
  { DESK_KIND_SERVICE_CASE, DESK_SQL_CASE_WORDS_HELD, DESK_SQL_CASE_WORDS_WANTED, DESK_SQL_CASE_WORDS_FIND,
    DESK_SQL_CASE_LAST_ID, { "number", "external_no", "title", "detail", "caller", "result", NULL } },
  { DESK_KIND_VISIT, DESK_SQL_VISIT_WORDS_HELD, DESK_SQL_VISIT_WORDS_WANTED, DESK_SQL_VISIT_WORDS_FIND,
    DESK_SQL_VISIT_LAST_ID, { "about", "summary", "caller", "phone", NULL } },
};

typedef struct
{
  guint64 sum; /* of what stands there; order does not matter */
  guint count;
} Sum;

/* FNV-1a over a piece of three characters, the field it stands in and its place there. */
static guint64
hash_piece (const char *text, gsize n, const char *field, gint64 place)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guint8) text[i]) * G_GUINT64_CONSTANT (1099511628211);
  for (const char *p = field; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (1099511628211);
  for (int shift = 0; shift < 32; shift += 8)
    hash = (hash ^ (guint8) (place >> shift)) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* A walk over one kind. */
typedef struct
{
  DeskDb *db;
  guint kind;
  GArray *sums; /* Sum: one for each id there can be */
  DeskWordsFunc func;
  gpointer data;
} Walk;

/* Makes room for the records there can be. */
static gboolean
walk_init (Walk *walk, GError **error)
{
  gint64 last;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (walk->db, kinds[walk->kind].last), &last, &found, error))
    return FALSE;
  g_array_set_size (walk->sums, (guint) last + 1);
  return TRUE;
}

/* Adds up what the index holds of each record. */
static gboolean
read_held (Walk *walk, GError **error)
{
  DeskStmt *stmt = desk_db_get (walk->db, kinds[walk->kind].held);
  gint64 ghost = 0;
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);
      const char *term = desk_stmt_text (stmt, 1);

      if (id > 0 && id < walk->sums->len)
        {
          Sum *sum = &g_array_index (walk->sums, Sum, id);

          sum->sum += hash_piece (term, strlen (term), desk_stmt_text (stmt, 2), desk_stmt_int (stmt, 3));
          sum->count++;
        }
      else if (id != ghost)
        walk->func (kinds[walk->kind].kind, ghost = id, walk->data);
    }
  return step == DESK_STEP_DONE;
}

/* Takes what @text must give away from @sum. */
static void
take_text (Sum *sum, const char *text, const char *field)
{
  g_autoptr (GString) small = g_string_sized_new (strlen (text));
  const char *begin, *end;
  gint64 place = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (p)));
  begin = end = small->str;
  for (int i = 0; i < DESK_WORDS_LEAST; i++)
    {
      if (*end == '\0')
        return;
      end = g_utf8_next_char (end);
    }
  for (;; begin = g_utf8_next_char (begin), end = g_utf8_next_char (end), place++)
    {
      sum->sum -= hash_piece (begin, (gsize) (end - begin), field, place);
      sum->count--;
      if (*end == '\0')
        return;
    }
}

/* Returns: (transfer full): the whole text of the record @stmt stands on, as a question to the index. */
static char *
question (guint kind, DeskStmt *stmt)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; kinds[kind].fields[i] != NULL; i++)
    {
      g_autofree char *one = desk_words_match ((const char *const[]){ desk_stmt_text (stmt, i + 1), NULL });

      if (one != NULL)
        g_ptr_array_add (parts, g_strconcat (kinds[kind].fields[i], " : ", one, NULL));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

/* Does the index lead from @match to @id? */
static gboolean
leads_to (DeskDb *db, guint kind, const char *match, gint64 id, gboolean *leads, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, kinds[kind].find);
  DeskStep step = DESK_STEP_DONE;

  *leads = FALSE;
  desk_stmt_bind_text (stmt, "match", match);
  while (!*leads && *match != '\0' && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    *leads = desk_stmt_int (stmt, 0) == id;
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

/* Does the index hold the record @stmt stands on as it is? */
static gboolean
compare_record (Walk *walk, DeskStmt *stmt, gboolean *same, GError **error)
{
  Sum *sum = &g_array_index (walk->sums, Sum, desk_stmt_int (stmt, 0));
  g_autofree char *match = NULL;

  for (int i = 0; kinds[walk->kind].fields[i] != NULL; i++)
    take_text (sum, desk_stmt_text (stmt, i + 1), kinds[walk->kind].fields[i]);
  *same = sum->count == 0;
  if (*same && sum->sum != 0)
    {
      match = question (walk->kind, stmt);
      return leads_to (walk->db, walk->kind, match, desk_stmt_int (stmt, 0), same, error);
    }
  sum->count = 0;
  return TRUE;
}

/* Holds what the records say against the sums; what is left over is of records that are gone. */
static gboolean
compare (Walk *walk, GError **error)
{
  DeskStmt *stmt = desk_db_get (walk->db, kinds[walk->kind].wanted);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);
      gboolean same;

      if (!compare_record (walk, stmt, &same, error))
        return FALSE;
      if (!same)
        walk->func (kinds[walk->kind].kind, id, walk->data);
    }
  for (guint id = 0; step == DESK_STEP_DONE && id < walk->sums->len; id++)
    if (g_array_index (walk->sums, Sum, id).count != 0)
      walk->func (kinds[walk->kind].kind, id, walk->data);
  return step == DESK_STEP_DONE;
}

/**
 * desk_store_words_check:
 * @func: called for each record whose words the index does not hold as they are, also for those that are gone
 *
 * Reads only.
 */
gboolean
desk_store_words_check (DeskDb *db, DeskWordsFunc func, gpointer data, GError **error)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));
      Walk walk = { db, kind, sums, func, data };

      if (!walk_init (&walk, error) || !read_held (&walk, error) || !compare (&walk, error))
        return FALSE;
    }
  return TRUE;
}
