/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figure-book.h"

#include "desk-service-private.h"
#include "desk-store-figure.h"

/* Sums of the cases by month, category, person and building: what a case adds is taken away and added again with every
 * change of it, in its own transaction. */

static gint64
month_of (DeskService *service, const DeskCase *c)
{
  return desk_day_period (desk_day_of_time (c->opened_at, desk_service_zone (service)));
}

/* What changed for this slice: taken from where it was, added where it is. */
static gboolean
move_slice (DeskService *service, DeskSlice slice, const DeskCase *before, const DeskCase *after, GError **error)
{
  const DeskCase *cases[] = { before, after };
  gint64 months[2] = { 0 }, of_ids[2] = { 0 };
  DeskFigures figures[2] = { { { 0 } }, { { 0 } } }, delta = { { 0 } };

  for (int i = 0; i < 2; i++)
    if (cases[i] != NULL)
      {
        months[i] = month_of (service, cases[i]);
        of_ids[i] = desk_slice_of (slice, cases[i], months[i]);
        desk_figures_of (cases[i], &figures[i]);
      }
  if (before != NULL && after != NULL && months[0] == months[1] && of_ids[0] == of_ids[1] && before->kind == after->kind)
    {
      if (desk_figures_equal (&figures[0], &figures[1]))
        return TRUE;
      desk_figures_add (&delta, &figures[1], 1);
      desk_figures_add (&delta, &figures[0], -1);
      return desk_store_figure_add (service->db, after->kind, slice, of_ids[1], months[1], &delta, error);
    }
  desk_figures_add (&delta, &figures[0], -1);
  return (figures[0].n[DESK_FIGURE_OPENED] == 0
          || desk_store_figure_add (service->db, before->kind, slice, of_ids[0], months[0], &delta, error))
         && (figures[1].n[DESK_FIGURE_OPENED] == 0
             || desk_store_figure_add (service->db, after->kind, slice, of_ids[1], months[1], &figures[1], error));
}

/* @before, @after: (nullable): a record as it stood and as it stands; only cases count. */
gboolean
desk_figures_keep (DeskTx *tx, gconstpointer before, gconstpointer after, GError **error)
{
  const DeskRecord *record = after != NULL ? after : before;

  if (record->kind != DESK_KIND_SERVICE_CASE)
    return TRUE;
  for (int slice = 0; slice < DESK_N_SLICES; slice++)
    if (!move_slice (tx->service, (DeskSlice) slice, before, after, error))
      return FALSE;
  return TRUE;
}

/* Sums of a walk over all cases, before they are written. */
typedef struct
{
  gint64 kind, slice, of_id, month;
} Key;

typedef struct
{
  DeskService *service;
  GHashTable *sums; /* Key → DeskFigures */
} Count;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (guint) (key->of_id * 31 + key->month * 7 + key->slice * 3 + key->kind);
}

static gboolean
key_equal (gconstpointer one, gconstpointer other)
{
  const Key *a = one, *b = other;

  return a->kind == b->kind && a->slice == b->slice && a->of_id == b->of_id && a->month == b->month;
}

static gboolean
count_case (const DeskCase *c, gpointer data, GError **error)
{
  Count *count = data;
  gint64 month = month_of (count->service, c);
  DeskFigures figures;

  desk_figures_of (c, &figures);
  for (int slice = 0; slice < DESK_N_SLICES && figures.n[DESK_FIGURE_OPENED] != 0; slice++)
    {
      Key key = { c->kind, slice, desk_slice_of ((DeskSlice) slice, c, month), month };
      DeskFigures *sum = g_hash_table_lookup (count->sums, &key);

      if (sum == NULL)
        {
          sum = g_new0 (DeskFigures, 1);
          g_hash_table_insert (count->sums, g_memdup2 (&key, sizeof key), sum);
        }
      desk_figures_add (sum, &figures, 1);
    }
  return TRUE;
}

static gboolean
write_sums (DeskService *service, GHashTable *sums, GError **error)
{
  GHashTableIter iter;
  gpointer key, sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &sum))
    {
      const Key *k = key;

      if (!desk_store_figure_add (service->db, k->kind, (DeskSlice) k->slice, k->of_id, k->month, sum, error))
        return FALSE;
    }
  return TRUE;
}

/* Makes the sums where there are none: the store comes from an earlier program, or was salvaged. */
gboolean
desk_figures_make (DeskService *service, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (key_hash, key_equal, g_free, g_free);
  Count count = { service, sums };
  gboolean has, done;

  if (!desk_store_has_figures (service->db, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  if (!desk_store_figure_cases (service->db, 0, 0, 0, count_case, &count, error))
    return FALSE;
  if (g_hash_table_size (sums) == 0)
    return TRUE;
  if (!desk_db_begin (service->db, error))
    return FALSE;
  done = write_sums (service, sums, error);
  if (!done)
    {
      desk_db_rollback (service->db);
      return FALSE;
    }
  return desk_db_commit (service->db, error);
}
