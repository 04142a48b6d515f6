/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Follow-ups: the record, what is open of a person, a role, a building and everybody, what is to be told. */
#define DESK_SQL_FOLLOW_UP(X)                                                                     \
  X (FOLLOW_UP_GET,                                                                               \
     "SELECT id, version, topic, about_kind, about_id, unit_id, person_id, due_at, owner_id, "    \
     "owner_role, building_id, entrance_id, note, repeat_every, urgent, state, handed_by, "       \
     "hand, hand_note, rule, rule_day, rule_at, done_at, done_by, told_due, tell_at FROM follow_up "       \
     "WHERE id = :id")                                                                            \
  X (FOLLOW_UP_INSERT,                                                                            \
     "INSERT INTO follow_up (id, version, topic, about_kind, about_id, unit_id, person_id, "      \
     "due_at, owner_id, owner_role, building_id, entrance_id, note, repeat_every, urgent, "       \
     "state, handed_by, hand, hand_note, rule, rule_day, rule_at, done_at, done_by, told_due, "            \
     "tell_at) VALUES (:id, :version, :topic, :about_kind, :about_id, :unit_id, :person_id, "     \
     ":due_at, :owner_id, :owner_role, :building_id, :entrance_id, :note, :repeat_every, "        \
     ":urgent, :state, :handed_by, :hand, :hand_note, :rule, :rule_day, :rule_at, :done_at, :done_by, "     \
     ":told_due, :tell_at)")                                                                      \
  X (FOLLOW_UP_UPDATE,                                                                            \
     "UPDATE follow_up SET version = version + 1, topic = :topic, about_kind = :about_kind, "     \
     "about_id = :about_id, unit_id = :unit_id, person_id = :person_id, due_at = :due_at, "       \
     "owner_id = :owner_id, owner_role = :owner_role, building_id = :building_id, "               \
     "entrance_id = :entrance_id, note = :note, repeat_every = :repeat_every, urgent = "          \
     ":urgent, state = :state, handed_by = :handed_by, hand = :hand, hand_note = :hand_note, "    \
     "rule = :rule, rule_day = :rule_day, rule_at = :rule_at, done_at = :done_at, done_by = :done_by, told_due = "    \
     ":told_due, tell_at = :tell_at WHERE id = :id AND version = :version")                       \
  X (FOLLOW_UP_DELETE,                                                                            \
     "DELETE FROM follow_up WHERE id = :id AND version = :version")                               \
  X (FOLLOW_UPS_OF_OWNER,                                                                         \
     "SELECT id, due_at, coalesce(building_id, 0), coalesce(entrance_id, 0) FROM follow_up "      \
     "WHERE state = 1 AND owner_id = :of AND due_at >= :from AND due_at < :until ORDER BY "       \
     "due_at, id")                                                                                \
  X (FOLLOW_UPS_OF_ROLE,                                                                          \
     "SELECT id, due_at, coalesce(building_id, 0), coalesce(entrance_id, 0) FROM follow_up "      \
     "WHERE state = 1 AND owner_role = :of AND due_at >= :from AND due_at < :until ORDER BY "     \
     "due_at, id")                                                                                \
  X (FOLLOW_UPS_OF_BUILDING,                                                                      \
     "SELECT id, due_at, coalesce(building_id, 0), coalesce(entrance_id, 0) FROM follow_up "      \
     "WHERE state = 1 AND building_id = :of AND due_at >= :from AND due_at < :until ORDER BY "    \
     "due_at, id")                                                                                \
  X (FOLLOW_UPS_OF_ALL,                                                                           \
     "SELECT id, due_at, coalesce(building_id, 0), coalesce(entrance_id, 0) FROM follow_up "      \
     "WHERE state = 1 AND due_at >= :from AND due_at < :until ORDER BY due_at, id")               \
  X (COUNT_FOLLOW_UPS_OF_OWNER,                                                                   \
     "SELECT 0, 0, count(*) FROM follow_up WHERE state = 1 AND "                                  \
     "owner_id = :of AND due_at >= :from AND due_at < :until")                                    \
  X (COUNT_FOLLOW_UPS_OF_ROLE,                                                                    \
     "SELECT 0, 0, count(*) FROM follow_up WHERE state = 1 AND "                                  \
     "owner_role = :of AND due_at >= :from AND due_at < :until")                                  \
  X (COUNT_FOLLOW_UPS_OF_BUILDING,                                                                \
     "SELECT 0, 0, count(*) FROM follow_up WHERE state = 1 AND "                                  \
     "building_id = :of AND due_at >= :from AND due_at < :until")                                 \
  X (COUNT_FOLLOW_UPS_OF_ALL,                                                                     \
     "SELECT 0, 0, count(*) FROM follow_up WHERE state = 1 AND "                                  \
     "due_at >= :from AND due_at < :until")                                                       \
  X (COUNT_PLACES_OF_ROLE,                                                                        \
     "SELECT coalesce(building_id, 0), coalesce(entrance_id, 0), count(*) FROM follow_up WHERE "  \
     "state = 1 AND owner_role = :of AND due_at >= :from AND due_at < :until "                    \
     "GROUP BY building_id, entrance_id")                                                         \
  X (COUNT_PLACES_OF_BUILDING,                                                                    \
     "SELECT coalesce(building_id, 0), coalesce(entrance_id, 0), count(*) FROM follow_up WHERE "  \
     "state = 1 AND building_id = :of AND due_at >= :from AND due_at < :until "                   \
     "GROUP BY building_id, entrance_id")                                                         \
  X (FOLLOW_UPS_TO_TELL,                                                                          \
     "SELECT id, coalesce(owner_id, 0), owner_role, coalesce(building_id, 0), "                   \
     "coalesce(entrance_id, 0), tell_at FROM follow_up WHERE tell_at > 0 AND tell_at <= :now "    \
     "ORDER BY tell_at, id")                                                                      \
  X (FOLLOW_UP_NEXT_TELLING,                                                                      \
     "SELECT tell_at FROM follow_up WHERE tell_at > 0 AND tell_at > :now ORDER BY tell_at "       \
     "LIMIT 1")                                                                                   \
  X (FOLLOW_UPS_HANDED,                                                                           \
     "SELECT id, coalesce(owner_id, 0), owner_role, coalesce(building_id, 0), "                   \
     "coalesce(entrance_id, 0), due_at FROM follow_up WHERE state = 1 AND hand = 1 ORDER BY "     \
     "due_at, id")                                                                                \
  X (FOLLOW_UP_SET_TOLD,                                                                          \
     "UPDATE follow_up SET told_due = :due_at, tell_at = :tell_at WHERE id = :id AND state = "    \
     "1 AND due_at = :due_at")                                                                    \
  X (FOLLOW_UPS_OF_UNIT,                                                                          \
     "SELECT id FROM follow_up WHERE unit_id = :of AND state = 1 ORDER BY due_at, id")            \
  X (FOLLOW_UPS_OF_PERSON,                                                                        \
     "SELECT id FROM follow_up WHERE person_id = :of AND state = 1 ORDER BY due_at, id")          \
  X (ALL_FOLLOW_UPS_OF_PERSON,                                                                    \
     "SELECT id FROM follow_up WHERE person_id = :person_id ORDER BY id")
