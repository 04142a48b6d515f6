/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-register-case.h"
#include "desk-register.h"

G_BEGIN_DECLS

/*
 * Sheets that come in. Every kind of sheet is one table of fields with the headings people give them; a later kind is
 * one more table. Nicks stand in key files and stored layouts: never renamed.
 */
typedef enum
{
  DESK_IMPORT_UNITS,
  DESK_IMPORT_PEOPLE,
  DESK_IMPORT_REGISTER, /* units and people in one sheet */
  DESK_IMPORT_CASES,    /* repairs and complaints as they ended */
  DESK_IMPORT_COMPLAINTS, /* the same, all of them complaints */
  DESK_N_IMPORTS
} DeskImport;

#define DESK_IMPORT_FIELDS(X)                                    \
  X (BUILDING, "building")                                       \
  X (ENTRANCE, "entrance")                                       \
  X (ROOM, "room")                                               \
  X (LABEL, "label")         /* the whole address in one cell */ \
  X (FLOOR, "floor")                                             \
  X (FLOORS, "floors")       /* of the building */               \
  X (UNIT_KIND, "unit_kind")                                     \
  X (BUILT_AREA, "built_area")                                   \
  X (INNER_AREA, "inner_area")                                   \
  X (STATE, "state")                                             \
  X (DELIVERED_ON, "delivered_on")                               \
  X (UNIT_NOTE, "unit_note")                                     \
  X (NAME, "name")                                               \
  X (PERSON_KIND, "person_kind")                                 \
  X (PHONE, "phone")         /* several in one cell too */       \
  X (PHONE2, "phone2")                                           \
  X (DOCUMENT, "document")                                       \
  X (ROLE, "role")                                               \
  X (RELATION, "relation")                                       \
  X (SHARE, "share")                                             \
  X (FROM_DAY, "from_day")                                       \
  X (TO_DAY, "to_day")                                           \
  X (PLATE, "plate")                                             \
  X (PERSON_NOTE, "person_note")                                 \
  X (CASE_NUMBER, "number")  /* their own, kept beside ours */   \
  X (CASE_KIND, "kind")                                          \
  X (TITLE, "title")                                             \
  X (CATEGORY, "category")                                       \
  X (QUEUE, "queue")                                             \
  X (LOCATION, "location")   /* becomes a public place */        \
  X (OPENED, "opened")                                           \
  X (DUE, "due")                                                 \
  X (CLOSED, "closed")                                           \
  X (CASE_STATUS, "status")                                      \
  X (RESULT, "result")                                           \
  X (DETAIL, "detail")       /* in full, with its lines */

typedef enum
{
  DESK_IMPORT_FIELD_NONE = -1, /* the column is not taken */
#define X(code, nick) DESK_IMPORT_FIELD_##code,
  DESK_IMPORT_FIELDS (X)
#undef X
  DESK_N_IMPORT_FIELDS
} DeskImportField;

/* How sure a guess is. */
typedef enum
{
  DESK_GUESS_NONE,
  DESK_GUESS_MAYBE, /* the heading holds a word of the field: to be confirmed */
  DESK_GUESS_SURE,
} DeskGuess;

/* What becomes of a row. */
typedef enum
{
  DESK_FATE_NEW,    /* makes something */
  DESK_FATE_CHANGE, /* changes something that is there */
  DESK_FATE_SAME,   /* says what is there already */
  DESK_FATE_DOUBT,  /* looks like another row: taken only when ticked */
  DESK_FATE_REJECT, /* cannot be taken, for the reasons in problems */
  DESK_N_FATES
} DeskFate;

const char *desk_import_nick (DeskImport import);
int desk_import_from_nick (const char *nick);
const char *desk_import_field_nick (DeskImportField field);
DeskImportField desk_import_field_from_nick (const char *nick);
gboolean desk_import_is_of_cases (DeskImport import);
gboolean desk_import_takes (DeskImport import, DeskImportField field);
char *desk_import_heading_normalize (const char *heading);
DeskGuess desk_import_guess (DeskImport import, const char *heading, DeskImportField *field);
void desk_import_guess_all (DeskImport import, const char *const *headings, guint n_headings, DeskImportField *fields,
                            DeskGuess *guesses);
DeskImport desk_import_guess_kind (const char *const *headings, guint n_headings);
gboolean desk_import_is_reason_heading (const char *heading);
gboolean desk_import_knows_heading (const char *heading, gpointer data);
gboolean desk_import_missing (DeskImport import, const DeskImportField *fields, guint n_fields, DeskImportField *missing);

/* What one row of a sheet says, as far as it could be read: records that belong to nothing yet. */
typedef struct
{
  char *building; /* codes, "" none */
  char *entrance;
  DeskUnit *unit;           /* (nullable): the row names no unit */
  guint64 unit_set;         /* bits 1 << DeskImportField of the unit's cells that were filled */
  gint64 floors;            /* of the building, 0 not said */
  DeskPerson *person;       /* (nullable) */
  GPtrArray *phones;        /* DeskPhone */
  DeskDocument *document;   /* (nullable) */
  DeskOccupancy *occupancy; /* (nullable): the row has both unit and person */
  guint64 occupancy_set;
  char **plates; /* (nullable) */
  DeskCase *service_case; /* (nullable): of a case; its times are the clock's on the wall, as if it were UTC */
  char *label;            /* of its unit, category and place, "" none */
  char *category;
  char *location;
} DeskImportRow;

DeskImportRow *desk_import_row_parse (DeskImport import, const DeskImportField *fields, const char *const *cells,
                                      guint n_cells, DeskDay today, GPtrArray *problems);
void desk_import_row_free (DeskImportRow *row);

DeskCase *desk_import_case_parse (DeskImport import, const char *const *text, GPtrArray *problems);
gboolean desk_import_parse_time (const char *text, gint64 *wall);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportRow, desk_import_row_free)

G_END_DECLS
