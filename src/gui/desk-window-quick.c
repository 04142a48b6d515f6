/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-cancelled.h"
#include "desk-log-forms.h"
#include "desk-text-label.h"

/* Quick entry over the window, and what is said when an entry stands. */

typedef struct
{
  DeskWindow *window;
  gint64 act_id;
} Told;

/* What became of it and where; never whose. */
static char *
words_of (DeskText *text, const DeskVisitPage *page)
{
  const char *place = page->unit_label != NULL ? page->unit_label : "";
  const char *number
      = page->cases->len > 0 ? ((DeskCaseBrief *) page->cases->pdata[page->cases->len - 1])->number : "";
  const char *kind = page->cases->len > 0 ? number : desk_text_enum (text, &desk_enum_visit_kind, page->visit->kind);

  return *place != '\0' ? desk_text_fill (_("Logged: %1, %2"), (const char *[]){ place, kind, NULL })
                        : desk_text_fill (_("Logged: %1"), (const char *[]){ kind, NULL });
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Told *told = data;
  g_autoptr (DeskWindow) self = told->window;
  g_autoptr (GError) error = NULL;
  DeskVisitPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page != NULL && !self->closing && desk_window_shows_desk (self))
    {
      g_autofree char *words = words_of (self->text, page);

      desk_window_toast_undo (self, words, told->act_id);
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_VISIT_PAGE, page);
}

/* The row that was made is selected where the log is in front. */
static void
on_saved (DeskQuickSheet *sheet, gint64 visit_id, gint64 act_id, int follow_up, DeskWindow *self)
{
  DeskPane *pane = desk_window_shown_pane (self);
  Told *told;

  if (visit_id == 0)
    return;
  if (pane != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->panes), "log") == 0)
    desk_pane_open_record (pane, DESK_KIND_VISIT, visit_id);
  told = g_new0 (Told, 1);
  told->window = g_object_ref (self);
  told->act_id = act_id;
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_VISIT_PAGE,
                          desk_get_input_new (DESK_KIND_VISIT, visit_id, desk_engine_today (self->engine)), NULL,
                          on_page_cb, told);
  if (follow_up)
    desk_log_form_open (self, DESK_LOG_FORM_FOLLOW_UP, visit_id, 0);
}

/* Built when it is first asked for: the window comes up without it. */
static DeskQuickSheet *
sheet (DeskWindow *self)
{
  if (self->quick != NULL)
    return self->quick;
  self->quick = desk_quick_sheet_new ();
  g_signal_connect_object (self->quick, "notify::open", G_CALLBACK (desk_window_actions_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick, "saved", G_CALLBACK (on_saved), self, 0);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->quick));
  desk_quick_sheet_set_engine (self->quick, self->engine, self->text);
  return self->quick;
}

void
desk_window_quick_set_engine (DeskWindow *self)
{
  if (self->quick != NULL)
    desk_quick_sheet_set_engine (self->quick, self->engine, self->text);
}

void
desk_window_quick_close (DeskWindow *self)
{
  if (self->quick != NULL)
    desk_quick_sheet_close (self->quick);
}

gboolean
desk_window_quick_is_open (DeskWindow *self)
{
  return self->quick != NULL && desk_quick_sheet_is_open (self->quick);
}

void
desk_window_quick_entry (DeskWindow *self, const DeskQuickAsk *ask)
{
  g_autofree char *reason = NULL;

  if (self == NULL || !desk_window_shows_desk (self) || desk_window_quick_is_open (self) || self->sheet != NULL
      || desk_engine_get_state (self->engine) == DESK_ENGINE_READ_ONLY)
    return;
  reason = desk_allow_reason (self->engine, self->text, DESK_RIGHT_VISIT_LOG, TRUE);
  if (reason != NULL)
    {
      desk_window_toast (self, reason);
      return;
    }
  desk_window_search_close (self);
  desk_quick_sheet_open (sheet (self), ask);
}
