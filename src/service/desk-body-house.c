/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include <string.h>

#include "desk-backup-rule.h"
#include "desk-complaint-book.h"
#include "desk-follow-rule.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-seal.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-warranty.h"
#include "desk-store-record.h"

/* Communities, buildings, entrances, settings. */

gboolean
desk_body_save_community (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_community ((DeskCommunity *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_building (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_building ((DeskBuilding *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_entrance (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_entrance ((DeskEntrance *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

static gboolean
is_between (const char *value, guint64 least, guint64 most)
{
  return g_ascii_string_to_unsigned (value, 10, least, most, NULL, NULL);
}

static gboolean
is_folder (const char *value)
{
  return *value == '\0' || g_path_is_absolute (value);
}

static gboolean
check_number_setting (int code, const char *value)
{
  gint64 years;
  int from, to;

  switch (code)
    {
    case DESK_SETTING_BACKUP_TIME:
      return *value == '\0' || desk_backup_rule_read_time (value) >= 0;
    case DESK_SETTING_BACKUP_FOLDER:
    case DESK_SETTING_BACKUP_EXTRA:
      return is_folder (value);
    case DESK_SETTING_BACKUP_SEAL:
      return *value == '\0' || desk_seal_lock_is_valid (value);
    case DESK_SETTING_BACKUP_DAYS:
    case DESK_SETTING_BACKUP_LATE:
      return is_between (value, 1, 60);
    case DESK_SETTING_BACKUP_WEEKS:
      return is_between (value, 0, 52);
    case DESK_SETTING_BACKUP_MONTHS:
      return is_between (value, 0, 120);
    case DESK_SETTING_BACKUP_SHARE:
      return is_between (value, 1, 90);
    case DESK_SETTING_SAME_DAYS:
      return is_between (value, 1, 3650);
    case DESK_SETTING_WARRANTY_STRUCTURE:
    case DESK_SETTING_WARRANTY_WATERPROOF:
    case DESK_SETTING_WARRANTY_FITTINGS:
      return desk_warranty_years_parse (value, &years);
    case DESK_SETTING_WARRANTY_SEASON:
    case DESK_SETTING_WARRANTY_COOLING:
      return desk_warranty_season_parse (value, &from, &to);
    case DESK_SETTING_LOCK_MINUTES:
      return *value != '\0' && strspn (value, "0123456789") == strlen (value) && g_ascii_strtoll (value, NULL, 10) <= 240;
    default:
      return FALSE;
    }
}

static gboolean
is_number (const char *value, gint64 least, gint64 most)
{
  gint64 number = g_ascii_strtoll (value, NULL, 10);

  return *value != '\0' && strspn (value, "0123456789") == strlen (value) && number >= least && number <= most;
}

/* Is @value one a person may give setting @code? What the program keeps for itself is nobody's to change. */
static gboolean
check_setting (int code, const char *value)
{
  g_autoptr (GTimeZone) zone = NULL;
  DeskFollowPlan plan;
  DeskStagePlan stages[DESK_N_STAGES];
  gint64 targets[DESK_N_RATES];

  switch (code)
    {
    case DESK_SETTING_ZONE:
      zone = g_time_zone_new_identifier (value);
      return zone != NULL && *value != '\0';
    case DESK_SETTING_LANGUAGE:
      return g_str_equal (value, "zh_CN") || g_str_equal (value, "en");
    case DESK_SETTING_TARGETS_REPAIR:
    case DESK_SETTING_TARGETS_COMPLAINT:
      return desk_figure_targets_parse (value, targets);
    case DESK_SETTING_STAGES_ORDINARY:
    case DESK_SETTING_STAGES_SERIOUS:
    case DESK_SETTING_STAGES_MAJOR:
      return desk_stages_parse (value, stages) > 0;
    case DESK_SETTING_GROUP_DAYS:
      return is_number (value, 1, 365);
    default:
      if (desk_follow_rule_of_setting (code) != DESK_FOLLOW_RULE_NONE)
        return desk_follow_plan_parse (desk_follow_rule_of_setting (code), value, &plan);
      return check_number_setting (code, value);
    }
}

/* What is open goes by it at once. */
static gboolean
follow (DeskTx *tx, DeskSettingCode code, GError **error)
{
  for (int severity = DESK_SEVERITY_ORDINARY; severity <= DESK_SEVERITY_MAJOR; severity++)
    if (desk_stages_setting ((DeskSeverity) severity) == (int) code)
      return desk_complaint_follow_stages (tx, (DeskSeverity) severity, error);
  return TRUE;
}

/* Settings are found by name: the record's id and version may be 0 for "whatever stands there". */
gboolean
desk_body_change_setting (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (DeskRecord) stored = NULL;
  DeskSetting *setting = (DeskSetting *) record;
  int code = setting->name != NULL ? desk_setting_find (setting->name) : -1;
  DeskStmt *stmt;
  gint64 id;
  gboolean found;

  if (setting->value == NULL || !check_setting (code, setting->value))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, code >= 0 ? "value" : "name",
                      code >= 0 ? setting->value : setting->name, NULL);
      return FALSE;
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_SETTING_BY_NAME);
  desk_stmt_bind_text (stmt, "name", setting->name);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    {
      stored = desk_tx_get (tx, DESK_KIND_SETTING, id, error);
      if (stored == NULL || (record->version != 0 && !desk_tx_check_version (tx, stored, record->version, error)))
        return FALSE;
      record->id = id;
      record->version = stored->version;
    }
  return desk_tx_save (tx, record, out, error) && follow (tx, (DeskSettingCode) code, error);
}
