/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-kind.h"
#include "desk-list.h"
#include "desk-state-bars.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The window: sidebar, header, panes, the search sheet and the first-start page (window.md, sections 1 and 5).
 * Panes reach it by desk_window_of(). Signal "filled": the desk has its rows and its name, or why there are none. */
#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, AdwApplicationWindow)

/* Returns: (transfer none): a window of @application that waits for a store. */
DeskWindow *desk_window_new (AdwApplication *application);

/* What it shows: the page of three ways (@engine NULL: the store is not there yet; else it is empty), what keeps the
 * store from opening, the making of the demonstration, or the desk itself. */
void desk_window_show_start (DeskWindow *self, const char *path, DeskEngine *engine);
void desk_window_show_trouble (DeskWindow *self, const char *path, const GError *error);
void desk_window_show_making (DeskWindow *self, const char *path);
void desk_window_show_engine (DeskWindow *self, DeskEngine *engine, gboolean is_demo);

/* Returns: (transfer none) (nullable): the window @widget stands in; NULL in a test that shows a pane alone. All
 * functions below take that NULL and do nothing then. */
DeskWindow *desk_window_of (GtkWidget *widget);

/* Gives a dialog's window the style classes that every window of ours has: face, contrast, density. */
void desk_window_dress (GtkWidget *window);

/* Is the desk in front: neither the first start, nor the sign-in, nor a store that does not open? */
gboolean desk_window_shows_desk (DeskWindow *self);

/* Returns: (transfer none) (nullable): the store it shows, and the language it shows it in. */
DeskEngine *desk_window_get_engine (DeskWindow *self);
DeskText *desk_window_get_text (DeskWindow *self);

/* One sentence that needs no answer (plain text, not markup). */
void desk_window_toast (DeskWindow *self, const char *text);

/* The same with a button that takes back the act, for ten seconds; Ctrl+Z takes back the latest as well, longer. */
void desk_window_toast_undo (DeskWindow *self, const char *text, gint64 act_id);

/* Says in a dialog what went wrong where no form can say it. */
void desk_window_say_error (DeskWindow *self, const GError *error);

/* Shows a lasting state of the program in a bar under the header, or, with @state NULL, that the one called @id ended. */
void desk_window_set_state (DeskWindow *self, const char *id, const DeskStateBar *state);

/* Goes to the pane that shows records of @kind and opens this one. Returns: FALSE when no pane does. */
gboolean desk_window_open_record (DeskWindow *self, DeskKind kind, gint64 id);

/* Goes to the pane that makes records of @kind and opens its form. Returns: FALSE when no pane does. */
gboolean desk_window_make_record (DeskWindow *self, DeskKind kind);

/* Something the desktop asked for: done as soon as the desk is shown, so after the sign-in where there is one. The latest
 * one counts. */
typedef enum
{
  DESK_ERRAND_NONE,
  DESK_ERRAND_OPEN,   /* the record @kind, @id */
  DESK_ERRAND_MAKE,   /* a new record of @kind */
  DESK_ERRAND_SEARCH, /* the search sheet, for @words (nullable) */
  DESK_ERRAND_QUICK,  /* quick entry of the DeskVisitKind @id, 0: what the line says */
} DeskErrandType;

typedef struct
{
  DeskErrandType type;
  DeskKind kind;
  gint64 id;
  const char *words;
} DeskErrand;

/* Does @errand now, or when the desk is shown. */
void desk_window_run (DeskWindow *self, const DeskErrand *errand);

/* What quick entry begins with; all of it may be left out. */
typedef struct
{
  const char *line;       /* (nullable): what was typed already */
  gint64 kind;            /* DeskVisitKind that is meant, 0: what the line says */
  gint64 unit_id;
  gint64 person_id;
  const DeskVisit *visit; /* (nullable): an entry of the log that becomes something */
} DeskQuickAsk;

/* Shows the cases of @kind (DeskCaseKind) behind a figure. */
void desk_window_open_figure (DeskWindow *self, gint64 kind, const DeskFigureRows *rows);

/* Opens quick entry over the window. */
void desk_window_quick_entry (DeskWindow *self, const DeskQuickAsk *ask);

/* Shows a form (transfer floating; loaded) in a sheet over the window until it is saved or left. One at a time. */
void desk_window_present_form (DeskWindow *self, GtkWidget *form);

/* A list that is no pane's goes out or on paper, asked over the window that shows it; @list: (transfer full). Not while
 * another is on its way. */
gboolean desk_window_may_send_list (DeskWindow *self);
void desk_window_export (DeskWindow *self, DeskListSheetInput *list, GtkWindow *over);
void desk_window_print (DeskWindow *self, DeskListSheetInput *list, GtkWindow *over);

/* Puts the work orders of these cases on paper and asks for the printer. @list: of which list they are. */
void desk_window_print_orders (DeskWindow *self, DeskList list, const gint64 *ids, guint n_ids);

/* Returns: whether a detail stands in its list's place. */
gboolean desk_window_is_narrow (DeskWindow *self);

G_END_DECLS
