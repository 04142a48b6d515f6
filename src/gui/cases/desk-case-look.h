/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-face.h"
#include "desk-list-cell.h"

G_BEGIN_DECLS

/* How a list of cases looks where words alone would not do: the clock with its ring, the title with its pills. */
extern const DeskCellLook desk_look_clock;
extern const DeskCellLook desk_look_title;
extern const DeskCellLook desk_look_severity;
extern const DeskCellLook desk_look_stage;

DeskCaseStand desk_case_stand_of_row (const DeskRow *row);

G_END_DECLS
