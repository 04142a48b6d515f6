/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint.h"
#include "desk-read-case.h"

#include "desk-case-book.h"
#include "desk-mask.h"
#include "desk-read-card.h"
#include "desk-rule-case.h"
#include "desk-setting.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* The page of a case, and what it shares with the preview of a line. */

#define MAX_STRETCHES 100

/* Reads the records of the ids in @stmt's first column. */
GPtrArray *
desk_read_records (DeskTx *tx, DeskKind kind, DeskStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = desk_store_read_ids (stmt, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (desk_record_free);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      DeskRecord *record = desk_tx_get (tx, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* The category with its name and its group's; all NULL where there is none. */
gboolean
desk_read_category (DeskTx *tx, gint64 category_id, DeskCategory **category, char **group, char **name, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (DeskRecord) parent = NULL;

  if (category_id == 0)
    return TRUE;
  record = desk_tx_get (tx, DESK_KIND_CATEGORY, category_id, error);
  if (record == NULL)
    return FALSE;
  if (((DeskCategory *) record)->parent_id != 0)
    {
      parent = desk_tx_get (tx, DESK_KIND_CATEGORY, ((DeskCategory *) record)->parent_id, error);
      if (parent == NULL)
        return FALSE;
      *group = g_strdup (((DeskCategory *) parent)->name);
    }
  *name = g_strdup (((DeskCategory *) record)->name);
  *category = (DeskCategory *) g_steal_pointer (&record);
  return TRUE;
}

/* The cases of the ids in @stmt's first column, each in a line. */
GPtrArray *
desk_read_briefs (DeskTx *tx, DeskStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) records = desk_read_records (tx, DESK_KIND_SERVICE_CASE, stmt, error);
  GPtrArray *briefs;

  if (records == NULL)
    return NULL;
  briefs = g_ptr_array_new_with_free_func (desk_case_brief_free);
  for (guint i = 0; i < records->len; i++)
    {
      const DeskCase *c = records->pdata[i];
      DeskCaseBrief *brief = g_new0 (DeskCaseBrief, 1);

      *brief = (DeskCaseBrief){ c->record.id, g_strdup (c->number), g_strdup (c->title), c->kind, c->state,
                                c->opened_at, c->done_at, c->next_due };
      g_ptr_array_add (briefs, brief);
    }
  return briefs;
}

/* Earlier cases of the same category or group on the unit within the @days of the setting, the latest first; none without a
 * category. */
GPtrArray *
desk_read_same_cases (DeskTx *tx, gint64 unit_id, const DeskCategory *category, gint64 before, gint64 id, gint64 *days,
                      GError **error)
{
  DeskStmt *stmt;

  if (!desk_case_same_days (tx->service, days, error))
    return NULL;
  if (unit_id == 0 || category == NULL)
    return g_ptr_array_new_with_free_func (desk_case_brief_free);
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASES_SAME);
  desk_stmt_bind_int (stmt, "unit_id", unit_id);
  desk_stmt_bind_int (stmt, "since", before - *days * G_GINT64_CONSTANT (86400));
  desk_stmt_bind_int (stmt, "before", before);
  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "category_id", category->record.id);
  desk_stmt_bind_int (stmt, "parent_id", category->parent_id);
  return desk_read_briefs (tx, stmt, error);
}

/* Who is on duty, then technicians, then housekeepers; of each whoever has least. */
static int
by_load (gconstpointer a, gconstpointer b)
{
  const DeskLoad *x = *(DeskLoad *const *) a, *y = *(DeskLoad *const *) b;
  gint64 technician = 1 << DESK_STAFF_ROLE_TECHNICIAN;
  int x_rank = x->on_duty ? 0 : (x->roles & technician) ? 1 : 2;
  int y_rank = y->on_duty ? 0 : (y->roles & technician) ? 1 : 2;

  if (x_rank != y_rank)
    return x_rank - y_rank;
  if (x->n_open != y->n_open)
    return x->n_open < y->n_open ? -1 : 1;
  return (x->staff_id > y->staff_id) - (x->staff_id < y->staff_id);
}

