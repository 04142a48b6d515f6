/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-selection.h"

struct _DeskListSelection
{
  GObject parent_instance;
  DeskListModel *model;
  gint64 id;
  guint position; /* of @id, G_MAXUINT when it is not in the list */
  guint left;     /* where it stood before it left the list, else G_MAXUINT */
  GHashTable *marks; /* (nullable): ids; NULL: marks are not allowed */
};

static guint marked_signal;

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void list_iface_init (GListModelInterface *iface);
static void selection_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskListSelection, desk_list_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_iface_init))

static GType
get_item_type (GListModel *list)
{
  return DESK_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DESK_LIST_SELECTION (list)->model));
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (DESK_LIST_SELECTION (list)->model), position);
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
move_to (DeskListSelection *self, guint position, gint64 id)
{
  guint before = self->position;
  gboolean other = self->id != id;

  self->position = position;
  self->left = G_MAXUINT;
  self->id = id;
  if (before != position)
    {
      if (before != G_MAXUINT)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
      if (position != G_MAXUINT)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
    }
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static gboolean
is_marked (DeskListSelection *self, guint position)
{
  gint64 id;

  if (self->marks == NULL || g_hash_table_size (self->marks) == 0)
    return FALSE;
  id = desk_list_model_get_id (self->model, position);
  return id != 0 && g_hash_table_contains (self->marks, &id);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return DESK_LIST_SELECTION (model)->position == position || is_marked (DESK_LIST_SELECTION (model), position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  DeskListSelection *self = DESK_LIST_SELECTION (model);
  GtkBitset *set = gtk_bitset_new_empty ();
  guint n = get_n_items (G_LIST_MODEL (model));

  if (self->position != G_MAXUINT)
    gtk_bitset_add (set, self->position);
  for (guint i = position; self->marks != NULL && g_hash_table_size (self->marks) > 0 && i < n && i - position < n_items; i++)
    if (is_marked (self, i))
      gtk_bitset_add (set, i);
  return set;
}

static void
set_mark (DeskListSelection *self, guint position, gboolean on)
{
  gint64 id = desk_list_model_get_id (self->model, position);

  if (self->marks == NULL || id == 0 || is_marked (self, position) == on)
    return;
  if (on)
    {
      gint64 *key = g_new (gint64, 1);

      *key = id;
      g_hash_table_add (self->marks, key);
    }
  else
    g_hash_table_remove (self->marks, &id);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
  g_signal_emit (self, marked_signal, 0);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  DeskListSelection *self = DESK_LIST_SELECTION (model);
  gint64 id = desk_list_model_get_id (self->model, position);

  /* With Ctrl the row that was selected is meant, too. */
  if (id != 0 && !unselect_rest && self->marks != NULL)
    {
      if (g_hash_table_size (self->marks) == 0 && self->position != G_MAXUINT)
        set_mark (self, self->position, TRUE);
      set_mark (self, position, TRUE);
    }
  if (id != 0)
    move_to (self, position, id);
  return id != 0;
}

/* With Shift: all from where it began. */
static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  DeskListSelection *self = DESK_LIST_SELECTION (model);

  if (self->marks == NULL)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    set_mark (self, position + i, TRUE);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  DeskListSelection *self = DESK_LIST_SELECTION (model);

  if (is_marked (self, position))
    set_mark (self, position, FALSE);
  else if (self->position == position)
    move_to (self, G_MAXUINT, 0);
  return TRUE;
}

static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->select_range = select_range;
  iface->unselect_item = unselect_item;
}

/* Where the row at @at stands after a change; one that was removed: where what came after it does. */
static guint
moved (guint at, guint position, guint removed, guint added)
{
  if (at == G_MAXUINT || at < position)
    return at;
  return at >= position + removed ? at - removed + added : position + MIN (at - position, added);
}

