/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-play.h"

#include "desk-service-private.h"
#include "desk-tx.h"

/*
 * The quick way: everything as it stands today, one act with one trail row (count and digest) for each building, its
 * people and what they have. Spaces and shops come first, because buildings' households lease and own them; who is
 * only there through them comes last. The plan's records are used up: references turn into the store's ids.
 */
typedef struct
{
  DeskDemoStage *stage;
  DeskDemoPlan *plan;
  GPtrArray **buckets; /* records of one act, in the order they can be inserted */
  guint n_buckets;     /* 0 spaces and shops, then each building, then the rest */
  gint64 *ids[DESK_N_KINDS]; /* by place - 1 */
  guint *homes;        /* bucket of each person */
} Pour;

/* The field through which a record hangs on a unit or person. */
static gint64
place_of (const DeskRecord *record, const char *name)
{
  const DeskFieldSpec *field = desk_record_find_field (record->kind, name);

  return field != NULL ? desk_record_get_int (record, field) : 0;
}

static guint
bucket_of_unit (Pour *pour, gint64 unit)
{
  gint64 building = desk_demo_plan_unit (pour->plan, unit)->building_id;

  return building == 0 ? pour->n_buckets - 1 : (guint) building;
}

/* A person belongs to the first building he is in. */
static void
find_homes (Pour *pour)
{
  pour->homes = g_new (guint, pour->plan->people->len);
  for (guint i = 0; i < pour->plan->people->len; i++)
    pour->homes[i] = pour->n_buckets - 1;
  for (guint i = 0; i < pour->plan->occupancies->len; i++)
    {
      const DeskOccupancy *row = pour->plan->occupancies->pdata[i];
      guint bucket = bucket_of_unit (pour, row->unit_id);

      if (bucket < pour->homes[row->person_id - 1])
        pour->homes[row->person_id - 1] = bucket;
    }
}

static void
sort_rows (Pour *pour, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DeskRecord *row = rows->pdata[i];
      gint64 unit = place_of (row, "unit_id"), person = place_of (row, "person_id");
      guint bucket = unit != 0 ? bucket_of_unit (pour, unit) : 0;

      /* Nobody is referred to before he is there. */
      if (person != 0)
        bucket = MAX (bucket, pour->homes[person - 1]);
      g_ptr_array_add (pour->buckets[bucket], rows->pdata[i]);
    }
}

static void
sort_ground (Pour *pour)
{
  DeskDemoPlan *plan = pour->plan;

  for (guint i = 0; i < plan->sites->len; i++)
    g_ptr_array_add (pour->buckets[i + 1], ((DeskDemoSite *) plan->sites->pdata[i])->building);
  for (guint i = 0; i < plan->entrances->len; i++)
    g_ptr_array_add (pour->buckets[((DeskEntrance *) plan->entrances->pdata[i])->building_id],
                     plan->entrances->pdata[i]);
  for (guint i = 0; i < plan->units->len; i++)
    g_ptr_array_add (pour->buckets[((DeskUnit *) plan->units->pdata[i])->building_id], plan->units->pdata[i]);
  for (guint i = 0; i < plan->states->len; i++)
    {
      DeskUnitState *state = plan->states->pdata[i];

      state->staff_id = 0;
      g_ptr_array_add (pour->buckets[desk_demo_plan_unit (plan, state->unit_id)->building_id], state);
    }
  for (guint i = 0; i < plan->people->len; i++)
    g_ptr_array_add (pour->buckets[pour->homes[i]], plan->people->pdata[i]);
}

static void
fill_buckets (Pour *pour)
{
  DeskDemoPlan *plan = pour->plan;

  pour->n_buckets = plan->sites->len + 2;
  pour->buckets = g_new0 (GPtrArray *, pour->n_buckets);
  for (guint i = 0; i < pour->n_buckets; i++)
    pour->buckets[i] = g_ptr_array_new ();
  find_homes (pour);
  sort_ground (pour);
  sort_rows (pour, plan->phones);
  sort_rows (pour, plan->documents);
  sort_rows (pour, plan->occupancies);
  sort_rows (pour, plan->vehicles);
  sort_rows (pour, plan->leases);
  sort_rows (pour, plan->cares);
  sort_rows (pour, plan->instructions);
  pour->ids[DESK_KIND_COMMUNITY] = g_new0 (gint64, 1);
  pour->ids[DESK_KIND_BUILDING] = g_new0 (gint64, plan->sites->len);
  pour->ids[DESK_KIND_ENTRANCE] = g_new0 (gint64, plan->entrances->len + 1);
  pour->ids[DESK_KIND_UNIT] = g_new0 (gint64, plan->units->len);
  pour->ids[DESK_KIND_PERSON] = g_new0 (gint64, plan->people->len);
}

