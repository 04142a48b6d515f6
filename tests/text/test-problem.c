/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "desk-text-problem.h"

static DeskText *zh;
static DeskText *en;

/* Whole, in the language asked for, ended with its full stop, nothing left to fill in. */
static void
check (const DeskText *text, const char *sentence)
{
  gboolean chinese = text == zh;

  g_test_message ("%s", sentence);
  g_assert_cmpuint (strlen (sentence), >, 8);
  g_assert_true (g_str_has_suffix (sentence, chinese ? "。" : "."));
  g_assert_false (g_str_has_suffix (sentence, ".."));
  g_assert_false (g_str_has_suffix (sentence, "。。"));
  for (const char *p = sentence; *p != '\0'; p++)
    g_assert_false (p[0] == '%' && g_ascii_isdigit (p[1]));
  if (chinese)
    g_assert_cmpstr (sentence, !=, "");
  else
    for (const char *p = sentence; *p != '\0'; p = g_utf8_next_char (p))
      g_assert_cmpuint (g_utf8_get_char (p), <, 0x3000);
}

static void
test_every_problem (void)
{
  for (int code = 0; code < DESK_N_PROBLEMS; code++)
    {
      g_autoptr (DeskProblem) full = desk_problem_new ((DeskProblemCode) code, "from_day", 2, "2025-03-01", "31", "7", NULL);
      g_autoptr (DeskProblem) bare = desk_problem_new ((DeskProblemCode) code, NULL, -1, NULL);
      DeskText *texts[] = { zh, en };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autofree char *placed = desk_text_problem (texts[i], full);
          g_autofree char *here = desk_text_problem_here (texts[i], full);
          g_autofree char *poor = desk_text_problem (texts[i], bare);

          check (texts[i], placed);
          check (texts[i], here);
          check (texts[i], poor);
          g_assert_true (g_str_has_suffix (placed, here));
        }
      {
        g_autofree char *chinese = desk_text_problem_here (zh, full);
        g_autofree char *english = desk_text_problem_here (en, full);

        g_assert_cmpstr (chinese, !=, english);
      }
    }
}

static void
test_every_code (void)
{
  for (int code = DESK_ERROR_INVALID; code <= DESK_ERROR_LIMIT; code++)
    {
      g_autoptr (GError) error = g_error_new (DESK_ERROR, code, "for logs");
      g_autofree char *chinese = desk_text_error (zh, error);
      g_autofree char *english = desk_text_error (en, error);

      check (zh, chinese);
      check (en, english);
      g_assert_null (strstr (english, "for logs"));
      g_assert_cmpstr (chinese, !=, english);
    }
}

