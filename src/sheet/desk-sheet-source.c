/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "desk-sheet-row.h"

#define SNIFFED 4096

/**
 * desk_sheet_fail:
 * @error: (out) (optional): where to put the error
 * @code: its code
 * @problem: what is wrong
 * @source: the file, the problem's first argument
 * @second: (nullable): the problem's second argument
 */
void
desk_sheet_fail (GError **error, DeskErrorCode code, DeskProblemCode problem, const DeskSheetSource *source,
                 const char *second)
{
  desk_error_set (error, code, problem, NULL, source->name, second, NULL);
}

/* Was the work called off? Sets DESK_ERROR_CANCELLED then. */
gboolean
desk_sheet_cancelled (GCancellable *cancellable, GError **error)
{
  if (cancellable == NULL || !g_cancellable_is_cancelled (cancellable))
    return FALSE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return TRUE;
}

static void
fail_by_errno (const DeskSheetSource *self, int code, GError **error)
{
  if (code == ENOENT || code == ENOTDIR)
    desk_sheet_fail (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_SHEET_MISSING, self, NULL);
  else
    desk_sheet_fail (error, DESK_ERROR_IO, DESK_PROBLEM_SHEET_NOT_READABLE, self, g_strerror (code));
}

static gboolean
check_kind (DeskSheetSource *self, const struct stat *info, GError **error)
{
  g_autofree char *most = g_strdup_printf ("%d", DESK_SHEET_MAX_FILE >> 20);

  if (!S_ISREG (info->st_mode))
    desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_FILE, self, NULL);
  else if (info->st_size == 0)
    desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_EMPTY, self, NULL);
  else if (info->st_size > DESK_SHEET_MAX_FILE)
    desk_sheet_fail (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_LARGE, self, most);
  else
    return TRUE;
  return FALSE;
}

/**
 * desk_sheet_source_open:
 * @path: a file in the file system's encoding
 * @error: NOT_FOUND sheet-missing; INVALID sheet-not-a-file, sheet-empty; LIMIT sheet-too-large; IO sheet-not-readable
 *
 * Opens a regular file. A pipe or device is recognised before it is opened, so that nothing waits for one.
 *
 * Returns: (transfer full) (nullable): the open file
 */
DeskSheetSource *
desk_sheet_source_open (const char *path, GError **error)
{
  g_autoptr (DeskSheetSource) self = g_new0 (DeskSheetSource, 1);

  self->fd = -1;
  self->path = g_strdup (path);
  self->name = g_filename_display_name (path);
  if (stat (path, &self->opened) != 0)
    {
      fail_by_errno (self, errno, error);
      return NULL;
    }
  if (!check_kind (self, &self->opened, error))
    return NULL;
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (self->fd < 0 || fstat (self->fd, &self->opened) != 0)
    {
      fail_by_errno (self, errno, error);
      return NULL;
    }
  if (!check_kind (self, &self->opened, error))
    return NULL;
  self->size = self->opened.st_size;
  return g_steal_pointer (&self);
}

void
desk_sheet_source_free (DeskSheetSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* Reads up to @size bytes at @offset. Returns: how many, 0 at the end, -1 with @error set. */
gssize
desk_sheet_source_read (DeskSheetSource *self, goffset offset, void *buffer, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      gssize n = pread (self->fd, (char *) buffer + done, size - done, offset + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_by_errno (self, errno, error);
          return -1;
        }
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}

/* Is the file still what it was when opened? To be asked when the last byte was read. (A file that was deleted stays
 * whole for who has it open.) Sets IO sheet-changed. */
gboolean
desk_sheet_source_check (DeskSheetSource *self, GError **error)
{
  struct stat now;

  if (fstat (self->fd, &now) == 0 && now.st_size == self->opened.st_size
      && now.st_mtim.tv_sec == self->opened.st_mtim.tv_sec && now.st_mtim.tv_nsec == self->opened.st_mtim.tv_nsec)
    return TRUE;
  desk_sheet_fail (error, DESK_ERROR_IO, DESK_PROBLEM_SHEET_CHANGED, self, NULL);
  return FALSE;
}

/* Formats people take for sheets, by their first bytes. */
static const char *
other_format (const guint8 *head, gsize length)
{
  static const struct
  {
    const char *begins;
    const char *format;
  } known[] = {
    { "%PDF-", "PDF" },     { "{\\rtf", "RTF" },          { "\x89PNG", "PNG" },         { "\xff\xd8\xff", "JPEG" },
    { "Rar!", "RAR" },      { "7z\xbc\xaf\x27\x1c", "7z" }, { "\x1f\x8b", "gzip" },     { "\xfd" "7zXZ", "xz" },
    { "<html", "HTML" },    { "<!doctype html", "HTML" }, { "<table", "HTML" },         { "SQLite format 3", "SQLite" },
    { "<?xml", "XML" },     { "BZh", "bzip2" },           { "\x7f" "ELF", "ELF" },
  };
  gsize skip = length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (skip < length && g_ascii_isspace ((char) head[skip]))
    skip++;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gsize n = strlen (known[i].begins);

      if (length - skip >= n && g_ascii_strncasecmp ((const char *) head + skip, known[i].begins, n) == 0)
        return known[i].format;
    }
  return NULL;
}

/**
 * desk_sheet_source_look:
 * @self: an open file
 * @looks: (out): what it seems to be
 * @error: INVALID sheet-other-format when it is a known format that is no sheet; IO as reading
 *
 * Sniffs by content: many a file named .xls is a web page or a text, many a .csv a workbook.
 */
gboolean
desk_sheet_source_look (DeskSheetSource *self, DeskSheetLooks *looks, GError **error)
{
  guint8 head[SNIFFED];
  gssize n = desk_sheet_source_read (self, 0, head, sizeof head, error);
  const char *format;

  if (n < 0)
    return FALSE;
  format = other_format (head, (gsize) n);
  if (format != NULL)
    {
      desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT, self, format);
      return FALSE;
    }
  if (n >= 4 && (memcmp (head, "PK\003\004", 4) == 0 || memcmp (head, "PK\005\006", 4) == 0))
    *looks = DESK_SHEET_LOOKS_ZIP;
  else if (n >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    *looks = DESK_SHEET_LOOKS_OLE;
  else
    *looks = DESK_SHEET_LOOKS_TEXT;
  return TRUE;
}
