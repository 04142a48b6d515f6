/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pane.h"

#include "desk-list-view.h"

G_DEFINE_INTERFACE (DeskPane, desk_pane, GTK_TYPE_WIDGET)

static void
desk_pane_default_init (DeskPaneInterface *iface)
{
}

/* Returns: whether @act means something in this pane now. */
gboolean
desk_pane_can (DeskPane *self, DeskPaneAct act)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->act != NULL && (iface->can == NULL || iface->can (self, act));
}

/* Does @act. Returns: FALSE when there was nothing to do; of DESK_PANE_BACK that means: this was the outermost level. */
gboolean
desk_pane_act (DeskPane *self, DeskPaneAct act)
{
  return desk_pane_can (self, act) && DESK_PANE_GET_IFACE (self)->act (self, act);
}

/* Puts the focus where work begins: the list, on the row that was selected last or the first that needs work. */
void
desk_pane_grab_start_focus (DeskPane *self)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  if (iface->grab_start_focus != NULL)
    iface->grab_start_focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Shows the page of a record and puts the focus there. Returns: FALSE when this pane does not show that kind. */
gboolean
desk_pane_open_record (DeskPane *self, DeskKind kind, gint64 id)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->open_record != NULL && iface->open_record (self, kind, id);
}

/* Opens the form for a new record of @kind. Returns: FALSE when this pane has none. */
gboolean
desk_pane_make_record (DeskPane *self, DeskKind kind)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->make_record != NULL && iface->make_record (self, kind);
}

/* With @narrow the window is under 1000 wide: the detail stands in the list's place, Esc goes back to the list. */
void
desk_pane_set_narrow (DeskPane *self, gboolean narrow)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  if (iface->set_narrow != NULL)
    iface->set_narrow (self, narrow);
}

/* Opens the form whose words are kept under "pane:@route" (desk_form_set_draft_name()). Returns: FALSE when this pane has
 * no such form. */
gboolean
desk_pane_resume (DeskPane *self, const char *route)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->resume != NULL && iface->resume (self, route);
}

/* Returns: (transfer none) (nullable): the list in front. */
GtkWidget *
desk_pane_get_list (DeskPane *self)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->get_list != NULL ? iface->get_list (self) : NULL;
}

/* @list: a DeskList, which comes to the front; -1: the one in front. Returns: (transfer none) (nullable): the menu of its saved
 * filters. */
GtkWidget *
desk_pane_get_saved (DeskPane *self, int list)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);

  return iface->get_saved != NULL ? iface->get_saved (self, list) : NULL;
}

/* Returns: (transfer full) (nullable): the list in front as it is shown, for export and print. */
DeskListSheetInput *
desk_pane_describe_list (DeskPane *self)
{
  DeskPaneInterface *iface = DESK_PANE_GET_IFACE (self);
  GtkWidget *list = desk_pane_get_list (self);

  if (DESK_IS_LIST_VIEW (list))
    return desk_list_view_describe (DESK_LIST_VIEW (list));
  return iface->describe_list != NULL ? iface->describe_list (self) : NULL;
}
