/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scroll-view.h"

#include "desk-list-view.h"

static const struct
{
  const char *title;
  int width;
  gboolean right;
} columns[BENCH_TABLE_COLUMNS] = {
  { "房号", 110, FALSE }, { "业主", 180, FALSE },   { "留意", 90, FALSE },  { "状态", 90, FALSE },
  { "类别", 90, FALSE },  { "建筑面积", 110, TRUE }, { "住户", 80, TRUE }, { "交付", 110, FALSE },
};

/* The bare model: one object an id, made when asked for */

#define BARE_TYPE_ITEM (bare_item_get_type ())
G_DECLARE_FINAL_TYPE (BareItem, bare_item, BARE, ITEM, GObject)

struct _BareItem
{
  GObject parent_instance;
  gint32 id;
};

G_DEFINE_FINAL_TYPE (BareItem, bare_item, G_TYPE_OBJECT)

static void
bare_item_class_init (BareItemClass *klass)
{
}

static void
bare_item_init (BareItem *self)
{
}

#define BARE_TYPE_MODEL (bare_model_get_type ())
G_DECLARE_FINAL_TYPE (BareModel, bare_model, BARE, MODEL, GObject)

struct _BareModel
{
  GObject parent_instance;
  GArray *ids;
};

static void bare_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BareModel, bare_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bare_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return BARE_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return BARE_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BareModel *self = BARE_MODEL (model);
  BareItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = g_object_new (BARE_TYPE_ITEM, NULL);
  item->id = g_array_index (self->ids, gint32, position);
  return item;
}

static void
bare_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
bare_model_finalize (GObject *object)
{
  g_array_unref (BARE_MODEL (object)->ids);
  G_OBJECT_CLASS (bare_model_parent_class)->finalize (object);
}

static void
bare_model_class_init (BareModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bare_model_finalize;
}

static void
bare_model_init (BareModel *self)
{
}

static void
bare_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *words = gtk_inscription_new (NULL);

  if (columns[GPOINTER_TO_UINT (column)].right)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (words), 1);
  gtk_list_item_set_child (item, words);
}

static void
bare_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  static const char *const names[] = { "张淑芬", "欧阳建国", "李明", "王雅琴", "尉迟恭" };
  gint32 id = BARE_ITEM (gtk_list_item_get_item (item))->id;
  char words[64];

  switch (GPOINTER_TO_UINT (column))
    {
    case 0:
      g_snprintf (words, sizeof words, "%d-%d-%d%02d", id / 10000 + 1, id / 2000 % 5 + 1, id / 40 % 50 + 1, id % 40);
      break;
    case 1:
      g_strlcpy (words, names[id % 5], sizeof words);
      break;
    case 2:
      g_strlcpy (words, id % 11 == 0 ? "老" : "", sizeof words);
      break;
    case 3:
    case 4:
      g_strlcpy (words, id % 2 == 0 ? "入住" : "住宅", sizeof words);
      break;
    case 5:
      g_snprintf (words, sizeof words, "%d.%02d", 60 + id % 90, id % 100);
      break;
    case 6:
      g_snprintf (words, sizeof words, "%d", id % 6);
      break;
    default:
      g_snprintf (words, sizeof words, "2020-01-%02d", id % 28 + 1);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), words);
}

GtkWidget *
scroll_view_bare_new (GArray *ids, GtkWidget **scrolled)
{
  BareModel *model = g_object_new (BARE_TYPE_MODEL, NULL);
  GtkWidget *table;

  model->ids = g_array_ref (ids);
  table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (model))));
  gtk_widget_add_css_class (table, "desk-table");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (bare_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bare_bind), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (columns[i].title, factory);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
      g_object_unref (column);
    }
  *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (*scrolled), table);
  return *scrolled;
}

GtkWidget *
scroll_view_ours_new (BenchTable *table)
{
  g_autoptr (DeskListModel) model = desk_list_model_new (DESK_LIST_SOURCE (table), DESK_LIST_UNITS);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", zone);
  DeskListLayout layout[BENCH_TABLE_COLUMNS];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    layout[i] = (DeskListLayout){ .column = i, .width = columns[i].width, .right = columns[i].right };
  return desk_list_view_new (model, text, layout, G_N_ELEMENTS (layout));
}
