/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-register.h"

G_BEGIN_DECLS

/* Who bears the fees of a unit on a day: domain.md, Units and people. */
DeskDay desk_unit_delivery (const DeskUnit *unit);
GPtrArray *desk_owners_on (GPtrArray *occupancies, DeskDay day);
gboolean desk_responsible_is_developer (const DeskUnit *unit, gboolean owned, DeskDay day);

G_END_DECLS
