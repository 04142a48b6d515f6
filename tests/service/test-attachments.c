/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-media.h"
#include "desk-sample.h"

/* Files that go with log entries and cases: what is kept, once; what is refused, with what words. */

/* A picture of @width × @height, red at its left, blue at its right. */
static GBytes *
picture (int width, int height, const char *type, const char *key, const char *value)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) right = gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, 0, width - width / 2, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xFF0000FF);
  gdk_pixbuf_fill (right, 0x0000FFFF);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, &error, key, value, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

static gboolean
prepare (DeskSampleCase *self, const char *path, GBytes *bytes, const char *name, DeskFile *file, GError **error)
{
  DeskFileInput *in = desk_file_input_new (path, bytes, name);
  gboolean ok = desk_prepare_file (self->base.service, self->base.actor, in, file, error);

  desk_file_input_free (in);
  return ok;
}

static gint64
attach (DeskSampleCase *self, const DeskActor *actor, DeskKind kind, gint64 id, const DeskFile *file, GError **error)
{
  DeskAttachInput *in = desk_attach_input_new (NULL, kind, id, file);
  DeskSaved saved = { 0 };
  gint64 made = desk_attach_file (self->base.service, actor, in, &saved, error) ? saved.id : 0;

  desk_attach_input_free (in);
  desk_saved_clear (&saved);
  return made;
}

static void
refused (DeskSampleCase *self, const char *path, GBytes *bytes, const char *name, DeskErrorCode code, DeskProblemCode problem)
{
  g_autoptr (GError) error = NULL;
  DeskFile file = { 0 };

  g_assert_false (prepare (self, path, bytes, name, &file, &error));
  desk_assert_problem (error, code, problem);
  g_assert_null (file.bytes);
}

