/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-words.h"

#include <string.h>

#include "desk-record.h"
#include "desk-register.h"
#include "desk-store-trail.h"
#include "desk-string.h"

/* So many of the newest records are looked at for a term that is too short for the index. */
#define NEWEST 2000

/* And so many of what longer terms of the same question lead to. */
#define MOST_SIFTED 2000

#define MOST_FIELDS 6

/* What is searched: one entry a kind. The fields are the columns of its index. */
static const struct
{
  DeskKind kind;
  DeskSql add, drop, make, tidy, find, newest, says, last;
  const char *fields[MOST_FIELDS + 1];
} kinds[] = {
  { DESK_KIND_SERVICE_CASE, DESK_SQL_CASE_WORDS_ADD, DESK_SQL_CASE_WORDS_DROP, DESK_SQL_CASE_WORDS_MAKE,
    DESK_SQL_CASE_WORDS_TIDY, DESK_SQL_CASE_WORDS_FIND, DESK_SQL_CASES_NEWEST, DESK_SQL_CASE_SAYS, DESK_SQL_CASE_LAST_ID,
    { "number", "external_no", "title", "detail", "caller", "result", NULL } },
  { DESK_KIND_VISIT, DESK_SQL_VISIT_WORDS_ADD, DESK_SQL_VISIT_WORDS_DROP, DESK_SQL_VISIT_WORDS_MAKE,
    DESK_SQL_VISIT_WORDS_TIDY, DESK_SQL_VISIT_WORDS_FIND, DESK_SQL_VISITS_NEWEST, DESK_SQL_VISIT_SAYS,
    DESK_SQL_VISIT_LAST_ID, { "about", "summary", "caller", "phone", NULL } },
};

static int
place_of (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return (int) i;
  return -1;
}

/* Returns: (transfer full): the terms of what was typed: cleaned, parted at blanks, at most DESK_WORDS_TERMS. */
char **
desk_words_terms (const char *text)
{
  g_autofree char *clean = desk_string_clean (text);
  g_auto (GStrv) parts = g_strsplit_set (clean, " \n", -1);
  GPtrArray *terms = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && terms->len < DESK_WORDS_TERMS)
      g_ptr_array_add (terms, g_strdup (parts[i]));
  g_ptr_array_add (terms, NULL);
  return (char **) g_ptr_array_free (terms, FALSE);
}

/* Is @term below what the index can find? */
gboolean
desk_words_is_short (const char *term)
{
  return g_utf8_strlen (term, -1) < DESK_WORDS_LEAST;
}

/* Returns: (transfer full): the pattern of LIKE … ESCAPE '~' for a text that holds @term. */
char *
desk_words_like (const char *term)
{
  GString *like = g_string_new ("%");

  for (const char *p = term; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '~')
        g_string_append_c (like, '~');
      g_string_append_c (like, *p);
    }
  g_string_append_c (like, '%');
  return g_string_free (like, FALSE);
}

/* Returns: (transfer full): @term as the index takes it, whatever stands in it: between quotes, its own doubled. */
static char *
quote (const char *term)
{
  g_auto (GStrv) parts = g_strsplit (term, "\"", -1);
  g_autofree char *inside = g_strjoinv ("\"\"", parts);

  return g_strconcat ("\"", inside, "\"", NULL);
}

/* Returns: (transfer full) (nullable): what the index is asked for all of @terms that it can find; NULL: none. */
char *
desk_words_match (const char *const *terms)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; terms[i] != NULL; i++)
    if (!desk_words_is_short (terms[i]))
      g_ptr_array_add (quoted, quote (terms[i]));
  if (quoted->len == 0)
    return NULL;
  g_ptr_array_add (quoted, NULL);
  return g_strjoinv (" ", (char **) quoted->pdata);
}

