/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/*
 * Rules that make follow-ups by themselves. They are data: this table says what a rule looks at, the setting
 * "follow_up.<nick>" whether, how long before, at what time and for whom. A kind that comes later adds a line here, its setting
 * (desk-setting.h), its statement of what falls due (desk-sql-follow-up.h), and nothing else.
 *
 * Name, number (stored: append, never renumber), nick, kind of the record looked at, topic.
 */
#define DESK_FOLLOW_RULES(X)                                \
  X (LEASE_END, 1, "lease_end", SPACE_LEASE, LEASE_END)    \
  X (INSTRUCTION, 2, "instruction", INSTRUCTION, INSTRUCTION) \
  X (REQUEST, 3, "request", REQUEST, REQUEST) /* at once: it waits from the moment it is made */

typedef enum
{
  DESK_FOLLOW_RULE_NONE = 0,
#define X(name, number, ...) DESK_FOLLOW_RULE_##name = number,
  DESK_FOLLOW_RULES (X)
#undef X
  DESK_N_FOLLOW_RULES /* one above the last */
} DeskFollowRule;

/* How one rule is set: "days before, time of day, role", or "off". */
typedef struct
{
  gboolean on;
  int days;   /* before the record's day, 0–365 */
  int minute; /* of the day */
  int role;   /* DeskStaffRole: who owns what it makes */
} DeskFollowPlan;

#define DESK_FOLLOW_DAYS_MOST 365

const char *desk_follow_rule_nick (DeskFollowRule rule);
DeskKind desk_follow_rule_kind (DeskFollowRule rule);
gint64 desk_follow_rule_topic (DeskFollowRule rule);
gboolean desk_follow_rule_has_day (DeskFollowRule rule);
int desk_follow_rule_setting (DeskFollowRule rule);
DeskFollowRule desk_follow_rule_of_setting (int setting);
gboolean desk_follow_plan_parse (const char *text, DeskFollowPlan *plan);
char *desk_follow_plan_format (const DeskFollowPlan *plan);
gint64 desk_follow_plan_due (const DeskFollowPlan *plan, DeskDay day, DeskDay today, GTimeZone *zone);

G_END_DECLS
