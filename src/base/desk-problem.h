/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What can be wrong, one name each. The text room holds one sentence for every code, with %1, %2 … standing
 * for the problem's arguments; a test walks the list. Append freely: codes are never stored.
 */
#define DESK_PROBLEMS(X)                                                       \
  /* any field */                                                              \
  X (EMPTY, "empty")                     /* nothing typed where something must be */          \
  X (TOO_LONG, "too-long")               /* %1 characters, at most %2 */                      \
  X (CONTROL_CHARACTER, "control-character") /* text holds control characters or is not UTF-8 */ \
  X (NOT_A_NUMBER, "not-a-number")       /* %1 as typed */                                    \
  X (OUT_OF_RANGE, "out-of-range")       /* %1 as typed, %2 least, %3 most */                 \
  X (NOT_A_DAY, "not-a-day")             /* %1 as typed */                                    \
  X (UNKNOWN_CHOICE, "unknown-choice")   /* %1 as given */                                    \
  /* register */                                                               \
  X (LABEL_TAKEN, "label-taken")         /* %1 label */                                       \
  X (NAME_TAKEN, "name-taken")           /* %1 name or code */                                \
  X (ENTRANCE_ELSEWHERE, "entrance-elsewhere") /* entrance is not in that building */         \
  X (INNER_ABOVE_BUILT, "inner-above-built") /* inner area larger than built-up area */       \
  X (ENDS_BEFORE_BEGIN, "ends-before-begin") /* %1 begin, %2 end */                           \
  X (SHARE_OVERLAP, "share-overlap")     /* owners' shares exceed the whole on %1 */          \
  X (ALREADY_THERE, "already-there")     /* same person, unit, role and overlapping days */   \
  X (PHONE_LETTERS, "phone-letters")     /* %1 as typed */                                    \
  X (PHONE_SHORT, "phone-short")         /* %1 digits typed */                                \
  X (PHONE_MASKED, "phone-masked")       /* a masked number was given back as a number */     \
  X (ID_NUMBER_WRONG, "id-number-wrong") /* check digit or length of a resident ID */         \
  X (PLATE_WRONG, "plate-wrong")         /* %1 as typed */                                    \
  X (NOT_A_SPACE, "not-a-space")         /* only parking spaces are leased as spaces */       \
  X (LEASED_ALREADY, "leased-already")   /* space leased then to %1 */                        \
  X (SAME_PERSON, "same-person")         /* a merge names one person twice */                 \
  X (MERGED_AWAY, "merged-away")         /* the person was merged into %1 */                  \
  X (PERSON_ERASED, "person-erased")     /* the person was erased on request */               \
  X (ERASE_STILL_HERE, "erase-still-here") /* %1 kind that has not ended */                   \
  X (HAS_PEOPLE, "has-people")           /* %1 people are entered for it */                   \
  X (IN_USE, "in-use")                   /* other records point at it: %1 */                  \
  X (PATTERN_WRONG, "pattern-wrong")     /* %1 pattern of room numbers */                     \
  X (FILTERS_FULL, "filters-full")       /* as many saved filters of a list as digits choose */ \
  X (TOO_MANY, "too-many")               /* %1 asked, at most %2 */                           \
  X (STATE_BEFORE, "state-before")       /* day %1 is before the state's last change %2 */    \
  /* cases */                                                                  \
  X (HOURS_WRONG, "hours-wrong")         /* %1 as typed: hours of a day */                  \
  X (MOVE_NOT_POSSIBLE, "move-not-possible") /* %1 move, %2 state of the case */              \
  X (MOVE_NOT_YOURS, "move-not-yours")   /* %1 move */                                        \
  X (BEFORE_OPENING, "before-opening")   /* the time is before the case was opened */         \
  X (UNTIL_PAST, "until-past")           /* the wait would end before it begins */            \
  X (STAFF_LEFT, "staff-left")           /* %1 does not work here any more */                 \
  X (CATEGORY_RETIRED, "category-retired") /* %1 is out of use */                             \
  X (LINK_WRONG, "link-wrong")           /* %1 is the case itself, or linked already */       \
  X (MERGE_WRONG, "merge-wrong")         /* %1 is the case itself, or cancelled */            \
  X (IN_FUTURE, "in-future")             /* the time is still to come */                      \
  X (CLOSED_ALREADY, "closed-already")                                                        \
  X (NOT_OFFERED, "not-offered")         /* it was not handed to whoever answers */           \
  X (COST_LOCKED, "cost-locked")         /* lines do not change under a bill */               \
  X (QUOTE_NOT_POSSIBLE, "quote-not-possible") /* no such step from here */                   \
  X (QUOTE_EMPTY, "quote-empty")         /* neither parts nor labour */                       \
  X (WARRANTY_COVERS, "warranty-covers") /* the developer pays */                             \
  X (BILL_ABOVE_QUOTE, "bill-above-quote") /* %1 billed, %2 agreed to */                      \
  X (STAGE_OPEN, "stage-open")           /* %1 stage that is to be signed first */            \
  X (STAGE_NONE_LEFT, "stage-none-left") /* every stage is signed, or the case cancelled */   \
  X (STAGE_BY_CALL, "stage-by-call")     /* the answer of the callback signs it */            \
  X (PLAN_PAST, "plan-past")             /* the day it shall be solved by is over */          \
  X (NOT_RAISED, "not-raised")           /* the severity is no higher than before */          \
  X (NOT_A_COMPLAINT, "not-a-complaint") /* %1 number of the case */                          \
  X (OUTAGE_ENDS_EARLY, "outage-ends-early") /* expected to end before it begins */           \
  X (OUTAGE_OVER, "outage-over")         /* it has ended */                                   \
  X (OUTAGE_NONE, "outage-none")         /* none runs, or none that reaches the unit */       \
  X (OUTAGE_NO_ENTRY, "outage-no-entry") /* %1 number of a case without an entry in the log */ \
  X (ATTACHED_ALREADY, "attached-already") /* the entry hangs on it */                        \
  X (BUILDING_UNKNOWN, "building-unknown") /* %1 as typed */                                  \
  X (JOIN_ALONE, "join-alone")           /* there is nothing to join it with */               \
  X (STAGE_ABSENT, "stage-absent")       /* %1 stage another one counts from */                \
  X (PHRASES_THERE, "phrases-there")     /* the starting set is there already */              \
  X (FILE_MISSING, "file-missing")       /* %1 name */                                        \
  X (FILE_NOT_READABLE, "file-not-readable") /* %1 name, %2 system's words */                 \
  X (FILE_EMPTY, "file-empty")           /* %1 name */                                        \
  X (FILE_NOT_A_FILE, "file-not-a-file") /* %1 name: a folder, a device, part of a store */   \
  X (FILE_TOO_LARGE, "file-too-large")   /* %1 name, %2 megabytes at most */                  \
  X (FILE_KIND, "file-kind")             /* %1 name: none of the kinds that are kept */       \
  X (PICTURE_TOO_LARGE, "picture-too-large") /* %1 name, %2 million pixels at most */         \
  X (PICTURE_DAMAGED, "picture-damaged") /* %1 name */                                        \
  /* follow-ups */                                                             \
  X (TIME_UNKNOWN, "time-unknown")       /* %1 as typed */                                    \
  X (TIME_PAST, "time-past")             /* %1 as typed, or nothing */                        \
  X (FOLLOW_UP_DONE, "follow-up-done")   /* done already, by %1 */                            \
  X (HAND_TO_SAME, "hand-to-same")       /* handed on to whoever owns it already */           \
  X (HAND_NOT_WAITING, "hand-not-waiting") /* nothing waits to be accepted or returned */     \
  /* spine */                                                                  \
  X (GONE, "gone")                       /* the record is not there (any more) */             \
  X (CHANGED_MEANWHILE, "changed-meanwhile") /* %1 who changed it, %2 when */                 \
  X (SAVED_ALREADY, "saved-already")     /* this form was saved already */                    \
  X (NOT_ALLOWED, "not-allowed")         /* %1 permission, %2 who may */                      \
  X (UNDO_FIELD_CHANGED, "undo-field-changed") /* %1 field, %2 who changed it since */        \
  X (UNDO_NOT_POSSIBLE, "undo-not-possible")   /* this act can only be reversed */            \
  X (UNDONE_ALREADY, "undone-already")                                         \
  X (UNDO_BUILT_ON, "undo-built-on")     /* %1 what was built on it */                        \
  /* staff */                                                                  \
  X (LOGIN_WRONG, "login-wrong")         /* %1 as typed */                                    \
  X (PASSWORD_SHORT, "password-short")   /* %1 characters at least */                         \
  X (PIN_DIGITS, "pin-digits")           /* a PIN has six digits */                           \
  X (PIN_EASY, "pin-easy")               /* 111111, 123456 */                                 \
  X (PIN_WRONG, "pin-wrong")                                                   \
  X (PIN_BLOCKED, "pin-blocked")         /* too many wrong ones: the password helps */        \
  X (PASSWORD_WRONG, "password-wrong")                                         \
  X (PASSWORD_FIRST, "password-first")   /* a PIN needs a password behind it */               \
  X (SIGN_IN_WAIT, "sign-in-wait")       /* %1 seconds until the next try */                  \
  X (NO_SECRET, "no-secret")             /* nothing was set to sign in with */                \
  X (HAS_LEFT, "has-left")               /* %1 does not work here any more */                 \
  X (NO_ROLE, "no-role")                 /* somebody who works here needs a role */           \
  X (LAST_ADMIN, "last-admin")           /* somebody must be able to give rights */           \
  X (ADMIN_FIRST, "admin-first")         /* the first password is an administrator's */       \
  X (RIGHT_FIXED, "right-fixed")         /* administrators keep the rights to give rights */  \
  X (NOT_ONESELF, "not-oneself")         /* another approves what one asked for */            \
  X (DECIDED_ALREADY, "decided-already")                                       \
  X (WHO, "who")                         /* the command line was not told on whose behalf */  \
  X (SIGN_IN_FIRST, "sign-in-first")     /* the desk is locked, or nobody signed in */        \
  /* store */                                                                  \
  X (STORE_DAMAGED, "store-damaged")     /* %1 path */                                        \
  X (STORE_NEWER, "store-newer")         /* %1 path, %2 its schema, %3 ours */                \
  X (STORE_OLDER, "store-older")         /* %1 path: it waits for the writer's upgrade */     \
  X (STORE_READ_ONLY, "store-read-only") /* %1 path */                                        \
  X (STORE_LOCKED, "store-locked")       /* %1 path */                                        \
  X (STORE_BAD_PLACE, "store-bad-place") /* %1 path, %2 why (file system or program) */       \
  X (STORE_NOT_OURS, "store-not-ours")   /* %1 path is not a Frontdesk store */               \
  X (STORE_MISSING, "store-missing")     /* %1 path */                                        \
  X (STORE_MOVED, "store-moved")         /* %1 path: the file was deleted or replaced while in use */ \
  X (STORE_EXISTS, "store-exists")       /* %1 path */                                        \
  X (STORE_CHAIN_BROKEN, "store-chain-broken") /* %1 trail row */                             \
  X (DISK_FULL, "disk-full")             /* %1 path */                                        \
  X (DISK_FAILED, "disk-failed")         /* %1 path, %2 system's words */                     \
  X (OUT_OF_MEMORY, "out-of-memory")                                           \
  X (CANCELLED, "cancelled")                                                   \
  /* backups */                                                                \
  X (BACKUP_NO_ROOM, "backup-no-room")   /* %1 folder, %2 megabytes wanted, %3 there are */ \
  X (BACKUP_NOT_PROVED, "backup-not-proved") /* %1 path: the copy is not what it was taken of */ \
  X (BACKUP_DAMAGED, "backup-damaged")   /* %1 path */                                        \
  X (BACKUP_OTHER_STORE, "backup-other-store") /* %1 path was taken of another store */       \
  X (BACKUP_NO_FOLDER, "backup-no-folder") /* %1 the second folder is not there */            \
  X (PASSPHRASE_SHORT, "passphrase-short") /* %1 characters at least */                       \
  X (PASSPHRASE_WRONG, "passphrase-wrong")                                     \
  X (PASSPHRASE_NEEDED, "passphrase-needed") /* %1 path */                                    \
  /* sheets */                                                                 \
  X (SHEET_MISSING, "sheet-missing")     /* %1 path */                                        \
  X (SHEET_NOT_READABLE, "sheet-not-readable") /* %1 path, %2 system's words */               \
  X (SHEET_NOT_A_FILE, "sheet-not-a-file") /* %1 path is a folder, a pipe or a device */      \
  X (SHEET_EMPTY, "sheet-empty")         /* %1 path has nothing in it */                      \
  X (SHEET_TOO_LARGE, "sheet-too-large") /* %1 path, %2 megabytes at most */                  \
  X (SHEET_UNPACKS_TOO_LARGE, "sheet-unpacks-too-large") /* %1 path, %2 megabytes at most */  \
  X (SHEET_TOO_MANY_ROWS, "sheet-too-many-rows") /* %1 path, %2 rows at most */               \
  X (SHEET_ROW_TOO_LARGE, "sheet-row-too-large") /* %1 path, %2 row, %3 columns at most */    \
  X (SHEET_CELL_TOO_LONG, "sheet-cell-too-long") /* %1 path, %2 row, %3 bytes at most */      \
  X (SHEET_DAMAGED, "sheet-damaged")     /* %1 path */                                        \
  X (SHEET_PART_MISSING, "sheet-part-missing") /* %1 path, %2 name of the part it lacks */    \
  X (SHEET_CHANGED, "sheet-changed")     /* %1 path changed while it was read */              \
  X (SHEET_ENCRYPTED, "sheet-encrypted") /* %1 path asks for a password */                    \
  X (SHEET_OTHER_FORMAT, "sheet-other-format") /* %1 path, %2 its format: ODS, HTML, PDF … */ \
  X (SHEET_NOT_A_SHEET, "sheet-not-a-sheet") /* %1 path is none of CSV, XLSX, XLS */          \
  X (SHEET_NO_SUCH_SHEET, "sheet-no-such-sheet") /* %1 path, %2 name asked for */             \
  X (SHEET_ENCODING, "sheet-encoding")   /* %1 path, %2 encoding, %3 row that does not fit */ \
  X (SHEET_ENCODING_UNKNOWN, "sheet-encoding-unknown") /* %1 name asked for */                \
  X (SHEET_QUOTE_OPEN, "sheet-quote-open") /* %1 path, %2 row whose quote is never closed */  \
  X (SHEET_NO_TABLE, "sheet-no-table")   /* %1 path: no row looks like headings */            \
  X (SHEET_NUMBER_LOST, "sheet-number-lost") /* %1 as it stands in the cell: 1.38E+10 */      \
  X (IMPORT_NO_COLUMN, "import-no-column") /* %1 our field, %2 heading that is not in the sheet */ \
  X (IMPORT_OTHER_OWNER, "import-other-owner") /* the unit belongs to %1 in the register */   \
  X (IMPORT_NO_UNIT, "import-no-unit")   /* no unit is called %1 */                     \
  X (IMPORT_TWICE, "import-twice")       /* row %1 speaks of the same unit and person */      \
  X (IMPORT_LEFT_OUT, "import-left-out") /* somebody unticked the row */                      \
  X (IMPORT_NO_BATCH, "import-no-batch") /* %1 is not the number of an import */             \
  X (IMPORT_UNKNOWN_WORD, "import-unknown-word") /* %1 as it stands in the cell */            \
  X (IMPORT_NO_NAME, "import-no-name")   /* only the unit is made */                          \
  X (IMPORT_SHARED_PHONE, "import-shared-phone") /* %1 has the same number */                 \
  X (IMPORT_NOBODY, "import-nobody")     /* nothing tells the person from others of the name */ \
  X (IMPORT_LOOKS_LIKE, "import-looks-like") /* %1 as it stands, %2 what is meant, surely */

typedef enum
{
#define X(code, nick) DESK_PROBLEM_##code,
  DESK_PROBLEMS (X)
#undef X
  DESK_N_PROBLEMS
} DeskProblemCode;

/* One thing wrong: what, in which field, in which row of a list (-1: none), with the words for the sentence. */
typedef struct
{
  DeskProblemCode code;
  char *field; /* name as in the record's field table, or NULL */
  int row;
  char **args; /* NULL-terminated, never NULL */
} DeskProblem;

DeskProblem *desk_problem_new (DeskProblemCode code, const char *field, int row, ...) G_GNUC_NULL_TERMINATED;
DeskProblem *desk_problem_copy (const DeskProblem *problem);
void desk_problem_free (DeskProblem *problem);
const char *desk_problem_nick (DeskProblemCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskProblem, desk_problem_free)

/* A list of problems, gathered by a rule: GPtrArray of DeskProblem, owned. */
GPtrArray *desk_problems_new (void);

G_END_DECLS
