/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-rules-page.h"

#include <glib/gi18n.h>

#include "desk-follow-rule.h"
#include "desk-follow-up.h"
#include "desk-id.h"
#include "desk-setting.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

#define SAVE_AFTER_MS 700 /* turning a number through ten values is one change */

typedef struct
{
  DeskFollowRulesPage *page;
  DeskFollowRule rule;
  GtkWidget *row;           /* AdwExpanderRow, with the switch */
  GtkWidget *days, *time;   /* (nullable): only rules that go by days have them */
  GtkWidget *lead;          /* (nullable): only rules that go by a moment some minutes away */
  GtkWidget *role;
  DeskFollowPlan plan;
  char *saved; /* as the store has it */
  guint save_id;
} Rule;

struct _DeskFollowRulesPage
{
  AdwPreferencesPage parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *group, *case_group;
  Rule rules[DESK_N_FOLLOW_RULES];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskFollowRulesPage, desk_follow_rules_page, ADW_TYPE_PREFERENCES_PAGE)

/* Words */

static char *
clock_of (const DeskFollowPlan *plan)
{
  return g_strdup_printf ("%02d:%02d", plan->minute / 60, plan->minute % 60);
}

/* When, in the words of the rule's shape. */
static char *
when_words (Rule *self)
{
  g_autofree char *days = g_strdup_printf ("%d", self->plan.days);
  g_autofree char *clock = clock_of (&self->plan);
  g_autofree char *length = desk_text_minutes (self->page->text, self->plan.lead);
  const char *shape = NULL;

  switch (desk_follow_rule_shape (self->rule))
    {
    case DESK_FOLLOW_DAY:
      return desk_text_fill (ngettext ("%1 day before at %2", "%1 days before at %2", self->plan.days),
                             (const char *[]){ days, clock, NULL });
    case DESK_FOLLOW_BEFORE:
      shape = C_("rule", "%1 before");
      break;
    case DESK_FOLLOW_WORKED:
      shape = C_("rule", "%1 of working time after");
      break;
    case DESK_FOLLOW_OVER:
    case DESK_FOLLOW_AFTER:
      shape = C_("rule", "%1 after");
      break;
    case DESK_FOLLOW_REACHED:
    case DESK_FOLLOW_ONCE:
    default:
      break;
    }
  if (shape == NULL)
    return g_strdup (C_("rule", "At once"));
  if (self->plan.lead == 0)
    return g_strdup (C_("rule", "When its time has come"));
  return desk_text_fill (shape, (const char *[]){ length, NULL });
}

static void
show_summary (Rule *self)
{
  g_autofree char *when = when_words (self);
  const char *role = desk_text_staff_role (self->page->text, (DeskStaffRole) self->plan.role);
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (!self->plan.on)
    words = g_strdup (C_("rule", "Off"));
  else
    words = desk_text_fill (_("%1, for: %2"), (const char *[]){ when, role, NULL });
  markup = g_markup_escape_text (words, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), markup);
}

static void
say (DeskFollowRulesPage *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), adw_toast_new (markup));
}

/* Saving */

static void show_plan (Rule *self, const char *value);

typedef struct
{
  DeskFollowRulesPage *page;
  DeskFollowRule rule;
  char *value;
} Change;

/* What the store did not take is shown as the store has it. */
static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Change *change = data;
  g_autoptr (DeskFollowRulesPage) self = change->page;
  g_autofree char *value = change->value;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  Rule *rule = &self->rules[change->rule];

  if (saved != NULL)
    {
      g_free (rule->saved);
      rule->saved = g_steal_pointer (&value);
    }
  else if (self->text != NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      say (self, sentence);
      show_plan (rule, rule->saved);
    }
  desk_use_case_free_result (DESK_USE_CASE_CHANGE_SETTING, saved);
}

static void
save_now (Rule *self)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SETTING);
  DeskSetting *setting = (DeskSetting *) record;
  g_autofree char *key = desk_id_new_key ();
  g_autofree char *value = desk_follow_plan_format (self->rule, &self->plan);
  Change *change;

  self->save_id = 0;
  if (g_strcmp0 (value, self->saved) == 0)
    return;
  desk_text_set (&setting->name, desk_setting_name ((DeskSettingCode) desk_follow_rule_setting (self->rule)));
  desk_text_set (&setting->value, value);
  change = g_new0 (Change, 1);
  change->page = g_object_ref (self->page);
  change->rule = self->rule;
  change->value = g_steal_pointer (&value);
  desk_engine_call_async (self->page->engine, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (key, record), NULL,
                          on_saved_cb, change);
}

