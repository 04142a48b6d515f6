/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody typed into a form and has not saved. */
typedef struct
{
  gint64 staff_id;
  char *form;        /* which form, about what; one draft of each */
  char *request_key; /* of the form: a store that took it has what was typed */
  char *title;       /* of the form, as its author reads it */
  gint64 version;    /* of the record when it was opened, 0 a new one */
  char *words;       /* what stands in the fields, by their names: desk_draft_pack() */
  gint64 at;         /* Unix seconds of the last change */
} DeskDraft;

DeskDraft *desk_draft_new (gint64 staff_id, const char *form, const char *request_key, const char *title, gint64 version,
                           const char *words, gint64 at);
void desk_draft_free (gpointer draft);

char *desk_draft_pack (GHashTable *fields);
GHashTable *desk_draft_unpack (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDraft, desk_draft_free)

G_END_DECLS
