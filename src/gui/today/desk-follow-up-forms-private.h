/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up-forms.h"

G_BEGIN_DECLS

/* What the files of the forms share; nobody else includes it. */

/* What a form is made of, until the list of people has come. */
typedef struct
{
  DeskWindow *window;
  DeskEngine *engine;
  DeskText *text;
  DeskRecord *record;
  DeskUseCase use_case;
  char *subject;
  DeskCommunityPage *places; /* (nullable): of one that is about nothing */
} DeskFollowUpOrder;

DeskFollowUpOrder *desk_follow_up_order_new (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskUseCase use_case,
                                             const char *subject);
void desk_follow_up_order_free (DeskFollowUpOrder *order);
char *desk_follow_up_order_name (const DeskFollowUpOrder *order);
void desk_follow_up_order_present (const DeskFollowUpOrder *order, GtkWidget *form);
void desk_follow_up_form_begin (DeskWindow *window, DeskEngine *engine, DeskText *text, DeskUseCase use_case,
                                DeskRecord *record, const char *subject);
DeskRecord *desk_follow_up_propose (DeskEngine *engine, DeskKind kind, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFollowUpOrder, desk_follow_up_order_free)

G_END_DECLS
