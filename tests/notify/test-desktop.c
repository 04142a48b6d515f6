/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-desktop-notifier.h"
#include "desk-text-alert.h"
#include "notify-mock.h"

#define NOON 1795233600 /* 2026-11-21 12:00 in Shanghai */
#define ALL "actions body body-markup sound"
#define TAIL " done snooze open | urgency=1 | desktop-entry=org.frontdesk.Frontdesk"

/* What a row of the desk is told, and what it heard. */
typedef struct
{
  DeskNotifier *notifier;
  DeskClock *clock;
  DeskText *text;
  DeskAlertWishes wishes;
  GString *told;
  GString *answers;
  const char *expected;
} Desk;

static void
on_told_cb (Desk *desk, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (desk->told, "%d ", (int) ((DeskDueItem *) items->pdata[i])->id);
}

static void
on_answered_cb (Desk *desk, const DeskDueItem *item, int act, const char *token)
{
  g_string_append_printf (desk->answers, "%d:%s:%s ", item != NULL ? (int) item->id : 0, desk_text_alert_act (desk->text, act),
                          token != NULL ? token : "");
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  *desk = (Desk){ NULL, desk_clock_new_fixed (NOON), desk_text_new ("en", zone), { .on = TRUE }, g_string_new (NULL),
                  g_string_new (NULL), NULL };
  desk->notifier = desk_desktop_notifier_new (desk->clock);
  g_signal_connect_swapped (desk->notifier, "told", G_CALLBACK (on_told_cb), desk);
  g_signal_connect_swapped (desk->notifier, "answered", G_CALLBACK (on_answered_cb), desk);
  desk_notifier_set_wishes (desk->notifier, &desk->wishes, desk->text);
  desk_notifier_set_session (desk->notifier, TRUE, FALSE);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_object_unref (desk->notifier);
  desk_clock_unref (desk->clock);
  desk_text_unref (desk->text);
  g_string_free (desk->told, TRUE);
  g_string_free (desk->answers, TRUE);
  mock_end ();
}

static void
due (Desk *desk, int first, int last, const char *note, gboolean urgent)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_due_item_free);

  for (int id = first; id <= last; id++)
    {
      DeskDueItem item = { .id = id, .due_at = NOON, .topic = DESK_TOPIC_CALL, .urgent = urgent,
                           .place = (char *) "3-2-1501", .note = (char *) note };

      g_ptr_array_add (items, desk_due_item_copy (&item));
    }
  desk_notifier_notify (desk->notifier, items, FALSE);
}

static void
withdraw (Desk *desk, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  desk_notifier_withdraw (desk->notifier, ids);
}

static gboolean
has_told (gpointer data)
{
  const Desk *desk = data;

  return g_str_equal (desk->told->str, desk->expected);
}

/* Waits until exactly these were told, in this order. */
static void
wait_told (Desk *desk, const char *expected)
{
  desk->expected = expected;
  mock_wait (has_told, desk, expected);
}

static gboolean
has_answer (gpointer data)
{
  const Desk *desk = data;

  return desk->answers->len > 0;
}

