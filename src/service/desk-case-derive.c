/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-figure-book.h"

#include "desk-complaint-book.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"

/* What follows from a case's course: due times, what the lists are ordered by, whose building it lies in. */

/* Calendars by id, as the store had them at @stamp. */
typedef struct
{
  gint64 stamp;
  guint64 run; /* in which the stamp was looked at */
  char *zone;
  GHashTable *worktimes; /* gint64 → DeskWorktime */
} Book;

static void
book_free (gpointer data)
{
  Book *self = data;

  g_hash_table_unref (self->worktimes);
  g_free (self->zone);
  g_free (self);
}

static gboolean
read_marks (DeskDb *db, GArray *marks, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_CALENDAR_DAYS);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskDayMark mark = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1) != 0 };

      g_array_append_val (marks, mark);
    }
  return step == DESK_STEP_DONE;
}

static DeskWorktime *
worktime_of (const DeskCalendar *calendar, GArray *marks, GTimeZone *zone)
{
  DeskWorktime *worktime = NULL;

  if (calendar->hours != NULL && *calendar->hours != '\0')
    worktime = desk_worktime_new (calendar->hours, (guint) calendar->weekdays, calendar->holidays != 0,
                                  (const DeskDayMark *) marks->data, marks->len, zone);
  return worktime != NULL ? worktime : desk_worktime_new_always ();
}

static gboolean
fill_book (DeskService *service, Book *book, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DeskDayMark));
  g_autoptr (GArray) ids = desk_store_read_ids (desk_db_get (service->db, DESK_SQL_CALENDAR_IDS), error);

  if (ids == NULL || !read_marks (service->db, marks, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) calendar = desk_store_get (service->db, DESK_KIND_CALENDAR, g_array_index (ids, gint64, i), error);
      gint64 *key;

      if (calendar == NULL)
        return FALSE;
      key = g_new (gint64, 1);
      *key = calendar->id;
      g_hash_table_insert (book->worktimes, key, worktime_of ((DeskCalendar *) calendar, marks, service->zone));
    }
  return TRUE;
}

/* The calendars as they stand; read anew where one of them or the zone changed. */
static Book *
open_book (DeskService *service, GError **error)
{
  Book *book = service->calendar_book;
  const char *zone = g_time_zone_get_identifier (service->zone);
  gint64 stamp = 0;
  gboolean found;

  if (book != NULL && book->run == service->n_runs)
    return book;
  if (!desk_store_read_int (desk_db_get (service->db, DESK_SQL_CALENDAR_STAMP), &stamp, &found, error))
    return NULL;
  if (book != NULL && book->stamp == stamp && g_strcmp0 (book->zone, zone) == 0)
    {
      book->run = service->n_runs;
      return book;
    }
  desk_service_forget_calendars (service);
  book = g_new0 (Book, 1);
  book->stamp = stamp;
  book->run = service->n_runs;
  book->zone = g_strdup (zone);
  book->worktimes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) desk_worktime_unref);
  if (!fill_book (service, book, error))
    {
      book_free (book);
      return NULL;
    }
  service->calendar_book = book;
  return book;
}

/* Drops what was read of the calendars. */
void
desk_service_forget_calendars (DeskService *service)
{
  g_clear_pointer (&service->calendar_book, book_free);
}

/* Returns: (transfer none) (nullable): the calendar's working time, until it changes; 0 and one that is gone never
 * close. NULL with a store error. */
const DeskWorktime *
desk_service_worktime (DeskService *service, gint64 calendar_id, GError **error)
{
  Book *book = open_book (service, error);
  DeskWorktime *worktime;

  if (book == NULL)
    return NULL;
  worktime = g_hash_table_lookup (book->worktimes, &calendar_id);
  if (worktime == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = calendar_id;
      worktime = desk_worktime_new_always ();
      g_hash_table_insert (book->worktimes, key, worktime);
    }
  return worktime;
}

