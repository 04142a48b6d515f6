/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-model.h"

#include "desk-error.h"
#include "desk-id-diff.h"
#include "desk-kind-set.h"
#include "desk-row-cache.h"
#include "desk-service.h"

#include <string.h>

/* More separate places than this are told as one: every hunk moves the tail of the array and walks the view. */
#define MAX_HUNKS 64
/* Pages touched since the last settling that are remembered besides the viewport; the oldest go first. */
#define MAX_TOUCHED_PAGES 16

struct _DeskListModel
{
  GObject parent_instance;
  DeskListSource *source;
  DeskRowCache *cache;
  DeskListInput query; /* text is owned */
  GArray *ids;         /* gint32 */
  gint64 counts[DESK_MAX_FILTERS];
  GCancellable *asking;        /* the question under way */
  guint question, answered;    /* which question is meant; which one the ids answer */
  gboolean again;              /* something changed while the question was under way */
  gboolean loaded;
  gboolean resting, late;      /* nobody looks; a question waits for somebody who does */
  gboolean has_viewport;       /* somebody tells what is on screen; else what was touched last counts */
  guint view_first, view_last; /* rows */
  guint touched[MAX_TOUCHED_PAGES]; /* pages with an item that has no row yet */
  guint n_touched;
  guint ask_id, settle_id; /* idle sources */
};

enum
{
  PROP_FILTER = 1,
  PROP_TEXT,
  PROP_SORT,
  PROP_DESCENDING,
  PROP_BUILDING,
  PROP_LOADING,
  N_PROPS
};

enum
{
  LISTED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Records besides its own kind whose change can change a list: its rows show something of them. */
static const DeskKindSet concerns[DESK_N_LISTS] = {
  [DESK_LIST_UNITS] = DESK_KIND_BIT (COMMUNITY) | DESK_KIND_BIT (BUILDING) | DESK_KIND_BIT (ENTRANCE) | DESK_KIND_BIT (UNIT)
                      | DESK_KIND_BIT (PERSON) | DESK_KIND_BIT (OCCUPANCY) | DESK_KIND_BIT (CARE_FLAG),
  [DESK_LIST_PEOPLE] = DESK_KIND_BIT (COMMUNITY) | DESK_KIND_BIT (BUILDING) | DESK_KIND_BIT (ENTRANCE)
                       | DESK_KIND_BIT (UNIT) | DESK_KIND_BIT (PERSON) | DESK_KIND_BIT (PHONE) | DESK_KIND_BIT (OCCUPANCY),
  [DESK_LIST_REPAIR_FIGURES] = DESK_KIND_BIT (SERVICE_CASE),
  [DESK_LIST_COMPLAINT_FIGURES] = DESK_KIND_BIT (SERVICE_CASE),
  [DESK_LIST_OUTAGES] = DESK_KIND_BIT (OUTAGE) | DESK_KIND_BIT (OUTAGE_CALL),
  [DESK_LIST_FOLLOW_UPS] = DESK_KIND_BIT (FOLLOW_UP) | DESK_KIND_BIT (UNIT) | DESK_KIND_BIT (PERSON) | DESK_KIND_BIT (STAFF),
  [DESK_LIST_BILLS] = DESK_KIND_BIT (CASE_QUOTE) | DESK_KIND_BIT (UNIT) | DESK_KIND_BIT (PERSON) | DESK_KIND_BIT (STAFF),
  [DESK_LIST_STAFF] = DESK_KIND_BIT (STAFF) | DESK_KIND_BIT (STAFF_SCOPE) | DESK_KIND_BIT (BUILDING) | DESK_KIND_BIT (ENTRANCE),
  [DESK_LIST_TRAIL] = ~G_GUINT64_CONSTANT (0),
};

static void desk_list_model_iface_init (GListModelInterface *iface);
static void ask (DeskListModel *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskListModel, desk_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_list_model_iface_init))

/* Rows */

/* The pages of the rows from @first to @last. */
static DeskPageRange
range_of (DeskListModel *self, guint first, guint last)
{
  guint end = self->ids->len > 0 ? self->ids->len - 1 : 0;

  return (DeskPageRange){ MIN (first, end) / DESK_PAGE_ROWS, MIN (last, end) / DESK_PAGE_ROWS };
}

