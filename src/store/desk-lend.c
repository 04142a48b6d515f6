/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-lend.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-disk.h"
#include "desk-error.h"

/* Of SQLite's file format: the header of a file and of a page of its tree. */
#define HEADER 100
#define AT_PAGE_SIZE 16
#define AT_MODES 18
#define AT_CHANGES 24
#define AT_PAGES 28
#define AT_FREE 32 /* 8 bytes */
#define AT_VALID_FOR 92
#define INNER_PAGE 5
#define MOST_CELLS 500

static guint32
take (const guint8 *at, int n)
{
  guint32 value = 0;

  for (int i = 0; i < n; i++)
    value = value << 8 | at[i];
  return value;
}

static void
put (guint8 *at, guint32 value)
{
  for (int i = 3; i >= 0; i--, value >>= 8)
    at[i] = (guint8) value;
}

typedef struct
{
  int from;
  int to;
  guint32 size;  /* of a page */
  guint32 pages; /* of the file that gets them */
} Lend;

static gboolean
copy_page (const Lend *self, guint32 number)
{
  g_autofree guint8 *page = g_malloc (self->size);
  off_t at = (off_t) (number - 1) * self->size;

  return number > 0 && number <= self->pages && pread (self->from, page, self->size, at) == (ssize_t) self->size
         && pwrite (self->to, page, self->size, at) == (ssize_t) self->size;
}

/* The first page, made to fit the other file: its own size, nothing known to be free, no log. */
static gboolean
put_first (const Lend *self, guint8 *page)
{
  put (page + AT_PAGES, self->pages);
  memset (page + AT_FREE, 0, 8);
  memset (page + AT_MODES, 1, 2);
  memcpy (page + AT_VALID_FOR, page + AT_CHANGES, 4);
  return pwrite (self->to, page, self->size, 0) == (ssize_t) self->size;
}

/* The schema's tree begins on the first page and is at most one level deep for any schema of ours. */
static gboolean
lend (const Lend *self)
{
  g_autofree guint8 *page = g_malloc (self->size);
  guint32 n_cells;

  if (pread (self->from, page, self->size, 0) != (ssize_t) self->size)
    return FALSE;
  n_cells = page[HEADER] == INNER_PAGE ? take (page + HEADER + 3, 2) : 0;
  for (guint32 i = 0; i < MIN (n_cells, MOST_CELLS); i++)
    {
      guint32 cell = take (page + HEADER + 12 + 2 * i, 2);

      if (cell + 4 > self->size || !copy_page (self, take (page + cell, 4)))
        return FALSE;
    }
  if (n_cells > 0 && !copy_page (self, take (page + HEADER + 8, 4)))
    return FALSE;
  return put_first (self, page);
}

/**
 * desk_lend_schema:
 * @model: a sound store of the same schema
 * @path: a copy of a damaged one, which nobody has open
 *
 * Gives @path the pages of @model on which the schema stands.
 */
gboolean
desk_lend_schema (const char *model, const char *path, GError **error)
{
  Lend self = { .from = open (model, O_RDONLY | O_CLOEXEC), .to = open (path, O_RDWR | O_CLOEXEC) };
  guint8 size[2];
  struct stat st;
  gboolean ok = FALSE;

  if (self.from >= 0 && self.to >= 0 && fstat (self.to, &st) == 0 && pread (self.from, size, 2, AT_PAGE_SIZE) == 2)
    {
      self.size = take (size, 2) == 1 ? 65536 : take (size, 2);
      self.pages = (guint32) (st.st_size / self.size);
      ok = lend (&self);
    }
  if (self.from >= 0)
    close (self.from);
  if (self.to >= 0)
    close (self.to);
  if (!ok)
    desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, path, NULL);
  return ok;
}
