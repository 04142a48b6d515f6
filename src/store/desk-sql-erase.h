/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A person is erased on request: what the trail and batches still say of them goes; hashes and counts stay. The kinds are
 * those of desk-body-erase.c: person, phone, document, occupancy, vehicle, leased space, visit, memo, case, follow-up. */
#define DESK_SQL_ERASED_KINDS "(6, 7, 8, 9, 10, 11, 24, 25, 26, 32)"

#define DESK_SQL_ERASE(X)                                                                                            \
  X (DOCUMENTS_EVER_OF_PERSON, "SELECT id FROM document WHERE person_id = :person_id ORDER BY id")                   \
  X (VISITS_OF_PERSON, "SELECT id FROM visit WHERE person_id = :person_id ORDER BY id")                              \
  X (MEMOS_OF_PERSON, "SELECT m.id FROM memo m JOIN visit v ON v.id = m.visit_id WHERE v.person_id = :person_id "    \
                      "ORDER BY m.id")                                                                               \
  X (CASES_OF_PERSON, "SELECT id FROM service_case WHERE person_id = :person_id ORDER BY id")                        \
  X (FOLLOW_UPS_EVER_OF_PERSON, "SELECT id FROM follow_up WHERE person_id = :person_id ORDER BY id")                 \
  X (ERASE_TRAIL_OF_RECORD, "UPDATE trail SET changes = '', salt = :salt WHERE changes <> '' AND kind = :kind "      \
                            "AND record_id = :record_id")                                                            \
  X (SAVED_FILTERS_OF_ALL, "SELECT id FROM saved_filter ORDER BY id")                                                  \
  X (ERASE_TRAIL_NAMING, "UPDATE trail SET changes = '', salt = :salt WHERE changes <> '' AND kind = :kind "           \
                         "AND changes LIKE :like ESCAPE '~'")                                                          \
  X (REQUESTS_NAMING_PERSON, "SELECT r.id FROM request r JOIN person p ON p.id = :person_id WHERE r.state = 1 AND "       \
                             "((r.kind = 6 AND r.record_id = p.id) OR r.input LIKE '%' || p.name || '%') ORDER BY r.id") \
  X (ERASE_RECORDS, "SELECT DISTINCT t.kind, t.record_id FROM timeline l JOIN trail t ON t.id = l.trail_id "         \
                    "WHERE l.kind = 6 AND l.record_id = :person_id AND t.kind IN " DESK_SQL_ERASED_KINDS             \
                    " ORDER BY t.kind, t.record_id")                                                                 \
  X (ERASE_TRAIL, "UPDATE trail SET changes = '', salt = :salt WHERE changes <> '' AND kind IN "                     \
                  DESK_SQL_ERASED_KINDS " AND id IN (SELECT l.trail_id FROM timeline l WHERE l.kind = 6 "            \
                  "AND l.record_id = :person_id)")                                                                   \
  X (ERASE_ITEM, "UPDATE act_item SET changes = '{}' WHERE kind = :kind AND record_id = :record_id "                 \
                 "AND changes <> '' AND changes <> '{}'")                                                            \
  X (ERASE_ITEM_OF_GONE, "DELETE FROM act_item WHERE kind = :kind AND record_id = :record_id")                       \
  X (ERASE_ITEMS_NAMING, "UPDATE act_item SET changes = '{}' WHERE changes <> '' AND kind IN "                       \
                         DESK_SQL_ERASED_KINDS " AND (changes LIKE :was OR changes LIKE :is)")
