/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Saved filters. */

#define DESK_SQL_SAVED_FILTER(X)                                                                                       \
  X (SAVED_FILTER_GET, "SELECT id, version, staff_id, list_name, name, form, pinned FROM saved_filter WHERE id = :id") \
  X (SAVED_FILTER_INSERT, "INSERT INTO saved_filter (id, version, staff_id, list_name, name, form, pinned) "          \
                          "VALUES (:id, :version, :staff_id, :list_name, :name, :form, :pinned)")                     \
  X (SAVED_FILTER_UPDATE, "UPDATE saved_filter SET version = version + 1, staff_id = :staff_id, "                     \
                          "list_name = :list_name, name = :name, form = :form, pinned = :pinned "                     \
                          "WHERE id = :id AND version = :version")                                                    \
  X (SAVED_FILTER_DELETE, "DELETE FROM saved_filter WHERE id = :id AND version = :version")                           \
  X (SAVED_FILTERS_OF, "SELECT id FROM saved_filter WHERE staff_id = :staff_id ORDER BY list_name, id")               \
  X (SAVED_FILTER_BY_NAME, "SELECT id FROM saved_filter WHERE staff_id = :staff_id AND list_name = :list_name "       \
                           "AND name = :name AND id <> :id")                                                          \
  X (SAVED_FILTERS_BESIDE, "SELECT count(*) FROM saved_filter WHERE staff_id = :staff_id AND list_name = :list_name "  \
                           "AND id <> :id")
