/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-case.h"

#include "desk-case-book.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Six weeks at the desk. Everything is drawn before it is played, so that what people do to several cases on one day
 * comes in the order of the clock; between it the register goes on, so who lives where is read when it is needed. */

#define N_DAYS 42
#define OPENING (8 * 60 + 30)
#define MINUTE 60
#define ANY_HOUSEHOLD (1 << 20) /* drawn from, before it is known how many there are */

typedef enum
{
  WORKER_DESK,
  WORKER_DESK2,
  WORKER_KEEPER,
  WORKER_FIX,
  WORKER_FIX2,
  WORKER_FIX3,
  WORKER_LEAD,
  N_WORKERS
} Worker;

static const struct
{
  const char *login;
  const char *name;
  gint64 roles;
} workers[N_WORKERS] = {
  { "wangli", "王丽", 1 << DESK_STAFF_ROLE_DESK },         { "chenxiao", "陈晓", 1 << DESK_STAFF_ROLE_DESK },
  { "liumin", "刘敏", 1 << DESK_STAFF_ROLE_HOUSEKEEPER },  { "zhaoqiang", "赵强", 1 << DESK_STAFF_ROLE_TECHNICIAN },
  { "majun", "马军", 1 << DESK_STAFF_ROLE_TECHNICIAN },    { "qianwei", "钱伟", 1 << DESK_STAFF_ROLE_TECHNICIAN },
  { "sunjian", "孙建", 1 << DESK_STAFF_ROLE_SUPERVISOR },
};

/* What happens to an entry, one after the other. */
typedef enum
{
  STEP_LOG,
  STEP_CLOSE_ENTRY,
  STEP_ASSIGN,
  STEP_ACCEPT,
  STEP_START,
  STEP_WAIT,
  STEP_RESUME,
  STEP_HURRY,
  STEP_FINISH,
  STEP_CLOSE,
} Step;

typedef struct
{
  const DeskDemoLine *line;
  DeskTarget target;
  guint household;
  gint64 channel;
  gboolean urgent;
  Worker desk;
  Worker fixer;
  gint64 visit_id; /* once it is logged */
  gint64 case_id;
} Entry;

typedef struct
{
  gint64 at;
  guint seq;
  Step step;
  guint entry;
} Act;

struct _DeskDemoCases
{
  DeskDemoStage *stage;
  DeskDemoRandom random;
  GArray *units;  /* gint64, of households */
  GArray *people; /* gint64, in step with units */
  gboolean stale; /* the register went on since they were read */
  GArray *entries;
  GArray *acts;
  DeskActor *actors[N_WORKERS];
  GHashTable *categories; /* name → id; NULL before the first day */
  gint64 begin;
  gint64 end; /* nothing happens after it */
  guint next; /* of acts */
};

typedef DeskDemoCases Desk;

static gboolean
run (Desk *self, Worker worker, DeskUseCase use_case, gpointer in, gint64 *id, GError **error)
{
  DeskSaved out = { 0 };
  gboolean done = desk_use_case_run (self->stage->service, use_case, self->actors[worker], in, &out, error);

  if (id != NULL)
    *id = out.id;
  desk_saved_clear (&out);
  desk_use_case_free_input (use_case, in);
  return done;
}

static gboolean
hire (Desk *self, GError **error)
{
  for (int i = 0; i < N_WORKERS; i++)
    {
      DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) workers[i].login,
                          .name = (char *) workers[i].name, .roles = workers[i].roles };
      DeskStmt *stmt = desk_db_get (self->stage->service->db, DESK_SQL_STAFF_BY_LOGIN);
      gint64 id = 0;
      gboolean found;

      desk_stmt_bind_text (stmt, "login", staff.login);
      if (!desk_store_read_int (stmt, &id, &found, error))
        return FALSE;
      self->actors[i] = desk_actor_copy (self->stage->actor);
      if (!found && !run (self, (Worker) i, DESK_USE_CASE_SAVE_STAFF, desk_staff_input_new (NULL, &staff), &id, error))
        return FALSE;
      desk_actor_free (self->actors[i]);
      self->actors[i] = desk_actor_new (id, staff.name, staff.roles, NULL, 0);
    }
  return TRUE;
}

