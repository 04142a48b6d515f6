/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-callback-io.h"

void
desk_callback_card_free (gpointer card)
{
  DeskCallbackCard *self = card;

  desk_record_free (self->line);
  g_free (self->number);
  g_free (self);
}

void
desk_callback_drawing_free (gpointer drawing)
{
  DeskCallbackDrawing *self = drawing;

  desk_record_free (self->draw);
  g_free (self->group);
  g_free (self->category);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_free (self);
}

void
desk_callback_share_free (gpointer share)
{
  DeskCallbackShare *self = share;

  g_free (self->group);
  g_free (self->category);
  g_free (self);
}

void
desk_callbacks_clear (gpointer result)
{
  DeskCallbacks *self = result;

  g_clear_pointer (&self->drawings, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
}
