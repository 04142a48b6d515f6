/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-saved-filter.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-store-words.h"
#include "desk-store-words.h"
#include "desk-text-label.h"

/*
 * Erasing a person on request (design.md, rule 11). What says who they were goes: names, numbers, notes, plates, their
 * search keys, and what the trail and batches kept of all that. What others count on stays: that somebody owned or
 * rented here and until when, money, and the chain, because digests and hashes are left as they are (HACKING.md). It
 * cannot be undone. Backups made before keep the values until they are gone themselves.
 *
 * Kinds that come later and mention a person add their row here and to DESK_SQL_ERASED_KINDS; a test asks for it.
 */
typedef struct
{
  DeskKind kind;
  DeskSql sql;           /* those of a person */
  gboolean goes;         /* the whole row; else the fields are emptied */
  const char *fields[4]; /* texts that are emptied */
} Part;

static const Part parts[] = {
  { DESK_KIND_PHONE, DESK_SQL_PHONES_OF_PERSON, TRUE, { NULL } },
  { DESK_KIND_DOCUMENT, DESK_SQL_DOCUMENTS_EVER_OF_PERSON, TRUE, { NULL } },
  { DESK_KIND_OCCUPANCY, DESK_SQL_OCCUPANCIES_OF_PERSON, FALSE, { "relation", "note" } },
  { DESK_KIND_VEHICLE, DESK_SQL_VEHICLES_OF_PERSON, FALSE, { "plate", "description", "note" } },
  { DESK_KIND_SPACE_LEASE, DESK_SQL_LEASES_OF_PERSON, FALSE, { "note" } },
  { DESK_KIND_MEMO, DESK_SQL_MEMOS_OF_PERSON, FALSE, { "from_name", "phone" } },
  { DESK_KIND_VISIT, DESK_SQL_VISITS_OF_PERSON, FALSE, { "caller", "phone" } },
  { DESK_KIND_SERVICE_CASE, DESK_SQL_CASES_OF_PERSON, FALSE, { "caller", "phone" } },
  { DESK_KIND_FOLLOW_UP, DESK_SQL_FOLLOW_UPS_EVER_OF_PERSON, FALSE, { "note", "hand_note" } },
};

/* What stands where a text must not be empty. */
#define NOTHING "–"

/* Returns: whether records of @kind lose what they say of an erased person. */
gboolean
desk_erase_knows (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return TRUE;
  return kind == DESK_KIND_PERSON;
}

static GArray *
ids_of (DeskTx *tx, DeskSql sql, gint64 person_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, sql);

  desk_stmt_bind_int (stmt, "person_id", person_id);
  return desk_store_read_ids (stmt, error);
}

/* A batch that made a number has nothing to take away any more. */
static gboolean
forget_item (DeskTx *tx, const DeskRecord *record, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_ITEM_OF_GONE);

  desk_stmt_bind_int (stmt, "kind", record->kind);
  desk_stmt_bind_int (stmt, "record_id", record->id);
  return desk_stmt_run (stmt, error);
}

/* A memo names nobody by id: its rows in the trail are found by itself. */
static gboolean
empty_rows_of (DeskTx *tx, DeskKind kind, gint64 id, gint64 *n_rows, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_TRAIL_OF_RECORD);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", id);
  desk_stmt_bind_blob (stmt, "salt", (const guint8 *) "", 0);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  *n_rows += desk_db_changes (tx->service->db);
  return TRUE;
}

/* Past the trail: what is taken away must not stand there again. */
static gboolean
erase_record (DeskTx *tx, const Part *part, gint64 id, gint64 *n_rows, GError **error)
{
  g_autoptr (DeskRecord) before = desk_tx_get (tx, part->kind, id, error);
  g_autoptr (DeskRecord) after = before != NULL ? desk_record_copy (before) : NULL;

  if (before == NULL || (part->kind == DESK_KIND_MEMO && !empty_rows_of (tx, part->kind, id, n_rows, error)))
    return FALSE;
  desk_change_set_add (tx->changes, part->kind, id, part->goes ? DESK_CHANGE_GONE : DESK_CHANGE_EDITED);
  if (part->goes)
    return forget_item (tx, before, error) && desk_store_delete (tx->service->db, before, error);
  for (guint i = 0; i < G_N_ELEMENTS (part->fields) && part->fields[i] != NULL; i++)
    desk_record_set_text (after, desk_record_find_field (part->kind, part->fields[i]),
                          g_str_equal (part->fields[i], "plate") ? NOTHING : "");
  return desk_record_equal (before, after) || desk_store_update_from (tx->service->db, before, after, error);
}

static gboolean
erase_parts (DeskTx *tx, gint64 person_id, gint64 *n_rows, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) ids = ids_of (tx, parts[i].sql, person_id, error);

      if (ids == NULL)
        return FALSE;
      for (guint k = 0; k < ids->len; k++)
        if (!erase_record (tx, &parts[i], g_array_index (ids, gint64, k), n_rows, error))
          return FALSE;
    }
  return TRUE;
}

