/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane-registry.h"
#include "desk-search-sheet.h"
#include "desk-start-page.h"
#include "desk-trouble-page.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkOverlay *overlay;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkBox *sidebar;
  GtkSeparator *sidebar_line;
  GtkMenuButton *community_button;
  GtkImage *community_icon;
  GtkImage *community_arrow;
  GtkLabel *community_label;
  GtkListBox *pane_list;
  GtkBox *foot;
  GtkLabel *foot_day;
  GtkLabel *foot_state;
  GtkMenuButton *new_button;
  GtkButton *search_button;
  GtkBox *person;
  AdwAvatar *person_avatar;
  GtkLabel *person_name;
  GtkLabel *person_role;
  GtkRevealer *state_revealer;
  GtkBox *state_bar;
  GtkLabel *state_label;
  GtkStack *panes;

  /* Owned references */
  DeskStartPage *start;     /* in pages */
  DeskTroublePage *trouble; /* in pages */
  DeskSearchSheet *search;  /* in the overlay */
  DeskEngine *engine;
  DeskText *text;
  GCancellable *cancellable;
  AdwToast *toast; /* the one that is shown */
  GArray *undo;    /* gint64 acts, latest last */
  GArray *redo;
  char *path;
  gboolean is_demo;

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
void desk_window_layout_fill_sidebar (DeskWindow *self);
void desk_window_layout_select_pane (DeskWindow *self, const char *id);
void desk_window_layout_update_foot (DeskWindow *self);

/* desk-window-undo.c: toasts, undo, redo */
void desk_window_undo_init (DeskWindow *self);
void desk_window_undo_dispose (DeskWindow *self);
void desk_window_undo_last (DeskWindow *self);
void desk_window_redo_last (DeskWindow *self);

/* desk-window-actions.c: what menus and keys do */
void desk_window_actions_install (GtkWidgetClass *widget_class);
void desk_window_actions_init (DeskWindow *self);
void desk_window_actions_update (DeskWindow *self);

/* desk-window.c */
DeskPane *desk_window_shown_pane (DeskWindow *self);
DeskPane *desk_window_show_pane (DeskWindow *self, const char *id);
gboolean desk_window_shows_desk (DeskWindow *self);

G_END_DECLS
