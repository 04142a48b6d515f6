/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book-forms.h"

#include <glib/gi18n.h>

#include "desk-case-book-list.h"
#include "desk-choice-field.h"
#include "desk-complaint.h"
#include "desk-money-field.h"
#include "desk-phrase.h"
#include "desk-setting.h"
#include "desk-stages-field.h"
#include "desk-targets-field.h"
#include "desk-text-label.h"
#include "desk-weekdays-field.h"

/* Choices that come from the store */

static DeskField *
add_choice (DeskForm *form, const char *name, GArray *values, GPtrArray *labels)
{
  GtkWidget *field = desk_choice_field_new ();
  DeskRecord *record = desk_form_get_record (form);

  desk_choice_field_set_choices (DESK_CHOICE_FIELD (field), (const gint64 *) (gpointer) values->data,
                                 (const char *const *) labels->pdata, values->len);
  return desk_form_add (form, field, record->kind, name, desk_text_field (desk_form_get_text (form), record->kind, name));
}

static void
take (GArray *values, GPtrArray *labels, gint64 value, const char *label)
{
  g_array_append_val (values, value);
  g_ptr_array_add (labels, (gpointer) label);
}

/* The groups of the same kind of cases that are in use, or that it stands in. */
static void
add_groups (DeskForm *form, const DeskCaseSettings *settings)
{
  const DeskCategory *own = (DeskCategory *) desk_form_get_record (form);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *group = settings->categories->pdata[i];

      if (group->parent_id == 0 && group->case_kind == own->case_kind
          && (group->retired_on == 0 || group->record.id == own->parent_id))
        take (values, labels, group->record.id, group->name);
    }
  add_choice (form, "parent_id", values, labels);
}

/* One that came in by a sheet has no calendar: its clock never stops. */
static void
add_calendars (DeskForm *form, const char *name, const DeskCaseSettings *settings)
{
  DeskRecord *record = desk_form_get_record (form);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < settings->calendars->len; i++)
    take (values, labels, ((DeskCalendar *) settings->calendars->pdata[i])->record.id,
          ((DeskCalendar *) settings->calendars->pdata[i])->name);
  if (desk_record_get_int (record, desk_record_find_field (record->kind, name)) == 0)
    take (values, labels, 0, C_("calendar", "None"));
  add_choice (form, name, values, labels);
}

/* All that @spec has. @none: what its 0 is called. */
static void
add_enum (DeskForm *form, const char *name, const DeskEnumSpec *spec, const char *none)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  take (values, labels, 0, none);
  for (int i = 1; i <= spec->n; i++)
    take (values, labels, i, desk_text_enum (desk_form_get_text (form), spec, i));
  add_choice (form, name, values, labels);
}

static void
add_duty (DeskForm *form, const DeskStaffList *staff)
{
  const DeskCategory *own = (DeskCategory *) desk_form_get_record (form);
  DeskDay today = desk_engine_today (desk_form_get_engine (form));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  take (values, labels, 0, C_("duty", "Nobody"));
  for (guint i = 0; staff != NULL && i < staff->cards->len; i++)
    {
      const DeskStaff *one = ((const DeskStaffCard *) staff->cards->pdata[i])->staff;

      if (one->left_on == 0 || one->left_on > today || one->record.id == own->duty_id)
        take (values, labels, one->record.id, desk_text_staff_name (desk_form_get_text (form), one->name));
    }
  add_choice (form, "duty_id", values, labels);
}

static void
add_money (DeskForm *form, const char *name, const char *example)
{
  GtkWidget *field = desk_money_field_new ();

  desk_entry_field_set_example (DESK_ENTRY_FIELD (field), example);
  desk_form_add (form, field, DESK_KIND_CATEGORY, name, desk_text_field (desk_form_get_text (form), DESK_KIND_CATEGORY, name));
}

static void
add_yes_no (DeskForm *form, const char *name, const char *no, const char *yes)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  take (values, labels, 0, no);
  take (values, labels, 1, yes);
  add_choice (form, name, values, labels);
}

/* Out of use: the day can be taken away again. */
static void
add_retired (DeskForm *form)
{
  if (((DeskCategory *) desk_form_get_record (form))->retired_on != 0)
    desk_field_set_note (desk_form_add_entry (form, "retired_on", NULL), _("Take the day away and it is in use again."));
}

/* Forms */

