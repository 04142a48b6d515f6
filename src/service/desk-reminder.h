/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-notifier.h"

G_BEGIN_DECLS

/*
 * Sees to it that what is due reaches whoever is at the desk: one timer for the next due time of all, one question to the
 * store when it comes, when something changed, when the clock was set or somebody else is at the desk. Lives on the main
 * context; the store is asked through the engine.
 *
 * Signals:
 *  due (GPtrArray of DeskDueItem, gboolean missed) these have fallen due; @missed: while the program was off or asleep,
 *      as one list, once
 *  changed () the counts for the bell may differ
 */
#define DESK_TYPE_REMINDER (desk_reminder_get_type ())
G_DECLARE_FINAL_TYPE (DeskReminder, desk_reminder, DESK, REMINDER, GObject)

DeskReminder *desk_reminder_new (DeskEngine *engine, DeskNotifier *notifier);
void desk_reminder_stop (DeskReminder *reminder);
void desk_reminder_check (DeskReminder *reminder);
gboolean desk_reminder_is_busy (DeskReminder *reminder);
gint64 desk_reminder_get_late (DeskReminder *reminder);
gint64 desk_reminder_get_today (DeskReminder *reminder);
gint64 desk_reminder_get_waiting (DeskReminder *reminder);
guint desk_reminder_get_wakes (DeskReminder *reminder);

G_END_DECLS
