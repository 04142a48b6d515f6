/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Something that can be put on paper: pages of one size, each drawn by one function, the same for screen, printer and
 * PDF. Lengths are points (1/72 inch). Drawing asks nothing of a display; a document belongs to one thread at a time.
 */
typedef struct _DeskDocument DeskDocument;

typedef struct
{
  void (*draw) (DeskDocument *document, cairo_t *cr, guint page);
  void (*free) (DeskDocument *document);
} DeskDocumentClass;

/* Every kind of document begins with this. */
struct _DeskDocument
{
  const DeskDocumentClass *class;
  guint n_pages;
  double width;
  double height;
};

#define DESK_POINTS_PER_MM (72.0 / 25.4)

guint desk_document_get_n_pages (DeskDocument *document);
void desk_document_get_size (DeskDocument *document, double *width, double *height);
void desk_document_draw (DeskDocument *document, cairo_t *cr, guint page);
gboolean desk_document_write_pdf (DeskDocument *document, const char *path, const char *title, GCancellable *cancellable,
                                  GError **error);
void desk_document_free (DeskDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDocument, desk_document_free)

G_END_DECLS