/* Whom a case can be given to: those who work on cases, with what they have open; best first. */
GPtrArray *
desk_read_loads (DeskTx *tx, const DeskCategory *category, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASE_LOAD);
  g_autoptr (GPtrArray) loads = g_ptr_array_new_with_free_func (desk_load_free);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskLoad *load;

      if (desk_matrix_level (&tx->service->matrix, DESK_RIGHT_CASE_WORK, desk_stmt_int (stmt, 2)) < DESK_LEVEL_OWN)
        continue;
      load = g_new0 (DeskLoad, 1);
      load->staff_id = desk_stmt_int (stmt, 0);
      load->name = g_strdup (desk_stmt_text (stmt, 1));
      load->roles = desk_stmt_int (stmt, 2);
      load->n_open = desk_stmt_int (stmt, 3);
      load->on_duty = category != NULL && category->duty_id == load->staff_id;
      g_ptr_array_add (loads, load);
    }
  if (step == DESK_STEP_FAILED)
    return NULL;
  g_ptr_array_sort (loads, by_load);
  return g_steal_pointer (&loads);
}

/* The proposal for @unit_id on @day: desk-warranty.h. */
gboolean
desk_read_warranty (DeskTx *tx, gint64 unit_id, const DeskCategory *category, DeskDay day, DeskWarranty *warranty,
                    GError **error)
{
  DeskWarrantyTerms terms;
  g_autoptr (DeskRecord) unit = NULL;
  g_autoptr (DeskRecord) building = NULL;
  const DeskUnit *u;

  *warranty = (DeskWarranty){ .verdict = DESK_WARRANTY_NO_PART };
  if (unit_id == 0 || category == NULL)
    return TRUE;
  if (!desk_case_warranty_terms (tx->service, &terms, error))
    return FALSE;
  unit = desk_tx_get (tx, DESK_KIND_UNIT, unit_id, error);
  if (unit == NULL)
    return FALSE;
  u = (DeskUnit *) unit;
  building = u->building_id != 0 ? desk_tx_get (tx, DESK_KIND_BUILDING, u->building_id, error) : NULL;
  if (u->building_id != 0 && building == NULL)
    return FALSE;
  desk_warranty_propose ((DeskWarrantyPart) category->warranty_part,
                         u->delivered_on != 0 ? u->delivered_on : u->deemed_on,
                         building != NULL ? ((DeskBuilding *) building)->accepted_on : 0, day, &terms, warranty);
  return TRUE;
}

static gboolean
read_names (DeskTx *tx, DeskCasePage *out, GError **error)
{
  const DeskCase *c = out->service_case;
  const struct
  {
    DeskKind kind;
    gint64 id;
    char **name;
  } names[] = {
    { DESK_KIND_UNIT, c->unit_id, &out->unit_label },       { DESK_KIND_PERSON, c->person_id, &out->person_name },
    { DESK_KIND_STAFF, c->assignee_id, &out->assignee_name }, { DESK_KIND_STAFF, c->intake_id, &out->intake_name },
    { DESK_KIND_STAFF, c->owner_id, &out->owner_name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DeskRecord) record = names[i].id != 0 ? desk_tx_get (tx, names[i].kind, names[i].id, error) : NULL;

      if (names[i].id != 0 && record == NULL)
        return FALSE;
      if (record != NULL)
        *names[i].name = g_strdup (names[i].kind == DESK_KIND_UNIT     ? ((DeskUnit *) record)->label
                                   : names[i].kind == DESK_KIND_PERSON ? ((DeskPerson *) record)->name
                                                                       : ((DeskStaff *) record)->name);
    }
  if (c->place_id != 0)
    {
      g_autoptr (DeskRecord) place = desk_tx_get (tx, DESK_KIND_PLACE, c->place_id, error);

      if (place == NULL)
        return FALSE;
      out->place_name = g_strdup (((DeskPlace *) place)->name);
    }
  return TRUE;
}

/* How they are called back who left no number: as the register has it. */
static gboolean
read_phone (DeskTx *tx, DeskCasePage *out, GError **error)
{
  const DeskCase *c = out->service_case;
  DeskStmt *stmt;
  gboolean found;
  gint64 id;
  char *masked;

  if (c->person_id == 0 || !desk_string_is_empty (c->phone))
    return TRUE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_PHONES_OF_PERSON);
  desk_stmt_bind_int (stmt, "person_id", c->person_id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  out->phone = desk_tx_get (tx, DESK_KIND_PHONE, id, error);
  if (out->phone == NULL)
    return FALSE;
  masked = desk_mask_phone (out->phone->number);
  g_free (out->phone->number);
  out->phone->number = masked;
  return TRUE;
}

