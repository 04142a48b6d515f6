/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-sign-in.h"

G_BEGIN_DECLS

/* What somebody signs in with, and the wrong tries in a row. Arrays go by DeskSecretKind. */
typedef struct
{
  gint64 staff_id;
  char *hash[2]; /* Argon2id string, "" none */
  gboolean must_change; /* the password was given by somebody else */
  gint64 failures[2];
  gint64 failed_at[2];
} DeskStaffSecret;

void desk_staff_secret_clear (DeskStaffSecret *secret);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskStaffSecret, desk_staff_secret_clear)

gboolean desk_store_get_secret (DeskDb *db, gint64 staff_id, DeskStaffSecret *secret, GError **error);
gboolean desk_store_set_secret (DeskDb *db, const DeskStaffSecret *secret, GError **error);
gboolean desk_store_count_secrets (DeskDb *db, gint64 *n_any, gint64 *n_passwords, GError **error);

GArray *desk_store_list_staff (DeskDb *db, gboolean with_left, GError **error);
GPtrArray *desk_store_list_scopes (DeskDb *db, gint64 staff_id, GError **error);
gboolean desk_store_find_login (DeskDb *db, const char *login, gint64 *id, GError **error);
gboolean desk_store_count_other_admins (DeskDb *db, gint64 id, gint64 *n, GError **error);
gboolean desk_store_get_last_seen (DeskDb *db, gint64 staff_id, gint64 *at, GError **error);

G_END_DECLS
