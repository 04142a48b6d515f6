/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-alert.h"

#include <stdlib.h>
#include <string.h>

#define NOON 1795233600 /* 2026-11-21 12:00 in Shanghai */
#define MINUTES(h, m) ((h) * 60 + (m))

/* Quiet hours */

static const struct
{
  const char *what;
  const char *zone;
  const char *now;  /* local time there */
  int from, to;     /* minutes after midnight */
  const char *until; /* NULL: not quiet */
} quiet[] = {
  { "before an evening", "Asia/Shanghai", "2026-11-21T19:59:59", MINUTES (20, 0), MINUTES (8, 0), NULL },
  { "its first second", "Asia/Shanghai", "2026-11-21T20:00:00", MINUTES (20, 0), MINUTES (8, 0), "2026-11-22T08:00:00" },
  { "after midnight", "Asia/Shanghai", "2026-11-22T00:30:00", MINUTES (20, 0), MINUTES (8, 0), "2026-11-22T08:00:00" },
  { "its last second", "Asia/Shanghai", "2026-11-22T07:59:59", MINUTES (20, 0), MINUTES (8, 0), "2026-11-22T08:00:00" },
  { "its end is outside", "Asia/Shanghai", "2026-11-22T08:00:00", MINUTES (20, 0), MINUTES (8, 0), NULL },
  { "over the end of a year", "Asia/Shanghai", "2026-12-31T23:00:00", MINUTES (22, 0), MINUTES (6, 30), "2027-01-01T06:30:00" },
  { "a lunch", "Asia/Shanghai", "2026-11-21T12:30:00", MINUTES (12, 0), MINUTES (14, 0), "2026-11-21T14:00:00" },
  { "after the lunch", "Asia/Shanghai", "2026-11-21T14:00:00", MINUTES (12, 0), MINUTES (14, 0), NULL },
  { "from midnight", "Asia/Shanghai", "2026-11-21T00:00:00", 0, MINUTES (6, 0), "2026-11-21T06:00:00" },
  { "until midnight", "Asia/Shanghai", "2026-11-21T23:59:00", MINUTES (18, 0), 0, "2026-11-22T00:00:00" },
  { "no hour at all", "Asia/Shanghai", "2026-11-21T12:00:00", MINUTES (12, 0), MINUTES (12, 0), NULL },
  { "the night that loses an hour", "Europe/Berlin", "2026-03-29T01:30:00", MINUTES (22, 0), MINUTES (7, 0), "2026-03-29T07:00:00" },
  { "the night that gains one", "Europe/Berlin", "2026-10-24T23:00:00", MINUTES (22, 0), MINUTES (7, 0), "2026-10-25T07:00:00" },
};

static gint64
moment_of (const char *words, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (words, zone);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static void
test_quiet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (quiet[i].zone);
  DeskAlertWishes wishes = { TRUE, 0, TRUE, quiet[i].from, quiet[i].to, FALSE, FALSE };
  gint64 now = moment_of (quiet[i].now, zone);

  g_assert_cmpint (desk_alert_quiet_until (&wishes, now, zone), ==,
                   quiet[i].until != NULL ? moment_of (quiet[i].until, zone) : 0);
  wishes.quiet = FALSE;
  g_assert_cmpint (desk_alert_quiet_until (&wishes, now, zone), ==, 0);
}

/* The board: a row is one step, "+" add, "!" add urgent, "m" add missed, "-" remove, "k" what the desktop says is shown,
 * "x" closed, "L" and "U" lock and unlock, "Q" and "A" quiet and awake, "S" a topic switched off, "H" hide, "C" clear;
 * after it what stands: "1" a single one, "(1 2)" a crowd, "*" behind urgent, "'" bare; then what was told. */

typedef struct
{
  DeskAlertBoard *board;
  DeskAlertWishes wishes;
  DeskAlertMoment moment;
  GString *told;
} Desk;

static void
tell (Desk *desk, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (desk->told, "%s%d", desk->told->len > 0 ? " " : "",
                            (int) ((DeskDueItem *) items->pdata[i])->id);
}

