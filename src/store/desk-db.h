/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-sql.h"

G_BEGIN_DECLS

/*
 * One connection to a store. It belongs to the thread that opened it: every call asserts that. Statements are those of
 * desk-sql.h, prepared once and kept; parameters are bound by name, an unknown name is a bug and aborts.
 */
typedef struct _DeskDb DeskDb;
typedef struct _DeskStmt DeskStmt;

typedef enum
{
  DESK_DB_WRITE,  /* the one writer: takes the door, migrates */
  DESK_DB_READ,   /* read-only */
  DESK_DB_CREATE, /* a new store; refuses an existing file */
} DeskDbMode;

typedef enum
{
  DESK_STEP_FAILED,
  DESK_STEP_ROW,
  DESK_STEP_DONE,
} DeskStep;

DeskDb *desk_db_open (const char *path, DeskDbMode mode, GError **error);
void desk_db_close (DeskDb *db);
void desk_db_discard (DeskDb *db);
const char *desk_db_get_path (DeskDb *db);
gboolean desk_db_is_writer (DeskDb *db);

gboolean desk_db_begin (DeskDb *db, GError **error);
gboolean desk_db_commit (DeskDb *db, GError **error);
void desk_db_rollback (DeskDb *db);
gboolean desk_db_begin_read (DeskDb *db, GError **error);
void desk_db_end_read (DeskDb *db);
gboolean desk_db_check_open (DeskDb *db, GError **error);
gboolean desk_db_savepoint (DeskDb *db, GError **error);
gboolean desk_db_release (DeskDb *db, gboolean keep, GError **error);
gboolean desk_db_in_transaction (DeskDb *db);

gboolean desk_db_checkpoint (DeskDb *db, gboolean truncate, gint64 *wal_bytes, GError **error);
gboolean desk_db_quick_check (DeskDb *db, gboolean deep, char **fault, GError **error);
void desk_db_interrupt (DeskDb *db);
gint64 desk_db_last_id (DeskDb *db);
gint64 desk_db_changes (DeskDb *db);

DeskStmt *desk_db_get (DeskDb *db, DeskSql sql);
void desk_stmt_bind_int (DeskStmt *stmt, const char *name, gint64 value);
void desk_stmt_bind_ref (DeskStmt *stmt, const char *name, gint64 id);
void desk_stmt_bind_text (DeskStmt *stmt, const char *name, const char *text);
void desk_stmt_bind_blob (DeskStmt *stmt, const char *name, const guint8 *bytes, gsize n_bytes);
DeskStep desk_stmt_step (DeskStmt *stmt, GError **error);
gboolean desk_stmt_run (DeskStmt *stmt, GError **error);
gboolean desk_stmt_one (DeskStmt *stmt, gboolean *found, GError **error);
void desk_stmt_reset (DeskStmt *stmt);
gint64 desk_stmt_int (DeskStmt *stmt, int column);
const char *desk_stmt_text (DeskStmt *stmt, int column);
const guint8 *desk_stmt_blob (DeskStmt *stmt, int column, gsize *n_bytes);
int desk_stmt_n_columns (DeskStmt *stmt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDb, desk_db_close)
/* A statement leaving its scope is reset, so that no reader keeps a snapshot: g_auto (DeskUse) use = … is not needed
 * where desk_stmt_run() or desk_stmt_one() end it. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStmt, desk_stmt_reset)

/* The schema this program writes. */
int desk_db_schema (void);

G_END_DECLS
