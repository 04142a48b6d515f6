/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-db.h"

G_BEGIN_DECLS

/* What came out of one table of a damaged store. */
typedef struct
{
  char *table;
  gint64 n_read;
  gint64 n_unread;  /* at most so many: a number that was never given cannot be told from one that is lost */
  gint64 n_unfit;   /* could be read, but are none this table takes */
  gint64 n_orphans; /* taken out again: what they belong to could not be read */
  GArray *unread;   /* gint64: the first and last id of each stretch that could not be read */
} DeskSalvaged;

void desk_salvaged_free (gpointer salvaged);

/* A damaged file to be read as far as it goes; nothing about it is taken for granted. */
DeskDb *desk_db_open_damaged (const char *path, GError **error);
/* A new store of an older schema, for rows of that schema. */
DeskDb *desk_db_create_at (const char *path, int schema, GError **error);
GPtrArray *desk_db_salvage (DeskDb *from, DeskDb *to, GCancellable *cancellable, GError **error);
gboolean desk_db_drop_orphans (DeskDb *db, GPtrArray *report, GError **error);

G_END_DECLS
