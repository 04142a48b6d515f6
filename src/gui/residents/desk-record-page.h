/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-residents-ask.h"
#include "desk-reveal.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What the unit page and the person page share: reading one record's page on a reader's thread, reading it anew when a
 * change set touches it, keeping scroll and focus over that, and asking the pane.
 *
 * Signals:
 *  ask (int DeskAsk, int kind, gint64 id, DeskRecord *record)
 *  shown ()    a page is on screen
 *  allowed ()  what may be done with it may have changed
 */
#define DESK_TYPE_RECORD_PAGE (desk_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskRecordPage, desk_record_page, DESK, RECORD_PAGE, GtkWidget)

struct _DeskRecordPageClass
{
  GtkWidgetClass parent_class;

  DeskUseCase use_case;
  DeskKind kind;
  /* Shows @result (transfer full). */
  void (*show_result) (DeskRecordPage *self, gpointer result);
  /* Whether a change of that record touches what is shown. */
  gboolean (*is_touched) (DeskRecordPage *self, const DeskChange *change);
  /* Masked numbers of the focused row, or of all. */
  void (*show_numbers) (DeskRecordPage *self);
  /* Puts the focus where the page begins. Returns: FALSE when nothing there takes it. */
  gboolean (*focus_first) (DeskRecordPage *self);
  /* Returns: (transfer none) (nullable): the record that is shown. */
  DeskRecord *(*get_record) (DeskRecordPage *self);
  /* Whether what is shown lies in the scope of @actor. Asked only while something is. */
  gboolean (*is_covered) (DeskRecordPage *self, const DeskActor *actor);
};

void desk_record_page_set_up (DeskRecordPage *self, DeskEngine *engine, DeskText *text);
void desk_record_page_open (DeskRecordPage *self, gint64 id);
void desk_record_page_reload (DeskRecordPage *self);
gint64 desk_record_page_get_id (DeskRecordPage *self);
gboolean desk_record_page_is_shown (DeskRecordPage *self);
DeskEngine *desk_record_page_get_engine (DeskRecordPage *self);
DeskText *desk_record_page_get_text (DeskRecordPage *self);
DeskReveal *desk_record_page_get_reveal (DeskRecordPage *self);
GtkWidget *desk_record_page_get_head (DeskRecordPage *self);
GtkWidget *desk_record_page_get_body (DeskRecordPage *self);
GtkWidget *desk_record_page_get_foot (DeskRecordPage *self);
void desk_record_page_show_numbers (DeskRecordPage *self);
void desk_record_page_ask (DeskRecordPage *self, DeskAsk ask, DeskKind kind, gint64 id, gpointer record);
DeskRecord *desk_record_page_get_record (DeskRecordPage *self);
void desk_record_page_allow (DeskRecordPage *self, GtkWidget *widget, DeskKind kind);
char *desk_record_page_reason (DeskRecordPage *self, DeskRight right);
void desk_record_page_focus (DeskRecordPage *self);

G_END_DECLS
