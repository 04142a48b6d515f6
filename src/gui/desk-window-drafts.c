/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <string.h>

#include "desk-building-dialog.h"
#include "desk-case-book-pane.h"
#include "desk-staff-dialog.h"
#include "desk-staff-window.h"

/* Forms that were left, locked away or cut off come back: "pane:route" by its pane, dialogs by the window. */

static void
resume (DeskDraftsBar *bar, const char *form, DeskWindow *self)
{
  const char *colon = strchr (form, ':');
  g_autofree char *place = colon != NULL ? g_strndup (form, (gsize) (colon - form)) : NULL;
  DeskPane *pane;

  if (place == NULL || self->engine == NULL)
    return;
  if (g_str_equal (form, DESK_BUILDING_DIALOG_DRAFT))
    {
      desk_building_dialog_present (GTK_WINDOW (self), self->engine, self->text);
      return;
    }
  if (g_str_has_prefix (form, DESK_STAFF_DIALOG_DRAFT))
    {
      desk_staff_window_resume (GTK_WINDOW (self), self->engine, self->text,
                                g_ascii_strtoll (form + strlen (DESK_STAFF_DIALOG_DRAFT), NULL, 10));
      return;
    }
  if (g_str_has_prefix (form, DESK_CASE_BOOK_DRAFT))
    {
      desk_window_case_book (self, form + strlen (DESK_CASE_BOOK_DRAFT));
      return;
    }
  if (g_str_equal (form, DESK_QUICK_DRAFT))
    {
      desk_window_quick_entry (self, &(DeskQuickAsk){ NULL });
      return;
    }
  pane = desk_window_show_pane (self, place);
  if (pane != NULL)
    desk_pane_resume (pane, colon + 1);
}

void
desk_window_drafts_init (DeskWindow *self)
{
  g_signal_connect_object (self->drafts_bar, "resume", G_CALLBACK (resume), self, 0);
}

/* Offers what the person who is at the desk typed and did not save: at the start, after unlocking, after a switch.
 * While nobody is, nothing of anybody is shown. */
void
desk_window_drafts_offer (DeskWindow *self)
{
  gint64 staff_id = self->engine != NULL && desk_engine_get_session (self->engine) == DESK_SESSION_IN
                        ? desk_engine_get_actor (self->engine)->staff_id
                        : 0;

  if (staff_id == 0 || !desk_window_shows_desk (self))
    {
      desk_drafts_bar_clear (self->drafts_bar);
      self->drafts_of = 0;
    }
  else if (staff_id != self->drafts_of)
    {
      desk_drafts_bar_offer (self->drafts_bar, self->engine, self->text);
      self->drafts_of = staff_id;
    }
}
