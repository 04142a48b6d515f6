/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Canned wording over the window: a phrase is found by typing (its name, pinyin, initials, words) and put in at the cursor
 * of the text that had the focus, as one step of that text's undo; what it does not know it asks for first, in place. It
 * serves every text alike. What the text is about it learns from the form it stands in, or from desk_phrase_set_about().
 *
 * Signal: closed ()  it is put in or left; the text has the focus again
 */
#define DESK_TYPE_PHRASE_SHEET (desk_phrase_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskPhraseSheet, desk_phrase_sheet, DESK, PHRASE_SHEET, GtkWidget)

/* Can phrases be put into @widget, what has the focus? Not where nothing can be typed, nor into secrets. */
gboolean desk_phrase_fits (GtkWidget *widget);

/* What texts inside @widget that stand in no form are about; @id 0: nothing. */
void desk_phrase_set_about (GtkWidget *widget, DeskKind kind, gint64 id);

/* Returns: (transfer floating): the sheet for @target, whose phrases are asked for. */
GtkWidget *desk_phrase_sheet_new (DeskEngine *engine, DeskText *text, GtkWidget *target);
void desk_phrase_sheet_focus (DeskPhraseSheet *self);
void desk_phrase_sheet_leave (DeskPhraseSheet *self);

G_END_DECLS
