/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-salvage.h"

#include "desk-text-figure.h"

/* Three lines: of which store and when, the figures, and what to do. */
char *
desk_text_salvage_head (const DeskText *text, const char *store, gint64 at, gint64 n_read, gint64 n_lost)
{
  g_autofree char *time = desk_text_time_whole (text, at);
  g_autofree char *read = desk_text_number (n_read);
  g_autofree char *lost = desk_text_number (n_lost);
  g_autofree char *title = desk_text_format (text, N_("What could be read of %1, %2"), store, time, NULL);
  g_autofree char *figures = desk_text_format (text, N_("%1 rows were read, at most %2 were not."), read, lost, NULL);

  return g_strjoin ("\n", title, figures, desk_text_get (text, N_("The damaged file stays beside the new one: keep it.")), NULL);
}

/* The headings of the lines of tables, with tabs between. */
char *
desk_text_salvage_columns (const DeskText *text)
{
  return g_strjoin ("\t", desk_text_get (text, N_("Table")), desk_text_get (text, N_("Read")),
                    desk_text_get (text, N_("From the trail")), desk_text_get (text, N_("Not read, at most")),
                    desk_text_get (text, N_("Rubbish")), desk_text_get (text, N_("Left out")),
                    desk_text_get (text, N_("Numbers not read")), NULL);
}
