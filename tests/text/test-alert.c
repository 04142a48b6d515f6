/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-alert.h"

#include <string.h>

#define NOON 1795233600 /* 2026-11-21 12:00 in Shanghai */

/* One notification: its items by place and note, what it may say, and the words. */
static const struct
{
  const char *what;
  const char *language;
  const char *places[7]; /* NULL-terminated */
  const char *note;
  gboolean crowd, missed, bare, locked;
  guint n_urgent;
  const char *summary;
  const char *body;
} rows[] = {
  { "single", "en", { "3-2-1501" }, "about the leak", 0, 0, 0, 0, 0, "3-2-1501 · Call back", "about the leak\nDue 11:50" },
  { "single", "zh_CN", { "3-2-1501" }, "漏水的事", 0, 0, 0, 0, 0, "3-2-1501 · 回电", "漏水的事\n11:50 到点" },
  { "no place, no note", "zh_CN", { "" }, "", 0, 0, 0, 0, 0, "回电", "11:50 到点" },
  { "lines of a note", "en", { "1-101" }, "one\ntwo\x07", 0, 0, 0, 0, 0, "1-101 · Call back", "one two \nDue 11:50" },
  { "bare", "en", { "3-2-1501" }, "Mrs Wang 13800138000", 0, 0, 1, 0, 0, "Call back", "Due 11:50. Open it to see more." },
  { "bare", "zh_CN", { "3-2-1501" }, "王女士", 0, 0, 1, 0, 0, "回电", "11:50 到点，打开看是哪件。" },
  { "locked", "zh_CN", { "3-2-1501" }, "王女士", 0, 0, 1, 1, 0, "回电", "11:50 到点，登录后看是哪件。" },
  { "crowd", "en", { "1-101", "1-102", "1-101" }, "x", 1, 0, 0, 0, 0, "3 follow-ups are due", "1-101, 1-102" },
  { "crowd", "zh_CN", { "1-101", "1-102" }, "x", 1, 0, 0, 0, 1, "2 件到点", "其中 1 件急\n1-101、1-102" },
  { "crowd of one", "en", { "1-101" }, "x", 1, 0, 0, 0, 0, "1 follow-up is due", "1-101" },
  { "missed", "zh_CN", { "1-101", "1-102", "1-103", "1-104", "1-105" }, "x", 1, 1, 0, 0, 0, "不在时到点 5 件",
    "1-101、1-102、1-103、1-104等" },
  { "crowd without places", "en", { "", "" }, "x", 1, 0, 0, 0, 0, "2 follow-ups are due", "" },
  { "crowd, bare", "en", { "1-101", "1-102" }, "x", 1, 0, 1, 0, 2, "2 follow-ups are due", "2 are urgent" },
  { "crowd, locked", "zh_CN", { "1-101", "1-102" }, "x", 1, 0, 1, 1, 0, "2 件到点", "登录后看是哪些。" },
};

static void
test_words (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (DeskText) text = desk_text_new (rows[i].language, zone);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_due_item_free);
  DeskAlert alert = { .id = rows[i].crowd ? DESK_ALERT_CROWD : 7, .items = items, .missed = rows[i].missed,
                      .bare = rows[i].bare, .locked = rows[i].locked };
  g_autofree char *summary = NULL;
  g_autofree char *body = NULL;

  for (guint n = 0; rows[i].places[n] != NULL; n++)
    {
      DeskDueItem item = { .id = 7 + n, .due_at = NOON - 600, .topic = DESK_TOPIC_CALL, .urgent = n < rows[i].n_urgent,
                           .place = (char *) rows[i].places[n], .note = (char *) rows[i].note };

      g_ptr_array_add (items, desk_due_item_copy (&item));
    }
  summary = desk_text_alert_summary (text, &alert);
  body = desk_text_alert_body (text, &alert, NOON);
  g_assert_cmpstr (summary, ==, rows[i].summary);
  g_assert_cmpstr (body, ==, rows[i].body);
}

/* A topic this version does not know, and a note without an end. */
static void
test_odd (void)
{
  g_autoptr (DeskText) text = desk_text_new ("en", NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_due_item_free);
  g_autofree char *note = g_strnfill (100000, 'x');
  DeskDueItem item = { .id = 7, .due_at = NOON, .topic = 99, .place = (char *) "1-101", .note = note };
  DeskAlert alert = { .id = 7, .items = items };
  g_autofree char *summary = NULL;
  g_autofree char *body = NULL;

  g_ptr_array_add (items, desk_due_item_copy (&item));
  summary = desk_text_alert_summary (text, &alert);
  body = desk_text_alert_body (text, &alert, NOON);
  g_assert_cmpstr (summary, ==, "1 follow-up is due");
  g_assert_cmpuint (strlen (body), <, 300);
}

static void
test_buttons (void)
{
  g_autoptr (DeskText) zh = desk_text_new ("zh_CN", NULL);
  g_autoptr (DeskText) en = desk_text_new ("en", NULL);

  for (DeskAlertAct act = 0; act < DESK_N_ALERT_ACTS; act++)
    {
      g_assert_cmpstr (desk_text_alert_act (en, act), !=, "");
      g_assert_cmpstr (desk_text_alert_act (zh, act), !=, desk_text_alert_act (en, act));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/alert/%s/%s/%d", rows[i].language, rows[i].what, (int) i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/alert/odd", test_odd);
  g_test_add_func ("/alert/buttons", test_buttons);
  return g_test_run ();
}
