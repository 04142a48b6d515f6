/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-media.h"

#include <string.h>

/* What a file is, by what it holds; and what it is called afterwards. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *name;
    const char *mime; /* NULL: not kept */
  } rows[] = {
#define B(text) text, sizeof (text) - 1
    { B ("\xFF\xD8\xFF\xE0 JFIF"), "漏水.jpg", "image/jpeg" },
    { B ("\xFF\xD8\xFF\xE0 JFIF"), "漏水.exe", "image/jpeg" },
    { B ("\xFF\xD8\xFF\xE0 JFIF"), NULL, "image/jpeg" },
    { B ("\x89PNG\r\n\x1A\n...."), "a.jpg", "image/png" },
    { B ("GIF89a"), "a", "image/gif" },
    { B ("BM......"), "a.bmp", "image/bmp" },
    { B ("BM, a text that begins like it"), "a.exe", NULL },
    { B ("RIFF....WEBPVP8 "), "微信图片.webp", "image/webp" },
    { B ("....ftypheic"), "IMG_0001.HEIC", "image/heic" },
    { B ("....ftypisom"), "视频.mp4", "video/mp4" },
    { B ("....ftypisom"), "录音.m4a", "audio/mp4" },
    { B ("%PDF-1.7"), "合同.pdf", "application/pdf" },
    { B ("%PDF-1.7"), "合同.jpg", "application/pdf" },
    { B ("PK\x03\x04...."), "清单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { B ("PK\x03\x04...."), "清单.jar", NULL },
    { B ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), "清单.xls", "application/vnd.ms-excel" },
    { B ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), "setup.msi", NULL },
    { B ("聊天记录\n第二行"), "记录.txt", "text/plain" },
    { B ("聊天记录\n第二行"), "记录", NULL },
    { B ("a,b\r\n1,2"), "表.CSV", "text/csv" },
    { B ("has a \x00 in it"), "记录.txt", NULL },
    { B ("\x7F" "ELF\x02\x01\x01"), "照片.jpg", NULL },
    { B ("MZ\x90\x00"), "照片.jpg", NULL },
    { B ("<html><script>"), "a.html", NULL },
    { B ("\xFF\xD8"), "短.jpg", NULL },
    { B (""), "空.txt", NULL },
#undef B
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DeskMedia *media = desk_media_find ((const guint8 *) rows[i].bytes, rows[i].n_bytes, rows[i].name);

      g_test_message ("%s", rows[i].name != NULL ? rows[i].name : "(no name)");
      g_assert_cmpstr (media != NULL ? media->mime : NULL, ==, rows[i].mime);
      g_assert_true (media == NULL || desk_media_of_mime (media->mime) != NULL);
    }
  g_assert_null (desk_media_of_mime ("application/x-executable"));
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *mime;
    const char *kept;
  } rows[] = {
    { "漏水.jpg", "image/jpeg", "漏水.jpg" },
    { "漏水.JPEG", "image/jpeg", "漏水.jpg" },
    { "截图.png", "image/jpeg", "截图.jpg" },
    { "photo.exe", "image/jpeg", "photo.exe.jpg" },
    { "scan.2024", "image/jpeg", "scan.2024.jpg" },
    { "/srv/../../etc/passwd", "text/plain", "passwd.txt" },
    { "C:\\图\\门口.jpg", "image/jpeg", "门口.jpg" },
    { "../../.bashrc.txt", "text/plain", "bashrc.txt" },
    { "-rf.pdf", "application/pdf", "rf.pdf" },
    { "合同\n<b>:?.pdf", "application/pdf", "合同b.pdf" },
    { "photo\xE2\x80\xAEgpj.pdf", "application/pdf", "photogpj.pdf" }, /* turns the reading direction */
    { "bad\xFF.pdf", "application/pdf", "bad\xEF\xBF\xBD.pdf" },
    { "....", "image/jpeg", "" },
    { "/", "image/jpeg", "" },
    { "", "image/jpeg", "" },
    { NULL, "image/jpeg", "" },
    { ".jpg", "image/jpeg", "jpg.jpg" },
  };
  g_autofree char *huge = g_strnfill (100000, 'x');
  g_autofree char *kept = desk_media_name (huge, desk_media_of_mime ("application/pdf"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = desk_media_name (rows[i].name, desk_media_of_mime (rows[i].mime));

      g_assert_cmpstr (name, ==, rows[i].kept);
      g_assert_null (strchr (name, '/'));
    }
  g_assert_cmpint (g_utf8_strlen (kept, -1), <=, DESK_FILE_NAME_LENGTH);
  g_assert_true (g_str_has_suffix (kept, ".pdf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media/kinds", test_kinds);
  g_test_add_func ("/media/names", test_names);
  return g_test_run ();
}
