/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* A trail row as history shows it. */
typedef struct
{
  gint64 trail_id;
  gint64 act_id;
  gint64 happened_at; /* when it took effect */
  gint64 at;          /* when it was written */
  gint64 kind;
  gint64 record_id;
  gint64 staff_id;
  char *use_case;
  char *staff_name;
  char *changes;
  gint64 undone_by; /* the act that undid this one, 0 none */
} DeskTold;

void desk_told_free (gpointer told);
DeskTold *desk_told_map (DeskStmt *stmt);
GPtrArray *desk_store_history (DeskDb *db, DeskKind kind, gint64 id, guint limit, GError **error);

G_END_DECLS