/* What they are found by: names of more than one character, numbers. Returns: (transfer full) (nullable). */
static GPtrArray *
words_of (DeskTx *tx, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DeskRecord) person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  g_autoptr (GArray) phones = person != NULL ? ids_of (tx, DESK_SQL_PHONES_OF_PERSON, person_id, error) : NULL;

  if (phones == NULL)
    return NULL;
  if (((DeskPerson *) person)->name != NULL && g_utf8_strlen (((DeskPerson *) person)->name, -1) > 1)
    g_ptr_array_add (words, g_strdup (((DeskPerson *) person)->name));
  for (guint i = 0; i < phones->len; i++)
    {
      g_autoptr (DeskRecord) phone = desk_tx_get (tx, DESK_KIND_PHONE, g_array_index (phones, gint64, i), error);

      if (phone == NULL)
        return NULL;
      if (((DeskPhone *) phone)->number != NULL && *((DeskPhone *) phone)->number != '\0')
        g_ptr_array_add (words, g_strdup (((DeskPhone *) phone)->number));
    }
  return g_steal_pointer (&words);
}

static gboolean
has_any (const char *text, GPtrArray *words)
{
  for (guint i = 0; text != NULL && i < words->len; i++)
    if (strstr (text, words->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of a saved filter that is gone already only the trail knows; there its form is written with escapes. */
static gboolean
empty_rows_naming (DeskTx *tx, GPtrArray *words, gint64 *n_rows, GError **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (words->pdata[i], NULL, TRUE);
      const char *const forms[] = { words->pdata[i], escaped };

      for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
        {
          DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_TRAIL_NAMING);
          g_autofree char *like = desk_words_like (forms[k]);

          desk_stmt_bind_int (stmt, "kind", DESK_KIND_SAVED_FILTER);
          desk_stmt_bind_text (stmt, "like", like);
          desk_stmt_bind_blob (stmt, "salt", (const guint8 *) "", 0);
          if (!desk_stmt_run (stmt, error))
            return FALSE;
          *n_rows += desk_db_changes (tx->service->db);
        }
    }
  return TRUE;
}

/* A filter somebody saved to find them goes whole, whoever's it is: without their name it means nothing. */
static gboolean
erase_filters (DeskTx *tx, gint64 person_id, gint64 *n_rows, GError **error)
{
  static const Part whole = { .kind = DESK_KIND_SAVED_FILTER, .goes = TRUE };
  g_autoptr (GPtrArray) words = words_of (tx, person_id, error);
  g_autoptr (GArray) ids = words != NULL ? desk_store_read_ids (desk_db_get (tx->service->db, DESK_SQL_SAVED_FILTERS_OF_ALL), error)
                                         : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SAVED_FILTER, id, error);
      const DeskSavedFilter *filter = (const DeskSavedFilter *) record;
      g_auto (DeskFilterForm) form = { 0 };

      if (record == NULL)
        return FALSE;
      desk_filter_form_read ((DeskList) MAX (desk_list_find (filter->list_name), 0), filter->form, &form);
      if ((has_any (filter->name, words) || has_any (form.text, words))
          && (!empty_rows_of (tx, DESK_KIND_SAVED_FILTER, id, n_rows, error) || !erase_record (tx, &whole, id, n_rows, error)))
        return FALSE;
    }
  return ids != NULL && empty_rows_naming (tx, words, n_rows, error);
}

/* What is still asked for may say who they were: it is taken back, as whoever asked could, and says so to them. */
static gboolean
end_requests (DeskTx *tx, gint64 person_id, GError **error)
{
  g_autoptr (GArray) ids = ids_of (tx, DESK_SQL_REQUESTS_NAMING_PERSON, person_id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_REQUEST, g_array_index (ids, gint64, i), error);
      DeskRequest *request = (DeskRequest *) record;

      if (record == NULL)
        return FALSE;
      desk_text_set (&request->input, "");
      request->state = DESK_REQUEST_WITHDRAWN;
      request->decided_by = tx->actor->staff_id;
      request->decided_at = tx->now;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return ids != NULL;
}

/* Old values that batches kept of records that are the person's, or once were. */
static gboolean
erase_items (DeskTx *tx, gint64 person_id, GError **error)
{
  g_autofree char *was = g_strdup_printf ("%%\"person_id\":[%" G_GINT64_FORMAT ",%%", person_id);
  g_autofree char *is = g_strdup_printf ("%%\"person_id\":[%%,%" G_GINT64_FORMAT "]%%", person_id);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_RECORDS);
  DeskStep step;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 pair[2] = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1) };

      g_array_append_vals (found, pair, 2);
    }
  if (step != DESK_STEP_DONE)
    return FALSE;
  for (guint i = 0; i + 1 < found->len; i += 2)
    {
      stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_ITEM);
      desk_stmt_bind_int (stmt, "kind", g_array_index (found, gint64, i));
      desk_stmt_bind_int (stmt, "record_id", g_array_index (found, gint64, i + 1));
      if (!desk_stmt_run (stmt, error))
        return FALSE;
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_ITEM);
  desk_stmt_bind_int (stmt, "kind", DESK_KIND_PERSON);
  desk_stmt_bind_int (stmt, "record_id", person_id);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_ITEMS_NAMING);
  desk_stmt_bind_text (stmt, "was", was);
  desk_stmt_bind_text (stmt, "is", is);
  return desk_stmt_run (stmt, error);
}

