/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-document.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>

#include "desk-error.h"

/* How many pages there are, from the first to the last. */
guint
desk_document_get_n_pages (DeskDocument *document)
{
  return document->n_pages;
}

/* @width: (out): @height: (out): of every page, in points. */
void
desk_document_get_size (DeskDocument *document, double *width, double *height)
{
  *width = document->width;
  *height = document->height;
}

/* Draws page @page (from 0) with its upper left corner at the origin of @cr. */
void
desk_document_draw (DeskDocument *document, cairo_t *cr, guint page)
{
  g_return_if_fail (page < document->n_pages);
  cairo_save (cr);
  document->class->draw (document, cr, page);
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
write_pages (DeskDocument *document, const char *part, const char *path, const char *title, GCancellable *cancellable,
             GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (part, document->width, document->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean cancelled = FALSE;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Frontdesk");
  for (guint page = 0; page < document->n_pages && !cancelled; page++)
    {
      desk_document_draw (document, cr, page);
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
 * desk_document_write_pdf:
 * @path: where the file appears when it is whole; what stood there before stays until then
 * @title: of the file's own description
 * @error: FULL, IO, CANCELLED
 *
 * Any thread that may wait.
 */
gboolean
desk_document_write_pdf (DeskDocument *document, const char *path, const char *title, GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (!write_pages (document, part, path, title, cancellable, error))
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

/* Frees the document; NULL is nothing. */
void
desk_document_free (DeskDocument *document)
{
  if (document != NULL)
    document->class->free (document);
}
