/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-kind.h"

G_BEGIN_DECLS

/* What a new store begins with: calendars and categories. All of it can be changed afterwards. */
typedef struct
{
  const char *nick;
  const char *name;
  const char *hours; /* "" never closes */
  guint weekdays;
  gboolean holidays; /* public holidays off, swapped days worked */
} DeskStarterCalendar;

typedef struct
{
  const char *parent; /* name of a group further up, NULL: it is a group */
  const char *name;
  DeskCaseKind kind;
  DeskUrgency urgency;
  DeskSeverity severity;
  gint64 response_minutes;
  const char *response_calendar; /* nick */
  gint64 amount;
  DeskDurationUnit unit;
  const char *calendar;
  gint64 callback_share; /* millionths of those done that are called back */
  DeskWarrantyPart warranty_part;
  gint64 price_from; /* fen, 0 free or unknown */
  gint64 price_to;
  const char *words;  /* what the quick line knows it by */
  const char *script; /* what to ask, a question a line */
} DeskStarterCategory;

const DeskStarterCalendar *desk_starter_calendars (guint *n);
const DeskStarterCategory *desk_starter_categories (guint *n);

G_END_DECLS
