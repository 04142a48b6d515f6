/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-secret.h"

#include <sodium.h>
#include <string.h>

#include "desk-error.h"

static void
start_sodium (void)
{
  static gsize started;

  if (g_once_init_enter (&started))
    {
      g_assert (sodium_init () >= 0);
      g_once_init_leave (&started, 1);
    }
}

/* Returns: (transfer full) (nullable): the Argon2id string of @secret; OUT_OF_MEMORY where there is not enough of it. */
char *
desk_secret_hash (DeskSecretCost cost, const char *secret, GError **error)
{
  gboolean cheap = cost == DESK_SECRET_COST_TEST;
  char hash[crypto_pwhash_STRBYTES];

  start_sodium ();
  if (crypto_pwhash_str (hash, secret, strlen (secret), cheap ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         cheap ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE)
      == 0)
    return g_strdup (hash);
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_OUT_OF_MEMORY, NULL, NULL);
  return NULL;
}

/* Is @hash ("" none) made of @secret? */
gboolean
desk_secret_fits (const char *hash, const char *secret)
{
  start_sodium ();
  return *hash != '\0' && crypto_pwhash_str_verify (hash, secret, strlen (secret)) == 0;
}

/* Frees @secret (nullable), leaving nothing of it in memory. */
void
desk_secret_wipe (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}
