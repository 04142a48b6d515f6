/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

/* What becomes of a row: asked of the rows before it and of the store, which stays as it is. */

/* Begins with no row seen. */
void
desk_import_run_init (DeskImportRun *run)
{
  run->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Forgets the rows. */
void
desk_import_run_clear (DeskImportRun *run)
{
  g_hash_table_unref (run->rows);
  g_hash_table_unref (run->units);
  g_hash_table_unref (run->owners);
  g_hash_table_unref (run->people);
  g_hash_table_unref (run->phones);
}

static void
add_changes (DeskImportLine *line, gconstpointer before, gconstpointer after)
{
  g_autoptr (GPtrArray) diff = desk_changes_diff (before, after, (const guint8 *) "", 0);

  if (line->changes == NULL)
    line->changes = desk_changes_new ();
  while (diff->len > 0)
    g_ptr_array_add (line->changes, g_ptr_array_steal_index (diff, 0));
}

/* What the row and the store make together keeps the rules, too. */
static gboolean
compare_unit (DeskImportRun *run, DeskImportLine *line, gint64 unit_id, GPtrArray *problems, GError **error)
{
  g_autoptr (DeskRecord) before = desk_store_get (run->service->db, DESK_KIND_UNIT, unit_id, error);
  g_autoptr (DeskRecord) after = desk_record_copy (before);

  if (before == NULL)
    return FALSE;
  if (!desk_import_merge_unit (line->data, (DeskUnit *) after))
    return TRUE;
  add_changes (line, before, after);
  desk_rule_unit ((DeskUnit *) after, problems);
  return TRUE;
}

static gboolean
compare_occupancy (DeskImportRun *run, DeskImportLine *line, gint64 occupancy_id, GPtrArray *problems, GError **error)
{
  g_autoptr (DeskRecord) before = desk_store_get (run->service->db, DESK_KIND_OCCUPANCY, occupancy_id, error);
  g_autoptr (DeskRecord) after = desk_record_copy (before);

  if (before == NULL)
    return FALSE;
  if (!desk_import_merge_occupancy (line->data, (DeskOccupancy *) after))
    return TRUE;
  add_changes (line, before, after);
  desk_rule_occupancy ((DeskOccupancy *) after, problems);
  return TRUE;
}

static gboolean
compare_person (DeskImportRun *run, DeskImportLine *line, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;
  gboolean new_document;

  if (!desk_import_new_phones (run->service->db, line->data, person_id, &phones, error)
      || !desk_import_new_document (run->service->db, line->data, person_id, &new_document, error))
    return FALSE;
  if (line->changes == NULL && (phones->len > 0 || new_document))
    line->changes = desk_changes_new ();
  for (guint i = 0; i < phones->len; i++)
    desk_changes_add_text (line->changes, "phones", NULL, ((const DeskPhone *) phones->pdata[i])->number);
  if (new_document)
    desk_changes_add_text (line->changes, "documents", NULL, "");
  for (char **plate = line->data->plates; plate != NULL && *plate != NULL; plate++)
    {
      gboolean has;

      if (!desk_import_has_vehicle (run->service->db, *plate, &has, error))
        return FALSE;
      if (!has && line->changes == NULL)
        line->changes = desk_changes_new ();
      if (!has)
        desk_changes_add_text (line->changes, "plate", NULL, *plate);
    }
  return TRUE;
}

/* The first text by which the person can be told from others of the name: a document, a phone, else the home. */
static char *
make_person_key (const DeskImportRow *row, const char *key)
{
  g_autofree char *name = desk_import_same_name (row->person->name);
  const char *by = row->document != NULL      ? row->document->number
                   : row->phones->len > 0 ? ((const DeskPhone *) row->phones->pdata[0])->number
                                          : key;

  return g_strconcat (name, "|", by, NULL);
}

static void
notice (DeskImportLine *line, DeskProblemCode code, const char *field, const char *text)
{
  if (line->notices == NULL)
    line->notices = desk_problems_new ();
  g_ptr_array_add (line->notices, desk_problem_new (code, field, -1, text, NULL));
}

/* What is worth a look and stands in no way: nobody is named, somebody else has the phone. */
static void
look_closer (DeskImportRun *run, DeskImportLine *line, const char *key)
{
  const DeskImportRow *row = line->data;
  const char *mine = key != NULL ? key : row->person->name;

  if (row->person == NULL && line->new_unit && run->plan->import == DESK_IMPORT_REGISTER)
    notice (line, DESK_PROBLEM_IMPORT_NO_NAME, "name", NULL);
  for (guint i = 0; i < row->phones->len; i++)
    {
      const char *number = ((const DeskPhone *) row->phones->pdata[i])->number;
      const char *other = g_hash_table_lookup (run->phones, number);

      if (other == NULL)
        g_hash_table_insert (run->phones, g_strdup (number), g_strdup (mine));
      else if (line->notices == NULL && !g_str_equal (other, mine))
        notice (line, DESK_PROBLEM_IMPORT_SHARED_PHONE, "phones", other);
    }
}

/* What two rows have in common that say the same: home, name and role, and the beginning of a stay that is over. */
static char *
make_row_key (const DeskImportRow *row, const char *key)
{
  g_autofree char *name = row->person != NULL ? desk_import_same_name (row->person->name) : g_strdup ("");
  const DeskOccupancy *stay = row->occupancy;

  return g_strdup_printf ("%s|%s|%d|%" G_GINT64_FORMAT, key != NULL ? key : "", name, stay != NULL ? (int) stay->role : 0,
                          stay != NULL && stay->to_day != 0 ? (gint64) stay->from_day : 0);
}

/* The same unit and person twice in one file: taken only when somebody says so. A second owner of a unit, where nobody
 * says who holds how much, owns it jointly. */
static void
compare_with_file (DeskImportRun *run, DeskImportLine *line, const char *key)
{
  g_autofree char *both = make_row_key (line->data, key);
  gpointer other = g_hash_table_lookup (run->rows, both);
  DeskOccupancy *occupancy = line->data->occupancy;

  if (other != NULL && (key != NULL || line->data->phones->len > 0))
    {
      line->doubt = DESK_IMPORT_DOUBT_SAME_ROW;
      line->other_row = GPOINTER_TO_UINT (other);
      return;
    }
  if (occupancy != NULL && occupancy->role == DESK_ROLE_OWNER && occupancy->share == 0 && key != NULL)
    {
      if (g_hash_table_contains (run->owners, key))
        occupancy->role = DESK_ROLE_CO_OWNER;
      else
        g_hash_table_add (run->owners, g_strdup (key));
    }
  g_hash_table_insert (run->rows, g_steal_pointer (&both), GUINT_TO_POINTER (line->row));
}

static gboolean
compare_with_store (DeskImportRun *run, DeskImportLine *line, const char *key, GPtrArray *problems, GError **error)
{
  g_auto (DeskImportFound) found = { 0 };

  if (!desk_import_find (run->service->db, line->data, run->today, &found, error))
    return FALSE;
  line->new_unit = key != NULL && found.unit_id == 0 && g_hash_table_add (run->units, g_strdup (key));
  line->new_person = line->data->person != NULL && found.person_id == 0
                     && g_hash_table_add (run->people, make_person_key (line->data, key));
  line->new_occupancy = line->data->occupancy != NULL && found.occupancy_id == 0;
  if (found.other_owner != NULL)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IMPORT_OTHER_OWNER, "name", -1, found.other_owner, NULL));
  if (run->plan->import == DESK_IMPORT_PEOPLE && key != NULL && found.unit_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IMPORT_NO_UNIT, "label", -1, key, NULL));
  return (found.unit_id == 0 || run->plan->import == DESK_IMPORT_PEOPLE
          || compare_unit (run, line, found.unit_id, problems, error))
         && (found.occupancy_id == 0 || compare_occupancy (run, line, found.occupancy_id, problems, error))
         && (found.person_id == 0 || compare_person (run, line, found.person_id, error));
}

