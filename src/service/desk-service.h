/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-clock.h"
#include "desk-secret.h"
#include "desk-use-case.h"

G_BEGIN_DECLS

/* What changed in a commit: the models of the window refresh from it. Immutable, counted. */
typedef enum
{
  DESK_CHANGE_MADE,
  DESK_CHANGE_EDITED,
  DESK_CHANGE_GONE,
  DESK_CHANGE_RELOAD, /* more than 1,000 of a kind: read it anew; id is 0 */
} DeskChangeType;

typedef struct
{
  DeskKind kind;
  gint64 id;
  DeskChangeType type;
} DeskChange;

typedef struct _DeskChangeSet DeskChangeSet;

GType desk_change_set_get_type (void);
DeskChangeSet *desk_change_set_new (void);
DeskChangeSet *desk_change_set_ref (DeskChangeSet *set);
void desk_change_set_unref (DeskChangeSet *set);
void desk_change_set_add (DeskChangeSet *set, DeskKind kind, gint64 id, DeskChangeType type);
guint desk_change_set_size (const DeskChangeSet *set);
const DeskChange *desk_change_set_get (const DeskChangeSet *set, guint index);
gboolean desk_change_set_touches (const DeskChangeSet *set, DeskKind kind);
gboolean desk_change_set_has (const DeskChangeSet *set, DeskKind kind, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskChangeSet, desk_change_set_unref)

typedef enum
{
  DESK_OPEN_WRITE,  /* takes the door; the one writer */
  DESK_OPEN_READ,   /* beside a writer, or on a read-only place */
  DESK_OPEN_CREATE, /* a new store; refuses an existing file */
} DeskOpenMode;

/* One connection to a store with everything a use case needs: clock, zone, gate. Belongs to one thread. */
DeskService *desk_service_open (const char *path, DeskOpenMode mode, DeskClock *clock, GError **error);
void desk_service_close (DeskService *service);
gint64 desk_service_now (DeskService *service);
DeskDay desk_service_today (DeskService *service);
GTimeZone *desk_service_zone (DeskService *service);
const char *desk_service_path (DeskService *service);
void desk_service_set_secret_cost (DeskService *service, DeskSecretCost cost);

/* Who works at the desk (desk-service-staff.c). */
DeskActor *desk_service_load_actor (DeskService *service, gint64 staff_id, GError **error);
DeskActor *desk_service_sole_actor (DeskService *service, GError **error);
gboolean desk_service_needs_sign_in (DeskService *service, gboolean by_password, gboolean *needs, GError **error);
DeskActor *desk_service_sign_in (DeskService *service, const char *login, const char *password, GError **error);

char *desk_service_get_setting (DeskService *service, const char *name, GError **error);
gboolean desk_service_allow (DeskService *service, const DeskActor *actor, DeskRight right, GError **error);

typedef void (*DeskCommitFunc) (DeskChangeSet *changes, gpointer data);
void desk_service_set_commit_func (DeskService *service, DeskCommitFunc func, gpointer data);

gboolean desk_service_begin_bulk (DeskService *service, GError **error);
gboolean desk_service_end_bulk (DeskService *service, gboolean keep, GError **error);

typedef struct
{
  gboolean ok;
  char *detail;          /* (nullable): SQLite's words of the first fault */
  gint64 n_trail;        /* rows of the chain that were checked */
  gint64 broken_trail;   /* id of the first row whose link does not hold, 0 none */
  char *head;            /* hex hash of the last row */
  gint64 n_erased;       /* rows emptied because people were erased */
  gint64 n_missing_keys; /* search keys and counts that a recount wants and the store lacks, or the reverse (deep) */
  gint64 n_bad_words;    /* records whose texts the search in texts does not have as they are, and the first of them (deep) */
  DeskKind words_kind;
  gint64 words_id;
  gint64 n_unlike;       /* records that are not what the trail says, and the first of them (deep) */
  DeskKind unlike_kind;
  gint64 unlike_id;
  char *counter;         /* (nullable): a table whose counter of ids is behind (deep) */
  char *compared_with;   /* (nullable): the backup whose untouched rows were compared (deep) */
  gint64 n_compared;
  gint64 n_changed;      /* rows that nobody touched since then and that differ */
  gint64 n_bad_files;    /* contents of files that are not what was kept, and files without one (deep) */
} DeskVerifyReport;

gboolean desk_service_verify (DeskService *service, gboolean deep, DeskVerifyReport *report, GCancellable *cancellable,
                              GError **error);
/* What a head or a backup that was kept says of the chain. */
typedef enum
{
  DESK_AGAINST_HOLDS,     /* all of it is there, as it was */
  DESK_AGAINST_CUT,       /* rows at the end are gone */
  DESK_AGAINST_REWRITTEN, /* a row is another one */
  DESK_AGAINST_UNKNOWN,   /* no row has this head: cut or rewritten */
} DeskAgainst;

typedef struct
{
  DeskAgainst answer;
  gint64 row;  /* the first that is gone or another, 0 unknown */
  gint64 kept; /* the last that was there then, 0 unknown */
} DeskAgainstReport;

gboolean desk_service_verify_against (DeskService *service, const char *against, DeskAgainstReport *report,
                                      GError **error);
void desk_verify_report_clear (DeskVerifyReport *report);

/* Does erasing a person take care of records of @kind (desk-body-erase.c)? */
gboolean desk_erase_knows (DeskKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskService, desk_service_close)

G_END_DECLS