static char *
number_of_case (DeskTx *tx, gint64 id)
{
  g_autoptr (DeskRecord) record = id != 0 ? desk_tx_get (tx, DESK_KIND_SERVICE_CASE, id, NULL) : NULL;

  return record != NULL ? g_strdup (((DeskCase *) record)->number) : NULL;
}

static char *
name_of_staff (DeskTx *tx, gint64 id)
{
  g_autoptr (DeskRecord) record = id != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, id, NULL) : NULL;

  return record != NULL ? g_strdup (((DeskStaff *) record)->name) : NULL;
}

static gboolean
read_course (DeskTx *tx, DeskCasePage *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASE_EVENT_IDS);
  g_autoptr (GPtrArray) events = NULL;

  desk_stmt_bind_int (stmt, "case_id", out->service_case->record.id);
  events = desk_read_records (tx, DESK_KIND_CASE_EVENT, stmt, error);
  if (events == NULL)
    return FALSE;
  out->course = g_ptr_array_new_with_free_func (desk_course_line_free);
  for (guint i = 0; i < events->len; i++)
    {
      DeskCourseLine *line = g_new0 (DeskCourseLine, 1);

      line->event = g_steal_pointer (&events->pdata[i]);
      line->staff_name = name_of_staff (tx, line->event->staff_id);
      line->assignee_name = name_of_staff (tx, line->event->assignee_id);
      line->other_number = number_of_case (tx, line->event->other_id);
      g_ptr_array_add (out->course, line);
    }
  out->merged_number = number_of_case (tx, out->service_case->merged_into);
  return TRUE;
}

/* The words of the log entry it came from. */
static gboolean
read_entry (DeskTx *tx, DeskCasePage *out, GError **error)
{
  const DeskCase *c = out->service_case;
  g_autoptr (DeskRecord) visit = NULL;

  if (c->visit_id == 0)
    return TRUE;
  visit = desk_tx_get (tx, DESK_KIND_VISIT, c->visit_id, error);
  if (visit != NULL)
    out->visit_about = desk_case_title (((DeskVisit *) visit)->about);
  return visit != NULL;
}

/* Clocks at this moment, and the working time that the picture draws. */
static gboolean
read_clock (DeskTx *tx, DeskCasePage *out, GError **error)
{
  const DeskCase *c = out->service_case;
  DeskClockPlan plan;
  DeskStretch stretch;
  gint64 end;

  if (!desk_case_get_plan (tx->service, out->service_case, &plan, error)
      || !desk_case_get_clock (tx->service, out->service_case, &plan, &out->clock, error))
    return FALSE;
  out->now = tx->now;
  if (out->clock.phase == DESK_CLOCK_WAITING)
    {
      DeskCaseClock resumed = out->clock;

      desk_case_clock_feed (&resumed, &plan, &(DeskClockEvent){ DESK_TICK_RESUME, tx->now });
      out->due_if_resumed = resumed.completion_due;
    }
  desk_case_clock_look (&out->clock, &plan, tx->now, &out->look);
  out->always = plan.unit == DESK_DURATION_CLOCK_HOURS || desk_worktime_is_always (plan.completion);
  out->work_days = desk_case_work_days (&plan, c, tx->now);
  out->stretches = g_array_new (FALSE, FALSE, sizeof (DeskStretch));
  end = MAX (MAX (out->clock.completion_due, out->due_if_resumed), out->clock.done_at != 0 ? out->clock.done_at : tx->now);
  for (gint64 at = out->clock.opened_at; !out->always && out->stretches->len < MAX_STRETCHES
                                         && desk_worktime_next (plan.completion, at, &stretch) && stretch.from < end;
       at = stretch.to)
    g_array_append_val (out->stretches, stretch);
  return TRUE;
}