static char *
say (Desk *desk)
{
  g_autoptr (GPtrArray) alerts = desk_alert_board_alerts (desk->board, &desk->wishes, &desk->moment);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < alerts->len; i++)
    {
      const DeskAlert *alert = alerts->pdata[i];
      gboolean crowd = alert->id == DESK_ALERT_CROWD;

      g_string_append (out, out->len > 0 ? (crowd ? " (" : " ") : (crowd ? "(" : ""));
      for (guint j = 0; j < alert->items->len; j++)
        g_string_append_printf (out, "%s%d", j > 0 ? " " : "", (int) ((DeskDueItem *) alert->items->pdata[j])->id);
      g_string_append_printf (out, "%s%s%s%s", crowd ? ")" : "", alert->urgent ? "*" : "", alert->bare ? "'" : "",
                              alert->missed ? "m" : "");
    }
  return g_string_free (out, FALSE);
}

static void
settle (Desk *desk)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (desk_due_item_free);

  desk_alert_board_settle (desk->board, &desk->wishes, &desk->moment, skipped);
  tell (desk, skipped);
}

static void
step (Desk *desk, char what, int id)
{
  DeskDueItem item = { .id = id, .due_at = NOON, .topic = id >= 90 ? DESK_TOPIC_LEASE_END : DESK_TOPIC_TASK,
                       .urgent = what == '!', .place = (char *) "1-101", .note = (char *) "note" };

  if (strchr ("+!m", what) != NULL)
    desk_alert_board_add (desk->board, &item, what == 'm');
  else if (what == '-')
    desk_alert_board_remove (desk->board, id);
  else if (what == 'x')
    desk_alert_board_closed (desk->board, id, G_MAXUINT);
  else if (what == 'C')
    desk_alert_board_clear (desk->board);
  else if (what == 'Q' || what == 'A')
    desk->wishes.quiet = what == 'Q';
  else if (what == 'S')
    desk->wishes.topics_off = 1u << DESK_TOPIC_LEASE_END;
  else if (what == 'O')
    desk->wishes.on = FALSE;
  else if (what == 'H')
    desk->wishes.hide = TRUE;
  else if (what == 'U')
    desk->moment.locked = FALSE;
  else if (what == 'L')
    {
      desk->moment.locked = TRUE;
      desk_alert_board_take_down (desk->board);
    }
}

/* The desktop takes everything that stands. */
static void
show_all (Desk *desk)
{
  g_autoptr (GPtrArray) alerts = desk_alert_board_alerts (desk->board, &desk->wishes, &desk->moment);

  for (guint i = 0; i < alerts->len; i++)
    {
      const DeskAlert *alert = alerts->pdata[i];
      g_autoptr (GPtrArray) told = desk_alert_board_shown (desk->board, alert->id, alert->serial);

      tell (desk, told);
    }
}

static const struct
{
  const char *what;
  const char *steps; /* separated by blanks; each "," shows nothing between */
  const char *stands;
  const char *told;
} boards[] = {
  { "one each up to five", "+1,+2,+3,+4,+5 k", "1 2 3 4 5", "1 2 3 4 5" },
  { "six at once are one", "+1,+2,+3,+4,+5,+6 k", "(1 2 3 4 5 6)", "1 2 3 4 5 6" },
  { "the sixth beside five", "+1,+2,+3,+4,+5 k +6 k", "(1 2 3 4 5 6)", "1 2 3 4 5 6" },
  { "after the crowd one alone", "+1,+2,+3,+4,+5,+6 k +7 k", "(1 2 3 4 5 6) 7", "1 2 3 4 5 6 7" },
  { "a crowd shrinks and goes", "+1,+2,+3,+4,+5,+6 k -1,-2,-3,-4,-5", "(6)", "1 2 3 4 5 6" },
  { "a crowd that nobody needs", "+1,+2,+3,+4,+5,+6 k -1,-2,-3,-4,-5,-6", "", "1 2 3 4 5 6" },
  { "done before it was shown is never told", "+1 -1 k", "", "" },
  { "the same again is told again", "+1 k +1 k", "1", "1 1" },
  { "the same again leaves the crowd", "+1,+2,+3,+4,+5,+6 k +1 k", "(2 3 4 5 6) 1", "1 2 3 4 5 6 1" },
  { "closed is not said again", "+1,+2 k x1", "2", "1 2" },
  { "a crowd closed", "+1,+2,+3,+4,+5,+6 k x0", "", "1 2 3 4 5 6" },
  { "closed before it was said stays", "+1 x1", "1", "" },
  { "missed ones come as one", "m1,m2 k", "(1 2)m", "1 2" },
  { "one missed comes as itself", "m1 k", "1m", "1" },
  { "missed and new", "m1,m2,+3 k", "(1 2 3)", "1 2 3" },
  { "urgent", "!1,+2 k", "1* 2", "1 2" },
  { "a crowd with an urgent one", "m1,!2,m3 k", "(1 2 3)*", "1 2 3" },
  { "quiet: only what is urgent", "Q +1,!2 k", "2*", "2" },
  { "quiet ends", "Q +1,!2 k A k", "1 2*", "2 1" },
  { "what stands when it gets quiet stays", "+1 k Q", "1", "1" },
  { "done while it was held", "Q +1 -1 A k", "", "" },
  { "many held come as one", "Q +1,+2,+3,+4,+5,+6 A k", "(1 2 3 4 5 6)", "1 2 3 4 5 6" },
  { "a kind that is off is told at once", "S +1,+91", "1", "91" },
  { "switched off while it stands", "+91 k S", "", "91" },
  { "off at all", "O +1,!2", "", "1 2" },
  { "off is stronger than urgent", "S !91", "", "91" },
  { "locked takes down what was said", "+1,+2 k L", "", "1 2" },
  { "locked before it was said: said bare", "+1 L k", "1'", "1" },
  { "locked: bare", "L +1 k", "1'", "1" },
  { "locked: several are one", "L +1 k +2 k", "(1 2)'", "1 2" },
  { "unlocked: in words, not told twice", "L +1 k U k", "1", "1" },
  { "hidden: bare", "H +1 k", "1'", "1" },
  { "hidden: several are one", "H +1,+2 k", "(1 2)'", "1 2" },
  { "locked and quiet", "Q L +1 k A k", "1'", "1" },
  { "nobody there", "+1,+2 C", "", "" },
  { "an unknown one", "-7 x7 k", "", "" },
};

