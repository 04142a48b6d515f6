/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-ole.h"

#include <string.h>

#define HEADER 512
#define ENTRY 128          /* bytes of a directory entry */
#define SMALL_SHIFT 6      /* small streams lie in pieces of 64 bytes */
#define IN_HEADER 109      /* table sectors the header itself lists */
#define LAST_SECTOR 0xfffffffau

/* A compound document: sectors chained by a table, a directory of streams. */
typedef struct
{
  DeskSheetSource *source;
  guint shift;    /* a sector has 1 << shift bytes */
  guint n_sectors;
  guint32 cutoff; /* smaller streams are small ones */
  GArray *table;  /* guint32: the sector after each */
  GArray *small;  /* the same of the pieces of small streams */
  GByteArray *directory;
  GByteArray *pieces; /* what small streams lie in */
} Ole;

static guint32
number_at (const guint8 *p, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint32) p[i] << (8 * i);
  return value;
}

static gboolean
read_sector (Ole *ole, guint32 sector, guint8 *buffer)
{
  gssize size = (gssize) 1 << ole->shift;
  gssize n;

  if (sector >= ole->n_sectors)
    return FALSE;
  n = desk_sheet_source_read (ole->source, ((goffset) sector + 1) << ole->shift, buffer, (gsize) size, NULL);
  /* The last sector may be cut to what it holds. */
  if (n > 0 && n < size)
    memset (buffer + n, 0, (gsize) (size - n));
  return n > 0;
}

static void
add_numbers (GArray *array, const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i + 4 <= n_bytes; i += 4)
    {
      guint32 value = number_at (bytes + i, 4);

      g_array_append_val (array, value);
    }
}

/* Reads the chain that begins at @sector; @most bytes are wanted. A chain that is longer than the file goes round. */
static GByteArray *
read_chain (Ole *ole, guint32 sector, gsize most)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc ((gsize) 1 << ole->shift);
  guint n = 0;

  for (; sector < LAST_SECTOR && out->len < most; sector = g_array_index (ole->table, guint32, sector))
    {
      if (n++ > ole->n_sectors || sector >= ole->table->len || !read_sector (ole, sector, buffer))
        return NULL;
      g_byte_array_append (out, buffer, 1u << ole->shift);
    }
  if (most != G_MAXSIZE && out->len < most)
    return NULL;
  if (out->len > most)
    g_byte_array_set_size (out, (guint) most);
  return g_steal_pointer (&out);
}

static GByteArray *
read_small (Ole *ole, guint32 piece, gsize size)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  for (guint n = 0; out->len < size; n++)
    {
      gsize offset = (gsize) piece << SMALL_SHIFT;

      if (n > ole->small->len || piece >= ole->small->len || offset + (1 << SMALL_SHIFT) > ole->pieces->len)
        return NULL;
      g_byte_array_append (out, ole->pieces->data + offset, 1 << SMALL_SHIFT);
      piece = g_array_index (ole->small, guint32, piece);
    }
  g_byte_array_set_size (out, (guint) size);
  return g_steal_pointer (&out);
}

/* The table lies in sectors that the header, and after it a chain of sectors, lists. */
static gboolean
read_table (Ole *ole, const guint8 *header)
{
  gsize size = (gsize) 1 << ole->shift;
  g_autofree guint8 *buffer = g_malloc (size);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 next = number_at (header + 0x44, 4);
  guint n_listed = number_at (header + 0x2c, 4);

  if (n_listed > ole->n_sectors)
    return FALSE;
  add_numbers (listed, header + 0x4c, IN_HEADER * 4);
  for (guint n = 0; next < LAST_SECTOR; n++)
    {
      if (n > ole->n_sectors || !read_sector (ole, next, buffer))
        return FALSE;
      add_numbers (listed, buffer, size - 4);
      next = number_at (buffer + size - 4, 4);
    }
  if (listed->len < n_listed)
    return FALSE;
  for (guint i = 0; i < n_listed; i++)
    {
      if (!read_sector (ole, g_array_index (listed, guint32, i), buffer))
        return FALSE;
      add_numbers (ole->table, buffer, size);
    }
  return TRUE;
}

