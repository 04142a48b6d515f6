/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-wall.h"

#include <string.h>

#include "desk-kind.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

static const struct
{
  const char *context, *word;
} layers[DESK_N_WALL_LAYERS] = {
  [DESK_WALL_REPAIRS] = { NP_ ("wall", "Repairs") },
  [DESK_WALL_STATES] = { NP_ ("wall", "Occupancy") },
};

/* Written into a cell: as short as can be; whoever lives there is the usual and says nothing. */
static const struct
{
  const char *context, *word;
} states[] = {
  [DESK_STATE_UNSOLD] = { NP_ ("wall state", "unsold") },
  [DESK_STATE_READY] = { NP_ ("wall state", "ready") },
  [DESK_STATE_HANDED_OVER] = { NP_ ("wall state", "handed") },
  [DESK_STATE_DECORATING] = { NP_ ("wall state", "decor") },
  [DESK_STATE_LIVED_IN] = { NULL, NULL },
  [DESK_STATE_VACANT] = { NP_ ("wall state", "vacant") },
  [DESK_STATE_LET] = { NP_ ("wall state", "let") },
};

/* Returns: the name of @layer. */
const char *
desk_text_wall_layer (const DeskText *text, DeskWallLayer layer)
{
  return desk_text_get_c (text, layers[layer].context, layers[layer].word);
}

/* Returns: a word for a cell; "" for a unit that is lived in. */
const char *
desk_text_wall_state (const DeskText *text, gint64 state)
{
  if (state < 1 || state >= (gint64) G_N_ELEMENTS (states) || states[state].word == NULL)
    return "";
  return desk_text_get_c (text, states[state].context, states[state].word);
}

/* Returns: (transfer full): what stands in the cell. */
char *
desk_text_wall_cell (const DeskText *text, const DeskWallCell *cell, DeskWallLayer layer)
{
  g_autofree char *late = NULL;

  if (layer == DESK_WALL_STATES || cell->n_open == 0)
    return g_strdup (desk_text_wall_state (text, cell->state));
  if (cell->n_late == 0)
    return desk_text_number (cell->n_open);
  late = desk_text_number (cell->n_late);
  return desk_text_format_c (text, NP_ ("wall", "%1 late"), late, NULL);
}

/* Returns: (transfer full): label, state and repairs in a sentence: a tooltip, and what a screen reader says. */
char *
desk_text_wall_about (const DeskText *text, const DeskWallCell *cell)
{
  const char *state = desk_text_enum (text, &desk_enum_state, cell->state);
  g_autofree char *open = desk_text_number (cell->n_open);
  g_autofree char *late = desk_text_number (cell->n_late);

  if (cell->n_late > 0)
    return desk_text_format (text, N_ ("%1, %2, repairs open: %3, late: %4"), cell->label, state, open, late, NULL);
  if (cell->n_open > 0)
    return desk_text_format (text, N_ ("%1, %2, repairs open: %3"), cell->label, state, open, NULL);
  return desk_text_format (text, N_ ("%1, %2"), cell->label, state, NULL);
}

/* Returns: (transfer full): the head over an entrance's columns; "" for units without one. */
char *
desk_text_wall_entrance (const DeskText *text, const char *code)
{
  return *code != '\0' ? desk_text_format (text, N_ ("Entrance %1"), code, NULL) : g_strdup ("");
}
