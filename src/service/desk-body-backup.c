/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-changes.h"
#include "desk-tx.h"

/*
 * What the trail tells of backups: that one took the store's place, so that what was done after it was made is not in the
 * store any more; and that somebody took one along in a file, which holds all there is to know of everybody. Those that
 * come and go by the rule are no acts: each would be newer than the backup it tells of, and want one again.
 */

/* Returns: (transfer full). */
DeskBackupNoteInput *
desk_backup_note_input_new (const char *request_key, gint64 at, gboolean sealed)
{
  DeskBackupNoteInput *self = g_new0 (DeskBackupNoteInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->at = at;
  self->sealed = sealed;
  return self;
}

void
desk_backup_note_input_free (gpointer input)
{
  DeskBackupNoteInput *self = input;

  if (self == NULL)
    return;
  g_free (self->input.request_key);
  g_free (self);
}

/* A row about whoever did it. */
static gboolean
note (DeskTx *tx, const char *what, const DeskBackupNoteInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);

  if (staff == NULL)
    return FALSE;
  desk_tx_about (tx, staff->kind, staff->id);
  desk_changes_add_int (changes, what, 0, in->at);
  if (in->sealed)
    desk_changes_add_int (changes, "sealed", 0, 1);
  out->id = staff->id;
  out->version = staff->version;
  out->count = 1;
  return desk_tx_note (tx, staff, changes, error);
}

gboolean
desk_body_note_restore (DeskTx *tx, const DeskBackupNoteInput *in, DeskSaved *out, GError **error)
{
  return note (tx, "restored", in, out, error);
}

gboolean
desk_body_note_backup (DeskTx *tx, const DeskBackupNoteInput *in, DeskSaved *out, GError **error)
{
  return note (tx, "backed_up", in, out, error);
}
