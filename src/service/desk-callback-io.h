/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* A case of a draw's population, as it stands now. */
typedef struct
{
  DeskCallbackLine *line;
  char *number;
  gint64 state;
  gint64 answer;
  gint64 tries;
} DeskCallbackCard;

/* The draw of a day in one category, as it was kept. */
typedef struct
{
  DeskCallbackDraw *draw;
  char *group; /* "" where the category stands in none */
  char *category;
  GPtrArray *cards; /* DeskCallbackCard, by rank */
} DeskCallbackDrawing;

/* How far a category has come in a month. */
typedef struct
{
  gint64 category_id; /* 0: what has none */
  char *group;
  char *category;
  gint64 share; /* millionths wanted */
  gint64 population;
  gint64 taken;
  gint64 answers[4]; /* by DeskAnswer */
} DeskCallbackShare;

typedef struct
{
  DeskDay day;
  DeskPeriod period;
  GPtrArray *drawings; /* DeskCallbackDrawing of the day */
  GPtrArray *shares;   /* DeskCallbackShare of the month */
} DeskCallbacks;

void desk_callback_card_free (gpointer card);
void desk_callback_drawing_free (gpointer drawing);
void desk_callback_share_free (gpointer share);
void desk_callbacks_clear (gpointer result);

G_END_DECLS
