/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-seal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>

#include "desk-disk.h"
#include "desk-error.h"
#include "desk-id.h"

#define MAGIC "FDSEAL1\n"
#define N_MAGIC 8
#define N_LOCK (crypto_pwhash_SALTBYTES + 16 + crypto_box_PUBLICKEYBYTES)
#define N_KEY crypto_secretstream_xchacha20poly1305_KEYBYTES
#define N_SEALED (N_KEY + crypto_box_SEALBYTES)
#define CHUNK 65536
#define N_CLOSED (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)
#define MOST_NOTE 65536
/* Beyond these no honest file asks. */
#define MOST_OPS 64
#define MOST_MEM (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)

static gboolean cheap;

void
desk_seal_set_cheap (gboolean on)
{
  cheap = on;
}

static void
put (guint8 *to, guint64 n, int bytes)
{
  for (int i = bytes - 1; i >= 0; i--, n >>= 8)
    to[i] = (guint8) n;
}

static guint64
take (const guint8 *from, int bytes)
{
  guint64 n = 0;

  for (int i = 0; i < bytes; i++)
    n = n << 8 | from[i];
  return n;
}

static gboolean
refuse (GError **error, DeskProblemCode problem, const char *path)
{
  DeskErrorCode code = problem == DESK_PROBLEM_PASSPHRASE_WRONG ? DESK_ERROR_INVALID : DESK_ERROR_DAMAGED;

  desk_error_set (error, code, problem, problem == DESK_PROBLEM_PASSPHRASE_WRONG ? "passphrase" : NULL, path, NULL);
  return FALSE;
}

/* The pair of keys that @passphrase gives with the salt and limits of @lock; its public half is written where @lock
 * has it, or compared (@is_new FALSE). */
static gboolean
derive (guint8 lock[N_LOCK], const char *passphrase, gboolean is_new, guint8 secret[crypto_box_SECRETKEYBYTES],
        GError **error)
{
  guint8 seed[crypto_box_SEEDBYTES], public[crypto_box_PUBLICKEYBYTES];
  guint64 ops = take (lock + crypto_pwhash_SALTBYTES, 8), mem = take (lock + crypto_pwhash_SALTBYTES + 8, 8);
  guint8 *stored = lock + crypto_pwhash_SALTBYTES + 16;

  if (ops < crypto_pwhash_OPSLIMIT_MIN || ops > MOST_OPS || mem < crypto_pwhash_MEMLIMIT_MIN || mem > MOST_MEM)
    return refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, "");
  if (crypto_pwhash (seed, sizeof seed, passphrase, strlen (passphrase), lock, ops, (size_t) mem,
                     crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    {
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_OUT_OF_MEMORY, NULL, NULL);
      return FALSE;
    }
  crypto_box_seed_keypair (public, secret, seed);
  sodium_memzero (seed, sizeof seed);
  if (is_new)
    memcpy (stored, public, sizeof public);
  return sodium_memcmp (stored, public, sizeof public) == 0 || refuse (error, DESK_PROBLEM_PASSPHRASE_WRONG, NULL);
}

/**
 * desk_seal_make_lock:
 * @passphrase: at least %DESK_SEAL_LEAST characters
 * @error: INVALID when it is too short; IO without memory
 *
 * Takes about a second on purpose: whoever guesses takes it, too.
 *
 * Returns: (transfer full) (nullable): the lock in hex
 */
char *
desk_seal_make_lock (const char *passphrase, GError **error)
{
  guint8 lock[N_LOCK], secret[crypto_box_SECRETKEYBYTES];

  if (g_utf8_strlen (passphrase, -1) < DESK_SEAL_LEAST)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_SHORT, "passphrase", "8", NULL);
      return NULL;
    }
  g_assert (sodium_init () >= 0);
  randombytes_buf (lock, crypto_pwhash_SALTBYTES);
  put (lock + crypto_pwhash_SALTBYTES, cheap ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE, 8);
  put (lock + crypto_pwhash_SALTBYTES + 8, cheap ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_MODERATE, 8);
  if (!derive (lock, passphrase, TRUE, secret, error))
    return NULL;
  sodium_memzero (secret, sizeof secret);
  return desk_id_hex (lock, sizeof lock);
}

static gboolean
read_lock (const char *hex, guint8 lock[N_LOCK])
{
  size_t n = 0;

  return sodium_hex2bin (lock, N_LOCK, hex, strlen (hex), NULL, &n, NULL) == 0 && n == N_LOCK;
}

/* Is @lock one that desk_seal_make_lock() could have made? */
gboolean
desk_seal_lock_is_valid (const char *lock)
{
  guint8 bytes[N_LOCK];

  return strlen (lock) == 2 * N_LOCK && read_lock (lock, bytes);
}

