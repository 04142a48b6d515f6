/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"

G_BEGIN_DECLS

/* What a list shows. The window's columns, the sheet and the paper of a list, and the command line's table are all
 * made from these tables. */
typedef enum
{
  DESK_COLUMN_TEXT,
  DESK_COLUMN_KEY, /* what the row is called by: bold */
  DESK_COLUMN_INT,
  DESK_COLUMN_DAY,
  DESK_COLUMN_TIME,
  DESK_COLUMN_ENUM,
  DESK_COLUMN_AREA,
  DESK_COLUMN_FLAGS, /* bits 1 << (DeskCare - 1) */
  DESK_COLUMN_PHONE, /* masked */
} DeskColumnType;

typedef struct
{
  const char *nick;
  DeskColumnType type;
  const DeskEnumSpec *values; /* of ENUM */
  gboolean sortable;
} DeskColumnSpec;

typedef struct
{
  const char *nick;
  DeskKind kind; /* of the records behind the rows */
  const DeskColumnSpec *columns;
  guint n_columns;
  const char *const *filters; /* nicks; the first is "all" */
  guint n_filters;
} DeskListSpec;

#define DESK_MAX_FILTERS 16
#define DESK_MAX_COLUMNS 32

typedef enum
{
  DESK_LIST_UNITS,
  DESK_LIST_PEOPLE,
  DESK_N_LISTS
} DeskList;

const DeskListSpec *desk_list_spec (DeskList list);
int desk_list_column (const DeskListSpec *spec, const char *nick);
int desk_list_filter (const DeskListSpec *spec, const char *nick);

/* Columns of the two lists, in the order of their tables; the stored rows follow it. */
typedef enum
{
  DESK_UNIT_COLUMN_LABEL,
  DESK_UNIT_COLUMN_OWNER,
  DESK_UNIT_COLUMN_CARE,
  DESK_UNIT_COLUMN_STATE,
  DESK_UNIT_COLUMN_KIND,
  DESK_UNIT_COLUMN_AREA,
  DESK_UNIT_COLUMN_RESIDENTS,
  DESK_UNIT_COLUMN_DELIVERED,
} DeskUnitColumn;

typedef enum
{
  DESK_PERSON_COLUMN_NAME,
  DESK_PERSON_COLUMN_UNITS,
  DESK_PERSON_COLUMN_ROLE,
  DESK_PERSON_COLUMN_PHONE,
} DeskPersonColumn;

typedef enum
{
  DESK_UNIT_FILTER_ALL,
  DESK_UNIT_FILTER_LIVED_IN,
  DESK_UNIT_FILTER_LET,
  DESK_UNIT_FILTER_VACANT,
  DESK_UNIT_FILTER_DECORATING,
  DESK_UNIT_FILTER_UNDELIVERED, /* unsold or ready */
  DESK_UNIT_FILTER_CARE,
  DESK_UNIT_FILTER_SHOP,
  DESK_UNIT_FILTER_SPACE,
} DeskUnitFilter;

typedef enum
{
  DESK_PERSON_FILTER_ALL,
  DESK_PERSON_FILTER_OWNER,
  DESK_PERSON_FILTER_TENANT,
  DESK_PERSON_FILTER_OTHER,
  DESK_PERSON_FILTER_NO_UNIT, /* in no unit today */
} DeskPersonFilter;

G_END_DECLS
