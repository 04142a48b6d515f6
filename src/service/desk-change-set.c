/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-service.h"

#define RELOAD_ABOVE 1000

struct _DeskChangeSet
{
  gatomicrefcount refs;
  GArray *changes; /* DeskChange */
  guint per_kind[DESK_N_KINDS];
};

G_DEFINE_BOXED_TYPE (DeskChangeSet, desk_change_set, desk_change_set_ref, desk_change_set_unref)

/* Returns: (transfer full): an empty set. */
DeskChangeSet *
desk_change_set_new (void)
{
  DeskChangeSet *self = g_new0 (DeskChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->changes = g_array_new (FALSE, FALSE, sizeof (DeskChange));
  return self;
}

DeskChangeSet *
desk_change_set_ref (DeskChangeSet *set)
{
  g_atomic_ref_count_inc (&set->refs);
  return set;
}

void
desk_change_set_unref (DeskChangeSet *set)
{
  if (!g_atomic_ref_count_dec (&set->refs))
    return;
  g_array_unref (set->changes);
  g_free (set);
}

static void
collapse_kind (DeskChangeSet *set, DeskKind kind)
{
  DeskChange reload = { kind, 0, DESK_CHANGE_RELOAD };
  guint kept = 0;

  for (guint i = 0; i < set->changes->len; i++)
    {
      DeskChange change = g_array_index (set->changes, DeskChange, i);

      if (change.kind != kind)
        g_array_index (set->changes, DeskChange, kept++) = change;
    }
  g_array_set_size (set->changes, kept);
  g_array_append_val (set->changes, reload);
}

/* Notes a change. A second one of the same record folds into the first: made then edited is made, made then gone is
 * nothing worth less than gone. Above 1,000 records of a kind the set says "reload kind". */
void
desk_change_set_add (DeskChangeSet *set, DeskKind kind, gint64 id, DeskChangeType type)
{
  DeskChange change = { kind, id, type };

  if (set->per_kind[kind] > RELOAD_ABOVE)
    return;
  /* Use cases touch a handful of records; the fold looks at the latest only, which keeps imports linear. */
  for (guint i = set->changes->len; i > 0 && set->changes->len - i < 64; i--)
    {
      DeskChange *old = &g_array_index (set->changes, DeskChange, i - 1);

      if (old->kind != kind || old->id != id)
        continue;
      if (type == DESK_CHANGE_GONE || old->type == DESK_CHANGE_GONE)
        old->type = type;
      return;
    }
  if (++set->per_kind[kind] > RELOAD_ABOVE)
    collapse_kind (set, kind);
  else
    g_array_append_val (set->changes, change);
}

/* How many changes the set holds. */
guint
desk_change_set_size (const DeskChangeSet *set)
{
  return set->changes->len;
}

/* Returns: (transfer none): the change at @index. */
const DeskChange *
desk_change_set_get (const DeskChangeSet *set, guint index)
{
  g_return_val_if_fail (index < set->changes->len, NULL);
  return &g_array_index (set->changes, DeskChange, index);
}

/* Did any record of @kind change? */
gboolean
desk_change_set_touches (const DeskChangeSet *set, DeskKind kind)
{
  return set->per_kind[kind] > 0;
}

/* Did this record change, or so many of its kind that all are to be read anew? */
gboolean
desk_change_set_has (const DeskChangeSet *set, DeskKind kind, gint64 id)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const DeskChange *change = &g_array_index (set->changes, DeskChange, i);

      if (change->kind == kind && (change->id == id || change->type == DESK_CHANGE_RELOAD))
        return TRUE;
    }
  return FALSE;
}
