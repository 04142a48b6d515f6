/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pane-registry.h"

#include <glib/gi18n.h>

#include "desk-case-family.h"
#include "desk-figures-pane.h"
#include "desk-log-pane.h"
#include "desk-outages-pane.h"
#include "desk-residents-pane.h"
#include "desk-today-pane.h"
#include "desk-trail-pane.h"

static const DeskKind follow_up_kinds[] = { DESK_KIND_FOLLOW_UP, DESK_KIND_NONE };
static const DeskKind log_kinds[] = { DESK_KIND_VISIT, DESK_KIND_MEMO, DESK_KIND_NONE };
static const DeskKind case_kinds[] = { DESK_KIND_SERVICE_CASE, DESK_KIND_NONE };
static const DeskKind outage_kinds[] = { DESK_KIND_OUTAGE, DESK_KIND_NONE };
static const DeskKind register_kinds[] = { DESK_KIND_UNIT, DESK_KIND_PERSON, DESK_KIND_NONE };

/* Alt+1 is the first row. Only panes that work stand here. */
static const DeskPaneSpec panes[] = {
  {
      .id = "today",
      .title = N_("Today"),
      .icon = "x-office-calendar-symbolic",
      .kinds = follow_up_kinds,
      .badge = &desk_today_badge,
      .lists = DESK_LIST_BIT (FOLLOW_UPS),
      .make = desk_today_pane_new,
  },
  {
      .id = "log",
      .title = N_("Desk Log"),
      .icon = "document-edit-symbolic",
      .kinds = log_kinds,
      .badge = &desk_log_badge,
      .lists = DESK_LIST_BIT (VISITS),
      .make = desk_log_pane_new,
  },
  {
      .id = "residents",
      .title = N_("Residents"),
      .icon = "system-users-symbolic",
      .kinds = register_kinds,
      .lists = DESK_LIST_BIT (UNITS) | DESK_LIST_BIT (PEOPLE),
      .make = desk_residents_pane_new,
  },
  {
      .id = "repairs",
      .title = N_("Repairs"),
      .icon = "desk-wrench-symbolic",
      .kinds = case_kinds,
      .case_kind = DESK_CASE_REPAIR,
      .badge = &desk_repairs_badge,
      .lists = DESK_LIST_BIT (REPAIRS),
      .make = desk_repairs_pane_new,
  },
  {
      .id = "complaints",
      .title = N_("Complaints"),
      .icon = "chat-message-new-symbolic",
      .kinds = case_kinds,
      .case_kind = DESK_CASE_COMPLAINT,
      .badge = &desk_complaints_badge,
      .lists = DESK_LIST_BIT (COMPLAINTS),
      .make = desk_complaints_pane_new,
  },
  {
      .id = "outages",
      .title = N_("Outages"),
      .icon = "dialog-warning-symbolic",
      .kinds = outage_kinds,
      .badge = &desk_outages_badge,
      .lists = DESK_LIST_BIT (OUTAGES),
      .make = desk_outages_pane_new,
  },
  {
      .id = "figures",
      .title = N_("Figures"),
      .icon = "desk-chart-symbolic",
      .lists = DESK_LIST_BIT (REPAIR_FIGURES) | DESK_LIST_BIT (COMPLAINT_FIGURES),
      .make = desk_figures_pane_new,
  },
  {
      .id = "callbacks",
      .title = N_("Callbacks"),
      .icon = "call-outgoing-symbolic",
      .badge = &desk_callbacks_badge,
      .lists = DESK_LIST_BIT (CALLBACKS),
      .make = desk_callbacks_pane_new,
  },
  {
      .id = "trail",
      .title = N_("Trail"),
      .icon = "document-open-recent-symbolic",
      .lists = DESK_LIST_BIT (TRAIL),
      .make = desk_trail_pane_new,
  },
};

/* Returns: how many panes there are. */
guint
desk_pane_registry_size (void)
{
  return G_N_ELEMENTS (panes);
}

/* Returns: (transfer none) (nullable): the row at @index, NULL past the end. */
const DeskPaneSpec *
desk_pane_registry_get (guint index)
{
  return index < desk_pane_registry_size () ? &panes[index] : NULL;
}

/* Returns: (transfer none) (nullable): the pane called @id. */
const DeskPaneSpec *
desk_pane_registry_find (const char *id)
{
  for (guint i = 0; i < desk_pane_registry_size (); i++)
    if (g_strcmp0 (panes[i].id, id) == 0)
      return &panes[i];
  return NULL;
}

/* Returns: (transfer none) (nullable): the pane that opens records of @kind. */
const DeskPaneSpec *
desk_pane_registry_find_kind (DeskKind kind)
{
  for (guint i = 0; i < desk_pane_registry_size (); i++)
    for (const DeskKind *k = panes[i].kinds; k != NULL && *k != DESK_KIND_NONE; k++)
      if (*k == kind)
        return &panes[i];
  return NULL;
}

/* Returns: (transfer none) (nullable): the pane of cases of @case_kind. */
const DeskPaneSpec *
desk_pane_registry_find_case (gint64 case_kind)
{
  for (guint i = 0; i < desk_pane_registry_size (); i++)
    if (panes[i].case_kind == case_kind && case_kind != 0)
      return &panes[i];
  return NULL;
}

/* Returns: (transfer none) (nullable): the pane that shows @list. */
const DeskPaneSpec *
desk_pane_registry_find_list (DeskList list)
{
  for (guint i = 0; i < desk_pane_registry_size (); i++)
    if ((panes[i].lists & (G_GUINT64_CONSTANT (1) << list)) != 0)
      return &panes[i];
  return NULL;
}
