/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* Files that go with a log entry, a case or a message. One comes in two steps: PREPARE_FILE reads it, looks what it is and
 * makes a picture smaller, on the thread of long reads; ATTACH_FILE keeps the result. */

/* A file as somebody chose, dropped or pasted it: by its path, or by its bytes with a name. */
typedef struct
{
  DeskInput input;
  char *path;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
  char *name;    /* (nullable): what it is called; NULL: as its path says */
  DeskProgress *progress; /* (nullable) */
} DeskFileInput;

/* A file as it is kept: what PREPARE_FILE made, what GET_FILE gives back. */
typedef struct
{
  GBytes *bytes;
  char *name; /* "" where it had none */
  char *mime;
} DeskFile;

typedef struct
{
  DeskInput input;
  DeskKind of_kind; /* VISIT, SERVICE_CASE, MEMO */
  gint64 of_id;
  GBytes *bytes;
  char *name;
} DeskAttachInput;

typedef struct
{
  DeskAttachment *attachment;
  char *staff_name;
} DeskAttachmentCard;

/* What goes with a record, the first first. */
typedef struct
{
  GPtrArray *cards; /* DeskAttachmentCard */
} DeskAttachments;

/* A picture made small: rows of pixels, red green blue a byte each. */
typedef struct
{
  int width;
  int height;
  int stride;
  GBytes *pixels; /* NULL: there is nothing to see */
} DeskThumbnail;

#define DESK_THUMBNAIL_SIDE 192 /* px */

DeskFileInput *desk_file_input_new (const char *path, GBytes *bytes, const char *name);
DeskAttachInput *desk_attach_input_new (const char *request_key, DeskKind of_kind, gint64 of_id, const DeskFile *file);
void desk_file_input_free (gpointer input);
void desk_attach_input_free (gpointer input);
void desk_file_clear (gpointer result);
void desk_attachments_clear (gpointer result);
void desk_thumbnail_clear (gpointer result);
void desk_attachment_card_free (gpointer card);

G_END_DECLS
