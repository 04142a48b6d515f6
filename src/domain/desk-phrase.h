/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/*
 * Canned wording. A phrase is plain text with variables in braces: {房号} or {unit} stands for the unit it is said about.
 * A name that is none of ours is a blank: whoever puts the phrase in is asked for it under that name, as for a variable of
 * which nothing is known here. "{{" and "}}" are braces; a brace that opens no name stands for itself. What is put in is
 * never read again, so braces and markup in it are letters like others.
 */
typedef enum
{
  DESK_PHRASE_UNIT,
  DESK_PHRASE_NAME,
  DESK_PHRASE_NUMBER,
  DESK_PHRASE_DUE,
  DESK_PHRASE_TITLE,
  DESK_PHRASE_CATEGORY,
  DESK_PHRASE_OPENED,
  DESK_PHRASE_RESULT,
  DESK_PHRASE_TODAY,
  DESK_PHRASE_STAFF,
  DESK_PHRASE_COMMUNITY,
  DESK_N_PHRASE_VARIABLES,
} DeskPhraseVariable;

/* Returns: what the variable is called in braces, in Chinese or in English; both are read. */
const char *desk_phrase_variable_name (DeskPhraseVariable variable, gboolean chinese);

/**
 * desk_phrase_render:
 * @words: of the phrase
 * @values: (nullable): DESK_N_PHRASE_VARIABLES values; NULL or "" are not known
 * @answers: (nullable): name as the phrase has it → what was answered; goes before @values
 * @missing: (nullable): names without a value are added, each once, in their order; free them
 *
 * Returns: (transfer full): the text; what has no value stands there as {name}
 */
char *desk_phrase_render (const char *words, const char *const *values, GHashTable *answers, GPtrArray *missing);

/* What a phrase must be like; texts are cleaned. */
void desk_rule_phrase (DeskPhrase *phrase, GPtrArray *problems);

/* What is being written: phrases that fit it come first. */
typedef struct
{
  DeskPhraseScope scope; /* 0: nobody knows */
  gint64 category_id;
  gint64 group_id; /* what the category stands in */
} DeskPhraseAim;

/**
 * desk_phrase_find:
 * @phrases: (element-type DeskPhrase)
 * @typed: begins the name, a later word of it, its pinyin or initials, or stands in its words; "" finds all
 *
 * Returns: (transfer full) (element-type guint): which of them, what fits @aim first, else in their order
 */
GArray *desk_phrase_find (GPtrArray *phrases, const char *typed, const DeskPhraseAim *aim);

/* What a store begins with. */
typedef struct
{
  const char *name;
  DeskPhraseScope scope;
  const char *category; /* name of a category of the starting set, NULL every one */
  const char *words;
} DeskStarterPhrase;

const DeskStarterPhrase *desk_starter_phrases (gboolean chinese, guint *n);

G_END_DECLS
