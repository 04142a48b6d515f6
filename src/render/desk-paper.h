/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Something that can be put on paper: pages of one size, each drawn by one function, the same for screen, printer and
 * PDF (desk-paper-draw.h). Lengths are points (1/72 inch). Drawing asks nothing of a display; a paper belongs to one
 * thread at a time.
 */
typedef struct _DeskPaper DeskPaper;

#define DESK_POINTS_PER_MM (72.0 / 25.4)

guint desk_paper_get_n_pages (DeskPaper *paper);
void desk_paper_get_size (DeskPaper *paper, double *width, double *height);
gboolean desk_paper_write_pdf (DeskPaper *paper, const char *path, const char *title, GCancellable *cancellable,
                              GError **error);
void desk_paper_free (DeskPaper *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPaper, desk_paper_free)

G_END_DECLS
