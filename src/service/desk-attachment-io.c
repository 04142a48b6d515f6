/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-attachment-io.h"

/* Returns: (transfer full): what is to be read; everything given is copied. One of @path and @bytes. @name: (nullable). */
DeskFileInput *
desk_file_input_new (const char *path, GBytes *bytes, const char *name)
{
  DeskFileInput *self = g_new0 (DeskFileInput, 1);

  self->path = g_strdup (path);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->name = g_strdup (name);
  return self;
}

/* Returns: (transfer full): @file, to be kept with the record. */
DeskAttachInput *
desk_attach_input_new (const char *request_key, DeskKind of_kind, gint64 of_id, const DeskFile *file)
{
  DeskAttachInput *self = g_new0 (DeskAttachInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->of_kind = of_kind;
  self->of_id = of_id;
  self->bytes = g_bytes_ref (file->bytes);
  self->name = g_strdup (file->name);
  return self;
}

void
desk_file_input_free (gpointer input)
{
  DeskFileInput *self = input;

  g_free (self->input.request_key);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_free (self);
}

void
desk_attach_input_free (gpointer input)
{
  DeskAttachInput *self = input;

  g_free (self->input.request_key);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

void
desk_file_clear (gpointer result)
{
  DeskFile *self = result;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->mime, g_free);
}

void
desk_attachment_card_free (gpointer card)
{
  DeskAttachmentCard *self = card;

  desk_record_free (self->attachment);
  g_free (self->staff_name);
  g_free (self);
}

void
desk_attachments_clear (gpointer result)
{
  DeskAttachments *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
}

void
desk_thumbnail_clear (gpointer result)
{
  g_clear_pointer (&((DeskThumbnail *) result)->pixels, g_bytes_unref);
}
