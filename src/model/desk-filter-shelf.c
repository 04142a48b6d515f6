/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-filter-shelf.h"

#include "desk-list-model.h"

/* Milliseconds after a change before anything is counted. */
#define PATIENCE 1500
/* Counting takes at most one part in so many of the time. */
#define SHARE 100

struct _DeskFilterShelf
{
  GObject parent_instance;
  DeskEngine *engine; /* owns this */
  GPtrArray *cards;   /* DeskSavedFilterCard */
  GArray *counts;     /* DeskFilterCount */
  guint patience;
  guint waiting;      /* the source that will count */
  gboolean counting;
  gboolean stale;     /* something changed while they were counted */
  gint64 begun;       /* when counting began: microseconds of the monotonic clock */
  gint64 rests_until; /* not counted before */
  guint question;     /* of the cards: only the last one's answer is taken */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterShelf, desk_filter_shelf, G_TYPE_OBJECT)

static void count_after (DeskFilterShelf *self, guint milliseconds);

/* Counts */

static gboolean
has_pinned (DeskFilterShelf *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (((DeskSavedFilterCard *) self->cards->pdata[i])->filter->pinned != 0)
      return TRUE;
  return FALSE;
}

static gboolean
differ (const GArray *one, const GArray *other)
{
  if (one->len != other->len)
    return TRUE;
  for (guint i = 0; i < one->len; i++)
    {
      const DeskFilterCount *a = &g_array_index (one, DeskFilterCount, i), *b = &g_array_index (other, DeskFilterCount, i);

      if (a->id != b->id || a->count != b->count)
        return TRUE;
    }
  return FALSE;
}

static void
counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFilterShelf) self = data;
  g_autoptr (GError) error = NULL;
  DeskFilterCounts *counts = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gint64 now = g_get_monotonic_time ();

  self->counting = FALSE;
  self->rests_until = now + (now - self->begun) * SHARE;
  /* An error says itself where work is done. */
  if (counts != NULL && self->engine != NULL && differ (self->counts, counts->counts))
    {
      g_array_unref (self->counts);
      self->counts = g_array_ref (counts->counts);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  desk_use_case_free_result (DESK_USE_CASE_COUNT_FILTERS, counts);
  if (self->stale && self->engine != NULL)
    count_after (self, self->patience);
}

static gboolean
begin (gpointer data)
{
  DeskFilterShelf *self = data;

  self->waiting = 0;
  if (self->counting)
    {
      self->stale = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->stale = FALSE;
  if (!has_pinned (self) || desk_engine_get_actor (self->engine)->staff_id == 0)
    return G_SOURCE_REMOVE;
  self->counting = TRUE;
  self->begun = g_get_monotonic_time ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_COUNT_FILTERS,
                          desk_get_input_new (DESK_KIND_SAVED_FILTER, 0, desk_engine_today (self->engine)), NULL, counted,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Many changes in a row cost one count. */
static void
count_after (DeskFilterShelf *self, guint milliseconds)
{
  gint64 rest = (self->rests_until - g_get_monotonic_time ()) / 1000;

  if (self->waiting == 0)
    self->waiting = g_timeout_add_full (G_PRIORITY_LOW, (guint) CLAMP (rest, milliseconds, G_MAXINT), begin, self, NULL);
}

/* Cards */

typedef struct
{
  DeskFilterShelf *self;
  guint question;
} Asked;

static void
cards_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (DeskFilterShelf) self = asked->self;
  g_autoptr (GError) error = NULL;
  DeskSavedFilters *filters = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (filters != NULL && self->engine != NULL && asked->question == self->question)
    {
      g_ptr_array_unref (self->cards);
      self->cards = g_ptr_array_ref (filters->cards);
      g_signal_emit (self, signals[CHANGED], 0);
      count_after (self, 0);
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_FILTERS, filters);
  g_free (asked);
}

static void
ask (DeskFilterShelf *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->question = ++self->question;
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_FILTERS,
                          desk_get_input_new (DESK_KIND_SAVED_FILTER, 0, desk_engine_today (self->engine)), NULL, cards_read, asked);
}

