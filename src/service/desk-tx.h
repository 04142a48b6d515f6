/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-error.h"
#include "desk-service.h"
#include "desk-store-trail.h"

G_BEGIN_DECLS

/*
 * What the body of a use case works with; internal to the service. The wrapper (desk-use-case.c) has asked the gate and
 * begun the transaction; every change goes through desk_tx_insert, _update or _remove, which check the scope, write the
 * row with its search keys, the trail, the timeline and the change set.
 */
typedef struct _DeskTx DeskTx;

struct _DeskTx
{
  DeskService *service;
  DeskUseCase use_case;
  const DeskActor *actor;
  DeskRight right; /* what the gate asked for */
  DeskLevel level; /* what it gave */
  DeskAct act;
  gint64 now;
  DeskDay today;
  DeskChangeSet *changes;
  guint n_trail;    /* rows written by this act */
  gboolean batch;   /* one trail row for all: desk_tx_begin_batch() */
  GChecksum *batch_sum;
  gint64 batch_count;
  gboolean has_head; /* of the chain, as this act leaves it */
  gint64 head_id;
  guint8 head[32];
  gint64 undo_root; /* of an undo: the act that the chain of undoing began with */
  struct _DeskSheetWriter *sheet; /* (nullable): complete beside its place; it gets its name when the act is on the disk */
  GArray *people; /* (nullable): gint64, whose versions this act has counted up */
  GHashTable *whole; /* (nullable): the same, by id: an import has a hundred thousand */
};

/* Where the transaction stood before a part of it that may be taken back. */
typedef struct
{
  GChecksum *sum;
  gint64 count;
  guint n_people;
} DeskTxMark;

DeskDb *desk_tx_db (DeskTx *tx);
gpointer desk_tx_get (DeskTx *tx, DeskKind kind, gint64 id, GError **error);
gboolean desk_tx_insert (DeskTx *tx, gpointer record, GError **error);
gboolean desk_tx_update (DeskTx *tx, gpointer record, GError **error);
gboolean desk_tx_remove (DeskTx *tx, gconstpointer record, GError **error);
gboolean desk_tx_check_version (DeskTx *tx, const DeskRecord *stored, gint64 version, GError **error);
void desk_tx_about (DeskTx *tx, DeskKind kind, gint64 id);
void desk_tx_clear (DeskTx *tx);
gboolean desk_tx_begin_part (DeskTx *tx, DeskTxMark *mark, GError **error);
gboolean desk_tx_end_part (DeskTx *tx, DeskTxMark *mark, gboolean keep, GError **error);
void desk_tx_mark_clear (DeskTxMark *mark);

/* The trail and the timelines (desk-tx-note.c). */
gboolean desk_tx_note_diff (DeskTx *tx, const DeskRecord *before, const DeskRecord *after, GError **error);
gboolean desk_tx_note (DeskTx *tx, const DeskRecord *record, GPtrArray *changes, GError **error);
void desk_tx_begin_batch (DeskTx *tx);
gboolean desk_tx_end_batch (DeskTx *tx, DeskKind kind, gint64 id, GError **error);

/* How far the actor's roles reach for @right (desk-use-case.c). */
DeskLevel desk_tx_level (DeskTx *tx, DeskRight right);

/* Asks for @right beyond the gate's: what a use case about several kinds of records asks of each. */
gboolean desk_tx_let (DeskTx *tx, DeskRight right, GError **error);

/* Scopes (desk-tx-scope.c). */
gboolean desk_tx_check_scope (DeskTx *tx, gconstpointer record, GError **error);

/* Works out the derived fields of @record (desk-derive.c). */
gboolean desk_tx_derive (DeskTx *tx, gpointer record, GError **error);
gboolean desk_tx_relabel (DeskTx *tx, gint64 building_id, GError **error);

/* The row of a unit's life that its state begins (desk-body-unit.c). */
gboolean desk_tx_add_state (DeskTx *tx, const DeskUnit *unit, const char *note, GError **error);

/* What a record must keep with the rest of the store (desk-tx-check.c). */
gboolean desk_tx_check_alone (gpointer record, GError **error);
gboolean desk_tx_check (DeskTx *tx, gpointer record, GError **error);
gboolean desk_tx_check_person (DeskTx *tx, gint64 person_id, GError **error);
gboolean desk_tx_find_same_occupancy (DeskTx *tx, const DeskOccupancy *occupancy, gint64 *id, GError **error);
gboolean desk_tx_check_saved_filter (DeskTx *tx, const DeskSavedFilter *filter, GError **error);
gboolean desk_tx_is_billed (DeskTx *tx, const DeskCostLine *line, gboolean *locked, GError **error);
gboolean desk_tx_save (DeskTx *tx, DeskRecord *record, DeskSaved *out, GError **error);

/* The chain (desk-trail.c). */
void desk_trail_seal (DeskTrailRow *row, const guint8 previous[32]);
void desk_trail_hash (const DeskTrailRow *row, const guint8 previous[32], guint8 hash[32]);
void desk_trail_digest (const DeskTrailRow *row, guint8 digest[32]);

/* Adds what an error's problems need and fails: for rules that gathered a list. */
gboolean desk_tx_refuse (GPtrArray *problems, GError **error);

/* Possible duplicates of a person, for the answer of a save (desk-read-duplicate.c). */
gboolean desk_find_hints_for_person (DeskTx *tx, gint64 person_id, GPtrArray **hints, GError **error);

/* When rules and cases have something to do next (desk-body-follow-rule.c). */
gboolean desk_follow_rules_next (DeskTx *tx, gint64 after, gint64 *at, GError **error);

#define X(code, name, right, mode, undo, Input, input, Result, result) \
  gboolean desk_body_##name (DeskTx *tx, const Input *in, Result *out, GError **error);
DESK_USE_CASES (X)
#undef X

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskTxMark, desk_tx_mark_clear)

G_END_DECLS
