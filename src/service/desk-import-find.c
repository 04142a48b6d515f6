/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include <string.h>

#include "desk-register.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"
#include "desk-string.h"
#include "desk-unit-label.h"

/* Which records of the store a row speaks of. The dry run and the taking ask the same questions here. */

/* Empties @found. */
void
desk_import_found_clear (DeskImportFound *found)
{
  g_clear_pointer (&found->other_owner, g_free);
}

/* Returns: (transfer full): @name without blanks, by which 朱 琳 and 朱琳 are the same. */
char *
desk_import_same_name (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full) (nullable): the normalized label of the row's unit. */
char *
desk_import_label_key (const DeskImportRow *row)
{
  g_autofree char *label = NULL;

  if (row->unit == NULL)
    return NULL;
  label = desk_unit_label_make (row->building, row->entrance, row->unit->room);
  return desk_unit_label_normalize (label);
}

/* How well a stay of the person fits the row: 0 not at all. The role counts where the sheet says it; an owner is one
 * of several owners too. A stay that was over before the row's begins is another one. */
static int
fit (const DeskImportRow *row, gint64 role, DeskDay from, DeskDay to)
{
  const DeskOccupancy *occupancy = row->occupancy;
  gboolean says_role = (row->occupancy_set & (G_GUINT64_CONSTANT (1) << DESK_IMPORT_FIELD_ROLE)) != 0;
  gboolean says_from = (row->occupancy_set & (G_GUINT64_CONSTANT (1) << DESK_IMPORT_FIELD_FROM_DAY)) != 0;
  gboolean owners = role <= DESK_ROLE_CO_OWNER && occupancy->role <= DESK_ROLE_CO_OWNER;

  if ((says_role && role != occupancy->role && !owners) || (says_from && to != 0 && to <= occupancy->from_day))
    return 0;
  if (says_from && occupancy->to_day != 0 && from >= occupancy->to_day)
    return 0;
  return 1 + (role == occupancy->role ? 4 : owners ? 2 : 0) + (says_from && from == occupancy->from_day ? 8 : 0);
}

/* The person of that name among those of the unit; and whether somebody else owns it while the row says it is theirs. */
static gboolean
find_in_unit (DeskDb *db, const DeskImportRow *row, DeskDay today, DeskImportFound *found, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_IMPORT_UNIT_PEOPLE);
  g_autofree char *name = desk_import_same_name (row->person->name);
  g_autofree char *owner = NULL;
  gboolean owns = FALSE;
  int best = 0;
  DeskStep step;

  desk_stmt_bind_int (stmt, "unit_id", found->unit_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      g_autofree char *other = desk_import_same_name (desk_stmt_text (stmt, 1));
      DeskDay from = desk_stmt_int (stmt, 4), to = desk_stmt_int (stmt, 5);
      gboolean is_owner = desk_stmt_int (stmt, 3) <= DESK_ROLE_CO_OWNER && desk_days_contain (from, to, today);
      int here = fit (row, desk_stmt_int (stmt, 3), from, to);

      if (!g_str_equal (name, other))
        {
          if (is_owner && owner == NULL)
            owner = g_strdup (desk_stmt_text (stmt, 1));
          continue;
        }
      owns = owns || is_owner;
      if (found->person_id == 0 || here > best)
        found->person_id = desk_stmt_int (stmt, 0);
      if (here > best)
        {
          best = here;
          found->occupancy_id = desk_stmt_int (stmt, 2);
        }
    }
  if (!owns && row->occupancy->role == DESK_ROLE_OWNER
      && desk_days_contain (row->occupancy->from_day, row->occupancy->to_day, today))
    found->other_owner = g_steal_pointer (&owner);
  return step == DESK_STEP_DONE;
}

/* The first person that @sql finds for @number whose name is the same but for blanks, as everywhere in a sheet. */
static gboolean
find_by_number (DeskDb *db, DeskSql sql, const char *number, const char *name, gint64 *person_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, sql);
  DeskStep step;

  desk_stmt_bind_text (stmt, "number", number);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      g_autofree char *other = desk_import_same_name (desk_stmt_text (stmt, 1));

      if (*person_id == 0 && g_str_equal (name, other))
        *person_id = desk_stmt_int (stmt, 0);
    }
  return step == DESK_STEP_DONE;
}

/* Elsewhere the same document number, or the same name with the same phone, is the same person: one may hold many
 * units. */
static gboolean
find_elsewhere (DeskDb *db, const DeskImportRow *row, DeskImportFound *found, GError **error)
{
  g_autofree char *name = desk_import_same_name (row->person->name);

  if (row->document != NULL
      && !find_by_number (db, DESK_SQL_IMPORT_PERSON_BY_DOCUMENT, row->document->number, name, &found->person_id, error))
    return FALSE;
  for (guint i = 0; i < row->phones->len && found->person_id == 0; i++)
    if (!find_by_number (db, DESK_SQL_IMPORT_PERSON_BY_PHONE, ((const DeskPhone *) row->phones->pdata[i])->number, name,
                         &found->person_id, error))
      return FALSE;
  return TRUE;
}

