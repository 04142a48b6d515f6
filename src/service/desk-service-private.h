/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-service.h"

G_BEGIN_DECLS

struct _DeskService
{
  DeskDb *db;
  DeskClock *clock;
  GTimeZone *zone;
  int store_serial;          /* of the engine, when zone and rights were read last */
  DeskMatrix matrix; /* of rights, as the store has it */
  gboolean has_matrix; /* FALSE: it is to be read anew */
  gboolean approving; /* what runs was approved by another */
  DeskSecretCost secret_cost;
  gpointer calendar_book;    /* (nullable): desk-case-derive.c */
  guint64 n_runs;            /* of use cases: what was looked at in one of them need not be looked at again */
  gboolean bulk;             /* several use cases in one transaction */
  DeskChangeSet *bulk_changes;
  DeskCommitFunc commit_func;
  gpointer commit_data;
};

gboolean desk_service_reload_zone (DeskService *self, GError **error);
gboolean desk_service_load_matrix (DeskService *service, GError **error);

G_END_DECLS
