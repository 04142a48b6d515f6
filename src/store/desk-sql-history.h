/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What happened: trail rows of one record, or of everything that concerns a unit or person (timeline). */
#define DESK_SQL_TOLD(happened) \
  "SELECT t.id, t.act_id, " happened ", t.at, t.kind, t.record_id, t.staff_id, t.use_case, s.name, t.changes, " \
  "coalesce(a.undone_by, 0) "

#define DESK_SQL_HISTORY(X)                                                                                          \
  X (HISTORY_OF_SUBJECT, DESK_SQL_TOLD ("l.happened_at") "FROM timeline l JOIN trail t ON t.id = l.trail_id "        \
                         "JOIN act a ON a.id = t.act_id LEFT JOIN staff s ON s.id = t.staff_id "                     \
                         "WHERE l.kind = :kind AND l.record_id = :record_id "                                        \
                         "ORDER BY l.happened_at DESC, l.trail_id DESC LIMIT :limit")                                \
  X (HISTORY_OF_RECORD, DESK_SQL_TOLD ("t.at") "FROM trail t JOIN act a ON a.id = t.act_id "                         \
                        "LEFT JOIN staff s ON s.id = t.staff_id WHERE t.kind = :kind AND t.record_id = :record_id "  \
                        "ORDER BY t.id DESC LIMIT :limit")
