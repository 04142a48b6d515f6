/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-figure.h"
#include "desk-list.h"
#include "desk-record.h"

G_BEGIN_DECLS

/* Somebody's own way to narrow a list, by a name. */
typedef struct
{
  DeskRecord record;
  gint64 staff_id;  /* whose */
  char *list_name;  /* nick of the list */
  char *name;
  char *form;       /* as desk_filter_form_write() writes it */
  gint64 pinned;    /* it stands in the sidebar, too */
} DeskSavedFilter;

/* As many of a list as digits choose. */
#define DESK_SAVED_FILTERS_MOST 9

/* Which days of a list; the last one is a certain day. */
typedef enum
{
  DESK_DAYS_ALL,
  DESK_DAYS_TODAY,
  DESK_DAYS_YESTERDAY,
  DESK_DAYS_WEEK,  /* the last 7 */
  DESK_DAYS_MONTH, /* the last 30 */
  DESK_DAYS_ONE,
  DESK_N_DAYS
} DeskDays;

/* Everything that narrows and orders a list. Days are kept as they were chosen: "today" is another day tomorrow. */
typedef struct
{
  DeskList list;
  guint filter; /* index into the list's filters */
  char *text;   /* what stands in the filter entry; NULL or "" nothing */
  guint sort;   /* index of a sortable column */
  gboolean descending;
  gint64 building_id; /* 0 all */
  gint64 staff_id;    /* of the trail: whose acts, 0 everybody's */
  DeskDays days;
  DeskDay day;   /* of DESK_DAYS_ONE */
  DeskSpan span; /* of figures */
  gboolean figured; /* of cases: only those behind @figure */
  DeskFigureRows figure;
} DeskFilterForm;

/* What a saved filter names that is not there any more, and was left out in reading it. */
typedef enum
{
  DESK_FILTER_LOST_NOTHING = 0,
  DESK_FILTER_LOST_CHOICE = 1 << 0,   /* a filter, column or word of another program version */
  DESK_FILTER_LOST_BUILDING = 1 << 1, /* removed: all buildings are shown */
  DESK_FILTER_LOST_STAFF = 1 << 2,    /* left: what they did is shown */
  DESK_FILTER_LOST_CATEGORY = 1 << 3, /* removed, or not in use any more */
} DeskFilterLost;

void desk_filter_form_clear (DeskFilterForm *form);
void desk_filter_form_copy (DeskFilterForm *to, const DeskFilterForm *from);
gboolean desk_filter_form_equal (const DeskFilterForm *one, const DeskFilterForm *other);
char *desk_filter_form_write (const DeskFilterForm *form);
DeskFilterLost desk_filter_form_read (DeskList list, const char *words, DeskFilterForm *form);
void desk_days_range (DeskDays days, DeskDay day, DeskDay today, DeskDay *from, DeskDay *to);

int desk_list_find (const char *nick);
const DeskRecordSpec *desk_saved_filter_spec (DeskKind kind);
void desk_rule_saved_filter (DeskSavedFilter *filter, GPtrArray *problems);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskFilterForm, desk_filter_form_clear)

G_END_DECLS
