/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-problem.h"

#include <gio/gio.h>
#include <string.h>

#include "desk-case-kind.h"
#include "desk-record.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define MAX_ARGS 3
#define TYPED_LENGTH 40 /* characters of what was typed that a sentence repeats */
#define MAX_SENTENCES 3

/* What an argument is, and so how it is shown. */
typedef enum
{
  ARG_NONE,
  ARG_TYPED,  /* as typed: cut short, made printable */
  ARG_NUMBER, /* digits: grouped; else as it is */
  ARG_FIGURE, /* a value of the problem's field, as stored or as typed */
  ARG_PATH,
  ARG_KIND, /* nick of a kind of record, or a number of them */
  ARG_RIGHT,
  ARG_ROLES, /* bits */
  ARG_FIELD,
  ARG_STAFF,
  ARG_MOVE, /* nicks */
  ARG_CASE_STATE,
  ARG_STAGE,
} Arg;

static const struct
{
  const char *words;
  Arg args[MAX_ARGS];
} sentences[DESK_N_PROBLEMS] = {
  [DESK_PROBLEM_EMPTY] = { N_ ("Nothing is filled in, but something must be."), { ARG_NONE } },
  [DESK_PROBLEM_TOO_LONG]
  = { N_ ("%1 characters are too many: shorten it to at most %2."), { ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_CONTROL_CHARACTER]
  = { N_ ("It holds characters that cannot be seen: type it anew instead of pasting it."), { ARG_NONE } },
  [DESK_PROBLEM_NOT_A_NUMBER] = { N_ ("“%1” is not a number: write digits, such as 118.47."), { ARG_TYPED } },
  [DESK_PROBLEM_OUT_OF_RANGE]
  = { N_ ("%1 cannot be: it must lie between %2 and %3."), { ARG_FIGURE, ARG_FIGURE, ARG_FIGURE } },
  [DESK_PROBLEM_NOT_A_DAY] = { N_ ("“%1” is not a day: write it like 2025-03-01."), { ARG_TYPED } },
  [DESK_PROBLEM_UNKNOWN_CHOICE] = { N_ ("This is not one of the choices: take one from the list."), { ARG_NONE } },
  [DESK_PROBLEM_LABEL_TAKEN]
  = { N_ ("There is a unit %1 already: give another room number, or open that unit."), { ARG_TYPED } },
  [DESK_PROBLEM_NAME_TAKEN] = { N_ ("“%1” is taken already: give another."), { ARG_TYPED } },
  [DESK_PROBLEM_ENTRANCE_ELSEWHERE]
  = { N_ ("This entrance is not in that building: take one of the building's own."), { ARG_NONE } },
  [DESK_PROBLEM_INNER_ABOVE_BUILT]
  = { N_ ("The inner area is larger than the built-up area: check both."), { ARG_NONE } },
  [DESK_PROBLEM_ENDS_BEFORE_BEGIN]
  = { N_ ("It begins on %1 and would end on %2: give a later end."), { ARG_TYPED, ARG_TYPED } },
  [DESK_PROBLEM_SHARE_OVERLAP]
  = { N_ ("On %1 the owners would hold more than the whole: lower a share or end an ownership."), { ARG_TYPED } },
  [DESK_PROBLEM_ALREADY_THERE]
  = { N_ ("This person is entered here already for these days: edit that entry."), { ARG_NONE } },
  [DESK_PROBLEM_PHONE_LETTERS]
  = { N_ ("“%1” is not a phone number: write only digits, + and -."), { ARG_TYPED } },
  [DESK_PROBLEM_PHONE_SHORT] = { N_ ("A phone number of %1 digits is too short: check it."), { ARG_NUMBER } },
  [DESK_PROBLEM_PHONE_MASKED]
  = { N_ ("“%1” is a masked number: type the whole number, or leave it as it was."), { ARG_TYPED } },
  [DESK_PROBLEM_ID_NUMBER_WRONG]
  = { N_ ("The document number cannot be right: compare it with the document."), { ARG_NONE } },
  [DESK_PROBLEM_PLATE_WRONG] = { N_ ("“%1” is not a plate: write it as it stands on the car."), { ARG_TYPED } },
  [DESK_PROBLEM_NOT_A_SPACE] = { N_ ("This unit is not a parking space: take one that is."), { ARG_NONE } },
  [DESK_PROBLEM_LEASED_ALREADY]
  = { N_ ("The space is leased to %1 on these days: end that lease first."), { ARG_TYPED } },
  [DESK_PROBLEM_SAME_PERSON] = { N_ ("This is one and the same person: choose another."), { ARG_NONE } },
  [DESK_PROBLEM_MERGED_AWAY] = { N_ ("This person was merged into %1: open that one."), { ARG_TYPED } },
  [DESK_PROBLEM_PERSON_ERASED]
  = { N_ ("This person was erased on request: enter somebody new instead."), { ARG_NONE } },
  [DESK_PROBLEM_ERASE_STILL_HERE]
  = { N_ ("Something of this person has not ended yet (%1): end that first."), { ARG_KIND } },
  [DESK_PROBLEM_HAS_PEOPLE] = { N_ ("People are still entered here (%1): move them out first."), { ARG_NUMBER } },
  [DESK_PROBLEM_IN_USE] = { N_ ("Something else still belongs to it (%1): remove that first."), { ARG_KIND } },
  [DESK_PROBLEM_PATTERN_WRONG]
  = { N_ ("“%1” makes no room numbers: write it like {floor}{door:02}."), { ARG_TYPED } },
  [DESK_PROBLEM_FILTERS_FULL] = { N_ ("A list has nine saved filters at most: remove one first."), { ARG_NONE } },
  [DESK_PROBLEM_TOO_MANY] = { N_ ("%1 at once are too many: make at most %2."), { ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_STATE_BEFORE]
  = { N_ ("%1 is before the last change of state on %2: give that day or a later one."), { ARG_TYPED, ARG_TYPED } },
  /* follow-ups */
  [DESK_PROBLEM_TIME_UNKNOWN]
  = { N_ ("“%1” is not a time: write it like tomorrow 9, next Monday, in 2h or 16:30."), { ARG_TYPED } },
  [DESK_PROBLEM_TIME_PAST] = { N_ ("This time has gone by: give a later one."), { ARG_NONE } },
  [DESK_PROBLEM_FOLLOW_UP_DONE] = { N_ ("It is done already, by %1."), { ARG_STAFF } },
  [DESK_PROBLEM_HAND_TO_SAME] = { N_ ("It is theirs already: choose somebody else."), { ARG_NONE } },
  [DESK_PROBLEM_HAND_NOT_WAITING] = { N_ ("It does not wait for an answer any more."), { ARG_NONE } },
  /* spine */
  [DESK_PROBLEM_GONE] = { N_ ("It is not there any more: go back to the list."), { ARG_NONE } },
  [DESK_PROBLEM_CHANGED_MEANWHILE]
  = { N_ ("%1 changed it meanwhile (%2): look at it anew, then save again."), { ARG_STAFF, ARG_TYPED } },
  [DESK_PROBLEM_SAVED_ALREADY] = { N_ ("This was saved already: nothing was saved twice."), { ARG_NONE } },
  [DESK_PROBLEM_NOT_ALLOWED]
  = { N_ ("You have no right to do this (%1): ask %2."), { ARG_RIGHT, ARG_ROLES } },
  [DESK_PROBLEM_UNDO_FIELD_CHANGED]
  = { N_ ("%2 changed “%1” since then: undo that first."), { ARG_FIELD, ARG_STAFF } },
  [DESK_PROBLEM_UNDO_NOT_POSSIBLE]
  = { N_ ("This cannot be undone: enter what is right instead."), { ARG_NONE } },
  [DESK_PROBLEM_UNDONE_ALREADY] = { N_ ("This was undone already: nothing is left to do."), { ARG_NONE } },
  [DESK_PROBLEM_HOURS_WRONG]
  = { N_ ("“%1” are no hours of a day: write them like 08:30-12:00,14:00-18:00."), { ARG_TYPED } },
  [DESK_PROBLEM_MOVE_NOT_POSSIBLE]
  = { N_ ("A case that is “%2” cannot go this way (%1): take one of the steps shown."), { ARG_MOVE, ARG_CASE_STATE } },
  [DESK_PROBLEM_MOVE_NOT_YOURS]
  = { N_ ("“%1” is for whoever has the case: ask them, a housekeeper or the supervisor."), { ARG_MOVE } },
  [DESK_PROBLEM_BEFORE_OPENING] = { N_ ("That is before the case was opened: give a later time."), { ARG_NONE } },
  [DESK_PROBLEM_UNTIL_PAST] = { N_ ("The wait would be over before it begins: give a later time."), { ARG_NONE } },
  [DESK_PROBLEM_STAFF_LEFT] = { N_ ("%1 does not work here any more: choose somebody else."), { ARG_STAFF } },
  [DESK_PROBLEM_CATEGORY_RETIRED] = { N_ ("“%1” is out of use: take another category."), { ARG_TYPED } },
  [DESK_PROBLEM_LINK_WRONG] = { N_ ("It is %1 itself, or linked with it already: choose another case."), { ARG_TYPED } },
  [DESK_PROBLEM_MERGE_WRONG] = { N_ ("It cannot be merged into %1: choose another case that still stands."), { ARG_TYPED } },
  [DESK_PROBLEM_IN_FUTURE] = { N_ ("That time is still to come: give one that has passed."), { ARG_NONE } },
  [DESK_PROBLEM_CLOSED_ALREADY] = { N_ ("This is closed already: there is nothing left to do."), { ARG_NONE } },
  [DESK_PROBLEM_COST_LOCKED]
  = { N_ ("It is billed already: send the bill back before changing parts and labour."), { ARG_NONE } },
  [DESK_PROBLEM_QUOTE_NOT_POSSIBLE] = { N_ ("This cannot be done with the quote as it stands now: look at it anew."), { ARG_NONE } },
  [DESK_PROBLEM_QUOTE_EMPTY] = { N_ ("There are no parts and no labour yet: add a line first."), { ARG_NONE } },
  [DESK_PROBLEM_WARRANTY_COVERS]
  = { N_ ("Warranty covers this, the developer pays: say why it is not covered before charging the resident."), { ARG_NONE } },
  [DESK_PROBLEM_BILL_ABOVE_QUOTE]
  = { N_ ("¥%1 is more than the ¥%2 the resident agreed to: say why."), { ARG_TYPED, ARG_TYPED } },
  [DESK_PROBLEM_STAGE_OPEN] = { N_ ("“%1” is still open: sign that stage first."), { ARG_STAGE } },
  [DESK_PROBLEM_STAGE_NONE_LEFT] = { N_ ("There is no stage left to be signed: reopen it if it goes on."), { ARG_NONE } },
  [DESK_PROBLEM_STAGE_BY_CALL] = { N_ ("The callback is signed by its answer: A, B or C."), { ARG_NONE } },
  [DESK_PROBLEM_PLAN_PAST] = { N_ ("That time is over: give the day it shall be solved by."), { ARG_NONE } },
  [DESK_PROBLEM_NOT_RAISED] = { N_ ("It is as severe as that already: choose a higher severity."), { ARG_NONE } },
  [DESK_PROBLEM_NOT_A_COMPLAINT] = { N_ ("%1 is no complaint: make one of it first."), { ARG_TYPED } },
  [DESK_PROBLEM_OUTAGE_ENDS_EARLY] = { N_ ("It would end before it begins: give a later time, or none."), { ARG_NONE } },
  [DESK_PROBLEM_OUTAGE_OVER] = { N_ ("This outage is over: report a new one if it is out again."), { ARG_NONE } },
  [DESK_PROBLEM_OUTAGE_NONE] = { N_ ("No outage that is known reaches this unit: report one first."), { ARG_NONE } },
  [DESK_PROBLEM_OUTAGE_NO_ENTRY] = { N_ ("%1 was opened without a call: log the call, then attach that."), { ARG_TYPED } },
  [DESK_PROBLEM_ATTACHED_ALREADY] = { N_ ("This caller is attached already: nothing is left to do."), { ARG_NONE } },
  [DESK_PROBLEM_BUILDING_UNKNOWN] = { N_ ("There is no building “%1”: write their numbers, like 3, 5-7; none for all."), { ARG_TYPED } },
  [DESK_PROBLEM_JOIN_ALONE] = { N_ ("There is nothing to join it with: mark further cases."), { ARG_NONE } },
  [DESK_PROBLEM_STAGE_ABSENT] = { N_ ("“%1” is not among the stages: take it in, or count from another one."), { ARG_STAGE } },
  [DESK_PROBLEM_PHRASES_THERE] = { N_ ("All of the starting set is there already: nothing was added."), { ARG_NONE } },
  [DESK_PROBLEM_FILE_MISSING] = { N_ ("%1 is not there any more: choose it anew."), { ARG_PATH } },
  [DESK_PROBLEM_FILE_NOT_READABLE]
  = { N_ ("%1 cannot be read (%2): copy it to this computer and try again."), { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_FILE_EMPTY] = { N_ ("%1 has nothing in it: choose another file."), { ARG_PATH } },
  [DESK_PROBLEM_FILE_NOT_A_FILE] = { N_ ("%1 is not a file that can be kept: choose a picture or a document."), { ARG_PATH } },
  [DESK_PROBLEM_FILE_TOO_LARGE]
  = { N_ ("%1 is too large: pictures and documents of up to %2 MB are kept."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_FILE_KIND]
  = { N_ ("%1 is none of the kinds that are kept: pictures, PDF, documents, sheets, recordings."), { ARG_PATH } },
  [DESK_PROBLEM_PICTURE_TOO_LARGE]
  = { N_ ("%1 is too large a picture: at most %2 million pixels; save it smaller first."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_PICTURE_DAMAGED] = { N_ ("%1 is a damaged picture: take another."), { ARG_PATH } },
  [DESK_PROBLEM_NOT_OFFERED]
  = { N_ ("It was not handed to you: ask whoever has it to hand it on."), { ARG_NONE } },
  [DESK_PROBLEM_UNDO_BUILT_ON]
  = { N_ ("Something was made on top of it since (%1): undo that first."), { ARG_KIND } },
  /* staff */
  [DESK_PROBLEM_LOGIN_WRONG]
  = { N_ ("“%1” cannot be typed everywhere: use letters a to z, digits, point, hyphen."), { ARG_TYPED } },
  [DESK_PROBLEM_PASSWORD_SHORT]
  = { N_ ("The password is too short: take at least %1 characters."), { ARG_NUMBER } },
  [DESK_PROBLEM_PIN_DIGITS] = { N_ ("A PIN has six digits: type all six."), { ARG_NONE } },
  [DESK_PROBLEM_PIN_EASY] = { N_ ("This PIN is guessed at once: take other digits."), { ARG_NONE } },
  [DESK_PROBLEM_PIN_WRONG] = { N_ ("The PIN is wrong: type it again."), { ARG_NONE } },
  [DESK_PROBLEM_PIN_BLOCKED]
  = { N_ ("Too many wrong PINs: sign in with the password, or have an administrator reset it."), { ARG_NONE } },
  [DESK_PROBLEM_PASSWORD_WRONG] = { N_ ("The name or password is wrong: type it again."), { ARG_NONE } },
  [DESK_PROBLEM_PASSWORD_FIRST] = { N_ ("A PIN needs a password behind it: set that first."), { ARG_NONE } },
  [DESK_PROBLEM_SIGN_IN_WAIT] = { N_ ("Wrong too often: wait %1 s, then try again."), { ARG_NUMBER } },
  [DESK_PROBLEM_NO_SECRET]
  = { N_ ("Nothing is set to sign in with: have an administrator set a password."), { ARG_NONE } },
  [DESK_PROBLEM_HAS_LEFT] = { N_ ("%1 does not work here any more: ask an administrator."), { ARG_STAFF } },
  [DESK_PROBLEM_NO_ROLE] = { N_ ("Without a role nothing can be done: tick at least one."), { ARG_NONE } },
  [DESK_PROBLEM_LAST_ADMIN]
  = { N_ ("This is the last administrator who can sign in: make another one first."), { ARG_NONE } },
  [DESK_PROBLEM_ADMIN_FIRST]
  = { N_ ("The first password is an administrator's: set yours before others get theirs."), { ARG_NONE } },
  [DESK_PROBLEM_RIGHT_FIXED]
  = { N_ ("Administrators keep this right, or nobody could give rights any more."), { ARG_NONE } },
  [DESK_PROBLEM_NOT_ONESELF] = { N_ ("Nobody approves what they asked for themselves: have another look at it."), { ARG_NONE } },
  [DESK_PROBLEM_DECIDED_ALREADY] = { N_ ("This request was decided already: nothing is left to do."), { ARG_NONE } },
  [DESK_PROBLEM_WHO]
  = { N_ ("This store asks who you are: give --as LOGIN, with the password on the terminal or in FRONTDESK_PASSWORD."),
      { ARG_NONE } },
  [DESK_PROBLEM_SIGN_IN_FIRST] = { N_ ("The desk is locked: sign in first."), { ARG_NONE } },
  /* store */
  [DESK_PROBLEM_STORE_DAMAGED]
  = { N_ ("The file %1 is damaged and was left as it is: open a backup of it."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_NEWER]
  = { N_ ("The file %1 was written by a newer Frontdesk (format %2, this one knows %3): update Frontdesk."),
      { ARG_PATH, ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_STORE_OLDER]
  = { N_ ("The file %1 was written by an older Frontdesk: open it for writing once, a copy is kept."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_READ_ONLY]
  = { N_ ("The file %1 can only be read: allow writing to it, or open another."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_LOCKED]
  = { N_ ("Another program holds the file %1: close Frontdesk, also in the background, or use its menu."),
      { ARG_PATH } },
  [DESK_PROBLEM_STORE_BAD_PLACE]
  = { N_ ("The file %1 lies on %2, where data gets lost: move it to a disk of this computer."),
      { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_STORE_NOT_OURS] = { N_ ("The file %1 was not made by Frontdesk: choose another."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_MISSING]
  = { N_ ("There is no file %1: check where it lies, or make a community."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_MOVED]
  = { N_ ("Nothing was saved, the file %1 was deleted, moved or replaced: put it back, then save again."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_EXISTS]
  = { N_ ("There is a file %1 already: open it, or give another name."), { ARG_PATH } },
  [DESK_PROBLEM_STORE_CHAIN_BROKEN]
  = { N_ ("The trail does not hold from row %1 on, somebody changed the file from outside: keep it and compare it "
          "with a backup."),
      { ARG_NUMBER } },
  [DESK_PROBLEM_DISK_FULL]
  = { N_ ("Nothing was saved, the disk of %1 is full: make room, then save again."), { ARG_PATH } },
  [DESK_PROBLEM_DISK_FAILED]
  = { N_ ("The file %1 could not be read or written (%2): check the disk, then try again."),
      { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_OUT_OF_MEMORY]
  = { N_ ("The computer has no memory left: close other programs, then try again."), { ARG_NONE } },
  [DESK_PROBLEM_CANCELLED] = { N_ ("Cancelled: nothing was changed."), { ARG_NONE } },
  /* backups */
  [DESK_PROBLEM_BACKUP_NO_ROOM]
  = { N_ ("No backup was made, %2 MB must be free in %1 and %3 are: make room, or choose another folder."),
      { ARG_PATH, ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_BACKUP_NOT_PROVED]
  = { N_ ("The copy %1 is not what it was taken of and was dropped: check the disk, then try again."), { ARG_PATH } },
  [DESK_PROBLEM_BACKUP_DAMAGED] = { N_ ("The backup %1 is damaged: take another."), { ARG_PATH } },
  [DESK_PROBLEM_BACKUP_OTHER_STORE]
  = { N_ ("The backup %1 is of another store: open it as a store of its own, or take another."), { ARG_PATH } },
  [DESK_PROBLEM_BACKUP_NO_FOLDER]
  = { N_ ("The second folder %1 is not there: plug its disk in, or choose another folder."), { ARG_PATH } },
  [DESK_PROBLEM_PASSPHRASE_SHORT] = { N_ ("The passphrase is too short: at least %1 characters."), { ARG_NUMBER } },
  [DESK_PROBLEM_PASSPHRASE_WRONG] = { N_ ("The passphrase does not open this backup: type it again."), { ARG_NONE } },
  [DESK_PROBLEM_PASSPHRASE_NEEDED] = { N_ ("The backup %1 is encrypted: give its passphrase."), { ARG_PATH } },
  /* sheets */
  [DESK_PROBLEM_SHEET_MISSING] = { N_ ("There is no file %1: choose it again."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_NOT_READABLE]
  = { N_ ("The file %1 could not be read (%2): check the disk and its rights."), { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_SHEET_NOT_A_FILE] = { N_ ("%1 is not a file: choose a sheet."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_EMPTY] = { N_ ("The file %1 is empty: choose another."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_TOO_LARGE]
  = { N_ ("The file %1 is larger than %2 MB: split it into several."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE]
  = { N_ ("The file %1 unpacks to more than %2 MB: save it anew, or split it."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_TOO_MANY_ROWS]
  = { N_ ("The file %1 has more than %2 rows: split it into several."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_ROW_TOO_LARGE]
  = { N_ ("Row %2 of %1 has more than %3 columns: remove the empty ones."), { ARG_PATH, ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_CELL_TOO_LONG]
  = { N_ ("A cell in row %2 of %1 is longer than %3 bytes: shorten it."), { ARG_PATH, ARG_NUMBER, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_DAMAGED]
  = { N_ ("The file %1 is damaged: open it in a spreadsheet program and save it anew."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_PART_MISSING]
  = { N_ ("The file %1 is not whole (%2): open it in a spreadsheet program and save it anew."),
      { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_SHEET_CHANGED]
  = { N_ ("The file %1 changed while it was read: close it elsewhere, then choose it again."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_ENCRYPTED]
  = { N_ ("The file %1 has a password: save a copy without one and choose that."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_OTHER_FORMAT]
  = { N_ ("The file %1 is %2: save it as XLSX or CSV and choose that."), { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_SHEET_NOT_A_SHEET] = { N_ ("The file %1 is not a sheet: choose an XLSX, XLS or CSV."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_NO_SUCH_SHEET]
  = { N_ ("The file %1 has no sheet “%2”: choose one it has."), { ARG_PATH, ARG_TYPED } },
  [DESK_PROBLEM_SHEET_ENCODING]
  = { N_ ("Row %3 of %1 is not written in %2: choose another encoding."), { ARG_PATH, ARG_TYPED, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_ENCODING_UNKNOWN]
  = { N_ ("There is no encoding “%1”: take UTF-8 or GB18030."), { ARG_TYPED } },
  [DESK_PROBLEM_SHEET_QUOTE_OPEN]
  = { N_ ("The quotation mark in row %2 of %1 is never closed: close it there."), { ARG_PATH, ARG_NUMBER } },
  [DESK_PROBLEM_SHEET_NO_TABLE]
  = { N_ ("No row of %1 looks like headings: give every column one."), { ARG_PATH } },
  [DESK_PROBLEM_SHEET_NUMBER_LOST]
  = { N_ ("“%1” has lost its digits: set the column to text and type the number anew."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_NO_COLUMN]
  = { N_ ("No column is headed “%2” for %1: write the heading as it stands in the sheet."), { ARG_TYPED, ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_OTHER_OWNER]
  = { N_ ("The unit belongs to %1: change the owner on the unit's page first."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_NO_UNIT]
  = { N_ ("There is no unit %1: bring the units in first, or mend the number."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_TWICE]
  = { N_ ("Same unit and same person as row %1, surely a repetition: take it only if it is none."), { ARG_NUMBER } },
  [DESK_PROBLEM_IMPORT_LEFT_OUT] = { N_ ("It was left out by hand: tick it to take it."), { ARG_NONE } },
  [DESK_PROBLEM_IMPORT_NO_BATCH]
  = { N_ ("No import has the number %1: take the one that the import printed."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_UNKNOWN_WORD]
  = { N_ ("“%1” means nothing here: write it as the program's own lists say it."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_NO_NAME] = { N_ ("Nobody is named: only the unit is made."), { ARG_NONE } },
  [DESK_PROBLEM_IMPORT_SHARED_PHONE]
  = { N_ ("The same phone number as %1: taken, families share one."), { ARG_TYPED } },
  [DESK_PROBLEM_IMPORT_NOBODY]
  = { N_ ("Nothing tells this person from others of the name: add a unit, a phone or a document number."),
      { ARG_NONE } },
  [DESK_PROBLEM_IMPORT_LOOKS_LIKE]
  = { N_ ("“%1” holds a letter that looks like a digit: write %2."), { ARG_TYPED, ARG_TYPED } },
};

/* Sentences for errors that bring no problem. */
static const char *const codes[] = {
  [DESK_ERROR_INVALID] = N_ ("Something filled in is not right: check the form."),
  [DESK_ERROR_NOT_FOUND] = N_ ("It is not there any more: go back to the list."),
  [DESK_ERROR_STALE] = N_ ("Somebody changed it meanwhile: look at it anew, then save again."),
  [DESK_ERROR_DUPLICATE] = N_ ("This was saved already: nothing was saved twice."),
  [DESK_ERROR_FORBIDDEN] = N_ ("You have no right to do this: ask your supervisor."),
  [DESK_ERROR_LOCKED]
  = N_ ("Another program holds the file: close Frontdesk, also in the background, or use its menu."),
  [DESK_ERROR_CONSEQUENCE] = N_ ("Something else still belongs to it: remove that first."),
  [DESK_ERROR_NEWER_SCHEMA] = N_ ("The file was written by a newer Frontdesk: update Frontdesk."),
  [DESK_ERROR_BAD_PLACE]
  = N_ ("The file lies where data gets lost: move it to a disk of this computer."),
  [DESK_ERROR_READ_ONLY] = N_ ("The file can only be read: allow writing to it, or open another."),
  [DESK_ERROR_FULL] = N_ ("Nothing was saved, the disk is full: make room, then save again."),
  [DESK_ERROR_IO] = N_ ("The file could not be read or written: check the disk, then try again."),
  [DESK_ERROR_DAMAGED] = N_ ("The file is damaged and was left as it is: open a backup of it."),
  [DESK_ERROR_CANCELLED] = N_ ("Cancelled: nothing was changed."),
  [DESK_ERROR_LIMIT] = N_ ("This is too much at once: do it in parts."),
};

static gboolean
read_number (const char *arg, gint64 *number)
{
  return g_ascii_string_to_signed (arg, 10, G_MININT64, G_MAXINT64, number, NULL);
}

/* The type of the field called @name, whatever the kind of record. */
static DeskFieldType
type_of_field (const char *name)
{
  for (int kind = DESK_KIND_NONE + 1; name != NULL && kind < DESK_N_KINDS; kind++)
    {
      const DeskFieldSpec *field = desk_record_find_field ((DeskKind) kind, name);

      if (field != NULL)
        return field->type;
    }
  return DESK_FIELD_TEXT;
}

/* A figure of the problem's field. Rules give areas and shares as they are stored, limits too; a form gives them as
 * typed and its limits have a point: 0.01. */
static char *
word_figure (const DeskProblem *problem, const char *arg)
{
  gboolean typed = FALSE;
  gint64 number;

  for (char **other = problem->args; *other != NULL; other++)
    typed = typed || strchr (*other, '.') != NULL;
  if (typed || !read_number (arg, &number))
    return desk_text_printable (arg, TYPED_LENGTH);
  switch ((int) type_of_field (problem->field))
    {
    case DESK_FIELD_AREA:
      return number == 0 ? g_strdup ("0 m²") : desk_text_area (number);
    case DESK_FIELD_RATE:
      return number == 0 ? g_strdup ("0 %") : desk_text_share (number);
    default:
      return desk_text_number (number);
    }
}

/* The word for the value called @nick; what is in no list as it stands. */
static char *
word_enum (const DeskText *text, const DeskEnumSpec *spec, const char *nick)
{
  gint64 value = desk_enum_from_nick (spec, nick);

  return desk_text_printable (value != 0 ? desk_text_enum (text, spec, value) : nick, TYPED_LENGTH);
}

static char *
word_arg (const DeskText *text, const DeskProblem *problem, Arg type, const char *arg)
{
  gint64 number;
  DeskKind kind;

  switch (type)
    {
    case ARG_NUMBER:
      return read_number (arg, &number) ? desk_text_number (number) : desk_text_printable (arg, TYPED_LENGTH);
    case ARG_FIGURE:
      return word_figure (problem, arg);
    case ARG_PATH:
      return desk_text_printable (arg, 0);
    case ARG_KIND:
      kind = desk_kind_from_nick (arg);
      return kind != DESK_KIND_NONE ? g_strdup (desk_text_kind (text, kind)) : desk_text_printable (arg, TYPED_LENGTH);
    case ARG_RIGHT:
      return desk_text_printable (desk_text_right (text, arg), TYPED_LENGTH);
    case ARG_ROLES:
      return read_number (arg, &number) ? desk_text_staff_roles (text, number) : desk_text_printable (arg, TYPED_LENGTH);
    case ARG_FIELD:
      return desk_text_printable (desk_text_field (text, DESK_KIND_NONE, arg), TYPED_LENGTH);
    case ARG_STAFF:
      return desk_text_printable (desk_text_staff_name (text, arg), TYPED_LENGTH);
    case ARG_MOVE:
      return word_enum (text, &desk_enum_move, arg);
    case ARG_CASE_STATE:
      return word_enum (text, &desk_enum_case_state, arg);
    case ARG_STAGE:
      return word_enum (text, &desk_enum_stage, arg);
    case ARG_NONE:
    case ARG_TYPED:
    default:
      return desk_text_printable (arg, TYPED_LENGTH);
    }
}

/* The sentence for @problem: some have another where an argument says nothing to people. */
static const char *
choose_words (const DeskProblem *problem)
{
  const char *first = problem->args[0] ? problem->args[0] : "";
  const char *second = *first && problem->args[1] ? problem->args[1] : "";
  gboolean unsaid = *first == '\0' || strstr (first, "constraint failed") != NULL;

  switch ((int) problem->code)
    {
    case DESK_PROBLEM_NAME_TAKEN:
      return unsaid ? N_ ("This is taken already: give another.") : sentences[problem->code].words;
    case DESK_PROBLEM_IN_USE:
    case DESK_PROBLEM_UNDO_BUILT_ON:
      return unsaid ? codes[DESK_ERROR_CONSEQUENCE] : sentences[problem->code].words;
    case DESK_PROBLEM_CHANGED_MEANWHILE:
      return unsaid ? codes[DESK_ERROR_STALE] : sentences[problem->code].words;
    case DESK_PROBLEM_PHONE_MASKED:
      return unsaid ? N_ ("This is a masked number: type the whole number, or leave it as it was.")
                    : sentences[problem->code].words;
    case DESK_PROBLEM_NOT_ALLOWED:
      if (g_str_equal (second, "scope"))
        return N_ ("You may do this only in your own buildings (%1): ask whoever looks after this one.");
      return *second == '\0' || g_str_equal (second, "0") ? codes[DESK_ERROR_FORBIDDEN]
                                                          : sentences[problem->code].words;
    default:
      return sentences[problem->code].words;
    }
}

/**
 * desk_text_problem_here:
 * @text: the language
 * @problem: what is wrong
 *
 * For a form, where the sentence stands under its field.
 *
 * Returns: (transfer full): what is wrong and what to do, without saying where
 */
char *
desk_text_problem_here (const DeskText *text, const DeskProblem *problem)
{
  char *args[MAX_ARGS + 1] = { NULL };
  char *result;

  g_return_val_if_fail (problem->code < DESK_N_PROBLEMS, NULL);
  for (guint i = 0; i < MAX_ARGS && problem->args[i] != NULL; i++)
    args[i] = word_arg (text, problem, sentences[problem->code].args[i], problem->args[i]);
  result = desk_text_fill (desk_text_get (text, choose_words (problem)), (const char *const *) args);
  for (guint i = 0; i < MAX_ARGS; i++)
    g_free (args[i]);
  return result;
}

/* Returns: (transfer full): where @problem is, which field and row, then what desk_text_problem_here() says. */
char *
desk_text_problem (const DeskText *text, const DeskProblem *problem)
{
  g_autofree char *sentence = desk_text_problem_here (text, problem);
  const char *label = problem->field ? desk_text_field (text, DESK_KIND_NONE, problem->field) : NULL;
  g_autofree char *row = problem->row >= 0 ? desk_text_number (problem->row + 1) : NULL;

  if (label != NULL && row != NULL)
    return desk_text_format (text, N_ ("%1, row %2: %3"), label, row, sentence, NULL);
  if (label != NULL)
    return desk_text_format_c (text, NP_ ("field: sentence", "%1: %2"), label, sentence, NULL);
  if (row != NULL)
    return desk_text_format (text, N_ ("Row %1: %2"), row, sentence, NULL);
  return g_steal_pointer (&sentence);
}

/* @first (transfer full) and @second, one after the other. */
static char *
add_sentence (const DeskText *text, char *first, const char *second)
{
  g_autofree char *before = first;

  if (before == NULL)
    return g_strdup (second);
  return desk_text_format_c (text, NP_ ("sentence sentence", "%1 %2"), before, second, NULL);
}

static char *
word_problems (const DeskText *text, const GPtrArray *problems)
{
  char *result = NULL;

  for (guint i = 0; i < problems->len && i < MAX_SENTENCES; i++)
    {
      g_autofree char *sentence = desk_text_problem (text, problems->pdata[i]);

      result = add_sentence (text, result, sentence);
    }
  if (problems->len > MAX_SENTENCES)
    {
      gint64 n = problems->len - MAX_SENTENCES;
      g_autofree char *number = desk_text_number (n);
      g_autofree char *more = desk_text_format_n (
          text, NN_ ("%1 more thing is not right.", "%1 more things are not right."), n, number, NULL);

      result = add_sentence (text, result, more);
    }
  return result;
}

/* The code of ours that says the same as a GIOError; -1 where none does. */
static int
code_of_io_error (const GError *error)
{
  static const struct
  {
    int theirs;
    DeskErrorCode ours;
  } same[] = {
    { G_IO_ERROR_NO_SPACE, DESK_ERROR_FULL },
    { G_IO_ERROR_CANCELLED, DESK_ERROR_CANCELLED },
    { G_IO_ERROR_READ_ONLY, DESK_ERROR_READ_ONLY },
    { G_IO_ERROR_PERMISSION_DENIED, DESK_ERROR_READ_ONLY },
  };

  for (guint i = 0; error->domain == G_IO_ERROR && i < G_N_ELEMENTS (same); i++)
    if (same[i].theirs == error->code)
      return (int) same[i].ours;
  return -1;
}

/**
 * desk_text_error:
 * @text: the language
 * @error: any error
 *
 * Returns: (transfer full): the sentences of its problems, or one for its code; what other libraries say stands in
 *   brackets as they say it
 */
char *
desk_text_error (const DeskText *text, const GError *error)
{
  const GPtrArray *problems = desk_error_get_problems (error);
  int code = error->domain == DESK_ERROR ? error->code : code_of_io_error (error);
  g_autofree char *words = NULL;

  if (problems->len > 0)
    return word_problems (text, problems);
  if (code >= 0 && code < (int) G_N_ELEMENTS (codes))
    return g_strdup (desk_text_get (text, codes[code]));
  words = desk_text_printable (error->message, 0);
  g_strstrip (words);
  while (g_str_has_suffix (words, "."))
    words[strlen (words) - 1] = '\0';
  return desk_text_format (text, N_ ("It did not work (%1): try again."), words, NULL);
}