static void
offer_moves (DeskTx *tx, DeskCasePage *out)
{
  const DeskCase *c = out->service_case;
  DeskMoveAsk ask = { .state = (DeskCaseState) c->state, .case_assignee_id = c->assignee_id, .drawn = c->drawn != 0,
                      .staff_id = tx->actor->staff_id, .roles = tx->actor->roles, .matrix = &tx->service->matrix };

  out->n_moves = desk_move_offers (&ask, out->moves);
}

static gboolean
read_costs (DeskTx *tx, DeskCasePage *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COST_LINE_IDS);
  gint64 id;
  gboolean found;

  desk_stmt_bind_int (stmt, "case_id", out->service_case->record.id);
  out->costs = desk_read_records (tx, DESK_KIND_COST_LINE, stmt, error);
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_QUOTE_OF_CASE);
  desk_stmt_bind_int (stmt, "case_id", out->service_case->record.id);
  if (out->costs == NULL || !desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  out->quote = found ? desk_tx_get (tx, DESK_KIND_CASE_QUOTE, id, error) : NULL;
  return !found || out->quote != NULL;
}

/* What a case without a category can be of: those in use that stand in a group. */
static gboolean
read_categories (DeskTx *tx, DeskCasePage *out, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  out->categories = g_ptr_array_new_with_free_func (desk_record_free);
  if (out->service_case->category_id != 0)
    return TRUE;
  all = desk_read_records (tx, DESK_KIND_CATEGORY, desk_db_get (desk_tx_db (tx), DESK_SQL_CATEGORY_IDS), error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const DeskCategory *category = all->pdata[i];

      if (category->parent_id != 0 && category->case_kind == out->service_case->kind
          && (category->retired_on == 0 || category->retired_on > tx->today))
        g_ptr_array_add (out->categories, g_steal_pointer (&all->pdata[i]));
    }
  return all != NULL;
}

gboolean
desk_body_get_case_page (DeskTx *tx, const DeskGetInput *in, DeskCasePage *out, GError **error)
{
  g_autoptr (DeskRecord) category = NULL;
  const DeskCase *c;
  DeskDay day;

  out->service_case = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->id, error);
  if (out->service_case == NULL)
    return FALSE;
  c = out->service_case;
  day = desk_day_of_time (c->opened_at, tx->service->zone);
  if (!desk_read_category (tx, c->category_id, (DeskCategory **) &category, &out->group, &out->category, error)
      || !read_names (tx, out, error) || !read_phone (tx, out, error) || !read_course (tx, out, error) || !read_clock (tx, out, error)
      || !desk_read_warranty (tx, c->unit_id, (DeskCategory *) category, day, &out->warranty, error)
      || !read_entry (tx, out, error) || !read_costs (tx, out, error) || !read_categories (tx, out, error))
    return FALSE;
  offer_moves (tx, out);
  out->same = desk_read_same_cases (tx, c->unit_id, (DeskCategory *) category, c->opened_at, c->record.id,
                                    &out->same_days, error);
  out->loads = out->same != NULL && desk_read_complaint (tx, out, (DeskCategory *) category, error)
                   ? desk_read_loads (tx, (DeskCategory *) category, error) : NULL;
  out->care_flags = out->loads != NULL ? desk_store_page (desk_tx_db (tx), DESK_PAGE_CARE_FLAGS, c->unit_id, tx->today, error) : NULL;
  out->instructions
      = out->care_flags != NULL ? desk_store_page (desk_tx_db (tx), DESK_PAGE_INSTRUCTIONS, c->unit_id, tx->today, error) : NULL;
  if (out->instructions == NULL)
    return FALSE;
  desk_read_mask (out->service_case);
  return TRUE;
}

/* By our number, however its letter was typed, or by the number it came with. */
gboolean
desk_body_find_case (DeskTx *tx, const DeskSearchInput *in, DeskSaved *out, GError **error)
{
  static const DeskSql ways[] = { DESK_SQL_CASE_BY_NUMBER, DESK_SQL_CASE_BY_EXTERNAL };
  static const char *const names[] = { "number", "external_no" };
  g_autofree char *plain = desk_string_clean (in->text != NULL ? in->text : "");
  g_autofree char *upper = g_ascii_strup (plain, -1);
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !found && *plain != '\0'; i++)
    {
      DeskStmt *stmt = desk_db_get (desk_tx_db (tx), ways[i]);

      desk_stmt_bind_text (stmt, names[i], i == 0 ? upper : plain);
      if (!desk_store_read_int (stmt, &out->id, &found, error))
        return FALSE;
    }
  if (found)
    return TRUE;
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "number", desk_kind_nick (DESK_KIND_SERVICE_CASE), NULL);
  return FALSE;
}