/* Returns: the calendar called @nick; 0 where there is none, -1 with a store error. */
gint64
desk_service_calendar_id (DeskService *service, const char *nick, GError **error)
{
  DeskStmt *stmt = desk_db_get (service->db, DESK_SQL_CALENDAR_BY_NICK);
  gint64 id = 0;
  gboolean found;

  desk_stmt_bind_text (stmt, "nick", nick);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return -1;
  return found ? id : 0;
}

/* A setting that was written by an older or another hand and makes no sense counts as never set. */
gboolean
desk_case_warranty_terms (DeskService *service, DeskWarrantyTerms *terms, GError **error)
{
  const struct
  {
    DeskSettingCode code;
    gint64 *years; /* (nullable) */
    int *from, *to;
  } settings[] = {
    { DESK_SETTING_WARRANTY_STRUCTURE, &terms->structure_years, NULL, NULL },
    { DESK_SETTING_WARRANTY_WATERPROOF, &terms->waterproof_years, NULL, NULL },
    { DESK_SETTING_WARRANTY_FITTINGS, &terms->fittings_years, NULL, NULL },
    { DESK_SETTING_WARRANTY_SEASON, NULL, &terms->season_from, &terms->season_to },
    { DESK_SETTING_WARRANTY_COOLING, NULL, &terms->cooling_from, &terms->cooling_to },
  };

  *terms = (DeskWarrantyTerms) DESK_WARRANTY_TERMS_DEFAULT;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = desk_service_get_setting (service, desk_setting_name (settings[i].code), error);

      if (value == NULL)
        return FALSE;
      if (settings[i].years != NULL)
        desk_warranty_years_parse (value, settings[i].years);
      else
        desk_warranty_season_parse (value, settings[i].from, settings[i].to);
    }
  return TRUE;
}

gboolean
desk_case_same_days (DeskService *service, gint64 *days, GError **error)
{
  g_autofree char *value = desk_service_get_setting (service, desk_setting_name (DESK_SETTING_SAME_DAYS), error);

  if (value != NULL)
    *days = g_ascii_strtoll (value, NULL, 10);
  return value != NULL;
}

/* The clocks a case was opened with. @plan holds until calendars change. */
gboolean
desk_case_get_plan (DeskService *service, const DeskCase *service_case, DeskClockPlan *plan, GError **error)
{
  *plan = (DeskClockPlan){ .response_minutes = service_case->response_minutes, .amount = service_case->amount,
                           .unit = (DeskDurationUnit) service_case->duration_unit };
  if (plan->unit == 0)
    plan->unit = DESK_DURATION_CLOCK_HOURS;
  plan->response = desk_service_worktime (service, service_case->response_calendar_id, error);
  plan->completion = plan->response != NULL ? desk_service_worktime (service, service_case->calendar_id, error) : NULL;
  return plan->completion != NULL;
}

/* Returns: working days from @now to @due, where more than one is left; else 0: then hours say it better. */
static gint64
work_days (const DeskWorktime *worktime, gint64 now, gint64 due)
{
  guint n = due > now ? desk_worktime_days_between (worktime, now, due) : 0;

  return n > 1 ? n : 0;
}

/* Returns: working days left of a completion that counts them, where it is due next. */
gint64
desk_case_work_days (const DeskClockPlan *plan, const DeskCase *service_case, gint64 now)
{
  if (plan->unit != DESK_DURATION_WORKING_DAYS || service_case->next_due != service_case->completion_due)
    return 0;
  return work_days (plan->completion, now, service_case->next_due);
}

/* The same by the calendar's id; 0 also where the store cannot be read: the list says hours then. */
gint64
desk_case_work_days_until (DeskService *service, gint64 calendar_id, gint64 now, gint64 due)
{
  const DeskWorktime *worktime = calendar_id != 0 ? desk_service_worktime (service, calendar_id, NULL) : NULL;

  return worktime != NULL ? work_days (worktime, now, due) : 0;
}

