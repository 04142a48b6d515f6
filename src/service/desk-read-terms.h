/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-id-set.h"
#include "desk-search-query.h"
#include "desk-tx.h"

G_BEGIN_DECLS

/* What was typed, read as one ("zhang san" is zhangsan) and, where it has blanks, term by term ("1501 张"): a record
 * matches when it fits the whole, or when every term fits it or what belongs to it. Internal to the service. */
typedef struct
{
  DeskSearchQuery *whole;
  GPtrArray *terms; /* DeskSearchQuery; empty where there is but one */
} DeskTerms;

#define DESK_TERMS_MAX 6

void desk_terms_init (DeskTerms *terms, const char *text);
void desk_terms_clear (DeskTerms *terms);
gboolean desk_terms_find (DeskTx *tx, const DeskTerms *terms, DeskDay day, guint bound, GPtrArray **found,
                          GError **error);
gboolean desk_terms_match (DeskTx *tx, const char *text, DeskKind kind, DeskDay day, DeskIdSet **set, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskTerms, desk_terms_clear)

G_END_DECLS
