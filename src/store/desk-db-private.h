/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "desk-db.h"
#include "desk-door.h"

G_BEGIN_DECLS

struct _DeskStmt
{
  DeskDb *db;
  DeskSql sql;
  sqlite3_stmt *handle;
};

struct _DeskDb
{
  sqlite3 *handle;
  char *path;
  gboolean writer;
  GThread *thread;
  DeskDoor *door;
  int savepoints;
  DeskStmt *stmts[DESK_N_SQL];
};

#define desk_db_assert_thread(db) g_assert ((db)->thread == g_thread_self ())

void desk_db_set_error (DeskDb *db, GError **error);
gboolean desk_db_open_handle (DeskDb *db, DeskDbMode mode, gboolean read_only, GError **error);
gboolean desk_db_configure (DeskDb *db, GError **error);
gboolean desk_db_exec (DeskDb *db, const char *sql, GError **error);
gboolean desk_db_use_cache (DeskDb *db, gboolean usual, GError **error);
gboolean desk_db_pragma_int (DeskDb *db, const char *sql, gint64 *value, GError **error);
gboolean desk_db_migrate (DeskDb *db, gboolean fresh, GError **error);
gboolean desk_db_migrate_fresh_to (DeskDb *db, int schema, GError **error);
gboolean desk_db_migrate_by (DeskDb *db, const char *const *texts, int n_texts, gboolean fresh, GError **error);

#define DESK_STORE_APPLICATION_ID 0x46446573 /* "FDes" in the file's header */

G_END_DECLS