/* A case without a course (it came with an import) opened and ended when it says so. */
static void
run_bare (const DeskCase *service_case, const DeskClockPlan *plan, DeskCaseClock *clock)
{
  DeskClockEvent events[] = { { DESK_TICK_OPEN, service_case->opened_at },
                              { service_case->state == DESK_CASE_CANCELLED ? DESK_TICK_STOP : DESK_TICK_DONE,
                                service_case->closed_at } };

  desk_case_clock_run (clock, plan, events, service_case->closed_at != 0 ? 2 : 1);
}

/* What was promised by name ("by Friday") stands for what the category says. */
static void
promise (const DeskCase *service_case, DeskCaseClock *clock)
{
  if (service_case->promised_due == 0 || clock->rounds > 0)
    return;
  clock->completion_due = service_case->promised_due;
  if (clock->first_done_at != 0)
    clock->first_due = service_case->promised_due;
}

/* Runs the course of @service_case through its clocks. */
gboolean
desk_case_get_clock (DeskService *service, const DeskCase *service_case, const DeskClockPlan *plan,
                     DeskCaseClock *clock, GError **error)
{
  DeskStmt *stmt = desk_db_get (service->db, DESK_SQL_CASE_EVENTS);
  DeskStep step;
  guint n = 0;

  *clock = (DeskCaseClock){ 0 };
  desk_stmt_bind_int (stmt, "case_id", service_case->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      n++;
      for (gint64 ticks = desk_stmt_int (stmt, 1); ticks > 0; ticks /= 16)
        {
          DeskClockEvent event = { (DeskTick) (ticks % 16), desk_stmt_int (stmt, 0) };

          desk_case_clock_feed (clock, plan, &event);
        }
    }
  if (step == DESK_STEP_FAILED)
    return FALSE;
  if (n == 0)
    run_bare (service_case, plan, clock);
  promise (service_case, clock);
  return TRUE;
}

static gboolean
is_live (gint64 state)
{
  return state != DESK_CASE_CLOSED && state != DESK_CASE_CANCELLED;
}

/* Where the case stands in its list: most late first, then what has no due time, what waits, what is done, what is
 * closed; the latest of these first. */
static gint64
order_of (const DeskCase *service_case)
{
  const gint64 step = G_GINT64_CONSTANT (20000000000);

  if (!is_live (service_case->state))
    return 5 * step - service_case->closed_at;
  if (service_case->next_due != 0)
    return service_case->next_due;
  if (service_case->state == DESK_CASE_DONE || service_case->state == DESK_CASE_CALLBACK)
    return 4 * step - service_case->done_at;
  if (service_case->state == DESK_CASE_WAITING)
    return 2 * step + service_case->since;
  return step + service_case->opened_at;
}

/* When the clock that is due next turns to "soon". */
static gint64
warn_at_of (const DeskCase *service_case, const DeskClockPlan *plan, const DeskCaseClock *clock)
{
  gint64 from = clock->rounds > 0 ? clock->since : clock->opened_at;

  if (service_case->next_due == 0)
    return 0;
  if (service_case->next_due == desk_case_clock_response_due (clock))
    return desk_clock_warn_at (plan->response, clock->opened_at, clock->response_due);
  return desk_clock_warn_at (plan->unit == DESK_DURATION_CLOCK_HOURS ? NULL : plan->completion, from,
                             service_case->next_due);
}

static gboolean
derive_place (DeskTx *tx, DeskCase *service_case, GError **error)
{
  DeskStmt *stmt;
  gboolean found;

  service_case->building_id = service_case->entrance_id = 0;
  if (service_case->unit_id != 0)
    {
      stmt = desk_db_get (tx->service->db, DESK_SQL_UNIT_PLACE);
      desk_stmt_bind_int (stmt, "id", service_case->unit_id);
      if (!desk_stmt_one (stmt, &found, error))
        return FALSE;
      if (found)
        {
          service_case->building_id = desk_stmt_int (stmt, 0);
          service_case->entrance_id = desk_stmt_int (stmt, 1);
        }
      desk_stmt_reset (stmt);
    }
  else if (service_case->place_id != 0)
    {
      g_autoptr (DeskRecord) place = desk_tx_get (tx, DESK_KIND_PLACE, service_case->place_id, error);

      if (place == NULL)
        return FALSE;
      service_case->building_id = ((DeskPlace *) place)->building_id;
    }
  return TRUE;
}

