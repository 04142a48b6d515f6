/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Backups: what they say of themselves, and what happened to a record since. */
#define DESK_SQL_BACKUP(X)                                                                                       \
  X (BACKUP_MARK_ADD, "INSERT INTO backup_mark (at, store_id, act_id, trail_id, head, counts) "                  \
                      "VALUES (:at, :store_id, :act_id, :trail_id, :head, :counts)")                             \
  X (BACKUP_MARK_LAST, "SELECT at, store_id, act_id, trail_id, head, counts FROM backup_mark "                   \
                       "ORDER BY id DESC LIMIT 1")                                                               \
  X (ACT_FIRST_AT, "SELECT coalesce(min(at), 0) FROM act")                                                      \
  X (ACTS_OF_TRAIL, "INSERT INTO act (id, at, staff_id, use_case, kind, record_id) "                            \
                    "SELECT t.act_id, min(t.at), min(t.staff_id), min(t.use_case), min(t.kind), min(t.record_id) " \
                    "FROM trail t WHERE t.act_id NOT IN (SELECT id FROM act) GROUP BY t.act_id")                \
  X (SEARCH_KEYS_CLEAR, "DELETE FROM search_key")                                                               \
  X (PERSON_ORDER_CLEAR, "DELETE FROM person_order")                                                            \
  X (ACT_LAST, "SELECT coalesce(max(id), 0) FROM act")                                                           \
  X (ACTS_AFTER, "SELECT count(*), coalesce(max(at), 0) FROM act WHERE id > :act_id AND use_case <> 'note_backup'") \
  X (TRAIL_HASH, "SELECT hash FROM trail WHERE id = :id")                                                        \
  X (REPLAY_TRAIL, "SELECT kind, record_id, act_id, changes FROM trail ORDER BY kind, record_id, id")            \
  X (REPLAY_ITEMS, "SELECT kind, record_id, act_id, changes FROM act_item ORDER BY kind, record_id, act_id, seq") \
  X (TOUCHED_AFTER, "SELECT count(*) FROM (SELECT t.id FROM trail t WHERE t.kind = :kind "                        \
                    "AND t.record_id = :record_id AND t.id > :trail_id "                                         \
                    "UNION ALL SELECT i.act_id FROM act_item i WHERE i.kind = :kind AND i.record_id = :record_id " \
                    "AND i.act_id > :act_id) hands")
