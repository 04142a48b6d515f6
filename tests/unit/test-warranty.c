/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-warranty.h"

static const struct
{
  DeskWarrantyPart part;
  DeskDay delivered_on;
  DeskDay accepted_on;
  DeskDay today;
  DeskWarrantyVerdict verdict;
  DeskDay owner_until;
  DeskDay developer_until;
} rows[] = {
  { DESK_WARRANTY_FITTINGS, 20240531, 20240301, 20260531, DESK_WARRANTY_OWNER_ONLY, 20260531, 20260301 },
  { DESK_WARRANTY_FITTINGS, 20240531, 20240301, 20260601, DESK_WARRANTY_OVER, 20260531, 20260301 },
  { DESK_WARRANTY_FITTINGS, 20240531, 20240301, 20260301, DESK_WARRANTY_COVERED, 20260531, 20260301 },
  { DESK_WARRANTY_FITTINGS, 20240229, 20240229, 20260228, DESK_WARRANTY_COVERED, 20260228, 20260228 },
  { DESK_WARRANTY_FITTINGS, 20240229, 20240229, 20260301, DESK_WARRANTY_OVER, 20260228, 20260228 },
  { DESK_WARRANTY_WATERPROOF, 20240229, 0, 20290228, DESK_WARRANTY_COVERED, 20290228, 0 },
  { DESK_WARRANTY_WATERPROOF, 20240229, 0, 20290301, DESK_WARRANTY_OVER, 20290228, 0 },
  { DESK_WARRANTY_STRUCTURE, 20200501, 20191201, 20261128, DESK_WARRANTY_COVERED, 20700501, 20691201 },
  { DESK_WARRANTY_FITTINGS, 0, 20250101, 20261128, DESK_WARRANTY_COVERED, 0, 20270101 },
  { DESK_WARRANTY_FITTINGS, 0, 20200101, 20261128, DESK_WARRANTY_OVER, 0, 20220101 },
  { DESK_WARRANTY_FITTINGS, 0, 0, 20261128, DESK_WARRANTY_UNKNOWN, 0, 0 },
  { 0, 20240531, 20240301, 20261128, DESK_WARRANTY_NO_PART, 0, 0 },
  /* two whole seasons: one that had begun does not count */
  { DESK_WARRANTY_HEATING, 20241114, 20240601, 20260315, DESK_WARRANTY_COVERED, 20260315, 20260315 },
  { DESK_WARRANTY_HEATING, 20241115, 0, 20260315, DESK_WARRANTY_COVERED, 20260315, 0 },
  { DESK_WARRANTY_HEATING, 20241116, 0, 20270315, DESK_WARRANTY_COVERED, 20270315, 0 },
  { DESK_WARRANTY_HEATING, 20250110, 0, 20270316, DESK_WARRANTY_OVER, 20270315, 0 },
  { DESK_WARRANTY_HEATING, 20250601, 20240601, 20260401, DESK_WARRANTY_OWNER_ONLY, 20270315, 20260315 },
};

static void
test_table (void)
{
  DeskWarrantyTerms terms = DESK_WARRANTY_TERMS_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DeskWarranty warranty;

      desk_warranty_propose (rows[i].part, rows[i].delivered_on, rows[i].accepted_on, rows[i].today, &terms, &warranty);
      g_assert_cmpint (warranty.verdict, ==, rows[i].verdict);
      g_assert_cmpint (warranty.owner_until, ==, rows[i].owner_until);
      g_assert_cmpint (warranty.developer_until, ==, rows[i].developer_until);
    }
}

static void
test_terms (void)
{
  DeskWarrantyTerms terms = { 30, 1101, 331, 8, 3, 515, 1015 };
  DeskWarrantyTerms summer = { 30, 601, 915, 5, 2, 601, 915 };

  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_STRUCTURE, 20200501, &terms), ==, 20500501);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_HEATING, 20241101, &terms), ==, 20260331);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_HEATING, 20240601, &summer), ==, 20250915);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_HEATING, 20240602, &summer), ==, 20260915);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_FITTINGS, 0, &terms), ==, 0);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_FITTINGS, 20240229, &terms), ==, 20270228);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_WATERPROOF, 20240501, &terms), ==, 20320501);
  /* a cooling season lies within a year: the second ends in the next */
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_COOLING, 20240515, &terms), ==, 20251015);
  g_assert_cmpint (desk_warranty_until (DESK_WARRANTY_COOLING, 20240516, &terms), ==, 20261015);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    gboolean good;
  } seasons[] = { { "1115,0315", TRUE }, { "0601,0915", TRUE },  { "1115", FALSE },      { "1331,0315", FALSE },
                  { "0229,0230", FALSE }, { "0301,0301", FALSE }, { "1115,0229", TRUE }, { "", FALSE } };
  static const char *const wrong[] = { "0", "", "101", "-1", "2a" };
  gint64 years = 7;

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      int from = 7, to = 7;

      g_assert_cmpint (desk_warranty_season_parse (seasons[i].typed, &from, &to), ==, seasons[i].good);
      g_assert_cmpint (from == 7 && to == 7, ==, !seasons[i].good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (desk_warranty_years_parse (wrong[i], &years));
      g_assert_cmpint (years, ==, 7);
    }
  g_assert_true (desk_warranty_years_parse ("50", &years));
  g_assert_cmpint (years, ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warranty/table", test_table);
  g_test_add_func ("/warranty/terms", test_terms);
  g_test_add_func ("/warranty/parse", test_parse);
  return g_test_run ();
}
