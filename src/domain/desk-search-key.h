/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How anything is found: each record has some keys, short texts in a normal form (small letters, simplified
 * characters, half-width, no blanks), each with the reason it is one. A record matches what was typed exactly when
 * one of its keys begins with an alternative of the query (desk-search-query.h) that fits the key's reason. So the
 * store needs one table (why, key, id) and range scans.
 *
 * The numbers are stored: append, never renumber. A change of what the functions below make raises
 * DESK_PINYIN_VERSION.
 */
#define DESK_SEARCH_WHYS(X)                                                                \
  X (LABEL, 1, "label")                 /* whole label of a unit */ \
  X (ROOM, 2, "room")                   /* end of a label: 2-1501, 1501 */                 \
  X (NAME, 3, "name")                   /* whole name */                                   \
  X (NAME_PART, 4, "name_part")         /* name from a later character or word on */       \
  X (PINYIN, 5, "pinyin")               /* whole pinyin */                                 \
  X (PINYIN_PART, 6, "pinyin_part")     /* pinyin from a later syllable on */              \
  X (INITIALS, 7, "initials")           /* initials; also surname and initials: zhangsf */ \
  X (INITIALS_PART, 8, "initials_part") /* initials from a later syllable on */            \
  X (PHONE, 9, "phone")                 /* whole number */                                 \
  X (PHONE_TAIL, 10, "phone_tail")      /* end of a number, 3 digits and more */           \
  X (PLATE, 11, "plate")                /* whole number plate */                           \
  X (PLATE_TAIL, 12, "plate_tail")      /* end of a plate, 3 characters and more */        \
  X (DOCUMENT, 13, "document")          /* last four of an identity document */           \
  X (LABEL_SHORT, 14, "label_short")    /* label of a unit without its entrance, or without its hyphens */ \
  X (CASE_NUMBER, 15, "case_number")    /* number of a repair or complaint; the store keeps no keys of it, its own index does */ \
  X (TEXT, 16, "text")                  /* what a case or log entry says; no keys: an index of its own (desk-store-words.h) */

typedef enum
{
  DESK_SEARCH_WHY_NONE = 0,
#define X(name, number, nick) DESK_SEARCH_WHY_##name = number,
  DESK_SEARCH_WHYS (X)
#undef X
  DESK_N_SEARCH_WHYS /* one above the last */
} DeskSearchWhy;

/* A set of reasons as bits. */
#define DESK_SEARCH_BIT(why) (1u << (why))

const char *desk_search_why_nick (DeskSearchWhy why);

/* Keys and queries are cut to this many characters; beyond so many characters or words of a name nothing is
 * taken. So a name of 100,000 characters gives at most DESK_SEARCH_NAME_KEYS_MAX keys. */
#define DESK_SEARCH_KEY_LENGTH 32
#define DESK_SEARCH_NAME_TOKENS 32
#define DESK_SEARCH_NAME_KEYS_MAX 400

typedef struct
{
  char *key;
  DeskSearchWhy why;
} DeskSearchKey;

/* All return (transfer full) (element-type DeskSearchKey): no two alike, in the order of why, then key. */
GPtrArray *desk_search_keys_for_name (const char *name, const char *pinyin);
GPtrArray *desk_search_keys_for_phone (const char *number);
GPtrArray *desk_search_keys_for_label (const char *building, const char *entrance, const char *room);
GPtrArray *desk_search_keys_for_plate (const char *plate);
GPtrArray *desk_search_keys_for_document (const char *number);

char *desk_search_fold (const char *text, guint max_characters);

G_END_DECLS
