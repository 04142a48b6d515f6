/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-backup.h"
#include "desk-engine.h"

G_BEGIN_DECLS

/* How the backups stand. */
typedef struct
{
  gint64 last_at;         /* the newest good one, 0 none */
  gboolean late;          /* too old, and the store went on since */
  gboolean extra_missing; /* the second folder is wanted and not there */
  gboolean running;
  guint percent;
  GError *error;          /* (nullable): why the last try made none */
} DeskBackupHealth;

/*
 * Makes the backups of an engine's store: at the set time or when it was missed, at the end of the day, and when
 * somebody asks. It copies on the writer's thread, a little between two pieces of work, and proves on a thread of its own.
 * The window thread never waits.
 *
 * Signals:
 *  health ()  the backups stand otherwise than before
 */
#define DESK_TYPE_BACKUP_KEEPER (desk_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DeskBackupKeeper, desk_backup_keeper, DESK, BACKUP_KEEPER, GObject)

DeskBackupKeeper *desk_backup_keeper_new (DeskEngine *engine);
void desk_backup_keeper_close (DeskBackupKeeper *self);
void desk_backup_keeper_set_patience (DeskBackupKeeper *self, gint64 patience);
const DeskBackupHealth *desk_backup_keeper_get_health (DeskBackupKeeper *self);
void desk_backup_keeper_look (DeskBackupKeeper *self);
void desk_backup_keeper_make_async (DeskBackupKeeper *self, DeskBackupPlan *plan, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
DeskBackupDone *desk_backup_keeper_make_finish (DeskBackupKeeper *self, GAsyncResult *result, GError **error);

/* What the backups of a store are, as a page shows them: read on any thread. */
typedef struct
{
  DeskBackupPlan *plan;
  GPtrArray *list;   /* DeskBackupInfo, both folders, newest first */
  GArray *losses;    /* DeskBackupLoss of each */
  char *time;        /* the set time, "" never */
  int late_days;
  gint64 last_at;
  gboolean late;
  gboolean extra_missing;
  gboolean due;
} DeskBackupState;

DeskBackupState *desk_backup_state_read (DeskService *service, GError **error);
void desk_backup_state_free (gpointer state);
DeskBackupDone *desk_backup_make_at_day_end (DeskService *service, gint64 patience, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackupState, desk_backup_state_free)

G_END_DECLS