/* Two files and what goes from one to the other. */
typedef struct
{
  const char *from;
  const char *to;
  FILE *in;
  FILE *out;
  GCancellable *cancellable;
  crypto_secretstream_xchacha20poly1305_state state;
} Pipe;

static FILE *
open_stream (const char *path, gboolean write)
{
  int fd = open (path, write ? O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW : O_RDONLY | O_CLOEXEC, 0600);
  FILE *stream = fd >= 0 ? fdopen (fd, write ? "wb" : "rb") : NULL;

  if (stream == NULL && fd >= 0)
    close (fd);
  return stream;
}

static gboolean
open_pipe (Pipe *self, GError **error)
{
  g_assert (sodium_init () >= 0);
  self->in = open_stream (self->from, FALSE);
  if (self->in == NULL)
    return desk_disk_set_error (error, self->from, errno);
  if (self->to == NULL)
    return TRUE;
  self->out = open_stream (self->to, TRUE);
  return self->out != NULL || desk_disk_set_error (error, self->to, errno);
}

/* Ends it; the file is on the disk, or nothing of it is left. */
static gboolean
close_pipe (Pipe *self, gboolean ok, GError **error)
{
  int code = 0;

  if (self->in != NULL)
    fclose (self->in);
  if (self->out == NULL)
    return ok && self->to == NULL;
  if (ok && (fflush (self->out) != 0 || fsync (fileno (self->out)) != 0))
    code = errno;
  if (fclose (self->out) != 0 && code == 0)
    code = errno;
  if (ok && code == 0)
    return TRUE;
  g_unlink (self->to);
  return ok ? desk_disk_set_error (error, self->to, code) : FALSE;
}

static gboolean
write_out (Pipe *self, const void *bytes, gsize n, GError **error)
{
  return self->to == NULL || fwrite (bytes, 1, n, self->out) == n || desk_disk_set_error (error, self->to, errno);
}

static gboolean
goes_on (Pipe *self, GError **error)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return FALSE;
}

static gboolean
write_head (Pipe *self, const char *hex, const char *note, GError **error)
{
  guint8 lock[N_LOCK], key[N_KEY], sealed[N_SEALED], length[4];
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  gboolean ok;

  if (!read_lock (hex, lock))
    return refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, self->to);
  crypto_secretstream_xchacha20poly1305_keygen (key);
  crypto_box_seal (sealed, key, sizeof key, lock + N_LOCK - crypto_box_PUBLICKEYBYTES);
  crypto_secretstream_xchacha20poly1305_init_push (&self->state, header, key);
  sodium_memzero (key, sizeof key);
  put (length, strlen (note), sizeof length);
  ok = write_out (self, MAGIC, N_MAGIC, error) && write_out (self, lock, sizeof lock, error)
       && write_out (self, sealed, sizeof sealed, error) && write_out (self, length, sizeof length, error)
       && write_out (self, note, strlen (note), error) && write_out (self, header, sizeof header, error);
  return ok;
}

/* Reads up to @n bytes. Returns: FALSE when the disk fails. */
static gboolean
read_in (Pipe *self, guint8 *bytes, gsize n, gsize *n_read, GError **error)
{
  *n_read = fread (bytes, 1, n, self->in);
  return !ferror (self->in) || desk_disk_set_error (error, self->from, EIO);
}

/* Is there nothing more to read? */
static gboolean
at_end (FILE *stream)
{
  int next = fgetc (stream);

  if (next != EOF)
    ungetc (next, stream);
  return next == EOF;
}

