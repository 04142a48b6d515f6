/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Changes of the matrix of rights, and requests. */
#define DESK_SQL_RIGHT(X)                                                                                         \
  X (RIGHT_CHANGES, "SELECT code, role, level FROM right_change ORDER BY id")                                     \
  X (RIGHT_CHANGE_OF, "SELECT id FROM right_change WHERE code = :code AND role = :role")                          \
  X (REQUEST_IDS, "SELECT id FROM request WHERE state = 1 OR (staff_id = :staff_id AND decided_at >= :since) "    \
                  "ORDER BY at, id LIMIT 500")