/* Those of somebody else are nobody's business meanwhile. */
static void
session_changed (DeskFilterShelf *self)
{
  if (self->cards->len > 0)
    {
      g_ptr_array_unref (self->cards);
      self->cards = g_ptr_array_new_with_free_func (desk_saved_filter_card_free);
      g_array_set_size (self->counts, 0);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  self->question++;
  if (desk_engine_get_session (self->engine) != DESK_SESSION_OUT)
    ask (self);
}

static gboolean
concerns_pinned (DeskFilterShelf *self, DeskChangeSet *changes)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const DeskSavedFilterCard *card = self->cards->pdata[i];

      if (card->filter->pinned != 0 && !desk_list_spec (card->form.list)->uncounted
          && desk_list_is_touched (card->form.list, changes))
        return TRUE;
    }
  return FALSE;
}

static void
engine_changed (DeskFilterShelf *self, DeskChangeSet *changes)
{
  /* What they name may be gone now. */
  if (desk_change_set_touches (changes, DESK_KIND_SAVED_FILTER)
      || (self->cards->len > 0
          && (desk_change_set_touches (changes, DESK_KIND_BUILDING) || desk_change_set_touches (changes, DESK_KIND_STAFF)
              || desk_change_set_touches (changes, DESK_KIND_CATEGORY))))
    ask (self);
  if (concerns_pinned (self, changes))
    desk_filter_shelf_count_again (self);
}

/* Object */

static void
desk_filter_shelf_finalize (GObject *object)
{
  DeskFilterShelf *self = DESK_FILTER_SHELF (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_ptr_array_unref (self->cards);
  g_array_unref (self->counts);
  G_OBJECT_CLASS (desk_filter_shelf_parent_class)->finalize (object);
}

static void
desk_filter_shelf_class_init (DeskFilterShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_filter_shelf_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", DESK_TYPE_FILTER_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_filter_shelf_init (DeskFilterShelf *self)
{
  self->cards = g_ptr_array_new_with_free_func (desk_saved_filter_card_free);
  self->counts = g_array_new (FALSE, FALSE, sizeof (DeskFilterCount));
  self->patience = PATIENCE;
}

/* The engine goes: whoever still has the shelf finds it as it was. */
static void
let_go (gpointer data)
{
  DeskFilterShelf *self = data;

  g_clear_handle_id (&self->waiting, g_source_remove);
  self->engine = NULL;
  g_object_unref (self);
}

/* Returns: (transfer none): the shelf of @engine, which owns it; asked for at the first call. */
DeskFilterShelf *
desk_filter_shelf_of (DeskEngine *engine)
{
  DeskFilterShelf *self = g_object_get_data (G_OBJECT (engine), "desk-filter-shelf");

  if (self != NULL)
    return self;
  self = g_object_new (DESK_TYPE_FILTER_SHELF, NULL);
  self->engine = engine;
  g_object_set_data_full (G_OBJECT (engine), "desk-filter-shelf", self, let_go);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  session_changed (self);
  return self;
}

/* Returns: (transfer none) (element-type DeskSavedFilterCard): all of whoever is at the desk, by list, the oldest first; until
 * the next "changed". */
const GPtrArray *
desk_filter_shelf_get_cards (DeskFilterShelf *self)
{
  return self->cards;
}

/* Returns: (transfer none) (nullable): the one called @id. */
const DeskSavedFilterCard *
desk_filter_shelf_find (DeskFilterShelf *self, gint64 id)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (((DeskSavedFilterCard *) self->cards->pdata[i])->filter->record.id == id)
      return self->cards->pdata[i];
  return NULL;
}

/* Returns: how many rows a pinned one had when they were counted last, at most one above DESK_FILTER_COUNT_MOST; -1: it is not
 * counted, or not yet. */
gint64
desk_filter_shelf_get_count (DeskFilterShelf *self, gint64 id)
{
  for (guint i = 0; i < self->counts->len; i++)
    if (g_array_index (self->counts, DeskFilterCount, i).id == id)
      return g_array_index (self->counts, DeskFilterCount, i).count;
  return -1;
}

/* Counts anew, some time from now: something changed, or a minute went by. */
void
desk_filter_shelf_count_again (DeskFilterShelf *self)
{
  if (self->counting)
    self->stale = TRUE;
  else if (self->engine != NULL)
    count_after (self, self->patience);
}

/* How long after a change it counts; a test has less time. */
void
desk_filter_shelf_set_patience (DeskFilterShelf *self, guint milliseconds)
{
  self->patience = milliseconds;
}
