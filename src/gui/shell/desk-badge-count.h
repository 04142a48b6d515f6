/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"

G_BEGIN_DECLS

/*
 * Keeps one badge in step with the store. It has no widget, so that it is tested without a display.
 *
 * Signal:
 *  changed ()  the figures are others than before
 */
#define DESK_TYPE_BADGE_COUNT (desk_badge_count_get_type ())
G_DECLARE_FINAL_TYPE (DeskBadgeCount, desk_badge_count, DESK, BADGE_COUNT, GObject)

DeskBadgeCount *desk_badge_count_new (DeskEngine *engine, const DeskBadgeSpec *spec);
const DeskBadge *desk_badge_count_get (DeskBadgeCount *self);
void desk_badge_count_again (DeskBadgeCount *self);

G_END_DECLS
