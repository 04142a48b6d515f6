/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-import-counts.h"
#include "desk-import-mapping.h"
#include "desk-import-pane.h"
#include "desk-import-source.h"
#include "desk-import-table.h"

G_BEGIN_DECLS

struct _DeskImportPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *box;
  GtkWidget *file, *facts, *steps[3], *reading, *reading_words, *reading_bar;
  GtkWidget *stack, *choose_button;
  GtkWidget *try_page, *source, *looks, *mapping, *counts, *missing, *missing_words, *trouble, *trouble_words, *table;
  GtkWidget *save_rejects, *hint, *import_button, *import_words;
  GtkWidget *taking_words, *taking_bar;
  GtkWidget *done_page, *done_words, *done_more, *done_undo, *done_rest, *done_rejects, *done_again;

  gint64 staff_id;        /* whose sheet it is */
  char *path;             /* (nullable): the file */
  gboolean mapped;        /* the fields were corrected by hand: they go with the request */
  GArray *mends;          /* DeskImportMend, texts owned */
  guint64 stamp;          /* of the file when the first of them was made */
  GHashTable *decisions;  /* number of row → 1 left out, 2 taken: what somebody answered */
  DeskImportPlan *plan;   /* (nullable): the latest dry run */
  DeskProgress *progress; /* (nullable): of the dry run that runs */
  GCancellable *taking;   /* (nullable): of the import that runs */
  guint timer;
  guint n_ticked;         /* of the import that runs */
  gboolean stale;         /* the store has changed since the dry run */
  gint64 act_id;          /* of the import that was done, 0 none */
};

/* desk-import-pane.c */
void desk_import_pane_show (DeskImportPane *self, const char *page);
void desk_import_pane_show_plan (DeskImportPane *self);
void desk_import_pane_show_ticks (DeskImportPane *self);
void desk_import_pane_show_reading (DeskImportPane *self, gboolean on);
void desk_import_pane_show_trouble (DeskImportPane *self, const GError *error);

/* desk-import-pane-work.c: what runs on the engine's threads */
void desk_import_pane_read (DeskImportPane *self);
void desk_import_pane_stop_reading (DeskImportPane *self);
void desk_import_pane_mend (DeskImportPane *self, guint row, guint column, const char *text);
void desk_import_pane_decide (DeskImportPane *self, guint row, gboolean taken);
void desk_import_pane_take (DeskImportPane *self);
void desk_import_pane_save_rejects (DeskImportPane *self);
void desk_import_pane_forget (DeskImportPane *self);

/* desk-import-pane-done.c: what is said after the import */
void desk_import_pane_build_done (DeskImportPane *self);
void desk_import_pane_show_done (DeskImportPane *self, guint taken, guint n_units, guint n_people);
void desk_import_pane_follow_undo (DeskImportPane *self, DeskChangeSet *changes);

G_END_DECLS
