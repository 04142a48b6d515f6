/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-staff.h"

#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-store-staff.h"
#include "desk-store-trail.h"

static const struct
{
  const char *login;
  const char *name;
  DeskStaffRole role;
  const char *pin;
  const char *buildings[3]; /* codes; none: everything */
} people[] = {
  { "wangli", "王丽", DESK_STAFF_ROLE_DESK, "170523", { NULL } },
  { "chenxiao", "陈晓", DESK_STAFF_ROLE_DESK, "713068", { NULL } },
  { "liumin", "刘敏", DESK_STAFF_ROLE_HOUSEKEEPER, "260814", { NULL } },
  { "zhaoqiang", "赵强", DESK_STAFF_ROLE_TECHNICIAN, "391607", { NULL } },
  { "majun", "马军", DESK_STAFF_ROLE_TECHNICIAN, "350718", { NULL } },
  { "qianwei", "钱伟", DESK_STAFF_ROLE_TECHNICIAN, "461829", { NULL } },
  { "sunjian", "孙建", DESK_STAFF_ROLE_SUPERVISOR, "572946", { NULL } },
  { "liqiang", "李强", DESK_STAFF_ROLE_HOUSEKEEPER, "824519", { "5", "6", NULL } },
  { "liufang", "刘芳", DESK_STAFF_ROLE_CASHIER, "480295", { NULL } },
};

#define ADMIN_LOGIN "admin"
#define ADMIN_PIN "608135"

/* Returns: (nullable): the PIN that the demonstration's sign-in page shows for @login, static. */
const char *
desk_demo_pin (const char *login)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_str_equal (login, people[i].login))
      return people[i].pin;
  return g_str_equal (login, ADMIN_LOGIN) ? ADMIN_PIN : NULL;
}

/* There is no password behind these PINs: there is nothing to keep from anybody, and the command line asks nobody. */
static gboolean
set_pin (DeskService *service, gint64 staff_id, const char *pin, GError **error)
{
  g_auto (DeskStaffSecret) secret = { 0 };

  if (!desk_store_get_secret (service->db, staff_id, &secret, error))
    return FALSE;
  g_free (secret.hash[DESK_SECRET_PIN]);
  secret.hash[DESK_SECRET_PIN] = desk_secret_hash (service->secret_cost, pin, error);
  return secret.hash[DESK_SECRET_PIN] != NULL && desk_store_set_secret (service->db, &secret, error);
}

static gboolean
add_scopes (DeskService *service, const char *const *codes, GPtrArray *scopes, GError **error)
{
  for (; *codes != NULL; codes++)
    {
      DeskStmt *stmt = desk_db_get (service->db, DESK_SQL_BUILDING_BY_CODE);
      DeskStaffScope *scope = desk_record_new (DESK_KIND_STAFF_SCOPE);
      gboolean found;

      g_ptr_array_add (scopes, scope);
      desk_stmt_bind_int (stmt, "community_id", 1);
      desk_stmt_bind_text (stmt, "code", *codes);
      if (!desk_store_read_int (stmt, &scope->building_id, &found, error))
        return FALSE;
      if (!found)
        g_ptr_array_remove_index (scopes, scopes->len - 1);
    }
  return TRUE;
}

static gboolean
add_person (DeskService *service, const DeskActor *actor, guint i, GError **error)
{
  DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) people[i].login,
                      .name = (char *) people[i].name, .roles = 1 << people[i].role };
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (desk_record_free);
  DeskStaffInput in = { .staff = &staff, .scopes = scopes };
  DeskSaved saved = { 0 };
  gint64 id;
  gboolean ok;

  if (!desk_store_find_login (service->db, people[i].login, &id, error))
    return FALSE;
  /* Whoever took part in the cases of the demonstration is there already. */
  if (id != 0)
    return set_pin (service, id, people[i].pin, error);
  ok = add_scopes (service, people[i].buildings, scopes, error)
                && desk_save_staff (service, actor, &in, &saved, error)
                && set_pin (service, saved.id, people[i].pin, error);

  desk_saved_clear (&saved);
  return ok;
}

/* From here on the store says that it is the demonstration. */
static gboolean
mark (DeskService *service, GError **error)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) desk_setting_name (DESK_SETTING_DEMO),
                          .value = (char *) "1" };

  return desk_store_insert (service->db, &setting, error);
}

/* Adds them; the administrator, who is there already, gets a PIN, too. */
gboolean
desk_demo_add_staff (DeskService *service, const DeskActor *actor, GError **error)
{
  if (!set_pin (service, actor->staff_id, ADMIN_PIN, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!add_person (service, actor, i, error))
      return FALSE;
  return mark (service, error);
}
