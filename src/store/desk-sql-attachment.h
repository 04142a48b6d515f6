/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files: each content once, and what it goes with. */
#define DESK_SQL_ATTACHMENT(X)                                                                                    \
  X (BLOB_BY_SHA256, "SELECT id FROM blob WHERE sha256 = :sha256")                                                \
  X (BLOB_INSERT, "INSERT INTO blob (sha256, mime, bytes) VALUES (:sha256, :mime, :bytes)")                       \
  X (BLOB_GET, "SELECT sha256, bytes FROM blob WHERE id = :id")                                                   \
  X (BLOB_IDS, "SELECT id FROM blob WHERE id > :after ORDER BY id LIMIT 100")                                     \
  X (BLOBS_MISSING, "SELECT count(*) FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.id = a.blob_id)") \
  X (ATTACHMENT_SAME, "SELECT id FROM attachment WHERE of_kind = :of_kind AND of_id = :of_id AND blob_id = :blob_id " \
                      "ORDER BY id LIMIT 1")