static void
model_changed (GListModel *model, guint position, guint removed, guint added, DeskListSelection *self)
{
  guint before = self->position != G_MAXUINT ? self->position : self->left;

  /* The view asks is_selected() for what was added while it is told, so the place must be right before. */
  if (self->position != G_MAXUINT && self->position >= position + removed)
    self->position = self->position - removed + added;
  else if (self->id != 0 && (self->position == G_MAXUINT || self->position >= position))
    self->position = desk_list_model_index_of (self->model, self->id);
  self->left = self->position == G_MAXUINT ? moved (before, position, removed, added) : G_MAXUINT;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
desk_list_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, DESK_LIST_SELECTION (object)->id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_selection_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    desk_list_selection_set_selected (DESK_LIST_SELECTION (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_selection_dispose (GObject *object)
{
  DeskListSelection *self = DESK_LIST_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  G_OBJECT_CLASS (desk_list_selection_parent_class)->dispose (object);
}

static void
desk_list_selection_class_init (DeskListSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_list_selection_get_property;
  object_class->set_property = desk_list_selection_set_property;
  object_class->dispose = desk_list_selection_dispose;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  marked_signal
      = g_signal_new ("marked", DESK_TYPE_LIST_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_list_selection_init (DeskListSelection *self)
{
  self->position = self->left = G_MAXUINT;
}

/* Returns: (transfer full): a selection over @model (transfer none) with nothing selected. */
DeskListSelection *
desk_list_selection_new (DeskListModel *model)
{
  DeskListSelection *self = g_object_new (DESK_TYPE_LIST_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (model_changed), self);
  return self;
}

/* Returns: (transfer none). */
DeskListModel *
desk_list_selection_get_model (DeskListSelection *self)
{
  return self->model;
}

/* Returns: the selected record's id, 0 none. */
gint64
desk_list_selection_get_selected (DeskListSelection *self)
{
  return self->id;
}

/* Selects the record @id, in the list or not; 0 nothing. */
void
desk_list_selection_set_selected (DeskListSelection *self, gint64 id)
{
  move_to (self, id != 0 ? desk_list_model_index_of (self->model, id) : G_MAXUINT, id);
}

/* Returns: where the selected record stands, G_MAXUINT when it is not in the list. */
guint
desk_list_selection_get_position (DeskListSelection *self)
{
  return self->position;
}

/* The selected record has left the list: selects the row that took its place, or the last one. Returns: FALSE when it is
 * in the list, never was, or no row is left. */
gboolean
desk_list_selection_go_on (DeskListSelection *self)
{
  guint n = get_n_items (G_LIST_MODEL (self)), at = MIN (self->left, n - 1);

  if (self->left == G_MAXUINT || n == 0)
    return FALSE;
  move_to (self, at, desk_list_model_get_id (self->model, at));
  return TRUE;
}

/* Several rows can be marked from now on. */
void
desk_list_selection_allow_marks (DeskListSelection *self)
{
  if (self->marks == NULL)
    self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Marks the row at @position, or takes its mark away. */
void
desk_list_selection_toggle_mark (DeskListSelection *self, guint position)
{
  set_mark (self, position, !is_marked (self, position));
}

/* Returns: (transfer full): gint64 ids of the marked rows in the order of the list. */
GArray *
desk_list_selection_get_marked (DeskListSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = self->marks != NULL && g_hash_table_size (self->marks) > 0 ? get_n_items (G_LIST_MODEL (self)) : 0;

  for (guint i = 0; i < n; i++)
    if (is_marked (self, i))
      {
        gint64 id = desk_list_model_get_id (self->model, i);

        g_array_append_val (ids, id);
      }
  return ids;
}

/* Marks these and no others. @ids: (element-type gint64); those that the list does not hold wait until it does. */
void
desk_list_selection_set_marked (DeskListSelection *self, GArray *ids)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  g_return_if_fail (self->marks != NULL);
  g_hash_table_remove_all (self->marks);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->marks, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  g_signal_emit (self, marked_signal, 0);
}

/* Takes all marks away. Returns: FALSE when there were none. */
gboolean
desk_list_selection_clear_marks (DeskListSelection *self)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (self->marks == NULL || g_hash_table_size (self->marks) == 0)
    return FALSE;
  g_hash_table_remove_all (self->marks);
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  g_signal_emit (self, marked_signal, 0);
  return TRUE;
}