static gboolean
save_later (gpointer data)
{
  save_now (data);
  return G_SOURCE_REMOVE;
}

static void
changed (Rule *self)
{
  show_summary (self);
  if (self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_AFTER_MS, save_later, self);
}

/* Rows */

static void
on_enabled (Rule *self)
{
  if (self->page->filling)
    return;
  self->plan.on = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->row));
  changed (self);
}

static void
on_days (Rule *self)
{
  if (self->page->filling)
    return;
  self->plan.days = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->days));
  changed (self);
}

static void
on_lead (Rule *self)
{
  if (self->page->filling)
    return;
  self->plan.lead = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->lead));
  changed (self);
}

static void
on_role (Rule *self)
{
  if (self->page->filling)
    return;
  self->plan.role = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->role));
  changed (self);
}

/* The rule reads the time, so that both take the same. */
static void
on_time (Rule *self)
{
  g_autofree char *words = g_strdup_printf ("0,%s,desk", gtk_editable_get_text (GTK_EDITABLE (self->time)));
  g_autofree char *clock = NULL;
  DeskFollowPlan read;

  if (!desk_follow_plan_parse (self->rule, words, &read))
    {
      gtk_widget_add_css_class (self->time, "error");
      say (self->page, _("A time of day is written 09:00."));
      return;
    }
  gtk_widget_remove_css_class (self->time, "error");
  self->plan.minute = read.minute;
  clock = clock_of (&self->plan);
  gtk_editable_set_text (GTK_EDITABLE (self->time), clock);
  changed (self);
}

/* Shows a rule as it is set; one that is set to nonsense is off, as it is for the rule. */
static void
show_plan (Rule *self, const char *value)
{
  DeskFollowPlan plan = { .on = FALSE };
  g_autofree char *clock = NULL;

  /* Switched on again it begins as it was made. */
  desk_follow_plan_parse (self->rule, desk_setting_default ((DeskSettingCode) desk_follow_rule_setting (self->rule)),
                          &self->plan);
  if (desk_follow_plan_parse (self->rule, value, &plan) && plan.on)
    self->plan = plan;
  self->plan.on = plan.on;
  clock = clock_of (&self->plan);
  self->page->filling = TRUE;
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->row), self->plan.on);
  if (self->days != NULL)
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->days), self->plan.days);
      gtk_editable_set_text (GTK_EDITABLE (self->time), clock);
    }
  if (self->lead != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->lead), self->plan.lead);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->role), (guint) self->plan.role);
  self->page->filling = FALSE;
  show_summary (self);
}

/* Returns: (transfer none): the spin button of a new row of the rule. */
static GtkWidget *
add_number_row (Rule *self, const char *title, int most)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_spin_button_new_with_range (0, most, 1);

  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), number);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), row);
  return number;
}

static void
add_lead_row (Rule *self)
{
  const char *title = _("Minutes After");

  if (desk_follow_rule_shape (self->rule) == DESK_FOLLOW_BEFORE)
    title = _("Minutes Before");
  else if (desk_follow_rule_shape (self->rule) == DESK_FOLLOW_WORKED)
    title = _("Working Minutes After");
  self->lead = add_number_row (self, title, DESK_FOLLOW_LEAD_MOST);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->lead), 5, 60);
  g_signal_connect_swapped (self->lead, "value-changed", G_CALLBACK (on_lead), self);
}

static void
add_day_rows (Rule *self)
{
  self->days = add_number_row (self, _("Days Before"), DESK_FOLLOW_DAYS_MOST);
  self->time = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time), _("Time of Day"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->time), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), self->time);
  g_signal_connect_swapped (self->days, "value-changed", G_CALLBACK (on_days), self);
  g_signal_connect_swapped (self->time, "apply", G_CALLBACK (on_time), self);
}

