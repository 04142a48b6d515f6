/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-phrase-io.h"
#include "desk-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a text is about: which record the variables come from, which phrases come first; internal to the sheet. */
typedef struct
{
  DeskKind kind; /* NONE: nothing is known */
  gint64 id;
  DeskPhraseScope scope; /* 0: by the case it is about */
} DeskPhraseAbout;

DeskPhraseAbout desk_phrase_about_of (GtkWidget *target);
DeskPhraseAim desk_phrase_aim_of (const DeskPhraseAbout *about, const DeskPhrases *known);

/* Returns: (transfer full) (array length=DESK_N_PHRASE_VARIABLES): what the variables stand for; free with
 * desk_phrase_values_free(). */
char **desk_phrase_values_new (const DeskPhrases *known, DeskEngine *engine, DeskText *text);
void desk_phrase_values_free (char **values);

/* Puts @words in at the cursor, as one step of the text's undo, and leaves the cursor behind them. */
void desk_phrase_put_in (GtkWidget *target, const char *words);

/* Gives the focus back, with nothing selected that the next letter would replace. */
void desk_phrase_go_back (GtkWidget *target);

G_END_DECLS
