/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Data made by tools/make-pinyin-table.c; the packing is described there. Only desk-pinyin.c reads it. */
#define DESK_PINYIN_TABLE_FIRST 0x3400
#define DESK_PINYIN_TABLE_LAST 0x9fff
#define DESK_PINYIN_TABLE_FIRST_RARE 0x20000
#define DESK_PINYIN_TABLE_LAST_RARE 0x323af

extern const char desk_pinyin_table_syllables[][8];
extern const guint desk_pinyin_table_n_syllables;
extern const char desk_pinyin_table_common[];
extern const char desk_pinyin_table_rare[];
extern const char desk_hanzi_table[];
extern const guint desk_hanzi_table_length;

G_END_DECLS
