/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-service.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What came out of one table of a damaged store. */
typedef struct
{
  char *table;
  gint64 n_read;
  gint64 n_remade;  /* lost, and made again from the trail */
  gint64 n_unread;  /* at most so many: a number that was never given looks like one that is lost */
  gint64 n_unfit;   /* could be read, but are none this table takes */
  gint64 n_orphans; /* left out: what they belong to is lost */
  char *unread;     /* their numbers: "12–40, 77" */
} DeskSalvageTable;

typedef struct
{
  GPtrArray *tables;   /* DeskSalvageTable, those with rows or losses */
  gboolean head_lent;  /* the first page was lost and came from a backup or a new store */
  gint64 n_read;
  gint64 n_lost;       /* at most */
  gint64 broken_trail; /* the chain does not hold from this row on, 0 it holds */
} DeskSalvageReport;

DeskSalvageReport *desk_salvage_run (const char *old, const char *fresh, DeskClock *clock, GCancellable *cancellable,
                                     GError **error);
char *desk_salvage_report_path (const char *store);
gboolean desk_salvage_report_write (const DeskSalvageReport *report, const DeskText *text, const char *old, gint64 at,
                                    const char *path, GError **error);
void desk_salvage_report_free (gpointer report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSalvageReport, desk_salvage_report_free)

G_END_DECLS