static gboolean
write_chunks (Pipe *self, const char *note, GError **error)
{
  g_autofree guint8 *plain = g_malloc (CHUNK), *closed = g_malloc (N_CLOSED);
  gboolean last = FALSE;

  for (gboolean first = TRUE; !last; first = FALSE)
    {
      unsigned long long n_closed;
      gsize n;

      if (!goes_on (self, error) || !read_in (self, plain, CHUNK, &n, error))
        return FALSE;
      last = at_end (self->in);
      crypto_secretstream_xchacha20poly1305_push (&self->state, closed, &n_closed, plain, n,
                                                  first ? (const guint8 *) note : NULL, first ? strlen (note) : 0,
                                                  last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
      if (!write_out (self, closed, n_closed, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_seal_close_file:
 * @from: an open file nobody writes
 * @to: the closed one, which must not exist
 * @lock: of desk_seal_make_lock()
 * @note: what anybody may read of it
 *
 * Returns: whether it is on the disk
 */
gboolean
desk_seal_close_file (const char *from, const char *to, const char *lock, const char *note, GCancellable *cancellable,
                      GError **error)
{
  Pipe pipe = { .from = from, .to = to, .cancellable = cancellable };
  gboolean ok = strlen (note) <= MOST_NOTE && open_pipe (&pipe, error) && write_head (&pipe, lock, note, error)
                && write_chunks (&pipe, note, error);

  return close_pipe (&pipe, ok, error);
}

/* Reads magic, lock, sealed key and note. @note: (transfer full). */
static gboolean
read_head (FILE *stream, guint8 lock[N_LOCK], guint8 sealed[N_SEALED], char **note)
{
  guint8 magic[N_MAGIC], length[4];
  guint64 n;

  *note = NULL;
  if (fread (magic, 1, N_MAGIC, stream) != N_MAGIC || memcmp (magic, MAGIC, N_MAGIC) != 0
      || fread (lock, 1, N_LOCK, stream) != N_LOCK || fread (sealed, 1, N_SEALED, stream) != N_SEALED
      || fread (length, 1, sizeof length, stream) != sizeof length)
    return FALSE;
  n = take (length, sizeof length);
  if (n > MOST_NOTE)
    return FALSE;
  *note = g_malloc0 (n + 1);
  return fread (*note, 1, n, stream) == n;
}

static gboolean
read_chunks (Pipe *self, const char *note, GError **error)
{
  g_autofree guint8 *plain = g_malloc (CHUNK), *closed = g_malloc (N_CLOSED);
  guint8 tag = 0;

  for (gboolean first = TRUE; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = FALSE)
    {
      unsigned long long n_plain;
      gsize n;

      if (!goes_on (self, error) || !read_in (self, closed, N_CLOSED, &n, error))
        return FALSE;
      if (crypto_secretstream_xchacha20poly1305_pull (&self->state, plain, &n_plain, &tag, closed, n,
                                                      first ? (const guint8 *) note : NULL, first ? strlen (note) : 0)
          != 0)
        return refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, self->from);
      if (!write_out (self, plain, n_plain, error))
        return FALSE;
    }
  return at_end (self->in) || refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, self->from);
}

static gboolean
open_sealed (Pipe *self, const char *passphrase, GError **error)
{
  guint8 lock[N_LOCK], sealed[N_SEALED], key[N_KEY], secret[crypto_box_SECRETKEYBYTES];
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  g_autofree char *note = NULL;
  gboolean ok;

  if (!read_head (self->in, lock, sealed, &note) || fread (header, 1, sizeof header, self->in) != sizeof header)
    return refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, self->from);
  if (!derive (lock, passphrase, FALSE, secret, error))
    return FALSE;
  ok = crypto_box_seal_open (key, sealed, sizeof sealed, lock + N_LOCK - crypto_box_PUBLICKEYBYTES, secret) == 0
       && crypto_secretstream_xchacha20poly1305_init_pull (&self->state, header, key) == 0;
  sodium_memzero (secret, sizeof secret);
  sodium_memzero (key, sizeof key);
  return ok ? read_chunks (self, note, error) : refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, self->from);
}

/**
 * desk_seal_open_file:
 * @from: a closed file
 * @to: (nullable): the open one, which must not exist; nothing is left of it after an error; NULL only reads it
 * @error: INVALID when the passphrase is wrong, DAMAGED when a byte of the file is
 *
 * Returns: whether all of it is on the disk
 */
gboolean
desk_seal_open_file (const char *from, const char *to, const char *passphrase, GCancellable *cancellable, GError **error)
{
  Pipe pipe = { .from = from, .to = to, .cancellable = cancellable };
  gboolean ok = open_pipe (&pipe, error) && open_sealed (&pipe, passphrase, error);

  return close_pipe (&pipe, ok, error);
}

/* Does @path begin as a closed file does? */
gboolean
desk_seal_is_sealed (const char *path)
{
  guint8 magic[N_MAGIC];
  FILE *stream = open_stream (path, FALSE);
  gboolean is = stream != NULL && fread (magic, 1, N_MAGIC, stream) == N_MAGIC && memcmp (magic, MAGIC, N_MAGIC) == 0;

  if (stream != NULL)
    fclose (stream);
  return is;
}

/* Returns: (transfer full) (nullable): what the closed file @path says of itself. Only opening it proves that nobody
 * changed it. */
char *
desk_seal_read_note (const char *path, GError **error)
{
  guint8 lock[N_LOCK], sealed[N_SEALED];
  char *note = NULL;
  FILE *stream = open_stream (path, FALSE);

  if (stream == NULL)
    {
      desk_disk_set_error (error, path, errno);
      return NULL;
    }
  if (!read_head (stream, lock, sealed, &note) || !g_utf8_validate (note, -1, NULL))
    {
      g_clear_pointer (&note, g_free);
      refuse (error, DESK_PROBLEM_BACKUP_DAMAGED, path);
    }
  fclose (stream);
  return note;
}