/* The year whose holidays somebody must bring: this one, or from December on the coming one. */
static gint64
missing_year (GPtrArray *days, DeskDay today)
{
  int last = desk_day_year (today) + (desk_day_month (today) == 12 ? 1 : 0);

  for (int year = desk_day_year (today); year <= last; year++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < days->len && !known; i++)
        known = desk_day_year (((DeskCalendarDay *) days->pdata[i])->day) == year;
      if (!known)
        return year;
    }
  return 0;
}

/* A setting as it stands or as it is shipped. Returns: (transfer full) (nullable). */
static DeskRecord *
read_setting (DeskTx *tx, DeskSettingCode code, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_SETTING_BY_NAME);
  DeskRecord *record;
  gboolean found;
  gint64 id;

  desk_stmt_bind_text (stmt, "name", desk_setting_name (code));
  if (!desk_store_read_int (stmt, &id, &found, error))
    return NULL;
  record = found ? desk_tx_get (tx, DESK_KIND_SETTING, id, error) : desk_record_new (DESK_KIND_SETTING);
  if (record == NULL)
    return NULL;
  desk_text_set (&((DeskSetting *) record)->name, desk_setting_name (code));
  if (!found)
    desk_text_set (&((DeskSetting *) record)->value, desk_setting_default (code));
  return record;
}

static GPtrArray *
read_settings (DeskTx *tx, const int *codes, guint n, GError **error)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new_with_free_func (desk_record_free);

  for (guint i = 0; i < n; i++)
    {
      DeskRecord *record = read_setting (tx, (DeskSettingCode) codes[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (settings, record);
    }
  return g_steal_pointer (&settings);
}

/* Which stages each severity has. */
static GPtrArray *
read_stage_settings (DeskTx *tx, GError **error)
{
  int codes[DESK_SEVERITY_MAJOR];

  for (int severity = DESK_SEVERITY_ORDINARY; severity <= DESK_SEVERITY_MAJOR; severity++)
    codes[severity - DESK_SEVERITY_ORDINARY] = desk_stages_setting ((DeskSeverity) severity);
  return read_settings (tx, codes, G_N_ELEMENTS (codes), error);
}

gboolean
desk_body_get_case_settings (DeskTx *tx, const DeskGetInput *in, DeskCaseSettings *out, GError **error)
{
  static const int targets[] = { DESK_SETTING_TARGETS_REPAIR, DESK_SETTING_TARGETS_COMPLAINT };
  DeskDb *db = desk_tx_db (tx);

  out->categories = desk_read_records (tx, DESK_KIND_CATEGORY, desk_db_get (db, DESK_SQL_CATEGORY_IDS), error);
  if (out->categories != NULL)
    out->calendars = desk_read_records (tx, DESK_KIND_CALENDAR, desk_db_get (db, DESK_SQL_CALENDAR_IDS), error);
  if (out->calendars != NULL)
    out->days = desk_read_records (tx, DESK_KIND_CALENDAR_DAY, desk_db_get (db, DESK_SQL_CALENDAR_DAY_IDS), error);
  if (out->days != NULL)
    out->places = desk_read_records (tx, DESK_KIND_PLACE, desk_db_get (db, DESK_SQL_PLACE_IDS), error);
  if (out->places != NULL)
    out->phrases = desk_read_records (tx, DESK_KIND_PHRASE, desk_db_get (db, DESK_SQL_PHRASE_IDS), error);
  if (out->phrases != NULL)
    out->stages = read_stage_settings (tx, error);
  if (out->stages != NULL)
    out->targets = read_settings (tx, targets, G_N_ELEMENTS (targets), error);
  if (out->targets == NULL)
    return FALSE;
  out->missing_year = missing_year (out->days, tx->today);
  return TRUE;
}
