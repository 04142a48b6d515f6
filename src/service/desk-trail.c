/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include <string.h>

/*
 * The chain of the trail (design.md, rule 6). For every row
 *
 *   digest = SHA-256 (salt | changes)
 *   hash   = SHA-256 ("FDT1" | previous row's hash | id | at | staff | length of use case | use case | kind | record | digest)
 *
 * with integers as 8 bytes, big-endian, the length of the use case's nick in 8 bytes too, and 32 zero bytes before the
 * first row. salt is 16 random bytes. So "changes" and "salt" can be emptied when a person must be erased: digest stays.
 */
#define VERSION "FDT1"

static void
put_int (GChecksum *sum, gint64 value)
{
  guint64 wire = GUINT64_TO_BE ((guint64) value);

  g_checksum_update (sum, (const guchar *) &wire, sizeof wire);
}

static void
finish (GChecksum *sum, guint8 out[32])
{
  gsize n = 32;

  g_checksum_get_digest (sum, out, &n);
  g_assert (n == 32);
}

/* digest of a row that still has its salt and changes. */
void
desk_trail_digest (const DeskTrailRow *row, guint8 digest[32])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, row->salt, sizeof row->salt);
  g_checksum_update (sum, (const guchar *) row->changes, (gssize) strlen (row->changes));
  finish (sum, digest);
}

/* hash of a row from its digest and the row before. */
void
desk_trail_hash (const DeskTrailRow *row, const guint8 previous[32], guint8 hash[32])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) VERSION, strlen (VERSION));
  g_checksum_update (sum, previous, 32);
  put_int (sum, row->id);
  put_int (sum, row->at);
  put_int (sum, row->staff_id);
  put_int (sum, (gint64) strlen (row->use_case));
  g_checksum_update (sum, (const guchar *) row->use_case, (gssize) strlen (row->use_case));
  put_int (sum, row->kind);
  put_int (sum, row->record_id);
  g_checksum_update (sum, row->digest, sizeof row->digest);
  finish (sum, hash);
}

/* Fills in digest and hash of a new row; the salt is there already. */
void
desk_trail_seal (DeskTrailRow *row, const guint8 previous[32])
{
  desk_trail_digest (row, row->digest);
  desk_trail_hash (row, previous, row->hash);
}
