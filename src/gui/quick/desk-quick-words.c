/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* What the tokens say, and what will be made. */

static char *
category_words (const DeskLineResult *result)
{
  if (result->category == NULL)
    return g_strdup (_("none"));
  return result->group != NULL ? g_strdup_printf ("%s › %s", result->group, result->category) : g_strdup (result->category);
}

static char *
person_words (DeskQuickSheet *self)
{
  const DeskQuickEntry *entry = self->result->entry;
  const char *caller = desk_quick_sheet_caller (self);

  if (caller != NULL)
    return g_strdup (caller);
  for (guint i = 0; entry->person_id != 0 && i < self->result->occupants->len; i++)
    {
      const DeskOccupant *occupant = self->result->occupants->pdata[i];

      if (occupant->occupancy->person_id == entry->person_id)
        return g_strdup_printf ("%s %s", entry->person_name,
                                desk_text_enum (self->text, &desk_enum_role, occupant->occupancy->role));
    }
  if (entry->person_name != NULL && *entry->person_name != '\0')
    return g_strdup (entry->person_name);
  return g_strdup (entry->phone != NULL ? entry->phone : _("unknown"));
}

static char *
time_words (DeskQuickSheet *self)
{
  gint64 from = self->when_from != 0 ? self->when_from : self->result->entry->when_from;
  gint64 to = self->when_from != 0 ? self->when_to : self->result->entry->when_to;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (from == 0 || self->fixed[DESK_QUICK_TIME] == DESK_LINE_NOBODY)
    return g_strdup (C_("appointment", "at once"));
  begin = desk_text_time (self->text, from, desk_engine_now (self->engine));
  if (to <= from)
    return g_steal_pointer (&begin);
  end = desk_text_time_whole (self->text, to);
  return g_strdup_printf ("%s–%s", begin, strrchr (end, ' ') != NULL ? strrchr (end, ' ') + 1 : end);
}

/* Returns: (transfer full): the value of a token. */
char *
desk_quick_words_token (DeskQuickSheet *self, DeskQuickPart part)
{
  const DeskQuickEntry *entry = self->result->entry;

  switch ((int) part)
    {
    case DESK_QUICK_UNIT:
      return g_strdup (entry->unit_label != NULL && *entry->unit_label != '\0' ? entry->unit_label : _("none"));
    case DESK_QUICK_PERSON:
      return person_words (self);
    case DESK_QUICK_CHANNEL:
      return g_strdup (desk_text_enum (self->text, &desk_enum_channel,
                                       self->fixed[part] != 0 ? self->fixed[part] : entry->channel));
    case DESK_QUICK_KIND:
      return g_strdup (desk_text_enum (self->text, &desk_enum_visit_kind, entry->kind));
    case DESK_QUICK_CATEGORY:
      return category_words (self->result);
    case DESK_QUICK_URGENCY:
      return g_strdup (desk_text_enum (self->text, &desk_enum_urgency, entry->urgency));
    default:
      return time_words (self);
    }
}

/* Returns: (transfer full): what the button will do, written before it is done. */
char *
desk_quick_words_outcome (DeskQuickSheet *self)
{
  const DeskLineResult *result = self->result;
  gint64 now = desk_engine_now (self->engine), kind = desk_quick_sheet_kind (self);
  g_autofree char *response = NULL;
  g_autofree char *completion = NULL;

  if (!desk_quick_sheet_is_case (self))
    return kind == DESK_VISIT_MESSAGE ? g_strdup (_("Leaves a message for a colleague and reminds them"))
                                      : desk_text_fill (_("Logs: %1"),
                                                        (const char *[]){ desk_text_enum (self->text, &desk_enum_visit_kind, kind), NULL });
  completion = desk_text_time (self->text, result->completion_due, now);
  if (result->response_due == 0)
    return desk_text_fill (_("Opens a %1, done by %2"),
                           (const char *[]){ desk_text_enum (self->text, &desk_enum_visit_kind, kind), completion, NULL });
  response = desk_text_time (self->text, result->response_due, now);
  return desk_text_fill (_("Opens a %1, response by %2, done by %3"),
                         (const char *[]){ desk_text_enum (self->text, &desk_enum_visit_kind, kind), response, completion, NULL });
}

static void
add (GString *words, const char *sentence)
{
  if (words->len > 0)
    g_string_append (words, "  ");
  g_string_append (words, sentence);
}

/* Returns: (transfer full): warranty and price, as far as they are known; "" nothing. */
char *
desk_quick_words_advice (DeskQuickSheet *self)
{
  const DeskLineResult *result = self->result;
  g_autoptr (GString) words = g_string_new (NULL);
  DeskDay until = MAX (result->warranty.owner_until, result->warranty.developer_until);
  g_autofree char *day = until != 0 ? desk_text_day (until) : NULL;
  g_autofree char *sentence = NULL;

  if (!desk_quick_sheet_is_case (self))
    return g_strdup (self->fixed[DESK_QUICK_KIND] == 0 && result->entry->kind == DESK_VISIT_VISIT
                         ? _("With an answer the entry is closed at once, without one it waits for it.")
                         : "");
  if (result->warranty.verdict == DESK_WARRANTY_COVERED || result->warranty.verdict == DESK_WARRANTY_OWNER_ONLY)
    sentence = desk_text_fill (_("Under warranty until %1, no charge."), (const char *[]){ day, NULL });
  else if (result->warranty.verdict == DESK_WARRANTY_OVER)
    sentence = desk_text_fill (_("Warranty ended %1: quote before work."), (const char *[]){ day, NULL });
  if (sentence != NULL)
    add (words, sentence);
  if (result->price_to > 0)
    {
      g_autofree char *low = desk_text_money (result->price_from);
      g_autofree char *high = desk_text_money (result->price_to);
      g_autofree char *price = desk_text_fill (_("Usually %1 to %2."), (const char *[]){ low, high, NULL });

      add (words, price);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
