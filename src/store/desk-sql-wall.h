/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room wall: a building's units and what is open in them. */
#define DESK_SQL_WALL(X)                                                                                          \
  X (WALL_BUILDINGS, "SELECT b.id, b.code FROM building b WHERE EXISTS (SELECT 1 FROM unit u WHERE u.building_id = b.id) " \
                     "ORDER BY b.sort_key, b.id")                                                                 \
  X (WALL_UNITS, "SELECT id, label, room, entrance_code, floor, state, built_area, sort_key FROM unit "                     \
                 "WHERE building_id = :building_id AND kind <> 3 ORDER BY sort_key")                              \
  X (WALL_CASES, "SELECT c.unit_id, count(*), sum(CASE WHEN c.next_due <> 0 AND c.next_due < :now THEN 1 ELSE 0 END) " \
                 "FROM unit u CROSS JOIN service_case c WHERE c.unit_id = u.id AND u.building_id = :building_id "  \
                 "AND c.live = 1 AND c.state < :done AND c.kind = :kind GROUP BY c.unit_id")