static void
test_words (void)
{
  static const struct
  {
    DeskProblemCode code;
    const char *field;
    int row;
    const char *args[3];
    const char *zh;
    const char *en;
  } rows[] = {
    { DESK_PROBLEM_EMPTY, "person.name", -1, { NULL }, "姓名：没填，要填上。",
      "Full name: Nothing is filled in, but something must be." },
    { DESK_PROBLEM_TOO_LONG, "room", -1, { "100000", "20", NULL }, "室号：写了 100,000 个字，最多 20 个，删短些。",
      "Room: 100,000 characters are too many: shorten it to at most 20." },
    { DESK_PROBLEM_PHONE_SHORT, "phones", 1, { "2", NULL }, "电话第 2 行：只有 2 位，太短，核对一下。",
      "Phones, row 2: A phone number of 2 digits is too short: check it." },
    { DESK_PROBLEM_OUT_OF_RANGE, "built_area", -1, { "1000000000", "0", "99999999" },
      "建筑面积：10,000,000.00 m² 不行，要在 0 m² 到 999,999.99 m² 之间。",
      "Built-up area: 10,000,000.00 m² cannot be: it must lie between 0 m² and 999,999.99 m²." },
    { DESK_PROBLEM_OUT_OF_RANGE, "built_area", -1, { "10000000", "0.01", "999999.99" },
      "建筑面积：10000000 不行，要在 0.01 到 999999.99 之间。",
      "Built-up area: 10000000 cannot be: it must lie between 0.01 and 999999.99." },
    { DESK_PROBLEM_OUT_OF_RANGE, "share", -1, { "1500000", "0", "1000000" },
      "产权份额：150 % 不行，要在 0 % 到 100 % 之间。", "Share: 150 % cannot be: it must lie between 0 % and 100 %." },
    { DESK_PROBLEM_OUT_OF_RANGE, "floor", -1, { "-30", "-20", "200" }, "楼层：−30 不行，要在 −20 到 200 之间。",
      "Floor: −30 cannot be: it must lie between −20 and 200." },
    { DESK_PROBLEM_NOT_ALLOWED, NULL, -1, { "unit.edit", "48", NULL }, "没有“改房屋”的权限，找主管、管理员。",
      "You have no right to do this (Edit units): ask Supervisor, Administrator." },
    { DESK_PROBLEM_NOT_ALLOWED, NULL, -1, { "unit.edit", "scope", NULL }, "“改房屋”只限自己管的楼，找这里的管家。",
      "You may do this only in your own buildings (Edit units): ask whoever looks after this one." },
    { DESK_PROBLEM_NAME_TAKEN, NULL, -1, { "UNIQUE constraint failed: unit.label", NULL }, "已被占用，换一个。",
      "This is taken already: give another." },
    { DESK_PROBLEM_IN_USE, NULL, -1, { "occupancy", NULL }, "还有居住登记挂在上面，先删掉。",
      "Something else still belongs to it (Occupancy): remove that first." },
    { DESK_PROBLEM_UNDO_FIELD_CHANGED, NULL, -1, { "state", "王丽", NULL }, "“状态”后来被王丽改过，先撤销那一次。",
      "王丽 changed “State” since then: undo that first." },
    { DESK_PROBLEM_CHANGED_MEANWHILE, NULL, -1, { "", "", NULL }, "刚被别人改过，重看一遍再存。",
      "Somebody changed it meanwhile: look at it anew, then save again." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskProblem) problem = desk_problem_new (rows[i].code, rows[i].field, rows[i].row, rows[i].args[0],
                                                          rows[i].args[1], rows[i].args[2], NULL);
      g_autofree char *chinese = desk_text_problem (zh, problem);
      g_autofree char *english = desk_text_problem (en, problem);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

/* What was typed may be anything: it stays one line of moderate length, and nothing in it is filled in again. */
static void
test_hostile_arguments (void)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  const char *const args[] = { endless, "%1 %2 %s", "a\033[31m\nb\r", "\xff\xfe", "<b>&amp;", "" };

  for (guint i = 0; i < G_N_ELEMENTS (args); i++)
    {
      g_autoptr (DeskProblem) problem = desk_problem_new (DESK_PROBLEM_NOT_A_NUMBER, "built_area", -1, args[i], NULL);
      g_autofree char *sentence = desk_text_problem (zh, problem);

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 120);
      g_assert_null (strchr (sentence, '\033'));
      g_assert_null (strchr (sentence, '\n'));
      g_assert_true (g_str_has_suffix (sentence, "。"));
    }
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "room", -1, NULL));
  desk_error_set_problems (&error, DESK_ERROR_INVALID, problems);
  chinese = desk_text_error (zh, error);
  english = desk_text_error (en, error);
  g_assert_cmpstr (chinese, ==, "室号：没填，要填上。室号：没填，要填上。室号：没填，要填上。还有 2 处不对。");
  g_assert_true (g_str_has_suffix (english, " must be. 2 more things are not right."));
}

static void
test_foreign_errors (void)
{
  g_autoptr (GError) full = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space left on device");
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  g_autoptr (GError) other = g_error_new (G_FILE_ERROR, G_FILE_ERROR_IO, "Input/output error.");
  g_autofree char *a = desk_text_error (zh, full);
  g_autofree char *b = desk_text_error (en, cancelled);
  g_autofree char *c = desk_text_error (zh, other);
  g_autofree char *d = desk_text_error (en, other);

  g_assert_cmpstr (a, ==, "没存上，磁盘满了，腾出地方再存。");
  g_assert_cmpstr (b, ==, "Cancelled: nothing was changed.");
  g_assert_cmpstr (c, ==, "没办成（Input/output error），再试一次。");
  g_assert_cmpstr (d, ==, "It did not work (Input/output error): try again.");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  zh = desk_text_new ("zh_CN", NULL);
  en = desk_text_new ("en", NULL);
  g_test_add_func ("/problem/every-problem", test_every_problem);
  g_test_add_func ("/problem/every-code", test_every_code);
  g_test_add_func ("/problem/words", test_words);
  g_test_add_func ("/problem/hostile-arguments", test_hostile_arguments);
  g_test_add_func ("/problem/several", test_several);
  g_test_add_func ("/problem/foreign-errors", test_foreign_errors);
  status = g_test_run ();
  desk_text_unref (zh);
  desk_text_unref (en);
  return status;
}
