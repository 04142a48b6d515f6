/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* People who may be one: in groups of one phone, one unit, one document. Merged people are left out. */
#define DESK_SQL_TWIN_PHONE                                                              \
  "SELECT k.key, p.id, p.name, n.number FROM search_key k CROSS JOIN phone n CROSS JOIN person p " \
  "WHERE k.kind = :kind AND k.why = :why AND n.id = k.record_id AND p.id = n.person_id AND p.merged_into IS NULL "
#define DESK_SQL_TWIN_UNIT                                                                                          \
  "SELECT o.unit_id, p.id, p.name, u.label FROM occupancy o CROSS JOIN person p CROSS JOIN unit u "                 \
  "WHERE p.id = o.person_id AND u.id = o.unit_id AND p.merged_into IS NULL "

#define DESK_SQL_DUPLICATE(X)                                                                                      \
  X (TWINS_PHONE, DESK_SQL_TWIN_PHONE "ORDER BY k.key, k.record_id")                                               \
  X (TWINS_PHONE_KEY, DESK_SQL_TWIN_PHONE "AND k.key = :key ORDER BY k.key, k.record_id")                          \
  X (TWINS_UNIT, DESK_SQL_TWIN_UNIT "ORDER BY o.unit_id, p.id")                                                    \
  X (TWINS_UNIT_OF, DESK_SQL_TWIN_UNIT "AND o.unit_id = :unit_id ORDER BY p.id")                                   \
  X (TWINS_DOCUMENT, "SELECT d.number, p.id, p.name, d.number FROM document d CROSS JOIN person p "                 \
                     "WHERE d.removed_at = 0 AND p.id = d.person_id AND p.merged_into IS NULL ORDER BY d.number, d.id") \
  X (TWINS_DOCUMENT_OF, "SELECT d.number, p.id, p.name, d.number FROM document d CROSS JOIN person p "              \
                        "WHERE d.number = :number AND d.removed_at = 0 AND p.id = d.person_id "                    \
                        "AND p.merged_into IS NULL ORDER BY d.number, d.id")                                       \
  X (UNIT_IDS_OF_PERSON, "SELECT DISTINCT unit_id FROM occupancy WHERE person_id = :person_id ORDER BY unit_id")
