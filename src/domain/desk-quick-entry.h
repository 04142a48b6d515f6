/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-day.h"

G_BEGIN_DECLS

/* One line at the desk: "3-2-1501 厨房漏水 急", "13800001234 投诉 楼上噪音", "张伟 咨询 停车". What it means is worked
 * out against look-ups that the caller brings; nothing here reads a store. */

#define DESK_QUICK_LENGTH 500 /* characters; what lies beyond is only text */

typedef enum
{
  DESK_QUICK_UNIT,
  DESK_QUICK_PERSON, /* a name, or a phone */
  DESK_QUICK_CHANNEL,
  DESK_QUICK_KIND,
  DESK_QUICK_CATEGORY,
  DESK_QUICK_URGENCY,
  DESK_QUICK_TIME,
  DESK_N_QUICK_PARTS
} DeskQuickPart;

/* How sure a part is. */
typedef enum
{
  DESK_QUICK_NONE,
  DESK_QUICK_GUESSED, /* worked out from something else: shown with a dashed frame */
  DESK_QUICK_SAID,    /* stands in the line, but nothing of that name is known */
  DESK_QUICK_FOUND,   /* stands in the line and in the register */
} DeskQuickSurety;

/* A category as the line is held against it. */
typedef struct
{
  gint64 id;
  gint64 kind;    /* DeskCaseKind */
  gint64 urgency; /* DeskUrgency */
  const char *words; /* parted by commas or blanks */
} DeskQuickCategory;

/* What the register knows. Each gives 0 where nothing is called so, or more than one thing. */
typedef struct
{
  gpointer data;
  gint64 (*find_unit) (gpointer data, const char *text, char **label);
  gint64 (*find_person) (gpointer data, const char *name, gint64 unit_id);
  gint64 (*find_phone) (gpointer data, const char *digits, char **name);
  const DeskQuickCategory *categories;
  guint n_categories;
  gint64 now;
  GTimeZone *zone;
} DeskQuickLookup;

typedef struct
{
  DeskQuickSurety surety;
  guint from_char; /* where it stands in the line, in characters; equal: nowhere */
  guint to_char;
} DeskQuickToken;

typedef struct
{
  DeskQuickToken tokens[DESK_N_QUICK_PARTS];
  gint64 unit_id;
  char *unit_label; /* as the register has it; what was typed where it is not there */
  gint64 person_id;
  char *person_name;
  char *phone; /* digits */
  gint64 channel;
  gint64 kind; /* DeskVisitKind */
  gint64 category_id;
  gint64 urgency;
  gint64 when_from;
  gint64 when_to;
  char *about; /* the words that are left */
} DeskQuickEntry;

DeskQuickEntry *desk_quick_entry_parse (const char *line, const DeskQuickLookup *lookup);
void desk_quick_entry_free (gpointer entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuickEntry, desk_quick_entry_free)

G_END_DECLS
