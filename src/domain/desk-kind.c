/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kind.h"

/* The nick of @kind, static; "none" outside the list. */
const char *
desk_kind_nick (DeskKind kind)
{
  switch (kind)
    {
#define X(name, number, nick) \
  case DESK_KIND_##name:      \
    return nick;
      DESK_KINDS (X)
#undef X
    case DESK_KIND_NONE:
    case DESK_N_KINDS:
    default:
      return "none";
    }
}

/* Returns: the kind called @nick, or DESK_KIND_NONE. */
DeskKind
desk_kind_from_nick (const char *nick)
{
#define X(name, number, text)          \
  if (g_strcmp0 (nick, text) == 0)     \
    return DESK_KIND_##name;
  DESK_KINDS (X)
#undef X
  return DESK_KIND_NONE;
}

/* Is @value one of the list? 0, none, is not. */
gboolean
desk_enum_has (const DeskEnumSpec *spec, gint64 value)
{
  return value >= 1 && value <= spec->n;
}

/* The nick of @value, static; "" where the list has no such value. */
const char *
desk_enum_nick (const DeskEnumSpec *spec, gint64 value)
{
  return desk_enum_has (spec, value) ? spec->nicks[value - 1] : "";
}

/* Returns: the value named @nick, or 0. */
gint64
desk_enum_from_nick (const DeskEnumSpec *spec, const char *nick)
{
  for (int i = 0; i < spec->n; i++)
    if (g_strcmp0 (spec->nicks[i], nick) == 0)
      return i + 1;
  return 0;
}

#define ENUM(symbol, title, ...)                                       \
  static const char *const symbol##_nicks[] = { __VA_ARGS__ };         \
  const DeskEnumSpec desk_enum_##symbol = { title, symbol##_nicks, G_N_ELEMENTS (symbol##_nicks) };

ENUM (state, "state", "unsold", "ready", "handed_over", "decorating", "lived_in", "vacant", "let")
ENUM (unit_kind, "unit_kind", "room", "shop", "space")
ENUM (role, "role", "owner", "co_owner", "tenant", "family", "staff", "agent")
ENUM (person_kind, "person_kind", "natural", "company")
ENUM (phone_kind, "phone_kind", "mobile", "home", "work", "other")
ENUM (document_kind, "document_kind", "resident_id", "passport", "permit", "licence", "other")
ENUM (care, "care", "elderly", "infant", "pet", "medical", "dispute", "call_first")
ENUM (instruction, "instruction", "may_enter", "parcel", "away", "other")
ENUM (request, "request", "waiting", "approved", "refused", "withdrawn")