/* Works out the derived fields of @service_case from its course as the store has it. */
gboolean
desk_case_derive (DeskTx *tx, DeskCase *service_case, GError **error)
{
  DeskClockPlan plan;
  DeskCaseClock clock;
  DeskClockLook look;
  gint64 stage_due;

  if (!derive_place (tx, service_case, error) || !desk_complaint_next_due (tx, service_case, &stage_due, error) || !desk_case_get_plan (tx->service, service_case, &plan, error)
      || !desk_case_get_clock (tx->service, service_case, &plan, &clock, error))
    return FALSE;
  desk_case_clock_look (&clock, &plan, clock.last_at, &look);
  /* Kept after the response, too: whether it came in time is asked for later. */
  service_case->response_due = clock.response_due;
  service_case->responded_at = clock.responded_at;
  service_case->completion_due = desk_case_clock_completion_due (&clock);
  service_case->done_at = clock.phase == DESK_CLOCK_DONE ? clock.done_at : 0;
  service_case->finished_due = clock.phase == DESK_CLOCK_DONE ? clock.completion_due : 0;
  service_case->since = clock.since;
  service_case->waited = look.waiting;
  service_case->live = is_live (service_case->state) ? 1 : 0;
  service_case->next_due = desk_case_clock_response_due (&clock);
  if (service_case->next_due == 0
      || (service_case->completion_due != 0 && service_case->completion_due < service_case->next_due))
    service_case->next_due = service_case->completion_due;
  if (service_case->live != 0 && stage_due != 0
      && (service_case->next_due == 0 || stage_due < service_case->next_due))
    service_case->next_due = stage_due;
  service_case->warn_at = warn_at_of (service_case, &plan, &clock);
  service_case->order_key = order_of (service_case);
  return TRUE;
}

/* Writes the derived fields anew, after a line of the course was taken back. */
gboolean
desk_case_refresh (DeskTx *tx, gint64 case_id, GError **error)
{
  static const char *const fields[]
      = { "entrance_id", "response_due", "responded_at", "completion_due", "done_at", "finished_due", "since",
          "waited", "next_due", "warn_at", "live", "order_key" };
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, case_id, &local);
  g_autoptr (DeskRecord) before = NULL;
  DeskStmt *stmt;

  if (record == NULL && g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  before = desk_record_copy (record);
  if (!desk_case_derive (tx, (DeskCase *) record, error) || !desk_figures_keep (tx, before, record, error))
    return FALSE;
  desk_change_set_add (tx->changes, DESK_KIND_SERVICE_CASE, case_id, DESK_CHANGE_EDITED);
  stmt = desk_db_get (tx->service->db, DESK_SQL_CASE_REFRESH);
  desk_stmt_bind_int (stmt, "id", case_id);
  desk_stmt_bind_ref (stmt, "building_id", ((DeskCase *) record)->building_id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    desk_stmt_bind_int (stmt, fields[i],
                        desk_record_get_int (record, desk_record_find_field (DESK_KIND_SERVICE_CASE, fields[i])));
  return desk_stmt_run (stmt, error);
}

/* Where this act changed a calendar or a day of them, the clocks that count working time go by it from now on. */
gboolean
desk_case_follow_calendars (DeskTx *tx, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!desk_change_set_touches (tx->changes, DESK_KIND_CALENDAR) && !desk_change_set_touches (tx->changes, DESK_KIND_CALENDAR_DAY))
    return TRUE;
  desk_service_forget_calendars (tx->service);
  ids = desk_store_read_ids (desk_db_get (tx->service->db, DESK_SQL_CASES_BY_CALENDAR), error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!desk_case_refresh (tx, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}
