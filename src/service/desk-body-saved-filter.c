/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-case-kind.h"
#include "desk-register.h"
#include "desk-saved-filter-io.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Saved filters: everybody's are their own, and nobody else's are there for them. */

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *words, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

/* Returns: (transfer full) (nullable): the saved filter, of whoever asks. */
static DeskSavedFilter *
get_own (DeskTx *tx, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SAVED_FILTER, id, error);

  if (record == NULL)
    return NULL;
  if (((DeskSavedFilter *) record)->staff_id == tx->actor->staff_id)
    return (DeskSavedFilter *) g_steal_pointer (&record);
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "id", desk_kind_nick (DESK_KIND_SAVED_FILTER), NULL);
  return NULL;
}

/* No two of one list are called the same, and each has a digit. */
gboolean
desk_tx_check_saved_filter (DeskTx *tx, const DeskSavedFilter *filter, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SAVED_FILTER_BY_NAME);
  gint64 id, n;
  gboolean found;

  desk_stmt_bind_int (stmt, "staff_id", filter->staff_id);
  desk_stmt_bind_text (stmt, "list_name", filter->list_name);
  desk_stmt_bind_text (stmt, "name", filter->name);
  desk_stmt_bind_int (stmt, "id", filter->record.id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    return refuse (DESK_PROBLEM_NAME_TAKEN, "name", filter->name, error);
  stmt = desk_db_get (tx->service->db, DESK_SQL_SAVED_FILTERS_BESIDE);
  desk_stmt_bind_int (stmt, "staff_id", filter->staff_id);
  desk_stmt_bind_text (stmt, "list_name", filter->list_name);
  desk_stmt_bind_int (stmt, "id", filter->record.id);
  return desk_store_read_int (stmt, &n, &found, error)
         && (n < DESK_SAVED_FILTERS_MOST || refuse (DESK_PROBLEM_FILTERS_FULL, "name", NULL, error));
}

