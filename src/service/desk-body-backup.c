/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-changes.h"
#include "desk-tx.h"

/* What the trail tells of backups: that one took the store's place. What was done after it was made is not in the store any more. */

/* Returns: (transfer full). */
DeskRestoreNoteInput *
desk_restore_note_input_new (const char *request_key, gint64 at)
{
  DeskRestoreNoteInput *self = g_new0 (DeskRestoreNoteInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->at = at;
  return self;
}

void
desk_restore_note_input_free (gpointer input)
{
  DeskRestoreNoteInput *self = input;

  if (self == NULL)
    return;
  g_free (self->input.request_key);
  g_free (self);
}

/* About whoever did it. */
gboolean
desk_body_note_restore (DeskTx *tx, const DeskRestoreNoteInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);

  if (staff == NULL)
    return FALSE;
  desk_tx_about (tx, staff->kind, staff->id);
  desk_changes_add_int (changes, "restored", 0, in->at);
  out->id = staff->id;
  out->version = staff->version;
  out->count = 1;
  return desk_tx_note (tx, staff, changes, error);
}
