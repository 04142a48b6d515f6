/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-cases-pane.h"

#include "desk-cancelled.h"
#include "desk-filter-menu.h"
#include "desk-filter-shelf.h"
#include "desk-pane-registry.h"
#include "desk-register-case.h"

/* Records are opened by the pane of their kind. Which pane a case belongs to stands in the case. */

static gboolean
open_in (DeskWindow *self, const DeskPaneSpec *spec, DeskKind kind, gint64 id)
{
  DeskPane *pane = spec != NULL ? desk_window_show_pane (self, spec->id) : NULL;

  return pane != NULL && desk_pane_open_record (pane, kind, id);
}

static void
on_case_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  DeskRecordResult *got = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (got != NULL)
    {
      const DeskCase *c = (DeskCase *) got->record;

      open_in (self, desk_pane_registry_find_case (c->kind), DESK_KIND_SERVICE_CASE, c->record.id);
      desk_use_case_free_result (DESK_USE_CASE_GET_RECORD, got);
    }
  else if (!desk_cancelled (error))
    desk_window_say_error (self, error);
}

gboolean
desk_window_open_record (DeskWindow *self, DeskKind kind, gint64 id)
{
  if (self == NULL || self->engine == NULL)
    return FALSE;
  if (kind != DESK_KIND_SERVICE_CASE)
    return open_in (self, desk_pane_registry_find_kind (kind), kind, id);
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_RECORD, desk_get_input_new (kind, id, desk_engine_today (self->engine)),
                          NULL, on_case_cb, g_object_ref (self));
  return TRUE;
}

void
desk_window_open_figure (DeskWindow *self, gint64 kind, const DeskFigureRows *rows)
{
  const DeskPaneSpec *spec = desk_pane_registry_find_case (kind);
  DeskPane *pane = self != NULL && spec != NULL ? desk_window_show_pane (self, spec->id) : NULL;

  if (pane != NULL)
    desk_cases_pane_show_figure (DESK_CASES_PANE (pane), rows);
}

/* Shows the rows of one of the saved filters, in its list's pane. */
void
desk_window_recall_filter (DeskWindow *self, gint64 id)
{
  const DeskSavedFilterCard *card = desk_filter_shelf_find (desk_filter_shelf_of (self->engine), id);
  const DeskPaneSpec *spec = card != NULL ? desk_pane_registry_find_list (card->form.list) : NULL;
  int list = card != NULL ? (int) card->form.list : -1;
  DeskPane *pane = spec != NULL ? desk_window_show_pane (self, spec->id) : NULL;
  GtkWidget *saved = pane != NULL ? desk_pane_get_saved (pane, list) : NULL;

  if (saved != NULL)
    desk_filter_menu_recall (DESK_FILTER_MENU (saved), id);
}

gboolean
desk_window_make_record (DeskWindow *self, DeskKind kind)
{
  const DeskPaneSpec *spec = desk_pane_registry_find_kind (kind);
  DeskPane *pane = self != NULL && spec != NULL ? desk_window_show_pane (self, spec->id) : NULL;

  return pane != NULL && desk_pane_make_record (pane, kind);
}