/* Does the index want nothing of the change? */
static gboolean
is_same (guint kind, gconstpointer before, gconstpointer after)
{
  for (guint i = 0; kinds[kind].fields[i] != NULL; i++)
    {
      const DeskFieldSpec *field = desk_record_find_field (kinds[kind].kind, kinds[kind].fields[i]);

      if (g_strcmp0 (desk_record_get_text (before, field), desk_record_get_text (after, field)) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_words (DeskDb *db, DeskSql sql, guint kind, gconstpointer record, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, sql);

  desk_stmt_bind_int (stmt, "id", ((const DeskRecord *) record)->id);
  for (guint i = 0; kinds[kind].fields[i] != NULL; i++)
    {
      const char *name = kinds[kind].fields[i];

      desk_stmt_bind_text (stmt, name, desk_record_get_text (record, desk_record_find_field (kinds[kind].kind, name)));
    }
  return desk_stmt_run (stmt, error);
}

/**
 * desk_store_words_change:
 * @before: (nullable): the record as it was, NULL when it is new
 * @after: (nullable): as it is, NULL when it goes
 *
 * Keeps the index in step with a record, in the caller's transaction. FTS5 takes away what it is told: @before must be
 * what is stored.
 */
gboolean
desk_store_words_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error)
{
  int kind = place_of (((const DeskRecord *) (after != NULL ? after : before))->kind);

  if (kind < 0 || (before != NULL && after != NULL && is_same ((guint) kind, before, after)))
    return TRUE;
  return (before == NULL || write_words (db, kinds[kind].drop, (guint) kind, before, error))
         && (after == NULL || write_words (db, kinds[kind].add, (guint) kind, after, error));
}

/* Makes the indexes anew from the records. */
gboolean
desk_store_words_make (DeskDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!desk_stmt_run (desk_db_get (db, kinds[i].make), error))
      return FALSE;
  return desk_store_words_tidy (db, error);
}

/* Merges all there is into one piece: what was taken away is then nowhere in the file. It costs time with the whole. */
gboolean
desk_store_words_tidy (DeskDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!desk_stmt_run (desk_db_get (db, kinds[i].tidy), error))
      return FALSE;
  return TRUE;
}

/* Does the record hold all of the short @terms, but number @but? */
static gboolean
says_short (DeskDb *db, guint kind, gint64 id, const char *const *terms, int but, gboolean *says, GError **error)
{
  *says = TRUE;
  for (int i = 0; terms[i] != NULL && *says; i++)
    {
      g_autofree char *like = NULL;
      DeskStmt *stmt;
      gint64 one;

      if (i == but || !desk_words_is_short (terms[i]))
        continue;
      like = desk_words_like (terms[i]);
      stmt = desk_db_get (db, kinds[kind].says);
      desk_stmt_bind_int (stmt, "id", id);
      desk_stmt_bind_text (stmt, "like", like);
      if (!desk_store_read_int (stmt, &one, says, error))
        return FALSE;
    }
  return TRUE;
}

/* Opens what gives the newest records first: by the index, or among the newest those that hold the first term. @asked: (out):
 * the term that it asks for, -1 all that the index can find. */
static DeskStmt *
open_newest (DeskDb *db, guint kind, const char *const *terms, int *asked, GError **error)
{
  g_autofree char *match = desk_words_match (terms);
  g_autofree char *like = NULL;
  DeskStmt *stmt;
  gint64 last;
  gboolean found;

  *asked = match != NULL ? -1 : 0;
  if (match != NULL)
    {
      stmt = desk_db_get (db, kinds[kind].find);
      desk_stmt_bind_text (stmt, "match", match);
      return stmt;
    }
  if (!desk_store_read_int (desk_db_get (db, kinds[kind].last), &last, &found, error))
    return NULL;
  like = desk_words_like (terms[0]);
  stmt = desk_db_get (db, kinds[kind].newest);
  desk_stmt_bind_int (stmt, "after", last - NEWEST);
  desk_stmt_bind_text (stmt, "like", like);
  return stmt;
}

/**
 * desk_store_words_newest:
 * @kind: VISIT or SERVICE_CASE
 * @terms: of desk_words_terms(); all must stand in a record
 * @bound: so many at most
 * @ids: (element-type gint64): the newest first are appended
 *
 * Where every term is too short for the index only the newest records are looked at: it is asked with every key.
 */
gboolean
desk_store_words_newest (DeskDb *db, DeskKind kind, const char *const *terms, guint bound, GArray *ids, GError **error)
{
  guint place = (guint) place_of (kind), n = 0, looked = 0;
  int asked;
  DeskStmt *stmt;
  DeskStep step = DESK_STEP_DONE;
  gboolean ok = TRUE;

  if (terms[0] == NULL)
    return TRUE;
  stmt = open_newest (db, place, terms, &asked, error);
  if (stmt == NULL)
    return FALSE;
  while (ok && n < bound && looked++ < MOST_SIFTED && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);
      gboolean says;

      ok = says_short (db, place, id, terms, asked, &says, error);
      if (ok && says)
        {
          g_array_append_val (ids, id);
          n++;
        }
    }
  desk_stmt_reset (stmt);
  return ok && step != DESK_STEP_FAILED;
}