/* Turns the places of @record's references into ids and inserts it. */
static gboolean
pour_record (Pour *pour, DeskTx *tx, DeskRecord *record, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  gint64 place = record->id;

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 target = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (target != 0)
        desk_record_set_int (record, field, pour->ids[field->ref][target - 1]);
    }
  record->id = record->version = 0;
  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  if (pour->ids[record->kind] != NULL)
    pour->ids[record->kind][place - 1] = record->id;
  return TRUE;
}

static gboolean
pour_all (Pour *pour, DeskTx *tx, GPtrArray *records, GError **error)
{
  DeskRecord *first = records->pdata[0];
  DeskKind kind = first->kind;

  tx->act = (DeskAct){ .at = tx->now,
                       .staff_id = tx->actor->staff_id,
                       .use_case = g_strdup (desk_use_case_nick (tx->use_case)) };
  if (!desk_store_add_act (desk_tx_db (tx), &tx->act, NULL, error))
    return FALSE;
  desk_tx_begin_batch (tx);
  for (guint i = 0; i < records->len; i++)
    if (!pour_record (pour, tx, records->pdata[i], error))
      return FALSE;
  desk_tx_about (tx, kind, first->id);
  return desk_tx_end_batch (tx, kind, first->id, error)
         && desk_store_set_act_record (desk_tx_db (tx), tx->act.id, kind, first->id, error);
}

static gboolean
pour_bucket (Pour *pour, GPtrArray *records, GError **error)
{
  DeskService *service = pour->stage->service;
  g_autoptr (DeskChangeSet) changes = desk_change_set_new ();
  DeskTx tx = { .service = service,
                .use_case = DESK_USE_CASE_MAKE_BUILDING,
                .actor = pour->stage->actor,
                .level = DESK_LEVEL_ALL,
                .now = desk_service_now (service),
                .today = desk_service_today (service),
                .changes = changes };
  gboolean ok = records->len == 0 || pour_all (pour, &tx, records, error);

  desk_act_clear (&tx.act);
  g_clear_pointer (&tx.batch_sum, g_checksum_free);
  return ok;
}

static gboolean
pour_community (Pour *pour, GError **error)
{
  DeskCommunity *community = pour->plan->community;
  DeskRecordInput in = { .record = &community->record };
  DeskSaved out = { 0 };
  gboolean ok;

  community->record.id = community->record.version = 0;
  ok = desk_save_community (pour->stage->service, pour->stage->actor, &in, &out, error);
  pour->ids[DESK_KIND_COMMUNITY][0] = out.id;
  desk_saved_clear (&out);
  return ok;
}

static void
pour_clear (Pour *pour)
{
  for (guint i = 0; i < pour->n_buckets; i++)
    g_ptr_array_unref (pour->buckets[i]);
  g_free (pour->buckets);
  g_free (pour->homes);
  for (guint i = 0; i < DESK_N_KINDS; i++)
    g_free (pour->ids[i]);
}

gboolean
desk_demo_pour (DeskDemoStage *stage, GError **error)
{
  Pour pour = { .stage = stage, .plan = stage->plan };
  gboolean ok;

  desk_clock_set (stage->clock, desk_day_start (stage->plan->today, desk_service_zone (stage->service)));
  fill_buckets (&pour);
  ok = pour_community (&pour, error);
  for (guint i = 0; ok && i < pour.n_buckets; i++)
    ok = desk_demo_go_on (stage, i, pour.n_buckets, error) && pour_bucket (&pour, pour.buckets[i], error);
  ok = ok && desk_demo_go_on (stage, pour.n_buckets, pour.n_buckets, error);
  pour_clear (&pour);
  return ok;
}
