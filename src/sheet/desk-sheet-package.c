/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-package.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

/* A workbook has some dozens of parts, one with many pictures some hundreds. The list of them is read into memory as a
 * whole, so its length is looked at first. */
#define MAX_PARTS 16384
/* Sheets of one repeated cell shrink to a two-hundredth at most; what shrinks more was made to fill a disk. */
#define MAX_RATIO 400
#define RATIO_MATTERS (32u * 1024 * 1024)
#define TAIL 65557 /* the longest an archive's end record with its comment can be */

struct _DeskSheetPackage
{
  DeskSheetSource *source;
  zip_t *zip;
};

struct _DeskSheetPart
{
  DeskSheetPackage *package;
  zip_file_t *file;
  guint64 packed;   /* bytes in the archive */
  guint64 unpacked; /* bytes taken out */
  gsize most;
};

static gboolean
fail_damaged (DeskSheetSource *source, GError **error)
{
  desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, source, NULL);
  return FALSE;
}

static gboolean
fail_too_large (DeskSheetSource *source, gsize most, GError **error)
{
  g_autofree char *megabytes = g_strdup_printf ("%" G_GSIZE_FORMAT, most >> 20);

  desk_sheet_fail (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE, source, megabytes);
  return FALSE;
}

static guint32
number_at (const guint8 *p, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint32) p[i] << (8 * i);
  return value;
}

/* How many parts the archive says it has, by any end record in its tail; -1 when it has none. */
static gboolean
count_parts (DeskSheetSource *source, gint64 *n_parts, GError **error)
{
  g_autofree guint8 *tail = g_malloc (TAIL + 20);
  goffset begin = MAX (0, source->size - TAIL - 20);
  gssize n = desk_sheet_source_read (source, begin, tail, TAIL + 20, error);

  *n_parts = -1;
  for (gssize i = 0; i + 22 <= n; i++)
    if (memcmp (tail + i, "PK\005\006", 4) == 0)
      {
        gint64 here = (gint64) number_at (tail + i + 10, 2);
        goffset far_record;
        guint8 record[56];

        /* 65,535 means: see the large record, to which the 20 bytes before point. */
        if (here == 0xffff && i >= 20 && memcmp (tail + i - 20, "PK\006\007", 4) == 0)
          {
            far_record = (goffset) (number_at (tail + i - 12, 4) | (guint64) number_at (tail + i - 8, 4) << 32);
            if (far_record >= 0 && far_record < source->size
                && desk_sheet_source_read (source, far_record, record, sizeof record, NULL) == sizeof record)
              here = (gint64) (number_at (record + 32, 4) | (guint64) number_at (record + 36, 4) << 32);
          }
        *n_parts = MAX (*n_parts, here < 0 ? G_MAXINT64 : here);
      }
  return n >= 0;
}

/**
 * desk_sheet_package_open:
 * @source: (transfer none): an open file that begins as an archive; must outlive the package
 * @error: DAMAGED sheet-damaged (cut short, no archive); LIMIT sheet-unpacks-too-large
 *
 * Archives a strict reader calls inconsistent (bytes after the end, as some downloads have) are taken: every part's
 * checksum is verified while it is read, and limits hold whatever the archive says of itself.
 *
 * Returns: (transfer full) (nullable): the archive
 */
DeskSheetPackage *
desk_sheet_package_open (DeskSheetSource *source, GError **error)
{
  DeskSheetPackage *self;
  gint64 n_parts;
  int fd, code;
  zip_t *zip;

  if (!count_parts (source, &n_parts, error))
    return NULL;
  if (n_parts > MAX_PARTS)
    {
      fail_too_large (source, DESK_SHEET_MAX_UNPACKED, error);
      return NULL;
    }
  fd = n_parts >= 0 ? fcntl (source->fd, F_DUPFD_CLOEXEC, 3) : -1;
  zip = fd >= 0 ? zip_fdopen (fd, 0, &code) : NULL;
  if (zip == NULL)
    {
      if (fd >= 0)
        close (fd);
      fail_damaged (source, error);
      return NULL;
    }
  self = g_new0 (DeskSheetPackage, 1);
  self->source = source;
  self->zip = zip;
  return self;
}

