/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-result-case.h"

void
desk_case_brief_free (gpointer brief)
{
  DeskCaseBrief *self = brief;

  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->title);
  g_free (self);
}

void
desk_course_line_free (gpointer line)
{
  DeskCourseLine *self = line;

  if (self == NULL)
    return;
  desk_record_free (self->event);
  g_free (self->staff_name);
  g_free (self->assignee_name);
  g_free (self->other_number);
  g_free (self);
}

void
desk_load_free (gpointer load)
{
  DeskLoad *self = load;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

void
desk_case_page_clear (gpointer result)
{
  DeskCasePage *self = result;

  desk_record_free (self->service_case);
  g_free (self->group);
  g_free (self->category);
  g_free (self->unit_label);
  g_free (self->place_name);
  g_free (self->person_name);
  g_free (self->assignee_name);
  g_free (self->intake_name);
  g_free (self->owner_name);
  g_free (self->merged_number);
  desk_record_free (self->phone);
  g_free (self->visit_about);
  g_clear_pointer (&self->course, g_ptr_array_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_ptr_array_unref);
  desk_record_free (self->complaint);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->near, g_ptr_array_unref);
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  desk_record_free (self->quote);
  g_clear_pointer (&self->care_flags, g_ptr_array_unref);
  g_clear_pointer (&self->instructions, g_ptr_array_unref);
  g_clear_pointer (&self->loads, g_ptr_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  *self = (DeskCasePage){ 0 };
}

void
desk_line_result_clear (gpointer result)
{
  DeskLineResult *self = result;

  desk_quick_entry_free (self->entry);
  g_free (self->group);
  g_free (self->category);
  g_free (self->script);
  g_clear_pointer (&self->occupants, g_ptr_array_unref);
  g_clear_pointer (&self->care_flags, g_ptr_array_unref);
  g_clear_pointer (&self->instructions, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->near, g_ptr_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_clear_pointer (&self->outages, g_ptr_array_unref);
  g_clear_pointer (&self->loads, g_ptr_array_unref);
  *self = (DeskLineResult){ 0 };
}

void
desk_case_settings_clear (gpointer result)
{
  DeskCaseSettings *self = result;

  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->calendars, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
}

void
desk_memo_card_free (gpointer card)
{
  DeskMemoCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->memo);
  g_free (self->to_name);
  g_free (self->staff_name);
  g_free (self);
}

void
desk_visit_page_clear (gpointer result)
{
  DeskVisitPage *self = result;

  desk_record_free (self->visit);
  g_free (self->unit_label);
  g_free (self->place_name);
  g_free (self->person_name);
  g_free (self->staff_name);
  g_free (self->owner_name);
  g_free (self->offered_name);
  g_free (self->praised_name);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->memos, g_ptr_array_unref);
  g_clear_pointer (&self->outages, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  *self = (DeskVisitPage){ 0 };
}
