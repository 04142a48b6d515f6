/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "desk-fixture.h"
#include "desk-service-private.h"
#include "desk-store-trail.h"
#include "desk-tx.h"

/* The check of a chain of a million rows, and SHA-256 alone over the same bytes: what remains is reading the rows and
 * comparing them. Printed, never failed. */

#define N_ROWS 1000000

/* Words like those of an everyday edit, of a different length from row to row. */
static char *
words_of (guint i)
{
  return g_strdup_printf ("{\"built_area\":[%u,%u],\"note\":[\"钥匙在前台，第 %u 次\",\"%.*s已取走\"]}", i % 9000 + 5000, i % 9000 + 5001,
                          i, (int) (i % 20), "--------------------");
}

static void
fill (DeskService *service)
{
  guint8 previous[32] = { 0 };
  DeskAct act = { .at = DESK_FIXTURE_NOW, .staff_id = 1, .use_case = (char *) "save_unit", .kind = DESK_KIND_UNIT, .record_id = 1 };
  g_autoptr (GError) error = NULL;
  gint64 head;

  g_assert_true (desk_store_get_trail_head (service->db, &head, previous, &error));
  g_assert_true (desk_db_begin (service->db, &error));
  g_assert_true (desk_store_add_act (service->db, &act, NULL, &error));
  for (guint i = 1; i <= N_ROWS; i++)
    {
      DeskTrailRow row = { .id = head + i, .act_id = act.id, .at = DESK_FIXTURE_NOW + i, .staff_id = 1, .use_case = act.use_case,
                           .kind = DESK_KIND_UNIT, .record_id = i % 3000 + 1 };

      row.changes = words_of (i);
      memcpy (row.salt, &i, sizeof i);
      desk_trail_seal (&row, previous);
      memcpy (previous, row.hash, 32);
      g_assert_true (desk_store_add_trail (service->db, &row, &error));
      g_free (row.changes);
    }
  g_assert_true (desk_db_commit (service->db, &error));
}

/* SHA-256 over as many bytes in as many pieces, out of memory: two digests a row, as the chain has them. */
static double
probe (void)
{
  g_autofree guint8 *bytes = g_malloc0 (4096);
  gint64 begin;

  begin = g_get_monotonic_time ();
  for (guint i = 1; i <= N_ROWS; i++)
    {
      g_autofree char *words = words_of (i);
      g_autoptr (GChecksum) inner = g_checksum_new (G_CHECKSUM_SHA256);
      g_autoptr (GChecksum) outer = g_checksum_new (G_CHECKSUM_SHA256);
      guint8 digest[32];
      gsize n = sizeof digest;

      g_checksum_update (inner, bytes, 16);
      g_checksum_update (inner, (const guchar *) words, (gssize) strlen (words));
      g_checksum_get_digest (inner, digest, &n);
      g_checksum_update (outer, bytes, 4 + 32 + 6 * 8 + strlen ("save_unit"));
      g_checksum_update (outer, digest, 32);
      n = sizeof digest;
      g_checksum_get_digest (outer, digest, &n);
      bytes[0] ^= digest[0];
    }
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static double
check (DeskService *service)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();

  g_assert_true (desk_service_verify (service, FALSE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (report.ok || report.n_trail > N_ROWS);
  g_assert_cmpint (report.broken_trail, ==, 0);
  desk_verify_report_clear (&report);
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

int
main (void)
{
  DeskFixture fixture = { 0 };
  double ours, bare;

  desk_fixture_set_up (&fixture);
  fill (fixture.service);
  check (fixture.service); /* warm */
  bare = probe ();
  ours = check (fixture.service);
  g_print ("what                               ours       probe    ratio   budget\n");
  g_print ("check a chain of %u rows   %7.2f s   %7.2f s   %5.2f   none: SHA-256 alone\n", N_ROWS, ours, bare, ours / bare);
  desk_fixture_tear_down (&fixture);
  return EXIT_SUCCESS;
}
