/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* When what a rule found is to be followed up. */
typedef enum
{
  DESK_FOLLOW_DAY,     /* some days before a day, at a time of day */
  DESK_FOLLOW_ONCE,    /* at once */
  DESK_FOLLOW_REACHED, /* at a moment, and not found before it has come */
  DESK_FOLLOW_OVER,    /* the same, some minutes after it: the rungs of a ladder */
  DESK_FOLLOW_BEFORE,  /* some minutes before a moment; found as soon as that is known */
  DESK_FOLLOW_AFTER,   /* some minutes after a moment; found as soon as that is known */
  DESK_FOLLOW_WORKED,  /* the same, in minutes of the desk's working time */
} DeskFollowShape;

/*
 * Rules that make follow-ups by themselves. They are data: this table says what a rule looks at, the setting
 * "follow_up.<nick>" whether, how long before or after, and for whom. A kind that comes later adds a line here, its setting
 * (desk-setting.h), its two statements (desk-sql-follow-up.h), its title (desk-text-follow-up.c), and nothing else.
 * CASE_LATE to CASE_TOP are one ladder: the higher rung takes the place of the lower.
 *
 * Name, number (stored: append, never renumber), nick, kind of the record looked at, topic, shape.
 */
#define DESK_FOLLOW_RULES(X)                                             \
  X (LEASE_END, 1, "lease_end", SPACE_LEASE, LEASE_END, DAY)             \
  X (INSTRUCTION, 2, "instruction", INSTRUCTION, INSTRUCTION, DAY)       \
  X (REQUEST, 3, "request", REQUEST, REQUEST, ONCE)                      \
  X (CASE_SOON, 4, "case_soon", SERVICE_CASE, CASE_SOON, REACHED)        \
  X (CASE_LATE, 5, "case_late", SERVICE_CASE, CASE_LATE, OVER)           \
  X (CASE_ESCALATED, 6, "case_escalated", SERVICE_CASE, ESCALATED, OVER) \
  X (CASE_TOP, 7, "case_top", SERVICE_CASE, ESCALATED, OVER)             \
  X (CASE_BACK, 8, "case_back", SERVICE_CASE, CASE_BACK, BEFORE)         \
  X (APPOINTMENT, 9, "appointment", SERVICE_CASE, APPOINTMENT, BEFORE)   \
  X (COMPLAINT, 10, "complaint", SERVICE_CASE, COMPLAINT, ONCE)          \
  X (CALLBACK, 11, "callback", SERVICE_CASE, CALL, ONCE)                 \
  X (MEMO, 12, "memo", MEMO, MESSAGE, BEFORE)                            \
  X (ENQUIRY, 13, "enquiry", VISIT, ENQUIRY, WORKED)                     \
  X (ENQUIRY_END, 14, "enquiry_end", VISIT, ENQUIRY, AFTER)

typedef enum
{
  DESK_FOLLOW_RULE_NONE = 0,
#define X(name, number, ...) DESK_FOLLOW_RULE_##name = number,
  DESK_FOLLOW_RULES (X)
#undef X
  DESK_N_FOLLOW_RULES /* one above the last */
} DeskFollowRule;

/* How one rule is set: "days before, time of day, role" where it goes by days, "minutes, role" where it goes by a moment, or
 * "off". Who already has what it found in hand owns the follow-up; the role stands in where nobody has. */
typedef struct
{
  gboolean on;
  int days;   /* DAY: before the record's day, 0–365 */
  int minute; /* DAY: of the day */
  int lead;   /* OVER, BEFORE, AFTER, WORKED: minutes */
  int role;   /* DeskStaffRole */
} DeskFollowPlan;

#define DESK_FOLLOW_DAYS_MOST 365
#define DESK_FOLLOW_LEAD_MOST (30 * 24 * 60)

const char *desk_follow_rule_nick (DeskFollowRule rule);
DeskKind desk_follow_rule_kind (DeskFollowRule rule);
gint64 desk_follow_rule_topic (DeskFollowRule rule);
DeskFollowShape desk_follow_rule_shape (DeskFollowRule rule);
gboolean desk_follow_rule_has_lead (DeskFollowRule rule);
int desk_follow_rule_setting (DeskFollowRule rule);
DeskFollowRule desk_follow_rule_of_setting (int setting);
gboolean desk_follow_plan_parse (DeskFollowRule rule, const char *text, DeskFollowPlan *plan);
char *desk_follow_plan_format (DeskFollowRule rule, const DeskFollowPlan *plan);
gint64 desk_follow_plan_due (const DeskFollowPlan *plan, DeskDay day, DeskDay today, GTimeZone *zone);

G_END_DECLS
