/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name cut into what is read as one: a Chinese character, or a run of other letters and digits. */
typedef struct
{
  char *text;     /* small letters, simplified character */
  gunichar hanzi; /* the character as written, 0 for a run */
} DeskNameToken;

typedef struct
{
  GArray *tokens;     /* DeskNameToken */
  GPtrArray *ways;    /* each a const char ** of one syllable a token: the name read aloud one way */
  guint surnames[2];  /* characters of the surname: of one, and of the compound one; 0 none */
  gboolean has_hanzi;
  GStringChunk *chunk; /* what the ways point into */
} DeskNameReading;

DeskNameReading *desk_name_reading_new (const char *name, const char *pinyin, guint max_tokens);
void desk_name_reading_free (DeskNameReading *reading);
char *desk_name_reading_latin (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskNameReading, desk_name_reading_free)

G_END_DECLS
