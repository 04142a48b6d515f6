/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include <string.h>

#include "desk-demo-staff.h"
#include "desk-name-reading.h"
#include "desk-read-staff.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-store-staff.h"
#include "desk-store-trail.h"
#include "desk-string.h"

/* People who work here. */

/* Takes away the scopes that are not in the list, and makes those that are new. */
static gboolean
save_scopes (DeskTx *tx, gint64 staff_id, GPtrArray *scopes, GError **error)
{
  g_autoptr (GPtrArray) stored = desk_store_list_scopes (tx->service->db, staff_id, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const DeskRecord *old = stored->pdata[i];
      gboolean stays = FALSE;

      for (guint k = 0; k < scopes->len && !stays; k++)
        stays = ((const DeskRecord *) scopes->pdata[k])->id == old->id;
      if (!stays && !desk_tx_remove (tx, old, error))
        return FALSE;
    }
  for (guint i = 0; i < scopes->len; i++)
    {
      g_autoptr (DeskRecord) scope = desk_record_copy (scopes->pdata[i]);

      if (scope->id != 0)
        continue;
      ((DeskStaffScope *) scope)->staff_id = staff_id;
      if (!desk_tx_insert (tx, scope, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_body_save_staff (DeskTx *tx, const DeskStaffInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->staff);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_staff ((DeskStaff *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error)
         && save_scopes (tx, record->id, in->scopes, error);
}

/* The initials of every way to read @name, parted by blanks. */
static char *
initials_of (const char *name)
{
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, NULL, 16);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->ways->len; i++)
    {
      const char *const *way = reading->ways->pdata[i];
      GString *initials = g_string_new (NULL);

      for (guint k = 0; k < reading->tokens->len; k++)
        g_string_append_c (initials, way[k][0]);
      if (!g_ptr_array_find_with_equal_func (seen, initials->str, g_str_equal, NULL))
        g_ptr_array_add (seen, g_string_free (initials, FALSE));
      else
        g_string_free (initials, TRUE);
    }
  g_ptr_array_add (seen, NULL);
  return g_strjoinv (" ", (char **) seen->pdata);
}

/* What somebody answers for, as labels begin: "5, 6-1". */
static char *
scope_of (DeskTx *tx, GPtrArray *scopes, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < scopes->len; i++)
    {
      const DeskStaffScope *scope = scopes->pdata[i];
      g_autoptr (DeskRecord) building = desk_tx_get (tx, DESK_KIND_BUILDING, scope->building_id, error);
      g_autoptr (DeskRecord) entrance = NULL;

      if (building == NULL)
        return NULL;
      if (scope->entrance_id != 0 && (entrance = desk_tx_get (tx, DESK_KIND_ENTRANCE, scope->entrance_id, error)) == NULL)
        return NULL;
      g_ptr_array_add (parts, g_strjoin ("-", ((DeskBuilding *) building)->code,
                                         entrance != NULL ? ((DeskEntrance *) entrance)->code : NULL, NULL));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* Is this store the demonstration, whose PINs are no secrets? */
static gboolean
is_demo (DeskTx *tx)
{
  g_autofree char *value = desk_store_get_setting (tx->service->db, desk_setting_name (DESK_SETTING_DEMO), NULL);

  return value != NULL && *value != '\0';
}

/* What the community is called: it stands above the sign-in page. */
static gboolean
read_community (DeskTx *tx, char **name, GError **error)
{
  g_autoptr (DeskRecord) community = NULL;
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &id, &found, error))
    return FALSE;
  community = found ? desk_tx_get (tx, DESK_KIND_COMMUNITY, id, error) : NULL;
  *name = g_strdup (community != NULL ? ((DeskCommunity *) community)->name : "");
  return !found || community != NULL;
}

static DeskStaffCard *
read_card (DeskTx *tx, gint64 id, gboolean demo, GError **error)
{
  DeskStaffCard *card = g_new0 (DeskStaffCard, 1);
  g_auto (DeskStaffSecret) secret = { 0 };

  card->staff = desk_tx_get (tx, DESK_KIND_STAFF, id, error);
  if (card->staff == NULL || (card->scopes = desk_store_list_scopes (tx->service->db, id, error)) == NULL
      || (card->scope = scope_of (tx, card->scopes, error)) == NULL
      || !desk_store_get_secret (tx->service->db, id, &secret, error)
      || !desk_store_get_last_seen (tx->service->db, id, &card->last_seen, error))
    {
      desk_staff_card_free (card);
      return NULL;
    }
  card->demo_pin = demo ? desk_demo_pin (card->staff->login) : NULL;
  card->initials = initials_of (card->staff->name);
  card->has_password = *secret.hash[DESK_SECRET_PASSWORD] != '\0';
  card->has_pin = *secret.hash[DESK_SECRET_PIN] != '\0';
  card->must_change = secret.must_change;
  card->blocked = secret.failures[DESK_SECRET_PIN] >= DESK_PIN_TRIES;
  return card;
}

/* Those who left come last, and only for those who look after the staff. */
static GArray *
staff_ids (DeskTx *tx, GError **error)
{
  return desk_store_list_staff (tx->service->db, desk_tx_level (tx, DESK_RIGHT_STAFF_EDIT) >= DESK_LEVEL_VIEW, error);
}

/* Everybody who works here: the sign-in page shows them to anybody. */
gboolean
desk_body_list_staff (DeskTx *tx, const DeskGetInput *in, DeskStaffList *out, GError **error)
{
  g_autoptr (GArray) ids = staff_ids (tx, error);
  gboolean demo = is_demo (tx);

  if (ids == NULL || !read_community (tx, &out->community, error))
    return FALSE;
  out->cards = g_ptr_array_new_with_free_func (desk_staff_card_free);
  for (guint i = 0; i < ids->len; i++)
    {
      DeskStaffCard *card = read_card (tx, g_array_index (ids, gint64, i), demo, error);

      if (card == NULL)
        return FALSE;
      g_ptr_array_add (out->cards, card);
    }
  return TRUE;
}

/* Returns: how they can sign in. */
DeskSignInWay
desk_staff_card_sign_in (const DeskStaffCard *card)
{
  return card->blocked        ? DESK_SIGN_IN_BLOCKED
         : card->must_change  ? DESK_SIGN_IN_DUE
         : card->has_password ? DESK_SIGN_IN_PASSWORD
         : card->has_pin      ? DESK_SIGN_IN_PIN_ONLY
                              : DESK_SIGN_IN_NOT_YET;
}

/* The same people in the same order, for a sheet, the paper and the command line: those whose name or sign-in name has what
 * was typed. */
gboolean
desk_staff_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  g_autoptr (GArray) ids = staff_ids (tx, error);
  g_autofree char *typed = desk_string_clean (in->text != NULL ? in->text : "");

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint32 id = (gint32) g_array_index (ids, gint64, in->descending ? ids->len - 1 - i : i);
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_STAFF, id, error);
      const DeskStaff *staff = (const DeskStaff *) record;

      if (staff == NULL)
        return FALSE;
      if (strstr (staff->name, typed) != NULL || strstr (staff->login, typed) != NULL)
        g_array_append_val (out->ids, id);
    }
  if (ids != NULL)
    out->counts[0] = ids->len;
  return ids != NULL;
}

/* @row: (out) (transfer full) (nullable): NULL when they are gone. */
gboolean
desk_staff_list_row (DeskTx *tx, gint64 id, DeskRow **row, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskStaffCard *card = read_card (tx, id, FALSE, &local);
  DeskCell *cells;

  *row = NULL;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (card == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *row = desk_row_new (id, card->staff->record.version, desk_list_spec (DESK_LIST_STAFF)->n_columns);
  cells = (*row)->cells;
  cells[DESK_STAFF_COLUMN_NAME].text = g_strdup (card->staff->name);
  cells[DESK_STAFF_COLUMN_LOGIN].text = g_strdup (card->staff->login);
  cells[DESK_STAFF_COLUMN_ROLES].number = card->staff->roles;
  cells[DESK_STAFF_COLUMN_BUILDINGS].text = g_strdup (card->scope);
  cells[DESK_STAFF_COLUMN_SIGN_IN].number = card->staff->left_on == 0 ? desk_staff_card_sign_in (card) : 0;
  cells[DESK_STAFF_COLUMN_LEFT_ON].number = card->staff->left_on;
  desk_staff_card_free (card);
  return TRUE;
}
