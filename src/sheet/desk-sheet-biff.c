/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-biff.h"

#include <string.h>

#define WIDE 0x01     /* two bytes a character */
#define FAR_EAST 0x04 /* phonetic guides follow the text */
#define RICH 0x08     /* runs of fonts follow the text */

/* Returns: the number of @n_bytes bytes at @p, lowest first. */
guint
desk_sheet_biff_number (const guint8 *p, guint n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint) p[i] << (8 * i);
  return value;
}

/* Moves on to the next record. FALSE at the end and where a record reaches beyond it. */
gboolean
desk_sheet_biff_next (DeskSheetBiff *self)
{
  if (self->next + 4 > self->size)
    return FALSE;
  self->type = desk_sheet_biff_number (self->data + self->next, 2);
  self->length = desk_sheet_biff_number (self->data + self->next + 2, 2);
  self->body = self->data + self->next + 4;
  if (self->next + 4 + self->length > self->size)
    return FALSE;
  self->next += 4 + self->length;
  return TRUE;
}

/* Returns: the double in the eight bytes at @p. */
double
desk_sheet_biff_double (const guint8 *p)
{
  guint64 bits = (guint64) desk_sheet_biff_number (p, 4) | (guint64) desk_sheet_biff_number (p + 4, 4) << 32;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* Returns: the number in the four bytes at @p: an integer or the upper half of a double, perhaps a hundredfold. */
double
desk_sheet_biff_rk (const guint8 *p)
{
  guint32 bits = desk_sheet_biff_number (p, 4);
  guint64 upper = (guint64) (bits & ~3u) << 32;
  double value;

  if ((bits & 2) != 0)
    value = (double) ((gint32) bits >> 2);
  else
    memcpy (&value, &upper, sizeof value);
  return (bits & 1) != 0 ? value / 100.0 : value;
}

static void
append_character (GString *out, gunichar c)
{
  if (c != 0)
    g_string_append_unichar (out, g_unichar_validate (c) ? c : 0xfffd);
}

/* Adds @n characters of one byte or two; a pair for one character beyond U+FFFF stays together in @pending. */
static void
append_characters (GString *out, const guint8 *p, guint n, gboolean wide, gunichar *pending)
{
  for (guint i = 0; i < n; i++)
    {
      gunichar c = wide ? desk_sheet_biff_number (p + i * 2, 2) : p[i];

      if (*pending != 0 && c >= 0xdc00 && c < 0xe000)
        c = 0x10000 + ((*pending - 0xd800) << 10) + (c - 0xdc00);
      else if (*pending != 0)
        append_character (out, 0xfffd);
      *pending = c >= 0xd800 && c < 0xdc00 ? c : 0;
      if (*pending == 0)
        append_character (out, c);
    }
}

/**
 * desk_sheet_biff_text:
 * @self: at a record
 * @offset: where in it the text begins
 * @n_length_bytes: bytes of its length: 1 or 2
 *
 * Returns: (transfer full): the text, cut where the record ends; UTF-8
 */
char *
desk_sheet_biff_text (const DeskSheetBiff *self, guint offset, guint n_length_bytes)
{
  GString *out = g_string_new (NULL);
  gunichar pending = 0;
  guint n, flags = 0;

  if (offset + n_length_bytes + (self->narrow ? 0 : 1) > self->length)
    return g_string_free (out, FALSE);
  n = desk_sheet_biff_number (self->body + offset, n_length_bytes);
  offset += n_length_bytes;
  if (self->narrow)
    {
      g_autofree char *text = g_convert ((const char *) self->body + offset, MIN (n, self->length - offset), "UTF-8",
                                         self->charset, NULL, NULL, NULL);

      g_string_append (out, text != NULL ? text : "\xef\xbf\xbd");
      return g_string_free (out, FALSE);
    }
  flags = self->body[offset++];
  /* Runs and guides are told before the text. */
  offset += ((flags & RICH) != 0 ? 2 : 0) + ((flags & FAR_EAST) != 0 ? 4 : 0);
  if (offset > self->length)
    return g_string_free (out, FALSE);
  n = MIN (n, (self->length - offset) / ((flags & WIDE) != 0 ? 2 : 1));
  append_characters (out, self->body + offset, n, (flags & WIDE) != 0, &pending);
  return g_string_free (out, FALSE);
}

/* A place in the table of strings, which goes on in the records that continue it. */
typedef struct
{
  DeskSheetBiff *record;
  guint at;
} Place;

static gboolean
next_piece (Place *place)
{
  DeskSheetBiff ahead = *place->record;

  if (!desk_sheet_biff_next (&ahead) || ahead.type != DESK_BIFF_CONTINUE)
    return FALSE;
  *place->record = ahead;
  place->at = 0;
  return TRUE;
}

/* Takes a number that does not lie across pieces, unless they are cut there. */
static gboolean
take_number (Place *place, guint n_bytes, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n_bytes; i++)
    {
      if (place->at >= place->record->length && !next_piece (place))
        return FALSE;
      if (place->at >= place->record->length)
        return FALSE;
      *value |= (guint) place->record->body[place->at++] << (8 * i);
    }
  return TRUE;
}

static gboolean
skip (Place *place, guint64 n_bytes)
{
  while (n_bytes > place->record->length - place->at)
    {
      n_bytes -= place->record->length - place->at;
      place->at = place->record->length;
      if (!next_piece (place))
        return FALSE;
    }
  place->at += (guint) n_bytes;
  return TRUE;
}

/* Takes @n characters; where they go on in the next piece it says anew how wide they are. */
static gboolean
take_characters (Place *place, guint n, guint flags, GString *out)
{
  gunichar pending = 0;

  while (n > 0)
    {
      guint width = (flags & WIDE) != 0 ? 2 : 1;
      guint here = MIN (n, (place->record->length - place->at) / width);

      append_characters (out, place->record->body + place->at, here, width == 2, &pending);
      place->at += here * width;
      n -= here;
      if (n > 0 && (!next_piece (place) || place->record->length == 0))
        return FALSE;
      if (n > 0)
        flags = place->record->body[place->at++];
    }
  return TRUE;
}

/**
 * desk_sheet_biff_strings:
 * @self: at the record of the table of strings; moved on to the last that continues it
 * @strings: (inout): gets them
 *
 * Returns: whether each is whole
 */
gboolean
desk_sheet_biff_strings (DeskSheetBiff *self, DeskSheetStrings *strings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Place place = { self, 4 };
  guint n_strings, length, flags, n_runs, n_guides;

  if (self->length < 8 || !take_number (&place, 4, &n_strings))
    return FALSE;
  for (guint i = 0; i < n_strings; i++)
    {
      n_runs = n_guides = 0;
      g_string_truncate (text, 0);
      if (!take_number (&place, 2, &length) || !take_number (&place, 1, &flags)
          || ((flags & RICH) != 0 && !take_number (&place, 2, &n_runs))
          || ((flags & FAR_EAST) != 0 && !take_number (&place, 4, &n_guides))
          || !take_characters (&place, length, flags, text) || !skip (&place, (guint64) n_runs * 4 + n_guides))
        return FALSE;
      desk_sheet_strings_add (strings, text->str, text->len);
    }
  return TRUE;
}
