/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* People who work here, what they sign in with, what they answer for. */
#define DESK_SQL_STAFF(X)                                                                                         \
  X (STAFF_IDS, "SELECT id FROM staff WHERE left_on = 0 OR :left = 1 ORDER BY CASE WHEN left_on = 0 THEN 0 ELSE 1 END, id") \
  X (STAFF_BY_LOGIN, "SELECT id FROM staff WHERE login = :login")                                                 \
  X (STAFF_SOLE, "SELECT id FROM staff WHERE left_on = 0 AND (roles & 32) <> 0 ORDER BY id LIMIT 1")              \
  X (STAFF_OTHER_ADMINS, "SELECT count(*) FROM staff s LEFT JOIN staff_secret c ON c.staff_id = s.id "            \
                         "WHERE s.left_on = 0 AND (s.roles & 32) <> 0 AND s.id <> :id AND (:secret = 0 "          \
                         "OR coalesce(c.password, '') <> '' OR coalesce(c.pin, '') <> '')")                        \
  X (STAFF_SCOPE_IDS, "SELECT id FROM staff_scope WHERE staff_id = :staff_id ORDER BY id")                        \
  X (STAFF_LAST_SEEN, "SELECT coalesce(max(at), 0) FROM act WHERE staff_id = :staff_id AND use_case = 'sign_in'") \
  X (SECRET_GET, "SELECT password, pin, must_change, password_failures, password_failed_at, pin_failures, pin_failed_at " \
                 "FROM staff_secret WHERE staff_id = :staff_id")                                                  \
  X (SECRET_SET, "INSERT INTO staff_secret (staff_id, password, pin, must_change, password_failures, "            \
                 "password_failed_at, pin_failures, pin_failed_at) VALUES (:staff_id, :password, :pin, :must_change, " \
                 ":password_failures, :password_failed_at, :pin_failures, :pin_failed_at) "                       \
                 "ON CONFLICT (staff_id) DO UPDATE SET password = excluded.password, pin = excluded.pin, "        \
                 "must_change = excluded.must_change, password_failures = excluded.password_failures, "           \
                 "password_failed_at = excluded.password_failed_at, pin_failures = excluded.pin_failures, "       \
                 "pin_failed_at = excluded.pin_failed_at WHERE staff_secret.staff_id = excluded.staff_id")        \
  X (SECRET_COUNTS, "SELECT count(*), coalesce(sum(CASE WHEN password <> '' THEN 1 ELSE 0 END), 0) FROM staff_secret " \
                    "WHERE password <> '' OR pin <> ''")
