/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-changes.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* What the trail says a record is: all changes of it, one after the other. */
typedef struct
{
  DeskKind kind;
  gint64 id;
  gboolean told;       /* the trail has its making, too: what is not among the values is nothing */
  gboolean blank;      /* somebody was erased: its values say nothing */
  gboolean gone;
  GHashTable *values;  /* field → DeskValue, the last one */
} DeskReplay;

/* @replay is valid for the length of the call. Returns: FALSE to stop, with @error set. */
typedef gboolean (*DeskReplayFunc) (DeskService *service, const DeskReplay *replay, gpointer data, GError **error);

gboolean desk_replay_walk (DeskService *service, DeskReplayFunc func, gpointer data, GCancellable *cancellable,
                           GError **error);
gboolean desk_replay_matches (const DeskReplay *replay, gconstpointer record);
gpointer desk_replay_make (const DeskReplay *replay);

G_END_DECLS