static gboolean
read_households (Desk *self, GError **error)
{
  DeskStmt *stmt = desk_db_get (self->stage->service->db, DESK_SQL_DEMO_HOUSEHOLDS);
  DeskStep step;

  g_array_set_size (self->units, 0);
  g_array_set_size (self->people, 0);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 unit = desk_stmt_int (stmt, 0), person = desk_stmt_int (stmt, 1);

      g_array_append_val (self->units, unit);
      g_array_append_val (self->people, person);
    }
  self->stale = FALSE;
  return step == DESK_STEP_DONE;
}

static gboolean
read_categories (Desk *self, GError **error)
{
  DeskStmt *stmt = desk_db_get (self->stage->service->db, DESK_SQL_DEMO_CATEGORIES);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 *id = g_new (gint64, 1);

      *id = desk_stmt_int (stmt, 0);
      g_hash_table_insert (self->categories, g_strdup (desk_stmt_text (stmt, 1)), id);
    }
  return step == DESK_STEP_DONE;
}

static void
plan_act (Desk *self, gint64 at, Step step)
{
  Act act = { at, self->acts->len, step, self->entries->len - 1 };

  if (at < self->end)
    g_array_append_val (self->acts, act);
}

/* The way of a case: quick or slow, waiting or not; some are still under way when the day ends. */
static void
plan_case (Desk *self, gint64 at, gboolean urgent)
{
  DeskDemoRandom *random = &self->random;
  gboolean slow = desk_demo_chance (random, 12);

  at += desk_demo_between (random, 2, 20) * MINUTE;
  plan_act (self, at, STEP_ASSIGN);
  if (desk_demo_chance (random, 4))
    return;
  at += desk_demo_between (random, 3, slow ? 180 : 35) * MINUTE;
  plan_act (self, at, STEP_ACCEPT);
  at += desk_demo_between (random, 10, urgent ? 40 : 240) * MINUTE;
  plan_act (self, at, STEP_START);
  if (desk_demo_chance (random, 15))
    {
      plan_act (self, at + 20 * MINUTE, STEP_WAIT);
      at += desk_demo_between (random, 4, 60) * 60 * MINUTE;
      plan_act (self, at, STEP_RESUME);
    }
  if (slow)
    {
      plan_act (self, at + 90 * MINUTE, STEP_HURRY);
      at += desk_demo_between (random, 600, 3000) * MINUTE;
    }
  at += desk_demo_between (random, 15, 150) * MINUTE;
  plan_act (self, at, STEP_FINISH);
  plan_act (self, at + 20 * MINUTE, STEP_CLOSE_ENTRY); /* whoever took it says so and sums up */
  plan_act (self, at + 26 * 60 * MINUTE, STEP_CLOSE);
}

static void
plan_entry (Desk *self, gint64 at, DeskTarget target)
{
  DeskDemoRandom *random = &self->random;
  gboolean repair = target == DESK_TARGET_REPAIR, complaint = target == DESK_TARGET_COMPLAINT;
  guint n = repair ? desk_demo_n_repairs : complaint ? desk_demo_n_complaints : desk_demo_n_enquiries;
  const DeskDemoLine *lines = repair ? desk_demo_repairs : complaint ? desk_demo_complaints : desk_demo_enquiries;
  Entry entry = { .line = &lines[desk_demo_below (random, n)], .target = target };

  entry.household = desk_demo_below (random, ANY_HOUSEHOLD);
  entry.channel = (gint64[]){ DESK_CHANNEL_WALK_IN, DESK_CHANNEL_PHONE, DESK_CHANNEL_PHONE, DESK_CHANNEL_MESSAGE }[desk_demo_below (random, 4)];
  entry.urgent = repair && desk_demo_chance (random, 10);
  entry.desk = desk_demo_chance (random, 60) ? WORKER_DESK : WORKER_DESK2;
  entry.fixer = complaint ? WORKER_KEEPER : WORKER_FIX + desk_demo_below (random, 3);
  g_array_append_val (self->entries, entry);
  plan_act (self, at, STEP_LOG);
  if (target != DESK_TARGET_NONE)
    plan_case (self, at, entry.urgent);
  else if (desk_demo_chance (random, 92))
    plan_act (self, at + desk_demo_between (random, 1, 12) * MINUTE, STEP_CLOSE_ENTRY);
  else /* asked for elsewhere first */
    plan_act (self, at + 30 * 60 * MINUTE, STEP_CLOSE_ENTRY);
}

