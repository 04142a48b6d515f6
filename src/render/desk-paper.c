/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-paper-draw.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>

#include "desk-error.h"

/* How many pages there are, from the first to the last. */
guint
desk_paper_get_n_pages (DeskPaper *paper)
{
  return paper->n_pages;
}

/* @width: (out): @height: (out): of every page, in points. */
void
desk_paper_get_size (DeskPaper *paper, double *width, double *height)
{
  *width = paper->width;
  *height = paper->height;
}

/* Draws page @page (from 0) with its upper left corner at the origin of @cr. */
void
desk_paper_draw (DeskPaper *paper, cairo_t *cr, guint page)
{
  g_return_if_fail (page < paper->n_pages);
  cairo_save (cr);
  paper->class->draw (paper, cr, page);
  cairo_restore (cr);
}

static void
set_error (cairo_status_t status, const char *path, GError **error)
{
  if (status == CAIRO_STATUS_WRITE_ERROR && errno == ENOSPC)
    desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, path, NULL);
  else
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, path, cairo_status_to_string (status), NULL);
}

/* Writes all pages into @part. */
static gboolean
write_pages (DeskPaper *paper, const char *part, const char *path, const char *title, GCancellable *cancellable,
             GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (part, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean cancelled = FALSE;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Frontdesk");
  for (guint page = 0; page < paper->n_pages && !cancelled; page++)
    {
      desk_paper_draw (paper, cr, page);
      cairo_show_page (cr);
      cancelled = g_cancellable_is_cancelled (cancellable);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (cancelled)
    desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  else if (status != CAIRO_STATUS_SUCCESS)
    set_error (status, path, error);
  return !cancelled && status == CAIRO_STATUS_SUCCESS;
}

/**
 * desk_paper_write_pdf:
 * @path: where the file appears when it is whole; what stood there before stays until then
 * @title: of the file's own description
 * @error: FULL, IO, CANCELLED
 *
 * Any thread that may wait.
 */
gboolean
desk_paper_write_pdf (DeskPaper *paper, const char *path, const char *title, GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (!write_pages (paper, part, path, title, cancellable, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, path) == 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, path, g_strerror (errno), NULL);
  g_unlink (part);
  return FALSE;
}

/* Frees the paper; NULL is nothing. */
void
desk_paper_free (DeskPaper *paper)
{
  if (paper != NULL)
    paper->class->free (paper);
}
