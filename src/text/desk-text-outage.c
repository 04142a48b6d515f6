/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-outage.h"

#include "desk-text-figure.h"
#include "desk-text-label.h"

/* Returns: (transfer full): "Building 3, 5", or that it is everywhere. */
char *
desk_text_outage_place (const DeskText *text, const DeskOutage *outage)
{
  if (outage->buildings == NULL || *outage->buildings == '\0')
    return g_strdup (desk_text_get_c (text, NP_ ("outage", "the whole community")));
  return desk_text_fill (desk_text_get_c (text, NP_ ("outage", "building %1")), (const char *[]){ outage->buildings, NULL });
}

/* Since when and until when. */
static char *
span_of (const DeskText *text, const DeskOutage *outage, gint64 now)
{
  g_autofree char *from = desk_text_time (text, outage->begun_at, now);
  gint64 end = outage->ended_at != 0 ? outage->ended_at : outage->expected_at;
  g_autofree char *to = end != 0 ? desk_text_time (text, end, now) : NULL;

  if (to == NULL)
    return desk_text_fill (desk_text_get_c (text, NP_ ("outage", "since %1")), (const char *[]){ from, NULL });
  return g_strdup_printf ("%s–%s", from, to);
}

/* Returns: (transfer full): what is out, where, since when until when, why. */
char *
desk_text_outage (const DeskText *text, const DeskOutage *outage, gint64 now)
{
  g_autofree char *place = desk_text_outage_place (text, outage);
  g_autofree char *span = span_of (text, outage, now);
  gboolean why = outage->title != NULL && *outage->title != '\0';

  return g_strjoin (" · ", desk_text_enum (text, &desk_enum_outage_topic, outage->topic), place, span,
                    why ? outage->title : NULL, NULL);
}

/* Returns: (transfer full): who hangs on it, and what to do next. */
char *
desk_text_outage_callers (const DeskText *text, const DeskOutage *outage, gint64 n_callers, gint64 n_untold, gint64 now)
{
  g_autofree char *callers = desk_text_number (n_callers);
  g_autofree char *untold = desk_text_number (n_untold);

  if (outage->ended_at != 0)
    return n_untold == 0 ? desk_text_fill (desk_text_get_c (text, NP_ ("outage", "Over, all %1 callers told")), (const char *[]){ callers, NULL })
                         : desk_text_fill (desk_text_get_c (text, NP_ ("outage", "Over, %1 of %2 callers still to be told")),
                                           (const char *[]){ untold, callers, NULL });
  if (outage->expected_at != 0 && outage->expected_at < now)
    return desk_text_fill (desk_text_get_c (text, NP_ ("outage", "Past the expected end: ask how long it takes. %1 callers attached, Ctrl+J attaches the next")),
                           (const char *[]){ callers, NULL });
  return desk_text_fill (desk_text_get_c (text, NP_ ("outage", "%1 callers attached, Ctrl+J attaches the next")),
                         (const char *[]){ callers, NULL });
}
