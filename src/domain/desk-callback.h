/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-day.h"

G_BEGIN_DECLS

/*
 * Who is called back (domain.md, Cases): of what a category finished on the day before, the cases whose digest is lowest,
 * until the month so far reaches the category's share. The digest is SHA-256 over "yyyymmdd|id of the category|number of the
 * case", so that anybody can draw again and nobody can choose.
 */
typedef struct
{
  const char *number;
  gboolean again;  /* it was answered with C before: always called */
  gboolean called; /* to be called already, before the draw */
  gboolean closed; /* somebody closed it before the draw: it counts, and cannot be taken any more */
  /* what the draw makes of it */
  char key[65];
  DeskCallbackTaken taken; /* 0: left out */
} DeskCallbackCase;

/* Of a case that has no category, in millionths. */
#define DESK_CALLBACK_SHARE_COMPLAINT 1000000
#define DESK_CALLBACK_SHARE_REPAIR 300000

/* Nobody answered: again so long after, in the desk's working time. */
#define DESK_CALLBACK_AGAIN_SECONDS (2 * 3600)

void desk_callback_key (DeskDay day, gint64 category_id, const char *number, char key[65]);
gint64 desk_callback_wanted (gint64 share, gint64 population);
guint desk_callback_draw (DeskDay day, gint64 category_id, gint64 share, gint64 population, gint64 taken,
                          DeskCallbackCase *cases, guint n_cases);
DeskPeriod desk_callback_period (DeskDay day);

G_END_DECLS
