/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody signs in with: the password, or at a shared desk the six digits. */
typedef enum
{
  DESK_SECRET_PASSWORD,
  DESK_SECRET_PIN,
} DeskSecretKind;

#define DESK_PIN_LENGTH 6
#define DESK_PASSWORD_LEAST 8
#define DESK_PASSWORD_MOST 200
#define DESK_PIN_TRIES 10 /* wrong ones in a row; then only the password helps */

const char *desk_secret_nick (DeskSecretKind kind);

/* How many seconds to wait after the @failures-th wrong try in a row, 0 none. */
gint64 desk_sign_in_delay (DeskSecretKind kind, gint64 failures);

/* What is left of that wait. */
typedef struct
{
  gint64 seconds;     /* to wait, 0: may try */
  gboolean blocked;   /* no more tries with this secret */
  gboolean clock_back; /* the clock stands before the last wrong try: the wait begins anew, now */
} DeskSignInWait;

DeskSignInWait desk_sign_in_wait (DeskSecretKind kind, gint64 failures, gint64 failed_at, gint64 now);

void desk_rule_secret (DeskSecretKind kind, const char *secret, GPtrArray *problems);
void desk_rule_login (char **login, GPtrArray *problems);

G_END_DECLS
