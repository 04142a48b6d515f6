/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-figure.h"
#include "desk-list-cell.h"

G_BEGIN_DECLS

/* How rates are shown: right-aligned, one that misses its target bold and in the colour of what is soon due. */
extern const DeskCellLook desk_figure_looks[DESK_N_RATES];

G_END_DECLS
