/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Settings, counters, staff, acts, trail, timeline. */
#define DESK_SQL_SPINE(X)                                                                                        \
  X (SETTING_BY_NAME, "SELECT id FROM setting WHERE name = :name")                                               \
  X (SETTING_VALUE, "SELECT value FROM setting WHERE name = :name")                                              \
  X (COUNTER_NEXT, "INSERT INTO counter (name, last) VALUES (:name, 1) "                                         \
                   "ON CONFLICT (name) DO UPDATE SET last = counter.last + 1 WHERE counter.name = :name RETURNING last") \
  X (STAFF_NAME, "SELECT name FROM staff WHERE id = :id")                                                        \
  X (ACT_ADD, "INSERT INTO act (at, staff_id, use_case, request_key, kind, record_id, undoes) "                  \
              "VALUES (:at, :staff_id, :use_case, :request_key, :kind, :record_id, :undoes)")                    \
  X (ACT_RECORD, "UPDATE act SET kind = :kind, record_id = :record_id WHERE id = :id")                           \
  X (ACT_UNDOES, "UPDATE act SET undoes = :undoes WHERE id = :id")                                                \
  X (ACT_GET, "SELECT staff_id, use_case, kind, record_id, undoes, undone_by, at FROM act WHERE id = :id")       \
  X (ACT_BY_KEY, "SELECT id, kind, record_id FROM act WHERE request_key = :request_key")                         \
  X (ACT_UNDONE, "UPDATE act SET undone_by = :undone_by WHERE id = :id AND undone_by IS NULL")                   \
  X (ACT_REVIVED, "UPDATE act SET undone_by = NULL WHERE id = :id")                                              \
  X (ACT_WITHOUT_TRAIL, "SELECT a.id FROM act a LEFT JOIN trail t ON t.act_id = a.id WHERE t.id IS NULL "       \
                        "ORDER BY a.id LIMIT 1")                                                                 \
  X (ACT_ITEM_ADD, "INSERT INTO act_item (act_id, seq, kind, record_id, changes) "                                        \
                   "VALUES (:act_id, :seq, :kind, :record_id, :changes)")                                        \
  X (ACT_ITEMS, "SELECT kind, record_id, changes FROM act_item WHERE act_id = :act_id ORDER BY seq DESC")                 \
  X (TRAIL_HEAD, "SELECT id, hash FROM trail ORDER BY id DESC LIMIT 1")                                          \
  X (TRAIL_ADD, "INSERT INTO trail (id, act_id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash) " \
                "VALUES (:id, :act_id, :at, :staff_id, :use_case, :kind, :record_id, :salt, :changes, :digest, :hash)") \
  X (TRAIL_OF_ACT, "SELECT id, kind, record_id, changes FROM trail WHERE act_id = :act_id ORDER BY id DESC")     \
  X (TRAIL_LAST_OF_RECORD, "SELECT t.staff_id, t.at, s.name, t.act_id FROM trail t LEFT JOIN staff s ON s.id = t.staff_id " \
                           "WHERE t.kind = :kind AND t.record_id = :record_id AND t.use_case NOT IN ('reveal_number', 'reveal_orders', 'sign_in', 'leave_desk', 'note_refusal') "  \
                           "ORDER BY t.id DESC LIMIT 1")                                                         \
  X (TRAIL_LAST_OF_PERSON, "SELECT t.staff_id, t.at, s.name, t.act_id FROM timeline l "                          \
                           "JOIN trail t ON t.id = l.trail_id LEFT JOIN staff s ON s.id = t.staff_id "           \
                           "WHERE l.kind = 6 AND l.record_id = :record_id AND t.kind IN (6, 7, 8) "              \
                           "AND t.use_case NOT IN ('reveal_number', 'reveal_orders', 'sign_in', 'leave_desk', 'note_refusal') ORDER BY t.id DESC LIMIT 1")                       \
  X (TRAIL_OF_RECORD_AFTER, "SELECT coalesce(s.name, ''), t.changes FROM trail t LEFT JOIN staff s ON s.id = t.staff_id " \
                            "WHERE t.kind = :kind AND t.record_id = :record_id AND t.id > :after ORDER BY t.id DESC") \
  X (TRAIL_OTHER_ACTS, "SELECT (SELECT count(*) FROM trail t JOIN act a ON a.id = t.act_id WHERE t.kind = :kind " \
                       "AND t.record_id = :record_id AND a.id NOT IN (:act_id, :root) AND a.undone_by IS NULL "               \
                       "AND a.undoes IS NULL AND a.use_case NOT IN ('reveal_number', 'reveal_orders', 'sign_in', 'leave_desk', 'note_refusal')) "                                \
                       "+ (SELECT count(*) FROM act_item i JOIN act b ON b.id = i.act_id WHERE i.kind = :kind "  \
                       "AND i.record_id = :record_id AND b.id NOT IN (:act_id, :root) AND b.undone_by IS NULL "               \
                       "AND b.undoes IS NULL)")                                                                  \
  X (TRAIL_ALL, "SELECT id, at, staff_id, use_case, kind, record_id, salt, changes, digest, hash FROM trail "    \
                "WHERE id > :after ORDER BY id LIMIT 1000")                                                      \
  X (TIMELINE_ADD, "INSERT INTO timeline (kind, record_id, happened_at, trail_id) "                              \
                   "VALUES (:kind, :record_id, :happened_at, :trail_id) "                                        \
                   "ON CONFLICT (kind, record_id, happened_at, trail_id) DO NOTHING")                            \
  X (UNITS_OF_PERSON, "SELECT DISTINCT unit_id FROM occupancy WHERE person_id = :person_id AND from_day <= :day " \
                      "AND (to_day = 0 OR to_day > :day)")                                                       \
  X (PERSON_ORDER_SET, "INSERT INTO person_order (person_id, sort_key) VALUES (:person_id, :sort_key) "          \
                       "ON CONFLICT (person_id) DO UPDATE SET sort_key = excluded.sort_key "                     \
                       "WHERE person_order.person_id = excluded.person_id")                                      \
  X (PERSON_ORDER_DROP, "DELETE FROM person_order WHERE person_id = :person_id")                                 \
  X (PERSON_TOUCH, "UPDATE person SET version = version + 1 WHERE id = :id AND version = :version")              \
  X (UNIT_RELABEL, "UPDATE unit SET building_code = :building_code, entrance_code = :entrance_code, label = :label, " \
                   "label_key = :label_key, sort_key = :sort_key WHERE id = :id AND version = :version")         \
  X (COMMUNITY_FIRST, "SELECT id FROM community ORDER BY id LIMIT 1")                                            \
  X (UNIT_PLACE, "SELECT coalesce(building_id, 0), coalesce(entrance_id, 0) FROM unit WHERE id = :id")           \
  X (UNIT_BY_LABEL_KEY, "SELECT id FROM unit WHERE label_key = :label_key")                                      \
  X (UNITS_OF_BUILDING, "SELECT id FROM unit WHERE building_id = :building_id ORDER BY id")                      \
  X (BUILDING_BY_CODE, "SELECT id FROM building WHERE community_id = :community_id AND code = :code")            \
  X (ENTRANCE_BY_CODE, "SELECT id FROM entrance WHERE building_id = :building_id AND code = :code")              \
  X (SHARES_OF_UNIT, "SELECT id, share, from_day, to_day FROM occupancy WHERE unit_id = :unit_id AND role IN (1, 2)") \
  X (SAME_OCCUPANCY, "SELECT id, from_day, to_day FROM occupancy WHERE unit_id = :unit_id "                      \
                     "AND person_id = :person_id AND role = :role AND id <> :id")                                \
  X (OWNERS_OPEN, "SELECT id FROM occupancy WHERE unit_id = :unit_id AND role IN (1, 2) "                        \
                  "AND (to_day = 0 OR to_day > :day)")                                                           \
  X (LEASES_OF_SPACE, "SELECT l.id, l.from_day, l.to_day, coalesce(u.label, p.name, '') FROM space_lease l "     \
                      "LEFT JOIN unit u ON u.id = l.unit_id LEFT JOIN person p ON p.id = l.person_id "           \
                      "WHERE l.space_id = :space_id AND l.id <> :id")                                            \
  X (PHONES_OF_PERSON, "SELECT id FROM phone WHERE person_id = :person_id ORDER BY rank, id")                    \
  X (DOCUMENTS_OF_PERSON, "SELECT id FROM document WHERE person_id = :person_id AND removed_at = 0 ORDER BY id") \
  X (OCCUPANCIES_OF_PERSON, "SELECT id FROM occupancy WHERE person_id = :person_id ORDER BY id")                 \
  X (VEHICLES_OF_PERSON, "SELECT id FROM vehicle WHERE person_id = :person_id ORDER BY id")                      \
  X (LEASES_OF_PERSON, "SELECT id FROM space_lease WHERE person_id = :person_id ORDER BY id")                    \
  X (MERGED_INTO_PERSON, "SELECT id FROM person WHERE merged_into = :person_id ORDER BY id")                     \
  X (STATES_OF_UNIT, "SELECT id FROM unit_state WHERE unit_id = :unit_id ORDER BY id")                           \
  X (STATE_LAST_DAY, "SELECT coalesce(max(from_day), 0) FROM unit_state WHERE unit_id = :unit_id")               \
  X (ENTRANCES_OF_BUILDING, "SELECT id FROM entrance WHERE building_id = :building_id ORDER BY id") \
  X (USERS_OF_COMMUNITY, "SELECT kind FROM (SELECT 2 AS kind, count(*) AS n FROM building WHERE community_id = :id " \
                         "UNION ALL SELECT 4, count(*) FROM unit WHERE community_id = :id) users "               \
                         "WHERE n > 0 ORDER BY kind LIMIT 1")                                                    \
  X (USERS_OF_BUILDING, "SELECT kind FROM (SELECT 4 AS kind, count(*) AS n FROM unit WHERE building_id = :id "   \
                        "UNION ALL SELECT 3, count(*) FROM entrance WHERE building_id = :id "                    \
                        "UNION ALL SELECT 17, count(*) FROM staff_scope WHERE building_id = :id "                \
                        "UNION ALL SELECT 32, count(*) FROM follow_up WHERE building_id = :id) users "           \
                        "WHERE n > 0 ORDER BY CASE WHEN kind = 4 THEN 0 ELSE kind END LIMIT 1")                  \
  X (USERS_OF_ENTRANCE, "SELECT kind FROM (SELECT 4 AS kind, count(*) AS n FROM unit WHERE entrance_id = :id "   \
                        "UNION ALL SELECT 17, count(*) FROM staff_scope WHERE entrance_id = :id "                \
                        "UNION ALL SELECT 32, count(*) FROM follow_up WHERE entrance_id = :id) users "           \
                        "WHERE n > 0 ORDER BY kind LIMIT 1")                                                     \
  X (USERS_OF_UNIT, "SELECT kind FROM (SELECT 9 AS kind, count(*) AS n FROM occupancy WHERE unit_id = :id "      \
                    "UNION ALL SELECT 10, count(*) FROM vehicle WHERE unit_id = :id "                            \
                    "UNION ALL SELECT 11, count(*) FROM space_lease WHERE unit_id = :id OR space_id = :id "      \
                    "UNION ALL SELECT 12, count(*) FROM care_flag WHERE unit_id = :id "                          \
                    "UNION ALL SELECT 13, count(*) FROM instruction WHERE unit_id = :id "                        \
                    "UNION ALL SELECT 32, count(*) FROM follow_up WHERE unit_id = :id) users "                   \
                    "WHERE n > 0 ORDER BY kind LIMIT 1")                                                         \
  X (USERS_OF_PERSON, "SELECT kind FROM (SELECT 9 AS kind, count(*) AS n FROM occupancy WHERE person_id = :id "  \
                      "UNION ALL SELECT 10, count(*) FROM vehicle WHERE person_id = :id "                        \
                      "UNION ALL SELECT 11, count(*) FROM space_lease WHERE person_id = :id "                    \
                      "UNION ALL SELECT 8, count(*) FROM document WHERE person_id = :id "                        \
                      "UNION ALL SELECT 6, count(*) FROM person WHERE merged_into = :id "                        \
                      "UNION ALL SELECT 32, count(*) FROM follow_up WHERE person_id = :id "                      \
                      "UNION ALL SELECT 7, count(*) FROM phone WHERE person_id = :id) users "                    \
                      "WHERE n > 0 ORDER BY kind DESC LIMIT 1")                                                  \
  X (ALL_UNITS, "SELECT id FROM unit ORDER BY id")                                                               \
  X (ALL_PEOPLE, "SELECT id FROM person ORDER BY id")                                                            \
  X (ALL_PHONES, "SELECT id FROM phone ORDER BY id")                                                             \
  X (ALL_VEHICLES, "SELECT id FROM vehicle ORDER BY id")                                                         \
  X (ALL_DOCUMENTS, "SELECT id FROM document ORDER BY id")
