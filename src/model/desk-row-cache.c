/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-row-cache.h"

#include "desk-error.h"

/* One page being read. It lives until its answer has come, even when nobody waits for it any more. */
typedef struct
{
  DeskRowCache *cache; /* NULL once the cache is gone */
  DeskListSource *source;
  GCancellable *cancellable;
  gboolean wanted; /* some of its rows lie in the window: set and read while settling */
} Fetch;

typedef struct
{
  DeskRowItem *item;
  Fetch *fetch;    /* (nullable): the page that will bring the row */
  gboolean stale;  /* a change may have touched it */
  gboolean absent; /* asked for and not there: not asked again before it is stale */
} Entry;

struct _DeskRowCache
{
  DeskListSource *source;
  DeskList list;
  DeskRowCacheFailed failed;
  gpointer data;
  GHashTable *entries; /* id → Entry */
  GPtrArray *fetches;  /* Fetch under way */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->item);
  g_free (entry);
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->source);
  g_object_unref (fetch->cancellable);
  g_free (fetch);
}

/**
 * desk_row_cache_new:
 * @failed: told when rows could not be read
 *
 * Returns: (transfer full): an empty cache for the rows of @list
 */
DeskRowCache *
desk_row_cache_new (DeskListSource *source, DeskList list, DeskRowCacheFailed failed, gpointer data)
{
  DeskRowCache *self = g_new0 (DeskRowCache, 1);

  self->source = g_object_ref (source);
  self->list = list;
  self->failed = failed;
  self->data = data;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->fetches = g_ptr_array_new ();
  return self;
}

void
desk_row_cache_free (DeskRowCache *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->fetches->len; i++)
    {
      Fetch *fetch = self->fetches->pdata[i];

      fetch->cache = NULL;
      g_cancellable_cancel (fetch->cancellable);
    }
  g_ptr_array_unref (self->fetches);
  g_hash_table_unref (self->entries);
  g_object_unref (self->source);
  g_free (self);
}

static Entry *
ensure (DeskRowCache *self, gint32 id)
{
  Entry *entry = g_hash_table_lookup (self->entries, GINT_TO_POINTER (id));

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->item = desk_row_item_new (id);
      g_hash_table_insert (self->entries, GINT_TO_POINTER (id), entry);
    }
  return entry;
}

/* Returns: (transfer none): the item of @id, made when it is not there. Asking reads nothing; settling does. */
DeskRowItem *
desk_row_cache_get (DeskRowCache *self, gint32 id)
{
  return ensure (self, id)->item;
}

static gboolean
wants (const Entry *entry)
{
  return entry->fetch == NULL && !entry->absent && (entry->stale || desk_row_item_get_row (entry->item) == NULL);
}

/* Gives up a page: its rows may be asked for again. */
static void
abandon (DeskRowCache *self, Fetch *fetch)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Entry *) value)->fetch == fetch)
      ((Entry *) value)->fetch = NULL;
  fetch->cache = NULL;
  g_ptr_array_remove_fast (self->fetches, fetch);
  g_cancellable_cancel (fetch->cancellable);
}

static void
fill (DeskRowCache *self, Fetch *fetch, GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < rows->len; i++)
    {
      DeskRow *row = rows->pdata[i];
      Entry *entry = g_hash_table_lookup (self->entries, GINT_TO_POINTER ((gint32) row->id));

      if (entry == NULL || entry->fetch != fetch)
        continue;
      entry->fetch = NULL;
      entry->stale = FALSE;
      desk_row_item_set_row (entry->item, row);
    }
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (entry->fetch == fetch)
        {
          entry->fetch = NULL;
          entry->absent = TRUE;
          entry->stale = FALSE;
        }
    }
}

static void
fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetch *fetch = data;
  DeskRowCache *self = fetch->cache;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = desk_list_source_rows_finish (fetch->source, result, &error);

  if (self != NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      g_ptr_array_remove_fast (self->fetches, fetch);
      fill (self, fetch, rows != NULL ? rows : none);
      if (rows == NULL && self->failed != NULL)
        self->failed (error, self->data);
    }
  fetch_free (fetch);
}

/* Reads those rows of one page that are not there. */
static void
fetch_page (DeskRowCache *self, const gint32 *ids, guint n_ids)
{
  gint32 missing[DESK_PAGE_ROWS];
  guint n_missing = 0;
  Fetch *fetch = NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      Entry *entry = ensure (self, ids[i]);

      if (entry->fetch != NULL)
        entry->fetch->wanted = TRUE;
      if (!wants (entry))
        continue;
      if (fetch == NULL)
        {
          fetch = g_new0 (Fetch, 1);
          fetch->cache = self;
          fetch->source = g_object_ref (self->source);
          fetch->cancellable = g_cancellable_new ();
          fetch->wanted = TRUE;
          g_ptr_array_add (self->fetches, fetch);
        }
      entry->fetch = fetch;
      missing[n_missing++] = ids[i];
    }
  if (fetch != NULL)
    desk_list_source_rows_async (self->source, self->list, missing, n_missing, fetch->cancellable, fetched, fetch);
}

