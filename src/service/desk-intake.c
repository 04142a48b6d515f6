/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-attachment-io.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-media.h"
#include "desk-picture.h"
#include "desk-service-private.h"
#include "desk-tx.h"

/* A file on its way in: read with limits, told by what it holds, a picture made smaller. Nothing is written. */

#define CHUNK (1 << 20)

static gboolean
refuse (DeskErrorCode code, DeskProblemCode problem, const char *name, const char *second, GError **error)
{
  desk_error_set (error, code, problem, NULL, name, second, NULL);
  return FALSE;
}

static gboolean
too_large (const char *name, int most, GError **error)
{
  g_autofree char *megabytes = g_strdup_printf ("%d", most >> 20);

  return refuse (DESK_ERROR_LIMIT, DESK_PROBLEM_FILE_TOO_LARGE, name, megabytes, error);
}

/* Is this a file of the store that is open? It must not be opened, let alone closed: that drops SQLite's locks. */
static gboolean
is_store (DeskService *service, const struct stat *info)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".lock", ".drafts", ".drafts-wal", ".drafts-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (desk_db_get_path (service->db), endings[i], NULL);
      struct stat own;

      if (stat (path, &own) == 0 && own.st_dev == info->st_dev && own.st_ino == info->st_ino)
        return TRUE;
    }
  return FALSE;
}

/* A pipe or a device is recognised before it is opened, so that nothing waits for one. */
static gboolean
check_info (DeskService *service, const struct stat *info, const char *name, GError **error)
{
  if (!S_ISREG (info->st_mode) || is_store (service, info))
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_FILE_NOT_A_FILE, name, NULL, error);
  if (info->st_size > DESK_FILE_INTAKE_MAX)
    return too_large (name, DESK_FILE_INTAKE_MAX, error);
  return TRUE;
}

static gboolean
say_errno (int code, const char *name, GError **error)
{
  if (code == ENOENT || code == ENOTDIR)
    return refuse (DESK_ERROR_NOT_FOUND, DESK_PROBLEM_FILE_MISSING, name, NULL, error);
  return refuse (DESK_ERROR_IO, DESK_PROBLEM_FILE_NOT_READABLE, name, g_strerror (code), error);
}

/* Reads to the end, even of a file that grows meanwhile; not further than the limit. */
static GBytes *
read_all (int fd, const char *name, DeskProgress *progress, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = read (fd, chunk, CHUNK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          say_errno (errno, name, error);
          return NULL;
        }
      if (progress != NULL && desk_progress_stopped (progress, error))
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n);
      if (bytes->len > DESK_FILE_INTAKE_MAX)
        {
          too_large (name, DESK_FILE_INTAKE_MAX, error);
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
read_file (DeskService *service, const DeskFileInput *in, const char *name, GError **error)
{
  struct stat info;
  GBytes *bytes;
  int fd;

  if (stat (in->path, &info) != 0)
    {
      say_errno (errno, name, error);
      return NULL;
    }
  if (!check_info (service, &info, name, error))
    return NULL;
  fd = open (in->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      say_errno (errno, name, error);
      return NULL;
    }
  /* What lies there now may be another than a moment ago. */
  bytes = fstat (fd, &info) == 0 && check_info (service, &info, name, error) ? read_all (fd, name, in->progress, error)
                                                                            : NULL;
  close (fd);
  return bytes;
}

/* A picture that we can draw comes out smaller, turned, and without what the camera wrote into it. */
static gboolean
shrink (const DeskFileInput *in, const DeskMedia **media, const char *name, GBytes **bytes, GError **error)
{
  GCancellable *cancellable = in->progress != NULL ? desk_progress_get_cancellable (in->progress) : NULL;
  g_autofree char *most = g_strdup_printf ("%d", (int) (DESK_PICTURE_PIXELS / 1000000));
  GBytes *jpeg = NULL;

  switch (desk_picture_shrink (*bytes, (*media)->decoder, DESK_PICTURE_PIXELS, DESK_PICTURE_SIDE, cancellable, &jpeg))
    {
    case DESK_PICTURE_READ:
      g_bytes_unref (*bytes);
      *bytes = jpeg;
      *media = desk_media_of_mime ("image/jpeg");
      return TRUE;
    case DESK_PICTURE_TOO_LARGE:
      return refuse (DESK_ERROR_LIMIT, DESK_PROBLEM_PICTURE_TOO_LARGE, name, most, error);
    case DESK_PICTURE_STOPPED:
      return refuse (DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL, error);
    case DESK_PICTURE_DAMAGED:
    default:
      return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_PICTURE_DAMAGED, name, NULL, error);
    }
}

/* What the sentence calls it: its own name, without folders. */
static char *
say_name (const DeskFileInput *in)
{
  if (in->name != NULL)
    return g_strdup (in->name);
  return in->path != NULL ? g_filename_display_basename (in->path) : g_strdup ("");
}

/* Reads a file that somebody wants to keep with a record. INVALID, LIMIT, NOT_FOUND, IO say why it cannot be. */
gboolean
desk_body_prepare_file (DeskTx *tx, const DeskFileInput *in, DeskFile *out, GError **error)
{
  g_autofree char *name = say_name (in);
  g_autoptr (GBytes) bytes = in->bytes != NULL ? g_bytes_ref (in->bytes)
                             : in->path != NULL ? read_file (tx->service, in, name, error)
                                                : g_bytes_new (NULL, 0);
  const DeskMedia *media;
  const guint8 *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_FILE_EMPTY, name, NULL, error);
  media = desk_media_find (data, size, name);
  if (media == NULL)
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_FILE_KIND, name, NULL, error);
  if (size > DESK_FILE_INTAKE_MAX)
    return too_large (name, DESK_FILE_INTAKE_MAX, error);
  if (media->decoder != NULL && !shrink (in, &media, name, &bytes, error))
    return FALSE;
  if (g_bytes_get_size (bytes) > DESK_FILE_MAX)
    return too_large (name, DESK_FILE_MAX, error);
  out->bytes = g_steal_pointer (&bytes);
  out->name = desk_media_name (name, media);
  out->mime = g_strdup (media->mime);
  return TRUE;
}