/* Makes one, calls it something else, pins it, or has it show something else; its list stays. */
gboolean
desk_body_save_filter (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskSavedFilter *filter = (DeskSavedFilter *) record;

  filter->staff_id = tx->actor->staff_id;
  if (record->id != 0)
    {
      g_autoptr (DeskRecord) stored = (DeskRecord *) get_own (tx, record->id, error);

      if (stored == NULL || !desk_tx_check_version (tx, stored, record->version, error))
        return FALSE;
      desk_text_set (&filter->list_name, ((DeskSavedFilter *) stored)->list_name);
    }
  desk_rule_saved_filter (filter, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_remove_filter (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) get_own (tx, in->id, error);

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->count = 1;
  return desk_tx_remove (tx, record, error);
}

/* What it names that is gone */

/* *@record: (out) (transfer full) (nullable): NULL: it is not there any more. */
static gboolean
find (DeskTx *tx, DeskKind kind, gint64 id, DeskRecord **record, GError **error)
{
  g_autoptr (GError) local = NULL;

  *record = desk_tx_get (tx, kind, id, &local);
  if (*record != NULL || g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
look_for_building (DeskTx *tx, DeskSavedFilterCard *card, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) building = NULL;

  if (!find (tx, DESK_KIND_BUILDING, *id, &building, error))
    return FALSE;
  if (building == NULL)
    {
      card->lost |= DESK_FILTER_LOST_BUILDING;
      *id = 0;
    }
  return TRUE;
}

/* Whoever left is still somebody who did things. */
static gboolean
look_for_staff (DeskTx *tx, DeskSavedFilterCard *card, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  DeskSavedFilterCard *self = card;

  if (!find (tx, DESK_KIND_STAFF, *id, &record, error))
    return FALSE;
  if (record == NULL)
    *id = 0;
  if (record != NULL && (((DeskStaff *) record)->left_on == 0 || ((DeskStaff *) record)->left_on > tx->today))
    return TRUE;
  self->lost |= DESK_FILTER_LOST_STAFF;
  desk_text_set (&self->lost_name, record != NULL ? ((DeskStaff *) record)->name : NULL);
  return TRUE;
}

static gboolean
look_for_category (DeskTx *tx, DeskSavedFilterCard *card, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (!find (tx, DESK_KIND_CATEGORY, *id, &record, error))
    return FALSE;
  if (record == NULL)
    *id = 0;
  if (record != NULL && (((DeskCategory *) record)->retired_on == 0 || ((DeskCategory *) record)->retired_on > tx->today))
    return TRUE;
  card->lost |= DESK_FILTER_LOST_CATEGORY;
  desk_text_set (&card->lost_name, record != NULL ? ((DeskCategory *) record)->name : NULL);
  return TRUE;
}

/* A figure of something that is gone has no cases to show: all are. */
static gboolean
look_for_figure (DeskTx *tx, DeskSavedFilterCard *card, GError **error)
{
  DeskFigureRows *rows = &card->form.figure;
  gint64 id = rows->of_id;
  gboolean done = TRUE;

  if (!card->form.figured || id == 0 || rows->slice == DESK_SLICE_MONTH)
    return TRUE;
  if (rows->slice == DESK_SLICE_CATEGORY)
    done = look_for_category (tx, card, &id, error);
  else if (rows->slice == DESK_SLICE_PERSON)
    done = look_for_staff (tx, card, &id, error);
  else
    done = look_for_building (tx, card, &id, error);
  card->form.figured = id != 0;
  return done;
}

/* Returns: (transfer full) (nullable): what can be shown of it. */
static DeskSavedFilterCard *
card_of (DeskTx *tx, gint64 id, GError **error)
{
  DeskSavedFilterCard *card = g_new0 (DeskSavedFilterCard, 1);
  gboolean done;
  int list;

  card->filter = desk_tx_get (tx, DESK_KIND_SAVED_FILTER, id, error);
  list = card->filter != NULL ? desk_list_find (card->filter->list_name) : -1;
  if (list >= 0)
    card->lost = desk_filter_form_read ((DeskList) list, card->filter->form, &card->form);
  done = card->filter != NULL && (card->form.building_id == 0 || look_for_building (tx, card, &card->form.building_id, error))
         && (card->form.staff_id == 0 || look_for_staff (tx, card, &card->form.staff_id, error))
         && look_for_figure (tx, card, error);
  if (done)
    return card;
  desk_saved_filter_card_free (card);
  return NULL;
}

gboolean
desk_body_list_filters (DeskTx *tx, const DeskGetInput *in, DeskSavedFilters *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SAVED_FILTERS_OF);
  g_autoptr (GArray) ids = NULL;

  out->cards = g_ptr_array_new_with_free_func (desk_saved_filter_card_free);
  desk_stmt_bind_int (stmt, "staff_id", tx->actor->staff_id);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DeskSavedFilterCard *card = card_of (tx, g_array_index (ids, gint64, i), error);

      if (card == NULL)
        return FALSE;
      /* A list of a newer program is not there for this one. */
      if (desk_list_find (card->filter->list_name) >= 0)
        g_ptr_array_add (out->cards, card);
      else
        desk_saved_filter_card_free (card);
    }
  return ids != NULL;
}

static gboolean
count (DeskTx *tx, const DeskSavedFilterCard *card, DeskFilterCounts *out, GError **error)
{
  g_autoptr (DeskListInput) in = desk_list_input_new_form (&card->form, tx->today);
  DeskFilterCount counted = { .id = card->filter->record.id };
  DeskIdList list = { 0 };
  gboolean done;

  in->brief = TRUE;
  in->limit = DESK_FILTER_COUNT_MOST + 1;
  done = desk_body_list_ids (tx, in, &list, error);
  if (done)
    {
      counted.count = MIN (list.ids->len, in->limit);
      g_array_append_val (out->counts, counted);
    }
  desk_id_list_clear (&list);
  return done;
}

/* Somebody may pin a list they may not read any more: it has no count then. */
gboolean
desk_body_count_filters (DeskTx *tx, const DeskGetInput *in, DeskFilterCounts *out, GError **error)
{
  DeskSavedFilters filters = { 0 };
  gboolean done = desk_body_list_filters (tx, in, &filters, error);

  out->counts = g_array_new (FALSE, FALSE, sizeof (DeskFilterCount));
  for (guint i = 0; done && i < filters.cards->len; i++)
    {
      const DeskSavedFilterCard *card = filters.cards->pdata[i];
      g_autoptr (GError) local = NULL;

      if (card->filter->pinned == 0 || desk_list_spec (card->form.list)->uncounted || count (tx, card, out, &local)
          || g_error_matches (local, DESK_ERROR, DESK_ERROR_FORBIDDEN))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      done = FALSE;
    }
  desk_saved_filters_clear (&filters);
  return done;
}
