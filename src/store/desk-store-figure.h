/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-figure.h"

G_BEGIN_DECLS

/* The sums of one month, category, person or building. */
typedef struct
{
  gint64 of_id;
  DeskFigures figures;
} DeskFigureSum;

/* A case as far as figures ask; the record is the walk's own. */
typedef gboolean (*DeskFigureFunc) (const DeskCase *service_case, gpointer data, GError **error);

gboolean desk_store_figure_add (DeskDb *db, gint64 kind, DeskSlice slice, gint64 of_id, gint64 month,
                                const DeskFigures *delta, GError **error);
GArray *desk_store_figures (DeskDb *db, gint64 kind, DeskSlice slice, gint64 of_id, gint64 from, gint64 to, GError **error);
gboolean desk_store_has_figures (DeskDb *db, gboolean *has, GError **error);
gboolean desk_store_clear_figures (DeskDb *db, GError **error);
gboolean desk_store_figure_cases (DeskDb *db, gint64 kind, gint64 begin, gint64 end, DeskFigureFunc func, gpointer data,
                                  GError **error);

G_END_DECLS
