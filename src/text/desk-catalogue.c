/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-catalogue.h"

#include <string.h>

/* GNU gettext manual, "The Format of GNU MO Files": magic, revision, number of strings, offset of the table of
 * originals, offset of the table of translations; a table entry is length and offset, the string ends with NUL. */
#define MAGIC 0x950412deU
#define MAGIC_SWAPPED 0xde120495U
#define HEADER_BYTES 28
#define ENTRY_BYTES 8

struct _DeskCatalogue
{
  GMappedFile *file;
  GHashTable *strings; /* original → Translation */
  struct Translation
  {
    const char *words; /* inside the file; the forms of a plural follow each other */
    gsize length;      /* of all forms */
  } *translations;
  gboolean one_form;
};

typedef struct
{
  const char *bytes;
  gsize length;
  gboolean swapped;
} Reader;

static guint32
word_at (const Reader *reader, gsize offset)
{
  guint32 word;

  memcpy (&word, reader->bytes + offset, sizeof word);
  return reader->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The string of one table entry, or NULL where it does not lie whole inside the file. */
static const char *
string_at (const Reader *reader, gsize entry, gsize *length)
{
  gsize offset;

  if (entry > reader->length - ENTRY_BYTES)
    return NULL;
  *length = word_at (reader, entry);
  offset = word_at (reader, entry + 4);
  if (offset >= reader->length || *length >= reader->length - offset || reader->bytes[offset + *length] != '\0')
    return NULL;
  for (const char *form = reader->bytes + offset; form <= reader->bytes + offset + *length; form += strlen (form) + 1)
    if (!g_utf8_validate (form, -1, NULL))
      return NULL;
  return reader->bytes + offset;
}

static gboolean
read_strings (DeskCatalogue *self, const Reader *reader)
{
  gsize n, originals, translations, length;

  if (reader->length < HEADER_BYTES || word_at (reader, 4) >> 16 > 1)
    return FALSE;
  n = word_at (reader, 8);
  originals = word_at (reader, 12);
  translations = word_at (reader, 16);
  if (n > reader->length / ENTRY_BYTES)
    return FALSE;
  self->translations = g_new0 (struct Translation, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const char *key = string_at (reader, originals + i * ENTRY_BYTES, &length);
      struct Translation *value = &self->translations[i];

      value->words = string_at (reader, translations + i * ENTRY_BYTES, &value->length);
      if (key == NULL || value->words == NULL)
        return FALSE;
      g_hash_table_insert (self->strings, (gpointer) key, value);
    }
  return TRUE;
}

/**
 * desk_catalogue_open:
 * @path: a .mo file
 * @error: G_FILE_ERROR when it cannot be read, G_FILE_ERROR_INVAL when it is not a catalogue
 *
 * Returns: (transfer full): the catalogue
 */
DeskCatalogue *
desk_catalogue_open (const char *path, GError **error)
{
  GMappedFile *file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (DeskCatalogue) self = NULL;
  const char *header;
  Reader reader = { NULL, 0, FALSE };

  if (file == NULL)
    return NULL;
  self = g_new0 (DeskCatalogue, 1);
  self->file = file;
  self->strings = g_hash_table_new (g_str_hash, g_str_equal);
  reader.bytes = g_mapped_file_get_contents (file);
  reader.length = g_mapped_file_get_length (file);
  if (reader.length >= HEADER_BYTES)
    reader.swapped = word_at (&reader, 0) == MAGIC_SWAPPED;
  if (reader.length < HEADER_BYTES || word_at (&reader, 0) != MAGIC || !read_strings (self, &reader))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s is not a catalogue of texts", path);
      return NULL;
    }
  header = desk_catalogue_find (self, "");
  self->one_form = header != NULL && strstr (header, "nplurals=1;") != NULL;
  return g_steal_pointer (&self);
}

void
desk_catalogue_free (DeskCatalogue *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->strings);
  g_free (self->translations);
  g_mapped_file_unref (self->file);
  g_free (self);
}

/* Returns: (nullable): the translation of @key (context, U+0004, original, where it has a context). */
const char *
desk_catalogue_find (const DeskCatalogue *self, const char *key)
{
  return desk_catalogue_find_n (self, key, 1);
}

/* Returns: (nullable): the form of @key for @n. Languages have one form, or one for 1 and one for the rest. */
const char *
desk_catalogue_find_n (const DeskCatalogue *self, const char *key, gint64 n)
{
  const struct Translation *found = self ? g_hash_table_lookup (self->strings, key) : NULL;
  gsize first;

  if (found == NULL || found->length == 0)
    return NULL;
  first = strlen (found->words);
  return self->one_form || n == 1 || first == found->length ? found->words : found->words + first + 1;
}

/* Returns: the number of texts, the heading among them. */
guint
desk_catalogue_size (const DeskCatalogue *self)
{
  return g_hash_table_size (self->strings);
}