static void
add_rule (DeskFollowRulesPage *page, DeskFollowRule rule)
{
  Rule *self = &page->rules[rule];
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  self->page = page;
  self->rule = rule;
  self->row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 desk_text_follow_rule (page->text, rule));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self->row), TRUE);
  if (desk_follow_rule_shape (rule) == DESK_FOLLOW_DAY)
    add_day_rows (self);
  if (desk_follow_rule_has_lead (rule))
    add_lead_row (self);
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    gtk_string_list_append (roles, desk_text_staff_role (page->text, (DeskStaffRole) role));
  self->role = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->role), _("For"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->role), G_LIST_MODEL (roles));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), self->role);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (desk_follow_rule_kind (rule) == DESK_KIND_SERVICE_CASE
                                                         ? page->case_group
                                                         : page->group),
                             self->row);
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (on_role), self);
  g_signal_connect_swapped (self->row, "notify::enable-expansion", G_CALLBACK (on_enabled), self);
}

/* Reading: on a thread by a connection of its own. */

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_autoptr (DeskService) service = desk_service_open (path, DESK_OPEN_READ, clock, &error);

  for (int rule = 1; service != NULL && error == NULL && rule < DESK_N_FOLLOW_RULES; rule++)
    g_ptr_array_add (values,
                     desk_service_get_setting (
                         service, desk_setting_name ((DeskSettingCode) desk_follow_rule_setting ((DeskFollowRule) rule)),
                         &error));
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&values), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Rows that are not read yet are not there: nobody sets what they do not see. */
static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskFollowRulesPage *self = DESK_FOLLOW_RULES_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->text == NULL)
    return;
  if (values == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      say (self, sentence);
      return;
    }
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    {
      add_rule (self, (DeskFollowRule) rule);
      self->rules[rule].saved = g_strdup (values->pdata[rule - 1]);
      show_plan (&self->rules[rule], self->rules[rule].saved);
    }
}

/* Object */

static void
desk_follow_rules_page_dispose (GObject *object)
{
  DeskFollowRulesPage *self = DESK_FOLLOW_RULES_PAGE (object);

  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    if (self->rules[rule].save_id != 0)
      {
        g_clear_handle_id (&self->rules[rule].save_id, g_source_remove);
        save_now (&self->rules[rule]);
      }
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_follow_rules_page_parent_class)->dispose (object);
}

static void
desk_follow_rules_page_finalize (GObject *object)
{
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    g_free (DESK_FOLLOW_RULES_PAGE (object)->rules[rule].saved);
  G_OBJECT_CLASS (desk_follow_rules_page_parent_class)->finalize (object);
}

static void
desk_follow_rules_page_class_init (DeskFollowRulesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_follow_rules_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_follow_rules_page_finalize;
}

static void
desk_follow_rules_page_init (DeskFollowRulesPage *self)
{
  self->group = adw_preferences_group_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("R_ules"));
  adw_preferences_page_set_use_underline (ADW_PREFERENCES_PAGE (self), TRUE);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "object-select-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Followed Up by Itself"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("The same for everybody who works with it"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->group));
  self->case_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->case_group), _("Repairs and Complaints"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->case_group),
                                         _("What is due soon, waits or is agreed goes to whoever works on it, the rest to these"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->case_group));
}

/* Returns: (transfer floating): the page, its settings asked for. */
AdwPreferencesPage *
desk_follow_rules_page_new (DeskEngine *engine, DeskText *text)
{
  DeskFollowRulesPage *self = g_object_new (DESK_TYPE_FOLLOW_RULES_PAGE, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_task_set_source_tag (task, desk_follow_rules_page_new);
  g_task_set_task_data (task, g_strdup (desk_engine_get_path (engine)), g_free);
  g_task_run_in_thread (task, read_in_thread);
  return ADW_PREFERENCES_PAGE (self);
}

/* Returns: whether whoever is at the desk may change what stands there. */
gboolean
desk_follow_rules_page_is_for (DeskEngine *engine)
{
  return desk_engine_get_state (engine) != DESK_ENGINE_READ_ONLY
         && desk_engine_may (engine, DESK_RIGHT_SETTING_EDIT, TRUE, 0, 0) == DESK_MAY;
}
