/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sql-history.h"

/* The trail as a list: ids come from the index trail_list alone, rows by id. */
#define DESK_SQL_TRAIL_IDS(direction)                                             \
  "SELECT id, staff_id, kind, use_case FROM trail WHERE at >= :begin AND at < :end " \
  "ORDER BY at " direction ", id " direction

#define DESK_SQL_TRAIL_LIST(X)                                                                                      \
  X (TRAIL_IDS, DESK_SQL_TRAIL_IDS ("ASC"))                                                                         \
  X (TRAIL_IDS_DOWN, DESK_SQL_TRAIL_IDS ("DESC"))                                                                   \
  X (TRAIL_ROW, DESK_SQL_TOLD ("t.at") "FROM trail t JOIN act a ON a.id = t.act_id "                                \
                "LEFT JOIN staff s ON s.id = t.staff_id WHERE t.id = :id")                                          \
  X (TRAIL_OF_SAME_ACT, DESK_SQL_TOLD ("t.at") "FROM trail t JOIN act a ON a.id = t.act_id "                        \
                        "LEFT JOIN staff s ON s.id = t.staff_id WHERE t.act_id = :act_id ORDER BY t.id LIMIT :limit") \
  X (TRAIL_OF_SUBJECT, "SELECT trail_id FROM timeline WHERE kind = :kind AND record_id = :record_id")               \
  X (TRAIL_OF_RECORD, "SELECT id FROM trail WHERE kind = :kind AND record_id = :record_id")                         \
  X (TRAIL_END_OF_RECORD, "SELECT id FROM trail WHERE kind = :kind AND record_id = :record_id ORDER BY id DESC LIMIT 1") \
  X (TRAIL_IS_REMOVED, "SELECT t.id FROM trail t JOIN act a ON a.id = t.act_id WHERE t.id = :id "                   \
                       "AND a.undone_by IS NULL AND a.kind = t.kind AND a.record_id = t.record_id")                 \
  X (TRAIL_HAS_REFUSED, "SELECT id FROM trail WHERE id = :id AND changes LIKE '%\"refused\":%'")                    \
  X (TRAIL_BY_HASH, "SELECT id FROM trail WHERE hash = :hash ORDER BY id DESC LIMIT 1")
