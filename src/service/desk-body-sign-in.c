/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-secret.h"
#include "desk-service-private.h"
#include "desk-store-staff.h"

/* Coming to the desk and leaving it. Wrong tries are counted in the transaction that says so, and each leaves a row in
 * the trail; while somebody has to wait, nothing is looked at and nothing written. */

/* A row about @staff of something that changes no field. */
static gboolean
note (DeskTx *tx, const DeskRecord *staff, const char *what, const char *old_value, const char *new_value, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();

  desk_changes_add_text (changes, what, old_value, new_value);
  desk_tx_about (tx, DESK_KIND_STAFF, staff->id);
  return desk_tx_note (tx, staff, changes, error);
}

static void
refuse_waiting (const DeskSignInWait *wait, DeskSignIn *out)
{
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, wait->seconds);

  out->wait = wait->seconds;
  out->problem = wait->blocked ? desk_problem_new (DESK_PROBLEM_PIN_BLOCKED, "pin", -1, NULL)
                               : desk_problem_new (DESK_PROBLEM_SIGN_IN_WAIT, NULL, -1, seconds, NULL);
}

/* May a secret be looked at now? A wait that began after what the clock says now begins anew, and that is kept. */
static gboolean
may_try (DeskTx *tx, const DeskRecord *staff, DeskStaffSecret *secret, DeskSecretKind kind, gboolean keep,
         DeskSignIn *out, gboolean *may, GError **error)
{
  DeskSignInWait wait = desk_sign_in_wait (kind, secret->failures[kind], secret->failed_at[kind], tx->now);

  *may = wait.seconds == 0 && !wait.blocked;
  if (*may)
    return TRUE;
  refuse_waiting (&wait, out);
  if (!wait.clock_back || !keep)
    return TRUE;
  secret->failed_at[kind] = tx->now;
  return desk_store_set_secret (tx->service->db, secret, error) && note (tx, staff, "clock", NULL, "back", error);
}

/* A wrong try: counted, told, and after some of them the next one has to wait. */
static gboolean
count_failure (DeskTx *tx, const DeskRecord *staff, DeskStaffSecret *secret, DeskSecretKind kind, GError **error)
{
  secret->failures[kind]++;
  secret->failed_at[kind] = tx->now;
  return desk_store_set_secret (tx->service->db, secret, error)
         && note (tx, staff, "refused", NULL, desk_secret_nick (kind), error);
}

static void
say_wrong (DeskTx *tx, const DeskStaffSecret *secret, DeskSecretKind kind, DeskSignIn *out)
{
  DeskSignInWait wait = desk_sign_in_wait (kind, secret->failures[kind], secret->failed_at[kind], tx->now);

  if (wait.blocked || wait.seconds > 0)
    refuse_waiting (&wait, out);
  else
    out->problem = desk_problem_new (kind == DESK_SECRET_PIN ? DESK_PROBLEM_PIN_WRONG : DESK_PROBLEM_PASSWORD_WRONG,
                                     desk_secret_nick (kind), -1, NULL);
}

/* The right secret: its tries begin anew. Whoever knows the password has the PIN's tries back, too. */
static gboolean
welcome (DeskTx *tx, const DeskRecord *staff, DeskStaffSecret *secret, DeskSecretKind kind, gboolean keep,
         DeskSignIn *out, GError **error)
{
  gboolean counted = secret->failures[0] + secret->failures[1] > 0;

  out->actor = desk_service_load_actor (tx->service, staff->id, error);
  if (out->actor == NULL)
    return FALSE;
  out->must_change = kind == DESK_SECRET_PASSWORD && secret->must_change;
  if (!keep)
    return TRUE;
  secret->failures[kind] = 0;
  if (kind == DESK_SECRET_PASSWORD)
    secret->failures[DESK_SECRET_PIN] = 0;
  return (!counted || desk_store_set_secret (tx->service->db, secret, error))
         && note (tx, staff, "signed_in", NULL, desk_secret_nick (kind), error);
}

/* @keep: on the writer: tries are counted and told. */
static gboolean
sign_in (DeskTx *tx, const DeskSignInInput *in, gboolean keep, DeskSignIn *out, GError **error)
{
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, in->staff_id, error);
  g_auto (DeskStaffSecret) secret = { 0 };
  gboolean may;

  if (staff == NULL || !desk_store_get_secret (tx->service->db, staff->id, &secret, error))
    return FALSE;
  out->saved.id = staff->id;
  out->saved.version = staff->version;
  if (((DeskStaff *) staff)->left_on != 0)
    {
      desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_HAS_LEFT, NULL, ((DeskStaff *) staff)->name, NULL);
      return FALSE;
    }
  if (*secret.hash[in->kind] == '\0')
    {
      out->problem = desk_problem_new (DESK_PROBLEM_NO_SECRET, desk_secret_nick (in->kind), -1, NULL);
      return TRUE;
    }
  if (!may_try (tx, staff, &secret, in->kind, keep, out, &may, error))
    return FALSE;
  if (!may)
    return TRUE;
  if (desk_secret_fits (secret.hash[in->kind], in->secret != NULL ? in->secret : ""))
    return welcome (tx, staff, &secret, in->kind, keep, out, error);
  if (keep && !count_failure (tx, staff, &secret, in->kind, error))
    return FALSE;
  say_wrong (tx, &secret, in->kind, out);
  return TRUE;
}

