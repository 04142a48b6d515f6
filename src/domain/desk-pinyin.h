/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised whenever the tables of readings, surnames or simplified forms change, or the keys made from them:
 * a store that was written with another number makes its search keys anew. */
#define DESK_PINYIN_VERSION 1

gboolean desk_hanzi_is (gunichar c);
gunichar desk_hanzi_simple (gunichar c);
char *desk_hanzi_simplify (const char *text);
const char *desk_pinyin_of (gunichar c);
gboolean desk_pinyin_is_syllable (const char *text, gsize length);
GPtrArray *desk_pinyin_split (const char *text, guint n_syllables);

G_END_DECLS
