/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-view-private.h"

#include <stdlib.h>

#define KEY_COLUMNS "list-columns"
#define SAVE_DELAY_MS 400
#define MAX_WIDTH 2000

/* Returns: (transfer full) (nullable): the window's settings; NULL where the schema is not installed. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, DESK_APP_ID, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, KEY_COLUMNS))
    return NULL;
  return g_settings_new (DESK_APP_ID);
}

static DeskListColumn *
find_column (DeskListView *self, const char *nick)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (((DeskListColumn *) self->columns->pdata[i])->spec->nick, nick) == 0)
      return self->columns->pdata[i];
  return NULL;
}

static DeskListColumn *
column_at (DeskListView *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) shown
      = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table)), position);

  for (guint i = 0; i < self->columns->len; i++)
    if (((DeskListColumn *) self->columns->pdata[i])->column == shown)
      return self->columns->pdata[i];
  return NULL;
}

static void
restore_word (DeskListView *self, const char *word, guint *position)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 2);
  gboolean down;
  DeskListColumn *column;

  if (g_strv_length (parts) != 2)
    return;
  if (g_str_equal (parts[0], "sort"))
    {
      down = parts[1][0] == '-';
      column = find_column (self, parts[1] + (down ? 1 : 0));
      if (column == NULL || !column->spec->sortable)
        return;
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->table), column->column,
                                      down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      desk_list_model_set_sort (self->model, column->layout.column, down);
      return;
    }
  column = find_column (self, parts[0]);
  if (column == NULL)
    return;
  if (atoi (parts[1]) >= 24 && atoi (parts[1]) <= MAX_WIDTH)
    gtk_column_view_column_set_fixed_width (column->column, atoi (parts[1]));
  gtk_column_view_insert_column (GTK_COLUMN_VIEW (self->table), (*position)++, column->column);
}

/* Puts columns and sort as they were left; the first sortable column else. */
void
desk_list_view_restore (DeskListView *self)
{
  g_autoptr (GVariant) all = NULL;
  const char *words = NULL;
  guint position = 0, sort;
  gboolean down;

  self->restoring = TRUE;
  sort = desk_list_model_get_sort (self->model, &down);
  for (guint i = 0; i < self->columns->len; i++)
    if (((DeskListColumn *) self->columns->pdata[i])->layout.column == sort)
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->table), ((DeskListColumn *) self->columns->pdata[i])->column,
                                      down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->settings = open_settings ();
  if (self->settings != NULL)
    {
      all = g_settings_get_value (self->settings, KEY_COLUMNS);
      g_variant_lookup (all, desk_list_model_get_spec (self->model)->nick, "&s", &words);
    }
  if (words != NULL)
    {
      g_auto (GStrv) list = g_strsplit (words, " ", -1);

      for (guint i = 0; list[i] != NULL; i++)
        restore_word (self, list[i], &position);
    }
  self->restoring = FALSE;
}

/* Returns: (transfer floating): all lists' words with those of @nick replaced. */
static GVariant *
with_words (GVariant *all, const char *nick, const char *words)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, nick))
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", nick, words);
  return g_variant_builder_end (&builder);
}

/* Writes what changed since the last time. */
void
desk_list_view_save_now (DeskListView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GVariant) all = NULL;
  const DeskListSpec *spec;
  gboolean down;
  guint sort;

  if (self->save_id == 0 || self->settings == NULL || self->table == NULL)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DeskListColumn *column = column_at (self, i);

      if (column != NULL)
        g_string_append_printf (words, "%s:%d ", column->spec->nick,
                                gtk_column_view_column_get_fixed_width (column->column));
    }
  spec = desk_list_model_get_spec (self->model);
  sort = desk_list_model_get_sort (self->model, &down);
  g_string_append_printf (words, "sort:%s%s", down ? "-" : "", spec->columns[sort].nick);
  all = g_settings_get_value (self->settings, KEY_COLUMNS);
  g_settings_set_value (self->settings, KEY_COLUMNS, with_words (all, spec->nick, words->str));
}

static gboolean
save_later (gpointer data)
{
  desk_list_view_save_now (data);
  return G_SOURCE_REMOVE;
}

/* Called at every step of a drag; written once it rests. */
void
desk_list_view_remember (DeskListView *self)
{
  if (self->restoring || self->settings == NULL)
    return;
  if (self->save_id != 0)
    g_source_remove (self->save_id);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_later, self);
}

/* Orders by @column as if its head had been pressed. */
void
desk_list_view_set_sort (DeskListView *self, guint column, gboolean descending)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DeskListColumn *head = self->columns->pdata[i];

      if (head->layout.column == column && head->spec->sortable)
        gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->table), head->column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  desk_list_model_set_sort (self->model, column, descending);
}