static void
test_board (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_auto (GStrv) steps = g_strsplit_set (boards[i].steps, " ,", -1);
  g_autoptr (DeskAlertBoard) board = desk_alert_board_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *stands = NULL;
  Desk desk = { board, { TRUE, 0, FALSE, MINUTES (8, 0), MINUTES (20, 0), FALSE, FALSE }, { NOON, zone, FALSE }, told };
  const char *p = boards[i].steps;

  for (guint k = 0; steps[k] != NULL; k++)
    {
      p += strlen (steps[k]);
      if (steps[k][0] == 'k')
        show_all (&desk);
      else
        step (&desk, steps[k][0], atoi (steps[k] + 1));
      if (*p != ',')
        settle (&desk); /* a comma: both come in one breath */
      p += *p != '\0';
    }
  stands = say (&desk);
  g_assert_cmpstr (stands, ==, boards[i].stands);
  g_assert_cmpstr (told->str, ==, boards[i].told);
}

/* A notification is said anew only when there is something new in it. */
static void
test_serials (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (DeskAlertBoard) board = desk_alert_board_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  Desk desk = { board, { TRUE, 0, FALSE, 0, 0, FALSE, FALSE }, { NOON, zone, FALSE }, told };
  guint serials[4];

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GPtrArray) alerts = NULL;

      if (round == 0)
        for (int id = 1; id <= 7; id++)
          step (&desk, '+', id);
      else if (round == 1)
        step (&desk, '-', 3);
      else if (round == 3)
        {
          for (int id = 10; id <= 16; id++)
            step (&desk, '+', id);
        }
      settle (&desk);
      alerts = desk_alert_board_alerts (board, &desk.wishes, &desk.moment);
      g_assert_cmpuint (alerts->len, ==, 1);
      serials[round] = ((DeskAlert *) alerts->pdata[0])->serial;
    }
  g_assert_cmpuint (serials[0], ==, serials[1]);
  g_assert_cmpuint (serials[1], ==, serials[2]);
  g_assert_cmpuint (serials[2], <, serials[3]);

  /* What joined after the desktop took the crowd is not told by that. */
  {
    g_autoptr (GPtrArray) first = desk_alert_board_shown (board, DESK_ALERT_CROWD, serials[0]);
    g_autoptr (GPtrArray) rest = desk_alert_board_shown (board, DESK_ALERT_CROWD, serials[3]);

    g_assert_cmpuint (first->len, ==, 6);
    g_assert_cmpuint (rest->len, ==, 7);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (quiet); i++)
    {
      g_autofree char *path = g_strdup_printf ("/alert/quiet/%s", quiet[i].what);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_quiet);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autofree char *path = g_strdup_printf ("/alert/board/%s", boards[i].what);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_board);
    }
  g_test_add_func ("/alert/serials", test_serials);
  return g_test_run ();
}
