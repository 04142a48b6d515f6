/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-unit-page-view.h"

G_BEGIN_DECLS

struct _DeskUnitPageView
{
  DeskRecordPage parent_instance;
  DeskUnitPage *page; /* (nullable): what is shown */
  GtkWidget *key, *pills, *place, *areas; /* the head */
  GtkWidget *notices;
  GtkWidget *people, *vehicles, *care, *history; /* sections */
  GtkWidget *cases, *follow_ups;
  GtkWidget *facts;
  GtkWidget *past_button;
  gboolean past; /* former occupants are shown */
};

/* The sections of the page, made once and filled at each reading; desk-unit-sections.c. */
void desk_unit_sections_build (DeskUnitPageView *self);
void desk_unit_sections_fill (DeskUnitPageView *self);
gpointer desk_unit_sections_find (DeskUnitPageView *self, DeskKind kind, gint64 id);
void desk_unit_notices_fill (DeskUnitPageView *self);

/* What is open here: desk-unit-cases.c. */
GtkWidget *desk_unit_cases_new (DeskUnitPageView *self);
void desk_unit_cases_fill (DeskUnitPageView *self);

G_END_DECLS
