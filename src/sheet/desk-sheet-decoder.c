/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "desk-sheet-encoding.h"

struct _DeskSheetDecoder
{
  GIConv conv;      /* (GIConv) -1 for UTF-8, which is only checked */
  GByteArray *rest; /* bytes of a character not yet whole */
};

/* The encodings a person may choose, by the names shown; what iconv calls them; other names they go by. */
static const struct
{
  const char *name;
  const char *iconv;
  const char *others;
} encodings[] = {
  { "UTF-8", "UTF-8", "utf8 utf_8 65001" },
  { "GB18030", "GB18030", "gbk gb2312 cp936 936 gb-18030 windows-936 gb18030-2000 gb18030-2005" },
  { "Big5", "BIG5", "big-5 cp950 950 windows-950 big5-eten" },
  { "UTF-16LE", "UTF-16LE", "utf-16 utf16 utf16le unicode 1200" },
  { "UTF-16BE", "UTF-16BE", "utf16be 1201" },
  { "Windows-1252", "WINDOWS-1252", "cp1252 1252 latin1 iso-8859-1 ansi" },
};

/* Returns: (transfer none): the names to offer, NULL-terminated. */
const char *const *
desk_sheet_encodings (void)
{
  static const char *names[G_N_ELEMENTS (encodings) + 1];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
        names[i] = encodings[i].name;
      g_once_init_leave (&done, 1);
    }
  return names;
}

/* Returns: (transfer none) (nullable): our name for the encoding that @name means: "gbk" is GB18030. */
const char *
desk_sheet_encoding_canonical (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_auto (GStrv) others = g_strsplit (encodings[i].others, " ", -1);

      if (g_ascii_strcasecmp (encodings[i].name, name) == 0)
        return encodings[i].name;
      for (guint k = 0; others[k] != NULL; k++)
        if (g_ascii_strcasecmp (others[k], name) == 0)
          return encodings[i].name;
    }
  return NULL;
}

/* Returns: (transfer full): a decoder of @encoding, a name as desk_sheet_encoding_canonical() gives it. */
DeskSheetDecoder *
desk_sheet_decoder_new (const char *encoding)
{
  DeskSheetDecoder *self = g_new0 (DeskSheetDecoder, 1);

  self->rest = g_byte_array_new ();
  self->conv = (GIConv) -1;
  for (gsize i = 1; i < G_N_ELEMENTS (encodings); i++)
    if (strcmp (encodings[i].name, encoding) == 0)
      {
        self->conv = g_iconv_open ("UTF-8", encodings[i].iconv);
        if (self->conv == (GIConv) -1)
          g_error ("this system's iconv lacks %s", encodings[i].iconv);
      }
  return self;
}

void
desk_sheet_decoder_free (DeskSheetDecoder *self)
{
  if (self->conv != (GIConv) -1)
    g_iconv_close (self->conv);
  g_byte_array_unref (self->rest);
  g_free (self);
}

/* The end of the part of @p that is UTF-8. Eight plain letters at once and Chinese characters are told quickly, what
 * else there is by GLib: a file is checked twice, once to know its encoding and once while it is read. */
static const char *
utf8_end (const char *p, const char *end)
{
  while (p < end)
    {
      guint64 eight;

      if (end - p >= 8 && (memcpy (&eight, p, 8), (eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0))
        p += 8;
      else if ((guint8) *p < 0x80)
        p++;
      else if (end - p >= 3 && (guint8) *p >= 0xe1 && (guint8) *p <= 0xec && (p[1] & 0xc0) == 0x80
               && (p[2] & 0xc0) == 0x80)
        p += 3;
      else if (g_utf8_get_char_validated (p, end - p) < 0x110000)
        p = g_utf8_next_char (p);
      else
        break;
    }
  return p;
}

/* Checks UTF-8; how many bytes at the end belong to a character not yet whole goes into @n_rest. (A zero byte is text
 * here; where it is refused is for the caller to say.) */
static gboolean
take_utf8 (const char *bytes, gsize length, GByteArray *out, gsize *n_rest)
{
  const char *end;

  if (length == 0)
    return TRUE;
  end = utf8_end (bytes, bytes + length);
  g_byte_array_append (out, (const guint8 *) bytes, (guint) (end - bytes));
  *n_rest = length - (gsize) (end - bytes);
  if (*n_rest == 0)
    return TRUE;
  return *n_rest < 4 && g_utf8_get_char_validated (end, (gssize) *n_rest) == (gunichar) -2;
}

static gboolean
take_other (GIConv conv, const char *bytes, gsize length, GByteArray *out, gsize *n_rest)
{
  char *in = (char *) bytes;
  gsize n_in = length;

  while (n_in > 0)
    {
      guint begin = out->len;
      gsize room = n_in * 2 + 64;
      gsize n_out = room;
      char *to;
      gsize result;
      int code;

      g_byte_array_set_size (out, begin + (guint) room);
      to = (char *) out->data + begin;
      errno = 0;
      result = g_iconv (conv, &in, &n_in, &to, &n_out);
      code = errno;
      g_byte_array_set_size (out, begin + (guint) (room - n_out));
      if (result != (gsize) -1 || code == EINVAL)
        break;
      if (code != E2BIG)
        return FALSE;
    }
  *n_rest = n_in;
  return TRUE;
}

/**
 * desk_sheet_decoder_feed:
 * @self: a decoder
 * @bytes: (array length=length): the next chunk
 * @last: whether no more will come; @length may be 0 then
 * @out: (inout): the text is appended
 *
 * Returns: whether all of it was text in that encoding; what came before the fault is in @out
 */
gboolean
desk_sheet_decoder_feed (DeskSheetDecoder *self, const guint8 *bytes, gsize length, gboolean last, GByteArray *out)
{
  const char *in = (const char *) bytes;
  gsize n_rest = 0;
  gboolean fine;

  if (self->rest->len > 0)
    {
      g_byte_array_append (self->rest, bytes, (guint) length);
      in = (const char *) self->rest->data;
      length = self->rest->len;
    }
  fine = self->conv == (GIConv) -1 ? take_utf8 (in, length, out, &n_rest)
                                   : take_other (self->conv, in, length, out, &n_rest);
  if (!fine)
    return FALSE;
  if (in == (const char *) self->rest->data)
    g_byte_array_remove_range (self->rest, 0, (guint) (length - n_rest));
  else if (n_rest > 0)
    g_byte_array_append (self->rest, (const guint8 *) in + length - n_rest, (guint) n_rest);
  return !last || n_rest == 0;
}
