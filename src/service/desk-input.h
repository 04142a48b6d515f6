/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-figure.h"
#include "desk-import.h"
#include "desk-list.h"
#include "desk-progress.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* What goes into use cases. Every input begins with its request key: made by desk_id_new_key() when a form opens,
 * taken by the store once, NULL where nothing is made (reads). Inputs are made and freed by their functions; every
 * one can also stand on the stack as a literal for the length of a call. */
typedef struct
{
  char *request_key;
} DeskInput;

/* Save one record: id 0 makes it, else @record->version must be the version that was read. */
typedef struct
{
  DeskInput input;
  DeskRecord *record;
} DeskRecordInput;

/* Take one record away. */
typedef struct
{
  DeskInput input;
  gint64 id;
  gint64 version;
} DeskRemoveInput;

/* A person with all phones and identity documents that are to stand afterwards. A phone or document with an id is
 * kept; its number may be given as NULL to leave it as it is (the form shows it masked). One that is missing from the
 * list is removed. With unit_id the person moves in at the same time. */
typedef struct
{
  DeskInput input;
  DeskPerson *person;
  GPtrArray *phones;    /* DeskPhone, owned */
  GPtrArray *documents; /* DeskDocument, owned; NULL: leave them alone */
  DeskOccupancy *occupancy; /* (nullable): made with the person; person_id is filled in */
} DeskPersonInput;

/* A whole building's units in one step. */
typedef struct
{
  DeskInput input;
  DeskBuilding *building;   /* id 0: made; else units join it */
  guint n_entrances;        /* 0: rooms hang on the building itself */
  int floor_from, floor_to; /* basements are negative, there is no floor 0 */
  guint doors;              /* on each floor of each entrance */
  char *pattern;            /* of the room number: {floor}{door:02} */
  char *skip_floors;        /* "4,13,14", may be NULL */
  gint64 built_area;        /* of every unit, 0 unknown; 0.01 m² */
  gint64 inner_area;
  gint64 state; /* DeskState */
} DeskBuildingPlanInput;

typedef struct
{
  DeskInput input;
  gint64 unit_id;
  gint64 version; /* of the unit */
  gint64 state;   /* DeskState */
  DeskDay day;
  char *note;
} DeskUnitStateInput;

/* On @day all owners of @unit_id end and @person_id owns the whole. */
typedef struct
{
  DeskInput input;
  gint64 unit_id;
  gint64 person_id;
  DeskDay day;
} DeskOwnerInput;

typedef struct
{
  DeskInput input;
  gint64 keep_id;
  gint64 lose_id;
} DeskMergeInput;

/* Show the whole number of a phone or document; leaves a trail row. */
typedef struct
{
  DeskInput input;
  DeskKind kind;
  gint64 id;
} DeskRevealInput;

typedef struct
{
  DeskInput input;
  gint64 act_id;
  gboolean import_only; /* anything else is not there */
} DeskUndoInput;

/* Reads one record or page. */
typedef struct
{
  DeskInput input;
  DeskKind kind;
  gint64 id;
  DeskDay day; /* "today" of the reader; of FIND_RESPONSIBLE the day asked for */
} DeskGetInput;

/* Which rows, in which order. */
typedef struct
{
  DeskInput input;
  DeskList list;
  guint filter; /* index into the list's filters */
  char *text;   /* what stands in the filter entry, may be NULL */
  guint sort;   /* index of a sortable column */
  gboolean descending;
  gint64 building_id; /* 0: all */
  DeskDay today;
  guint limit;    /* 0: all; else so many at least, for who only wants to know that there are more */
  gboolean brief; /* of log entries and cases: the counts of all there ever were are not wanted, which are dear to count */
  /* Of the trail */
  gint64 staff_id;          /* whose acts, 0 everybody's */
  DeskDay from_day, to_day; /* [from, to), 0 open */
  DeskKind about_kind;      /* only what concerns this record, NONE all */
  gint64 about_id;
  DeskSpan span;         /* of figures */
  gboolean figured;      /* of cases: only those behind @figure, whatever the filter */
  DeskFigureRows figure;
} DeskListInput;

/* The rows of these ids. */
typedef struct
{
  DeskInput input;
  DeskList list;
  GArray *ids; /* gint32 */
  DeskDay today;
} DeskRowsInput;

typedef struct
{
  DeskInput input;
  char *text;
  guint limit;
  DeskKind kind; /* only this kind; NONE: all */
  DeskDay today;
} DeskSearchInput;

typedef struct _DeskImportPlan DeskImportPlan;

/* What is to be read, and how (desk-import-plan.h): a copy of the request. */
typedef struct _DeskPrepareInput DeskPrepareInput;
void desk_prepare_input_free (gpointer input);

