/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-id-set.h"

struct _DeskIdSet
{
  guint64 *words;
  gsize n_words;
  gint64 size;
};

DeskIdSet *
desk_id_set_new (void)
{
  return g_new0 (DeskIdSet, 1);
}

void
desk_id_set_free (DeskIdSet *set)
{
  if (set == NULL)
    return;
  g_free (set->words);
  g_free (set);
}

static void
grow (DeskIdSet *set, gsize n_words)
{
  gsize wanted = MAX (n_words, MAX (16, set->n_words * 2));

  set->words = g_renew (guint64, set->words, wanted);
  for (gsize i = set->n_words; i < wanted; i++)
    set->words[i] = 0;
  set->n_words = wanted;
}

/* Returns: whether @id is new in the set; 0 (no record) is never taken. */
gboolean
desk_id_set_add (DeskIdSet *set, gint64 id)
{
  gsize word = (gsize) id / 64;
  guint64 bit = G_GUINT64_CONSTANT (1) << ((guint64) id % 64);

  g_return_val_if_fail (id >= 0 && id <= DESK_ID_SET_MAX, FALSE);
  if (id == 0)
    return FALSE;
  if (word >= set->n_words)
    grow (set, word + 1);
  if (set->words[word] & bit)
    return FALSE;
  set->words[word] |= bit;
  set->size++;
  return TRUE;
}

/* Is @id in the set? */
gboolean
desk_id_set_has (const DeskIdSet *set, gint64 id)
{
  gsize word = (gsize) id / 64;

  return id > 0 && word < set->n_words && (set->words[word] >> ((guint64) id % 64) & 1) != 0;
}

/* How many ids the set holds. */
gint64
desk_id_set_size (const DeskIdSet *set)
{
  return set->size;
}

/* Returns: the least id above @after, or 0. Start with 0. */
gint64
desk_id_set_next (const DeskIdSet *set, gint64 after)
{
  gsize word = (gsize) (after + 1) / 64;
  guint64 left;

  if (word >= set->n_words)
    return 0;
  left = set->words[word] & (G_MAXUINT64 << ((guint64) (after + 1) % 64));
  while (left == 0)
    {
      if (++word >= set->n_words)
        return 0;
      left = set->words[word];
    }
  return (gint64) word * 64 + __builtin_ctzll (left);
}

static void
recount (DeskIdSet *set)
{
  set->size = 0;
  for (gsize i = 0; i < set->n_words; i++)
    set->size += __builtin_popcountll (set->words[i]);
}

/* Puts all of @other into @set. */
void
desk_id_set_unite (DeskIdSet *set, const DeskIdSet *other)
{
  if (other->n_words > set->n_words)
    grow (set, other->n_words);
  for (gsize i = 0; i < other->n_words; i++)
    set->words[i] |= other->words[i];
  recount (set);
}

/* Leaves in @set only what is in @other too. */
void
desk_id_set_intersect (DeskIdSet *set, const DeskIdSet *other)
{
  for (gsize i = 0; i < set->n_words; i++)
    set->words[i] &= i < other->n_words ? other->words[i] : 0;
  recount (set);
}