void
desk_sheet_package_free (DeskSheetPackage *self)
{
  zip_discard (self->zip);
  g_free (self);
}

/* Returns: (transfer none): the file the package lies in. */
DeskSheetSource *
desk_sheet_package_source (DeskSheetPackage *self)
{
  return self->source;
}

/* Does the package hold a part @name? Names do not distinguish capitals. */
gboolean
desk_sheet_package_has (DeskSheetPackage *self, const char *name)
{
  return zip_name_locate (self->zip, name, ZIP_FL_NOCASE) >= 0;
}

/* Some programs write the names with the other slash. */
static zip_int64_t
locate (zip_t *zip, const char *name)
{
  zip_int64_t at = zip_name_locate (zip, name, ZIP_FL_NOCASE);
  g_autofree char *other = NULL;

  if (at >= 0)
    return at;
  other = g_strdelimit (g_strdup (name), "/", '\\');
  return zip_name_locate (zip, other, ZIP_FL_NOCASE);
}

/**
 * desk_sheet_part_open:
 * @package: (transfer none): an open package; must outlive the part
 * @name: the part's name, without a leading slash
 * @most: bytes it may unpack to
 * @error: DAMAGED sheet-part-missing with the name, sheet-damaged; INVALID sheet-encrypted; LIMIT
 *
 * Returns: (transfer full) (nullable): the part, to be read once from its beginning
 */
DeskSheetPart *
desk_sheet_part_open (DeskSheetPackage *package, const char *name, gsize most, GError **error)
{
  zip_int64_t at = locate (package->zip, name);
  DeskSheetPart *self;
  zip_stat_t info;
  zip_file_t *file;

  if (at < 0)
    {
      desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_PART_MISSING, package->source, name);
      return NULL;
    }
  if (zip_stat_index (package->zip, (zip_uint64_t) at, 0, &info) != 0
      || (info.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) != (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
    {
      fail_damaged (package->source, error);
      return NULL;
    }
  if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE)
    {
      desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED, package->source, NULL);
      return NULL;
    }
  if (info.size > most)
    {
      fail_too_large (package->source, most, error);
      return NULL;
    }
  file = zip_fopen_index (package->zip, (zip_uint64_t) at, 0);
  if (file == NULL)
    {
      fail_damaged (package->source, error);
      return NULL;
    }
  self = g_new0 (DeskSheetPart, 1);
  self->package = package;
  self->file = file;
  self->packed = info.comp_size;
  self->most = most;
  return self;
}

void
desk_sheet_part_free (DeskSheetPart *self)
{
  zip_fclose (self->file);
  g_free (self);
}

/* Returns: (transfer none): the file the part lies in. */
DeskSheetSource *
desk_sheet_part_source (DeskSheetPart *self)
{
  return self->package->source;
}

/* Unpacks up to @size bytes more. Returns: how many, 0 at the end, -1 with @error: LIMIT when the part grows beyond
 * what it may, DAMAGED when it is cut short or its checksum is wrong. */
gssize
desk_sheet_part_read (DeskSheetPart *self, void *buffer, gsize size, GError **error)
{
  DeskSheetPackage *package = self->package;
  zip_int64_t n = zip_fread (self->file, buffer, size);

  if (n < 0)
    {
      /* A file that changed under the reader looks damaged; say which it is. */
      if (desk_sheet_source_check (package->source, error))
        fail_damaged (package->source, error);
      return -1;
    }
  self->unpacked += (guint64) n;
  if (self->unpacked > self->most
      || (self->unpacked > RATIO_MATTERS && self->unpacked / MAX_RATIO > self->packed))
    {
      fail_too_large (package->source, self->most, error);
      return -1;
    }
  return (gssize) n;
}
