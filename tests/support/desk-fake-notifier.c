/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fake-notifier.h"

struct _DeskFakeNotifier
{
  GObject parent_instance;
  DeskFakeShown shown;
  gpointer data;
  GPtrArray *untold;   /* DeskDueItem */
  GHashTable *showing; /* ids */
  guint n_lists;       /* of missed ones */
};

static void iface_init (DeskNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskFakeNotifier, desk_fake_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_NOTIFIER, iface_init))

static void
notify (DeskNotifier *notifier, GPtrArray *items, gboolean missed)
{
  DeskFakeNotifier *self = DESK_FAKE_NOTIFIER (notifier);

  self->n_lists += missed ? 1 : 0;
  for (guint i = 0; i < items->len; i++)
    {
      const DeskDueItem *item = items->pdata[i];

      g_hash_table_add (self->showing, g_memdup2 (&item->id, sizeof item->id));
      g_ptr_array_add (self->untold, desk_due_item_copy (item));
      if (self->shown != NULL)
        self->shown (self, item, missed, self->data);
    }
}

static void
withdraw (DeskNotifier *notifier, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (DESK_FAKE_NOTIFIER (notifier)->showing, &g_array_index (ids, gint64, i));
}

static void
iface_init (DeskNotifierInterface *iface)
{
  iface->notify = notify;
  iface->withdraw = withdraw;
}

static void
desk_fake_notifier_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_FAKE_NOTIFIER (object)->untold);
  g_hash_table_unref (DESK_FAKE_NOTIFIER (object)->showing);
  G_OBJECT_CLASS (desk_fake_notifier_parent_class)->finalize (object);
}

static void
desk_fake_notifier_class_init (DeskFakeNotifierClass *class)
{
  G_OBJECT_CLASS (class)->finalize = desk_fake_notifier_finalize;
}

static void
desk_fake_notifier_init (DeskFakeNotifier *self)
{
  self->untold = g_ptr_array_new_with_free_func (desk_due_item_free);
  self->showing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* @shown: (nullable): called for every item. Returns: (transfer full). */
DeskFakeNotifier *
desk_fake_notifier_new (DeskFakeShown shown, gpointer data)
{
  DeskFakeNotifier *self = g_object_new (DESK_TYPE_FAKE_NOTIFIER, NULL);

  self->shown = shown;
  self->data = data;
  return self;
}

/* Says "told" of all that was shown since the last time. */
void
desk_fake_notifier_tell (DeskFakeNotifier *self)
{
  g_autoptr (GPtrArray) items = self->untold;

  self->untold = g_ptr_array_new_with_free_func (desk_due_item_free);
  if (items->len > 0)
    desk_notifier_told (DESK_NOTIFIER (self), items);
}

gboolean
desk_fake_notifier_shows (DeskFakeNotifier *self, gint64 id)
{
  return g_hash_table_contains (self->showing, &id);
}

guint
desk_fake_notifier_get_n_shown (DeskFakeNotifier *self)
{
  return g_hash_table_size (self->showing);
}

/* How many lists of missed ones it was given. */
guint
desk_fake_notifier_get_n_lists (DeskFakeNotifier *self)
{
  return self->n_lists;
}
