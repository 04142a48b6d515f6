/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-search-key.h"

G_BEGIN_DECLS

char *desk_search_part (DeskSearchWhy why, const char *key, const char *typed, const char *title, const char *pinyin,
                        const char *detail);
char *desk_search_snippet (const char *text, const char *typed);

G_END_DECLS
