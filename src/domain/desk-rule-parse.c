/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rule.h"

#include "desk-decimal.h"
#include "desk-string.h"

/* An empty entry is 0, unknown; a typed 0 or more than DESK_AREA_MAX is refused. */
gboolean
desk_rule_parse_area (const char *text, const char *field, gint64 *area, GPtrArray *problems)
{
  gint64 value;

  *area = 0;
  if (desk_string_is_empty (text))
    return TRUE;
  if (!desk_decimal_parse (text, DESK_DIGITS_AREA, &value))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, field, -1, text, NULL));
  else if (value < 1 || value > DESK_AREA_MAX)
    g_ptr_array_add (problems,
                     desk_problem_new (DESK_PROBLEM_OUT_OF_RANGE, field, -1, text, "0.01", "999999.99", NULL));
  else
    {
      *area = value;
      return TRUE;
    }
  return FALSE;
}

/* A share in per cent, four digits kept, as millionths of the whole; an empty entry is 0. */
gboolean
desk_rule_parse_share (const char *text, const char *field, gint64 *share, GPtrArray *problems)
{
  g_autofree char *plain = text != NULL ? desk_string_half_width (text) : g_strdup ("");
  gint64 value;

  *share = 0;
  g_strdelimit (plain, "%", ' ');
  if (desk_string_is_empty (plain))
    return TRUE;
  if (!desk_decimal_parse (plain, 4, &value))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, field, -1, text, NULL));
  else if (value < 1 || value > 1000000)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_OUT_OF_RANGE, field, -1, text, "0.0001", "100", NULL));
  else
    {
      *share = value;
      return TRUE;
    }
  return FALSE;
}

/* An empty entry is 0, no day. */
gboolean
desk_rule_parse_day (const char *text, const char *field, DeskDay *day, GPtrArray *problems)
{
  *day = 0;
  if (desk_string_is_empty (text) || desk_day_parse (text, day))
    return TRUE;
  g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_DAY, field, -1, text, NULL));
  return FALSE;
}

/**
 * desk_rule_shares_exceed:
 * @shares: the owners' shares of one unit
 * @n_shares: how many
 *
 * The sum can only grow on a day when a share begins, so those days are tried.
 *
 * Returns: the first day on which the shares add up to more than the whole, or 0
 */
DeskDay
desk_rule_shares_exceed (const DeskShare *shares, guint n_shares)
{
  DeskDay first = 0;

  for (guint i = 0; i < n_shares; i++)
    {
      DeskDay day = shares[i].from;
      gint64 sum = 0;

      for (guint k = 0; k < n_shares; k++)
        if (desk_days_contain (shares[k].from, shares[k].to, day))
          sum += shares[k].share;
      if (sum > 1000000 && (first == 0 || day < first))
        first = day;
    }
  return first;
}
