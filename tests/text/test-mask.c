/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-mask.h"
#include "desk-string.h"

static const struct
{
  const char *typed;
  const char *shown;
} phones[] = {
  { "13812341234", "138****1234" },
  { "138 1234 5678", "138****5678" },
  { "１３８１２３４５６７８", "138****5678" },
  { "+86 138-1234-5678", "+86 138****5678" },
  { "008613812345678", "+86 138****5678" },
  { "0571-87654321", "0571-****4321" },
  { "057187654321", "0571-****4321" },
  { "010-62345678", "010-****5678" },
  { "021 5888 1234", "021-****1234" },
  { "87654321", "****4321" },
  { "8765432", "****5432" },
  { "400-820-8820", "400****8820" },
  { "95598", "****98" },
  { "8021", "****21" },
  { "110", "****" },
  { "+44 20 7946 0958", "+44****0958" },
  { "+1 202 555 0143", "+12****0143" },
  { "+852 1234", "****" },
  { "13812345678 13987654321", "****4321" },
  { "138****1234", "138****1234" },
  { "abc", "****" },
  { "", "" },
  { "   ", "" },
  { NULL, "" },
};

static void
test_phones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *shown = desk_mask_phone (phones[i].typed);

      g_assert_cmpstr (shown, ==, phones[i].shown);
    }
}

/* Whatever is typed: at least two digits of a number of two and more are hidden, and never more than eight shown. */
static void
test_enough_is_hidden (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 20000; round++)
    {
      char typed[24] = { 0 };
      int n = g_rand_int_range (rand, 1, 20);
      g_autofree char *shown = NULL;
      g_autofree char *left = NULL;
      g_autofree char *digits = NULL;

      for (int i = 0; i < n; i++)
        typed[i] = "0123456789-+ "[g_rand_int_range (rand, 0, 13)];
      if (desk_string_is_empty (typed))
        continue;
      shown = desk_mask_phone (typed);
      left = desk_string_digits (shown);
      g_assert_true (desk_mask_is_masked (shown));
      digits = desk_string_digits (typed);
      g_assert_cmpuint (strlen (left), <=, g_str_has_prefix (shown, "+86 ") ? 10 : 8);
      if (strlen (digits) > 1 && !g_str_has_prefix (shown, "+86 "))
        g_assert_cmpuint (strlen (left) + 2, <=, strlen (digits));
    }
}

static void
test_documents (void)
{
  static const struct
  {
    const char *number;
    const char *shown;
  } rows[] = {
    { "110101199003078515", "****8515" }, { "11010119900307851X", "****851X" }, { "E12345678", "****5678" },
    { "91330100MA2XXXXX0K", "****XX0K" }, { "12345", "****45" },              { "1234", "****" },
    { "军字第12号", "****2号" },         { "", "" },                         { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = desk_mask_document (rows[i].number);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
test_is_masked (void)
{
  g_assert_true (desk_mask_is_masked ("138****1234"));
  g_assert_true (desk_mask_is_masked ("138＊＊＊＊1234"));
  g_assert_false (desk_mask_is_masked ("13812341234"));
  g_assert_false (desk_mask_is_masked (""));
  g_assert_false (desk_mask_is_masked (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/phones", test_phones);
  g_test_add_func ("/mask/enough-is-hidden", test_enough_is_hidden);
  g_test_add_func ("/mask/documents", test_documents);
  g_test_add_func ("/mask/is-masked", test_is_masked);
  return g_test_run ();
}
