/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_STAFF_ROLE_DESK,
  DESK_STAFF_ROLE_HOUSEKEEPER,
  DESK_STAFF_ROLE_TECHNICIAN,
  DESK_STAFF_ROLE_CASHIER,
  DESK_STAFF_ROLE_SUPERVISOR,
  DESK_STAFF_ROLE_ADMIN,
  DESK_N_STAFF_ROLES
} DeskStaffRole;
#define DESK_ALL_ROLES ((1 << DESK_N_STAFF_ROLES) - 1)

/* How far a right goes; a person with several roles has the widest of them. */
typedef enum
{
  DESK_LEVEL_NONE,
  DESK_LEVEL_VIEW,
  DESK_LEVEL_OWN, /* units of the person's scope */
  DESK_LEVEL_ALL,
} DeskLevel;

/* domain.md, Rights: code, then desk, housekeeper, technician, cashier, supervisor, admin. Rows join with the
 * work that needs them. A right marked "log" in the table is one whose use case leaves a trail row. */
#define DESK_RIGHTS(X)                                                             \
  X (NONE, "none", ALL, ALL, ALL, ALL, ALL, ALL) /* what everybody signed in may */ \
  X (PERSON_EDIT_CONTACT, "person.edit_contact", ALL, OWN, NONE, NONE, ALL, ALL)   \
  X (PERSON_EDIT, "person.edit", NONE, OWN, NONE, NONE, ALL, ALL)                  \
  X (OCCUPANCY_EDIT, "occupancy.edit", NONE, OWN, NONE, NONE, ALL, ALL)            \
  X (PERSON_MERGE, "person.merge", NONE, OWN, NONE, NONE, ALL, ALL)                \
  X (UNIT_EDIT, "unit.edit", NONE, OWN, NONE, NONE, ALL, ALL)                      \
  X (PERSON_REVEAL, "person.reveal", ALL, OWN, NONE, ALL, ALL, NONE)               \
  X (PERSONAL_EXPORT, "personal.export", NONE, NONE, NONE, NONE, ALL, ALL)         \
  X (SHEET_IMPORT, "sheet.import", NONE, NONE, NONE, NONE, ALL, ALL)               \
  X (SHEET_IMPORT_UNDO, "sheet.import_undo", NONE, NONE, NONE, NONE, ALL, ALL)     \
  X (SHEET_EXPORT, "sheet.export", ALL, OWN, NONE, ALL, ALL, ALL)                  \
  X (LIST_PRINT, "list.print", ALL, OWN, NONE, ALL, ALL, ALL)                      \
  X (TRAIL_READ, "trail.read", NONE, NONE, NONE, NONE, ALL, ALL)                   \
  X (UNDO_OTHER, "undo.other", NONE, NONE, NONE, NONE, ALL, ALL)                   \
  X (SETTING_EDIT, "setting.edit", NONE, NONE, NONE, NONE, VIEW, ALL)

typedef enum
{
#define X(code, nick, ...) DESK_RIGHT_##code,
  DESK_RIGHTS (X)
#undef X
  DESK_N_RIGHTS
} DeskRight;

const char *desk_right_nick (DeskRight right);
DeskLevel desk_right_level (DeskRight right, gint64 roles);
gint64 desk_right_roles (DeskRight right);

G_END_DECLS
