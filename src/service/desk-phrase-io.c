/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase-io.h"

void
desk_phrases_clear (gpointer result)
{
  DeskPhrases *self = result;

  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->unit_label, g_free);
  g_clear_pointer (&self->person_name, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->result, g_free);
  g_clear_pointer (&self->staff_name, g_free);
  g_clear_pointer (&self->community, g_free);
}
