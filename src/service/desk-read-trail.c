/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-trail.h"

#include "desk-changes.h"
#include "desk-error.h"
#include "desk-read-terms.h"
#include "desk-service-private.h"
#include "desk-string.h"
#include "desk-trail-filter.h"

/* The trail as a list: everybody's acts, told one row each. */

/* It shows what everybody did: a right of its own, besides that of reading. */
gboolean
desk_trail_check_right (DeskTx *tx, GError **error)
{
  DeskRight right = DESK_RIGHT_TRAIL_READ;
  g_autofree char *roles = NULL;

  if (desk_tx_level (tx, right) >= DESK_LEVEL_VIEW)
    return TRUE;
  roles = g_strdup_printf ("%" G_GINT64_FORMAT, desk_matrix_roles (&tx->service->matrix, right));
  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (right), roles, NULL);
  return FALSE;
}

/* Rows about whatever the typed text finds: rooms and people. */
static gboolean
match_text (DeskTx *tx, const char *text, DeskDay today, DeskIdSet *rows, GError **error)
{
  static const DeskKind kinds[] = { DESK_KIND_UNIT, DESK_KIND_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DeskIdSet) found = NULL;

      if (!desk_terms_match (tx, text, kinds[i], today, &found, error))
        return FALSE;
      for (gint64 id = desk_id_set_next (found, 0); id != 0; id = desk_id_set_next (found, id))
        if (!desk_store_trail_about (desk_tx_db (tx), kinds[i], id, rows, error))
          return FALSE;
    }
  return TRUE;
}

/* @within: (out) (transfer full) (nullable): the rows that record and text leave, NULL all */
static gboolean
narrow (DeskTx *tx, const DeskListInput *in, DeskDay today, DeskIdSet **within, GError **error)
{
  g_autoptr (DeskIdSet) about = in->about_kind != DESK_KIND_NONE ? desk_id_set_new () : NULL;
  g_autoptr (DeskIdSet) typed = !desk_string_is_empty (in->text) ? desk_id_set_new () : NULL;

  if ((about != NULL && !desk_store_trail_about (desk_tx_db (tx), in->about_kind, in->about_id, about, error))
      || (typed != NULL && !match_text (tx, in->text, today, typed, error)))
    return FALSE;
  if (about != NULL && typed != NULL)
    desk_id_set_intersect (about, typed);
  *within = about != NULL ? g_steal_pointer (&about) : g_steal_pointer (&typed);
  return TRUE;
}

/* The ids of the rows, as desk_body_list_ids() gives those of other lists; chips have no counts, which would ask for
 * every row of years. */
gboolean
desk_trail_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  DeskDay today = desk_read_day (tx, in->today);
  GTimeZone *zone = tx->service->zone;
  DeskListQuery query = { .list = in->list, .filter = in->filter, .descending = in->descending, .staff_id = in->staff_id };
  g_autoptr (DeskIdSet) within = NULL;

  if (!desk_trail_check_right (tx, error) || !narrow (tx, in, today, &within, error))
    return FALSE;
  query.begin = in->from_day != 0 ? desk_day_start (in->from_day, zone) : 0;
  query.end = in->to_day != 0 ? desk_day_start (in->to_day, zone) : 0;
  query.within = within;
  return desk_store_trail_ids (desk_tx_db (tx), &query, out->ids, error);
}

/* The room a record belongs to. */
static gboolean
add_unit (DeskTx *tx, const DeskRecord *record, GString *subject, GError **error)
{
  const DeskFieldSpec *field = desk_record_find_field (record->kind, "unit_id");
  gint64 id = field != NULL ? desk_record_get_int (record, field) : 0;
  g_autofree char *label = NULL;

  if (id == 0)
    return TRUE;
  if (!desk_told_name (tx, DESK_KIND_UNIT, id, &label, error))
    return FALSE;
  if (label != NULL)
    g_string_append (subject, label);
  return TRUE;
}

/* Whose number it is. */
static gboolean
add_person (DeskTx *tx, const DeskRecord *record, GString *subject, GError **error)
{
  g_autofree char *name = NULL;
  gint64 id = record->kind == DESK_KIND_PHONE      ? ((const DeskPhone *) record)->person_id
              : record->kind == DESK_KIND_DOCUMENT ? ((const DeskDocument *) record)->person_id
                                                   : 0;

  if (id == 0)
    return TRUE;
  if (!desk_told_name (tx, DESK_KIND_PERSON, id, &name, error))
    return FALSE;
  if (name != NULL)
    g_string_append (subject, name);
  return TRUE;
}

/* Returns: (transfer full) (nullable): what the row is about: "3-2-1501 陈建平". */
static char *
whole_subject (DeskTx *tx, const DeskRecord *record, GError **error)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autofree char *own = NULL;

  if (!add_unit (tx, record, subject, error) || !add_person (tx, record, subject, error)
      || !desk_told_subject (tx, record, DESK_KIND_NONE, &own, error))
    return NULL;
  if (own != NULL && *own != '\0')
    g_string_append_printf (subject, subject->len > 0 ? " %s" : "%s", own);
  return g_strdup (subject->str);
}

/**
 * desk_trail_list_row:
 * @row: (out) (transfer full) (nullable): in the order of the list's columns, numbers masked
 */
gboolean
desk_trail_list_row (DeskTx *tx, gint64 trail_id, DeskRow **row, GError **error)
{
  DeskTold *told = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (DeskRecord) record = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *masked = NULL;
  DeskCell *cells;

  *row = NULL;
  if (!desk_trail_check_right (tx, error) || !desk_store_trail_told (desk_tx_db (tx), trail_id, &told, error))
    return FALSE;
  if (told == NULL)
    return TRUE;
  changes = desk_told_changes (told);
  record = desk_told_record (tx, told, changes, error);
  subject = record != NULL ? whole_subject (tx, record, error) : NULL;
  if (subject == NULL)
    {
      desk_told_free (told);
      return FALSE;
    }
  *row = desk_row_new (trail_id, told->undone_by, desk_list_spec (DESK_LIST_TRAIL)->n_columns);
  cells = (*row)->cells;
  masked = desk_told_mask ((DeskKind) told->kind, changes);
  cells[DESK_TRAIL_COLUMN_AT].number = told->at;
  cells[DESK_TRAIL_COLUMN_STAFF].text = g_strdup (desk_trail_is_by_rule (told->use_case) ? "" : told->staff_name);
  cells[DESK_TRAIL_COLUMN_ABOUT].text = g_steal_pointer (&subject);
  cells[DESK_TRAIL_COLUMN_KIND].number = told->kind;
  cells[DESK_TRAIL_COLUMN_RECORD].number = told->record_id;
  cells[DESK_TRAIL_COLUMN_WHAT].number = told->kind;
  cells[DESK_TRAIL_COLUMN_WHAT].text = g_strconcat (told->undone_by != 0 ? "~" : "", told->use_case, " ", masked, NULL);
  desk_told_free (told);
  return TRUE;
}

/* One row of the trail with all that its act did, told. */
gboolean
desk_body_get_act (DeskTx *tx, const DeskGetInput *in, DeskHistories *out, GError **error)
{
  DeskTold *told = NULL;

  if (!desk_store_trail_told (desk_tx_db (tx), in->id, &told, error))
    return FALSE;
  if (told == NULL)
    {
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, "act", NULL);
      return FALSE;
    }
  out->history = desk_read_act (tx, told->act_id, error);
  desk_told_free (told);
  return out->history != NULL;
}
