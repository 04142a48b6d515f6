/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The stages of a complaint on one line (window.md, Clocks): signed ones with a tick, the one to be signed next as a ring
 * with its number, those to come as a number; under each when, how long, who. */
typedef enum
{
  DESK_STAGE_TO_COME,
  DESK_STAGE_NOW,
  DESK_STAGE_LATE, /* to be signed next, and over its time */
  DESK_STAGE_SIGNED,
} DeskStageState;

#define DESK_STAGE_WORDS 3

typedef struct
{
  char *name;
  DeskStageState state;
  int share; /* of NOW: per mille that is left, of the ring */
  char *words[DESK_STAGE_WORDS]; /* (nullable) */
} DeskStageLook;

void desk_stage_look_free (gpointer look);

G_END_DECLS