/* @n_rows: (inout): how many rows of the trail were emptied; the erasing row says it, so that emptying a row from outside
 * shows. */
static gboolean
erase_trail (DeskTx *tx, gint64 person_id, gint64 *n_rows, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ERASE_TRAIL);

  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_blob (stmt, "salt", (const guint8 *) "", 0);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  *n_rows += desk_db_changes (tx->service->db);
  return TRUE;
}

static gboolean
erase_person (DeskTx *tx, gint64 person_id, const DeskText *text, GError **error)
{
  g_autoptr (DeskRecord) before = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  g_autoptr (DeskRecord) after = before != NULL ? desk_record_copy (before) : NULL;
  DeskPerson *person = (DeskPerson *) after;

  if (before == NULL)
    return FALSE;
  g_free (person->name);
  person->name = desk_text_erased_person (text, person_id);
  desk_text_set (&person->pinyin, "");
  desk_text_set (&person->note, "");
  person->erased_at = tx->now;
  desk_change_set_add (tx->changes, DESK_KIND_PERSON, person_id, DESK_CHANGE_EDITED);
  return desk_store_update_from (tx->service->db, before, after, error);
}

static gboolean
refuse (DeskErrorCode code, DeskProblemCode problem, const char *arg, GError **error)
{
  desk_error_set (error, code, problem, NULL, arg, NULL);
  return FALSE;
}

/* Whoever lives or owns here, or will, is needed by name. */
static gboolean
check_gone (DeskTx *tx, gint64 person_id, GError **error)
{
  static const Part *const open_ended[] = { &parts[2], &parts[4] };

  for (guint i = 0; i < G_N_ELEMENTS (open_ended); i++)
    {
      g_autoptr (GArray) ids = ids_of (tx, open_ended[i]->sql, person_id, error);

      for (guint k = 0; ids != NULL && k < ids->len; k++)
        {
          g_autoptr (DeskRecord) record = desk_tx_get (tx, open_ended[i]->kind, g_array_index (ids, gint64, k), error);
          gint64 to;

          if (record == NULL)
            return FALSE;
          to = desk_record_get_int (record, desk_record_find_field (open_ended[i]->kind, "to_day"));
          if (to == 0 || to > tx->today)
            return refuse (DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_ERASE_STILL_HERE, desk_kind_nick (open_ended[i]->kind), error);
        }
      if (ids == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Adds @person_id and everybody who turned out to be the same. */
static gboolean
gather (DeskTx *tx, gint64 person_id, GArray *people, GError **error)
{
  g_array_append_val (people, person_id);
  for (guint i = people->len - 1; i < people->len; i++)
    {
      g_autoptr (GArray) merged = ids_of (tx, DESK_SQL_MERGED_INTO_PERSON, g_array_index (people, gint64, i), error);

      if (merged == NULL)
        return FALSE;
      g_array_append_vals (people, merged->data, merged->len);
    }
  return TRUE;
}

static gboolean
note (DeskTx *tx, gint64 person_id, gint64 n_rows, GError **error)
{
  g_autoptr (DeskRecord) person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  g_autoptr (GPtrArray) changes = desk_changes_new ();

  desk_changes_add_int (changes, "erased", 0, n_rows);
  return person != NULL && desk_tx_note (tx, person, changes, error);
}

gboolean
desk_body_erase_person (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) seen = desk_tx_get (tx, DESK_KIND_PERSON, in->id, error);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *language = NULL;
  g_autoptr (DeskText) text = NULL;
  gint64 n_rows = 0;

  if (seen == NULL || !desk_tx_check_version (tx, seen, in->version, error))
    return FALSE;
  if (((DeskPerson *) seen)->erased_at != 0)
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED, NULL, error);
  if (((DeskPerson *) seen)->merged_into != 0)
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, ((DeskPerson *) seen)->name, error);
  language = desk_service_get_setting (tx->service, desk_setting_name (DESK_SETTING_LANGUAGE), error);
  if (language == NULL || !desk_tx_check_scope (tx, seen, error) || !gather (tx, in->id, people, error))
    return FALSE;
  text = desk_text_new (language, tx->service->zone);
  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = g_array_index (people, gint64, i);

      if (!check_gone (tx, id, error) || !end_requests (tx, id, error) || !erase_items (tx, id, error)
          || !erase_filters (tx, id, &n_rows, error) || !erase_parts (tx, id, &n_rows, error)
          || !erase_trail (tx, id, &n_rows, error) || !erase_person (tx, id, text, error))
        return FALSE;
    }
  /* What stood in the index of words goes from the file only when its pieces become one. */
  if (!desk_store_words_tidy (desk_tx_db (tx), error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PERSON, in->id);
  out->id = in->id;
  out->count = people->len;
  return note (tx, in->id, n_rows, error);
}
