/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import.h"

#include <string.h>

#include "desk-rule-case.h"
#include "desk-string.h"

/* One row of a sheet of cases. They come in as they ended: no clock runs that the sheet does not give a due time for. */

#define TEXT(code) text[DESK_IMPORT_FIELD_##code]

/* Words for the states that people write, in small letters. */
static const struct
{
  const char *word;
  DeskCaseState state;
} words[] = {
  { "closed", DESK_CASE_CLOSED },      { "done", DESK_CASE_CLOSED },       { "resolved", DESK_CASE_CLOSED },
  { "finished", DESK_CASE_CLOSED },    { "completed", DESK_CASE_CLOSED },  { "已结", DESK_CASE_CLOSED },
  { "已完成", DESK_CASE_CLOSED },      { "完成", DESK_CASE_CLOSED },       { "已关闭", DESK_CASE_CLOSED },
  { "办结", DESK_CASE_CLOSED },        { "已办结", DESK_CASE_CLOSED },     { "已完工", DESK_CASE_CLOSED },
  { "cancelled", DESK_CASE_CANCELLED }, { "canceled", DESK_CASE_CANCELLED }, { "已取消", DESK_CASE_CANCELLED },
  { "作废", DESK_CASE_CANCELLED },     { "open", DESK_CASE_NEW },          { "new", DESK_CASE_NEW },
  { "未处理", DESK_CASE_NEW },         { "待处理", DESK_CASE_NEW },        { "新建", DESK_CASE_NEW },
  { "处理中", DESK_CASE_NEW },         { "进行中", DESK_CASE_NEW },        { "已派", DESK_CASE_NEW },
};

/* Reads 1:32 or 01:32:33; fractions of a second and a zone behind it are passed over. */
static gboolean
read_clock (const char *text, int part[3])
{
  for (int i = 0; i < 3; i++)
    {
      int digits = 0;

      for (part[i] = 0; g_ascii_isdigit (*text) && digits < 2; text++, digits++)
        part[i] = part[i] * 10 + (*text - '0');
      if (digits == 0)
        return FALSE;
      if (*text != ':')
        return i > 0 && (*text == '\0' || strchr (".Z+ ", *text) != NULL);
      text++;
    }
  return FALSE;
}

/**
 * desk_import_parse_time:
 * @text: 2011-07-01 01:32:33, 2011/7/1 1:32, 2011-07-01T01:32:33, 2011年7月1日 1:32, or a day alone
 * @wall: (out): Unix seconds as if the clock on the wall showed UTC
 */
gboolean
desk_import_parse_time (const char *text, gint64 *wall)
{
  g_autofree char *plain = desk_string_half_width (text);
  char *split = strpbrk (plain, " T");
  g_autoptr (GDateTime) time = NULL;
  int part[3] = { 0, 0, 0 };
  DeskDay day;

  if (split != NULL)
    {
      *split++ = '\0';
      if (!read_clock (split, part))
        return FALSE;
    }
  if (!desk_day_parse (plain, &day))
    return FALSE;
  time = g_date_time_new_utc (desk_day_year (day), desk_day_month (day), desk_day_of_month (day), part[0], part[1],
                              part[2]);
  if (time == NULL)
    return FALSE;
  *wall = g_date_time_to_unix (time);
  return TRUE;
}

static gint64
read_time (const char *text, const char *field, GPtrArray *problems)
{
  gint64 wall = 0;

  if (*text != '\0' && !desk_import_parse_time (text, &wall))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_A_DAY, field, -1, text, NULL));
  return wall;
}

static DeskCaseState
state_of (const char *text, gboolean closed)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i].word))
      return words[i].state;
  return closed ? DESK_CASE_CLOSED : DESK_CASE_NEW;
}

/**
 * desk_import_case_parse:
 * @import: CASES or COMPLAINTS
 * @text: (array length=DESK_N_IMPORT_FIELDS): the cells by field, "" where there is none
 *
 * Returns: (transfer full): the case; its category, unit and place are looked up later
 */
DeskCase *
desk_import_case_parse (DeskImport import, const char *const *text, GPtrArray *problems)
{
  DeskCase *c = desk_record_new (DESK_KIND_SERVICE_CASE);
  const char *title = *TEXT (TITLE) != '\0' ? TEXT (TITLE) : *TEXT (DETAIL) != '\0' ? TEXT (DETAIL) : *TEXT (CATEGORY) != '\0' ? TEXT (CATEGORY) : TEXT (RESULT);

  c->kind = import == DESK_IMPORT_COMPLAINTS || strstr (TEXT (CASE_KIND), "投诉") != NULL || g_ascii_strncasecmp (TEXT (CASE_KIND), "complaint", 9) == 0
                ? DESK_CASE_COMPLAINT
                : DESK_CASE_REPAIR;
  c->severity = c->kind == DESK_CASE_COMPLAINT ? DESK_SEVERITY_ORDINARY : 0;
  c->title = desk_case_title (*title != '\0' ? title : TEXT (CASE_NUMBER));
  /* A title that had to be cut stands before the rest in full: nothing that was written is lost. */
  if (strcmp (c->title, title) == 0 || strcmp (title, TEXT (DETAIL)) == 0)
    c->detail = g_strdup (TEXT (DETAIL));
  else
    c->detail = *TEXT (DETAIL) != '\0' ? g_strdup_printf ("%s\n%s", title, TEXT (DETAIL)) : g_strdup (title);
  c->external_no = g_strdup (TEXT (CASE_NUMBER));
  c->caller = g_strdup (TEXT (NAME));
  c->phone = g_strdup (TEXT (PHONE));
  c->queue = g_strdup (TEXT (QUEUE));
  c->result = g_strdup (TEXT (RESULT));
  c->opened_at = read_time (TEXT (OPENED), "opened", problems);
  c->promised_due = read_time (TEXT (DUE), "due", problems);
  c->closed_at = read_time (TEXT (CLOSED), "closed", problems);
  c->state = state_of (TEXT (CASE_STATUS), c->closed_at != 0);
  if (*TEXT (OPENED) == '\0')
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "opened", -1, NULL));
  else if (c->closed_at != 0 && c->closed_at < c->opened_at)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_BEFORE_OPENING, "closed", -1, NULL));
  if (c->state == DESK_CASE_NEW)
    c->closed_at = 0;
  else if (c->closed_at == 0)
    c->closed_at = c->opened_at;
  c->urgency = DESK_URGENCY_ORDINARY;
  desk_rule_case (c, problems);
  return c;
}