/* How many pixels a kept picture has, and which colour stands where. */
static GdkPixbuf *
open_picture (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static gboolean
is_red (const GdkPixbuf *pixbuf, int x, int y)
{
  const guint8 *at = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
                     + x * gdk_pixbuf_get_n_channels (pixbuf);

  return at[0] > 200 && at[2] < 60;
}

/* A large picture becomes a JPEG of a size that fits; one that fits keeps its size. */
static void
test_shrink (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (GBytes) large = picture (4000, 1000, "png", NULL, NULL);
  g_autoptr (GBytes) small = picture (300, 200, "jpeg", "quality", "90");
  g_autoptr (GError) error = NULL;
  DeskFile file = { 0 }, same = { 0 };
  g_autoptr (GdkPixbuf) shown = NULL;
  g_autoptr (GdkPixbuf) kept = NULL;

  g_assert_true (prepare (self, NULL, large, "楼道.png", &file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (file.name, ==, "楼道.jpg");
  g_assert_cmpstr (file.mime, ==, "image/jpeg");
  shown = open_picture (file.bytes);
  g_assert_cmpint (gdk_pixbuf_get_width (shown), ==, DESK_PICTURE_SIDE);
  g_assert_cmpint (gdk_pixbuf_get_height (shown), ==, 640);
  g_assert_true (prepare (self, NULL, small, "small.jpg", &same, &error));
  kept = open_picture (same.bytes);
  g_assert_cmpint (gdk_pixbuf_get_width (kept), ==, 300);
  desk_file_clear (&file);
  desk_file_clear (&same);
}

/* A JPEG with an Exif part that says how the camera was held, and where the picture was taken. */
static GBytes *
with_exif (GBytes *jpeg)
{
  static const guint8 exif[] = { 0xFF, 0xE1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0,
                                 1, 0, /* one entry: orientation 6, turn a quarter to the right */
                                 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);

  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, data + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_turned (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (GBytes) plain = picture (200, 100, "jpeg", "quality", "95");
  g_autoptr (GBytes) turned = with_exif (plain);
  g_autoptr (GError) error = NULL;
  DeskFile file = { 0 };
  g_autoptr (GdkPixbuf) shown = NULL;
  gsize size;
  const char *bytes;

  g_assert_true (prepare (self, NULL, turned, "a.jpg", &file, &error));
  g_assert_no_error (error);
  shown = open_picture (file.bytes);
  g_assert_cmpint (gdk_pixbuf_get_width (shown), ==, 100);
  g_assert_cmpint (gdk_pixbuf_get_height (shown), ==, 200);
  g_assert_true (is_red (shown, 50, 20));
  g_assert_false (is_red (shown, 50, 180));
  bytes = g_bytes_get_data (file.bytes, &size);
  g_assert_null (memmem (bytes, size, "Exif", 4));
  desk_file_clear (&file);
}

static guint32
crc (const guint8 *bytes, gsize n)
{
  guint32 sum = 0xFFFFFFFF;

  for (gsize i = 0; i < n; i++)
    {
      sum ^= bytes[i];
      for (int k = 0; k < 8; k++)
        sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
    }
  return ~sum;
}

static void
add_chunk (GByteArray *png, const char *type, const guint8 *data, guint32 size)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  guint32 length = GUINT32_TO_BE (size), sum;

  g_byte_array_append (chunk, (const guint8 *) type, 4);
  if (size > 0)
    g_byte_array_append (chunk, data, size);
  sum = GUINT32_TO_BE (crc (chunk->data, chunk->len));
  g_byte_array_append (png, (const guint8 *) &length, 4);
  g_byte_array_append (png, chunk->data, chunk->len);
  g_byte_array_append (png, (const guint8 *) &sum, 4);
}

/* A few hundred bytes that say they are 60,000 × 60,000 pixels: they are not unpacked. */
static GBytes *
bomb (void)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  static const guint8 header[] = { 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0 };
  static const guint8 pixels[] = { 0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1 };
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, signature, sizeof signature);
  add_chunk (png, "IHDR", header, sizeof header);
  add_chunk (png, "IDAT", pixels, sizeof pixels);
  add_chunk (png, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (png);
}

static void
survive (DeskSampleCase *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  DeskFile file = { 0 };

  g_assert_true (prepare (self, NULL, bytes, "a.jpg", &file, &error) == (error == NULL));
  desk_file_clear (&file);
}

static void
test_hostile_pictures (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (GBytes) huge = bomb ();
  g_autoptr (GBytes) whole = picture (200, 100, "jpeg", "quality", "95");
  g_autoptr (GBytes) head = g_bytes_new_static ("\xFF\xD8\xFF\xE0garbage all the way down", 29);

  refused (self, NULL, huge, "bomb.png", DESK_ERROR_LIMIT, DESK_PROBLEM_PICTURE_TOO_LARGE);
  refused (self, NULL, head, "a.jpg", DESK_ERROR_INVALID, DESK_PROBLEM_PICTURE_DAMAGED);
  /* Cut off or changed: a sentence, or what of it can be seen; never a crash. */
  for (gsize i = 1; i < g_bytes_get_size (whole); i += 37)
    {
      g_autofree guint8 *changed = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);
      g_autoptr (GBytes) bytes = NULL;

      changed[i] ^= 0x5A;
      bytes = g_bytes_new (changed, g_bytes_get_size (whole));
      survive (self, cut);
      survive (self, bytes);
    }
}

static char *
put (DeskSampleCase *self, const char *name, const char *bytes, gssize size)
{
  char *path = g_build_filename (self->base.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  return path;
}

/* Nothing, too much, what is no file, what is no kind we keep, and the store itself. */
static void
test_hostile_files (DeskSampleCase *self, gconstpointer data)
{
  g_autofree char *empty = put (self, "empty.pdf", "", 0);
  g_autofree char *program = put (self, "照片.jpg", "\x7F" "ELF\x02\x01\x01\x00", 8);
  g_autofree char *large = put (self, "large.pdf", "%PDF-1.7", 8);
  g_autofree char *huge = put (self, "huge.png", "\x89PNG\r\n\x1A\n", 8);
  g_autofree char *pipe = g_build_filename (self->base.folder, "pipe.jpg", NULL);
  g_autofree char *link = g_build_filename (self->base.folder, "link.txt", NULL);
  g_autofree char *store_log = g_strconcat (self->base.path, "-wal", NULL);
  g_autofree char *gone = g_build_filename (self->base.folder, "gone.jpg", NULL);
  g_autofree char *long_name = g_strnfill (100000, 'x');

  g_assert_cmpint (truncate (large, DESK_FILE_MAX + 1), ==, 0);
  g_assert_cmpint (truncate (huge, DESK_FILE_INTAKE_MAX + 1), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink (self->base.path, link), ==, 0);
  refused (self, empty, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_EMPTY);
  refused (self, NULL, NULL, "x.jpg", DESK_ERROR_INVALID, DESK_PROBLEM_FILE_EMPTY);
  refused (self, program, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_KIND);
  refused (self, large, NULL, NULL, DESK_ERROR_LIMIT, DESK_PROBLEM_FILE_TOO_LARGE);
  refused (self, huge, NULL, NULL, DESK_ERROR_LIMIT, DESK_PROBLEM_FILE_TOO_LARGE);
  refused (self, self->base.folder, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, pipe, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, "/dev/zero", NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, self->base.path, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, store_log, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, link, NULL, NULL, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE);
  refused (self, gone, NULL, NULL, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_FILE_MISSING);
  refused (self, long_name, NULL, NULL, DESK_ERROR_IO, DESK_PROBLEM_FILE_NOT_READABLE);
}

static DeskFile
pdf (const char *words, const char *name)
{
  g_autofree char *text = g_strconcat ("%PDF-1.4 ", words, NULL);

  return (DeskFile){ g_bytes_new (text, strlen (text)), g_strdup (name), NULL };
}

/* One content is there once, whatever it goes with; the same at the same record is no second file. */
static void
test_once (DeskSampleCase *self, gconstpointer data)
{
  DeskFile file = pdf ("合同", "合同.pdf"), again = pdf ("合同", "另名.pdf");
  g_autoptr (GError) error = NULL;
  gint64 first = attach (self, self->base.actor, DESK_KIND_SERVICE_CASE, self->w.case_new, &file, &error);
  gint64 acts = desk_fixture_count (&self->base, "SELECT count(*) FROM act");
  DeskAttachments list = { 0 };
  DeskGetInput get = { .kind = DESK_KIND_SERVICE_CASE, .id = self->w.case_new };

  g_assert_no_error (error);
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_SERVICE_CASE, self->w.case_new, &again, &error), ==, first);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM act"), ==, acts);
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &again, &error), >, first);
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM blob WHERE bytes = CAST ('%PDF-1.4 合同' AS BLOB)"), ==, 1);
  g_assert_true (desk_list_attachments (self->base.service, self->base.actor, &get, &list, &error));
  g_assert_cmpint (list.cards->len, ==, 1);
  g_assert_cmpstr (((DeskAttachmentCard *) list.cards->pdata[0])->attachment->name, ==, "合同.pdf");
  g_assert_cmpint (((DeskAttachmentCard *) list.cards->pdata[0])->attachment->size, ==, (gint64) strlen ("%PDF-1.4 合同"));
  desk_attachments_clear (&list);
  desk_file_clear (&file);
  desk_file_clear (&again);
}

