/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-actor.h"
#include "desk-attachment-io.h"
#include "desk-callback-io.h"
#include "desk-complaint-io.h"
#include "desk-cost-io.h"
#include "desk-wall-io.h"
#include "desk-input-case.h"
#include "desk-input-staff.h"
#include "desk-follow-up-io.h"
#include "desk-input.h"
#include "desk-outage-io.h"
#include "desk-phrase-io.h"
#include "desk-result-case.h"
#include "desk-saved-filter-io.h"
#include "desk-result-staff.h"
#include "desk-result.h"

G_BEGIN_DECLS

typedef struct _DeskService DeskService;

/*
 * Everything the program can do: code, function desk_<name>(), right, READ | LONG | WRITE, UNDOABLE | REVERSED,
 * input type, its free function, result type, its clear function. The nick in the trail is the function's name.
 */
#define DESK_USE_CASES(X)                                                                                       \
  X (SAVE_COMMUNITY, save_community, UNIT_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)   \
  X (SAVE_BUILDING, save_building, UNIT_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)     \
  X (SAVE_ENTRANCE, save_entrance, UNIT_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)     \
  X (MAKE_BUILDING, make_building, UNIT_EDIT, WRITE, UNDOABLE, DeskBuildingPlanInput, building_plan_input, DeskSaved, saved) \
  X (SAVE_UNIT, save_unit, UNIT_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)             \
  X (CHANGE_UNIT_STATE, change_unit_state, UNIT_EDIT, WRITE, UNDOABLE, DeskUnitStateInput, unit_state_input, DeskSaved, saved) \
  X (SAVE_PERSON, save_person, PERSON_EDIT, WRITE, UNDOABLE, DeskPersonInput, person_input, DeskSaved, saved)       \
  X (SAVE_CONTACT, save_contact, PERSON_EDIT_CONTACT, WRITE, UNDOABLE, DeskPersonInput, person_input, DeskSaved, saved) \
  X (MERGE_PEOPLE, merge_people, PERSON_MERGE, WRITE, UNDOABLE, DeskMergeInput, merge_input, DeskSaved, saved)      \
  X (SAVE_OCCUPANCY, save_occupancy, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (CHANGE_OWNER, change_owner, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskOwnerInput, owner_input, DeskSaved, saved)    \
  X (SAVE_VEHICLE, save_vehicle, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)  \
  X (SAVE_SPACE_LEASE, save_space_lease, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (SAVE_CARE_FLAG, save_care_flag, PERSON_EDIT_CONTACT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (SAVE_INSTRUCTION, save_instruction, PERSON_EDIT_CONTACT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (REMOVE_BUILDING, remove_building, UNIT_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_ENTRANCE, remove_entrance, UNIT_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_UNIT, remove_unit, UNIT_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved)         \
  X (REMOVE_PERSON, remove_person, PERSON_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved)   \
  X (REMOVE_OCCUPANCY, remove_occupancy, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_VEHICLE, remove_vehicle, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_SPACE_LEASE, remove_space_lease, OCCUPANCY_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_CARE_FLAG, remove_care_flag, PERSON_EDIT_CONTACT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (REMOVE_INSTRUCTION, remove_instruction, PERSON_EDIT_CONTACT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (ERASE_PERSON, erase_person, PERSON_ERASE, WRITE, REVERSED, DeskRemoveInput, remove_input, DeskSaved, saved)    \
  X (REVEAL_NUMBER, reveal_number, PERSON_REVEAL, WRITE, REVERSED, DeskRevealInput, reveal_input, DeskSaved, saved) \
  X (CHANGE_SETTING, change_setting, SETTING_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (REVEAL_ORDERS, reveal_orders, PERSON_REVEAL, WRITE, REVERSED, DeskOrdersInput, orders_input, DeskSaved, saved) \
  X (TAKE_IMPORT, take_import, SHEET_IMPORT, WRITE, UNDOABLE, DeskImportInput, import_input, DeskSaved, saved)    \
  X (EXPORT_REGISTER, export_register, SHEET_EXPORT, WRITE, REVERSED, DeskExportInput, export_input, DeskSaved, saved) \
  X (EXPORT_LIST_WHOLE, export_list_whole, PERSONAL_EXPORT, WRITE, REVERSED, DeskListSheetInput, list_sheet_input, DeskSaved, saved) \
  X (NOTE_EXPORT, note_export, SHEET_EXPORT, WRITE, REVERSED, DeskSheetNoteInput, sheet_note_input, DeskSaved, saved) \
  X (NOTE_PRINT, note_print, LIST_PRINT, WRITE, REVERSED, DeskSheetNoteInput, sheet_note_input, DeskSaved, saved) \
  X (NOTE_RESTORE, note_restore, BACKUP_RESTORE, WRITE, REVERSED, DeskBackupNoteInput, backup_note_input, DeskSaved, saved) \
  X (NOTE_BACKUP, note_backup, BACKUP_MAKE, WRITE, REVERSED, DeskBackupNoteInput, backup_note_input, DeskSaved, saved) \
  X (REMEMBER_LAYOUT, remember_layout, SHEET_IMPORT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (LOG_VISIT, log_visit, VISIT_LOG, WRITE, UNDOABLE, DeskVisitInput, visit_input, DeskSaved, saved)               \
  X (TURN_VISIT, turn_visit, VISIT_LOG, WRITE, UNDOABLE, DeskVisitInput, visit_input, DeskSaved, saved)             \
  X (STEP_VISIT, step_visit, VISIT_LOG, WRITE, UNDOABLE, DeskVisitStepInput, visit_step_input, DeskSaved, saved)    \
  X (ANSWER_MEMO, answer_memo, MESSAGE_SEND, WRITE, UNDOABLE, DeskMemoInput, memo_input, DeskSaved, saved)          \
  X (OPEN_CASE, open_case, CASE_OPEN, WRITE, UNDOABLE, DeskCaseInput, case_input, DeskSaved, saved)                 \
  X (EDIT_CASE, edit_case, CASE_OPEN, WRITE, UNDOABLE, DeskCaseInput, case_input, DeskSaved, saved)                 \
  X (NOTE_CASE, note_case, CASE_CONTACT, WRITE, UNDOABLE, DeskCaseNoteInput, case_note_input, DeskSaved, saved)     \
  X (HURRY_CASE, hurry_case, CASE_HURRY, WRITE, UNDOABLE, DeskCaseNoteInput, case_note_input, DeskSaved, saved)     \
  X (ASSIGN_CASE, assign_case, CASE_ASSIGN, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)           \
  X (ASSIGN_CASES, assign_cases, CASE_ASSIGN, WRITE, UNDOABLE, DeskAssignInput, assign_input, DeskSaved, saved)     \
  X (WORK_CASE, work_case, CASE_WORK, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)                 \
  X (SETTLE_CASE, settle_case, CASE_OPEN, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)             \
  X (INSPECT_CASE, inspect_case, CASE_INSPECT, WRITE, REVERSED, DeskMoveInput, move_input, DeskSaved, saved)        \
  X (ANSWER_CASE, answer_case, CALLBACK_ANSWER, WRITE, REVERSED, DeskMoveInput, move_input, DeskSaved, saved)       \
  X (REOPEN_CASE, reopen_case, CASE_REOPEN, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)           \
  X (CANCEL_CASE, cancel_case, CASE_CANCEL, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)           \
  X (MERGE_CASE, merge_case, CASE_MERGE, WRITE, UNDOABLE, DeskMoveInput, move_input, DeskSaved, saved)              \
  X (SAVE_OUTAGE, save_outage, CASE_OPEN, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)         \
  X (ATTACH_CALL, attach_call, VISIT_LOG, WRITE, UNDOABLE, DeskAttachCallInput, attach_call_input, DeskSaved, saved) \
  X (TELL_CALLERS, tell_callers, CASE_CONTACT, WRITE, UNDOABLE, DeskTellInput, tell_input, DeskSaved, saved)        \
  X (END_OUTAGE, end_outage, CASE_OPEN, WRITE, UNDOABLE, DeskEndOutageInput, end_outage_input, DeskSaved, saved)    \
  X (SIGN_STAGE, sign_stage, COMPLAINT_STAGE, WRITE, REVERSED, DeskStageInput, stage_input, DeskSaved, saved)       \
  X (SAVE_COMPLAINT, save_complaint, COMPLAINT_FINDING, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (ESCALATE_COMPLAINT, escalate_complaint, CASE_CONTACT, WRITE, UNDOABLE, DeskEscalateInput, escalate_input, DeskSaved, saved) \
  X (JOIN_CASES, join_cases, CASE_MERGE, WRITE, UNDOABLE, DeskJoinInput, join_input, DeskSaved, saved)              \
  X (LINK_CASES, link_cases, CASE_CONTACT, WRITE, UNDOABLE, DeskCaseLinkInput, case_link_input, DeskSaved, saved)    \
  X (MISS_CALLBACK, miss_callback, CALLBACK_ANSWER, WRITE, UNDOABLE, DeskCaseNoteInput, case_note_input, DeskSaved, saved) \
  X (ADVANCE_CASES, advance_cases, NONE, WRITE, REVERSED, DeskAdvanceInput, advance_input, DeskSaved, saved)        \
  X (SAVE_CATEGORY, save_category, CATEGORY_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (REMOVE_CATEGORY, remove_category, CATEGORY_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (SAVE_CALENDAR, save_calendar, CALENDAR_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (SAVE_CALENDAR_DAY, save_calendar_day, CALENDAR_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (REMOVE_CALENDAR_DAY, remove_calendar_day, CALENDAR_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (SAVE_COST_LINE, save_cost_line, NONE, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)        \
  X (REMOVE_COST_LINE, remove_cost_line, NONE, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved)    \
  X (STEP_QUOTE, step_quote, NONE, WRITE, UNDOABLE, DeskQuoteInput, quote_input, DeskSaved, saved)                  \
  X (CHECK_BILL, check_bill, CASE_INSPECT, WRITE, REVERSED, DeskQuoteInput, quote_input, DeskSaved, saved)          \
  X (ATTACH_FILE, attach_file, NONE, WRITE, UNDOABLE, DeskAttachInput, attach_input, DeskSaved, saved)              \
  X (REMOVE_ATTACHMENT, remove_attachment, NONE, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved)  \
  X (SAVE_PLACE, save_place, UNIT_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)           \
  X (SAVE_PHRASE, save_phrase, KNOWLEDGE_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)    \
  X (REMOVE_PHRASE, remove_phrase, KNOWLEDGE_EDIT, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved) \
  X (ADD_PHRASES, add_phrases, KNOWLEDGE_EDIT, WRITE, UNDOABLE, DeskGetInput, get_input, DeskSaved, saved)          \
  X (SAVE_FOLLOW_UP, save_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved) \
  X (FINISH_FOLLOW_UP, finish_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskFollowUpInput, follow_up_input, DeskSaved, saved) \
  X (SNOOZE_FOLLOW_UP, snooze_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskFollowUpInput, follow_up_input, DeskSaved, saved) \
  X (HAND_ON_FOLLOW_UP, hand_on_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskFollowUpInput, follow_up_input, DeskSaved, saved) \
  X (ACCEPT_FOLLOW_UP, accept_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskFollowUpInput, follow_up_input, DeskSaved, saved) \
  X (RETURN_FOLLOW_UP, return_follow_up, FOLLOW_UP_EDIT, WRITE, UNDOABLE, DeskFollowUpInput, follow_up_input, DeskSaved, saved) \
  X (APPLY_FOLLOW_RULES, apply_follow_rules, NONE, WRITE, UNDOABLE, DeskGetInput, get_input, DeskSaved, saved)     \
  X (SAVE_FILTER, save_filter, NONE, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)              \
  X (REMOVE_FILTER, remove_filter, NONE, WRITE, UNDOABLE, DeskRemoveInput, remove_input, DeskSaved, saved)          \
  X (UNDO_ACT, undo_act, NONE, WRITE, UNDOABLE, DeskUndoInput, undo_input, DeskSaved, saved)                        \
  X (SAVE_STAFF, save_staff, STAFF_EDIT, WRITE, UNDOABLE, DeskStaffInput, staff_input, DeskSaved, saved)            \
  X (RESET_SECRET, reset_secret, STAFF_EDIT, WRITE, REVERSED, DeskSecretInput, secret_input, DeskSaved, saved)      \
  X (SET_SECRET, set_secret, NONE, WRITE, REVERSED, DeskSecretInput, secret_input, DeskSaved, saved)                \
  X (SIGN_IN, sign_in, ENTER, WRITE, REVERSED, DeskSignInInput, sign_in_input, DeskSignIn, sign_in)                 \
  X (LEAVE_DESK, leave_desk, NONE, WRITE, REVERSED, DeskLeaveInput, leave_input, DeskSaved, saved)                  \
  X (NOTE_REFUSAL, note_refusal, ENTER, WRITE, REVERSED, DeskRefusalInput, refusal_input, DeskSaved, saved)         \
  X (CHANGE_RIGHT, change_right, RIGHTS_EDIT, WRITE, UNDOABLE, DeskRecordInput, record_input, DeskSaved, saved)     \
  X (ASK_APPROVAL, ask_approval, NONE, WRITE, REVERSED, DeskAskInput, ask_input, DeskSaved, saved)                  \
  X (DECIDE_REQUEST, decide_request, NONE, WRITE, REVERSED, DeskDecisionInput, decision_input, DeskSaved, saved)    \
  X (LIST_REQUESTS, list_requests, NONE, READ, REVERSED, DeskGetInput, get_input, DeskRequestList, request_list)    \
  X (GET_MATRIX, get_matrix, NONE, READ, REVERSED, DeskGetInput, get_input, DeskMatrixResult, matrix_result)        \
  X (CHECK_SIGN_IN, check_sign_in, ENTER, READ, REVERSED, DeskSignInInput, sign_in_input, DeskSignIn, sign_in)      \
  X (LIST_STAFF, list_staff, ENTER, READ, REVERSED, DeskGetInput, get_input, DeskStaffList, staff_list)             \
  X (GET_CASE_PAGE, get_case_page, NONE, READ, REVERSED, DeskGetInput, get_input, DeskCasePage, case_page)          \
  X (GET_CALLBACKS, get_callbacks, NONE, READ, REVERSED, DeskGetInput, get_input, DeskCallbacks, callbacks)         \
  X (LIST_GROUPS, list_groups, NONE, READ, REVERSED, DeskGetInput, get_input, DeskGroups, groups)                   \
  X (LIST_OUTAGES, list_outages, NONE, READ, REVERSED, DeskGetInput, get_input, DeskOutages, outages)              \
  X (GET_OUTAGE, get_outage, NONE, READ, REVERSED, DeskGetInput, get_input, DeskOutagePage, outage_page)           \
  X (GET_VISIT_PAGE, get_visit_page, NONE, READ, REVERSED, DeskGetInput, get_input, DeskVisitPage, visit_page)     \
  X (FIND_CASE, find_case, NONE, READ, REVERSED, DeskSearchInput, search_input, DeskSaved, saved)                   \
  X (GET_CASE_SETTINGS, get_case_settings, NONE, READ, REVERSED, DeskGetInput, get_input, DeskCaseSettings, case_settings) \
  X (LIST_PHRASES, list_phrases, NONE, READ, REVERSED, DeskGetInput, get_input, DeskPhrases, phrases)               \
  X (GET_WALL, get_wall, NONE, READ, REVERSED, DeskGetInput, get_input, DeskWallPage, wall_page)                    \
  X (GET_COSTS, get_costs, NONE, READ, REVERSED, DeskGetInput, get_input, DeskCosts, costs)                         \
  X (PREPARE_FILE, prepare_file, NONE, LONG, REVERSED, DeskFileInput, file_input, DeskFile, file)                   \
  X (LIST_ATTACHMENTS, list_attachments, NONE, READ, REVERSED, DeskGetInput, get_input, DeskAttachments, attachments) \
  X (GET_FILE, get_file, NONE, READ, REVERSED, DeskGetInput, get_input, DeskFile, file)                             \
  X (GET_THUMBNAIL, get_thumbnail, NONE, READ, REVERSED, DeskGetInput, get_input, DeskThumbnail, thumbnail)         \
  X (READ_LINE, read_line, NONE, READ, REVERSED, DeskLineInput, line_input, DeskLineResult, line_result)            \
  X (GET_COMMUNITY, get_community, NONE, READ, REVERSED, DeskGetInput, get_input, DeskCommunityPage, community_page) \
  X (GET_RECORD, get_record, NONE, READ, REVERSED, DeskGetInput, get_input, DeskRecordResult, record_result)        \
  X (GET_UNIT_PAGE, get_unit_page, NONE, READ, REVERSED, DeskGetInput, get_input, DeskUnitPage, unit_page)          \
  X (GET_PERSON_PAGE, get_person_page, NONE, READ, REVERSED, DeskGetInput, get_input, DeskPersonPage, person_page)  \
  X (LIST_FILTERS, list_filters, NONE, READ, REVERSED, DeskGetInput, get_input, DeskSavedFilters, saved_filters)     \
  X (COUNT_FILTERS, count_filters, NONE, LONG, REVERSED, DeskGetInput, get_input, DeskFilterCounts, filter_counts)   \
  X (LIST_IDS, list_ids, NONE, READ, REVERSED, DeskListInput, list_input, DeskIdList, id_list)                      \
  X (GET_ROWS, get_rows, NONE, READ, REVERSED, DeskRowsInput, rows_input, DeskRows, rows)                           \
  X (EXPORT_LIST, export_list, SHEET_EXPORT, LONG, REVERSED, DeskListSheetInput, list_sheet_input, DeskListSheet, list_sheet) \
  X (PRINT_LIST, print_list, LIST_PRINT, LONG, REVERSED, DeskListSheetInput, list_sheet_input, DeskListSheet, list_sheet) \
  X (PRINT_ORDERS, print_orders, LIST_PRINT, LONG, REVERSED, DeskOrdersInput, orders_input, DeskListSheet, list_sheet) \
  X (PREPARE_IMPORT, prepare_import, SHEET_IMPORT, LONG, REVERSED, DeskPrepareInput, prepare_input, DeskPrepared, prepared) \
  X (SEARCH, search, NONE, READ, REVERSED, DeskSearchInput, search_input, DeskHits, hits)                           \
  X (FIND_DUPLICATES, find_duplicates, NONE, READ, REVERSED, DeskGetInput, get_input, DeskHints, hints)             \
  X (FIND_RESPONSIBLE, find_responsible, NONE, READ, REVERSED, DeskGetInput, get_input, DeskResponsible, responsible) \
  X (GET_ACT, get_act, TRAIL_READ, READ, REVERSED, DeskGetInput, get_input, DeskHistories, histories)               \
  X (LIST_HISTORY, list_history, NONE, READ, REVERSED, DeskGetInput, get_input, DeskHistories, histories)          \
  X (LIST_FOLLOW_UPS, list_follow_ups, NONE, READ, REVERSED, DeskFollowUpsInput, follow_ups_input, DeskFollowUps, follow_ups) \
  X (LIST_DUE, list_due, NONE, READ, REVERSED, DeskDueInput, due_input, DeskDue, due)

typedef enum
{
#define X(code, ...) DESK_USE_CASE_##code,
  DESK_USE_CASES (X)
#undef X
  DESK_N_USE_CASES
} DeskUseCase;

typedef enum
{
  DESK_MODE_READ,
  DESK_MODE_LONG, /* a read of seconds: on a thread of its own, and no snapshot is held beyond a page of rows */
  DESK_MODE_WRITE,
} DeskMode;

typedef enum
{
  DESK_UNDO_UNDOABLE,
  DESK_UNDO_REVERSED,
} DeskUndoMode;

#define X(code, name, right, mode, undo, Input, input, Result, result)                             \
  gboolean desk_##name (DeskService *service, const DeskActor *actor, const Input *in, Result *out, \
                        GError **error);
DESK_USE_CASES (X)
#undef X

const char *desk_use_case_nick (DeskUseCase use_case);
DeskUseCase desk_use_case_from_nick (const char *nick);
DeskRight desk_use_case_right (DeskUseCase use_case);
DeskRight desk_use_case_missing_right (DeskUseCase use_case, const GError *error);
DeskMode desk_use_case_mode (DeskUseCase use_case);
DeskUndoMode desk_use_case_undo (DeskUseCase use_case);
void (*desk_use_case_free_func (DeskUseCase use_case)) (gpointer input);
void desk_use_case_free_input (DeskUseCase use_case, gpointer input);
gpointer desk_use_case_new_result (DeskUseCase use_case);
void desk_use_case_free_result (DeskUseCase use_case, gpointer result);
gboolean desk_use_case_run (DeskService *service, DeskUseCase use_case, const DeskActor *actor,
                            gconstpointer in, gpointer out, GError **error);

G_END_DECLS
