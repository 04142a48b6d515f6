/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-import-plan.h"
#include "desk-sheet-reader.h"

G_BEGIN_DECLS

struct _DeskImportPlan
{
  gatomicrefcount refs;
  DeskImport import;
  char *path;
  char *sheet;
  char **sheets;
  char *encoding;
  char separator;
  guint header_row;
  guint n_columns;
  char **headings;
  char **samples;
  DeskImportField *fields;
  DeskGuess *guesses;
  char *signature; /* of the headings: what a layout is remembered by */
  gboolean remembered;
  gint64 staff_id;
  GPtrArray *lines; /* DeskImportLine */
  gint progress;    /* atomic: lines taken so far */
};

DeskImportPlan *desk_import_plan_new (DeskImport import, const char *path);

/* What a row means in the store: ids of what is there, 0 where it is new. */
typedef struct
{
  gint64 unit_id;
  gint64 person_id;
  gint64 occupancy_id;
  char *other_owner; /* (nullable): somebody else owns the unit today */
} DeskImportFound;

gboolean desk_import_find (DeskDb *db, const DeskImportRow *row, DeskDay today, DeskImportFound *found, GError **error);
void desk_import_found_clear (DeskImportFound *found);
gboolean desk_import_merge_unit (const DeskImportRow *row, DeskUnit *unit);
gboolean desk_import_merge_occupancy (const DeskImportRow *row, DeskOccupancy *occupancy);
gboolean desk_import_new_phones (DeskDb *db, const DeskImportRow *row, gint64 person_id, GPtrArray **phones, GError **error);
gboolean desk_import_new_document (DeskDb *db, const DeskImportRow *row, gint64 person_id, gboolean *is_new, GError **error);
gboolean desk_import_has_vehicle (DeskDb *db, const char *plate, gboolean *has, GError **error);
DeskSheetFormat desk_import_format_of_path (const char *path);
char *desk_import_same_name (const char *name);
char *desk_import_label_key (const DeskImportRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskImportFound, desk_import_found_clear)

G_END_DECLS
