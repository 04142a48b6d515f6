/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a row of a sheet speaks of. */
#define DESK_SQL_IMPORT(X)                                                                                    \
  X (IMPORT_UNIT_PEOPLE, "SELECT p.id, p.name, o.id, o.role, o.from_day, o.to_day FROM occupancy o "          \
                         "JOIN person p ON p.id = o.person_id WHERE o.unit_id = :unit_id ORDER BY o.from_day, o.id") \
  X (IMPORT_PERSON_BY_DOCUMENT, "SELECT p.id, p.name FROM document d JOIN person p ON p.id = d.person_id "    \
                                "WHERE d.number = :number AND d.removed_at = 0 AND p.merged_into IS NULL "    \
                                "ORDER BY p.id")                                                              \
  X (IMPORT_PERSON_BY_PHONE, "SELECT p.id, p.name FROM phone f JOIN person p ON p.id = f.person_id "          \
                             "WHERE f.number = :number AND p.merged_into IS NULL ORDER BY p.id")              \
  X (IMPORT_DOCUMENT_OF_PERSON, "SELECT id FROM document WHERE person_id = :person_id AND number = :number "  \
                                "AND removed_at = 0 LIMIT 1")                                                 \
  X (IMPORT_VEHICLE, "SELECT id FROM vehicle WHERE plate = :plate LIMIT 1")                                   \
  X (IMPORT_LAYOUT_FIND, "SELECT id, columns FROM import_layout WHERE staff_id = :staff_id "                  \
                         "AND import = :import AND signature = :signature")                                   \
  X (EXPORT_UNITS, "SELECT b.code, e.code, u.room, u.floor, b.floors, u.kind, u.built_area, u.inner_area, "   \
                   "u.state, u.delivered_on, u.note FROM unit u LEFT JOIN building b ON b.id = u.building_id " \
                   "LEFT JOIN entrance e ON e.id = u.entrance_id ORDER BY u.sort_key, u.id")                  \
  X (EXPORT_PEOPLE, "SELECT b.code, e.code, u.room, p.name, p.kind, o.role, o.relation, o.share, o.from_day, " \
                    "o.to_day, p.note, p.id, u.id FROM person p LEFT JOIN occupancy o ON o.person_id = p.id " \
                    "LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN building b ON b.id = u.building_id "      \
                    "LEFT JOIN entrance e ON e.id = u.entrance_id WHERE p.merged_into IS NULL "               \
                    "ORDER BY u.sort_key NULLS FIRST, u.id, o.role, o.from_day, o.id, p.id")                   \
  X (EXPORT_PHONES, "SELECT number FROM phone WHERE person_id = :person_id ORDER BY rank, id")                \
  X (EXPORT_DOCUMENT, "SELECT number FROM document WHERE person_id = :person_id AND removed_at = 0 "          \
                      "ORDER BY id LIMIT 1")                                                                  \
  X (EXPORT_PLATES, "SELECT plate FROM vehicle WHERE person_id = :person_id "                                 \
                    "AND coalesce(unit_id, 0) = :unit_id ORDER BY id")                                        \
  X (TIMELINE_OF_BATCH, "INSERT INTO timeline (kind, record_id, happened_at, trail_id) "                      \
                        "SELECT DISTINCT i.kind, i.record_id, CAST (:happened_at AS INTEGER), CAST (:trail_id AS INTEGER) " \
                        "FROM act_item i WHERE i.act_id = :act_id AND i.kind IN (4, 6) "                      \
                        "ON CONFLICT (kind, record_id, happened_at, trail_id) DO NOTHING")
