/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-label.h"

/* The words of the matrix of rights: domain.md, Rights. */

static const struct
{
  const char *context;
  const char *word;
} rights[DESK_N_RIGHTS] = {
  [DESK_RIGHT_NONE] = { NP_ ("right", "Sign in") },
  [DESK_RIGHT_ENTER] = { NP_ ("right", "Reach the sign-in page") },
  [DESK_RIGHT_VISIT_LOG] = { NP_ ("right", "Log visits and calls") },
  [DESK_RIGHT_MESSAGE_SEND] = { NP_ ("right", "Send messages") },
  [DESK_RIGHT_FOLLOW_UP_EDIT] = { NP_ ("right", "Edit follow-ups") },
  [DESK_RIGHT_CASE_OPEN] = { NP_ ("right", "Open cases") },
  [DESK_RIGHT_CASE_HURRY] = { NP_ ("right", "Record hurry-ups") },
  [DESK_RIGHT_CASE_CONTACT] = { NP_ ("right", "Log contacts with residents") },
  [DESK_RIGHT_CASE_ASSIGN] = { NP_ ("right", "Assign cases") },
  [DESK_RIGHT_CASE_MERGE] = { NP_ ("right", "Merge cases") },
  [DESK_RIGHT_CASE_CANCEL] = { NP_ ("right", "Cancel cases") },
  [DESK_RIGHT_CASE_REOPEN] = { NP_ ("right", "Reopen cases") },
  [DESK_RIGHT_CASE_WORK] = { NP_ ("right", "Work on cases") },
  [DESK_RIGHT_CASE_INSPECT] = { NP_ ("right", "Inspect finished work") },
  [DESK_RIGHT_COMPLAINT_STAGE] = { NP_ ("right", "Sign off stages of complaints") },
  [DESK_RIGHT_COMPLAINT_FINDING] = { NP_ ("right", "Record findings on complaints") },
  [DESK_RIGHT_CALLBACK_ANSWER] = { NP_ ("right", "Record callbacks") },
  [DESK_RIGHT_PERSON_EDIT_CONTACT] = { NP_ ("right", "Edit contacts") },
  [DESK_RIGHT_PERSON_EDIT] = { NP_ ("right", "Edit people") },
  [DESK_RIGHT_OCCUPANCY_EDIT] = { NP_ ("right", "Edit who lives where") },
  [DESK_RIGHT_PERSON_MERGE] = { NP_ ("right", "Merge people") },
  [DESK_RIGHT_UNIT_EDIT] = { NP_ ("right", "Edit units") },
  [DESK_RIGHT_PERSON_REVEAL] = { NP_ ("right", "Show whole numbers") },
  [DESK_RIGHT_PERSONAL_EXPORT] = { NP_ ("right", "Export whole numbers") },
  [DESK_RIGHT_PERSON_ERASE] = { NP_ ("right", "Erase a person's data") },
  [DESK_RIGHT_SHEET_IMPORT] = { NP_ ("right", "Import sheets") },
  [DESK_RIGHT_SHEET_IMPORT_UNDO] = { NP_ ("right", "Undo an import") },
  [DESK_RIGHT_SHEET_EXPORT] = { NP_ ("right", "Export sheets") },
  [DESK_RIGHT_LIST_PRINT] = { NP_ ("right", "Print lists") },
  [DESK_RIGHT_FEE_TAKE] = { NP_ ("right", "Take payments") },
  [DESK_RIGHT_RECEIPT_PRINT] = { NP_ ("right", "Print receipts") },
  [DESK_RIGHT_RECEIPT_REPRINT] = { NP_ ("right", "Reprint receipts") },
  [DESK_RIGHT_DEPOSIT_IN] = { NP_ ("right", "Take deposits") },
  [DESK_RIGHT_FEE_VOID] = { NP_ ("right", "Void receipts") },
  [DESK_RIGHT_FEE_REFUND] = { NP_ ("right", "Refund payments") },
  [DESK_RIGHT_FEE_WAIVE] = { NP_ ("right", "Waive fees") },
  [DESK_RIGHT_DEPOSIT_OUT] = { NP_ ("right", "Return deposits") },
  [DESK_RIGHT_FEE_RUN] = { NP_ ("right", "Run the billing") },
  [DESK_RIGHT_PRICE_EDIT] = { NP_ ("right", "Edit prices") },
  [DESK_RIGHT_CHARGE_EDIT] = { NP_ ("right", "Edit charges") },
  [DESK_RIGHT_METER_READ] = { NP_ ("right", "Enter meter readings") },
  [DESK_RIGHT_FEE_DUN] = { NP_ ("right", "Dun for arrears") },
  [DESK_RIGHT_PROMISE_EDIT] = { NP_ ("right", "Edit promises to pay") },
  [DESK_RIGHT_DAY_CLOSE] = { NP_ ("right", "Close the day") },
  [DESK_RIGHT_PERIOD_LOCK] = { NP_ ("right", "Lock a period") },
  [DESK_RIGHT_SHIFT_GIVE] = { NP_ ("right", "Hand a shift over") },
  [DESK_RIGHT_SHIFT_TAKE] = { NP_ ("right", "Take a shift over") },
  [DESK_RIGHT_KEY_LEND] = { NP_ ("right", "Lend keys") },
  [DESK_RIGHT_VISITOR_SIGN] = { NP_ ("right", "Sign visitors in and out") },
  [DESK_RIGHT_DELIVERY_PLAN] = { NP_ ("right", "Plan deliveries") },
  [DESK_RIGHT_DELIVERY_INSPECT] = { NP_ ("right", "Inspect at deliveries") },
  [DESK_RIGHT_REPORT_OWN] = { NP_ ("right", "See own reports") },
  [DESK_RIGHT_REPORT_ALL] = { NP_ ("right", "See all reports") },
  [DESK_RIGHT_KNOWLEDGE_EDIT] = { NP_ ("right", "Edit the knowledge base") },
  [DESK_RIGHT_CATEGORY_EDIT] = { NP_ ("right", "Edit categories") },
  [DESK_RIGHT_CALENDAR_EDIT] = { NP_ ("right", "Edit calendars") },
  [DESK_RIGHT_TRAIL_READ] = { NP_ ("right", "Read the trail") },
  [DESK_RIGHT_UNDO_OTHER] = { NP_ ("right", "Undo what others did") },
  [DESK_RIGHT_STAFF_EDIT] = { NP_ ("right", "Edit staff") },
  [DESK_RIGHT_RIGHTS_EDIT] = { NP_ ("right", "Edit rights") },
  [DESK_RIGHT_SETTING_EDIT] = { NP_ ("right", "Change settings") },
  [DESK_RIGHT_BACKUP_MAKE] = { NP_ ("right", "Make backups") },
  [DESK_RIGHT_BACKUP_RESTORE] = { NP_ ("right", "Restore backups") },
}, levels[DESK_N_LEVELS] = {
  [DESK_LEVEL_NONE] = { NP_ ("level of a right", "No") },
  [DESK_LEVEL_VIEW] = { NP_ ("level of a right", "View") },
  [DESK_LEVEL_ASK] = { NP_ ("level of a right", "Ask") },
  [DESK_LEVEL_PREPARE] = { NP_ ("level of a right", "Prepare") },
  [DESK_LEVEL_APPROVE] = { NP_ ("level of a right", "Approve") },
  [DESK_LEVEL_OWN] = { NP_ ("level of a right", "Own buildings") },
  [DESK_LEVEL_ALL] = { NP_ ("level of a right", "Yes") },
};

/* Returns: what the permission called @nick lets one do; @nick itself when we do not know it. */
const char *
desk_text_right (const DeskText *text, const char *nick)
{
  int right = desk_right_find (nick);

  return right < 0 ? nick : desk_text_get_c (text, rights[right].context, rights[right].word);
}

/* Returns: how far @level goes, for a cell of the matrix. */
const char *
desk_text_level (const DeskText *text, DeskLevel level)
{
  return level < DESK_N_LEVELS ? desk_text_get_c (text, levels[level].context, levels[level].word) : "";
}
