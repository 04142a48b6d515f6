/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The store's settings (domain.md, where settings live): name, value when it was never set. */
#define DESK_SETTINGS(X)                                                       \
  X (ZONE, "store.zone", "Asia/Shanghai")    /* IANA zone in which days begin */ \
  X (LANGUAGE, "store.language", "zh_CN")    /* of papers and exports */       \
  X (STORE_ID, "store.id", "")               /* made once */                   \
  X (PINYIN_VERSION, "search.pinyin", "")    /* of the table the search keys were made with */ \
  X (COLLATOR_VERSION, "search.collator", "") /* of the collator the order of names was made with */

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
