/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Search keys and what a hit is called. A range gives key, the record the key is of, and the record that is shown:
 * of a phone or a document its person, or the one that person turned out to be. CROSS JOIN keeps the keys outermost. */
#define DESK_SQL_RANGE(shown, more, where)                                                                 \
  "SELECT k.key, k.record_id, " shown " FROM search_key k " more "WHERE k.kind = :kind AND k.why = :why "  \
  "AND k.key >= :low AND k.key < :high" where " ORDER BY k.key, k.record_id"
#define DESK_SQL_RANGE_PERSON(table)                                                          \
  DESK_SQL_RANGE ("coalesce(p.merged_into, p.id)", "CROSS JOIN " table " n CROSS JOIN person p ", \
                  " AND n.id = k.record_id AND p.id = n.person_id")

#define DESK_SQL_SEARCH(X)                                                                                     \
  X (SEARCH_KEY_ADD, "INSERT INTO search_key (key, kind, why, record_id) VALUES (:key, :kind, :why, :record_id) " \
                     "ON CONFLICT (kind, why, key, record_id) DO NOTHING")                                     \
  X (SEARCH_KEY_DROP, "DELETE FROM search_key WHERE key = :key AND kind = :kind AND why = :why AND record_id = :record_id") \
  X (SEARCH_KEY_COUNT, "SELECT count(*) FROM search_key")                                                      \
  X (SEARCH_KEY_HAS, "SELECT 1 FROM search_key WHERE key = :key AND kind = :kind AND why = :why AND record_id = :record_id") \
  X (SEARCH_RANGE, DESK_SQL_RANGE ("k.record_id", "", ""))                                                     \
  X (SEARCH_RANGE_PHONE, DESK_SQL_RANGE_PERSON ("phone"))                                                      \
  X (SEARCH_RANGE_DOCUMENT, DESK_SQL_RANGE_PERSON ("document"))                                                \
  X (SEARCH_RANGE_CASE, "SELECT lower(replace(c.number, '-', '')), c.id, c.id FROM service_case c "            \
                        "WHERE c.number >= :low AND c.number < :high AND :kind > 0 AND :why > 0 ORDER BY c.number") \
  X (CASE_NAME, "SELECT c.number, c.title, coalesce(u.id, 0), coalesce(u.label, p.name, ''), c.detail, c.result, c.caller, " \
                "c.external_no FROM service_case c "                                                         \
                "LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN place p ON p.id = c.place_id WHERE c.id = :id") \
  X (VISIT_NAME, "SELECT v.at, v.about, coalesce(u.id, 0), coalesce(u.label, p.name, ''), v.summary, v.caller FROM visit v " \
                 "LEFT JOIN unit u ON u.id = v.unit_id LEFT JOIN place p ON p.id = v.place_id WHERE v.id = :id") \
  X (UNIT_PEOPLE, "SELECT o.person_id FROM occupancy o WHERE o.unit_id = :unit_id AND " DESK_SQL_TODAY ("o"))  \
  X (PERSON_UNITS, "SELECT o.unit_id FROM occupancy o WHERE o.person_id = :person_id AND " DESK_SQL_TODAY ("o")) \
  X (VEHICLE_PLACE, "SELECT coalesce(person_id, 0), coalesce(unit_id, 0) FROM vehicle WHERE id = :id")         \
  X (VEHICLES_AT_UNIT, "SELECT id FROM vehicle WHERE unit_id = :unit_id")                                      \
  X (UNIT_NAME, "SELECT u.label, u.state, " DESK_SQL_OWNER_NAME " FROM unit u WHERE u.id = :id")               \
  X (PERSON_NAME, "SELECT p.name, p.pinyin, "                                                                  \
                  "(SELECT h.number FROM phone h WHERE h.person_id = p.id ORDER BY h.rank, h.id LIMIT 1) "     \
                  "FROM person p WHERE p.id = :id")                                                            \
  X (PHONE_NUMBER, "SELECT number FROM phone WHERE id = :id")                                                  \
  X (DOCUMENT_NUMBER, "SELECT number FROM document WHERE id = :id")                                            \
  X (VEHICLE_NAME, "SELECT v.plate, v.description, coalesce(u.id, 0), u.label, coalesce(p.id, 0), p.name "     \
                   "FROM vehicle v LEFT JOIN unit u ON u.id = v.unit_id "                                      \
                   "LEFT JOIN person p ON p.id = v.person_id WHERE v.id = :id")
