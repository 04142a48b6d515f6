/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What is followed up by itself: each rule on or off, how long before, at what time, for whom. For who may change settings;
 * what is changed is kept a moment later. */
#define DESK_TYPE_FOLLOW_RULES_PAGE (desk_follow_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskFollowRulesPage, desk_follow_rules_page, DESK, FOLLOW_RULES_PAGE, AdwPreferencesPage)

AdwPreferencesPage *desk_follow_rules_page_new (DeskEngine *engine, DeskText *text);
gboolean desk_follow_rules_page_is_for (DeskEngine *engine);

G_END_DECLS
