/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-saved-filter.h"

#include "desk-text-label.h"

/* @lost: at least one; the first that matters is said. @name: (nullable): of whoever left, of the category. Returns: (transfer
 * full): what a saved filter names that is gone, and what is shown. */
char *
desk_text_filter_lost (const DeskText *text, DeskFilterLost lost, const char *name)
{
  if ((lost & DESK_FILTER_LOST_BUILDING) != 0)
    return g_strdup (desk_text_get (text, N_ ("The building of this filter was removed: all buildings are shown.")));
  if ((lost & DESK_FILTER_LOST_STAFF) != 0 && name != NULL)
    return desk_text_format (text, N_ ("%1 does not work here any more: what they did is shown."), name, NULL);
  if ((lost & DESK_FILTER_LOST_STAFF) != 0)
    return g_strdup (desk_text_get (text, N_ ("The person of this filter is gone: everybody is shown.")));
  if ((lost & DESK_FILTER_LOST_CATEGORY) != 0 && name != NULL)
    return desk_text_format (text, N_ ("Category %1 is not in use any more: its old cases are shown."), name, NULL);
  if ((lost & DESK_FILTER_LOST_CATEGORY) != 0)
    return g_strdup (desk_text_get (text, N_ ("The category of this filter was removed: all cases are shown.")));
  return g_strdup (desk_text_get (text, N_ ("Part of this filter is not understood here: the rest is shown.")));
}

/* Returns: (transfer full): what a filter may be called, by what it leaves: "Due soon leak"; "" where it leaves all. */
char *
desk_text_filter_form (const DeskText *text, const DeskFilterForm *form)
{
  const char *filter = form->filter != 0 ? desk_text_filter (text, form->list, form->filter) : "";
  const char *words = form->text != NULL ? form->text : "";

  return g_strdup_printf ("%s%s%s", filter, *filter != '\0' && *words != '\0' ? " " : "", words);
}
