/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a phrase does not know, a line each, and under it the text as it will stand.
 *
 * Signal: done ()  put it in: Enter in the last line, Ctrl+Enter anywhere, or the button
 */
#define DESK_TYPE_PHRASE_ASK (desk_phrase_ask_get_type ())
G_DECLARE_FINAL_TYPE (DeskPhraseAsk, desk_phrase_ask, DESK, PHRASE_ASK, GtkWidget)

/**
 * desk_phrase_ask_new:
 * @words: of the phrase
 * @values: what is known, DESK_N_PHRASE_VARIABLES; kept by whoever calls
 * @missing: (element-type utf8): what is not
 *
 * Returns: (transfer floating)
 */
GtkWidget *desk_phrase_ask_new (const char *words, const char *const *values, GPtrArray *missing);
char *desk_phrase_ask_get_text (DeskPhraseAsk *self);

G_END_DECLS