/* What comes out is what went in; a content that was tampered with is not given out as if it were whole. */
static void
test_out (DeskSampleCase *self, gconstpointer data)
{
  DeskFile file = pdf ("合同", "../合同.pdf"), out = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = attach (self, self->base.actor, DESK_KIND_SERVICE_CASE, self->w.case_new, &file, &error);
  DeskGetInput get = { .id = id };
  DeskThumbnail thumbnail = { 0 };

  g_assert_true (desk_get_file (self->base.service, self->base.actor, &get, &out, &error));
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (out.bytes, file.bytes));
  g_assert_cmpstr (out.name, ==, "合同.pdf");
  g_assert_true (desk_get_thumbnail (self->base.service, self->base.actor, &get, &thumbnail, &error));
  g_assert_null (thumbnail.pixels);
  desk_file_clear (&out);
  desk_tamper (self->base.path, "UPDATE blob SET bytes = CAST ('%PDF-1.4 别的' AS BLOB)");
  g_assert_false (desk_get_file (self->base.service, self->base.actor, &get, &out, &error));
  desk_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED);
  desk_file_clear (&out);
  desk_file_clear (&file);
}

static void
test_thumbnail (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture (1000, 500, "jpeg", "quality", "90");
  g_autoptr (GError) error = NULL;
  DeskFile file = { 0 };
  DeskThumbnail thumbnail = { 0 };
  DeskGetInput get = { 0 };

  g_assert_true (prepare (self, NULL, bytes, "a.jpg", &file, &error));
  get.id = attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &file, &error);
  g_assert_true (desk_get_thumbnail (self->base.service, self->base.actor, &get, &thumbnail, &error));
  g_assert_no_error (error);
  g_assert_cmpint (thumbnail.width, ==, DESK_THUMBNAIL_SIDE);
  g_assert_cmpint (thumbnail.height, ==, DESK_THUMBNAIL_SIDE / 2);
  desk_thumbnail_clear (&thumbnail);
  desk_file_clear (&file);
}

