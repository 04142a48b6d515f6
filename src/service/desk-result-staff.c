/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-result-staff.h"

void
desk_staff_card_free (gpointer card)
{
  DeskStaffCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->staff);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_free (self->scope);
  g_free (self->initials);
  g_free (self);
}

void
desk_sign_in_clear (gpointer result)
{
  DeskSignIn *self = result;

  desk_saved_clear (&self->saved);
  g_clear_pointer (&self->actor, desk_actor_free);
  g_clear_pointer (&self->problem, desk_problem_free);
  *self = (DeskSignIn){ 0 };
}

void
desk_staff_list_clear (gpointer result)
{
  DeskStaffList *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->community, g_free);
}

void
desk_request_card_free (gpointer card)
{
  DeskRequestCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->request);
  g_free (self->asker);
  g_free (self->decider);
  g_free (self->subject);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

void
desk_request_list_clear (gpointer result)
{
  DeskRequestList *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->n_waiting = 0;
}

void
desk_matrix_result_clear (gpointer result)
{
}

static gboolean
find_scope (const DeskCommunityPage *page, const char *typed, DeskStaffScope *scope)
{
  for (guint i = 0; i < page->buildings->len; i++)
    {
      const DeskBuildingCard *card = page->buildings->pdata[i];

      scope->building_id = card->building->record.id;
      scope->entrance_id = 0;
      if (g_str_equal (card->building->code, typed))
        return TRUE;
      for (guint k = 0; k < card->entrances->len; k++)
        {
          const DeskEntrance *entrance = card->entrances->pdata[k];
          g_autofree char *label = g_strjoin ("-", card->building->code, entrance->code, NULL);

          scope->entrance_id = entrance->record.id;
          if (g_str_equal (label, typed))
            return TRUE;
        }
    }
  return FALSE;
}

char *
desk_community_read_scopes (const DeskCommunityPage *page, const char *typed, GPtrArray *scopes)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      DeskStaffScope *scope;

      if (*part == '\0')
        continue;
      scope = desk_record_new (DESK_KIND_STAFF_SCOPE);
      g_ptr_array_add (scopes, scope);
      if (!find_scope (page, part, scope))
        return g_strdup (part);
    }
  return NULL;
}
