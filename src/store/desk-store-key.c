/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-key.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "desk-register.h"
#include "desk-search-key.h"
#include "desk-store-count.h"
#include "desk-store-words.h"

/* Returns: (transfer full) (element-type DeskSearchKey): what @record is found by; empty for kinds that are not
 * searched. It depends on the record's own fields alone, so the old keys can be worked out from the old record. */
GPtrArray *
desk_store_keys_of (gconstpointer record)
{
  switch ((int) ((const DeskRecord *) record)->kind)
    {
    case DESK_KIND_UNIT:
      {
        const DeskUnit *unit = record;

        return desk_search_keys_for_label (unit->building_code, unit->entrance_code, unit->room);
      }
    case DESK_KIND_PERSON:
      {
        const DeskPerson *person = record;

        /* A merged person is found under the one it was merged into, an erased one not at all. */
        if (person->merged_into != 0 || person->erased_at != 0)
          return g_ptr_array_new ();
        return desk_search_keys_for_name (person->name, person->pinyin);
      }
    case DESK_KIND_PHONE:
      return desk_search_keys_for_phone (((const DeskPhone *) record)->number);
    case DESK_KIND_VEHICLE:
      return desk_search_keys_for_plate (((const DeskVehicle *) record)->plate);
    case DESK_KIND_DOCUMENT:
      {
        const DeskDocument *document = record;

        return document->removed_at == 0 ? desk_search_keys_for_document (document->number) : g_ptr_array_new ();
      }
    default:
      return g_ptr_array_new ();
    }
}

static gboolean
contains (GPtrArray *keys, const DeskSearchKey *key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const DeskSearchKey *other = keys->pdata[i];

      if (other->why == key->why && g_str_equal (other->key, key->key))
        return TRUE;
    }
  return FALSE;
}

/* Runs @sql for the keys of @keys that @others lacks. */
static gboolean
write_keys (DeskDb *db, DeskSql sql, const DeskRecord *record, GPtrArray *keys, GPtrArray *others, GError **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const DeskSearchKey *key = keys->pdata[i];
      DeskStmt *stmt;

      if (contains (others, key))
        continue;
      stmt = desk_db_get (db, sql);
      desk_stmt_bind_text (stmt, "key", key->key);
      desk_stmt_bind_int (stmt, "kind", record->kind);
      desk_stmt_bind_int (stmt, "why", key->why);
      desk_stmt_bind_int (stmt, "record_id", record->id);
      if (!desk_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("zh@collation=pinyin", &status);

  if (U_FAILURE (status))
    g_error ("ucol_open: %s", u_errorName (status));
  return collator;
}

/* Returns: (transfer full): the collator's key of @name, in the order of pinyin. */
GBytes *
desk_store_sort_key (const char *name)
{
  static GPrivate collator_of_thread = G_PRIVATE_INIT ((GDestroyNotify) ucol_close);
  UCollator *collator = g_private_get (&collator_of_thread);
  g_autofree UChar *wide = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_wide = 0, n_key;
  guint8 *key;

  if (collator == NULL)
    {
      collator = open_collator ();
      g_private_set (&collator_of_thread, collator);
    }
  wide = g_new (UChar, strlen (name) + 1);
  u_strFromUTF8 (wide, (int32_t) strlen (name) + 1, &n_wide, name, -1, &status);
  n_key = ucol_getSortKey (collator, wide, n_wide, NULL, 0);
  key = g_malloc (n_key);
  ucol_getSortKey (collator, wide, n_wide, key, n_key);
  return g_bytes_new_take (key, n_key);
}

/* Keeps the person's place in lists by name. */
static gboolean
write_order (DeskDb *db, const DeskPerson *before, const DeskPerson *after, GError **error)
{
  DeskStmt *stmt;

  if (after == NULL)
    {
      stmt = desk_db_get (db, DESK_SQL_PERSON_ORDER_DROP);
      desk_stmt_bind_int (stmt, "person_id", before->record.id);
      return desk_stmt_run (stmt, error);
    }
  if (before != NULL && g_strcmp0 (before->name, after->name) == 0)
    return TRUE;
  {
    g_autoptr (GBytes) key = desk_store_sort_key (after->name);
    gsize n;
    const guint8 *bytes = g_bytes_get_data (key, &n);

    stmt = desk_db_get (db, DESK_SQL_PERSON_ORDER_SET);
    desk_stmt_bind_int (stmt, "person_id", after->record.id);
    desk_stmt_bind_blob (stmt, "sort_key", bytes, n);
    return desk_stmt_run (stmt, error);
  }
}

/**
 * desk_store_key_change:
 * @before: (nullable): the record as it was, NULL when it is new
 * @after: (nullable): as it is, NULL when it goes
 *
 * Writes the difference of the search keys, of the words that are searched, and a person's place in the order of names, in
 * the caller's transaction.
 */
gboolean
desk_store_key_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error)
{
  const DeskRecord *record = after != NULL ? after : before;
  g_autoptr (GPtrArray) old_keys = before != NULL ? desk_store_keys_of (before) : g_ptr_array_new ();
  g_autoptr (GPtrArray) new_keys = after != NULL ? desk_store_keys_of (after) : g_ptr_array_new ();

  if (record->kind == DESK_KIND_PERSON && !write_order (db, before, after, error))
    return FALSE;
  return desk_store_words_change (db, before, after, error) && desk_store_count_change (db, before, after, error)
         && write_keys (db, DESK_SQL_SEARCH_KEY_DROP, record, old_keys, new_keys, error)
         && write_keys (db, DESK_SQL_SEARCH_KEY_ADD, record, new_keys, old_keys, error);
}