static gboolean
settle (gpointer data)
{
  DeskListModel *self = data;
  DeskPageRange ranges[MAX_TOUCHED_PAGES + 1];
  guint n_ranges = 0;

  self->settle_id = 0;
  if (self->n_touched > 0 && !self->has_viewport)
    self->view_first = self->view_last = self->touched[self->n_touched - 1] * DESK_PAGE_ROWS;
  ranges[n_ranges++] = range_of (self, self->view_first, self->view_last);
  for (guint i = 0; i < self->n_touched; i++)
    ranges[n_ranges++] = range_of (self, self->touched[i] * DESK_PAGE_ROWS, self->touched[i] * DESK_PAGE_ROWS);
  self->n_touched = 0;
  desk_row_cache_settle (self->cache, (const gint32 *) (gpointer) self->ids->data, self->ids->len, ranges, n_ranges);
  return G_SOURCE_REMOVE;
}

static void
settle_soon (DeskListModel *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle, self, NULL);
}

static void
rows_failed (const GError *error, gpointer data)
{
  if (!g_error_matches (error, DESK_ERROR, DESK_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (data, signals[FAILED], 0, error);
}

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DESK_LIST_MODEL (model)->ids->len;
}

static void
touch (DeskListModel *self, guint page)
{
  for (guint i = 0; i < self->n_touched; i++)
    if (self->touched[i] == page)
      return;
  if (self->n_touched == MAX_TOUCHED_PAGES)
    memmove (self->touched, self->touched + 1, --self->n_touched * sizeof *self->touched);
  self->touched[self->n_touched++] = page;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DeskListModel *self = DESK_LIST_MODEL (model);
  DeskRowItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = desk_row_cache_get (self->cache, g_array_index (self->ids, gint32, position));
  if (desk_row_item_get_row (item) == NULL)
    {
      touch (self, position / DESK_PAGE_ROWS);
      settle_soon (self);
    }
  return g_object_ref (item);
}

static void
desk_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Ids */

/* Puts the ids of one hunk in place and tells. */
static void
apply_hunk (DeskListModel *self, const DeskIdHunk *hunk, const gint32 *after)
{
  if (hunk->removed > 0)
    g_array_remove_range (self->ids, hunk->position, hunk->removed);
  if (hunk->added > 0)
    g_array_insert_vals (self->ids, hunk->position, after + hunk->position, hunk->added);
  g_list_model_items_changed (G_LIST_MODEL (self), hunk->position, hunk->removed, hunk->added);
}

static void
take_ids (DeskListModel *self, GArray *after, gboolean anew)
{
  const gint32 *ids = (const gint32 *) (gpointer) after->data;
  g_autoptr (GArray) hunks = desk_id_diff ((const gint32 *) (gpointer) self->ids->data, self->ids->len, ids,
                                           after->len, anew ? 1 : MAX_HUNKS);

  /* Hunks come in order and each leaves everything before its end as it is to stand, so positions in the list and in
   * @after agree. */
  for (guint i = 0; i < hunks->len; i++)
    apply_hunk (self, &g_array_index (hunks, DeskIdHunk, i), ids);
}

/* A question put to the source. */
typedef struct
{
  DeskListModel *model;
  GCancellable *cancellable;
  guint question;
} Asked;

static void
take_answer (DeskListModel *self, DeskIdList *list, guint question)
{
  gboolean first = !self->loaded;
  gboolean anew = first || question != self->answered;

  self->loaded = TRUE;
  self->answered = question;
  memcpy (self->counts, list->counts, sizeof self->counts);
  take_ids (self, list->ids, anew);
  settle_soon (self);
  if (first)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  g_signal_emit (self, signals[LISTED], 0, anew);
}

static void
listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (DeskListModel) self = asked->model;
  g_autoptr (GError) error = NULL;
  DeskIdList list = { 0 };
  gboolean ok = desk_list_source_query_finish (self->source, result, &list, &error);

  /* Else a newer question is under way and this answer is nobody's. */
  if (asked->cancellable == self->asking)
    {
      g_clear_object (&self->asking);
      if (ok)
        take_answer (self, &list, asked->question);
      else
        g_signal_emit (self, signals[FAILED], 0, error);
      if (self->again && self->ask_id == 0)
        ask (self);
    }
  desk_id_list_clear (&list);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

static void
ask (DeskListModel *self)
{
  Asked *asked = g_new0 (Asked, 1);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->again = FALSE;
  asked->model = g_object_ref (self);
  asked->cancellable = g_object_ref (self->asking);
  asked->question = self->question;
  desk_list_source_query_async (self->source, &self->query, self->asking, listed, asked);
}

static gboolean
ask_now (gpointer data)
{
  DeskListModel *self = data;

  self->ask_id = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* Several properties set one after the other are one question. */
static void
ask_soon (DeskListModel *self, gboolean anew)
{
  if (anew)
    self->question++;
  if (self->resting)
    self->late = TRUE;
  else if (self->ask_id == 0)
    self->ask_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, ask_now, self, NULL);
}

static void
source_changed (DeskListSource *source, DeskChangeSet *changes, DeskListModel *self)
{
  const DeskListSpec *spec = desk_list_spec (self->query.list);
  const DeskKindSet concerned = concerns[self->query.list];
  gboolean others = FALSE, ours = FALSE;

  for (guint i = 0; i < desk_change_set_size (changes); i++)
    {
      const DeskChange *change = desk_change_set_get (changes, i);

      if (change->kind != spec->kind && !desk_kind_set_has (concerned, change->kind))
        continue;
      ours = TRUE;
      if (change->kind != spec->kind || change->id == 0)
        others = TRUE;
      else if (!others)
        desk_row_cache_stale (self->cache, change->id);
    }
  if (!ours)
    return;
  /* A row shows things of other records too; which rows those are is not in the set, and few rows are held. */
  if (others)
    desk_row_cache_stale (self->cache, 0);
  settle_soon (self);
  if (self->asking != NULL)
    self->again = TRUE;
  else
    ask_soon (self, FALSE);
}

/* Object */

static void
desk_list_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskListModel *self = DESK_LIST_MODEL (object);

  if (id == PROP_FILTER)
    g_value_set_uint (value, self->query.filter);
  else if (id == PROP_TEXT)
    g_value_set_string (value, self->query.text);
  else if (id == PROP_SORT)
    g_value_set_uint (value, self->query.sort);
  else if (id == PROP_DESCENDING)
    g_value_set_boolean (value, self->query.descending);
  else if (id == PROP_BUILDING)
    g_value_set_int64 (value, self->query.building_id);
  else if (id == PROP_LOADING)
    g_value_set_boolean (value, !self->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DeskListModel *self = DESK_LIST_MODEL (object);

  if (id == PROP_FILTER)
    desk_list_model_set_filter (self, g_value_get_uint (value));
  else if (id == PROP_TEXT)
    desk_list_model_set_text (self, g_value_get_string (value));
  else if (id == PROP_SORT)
    desk_list_model_set_sort (self, g_value_get_uint (value), self->query.descending);
  else if (id == PROP_DESCENDING)
    desk_list_model_set_sort (self, self->query.sort, g_value_get_boolean (value));
  else if (id == PROP_BUILDING)
    desk_list_model_set_building (self, g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
desk_list_model_dispose (GObject *object)
{
  DeskListModel *self = DESK_LIST_MODEL (object);

  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (desk_list_model_parent_class)->dispose (object);
}

static void
desk_list_model_finalize (GObject *object)
{
  DeskListModel *self = DESK_LIST_MODEL (object);

  g_clear_pointer (&self->cache, desk_row_cache_free);
  g_array_unref (self->ids);
  g_free (self->query.text);
  G_OBJECT_CLASS (desk_list_model_parent_class)->finalize (object);
}

static void
desk_list_model_class_init (DeskListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_list_model_get_property;
  object_class->set_property = desk_list_model_set_property;
  object_class->dispose = desk_list_model_dispose;
  object_class->finalize = desk_list_model_finalize;
  props[PROP_FILTER] = g_param_spec_uint ("filter", NULL, NULL, 0, DESK_MAX_FILTERS - 1, 0, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_SORT] = g_param_spec_uint ("sort", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  props[PROP_BUILDING] = g_param_spec_int64 ("building", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LISTED] = g_signal_new ("listed", DESK_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", DESK_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
desk_list_model_init (DeskListModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
}

/* Returns: (transfer full): the rows of @list, asked for at once in the order of its first column. */
DeskListModel *
desk_list_model_new (DeskListSource *source, DeskList list)
{
  DeskListModel *self = g_object_new (DESK_TYPE_LIST_MODEL, NULL);

  self->source = g_object_ref (source);
  self->query.list = list;
  self->cache = desk_row_cache_new (source, list, rows_failed, self);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed), self, 0);
  ask_soon (self, TRUE);
  return self;
}

/* Returns: which list it is. */
DeskList
desk_list_model_get_list (DeskListModel *self)
{
  return self->query.list;
}

/* Returns: (transfer none): columns and filters of the list. */
const DeskListSpec *
desk_list_model_get_spec (DeskListModel *self)
{
  return desk_list_spec (self->query.list);
}

/* @filter: index into the list's filters. */
void
desk_list_model_set_filter (DeskListModel *self, guint filter)
{
  if (self->query.filter == filter)
    return;
  self->query.filter = filter;
  ask_soon (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

/* Returns: index into the list's filters. */
guint
desk_list_model_get_filter (DeskListModel *self)
{
  return self->query.filter;
}

/* @text: (nullable): what stands in the filter entry. */
void
desk_list_model_set_text (DeskListModel *self, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->query.text, text) == 0)
    return;
  desk_text_set (&self->query.text, text);
  ask_soon (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/* Returns: (transfer none) (nullable). */
const char *
desk_list_model_get_text (DeskListModel *self)
{
  return self->query.text;
}

/* @column: index of a sortable column. */
void
desk_list_model_set_sort (DeskListModel *self, guint column, gboolean descending)
{
  if (self->query.sort == column && self->query.descending == descending)
    return;
  self->query.sort = column;
  self->query.descending = descending;
  ask_soon (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCENDING]);
}

/* Returns: the column in whose order the rows stand. */
guint
desk_list_model_get_sort (DeskListModel *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->query.descending;
  return self->query.sort;
}

/* @building_id: only its rows, 0 all. */
void
desk_list_model_set_building (DeskListModel *self, gint64 building_id)
{
  if (self->query.building_id == building_id)
    return;
  self->query.building_id = building_id;
  ask_soon (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUILDING]);
}

/* Returns: the building whose rows are shown, 0 all. */
gint64
desk_list_model_get_building (DeskListModel *self)
{
  return self->query.building_id;
}

/* Returns: (transfer none): the question the list answers, for whoever asks it elsewhere. */
const DeskListInput *
desk_list_model_get_query (DeskListModel *self)
{
  return &self->query;
}

/* @staff_id: only this person's acts, 0 everybody's. */
void
desk_list_model_set_staff (DeskListModel *self, gint64 staff_id)
{
  if (self->query.staff_id == staff_id)
    return;
  self->query.staff_id = staff_id;
  ask_soon (self, TRUE);
}

/* Only rows of [@from, @to); 0 is open. */
void
desk_list_model_set_days (DeskListModel *self, DeskDay from, DeskDay to)
{
  if (self->query.from_day == from && self->query.to_day == to)
    return;
  self->query.from_day = from;
  self->query.to_day = to;
  ask_soon (self, TRUE);
}

/* Of figures: only these months. */
void
desk_list_model_set_span (DeskListModel *self, DeskSpan span)
{
  if (self->query.span == span)
    return;
  self->query.span = span;
  ask_soon (self, TRUE);
}

/* Of cases: only those behind a figure; @rows (nullable) NULL: those of the filter again. */
void
desk_list_model_set_figure (DeskListModel *self, const DeskFigureRows *rows)
{
  if (!self->query.figured && rows == NULL)
    return;
  self->query.figured = rows != NULL;
  self->query.figure = rows != NULL ? *rows : (DeskFigureRows){ 0 };
  ask_soon (self, TRUE);
}

/* Returns: whether only cases behind a figure are shown. */
gboolean
desk_list_model_is_figured (DeskListModel *self)
{
  return self->query.figured;
}

/* @form: (out caller-allocates): how the list is narrowed and ordered, to be cleared; days are the chooser's to say. */
void
desk_list_model_get_form (DeskListModel *self, DeskFilterForm *form)
{
  *form = (DeskFilterForm){ .list = self->query.list,
                            .filter = self->query.filter,
                            .text = g_strdup (self->query.text),
                            .sort = self->query.sort,
                            .descending = self->query.descending,
                            .building_id = self->query.building_id,
                            .staff_id = self->query.staff_id,
                            .span = self->query.span,
                            .figured = self->query.figured,
                            .figure = self->query.figure };
}

/* Asks as @form says, once for all of it; its days are the chooser's to set. */
void
desk_list_model_set_form (DeskListModel *self, const DeskFilterForm *form)
{
  desk_list_model_set_filter (self, form->filter);
  desk_list_model_set_text (self, form->text);
  desk_list_model_set_sort (self, form->sort, form->descending);
  desk_list_model_set_building (self, form->building_id);
  desk_list_model_set_staff (self, form->staff_id);
  desk_list_model_set_span (self, form->span);
  desk_list_model_set_figure (self, form->figured ? &form->figure : NULL);
}

/* Only what concerns this record; @kind NONE: everything. */
void
desk_list_model_set_about (DeskListModel *self, DeskKind kind, gint64 id)
{
  if (self->query.about_kind == kind && self->query.about_id == id)
    return;
  self->query.about_kind = kind;
  self->query.about_id = id;
  ask_soon (self, TRUE);
}

/* Tells which rows are on screen: pages far from them are given up, those around them are read ahead. */
void
desk_list_model_set_viewport (DeskListModel *self, guint first, guint last)
{
  if (self->has_viewport && self->view_first == first && self->view_last == last)
    return;
  self->has_viewport = TRUE;
  self->view_first = first;
  self->view_last = last;
  settle_soon (self);
}

/* While it is @resting nobody looks at it, and it asks for nothing: a list that is never shown costs nothing, one that
 * stands behind another is asked for what changed when it comes to the front. */
void
desk_list_model_set_resting (DeskListModel *self, gboolean resting)
{
  self->resting = resting;
  if (resting && self->ask_id != 0)
    {
      self->late = TRUE;
      g_clear_handle_id (&self->ask_id, g_source_remove);
    }
  else if (!resting && self->late)
    {
      self->late = FALSE;
      ask_soon (self, FALSE);
    }
}

/* Reads ids and rows anew, in place: after midnight, or when somebody presses F5. */
void
desk_list_model_refresh (DeskListModel *self)
{
  desk_row_cache_stale (self->cache, 0);
  settle_soon (self);
  ask_soon (self, FALSE);
}

/* Returns: TRUE until the first ids are there. */
gboolean
desk_list_model_is_loading (DeskListModel *self)
{
  return !self->loaded;
}

/* Returns: how many rows @filter has over the whole. */
gint64
desk_list_model_get_count (DeskListModel *self, guint filter)
{
  g_return_val_if_fail (filter < DESK_MAX_FILTERS, 0);
  return self->counts[filter];
}

/* Returns: the id at @position, 0 beyond the end. */
gint64
desk_list_model_get_id (DeskListModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint32, position) : 0;
}

/* Returns: where @id stands, G_MAXUINT when it is not in the list. */
guint
desk_list_model_index_of (DeskListModel *self, gint64 id)
{
  const gint32 *ids = (const gint32 *) (gpointer) self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

/* Returns: how many items are held in memory. */
guint
desk_list_model_get_held (DeskListModel *self)
{
  return desk_row_cache_size (self->cache);
}

/* Returns: whether @changes may change what @list consists of. */
gboolean
desk_list_is_touched (DeskList list, DeskChangeSet *changes)
{
  const DeskKind kind = desk_list_spec (list)->kind;

  for (guint i = 0; i < desk_change_set_size (changes); i++)
    {
      const DeskChange *change = desk_change_set_get (changes, i);

      if (change->kind == kind || desk_kind_set_has (concerns[list], change->kind))
        return TRUE;
    }
  return FALSE;
}
