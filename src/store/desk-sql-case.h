/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sql-list.h"

/* Calendars, categories, the log and cases. */
#define DESK_SQL_CASE(X)                                                                                          \
  X (CALENDAR_STAMP, "SELECT (SELECT coalesce(sum(version), 0) + 1000000 * coalesce(sum(id), 0) FROM calendar) "  \
                     "+ (SELECT coalesce(sum(version), 0) + 1000000 * coalesce(sum(id), 0) FROM calendar_day)")   \
  X (CALENDAR_IDS, "SELECT id FROM calendar ORDER BY id")                                                         \
  X (CALENDAR_BY_NICK, "SELECT id FROM calendar WHERE nick = :nick")                                              \
  X (CALENDAR_DAYS, "SELECT day, work FROM calendar_day ORDER BY day")                                            \
  X (CALENDAR_DAY_IDS, "SELECT id FROM calendar_day ORDER BY day")                                                \
  X (CALENDAR_DAY_BY_DAY, "SELECT id FROM calendar_day WHERE day = :day")                                         \
  X (CATEGORY_IDS, "SELECT id FROM category ORDER BY case_kind, rank, id")                                        \
  X (CATEGORY_BY_NAME, "SELECT id FROM category WHERE name = :name AND case_kind = :case_kind "                   \
                       "AND coalesce(parent_id, 0) = :parent_id")                                                 \
  X (CATEGORY_USERS, "SELECT (SELECT count(*) FROM (SELECT 1 FROM service_case WHERE category_id = :id LIMIT 1) c) " \
                     "+ (SELECT count(*) FROM category WHERE parent_id = :id) "                                   \
                     "+ (SELECT count(*) FROM (SELECT 1 FROM callback_draw WHERE category_id = :id LIMIT 1) d)")                                   \
  X (PLACE_BY_NAME, "SELECT id FROM place WHERE building_id = :building_id AND name = :name "                    \
                    "UNION ALL SELECT id FROM place WHERE building_id IS NULL AND name = :name AND :building_id = 0")        \
  X (PHRASE_IDS, "SELECT id FROM phrase ORDER BY rank, id")                                                       \
  X (PHRASE_BY_NAME, "SELECT id FROM phrase WHERE name = :name")                                                  \
  X (PHRASE_TOLD, "SELECT id FROM trail WHERE kind = :kind LIMIT 1")                                              \
  X (CATEGORY_NAMED, "SELECT id FROM category WHERE name = :name AND parent_id IS NOT NULL ORDER BY id LIMIT 1")  \
  X (PLACE_IDS, "SELECT id FROM place ORDER BY building_id, name, id")                                            \
  X (CASE_EVENTS, "SELECT at, ticks FROM case_event WHERE case_id = :case_id ORDER BY id")                        \
  X (CASE_EVENT_IDS, "SELECT id FROM case_event WHERE case_id = :case_id ORDER BY id")                            \
  X (CASE_LAST_EVENT, "SELECT coalesce(max(at), 0) FROM case_event WHERE case_id = :case_id")                     \
  X (CASE_REFRESH, "UPDATE service_case SET building_id = :building_id, entrance_id = :entrance_id, "             \
                   "response_due = :response_due, responded_at = :responded_at, completion_due = :completion_due, " \
                   "done_at = :done_at, finished_due = :finished_due, since = :since, waited = :waited, "         \
                   "next_due = :next_due, warn_at = :warn_at, live = :live, order_key = :order_key WHERE id = :id") \
  X (CASES_BY_CALENDAR, "SELECT id FROM service_case WHERE live = 1 AND next_due <> 0 "                           \
                        "AND (responded_at = 0 OR duration_unit <> 1) ORDER BY id")                               \
  X (CASE_BY_NUMBER, "SELECT id FROM service_case WHERE number = :number")                                        \
  X (CASE_BY_EXTERNAL, "SELECT id FROM service_case WHERE external_no = :external_no AND external_no <> '' "    \
                       "ORDER BY id LIMIT 1")        \
  X (CASE_WAITS_OVER, "SELECT id FROM service_case WHERE wait_until <> 0 AND wait_until <= :now ORDER BY wait_until, id LIMIT 500") \
  X (CASE_TO_CLOSE, "SELECT c.id FROM service_case c WHERE c.state = 6 AND c.done_at < :before AND c.drawn = 0 "  \
                    "AND EXISTS (SELECT 1 FROM callback_line l WHERE l.case_id = c.id AND l.done_at = c.done_at) " \
                    "AND NOT EXISTS (SELECT 1 FROM complaint_stage t WHERE t.case_id = c.id AND t.stage = 7 "     \
                    "AND t.signed_at = 0) "                                                                       \
                    "ORDER BY c.done_at, c.id LIMIT 500")                                                         \
  X (CASES_OF_UNIT_LIVE, "SELECT id FROM service_case WHERE unit_id = :unit_id AND live = 1 ORDER BY opened_at DESC, id DESC LIMIT 50") \
  X (CASES_SAME, "SELECT c.id FROM service_case c JOIN category g ON g.id = c.category_id "                       \
                 "WHERE c.unit_id = :unit_id AND c.opened_at BETWEEN :since AND :before AND c.state <> 9 "          \
                 "AND c.id <> :id "                                                                               \
                 "AND (c.category_id = :category_id OR g.parent_id = :parent_id) "                                \
                 "ORDER BY c.opened_at DESC, c.id DESC LIMIT 5")                                                  \
  X (CASE_LOAD, "SELECT s.id, s.name, s.roles, (SELECT count(*) FROM service_case c WHERE c.assignee_id = s.id "  \
                "AND c.live = 1 AND c.state BETWEEN 2 AND 5) FROM staff s WHERE s.left_on = 0 ORDER BY s.id")     \
  X (CASE_MEMOS_OF_VISIT, "SELECT id FROM memo WHERE visit_id = :visit_id ORDER BY id")                           \
  X (CASES_OF_VISIT, "SELECT id FROM service_case WHERE visit_id = :visit_id ORDER BY id")                        \
  X (MEMOS_OF_VISIT, "SELECT id FROM memo WHERE visit_id = :visit_id ORDER BY id")                                \
  X (LINKS_FROM, "SELECT to_id FROM record_link WHERE from_kind = :kind AND from_id = :id AND to_kind = :to_kind ORDER BY id") \
  X (FILES_OF, "SELECT id FROM attachment WHERE of_kind = :of_kind AND of_id = :of_id ORDER BY id")               \
  X (LAST_VISITS_OF_PERSON, "SELECT id FROM visit WHERE person_id = :person_id ORDER BY at DESC, id DESC LIMIT :limit") \
  X (VISITS_OF_UNIT, "SELECT id FROM visit WHERE unit_id = :unit_id ORDER BY at DESC, id DESC LIMIT :limit")      \
  X (VISITS_OF_PHONE, "SELECT id FROM visit WHERE phone = :phone AND phone <> '' ORDER BY at DESC, id DESC LIMIT :limit") \
  X (COST_LINE_IDS, "SELECT id FROM cost_line WHERE case_id = :case_id ORDER BY id")                              \
  X (QUOTE_STATE, "SELECT state FROM case_quote WHERE case_id = :case_id ORDER BY id DESC LIMIT 1")                \
  X (QUOTE_OF_CASE, "SELECT id FROM case_quote WHERE case_id = :case_id ORDER BY id DESC LIMIT 1")                \
  X (BILLS_READY, "SELECT q.case_id, coalesce(c.building_id, 0) FROM case_quote q JOIN service_case c ON c.id = q.case_id " \
                  "WHERE q.state = 5 ORDER BY q.checked_at, q.id")                                                \
  X (BILLS_TO_CHECK, "SELECT q.case_id, coalesce(c.building_id, 0) FROM case_quote q "                            \
                     "JOIN service_case c ON c.id = q.case_id WHERE q.state = 4 ORDER BY q.billed_at, q.id")      \
  X (BILLS_READY_COUNT, "SELECT count(*) FROM case_quote WHERE state = 5")                                        \
  X (BILLS_TO_CHECK_COUNT, "SELECT count(*) FROM case_quote WHERE state = 4")                                     \
  X (BILL_ROW, "SELECT c.version + q.version, coalesce(u.label, p.name, ''), coalesce(n.name, ''), c.caller, c.phone, " \
               "c.title, c.number, q.amount, coalesce(b.name, ''), coalesce(k.name, ''), "                        \
               "CASE WHEN q.state = 5 THEN q.checked_at ELSE q.billed_at END FROM service_case c "                \
               "JOIN case_quote q ON q.case_id = c.id AND q.state BETWEEN 4 AND 5 "                               \
               "LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN place p ON p.id = c.place_id "                     \
               "LEFT JOIN person n ON n.id = c.person_id LEFT JOIN staff b ON b.id = q.billed_id "                \
               "LEFT JOIN staff k ON k.id = q.checked_id WHERE c.id = :id ORDER BY q.id DESC LIMIT 1")            \
  X (BILLS_MATCH, "SELECT c.id, CASE WHEN lower(c.number || ' ' || c.title || ' ' || c.caller) "                  \
                  "LIKE '%' || lower(:text) || '%' THEN 1 ELSE 0 END, coalesce(c.unit_id, 0) "                    \
                  "FROM case_quote q JOIN service_case c ON c.id = q.case_id WHERE q.state = :state")             \
  X (CASE_REVEALED, "SELECT t.id FROM trail t WHERE t.act_id = :act_id AND t.staff_id = :staff_id "               \
                    "AND t.use_case = 'reveal_orders' AND t.kind = 26 AND t.record_id = :id LIMIT 1")             \
  X (CASES_MERGED_INTO, "SELECT id FROM service_case WHERE merged_into = :id ORDER BY id")                        \
  X (CASES_LIVE, "SELECT id, state, next_due, warn_at, coalesce(assignee_id, 0), coalesce(building_id, 0), " \
                 "coalesce(entrance_id, 0) FROM service_case WHERE kind = :kind AND live = 1 ORDER BY order_key, id")                      \
  X (CASES_CLOSED, "SELECT id, coalesce(building_id, 0) FROM service_case WHERE kind = :kind AND live = 0 "       \
                   "ORDER BY order_key, id")                                                                      \
  X (CASES_CLOSED_COUNT, "SELECT count(*) FROM service_case WHERE kind = :kind AND live = 0")                     \
  X (ROW_COUNT_ADD, "INSERT INTO row_count (kind, part, n) VALUES (:kind, :part, :n) "                          \
                    "ON CONFLICT (kind, part) DO UPDATE SET n = row_count.n + excluded.n")                      \
  X (ROW_COUNT_GET, "SELECT n FROM row_count WHERE kind = :kind AND part = :part")                              \
  X (ROW_COUNT_CLEAR, "DELETE FROM row_count")                                                                  \
  X (CASE_ROW, "SELECT c.version, coalesce(u.label, p.name, ''), c.title, coalesce(g.name, ''), coalesce(s.name, c.queue), " \
               "c.number, coalesce(n.name, ''), c.caller, c.phone, c.next_due, c.state, c.opened_at, c.urgency, c.hurried, " \
               "c.wait_reason, c.since, c.warn_at, c.finished_due, c.severity, "                                  \
               "coalesce((SELECT t.stage FROM complaint_stage t WHERE t.case_id = c.id AND t.signed_at = 0 "       \
               "AND c.state <> 9 ORDER BY t.rank, t.id LIMIT 1), 0), "                                            \
               "CASE WHEN c.duration_unit = 3 AND c.next_due <> 0 AND c.next_due = c.completion_due THEN coalesce(c.calendar_id, 0) " \
               "ELSE 0 END FROM service_case c "                                                                  \
               "LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN place p ON p.id = c.place_id "                     \
               "LEFT JOIN category g ON g.id = c.category_id LEFT JOIN staff s ON s.id = c.assignee_id "          \
               "LEFT JOIN person n ON n.id = c.person_id WHERE c.id = :id")                                       \
  X (VISITS_TODAY, "SELECT id, channel, coalesce(staff_id, 0) FROM visit WHERE at >= :since ORDER BY at, id")     \
  X (VISITS_ALL, "SELECT id, channel, coalesce(staff_id, 0) FROM visit ORDER BY at, id")                          \
  X (VISITS_OPEN, "SELECT id, 0, 0 FROM visit WHERE closed_at = 0 AND link_kind <> :outage_kind ORDER BY at, id") \
  X (VISITS_OFFERED, "SELECT id, 0, 0 FROM visit WHERE closed_at = 0 AND offered_id = :staff_id ORDER BY at, id") \
  X (VISITS_COUNT, "SELECT count(*) FROM visit")                                                                  \
  X (VISITS_OPEN_COUNT, "SELECT count(*) FROM visit WHERE closed_at = 0 AND link_kind <> :outage_kind")           \
  X (VISITS_OFFERED_COUNT, "SELECT count(*) FROM visit WHERE closed_at = 0 AND offered_id = :staff_id")           \
  X (VISIT_ROW, "SELECT v.version, v.at, v.channel, v.kind, coalesce(u.label, p.name, ''), coalesce(n.name, ''), v.caller, " \
                "v.phone, v.about, v.summary, coalesce(c.number, t.name, g.title, ''), v.link_kind, coalesce(s.name, ''), coalesce(o.name, ''), v.closed_at, v.handing " \
                "FROM visit v LEFT JOIN unit u ON u.id = v.unit_id LEFT JOIN place p ON p.id = v.place_id "       \
                "LEFT JOIN person n ON n.id = v.person_id LEFT JOIN staff s ON s.id = v.staff_id "                \
                "LEFT JOIN staff o ON o.id = v.owner_id "                                                         \
                "LEFT JOIN service_case c ON v.link_kind = :case_kind AND c.id = v.link_id "                       \
                "LEFT JOIN memo m ON v.link_kind = :memo_kind AND m.id = v.link_id LEFT JOIN staff t ON t.id = m.to_id "        \
                "LEFT JOIN outage g ON v.link_kind = :outage_kind AND g.id = v.link_id WHERE v.id = :id")         \
  X (UNIT_BY_ROOM, "SELECT record_id FROM search_key WHERE kind = 4 AND why = 2 AND key = :key LIMIT 2")          \
  X (PERSON_BY_NAME, "SELECT id FROM person WHERE name = :name AND merged_into IS NULL LIMIT 2")                  \
  X (PERSON_OF_UNIT_BY_NAME, "SELECT DISTINCT n.id FROM occupancy o JOIN person n ON n.id = o.person_id "         \
                             "WHERE o.unit_id = :unit_id AND n.name = :name AND " DESK_SQL_TODAY ("o") " LIMIT 2") \
  X (PERSON_BY_PHONE, "SELECT DISTINCT h.person_id FROM search_key k JOIN phone h ON h.id = k.record_id "         \
                      "WHERE k.kind = 7 AND k.why = 9 AND k.key = :key LIMIT 2")                                  \
  X (DEMO_HOUSEHOLDS, "SELECT unit_id, person_id FROM occupancy WHERE role IN (1, 3) AND to_day = 0 ORDER BY id") \
  X (DEMO_CATEGORIES, "SELECT id, name FROM category WHERE parent_id IS NOT NULL ORDER BY id")                    \
  X (CATEGORY_ANYWHERE, "SELECT id FROM category WHERE name = :name AND case_kind = :case_kind "                  \
                        "AND parent_id IS NOT NULL ORDER BY id LIMIT 1")                                          \
  X (EXPORT_CASES, "SELECT c.number, c.external_no, c.kind, coalesce(g.name, ''), c.title, coalesce(u.label, ''), " \
                   "coalesce(p.name, ''), c.state, c.opened_at, c.closed_at, c.done_at, c.promised_due, c.completion_due, " \
                   "c.finished_due, coalesce(s.name, c.queue), c.result FROM service_case c "                     \
                   "LEFT JOIN category g ON g.id = c.category_id LEFT JOIN unit u ON u.id = c.unit_id "           \
                   "LEFT JOIN place p ON p.id = c.place_id LEFT JOIN staff s ON s.id = c.assignee_id ORDER BY c.id") \
  X (COMPLAINT_OF_CASE, "SELECT id FROM complaint WHERE case_id = :case_id")                                        \
  X (STAGE_IDS, "SELECT id FROM complaint_stage WHERE case_id = :case_id ORDER BY rank, id")                      \
  X (COMPLAINTS_LIVE_OF, "SELECT id FROM service_case WHERE kind = 2 AND live = 1 AND severity = :severity "       \
                         "AND external_no = '' ORDER BY id")                                                    \
  X (STAGE_NEXT_DUE, "SELECT coalesce(min(due_at), 0) FROM complaint_stage WHERE case_id = :case_id "             \
                     "AND signed_at = 0 AND due_at > 0")                                                          \
  X (COMPLAINTS_NEAR, "SELECT id FROM service_case WHERE kind = 2 AND building_id = :building_id "                \
                      "AND category_id = :category_id AND opened_at BETWEEN :since AND :before AND state <> 9 "   \
                      "AND id <> :id ORDER BY opened_at DESC, id DESC LIMIT 50")                                  \
  X (COMPLAINT_GROUPS, "SELECT building_id, category_id, count(*) FROM service_case WHERE kind = 2 AND live = 1 " \
                       "AND building_id > 0 AND category_id > 0 AND opened_at >= :since "                         \
                       "GROUP BY building_id, category_id HAVING count(*) >= :least "                             \
                       "ORDER BY count(*) DESC, building_id, category_id LIMIT 5")                                \
  X (COMPLAINTS_OF_GROUP, "SELECT id FROM service_case WHERE kind = 2 AND live = 1 AND building_id = :building_id " \
                          "AND category_id = :category_id AND opened_at >= :since ORDER BY opened_at, id LIMIT 200") \
  X (CASES_LINKED, "SELECT to_id AS id FROM record_link WHERE from_kind = 26 AND from_id = :id AND to_kind = 26 "       \
                   "UNION SELECT from_id AS id FROM record_link WHERE to_kind = 26 AND to_id = :id AND from_kind = 26 " \
                   "ORDER BY id")                                                                                  \
  X (CALLBACK_WAITING, "SELECT c.id, c.done_at FROM service_case c WHERE c.state = 6 AND c.done_at < :before "     \
                       "AND NOT EXISTS (SELECT 1 FROM callback_line l WHERE l.case_id = c.id AND l.done_at = c.done_at) " \
                       "UNION ALL SELECT c.id, c.done_at FROM service_case c WHERE c.state = 7 AND c.done_at < :before " \
                       "AND NOT EXISTS (SELECT 1 FROM callback_line l WHERE l.case_id = c.id AND l.done_at = c.done_at) " \
                       "ORDER BY done_at, id")                                                                    \
  X (CALLBACK_CLOSED, "SELECT c.id, c.done_at FROM service_case c WHERE c.state = 8 AND c.external_no = '' "      \
                      "AND c.done_at >= :since AND c.done_at < :before "                                          \
                      "AND NOT EXISTS (SELECT 1 FROM callback_line l WHERE l.case_id = c.id AND l.done_at = c.done_at) " \
                      "ORDER BY c.done_at, c.id")                                                                 \
  X (CALLBACK_DRAW_OF, "SELECT id FROM callback_draw WHERE day = :day AND coalesce(category_id, 0) = :category_id LIMIT 1") \
  X (CALLBACK_PERIOD, "SELECT coalesce(sum(population), 0), coalesce(sum(taken), 0) FROM callback_draw "          \
                      "WHERE period = :period AND coalesce(category_id, 0) = :category_id")                       \
  X (CALLBACK_DRAWS, "SELECT d.id, coalesce(g.name, ''), coalesce(p.name, '') FROM callback_draw d "              \
                     "LEFT JOIN category g ON g.id = d.category_id LEFT JOIN category p ON p.id = g.parent_id "   \
                     "WHERE d.day = :day ORDER BY coalesce(d.category_id, 0), d.id")                              \
  X (CALLBACK_LINES, "SELECT l.id, c.number, c.state, c.answer, c.call_tries FROM callback_line l "               \
                     "JOIN service_case c ON c.id = l.case_id WHERE l.draw_id = :draw_id ORDER BY l.draw_key, l.id") \
  X (CALLBACK_SHARES, "SELECT coalesce(d.category_id, 0), coalesce(g.name, ''), coalesce(p.name, ''), max(d.callback_share), " \
                      "sum(d.population), sum(d.taken) FROM callback_draw d "                                     \
                      "LEFT JOIN category g ON g.id = d.category_id LEFT JOIN category p ON p.id = g.parent_id "   \
                      "WHERE d.period = :period GROUP BY d.category_id, g.name, p.name, g.case_kind, g.rank "      \
                      "ORDER BY g.case_kind DESC, g.rank, d.category_id")                                         \
  X (CALLBACK_ANSWERS, "SELECT coalesce(d.category_id, 0), e.answer, count(*) FROM callback_draw d "              \
                       "JOIN callback_line l ON l.draw_id = d.id AND l.taken > 0 "                                \
                       "JOIN case_event e ON e.case_id = l.case_id AND e.answer > 0 AND e.at >= l.done_at "        \
                       "AND NOT EXISTS (SELECT 1 FROM callback_line n WHERE n.case_id = l.case_id AND n.done_at > l.done_at " \
                       "AND n.done_at <= e.at) WHERE d.period = :period GROUP BY d.category_id, e.answer "        \
                       "ORDER BY d.category_id, e.answer")                                                        \
  X (CALLBACKS_OPEN, "SELECT c.id, c.kind, c.done_at + 86400 * coalesce(g.callback_days, 3), c.call_again, c.call_tries, " \
                     "coalesce(c.building_id, 0) FROM service_case c LEFT JOIN category g ON g.id = c.category_id " \
                     "WHERE c.state = 7 ORDER BY c.done_at + 86400 * coalesce(g.callback_days, 3), c.id")         \
  X (CALLBACK_OF, "SELECT c.done_at + 86400 * coalesce(g.callback_days, 3), c.call_again, c.call_tries, c.result " \
                  "FROM service_case c LEFT JOIN category g ON g.id = c.category_id WHERE c.id = :id")            \
  X (STAFF_LEFT, "SELECT left_on, name FROM staff WHERE id = :id")
