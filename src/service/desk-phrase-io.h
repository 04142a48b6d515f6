/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-phrase.h"

G_BEGIN_DECLS

/* All phrases, and what is known of the record that is written about; "" or 0 where nothing is. */
typedef struct
{
  GPtrArray *phrases; /* DeskPhrase, by rank */
  char *unit_label;
  char *person_name;
  char *number;
  char *title;
  char *category;
  gint64 category_id;
  gint64 group_id;
  gint64 case_kind; /* DeskCaseKind, 0: it is about no case */
  gint64 due_at;    /* when it is to be done */
  gint64 opened_at;
  char *result;
  char *staff_name; /* who asks */
  char *community;
} DeskPhrases;

void desk_phrases_clear (gpointer result);

G_END_DECLS
