/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the rules that make follow-ups look for (desk-follow-rule.h). Each has two statements: what falls due after :after and
 * until :until and has no follow-up yet, and which of its open follow-ups no longer match their record. What is found is told
 * as record, day, moment, unit, person, building, who has it in hand, urgent, words. */

/* The person, while they work here; 0 nobody. */
#define DESK_SQL_WORKS(column) \
  "coalesce((SELECT w.id FROM staff w WHERE w.id = " column " AND w.left_on = 0), 0)"

/* Is there no follow-up of the rules for @condition? */
#define DESK_SQL_NO_FOLLOW_UP(rules, condition) \
  "NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.rule > 0 AND f.rule IN (" rules ") AND f.about_id = " condition ") "

#define DESK_SQL_RULED(number) "SELECT f.id FROM follow_up f WHERE f.rule = " number " AND f.rule > 0 AND f.state = 1 "

/* What a rule finds of a case. */
#define DESK_SQL_CASE_FOUND(moment, in_hand)                                                                          \
  "SELECT c.id, 0, " moment ", coalesce(c.unit_id, 0), coalesce(c.person_id, 0), coalesce(c.building_id, 0), " in_hand \
  ", CASE WHEN c.urgency > 1 OR c.severity > 2 THEN 1 ELSE 0 END, c.number || ' ' || c.title FROM service_case c "

/* When somebody raised it to major; 0: nobody did. */
#define DESK_SQL_RAISED_AT \
  "(SELECT coalesce(max(e.at), 0) FROM case_event e WHERE e.case_id = c.id AND e.kind = 9 AND e.severity = 3)"

/* The same of whoever works on it: given to somebody else it is found anew, unless a person handed the follow-up on. */
#define DESK_SQL_FIND_ASSIGNED(number, moment, which)                                                                 \
  DESK_SQL_CASE_FOUND (moment, DESK_SQL_WORKS ("c.assignee_id"))                                                      \
  "WHERE " which " AND " moment " > :after AND " moment " <= :until AND "                                             \
  DESK_SQL_NO_FOLLOW_UP (number, "c.id AND f.rule_at = " moment " AND (f.hand <> 0 OR coalesce(f.owner_id, 0) = "     \
                         DESK_SQL_WORKS ("c.assignee_id") ")")                                                        \
  "ORDER BY " moment ", c.id LIMIT :limit"
#define DESK_SQL_STALE_ASSIGNED(number, which)                                                                        \
  DESK_SQL_RULED (number) "AND NOT EXISTS (SELECT 1 FROM service_case c WHERE c.id = f.about_id AND (" which ") "     \
  "AND (f.hand <> 0 OR coalesce(f.owner_id, 0) = " DESK_SQL_WORKS ("c.assignee_id") ")) ORDER BY f.id LIMIT :limit"

/* A rung of the ladder: not where it or one above stands already, and gone once one above does. */
#define DESK_SQL_FIND_RUNG(from_here)                                                                                 \
  DESK_SQL_CASE_FOUND ("c.next_due", "0")                                                                             \
  "WHERE c.live = 1 AND c.next_due > 0 AND c.next_due > :after AND c.next_due <= :until AND "                         \
  DESK_SQL_NO_FOLLOW_UP (from_here, "c.id AND f.rule_at = c.next_due") "ORDER BY c.next_due, c.id LIMIT :limit"
#define DESK_SQL_STALE_RUNG(number, above)                                                                            \
  DESK_SQL_RULED (number) "AND (NOT EXISTS (SELECT 1 FROM service_case c WHERE c.id = f.about_id AND c.live = 1 "     \
  "AND c.next_due = f.rule_at) OR EXISTS (SELECT 1 FROM follow_up g WHERE g.rule > 0 AND g.rule IN (" above ") "      \
  "AND g.about_id = f.about_id AND g.rule_at = f.rule_at)) ORDER BY f.id LIMIT :limit"

/* When somebody is to be called for a message; without a time, when it was taken down. One that was taken down at the desk has
 * its reminder from then on. */
#define DESK_SQL_MEMO_AT "(CASE WHEN m.call_at > 0 THEN m.call_at ELSE m.at END)"

/* A question that nobody answered and nothing was made of. */
#define DESK_SQL_ENQUIRY "v.closed_at = 0 AND v.kind = 2 AND v.link_id = 0 "
#define DESK_SQL_FIND_ENQUIRY(number)                                                                                 \
  "SELECT v.id, 0, v.at, coalesce(v.unit_id, 0), coalesce(v.person_id, 0), 0, " DESK_SQL_WORKS ("v.owner_id")         \
  ", 0, v.about FROM visit v WHERE " DESK_SQL_ENQUIRY "AND v.at > :after AND v.at <= :until AND "                     \
  DESK_SQL_NO_FOLLOW_UP (number, "v.id AND f.rule_at = v.at") "ORDER BY v.at, v.id LIMIT :limit"
