/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-problem.h"
#include "desk-saved-filter.h"

/* What is written is read as the same, over every filter and order of every list. */
static void
test_round_trip (void)
{
  for (int list = 0; list < DESK_N_LISTS; list++)
    {
      const DeskListSpec *spec = desk_list_spec ((DeskList) list);

      g_assert_cmpint (desk_list_find (spec->nick), ==, list);
      for (guint filter = 0; filter < spec->n_filters; filter++)
        for (guint sort = 0; sort < spec->n_columns; sort++)
          {
            g_autoptr (GString) text = g_string_new ("漏水 & 3=2%\"'\\;~？ 𠮷");
            DeskFilterForm form = { .list = (DeskList) list, .filter = filter, .text = text->str, .sort = sort,
                                    .descending = (filter + sort) % 2 == 1, .building_id = filter, .staff_id = sort,
                                    .days = (DeskDays) (sort % DESK_N_DAYS), .day = sort % DESK_N_DAYS == DESK_DAYS_ONE ? 20261118 : 0,
                                    .span = (DeskSpan) (filter % DESK_N_SPANS) };
            g_auto (DeskFilterForm) read = { 0 };
            g_autofree char *words = NULL, *again = NULL;
            DeskFilterLost lost;

            if (!spec->columns[sort].sortable)
              continue;
            words = desk_filter_form_write (&form);
            lost = desk_filter_form_read ((DeskList) list, words, &read);
            g_assert_cmpint (lost, ==, DESK_FILTER_LOST_NOTHING);
            again = desk_filter_form_write (&read);
            g_assert_cmpstr (again, ==, words);
            g_assert_true (desk_filter_form_equal (&form, &read));
            g_assert_cmpuint (read.filter, ==, filter);
            g_assert_cmpuint (read.sort, ==, sort);
            g_assert_cmpstr (read.text, ==, text->str);
            g_assert_cmpint (read.descending, ==, form.descending);
            g_assert_cmpint (read.building_id, ==, form.building_id);
            g_assert_cmpint (read.staff_id, ==, form.staff_id);
            g_assert_cmpint (read.days, ==, form.days);
            g_assert_cmpint (read.day, ==, form.day);
            g_assert_cmpint (read.span, ==, form.span);
          }
    }
}

static void
test_figure (void)
{
  DeskFilterForm form = { .list = DESK_LIST_COMPLAINTS, .figured = TRUE,
                          .figure = { .slice = DESK_SLICE_CATEGORY, .of_id = 12, .span = DESK_SPAN_ALL, .rate = -1 } };
  g_autofree char *words = desk_filter_form_write (&form);
  g_auto (DeskFilterForm) read = { 0 }, elsewhere = { 0 };

  g_assert_cmpint (desk_filter_form_read (DESK_LIST_COMPLAINTS, words, &read), ==, DESK_FILTER_LOST_NOTHING);
  g_assert_true (read.figured);
  g_assert_cmpint (read.figure.slice, ==, DESK_SLICE_CATEGORY);
  g_assert_cmpint (read.figure.of_id, ==, 12);
  g_assert_cmpint (read.figure.span, ==, DESK_SPAN_ALL);
  g_assert_cmpint (read.figure.rate, ==, -1);
  g_assert_cmpint (desk_filter_form_read (DESK_LIST_UNITS, words, &elsewhere) & DESK_FILTER_LOST_CHOICE, !=, 0);
  g_assert_false (elsewhere.figured);
}

