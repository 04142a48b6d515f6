/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-media.h"

#include <string.h>

#include "desk-string.h"

/* What a kind's files begin with. */
typedef enum
{
  MARK_BYTES,     /* these bytes at this offset */
  MARK_BYTES_END, /* the same, and the name's ending decides: containers hold many things */
  MARK_TEXT,      /* letters all through, and the ending */
} Mark;

static const struct
{
  DeskMedia media;
  Mark mark;
  gsize offset;
  const char *bytes;
  gsize n_bytes;
} table[] = {
#define B(text) text, sizeof (text) - 1
  { { "image/jpeg", "jpg", "jpeg" }, MARK_BYTES, 0, B ("\xFF\xD8\xFF") },
  { { "image/png", "png", "png" }, MARK_BYTES, 0, B ("\x89PNG\r\n\x1A\n") },
  { { "image/gif", "gif", "gif" }, MARK_BYTES, 0, B ("GIF8") },
  { { "image/bmp", "bmp", "bmp" }, MARK_BYTES_END, 0, B ("BM") },
  { { "image/webp", "webp", NULL }, MARK_BYTES, 8, B ("WEBP") },
  { { "image/heic", "heic", NULL }, MARK_BYTES, 4, B ("ftypheic") },
  { { "image/heic", "heic", NULL }, MARK_BYTES, 4, B ("ftypmif1") },
  { { "application/pdf", "pdf", NULL }, MARK_BYTES, 0, B ("%PDF-") },
  { { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/vnd.oasis.opendocument.text", "odt", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/vnd.oasis.opendocument.spreadsheet", "ods", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/zip", "zip", NULL }, MARK_BYTES_END, 0, B ("PK\x03\x04") },
  { { "application/msword", "doc", NULL }, MARK_BYTES_END, 0, B ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") },
  { { "application/vnd.ms-excel", "xls", NULL }, MARK_BYTES_END, 0, B ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") },
  { { "audio/mp4", "m4a", NULL }, MARK_BYTES_END, 4, B ("ftyp") },
  { { "video/quicktime", "mov", NULL }, MARK_BYTES_END, 4, B ("ftyp") },
  { { "video/mp4", "mp4", NULL }, MARK_BYTES, 4, B ("ftyp") },
  { { "audio/mpeg", "mp3", NULL }, MARK_BYTES, 0, B ("ID3") },
  { { "audio/mpeg", "mp3", NULL }, MARK_BYTES_END, 0, B ("\xFF\xFB") },
  { { "audio/amr", "amr", NULL }, MARK_BYTES, 0, B ("#!AMR") },
  { { "audio/x-wav", "wav", NULL }, MARK_BYTES, 8, B ("WAVE") },
  { { "text/plain", "txt", NULL }, MARK_TEXT, 0, B ("") },
  { { "text/csv", "csv", NULL }, MARK_TEXT, 0, B ("") },
#undef B
};

/* The ending of @name, lower case, with "jpeg" as "jpg"; "" where it has none. */
static char *
suffix_of (const char *name)
{
  const char *point = name != NULL ? strrchr (name, '.') : NULL;
  char *suffix = point != NULL && strchr (point, '/') == NULL ? g_ascii_strdown (point + 1, -1) : g_strdup ("");

  if (strcmp (suffix, "jpeg") != 0 && strcmp (suffix, "jpe") != 0)
    return suffix;
  g_free (suffix);
  return g_strdup ("jpg");
}

static gboolean
is_suffix (const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (suffix, table[i].media.suffix) == 0)
      return TRUE;
  return FALSE;
}

/* Letters and lines without a byte that no text has; in UTF-8 or one of the Chinese encodings. */
static gboolean
is_text (const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r')
      return FALSE;
  return TRUE;
}

static gboolean
begins (guint row, const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= table[row].offset + table[row].n_bytes
         && memcmp (bytes + table[row].offset, table[row].bytes, table[row].n_bytes) == 0;
}

/* Returns: (transfer none) (nullable): what kind of file this is; NULL where its like is not kept. @name: (nullable). */
const DeskMedia *
desk_media_find (const guint8 *bytes, gsize n_bytes, const char *name)
{
  g_autofree char *suffix = suffix_of (name);

  for (guint i = 0; i < G_N_ELEMENTS (table) && n_bytes > 0; i++)
    {
      gboolean named = strcmp (suffix, table[i].media.suffix) == 0;

      if (table[i].mark == MARK_TEXT ? named && is_text (bytes, n_bytes)
                                     : begins (i, bytes, n_bytes) && (named || table[i].mark == MARK_BYTES))
        return &table[i].media;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the kind that is stored as @mime. */
const DeskMedia *
desk_media_of_mime (const char *mime)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].media.mime, mime) == 0)
      return &table[i].media;
  return NULL;
}

static gboolean
is_plain (gunichar c)
{
  return g_unichar_isprint (c) && c != '/' && c != '\\' && c != ':' && c != '*' && c != '?' && c != '"' && c != '<'
         && c != '>' && c != '|' && g_unichar_type (c) != G_UNICODE_FORMAT;
}

/* The last part of a path, of whatever system, with what a file system or a reader could stumble over taken out. */
static GString *
stem_of (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  const char *begin = valid;
  GString *stem = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '/' || *p == '\\')
      begin = p + 1;
  for (const char *p = begin; *p != '\0'; p = g_utf8_next_char (p))
    if (is_plain (g_utf8_get_char (p)))
      g_string_append_unichar (stem, g_utf8_get_char (p));
  while (stem->len > 0 && (stem->str[0] == '.' || stem->str[0] == ' ' || stem->str[0] == '-'))
    g_string_erase (stem, 0, 1);
  return stem;
}

/**
 * desk_media_name:
 * @name: (nullable): as it came: a path, a name of another system, nothing
 * @media: what the file is
 *
 * Returns: (transfer full): a name without folders, dots in front or hidden characters, that ends as its kind does; ""
 * where nothing is left of it: who shows it has words for that
 */
char *
desk_media_name (const char *name, const DeskMedia *media)
{
  g_autoptr (GString) stem = stem_of (name);
  g_autofree char *suffix = suffix_of (stem->str);
  g_autofree char *cut = NULL;

  if (strcmp (suffix, media->suffix) == 0)
    g_string_truncate (stem, (gsize) (strrchr (stem->str, '.') - stem->str));
  else if (media->decoder != NULL && is_suffix (suffix))
    /* A picture is kept as another kind than it came: 门口.png is 门口.jpg now. */
    g_string_truncate (stem, (gsize) (strrchr (stem->str, '.') - stem->str));
  cut = g_utf8_substring (stem->str, 0, MIN (g_utf8_strlen (stem->str, -1), DESK_FILE_NAME_LENGTH - 8));
  g_strchomp (cut);
  if (*cut == '\0')
    return g_strdup ("");
  return g_strconcat (cut, ".", media->suffix, NULL);
}
