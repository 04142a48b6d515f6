/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list-source.h"
#include "desk-row-item.h"

G_BEGIN_DECLS

#define DESK_PAGE_ROWS 128
#define DESK_PREFETCH_PAGES 2

/*
 * The rows around what is looked at, by id. Rows are read in pages of 128; pages that come into the window are asked
 * for, those that left it are cancelled and forgotten.
 */
typedef struct _DeskRowCache DeskRowCache;

/* Pages from first to last, both included. */
typedef struct
{
  guint first, last;
} DeskPageRange;

typedef void (*DeskRowCacheFailed) (const GError *error, gpointer data);

DeskRowCache *desk_row_cache_new (DeskListSource *source, DeskList list, DeskRowCacheFailed failed, gpointer data);
void desk_row_cache_free (DeskRowCache *self);

DeskRowItem *desk_row_cache_get (DeskRowCache *self, gint32 id);
void desk_row_cache_settle (DeskRowCache *self, const gint32 *ids, guint n_ids, const DeskPageRange *ranges,
                            guint n_ranges);
void desk_row_cache_stale (DeskRowCache *self, gint64 id);
guint desk_row_cache_size (DeskRowCache *self);
guint desk_row_cache_pending (DeskRowCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRowCache, desk_row_cache_free)

G_END_DECLS
