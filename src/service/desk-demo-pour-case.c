/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-pour-case.h"

#include "desk-case-book.h"
#include "desk-demo-case.h"
#include "desk-demo-random.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

/* Years of a city's desk, as they stand today: what was said and done long ago has no course any more, what is open has
 * begun. One batch a month and kind. */

#define MONTHS 36
#define LIVE_DAYS 3
#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  gint64 unit_id, person_id;
} Household;

typedef struct
{
  DeskDemoStage *stage;
  DeskDemoRandom random;
  GArray *households;    /* Household */
  GHashTable *categories; /* name → gint64 */
  gint64 now;
} Years;

static gboolean
read_ground (Years *years, GError **error)
{
  DeskDb *db = years->stage->service->db;
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_DEMO_HOUSEHOLDS);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      Household household = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1) };

      g_array_append_val (years->households, household);
    }
  if (step != DESK_STEP_DONE)
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_DEMO_CATEGORIES);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);

      g_hash_table_insert (years->categories, g_strdup (desk_stmt_text (stmt, 1)), g_memdup2 (&id, sizeof id));
    }
  return step == DESK_STEP_DONE;
}

/* A moment of a working day in the month that began @months ago, the latest first. */
static gint64
moment_of (Years *years, int months)
{
  gint64 day = years->now - months * 30 * DAY - desk_demo_below (&years->random, 30) * DAY;

  return MIN (day + 8 * 3600 + desk_demo_below (&years->random, 10 * 3600), years->now - 60);
}

static const Household *
anybody (Years *years)
{
  return &g_array_index (years->households, Household, desk_demo_below (&years->random, years->households->len));
}

static gboolean
add_visit (Years *years, DeskTx *tx, int months, gint64 *id, GError **error)
{
  const DeskDemoLine *line = &desk_demo_enquiries[desk_demo_below (&years->random, desk_demo_n_enquiries)];
  const Household *household = anybody (years);
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .at = moment_of (years, months), .staff_id = tx->actor->staff_id,
                      .owner_id = tx->actor->staff_id, .kind = DESK_VISIT_ENQUIRY, .unit_id = household->unit_id,
                      .person_id = household->person_id, .about = (char *) line->about, .summary = (char *) line->answer };

  visit.channel = desk_demo_between (&years->random, DESK_CHANNEL_WALK_IN, DESK_CHANNEL_ROUND);
  visit.closed_at = visit.at + 120;
  if (!desk_tx_insert (tx, &visit, error))
    return FALSE;
  *id = visit.record.id;
  return TRUE;
}

/* Few are still open: those of the last days. */
static void
set_state (Years *years, DeskTx *tx, DeskCase *c)
{
  static const DeskCaseState live[] = { DESK_CASE_NEW, DESK_CASE_ASSIGNED, DESK_CASE_ACCEPTED, DESK_CASE_WORKING };

  c->state = DESK_CASE_CLOSED;
  c->closed_at = MIN (c->opened_at + desk_demo_between (&years->random, 1, 40) * 3600, years->now);
  if (c->opened_at < years->now - LIVE_DAYS * DAY)
    return;
  c->closed_at = 0;
  c->result = NULL;
  c->state = live[desk_demo_below (&years->random, G_N_ELEMENTS (live))];
  c->assignee_id = c->state == DESK_CASE_NEW ? 0 : tx->actor->staff_id;
}

static gboolean
give_number (DeskTx *tx, DeskCase *c, char **number, GError **error)
{
  DeskDay day = desk_day_of_time (c->opened_at, desk_service_zone (tx->service));
  g_autofree char *counter = desk_case_counter ((DeskCaseKind) c->kind, day);
  gint64 count;

  if (!desk_store_next_number (desk_tx_db (tx), counter, &count, error))
    return FALSE;
  c->number = *number = desk_case_number ((DeskCaseKind) c->kind, day, count);
  return TRUE;
}