static void
add_times (DeskForm *form, const DeskCaseSettings *settings)
{
  const DeskCategory *category = (DeskCategory *) desk_form_get_record (form);

  desk_form_add_choice (form, "urgency");
  if (category->case_kind == DESK_CASE_COMPLAINT)
    desk_form_add_choice (form, "severity");
  desk_form_add_entry (form, "response_minutes", "30");
  add_calendars (form, "response_calendar_id", settings);
  desk_form_add (form, desk_entry_field_new (), DESK_KIND_CATEGORY, "amount", C_("case field", "Done within"));
  desk_form_add_choice (form, "duration_unit");
  add_calendars (form, "calendar_id", settings);
  desk_form_add_entry (form, "callback_share", "30 %");
  desk_form_add_entry (form, "callback_days", "3");
}

static void
build_category (DeskForm *form, const DeskCaseSettings *settings, const DeskStaffList *staff)
{
  const DeskCategory *category = (DeskCategory *) desk_form_get_record (form);

  desk_form_add_entry (form, "name", NULL);
  if (category->parent_id != 0)
    {
      add_groups (form, settings);
      add_times (form, settings);
      if (category->case_kind == DESK_CASE_REPAIR)
        {
          add_enum (form, "warranty_part", &desk_enum_warranty_part, C_("warranty part", "None"));
          add_money (form, "price_from", "30");
          add_money (form, "price_to", "200");
        }
      add_duty (form, staff);
      desk_field_set_note (desk_form_add_entry (form, "words", NULL),
                           _("What people say when they mean it, with commas: quick entry goes by these."));
      desk_form_add_lines (form, "script");
    }
  desk_form_add_entry (form, "rank", NULL);
  add_retired (form);
  desk_form_set_use_case (form, DESK_USE_CASE_SAVE_CATEGORY, NULL, NULL);
  if (category->record.id != 0)
    desk_form_set_remove (form, DESK_USE_CASE_REMOVE_CATEGORY, _("Remove"));
}

/* Categories and groups in use, or the one it has. */
static void
add_about (DeskForm *form, const DeskCaseSettings *settings)
{
  const DeskPhrase *phrase = (DeskPhrase *) desk_form_get_record (form);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  take (values, labels, 0, C_("phrase", "Any"));
  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *category = settings->categories->pdata[i];

      if (category->retired_on == 0 || category->record.id == phrase->category_id)
        take (values, labels, category->record.id, category->name);
    }
  add_choice (form, "category_id", values, labels);
}

/* Returns: (transfer full): "{房号} {姓名} …" */
static char *
variables (DeskText *text)
{
  gboolean chinese = g_str_has_prefix (desk_text_language (text), "zh");
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < DESK_N_PHRASE_VARIABLES; i++)
    g_string_append_printf (all, "%s{%s}", i > 0 ? " " : "", desk_phrase_variable_name (i, chinese));
  return g_string_free (all, FALSE);
}

static void
build_phrase (DeskForm *form, const DeskCaseSettings *settings)
{
  g_autofree char *all = variables (desk_form_get_text (form));
  g_autofree char *note = desk_text_fill (_("%1 are filled in; any other name in braces is asked for."),
                                          (const char *[]){ all, NULL });

  desk_form_add_entry (form, "name", NULL);
  add_enum (form, "scope", &desk_enum_phrase_scope, C_("phrase for", "Everywhere"));
  add_about (form, settings);
  desk_field_set_note (desk_form_add_lines (form, "words"), note);
  desk_form_add_entry (form, "rank", NULL);
  desk_form_set_use_case (form, DESK_USE_CASE_SAVE_PHRASE, NULL, NULL);
  if (desk_form_get_record (form)->id != 0)
    desk_form_set_remove (form, DESK_USE_CASE_REMOVE_PHRASE, _("Remove"));
}

/* One that was never set has no id yet. */
static gpointer
setting_input (DeskForm *form, const char *key, DeskRecord *record, DeskUseCase *use_case, GPtrArray *problems, gpointer data)
{
  g_autoptr (DeskRecord) setting = desk_record_copy (record);

  if (setting->id >= DESK_CASE_BOOK_UNSET)
    setting->id = setting->version = 0;
  return desk_record_input_new (key, setting);
}

static void
build_stages (DeskForm *form)
{
  DeskText *text = desk_form_get_text (form);

  desk_form_add (form, desk_stages_field_new (text), DESK_KIND_SETTING, "value", C_("complaint", "Stages"));
  desk_form_set_outcome (form, _("Open complaints go by it at once; what is signed stays."));
  desk_form_set_use_case (form, DESK_USE_CASE_CHANGE_SETTING, setting_input, NULL);
}

