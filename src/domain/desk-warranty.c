/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-warranty.h"

#define WHOLE_SEASONS 2

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

/* Whole years as a setting has them; @years is untouched where that makes no sense. */
gboolean
desk_warranty_years_parse (const char *typed, gint64 *years)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (typed, 10, 1, MOST_YEARS, &number, NULL))
    return FALSE;
  *years = (gint64) number;
  return TRUE;
}

/* First and last day of a season, "1115,0315"; untouched where that makes no sense. */
gboolean
desk_warranty_season_parse (const char *typed, int *from, int *to)
{
  g_auto (GStrv) days = g_strsplit (typed, ",", 3);
  int first, last;

  if (g_strv_length (days) != 2 || !read_month_day (days[0], &first) || !read_month_day (days[1], &last) || first == last)
    return FALSE;
  *from = first;
  *to = last;
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
      return terms->waterproof_years;
    case DESK_WARRANTY_FITTINGS:
      return terms->fittings_years;
    case DESK_WARRANTY_HEATING:
    case DESK_WARRANTY_COOLING:
    default:
      return 0;
    }
}

/* The last day of the second whole season that begins on @from or later. */
static DeskDay
end_of_seasons (DeskDay from, int first, int last)
{
  int year = desk_day_year (from);

  if (from % 10000 > first)
    year++;
  year += WHOLE_SEASONS - (last > first ? 1 : 0);
  /* A season may end on 29 February. */
  return desk_day_add_months (desk_day_new (2000, last / 100, last % 100), (year - 2000) * 12);
}

/* Returns: the last day, inclusive, of a warranty that counts from @from; 29 February ends on the 28th. 0: from nothing. */
DeskDay
desk_warranty_until (DeskWarrantyPart part, DeskDay from, const DeskWarrantyTerms *terms)
{
  if (!desk_day_is_valid (from))
    return 0;
  if (part == DESK_WARRANTY_HEATING)
    return end_of_seasons (from, terms->season_from, terms->season_to);
  if (part == DESK_WARRANTY_COOLING)
    return end_of_seasons (from, terms->cooling_from, terms->cooling_to);
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
  warranty->seasons = part == DESK_WARRANTY_HEATING || part == DESK_WARRANTY_COOLING ? WHOLE_SEASONS : 0;
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
