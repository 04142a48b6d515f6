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
  DeskSettingCode setting;
} rules[DESK_N_FOLLOW_RULES] = {
#define X(name, number, nick, kind, topic) \
  [DESK_FOLLOW_RULE_##name] = { nick, DESK_KIND_##kind, DESK_TOPIC_##topic, DESK_SETTING_FOLLOW_##name },
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

/* Whether what @rule looks at falls due on a day; a request waits from the moment it is made. */
gboolean
desk_follow_rule_has_day (DeskFollowRule rule)
{
  return rule != DESK_FOLLOW_RULE_REQUEST;
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

/* Reads "14,09:00,desk" or "off". Returns: whether it is a plan; @plan is untouched when not. */
gboolean
desk_follow_plan_parse (const char *text, DeskFollowPlan *plan)
{
  static const char *const roles[] = { "desk", "housekeeper", "technician", "cashier", "supervisor", "admin" };
  g_auto (GStrv) part = NULL;
  g_auto (GStrv) time = NULL;
  DeskFollowPlan read = { .on = TRUE, .role = -1 };
  int hour, minute;

  G_STATIC_ASSERT (G_N_ELEMENTS (roles) == DESK_N_STAFF_ROLES);
  if (g_strcmp0 (text, "off") == 0)
    {
      *plan = (DeskFollowPlan){ .on = FALSE };
      return TRUE;
    }
  part = g_strsplit (text != NULL ? text : "", ",", -1);
  if (g_strv_length (part) != 3)
    return FALSE;
  time = g_strsplit (part[1], ":", -1);
  if (g_strv_length (time) != 2)
    return FALSE;
  read.days = read_number (part[0], DESK_FOLLOW_DAYS_MOST);
  hour = read_number (time[0], 23);
  minute = read_number (time[1], 59);
  for (int i = 0; i < DESK_N_STAFF_ROLES; i++)
    if (g_str_equal (part[2], roles[i]))
      read.role = i;
  if (read.days < 0 || hour < 0 || minute < 0 || read.role < 0)
    return FALSE;
  read.minute = hour * 60 + minute;
  *plan = read;
  return TRUE;
}

/* Returns: (transfer full): the text desk_follow_plan_parse() reads. */
char *
desk_follow_plan_format (const DeskFollowPlan *plan)
{
  static const char *const roles[] = { "desk", "housekeeper", "technician", "cashier", "supervisor", "admin" };

  if (!plan->on)
    return g_strdup ("off");
  return g_strdup_printf ("%d,%02d:%02d,%s", plan->days, plan->minute / 60, plan->minute % 60, roles[plan->role]);
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
