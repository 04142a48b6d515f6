/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-search-chips.h"
#include "desk-search-list.h"
#include "desk-search-preview.h"
#include "desk-search-sheet.h"

G_BEGIN_DECLS

struct _DeskSearchSheet
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkButton *scrim;
  GtkBox *sheet;
  GtkEntry *entry;
  DeskSearchChips *chips;
  GtkBox *body;
  GtkStack *results;
  DeskSearchList *list;
  GtkLabel *word;
  DeskSearchPreview *preview;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  GtkWidget *came_from; /* weak: where the focus goes back to */
  gint64 counts[DESK_N_KINDS];
  guint rest_id;
  gboolean open;
  gboolean asked;      /* an answer is on its way */
  gboolean open_first; /* Enter came before the answer */
};

/* desk-search-answer.c: what is asked for and what was found */
void desk_search_answer_ask (DeskSearchSheet *self);
void desk_search_answer_stop (DeskSearchSheet *self);
void desk_search_answer_open (DeskSearchSheet *self);
void desk_search_answer_rest_soon (DeskSearchSheet *self);
void desk_search_answer_rest_now (DeskSearchSheet *self);
const char *desk_search_answer_typed (DeskSearchSheet *self);

G_END_DECLS