/* Finds the directory entry @name. Returns: (nullable): its 128 bytes. */
static const guint8 *
find_entry (Ole *ole, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i + ENTRY <= ole->directory->len; i += ENTRY)
    {
      const guint8 *entry = ole->directory->data + i;
      gsize k = 0;

      if (number_at (entry + 64, 2) != (length + 1) * 2 || entry[66] == 0)
        continue;
      while (k < length && entry[k * 2] == (guint8) name[k] && entry[k * 2 + 1] == 0)
        k++;
      if (k == length)
        return entry;
    }
  return NULL;
}

static gboolean
read_directory (Ole *ole)
{
  guint8 header[HEADER];
  g_autoptr (GByteArray) small = NULL;
  const guint8 *root;

  if (desk_sheet_source_read (ole->source, 0, header, sizeof header, NULL) != sizeof header)
    return FALSE;
  ole->shift = number_at (header + 0x1e, 2);
  if ((ole->shift != 9 && ole->shift != 12) || number_at (header + 0x20, 2) != SMALL_SHIFT)
    return FALSE;
  ole->n_sectors = (guint) ((ole->source->size - 1) >> ole->shift);
  ole->cutoff = number_at (header + 0x38, 4);
  if (!read_table (ole, header))
    return FALSE;
  ole->directory = read_chain (ole, number_at (header + 0x30, 4), G_MAXSIZE);
  if (ole->directory == NULL || ole->directory->len < ENTRY)
    return FALSE;
  small = read_chain (ole, number_at (header + 0x3c, 4), G_MAXSIZE);
  if (small == NULL)
    return FALSE;
  add_numbers (ole->small, small->data, small->len);
  root = ole->directory->data;
  ole->pieces = read_chain (ole, number_at (root + 116, 4), G_MAXSIZE);
  return ole->pieces != NULL;
}

/* The streams other programs' documents have, and workbooks with a password. */
static gboolean
fail_by_streams (Ole *ole, GError **error)
{
  static const struct
  {
    const char *stream;
    DeskProblemCode problem;
    const char *format;
  } others[] = {
    { "EncryptedPackage", DESK_PROBLEM_SHEET_ENCRYPTED, NULL },
    { "WordDocument", DESK_PROBLEM_SHEET_OTHER_FORMAT, "DOC" },
    { "PowerPoint Document", DESK_PROBLEM_SHEET_OTHER_FORMAT, "PPT" },
  };

  for (guint i = 0; ole->directory != NULL && i < G_N_ELEMENTS (others); i++)
    if (find_entry (ole, others[i].stream) != NULL)
      {
        desk_sheet_fail (error, DESK_ERROR_INVALID, others[i].problem, ole->source, others[i].format);
        return FALSE;
      }
  desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, ole->source, NULL);
  return FALSE;
}

/**
 * desk_sheet_ole_workbook:
 * @source: a file that begins as a compound document
 * @error: INVALID sheet-encrypted, sheet-other-format; DAMAGED sheet-damaged
 *
 * Compound documents are old workbooks, but also new ones with a password, and old documents of other programs. No
 * chain is followed beyond the file, nor round and round.
 *
 * Returns: (transfer full) (nullable): the workbook's stream
 */
GByteArray *
desk_sheet_ole_workbook (DeskSheetSource *source, GError **error)
{
  Ole ole = { .source = source };
  GByteArray *stream = NULL;
  const guint8 *entry = NULL;

  ole.table = g_array_new (FALSE, FALSE, sizeof (guint32));
  ole.small = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (read_directory (&ole))
    {
      entry = find_entry (&ole, "Workbook");
      entry = entry != NULL ? entry : find_entry (&ole, "Book");
    }
  if (entry != NULL)
    {
      guint32 begin = number_at (entry + 116, 4), size = number_at (entry + 120, 4);

      stream = size < ole.cutoff ? read_small (&ole, begin, size) : read_chain (&ole, begin, size);
    }
  if (stream == NULL)
    fail_by_streams (&ole, error);
  g_array_unref (ole.table);
  g_array_unref (ole.small);
  g_clear_pointer (&ole.directory, g_byte_array_unref);
  g_clear_pointer (&ole.pieces, g_byte_array_unref);
  return stream;
}
