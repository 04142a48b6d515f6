/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-id-diff.h"

/* Above this id the sets of bits would cost more than reading the list anew. */
#define MAX_BIT_ID (1 << 26)

/* A set of ids, one bit each. */
typedef struct
{
  guint8 *bits;
} IdSet;

static gboolean
id_set_has (const IdSet *set, gint32 id)
{
  return (set->bits[id >> 3] >> (id & 7)) & 1;
}

static void
id_set_add (IdSet *set, gint32 id)
{
  set->bits[id >> 3] |= (guint8) (1 << (id & 7));
}

static void
id_set_init (IdSet *set, gint32 max, const gint32 *ids, guint n_ids)
{
  set->bits = g_malloc0 (((gsize) max >> 3) + 1);
  for (guint i = 0; i < n_ids; i++)
    id_set_add (set, ids[i]);
}

/* The largest id of both arrays, or -1 when one cannot stand in a set of bits. */
static gint32
max_id (const gint32 *a, guint n_a, const gint32 *b, guint n_b)
{
  gint32 max = 0;

  for (guint i = 0; i < n_a + n_b; i++)
    {
      gint32 id = i < n_a ? a[i] : b[i - n_a];

      if (id < 0 || id > MAX_BIT_ID)
        return -1;
      max = MAX (max, id);
    }
  return max;
}

typedef struct
{
  const gint32 *before, *after;
  guint n_before, n_after;
  IdSet in_before, in_after;
  IdSet taken; /* ids of @before that were put earlier: their old place is a removal */
  IdSet left;  /* ids that were taken out: they come again later */
} Diff;

/* One step at a difference. Returns: TRUE when the id of @before goes, FALSE when the one of @after comes. */
static gboolean
step_removes (Diff *diff, guint i, guint j)
{
  gint32 old, new;

  if (i == diff->n_before)
    return FALSE;
  old = diff->before[i];
  if (j == diff->n_after || !id_set_has (&diff->in_after, old) || id_set_has (&diff->taken, old))
    return TRUE;
  new = diff->after[j];
  if (!id_set_has (&diff->in_before, new) || id_set_has (&diff->left, new))
    return FALSE;
  /* Both are in both: one of them moved. If what follows the new one is the old one, the new one came up here. */
  if (j + 1 < diff->n_after && diff->after[j + 1] == old)
    {
      id_set_add (&diff->taken, new);
      return FALSE;
    }
  id_set_add (&diff->left, old);
  return TRUE;
}

static void
add_step (GArray *hunks, guint position, gboolean removes)
{
  DeskIdHunk *last = hunks->len > 0 ? &g_array_index (hunks, DeskIdHunk, hunks->len - 1) : NULL;
  DeskIdHunk hunk = { position, removes ? 1 : 0, removes ? 0 : 1 };

  if (last != NULL && last->position + last->added == position)
    {
      last->removed += hunk.removed;
      last->added += hunk.added;
    }
  else
    g_array_append_val (hunks, hunk);
}

static void
walk (Diff *diff, guint offset, GArray *hunks, guint max_hunks)
{
  guint i = 0, j = 0;

  while ((i < diff->n_before || j < diff->n_after) && hunks->len <= max_hunks)
    {
      /* An id that was put earlier or taken out is never equal to what stands opposite. */
      if (i < diff->n_before && j < diff->n_after && diff->before[i] == diff->after[j])
        i++, j++;
      else if (step_removes (diff, i, j))
        add_step (hunks, offset + j, TRUE), i++;
      else
        add_step (hunks, offset + j, FALSE), j++;
    }
}

/**
 * desk_id_diff:
 * @before: ids as they stand, each once
 * @after: ids as they are to stand, each once
 * @max_hunks: above so many the middle is given as one hunk
 *
 * Small changes (some made, some gone, a few moved) come out as so many small hunks, in order, each to be applied to
 * the list the ones before it left. Linear time.
 *
 * Returns: (transfer full): an array of DeskIdHunk, empty when nothing changed
 */
GArray *
desk_id_diff (const gint32 *before, guint n_before, const gint32 *after, guint n_after, guint max_hunks)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (DeskIdHunk));
  guint head = 0, tail = 0;
  DeskIdHunk whole;
  gint32 max;

  while (head < n_before && head < n_after && before[head] == after[head])
    head++;
  while (tail < n_before - head && tail < n_after - head && before[n_before - tail - 1] == after[n_after - tail - 1])
    tail++;
  whole = (DeskIdHunk){ head, n_before - head - tail, n_after - head - tail };
  if (whole.removed == 0 && whole.added == 0)
    return hunks;

  max = max_id (before + head, whole.removed, after + head, whole.added);
  if (whole.removed > 0 && whole.added > 0 && max_hunks > 1 && max >= 0)
    {
      Diff diff = { before + head, after + head, whole.removed, whole.added };

      id_set_init (&diff.in_before, max, diff.before, diff.n_before);
      id_set_init (&diff.in_after, max, diff.after, diff.n_after);
      id_set_init (&diff.taken, max, NULL, 0);
      id_set_init (&diff.left, max, NULL, 0);
      walk (&diff, head, hunks, max_hunks);
      g_free (diff.in_before.bits);
      g_free (diff.in_after.bits);
      g_free (diff.taken.bits);
      g_free (diff.left.bits);
      if (hunks->len <= max_hunks)
        return hunks;
      g_array_set_size (hunks, 0);
    }
  g_array_append_val (hunks, whole);
  return hunks;
}
