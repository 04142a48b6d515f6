/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One record of a kind: read by id, made, changed under its version, taken away. The columns stand in the order of the
 * kind's field table (desk-register.c), after id and version: the row mapper counts on it, and a test compares them. */
#define DESK_SQL_RECORD(X)                                                                       \
  X (COMMUNITY_GET,                                                                              \
     "SELECT id, version, name, address, developer FROM community WHERE id = :id")               \
  X (COMMUNITY_INSERT,                                                                           \
     "INSERT INTO community (id, version, name, address, developer) VALUES (:id, :version, "     \
     ":name, :address, :developer)")                                                             \
  X (COMMUNITY_UPDATE,                                                                           \
     "UPDATE community SET version = version + 1, name = :name, address = :address, developer "  \
     "= :developer WHERE id = :id AND version = :version")                                       \
  X (COMMUNITY_DELETE,                                                                           \
     "DELETE FROM community WHERE id = :id AND version = :version")                              \
  X (BUILDING_GET,                                                                               \
     "SELECT id, version, community_id, code, name, floors, accepted_on, sort_key FROM "         \
     "building WHERE id = :id")                                                                  \
  X (BUILDING_INSERT,                                                                            \
     "INSERT INTO building (id, version, community_id, code, name, floors, accepted_on, "        \
     "sort_key) VALUES (:id, :version, :community_id, :code, :name, :floors, :accepted_on, "     \
     ":sort_key)")                                                                               \
  X (BUILDING_UPDATE,                                                                            \
     "UPDATE building SET version = version + 1, community_id = :community_id, code = :code, "   \
     "name = :name, floors = :floors, accepted_on = :accepted_on, sort_key = :sort_key WHERE "   \
     "id = :id AND version = :version")                                                          \
  X (BUILDING_DELETE,                                                                            \
     "DELETE FROM building WHERE id = :id AND version = :version")                               \
  X (ENTRANCE_GET,                                                                               \
     "SELECT id, version, building_id, code, sort_key FROM entrance WHERE id = :id")             \
  X (ENTRANCE_INSERT,                                                                            \
     "INSERT INTO entrance (id, version, building_id, code, sort_key) VALUES (:id, :version, "   \
     ":building_id, :code, :sort_key)")                                                          \
  X (ENTRANCE_UPDATE,                                                                            \
     "UPDATE entrance SET version = version + 1, building_id = :building_id, code = :code, "     \
     "sort_key = :sort_key WHERE id = :id AND version = :version")                               \
  X (ENTRANCE_DELETE,                                                                            \
     "DELETE FROM entrance WHERE id = :id AND version = :version")                               \
  X (UNIT_GET,                                                                                   \
     "SELECT id, version, community_id, building_id, entrance_id, kind, floor, room, "           \
     "built_area, inner_area, state, state_since, delivered_on, deemed_on, note, "               \
     "building_code, entrance_code, label, label_key, sort_key FROM unit WHERE id = :id")        \
  X (UNIT_INSERT,                                                                                \
     "INSERT INTO unit (id, version, community_id, building_id, entrance_id, kind, floor, "      \
     "room, built_area, inner_area, state, state_since, delivered_on, deemed_on, note, "         \
     "building_code, entrance_code, label, label_key, sort_key) VALUES (:id, :version, "         \
     ":community_id, :building_id, :entrance_id, :kind, :floor, :room, :built_area, "            \
     ":inner_area, :state, :state_since, :delivered_on, :deemed_on, :note, :building_code, "     \
     ":entrance_code, :label, :label_key, :sort_key)")                                           \
  X (UNIT_UPDATE,                                                                                \
     "UPDATE unit SET version = version + 1, community_id = :community_id, building_id = "       \
     ":building_id, entrance_id = :entrance_id, kind = :kind, floor = :floor, room = :room, "    \
     "built_area = :built_area, inner_area = :inner_area, state = :state, state_since = "        \
     ":state_since, delivered_on = :delivered_on, deemed_on = :deemed_on, note = :note, "        \
     "building_code = :building_code, entrance_code = :entrance_code, label = :label, "          \
     "label_key = :label_key, sort_key = :sort_key WHERE id = :id AND version = :version")       \
  X (UNIT_DELETE,                                                                                \
     "DELETE FROM unit WHERE id = :id AND version = :version")                                   \
  X (UNIT_STATE_GET,                                                                             \
     "SELECT id, version, unit_id, state, from_day, staff_id, at, note FROM unit_state WHERE "   \
     "id = :id")                                                                                 \
  X (UNIT_STATE_INSERT,                                                                          \
     "INSERT INTO unit_state (id, version, unit_id, state, from_day, staff_id, at, note) "       \
     "VALUES (:id, :version, :unit_id, :state, :from_day, :staff_id, :at, :note)")               \
  X (UNIT_STATE_UPDATE,                                                                          \
     "UPDATE unit_state SET version = version + 1, unit_id = :unit_id, state = :state, "         \
     "from_day = :from_day, staff_id = :staff_id, at = :at, note = :note WHERE id = :id AND "    \
     "version = :version")                                                                       \
  X (UNIT_STATE_DELETE,                                                                          \
     "DELETE FROM unit_state WHERE id = :id AND version = :version")                             \
  X (PERSON_GET,                                                                                 \
     "SELECT id, version, kind, name, pinyin, note, merged_into, erased_at FROM person "         \
     "WHERE id = :id")                                                                           \
  X (PERSON_INSERT,                                                                              \
     "INSERT INTO person (id, version, kind, name, pinyin, note, merged_into, erased_at) "       \
     "VALUES (:id, :version, :kind, :name, :pinyin, :note, :merged_into, :erased_at)")           \
  X (PERSON_UPDATE,                                                                              \
     "UPDATE person SET version = version + 1, kind = :kind, name = :name, pinyin = :pinyin, "   \
     "note = :note, merged_into = :merged_into, erased_at = :erased_at WHERE id = :id AND "      \
     "version = :version")                                                                       \
  X (PERSON_DELETE,                                                                              \
     "DELETE FROM person WHERE id = :id AND version = :version")                                 \
  X (PHONE_GET,                                                                                  \
     "SELECT id, version, person_id, kind, number, rank FROM phone WHERE id = :id")              \
  X (PHONE_INSERT,                                                                               \
     "INSERT INTO phone (id, version, person_id, kind, number, rank) VALUES (:id, :version, "    \
     ":person_id, :kind, :number, :rank)")                                                       \
  X (PHONE_UPDATE,                                                                               \
     "UPDATE phone SET version = version + 1, person_id = :person_id, kind = :kind, number = "   \
     ":number, rank = :rank WHERE id = :id AND version = :version")                              \
  X (PHONE_DELETE,                                                                               \
     "DELETE FROM phone WHERE id = :id AND version = :version")                                  \
  X (DOCUMENT_GET,                                                                               \
     "SELECT id, version, person_id, kind, number, last4, removed_at FROM document WHERE id = "  \
     ":id")                                                                                      \
  X (DOCUMENT_INSERT,                                                                            \
     "INSERT INTO document (id, version, person_id, kind, number, last4, removed_at) VALUES "    \
     "(:id, :version, :person_id, :kind, :number, :last4, :removed_at)")                         \
  X (DOCUMENT_UPDATE,                                                                            \
     "UPDATE document SET version = version + 1, person_id = :person_id, kind = :kind, number "  \
     "= :number, last4 = :last4, removed_at = :removed_at WHERE id = :id AND version = "         \
     ":version")                                                                                 \
  X (DOCUMENT_DELETE,                                                                            \
     "DELETE FROM document WHERE id = :id AND version = :version")                               \
  X (OCCUPANCY_GET,                                                                              \
     "SELECT id, version, unit_id, person_id, role, share, relation, from_day, to_day, note "    \
     "FROM occupancy WHERE id = :id")                                                            \
  X (OCCUPANCY_INSERT,                                                                           \
     "INSERT INTO occupancy (id, version, unit_id, person_id, role, share, relation, from_day, " \
     "to_day, note) VALUES (:id, :version, :unit_id, :person_id, :role, :share, :relation, "     \
     ":from_day, :to_day, :note)")                                                               \
  X (OCCUPANCY_UPDATE,                                                                           \
     "UPDATE occupancy SET version = version + 1, unit_id = :unit_id, person_id = :person_id, "  \
     "role = :role, share = :share, relation = :relation, from_day = :from_day, to_day = "       \
     ":to_day, note = :note WHERE id = :id AND version = :version")                              \
  X (OCCUPANCY_DELETE,                                                                           \
     "DELETE FROM occupancy WHERE id = :id AND version = :version")                              \
  X (VEHICLE_GET,                                                                                \
     "SELECT id, version, person_id, unit_id, plate, description, from_day, to_day, note FROM "  \
     "vehicle WHERE id = :id")                                                                   \
  X (VEHICLE_INSERT,                                                                             \
     "INSERT INTO vehicle (id, version, person_id, unit_id, plate, description, from_day, "      \
     "to_day, note) VALUES (:id, :version, :person_id, :unit_id, :plate, :description, "         \
     ":from_day, :to_day, :note)")                                                               \
  X (VEHICLE_UPDATE,                                                                             \
     "UPDATE vehicle SET version = version + 1, person_id = :person_id, unit_id = :unit_id, "    \
     "plate = :plate, description = :description, from_day = :from_day, to_day = :to_day, note " \
     "= :note WHERE id = :id AND version = :version")                                            \
  X (VEHICLE_DELETE,                                                                             \
     "DELETE FROM vehicle WHERE id = :id AND version = :version")                                \
  X (SPACE_LEASE_GET,                                                                            \
     "SELECT id, version, space_id, unit_id, person_id, from_day, to_day, note FROM "            \
     "space_lease WHERE id = :id")                                                               \
  X (SPACE_LEASE_INSERT,                                                                         \
     "INSERT INTO space_lease (id, version, space_id, unit_id, person_id, from_day, to_day, "    \
     "note) VALUES (:id, :version, :space_id, :unit_id, :person_id, :from_day, :to_day, :note)") \
  X (SPACE_LEASE_UPDATE,                                                                         \
     "UPDATE space_lease SET version = version + 1, space_id = :space_id, unit_id = :unit_id, "  \
     "person_id = :person_id, from_day = :from_day, to_day = :to_day, note = :note WHERE id = "  \
     ":id AND version = :version")                                                               \
  X (SPACE_LEASE_DELETE,                                                                         \
     "DELETE FROM space_lease WHERE id = :id AND version = :version")                            \
  X (CARE_FLAG_GET,                                                                              \
     "SELECT id, version, unit_id, kind, note, from_day, to_day FROM care_flag WHERE id = :id")  \
  X (CARE_FLAG_INSERT,                                                                           \
     "INSERT INTO care_flag (id, version, unit_id, kind, note, from_day, to_day) VALUES (:id, "  \
     ":version, :unit_id, :kind, :note, :from_day, :to_day)")                                    \
  X (CARE_FLAG_UPDATE,                                                                           \
     "UPDATE care_flag SET version = version + 1, unit_id = :unit_id, kind = :kind, note = "     \
     ":note, from_day = :from_day, to_day = :to_day WHERE id = :id AND version = :version")      \
  X (CARE_FLAG_DELETE,                                                                           \
     "DELETE FROM care_flag WHERE id = :id AND version = :version")                              \
  X (INSTRUCTION_GET,                                                                            \
     "SELECT id, version, unit_id, kind, text, from_day, to_day FROM instruction WHERE id = "    \
     ":id")                                                                                      \
  X (INSTRUCTION_INSERT,                                                                         \
     "INSERT INTO instruction (id, version, unit_id, kind, text, from_day, to_day) VALUES "      \
     "(:id, :version, :unit_id, :kind, :text, :from_day, :to_day)")                              \
  X (INSTRUCTION_UPDATE,                                                                         \
     "UPDATE instruction SET version = version + 1, unit_id = :unit_id, kind = :kind, text = "   \
     ":text, from_day = :from_day, to_day = :to_day WHERE id = :id AND version = :version")      \
  X (INSTRUCTION_DELETE,                                                                         \
     "DELETE FROM instruction WHERE id = :id AND version = :version")                            \
  X (STAFF_GET,                                                                                  \
     "SELECT id, version, login, name, roles, left_on FROM staff WHERE id = :id")                \
  X (STAFF_INSERT,                                                                               \
     "INSERT INTO staff (id, version, login, name, roles, left_on) VALUES (:id, :version, "      \
     ":login, :name, :roles, :left_on)")                                                         \
  X (STAFF_UPDATE,                                                                               \
     "UPDATE staff SET version = version + 1, login = :login, name = :name, roles = :roles, "    \
     "left_on = :left_on WHERE id = :id AND version = :version")                                 \
  X (STAFF_DELETE,                                                                               \
     "DELETE FROM staff WHERE id = :id AND version = :version")                                  \
  X (SETTING_GET,                                                                                \
     "SELECT id, version, name, value FROM setting WHERE id = :id")                              \
  X (SETTING_INSERT,                                                                             \
     "INSERT INTO setting (id, version, name, value) VALUES (:id, :version, :name, :value)")     \
  X (SETTING_UPDATE,                                                                             \
     "UPDATE setting SET version = version + 1, name = :name, value = :value WHERE id = :id "    \
     "AND version = :version")                                                                   \
  X (SETTING_DELETE,                                                                             \
     "DELETE FROM setting WHERE id = :id AND version = :version")                                \
  X (IMPORT_LAYOUT_GET,                                                                          \
     "SELECT id, version, staff_id, import, signature, columns FROM import_layout WHERE id = "   \
     ":id")                                                                                      \
  X (IMPORT_LAYOUT_INSERT,                                                                       \
     "INSERT INTO import_layout (id, version, staff_id, import, signature, columns) VALUES "     \
     "(:id, :version, :staff_id, :import, :signature, :columns)")                                \
  X (IMPORT_LAYOUT_UPDATE,                                                                       \
     "UPDATE import_layout SET version = version + 1, staff_id = :staff_id, import = :import, "  \
     "signature = :signature, columns = :columns WHERE id = :id AND version = :version")         \
  X (IMPORT_LAYOUT_DELETE,                                                                       \
     "DELETE FROM import_layout WHERE id = :id AND version = :version")                          \
  X (STAFF_SCOPE_GET,                                                                            \
     "SELECT id, version, staff_id, building_id, entrance_id FROM staff_scope WHERE id = :id")   \
  X (STAFF_SCOPE_INSERT,                                                                         \
     "INSERT INTO staff_scope (id, version, staff_id, building_id, entrance_id) VALUES (:id, "   \
     ":version, :staff_id, :building_id, :entrance_id)")                                         \
  X (STAFF_SCOPE_UPDATE,                                                                         \
     "UPDATE staff_scope SET version = version + 1, staff_id = :staff_id, building_id = "        \
     ":building_id, entrance_id = :entrance_id WHERE id = :id AND version = :version")           \
  X (STAFF_SCOPE_DELETE,                                                                         \
     "DELETE FROM staff_scope WHERE id = :id AND version = :version")                            \
  X (RIGHT_CHANGE_GET,                                                                           \
     "SELECT id, version, code, role, level FROM right_change WHERE id = :id")                   \
  X (RIGHT_CHANGE_INSERT,                                                                        \
     "INSERT INTO right_change (id, version, code, role, level) VALUES (:id, :version, :code, "  \
     ":role, :level)")                                                                           \
  X (RIGHT_CHANGE_UPDATE,                                                                        \
     "UPDATE right_change SET version = version + 1, code = :code, role = :role, level = "       \
     ":level WHERE id = :id AND version = :version")                                             \
  X (RIGHT_CHANGE_DELETE,                                                                        \
     "DELETE FROM right_change WHERE id = :id AND version = :version")                           \
  X (REQUEST_GET,                                                                                \
     "SELECT id, version, staff_id, at, use_case, code, kind, record_id, input, state, "         \
     "decided_by, decided_at, answer FROM request WHERE id = :id")                               \
  X (REQUEST_INSERT,                                                                             \
     "INSERT INTO request (id, version, staff_id, at, use_case, code, kind, record_id, input, "  \
     "state, decided_by, decided_at, answer) VALUES (:id, :version, :staff_id, :at, :use_case, " \
     ":code, :kind, :record_id, :input, :state, :decided_by, :decided_at, :answer)")             \
  X (REQUEST_UPDATE,                                                                             \
     "UPDATE request SET version = version + 1, staff_id = :staff_id, at = :at, use_case = "     \
     ":use_case, code = :code, kind = :kind, record_id = :record_id, input = :input, state = "   \
     ":state, decided_by = :decided_by, decided_at = :decided_at, answer = :answer WHERE id = "  \
     ":id AND version = :version")                                                               \
  X (REQUEST_DELETE,                                                                             \
     "DELETE FROM request WHERE id = :id AND version = :version")
