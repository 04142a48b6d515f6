/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lists: ids in order, one row by id, counts of the filters. Ids come from an index that holds order and filter
 * (the "+" keeps the planner from filtering by another one and sorting); rows come by id, one look-up each. */

/* Holds on :today. */
#define DESK_SQL_TODAY(t) t ".from_day <= :today AND (" t ".to_day = 0 OR " t ".to_day > :today)"

/* The owner a unit is called by: the owner before co-owners, then who owned it first. In the order of the index
 * occupancy_unit, so that nothing is sorted. */
#define DESK_SQL_OWNER(columns, more)                                        \
  "(SELECT " columns " FROM occupancy o " more " WHERE o.unit_id = u.id AND o.role IN (1, 2) AND " \
  DESK_SQL_TODAY ("o") " ORDER BY o.role, o.from_day, o.to_day, o.person_id LIMIT 1)"
#define DESK_SQL_OWNER_NAME DESK_SQL_OWNER ("n.name", "JOIN person n ON n.id = o.person_id")
#define DESK_SQL_OWNER_ORDER DESK_SQL_OWNER ("n.sort_key", "JOIN person_order n ON n.person_id = o.person_id")

#define DESK_SQL_UNIT_FILTER(u)                                                              \
  "+" u "state BETWEEN :state_low AND :state_high AND +" u "kind BETWEEN :kind_low AND :kind_high " \
  "AND coalesce(" u "building_id, 0) BETWEEN :building_low AND :building_high"
#define DESK_SQL_UNIT_IDS(order) "SELECT id FROM unit WHERE " DESK_SQL_UNIT_FILTER ("") " ORDER BY " order
#define DESK_SQL_UNIT_IDS_OWNER(direction)                                            \
  "SELECT t.id FROM (SELECT u.id, u.sort_key, " DESK_SQL_OWNER_ORDER " AS owner_key " \
  "FROM unit u WHERE " DESK_SQL_UNIT_FILTER ("u.") ") AS t "                          \
  "ORDER BY t.owner_key " direction " NULLS LAST, t.sort_key " direction ", t.id " direction

#define DESK_SQL_LIVE_PERSON "person_id NOT IN (SELECT id FROM person WHERE merged_into IS NOT NULL) " \
  "AND person_id NOT IN (SELECT id FROM person WHERE erased_at <> 0)"

#define DESK_SQL_LIST(X)                                                                                            \
  X (UNIT_IDS_LABEL, DESK_SQL_UNIT_IDS ("sort_key, id"))                                                            \
  X (UNIT_IDS_LABEL_DOWN, DESK_SQL_UNIT_IDS ("sort_key DESC, id DESC"))                                             \
  X (UNIT_IDS_STATE, DESK_SQL_UNIT_IDS ("state, sort_key, id"))                                                     \
  X (UNIT_IDS_STATE_DOWN, DESK_SQL_UNIT_IDS ("state DESC, sort_key DESC, id DESC"))                                 \
  X (UNIT_IDS_AREA, DESK_SQL_UNIT_IDS ("built_area, sort_key, id"))                                                 \
  X (UNIT_IDS_AREA_DOWN, DESK_SQL_UNIT_IDS ("built_area DESC, sort_key DESC, id DESC"))                             \
  X (UNIT_IDS_OWNER, DESK_SQL_UNIT_IDS_OWNER ("ASC"))                                                               \
  X (UNIT_IDS_OWNER_DOWN, DESK_SQL_UNIT_IDS_OWNER ("DESC"))                                                         \
  X (UNIT_COUNTS, "SELECT state, kind, count(*) FROM unit GROUP BY state, kind")                                    \
  X (UNITS_WITH_CARE, "SELECT DISTINCT c.unit_id FROM care_flag c WHERE " DESK_SQL_TODAY ("c"))                     \
  X (UNIT_ROW, "SELECT u.id, u.version, u.label, u.state, u.kind, u.built_area, "                                   \
               "CASE WHEN u.delivered_on <> 0 THEN u.delivered_on ELSE u.deemed_on END, " DESK_SQL_OWNER_NAME ", "  \
               "(SELECT count(DISTINCT o.person_id) FROM occupancy o WHERE o.unit_id = u.id AND o.role <= 4 AND "   \
               DESK_SQL_TODAY ("o") ") FROM unit u WHERE u.id = :id")                                               \
  X (UNIT_CARE, "SELECT c.kind FROM care_flag c WHERE c.unit_id = :unit_id AND " DESK_SQL_TODAY ("c"))              \
  X (PERSON_IDS, "SELECT person_id FROM person_order WHERE " DESK_SQL_LIVE_PERSON " ORDER BY sort_key, person_id")  \
  X (PERSON_IDS_DOWN, "SELECT person_id FROM person_order WHERE " DESK_SQL_LIVE_PERSON                              \
                      " ORDER BY sort_key DESC, person_id DESC")                                                    \
  X (OCCUPANTS_TODAY, "SELECT o.person_id, o.unit_id, o.role FROM occupancy o WHERE " DESK_SQL_TODAY ("o"))         \
  X (UNITS_IN_BUILDING, "SELECT id FROM unit WHERE building_id = :building_id")                                     \
  X (PERSON_ROW, "SELECT p.id, p.version, p.name, "                                                                 \
                 "(SELECT h.number FROM phone h WHERE h.person_id = p.id ORDER BY h.rank, h.id LIMIT 1) "           \
                 "FROM person p WHERE p.id = :id")                                                                  \
  X (PERSON_PLACES, "SELECT u.id, u.label, o.role FROM occupancy o JOIN unit u ON u.id = o.unit_id "                \
                    "WHERE o.person_id = :person_id AND " DESK_SQL_TODAY ("o") \
                    " ORDER BY u.kind, o.role, u.sort_key, u.id")
