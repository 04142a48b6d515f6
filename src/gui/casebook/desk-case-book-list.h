/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What of it is shown. */
typedef enum
{
  DESK_CASE_BOOK_REPAIRS,
  DESK_CASE_BOOK_COMPLAINTS,
  DESK_CASE_BOOK_CALENDARS,
  DESK_CASE_BOOK_PHRASES,
  DESK_N_CASE_BOOKS,
} DeskCaseBook;

/* Ids of settings that were never set begin here. */
#define DESK_CASE_BOOK_UNSET G_GINT64_CONSTANT (0x4000000000000000)

/*
 * The tree of categories of one kind of cases, each with its times, the calendars with their holidays, or the phrases.
 *
 * Signals:
 *  selected ()                    another row, or none
 *  opened ()                      Enter or a click
 *  key (guint keyval) → gboolean  a letter or Delete on a row
 */
#define DESK_TYPE_CASE_BOOK_LIST (desk_case_book_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaseBookList, desk_case_book_list, DESK, CASE_BOOK_LIST, GtkWidget)

GtkWidget *desk_case_book_list_new (DeskText *text);
void desk_case_book_list_fill (DeskCaseBookList *self, const DeskCaseSettings *settings, DeskCaseBook book, DeskKind kind,
                               gint64 id);
const DeskRecord *desk_case_book_list_get_selected (DeskCaseBookList *self);
gboolean desk_case_book_list_select (DeskCaseBookList *self, DeskKind kind, gint64 id);
void desk_case_book_list_unselect (DeskCaseBookList *self);
void desk_case_book_list_focus (DeskCaseBookList *self);

G_END_DECLS