/* Whatever stands there, it can be asked for, and the rest of it holds. */
static void
test_hostile (void)
{
  static const char *const rows[] = {
    "filter=nothing_like_it", "sort=title", "sort=", "down=-1", "down=2x", "building=99999999999999999999", "building=-4",
    "staff=0", "days=someday", "days=one", "day=20261340", "span=99", "figure=1,2", "figure=9,1,0,0", "figure=0,1,0,77",
    "figure=a,b,c,d", "text=%00", "text=%", "text=%zz", "text=%ff%fe", "text=a%0Ab", "text", "unknown=1", "==", "filter",
    "text=%1F",
  };
  g_autofree char *endless = g_strnfill (100000, '&');
  g_autofree char *huge = g_strnfill (3000, 'x');
  g_autofree char *long_text = g_strconcat ("text=", huge, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = g_strconcat (rows[i], "&down=1", NULL);
      g_auto (DeskFilterForm) form = { 0 };
      DeskFilterLost lost = desk_filter_form_read (DESK_LIST_REPAIRS, words, &form);

      g_assert_cmpint (lost, ==, g_str_equal (rows[i], "==") ? DESK_FILTER_LOST_NOTHING : DESK_FILTER_LOST_CHOICE);
      g_assert_cmpint (form.list, ==, DESK_LIST_REPAIRS);
      g_assert_cmpuint (form.filter, ==, 0);
      g_assert_cmpuint (form.sort, ==, 0);
      g_assert_true (form.descending);
      g_assert_cmpint (form.building_id, ==, 0);
      g_assert_cmpint (form.days, ==, DESK_DAYS_ALL);
      g_assert_false (form.figured);
      g_assert_null (form.text);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_auto (DeskFilterForm) form = { 0 };

      desk_filter_form_read (DESK_LIST_UNITS, i == 0 ? endless : i == 1 ? long_text : NULL, &form);
      g_assert_null (form.text);
    }
}

static void
test_days (void)
{
  static const struct
  {
    DeskDays days;
    DeskDay day, from, to;
  } rows[] = {
    { DESK_DAYS_ALL, 0, 0, 0 },
    { DESK_DAYS_TODAY, 0, 20260301, 0 },
    { DESK_DAYS_YESTERDAY, 0, 20260228, 20260301 },
    { DESK_DAYS_WEEK, 0, 20260223, 0 },
    { DESK_DAYS_MONTH, 0, 20260131, 0 },
    { DESK_DAYS_ONE, 20251231, 20251231, 20260101 },
    { DESK_DAYS_ONE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DeskDay from, to;

      desk_days_range (rows[i].days, rows[i].day, 20260301, &from, &to);
      g_assert_cmpint (from, ==, rows[i].from);
      g_assert_cmpint (to, ==, rows[i].to);
    }
}

static void
test_rule (void)
{
  g_autofree char *long_name = g_strnfill (41, 'x');
  const struct
  {
    const char *list, *name, *form, *wrong;
  } rows[] = {
    { "repairs", "漏水", "filter=soon&sort=due", NULL },
    { "repairs", "  漏水  ", "", NULL },
    { "repairs", " ", "filter=soon", "name" },
    { "repairs", "a\nb", "filter=soon", "name" },
    { "repairs", long_name, "filter=soon", "name" },
    { "nothing", "漏水", "filter=soon", "list_name" },
    { "repairs", "漏水", "filter=lived_in", "form" },
    { "units", "漏水", "sort=due", "form" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SAVED_FILTER);
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      DeskSavedFilter *filter = (DeskSavedFilter *) record;

      desk_text_set (&filter->list_name, rows[i].list);
      desk_text_set (&filter->name, rows[i].name);
      desk_text_set (&filter->form, rows[i].form);
      filter->pinned = 7;
      desk_rule_saved_filter (filter, problems);
      g_assert_cmpuint (problems->len, ==, rows[i].wrong != NULL ? 1 : 0);
      if (rows[i].wrong != NULL)
        g_assert_cmpstr (((DeskProblem *) problems->pdata[0])->field, ==, rows[i].wrong);
      else
        g_assert_cmpstr (filter->name, ==, "漏水");
      g_assert_cmpint (filter->pinned, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-filter/round-trip", test_round_trip);
  g_test_add_func ("/saved-filter/figure", test_figure);
  g_test_add_func ("/saved-filter/hostile", test_hostile);
  g_test_add_func ("/saved-filter/days", test_days);
  g_test_add_func ("/saved-filter/rule", test_rule);
  return g_test_run ();
}
