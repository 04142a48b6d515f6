/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-input.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* What the window's keys ask of the pane that is shown. */
typedef enum
{
  DESK_PANE_FILTER,      /* Ctrl+F: focus goes to the filter entry */
  DESK_PANE_NEW,         /* Ctrl+N: a new one of what this pane is about */
  DESK_PANE_REFRESH,     /* F5 */
  DESK_PANE_BACK,        /* Esc: back one level */
  DESK_PANE_CYCLE,       /* F6: list, detail, bar */
  DESK_PANE_SHOW_NUMBER, /* F8: the masked number of the selected record; leaves a trail row */
  DESK_PANE_ATTACH,      /* Ctrl+J: the selected one hangs on the outage that runs */
  DESK_PANE_SAVE,        /* Ctrl+S, Ctrl+Enter: saves the form that is open */
} DeskPaneAct;

/*
 * One page of the window with its row in the sidebar. Implemented by widgets; all functions may be left out.
 * Name, title, icon and order stand in the table of desk-pane-registry.c, because a pane is built on first visit.
 * A pane that owns a layout of list and detail follows the window's style class "narrow": the detail replaces the
 * list then (set_narrow is called at every change and once after building).
 */
#define DESK_TYPE_PANE (desk_pane_get_type ())
G_DECLARE_INTERFACE (DeskPane, desk_pane, DESK, PANE, GtkWidget)

struct _DeskPaneInterface
{
  GTypeInterface parent_iface;

  gboolean (*can) (DeskPane *self, DeskPaneAct act);
  gboolean (*act) (DeskPane *self, DeskPaneAct act);
  void (*grab_start_focus) (DeskPane *self);
  gboolean (*open_record) (DeskPane *self, DeskKind kind, gint64 id);
  gboolean (*make_record) (DeskPane *self, DeskKind kind);
  void (*set_narrow) (DeskPane *self, gboolean narrow);
  gboolean (*resume) (DeskPane *self, const char *route);
  /* The list in front, a DeskListView: it is exported (Ctrl+E) and printed (Ctrl+P) as it is shown. */
  GtkWidget *(*get_list) (DeskPane *self);
  /* The DeskFilterMenu of @list, which comes to the front; of -1: of the list in front. (nullable) */
  GtkWidget *(*get_saved) (DeskPane *self, int list);
  /* Where the list in front is no DeskListView: what it shows. (transfer full) (nullable) */
  DeskListSheetInput *(*describe_list) (DeskPane *self);
};

gboolean desk_pane_can (DeskPane *self, DeskPaneAct act);
gboolean desk_pane_act (DeskPane *self, DeskPaneAct act);
void desk_pane_grab_start_focus (DeskPane *self);
gboolean desk_pane_open_record (DeskPane *self, DeskKind kind, gint64 id);
gboolean desk_pane_make_record (DeskPane *self, DeskKind kind);
void desk_pane_set_narrow (DeskPane *self, gboolean narrow);
gboolean desk_pane_resume (DeskPane *self, const char *route);
GtkWidget *desk_pane_get_list (DeskPane *self);
GtkWidget *desk_pane_get_saved (DeskPane *self, int list);
DeskListSheetInput *desk_pane_describe_list (DeskPane *self);

G_END_DECLS
