/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Known outages: one record each as in desk-sql-record.h, in the order of desk-outage.c; then who hangs on which. */
#define DESK_SQL_OUTAGE_OF_BUILDING \
  "(buildings = '' OR id IN (SELECT outage_id FROM outage_building WHERE building_id = :building_id))"

#define DESK_SQL_OUTAGE(X) \
  X (OUTAGE_GET, "SELECT id, version, topic, title, buildings, begun_at, expected_at, script, staff_id, ended_at, ended_by, ending FROM outage WHERE id = :id") \
  X (OUTAGE_INSERT, "INSERT INTO outage (id, version, topic, title, buildings, begun_at, expected_at, script, staff_id, ended_at, ended_by, ending) " \
     "VALUES (:id, :version, :topic, :title, :buildings, :begun_at, :expected_at, :script, :staff_id, :ended_at, :ended_by, :ending)") \
  X (OUTAGE_UPDATE, "UPDATE outage SET version = version + 1, topic = :topic, title = :title, buildings = :buildings, begun_at = :begun_at, expected_at = :expected_at, script = :script, staff_id = :staff_id, ended_at = :ended_at, ended_by = :ended_by, ending = :ending " \
     "WHERE id = :id AND version = :version") \
  X (OUTAGE_DELETE, "DELETE FROM outage WHERE id = :id AND version = :version") \
  X (OUTAGE_BUILDING_GET, "SELECT id, version, outage_id, building_id FROM outage_building WHERE id = :id") \
  X (OUTAGE_BUILDING_INSERT, "INSERT INTO outage_building (id, version, outage_id, building_id) " \
     "VALUES (:id, :version, :outage_id, :building_id)") \
  X (OUTAGE_BUILDING_UPDATE, "UPDATE outage_building SET version = version + 1, outage_id = :outage_id, building_id = :building_id " \
     "WHERE id = :id AND version = :version") \
  X (OUTAGE_BUILDING_DELETE, "DELETE FROM outage_building WHERE id = :id AND version = :version") \
  X (OUTAGE_CALL_GET, "SELECT id, version, outage_id, visit_id, told_at, told_by FROM outage_call WHERE id = :id") \
  X (OUTAGE_CALL_INSERT, "INSERT INTO outage_call (id, version, outage_id, visit_id, told_at, told_by) " \
     "VALUES (:id, :version, :outage_id, :visit_id, :told_at, :told_by)") \
  X (OUTAGE_CALL_UPDATE, "UPDATE outage_call SET version = version + 1, outage_id = :outage_id, visit_id = :visit_id, told_at = :told_at, told_by = :told_by " \
     "WHERE id = :id AND version = :version") \
  X (OUTAGE_CALL_DELETE, "DELETE FROM outage_call WHERE id = :id AND version = :version") \
  X (OUTAGE_IDS, "SELECT id, ended_at FROM outage ORDER BY begun_at, id") \
  X (OUTAGE_UNTOLD, "SELECT DISTINCT c.outage_id FROM outage_call c JOIN outage o ON o.id = c.outage_id " \
                    "WHERE c.told_at = 0 AND o.ended_at <> 0") \
  X (OUTAGE_ROW, "SELECT version, begun_at, topic, buildings, title, expected_at, ended_at FROM outage WHERE id = :id") \
  X (OUTAGE_COUNTS, "SELECT count(*), coalesce(sum(CASE WHEN told_at = 0 THEN 1 ELSE 0 END), 0) FROM outage_call " \
                    "WHERE outage_id = :outage_id") \
  X (OUTAGES_RUNNING, "SELECT id FROM outage WHERE ended_at = 0 ORDER BY begun_at DESC, id DESC LIMIT 50") \
  X (OUTAGES_REACHING, "SELECT id FROM outage WHERE ended_at = 0 AND " DESK_SQL_OUTAGE_OF_BUILDING \
                       " ORDER BY begun_at DESC, id DESC LIMIT 50") \
  X (OUTAGE_BUILDINGS, "SELECT id FROM outage_building WHERE outage_id = :outage_id ORDER BY id") \
  X (OUTAGE_CALLS, "SELECT id FROM outage_call WHERE outage_id = :outage_id ORDER BY id") \
  X (OUTAGE_CALL_OF_VISIT, "SELECT id FROM outage_call WHERE outage_id = :outage_id AND visit_id = :visit_id") \
  X (OUTAGES_OF_VISIT, "SELECT outage_id FROM outage_call WHERE visit_id = :visit_id ORDER BY id") \
  X (BUILDING_OF_VISIT, "SELECT coalesce(u.building_id, p.building_id, 0) FROM visit v " \
                        "LEFT JOIN unit u ON u.id = v.unit_id LEFT JOIN place p ON p.id = v.place_id WHERE v.id = :id") \
  X (OUTAGES_MATCH, "SELECT id FROM outage WHERE lower(title || ' ' || buildings || ' ' || script || ' ' || ending) " \
                    "LIKE '%' || lower(:text) || '%'") \
  X (BUILDING_CODES, "SELECT id, code FROM building ORDER BY id")
