/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-choice-field.h"
#include "desk-draft-keeper.h"
#include "desk-quick-sheet.h"

G_BEGIN_DECLS

/* Whoever is none of those who live there. */
#define DESK_QUICK_SOMEBODY DESK_LINE_NOBODY

typedef struct
{
  GtkWidget *button, *icon, *name, *value;
} DeskQuickChip;

struct _DeskQuickSheet
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;

  GtkWidget *layers, *sheet, *entry, *chips, *body, *columns, *side, *notices;
  DeskQuickChip tokens[DESK_N_QUICK_PARTS];

  /* The row that corrects the token that is chosen. */
  GtkWidget *fix; /* GtkStack, a page a part */
  GtkWidget *fields[DESK_N_QUICK_PARTS];
  GtkWidget *caller; /* who it is when it is somebody else */
  GtkWidget *time;
  DeskQuickPart part; /* whose row is shown */

  /* What goes with the line. */
  GtkWidget *detail, *summary, *assignee, *memo_to, *memo_call, *memo_read;
  GtkWidget *outcome, *foot, *save, *only, *follow;

  /* Corrections: 0 or NULL leaves it to the line. */
  gint64 fixed[DESK_N_QUICK_PARTS];
  gint64 when_from, when_to;
  gboolean assignee_chosen;
  gint64 assignee_kept, memo_kept; /* of a draft, until there is somebody to choose from; -1 none */

  DeskVisit *visit; /* (nullable): the entry that becomes something */
  DeskLineResult *result; /* (nullable): of the line as it stands, while asked is FALSE */
  DeskCaseSettings *settings; /* (nullable) */
  DeskStaffList *staff; /* (nullable) */
  GCancellable *asking;
  gboolean asked;
  DeskTarget save_as; /* waits for the answer */
  gboolean save_waits, save_follow;
  char *key;
  DeskDraftKeeper *keeper;
  GtkWidget *came_from; /* weak */
  gboolean open, saving, quiet;
};

/* desk-quick-sheet.c */
void desk_quick_sheet_ask (DeskQuickSheet *self);
void desk_quick_sheet_touch (DeskQuickSheet *self);
void desk_quick_sheet_done (DeskQuickSheet *self, gint64 visit_id, gint64 act_id);
void desk_quick_sheet_forget (DeskQuickSheet *self);

/* desk-quick-build.c: the widgets */
void desk_quick_sheet_frame (DeskQuickSheet *self);
void desk_quick_sheet_build (DeskQuickSheet *self);
void desk_quick_sheet_say (DeskQuickSheet *self, const char *sentence);

/* desk-quick-fields.c: tokens and the row that corrects one */
void desk_quick_fields_build (DeskQuickSheet *self);
void desk_quick_fields_fill (DeskQuickSheet *self);
void desk_quick_fields_show (DeskQuickSheet *self, DeskQuickPart part, gboolean focus);
void desk_quick_fields_set_engine (DeskQuickSheet *self);
void desk_quick_fields_reset (DeskQuickSheet *self);
const char *desk_quick_sheet_caller (DeskQuickSheet *self);
gint64 desk_quick_sheet_kind (DeskQuickSheet *self);
gboolean desk_quick_sheet_is_case (DeskQuickSheet *self);

/* desk-quick-side.c: what is known of the unit, the caller and the fault */
void desk_quick_side_fill (DeskQuickSheet *self);

/* desk-quick-words.c */
char *desk_quick_words_outcome (DeskQuickSheet *self);
char *desk_quick_words_advice (DeskQuickSheet *self);
char *desk_quick_words_token (DeskQuickSheet *self, DeskQuickPart part);

/* desk-quick-save.c */
void desk_quick_sheet_save (DeskQuickSheet *self, DeskTarget target, gboolean then_follow_up);
DeskTarget desk_quick_sheet_target (DeskQuickSheet *self);

/* desk-quick-draft.c: what is typed and not saved */
void desk_quick_draft_begin (DeskQuickSheet *self);
void desk_quick_draft_end (DeskQuickSheet *self);

G_END_DECLS
