/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-badge-count.h"

struct _DeskBadgeCount
{
  GObject parent_instance;
  DeskEngine *engine;
  const DeskBadgeSpec *spec;
  GCancellable *cancellable;
  DeskBadge badge;
  gboolean counting; /* an answer is under way */
  gboolean stale;    /* something changed meanwhile: that answer may be an old one */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBadgeCount, desk_badge_count, G_TYPE_OBJECT)

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskBadgeCount) self = data;
  g_autoptr (GError) error = NULL;
  DeskBadge badge = { 0 };
  gpointer answer = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  self->counting = FALSE;
  if (answer == NULL)
    {
      /* Whoever may not read it, or whose store is closing, has no badge: an error says itself where work is done. */
    }
  else
    {
      self->spec->read (answer, &badge);
      desk_use_case_free_result (self->spec->use_case, answer);
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (badge.open != self->badge.open || badge.late != self->badge.late)
    {
      self->badge = badge;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (self->stale)
    desk_badge_count_again (self);
}

static void
on_changed_cb (DeskBadgeCount *self, DeskChangeSet *changes)
{
  for (const DeskKind *kind = self->spec->kinds; *kind != DESK_KIND_NONE; kind++)
    if (desk_change_set_touches (changes, *kind))
      {
        desk_badge_count_again (self);
        return;
      }
}

static void
desk_badge_count_dispose (GObject *object)
{
  DeskBadgeCount *self = DESK_BADGE_COUNT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_badge_count_parent_class)->dispose (object);
}

static void
desk_badge_count_finalize (GObject *object)
{
  g_clear_object (&DESK_BADGE_COUNT (object)->cancellable);
  G_OBJECT_CLASS (desk_badge_count_parent_class)->finalize (object);
}

static void
desk_badge_count_class_init (DeskBadgeCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_badge_count_dispose;
  object_class->finalize = desk_badge_count_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_badge_count_init (DeskBadgeCount *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Returns: (transfer full): the badge of @spec, which must outlive it, over @engine. It begins to count at once. */
DeskBadgeCount *
desk_badge_count_new (DeskEngine *engine, const DeskBadgeSpec *spec)
{
  DeskBadgeCount *self = g_object_new (DESK_TYPE_BADGE_COUNT, NULL);

  self->engine = g_object_ref (engine);
  self->spec = spec;
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  desk_badge_count_again (self);
  return self;
}

/* Returns: (transfer none): the figures that were counted last, zeros before the first. */
const DeskBadge *
desk_badge_count_get (DeskBadgeCount *self)
{
  return &self->badge;
}

/* Counts anew. Many changes in a row, as of an import, cost one count at a time. */
void
desk_badge_count_again (DeskBadgeCount *self)
{
  if (self->counting)
    {
      self->stale = TRUE;
      return;
    }
  self->counting = TRUE;
  self->stale = FALSE;
  desk_engine_call_async (self->engine, self->spec->use_case, self->spec->make_input (self->engine), self->cancellable,
                          on_counted_cb, g_object_ref (self));
}