/* All ticked rows of a plan (desk-import-plan.h), in one transaction. A cancelled one leaves nothing. */
typedef struct
{
  DeskInput input;
  DeskImportPlan *plan;
  GCancellable *cancellable; /* (nullable) */
} DeskImportInput;

typedef struct _DeskText DeskText;

/* The register as a sheet (desk-export.h). */
typedef struct
{
  DeskInput input;
  DeskImport import; /* UNITS or PEOPLE */
  char *path;
  DeskText *text;
} DeskExportInput;

DeskExportInput *desk_export_input_new (const char *request_key, DeskImport import, const char *path,
                                        const DeskText *text);
void desk_export_input_free (gpointer input);
DeskImportInput *desk_import_input_new (const char *request_key, DeskImportPlan *plan, GCancellable *cancellable);
void desk_import_input_free (gpointer input);
/* A list as it is shown: which rows in which order, and which columns. */
typedef struct
{
  DeskInput input;
  DeskListInput *list;
  guint columns[DESK_MAX_COLUMNS];
  guint n_columns;  /* 0: all */
  char *path;       /* where a sheet goes: .xlsx is a workbook, else a text; NULL for paper */
  char *language;   /* of headings and words; NULL: the store's */
  DeskProgress *progress; /* (nullable) */
} DeskListSheetInput;

DeskListSheetInput *desk_list_sheet_input_new (const DeskListInput *list, const guint *columns, guint n_columns,
                                               const char *path, const char *language);
void desk_list_sheet_input_free (gpointer input);

/* A list that went out, with numbers masked, by EXPORT_LIST or PRINT_LIST: told in the trail once it is there. */
typedef struct
{
  DeskInput input;
  DeskList list;
  guint count; /* rows */
} DeskSheetNoteInput;

/* A backup that took the store's place, or that somebody took along in a file. */
typedef struct
{
  DeskInput input;
  gint64 at;       /* when it was made */
  gboolean sealed; /* closed by a passphrase */
} DeskBackupNoteInput;

DeskBackupNoteInput *desk_backup_note_input_new (const char *request_key, gint64 at, gboolean sealed);
void desk_backup_note_input_free (gpointer input);
DeskSheetNoteInput *desk_sheet_note_input_new (const char *request_key, DeskList list, guint count);
void desk_sheet_note_input_free (gpointer input);
DeskRecordInput *desk_record_input_new (const char *request_key, gconstpointer record);
DeskRemoveInput *desk_remove_input_new (const char *request_key, gint64 id, gint64 version);
DeskPersonInput *desk_person_input_new (const char *request_key, const DeskPerson *person);
DeskBuildingPlanInput *desk_building_plan_input_new (const char *request_key, const DeskBuilding *building);
DeskUnitStateInput *desk_unit_state_input_new (const char *request_key, gint64 unit_id, gint64 version,
                                               gint64 state, DeskDay day, const char *note);
DeskOwnerInput *desk_owner_input_new (const char *request_key, gint64 unit_id, gint64 person_id, DeskDay day);
DeskMergeInput *desk_merge_input_new (const char *request_key, gint64 keep_id, gint64 lose_id);
DeskRevealInput *desk_reveal_input_new (const char *request_key, DeskKind kind, gint64 id);
DeskUndoInput *desk_undo_input_new (const char *request_key, gint64 act_id);
DeskGetInput *desk_get_input_new (DeskKind kind, gint64 id, DeskDay day);
DeskListInput *desk_list_input_new (DeskList list, guint filter, const char *text, guint sort,
                                    gboolean descending, gint64 building_id, DeskDay today);
DeskListInput *desk_list_input_new_brief (DeskList list, guint filter, gboolean descending, DeskDay today);
DeskListInput *desk_list_input_copy (const DeskListInput *in);
DeskRowsInput *desk_rows_input_new (DeskList list, GArray *ids, DeskDay today);
DeskSearchInput *desk_search_input_new (const char *text, guint limit, DeskKind kind, DeskDay today);

void desk_record_input_free (gpointer input);
void desk_remove_input_free (gpointer input);
void desk_person_input_free (gpointer input);
void desk_building_plan_input_free (gpointer input);
void desk_unit_state_input_free (gpointer input);
void desk_owner_input_free (gpointer input);
void desk_merge_input_free (gpointer input);
void desk_reveal_input_free (gpointer input);
void desk_undo_input_free (gpointer input);
void desk_get_input_free (gpointer input);
void desk_list_input_free (gpointer input);
void desk_rows_input_free (gpointer input);
void desk_search_input_free (gpointer input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskListInput, desk_list_input_free)

G_END_DECLS
