/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "desk-clock-picture-draw.h"
#include "desk-work-order.h"

#define DAY 86400
#define OPENED G_GINT64_CONSTANT (1763341920) /* Monday 17 November 2025, 01:12 UTC */

static const DeskStretch stretches[] = {
  { OPENED, OPENED + 3 * 3600 }, { OPENED + 5 * 3600, OPENED + 9 * 3600 }, { OPENED + DAY, OPENED + DAY + 3 * 3600 },
};

static DeskClockPicture
picture (void)
{
  static const DeskPictureWait waits[] = { { OPENED + 6 * 3600, OPENED + DAY, "配件" } };

  return (DeskClockPicture){ .opened_at = OPENED, .now = OPENED + DAY + 3600, .response_due = OPENED + 1800,
                             .responded_at = OPENED + 720, .completion_due = OPENED + DAY + 2 * 3600,
                             .stretches = stretches, .n_stretches = G_N_ELEMENTS (stretches), .waits = waits, .n_waits = 1,
                             .used = 5 * 3600, .stopped = 3 * 3600, .left = 3600 };
}

static char *
page_text (const char *path, int page, int *n_pages)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_file (uri, NULL, &error);
  PopplerPage *sheet;
  char *text;

  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (pdf);
  sheet = poppler_document_get_page (pdf, page);
  text = poppler_page_get_text (sheet);
  g_object_unref (sheet);
  g_object_unref (pdf);
  return text;
}

static void
has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in\n%s", words, text);
}

/* Every case stands on a page of its own, with its clocks and the places to sign. What is empty is not there. */
static void
test_pages (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", zone);
  g_autoptr (DeskPaper) paper = desk_work_order_new (text, "翠湖花园");
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "order.pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  DeskOrder order = { .title = "维修派工单", .number = "R202511-0042", .printed = "2025-11-18 打印", .what = "3-2-1502  厨房水槽下水管渗漏",
                      .detail = "水槽柜里有水 <b>急</b>", .notice = "独居老人，先电话再上门", .clock = "09:42 前响应",
                      .facts = { { "报修人", "周国栋" }, { "类别", "给排水 › 厨房" }, { "预约", "" }, { "质保", NULL } },
                      .has_picture = TRUE, .picture = picture () };
  int n_pages;

  desk_work_order_add (paper, &order);
  order.number = "R202511-0043";
  order.notice = NULL;
  order.detail = NULL;
  order.has_picture = FALSE;
  desk_work_order_add (paper, &order);
  g_assert_true (desk_paper_write_pdf (paper, path, "派工单", NULL, &error));
  g_assert_no_error (error);
  first = page_text (path, 0, &n_pages);
  second = page_text (path, 1, &n_pages);
  g_assert_cmpint (n_pages, ==, 2);
  has (first, "维修派工单");
  has (first, "R202511-0042");
  has (first, "厨房水槽下水管渗漏");
  has (first, "<b>急</b>");
  has (first, "独居老人，先电话再上门");
  has (first, "周国栋");
  has (first, "维修签字");
  has (first, "住户签字");
  has (first, "配件、人工");
  has (first, "等配件");
  has (first, "已用");
  has (first, "停");
  has (first, "不计工时");
  has (first, "翠湖花园");
  g_assert_null (strstr (first, "预约"));
  g_assert_null (strstr (first, "质保"));
  has (second, "R202511-0043");
  g_assert_null (strstr (second, "独居老人"));
  g_assert_null (strstr (second, "已用"));
  g_unlink (path);
  g_rmdir (folder);
}

/* A complaint has its sections in place of parts; its answer stands on a page of its own, whole. */
static void
test_complaint (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", zone);
  g_autoptr (DeskPaper) paper = desk_work_order_new (text, "翠湖花园");
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "complaint.pdf", NULL);
  g_autoptr (GString) letter = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  DeskOrder order = { .kind = DESK_ORDER_COMPLAINT, .title = "投诉处理单", .number = "C202511-0002", .printed = "打印",
                      .what = "3-2-1502  楼上装修吵", .clock = "", .facts = { { "严重程度", "严重" } },
                      .sections = { { "阶段", "✓ 联系  11-18 09:00  王丽" }, { "原因", "午休施工" }, { "整改", "" } } };
  int n_pages;

  for (int i = 0; i < 90; i++)
    g_string_append (letter, "已约定午休不再施工，物业派人值守。");
  g_string_append (letter, "最后一句");
  desk_work_order_add (paper, &order);
  order.kind = DESK_ORDER_LETTER;
  order.letter = letter->str;
  order.signed_by = "王丽  2025-11-20";
  desk_work_order_add (paper, &order);
  g_assert_true (desk_paper_write_pdf (paper, path, "投诉", NULL, &error));
  g_assert_no_error (error);
  first = page_text (path, 0, &n_pages);
  second = page_text (path, 1, &n_pages);
  g_assert_cmpint (n_pages, ==, 2);
  has (first, "投诉处理单");
  has (first, "午休施工");
  has (first, "整改");
  has (first, "住户签字");
  g_assert_null (strstr (first, "配件、人工"));
  has (second, "最后一句");
  has (second, "王丽");
  g_assert_null (strstr (second, "午休施工"));
  g_unlink (path);
  g_rmdir (folder);
}

/* Whatever the clock says and however little room there is, drawing it ends, and stays within its width. */
static void
test_any_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DeskText) text = desk_text_new ("en", zone);
  static const gint64 moments[] = { 0, OPENED - DAY, OPENED, OPENED + 1, OPENED + DAY, OPENED + 400 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    for (guint k = 0; k < G_N_ELEMENTS (moments); k++)
      for (int kind = 0; kind < 8; kind++)
        {
          DeskClockPicture it = picture ();
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          double x, y, width, height;

          it.now = moments[i] != 0 ? moments[i] : OPENED;
          it.completion_due = moments[k];
          it.n_stretches = (kind & 1) != 0 ? 0 : it.n_stretches;
          it.n_waits = (kind & 2) != 0 ? 0 : it.n_waits;
          it.done_at = (kind & 4) != 0 ? it.now : 0;
          desk_clock_picture_draw (cr, &it, text, &desk_picture_inks_paper, 520, 12);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          g_assert_cmpfloat (x, >=, -6);
          g_assert_cmpfloat (x + width, <=, 540);
          g_assert_cmpfloat (y + height, <=, desk_clock_picture_height (12) + 2);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-order/pages", test_pages);
  g_test_add_func ("/work-order/complaint", test_complaint);
  g_test_add_func ("/work-order/any-clock", test_any_clock);
  return g_test_run ();
}
