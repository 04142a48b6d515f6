/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-page-private.h"

#include <glib/gi18n.h>

#include "desk-case-face.h"
#include "desk-clock-view.h"
#include "desk-section.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-window.h"

/* The open repairs and complaints of the unit, each with its clock; Enter opens one on its page. */

static const DeskSectionColumn columns[] = { { NULL, 128, FALSE }, { NULL, 0, TRUE }, { NULL, 66, FALSE }, { NULL, 116, FALSE } };

static void
opened (DeskSection *section, int kind, gint64 id, DeskUnitPageView *self)
{
  desk_window_open_record (desk_window_of (GTK_WIDGET (self)), (DeskKind) kind, id);
}

/* Returns: (transfer floating): the section, empty. */
GtkWidget *
desk_unit_cases_new (DeskUnitPageView *self)
{
  self->cases = desk_section_new (_("Open Cases"));
  desk_section_set_columns (DESK_SECTION (self->cases), columns, G_N_ELEMENTS (columns));
  g_signal_connect (self->cases, "opened", G_CALLBACK (opened), self);
  return self->cases;
}

static GtkWidget *
clock_cell (DeskText *text, const DeskCase *c, gint64 now)
{
  DeskCaseStand stand = { .state = c->state, .opened_at = c->opened_at, .next_due = c->next_due, .warn_at = c->warn_at,
                          .since = c->since, .finished_due = c->finished_due };
  DeskClockFace face = desk_case_face (&stand, now);
  GtkWidget *clock = desk_clock_view_new (text);

  face.reason = desk_text_wait (text, c->wait_reason);
  desk_clock_view_set_face (DESK_CLOCK_VIEW (clock), &face, now);
  return clock;
}

void
desk_unit_cases_fill (DeskUnitPageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  gint64 now = desk_engine_now (desk_record_page_get_engine (DESK_RECORD_PAGE (self)));
  DeskSection *section = DESK_SECTION (self->cases);

  desk_section_clear (section);
  gtk_widget_set_visible (self->cases, self->page->cases->len > 0);
  for (guint i = 0; i < self->page->cases->len; i++)
    {
      const DeskCase *c = self->page->cases->pdata[i];
      g_autofree char *title = desk_text_printable (c->title, 0);
      GtkWidget *cells[] = { clock_cell (text, c, now), desk_section_cell (title, NULL),
                             desk_section_cell (desk_text_enum (text, &desk_enum_case_state, c->state), "dim"),
                             desk_section_cell (c->number, "dim") };

      desk_section_add_row (section, DESK_KIND_SERVICE_CASE, c->record.id, cells, G_N_ELEMENTS (cells));
    }
}
