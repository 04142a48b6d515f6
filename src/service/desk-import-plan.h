/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-import.h"
#include "desk-service.h"

G_BEGIN_DECLS

/*
 * A sheet that is to come in, tried before anything is written: what every column is taken for, and the fate of every
 * row. Made on any thread that may wait, with a reading service of that thread; counted. After that only the ticks
 * change, on one thread, until TAKE_IMPORT takes it.
 */
typedef struct _DeskImportPlan DeskImportPlan;

typedef enum
{
  DESK_IMPORT_DOUBT_NONE,
  DESK_IMPORT_DOUBT_SAME_ROW, /* same unit and same person as row other_row */
} DeskImportDoubt;

/* A cell that somebody mended without touching the file. */
typedef struct
{
  guint row;    /* as numbered in the sheet: of the line */
  guint column; /* of the table */
  const char *text;
} DeskImportMend;

/* What to read, and how. NULL or 0: found out. */
typedef struct
{
  DeskImport import; /* DESK_N_IMPORTS: found out from the headings */
  const char *path;
  const char *sheet;
  const char *encoding;
  char separator;
  guint header_row;
  const DeskImportField *fields; /* (nullable) (array length=n_fields): by column of the table, as corrected by hand */
  guint n_fields;
  GHashTable *map;  /* (nullable): field nick → heading, from a key file */
  gboolean sure_only; /* nobody will look at the guesses: those that are not sure are not taken */
  gint64 staff_id;  /* whose remembered layouts are looked at, 0 nobody's */
  const DeskImportMend *mends; /* (nullable) (array length=n_mends): read instead of the cells of the file */
  guint n_mends;
  guint64 stamp; /* of the plan the mends were made on: another file by now is refused; 0 any */
} DeskImportRequest;

DeskPrepareInput *desk_prepare_input_new (const DeskImportRequest *request, DeskProgress *progress);

/* One row of the sheet. */
typedef struct
{
  guint row; /* as numbered in the sheet */
  DeskFate fate;
  gboolean taken; /* ticked */
  DeskImportDoubt doubt;
  guint other_row;
  gboolean new_unit;
  gboolean new_person;
  gboolean new_occupancy;
  GPtrArray *problems; /* (nullable): DeskProblem */
  GPtrArray *changes;  /* (nullable): DeskFieldChange, what would change */
  GPtrArray *notices;  /* (nullable): DeskProblem that stand in no way: taken, but worth a look */
  DeskImportRow *data;
  char **cells; /* texts by column of the table */
} DeskImportLine;

typedef void (*DeskImportProgress) (guint done, gpointer data);

DeskImportPlan *desk_import_plan_prepare (DeskService *service, const DeskImportRequest *request,
                                          DeskImportProgress progress, gpointer data, GCancellable *cancellable,
                                          GError **error);
DeskImportPlan *desk_import_plan_ref (DeskImportPlan *plan);
void desk_import_plan_unref (DeskImportPlan *plan);

DeskImport desk_import_plan_get_import (DeskImportPlan *plan);
const char *desk_import_plan_get_path (DeskImportPlan *plan);
const char *desk_import_plan_get_sheet (DeskImportPlan *plan);
const char *const *desk_import_plan_get_sheets (DeskImportPlan *plan);
const char *desk_import_plan_get_encoding (DeskImportPlan *plan);
gboolean desk_import_plan_is_encoding_assumed (DeskImportPlan *plan);
const char *const *desk_import_encodings (void);
char desk_import_plan_get_separator (DeskImportPlan *plan);
guint desk_import_plan_get_header_row (DeskImportPlan *plan);
guint desk_import_plan_get_n_columns (DeskImportPlan *plan);
const char *desk_import_plan_get_heading (DeskImportPlan *plan, guint column);
const char *desk_import_plan_get_sample (DeskImportPlan *plan, guint column);
DeskImportField desk_import_plan_get_field (DeskImportPlan *plan, guint column, DeskGuess *guess);
DeskImportField desk_import_plan_get_missing (DeskImportPlan *plan);
gboolean desk_import_plan_is_remembered (DeskImportPlan *plan);
guint desk_import_plan_get_n_lines (DeskImportPlan *plan);
const DeskImportLine *desk_import_plan_get_line (DeskImportPlan *plan, guint index);
void desk_import_plan_set_taken (DeskImportPlan *plan, guint index, gboolean taken);
guint desk_import_plan_count (DeskImportPlan *plan, DeskFate fate);
guint desk_import_plan_count_taken (DeskImportPlan *plan);
guint desk_import_plan_count_notices (DeskImportPlan *plan);
void desk_import_plan_count_new (DeskImportPlan *plan, guint *n_units, guint *n_people);
int desk_import_plan_find_column (DeskImportPlan *plan, const DeskProblem *problem);
guint desk_import_plan_get_progress (DeskImportPlan *plan);
guint64 desk_import_plan_get_stamp (DeskImportPlan *plan);
DeskRecord *desk_import_plan_make_layout (DeskImportPlan *plan);
guint desk_import_plan_count_rejects (DeskImportPlan *plan);
char *desk_import_plan_get_reason (DeskImportPlan *plan, guint index, const DeskText *text);
char *desk_import_plan_get_words (DeskImportPlan *plan, guint index, const DeskText *text);
gboolean desk_import_plan_is_wrong (DeskImportPlan *plan, guint index, guint column);
char *desk_import_plan_get_shown (DeskImportPlan *plan, guint index, guint column);
char *desk_import_field_mask (DeskImportField field, const char *cell);
const char *desk_import_plan_get_suggestion (DeskImportPlan *plan, guint index, guint *column);
gboolean desk_import_plan_write_rejects (DeskImportPlan *plan, const char *path, const DeskText *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportPlan, desk_import_plan_unref)

G_END_DECLS