static void
plan_days (Desk *self, DeskDay today, GTimeZone *zone)
{
  for (int ago = N_DAYS; ago >= 1; ago--)
    {
      gint64 begin = desk_day_start (desk_day_add (today, -ago), zone) + OPENING * MINUTE;
      int n = desk_demo_between (&self->random, 9, 18);

      for (int i = 0; i < n; i++)
        {
          guint dice = desk_demo_below (&self->random, 100);

          plan_entry (self, begin + desk_demo_between (&self->random, 0, 9 * 60) * MINUTE,
                      dice < 34 ? DESK_TARGET_REPAIR : dice < 42 ? DESK_TARGET_COMPLAINT : DESK_TARGET_NONE);
        }
    }
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Act *x = a, *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return (x->seq > y->seq) - (x->seq < y->seq);
}

/* @place: (out): of a household that is there today, in units and people. */
static gboolean
find_household (Desk *self, const Entry *entry, guint *place, GError **error)
{
  if (self->stale && !read_households (self, error))
    return FALSE;
  *place = self->units->len > 0 ? entry->household % self->units->len : 0;
  return TRUE;
}

static gboolean
log_entry (Desk *self, Entry *entry, guint household, GError **error)
{
  const gint64 *category = g_hash_table_lookup (self->categories, entry->line->category);
  DeskCase service_case = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .category_id = category != NULL ? *category : 0,
                            .urgency = entry->urgent ? DESK_URGENCY_URGENT : 0 };
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = entry->channel,
                      .kind = entry->target == DESK_TARGET_REPAIR      ? DESK_VISIT_REPAIR
                              : entry->target == DESK_TARGET_COMPLAINT ? DESK_VISIT_COMPLAINT
                                                                       : DESK_VISIT_ENQUIRY,
                      .unit_id = g_array_index (self->units, gint64, household),
                      .person_id = g_array_index (self->people, gint64, household),
                      .about = (char *) entry->line->about };
  g_autoptr (DeskRecord) stored = NULL;

  if (!run (self, entry->desk, DESK_USE_CASE_LOG_VISIT,
            desk_visit_input_new (NULL, &visit, entry->target, &service_case, NULL), &entry->visit_id, error))
    return FALSE;
  stored = desk_store_get (self->stage->service->db, DESK_KIND_VISIT, entry->visit_id, error);
  entry->case_id = stored != NULL ? ((DeskVisit *) stored)->link_id : 0;
  return stored != NULL;
}

static gboolean
move (Desk *self, Worker worker, DeskUseCase use_case, const Entry *entry, DeskMove name, GError **error)
{
  DeskMoveInput *in = desk_move_input_new (NULL, entry->case_id, 0, name,
                                           name == DESK_MOVE_FINISH ? entry->line->answer : NULL);

  if (name == DESK_MOVE_ASSIGN)
    in->assignee_id = self->actors[entry->fixer]->staff_id;
  in->contacted = name == DESK_MOVE_ACCEPT;
  in->wait_reason = name == DESK_MOVE_WAIT ? 1 + entry->household % 4 : 0;
  return run (self, worker, use_case, in, NULL, error);
}

/* A complaint above the ordinary is answered in writing first. */
static gboolean
close_case (Desk *self, const Entry *entry, GError **error)
{
  g_autoptr (DeskRecord) record = desk_store_get (self->stage->service->db, DESK_KIND_SERVICE_CASE, entry->case_id, error);
  const DeskCase *c = (DeskCase *) record;

  if (record == NULL)
    return FALSE;
  if (c->kind == DESK_CASE_COMPLAINT && c->severity > DESK_SEVERITY_ORDINARY
      && !run (self, WORKER_LEAD, DESK_USE_CASE_SIGN_STAGE,
               desk_stage_input_new (NULL, entry->case_id, DESK_STAGE_ANSWER, 0, entry->line->answer), NULL, error))
    return FALSE;
  return move (self, WORKER_LEAD, DESK_USE_CASE_INSPECT_CASE, entry, DESK_MOVE_CLOSE, error);
}

