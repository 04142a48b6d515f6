/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-draft.h"

#include <string.h>

/* Makes: (transfer full). */
DeskDraft *
desk_draft_new (gint64 staff_id, const char *form, const char *request_key, const char *title, gint64 version,
                const char *words, gint64 at)
{
  DeskDraft *self = g_new0 (DeskDraft, 1);

  self->staff_id = staff_id;
  self->form = g_strdup (form);
  self->request_key = g_strdup (request_key);
  self->title = g_strdup (title);
  self->version = version;
  self->words = g_strdup (words);
  self->at = at;
  return self;
}

void
desk_draft_free (gpointer draft)
{
  DeskDraft *self = draft;

  if (self == NULL)
    return;
  g_free (self->form);
  g_free (self->request_key);
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * desk_draft_pack:
 * @fields: names of fields and what stands in them, texts
 *
 * Returns: (transfer full): the same as one text, in the order of the names, so that equal fields are equal texts
 */
char *
desk_draft_pack (GHashTable *fields)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;


  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < names->len; i++)
    g_variant_builder_add (&builder, "{ss}", names->pdata[i], g_hash_table_lookup (fields, names->pdata[i]));
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (variant, FALSE);
}

/* Returns: (transfer full): names and texts of what desk_draft_pack() gave; empty for anything else. */
GHashTable *
desk_draft_unpack (const char *words)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), words, NULL, NULL, NULL);
  GVariantIter iter;
  const char *name, *text;

  if (variant == NULL)
    return fields;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    g_hash_table_insert (fields, g_strdup (name), g_strdup (text));
  return fields;
}
