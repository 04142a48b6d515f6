/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-import-pane.h"

/* The import assistant stands among the panes without a row in the sidebar: it is reached from the menu, by Ctrl+I, and
 * by dropping a sheet on the window. */

#define PAGE "import"

static void
on_left_cb (DeskImportPane *pane, DeskWindow *self)
{
  g_autofree char *last = g_strdup (self->pane_before_import);
  DeskPane *before = desk_window_show_pane (self, last != NULL ? last : desk_pane_registry_get (0)->id);

  if (before != NULL)
    desk_pane_grab_start_focus (before);
}

/* Brings the assistant to the front; @path: (nullable): with this file. */
void
desk_window_import (DeskWindow *self, const char *path)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->panes, PAGE);
  const char *shown = gtk_stack_get_visible_child_name (self->panes);

  if (self->engine == NULL || !desk_window_shows_desk (self))
    return;
  if (child == NULL)
    {
      child = GTK_WIDGET (desk_import_pane_new (self->engine, self->text));
      g_signal_connect_object (child, "left", G_CALLBACK (on_left_cb), self, 0);
      gtk_stack_add_named (self->panes, child, PAGE);
    }
  if (g_strcmp0 (shown, PAGE) != 0)
    {
      g_free (self->pane_before_import);
      self->pane_before_import = g_strdup (shown);
    }
  desk_window_bring_front (self, child);
  if (path != NULL)
    desk_import_pane_open (DESK_IMPORT_PANE (child), path);
  desk_pane_grab_start_focus (DESK_PANE (child));
}

/* Who came by the way of the sheet goes on with it once the community is there. */
void
desk_window_import_after_start (DeskWindow *self)
{
  g_autofree char *path = NULL;
  GtkWidget *pane;

  if (self->start == NULL || !desk_start_page_wants_import (self->start, &path))
    return;
  desk_window_import (self, path);
  pane = gtk_stack_get_child_by_name (self->panes, PAGE);
  if (path == NULL && pane != NULL)
    desk_import_pane_choose (DESK_IMPORT_PANE (pane));
}

/* A dropped file is a sheet by its name; what is really in it the reader says. */
static gboolean
is_sheet (const char *path)
{
  static const char *const ends[] = { ".csv", ".txt", ".xls", ".xlsx", NULL };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DeskWindow *self)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;

  if (path == NULL || !is_sheet (path))
    return FALSE;
  if (self->start != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->start)))
    {
      desk_start_page_take_sheet (self->start, path);
      return TRUE;
    }
  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self), "import"))
    return FALSE;
  desk_window_import (self, path);
  return TRUE;
}

/* Sheets can be dropped anywhere on the window. */
void
desk_window_import_init (DeskWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