static gboolean
add_case (Years *years, DeskTx *tx, int months, gint64 *id, GError **error)
{
  gboolean complaint = desk_demo_chance (&years->random, 12);
  const DeskDemoLine *line = complaint ? &desk_demo_complaints[desk_demo_below (&years->random, desk_demo_n_complaints)]
                                       : &desk_demo_repairs[desk_demo_below (&years->random, desk_demo_n_repairs)];
  const gint64 *category = g_hash_table_lookup (years->categories, line->category);
  const Household *household = anybody (years);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = complaint ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR,
                 .category_id = category != NULL ? *category : 0, .unit_id = household->unit_id,
                 .person_id = household->person_id, .title = (char *) line->about, .detail = (char *) line->about,
                 .result = (char *) line->answer, .intake_id = tx->actor->staff_id, .owner_id = tx->actor->staff_id,
                 .opened_at = moment_of (years, months) };
  DeskCaseEvent opened = { .record = { .kind = DESK_KIND_CASE_EVENT }, .kind = DESK_CASE_EVENT_OPENED, .at = c.opened_at,
                           .to_state = DESK_CASE_NEW, .ticks = DESK_TICK_OPEN, .staff_id = tx->actor->staff_id };
  g_autofree char *number = NULL;

  set_state (years, tx, &c);
  if (!desk_case_set_category (tx, &c, error) || !give_number (tx, &c, &number, error) || !desk_tx_insert (tx, &c, error))
    return FALSE;
  *id = opened.case_id = c.record.id;
  return c.closed_at != 0 || desk_tx_insert (tx, &opened, error);
}

/* @n of a month's in one act. */
static gboolean
add_batch (Years *years, DeskTx *tx, DeskKind kind, int months, guint n, GError **error)
{
  gint64 first = 0, id = 0;

  tx->act = (DeskAct){ .at = tx->now, .staff_id = tx->actor->staff_id,
                       .use_case = g_strdup (desk_use_case_nick (tx->use_case)) };
  if (!desk_store_add_act (desk_tx_db (tx), &tx->act, NULL, error))
    return FALSE;
  desk_tx_begin_batch (tx);
  for (guint i = 0; i < n; i++)
    {
      if (!(kind == DESK_KIND_VISIT ? add_visit (years, tx, months, &id, error) : add_case (years, tx, months, &id, error)))
        return FALSE;
      first = first != 0 ? first : id;
    }
  desk_tx_about (tx, kind, first);
  return desk_tx_end_batch (tx, kind, first, error) && desk_store_set_act_record (desk_tx_db (tx), tx->act.id, kind, first, error);
}

static gboolean
pour_month (Years *years, DeskKind kind, int months, guint n, GError **error)
{
  DeskService *service = years->stage->service;
  g_autoptr (DeskChangeSet) changes = desk_change_set_new ();
  DeskTx tx = { .service = service, .use_case = kind == DESK_KIND_VISIT ? DESK_USE_CASE_LOG_VISIT : DESK_USE_CASE_OPEN_CASE,
                .actor = years->stage->actor, .level = DESK_LEVEL_ALL, .now = desk_service_now (service),
                .today = desk_service_today (service), .changes = changes };
  gboolean ok = add_batch (years, &tx, kind, months, n, error);

  desk_tx_clear (&tx);
  return ok;
}

gboolean
desk_demo_pour_cases (DeskDemoStage *stage, guint n_visits, guint n_cases, GError **error)
{
  Years years = { .stage = stage, .random = desk_demo_random_fork (&stage->plan->random, 0xCA5E5),
                  .households = g_array_new (FALSE, FALSE, sizeof (Household)),
                  .categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  gboolean ok;

  years.now = desk_service_now (stage->service);
  ok = read_ground (&years, error);
  for (int months = MONTHS - 1; ok && months >= 0 && years.households->len > 0; months--)
    ok = desk_demo_go_on (stage, (guint) (MONTHS - 1 - months), MONTHS, error)
         && pour_month (&years, DESK_KIND_VISIT, months, n_visits / MONTHS + (months == 0 ? n_visits % MONTHS : 0), error)
         && pour_month (&years, DESK_KIND_SERVICE_CASE, months, n_cases / MONTHS + (months == 0 ? n_cases % MONTHS : 0), error);
  g_array_unref (years.households);
  g_hash_table_unref (years.categories);
  return ok;
}