/* In the order of a working day: shown, said again in its place, answered, withdrawn. */
static void
test_day (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 7, 7, "about <b>the</b> leak & more", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | about &lt;b&gt;the&lt;/b&gt; leak &amp; more / Due 12:00 | default" TAIL);
  wait_told (desk, "7 ");
  due (desk, 7, 7, "again", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | again / Due 12:00 | default" TAIL);
  mock_press (1, "done");
  mock_wait (has_answer, desk, "the answer");
  g_assert_cmpstr (desk->answers->str, ==, "7:Done:token-1 ");
  mock_wait_standing ("");
  due (desk, 8, 8, "", FALSE);
  mock_wait_standing ("2: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  withdraw (desk, 8);
  mock_wait_standing ("");
}

static const struct
{
  const char *key;
  const char *answer;
} buttons[] = {
  { "snooze", "7:In 10 Minutes:token-1 " },
  { "open", "7:Open:token-1 " },
  { "default", "7:Open:token-1 " },
};

static void
test_buttons (Desk *desk, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  mock_start (ALL);
  due (desk, 7, 7, "", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  mock_press (1, buttons[i].key);
  mock_wait (has_answer, desk, "the answer");
  g_assert_cmpstr (desk->answers->str, ==, buttons[i].answer);
}

/* One that draws the click beside the buttons as a button: Open stands once, for one and for many. */
static void
test_draws_default (Desk *desk, gconstpointer data)
{
  mock_start (ALL " name=Xfce_Notify_Daemon");
  due (desk, 7, 7, "", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 |" TAIL);
  mock_press (1, "open");
  mock_wait (has_answer, desk, "the answer");
  g_assert_cmpstr (desk->answers->str, ==, "7:Open:token-1 ");
  withdraw (desk, 7); /* its closing may not have come here yet */
  due (desk, 11, 16, "", FALSE);
  mock_wait_standing ("2: 6 follow-ups are due | 3-2-1501 | open | urgency=1 | desktop-entry=org.frontdesk.Frontdesk");
}

/* Not installed the icon goes along as a picture; installed by its name. */
static void
test_icon (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "icons", "hicolor", "scalable", "apps", NULL);
  g_autofree char *path = g_build_filename (folder, DESK_APP_ID ".svg", NULL);
  g_autofree char *first = NULL, *second = NULL;

  mock_start (ALL);
  due (desk, 1, 1, "", FALSE);
  wait_told (desk, "1 ");
  first = mock_icon (1);
  g_assert_cmpstr (first, ==, "64x64");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "<svg/>", -1, NULL));
  due (desk, 2, 2, "", FALSE);
  wait_told (desk, "1 2 ");
  second = mock_icon (2);
  g_assert_cmpstr (second, ==, DESK_APP_ID);
}

/* Asked, not assumed: without actions no buttons, without markup nothing is escaped, without a body all in one line. */
static const struct
{
  const char *capabilities;
  const char *stands;
} servers[] = {
  { "body", "1: 3-2-1501 · Call back | a < b & c / Due 12:00 |  | urgency=2 | desktop-entry=org.frontdesk.Frontdesk" },
  { "", "1: 3-2-1501 · Call back – a < b & c Due 12:00 |  |  | urgency=2 | desktop-entry=org.frontdesk.Frontdesk" },
  { "sound body body-markup", "1: 3-2-1501 · Call back | a &lt; b &amp; c / Due 12:00 |  | urgency=2 | "
                              "sound-name=dialog-warning | desktop-entry=org.frontdesk.Frontdesk" },
};

static void
test_capabilities (Desk *desk, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  desk->wishes.sound = TRUE;
  desk_notifier_set_wishes (desk->notifier, &desk->wishes, desk->text);
  mock_start (servers[i].capabilities);
  due (desk, 7, 7, "a < b & c", TRUE);
  mock_wait_standing (servers[i].stands);
}

static void
test_crowd (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 1, 6, "note", FALSE);
  mock_wait_standing ("1: 6 follow-ups are due | 3-2-1501 | default open | urgency=1 | desktop-entry=org.frontdesk.Frontdesk");
  withdraw (desk, 3);
  mock_wait_standing ("1: 5 follow-ups are due | 3-2-1501 | default open | urgency=1 | desktop-entry=org.frontdesk.Frontdesk");
  mock_press (1, "open");
  mock_wait (has_answer, desk, "the answer");
  g_assert_cmpstr (desk->answers->str, ==, "0:Open:token-1 ");
}

static void
test_lock (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 1, 1, "Mrs Wang", FALSE);
  wait_told (desk, "1 ");
  desk_notifier_set_session (desk->notifier, TRUE, TRUE);
  mock_wait_standing ("");
  due (desk, 2, 2, "Mrs Wang", FALSE);
  mock_wait_standing ("2: Call back | Due 12:00. Sign in to see it. | default open | urgency=1 | "
                      "desktop-entry=org.frontdesk.Frontdesk");
  desk_notifier_set_session (desk->notifier, TRUE, FALSE);
  mock_wait_standing ("2: 3-2-1501 · Call back | Mrs Wang / Due 12:00 | default" TAIL);
  desk_notifier_set_session (desk->notifier, FALSE, FALSE);
  mock_wait_standing ("");
}

static void
test_closed_by_hand (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 1, 2, "", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL "\n2: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  mock_close (1, 2);
  mock_wait_standing ("2: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  withdraw (desk, 2);
  mock_wait_standing ("");
  g_assert_cmpuint (mock_count (), ==, 2);
}

/* No service: told, because the bell counts it; one that comes later gets what still stands. */
static void
test_no_service (Desk *desk, gconstpointer data)
{
  due (desk, 1, 2, "", FALSE);
  wait_told (desk, "1 2 ");
  withdraw (desk, 1);
  mock_start (ALL);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  g_assert_cmpstr (desk->told->str, ==, "1 2 ");
}

static void
test_dies_and_returns (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 1, 2, "", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL "\n2: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
  mock_die ();
  withdraw (desk, 1);
  due (desk, 3, 3, "new", FALSE);
  mock_start ("body"); /* another one, that can less */
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 |  | urgency=1 | desktop-entry=org.frontdesk.Frontdesk\n"
                      "2: 3-2-1501 · Call back | new / Due 12:00 |  | urgency=1 | desktop-entry=org.frontdesk.Frontdesk");
}

