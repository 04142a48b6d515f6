/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-search-name.h"

#include <string.h>

#include "desk-mask.h"
#include "desk-search-part.h"

void
desk_found_name_clear (DeskFoundName *name)
{
  g_free (name->title);
  g_free (name->unit);
  g_free (name->detail);
  g_free (name->pinyin);
  *name = (DeskFoundName){ 0 };
}

/* Opens @sql on row @id; without a row @stmt is NULL. */
static gboolean
open_row (DeskDb *db, DeskSql sql, gint64 id, DeskDay today, DeskStmt **stmt, GError **error)
{
  gboolean found;

  *stmt = desk_db_get (db, sql);
  desk_stmt_bind_int (*stmt, "id", id);
  if (today != 0)
    desk_stmt_bind_int (*stmt, "today", today);
  if (!desk_stmt_one (*stmt, &found, error))
    return FALSE;
  if (!found)
    *stmt = NULL;
  return TRUE;
}

gboolean
desk_found_name_unit (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  DeskStmt *stmt;

  if (!open_row (db, DESK_SQL_UNIT_NAME, found->id, today, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  name->title = g_strdup (desk_stmt_text (stmt, 0));
  name->unit = g_strdup (name->title);
  name->unit_id = found->id;
  name->state = desk_stmt_int (stmt, 1);
  name->detail = g_strdup (desk_stmt_text (stmt, 2));
  desk_stmt_reset (stmt);
  return TRUE;
}

/* The first of the units a person lives in or owns, a home before a shop or a parking space: where the person is
 * looked for. */
static gboolean
name_place (DeskDb *db, gint64 person_id, DeskDay today, DeskFoundName *name, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_PERSON_PLACES);
  gboolean found;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_int (stmt, "today", today);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      name->unit_id = desk_stmt_int (stmt, 0);
      name->unit = g_strdup (desk_stmt_text (stmt, 1));
      name->role = desk_stmt_int (stmt, 2);
    }
  desk_stmt_reset (stmt);
  return TRUE;
}

gboolean
desk_found_name_person (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  DeskStmt *stmt;

  if (!open_row (db, DESK_SQL_PERSON_NAME, found->id, 0, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  name->title = g_strdup (desk_stmt_text (stmt, 0));
  name->pinyin = g_strdup (desk_stmt_text (stmt, 1));
  name->detail = desk_mask_phone (desk_stmt_text (stmt, 2));
  desk_stmt_reset (stmt);
  return name_place (db, found->id, today, name, error);
}

/* A person under the number that was typed rather than the first one. */
static gboolean
name_by_number (DeskDb *db, DeskSql sql, char *(*mask) (const char *number), const DeskFound *found, DeskDay today,
                DeskFoundName *name, GError **error)
{
  DeskStmt *stmt;

  if (!desk_found_name_person (db, found, today, name, error)
      || !open_row (db, sql, found->key_id, 0, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  g_free (name->detail);
  name->detail = mask (desk_stmt_text (stmt, 0));
  desk_stmt_reset (stmt);
  return TRUE;
}

gboolean
desk_found_name_phone (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  return name_by_number (db, DESK_SQL_PHONE_NUMBER, desk_mask_phone, found, today, name, error);
}

gboolean
desk_found_name_document (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  return name_by_number (db, DESK_SQL_DOCUMENT_NUMBER, desk_mask_document, found, today, name, error);
}

gboolean
desk_found_name_vehicle (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  const char *person, *description;
  gint64 person_id;
  DeskStmt *stmt;

  if (!open_row (db, DESK_SQL_VEHICLE_NAME, found->id, 0, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  name->title = g_strdup (desk_stmt_text (stmt, 0));
  description = desk_stmt_text (stmt, 1);
  name->unit_id = desk_stmt_int (stmt, 2);
  name->unit = name->unit_id != 0 ? g_strdup (desk_stmt_text (stmt, 3)) : NULL;
  person_id = desk_stmt_int (stmt, 4);
  person = desk_stmt_text (stmt, 5);
  name->detail = g_strjoin (*person != '\0' && *description != '\0' ? " " : "", person, description, NULL);
  desk_stmt_reset (stmt);
  return name->unit_id != 0 || person_id == 0 || name_place (db, person_id, today, name, error);
}

/* The first line of what a record says and, where what was typed stands elsewhere, the part of that: columns @first to @last
 * of @stmt. Most is typed as it stands there: only where it is not, letters are compared one by one. */
static char *
said (const DeskFound *found, DeskStmt *stmt, const char *line, int first, int last)
{
  gboolean folded = FALSE;

  if (found->why != DESK_SEARCH_WHY_TEXT || strstr (line, found->key) != NULL)
    return g_strdup (line);
  do
    for (int i = first - 1; i <= last; i++)
      {
        const char *text = i < first ? line : desk_stmt_text (stmt, i);
        g_autofree char *part = folded || strstr (text, found->key) != NULL ? desk_search_snippet (text, found->key) : NULL;

        if (part != NULL)
          return i >= first && *line != '\0' ? g_strdup_printf ("%s · %s", line, part) : g_strdup (i < first ? line : part);
      }
  while ((folded = !folded));
  return g_strdup (line);
}

gboolean
desk_found_name_case (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  DeskStmt *stmt;

  if (!open_row (db, DESK_SQL_CASE_NAME, found->id, 0, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  name->title = g_strdup (desk_stmt_text (stmt, 0));
  name->unit_id = desk_stmt_int (stmt, 2);
  name->unit = g_strdup (desk_stmt_text (stmt, 3));
  name->detail = said (found, stmt, desk_stmt_text (stmt, 1), 4, 7);
  desk_stmt_reset (stmt);
  return TRUE;
}

/* An entry of the log is called by what it was about. */
gboolean
desk_found_name_visit (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  DeskStmt *stmt;

  if (!open_row (db, DESK_SQL_VISIT_NAME, found->id, 0, &stmt, error))
    return FALSE;
  if (stmt == NULL)
    return TRUE;
  name->at = desk_stmt_int (stmt, 0);
  name->title = said (found, stmt, desk_stmt_text (stmt, 1), 4, 5);
  name->unit_id = desk_stmt_int (stmt, 2);
  name->unit = g_strdup (desk_stmt_text (stmt, 3));
  desk_stmt_reset (stmt);
  return TRUE;
}
