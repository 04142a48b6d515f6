/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-drafts-bar.h"
#include "desk-pane-registry.h"
#include "desk-quick-sheet.h"
#include "desk-search-sheet.h"
#include "desk-sidebar.h"
#include "desk-sign-in-page.h"
#include "desk-start-page.h"
#include "desk-state-bars.h"
#include "desk-trouble-page.h"
#include "desk-window.h"
#include "desk-work-bar.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkOverlay *overlay;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  DeskSidebar *sidebar;
  GtkSeparator *sidebar_line;
  GtkBox *header_start;
  GtkBox *header_end;
  AdwSplitButton *new_button;
  GtkButton *search_button;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  DeskStateBars *states;
  DeskDraftsBar *drafts_bar;
  GtkStack *panes;

  /* Owned references */
  DeskStartPage *start;     /* in pages */
  DeskTroublePage *trouble; /* in pages */
  DeskSignInPage *sign_in;  /* in pages */
  DeskSearchSheet *search;  /* in the overlay, from its first use on */
  DeskQuickSheet *quick;    /* likewise */
  DeskWorkBar *work;        /* under the header */
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  GtkWidget *phrases;   /* in the overlay: phrases to put in, NULL none */
  GtkWidget *sheet;     /* in the overlay: the form that lies over the window, NULL none */
  GtkWidget *came_from; /* weak: where the focus was before it */
  AdwToast *toast; /* the one that is shown */
  GArray *undo;    /* gint64 acts, latest last */
  GArray *redo;
  GMenu *new_menu; /* of the button's arrow */
  char *path;
  char *pane_before_aside; /* (nullable): where Esc leads from there */
  char *pane_before_import; /* (nullable): where Esc leads from the assistant */
  gboolean is_demo;
  GPtrArray *hidden;  /* GtkWindow, while the desk is locked */
  GtkWidget *focus;   /* (nullable): a weak pointer: what had it when the desk was locked */
  gint64 at_desk;     /* whose page it is, 0 nobody's yet */
  gint64 touched_at;  /* seconds since the machine started */
  gboolean idle;      /* it locked itself */
  guint idle_source;
  gint64 drafts_of; /* whose drafts were offered last, 0 nobody's */

  DeskErrand errand; /* waits for the desk */
  char *errand_words;

  guint errand_source;
  guint day_source;
  guint layout_source;
  gboolean slim;
  gboolean narrow;
  gboolean closing;
};

/* desk-window-layout.c: sidebar, width classes, density, contrast, size */
void desk_window_layout_init (DeskWindow *self);
void desk_window_layout_dispose (DeskWindow *self);
void desk_window_layout_show_sidebar (DeskWindow *self, gboolean show);
void desk_window_layout_update_foot (DeskWindow *self);

/* desk-window-new.c: the button that logs, and its menu */
void desk_window_new_init (DeskWindow *self);
void desk_window_new_update (DeskWindow *self);
gboolean desk_window_new_may_log (DeskWindow *self);

/* desk-window-header.c: the widgets of the header's table */
void desk_window_header_fill (DeskWindow *self);
void desk_window_header_set_narrow (DeskWindow *self);

/* desk-window-errand.c: what the desktop asked for */
void desk_window_errand_init (DeskWindow *self);
void desk_window_errand_dispose (DeskWindow *self);

/* desk-window-export.c, desk-window-print.c: the list in front as a sheet and on paper */
void desk_window_export_init (DeskWindow *self);
gboolean desk_window_can_export (DeskWindow *self);
DeskListSheetInput *desk_window_describe_list (DeskWindow *self);
void desk_window_export_list (DeskWindow *self);
void desk_window_print_list (DeskWindow *self);
void desk_window_note_list (DeskWindow *self, DeskUseCase use_case, DeskList list, guint count);

/* desk-window-phrase.c: canned wording, put into whatever text has the focus */
void desk_window_phrase_init (DeskWindow *self);
void desk_window_phrase (DeskWindow *self);
void desk_window_phrase_close (DeskWindow *self);

/* desk-window-wall.c: the room wall beside the list of residents */
void desk_window_toggle_wall (DeskWindow *self);

/* desk-window-aside.c: what cases are made with; bills */
void desk_window_case_book (DeskWindow *self, const char *route);
void desk_window_bills (DeskWindow *self);

/* desk-window-import.c: the assistant that brings a sheet in */
void desk_window_import_init (DeskWindow *self);
void desk_window_import (DeskWindow *self, const char *path);
void desk_window_import_after_start (DeskWindow *self);

/* desk-window-session.c: who is at the desk */
void desk_window_session_init (DeskWindow *self);
void desk_window_session_dispose (DeskWindow *self);
void desk_window_session_changed (DeskWindow *self);
void desk_window_session_lock (DeskWindow *self);

/* desk-window-undo.c: toasts, undo, redo */
void desk_window_undo_init (DeskWindow *self);
void desk_window_undo_dispose (DeskWindow *self);
void desk_window_undo_last (DeskWindow *self);
void desk_window_redo_last (DeskWindow *self);
void desk_window_undo_forget (DeskWindow *self);
void desk_window_undo_dismiss (DeskWindow *self);

/* desk-window-drafts.c: what was typed and not saved */
void desk_window_drafts_init (DeskWindow *self);
void desk_window_drafts_offer (DeskWindow *self);

/* desk-window-sheet.c: a form over the window */
void desk_window_sheet_dispose (DeskWindow *self);

/* desk-window-search.c: what is looked up over the window */
void desk_window_search (DeskWindow *self, const char *words);
void desk_window_search_close (DeskWindow *self);
gboolean desk_window_search_is_open (DeskWindow *self);
void desk_window_search_set_engine (DeskWindow *self);

/* desk-window-quick.c: the line over the window */
void desk_window_quick_set_engine (DeskWindow *self);
void desk_window_quick_close (DeskWindow *self);
gboolean desk_window_quick_is_open (DeskWindow *self);

/* desk-window-actions.c: what menus and keys do */
void desk_window_actions_install (GtkWidgetClass *widget_class);
void desk_window_actions_init (DeskWindow *self);
void desk_window_actions_update (DeskWindow *self);

/* desk-window.c */
void desk_window_bring_front (DeskWindow *self, GtkWidget *child);
DeskPane *desk_window_shown_pane (DeskWindow *self);
DeskPane *desk_window_show_pane (DeskWindow *self, const char *id);
void desk_window_load_desk (DeskWindow *self);

/* desk-window-open.c */
void desk_window_recall_filter (DeskWindow *self, gint64 id);

G_END_DECLS