gboolean
desk_body_sign_in (DeskTx *tx, const DeskSignInInput *in, DeskSignIn *out, GError **error)
{
  return sign_in (tx, in, TRUE, out, error);
}

/* Where nothing can be written: beside another program, or on a place that is read only. */
gboolean
desk_body_check_sign_in (DeskTx *tx, const DeskSignInInput *in, DeskSignIn *out, GError **error)
{
  return sign_in (tx, in, FALSE, out, error);
}

gboolean
desk_body_leave_desk (DeskTx *tx, const DeskLeaveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);

  if (staff == NULL)
    return FALSE;
  out->id = staff->id;
  out->version = staff->version;
  return note (tx, staff, "locked", NULL, in->why == DESK_LEAVE_IDLE ? "idle" : "hand", error);
}

static gboolean
refuse (DeskErrorCode code, DeskProblemCode problem, const char *field, GError **error)
{
  desk_error_set (error, code, problem, field, NULL);
  return FALSE;
}

/* The store's first secret is an administrator's, or nobody could give rights and passwords any more. */
static gboolean
check_first (DeskTx *tx, const DeskStaff *staff, GError **error)
{
  gint64 any, passwords;

  if (!desk_store_count_secrets (tx->service->db, &any, &passwords, error))
    return FALSE;
  return any > 0 || (staff->roles & (1 << DESK_STAFF_ROLE_ADMIN)) != 0
         || refuse (DESK_ERROR_INVALID, DESK_PROBLEM_ADMIN_FIRST, NULL, error);
}

/* Puts @secret (NULL: none) in its place and says so, but never what it is. */
static gboolean
put_secret (DeskTx *tx, const DeskStaff *staff, DeskStaffSecret *stored, const DeskSecretInput *in,
            gboolean must_change, DeskSaved *out, GError **error)
{
  gboolean was = *stored->hash[in->kind] != '\0';

  g_free (stored->hash[in->kind]);
  stored->hash[in->kind]
      = in->secret != NULL ? desk_secret_hash (tx->service->secret_cost, in->secret, error) : g_strdup ("");
  if (stored->hash[in->kind] == NULL)
    return FALSE;
  stored->failures[in->kind] = 0;
  if (in->kind == DESK_SECRET_PASSWORD)
    {
      stored->must_change = must_change;
      stored->failures[DESK_SECRET_PIN] = 0;
    }
  out->id = staff->record.id;
  out->version = staff->record.version;
  out->count = 1;
  desk_change_set_add (tx->changes, DESK_KIND_STAFF, staff->record.id, DESK_CHANGE_EDITED);
  return desk_store_set_secret (tx->service->db, stored, error)
         && note (tx, &staff->record, desk_secret_nick (in->kind), was ? "set" : NULL, in->secret != NULL ? "set" : NULL,
                  error);
}

static gboolean
check_secret (const DeskSecretInput *in, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  if (in->secret == NULL && in->kind == DESK_SECRET_PIN)
    return TRUE;
  desk_rule_secret (in->kind, in->secret != NULL ? in->secret : "", problems);
  return desk_tx_refuse (problems, error);
}

/* The password that holds, before one's own is changed; after wrong tries it has to wait as at the sign-in. */
static gboolean
check_old (DeskTx *tx, const DeskStaffSecret *stored, const char *given, GError **error)
{
  DeskSignInWait wait = desk_sign_in_wait (DESK_SECRET_PASSWORD, stored->failures[DESK_SECRET_PASSWORD],
                                           stored->failed_at[DESK_SECRET_PASSWORD], tx->now);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, wait.seconds);

  if (*stored->hash[DESK_SECRET_PASSWORD] == '\0')
    return TRUE;
  if (wait.seconds > 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SIGN_IN_WAIT, NULL, seconds, NULL);
      return FALSE;
    }
  return desk_secret_fits (stored->hash[DESK_SECRET_PASSWORD], given != NULL ? given : "")
         || refuse (DESK_ERROR_INVALID, DESK_PROBLEM_PASSWORD_WRONG, "old_password", error);
}

/* One's own: whoever changes it knows the password that holds. */
gboolean
desk_body_set_secret (DeskTx *tx, const DeskSecretInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);
  g_auto (DeskStaffSecret) stored = { 0 };

  if (staff == NULL || !check_secret (in, error) || !check_first (tx, (DeskStaff *) staff, error)
      || !desk_store_get_secret (tx->service->db, staff->id, &stored, error)
      || !check_old (tx, &stored, in->old_password, error))
    return FALSE;
  if (in->kind == DESK_SECRET_PIN && *stored.hash[DESK_SECRET_PASSWORD] == '\0')
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_PASSWORD_FIRST, "pin", error);
  return put_secret (tx, (DeskStaff *) staff, &stored, in, FALSE, out, error);
}

/* Somebody else's: the new password holds until they give themselves another. */
gboolean
desk_body_reset_secret (DeskTx *tx, const DeskSecretInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, in->staff_id, error);
  g_auto (DeskStaffSecret) stored = { 0 };

  if (staff == NULL || !check_secret (in, error) || !check_first (tx, (DeskStaff *) staff, error)
      || !desk_store_get_secret (tx->service->db, staff->id, &stored, error))
    return FALSE;
  return put_secret (tx, (DeskStaff *) staff, &stored, in, staff->id != tx->actor->staff_id, out, error);
}
