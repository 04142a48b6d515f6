/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-changes.h"
#include "desk-register.h"

/* The trail's words: canonical, read back as they were, secret where they must be. */

static const guint8 salt[16] = { 1, 2, 3 };

static char *
diff (gconstpointer before, gconstpointer after)
{
  g_autoptr (GPtrArray) changes = desk_changes_diff (before, after, salt, sizeof salt);

  return desk_changes_to_json (changes);
}

static void
test_canonical (void)
{
  DeskPerson before = { .record = { .kind = DESK_KIND_PERSON }, .kind = 1, .name = (char *) "张淑芬" };
  DeskPerson after = before;
  g_autofree char *made = diff (NULL, &before);
  g_autofree char *gone = diff (&before, NULL);
  g_autofree char *same = diff (&before, &before);
  g_autofree char *edited = NULL;

  after.name = (char *) "张\"淑\\芬\n\t\x01";
  after.kind = 2;
  after.merged_into = 7;
  edited = diff (&before, &after);
  g_assert_cmpstr (made, ==, "{\"kind\":[null,1],\"name\":[null,\"张淑芬\"]}");
  g_assert_cmpstr (gone, ==, "{\"kind\":[1,null],\"name\":[\"张淑芬\",null]}");
  g_assert_cmpstr (same, ==, "{}");
  g_assert_cmpstr (edited, ==, "{\"kind\":[1,2],\"merged_into\":[0,7],"
                               "\"name\":[\"张淑芬\",\"张\\\"淑\\\\芬\\n\\t\\u0001\"]}");
}

/* What follows from other fields is left out; a number of a document stands as a digest of the row's own salt. */
static void
test_derived_and_secret (void)
{
  DeskDocument document = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = 2, .number = (char *) "E1234567",
                            .last4 = (char *) "4567" };
  g_autofree char *made = diff (NULL, &document);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *wanted = NULL;

  g_checksum_update (sum, salt, sizeof salt);
  g_checksum_update (sum, (const guchar *) "E1234567", 8);
  wanted = g_strdup_printf ("{\"kind\":[null,2],\"number\":[null,{\"digest\":\"%s\"}]}", g_checksum_get_string (sum));
  g_assert_cmpstr (made, ==, wanted);
}

static void
test_round_trip (void)
{
  static const char *const good[] = {
    "{}", "{\"a\":[null,1]}", "{\"a\":[-9223372036854775808,9223372036854775807],\"b\":[\"\",\"\\\"\\\\\\n\\t\\u0007字\"]}",
    "{\"n\":[{\"digest\":\"00ff\"},null]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GPtrArray) changes = desk_changes_from_json (good[i]);
      g_autofree char *again = NULL;

      g_assert_nonnull (changes);
      again = desk_changes_to_json (changes);
      g_assert_cmpstr (again, ==, good[i]);
    }
}

/* What is not ours is refused, never read half. "" is what erasing leaves. */
static void
test_refused (void)
{
  static const char *const bad[] = {
    "{", "}", "[]", "null", "{\"a\"}", "{\"a\":1}", "{\"a\":[1]}", "{\"a\":[1,2}", "{\"a\":[1,2]", "{\"a\":[1,2]}x",
    "{\"a\":[1,2],}", "{\"a\":[1,2]\"b\":[1,2]}", "{\"a\":[\"x,2]}", "{\"a\":[\"\\q\",2]}", "{\"a\":[\"\\u00g0\",2]}",
    "{\"a\":[1.5,2]}", "{\"a\":[true,2]}", "{a:[1,2]}", "{\"a\":[{\"digest\":1},2]}", "{\"a\":[-,2]}",
  };
  g_autoptr (GPtrArray) empty = desk_changes_from_json ("");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) changes = desk_changes_from_json (bad[i]);

      g_test_message ("%s", bad[i]);
      g_assert_null (changes);
    }
  g_assert_cmpint (empty->len, ==, 0);
}

static void
test_values (void)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT }, .built_area = 9000, .room = NULL };
  const DeskFieldSpec *area = desk_record_find_field (DESK_KIND_UNIT, "built_area");
  const DeskFieldSpec *room = desk_record_find_field (DESK_KIND_UNIT, "room");
  DeskValue none = { DESK_VALUE_NULL, 0, NULL }, nine = { DESK_VALUE_INT, 9000, NULL };
  DeskValue text = { DESK_VALUE_TEXT, 0, (char *) "1501" }, digest = { DESK_VALUE_DIGEST, 0, (char *) "00" };

  g_assert_true (desk_value_matches (&nine, &unit, area));
  g_assert_false (desk_value_matches (&none, &unit, area));
  g_assert_true (desk_value_matches (&none, &unit, room));
  g_assert_false (desk_value_matches (&text, &unit, room));
  g_assert_false (desk_value_matches (&digest, &unit, room));
  desk_value_apply (&text, &unit, room);
  g_assert_true (desk_value_matches (&text, &unit, room));
  desk_value_apply (&none, &unit, room);
  desk_value_apply (&none, &unit, area);
  g_assert_cmpstr (unit.room, ==, "");
  g_assert_cmpint (unit.built_area, ==, 0);
  g_free (unit.room);
}

/* Any text comes back as it was. */
static void
test_any_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) changes = desk_changes_new ();
      g_autoptr (GPtrArray) back = NULL;
      g_autofree char *json = NULL;

      for (int n = g_rand_int_range (rand, 0, 30); n > 0; n--)
        g_string_append_unichar (text, (gunichar) (g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 0x80)
                                                                         : g_rand_int_range (rand, 0x4e00, 0x9fff)));
      desk_changes_add_text (changes, "text", text->str, NULL);
      json = desk_changes_to_json (changes);
      back = desk_changes_from_json (json);
      g_assert_nonnull (back);
      g_assert_cmpstr (desk_changes_find (back, "text")->old_value.text, ==, text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/canonical", test_canonical);
  g_test_add_func ("/changes/derived-and-secret", test_derived_and_secret);
  g_test_add_func ("/changes/round-trip", test_round_trip);
  g_test_add_func ("/changes/refused", test_refused);
  g_test_add_func ("/changes/values", test_values);
  g_test_add_func ("/changes/any-text", test_any_text);
  return g_test_run ();
}
