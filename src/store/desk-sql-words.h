/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Search in what cases and log entries say. The tables …_words and …_terms are SQLite's own (FTS5, migration 0018); what is
 * typed in less than three characters is sought in the records themselves: all there are in the order they lie in (the "+" keeps
 * the planner from another), few by their own index. LIKE takes small and capital letters of ASCII as
 * one. */
#define DESK_SQL_CASE_TEXTS(t)                                                                                    \
  "(" t "number LIKE :like ESCAPE '~' OR " t "external_no LIKE :like ESCAPE '~' OR " t "title LIKE :like ESCAPE '~' OR " \
  t "detail LIKE :like ESCAPE '~' OR " t "caller LIKE :like ESCAPE '~' OR " t "result LIKE :like ESCAPE '~')"
#define DESK_SQL_VISIT_TEXTS(t)                                                                                   \
  "(" t "about LIKE :like ESCAPE '~' OR " t "summary LIKE :like ESCAPE '~' OR " t "caller LIKE :like ESCAPE '~' OR "     \
  t "phone LIKE :like ESCAPE '~')"
#define DESK_SQL_CASE_SIFT(where)                                                                                 \
  "SELECT id, CASE WHEN " DESK_SQL_CASE_TEXTS ("") " THEN 1 ELSE 0 END, coalesce(unit_id, 0), coalesce(person_id, 0), " \
  "coalesce(category_id, 0) FROM service_case WHERE " where
#define DESK_SQL_VISIT_SIFT(where)                                                                                \
  "SELECT id, CASE WHEN " DESK_SQL_VISIT_TEXTS ("") " THEN 1 ELSE 0 END, coalesce(unit_id, 0), coalesce(person_id, 0), 0 " \
  "FROM visit WHERE " where

#define DESK_SQL_WORDS(X)                                                                                         \
  X (CASE_WORDS_ADD, "INSERT INTO case_words (rowid, number, external_no, title, detail, caller, result) "        \
                     "VALUES (:id, :number, :external_no, :title, :detail, :caller, :result)")                    \
  X (CASE_WORDS_DROP, "INSERT INTO case_words (case_words, rowid, number, external_no, title, detail, caller, result) " \
                      "VALUES ('delete', :id, :number, :external_no, :title, :detail, :caller, :result)")         \
  X (CASE_WORDS_MAKE, "INSERT INTO case_words (case_words) VALUES ('rebuild')")                                   \
  X (CASE_WORDS_TIDY, "INSERT INTO case_words (case_words) VALUES ('optimize')")                                  \
  X (CASE_WORDS_FIND, "SELECT rowid FROM case_words WHERE case_words MATCH :match ORDER BY rowid DESC")           \
  X (CASE_WORDS_HELD, "SELECT doc, term, col, \"offset\" FROM case_terms")                                        \
  X (CASE_WORDS_WANTED, "SELECT id, number, external_no, title, detail, caller, result FROM service_case ORDER BY id") \
  X (VISIT_WORDS_ADD, "INSERT INTO visit_words (rowid, about, summary, caller, phone) "                           \
                      "VALUES (:id, :about, :summary, :caller, :phone)")                                          \
  X (VISIT_WORDS_DROP, "INSERT INTO visit_words (visit_words, rowid, about, summary, caller, phone) "             \
                       "VALUES ('delete', :id, :about, :summary, :caller, :phone)")                               \
  X (VISIT_WORDS_MAKE, "INSERT INTO visit_words (visit_words) VALUES ('rebuild')")                                \
  X (VISIT_WORDS_TIDY, "INSERT INTO visit_words (visit_words) VALUES ('optimize')")                               \
  X (VISIT_WORDS_FIND, "SELECT rowid FROM visit_words WHERE visit_words MATCH :match ORDER BY rowid DESC")        \
  X (VISIT_WORDS_HELD, "SELECT doc, term, col, \"offset\" FROM visit_terms")                                      \
  X (VISIT_WORDS_WANTED, "SELECT id, about, summary, caller, phone FROM visit ORDER BY id")                       \
  X (CASE_LAST_ID, "SELECT coalesce(max(id), 0) FROM service_case")                                               \
  X (CASES_NEWEST, "SELECT id FROM service_case WHERE id > :after AND " DESK_SQL_CASE_TEXTS ("") " ORDER BY id DESC") \
  X (CASE_SAYS, "SELECT 1 FROM service_case WHERE id = :id AND " DESK_SQL_CASE_TEXTS (""))                        \
  X (CASES_SIFT_LIVE, DESK_SQL_CASE_SIFT ("kind = :kind AND live = 1 ORDER BY order_key, id"))                    \
  X (CASES_SIFT_CLOSED, DESK_SQL_CASE_SIFT ("+kind = :kind AND +live = 0 ORDER BY id"))                           \
  X (CASES_AT_UNIT, "SELECT id FROM service_case WHERE unit_id = :id")                                            \
  X (CASES_BY_PERSON, "SELECT id FROM service_case WHERE person_id = :id")                                        \
  X (CASES_IN_CATEGORY, "SELECT id FROM service_case WHERE category_id = :id")                                    \
  X (CATEGORIES_CALLED, "SELECT id FROM category WHERE name LIKE :like ESCAPE '~'")                               \
  X (VISIT_LAST_ID, "SELECT coalesce(max(id), 0) FROM visit")                                                     \
  X (VISITS_NEWEST, "SELECT id FROM visit WHERE id > :after AND " DESK_SQL_VISIT_TEXTS ("") " ORDER BY id DESC")  \
  X (VISIT_SAYS, "SELECT 1 FROM visit WHERE id = :id AND " DESK_SQL_VISIT_TEXTS (""))                             \
  X (VISITS_SIFT, DESK_SQL_VISIT_SIFT ("at >= :since"))                                                           \
  X (VISITS_SIFT_ALL, DESK_SQL_VISIT_SIFT ("id > 0 ORDER BY id"))                                                 \
  X (VISITS_SIFT_OPEN, DESK_SQL_VISIT_SIFT ("closed_at = 0"))                                                     \
  X (VISITS_AT_UNIT, "SELECT id FROM visit WHERE unit_id = :id")                                                  \
  X (VISITS_BY_PERSON, "SELECT id FROM visit WHERE person_id = :id")
