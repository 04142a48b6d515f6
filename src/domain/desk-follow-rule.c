/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-rule.h"

#include "desk-follow-up.h"
#include "desk-right.h"
#include "desk-setting.h"

static const struct
{
  const char *nick;
  DeskKind kind;
  DeskTopic topic;
  DeskFollowShape shape;
  DeskSettingCode setting;
} rules[DESK_N_FOLLOW_RULES] = {
#define X(name, number, nick, kind, topic, shape)                                                     \
  [DESK_FOLLOW_RULE_##name] = { nick, DESK_KIND_##kind, DESK_TOPIC_##topic, DESK_FOLLOW_##shape, \
                                DESK_SETTING_FOLLOW_##name },
  DESK_FOLLOW_RULES (X)
#undef X
};

/* The name of @rule, static. */
const char *
desk_follow_rule_nick (DeskFollowRule rule)
{
  return rules[rule].nick;
}

/* The kind of the records @rule looks at. */
DeskKind
desk_follow_rule_kind (DeskFollowRule rule)
{
  return rules[rule].kind;
}

/* The topic of what @rule makes. */
gint64
desk_follow_rule_topic (DeskFollowRule rule)
{
  return rules[rule].topic;
}

/* When what @rule finds is followed up. */
DeskFollowShape
desk_follow_rule_shape (DeskFollowRule rule)
{
  return rules[rule].shape;
}

/* Whether minutes before or after a moment are a part of how @rule is set. */
gboolean
desk_follow_rule_has_lead (DeskFollowRule rule)
{
  return rules[rule].shape >= DESK_FOLLOW_OVER;
}

/* The setting that says how @rule is set, a DeskSettingCode. */
int
desk_follow_rule_setting (DeskFollowRule rule)
{
  return rules[rule].setting;
}

/* Returns: the rule the setting belongs to, or NONE. */
DeskFollowRule
desk_follow_rule_of_setting (int setting)
{
  for (int i = 1; i < DESK_N_FOLLOW_RULES; i++)
    if (rules[i].nick != NULL && (int) rules[i].setting == setting)
      return (DeskFollowRule) i;
  return DESK_FOLLOW_RULE_NONE;
}

/* @text: digits only. Returns: the number, -1 when it is none or above @most. */
static int
read_number (const char *text, int most)
{
  gint64 value = 0;

  if (*text == '\0')
    return -1;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) || value > most)
        return -1;
      value = value * 10 + (*p - '0');
    }
  return value <= most ? (int) value : -1;
}

static const char *const role_nicks[] = { "desk", "housekeeper", "technician", "cashier", "supervisor", "admin" };

G_STATIC_ASSERT (G_N_ELEMENTS (role_nicks) == DESK_N_STAFF_ROLES);

static int
read_role (const char *text)
{
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (g_str_equal (text, role_nicks[i]))
      return i;
  return -1;
}

static gboolean
read_days (char **part, DeskFollowPlan *plan)
{
  g_auto (GStrv) time = g_strsplit (part[1], ":", -1);
  int hour, minute;

  if (g_strv_length (time) != 2)
    return FALSE;
  plan->days = read_number (part[0], DESK_FOLLOW_DAYS_MOST);
  hour = read_number (time[0], 23);
  minute = read_number (time[1], 59);
  plan->minute = hour * 60 + minute;
  return plan->days >= 0 && hour >= 0 && minute >= 0;
}

/* Reads "14,09:00,desk" of a rule that goes by days, "30,desk" of one that goes by a moment, or "off". Returns: whether it is
 * a plan of @rule; @plan is untouched when not. */
gboolean
desk_follow_plan_parse (DeskFollowRule rule, const char *text, DeskFollowPlan *plan)
{
  g_auto (GStrv) part = g_strsplit (text != NULL ? text : "", ",", -1);
  guint n = g_strv_length (part);
  DeskFollowPlan read = { .on = TRUE };

  if (g_strcmp0 (text, "off") == 0)
    {
      *plan = (DeskFollowPlan){ .on = FALSE };
      return TRUE;
    }
  if (desk_follow_rule_has_lead (rule) || desk_follow_rule_shape (rule) == DESK_FOLLOW_REACHED)
    {
      if (n != 2)
        return FALSE;
      read.lead = read_number (part[0], desk_follow_rule_has_lead (rule) ? DESK_FOLLOW_LEAD_MOST : 0);
      if (read.lead < 0)
        return FALSE;
    }
  else if (n != 3 || !read_days (part, &read))
    return FALSE;
  read.role = read_role (part[n - 1]);
  if (read.role < 0)
    return FALSE;
  *plan = read;
  return TRUE;
}

/* Returns: (transfer full): the text desk_follow_plan_parse() reads. */
char *
desk_follow_plan_format (DeskFollowRule rule, const DeskFollowPlan *plan)
{
  if (!plan->on)
    return g_strdup ("off");
  if (desk_follow_rule_has_lead (rule) || desk_follow_rule_shape (rule) == DESK_FOLLOW_REACHED)
    return g_strdup_printf ("%d,%s", plan->lead, role_nicks[plan->role]);
  return g_strdup_printf ("%d,%02d:%02d,%s", plan->days, plan->minute / 60, plan->minute % 60, role_nicks[plan->role]);
}

/* When what falls due on @day is to be followed up: the plan's days before it, never before today, when the record was
 * entered too late for that. Returns: Unix seconds. */
gint64
desk_follow_plan_due (const DeskFollowPlan *plan, DeskDay day, DeskDay today, GTimeZone *zone)
{
  DeskDay when = MAX (desk_day_add (day, -plan->days), today);
  g_autoptr (GDateTime) time = g_date_time_new (zone, desk_day_year (when), desk_day_month (when),
                                                desk_day_of_month (when), plan->minute / 60, plan->minute % 60, 0);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}
