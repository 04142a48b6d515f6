/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-deed.h"
#include "desk-case-family.h"

G_BEGIN_DECLS

/* The forms that complaints have besides those of moves. All (transfer floating), loaded. */
GtkWidget *desk_stage_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                const DeskCaseDeed *deed, const DeskCasePage *page);
GtkWidget *desk_escalate_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                   const DeskCaseDeed *deed, const DeskCasePage *page);
GtkWidget *desk_finding_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                  const DeskCaseDeed *deed, const DeskCasePage *page);
GtkWidget *desk_join_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                               const DeskCasePage *page, GArray *ids);

G_END_DECLS