/* It hangs: nothing here waits, nothing is told, and what is no longer wanted when it wakes up is not shown. */
static void
test_hangs (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  mock_hang (TRUE);
  due (desk, 1, 1, "", FALSE);
  for (int id = 2; id < 200; id++)
    {
      due (desk, id, id, "", FALSE);
      withdraw (desk, id);
      g_main_context_iteration (NULL, FALSE);
    }
  withdraw (desk, 1);
  due (desk, 200, 200, "the last", FALSE);
  g_assert_cmpstr (desk->told->str, ==, "");
  mock_hang (FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | the last / Due 12:00 | default" TAIL);
  wait_told (desk, "200 ");
}

/* It hangs and dies with the call unanswered: the next one shows it. */
static void
test_dies_hanging (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  mock_hang (TRUE);
  due (desk, 1, 1, "", FALSE);
  g_main_context_iteration (NULL, FALSE);
  mock_die ();
  mock_start (ALL);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
}

/* The program ends while the service hangs. */
static void
test_ends_while_it_hangs (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  mock_hang (TRUE);
  due (desk, 1, 1, "", FALSE);
}

static void
test_refuses (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  mock_refuse (TRUE);
  due (desk, 1, 1, "", FALSE);
  wait_told (desk, "1 ");
  mock_refuse (FALSE);
  due (desk, 2, 2, "", FALSE);
  mock_wait_standing ("1: 3-2-1501 · Call back | Due 12:00 | default" TAIL "\n2: 3-2-1501 · Call back | Due 12:00 | default" TAIL);
}

/* At its end the program takes down what it put up: nobody would answer the buttons. */
static void
test_ends (Desk *desk, gconstpointer data)
{
  mock_start (ALL);
  due (desk, 1, 3, "", FALSE);
  wait_told (desk, "1 2 3 ");
  g_clear_object (&desk->notifier);
  mock_wait_standing ("");
  desk->notifier = desk_desktop_notifier_new (desk->clock);
}

static void
test_many_places (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (desk_due_item_free);

  for (int id = 1; id <= 8; id++)
    {
      g_autofree char *place = g_strdup_printf ("1-1-%d", 100 + id);
      DeskDueItem item = { .id = id, .due_at = NOON, .topic = DESK_TOPIC_CALL, .urgent = id < 3, .place = place,
                           .note = (char *) "" };

      g_ptr_array_add (items, desk_due_item_copy (&item));
    }
  mock_start (ALL);
  desk_notifier_notify (desk->notifier, items, TRUE);
  mock_wait_standing ("1: 8 follow-ups fell due meanwhile | 2 are urgent / 1-1-101, 1-1-102, 1-1-103, 1-1-104 and more | "
                      "default open | urgency=2 | desktop-entry=org.frontdesk.Frontdesk");
}

#define ADD(path, data, func) g_test_add (path, Desk, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  mock_bus_up ();
  ADD ("/notify/day", NULL, test_day);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notify/button/%s", buttons[i].key);

      ADD (path, GSIZE_TO_POINTER (i), test_buttons);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notify/capabilities/%d", (int) i);

      ADD (path, GSIZE_TO_POINTER (i), test_capabilities);
    }
  ADD ("/notify/draws-default", NULL, test_draws_default);
  ADD ("/notify/icon", NULL, test_icon);
  ADD ("/notify/crowd", NULL, test_crowd);
  ADD ("/notify/many-places", NULL, test_many_places);
  ADD ("/notify/lock", NULL, test_lock);
  ADD ("/notify/closed-by-hand", NULL, test_closed_by_hand);
  ADD ("/notify/no-service", NULL, test_no_service);
  ADD ("/notify/dies-and-returns", NULL, test_dies_and_returns);
  ADD ("/notify/hangs", NULL, test_hangs);
  ADD ("/notify/dies-hanging", NULL, test_dies_hanging);
  ADD ("/notify/ends-while-it-hangs", NULL, test_ends_while_it_hangs);
  ADD ("/notify/refuses", NULL, test_refuses);
  ADD ("/notify/ends", NULL, test_ends);
  status = g_test_run ();
  mock_bus_down ();
  return status;
}
