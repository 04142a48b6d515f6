/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-case.h"

#include <string.h>

#include "desk-outage-book.h"
#include "desk-read-card.h"
#include "desk-search-key.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"
#include "desk-unit-label.h"

/* What somebody is typing, understood against the store, with everything about that unit, caller and fault. */

#define MAX_VISITS 5

typedef struct
{
  DeskTx *tx;
  GError **error; /* the first thing that went wrong */
  gboolean failed;
} Look;

/* The only record @stmt gives in its first column; 0: none or several. */
static gint64
only (Look *look, DeskStmt *stmt)
{
  g_autoptr (GArray) ids = look->failed ? NULL : desk_store_read_ids (stmt, look->error);

  look->failed = ids == NULL;
  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static gint64
unit_by_key (Look *look, DeskSql sql, const char *name, const char *key)
{
  DeskStmt *stmt;

  if (key == NULL || look->failed)
    return 0;
  stmt = desk_db_get (desk_tx_db (look->tx), sql);
  desk_stmt_bind_text (stmt, name, key);
  return only (look, stmt);
}

/* However it is spelt: 3栋2单元1501, 3-2-301 for 3-2-0301, and a room of which there is only one. */
static gint64
find_unit (gpointer data, const char *text, char **label)
{
  static const DeskLabelFlags ways[] = { DESK_LABEL_WHOLE, DESK_LABEL_BARE };
  Look *look = data;
  g_autoptr (DeskRecord) unit = NULL;
  gint64 id = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && id == 0; i++)
    {
      g_autofree char *read = desk_unit_label_read (text, ways[i], NULL);
      g_autofree char *key = desk_unit_label_normalize (read != NULL ? read : text);

      id = unit_by_key (look, DESK_SQL_UNIT_BY_LABEL_KEY, "label_key", key);
    }
  if (id == 0 && strlen (text) >= 3)
    {
      g_autofree char *key = desk_search_fold (text, DESK_SEARCH_KEY_LENGTH);

      id = unit_by_key (look, DESK_SQL_UNIT_BY_ROOM, "key", key);
    }
  unit = id != 0 ? desk_tx_get (look->tx, DESK_KIND_UNIT, id, NULL) : NULL;
  if (unit == NULL)
    return 0;
  *label = g_strdup (((DeskUnit *) unit)->label);
  return id;
}

/* Somebody of that unit, or the only one of that name at all. */
static gint64
find_person (gpointer data, const char *name, gint64 unit_id)
{
  Look *look = data;
  DeskStmt *stmt;
  gint64 id = 0;

  if (look->failed)
    return 0;
  if (unit_id != 0)
    {
      stmt = desk_db_get (desk_tx_db (look->tx), DESK_SQL_PERSON_OF_UNIT_BY_NAME);
      desk_stmt_bind_text (stmt, "name", name);
      desk_stmt_bind_int (stmt, "unit_id", unit_id);
      desk_stmt_bind_int (stmt, "today", look->tx->today);
      id = only (look, stmt);
    }
  if (id != 0 || look->failed)
    return id;
  stmt = desk_db_get (desk_tx_db (look->tx), DESK_SQL_PERSON_BY_NAME);
  desk_stmt_bind_text (stmt, "name", name);
  return only (look, stmt);
}

/* A phone that a family shares is nobody's alone. */
static gint64
find_phone (gpointer data, const char *digits, char **name)
{
  Look *look = data;
  g_autoptr (DeskRecord) person = NULL;
  DeskStmt *stmt;
  gint64 id;

  if (look->failed)
    return 0;
  stmt = desk_db_get (desk_tx_db (look->tx), DESK_SQL_PERSON_BY_PHONE);
  desk_stmt_bind_text (stmt, "key", digits);
  id = only (look, stmt);
  person = id != 0 ? desk_tx_get (look->tx, DESK_KIND_PERSON, id, NULL) : NULL;
  if (person == NULL)
    return 0;
  *name = g_strdup (((DeskPerson *) person)->name);
  return id;
}

/* Categories that a line can mean: in use, and no groups. */
static DeskQuickCategory *
categories_of (GPtrArray *records, DeskDay today, guint *n)
{
  DeskQuickCategory *categories = g_new0 (DeskQuickCategory, records->len + 1);

  *n = 0;
  for (guint i = 0; i < records->len; i++)
    {
      const DeskCategory *c = records->pdata[i];

      if (c->parent_id != 0 && (c->retired_on == 0 || c->retired_on > today))
        categories[(*n)++] = (DeskQuickCategory){ c->record.id, c->case_kind, c->urgency, c->words };
    }
  return categories;
}

