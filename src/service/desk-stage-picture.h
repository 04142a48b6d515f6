/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-result-case.h"
#include "desk-stage-look.h"
#include "desk-text.h"

G_BEGIN_DECLS

GPtrArray *desk_stage_looks (const DeskCasePage *page, const DeskText *text);

G_END_DECLS
