/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-form.h"

G_BEGIN_DECLS

struct _DeskForm
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskRecord *record; /* as it was read, or as it is proposed */
  char *key;
  DeskUseCase use_case, remove_use_case;
  DeskFormInput input;
  DeskFormProblem problem;
  gpointer data;
  gboolean dirty, saving;

  GtkWidget *title, *notices, *body, *scrolled, *foot, *outcome, *save, *remove;
  char *outcome_words;
  GtkSizeGroup *labels;
  GPtrArray *fields; /* DeskField, not owned */
};

/* Saving, and what can come of it; desk-form-save.c. */
void desk_form_show_error (DeskForm *self, const GError *error);
void desk_form_clear_problems (DeskForm *self);
void desk_form_remove_record (DeskForm *self);
void desk_form_saved (DeskForm *self, gint64 id, gint64 act_id);
void desk_form_removed (DeskForm *self, gint64 act_id);

G_END_DECLS
