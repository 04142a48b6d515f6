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

/* How far a right goes, the narrowest first; a person with several roles has the widest of them. A right whose use case
 * leaves a row in the trail even where nothing changes ("log" in the table) is told by desk_right_is_logged(). */
typedef enum
{
  DESK_LEVEL_NONE,
  DESK_LEVEL_VIEW,
  DESK_LEVEL_ASK,     /* makes a request that another approves */
  DESK_LEVEL_PREPARE, /* makes a batch ready that another approves */
  DESK_LEVEL_APPROVE, /* approves what others ask for; what they do themselves waits for another */
  DESK_LEVEL_OWN,     /* units of the person's scope */
  DESK_LEVEL_ALL,
  DESK_N_LEVELS
} DeskLevel;

/* domain.md, Rights: code, then desk, housekeeper, technician, cashier, supervisor, admin: what a new store begins with.
 * Work that comes later finds its codes here already. */
#define DESK_RIGHTS(X)                                                                       \
  X (NONE, "none", ALL, ALL, ALL, ALL, ALL, ALL) /* what everybody signed in may */           \
  X (ENTER, "enter", ALL, ALL, ALL, ALL, ALL, ALL) /* what leads to signing in: anybody at all */ \
  X (VISIT_LOG, "visit.log", ALL, OWN, NONE, ALL, ALL, NONE)                                 \
  X (MESSAGE_SEND, "message.send", ALL, OWN, NONE, ALL, ALL, NONE)                           \
  X (FOLLOW_UP_EDIT, "follow_up.edit", ALL, OWN, NONE, ALL, ALL, NONE)                       \
  X (CASE_OPEN, "case.open", ALL, OWN, NONE, ALL, ALL, NONE)                                 \
  X (CASE_HURRY, "case.hurry", ALL, OWN, NONE, ALL, ALL, NONE)                               \
  X (CASE_CONTACT, "case.contact", ALL, OWN, NONE, ALL, ALL, NONE)                           \
  X (CASE_ASSIGN, "case.assign", ALL, OWN, NONE, NONE, ALL, NONE)                            \
  X (CASE_MERGE, "case.merge", ALL, OWN, NONE, NONE, ALL, NONE)                              \
  X (CASE_CANCEL, "case.cancel", ALL, OWN, NONE, NONE, ALL, NONE)                            \
  X (CASE_REOPEN, "case.reopen", ALL, OWN, NONE, NONE, ALL, NONE)                            \
  X (CASE_WORK, "case.work", NONE, OWN, OWN, NONE, ALL, NONE)                                \
  X (CASE_INSPECT, "case.inspect", NONE, OWN, NONE, NONE, ALL, NONE)                         \
  X (COMPLAINT_STAGE, "complaint.stage", NONE, OWN, NONE, NONE, ALL, NONE)                   \
  X (COMPLAINT_FINDING, "complaint.finding", NONE, OWN, NONE, NONE, ALL, NONE)               \
  X (CALLBACK_ANSWER, "callback.answer", ALL, OWN, NONE, NONE, ALL, NONE)                    \
  X (PERSON_EDIT_CONTACT, "person.edit_contact", ALL, OWN, NONE, NONE, ALL, ALL)             \
  X (PERSON_EDIT, "person.edit", NONE, OWN, NONE, NONE, ALL, ALL)                            \
  X (OCCUPANCY_EDIT, "occupancy.edit", NONE, OWN, NONE, NONE, ALL, ALL)                      \
  X (PERSON_MERGE, "person.merge", NONE, OWN, NONE, NONE, ALL, ALL)                          \
  X (UNIT_EDIT, "unit.edit", NONE, OWN, NONE, NONE, ALL, ALL)                                \
  X (PERSON_REVEAL, "person.reveal", ALL, OWN, NONE, ALL, ALL, NONE)                         \
  X (PERSONAL_EXPORT, "personal.export", NONE, NONE, NONE, NONE, ALL, ALL)                   \
  X (PERSON_ERASE, "person.erase", NONE, NONE, NONE, NONE, ALL, ALL)                         \
  X (SHEET_IMPORT, "sheet.import", NONE, NONE, NONE, NONE, ALL, ALL)                         \
  X (SHEET_IMPORT_UNDO, "sheet.import_undo", NONE, NONE, NONE, NONE, ALL, ALL)               \
  X (SHEET_EXPORT, "sheet.export", ALL, OWN, NONE, ALL, ALL, ALL)                            \
  X (LIST_PRINT, "list.print", ALL, OWN, NONE, ALL, ALL, ALL)                                \
  X (FEE_TAKE, "fee.take", NONE, NONE, NONE, ALL, NONE, NONE)                                \
  X (RECEIPT_PRINT, "receipt.print", NONE, NONE, NONE, ALL, NONE, NONE)                      \
  X (RECEIPT_REPRINT, "receipt.reprint", NONE, NONE, NONE, ALL, NONE, NONE)                  \
  X (DEPOSIT_IN, "deposit.in", NONE, NONE, NONE, ALL, NONE, NONE)                            \
  X (FEE_VOID, "fee.void", ASK, ASK, NONE, ASK, APPROVE, NONE)                               \
  X (FEE_REFUND, "fee.refund", ASK, ASK, NONE, ASK, APPROVE, NONE)                           \
  X (FEE_WAIVE, "fee.waive", ASK, ASK, NONE, ASK, APPROVE, NONE)                             \
  X (DEPOSIT_OUT, "deposit.out", ASK, ASK, NONE, ASK, APPROVE, NONE)                         \
  X (FEE_RUN, "fee.run", NONE, VIEW, NONE, PREPARE, APPROVE, PREPARE)                        \
  X (PRICE_EDIT, "price.edit", NONE, VIEW, NONE, PREPARE, APPROVE, PREPARE)                  \
  X (CHARGE_EDIT, "charge.edit", NONE, VIEW, NONE, PREPARE, APPROVE, PREPARE)                \
  X (METER_READ, "meter.read", NONE, VIEW, NONE, PREPARE, APPROVE, PREPARE)                  \
  X (FEE_DUN, "fee.dun", ALL, OWN, NONE, ALL, ALL, NONE)                                     \
  X (PROMISE_EDIT, "promise.edit", ALL, OWN, NONE, ALL, ALL, NONE)                           \
  X (DAY_CLOSE, "day.close", NONE, NONE, NONE, OWN, ALL, NONE)                               \
  X (PERIOD_LOCK, "period.lock", NONE, NONE, NONE, NONE, ALL, NONE)                          \
  X (SHIFT_GIVE, "shift.give", ALL, ALL, NONE, ALL, ALL, NONE)                               \
  X (SHIFT_TAKE, "shift.take", ALL, ALL, NONE, ALL, ALL, NONE)                               \
  X (KEY_LEND, "key.lend", ALL, ALL, NONE, ALL, ALL, NONE)                                   \
  X (VISITOR_SIGN, "visitor.sign", ALL, ALL, NONE, ALL, ALL, NONE)                           \
  X (DELIVERY_PLAN, "delivery.plan", NONE, NONE, NONE, NONE, ALL, NONE)                      \
  X (DELIVERY_INSPECT, "delivery.inspect", ALL, OWN, NONE, NONE, ALL, NONE)                  \
  X (REPORT_OWN, "report.own", ALL, ALL, ALL, ALL, ALL, NONE)                                \
  X (REPORT_ALL, "report.all", NONE, NONE, NONE, NONE, ALL, NONE)                            \
  X (KNOWLEDGE_EDIT, "knowledge.edit", NONE, NONE, NONE, NONE, ALL, ALL)                     \
  X (CATEGORY_EDIT, "category.edit", NONE, NONE, NONE, NONE, ALL, ALL)                       \
  X (CALENDAR_EDIT, "calendar.edit", NONE, NONE, NONE, NONE, ALL, ALL)                       \
  X (TRAIL_READ, "trail.read", NONE, NONE, NONE, NONE, ALL, ALL)                             \
  X (UNDO_OTHER, "undo.other", NONE, NONE, NONE, NONE, ALL, ALL)                             \
  X (STAFF_EDIT, "staff.edit", NONE, NONE, NONE, NONE, VIEW, ALL)                            \
  X (RIGHTS_EDIT, "rights.edit", NONE, NONE, NONE, NONE, VIEW, ALL)                          \
  X (SETTING_EDIT, "setting.edit", NONE, NONE, NONE, NONE, VIEW, ALL)                        \
  X (BACKUP_MAKE, "backup.make", NONE, NONE, NONE, NONE, VIEW, ALL)                          \
  X (BACKUP_RESTORE, "backup.restore", NONE, NONE, NONE, NONE, VIEW, ALL)

