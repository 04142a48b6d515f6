/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Argon2id over passwords and PINs (libsodium). What it costs stands in the string itself, so that old ones stay good. */
typedef enum
{
  DESK_SECRET_COST_FULL,
  DESK_SECRET_COST_TEST, /* as cheap as the library allows: tests alone ask for it */
} DeskSecretCost;

char *desk_secret_hash (DeskSecretCost cost, const char *secret, GError **error);
gboolean desk_secret_fits (const char *hash, const char *secret);
void desk_secret_wipe (char *secret);

G_END_DECLS