/* Is @page looked at, or with @ahead near to a page that is? */
static gboolean
in_window (guint page, const DeskPageRange *ranges, guint n_ranges, guint ahead)
{
  for (guint i = 0; i < n_ranges; i++)
    if (page + ahead >= ranges[i].first && page <= ranges[i].last + ahead)
      return TRUE;
  return FALSE;
}

static guint
page_length (guint page, guint n_ids)
{
  return MIN (DESK_PAGE_ROWS, n_ids - page * DESK_PAGE_ROWS);
}

/* Forgets what lies on none of @pages. */
static void
forget (DeskRowCache *self, const gint32 *ids, guint n_ids, GArray *pages)
{
  GHashTable *kept = g_hash_table_new_full (NULL, NULL, NULL, entry_free);

  for (guint i = 0; i < pages->len; i++)
    {
      guint page = g_array_index (pages, guint, i);

      for (guint row = 0; row < page_length (page, n_ids); row++)
        {
          gpointer key, value;
          gint32 id = ids[page * DESK_PAGE_ROWS + row];

          if (g_hash_table_steal_extended (self->entries, GINT_TO_POINTER (id), &key, &value))
            g_hash_table_insert (kept, key, value);
        }
    }
  g_hash_table_unref (self->entries);
  self->entries = kept;
}

/* Pages to be held: those looked at first, then those around them. */
static GArray *
wanted_pages (guint n_ids, const DeskPageRange *ranges, guint n_ranges)
{
  guint n_pages = (n_ids + DESK_PAGE_ROWS - 1) / DESK_PAGE_ROWS;
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint ahead = 0; ahead <= DESK_PREFETCH_PAGES; ahead++)
    for (guint i = 0; i < n_ranges; i++)
      {
        guint from = ranges[i].first > ahead ? ranges[i].first - ahead : 0;

        for (guint page = from; page <= ranges[i].last + ahead && page < n_pages; page++)
          if ((ahead == 0 || !in_window (page, ranges, n_ranges, ahead - 1)) && !in_window (page, ranges, i, ahead))
            g_array_append_val (pages, page);
      }
  return pages;
}

/**
 * desk_row_cache_settle:
 * @ids: the whole list
 * @ranges: pages that are looked at
 *
 * Asks for the rows of these pages, then for those of two pages around them; gives up and forgets the rest.
 */
void
desk_row_cache_settle (DeskRowCache *self, const gint32 *ids, guint n_ids, const DeskPageRange *ranges, guint n_ranges)
{
  g_autoptr (GArray) pages = wanted_pages (n_ids, ranges, n_ranges);

  forget (self, ids, n_ids, pages);
  for (guint i = 0; i < self->fetches->len; i++)
    ((Fetch *) self->fetches->pdata[i])->wanted = FALSE;
  for (guint i = 0; i < pages->len; i++)
    {
      guint page = g_array_index (pages, guint, i);

      fetch_page (self, ids + page * DESK_PAGE_ROWS, page_length (page, n_ids));
    }
  for (guint i = self->fetches->len; i > 0; i--)
    if (!((Fetch *) self->fetches->pdata[i - 1])->wanted)
      abandon (self, self->fetches->pdata[i - 1]);
}

static void
make_stale (Entry *entry)
{
  entry->stale = TRUE;
  entry->absent = FALSE;
  entry->fetch = NULL;
}

/* Marks the row of @id (0: all rows) as perhaps changed; what is being read of it may be older than the change, so it
 * is asked for anew when settling. The old row stays on screen until the new one comes. */
void
desk_row_cache_stale (DeskRowCache *self, gint64 id)
{
  GHashTableIter iter;
  gpointer value;

  if (id != 0)
    {
      Entry *entry = g_hash_table_lookup (self->entries, GINT_TO_POINTER ((gint32) id));

      if (entry != NULL)
        make_stale (entry);
      return;
    }
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    make_stale (value);
}

/* Returns: how many items are held. */
guint
desk_row_cache_size (DeskRowCache *self)
{
  return g_hash_table_size (self->entries);
}

/* Returns: how many pages are being read. */
guint
desk_row_cache_pending (DeskRowCache *self)
{
  return self->fetches->len;
}
