/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-row-item.h"

struct _DeskRowItem
{
  GObject parent_instance;
  gint64 id;
  DeskRow *row;
};

enum
{
  PROP_ROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskRowItem, desk_row_item, G_TYPE_OBJECT)

static void
desk_row_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ROW)
    g_value_set_pointer (value, DESK_ROW_ITEM (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_row_item_finalize (GObject *object)
{
  g_clear_pointer (&DESK_ROW_ITEM (object)->row, desk_row_unref);
  G_OBJECT_CLASS (desk_row_item_parent_class)->finalize (object);
}

static void
desk_row_item_class_init (DeskRowItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_row_item_get_property;
  object_class->finalize = desk_row_item_finalize;
  props[PROP_ROW]
      = g_param_spec_pointer ("row", NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_row_item_init (DeskRowItem *self)
{
}

/* Returns: (transfer full): an item whose row has not been read. */
DeskRowItem *
desk_row_item_new (gint64 id)
{
  DeskRowItem *self = g_object_new (DESK_TYPE_ROW_ITEM, NULL);

  self->id = id;
  return self;
}

/* Returns: the record's id. */
gint64
desk_row_item_get_id (DeskRowItem *self)
{
  return self->id;
}

/* Returns: (transfer none) (nullable): the row, NULL while it is being read. */
DeskRow *
desk_row_item_get_row (DeskRowItem *self)
{
  return self->row;
}

/* Takes over @row (transfer none) and notifies when it differs from what was there. Returns: whether it did. */
gboolean
desk_row_item_set_row (DeskRowItem *self, DeskRow *row)
{
  if (self->row == row || (self->row != NULL && row != NULL && desk_row_equal (self->row, row)))
    return FALSE;
  g_clear_pointer (&self->row, desk_row_unref);
  if (row != NULL)
    self->row = desk_row_ref (row);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
  return TRUE;
}

/* Returns: (transfer none) (nullable): the cell of @column, NULL while the row is being read. */
const DeskCell *
desk_row_item_get_cell (DeskRowItem *self, guint column)
{
  if (self->row == NULL || column >= self->row->n_cells)
    return NULL;
  return &self->row->cells[column];
}
