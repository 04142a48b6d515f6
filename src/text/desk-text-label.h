/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"
#include "desk-list.h"
#include "desk-right.h"
#include "desk-search-key.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What things are called. Every result belongs to @text or is static, unless it is a char *. */

/* A kind of record: one ("Unit"), several as a heading ("Units"), and counted ("4 units"). */
const char *desk_text_kind (const DeskText *text, DeskKind kind);
const char *desk_text_kinds (const DeskText *text, DeskKind kind);
char *desk_text_count (const DeskText *text, DeskKind kind, gint64 n);

const char *desk_text_enum (const DeskText *text, const DeskEnumSpec *spec, gint64 value);
const char *desk_text_care_flag (const DeskText *text, gint64 care);
const char *desk_text_field (const DeskText *text, DeskKind kind, const char *field);
const char *desk_text_column (const DeskText *text, DeskList list, guint column);
const char *desk_text_list (const DeskText *text, DeskList list);
const char *desk_text_filter (const DeskText *text, DeskList list, guint filter);
const char *desk_text_staff_role (const DeskText *text, DeskStaffRole role);
char *desk_text_staff_roles (const DeskText *text, gint64 roles);
const char *desk_text_staff_name (const DeskText *text, const char *name);
const char *desk_text_author (const DeskText *text, const char *name);
char *desk_text_erased_person (const DeskText *text, gint64 id);
const char *desk_text_right (const DeskText *text, const char *nick);
const char *desk_text_level (const DeskText *text, DeskLevel level);

/* Why a search found something: "Phone tail". */
const char *desk_text_why (const DeskText *text, DeskSearchWhy why);

/* What somebody did: "Unit edited", with its object "3-2-1501: unit edited". */
const char *desk_text_act (const DeskText *text, const char *use_case, gboolean made);
char *desk_text_act_on (const DeskText *text, const char *use_case, gboolean made, const char *object);

G_END_DECLS