static gboolean
parse (DeskTx *tx, const DeskLineInput *in, DeskLineResult *out, GError **error)
{
  g_autoptr (GPtrArray) records
      = desk_read_records (tx, DESK_KIND_CATEGORY, desk_db_get (desk_tx_db (tx), DESK_SQL_CATEGORY_IDS), error);
  g_autofree DeskQuickCategory *categories = NULL;
  Look look = { tx, error, FALSE };
  DeskQuickLookup lookup = { .data = &look, .find_unit = find_unit, .find_person = find_person,
                             .find_phone = find_phone, .now = tx->now, .zone = tx->service->zone };

  if (records == NULL)
    return FALSE;
  categories = categories_of (records, tx->today, &lookup.n_categories);
  lookup.categories = categories;
  out->entry = desk_quick_entry_parse (in->line != NULL ? in->line : "", &lookup);
  return !look.failed;
}

/* What was corrected by hand stands above what the line says. */
static void
correct (DeskQuickEntry *entry, const DeskLineInput *in)
{
  const struct
  {
    gint64 from;
    gint64 *to;
    DeskQuickPart part;
  } parts[] = {
    { in->unit_id, &entry->unit_id, DESK_QUICK_UNIT },          { in->person_id, &entry->person_id, DESK_QUICK_PERSON },
    { in->kind, &entry->kind, DESK_QUICK_KIND },                { in->category_id, &entry->category_id, DESK_QUICK_CATEGORY },
    { in->urgency, &entry->urgency, DESK_QUICK_URGENCY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].from != 0)
      {
        gboolean nobody = parts[i].from == DESK_LINE_NOBODY;

        *parts[i].to = nobody ? 0 : parts[i].from;
        entry->tokens[parts[i].part].surety = nobody ? DESK_QUICK_NONE : DESK_QUICK_FOUND;
      }
}

static gboolean
name_parts (DeskTx *tx, DeskQuickEntry *entry, GError **error)
{
  if (entry->unit_id != 0)
    {
      g_autoptr (DeskRecord) unit = desk_tx_get (tx, DESK_KIND_UNIT, entry->unit_id, error);

      if (unit == NULL)
        return FALSE;
      desk_text_set (&entry->unit_label, ((DeskUnit *) unit)->label);
    }
  if (entry->person_id != 0)
    {
      g_autoptr (DeskRecord) person = desk_tx_get (tx, DESK_KIND_PERSON, entry->person_id, error);

      if (person == NULL)
        return FALSE;
      desk_text_set (&entry->person_name, ((DeskPerson *) person)->name);
    }
  return TRUE;
}

/* The one unit of somebody who is known; whoever lives first in a unit that is known. */
static gboolean
guess (DeskTx *tx, const DeskLineInput *in, DeskLineResult *out, GError **error)
{
  DeskQuickEntry *entry = out->entry;

  if (entry->unit_id == 0 && entry->person_id != 0 && in->unit_id != DESK_LINE_NOBODY)
    {
      Look look = { tx, error, FALSE };
      DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_UNITS_OF_PERSON);

      desk_stmt_bind_int (stmt, "person_id", entry->person_id);
      desk_stmt_bind_int (stmt, "day", tx->today);
      entry->unit_id = only (&look, stmt);
      if (look.failed)
        return FALSE;
      if (entry->unit_id != 0)
        entry->tokens[DESK_QUICK_UNIT].surety = DESK_QUICK_GUESSED;
    }
  out->occupants = desk_read_occupants (tx, DESK_PAGE_UNIT_OCCUPANCIES, entry->unit_id, tx->today, error);
  if (out->occupants == NULL)
    return FALSE;
  for (guint i = 0; i < out->occupants->len && entry->person_id == 0 && entry->person_name == NULL && entry->phone == NULL
                    && in->person_id != DESK_LINE_NOBODY;
       i++)
    {
      const DeskOccupant *occupant = out->occupants->pdata[i];

      if (!occupant->current)
        continue;
      entry->person_id = occupant->occupancy->person_id;
      entry->tokens[DESK_QUICK_PERSON].surety = DESK_QUICK_GUESSED;
    }
  return name_parts (tx, entry, error);
}

/* The last entries of the unit; where it is not known, of the person, else of the phone. */
static DeskStmt *
visits_of (DeskDb *db, const DeskQuickEntry *entry)
{
  DeskStmt *stmt;

  if (entry->unit_id == 0 && entry->person_id != 0)
    {
      stmt = desk_db_get (db, DESK_SQL_LAST_VISITS_OF_PERSON);
      desk_stmt_bind_int (stmt, "person_id", entry->person_id);
    }
  else if (entry->unit_id == 0 && entry->phone != NULL)
    {
      stmt = desk_db_get (db, DESK_SQL_VISITS_OF_PHONE);
      desk_stmt_bind_text (stmt, "phone", entry->phone);
    }
  else
    {
      stmt = desk_db_get (db, DESK_SQL_VISITS_OF_UNIT);
      desk_stmt_bind_int (stmt, "unit_id", entry->unit_id);
    }
  return stmt;
}