/* A case comes in once: what has its number already, here or in the store, stays as it is. */
static gboolean
judge_case (DeskImportRun *run, DeskImportLine *line, GPtrArray *problems, GError **error)
{
  const DeskImportRow *row = line->data;
  const char *number = row->service_case->external_no;
  gpointer other = *number != '\0' ? g_hash_table_lookup (run->rows, number) : NULL;
  gboolean there;

  if (problems->len == 0 && !desk_import_check_case (run->service->db, row, problems, &there, error))
    return FALSE;
  if (problems->len > 0)
    line->fate = DESK_FATE_REJECT;
  else if (other != NULL)
    {
      line->fate = DESK_FATE_DOUBT;
      line->doubt = DESK_IMPORT_DOUBT_SAME_ROW;
      line->other_row = GPOINTER_TO_UINT (other);
    }
  else
    line->fate = there ? DESK_FATE_SAME : DESK_FATE_NEW;
  if (line->fate != DESK_FATE_REJECT && *number != '\0' && other == NULL)
    g_hash_table_insert (run->rows, g_strdup (number), GUINT_TO_POINTER (line->row));
  line->taken = line->fate == DESK_FATE_NEW;
  if (problems->len > 0)
    line->problems = g_ptr_array_ref (problems);
  desk_import_plan_add_counts (run->plan, line, 1);
  return TRUE;
}

/* Says what becomes of @line, whose cells are filled; @problems: what was wrong with the cells already. */
gboolean
desk_import_judge (DeskImportRun *run, DeskImportLine *line, GPtrArray *problems, GError **error)
{
  g_autofree char *key = NULL;

  line->data = desk_import_row_parse (run->plan->import, run->plan->fields, (const char *const *) line->cells,
                                      run->plan->n_columns, run->today, problems);
  if (desk_import_is_of_cases (run->plan->import))
    return judge_case (run, line, problems, error);
  key = desk_import_label_key (line->data);
  if (problems->len == 0)
    {
      compare_with_file (run, line, key);
      if (!compare_with_store (run, line, key, problems, error))
        return FALSE;
    }
  if (problems->len == 0)
    look_closer (run, line, key);
  if (problems->len > 0)
    line->fate = DESK_FATE_REJECT;
  else if (line->doubt != DESK_IMPORT_DOUBT_NONE)
    line->fate = DESK_FATE_DOUBT;
  else if (line->new_unit || line->new_person || line->new_occupancy)
    line->fate = DESK_FATE_NEW;
  else
    line->fate = line->changes != NULL ? DESK_FATE_CHANGE : DESK_FATE_SAME;
  line->taken = line->fate == DESK_FATE_NEW || line->fate == DESK_FATE_CHANGE;
  if (problems->len > 0)
    line->problems = g_ptr_array_ref (problems);
  desk_import_plan_add_counts (run->plan, line, 1);
  return TRUE;
}
