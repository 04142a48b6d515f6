/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the rules that make follow-ups are set (desk-follow-rule.h): days before, time of day, role; minutes, role; or "off". */
#define DESK_FOLLOW_SETTINGS(X)                                             \
  X (FOLLOW_LEASE_END, "follow_up.lease_end", "14,09:00,desk")              \
  X (FOLLOW_INSTRUCTION, "follow_up.instruction", "1,09:00,desk")           \
  X (FOLLOW_REQUEST, "follow_up.request", "0,00:00,supervisor")             \
  X (FOLLOW_CASE_SOON, "follow_up.case_soon", "0,desk")                     \
  X (FOLLOW_CASE_LATE, "follow_up.case_late", "0,housekeeper")              \
  X (FOLLOW_CASE_ESCALATED, "follow_up.case_escalated", "60,supervisor")    \
  X (FOLLOW_CASE_TOP, "follow_up.case_top", "1440,supervisor")              \
  X (FOLLOW_CASE_BACK, "follow_up.case_back", "0,housekeeper")              \
  X (FOLLOW_APPOINTMENT, "follow_up.appointment", "30,desk")                \
  X (FOLLOW_COMPLAINT, "follow_up.complaint", "0,00:00,supervisor")         \
  X (FOLLOW_CALLBACK, "follow_up.callback", "0,00:00,desk")                 \
  X (FOLLOW_MEMO, "follow_up.memo", "0,desk")                               \
  X (FOLLOW_ENQUIRY, "follow_up.enquiry", "240,desk")                       \
  X (FOLLOW_ENQUIRY_END, "follow_up.enquiry_end", "2880,desk")

/* Which stages a complaint of each severity has, and until when (desk-complaint.h); group complaints. */
#define DESK_COMPLAINT_SETTINGS(X)                                                                                   \
  X (STAGES_ORDINARY, "complaint.stages_ordinary", "contact,solved,callback=3d>solved")                               \
  X (STAGES_SERIOUS, "complaint.stages_serious", "contact,progress=24h,solved,answer=7d,callback=3d>solved")          \
  X (STAGES_MAJOR, "complaint.stages_major",                                                                          \
     "contact,evidence=1w,plan=3w,decision=225m>plan,solved,answer=7d,callback=3d>solved")                            \
  X (GROUP_DAYS, "complaint.group_days", "30") /* as many days back the same in one building is a group */

/* What cases are judged by: days within which the same fault on the same unit is pointed out; warranty of each part in
 * years; first and last day of the heating and of the cooling season as month and day. */
#define DESK_CASE_SETTINGS(X)                                          \
  X (SAME_DAYS, "case.same_days", "90")                                \
  X (TARGETS_REPAIR, "figure.targets_repair", "95,95,95,2,100,98") /* percent, in the order of DeskRate */ \
  X (TARGETS_COMPLAINT, "figure.targets_complaint", "100,95,95,2,100,98") \
  X (WARRANTY_STRUCTURE, "warranty.structure_years", "50")             \
  X (WARRANTY_SEASON, "warranty.season", "1115,0315")                  \
  X (WARRANTY_WATERPROOF, "warranty.waterproof_years", "5")            \
  X (WARRANTY_FITTINGS, "warranty.fittings_years", "2")                \
  X (WARRANTY_COOLING, "warranty.cooling_season", "0601,0930")

/* The store's settings (domain.md, where settings live): name, value when it was never set. */
#define DESK_SETTINGS(X)                                                       \
  X (ZONE, "store.zone", "Asia/Shanghai")    /* IANA zone in which days begin */ \
  X (LANGUAGE, "store.language", "zh_CN")    /* of papers and exports */       \
  X (LOCK_MINUTES, "desk.lock_minutes", "5") /* the desk locks itself after so long, 0 never */ \
  X (DEMO, "store.demo", "")                 /* it is the demonstration */     \
  X (STORE_ID, "store.id", "")               /* made once */                   \
  X (PINYIN_VERSION, "search.pinyin", "")    /* of the table the search keys were made with */ \
  X (COLLATOR_VERSION, "search.collator", "") /* of the collator the order of names was made with */ \
  X (BACKUP_TIME, "backup.time", "22:00")    /* a backup is made every day; "" never by itself */ \
  X (BACKUP_FOLDER, "backup.folder", "")     /* "": beside the store */          \
  X (BACKUP_EXTRA, "backup.extra", "")       /* a second folder, on a stick or another disk; "" none */ \
  X (BACKUP_SEAL, "backup.seal", "")         /* public half of the passphrase that closes the second copies; "" open */ \
  X (BACKUP_DAYS, "backup.days", "7")        /* so many days, weeks, months keep one */ \
  X (BACKUP_WEEKS, "backup.weeks", "4")                                          \
  X (BACKUP_MONTHS, "backup.months", "12")                                       \
  X (BACKUP_SHARE, "backup.share", "10")     /* percent of the disk all may take */ \
  X (BACKUP_LATE, "backup.late", "2")        /* days after which the last one is too old */ \
  DESK_FOLLOW_SETTINGS (X)                   /* rules that make follow-ups: desk-follow-rule.h */ \
  DESK_COMPLAINT_SETTINGS (X)                                                    \
  DESK_CASE_SETTINGS (X)

typedef enum
{
#define X(code, name, value) DESK_SETTING_##code,
  DESK_SETTINGS (X)
#undef X
  DESK_N_SETTINGS
} DeskSettingCode;

const char *desk_setting_name (DeskSettingCode code);
const char *desk_setting_default (DeskSettingCode code);
int desk_setting_find (const char *name);

G_END_DECLS
