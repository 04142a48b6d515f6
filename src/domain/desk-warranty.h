/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-day.h"

G_BEGIN_DECLS

/* Whether a repair is still covered, and why: a proposal (domain.md, Warranty). */

typedef struct
{
  gint64 structure_years;
  int season_from; /* heating season as month * 100 + day, over the turn of the year */
  int season_to;
  gint64 waterproof_years;
  gint64 fittings_years;
  int cooling_from;
  int cooling_to;
} DeskWarrantyTerms; /* each a setting */

#define DESK_WARRANTY_TERMS_DEFAULT { 50, 1115, 315, 5, 2, 601, 930 }

typedef enum
{
  DESK_WARRANTY_NO_PART,   /* the category belongs to no part of the building */
  DESK_WARRANTY_UNKNOWN,   /* neither delivery nor acceptance is known */
  DESK_WARRANTY_COVERED,   /* to the developer, no charge */
  DESK_WARRANTY_OWNER_ONLY, /* no charge toward the owner, but the developer's term is over */
  DESK_WARRANTY_OVER,
} DeskWarrantyVerdict;

typedef struct
{
  DeskWarrantyVerdict verdict;
  DeskWarrantyPart part;
  gint64 years;  /* 0: seasons */
  gint64 seasons;
  DeskDay owner_from; /* first delivery, 0 unknown */
  DeskDay owner_until; /* last day, inclusive */
  DeskDay developer_from; /* completion acceptance */
  DeskDay developer_until;
} DeskWarranty;

gboolean desk_warranty_years_parse (const char *typed, gint64 *years);
gboolean desk_warranty_season_parse (const char *typed, int *from, int *to);
void desk_warranty_propose (DeskWarrantyPart part, DeskDay delivered_on, DeskDay accepted_on, DeskDay today,
                            const DeskWarrantyTerms *terms, DeskWarranty *warranty);
DeskDay desk_warranty_until (DeskWarrantyPart part, DeskDay from, const DeskWarrantyTerms *terms);

G_END_DECLS
