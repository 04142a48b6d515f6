/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-id.h"

#include <errno.h>
#include <sys/random.h>

/* Fills @bytes from the kernel's random source. It cannot fail once the system has booted. */
void
desk_id_random (guint8 *bytes, gsize n_bytes)
{
  gsize done = 0;

  while (done < n_bytes)
    {
      ssize_t n = getrandom (bytes + done, n_bytes - done, 0);

      if (n < 0 && errno != EINTR)
        g_error ("getrandom: %s", g_strerror (errno));
      if (n > 0)
        done += (gsize) n;
    }
}

/* Returns: (transfer full): @bytes as lower-case hex. */
char *
desk_id_hex (const guint8 *bytes, gsize n_bytes)
{
  GString *out = g_string_sized_new (n_bytes * 2 + 1);

  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): a new request key, 128 random bits as hex; a form makes one when it opens. */
char *
desk_id_new_key (void)
{
  guint8 bytes[16];

  desk_id_random (bytes, sizeof bytes);
  return desk_id_hex (bytes, sizeof bytes);
}