/* Files of an entry go along when it becomes a repair; what a file goes with cannot be undone under it. */
static void
test_carried (DeskSampleCase *self, gconstpointer data)
{
  DeskFile file = pdf ("照片", "照片.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecord) visit = NULL;
  DeskVisitInput *in;
  DeskSaved saved = { 0 };
  g_autofree char *sql = NULL;
  gint64 act;

  attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &file, &error);
  g_assert_no_error (error);
  visit = desk_fixture_get (&self->base, DESK_KIND_VISIT, self->w.visit);
  in = desk_visit_input_new (NULL, (DeskVisit *) visit, DESK_TARGET_REPAIR, NULL, NULL);
  g_assert_true (desk_turn_visit (self->base.service, self->base.actor, in, &saved, &error));
  g_assert_no_error (error);
  act = saved.act_id;
  sql = g_strdup_printf ("SELECT count(*) FROM attachment a JOIN service_case c ON a.of_kind = %d AND a.of_id = c.id "
                         "WHERE c.visit_id = %" G_GINT64_FORMAT, DESK_KIND_SERVICE_CASE, self->w.visit);
  g_assert_cmpint (desk_fixture_count (&self->base, sql), ==, 1);
  desk_saved_clear (&saved);
  desk_visit_input_free (in);
  {
    DeskUndoInput undo = { .act_id = act };

    g_assert_true (desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &error));
    g_assert_no_error (error);
    g_assert_cmpint (desk_fixture_count (&self->base, sql), ==, 0);
    undo.act_id = desk_fixture_count (&self->base, "SELECT max(id) FROM act WHERE use_case = 'log_visit'");
    g_assert_false (desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &error));
    desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_BUILT_ON);
  }
  desk_saved_clear (&saved);
  desk_file_clear (&file);
}

/* Technicians add to their own cases only, cashiers to the log; nothing goes with a person. */
static void
test_rights (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (DeskActor) technician = desk_actor_new (self->base.actor->staff_id, "t", 1 << DESK_STAFF_ROLE_TECHNICIAN, NULL, 0);
  DeskFile file = pdf ("照片", "照片.pdf"), small = pdf ("", "x.jpg"), empty = { g_bytes_new (NULL, 0), g_strdup ("x.pdf"), NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (attach (self, technician, DESK_KIND_SERVICE_CASE, self->w.case_assigned, &file, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (attach (self, technician, DESK_KIND_SERVICE_CASE, self->w.case_new, &file, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_PERSON, self->w.person, &file, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE);
  g_clear_error (&error);
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_VISIT, 4711, &file, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  g_clear_error (&error);
  /* The store does not trust who comes by another way than PREPARE_FILE. */
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &empty, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_FILE_EMPTY);
  g_clear_error (&error);
  for (int i = 0; i < DESK_FILES_OF_RECORD; i++)
    {
      g_autofree char *words = g_strdup_printf ("%d", i);
      DeskFile one = pdf (words, "n.pdf");

      g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &one, &error), >, 0);
      desk_file_clear (&one);
    }
  g_assert_cmpint (attach (self, self->base.actor, DESK_KIND_VISIT, self->w.visit, &file, &error), ==, 0);
  desk_assert_problem (error, DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY);
  desk_file_clear (&file);
  desk_file_clear (&small);
  desk_file_clear (&empty);
}

#define ADD(name, func) g_test_add (name, DeskSampleCase, NULL, desk_sample_set_up, func, desk_sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/attachments/shrink", test_shrink);
  ADD ("/attachments/turned", test_turned);
  ADD ("/attachments/hostile-pictures", test_hostile_pictures);
  ADD ("/attachments/hostile-files", test_hostile_files);
  ADD ("/attachments/once", test_once);
  ADD ("/attachments/out", test_out);
  ADD ("/attachments/thumbnail", test_thumbnail);
  ADD ("/attachments/carried", test_carried);
  ADD ("/attachments/rights", test_rights);
  return g_test_run ();
}
