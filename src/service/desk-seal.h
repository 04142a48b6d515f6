/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Files closed by a passphrase. The passphrase gives a pair of keys (Argon2id); the public half is the lock, which may
 * stand in the store: whoever has it can close files, only the passphrase opens them. So a backup is made at night while
 * nobody is there to type. A passphrase that is forgotten cannot be found again.
 *
 * The file: "FDSEAL1\n", the lock (salt 16, limits 8 + 8, public key 32), a random key sealed to it (80), the length of
 * the note (4) and the note itself, which anybody can read and nobody can change unnoticed, the header of the stream (24),
 * and chunks of at most 64 KiB (secretstream, the note bound to the first, the last one tagged). Numbers are big-endian.
 */

/* A passphrase is at least so long, in characters. */
#define DESK_SEAL_LEAST 8

char *desk_seal_make_lock (const char *passphrase, GError **error);
gboolean desk_seal_lock_is_valid (const char *lock);
gboolean desk_seal_close_file (const char *from, const char *to, const char *lock, const char *note,
                               GCancellable *cancellable, GError **error);
gboolean desk_seal_open_file (const char *from, const char *to, const char *passphrase, GCancellable *cancellable,
                              GError **error);
gboolean desk_seal_is_sealed (const char *path);
char *desk_seal_read_note (const char *path, GError **error);

/* For tests: the cheapest key that can be made. */
void desk_seal_set_cheap (gboolean cheap);

G_END_DECLS