/* @found: (out): cleared by desk_import_found_clear(). */
gboolean
desk_import_find (DeskDb *db, const DeskImportRow *row, DeskDay today, DeskImportFound *found, GError **error)
{
  *found = (DeskImportFound){ 0 };
  if (row->unit != NULL)
    {
      g_autofree char *key = desk_import_label_key (row);
      DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_BY_LABEL_KEY);
      gboolean hit;

      desk_stmt_bind_text (stmt, "label_key", key);
      if (!desk_store_read_int (stmt, &found->unit_id, &hit, error))
        return FALSE;
    }
  if (row->person == NULL)
    return TRUE;
  if (found->unit_id != 0 && !find_in_unit (db, row, today, found, error))
    return FALSE;
  return found->person_id != 0 || find_elsewhere (db, row, found, error);
}

/* Puts what the row's filled cells say into @unit. Returns: whether anything differs. State and dates that the store
 * keeps as history are only filled where it knows nothing. */
gboolean
desk_import_merge_unit (const DeskImportRow *row, DeskUnit *unit)
{
  g_autoptr (DeskRecord) before = desk_record_copy (unit);
  const guint64 set = row->unit_set;
#define SET(code) ((set & (G_GUINT64_CONSTANT (1) << DESK_IMPORT_FIELD_##code)) != 0)

  if (SET (FLOOR))
    unit->floor = row->unit->floor;
  if (SET (UNIT_KIND))
    unit->kind = row->unit->kind;
  if (SET (BUILT_AREA) && row->unit->built_area != 0)
    unit->built_area = row->unit->built_area;
  if (SET (INNER_AREA) && row->unit->inner_area != 0)
    unit->inner_area = row->unit->inner_area;
  if (SET (DELIVERED_ON) && unit->delivered_on == 0)
    unit->delivered_on = row->unit->delivered_on;
  if (SET (UNIT_NOTE))
    desk_text_set (&unit->note, row->unit->note);
  return !desk_record_equal (before, unit);
}

/* Puts what the row's filled cells say into @occupancy. Returns: whether anything differs. */
gboolean
desk_import_merge_occupancy (const DeskImportRow *row, DeskOccupancy *occupancy)
{
  g_autoptr (DeskRecord) before = desk_record_copy (occupancy);
  const guint64 set = row->occupancy_set;

  if (SET (SHARE) && row->occupancy->share != 0)
    occupancy->share = row->occupancy->share;
  if (row->occupancy->relation != NULL && *row->occupancy->relation != '\0')
    desk_text_set (&occupancy->relation, row->occupancy->relation);
  if (SET (FROM_DAY))
    occupancy->from_day = row->occupancy->from_day;
  if (SET (TO_DAY))
    occupancy->to_day = row->occupancy->to_day;
  return !desk_record_equal (before, occupancy);
#undef SET
}

/* The digits of a number; the country is the same with and without its code. */
static char *
plain_number (const char *number)
{
  char *digits = desk_string_digits (number);

  if (strlen (digits) == 13 && g_str_has_prefix (digits, "861"))
    memmove (digits, digits + 2, 12);
  return digits;
}

/* @phones: (out): the row's phones that the person lacks. */
gboolean
desk_import_new_phones (DeskDb *db, const DeskImportRow *row, gint64 person_id, GPtrArray **phones, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_EXPORT_PHONES);
  DeskStep step = DESK_STEP_DONE;

  *phones = NULL;
  desk_stmt_bind_int (stmt, "person_id", person_id);
  while (person_id != 0 && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    g_hash_table_add (known, plain_number (desk_stmt_text (stmt, 0)));
  if (step == DESK_STEP_FAILED)
    return FALSE;
  *phones = g_ptr_array_new ();
  for (guint i = 0; i < row->phones->len; i++)
    {
      DeskPhone *phone = row->phones->pdata[i];

      if (g_hash_table_add (known, plain_number (phone->number)))
        g_ptr_array_add (*phones, phone);
    }
  return TRUE;
}

/* Does the person lack the row's document? */
gboolean
desk_import_new_document (DeskDb *db, const DeskImportRow *row, gint64 person_id, gboolean *is_new, GError **error)
{
  DeskStmt *stmt;
  gint64 id;
  gboolean hit;

  *is_new = FALSE;
  if (row->document == NULL)
    return TRUE;
  stmt = desk_db_get (db, DESK_SQL_IMPORT_DOCUMENT_OF_PERSON);
  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_text (stmt, "number", row->document->number);
  if (!desk_store_read_int (stmt, &id, &hit, error))
    return FALSE;
  *is_new = !hit;
  return TRUE;
}

/* Does somebody drive a car with that plate already? */
gboolean
desk_import_has_vehicle (DeskDb *db, const char *plate, gboolean *has, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_IMPORT_VEHICLE);
  gint64 id;

  desk_stmt_bind_text (stmt, "plate", plate);
  return desk_store_read_int (stmt, &id, has, error);
}
