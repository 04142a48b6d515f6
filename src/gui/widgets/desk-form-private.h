/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-draft-keeper.h"
#include "desk-form.h"

G_BEGIN_DECLS

/* A widget that is no DeskField and is typed into. */
typedef struct
{
  char *name;
  GtkWidget *widget; /* not owned */
  DeskFormGetTyped get;
  DeskFormSetTyped set;
} DeskFormTyped;

struct _DeskForm
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskRecord *record; /* as it was read, or as it is proposed */
  char *key;
  DeskUseCase use_case, remove_use_case;
  gboolean quick; /* Enter saves from every field */
  DeskFormInput input;
  DeskFormProblem problem;
  gpointer data;
  gboolean dirty, saving;
  gboolean saves_settled; /* saving waits for what a field is looking up */

  GtkWidget *title, *phrases, *notices, *body, *scrolled, *foot, *outcome, *save, *remove;
  char *outcome_words;
  GtkSizeGroup *labels;
  GPtrArray *fields; /* DeskField, not owned */

  /* What is typed and not saved; desk-form-draft.c */
  GtkWidget *kept;         /* box of the notice that says so */
  DeskDraftKeeper *keeper; /* (nullable): before it is shown, and where nothing can be written */
  char *draft_name;        /* (nullable): how it is called in the drafts */
  GArray *typed;           /* DeskFormTyped */
  GHashTable *restored;    /* (nullable): kept words, for fields that are filled later */
  gint64 read_version;     /* of the record, before kept words brought theirs */
};

/* Saving, and what can come of it; desk-form-save.c. */
void desk_form_show_error (DeskForm *self, const GError *error);
void desk_form_clear_problems (DeskForm *self);
void desk_form_settled (DeskForm *self);
void desk_form_remove_record (DeskForm *self);
void desk_form_asked (DeskForm *self, DeskUseCase use_case);
void desk_form_saved (DeskForm *self, gint64 id, gint64 act_id);
void desk_form_removed (DeskForm *self, gint64 act_id);

/* Drafts; desk-form-draft.c. */
void desk_form_draft_init (DeskForm *self);
void desk_form_draft_shown (DeskForm *self);
void desk_form_draft_hidden (DeskForm *self);
void desk_form_draft_loaded (DeskForm *self);
void desk_form_draft_done (DeskForm *self);
void desk_form_draft_dispose (DeskForm *self);

G_END_DECLS