static gboolean
is_targets (const DeskRecord *record)
{
  int code = desk_setting_find (((const DeskSetting *) record)->name);

  return code == DESK_SETTING_TARGETS_REPAIR || code == DESK_SETTING_TARGETS_COMPLAINT;
}

static void
build_targets (DeskForm *form)
{
  DeskText *text = desk_form_get_text (form);
  DeskField *field = desk_form_add (form, desk_targets_field_new (text), DESK_KIND_SETTING, "value", C_("figure", "Targets"));

  desk_field_set_note (field, _("Nothing here: no target."));
  desk_form_set_outcome (form, _("What misses its target stands bold among the figures."));
  desk_form_set_use_case (form, DESK_USE_CASE_CHANGE_SETTING, setting_input, NULL);
}

static void
build_calendar (DeskForm *form)
{
  DeskText *text = desk_form_get_text (form);

  desk_form_add_entry (form, "name", NULL);
  desk_field_set_note (desk_form_add_entry (form, "hours", "08:30-12:00,14:00-18:00"),
                       _("With the lunch break left out; nothing here: it never closes."));
  desk_form_add (form, desk_weekdays_field_new (text), DESK_KIND_CALENDAR, "weekdays",
                 desk_text_field (text, DESK_KIND_CALENDAR, "weekdays"));
  add_yes_no (form, "holidays", C_("holidays", "On Duty"), C_("holidays", "Off"));
  desk_form_set_outcome (form, _("What is open and counts working time goes by it at once."));
  desk_form_set_use_case (form, DESK_USE_CASE_SAVE_CALENDAR, NULL, NULL);
}

static void
build_day (DeskForm *form)
{
  desk_form_add_entry (form, "day", "2027-01-01");
  add_yes_no (form, "work", C_("calendar day", "Holiday"), C_("calendar day", "Worked Instead"));
  desk_form_add_entry (form, "note", NULL);
  desk_form_set_outcome (form, _("What is open and counts working time goes by it at once."));
  desk_form_set_use_case (form, DESK_USE_CASE_SAVE_CALENDAR_DAY, NULL, NULL);
  if (desk_form_get_record (form)->id != 0)
    desk_form_set_remove (form, DESK_USE_CASE_REMOVE_CALENDAR_DAY, _("Remove"));
}

/* Returns: the severity whose stages the setting says. */
static gint64
severity_of (const DeskSetting *setting)
{
  gint64 severity = DESK_SEVERITY_ORDINARY;

  while (severity < DESK_SEVERITY_MAJOR && desk_setting_find (setting->name) != desk_stages_setting ((DeskSeverity) severity))
    severity++;
  return severity;
}

static char *
title_of (DeskText *text, const DeskRecord *record)
{
  const DeskCategory *category = (const DeskCategory *) record;

  if (record->kind == DESK_KIND_SETTING && is_targets (record))
    return g_strdup (desk_setting_find (((const DeskSetting *) record)->name) == DESK_SETTING_TARGETS_REPAIR
                         ? _("Targets: Repairs")
                         : _("Targets: Complaints"));
  if (record->kind == DESK_KIND_SETTING)
    return desk_text_fill (_("Stages: %1"), (const char *[]){ desk_text_enum (text, &desk_enum_severity,
                                                                              severity_of ((const DeskSetting *) record)), NULL });
  if (record->kind == DESK_KIND_PHRASE)
    return g_strdup (record->id != 0 ? ((const DeskPhrase *) record)->name : _("New Phrase"));
  if (record->kind == DESK_KIND_CALENDAR)
    return g_strdup (record->id != 0 ? ((const DeskCalendar *) record)->name : _("New Calendar"));
  if (record->kind == DESK_KIND_CALENDAR_DAY)
    return record->id != 0 ? desk_day_format (((const DeskCalendarDay *) record)->day) : g_strdup (_("New Holiday"));
  return g_strdup (record->id != 0 ? category->name : category->parent_id != 0 ? _("New Category") : _("New Group"));
}

GtkWidget *
desk_case_book_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const DeskCaseSettings *settings,
                         const DeskStaffList *staff)
{
  g_autofree char *title = title_of (text, record);
  g_autofree char *draft = g_strdup_printf ("casebook:%s/%" G_GINT64_FORMAT, desk_kind_nick (record->kind), record->id);
  GtkWidget *form = desk_form_new (engine, text, title, record);

  desk_form_set_draft_name (DESK_FORM (form), draft);
  if (record->kind == DESK_KIND_CATEGORY)
    build_category (DESK_FORM (form), settings, staff);
  else if (record->kind == DESK_KIND_SETTING && is_targets (record))
    build_targets (DESK_FORM (form));
  else if (record->kind == DESK_KIND_SETTING)
    build_stages (DESK_FORM (form));
  else if (record->kind == DESK_KIND_PHRASE)
    build_phrase (DESK_FORM (form), settings);
  else if (record->kind == DESK_KIND_CALENDAR)
    build_calendar (DESK_FORM (form));
  else
    build_day (DESK_FORM (form));
  desk_form_load (DESK_FORM (form));
  return form;
}