#define DESK_SQL_STALE_ENQUIRY(number)                                                                                \
  DESK_SQL_RULED (number) "AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = f.about_id AND " DESK_SQL_ENQUIRY       \
  "AND v.at = f.rule_at) ORDER BY f.id LIMIT :limit"

#define DESK_SQL_FOLLOW_RULE(X)                                                                                       \
  X (FOLLOW_RULE_LEASE_END,                                                                                           \
     "SELECT t.id, t.to_day, 0, t.space_id, coalesce(t.person_id, 0), 0, 0, 0, '' FROM space_lease t "                \
     "WHERE t.to_day > :after AND t.to_day <= :until AND "                                                            \
     DESK_SQL_NO_FOLLOW_UP ("1", "t.id AND f.rule_day = t.to_day") "ORDER BY t.to_day, t.id LIMIT :limit")            \
  X (FOLLOW_RULE_LEASE_END_STALE,                                                                                     \
     DESK_SQL_RULED ("1") "AND NOT EXISTS (SELECT 1 FROM space_lease t WHERE t.id = f.about_id "                      \
     "AND t.to_day = f.rule_day) ORDER BY f.id LIMIT :limit")                                                         \
  X (FOLLOW_RULE_INSTRUCTION,                                                                                         \
     "SELECT t.id, t.to_day, 0, t.unit_id, 0, 0, 0, 0, '' FROM instruction t "                                        \
     "WHERE t.to_day > :after AND t.to_day <= :until AND "                                                            \
     DESK_SQL_NO_FOLLOW_UP ("2", "t.id AND f.rule_day = t.to_day") "ORDER BY t.to_day, t.id LIMIT :limit")            \
  X (FOLLOW_RULE_INSTRUCTION_STALE,                                                                                   \
     DESK_SQL_RULED ("2") "AND NOT EXISTS (SELECT 1 FROM instruction t WHERE t.id = f.about_id "                      \
     "AND t.to_day = f.rule_day) ORDER BY f.id LIMIT :limit")                                                         \
  X (FOLLOW_RULE_REQUEST,                                                                                             \
     "SELECT r.id, 0, 0, 0, 0, 0, 0, 0, '' FROM request r WHERE r.state = 1 AND :after <= :until AND "                \
     DESK_SQL_NO_FOLLOW_UP ("3", "r.id") "ORDER BY r.id LIMIT :limit")                                                \
  X (FOLLOW_RULE_REQUEST_STALE,                                                                                       \
     DESK_SQL_RULED ("3") "AND NOT EXISTS (SELECT 1 FROM request r WHERE r.id = f.about_id AND r.state = 1) "         \
     "ORDER BY f.id LIMIT :limit")                                                                                    \
  X (FOLLOW_RULE_CASE_SOON, DESK_SQL_FIND_ASSIGNED ("4", "c.warn_at", "c.live = 1 AND c.warn_at > 0"))                \
  X (FOLLOW_RULE_CASE_SOON_STALE, DESK_SQL_STALE_ASSIGNED ("4", "c.live = 1 AND c.warn_at = f.rule_at"))              \
  X (FOLLOW_RULE_CASE_LATE, DESK_SQL_FIND_RUNG ("5, 6, 7"))                                                      \
  X (FOLLOW_RULE_CASE_LATE_STALE, DESK_SQL_STALE_RUNG ("5", "6, 7"))                                                  \
  X (FOLLOW_RULE_CASE_ESCALATED, DESK_SQL_FIND_RUNG ("6, 7"))                                                    \
  X (FOLLOW_RULE_CASE_ESCALATED_STALE, DESK_SQL_STALE_RUNG ("6", "7"))                                                \
  X (FOLLOW_RULE_CASE_TOP, DESK_SQL_FIND_RUNG ("7"))                                                             \
  X (FOLLOW_RULE_CASE_TOP_STALE, DESK_SQL_STALE_RUNG ("7", "-1"))                                                     \
  X (FOLLOW_RULE_CASE_BACK, DESK_SQL_FIND_ASSIGNED ("8", "c.wait_until", "c.wait_until <> 0 AND c.state = 5"))        \
  X (FOLLOW_RULE_CASE_BACK_STALE, /* it goes on by itself at that time; then somebody has to */                       \
     DESK_SQL_STALE_ASSIGNED ("8", "(c.state = 5 AND c.wait_until = f.rule_at) "                                      \
                                   "OR (c.state = 4 AND c.since >= f.rule_at)"))                                      \
  X (FOLLOW_RULE_APPOINTMENT,                                                                                         \
     DESK_SQL_FIND_ASSIGNED ("9", "c.appointment_from", "c.live = 1 AND c.appointment_from > 0 AND c.state < 6"))     \
  X (FOLLOW_RULE_APPOINTMENT_STALE,                                                                                   \
     DESK_SQL_STALE_ASSIGNED ("9", "c.state < 6 AND c.appointment_from = f.rule_at"))                                 \
  X (FOLLOW_RULE_COMPLAINT, /* raised to major it reaches them again */                                               \
     DESK_SQL_CASE_FOUND (DESK_SQL_RAISED_AT, "0") "WHERE c.live = 1 AND c.severity > 1 AND c.kind = 2 AND c.state < 6 " \
     "AND :after <= :until AND " DESK_SQL_NO_FOLLOW_UP ("10", "c.id AND f.rule_at = " DESK_SQL_RAISED_AT)             \
     "ORDER BY c.id LIMIT :limit")                                                                                    \
  X (FOLLOW_RULE_COMPLAINT_STALE,                                                                                     \
     DESK_SQL_RULED ("10") "AND NOT EXISTS (SELECT 1 FROM service_case c WHERE c.id = f.about_id AND c.live = 1 "     \
     "AND c.severity > 1 AND c.kind = 2 AND c.state < 6 AND f.rule_at = " DESK_SQL_RAISED_AT ") ORDER BY f.id LIMIT :limit") \
  X (FOLLOW_RULE_CALLBACK, /* answered with C it is done again, and called about again */                             \
     DESK_SQL_CASE_FOUND ("c.done_at", "0") "WHERE c.state = 7 AND :after <= :until AND "                             \
     DESK_SQL_NO_FOLLOW_UP ("11", "c.id AND f.rule_at = c.done_at") "ORDER BY c.id LIMIT :limit")                     \
  X (FOLLOW_RULE_CALLBACK_STALE,                                                                                      \
     DESK_SQL_RULED ("11") "AND NOT EXISTS (SELECT 1 FROM service_case c WHERE c.id = f.about_id AND c.state = 7 "    \
     "AND c.done_at = f.rule_at) ORDER BY f.id LIMIT :limit")                                                         \
  X (FOLLOW_RULE_MEMO,                                                                                                \
     "SELECT m.id, 0, " DESK_SQL_MEMO_AT ", coalesce(m.unit_id, 0), 0, 0, " DESK_SQL_WORKS ("m.to_id") ", 0, "        \
     "CASE WHEN m.from_name <> '' THEN m.from_name || ' ' || m.text ELSE m.text END FROM memo m "                     \
     "WHERE m.answered_at = 0 AND NOT EXISTS (SELECT 1 FROM record_link l WHERE l.from_kind = 25 "                    \
     "AND l.from_id = m.id AND l.to_kind = 32) AND " DESK_SQL_MEMO_AT " > :after AND " DESK_SQL_MEMO_AT " <= :until AND "              \
     DESK_SQL_NO_FOLLOW_UP ("12", "m.id AND f.rule_at = " DESK_SQL_MEMO_AT)                                           \
     "ORDER BY " DESK_SQL_MEMO_AT ", m.id LIMIT :limit")                                                              \
  X (FOLLOW_RULE_MEMO_STALE,                                                                                          \
     DESK_SQL_RULED ("12") "AND NOT EXISTS (SELECT 1 FROM memo m WHERE m.id = f.about_id AND m.answered_at = 0 "      \
     "AND " DESK_SQL_MEMO_AT " = f.rule_at) ORDER BY f.id LIMIT :limit")                                              \
  X (FOLLOW_RULE_ENQUIRY, DESK_SQL_FIND_ENQUIRY ("13"))                                                               \
  X (FOLLOW_RULE_ENQUIRY_STALE, DESK_SQL_STALE_ENQUIRY ("13"))                                                        \
  X (FOLLOW_RULE_ENQUIRY_END, DESK_SQL_FIND_ENQUIRY ("14"))                                                           \
  X (FOLLOW_RULE_ENQUIRY_END_STALE, DESK_SQL_STALE_ENQUIRY ("14"))                                                    \
  X (FOLLOW_RULE_NEXT_WARNING,                                                                                        \
     "SELECT warn_at FROM service_case WHERE live = 1 AND warn_at > 0 AND warn_at > :after ORDER BY warn_at LIMIT 1") \
  X (FOLLOW_RULE_NEXT_DUE,                                                                                            \
     "SELECT next_due FROM service_case WHERE live = 1 AND next_due > 0 AND next_due > :after ORDER BY next_due LIMIT 1") \
  X (CASE_NEXT_RESUMING,                                                                                              \
     "SELECT wait_until FROM service_case WHERE wait_until <> 0 AND wait_until > :after ORDER BY wait_until LIMIT 1") \
  X (STAFF_ROLES_HELD, "SELECT DISTINCT roles FROM staff WHERE left_on = 0")
