/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* One row of the sidebar, written with the names of the fields. A pane is made when it is first visited; it keeps @engine
 * and @text as long as it lives. */
typedef struct
{
  const char *id;    /* name of the page in the stack and in the settings */
  const char *title; /* marked with N_() */
  const char *icon;
  const DeskKind *kinds; /* whose records it opens and makes, ended by DESK_KIND_NONE */
  gint64 case_kind; /* of cases: which of them; 0: whatever the kinds say */
  guint64 lists; /* bits DESK_LIST_BIT: its lists, whose pinned filters stand below it */
  const DeskBadgeSpec *badge; /* (nullable): the figure beside its title */
  DeskPane *(*make) (DeskEngine *engine, DeskText *text);
} DeskPaneSpec;

#define DESK_LIST_BIT(name) (G_GUINT64_CONSTANT (1) << DESK_LIST_##name)

guint desk_pane_registry_size (void);
const DeskPaneSpec *desk_pane_registry_get (guint index);
const DeskPaneSpec *desk_pane_registry_find (const char *id);
const DeskPaneSpec *desk_pane_registry_find_kind (DeskKind kind);
const DeskPaneSpec *desk_pane_registry_find_list (DeskList list);
const DeskPaneSpec *desk_pane_registry_find_case (gint64 case_kind);

G_END_DECLS
