/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-kind.h"

#define ENUM(symbol, ...)                                       \
  static const char *const symbol##_nicks[] = { __VA_ARGS__ };  \
  const DeskEnumSpec desk_enum_##symbol = { #symbol, symbol##_nicks, G_N_ELEMENTS (symbol##_nicks) };

ENUM (visit_kind, "visit", "enquiry", "repair", "complaint", "suggestion", "praise", "message", "other")
ENUM (channel, "walk_in", "phone", "message", "round")
ENUM (case_kind, "repair", "complaint")
ENUM (case_state, "new", "assigned", "accepted", "working", "waiting", "done", "callback", "closed", "cancelled")
ENUM (urgency, "ordinary", "urgent", "danger")
ENUM (severity, "ordinary", "serious", "major")
ENUM (wait_reason, "parts", "owner_away", "appointment", "third_party", "quote")
ENUM (warranty_part, "structure", "waterproof", "heating", "fittings", "cooling")
ENUM (answer, "satisfied", "fair", "not_satisfied")
ENUM (case_event, "opened", "move", "contact", "hurry", "note", "appointment", "quote", "stage", "escalated",
      "not_reached")
ENUM (duration_unit, "clock_hours", "working_hours", "working_days")
ENUM (handing, "offered", "accepted", "returned")
ENUM (visit_state, "open", "offered", "returned", "closed")
ENUM (quote_state, "made", "agreed", "declined", "billed", "checked")
ENUM (cost_kind, "part", "labour")
ENUM (stage, "contact", "progress", "evidence", "plan", "decision", "solved", "answer", "callback")
ENUM (callback_taken, "drawn", "again", "by_hand")
ENUM (finding, "valid", "partly", "not_valid")
ENUM (phrase_scope, "log", "repair", "complaint", "answer", "outage")

#define X(code, nick) nick,
static const char *const move_nicks[] = { DESK_MOVES (X) };
#undef X
const DeskEnumSpec desk_enum_move = { "move", move_nicks, G_N_ELEMENTS (move_nicks) };
