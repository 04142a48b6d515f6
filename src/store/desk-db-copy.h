/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* A copy of the store on its way, by SQLite's backup interface, from the connection of the writer: what that connection
 * saves between two steps goes into the copy, too, so that nobody has to stop. Belongs to the writer's thread. */
typedef struct _DeskDbCopy DeskDbCopy;

DeskDbCopy *desk_db_copy_begin (DeskDb *db, const char *path, gboolean quick, GError **error);
gboolean desk_db_copy_step (DeskDbCopy *copy, int n_pages, gboolean *done, GError **error);
int desk_db_copy_left (DeskDbCopy *copy, int *total);
void desk_db_copy_free (DeskDbCopy *copy);
gboolean desk_db_copy_to (DeskDb *db, const char *path, GError **error);

/* A file beside the store: a backup, or what was set aside. It is read as it stands: no log and no journal beside it
 * is ever replayed into it, and nothing is written. Its schema may be older. */
DeskDb *desk_db_open_copy (const char *path, GError **error);

/* Makes a fresh copy one file that is whole by itself, for desk_store_add_mark (). Not for a store at work. */
DeskDb *desk_db_open_to_mark (const char *path, GError **error);

/* The rows of every table of the schema. Returns: (transfer full): name → gint64. */
GHashTable *desk_db_count_tables (DeskDb *db, GError **error);
/* The ids that stand in @table, ascending. */
GArray *desk_db_table_ids (DeskDb *db, const char *table, GError **error);
/* The first table whose counter of ids is behind its highest id, so that an id could be given twice. */
gboolean desk_db_check_counters (DeskDb *db, char **table, GError **error);

int desk_db_get_schema (DeskDb *db);
gint64 desk_db_get_bytes (DeskDb *db);
/* From here on the calling thread owns the connection; the one before has let it go. */
void desk_db_take_over (DeskDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDbCopy, desk_db_copy_free)

G_END_DECLS
