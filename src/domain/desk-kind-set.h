/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"

G_BEGIN_DECLS

/* A set of kinds in one integer: DESK_KIND_BIT (UNIT) | DESK_KIND_BIT (PERSON). */
typedef guint64 DeskKindSet;

#define DESK_KIND_BIT(name) (G_GUINT64_CONSTANT (1) << DESK_KIND_##name)

G_STATIC_ASSERT (DESK_N_KINDS <= 64);

/* Is @kind, which may be NONE, one of @set? */
static inline gboolean
desk_kind_set_has (DeskKindSet set, DeskKind kind)
{
  return (set >> kind & 1) != 0;
}

G_END_DECLS
