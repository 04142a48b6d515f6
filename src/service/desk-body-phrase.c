/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase-io.h"

#include "desk-case-book.h"
#include "desk-read-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Canned wording: kept, put away, and handed out with what is known of the record it is to be about. */

static gboolean
find_named (DeskTx *tx, const char *name, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_PHRASE_BY_NAME);
  gboolean found;

  *id = 0;
  desk_stmt_bind_text (stmt, "name", name);
  return desk_store_read_int (stmt, id, &found, error);
}

gboolean
desk_body_save_phrase (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (DeskRecord) category = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskPhrase *phrase = (DeskPhrase *) record;
  gint64 other;

  desk_rule_phrase (phrase, problems);
  if (!desk_tx_refuse (problems, error) || !find_named (tx, phrase->name, &other, error))
    return FALSE;
  if (other != 0 && other != record->id)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN, "name", phrase->name, NULL);
      return FALSE;
    }
  category = phrase->category_id != 0 ? desk_tx_get (tx, DESK_KIND_CATEGORY, phrase->category_id, error) : NULL;
  return (phrase->category_id == 0 || category != NULL) && desk_tx_save (tx, record, out, error);
}

static gboolean
add_starter (DeskTx *tx, const DeskStarterPhrase *from, gint64 rank, DeskSaved *out, GError **error)
{
  DeskPhrase phrase = { .record = { .kind = DESK_KIND_PHRASE }, .name = (char *) from->name, .scope = from->scope,
                        .words = (char *) from->words, .rank = rank };
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CATEGORY_NAMED);
  gboolean found;

  desk_stmt_bind_text (stmt, "name", from->category != NULL ? from->category : "");
  if (!desk_store_read_int (stmt, &phrase.category_id, &found, error) || !desk_tx_insert (tx, &phrase, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PHRASE, phrase.record.id);
  out->id = phrase.record.id;
  out->version = phrase.record.version;
  out->count++;
  return TRUE;
}

/* Those of the starting set that are not there by name; id 1: the Chinese one, 2: the English one. */
gboolean
desk_body_add_phrases (DeskTx *tx, const DeskGetInput *in, DeskSaved *out, GError **error)
{
  guint n;
  const DeskStarterPhrase *all = desk_starter_phrases (in->id == 1, &n);
  gint64 there;

  for (guint i = 0; i < n; i++)
    if (!find_named (tx, all[i].name, &there, error) || (there == 0 && !add_starter (tx, &all[i], (in->id == 1 ? 0 : n) + i + 1, out, error)))
      return FALSE;
  if (out->count > 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PHRASES_THERE, NULL, NULL);
  return FALSE;
}

/* What is known */

/* @text: (inout): kept where it says something already. */
static gboolean
take_name (DeskTx *tx, DeskKind kind, gint64 id, char **text, GError **error)
{
  g_autoptr (DeskRecord) record = id != 0 ? desk_tx_get (tx, kind, id, error) : NULL;

  if (id == 0)
    return TRUE;
  if (record == NULL)
    return FALSE;
  g_free (*text);
  *text = g_strdup (kind == DESK_KIND_UNIT     ? ((DeskUnit *) record)->label
                    : kind == DESK_KIND_PERSON ? ((DeskPerson *) record)->name
                    : kind == DESK_KIND_PLACE  ? ((DeskPlace *) record)->name
                                               : ((DeskStaff *) record)->name);
  return TRUE;
}

static gboolean
know_case (DeskTx *tx, gint64 id, DeskPhrases *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, id, error);
  const DeskCase *c = (DeskCase *) record;
  DeskCategory *category = NULL;
  g_autofree char *group = NULL;
  gboolean read;

  if (record == NULL)
    return FALSE;
  out->number = g_strdup (c->number);
  out->title = g_strdup (c->title);
  out->result = g_strdup (c->result);
  out->person_name = g_strdup (c->caller);
  out->case_kind = c->kind;
  out->category_id = c->category_id;
  out->opened_at = c->opened_at;
  out->due_at = c->promised_due != 0 ? c->promised_due : c->completion_due;
  read = desk_read_category (tx, c->category_id, &category, &group, &out->category, error);
  out->group_id = category != NULL ? category->parent_id : 0;
  desk_record_free (category);
  return read && take_name (tx, DESK_KIND_PLACE, c->place_id, &out->unit_label, error)
         && take_name (tx, DESK_KIND_UNIT, c->unit_id, &out->unit_label, error)
         && take_name (tx, DESK_KIND_PERSON, c->person_id, &out->person_name, error);
}

static gboolean
know_visit (DeskTx *tx, gint64 id, DeskPhrases *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_VISIT, id, error);
  const DeskVisit *visit = (DeskVisit *) record;

  if (record == NULL)
    return FALSE;
  out->title = g_strdup (visit->about);
  out->opened_at = visit->at;
  out->person_name = g_strdup (visit->caller);
  return take_name (tx, DESK_KIND_PLACE, visit->place_id, &out->unit_label, error)
         && take_name (tx, DESK_KIND_UNIT, visit->unit_id, &out->unit_label, error)
         && take_name (tx, DESK_KIND_PERSON, visit->person_id, &out->person_name, error);
}

static gboolean
know (DeskTx *tx, DeskKind kind, gint64 id, DeskPhrases *out, GError **error)
{
  if (id == 0)
    return TRUE;
  switch ((int) kind)
    {
    case DESK_KIND_SERVICE_CASE:
      return know_case (tx, id, out, error);
    case DESK_KIND_VISIT:
      return know_visit (tx, id, out, error);
    case DESK_KIND_UNIT:
      return take_name (tx, DESK_KIND_UNIT, id, &out->unit_label, error);
    case DESK_KIND_PERSON:
      return take_name (tx, DESK_KIND_PERSON, id, &out->person_name, error);
    default:
      return TRUE;
    }
}

/* @in: what it is to be about: a case, an entry of the log, a unit, a person; NONE: nothing that is known. */
gboolean
desk_body_list_phrases (DeskTx *tx, const DeskGetInput *in, DeskPhrases *out, GError **error)
{
  g_autoptr (DeskRecord) community = NULL;
  gint64 id;
  gboolean found;

  out->phrases = desk_read_records (tx, DESK_KIND_PHRASE, desk_db_get (desk_tx_db (tx), DESK_SQL_PHRASE_IDS), error);
  if (out->phrases == NULL || !know (tx, in->kind, in->id, out, error)
      || !take_name (tx, DESK_KIND_STAFF, tx->actor->staff_id, &out->staff_name, error)
      || !desk_store_read_int (desk_db_get (desk_tx_db (tx), DESK_SQL_COMMUNITY_FIRST), &id, &found, error))
    return FALSE;
  community = found ? desk_tx_get (tx, DESK_KIND_COMMUNITY, id, error) : NULL;
  out->community = g_strdup (community != NULL ? ((DeskCommunity *) community)->name : "");
  return !found || community != NULL;
}
