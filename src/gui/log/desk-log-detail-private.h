/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-draft-keeper.h"
#include "desk-log-detail.h"

G_BEGIN_DECLS

struct _DeskLogDetail
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *stack, *empty, *page;
  GtkWidget *icon, *who, *pills, *what, *facts, *notices, *linked, *files, *targets, *summary, *closed, *hint, *close;
  gint64 visit_id;
  DeskVisitPage *shown; /* (nullable) */
  GCancellable *reading;
  char *close_key; /* taken once by closing the entry that is shown */
  DeskDraftKeeper *keeper; /* (nullable): of the summary that is being written */
  gboolean saving;
};

/* desk-log-detail-page.c: what stands there. */
void desk_log_detail_build (DeskLogDetail *self);
void desk_log_detail_fill (DeskLogDetail *self);

/* desk-log-detail.c: what is done there. */
typedef enum
{
  DESK_LOG_ACT_REPAIR,
  DESK_LOG_ACT_COMPLAINT,
  DESK_LOG_ACT_FOLLOW_UP,
  DESK_LOG_ACT_MEMO,
  DESK_LOG_ACT_HAND,
  DESK_LOG_ACT_EDIT,
  DESK_LOG_ACT_ACCEPT,
  DESK_LOG_ACT_RETURN,
  DESK_LOG_ACT_DELIVER, /* the first memo that is not yet */
  DESK_LOG_ACT_ANSWER,
  DESK_N_LOG_ACTS
} DeskLogAct;

void desk_log_detail_act (DeskLogDetail *self, DeskLogAct act);
char *desk_log_detail_get_summary (DeskLogDetail *self);
void desk_log_detail_set_summary (DeskLogDetail *self, const char *words);

G_END_DECLS
