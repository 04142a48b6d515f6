/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* Rows of the spine: acts, the trail, the timeline, settings, counters. What they mean is decided in the service. */
typedef struct
{
  gint64 id;
  gint64 staff_id;
  char *use_case;
  gint64 kind;
  gint64 record_id;
  gint64 undoes;
  gint64 undone_by;
  gint64 at;
} DeskAct;

typedef struct
{
  gint64 id;
  gint64 act_id;
  gint64 at;
  gint64 staff_id;
  char *use_case;
  gint64 kind;
  gint64 record_id;
  guint8 salt[16];
  char *changes;
  guint8 digest[32]; /* SHA-256 (salt | changes) */
  guint8 hash[32];
} DeskTrailRow;

/* Somebody's change of a record. */
typedef struct
{
  char *name;    /* of the person, "" unknown */
  char *changes; /* canonical JSON */
} DeskTrailHand;

void desk_act_clear (DeskAct *act);
void desk_trail_hand_free (gpointer hand);
void desk_trail_row_clear (DeskTrailRow *row);
void desk_trail_row_free (gpointer row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskAct, desk_act_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskTrailRow, desk_trail_row_clear)

gboolean desk_store_add_act (DeskDb *db, DeskAct *act, const char *request_key, GError **error);
gboolean desk_store_set_act_record (DeskDb *db, gint64 act_id, DeskKind kind, gint64 record_id, GError **error);
gboolean desk_store_get_act (DeskDb *db, gint64 act_id, DeskAct *act, GError **error);
gboolean desk_store_find_act (DeskDb *db, const char *request_key, gint64 *act_id, GError **error);
gboolean desk_store_set_act_undoes (DeskDb *db, gint64 act_id, gint64 undoes, GError **error);
gboolean desk_store_set_undone (DeskDb *db, gint64 act_id, gint64 undone_by, GError **error);
gboolean desk_store_add_act_item (DeskDb *db, gint64 act_id, gint64 seq, DeskKind kind, gint64 record_id,
                                  const char *changes, GError **error);

gboolean desk_store_get_trail_head (DeskDb *db, gint64 *id, guint8 hash[32], GError **error);
gboolean desk_store_add_trail (DeskDb *db, const DeskTrailRow *row, GError **error);
GPtrArray *desk_store_get_trail_of_act (DeskDb *db, gint64 act_id, GError **error);
GPtrArray *desk_store_get_trail_after (DeskDb *db, gint64 after, GError **error);
gboolean desk_store_add_timeline (DeskDb *db, DeskKind kind, gint64 record_id, gint64 happened_at, gint64 trail_id,
                                  GError **error);

/* Who did what to a record. */
gboolean desk_store_get_last_hand (DeskDb *db, DeskKind kind, gint64 record_id, char **name, gint64 *at,
                                   gint64 *act_id, GError **error);
GPtrArray *desk_store_get_hands_after (DeskDb *db, DeskKind kind, gint64 record_id, gint64 after, GError **error);
gboolean desk_store_count_other_acts (DeskDb *db, DeskKind kind, gint64 record_id, gint64 act_id, gint64 root,
                                      gint64 *n, GError **error);
GPtrArray *desk_store_get_act_items (DeskDb *db, gint64 act_id, GError **error);

/* One number, or a list of them, out of a statement that is bound already. */
gboolean desk_store_read_int (DeskStmt *stmt, gint64 *value, gboolean *found, GError **error);
GArray *desk_store_read_ids (DeskStmt *stmt, GError **error);

char *desk_store_get_setting (DeskDb *db, const char *name, GError **error);
gboolean desk_store_next_number (DeskDb *db, const char *counter, gint64 *number, GError **error);

G_END_DECLS
