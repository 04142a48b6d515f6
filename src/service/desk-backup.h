/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-backup-rule.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* A backup as it says of itself. Reading it opens nothing but the file; immutable. */
typedef struct
{
  char *path;
  gint64 at; /* when its state was taken */
  gint64 size;
  gboolean sealed; /* closed by a passphrase */
  int schema;
  char *store_id;
  gint64 act_id;
  gint64 trail_id;
  char *head;   /* of the trail, hex */
  char *counts; /* of every table: its name, a blank, its rows, a semicolon */
} DeskBackupInfo;

DeskBackupInfo *desk_backup_info_read (const char *path, GError **error);
DeskBackupInfo *desk_backup_info_copy (const DeskBackupInfo *info);
void desk_backup_info_free (gpointer info);
gint64 desk_backup_info_count (const DeskBackupInfo *info, const char *table);
char *desk_backup_info_to_note (const DeskBackupInfo *info);
GPtrArray *desk_backup_list (const char *folder, const char *store_id);
const DeskBackupInfo *desk_backup_newest (GPtrArray *list, gint64 now, gboolean open_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackupInfo, desk_backup_info_free)

/* What a restore would take away: the acts after the backup, and the time of the last of them. */
typedef struct
{
  gboolean same_line; /* the store goes on where the backup ends; else they have parted */
  gint64 n_acts;
  gint64 last_at;
} DeskBackupLoss;

gboolean desk_backup_count_loss (DeskService *service, const DeskBackupInfo *info, DeskBackupLoss *loss, GError **error);

/* Where backups go and which stay: the store's settings, or one file that was asked for. */
typedef struct
{
  char *file;   /* (nullable): this file alone; it must not exist */
  char *folder; /* for backups that come and go by the rule */
  char *extra;  /* (nullable): a second folder, which may be absent */
  char *lock;   /* (nullable): closes what goes into the second folder, or the file that was asked for */
  char *passphrase; /* (nullable): of @lock, proves the closed file */
  int share;    /* percent of the disk that backups may take */
  DeskBackupRule rule;
} DeskBackupPlan;

char *desk_backup_folder_beside (const char *store);
DeskBackupPlan *desk_backup_plan_new (DeskService *service, GError **error);
DeskBackupPlan *desk_backup_plan_new_file (const char *path, const char *passphrase, GError **error);
void desk_backup_plan_free (DeskBackupPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackupPlan, desk_backup_plan_free)

/* One backup on its way. Begin, steps and the end of copying are the writer's thread's; finishing may be any thread's.
 * Until it is finished it is a file that ends in .part; one that fails leaves none. */
typedef struct _DeskBackup DeskBackup;

typedef struct
{
  DeskBackupInfo *info;
  GError *extra_error; /* (nullable): why the second folder has none */
  guint n_dropped;     /* older ones that went */
} DeskBackupDone;

void desk_backup_look (const DeskBackupPlan *plan);
DeskBackup *desk_backup_begin (DeskService *service, const DeskBackupPlan *plan, GError **error);
gboolean desk_backup_step (DeskBackup *backup, gboolean *copied, GError **error);
guint desk_backup_percent (DeskBackup *backup);
DeskBackupDone *desk_backup_finish (DeskBackup *backup, GCancellable *cancellable, GError **error);
void desk_backup_free (DeskBackup *backup);
void desk_backup_done_free (gpointer done);

typedef void (*DeskBackupFunc) (guint percent, gpointer data);
DeskBackupDone *desk_backup_make (DeskService *service, const DeskBackupPlan *plan, DeskBackupFunc func, gpointer data,
                                  GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackup, desk_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackupDone, desk_backup_done_free)

G_END_DECLS
