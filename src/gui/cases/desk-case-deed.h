/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What can be done with a case besides moving it. */
typedef enum
{
  DESK_CASE_DEED_MOVE,
  DESK_CASE_DEED_CONTACT,
  DESK_CASE_DEED_HURRY,
  DESK_CASE_DEED_NOTE,
  DESK_CASE_DEED_APPOINTMENT,
  DESK_CASE_DEED_LINK, /* with another case */
  DESK_CASE_DEED_EDIT,
  DESK_CASE_DEED_PRINT,
  DESK_CASE_DEED_UNIT, /* opens the page of its unit */
  DESK_CASE_DEED_ENTRY, /* opens the log entry it came from */
  DESK_CASE_DEED_SIGN, /* of complaints: the stage that is to be signed next */
  DESK_CASE_DEED_ESCALATE,
  DESK_CASE_DEED_FINDING,
  DESK_CASE_DEED_NOT_REACHED, /* of a callback: nobody answered */
  DESK_CASE_DEED_COMPLAIN, /* of repairs: a complaint comes out of it */
} DeskCaseDeedType;

/* One line of the table of deeds: a key, its words, and what it comes to. */
typedef struct
{
  const char *id;
  char key;
  const char *label; /* marked with NC_ ("deed", …) */
  DeskCaseDeedType type;
  DeskMove move;     /* of MOVE */
  gint64 answer;     /* of a callback */
  gboolean asks;     /* a form comes first */
  const char *icon;  /* (nullable) */
  DeskCaseKind only; /* 0: of every kind of cases */
} DeskCaseDeed;

const DeskCaseDeed *desk_case_deeds (guint *n_deeds);
const char *desk_case_deed_label (const DeskCaseDeed *deed);
const DeskCaseDeed *desk_case_deed_find (const char *id);
char *desk_case_deed_words (const DeskCaseDeed *deed, const DeskCasePage *page, const DeskText *text);
const DeskCaseDeed *desk_case_deed_of_key (guint keyval, gint64 kind, gint64 state);
guint desk_case_deed_next (const DeskCasePage *page, gboolean may_sign, const DeskCaseDeed *next[2]);
gboolean desk_case_deed_is_again (const DeskCaseDeed *deed);
gboolean desk_case_deed_suits (const DeskCaseDeed *deed, gint64 kind, gint64 state);
char *desk_case_deed_refused (const DeskCaseDeed *deed, const DeskCasePage *page, DeskEngine *engine, DeskText *text);
DeskUseCase desk_case_deed_use_case (const DeskCaseDeed *deed, gint64 state);

G_END_DECLS
