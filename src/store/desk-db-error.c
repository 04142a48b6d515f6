/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <string.h>

/* The rules before the rows say it better; what comes here is a reference or a race they could not see. SQLite's words
 * end in the column: "NOT NULL constraint failed: care_flag.unit_id". */
static void
set_constraint (DeskDb *db, int code, GError **error)
{
  const char *words = sqlite3_errmsg (db->handle);
  const char *dot = strrchr (words, '.');

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL, NULL);
  else if (code == SQLITE_CONSTRAINT_NOTNULL)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, dot != NULL ? dot + 1 : NULL, NULL);
  else if (code == SQLITE_CONSTRAINT_CHECK)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, NULL, NULL);
  else
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN, dot != NULL ? dot + 1 : NULL, NULL);
}

/* Sets @error from the connection's last result: what a person can do about it decides the code. */
void
desk_db_set_error (DeskDb *db, GError **error)
{
  int code = sqlite3_extended_errcode (db->handle);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      desk_error_set (error, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED, NULL, db->path, NULL);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, NULL, db->path, NULL);
      break;
    case SQLITE_FULL:
      desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, db->path, NULL);
      break;
    case SQLITE_CORRUPT:
      desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, db->path, NULL);
      break;
    case SQLITE_NOTADB:
      desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS, NULL, db->path, NULL);
      break;
    case SQLITE_NOMEM:
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_OUT_OF_MEMORY, NULL, NULL);
      break;
    case SQLITE_INTERRUPT:
      desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
      break;
    case SQLITE_CONSTRAINT:
      set_constraint (db, code, error);
      break;
    default:
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, db->path,
                      sqlite3_errmsg (db->handle), NULL);
    }
}
