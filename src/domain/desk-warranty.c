/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-warranty.h"

#define WATERPROOF_YEARS 5
#define FITTINGS_YEARS 2
#define HEATING_SEASONS 2

#define MOST_YEARS 100

/* A day of some year as month * 100 + day; the 29th of February is one, too. */
static gboolean
read_month_day (const char *text, int *month_day)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 101, 1231, &number, NULL)
      || !desk_day_is_valid (desk_day_new (2000, (int) number / 100, (int) number % 100)))
    return FALSE;
  *month_day = (int) number;
  return TRUE;
}

/**
 * desk_warranty_terms_parse:
 * @years: of the structure, as the store's setting has them
 * @season: first and last day of the heating season, "1115,0315"
 * @terms: (out): untouched where one of them makes no sense
 *
 * Returns: whether both make sense
 */
gboolean
desk_warranty_terms_parse (const char *years, const char *season, DeskWarrantyTerms *terms)
{
  g_auto (GStrv) days = g_strsplit (season, ",", 3);
  guint64 number;
  int from, to;

  if (!g_ascii_string_to_unsigned (years, 10, 1, MOST_YEARS, &number, NULL) || g_strv_length (days) != 2
      || !read_month_day (days[0], &from) || !read_month_day (days[1], &to) || from == to)
    return FALSE;
  *terms = (DeskWarrantyTerms){ (gint64) number, from, to };
  return TRUE;
}

static gint64
years_of (DeskWarrantyPart part, const DeskWarrantyTerms *terms)
{
  switch (part)
    {
    case DESK_WARRANTY_STRUCTURE:
      return terms->structure_years;
    case DESK_WARRANTY_WATERPROOF:
      return WATERPROOF_YEARS;
    case DESK_WARRANTY_FITTINGS:
      return FITTINGS_YEARS;
    case DESK_WARRANTY_HEATING:
    default:
      return 0;
    }
}

/* The last day of the second whole season that begins on @from or later. */
static DeskDay
end_of_seasons (DeskDay from, const DeskWarrantyTerms *terms)
{
  int year = desk_day_year (from);

  if (from % 10000 > terms->season_from)
    year++;
  year += HEATING_SEASONS - (terms->season_to > terms->season_from ? 1 : 0);
  /* A season may end on 29 February. */
  return desk_day_add_months (desk_day_new (2000, terms->season_to / 100, terms->season_to % 100), (year - 2000) * 12);
}

/* Returns: the last day, inclusive, of a warranty that counts from @from; 29 February ends on the 28th. 0: from nothing. */
DeskDay
desk_warranty_until (DeskWarrantyPart part, DeskDay from, const DeskWarrantyTerms *terms)
{
  if (!desk_day_is_valid (from))
    return 0;
  if (part == DESK_WARRANTY_HEATING)
    return end_of_seasons (from, terms);
  return desk_day_add_months (from, (int) years_of (part, terms) * 12);
}

/**
 * desk_warranty_propose:
 * @part: of the building, 0 none
 * @delivered_on: first delivery of the unit, 0 unknown: counts toward the owner
 * @accepted_on: completion acceptance of the building, 0 unknown: counts toward the developer
 * @warranty: (out): the proposal with both terms
 */
void
desk_warranty_propose (DeskWarrantyPart part, DeskDay delivered_on, DeskDay accepted_on, DeskDay today,
                       const DeskWarrantyTerms *terms, DeskWarranty *warranty)
{
  gboolean owner, developer;

  *warranty = (DeskWarranty){ .part = part, .verdict = DESK_WARRANTY_NO_PART };
  if (!desk_enum_has (&desk_enum_warranty_part, part))
    return;
  warranty->years = years_of (part, terms);
  warranty->seasons = part == DESK_WARRANTY_HEATING ? HEATING_SEASONS : 0;
  warranty->owner_from = delivered_on;
  warranty->owner_until = desk_warranty_until (part, delivered_on, terms);
  warranty->developer_from = accepted_on;
  warranty->developer_until = desk_warranty_until (part, accepted_on, terms);
  owner = warranty->owner_until != 0 && today <= warranty->owner_until;
  developer = warranty->developer_until != 0 && today <= warranty->developer_until;
  if (warranty->owner_until == 0 && warranty->developer_until == 0)
    warranty->verdict = DESK_WARRANTY_UNKNOWN;
  else if (developer || (owner && accepted_on == 0))
    warranty->verdict = DESK_WARRANTY_COVERED;
  else
    warranty->verdict = owner ? DESK_WARRANTY_OWNER_ONLY : DESK_WARRANTY_OVER;
}
