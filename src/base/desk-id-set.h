/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of record ids as bits: what a scan of hundreds of thousands of keys gathers and a list is sifted by. Ids are
 * counted from 1 and close together; one above DESK_ID_SET_MAX is a bug. */
typedef struct _DeskIdSet DeskIdSet;

#define DESK_ID_SET_MAX G_MAXINT32

DeskIdSet *desk_id_set_new (void);
void desk_id_set_free (DeskIdSet *set);
gboolean desk_id_set_add (DeskIdSet *set, gint64 id);
gboolean desk_id_set_has (const DeskIdSet *set, gint64 id);
gint64 desk_id_set_size (const DeskIdSet *set);
gint64 desk_id_set_next (const DeskIdSet *set, gint64 after);
void desk_id_set_unite (DeskIdSet *set, const DeskIdSet *other);
void desk_id_set_intersect (DeskIdSet *set, const DeskIdSet *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskIdSet, desk_id_set_free)

G_END_DECLS
