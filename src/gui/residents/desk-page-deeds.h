/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-record-page.h"

G_BEGIN_DECLS

/* Something that can be done with the record of a page. */
typedef struct
{
  char key; /* a letter that does the same while list or page have the focus; 0 none */
  const char *action;
  const char *label; /* untranslated */
  DeskAsk ask;
  DeskKind kind;
} DeskDeed;

/* The right that it takes; what a housekeeper may do ends at their own buildings, see desk_record_page_reason(). */
DeskRight desk_deed_right (DeskAsk ask, DeskKind kind);

void desk_page_do_deed (DeskRecordPage *page, const DeskDeed *deed);
gboolean desk_page_deed_key (DeskRecordPage *page, const DeskDeed *deeds, guint n_deeds, guint keyval);
GtkWidget *desk_page_deeds_button (DeskRecordPage *page, const char *group, const DeskDeed *deeds, guint n_deeds);

G_END_DECLS
