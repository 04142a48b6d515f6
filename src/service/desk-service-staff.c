/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-service.h"

#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-staff.h"
#include "desk-store-trail.h"

/* Returns: (transfer full) (nullable): who @staff_id is now, with roles and scope; NOT_FOUND where there is nobody or
 * the person left. */
DeskActor *
desk_service_load_actor (DeskService *service, gint64 staff_id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_store_get (service->db, DESK_KIND_STAFF, staff_id, error);
  g_autoptr (GPtrArray) scopes = NULL;
  g_autofree DeskScope *parts = NULL;
  const DeskStaff *staff = (const DeskStaff *) record;

  if (record == NULL)
    return NULL;
  if (staff->left_on != 0)
    {
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_HAS_LEFT, NULL, staff->name, NULL);
      return NULL;
    }
  scopes = desk_store_list_scopes (service->db, staff_id, error);
  if (scopes == NULL)
    return NULL;
  parts = g_new0 (DeskScope, scopes->len + 1);
  for (guint i = 0; i < scopes->len; i++)
    {
      const DeskStaffScope *scope = scopes->pdata[i];

      parts[i] = (DeskScope){ scope->building_id, scope->entrance_id };
    }
  return desk_actor_new (staff_id, staff->name, staff->roles, parts, scopes->len);
}

/* Returns: (transfer full) (nullable): the first administrator, who works alone while nobody has a password. */
DeskActor *
desk_service_sole_actor (DeskService *service, GError **error)
{
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (service->db, DESK_SQL_STAFF_SOLE), &id, &found, error))
    return NULL;
  if (found)
    return desk_service_load_actor (service, id, error);
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, "staff", NULL);
  return NULL;
}

/* Must somebody say who they are? @by_password: asks for the command line, which knows no PINs. */
gboolean
desk_service_needs_sign_in (DeskService *service, gboolean by_password, gboolean *needs, GError **error)
{
  gint64 any, passwords;

  if (!desk_store_count_secrets (service->db, &any, &passwords, error))
    return FALSE;
  *needs = (by_password ? passwords : any) > 0;
  return TRUE;
}

/**
 * desk_service_sign_in:
 * @login: who
 * @password: theirs
 *
 * For the command line: one try, counted where this connection can write.
 *
 * Returns: (transfer full) (nullable): the actor; FORBIDDEN with what is wrong
 */
DeskActor *
desk_service_sign_in (DeskService *service, const char *login, const char *password, GError **error)
{
  g_autoptr (DeskSignInInput) in = NULL;
  g_autoptr (DeskActor) claimed = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  DeskSignIn out = { 0 };
  DeskActor *actor = NULL;
  gint64 id;

  if (!desk_store_find_login (service->db, login, &id, error))
    return NULL;
  if (id == 0)
    {
      desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_PASSWORD_WRONG, "password", NULL);
      return NULL;
    }
  claimed = desk_actor_new (id, login, 0, NULL, 0);
  in = desk_sign_in_input_new (id, DESK_SECRET_PASSWORD, password);
  if ((desk_db_is_writer (service->db) ? desk_sign_in : desk_check_sign_in) (service, claimed, in, &out, error))
    {
      actor = g_steal_pointer (&out.actor);
      if (actor == NULL)
        {
          problems = desk_problems_new ();
          g_ptr_array_add (problems, desk_problem_copy (out.problem));
          desk_error_set_problems (error, DESK_ERROR_FORBIDDEN, problems);
        }
    }
  desk_sign_in_clear (&out);
  return actor;
}
