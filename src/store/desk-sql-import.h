/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a row of a sheet speaks of. */
#define DESK_SQL_IMPORT(X)                                                                                    \
  X (IMPORT_UNIT_PEOPLE, "SELECT p.id, p.name, o.id, o.role, o.from_day, o.to_day FROM occupancy o "          \
                         "JOIN person p ON p.id = o.person_id WHERE o.unit_id = :unit_id ORDER BY o.from_day, o.id") \
  X (IMPORT_PERSON_BY_DOCUMENT, "SELECT p.id FROM document d JOIN person p ON p.id = d.person_id "            \
                                "WHERE d.number = :number AND d.removed_at = 0 AND p.name = :name "           \
                                "AND p.merged_into IS NULL ORDER BY p.id LIMIT 1")                            \
  X (IMPORT_PERSON_BY_PHONE, "SELECT p.id FROM phone f JOIN person p ON p.id = f.person_id "                  \
                             "WHERE f.number = :number AND p.name = :name AND p.merged_into IS NULL "         \
                             "ORDER BY p.id LIMIT 1")                                                         \
  X (IMPORT_PHONE_OF_PERSON, "SELECT id FROM phone WHERE person_id = :person_id AND number = :number LIMIT 1") \
  X (IMPORT_DOCUMENT_OF_PERSON, "SELECT id FROM document WHERE person_id = :person_id AND number = :number "  \
                                "AND removed_at = 0 LIMIT 1")                                                 \
  X (IMPORT_VEHICLE, "SELECT id FROM vehicle WHERE plate = :plate LIMIT 1")                                   \
  X (IMPORT_LAYOUT_FIND, "SELECT id, columns FROM import_layout WHERE staff_id = :staff_id "                  \
                         "AND import = :import AND signature = :signature")                                   \
  X (TIMELINE_OF_BATCH, "INSERT INTO timeline (kind, record_id, happened_at, trail_id) "                      \
                        "SELECT DISTINCT i.kind, i.record_id, CAST (:happened_at AS INTEGER), CAST (:trail_id AS INTEGER) " \
                        "FROM act_item i WHERE i.act_id = :act_id AND i.kind IN (4, 6) "                      \
                        "ON CONFLICT (kind, record_id, happened_at, trail_id) DO NOTHING")