/* New ones */

static gint64
next_rank (const DeskCaseSettings *settings, gint64 parent_id, gint64 case_kind)
{
  gint64 rank = 0;

  for (guint i = 0; i < settings->categories->len; i++)
    {
      const DeskCategory *other = settings->categories->pdata[i];

      if (other->parent_id == parent_id && other->case_kind == case_kind)
        rank = MAX (rank, other->rank);
    }
  return rank + 1;
}

static void
propose_category (DeskCategory *fresh, gboolean group, const DeskCategory *like, const DeskCaseSettings *settings)
{
  gint64 desk = settings->calendars->len > 0 ? ((DeskCalendar *) settings->calendars->pdata[0])->record.id : 0;

  fresh->urgency = like != NULL && like->urgency != 0 ? like->urgency : DESK_URGENCY_ORDINARY;
  fresh->severity = fresh->case_kind == DESK_CASE_COMPLAINT ? DESK_SEVERITY_ORDINARY : 0;
  if (like != NULL && like->severity != 0)
    fresh->severity = like->severity;
  fresh->response_minutes = like != NULL ? like->response_minutes : 30;
  fresh->response_calendar_id = like != NULL ? like->response_calendar_id : desk;
  fresh->amount = like != NULL ? like->amount : 24;
  fresh->duration_unit = like != NULL ? like->duration_unit : DESK_DURATION_CLOCK_HOURS;
  fresh->calendar_id = like != NULL ? like->calendar_id : desk;
  fresh->callback_share = like != NULL ? like->callback_share : fresh->case_kind == DESK_CASE_COMPLAINT ? 1000000 : 300000;
  fresh->callback_days = like != NULL ? like->callback_days : 3;
  fresh->warranty_part = like != NULL ? like->warranty_part : 0;
  if (!group && like != NULL)
    fresh->parent_id = like->parent_id != 0 ? like->parent_id : like->record.id;
  fresh->rank = next_rank (settings, fresh->parent_id, fresh->case_kind);
}

static void
propose_phrase (DeskPhrase *fresh, const DeskPhrase *like, const DeskCaseSettings *settings)
{
  fresh->scope = like != NULL ? like->scope : 0;
  fresh->category_id = like != NULL ? like->category_id : 0;
  for (guint i = 0; i < settings->phrases->len; i++)
    fresh->rank = MAX (fresh->rank, ((DeskPhrase *) settings->phrases->pdata[i])->rank + 1);
}

DeskRecord *
desk_case_book_propose (DeskKind kind, gint64 case_kind, gboolean group, const DeskRecord *like,
                        const DeskCaseSettings *settings, DeskDay today)
{
  DeskRecord *fresh = desk_record_new (kind);

  if (kind == DESK_KIND_CATEGORY)
    {
      ((DeskCategory *) fresh)->case_kind = case_kind;
      propose_category ((DeskCategory *) fresh, group, like != NULL && like->kind == kind ? (const DeskCategory *) like : NULL,
                        settings);
      if (!group && ((DeskCategory *) fresh)->parent_id == 0)
        g_clear_pointer (&fresh, desk_record_free); /* a category stands in a group */
    }
  else if (kind == DESK_KIND_PHRASE)
    propose_phrase ((DeskPhrase *) fresh, like != NULL && like->kind == kind ? (const DeskPhrase *) like : NULL, settings);
  else if (kind == DESK_KIND_CALENDAR)
    {
      ((DeskCalendar *) fresh)->weekdays = 0x3e;
      ((DeskCalendar *) fresh)->holidays = 1;
      desk_text_set (&((DeskCalendar *) fresh)->hours, "08:30-12:00,14:00-18:00");
    }
  else if (like != NULL && like->kind == kind)
    {
      const DeskCalendarDay *day = (const DeskCalendarDay *) like;

      ((DeskCalendarDay *) fresh)->day = desk_day_add (day->day, 1);
      ((DeskCalendarDay *) fresh)->work = day->work;
      desk_text_set (&((DeskCalendarDay *) fresh)->note, day->note);
    }
  return fresh;
}
