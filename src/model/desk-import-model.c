/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-model.h"

struct _DeskImportItem
{
  GObject parent_instance;
  DeskImportPlan *plan;
  guint index;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskImportItem, desk_import_item, G_TYPE_OBJECT)

static void
desk_import_item_finalize (GObject *object)
{
  desk_import_plan_unref (DESK_IMPORT_ITEM (object)->plan);
  G_OBJECT_CLASS (desk_import_item_parent_class)->finalize (object);
}

static void
desk_import_item_class_init (DeskImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_import_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_IMPORT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_import_item_init (DeskImportItem *self)
{
}

/* Returns: (transfer none): whose row it is. */
DeskImportPlan *
desk_import_item_get_plan (DeskImportItem *self)
{
  return self->plan;
}

/* Returns: which row of the plan it is. */
guint
desk_import_item_get_index (DeskImportItem *self)
{
  return self->index;
}

/* Returns: (transfer none): the row itself. */
const DeskImportLine *
desk_import_item_get_line (DeskImportItem *self)
{
  return desk_import_plan_get_line (self->plan, self->index);
}

struct _DeskImportModel
{
  GObject parent_instance;
  DeskImportPlan *plan;
  DeskImportShow show;
  GArray *indices;   /* guint: rows of the plan that are shown */
  GHashTable *items; /* index → DeskImportItem that somebody holds, not owned */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskImportModel, desk_import_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Forgets an item that nobody holds any more. */
static void
item_gone (gpointer data, GObject *item)
{
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, data);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    if (held == (gpointer) item)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
forget_items (DeskImportModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, item_gone, self->items);
  g_hash_table_remove_all (self->items);
}

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DESK_IMPORT_MODEL (model)->indices->len;
}

/* One row has one item as long as somebody holds it, so that a tick reaches what shows it. */
static gpointer
get_item (GListModel *model, guint position)
{
  DeskImportModel *self = DESK_IMPORT_MODEL (model);
  DeskImportItem *item;
  guint index;

  if (position >= self->indices->len)
    return NULL;
  index = g_array_index (self->indices, guint, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (DESK_TYPE_IMPORT_ITEM, NULL);
  item->plan = desk_import_plan_ref (self->plan);
  item->index = index;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
  g_object_weak_ref (G_OBJECT (item), item_gone, self->items);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_shown (DeskImportShow show, const DeskImportLine *line)
{
  if (show == DESK_IMPORT_SHOW_ALL)
    return TRUE;
  if (show == DESK_IMPORT_SHOW_NOTICES)
    return line->notices != NULL;
  return (int) line->fate == (int) show - DESK_IMPORT_SHOW_FATE;
}

static void
show_rows (DeskImportModel *self)
{
  guint before = self->indices->len, n = self->plan != NULL ? desk_import_plan_get_n_lines (self->plan) : 0;

  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n; i++)
    if (is_shown (self->show, desk_import_plan_get_line (self->plan, i)))
      g_array_append_val (self->indices, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->indices->len);
}

static void
desk_import_model_finalize (GObject *object)
{
  DeskImportModel *self = DESK_IMPORT_MODEL (object);

  forget_items (self);
  g_hash_table_unref (self->items);
  g_array_unref (self->indices);
  g_clear_pointer (&self->plan, desk_import_plan_unref);
  G_OBJECT_CLASS (desk_import_model_parent_class)->finalize (object);
}

static void
desk_import_model_class_init (DeskImportModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_import_model_finalize;
}

static void
desk_import_model_init (DeskImportModel *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new (NULL, NULL);
}

/* Returns: (transfer full): nothing is shown yet. */
DeskImportModel *
desk_import_model_new (void)
{
  return g_object_new (DESK_TYPE_IMPORT_MODEL, NULL);
}

/* Shows the rows of @plan (nullable); what was shown of them before stays chosen. */
void
desk_import_model_set_plan (DeskImportModel *self, DeskImportPlan *plan)
{
  DeskImportPlan *before = self->plan;

  forget_items (self);
  self->plan = plan != NULL ? desk_import_plan_ref (plan) : NULL;
  show_rows (self);
  g_clear_pointer (&before, desk_import_plan_unref);
}

/* Returns: (transfer none) (nullable). */
DeskImportPlan *
desk_import_model_get_plan (DeskImportModel *self)
{
  return self->plan;
}

/* Which rows are shown. */
void
desk_import_model_set_show (DeskImportModel *self, DeskImportShow show)
{
  if (self->show == show)
    return;
  self->show = show;
  show_rows (self);
}

/* Returns: how many rows of the whole would be shown. */
guint
desk_import_model_count (DeskImportModel *self, DeskImportShow show)
{
  if (self->plan == NULL)
    return 0;
  if (show == DESK_IMPORT_SHOW_ALL)
    return desk_import_plan_get_n_lines (self->plan);
  if (show == DESK_IMPORT_SHOW_NOTICES)
    return desk_import_plan_count_notices (self->plan);
  return desk_import_plan_count (self->plan, (DeskFate) ((int) show - DESK_IMPORT_SHOW_FATE));
}

/* Ticks or unticks row @index of the plan, and says so to what shows it. */
void
desk_import_model_set_taken (DeskImportModel *self, guint index, gboolean taken)
{
  DeskImportItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));

  desk_import_plan_set_taken (self->plan, index, taken);
  if (item != NULL)
    g_signal_emit (item, signals[CHANGED], 0);
}

/* Returns: where the row numbered @row in its sheet stands, or the next one after it; G_MAXUINT: the list is empty. */
guint
desk_import_model_position_of_row (DeskImportModel *self, guint row)
{
  guint low = 0, high = self->indices->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_import_plan_get_line (self->plan, g_array_index (self->indices, guint, middle))->row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return self->indices->len == 0 ? G_MAXUINT : MIN (low, self->indices->len - 1);
}
