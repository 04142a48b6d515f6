/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Search keys and what a hit is called. */
#define DESK_SQL_SEARCH(X)                                                                                     \
  X (SEARCH_KEY_ADD, "INSERT INTO search_key (key, kind, why, record_id) VALUES (:key, :kind, :why, :record_id) " \
                     "ON CONFLICT (kind, why, key, record_id) DO NOTHING")                                     \
  X (SEARCH_KEY_DROP, "DELETE FROM search_key WHERE key = :key AND kind = :kind AND why = :why AND record_id = :record_id") \
  X (SEARCH_KEY_COUNT, "SELECT count(*) FROM search_key")                                                      \
  X (SEARCH_KEY_HAS, "SELECT 1 FROM search_key WHERE key = :key AND kind = :kind AND why = :why AND record_id = :record_id")