static gboolean
play (Desk *self, const Act *act, GError **error)
{
  Entry *entry = &g_array_index (self->entries, Entry, act->entry);
  guint household = 0;

  desk_clock_set (self->stage->clock, act->at);
  switch (act->step)
    {
    case STEP_LOG:
      return find_household (self, entry, &household, error) && log_entry (self, entry, household, error);
    case STEP_CLOSE_ENTRY:
      return run (self, entry->desk, DESK_USE_CASE_STEP_VISIT,
                  desk_visit_step_input_new (NULL, entry->visit_id, 0, DESK_VISIT_STEP_CLOSE, 0, entry->line->answer), NULL, error);
    case STEP_ASSIGN:
      return move (self, entry->desk, DESK_USE_CASE_ASSIGN_CASE, entry, DESK_MOVE_ASSIGN, error);
    case STEP_ACCEPT:
      return move (self, entry->fixer, DESK_USE_CASE_WORK_CASE, entry, DESK_MOVE_ACCEPT, error);
    case STEP_START:
      return move (self, entry->fixer, DESK_USE_CASE_WORK_CASE, entry, DESK_MOVE_START, error);
    case STEP_WAIT:
      return move (self, entry->fixer, DESK_USE_CASE_WORK_CASE, entry, DESK_MOVE_WAIT, error);
    case STEP_RESUME:
      return move (self, entry->fixer, DESK_USE_CASE_WORK_CASE, entry, DESK_MOVE_RESUME, error);
    case STEP_HURRY:
      return run (self, entry->desk, DESK_USE_CASE_HURRY_CASE,
                  desk_case_note_input_new (NULL, entry->case_id, DESK_CASE_EVENT_HURRY, "来电催，已转告"), NULL, error);
    case STEP_FINISH:
      return move (self, entry->fixer, DESK_USE_CASE_WORK_CASE, entry, DESK_MOVE_FINISH, error);
    case STEP_CLOSE:
      return close_case (self, entry, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * desk_demo_cases_new:
 * @stage: whose register is being played
 *
 * Returns: (transfer full): the last six weeks at the desk up to the morning of the plan's today, not begun
 */
DeskDemoCases *
desk_demo_cases_new (DeskDemoStage *stage)
{
  GTimeZone *zone = desk_service_zone (stage->service);
  Desk *self = g_new0 (Desk, 1);

  self->stage = stage;
  self->random = desk_demo_random_fork (&stage->plan->random, 0x6465736b);
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->acts = g_array_new (FALSE, FALSE, sizeof (Act));
  self->begin = desk_day_start (desk_day_add (stage->plan->today, -N_DAYS), zone) + OPENING * MINUTE;
  self->end = desk_day_start (stage->plan->today, zone);
  return self;
}

void
desk_demo_cases_free (DeskDemoCases *self)
{
  g_array_unref (self->units);
  g_array_unref (self->people);
  g_array_unref (self->entries);
  g_array_unref (self->acts);
  g_clear_pointer (&self->categories, g_hash_table_unref);
  for (int i = 0; i < N_WORKERS; i++)
    g_clear_pointer (&self->actors[i], desk_actor_free);
  g_free (self);
}

/* Who works there is entered on the morning of the first day, before anybody comes. */
static gboolean
open_desk (Desk *self, GError **error)
{
  self->categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  desk_clock_set (self->stage->clock, self->begin);
  if (!hire (self, error) || !read_households (self, error) || !read_categories (self, error))
    return FALSE;
  if (self->units->len > 0)
    plan_days (self, self->stage->plan->today, desk_service_zone (self->stage->service));
  g_array_sort (self->acts, by_time);
  return TRUE;
}

/**
 * desk_demo_cases_play_until:
 * @at: Unix seconds
 *
 * Plays through the use cases what happens at the desk before @at. Called between the events of the register, so that
 * the store's trail goes forward.
 */
gboolean
desk_demo_cases_play_until (DeskDemoCases *self, gint64 at, GError **error)
{
  gboolean done = TRUE;

  if (at <= self->begin)
    return TRUE;
  if (self->categories == NULL && !open_desk (self, error))
    return FALSE;
  self->stale = TRUE;
  while (done && self->next < self->acts->len && g_array_index (self->acts, Act, self->next).at < at)
    done = play (self, &g_array_index (self->acts, Act, self->next++), error);
  return done;
}
