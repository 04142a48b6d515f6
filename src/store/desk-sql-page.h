/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pages of a unit, a person, the house: ids in the order of the page; the records are read one by one. */
#define DESK_SQL_NOT_NOW(t) "CASE WHEN " DESK_SQL_TODAY (t) " THEN 0 ELSE 1 END"

#define DESK_SQL_PAGE(X)                                                                                          \
  X (BUILDING_IDS, "SELECT id FROM building WHERE community_id = :community_id ORDER BY sort_key, id")            \
  X (ENTRANCE_IDS, "SELECT id FROM entrance WHERE building_id = :building_id ORDER BY sort_key, id")              \
  X (BUILDING_UNITS, "SELECT count(*) FROM unit WHERE building_id = :building_id")                                \
  X (COMMUNITY_SIZE, "SELECT (SELECT count(*) FROM unit), "                                                       \
                     "(SELECT count(*) FROM person) - (SELECT count(*) FROM person WHERE merged_into IS NOT NULL)") \
  X (OCCUPANCY_IDS_OF_UNIT, "SELECT o.id FROM occupancy o WHERE o.unit_id = :unit_id "                            \
                            "ORDER BY " DESK_SQL_NOT_NOW ("o") ", o.role, o.from_day, o.id")                      \
  X (OCCUPANCY_IDS_OF_PERSON, "SELECT o.id FROM occupancy o WHERE o.person_id = :person_id "                      \
                              "ORDER BY " DESK_SQL_NOT_NOW ("o") ", o.role, o.from_day, o.id")                    \
  X (VEHICLE_IDS_OF_UNIT, "SELECT v.id FROM vehicle v WHERE v.unit_id = :unit_id OR (+v.unit_id IS NULL "         \
                          "AND v.person_id IN (SELECT o.person_id FROM occupancy o WHERE o.unit_id = :unit_id "   \
                          "AND " DESK_SQL_TODAY ("o") ")) ORDER BY " DESK_SQL_NOT_NOW ("v") ", v.id")             \
  X (VEHICLE_IDS_OF_PERSON, "SELECT v.id FROM vehicle v WHERE v.person_id = :person_id "                          \
                            "ORDER BY " DESK_SQL_NOT_NOW ("v") ", v.id")                                          \
  X (LEASE_IDS_OF_UNIT, "SELECT l.id FROM space_lease l WHERE l.unit_id = :unit_id OR l.space_id = :unit_id "     \
                        "ORDER BY " DESK_SQL_NOT_NOW ("l") ", l.from_day, l.id")                                  \
  X (LEASE_IDS_OF_PERSON, "SELECT l.id FROM space_lease l WHERE l.person_id = :person_id "                        \
                          "ORDER BY " DESK_SQL_NOT_NOW ("l") ", l.from_day, l.id")                                \
  X (CARE_IDS_OF_UNIT, "SELECT c.id FROM care_flag c WHERE c.unit_id = :unit_id AND " DESK_SQL_TODAY ("c")        \
                       " ORDER BY c.kind, c.id")                                                                  \
  X (INSTRUCTION_IDS_OF_UNIT, "SELECT i.id FROM instruction i WHERE i.unit_id = :unit_id "                        \
                              "ORDER BY " DESK_SQL_NOT_NOW ("i") ", i.from_day DESC, i.id DESC")                  \
  X (STATE_IDS_OF_UNIT, "SELECT id FROM unit_state WHERE unit_id = :unit_id ORDER BY from_day DESC, id DESC")
