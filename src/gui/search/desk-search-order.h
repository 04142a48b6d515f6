/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk-result.h"

G_BEGIN_DECLS

/* What can be searched for, one row each; a new kind is one more. */
typedef struct
{
  DeskKind kind;
  const char *icon;
} DeskSearchKind;

guint desk_search_kinds (const DeskSearchKind **kinds);
const char *desk_search_icon (DeskKind kind);
GPtrArray *desk_search_order (const DeskHits *hits, guint most_of_a_kind);
char *desk_search_markup (const char *text, const char *matched);

G_END_DECLS
