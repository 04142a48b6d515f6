/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-saved-filter-io.h"

/* Returns: (transfer full): the question @form asks on @today. */
DeskListInput *
desk_list_input_new_form (const DeskFilterForm *form, DeskDay today)
{
  DeskListInput *self = desk_list_input_new (form->list, form->filter, form->text, form->sort, form->descending,
                                             form->building_id, today);

  self->staff_id = form->staff_id;
  desk_days_range (form->days, form->day, today, &self->from_day, &self->to_day);
  self->span = form->span;
  self->figured = form->figured;
  self->figure = form->figure;
  return self;
}

void
desk_saved_filter_card_free (gpointer card)
{
  DeskSavedFilterCard *self = card;

  desk_record_free (self->filter);
  desk_filter_form_clear (&self->form);
  g_free (self->lost_name);
  g_free (self);
}

void
desk_saved_filters_clear (gpointer result)
{
  g_clear_pointer (&((DeskSavedFilters *) result)->cards, g_ptr_array_unref);
}

void
desk_filter_counts_clear (gpointer result)
{
  g_clear_pointer (&((DeskFilterCounts *) result)->counts, g_array_unref);
}
