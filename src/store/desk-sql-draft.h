/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Drafts: these run on the connection of <store>.drafts alone (desk-store-draft.h). */
#define DESK_SQL_DRAFT(X)                                                                                           \
  X (DRAFT_PUT, "INSERT INTO draft (staff_id, form, request_key, title, version, words, at) "                       \
                "VALUES (:staff_id, :form, :request_key, :title, :version, :words, :at) "                           \
                "ON CONFLICT (staff_id, form) DO UPDATE SET request_key = excluded.request_key, "                   \
                "title = excluded.title, version = excluded.version, words = excluded.words, at = excluded.at "     \
                "WHERE draft.staff_id = excluded.staff_id")                                                         \
  X (DRAFT_DROP, "DELETE FROM draft WHERE staff_id = :staff_id AND form = :form")                                   \
  X (DRAFTS_OF_STAFF, "SELECT form, request_key, title, version, words, at FROM draft "                             \
                      "WHERE staff_id = :staff_id ORDER BY at DESC, form")