typedef enum
{
#define X(code, nick, ...) DESK_RIGHT_##code,
  DESK_RIGHTS (X)
#undef X
  DESK_N_RIGHTS
} DeskRight;

/* The first code of the matrix: those before it are not in it and the same for everybody. */
#define DESK_RIGHT_FIRST DESK_RIGHT_VISIT_LOG

const char *desk_right_nick (DeskRight right);
int desk_right_find (const char *nick);
gboolean desk_right_is_logged (DeskRight right);
DeskLevel desk_right_level (DeskRight right, gint64 roles);
gint64 desk_right_roles (DeskRight right);
char *desk_staff_roles_to_text (gint64 roles);
gboolean desk_staff_roles_from_text (const char *text, gint64 *roles);
const char *desk_level_nick (DeskLevel level);
int desk_level_find (const char *nick);

/* The matrix as a store has it: what a new store begins with, and what was changed since. */
typedef struct
{
  guint8 level[DESK_N_RIGHTS][DESK_N_STAFF_ROLES]; /* DeskLevel */
} DeskMatrix;

/* May they? */
typedef enum
{
  DESK_MAY_NOT,  /* no role of theirs has the right */
  DESK_MAY_HERE_NOT, /* in their own buildings only */
  DESK_MAY_ASK,  /* as a request, which another approves */
  DESK_MAY,
} DeskMay;

void desk_matrix_set_default (DeskMatrix *matrix);
DeskLevel desk_matrix_level (const DeskMatrix *matrix, DeskRight right, gint64 roles);
gint64 desk_matrix_roles (const DeskMatrix *matrix, DeskRight right);
gint64 desk_matrix_approvers (const DeskMatrix *matrix, DeskRight right);
DeskMay desk_matrix_may (const DeskMatrix *matrix, DeskRight right, gint64 roles, gboolean writes, gboolean in_scope);
gboolean desk_matrix_takes (DeskRight right, DeskLevel level);
gboolean desk_matrix_is_fixed (DeskRight right, DeskStaffRole role);

G_END_DECLS
