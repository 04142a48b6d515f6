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
  guint64 stamp; /* of the file as it was read: its size and when it was changed */
  char *sheet;
  char **sheets;
  char *encoding;
  gboolean assumed; /* nothing in the file says the encoding for sure */
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
  guint counts[DESK_N_FATES]; /* of the lines, kept as they change: a sheet of 200,000 rows is not walked on the window's thread */
  guint n_taken, n_notices, n_new_units, n_new_people;
  gint progress;    /* atomic: lines taken so far */
};

/* A dry run: what the rows so far have said. */
typedef struct
{
  DeskService *service;
  DeskImportPlan *plan;
  DeskDay today;
  GHashTable *rows;   /* label key | name → row number: people seen in this file */
  GHashTable *units;  /* label keys of units that a row makes */
  GHashTable *owners; /* label keys of units whose first owner was seen */
  GHashTable *people; /* people that a row makes, by name and what tells them apart */
  GHashTable *phones; /* number → label key or name where it stood first */
} DeskImportRun;

void desk_import_run_init (DeskImportRun *run);
void desk_import_run_clear (DeskImportRun *run);
gboolean desk_import_judge (DeskImportRun *run, DeskImportLine *line, GPtrArray *problems, GError **error);

void desk_import_plan_add_counts (DeskImportPlan *plan, const DeskImportLine *line, int sign);
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

/* Cases (desk-import-case.c). */
struct _DeskTx;
gboolean desk_import_check_case (DeskDb *db, const DeskImportRow *row, GPtrArray *problems, gboolean *there, GError **error);
gboolean desk_import_take_case (struct _DeskTx *tx, const DeskImportRow *row, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskImportFound, desk_import_found_clear)

G_END_DECLS