/* Those that run and reach the unit. */
static GPtrArray *
read_outages (DeskTx *tx, gint64 unit_id, GError **error)
{
  g_autoptr (DeskRecord) unit = NULL;

  if (unit_id == 0)
    return g_ptr_array_new_with_free_func (desk_outage_card_free);
  unit = desk_tx_get (tx, DESK_KIND_UNIT, unit_id, error);
  return unit != NULL ? desk_read_outages (tx, ((DeskUnit *) unit)->building_id, TRUE, error) : NULL;
}

static gboolean
read_around (DeskTx *tx, DeskLineResult *out, const DeskCategory *category, GError **error)
{
  DeskDb *db = desk_tx_db (tx);
  gint64 unit_id = out->entry->unit_id;
  DeskStmt *stmt;

  out->care_flags = desk_store_page (db, DESK_PAGE_CARE_FLAGS, unit_id, tx->today, error);
  if (out->care_flags != NULL)
    out->instructions = desk_store_page (db, DESK_PAGE_INSTRUCTIONS, unit_id, tx->today, error);
  if (out->instructions == NULL)
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_CASES_OF_UNIT_LIVE);
  desk_stmt_bind_int (stmt, "unit_id", unit_id);
  out->cases = desk_read_briefs (tx, stmt, error);
  stmt = visits_of (db, out->entry);
  desk_stmt_bind_int (stmt, "limit", MAX_VISITS);
  out->visits = out->cases != NULL ? desk_read_records (tx, DESK_KIND_VISIT, stmt, error) : NULL;
  if (out->visits == NULL)
    return FALSE;
  for (guint i = 0; i < out->visits->len; i++)
    desk_read_mask (out->visits->pdata[i]);
  out->outages = read_outages (tx, unit_id, error);
  if (out->outages == NULL)
    return FALSE;
  out->same = desk_read_same_cases (tx, unit_id, category, tx->now, 0, &out->same_days, error);
  out->near = out->same != NULL ? desk_read_near (tx, unit_id, category, tx->now, 0, NULL, error) : NULL;
  out->loads = out->near != NULL ? desk_read_loads (tx, category, error) : NULL;
  return out->loads != NULL && desk_read_warranty (tx, unit_id, category, tx->today, &out->warranty, error);
}

/* Until when it would be due, were it opened now. */
static gboolean
read_due (DeskTx *tx, DeskLineResult *out, GError **error)
{
  gboolean complaint = out->entry->kind == DESK_VISIT_COMPLAINT;
  g_autoptr (DeskRecord) record = NULL;
  DeskCase *c;
  DeskClockPlan plan;

  if (!complaint && out->entry->kind != DESK_VISIT_REPAIR)
    return TRUE;
  record = desk_record_new (DESK_KIND_SERVICE_CASE);
  c = (DeskCase *) record;
  c->kind = complaint ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
  c->category_id = out->entry->category_id;
  c->urgency = out->entry->urgency;
  if (!desk_case_set_category (tx, c, error) || !desk_case_get_plan (tx->service, c, &plan, error))
    return FALSE;
  if (plan.response_minutes > 0)
    out->response_due = desk_worktime_after (plan.response, tx->now, plan.response_minutes * 60);
  out->completion_due = desk_clock_plan_due (&plan, tx->now);
  return TRUE;
}

gboolean
desk_body_read_line (DeskTx *tx, const DeskLineInput *in, DeskLineResult *out, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  DeskCategory *category = NULL;
  gboolean done;

  if (!parse (tx, in, out, error))
    return FALSE;
  correct (out->entry, in);
  /* A category of the other kind that was only guessed does not stand against a kind that was said. */
  if (!desk_read_category (tx, out->entry->category_id, &category, &out->group, &out->category, error))
    return FALSE;
  record = (DeskRecord *) category;
  if (category != NULL && (category->case_kind == DESK_CASE_COMPLAINT) != (out->entry->kind == DESK_VISIT_COMPLAINT))
    {
      out->entry->category_id = 0;
      g_clear_pointer (&out->group, g_free);
      g_clear_pointer (&out->category, g_free);
      category = NULL;
    }
  done = guess (tx, in, out, error) && read_around (tx, out, category, error) && read_due (tx, out, error);
  if (done && category != NULL)
    {
      out->script = g_strdup (category->script);
      out->price_from = category->price_from;
      out->price_to = category->price_to;
    }
  return done;
}
